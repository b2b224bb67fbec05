/* The SOP as it is run, and whether data and journal are sound. */
#include "loket/command.h"
#include "loket/court.h"
#include "loket/list.h"

#include "private.h"

static void transitions(struct cmd *c)
{
	static const struct column columns[] = {
		{ "langkah", N_("Langkah"), false },   { "tindakan", N_("Tindakan"), false },
		{ "dari", N_("Dari keadaan"), false }, { "menjadi", N_("Menjadi"), false },
		{ "oleh", N_("Oleh"), false },
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
		{ "no", N_("No"), true },
		{ "kunci", N_("Kunci"), false },
		{ "langkah", N_("Langkah"), false },
		{ "pelaku", N_("Pelaku"), false },
		{ "norma", N_("Menit"), true },
		{ "keluaran", N_("Keluaran"), false },
		{ "syarat", N_("Syarat"), false },
		{ "kalimat", N_("Bunyi SOP"), false },
	};
	const struct sop *sop = &c->book->sop;
	struct rows r = rows_start(c, sop->title, columns, COUNT_OF(columns),
	                           COUNT_OF(columns) - 2);
	for (size_t i = 0; i < sop->step_count; i++) {
		const struct sop_step *s = &sop->steps[i];
		rows_add(&r, (const char *const[]){ cell_number(c, (long long)i + 1), s->key,
		                                    s->name, s->actor, cell_number(c, s->norm),
		                                    s->output, s->needs, s->title });
	}
	return (struct named_table){ "langkah", r.table };
}

/* Both totals, always: what the document says and what its norms add up to. */
static struct named_table totals_part(const struct cmd *c)
{
	static const struct column columns[] = {
		{ "menurut_sop", N_("Menit menurut SOP"), true },
		{ "dijumlah", N_("Menit bila dijumlah"), true },
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
		{ "bagian", N_("Bagian"), false },
		{ "isi", N_("Isi"), false },
	};
	const struct sop *sop = &c->book->sop;
	struct rows r = rows_start(c, "", columns, COUNT_OF(columns), COUNT_OF(columns));
	for (size_t i = 0; i < sop->head_count; i++) {
		for (size_t k = 0; k < sop->head[i].count; k++)
			rows_add(&r,
			         (const char *const[]){ sop->head[i].part, sop->head[i].lines[k] });
	}
	return (struct named_table){ "kepala", r.table };
}

bool cmd_sop(struct cmd *c, struct fault *why)
{
	(void)why;
	if (c->options.transitions) {
		transitions(c);
		return true;
	}
	const struct named_table parts[] = { steps_part(c), totals_part(c), head_part(c) };
	output_parts(c, parts, COUNT_OF(parts));
	return true;
}
