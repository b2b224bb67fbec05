/* Lists of filings, and how a command names one of them. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

enum { LIMIT = 100, LIMIT_MOST = 10000 };

bool filing_named(struct cmd *c, const char *name, struct id *out, struct fault *why)
{
	return service_find(&c->login, name, out, why);
}

bool filing_of_option(struct cmd *c, struct id *out, struct fault *why)
{
	if (text_is_empty(c->options.filing))
		return fault_set(
		    why, FAULT_MISUSE,
		    N_("Pendaftaran belum disebut; tambahkan --filing ID (nomor pendaftaran, perkara atau id)"));
	return filing_named(c, c->options.filing, out, why);
}

static void add_row(const struct cmd *c, struct rows *r, const struct list_row *l)
{
	const struct sop *sop = &c->book->sop;
	const struct case_type *type = rulebook_type(c->book, l->type);
	bool done = l->stage < 1 || (size_t)l->stage > sop->step_count;
	rows_add(r, (const char *const[]){
	                l->reg, l->number, l->title, type == NULL ? l->type : type->name,
	                done ? "" : sop->steps[l->stage - 1].key, cell_state(c, l->state),
	                cell_instant(c, l->since), cell_yes(c, l->late), l->filing.text, l->key });
}

static bool list(struct cmd *c, const char *search, struct fault *why)
{
	static const struct column columns[] = {
		{ "pendaftaran", N_("Pendaftaran"), COLUMN_TEXT },
		{ "perkara", N_("Perkara"), COLUMN_TEXT },
		{ "judul", N_("Nama"), COLUMN_TEXT },
		{ "jenis", N_("Jenis"), COLUMN_TEXT },
		{ "langkah", N_("Langkah"), COLUMN_TEXT },
		{ "keadaan", N_("Keadaan"), COLUMN_TEXT },
		{ "sejak", N_("Sejak"), COLUMN_TEXT },
		{ "terlambat", N_("Terlambat"), COLUMN_YESNO },
		{ "id", N_("Id"), COLUMN_TEXT },
		{ "kunci", N_("Kunci"), COLUMN_TEXT },
	};
	struct list_page page;
	struct list_query q = { .search = search,
		                .step = c->options.step,
		                .type = c->options.type,
		                .after = c->options.after,
		                .limit = c->options.limit == 0 ? LIMIT : (int)c->options.limit };
	if (q.limit > LIMIT_MOST)
		return fault_set(
		    why, FAULT_MISUSE,
		    N_("Pilihan --limit paling banyak %1; teruskan dengan --after KUNCI"),
		    cell_number(c, LIMIT_MOST));
	if (!text_is_empty(q.step) && sop_number(&c->book->sop, q.step) == 0)
		return fault_set(why, FAULT_MISUSE, N_("Tidak ada langkah %1; lihat loket sop"),
		                 q.step);
	if (!service_list(&c->login, &q, c->a, &page, why))
		return false;
	struct rows r = rows_start(c, "", columns, COUNT_OF(columns), COUNT_OF(columns) - 2);
	for (size_t i = 0; i < page.count; i++)
		add_row(c, &r, &page.items[i]);
	output_table(c, &r.table);
	return true;
}

bool cmd_filing_list(struct cmd *c, struct fault *why)
{
	return list(c, "", why);
}

bool cmd_filing_search(struct cmd *c, struct fault *why)
{
	struct text t = text_start(c->a);
	for (size_t i = 0; i < c->word_count; i++) {
		if (i > 0)
			text_add(&t, " ");
		text_add(&t, c->words[i]);
	}
	return list(c, text_clean(c->a, t.s, t.length, false), why);
}
