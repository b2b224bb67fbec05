/* The rows of a check, with the exit code that follows from the worst of them. */
#include "finding.h"

static const struct {
	const char *name;
	enum fault_kind kind;
} states[] = {
	[DOCTOR_GOOD] = { N_("baik"), FAULT_NONE },
	[DOCTOR_SOON] = { N_("segera"), FAULT_NONE },
	[DOCTOR_LACKS] = { N_("kurang"), FAULT_MISUSE },
	[DOCTOR_WRONG] = { N_("salah"), FAULT_MISUSE },
	[DOCTOR_FAILS] = { N_("gagal"), FAULT_OUTSIDE },
};

const char *doctor_state_name(enum doctor_state s)
{
	return states[s].name;
}

bool finding_tell(struct findings *f, enum doctor_state state, const char *what, const char *said)
{
	const struct doctor_row row = { state, what, said };
	if (states[state].kind > f->worst)
		f->worst = states[state].kind;
	f->say(&row);
	return state == DOCTOR_GOOD;
}

bool finding_words(struct findings *f, enum doctor_state state, const char *what, const char *text,
                   const char *const words[FINDING_WORDS])
{
	char said[768];
	message_fill(text, words, FINDING_WORDS, said, sizeof said);
	return finding_tell(f, state, what, said);
}

bool finding_of(struct findings *f, enum doctor_state state, const char *what, const char *text,
                const char *word)
{
	return finding_words(f, state, what, text,
	                     (const char *const[FINDING_WORDS]){ word, "", "" });
}

bool finding_fault(struct findings *f, enum doctor_state state, const char *what,
                   const struct fault *why)
{
	char said[512];
	fault_say(why, said, sizeof said);
	return finding_tell(f, state, what, said);
}
