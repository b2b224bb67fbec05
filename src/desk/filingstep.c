/* A step of the filing screen: opened with the body it has, done, printed, left for the next one.
 * The bodies call this file; which ones there are the screen says (filing.c). */
#include "loket/list.h"
#include "loket/text.h"

#include "filing.h"
#include "frame.h"

static const struct body *body_of(const struct filing_view *v, const struct act *act)
{
	const struct body *const *one = v->bodies;
	while (*one != NULL && (*one)->act != act)
		one++;
	return *one == NULL ? v->plain : *one;
}

const char *filing_step_key(const struct filing_view *v, const struct desk *d)
{
	const struct sop *sop = &d->app->book->sop;
	return v->at < sop->step_count ? sop->steps[v->at].key : "";
}

/* ---- opening a step ---- */

struct areas filing_areas(const struct desk *d)
{
	const struct cells window = { .rows = d->rows, .cols = d->cols };
	return frame_areas(&window, d->no_rail ? LEFT_SIGNS : LEFT_RAIL);
}

void filing_open_step(struct filing_view *v, struct desk *d, size_t at)
{
	struct session *s = &v->face.session;
	v->at = at;
	v->rail = false;
	session_take(s, session_usual(s, filing_step_key(v, d)));
	v->body = body_of(v, s->act);
	v->own = v->body->size > 0 ? arena_get(v->face.a, 1, v->body->size) : NULL;
	face_open(&v->face, d, filing_areas(d).body);
	if (v->body->open != NULL)
		v->body->open(v);
	if (s->said.tone != TONE_PLAIN)
		face_tell(&v->face, d);
}

void filing_open_stage(struct filing_view *v, struct desk *d)
{
	size_t stage = filing_stage(&v->face.session.filing);
	size_t steps = d->app->book->sop.step_count;
	filing_open_step(v, d, stage < steps ? stage : steps - 1);
}

/* ---- doing ---- */

bool filing_when_allowed(const void *model)
{
	return ((const struct filing_view *)model)->face.session.allowed;
}

bool filing_when_paid(const void *model)
{
	return filing_paid(&((const struct filing_view *)model)->face.session.filing) > 0;
}

bool filing_when_issued(const void *model)
{
	return ((const struct filing_view *)model)->face.session.filing.skum.round > 0;
}

struct intent filing_finish(void *model, struct desk *d)
{
	struct filing_view *v = model;
	if (face_finish(&v->face, d))
		filing_open_stage(v, d);
	return stay();
}

struct intent filing_do(struct filing_view *v, struct desk *d, const struct act *act)
{
	(void)session_do(&v->face.session, act, NULL);
	face_tell(&v->face, d);
	return stay();
}

struct intent filing_print(struct filing_view *v, struct desk *d, const char *paper, int which)
{
	struct printed printed;
	struct fault why = { 0 };
	bool done = service_print(&d->login, &v->face.session.id, paper, which, &printed, &why);
	return desk_printed(d, done, &printed, &why);
}

/* ---- F4 ---- */

void menu_add(struct menu *m, int id, int which, const char *label)
{
	if (m->count < MENU_MOST)
		m->items[m->count++] = (struct menu_item){ id, which, label };
}
