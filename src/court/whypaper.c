/* The view of forms/print/mengapa.xml: how the figures, days and states of a filing came about. */
#include "loket/list.h"
#include "loket/text.h"
#include "loket/view.h"
#include "loket/why.h"

#include "private.h"

static const char *indented(const struct why_row *r, struct arena *a)
{
	return r->depth == 0 ? r->what : arena_print(a, "– %s", r->what);
}

static void put_row(struct view *v, const struct why_row *r)
{
	view_row(v);
	view_put(v, "hal", "");
	view_put(v, "uraian", indented(r, v->a));
	view_put(v, "nilai", why_row_value(r, v->a));
	view_put(v, "dasar", r->basis);
	view_row_end(v);
}

static void put_head(struct view *v, const struct why *w)
{
	view_row(v);
	view_put(v, "hal", w->title);
	view_put(v, "uraian", "");
	view_put(v, "nilai", why_value(w, v->a));
	view_put(v, "dasar", "");
	view_row_end(v);
}

const char *paper_why(const struct rulebook *b, const struct filing *f, const struct printing *p,
                      const struct whys *all, struct arena *a)
{
	struct view v = view_start(a);
	view_head(&v, b, p->now, p->again);
	view_copies(&v, b, "mengapa");
	view_today(&v, b, p->now);
	view_put(&v, "nomor_perkara", f->number.number);
	view_put(&v, "nomor_daftar", f->reg);
	view_put(&v, "nama", f->title);
	view_put(&v, "jenis", paper_kind(b, f));
	view_rows(&v, "hitungan", "hal uraian nilai dasar");
	for (size_t i = 0; i < all->count; i++) {
		put_head(&v, &all->items[i]);
		for (size_t k = 0; k < all->items[i].count; k++)
			put_row(&v, &all->items[i].rows[k]);
	}
	view_rows_end(&v);
	return view_finish(&v);
}
