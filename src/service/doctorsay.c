/* What a check tells, and what it asks another program. */
#include "loket/list.h"
#include "loket/text.h"

#include "doctor.h"

enum { MOST_SAID = 64 * KIB, PATIENCE = 15000, SAID = 768 };

void doctor_row(struct checking *d, enum checkup_state state, const char *what, const char *said,
                const char *remedy)
{
	struct checkup *c = d->out;
	const char *name = d->check->name;
	c->items = list_grow(d->a, c->items, c->count, &c->capacity, sizeof *c->items);
	c->items[c->count++] = (struct checkup_row){
		.name = text_is_empty(what) ? name : arena_print(d->a, "%s/%s", name, what),
		.state = state,
		.said = arena_text(d->a, said),
		.remedy = state == CHECKUP_GREEN ? "" : remedy,
	};
}

void doctor_say(struct checking *d, enum checkup_state state, const char *text,
                const char *const words[DOCTOR_WORDS])
{
	char said[SAID];
	message_fill(text, words, DOCTOR_WORDS, said, sizeof said);
	doctor_row(d, state, "", said, d->check->remedy);
}

void doctor_fault(struct checking *d, enum checkup_state state, const struct fault *why)
{
	doctor_row(d, state, "", fault_text(d->a, why), d->check->remedy);
}

int doctor_ask(struct checking *d, const char *const *argv, const char **said)
{
	enum { WORDS = 8, NOT_THERE = 127 };
	const char *all[WORDS + 3] = { "/usr/bin/env", "LC_ALL=C" };
	struct child child;
	struct bytes out;
	struct fault why;
	int code = -1;
	*said = "";
	for (size_t i = 0; i < WORDS && argv[i] != NULL; i++)
		all[i + 2] = argv[i];
	if (!child_start_apart(&child, all, &why))
		return -1;
	child_shut(&child);
	bool heard = pipe_drain(child.out, MOST_SAID, PATIENCE, d->a, &out, &why);
	if (!child_wait(&child, heard ? PATIENCE : 0, &code))
		code = 1;
	child_stop(&child);
	if (heard)
		*said = text_clean(d->a, (const char *)out.data, out.size, true);
	return code == NOT_THERE ? -1 : code;
}
