/* One act with its form outside the nine steps: what came of a summons, money of a case, suspense,
 * a message taken back. */
#include <stdio.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "face.h"

enum { LABEL = 17, HELP_ROWS = 3, MOST_ABOVE = 6 };

struct act_view {
	struct face face;
	bool of_summons;  /* it is about a call */
	const char *whom; /* it concerns, as the one who opened it says; "" : by the filing */
};

/* ---- opening ---- */

/* Of the filing as read last; NULL: the act is about none. */
static const struct summons *summons_of(const struct act_view *v)
{
	const struct session *s = &v->face.session;
	for (size_t i = 0; v->of_summons && i < s->filing.summons_count; i++) {
		if (s->filing.summons[i].number == s->number)
			return &s->filing.summons[i];
	}
	return NULL;
}

static bool is_open(const struct act_view *v, struct fault *why)
{
	char number[16];
	const struct summons *s = summons_of(v);
	snprintf(number, sizeof number, "%d", (int)v->face.session.number);
	if (s == NULL)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Tidak ada panggilan ke-%1 pada perkara ini"), number);
	return v->face.session.act != &act_record_service ||
	       call_is_open(v->face.session.book, s) ||
	       fault_set(why, FAULT_REFUSED, N_("Hasil panggilan ke-%1 sudah dicatat"), number);
}

/* An act that is about one of the filing's calls. */
static bool concerns_call(const struct act *act)
{
	return act == &act_record_service || act == &act_mend_service || act == &act_call_again ||
	       act == &act_change_bailiff || act == &act_attach_relaas;
}

static struct area form_area(const struct desk *d)
{
	const struct cells window = { .rows = d->rows, .cols = d->cols };
	struct area body = frame_areas(&window, LEFT_SIGNS).body;
	body.rows -= body.rows < BODY_ROWS_LEAST ? 0 : MOST_ABOVE;
	return body;
}

static bool act_begin(struct act_view *v, const struct argument *with, struct fault *why)
{
	struct session *s = &v->face.session;
	if (!session_read(s, why))
		return false;
	if (with->act == NULL)
		return session_take_form(s, with->step, why);
	v->of_summons = concerns_call(with->act);
	session_take(s, with->act);
	if (v->of_summons && !is_open(v, why))
		return false;
	if (s->allowed)
		return true;
	*why = s->refusal;
	return false;
}

static bool act_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                     struct fault *why)
{
	struct act_view *v = model;
	struct session *s = &v->face.session;
	v->face.a = a;
	session_begin(s, &d->login, &with->filing, a);
	s->number = with->number;
	s->wanted = with->draft;
	s->subject = arena_text(a, with->text == NULL ? "" : with->text);
	v->whom = arena_text(a, with->title == NULL ? "" : with->title);
	if (!act_begin(v, with, why)) {
		session_end(s);
		return false;
	}
	face_open(&v->face, d, form_area(d));
	face_tell(&v->face, d);
	return true;
}

static void act_close(void *model, struct desk *d)
{
	session_end(&((struct act_view *)model)->face.session);
}

static bool act_keep(void *model, struct desk *d)
{
	return face_keep(&((struct act_view *)model)->face, d);
}

static void act_pause(void *model, struct desk *d)
{
	face_pause(&((struct act_view *)model)->face, d);
}

/* ---- events ---- */

static struct intent finish(void *model, struct desk *d)
{
	return face_finish(&((struct act_view *)model)->face, d) ? back() : stay();
}

static struct intent help(void *model, struct desk *d)
{
	return face_help(&((struct act_view *)model)->face);
}

static const struct field *focused(const void *model)
{
	return ((const struct act_view *)model)->face.session.form.focus.field;
}

static bool chooses(const void *model)
{
	return focused(model) != NULL && focused(model)->kind == KIND_CHOICE;
}

static bool picks(const void *model)
{
	return focused(model) != NULL && focused(model)->kind == KIND_FILE;
}

static bool dates(const void *model)
{
	return focused(model) != NULL && focused(model)->kind == KIND_DATE;
}

static bool writes(const void *model)
{
	return focused(model) != NULL && focused(model)->kind == KIND_LINES;
}

static bool records(const void *model)
{
	return ((const struct act_view *)model)->face.session.act == &act_record_service;
}

static bool is_other(const void *model)
{
	return !records(model);
}

static const struct binding keys[] = {
	{ K_F10, .label = N_("catat hasil"), .run = finish, .when = records },
	{ K_F10, .label = N_("selesai"), .run = finish, .when = is_other },
	{ K_F4, .when = chooses },
	{ K_F4, .label = N_("pilih berkas"), .when = picks },
	{ K_F4, .label = N_("kalender"), .when = dates },
	{ K_F4, .label = N_("layar penuh"), .when = writes },
};

