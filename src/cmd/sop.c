/* The SOP as the program carries it out. */
#include "loket/command.h"
#include "loket/court.h"
#include "loket/list.h"

#include "private.h"

static void transitions(struct cmd *c)
{
	static const struct column columns[] = {
		{ "langkah", N_("Langkah"), COLUMN_TEXT },
		{ "tindakan", N_("Tindakan"), COLUMN_TEXT },
		{ "dari", N_("Dari keadaan"), COLUMN_TEXT },
		{ "menjadi", N_("Menjadi"), COLUMN_TEXT },
		{ "oleh", N_("Oleh"), COLUMN_TEXT },
	};
	const char *const *cells;
	size_t width, count = court_transitions(c->book, c->a, &cells, &width);
	struct rows r = rows_start(c, "", columns, COUNT_OF(columns), COUNT_OF(columns));
	for (size_t i = 0; i < count; i++)
		rows_add(&r, cells + i * width);
	output_table(c, &r.table);
}

static struct named_table steps_part(const struct cmd *c)
{
	static const struct column columns[] = {
		{ "no", N_("No"), COLUMN_NUMBER },
		{ "kunci", N_("Kunci"), COLUMN_TEXT },
		{ "langkah", N_("Langkah"), COLUMN_TEXT },
		{ "pelaku", N_("Pelaku"), COLUMN_TEXT },
		{ "norma", N_("Menit"), COLUMN_NUMBER },
		{ "keluaran", N_("Keluaran"), COLUMN_TEXT },
		{ "syarat", N_("Syarat"), COLUMN_TEXT },
		{ "kalimat", N_("Bunyi SOP"), COLUMN_TEXT },
	};
	const struct sop *sop = &c->book->sop;
	struct rows r = rows_start(c, cell_word(c, sop->title), columns, COUNT_OF(columns),
	                           COUNT_OF(columns) - 2);
	for (size_t i = 0; i < sop->step_count; i++) {
		const struct sop_step *s = &sop->steps[i];
		rows_add(&r, (const char *const[]){
		                 cell_number(c, (long long)i + 1), s->key, cell_word(c, s->name),
		                 s->actor, cell_number(c, s->norm), cell_word(c, s->output),
		                 cell_word(c, s->needs), cell_word(c, s->title) });
	}
	return (struct named_table){ "langkah", r.table };
}

/* Both totals, always: what the document says and what its norms add up to. */
static struct named_table totals_part(const struct cmd *c)
{
	static const struct column columns[] = {
		{ "menurut_sop", N_("Menit menurut SOP"), COLUMN_NUMBER },
		{ "dijumlah", N_("Menit bila dijumlah"), COLUMN_NUMBER },
	};
	const struct sop *sop = &c->book->sop;
	struct rows r = rows_start(c, "", columns, COUNT_OF(columns), COUNT_OF(columns));
	rows_add(&r, (const char *const[]){ cell_number(c, sop->stated_total),
	                                    cell_number(c, sop->sum) });
	return (struct named_table){ "jumlah", r.table };
}

static struct named_table head_part(const struct cmd *c)
{
	static const struct column columns[] = {
		{ "bagian", N_("Bagian"), COLUMN_TEXT },
		{ "isi", N_("Isi"), COLUMN_TEXT },
	};
	const struct sop *sop = &c->book->sop;
	struct rows r = rows_start(c, "", columns, COUNT_OF(columns), COUNT_OF(columns));
	for (size_t i = 0; i < sop->head_count; i++) {
		for (size_t k = 0; k < sop->head[i].count; k++)
			rows_add(&r, (const char *const[]){ cell_word(c, sop->head[i].part),
			                                    sop->head[i].lines[k] });
	}
	return (struct named_table){ "kepala", r.table };
}

bool cmd_sop(struct cmd *c, struct fault *why)
{
	if (c->options.transitions) {
		transitions(c);
		return true;
	}
	const struct named_table parts[] = { steps_part(c), totals_part(c), head_part(c) };
	return output_parts(c, parts, COUNT_OF(parts), why);
}
