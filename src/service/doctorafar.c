/* Checks of what lies beyond this machine. loketd does the asking; it prints one row a line: state,
 * item and sentence with tabs between. */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "doctor.h"
#include "private.h"

enum { PATIENCE = 150000, MOST_SAID = 256 * KIB };

static const char *cut(char **rest, char end)
{
	char *from = *rest, *at = strchr(from, end);
	*rest = at ? at + 1 : from + strlen(from);
	if (at)
		*at = '\0';
	return from;
}

static void rows_take(char *said, struct arena *a, struct afar *out)
{
	while (*said) {
		char *line = said;
		(void)cut(&said, '\n');
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct afar_row *row = &out->items[out->count++];
		row->state = cut(&line, '\t');
		row->what = cut(&line, '\t');
		row->said = line;
	}
}

bool service_afar(const struct home *h, const char *what, const char *key, struct arena *a,
                  struct afar *out, struct fault *why)
{
	struct child child;
	struct bytes said;
	const char *const argv[] = { arena_print(a, "%s/loketd", h->libexec), "--doctor", what,
		                     text_is_empty(key) ? NULL : key, NULL };
	*out = (struct afar){ 0 };
	if (!child_start(&child, argv, true, why))
		return false;
	bool heard = pipe_drain(child.out, MOST_SAID, PATIENCE, a, &said, why);
	child_wait(&child, heard ? PATIENCE : 0, &out->code);
	child_stop(&child);
	if (heard)
		rows_take((char *)said.data, a, out);
	return heard;
}

static enum checkup_state state_of(const char *said)
{
	static const struct {
		const char *said;
		enum checkup_state state;
	} states[] = {
		{ "baik", CHECKUP_GREEN },
		{ "segera", CHECKUP_YELLOW },
		{ "kurang", CHECKUP_YELLOW },
	};
	for (size_t i = 0; i < COUNT_OF(states); i++) {
		if (text_same(states[i].said, said))
			return states[i].state;
	}
	return CHECKUP_RED;
}

/* "port 25 pada … tidak dapat dihubungi; periksa …": behind the mark stands the remedy. */
static void row_tell(struct checking *d, const struct afar_row *row)
{
	enum checkup_state state = state_of(row->state);
	const char *mark = strstr(row->said, "; ");
	bool parts = state != CHECKUP_GREEN && mark != NULL;
	size_t length = parts ? (size_t)(mark - row->said) : strlen(row->said);
	doctor_row(d, state, row->what, arena_copy(d->a, row->said, length),
	           parts ? mark + strlen("; ") : d->check->remedy);
}

static void ask(struct checking *d, const char *what, const char *key)
{
	struct afar afar;
	struct fault why;
	if (!service_afar(&d->home, what, key, d->a, &afar, &why)) {
		doctor_fault(d, CHECKUP_RED, &why);
		return;
	}
	for (size_t i = 0; i < afar.count; i++)
		row_tell(d, &afar.items[i]);
}

void check_bank(struct checking *d)
{
	ask(d, "bank", d->app.book->court.bank_profile);
}

void check_sipp(struct checking *d)
{
	ask(d, "sipp", "");
}

void check_mail(struct checking *d)
{
	if (text_is_empty(d->app.book->mail.smtp.host))
		doctor_say(d, CHECKUP_GREEN,
		           N_("tidak dipakai: data/mail.xml tidak menyebut peladen surat"),
		           (const char *const[DOCTOR_WORDS]){ "" });
	else
		ask(d, "mail", "");
}
