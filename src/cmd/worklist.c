/* Work with money that waits: all kinds, or the rows of one. */
#include "loket/worklist.h"

#include "loket/list.h"

#include "private.h"

static void all_piles(struct cmd *c, const struct worklist *l)
{
	static const struct column columns[] = {
		{ "kunci", N_("Kunci"), COLUMN_TEXT },
		{ "pekerjaan", N_("Pekerjaan"), COLUMN_TEXT },
		{ "menunggu", N_("Menunggu"), COLUMN_NUMBER },
		{ "terlambat", N_("Terlambat"), COLUMN_NUMBER },
		{ "tertua", N_("Tertua sejak"), COLUMN_TEXT },
		{ "jumlah", N_("Jumlah"), COLUMN_NUMBER },
	};
	struct rows r = rows_start(c, _("Daftar kerja"), columns, COUNT_OF(columns),
	                           COUNT_OF(columns));
	for (size_t i = 0; i < l->count; i++) {
		const struct work_pile *p = &l->items[i];
		day oldest = p->all.count > 0 ? p->all.items[0].since : DAY_NONE;
		rows_add(&r, (const char *const[]){ p->kind->key, cell_word(c, p->kind->name),
		                                    cell_number(c, (long long)p->all.count),
		                                    cell_number(c, (long long)p->late),
		                                    cell_day(c, oldest), cell_rupiah(c, p->sum) });
	}
	output_table(c, &r.table);
}

static void one_pile(struct cmd *c, const struct work_pile *p)
{
	static const struct column columns[] = {
		{ "perkara", N_("Perkara"), COLUMN_TEXT },
		{ "nama", N_("Nama"), COLUMN_TEXT },
		{ "jumlah", N_("Jumlah"), COLUMN_NUMBER },
		{ "sejak", N_("Sejak"), COLUMN_TEXT },
		{ "terlambat", N_("Terlambat"), COLUMN_YESNO },
	};
	struct rows r = rows_start(c, p->kind->name, columns, COUNT_OF(columns), COUNT_OF(columns));
	for (size_t i = 0; i < p->all.count; i++) {
		const struct work_item *w = &p->all.items[i];
		rows_add(&r, (const char *const[]){ w->matter, w->title, cell_rupiah(c, w->amount),
		                                    cell_day(c, w->since), cell_yes(c, w->late) });
	}
	output_table(c, &r.table);
}

bool cmd_worklist(struct cmd *c, struct fault *why)
{
	struct worklist l;
	if (!service_worklist(&c->login, c->a, &l, why))
		return false;
	if (c->word_count == 0) {
		all_piles(c, &l);
		return true;
	}
	const struct work_pile *p = worklist_pile(&l, c->words[0]);
	if (p == NULL)
		return fault_set(why, FAULT_MISUSE,
		                 N_("Tidak ada pekerjaan %1; lihat loket worklist"), c->words[0]);
	one_pile(c, p);
	return true;
}
