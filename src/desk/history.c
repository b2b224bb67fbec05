/* Riwayat: who did what with a filing, newest first; below the chosen one, what it changed. */
#include "loket/list.h"
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
	(void)d;
	(void)a;
	(void)why;
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
                        struct listview_row *out, struct arena *a)
{
	const struct history_view *v = model;
	const struct history_row *h = &v->history.items[at];
	out->cells[0] = shown_instant(a, h->at, &d->app->book->court.zone);
	out->cells[1] = h->who;
	out->cells[2] = h->step;
	out->cells[3] = h->text;
}

static const struct listview_column columns[] = {
	{ "", .width = 17 }, { "", .width = 10 }, { "", .width = 11 }, { "", .share = 1 }
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.below = BELOW,
	.row = history_row,
};

static const struct action actions[] = { LISTVIEW_PAGES };

static const char *read_as(const struct history_view *v, const struct field *f, const char *stored,
                           struct arena *a)
{
	return text_is_empty(stored) ? _("(kosong)") : field_show(f, stored, &v->scope, a);
}

/* "Alamat: Jl. Melati 3 → Jl. Melati 5", a line each; "Nama 2" in the second row of a list. */
static void draw_changes(const struct history_view *v, struct cells *c, struct area where,
                         const struct history_row *h, const struct desk *d)
{
	struct arena a = arena_start(MIB);
	struct revision r = { 0 };
	struct fault why = { 0 };
	char text[600];
	if (!service_revision(&d->login, h, &a, &r, &why)) {
		fault_say(&why, text, sizeof text);
		frame_paragraph(c, where, STYLE_FAULT, text);
	}
	for (size_t i = 0; i < r.count && where.rows > 0; i++) {
		const struct form_change *ch = &r.items[i];
		const char *row = ch->row > 0 ? arena_print(&a, " %d", ch->row) : "";
		int used = frame_paragraph(c, where, STYLE_PLAIN,
		                           message_text(&a, "%1%2: %3 → %4", _(ch->field->label),
		                                        row, read_as(v, ch->field, ch->was, &a),
		                                        read_as(v, ch->field, ch->is, &a)));
		where.row += used;
		where.rows -= used;
	}
	arena_drop(&a);
}

static void history_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct history_view *v = model;
	struct area below = listview_below(&v->list, c);
	size_t at = listview_at(&v->list);
	char head[300];
	message_fill(_("Riwayat · %1"), (const char *const[]){ v->filing.title }, 1, head,
	             sizeof head);
	desk_head(d, c, head);
	if (at >= v->history.count)
		return;
	const struct history_row *h = &v->history.items[at];
	int used = frame_paragraph(c,
	                           (struct area){ below.row + 1, below.col, TEXT_ROWS, below.cols },
	                           STYLE_TITLE, h->text);
	draw_changes(v, c,
	             (struct area){ below.row + 1 + used, below.col, below.rows - 1 - used,
	                            below.cols },
	             h, d);
}

const struct screen screen_history = {
	.size = sizeof(struct history_view),
	.actions = ACTIONS(actions),
	.listing = &listing,
	.open = history_open,
	.read = history_read,
	.draw = history_draw,
};
