/* How the filing screen looks: head, rail with the SOP's clock, the step's body, history at the
 * side, foot. */
#include <stdio.h>

#include "loket/text.h"

#include "filing.h"

static enum rail_sign sign_of(const struct filing_view *v, const struct step_record *s, size_t at)
{
	if (s->state == STEP_RETURNED)
		return RAIL_ATTENTION;
	if (s->state == STEP_WAITING)
		return RAIL_WAITING;
	if (at == v->at)
		return RAIL_HERE;
	return s->state == STEP_DONE ? RAIL_DONE : RAIL_NOT_BEGUN;
}

struct rail filing_rail(const struct filing_view *v, const struct desk *d, struct rail_step *steps,
                        char clock[2][64])
{
	const struct sop *sop = &d->app->book->sop;
	struct rail rail = { .steps = steps, .focus = v->rail ? (int)v->at : -1 };
	for (size_t i = 0; i < sop->step_count && i < v->filing.step_count; i++) {
		steps[i].label = _(sop->steps[i].rail);
		steps[i].sign = sign_of(v, &v->filing.steps[i], i);
		rail.count++;
	}
	pace_step(sop, &v->filing, v->at, d->now, clock[0], sizeof clock[0]);
	pace_all(sop, &v->filing, d->now, clock[1], sizeof clock[1]);
	rail.clock[0] = clock[0];
	rail.clock[1] = clock[1];
	return rail;
}

static void draw_history(const struct filing_view *v, const struct desk *d, struct cells *c,
                         struct area where)
{
	const struct zone *z = &d->app->book->court.zone;
	int row = 1;
	cells_put(c, where.row, where.col, STYLE_TITLE, _("Riwayat"));
	for (size_t i = 0; i < v->history.count && row + 1 < where.rows; i++) {
		const struct history_row *h = &v->history.items[i];
		char when[32];
		instant_show(h->at, z, when, sizeof when);
		int used = cells_put(c, where.row + row, where.col, STYLE_DIM, when) + 2;
		cells_put_fit(c, where.row + row, where.col + used, where.cols - used, STYLE_DIM,
		              h->who);
		struct area words = { where.row + row + 1, where.col + 2, where.rows - row - 1,
			              where.cols - 2 };
		row += 1 + frame_paragraph(c, words, STYLE_PLAIN, h->text);
	}
}

static void draw_head(const struct filing_view *v, const struct desk *d, struct cells *c)
{
	char left[300];
	const struct rulebook *book = d->app->book;
	const struct case_type *type =
	    rulebook_type(book, filing_value(&v->filing, "pihak", "perkara_jenis"));
	const struct alur *alur = rulebook_alur(book, filing_value(&v->filing, "pihak", "alur"));
	const char *title = text_is_empty(v->filing.title) ? _("Pendaftaran baru")
	                                                   : v->filing.title;
	if (type == NULL)
		snprintf(left, sizeof left, "%s", title);
	else
		snprintf(left, sizeof left, "%s · %s · %s", title, type->name,
		         alur == NULL ? "" : alur->code);
	frame_head(c, left,
	           text_is_empty(v->filing.number.number) ? v->filing.reg
	                                                  : v->filing.number.number);
}

static void draw_foot(const struct filing_view *v, struct cells *c)
{
	struct key_hint hints[BODY_HINTS + 8];
	size_t count = 0;
	bool body = v->body != NULL;
	hints[count++] = (struct key_hint){ .key = K_F10,
		                            .label = body ? _(v->body->done) : "",
		                            .shown = v->act != NULL && !v->rail };
	if (v->rail)
		hints[count++] =
		    (struct key_hint){ .key = K_ENTER, .label = _("buka langkah"), .shown = true };
	if (body && v->body->hints != NULL && !v->rail)
		count += v->body->hints(v, hints + count);
	hints[count++] =
	    (struct key_hint){ .key = K_F2, .shown = v->act == NULL, .label = _("mengapa?") };
	hints[count++] = (struct key_hint){ .key = K_F4, .shown = !v->rail };
	hints[count++] = (struct key_hint){ .key = K_F1, .shown = !v->rail };
	hints[count++] = (struct key_hint){ .key = K_ESC, .shown = true };
	frame_foot(c, hints, count);
}

void filing_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct filing_view *v = model;
	struct rail_step steps[SOP_MOST];
	char clock[2][64];
	struct areas areas = frame_areas(c, true);
	struct rail rail = filing_rail(v, d, steps, clock);
	draw_head(v, d, c);
	if (v->body != NULL && v->body->draw != NULL)
		v->body->draw(v, d, c, areas.body);
	frame_rail(c, areas.rail, &rail);
	if (areas.side.cols > 0 && v->body != NULL && v->body->side != NULL) {
		int used = v->body->side(v, c, areas.side);
		areas.side.row += used;
		areas.side.rows -= used;
	}
	if (areas.side.cols > 0)
		draw_history(v, d, c, areas.side);
	draw_foot(v, c);
}
