/* How the figures, the days and the states of a filing came about: for people a table for each, for
 * programs two tables, the wholes and their parts. */
#include "loket/why.h"

#include "loket/list.h"

#include "private.h"

static const char *const kinds[] = {
	[WHY_WORDS] = "keadaan", [WHY_MONEY] = "uang", [WHY_COUNT] = "hitungan", [WHY_DAY] = "hari"
};

static bool wanted(const struct cmd *c, const struct why *w)
{
	return c->word_count < 2 || text_same(c->words[1], w->key);
}

static const char *row_text(const struct cmd *c, const struct why_row *r)
{
	const char *text = cell_sentence(c, r->what);
	bool people = c->options.format == FORMAT_TABLE;
	return people ? arena_print(c->a, "%*s%s", r->depth * 2, "", text) : text;
}

static struct named_table table_of(const struct cmd *c, const struct why *w)
{
	static const struct column columns[] = {
		{ "uraian", N_("Uraian"), COLUMN_TEXT },
		{ "nilai", N_("Nilai"), COLUMN_TEXT },
		{ "dasar", N_("Dasar"), COLUMN_TEXT },
	};
	const char *title = arena_print(c->a, "%s: %s (%s)", cell_sentence(c, w->title),
	                                cell_sentence(c, why_value(w, c->a)), w->key);
	struct rows r = rows_start(c, title, columns, COUNT_OF(columns), COUNT_OF(columns));
	for (size_t i = 0; i < w->count; i++)
		rows_add(&r, (const char *const[]){ row_text(c, &w->rows[i]),
		                                    why_row_value(&w->rows[i], c->a),
		                                    cell_sentence(c, w->rows[i].basis) });
	return (struct named_table){ w->key, r.table };
}

static bool show(const struct cmd *c, const struct whys *all, struct fault *why)
{
	struct named_table *parts = arena_get(c->a, all->count + 1, sizeof *parts);
	size_t count = 0;
	for (size_t i = 0; i < all->count; i++) {
		if (wanted(c, &all->items[i]))
			parts[count++] = table_of(c, &all->items[i]);
	}
	return output_parts(c, parts, count, why);
}

/* ---- for programs ---- */

static void add_whole(const struct cmd *c, struct rows *r, const struct why *w)
{
	rows_add(r, (const char *const[]){ w->key, cell_sentence(c, w->title), kinds[w->kind],
	                                   w->kind == WHY_MONEY ? cell_rupiah(c, w->amount) : "",
	                                   w->kind == WHY_DAY ? cell_day(c, w->on) : "",
	                                   cell_sentence(c, w->words) });
}

static void add_part(const struct cmd *c, struct rows *r, const char *key, const struct why_row *p)
{
	bool counted = p->times != 0;
	rows_add(r, (const char *const[]){
	                key, cell_number(c, p->depth), kinds[p->kind], row_text(c, p),
	                counted ? cell_number(c, p->times) : "",
	                p->kind == WHY_MONEY && counted ? cell_rupiah(c, p->each) : "",
	                p->kind == WHY_MONEY ? cell_rupiah(c, p->amount) : "",
	                p->kind == WHY_DAY ? cell_day(c, p->on) : "", cell_sentence(c, p->basis) });
}

static bool tables_of(const struct cmd *c, const struct whys *all, struct fault *why)
{
	static const struct column wholes[] = {
		{ "hal", N_("Hal"), COLUMN_TEXT },
		{ "judul", N_("Judul"), COLUMN_TEXT },
		{ "macam", N_("Macam"), COLUMN_TEXT },
		{ "jumlah", N_("Jumlah"), COLUMN_NUMBER },
		{ "tanggal", N_("Tanggal"), COLUMN_TEXT },
		{ "keadaan", N_("Keadaan"), COLUMN_TEXT },
	};
	static const struct column parts[] = {
		{ "hal", N_("Hal"), COLUMN_TEXT },
		{ "tingkat", N_("Tingkat"), COLUMN_NUMBER },
		{ "macam", N_("Macam"), COLUMN_TEXT },
		{ "uraian", N_("Uraian"), COLUMN_TEXT },
		{ "kali", N_("Kali"), COLUMN_NUMBER },
		{ "harga", N_("Tarif"), COLUMN_NUMBER },
		{ "jumlah", N_("Jumlah"), COLUMN_NUMBER },
		{ "tanggal", N_("Tanggal"), COLUMN_TEXT },
		{ "dasar", N_("Dasar"), COLUMN_TEXT },
	};
	struct rows whole = rows_start(c, "", wholes, COUNT_OF(wholes), COUNT_OF(wholes));
	struct rows part = rows_start(c, "", parts, COUNT_OF(parts), COUNT_OF(parts));
	for (size_t i = 0; i < all->count; i++) {
		const struct why *w = &all->items[i];
		if (!wanted(c, w))
			continue;
		add_whole(c, &whole, w);
		for (size_t k = 0; k < w->count; k++)
			add_part(c, &part, w->key, &w->rows[k]);
	}
	const struct named_table both[] = { { "hal", whole.table }, { "uraian", part.table } };
	return output_parts(c, both, COUNT_OF(both), why);
}

bool cmd_why(struct cmd *c, struct fault *why)
{
	struct id id;
	struct filing f;
	struct whys all;
	struct why_ask ask = { .filing = &f, .now = clock_now(), .a = c->a };
	if (!filing_named(c, c->words[0], &id, why) ||
	    !service_filing(&c->login, &id, c->a, &f, why) ||
	    !service_whys(&c->login, &ask, &all, why))
		return false;
	if (c->word_count > 1 && whys_find(&all, c->words[1]) == NULL)
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("%1 tidak ada pada pendaftaran ini; lihat semuanya dengan loket "
		       "why %2"),
		    c->words[1], c->words[0]);
	return c->options.format == FORMAT_TABLE ? show(c, &all, why) : tables_of(c, &all, why);
}
