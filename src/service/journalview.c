/* The view of forms/print/jurnal.xml: the page of one case in the journal KI-PA1. */
#include "loket/court.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

static const char *money_words(rupiah amount, struct arena *a)
{
	char out[32];
	money_digits(amount, out, sizeof out);
	return amount == 0 ? "" : arena_text(a, out);
}

static void journal_row(struct view *v, const struct rulebook *b, const struct journal_row *r)
{
	char posted[16];
	day_show(r->posted, posted, sizeof posted);
	view_row(v);
	view_put(v, "tanggal", posted);
	view_put(v, "uraian", journal_words(r, v->a));
	view_put(v, "kategori", category_label(b, r->category));
	view_put(v, "masuk", money_words(r->in, v->a));
	view_put(v, "keluar", money_words(r->out, v->a));
	view_put(v, "sisa", r->left == 0 ? "0" : money_words(r->left, v->a));
	view_row_end(v);
}

const char *journal_view(const struct rulebook *b, const struct filing *f, const struct printing *p,
                         const struct journal_page *page, struct arena *a)
{
	struct view v = view_start(a);
	view_head(&v, b, p->now, p->again);
	view_today(&v, b, p->now);
	view_put(&v, "nomor_perkara", f->number.number);
	view_put(&v, "nomor_daftar", f->reg);
	view_put(&v, "nama", f->title);
	view_rows(&v, "ayat", "tanggal uraian kategori masuk keluar sisa");
	for (size_t i = 0; i < page->count; i++)
		journal_row(&v, b, &page->items[i]);
	view_rows_end(&v);
	view_put(&v, "sisa", money_words(f->panjar, a));
	view_officer(&v, b, "kasir");
	view_officer(&v, b, "panitera");
	return view_finish(&v);
}
