/* Checks a bank's profile, or the way of letters. loketd does the checking, because there is no
 * network code here; it prints one row a line: state, item and sentence with tabs between. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

enum { PATIENCE = 150000, MOST_SAID = 256 * 1024 };

static const char *cut(char **rest, char end)
{
	char *from = *rest, *at = strchr(from, end);
	*rest = at ? at + 1 : from + strlen(from);
	if (at)
		*at = '\0';
	return from;
}

static void rows_say(const struct cmd *c, char *said)
{
	static const struct column columns[] = {
		{ "keadaan", N_("Keadaan"), COLUMN_TEXT },
		{ "isian", N_("Isian"), COLUMN_TEXT },
		{ "keterangan", N_("Keterangan"), COLUMN_TEXT },
	};
	struct rows r = rows_start(c, "", columns, COUNT_OF(columns), COUNT_OF(columns));
	while (*said) {
		char *line = said;
		(void)cut(&said, '\n');
		const char *state = cut(&line, '\t'), *place = cut(&line, '\t');
		rows_add(&r, (const char *const[]){ cell_word(c, state), place, line });
	}
	output_table(c, &r.table);
}

static bool doctor_run(struct cmd *c, const char *what, struct fault *why)
{
	struct home h;
	struct child child;
	struct bytes said;
	if (!home_find(&h, why))
		return false;
	const char *const argv[] = { home_program(&h, "loketd", c->a), "--doctor", what,
		                     c->word_count ? c->words[0] : NULL, NULL };
	if (!child_start(&child, argv, true, why))
		return false;
	bool heard = pipe_drain(child.out, MOST_SAID, PATIENCE, c->a, &said, why);
	child_wait(&child, heard ? PATIENCE : 0, &c->code);
	child_stop(&child);
	if (heard)
		rows_say(c, (char *)said.data);
	return heard;
}

bool cmd_doctor_bank(struct cmd *c, struct fault *why)
{
	return doctor_run(c, "bank", why);
}

bool cmd_doctor_mail(struct cmd *c, struct fault *why)
{
	return doctor_run(c, "mail", why);
}
