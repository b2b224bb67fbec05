/* How the filing screen looks: head, rail with the SOP's clock, the step's body, history at the
 * side, foot. */
#include "loket/shown.h"
#include "loket/text.h"

#include "filing.h"
#include "preview.h"

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
                        char clock[2][PACE_ROOM])
{
	const struct sop *sop = &d->app->book->sop;
	struct rail rail = { .steps = steps, .focus = v->rail ? (int)v->at : -1 };
	for (size_t i = 0; i < sop->step_count && i < v->face.session.filing.step_count; i++) {
		steps[i].label = _(sop->steps[i].rail);
		steps[i].sign = sign_of(v, &v->face.session.filing.steps[i], i);
		rail.count++;
	}
	pace_step(d->app->book, &v->face.session.filing, v->at, d->now, clock[0]);
	pace_all(d->app->book, &v->face.session.filing, d->now, clock[1]);
	rail.clock[0] = clock[0];
	rail.clock[1] = clock[1];
	return rail;
}

static void draw_head(const struct filing *f, const struct desk *d, struct cells *c)
{
	const struct rulebook *book = d->app->book;
	const struct case_type *type = rulebook_type(book, filing_value(f, PIHAK, "perkara_jenis"));
	const struct alur *alur = rulebook_alur(book, filing_value(f, PIHAK, "alur"));
	const char *title = text_is_empty(f->title) ? _("Pendaftaran baru") : f->title;
	if (type != NULL)
		title = arena_print(d->scratch, "%s · %s · %s", title, type->name,
		                    alur == NULL ? "" : alur->code);
	frame_head(c, title, text_is_empty(f->number.number) ? f->reg : f->number.number);
}

void filing_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct filing_view *v = model;
	if (face_is_full(&v->face)) {
		face_draw_full(&v->face, d, c);
		return;
	}
	struct rail_step steps[SOP_MOST];
	char clock[2][PACE_ROOM];
	struct areas areas = filing_areas(d);
	bool away = areas.rail.cols == 0;
	struct rail rail = filing_rail(v, d, steps, clock);
	draw_head(&v->face.session.filing, d, c);
	if (!away ||
	    !v->rail) /* a rail that is put away takes the body's place while one is on it */
		v->body->draw(v, d, c, areas.body);
	if (!away || v->rail)
		frame_rail(c, away ? areas.body : areas.rail, &rail);
	if (areas.side.cols > 0 && v->body->side != NULL) {
		int used = v->body->side(v, c, areas.side);
		areas.side.row += used;
		areas.side.rows -= used;
	}
	if (areas.side.cols > 0)
		preview_history(&v->face.session.history, d, c, areas.side);
}