static struct bindings act_part(const void *model)
{
	return face_is_full(model) ? face_full_keys() : (struct bindings)BINDINGS(keys);
}

static const struct binding shared_keys[] = { { K_F1, .run = help } };

static struct intent act_on(void *model, struct desk *d, const struct event *e)
{
	struct act_view *v = model;
	if (e->kind == EV_SIZE)
		face_fit(&v->face, d, form_area(d));
	return face_on(&v->face, d, e);
}

static struct intent act_resume(void *model, struct desk *d, const struct screen_result *reply)
{
	struct act_view *v = model;
	if (reply->kind == REPLY_FILE)
		face_put(&v->face, d, reply->text);
	if (reply->kind == REPLY_TEXT)
		face_replace(&v->face, d, reply->text);
	return stay();
}

/* ---- the picture ---- */

/* "Rp60.000, sisa panjar Rp405.000", or how much is lacking: of the call as the form has it. */
static const char *cost_words(const struct act_view *v, const struct summons *before,
                              const struct desk *d)
{
	struct fault why = { 0 };
	const struct session *s = &v->face.session;
	const struct filing *f = &s->filing;
	const char *channel = values_of(&s->form.values, "kanal");
	struct summons next = *before;
	next.follows = before->number;
	if (!text_is_empty(channel))
		next.channel = channel;
	if (!call_reckon(s->book, filing_values(f, PIHAK),
	                 instant_day(d->now, &s->book->court.zone), d->scratch, &next, &why))
		return fault_text(d->scratch, &why);
	rupiah cost = summons_cost(&next), left = call_left(f, before);
	return message_text(d->scratch,
	                    cost <= left ? _("%1, sisa panjar %2")
	                                 : _("%1, kurang %3: minta tambah panjar"),
	                    shown_rupiah(d->scratch, cost), shown_rupiah(d->scratch, left),
	                    shown_rupiah(d->scratch, cost - left));
}

static int draw_summons(const struct act_view *v, const struct summons *s, const struct desk *d,
                        struct cells *c, struct area where)
{
	bool again = v->face.session.act == &act_call_again;
	const struct channel *channel = rulebook_channel(d->app->book, s->channel);
	char hearing[80], deadline[80];
	day_in_full(s->hearing, hearing, sizeof hearing);
	day_in_full(s->deadline, deadline, sizeof deadline);
	const struct pair pairs[] = {
		{ s->label, s->name },
		{ _("Alamat"), s->address },
		{ _("Kanal"), channel == NULL ? s->channel : channel->name },
		{ _("Sidang"), arena_print(d->scratch, "%s, %s", hearing, s->time) },
		{ again ? _("Biaya") : _("Paling lambat"), again ? cost_words(v, s, d) : deadline },
	};
	return frame_pairs(c, where, LABEL, pairs, COUNT_OF(pairs)) + 1;
}

static void draw_head(const struct act_view *v, const struct desk *d, const struct summons *summons,
                      struct cells *c)
{
	const struct session *s = &v->face.session;
	const struct filing *f = &s->filing;
	const char *what = _(s->form.form->title);
	const char *whom = summons != NULL           ? summons->name
	                   : !text_is_empty(v->whom) ? v->whom
	                   : f->version > 0          ? f->title
	                                             : s->subject;
	frame_head(c, text_is_empty(whom) ? what : message_text(d->scratch, "%1 · %2", what, whom),
	           summons != NULL  ? f->number.number
	           : f->reg == NULL ? ""
	                            : f->reg);
}

static void act_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct act_view *v = model;
	const struct summons *summons = summons_of(v);
	if (face_is_full(&v->face)) {
		face_draw_full(&v->face, d, c);
		return;
	}
	struct area body = frame_areas(c, LEFT_SIGNS).body;
	draw_head(v, d, summons, c);
	struct area words = { body.row, body.col, HELP_ROWS, body.cols };
	const char *help = _(v->face.session.form.form->help);
	int used = body.rows < BODY_ROWS_LEAST ? 0
	           : summons != NULL           ? draw_summons(v, summons, d, c, body)
	                                       : frame_paragraph(c, words, STYLE_DIM, help) + 1;
	body.row += used;
	body.rows -= used;
	formview_draw(&v->face.form, c, body);
}

static void act_standing(const void *model, const struct desk *d, struct remark *out)
{
	face_standing(&((const struct act_view *)model)->face, d, out);
}

const struct screen screen_act = {
	.size = sizeof(struct act_view),
	.keys = BINDINGS(shared_keys),
	.part = act_part,
	.open = act_open,
	.on = act_on,
	.resume = act_resume,
	.keep = act_keep,
	.pause = act_pause,
	.close = act_close,
	.draw = act_draw,
	.standing = act_standing,
};
