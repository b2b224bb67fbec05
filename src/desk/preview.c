/* What stands beside a screen where the window is wide. */
#include "preview.h"

#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

enum { EVENTS_MOST = 20, LABEL_COLS = 14 };

void preview_history(const struct history *all, const struct desk *d, struct cells *c,
                     struct area where)
{
	int row = 1;
	cells_put(c, where.row, where.col, STYLE_TITLE, _("Riwayat"));
	for (size_t i = 0; i < all->count && row + 1 < where.rows; i++) {
		const struct history_row *h = &all->items[i];
		int used = cells_put(c, where.row + row, where.col, STYLE_DIM,
		                     shown_instant(d->scratch, h->at, &d->app->book->court.zone)) +
		           2;
		cells_put_fit(c, where.row + row, where.col + used, where.cols - used, STYLE_DIM,
		              h->who);
		struct area words = { where.row + row + 1, where.col + 2, where.rows - row - 1,
			              where.cols - 2 };
		row += 1 +
		       frame_paragraph(c, words, STYLE_PLAIN, sentence_said(d->scratch, h->text));
	}
}

static int draw_short(const struct filing *f, const struct desk *d, struct cells *c,
                      struct area where)
{
	const struct rulebook *book = d->app->book;
	const struct case_type *type = rulebook_type(book, filing_value(f, PIHAK, "perkara_jenis"));
	size_t stage = filing_stage(f);
	const struct pair pairs[] = {
		{ _("Pendaftaran"), f->reg },
		{ _("Perkara"), text_is_empty(f->number.number) ? "–" : f->number.number },
		{ _("Jenis perkara"), type == NULL ? "–" : type->name },
		{ _("Langkah"),
		  stage < book->sop.step_count ? _(book->sop.steps[stage].name) : _("selesai") },
		{ _("Sisa panjar"), shown_rupiah(d->scratch, f->panjar) },
	};
	cells_put_fit(c, where.row, where.col, where.cols, STYLE_TITLE, f->title);
	where.row += 1;
	where.rows -= 1;
	return 1 + frame_pairs(c, where, LABEL_COLS, pairs, COUNT_OF(pairs));
}

void preview_filing(const struct id *id, const struct desk *d, struct cells *c)
{
	struct area where = frame_areas(c, false).side;
	struct filing f = { 0 };
	struct history history = { 0 };
	struct fault why = { 0 };
	if (where.cols == 0 || id_none(id))
		return;
	if (!service_filing(&d->login, id, d->scratch, &f, &why) ||
	    !service_history(&d->login, id, EVENTS_MOST, d->scratch, &history, &why)) {
		frame_paragraph(c, where, STYLE_FAULT, fault_text(d->scratch, &why));
		return;
	}
	int used = draw_short(&f, d, c, where) + 1;
	where.row += used;
	where.rows -= used;
	preview_history(&history, d, c, where);
}
