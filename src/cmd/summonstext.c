/* The sentences of a relaas: each combination of channel, outcome, side, person and representative,
 * with its text and its articles; or one of them as a paper. */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/tabayun.h"

#include "private.h"

/* Every word is one of the combination's own: "ghaib 2". */
static bool is_meant(const struct cmd *c, const struct letter_case *of)
{
	for (size_t i = 0; i < c->word_count; i++) {
		size_t k = 0;
		while (k < LETTER_AXES && (k == AXIS_KUASA || !text_same(of->of[k], c->words[i])))
			k++;
		bool kuasa = text_same(c->words[i], "kuasa") &&
		             text_same(of->of[AXIS_KUASA], "yes");
		if (k == LETTER_AXES && !kuasa)
			return false;
	}
	return true;
}

static void add_lines(struct rows *r, const char *name, const struct letter_lines *lines)
{
	for (size_t i = 0; i < lines->count; i++) {
		const struct letter_line *line = &lines->items[i];
		rows_add(r, (const char *const[]){ name, line->part->key, line->text,
		                                   line->sentence->source });
	}
}

static void add_relaas(struct rows *r, const struct cmd *c, const struct relaas_specimen *of)
{
	struct letter_lines lines;
	const struct relaas_of summons = { of->filing->summons, "NAMA JURUSITA" };
	relaas_write(c->book, of->filing, &summons, c->a, &lines);
	add_lines(r, relaas_case_name(&of->of, c->a), &lines);
}

static void add_tabayun(struct rows *r, const struct cmd *c)
{
	struct letter_case *all;
	size_t count = tabayun_cases(c->book, c->a, &all);
	for (size_t i = 0; i < count; i++) {
		struct letter_lines lines;
		const struct tabayun t = tabayun_specimen(&all[i], false);
		if (!is_meant(c, &all[i]))
			continue;
		tabayun_relaas(c->book, &t, "NAMA JURUSITA", c->a, &lines);
		add_lines(r, tabayun_case_name(&all[i], c->a), &lines);
	}
}

static bool print_all(const struct cmd *c, const struct relaas_specimen *all, size_t count,
                      struct fault *why)
{
	for (size_t i = 0; i < count; i++) {
		struct printed printed;
		if (!is_meant(c, &all[i].of))
			continue;
		if (!service_print_specimen(&c->login, &all[i], &printed, why))
			return false;
		output_line(printed.path);
	}
	return true;
}

bool cmd_data_summons(struct cmd *c, struct fault *why)
{
	static const struct column columns[] = {
		{ "keadaan", N_("Keadaan"), COLUMN_TEXT },
		{ "bagian", N_("Bagian"), COLUMN_TEXT },
		{ "kalimat", N_("Kalimat"), COLUMN_TEXT },
		{ "dasar", N_("Dasar"), COLUMN_TEXT },
	};
	struct relaas_specimen *all;
	size_t count = relaas_specimens(c->book, c->a, &all);
	if (c->options.pdf)
		return print_all(c, all, count, why);
	struct rows r = rows_start(c, _("Kalimat relaas"), columns, COUNT_OF(columns),
	                           COUNT_OF(columns));
	for (size_t i = 0; i < count; i++) {
		if (is_meant(c, &all[i].of))
			add_relaas(&r, c, &all[i]);
	}
	add_tabayun(&r, c);
	output_table(c, &r.table);
	return true;
}
