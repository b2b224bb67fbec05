/* The sentences of a relaas: each combination of channel, outcome, side, person and representative,
 * with its text and its articles; or one of them as a paper. */
#include "loket/court.h"
#include "loket/list.h"

#include "private.h"

/* Every word is one of the combination's own: "ghaib 2". */
static bool is_meant(const struct cmd *c, const struct letter_case *of)
{
	for (size_t i = 0; i < c->word_count; i++) {
		size_t k = 0;
		while (k < AXIS_KUASA && !text_same(of->of[k], c->words[i]))
			k++;
		bool kuasa = text_same(c->words[i], "kuasa") &&
		             text_same(of->of[AXIS_KUASA], "yes");
		if (k == AXIS_KUASA && !kuasa)
			return false;
	}
	return true;
}

static void add_lines(struct rows *r, const struct cmd *c, const struct relaas_specimen *of)
{
	struct letter_lines lines;
	const struct relaas_of summons = { of->filing->summons, "NAMA JURUSITA" };
	relaas_write(c->book, of->filing, &summons, c->a, &lines);
	for (size_t i = 0; i < lines.count; i++) {
		const struct letter_line *line = &lines.items[i];
		rows_add(r, (const char *const[]){ relaas_case_name(&of->of, c->a), line->part->key,
		                                   line->text, line->sentence->source });
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
			add_lines(&r, c, &all[i]);
	}
	output_table(c, &r.table);
	return true;
}
