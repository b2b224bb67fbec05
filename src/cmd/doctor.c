/* The checks of the machine: all in one table, or one; of bank, SIPP and mail each link that loketd
 * finds. */
#include "loket/doctor.h"

#include "loket/list.h"

#include "private.h"

static void links_show(const struct cmd *c, const struct afar *afar)
{
	static const struct column columns[] = {
		{ "keadaan", N_("Keadaan"), COLUMN_TEXT },
		{ "isian", N_("Isian"), COLUMN_TEXT },
		{ "keterangan", N_("Keterangan"), COLUMN_TEXT },
	};
	struct rows r = rows_start(c, "", columns, COUNT_OF(columns), COUNT_OF(columns));
	for (size_t i = 0; i < afar->count; i++) {
		const struct afar_row *row = &afar->items[i];
		rows_add(&r, (const char *const[]){ cell_word(c, row->state), row->what,
		                                    cell_sentence(c, row->said) });
	}
	output_table(c, &r.table);
}

static bool links_run(struct cmd *c, const char *what, struct fault *why)
{
	struct home h;
	struct afar afar;
	const char *key = c->word_count > 1 ? c->words[1] : "";
	if (!home_find(&h, why) || !service_afar(&h, what, key, c->a, &afar, why))
		return false;
	links_show(c, &afar);
	c->code = afar.code;
	return true;
}

static void checkup_show(const struct cmd *c, const struct checkup *up)
{
	static const struct column columns[] = {
		{ "periksa", N_("Pemeriksaan"), COLUMN_TEXT },
		{ "keadaan", N_("Keadaan"), COLUMN_TEXT },
		{ "temuan", N_("Temuan"), COLUMN_TEXT },
		{ "obat", N_("Yang dilakukan"), COLUMN_TEXT },
	};
	struct rows r = rows_start(c, "", columns, COUNT_OF(columns), COUNT_OF(columns));
	for (size_t i = 0; i < up->count; i++) {
		const struct checkup_row *row = &up->items[i];
		rows_add(&r, (const char *const[]){
		                 row->name, cell_word(c, checkup_state_name(row->state)),
		                 cell_sentence(c, row->said), cell_sentence(c, row->remedy) });
	}
	output_table(c, &r.table);
}

/* Yellow is for a person to look at soon, red now. */
static int code_of(const struct checkup *up)
{
	static const enum fault_kind codes[] = { [CHECKUP_GREEN] = FAULT_NONE,
		                                 [CHECKUP_YELLOW] = FAULT_REFUSED,
		                                 [CHECKUP_RED] = FAULT_OUTSIDE };
	return (int)codes[checkup_worst(up)];
}

bool cmd_doctor(struct cmd *c, struct fault *why)
{
	static const char *const afar[] = { "bank", "sipp", "mail" };
	struct checkup up;
	const char *only = c->word_count > 0 ? c->words[0] : "";
	for (size_t i = 0; i < COUNT_OF(afar) && !c->options.dawn; i++) {
		if (text_same(only, afar[i]) && (c->word_count == 1 || i == 0))
			return links_run(c, afar[i], why);
	}
	if (c->word_count > (c->options.dawn ? 0 : 1))
		return fault_set(why, FAULT_MISUSE,
		                 N_("Hanya loket doctor bank BANK yang memakai kata kedua; --dawn "
		                    "tidak memakai kata"));
	if (!service_checkup(only, c->a, &up, why) ||
	    (c->options.dawn && !service_checkup_keep(&up, why)))
		return false;
	checkup_show(c, &up);
	c->code = c->options.dawn ? 0 : code_of(&up);
	return true;
}
