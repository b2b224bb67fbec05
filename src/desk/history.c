/* Riwayat: who did what with a filing, newest first; below the chosen one, what it changed. */
#include "loket/list.h"
#include "loket/session.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "listview.h"

enum { MOST = 500, BELOW = 7, TEXT_ROWS = 2 };

struct history_view {
	struct listview list;
	struct id id;
	struct filing filing;
	struct history history;
	struct form_scope scope; /* in which its values are read */
};

static bool history_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                         struct fault *why)
{
	struct history_view *v = model;
	v->id = with->filing;
	return true;
}

static bool history_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct history_view *v = model;
	v->filing = (struct filing){ 0 };
	v->history = (struct history){ 0 };
	bool good = service_filing(&d->login, &v->id, a, &v->filing, why) &&
	            service_scope(&d->login, &v->filing, NULL, a, &v->scope, why) &&
	            service_history(&d->login, &v->id, MOST, a, &v->history, why);
	if (!good)
		v->history = (struct history){ 0 };
	listview_fit(&v->list, v->history.count, d);
	return good;
}

static void history_row(const void *model, const struct desk *d, size_t at,
                        struct listview_row *out)
{
	const struct history_view *v = model;
	const struct history_row *h = &v->history.items[at];
	out->cells[0] = shown_instant(d->scratch, h->at, &d->app->book->court.zone);
	out->cells[1] = h->who;
	out->cells[2] = _(sop_rail(&d->app->book->sop, h->step));
	out->cells[3] = sentence_said(d->scratch, h->text);
}

static const struct listview_column columns[] = {
	{ "", .width = 17 }, { "", .width = 10 }, { "", .width = 13 }, { "", .share = 1 }
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.below = BELOW,
	.row = history_row,
};

static const struct binding keys[] = { LISTVIEW_PAGES };

/* "Alamat: Jl. Melati 3 → Jl. Melati 5", a line each. */
static void draw_changes(const struct history_view *v, const struct desk *d, struct cells *c,
                         struct area where)
{
	struct arena *a = d->scratch;
	struct revision r = { 0 };
	struct fault why = { 0 };
	if (!service_revision(&d->login, &v->history.items[listview_at(&v->list)], a, &r, &why))
		frame_paragraph(c, where, STYLE_FAULT, fault_text(a, &why));
	for (size_t i = 0; i < r.count && where.rows > 0; i++) {
		const char *line = arena_print(a, "%s: %s", change_name(&r.items[i], a),
		                               change_words(&r.items[i], &v->scope, a));
		int used = frame_paragraph(c, where, STYLE_PLAIN, line);
		where.row += used;
		where.rows -= used;
	}
}

static void history_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct history_view *v = model;
	struct area below = listview_below(&v->list, c);
	desk_head(d, c, message_text(d->scratch, _("Riwayat · %1"), v->filing.title));
	if (!listview_when_any(v))
		return;
	int used = frame_paragraph(c,
	                           (struct area){ below.row + 1, below.col, TEXT_ROWS, below.cols },
	                           STYLE_TITLE,
	                           sentence_said(d->scratch,
	                                         v->history.items[listview_at(&v->list)].text));
	draw_changes(v, d, c,
	             (struct area){ below.row + 1 + used, below.col, below.rows - 1 - used,
	                            below.cols });
}

const struct screen screen_history = {
	.size = sizeof(struct history_view),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.open = history_open,
	.read = history_read,
	.draw = history_draw,
};
