/* One filing: the steps of the SOP as a rail, the step looked at beside it, its clock, its
 * history. */
#include "filing.h"

#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"

/* The acts that are more than their form. */
static const struct body *const bodies[] = {
	&body_approval, &body_parties, &body_claim,   &body_skum, &body_payment,
	&body_verify,   &body_number,  &body_summons, NULL,
};

static bool filing_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                        struct fault *why)
{
	struct filing_view *v = model;
	struct session *s = &v->face.session;
	struct id id = id_none(&with->filing) ? id_new() : with->filing;
	v->face.a = a;
	v->bodies = bodies;
	v->plain = &body_form;
	session_begin(s, &d->login, &id, a);
	s->wanted = with->draft;
	if (!session_read(s, why) || (s->filing.version == 0 && !app_has_court(d->app, why)))
		return false;
	int named = text_is_empty(with->step) ? 0 : sop_number(&d->app->book->sop, with->step);
	if (named > 0)
		filing_open_step(v, d, (size_t)named - 1);
	else
		filing_open_stage(v, d);
	session_presence(s);
	if (s->said.tone != TONE_PLAIN)
		face_tell(&v->face, d);
	return s->filing.version == 0 || service_enter(&d->login, &id, filing_step_key(v, d), why);
}

static void filing_close(void *model, struct desk *d)
{
	struct filing_view *v = model;
	service_leave(&d->login);
	session_end(&v->face.session);
}

static bool filing_keep(void *model, struct desk *d)
{
	struct filing_view *v = model;
	return face_keep(&v->face, d);
}

static void filing_pause(void *model, struct desk *d)
{
	struct filing_view *v = model;
	face_pause(&v->face, d);
}

/* ---- keys ---- */

/* Another step is looked at; what was said about the one before goes. */
static struct intent look_at(struct filing_view *v, struct desk *d, size_t at)
{
	if (!filing_keep(v, d))
		return stay();
	desk_quiet(d);
	filing_open_step(v, d, at);
	return stay();
}

static struct intent look_here(void *model, struct desk *d)
{
	struct filing_view *v = model;
	return look_at(v, d, v->at);
}

/* The word for the sign of the step that the focus of the rail is on. */
static void say_step(const struct filing_view *v, struct desk *d)
{
	static const char *const words[] = {
		[STEP_BLANK] = N_("belum dimulai"),   [STEP_OPEN] = N_("sedang diisi"),
		[STEP_WAITING] = N_("menunggu"),      [STEP_DONE] = N_("selesai"),
		[STEP_RETURNED] = N_("dikembalikan"),
	};
	const struct filing *f = &v->face.session.filing;
	if (v->at < f->step_count)
		desk_hint(d,
		          message_text(d->scratch, "%1: %2", _(d->app->book->sop.steps[v->at].name),
		                       _(words[f->steps[v->at].state])));
}

static struct intent to_rail(void *model, struct desk *d)
{
	struct filing_view *v = model;
	v->rail = v->face.form.aside = true;
	say_step(v, d);
	return stay();
}

static struct intent help(void *model, struct desk *d)
{
	return face_help(&((struct filing_view *)model)->face);
}

static struct intent why_here(void *model, struct desk *d)
{
	struct filing_view *v = model;
	(void)formview_commit(&v->face.form);
	const struct session *s = &v->face.session;
	const struct id *id = s->filing.version > 0 ? &s->id : &(struct id){ "" };
	return open_screen(&screen_why,
	                   (struct argument){ .filing = *id,
	                                      .session = s,
	                                      .text = v->rail ? filing_step_key(v, d)
	                                                      : session_why_first(s) });
}

/* F10 where another must act first: why. */
static struct intent say_refusal(void *model, struct desk *d)
{
	desk_fault(d, &((struct filing_view *)model)->face.session.refusal);
	return stay();
}

static struct intent print_here(void *model, struct desk *d)
{
	struct filing_view *v = model;
	const struct filing *f = &v->face.session.filing;
	const char *key = filing_step_key(v, d);
	if (text_same(key, PANGGILAN))
		return filing_print(v, d, "relaas", 1);
	if (text_same(key, VERIFIKASI) && f->verdict.round > 0 && !f->verdict.yes)
		return filing_print(v, d, "pemberitahuan", 0);
	return filing_print(v, d, filing_paid(f) > 0 && !text_same(key, SKUM) ? "kwitansi" : "skum",
	                    0);
}

static bool on_rail(const void *model)
{
	return ((const struct filing_view *)model)->rail;
}

static bool off_rail(const void *model)
{
	return !on_rail(model);
}

static enum field_kind focused_kind(const void *model)
{
	const struct session *s = &((const struct filing_view *)model)->face.session;
	const struct field *f = s->has_form && s->allowed ? s->form.focus.field : NULL;
	return f == NULL || on_rail(model) ? KIND_COUNT : f->kind;
}

static bool on_date(const void *model)
{
	return focused_kind(model) == KIND_DATE;
}

static bool on_lines(const void *model)
{
	return focused_kind(model) == KIND_LINES && !face_is_full(model);
}

static bool on_other(const void *model)
{
	return off_rail(model) && !on_date(model) && !on_lines(model) && !face_is_full(model);
}

static bool refused(const void *model)
{
	return !filing_when_allowed(model);
}

/* Of a filing that is kept: a new form has none of them yet. */
static void add_records(struct menu *m, const struct filing *f)
{
	menu_add(m, MENU_HISTORY, 0, _("Riwayat pendaftaran"));
	menu_add(m, MENU_JOURNAL, 0, _("Jurnal dan sisa panjar"));
	menu_add(m, MENU_PRINT, 0, _("Cetak e-SKUM"));
	menu_add(m, MENU_PRINT, 1, _("Cetak kwitansi"));
	menu_add(m, MENU_PRINT, 2, _("Cetak surat pemberitahuan"));
	menu_add(m, MENU_PRINT, 3, _("Cetak lembar sah dan patut"));
	menu_add(m, MENU_PRINT, 4, _("Cetak tanda terima berkas"));
	menu_add(m, MENU_PRINT, 5, _("Cetak konsep gugatan atau permohonan"));
	menu_add(m, MENU_PRINT, 8, _("Cetak kwitansi pengembalian"));
	if (!filing_is_free(f))
		return;
	menu_add(m, MENU_PRINT, 6, _("Cetak permohonan prodeo"));
	menu_add(m, MENU_PRINT, 7, _("Cetak penetapan prodeo"));
}

static struct intent open_menu(void *model, struct desk *d);

static const struct binding rail_keys[] = {
	{ K_ENTER, .label = N_("buka langkah"), .run = look_here },
	{ K_TAB, .run = look_here, .quiet = true },
	{ K_RIGHT, .run = look_here, .quiet = true },
};
static const struct binding keys[] = {
	{ K_F2, .run = why_here, .when = refused },
	{ K_F2, .run = why_here, .quiet = true },
	{ K_F10, .run = say_refusal, .when = refused, .quiet = true },
	{ K_F4, .label = N_("kalender"), .when = on_date },
	{ K_F4, .label = N_("layar penuh"), .when = on_lines },
	{ K_F4, .run = open_menu, .when = on_other },
	{ K_F4, .run = open_menu, .quiet = true }, /* twice on a date; on the rail */
	{ K_F9, .run = print_here, .quiet = true },
	{ K_F1, .run = help, .when = off_rail },
	{ K_BACKTAB, .run = to_rail, .quiet = true },
	{ K_LEFT, .run = to_rail, .quiet = true },
	{ K_UP, .run = to_rail, .quiet = true },
};

static struct bindings filing_part(const void *model)
{
	static const struct bindings rail = BINDINGS(rail_keys);
	const struct filing_view *v = model;
	return v->rail ? rail : face_is_full(&v->face) ? face_full_keys() : v->body->keys;
}

/* ---- F4: the further actions of the body, then those of every filing ---- */

static const char *const papers[] = {
	"skum",   "kwitansi",          "pemberitahuan",    "sah-patut",       "tanda-terima",
	"konsep", "permohonan-prodeo", "penetapan-prodeo", "kwitansi-kembali"
};

static void add_rows(const struct filing_view *v, struct menu *m)
{
	const struct session *s = &v->face.session;
	if (!s->has_form || !s->allowed)
		return;
	for (size_t i = 0; i < s->form.form->list_count; i++)
		menu_add(m, MENU_ADD, (int)i,
		         arena_print(v->face.a, "%s: %s", _("Tambah"),
		                     _(s->form.form->lists[i].title)));
	if (!text_is_empty(face_list(&v->face)))
		menu_add(m, MENU_REMOVE, 0, _("Hapus baris ini"));
}

static struct intent open_menu(void *model, struct desk *d)
{
	struct filing_view *v = model;
	struct menu m = { arena_get(v->face.a, MENU_MOST, sizeof *m.items), 0 };
	add_rows(v, &m);
	if (v->body->menu != NULL)
		v->body->menu(v, &m);
	domicile_menu(v, filing_step_key(v, d), &m);
	if (v->face.session.filing.version > 0)
		add_records(&m, &v->face.session.filing);
	if (v->face.session.drafted || v->face.session.form.changed)
		menu_add(&m, MENU_DISCARD, 0, _("Buang isian yang belum selesai"));
	return open_screen(&screen_menu, (struct argument){ .title = _("Tindakan lain"),
	                                                    .items = m.items,
	                                                    .item_count = m.count });
}

static struct intent ask_discard(struct filing_view *v)
{
	struct menu m = { arena_get(v->face.a, 2, sizeof *m.items), 0 };
	menu_add(&m, MENU_NOTHING, 0, _("Tidak, biarkan"));
	menu_add(&m, MENU_DISCARD, 1, _("Ya, buang; sampai keluar masih dapat diambil kembali"));
	return open_screen(&screen_menu, (struct argument){ .title = _("Buang yang sudah diketik?"),
	                                                    .items = m.items,
	                                                    .item_count = m.count });
}

static struct intent discard(struct filing_view *v, struct desk *d)
{
	char said[sizeof d->message.text];
	if (!session_discard(&v->face.session)) {
		face_tell(&v->face, d);
		return stay();
	}
	snprintf(said, sizeof said, "%s", v->face.session.said.text);
	session_quiet(&v->face.session);
	filing_open_step(v, d, v->at);
	desk_say(d, STYLE_DONE, said);
	return stay();
}

static struct intent chosen(struct filing_view *v, struct desk *d,
                            const struct screen_result *reply)
{
	const struct session *s = &v->face.session;
	switch (reply->id) {
	case MENU_HISTORY:
		return open_screen(&screen_history, (struct argument){ .filing = s->id });
	case MENU_JOURNAL:
		return open_screen(&screen_journal, (struct argument){ .filing = s->id });
	case MENU_PRINT:
		return filing_print(v, d, papers[reply->which], 0);
	case MENU_DISCARD:
		return reply->which == 0 ? ask_discard(v) : discard(v, d);
	case MENU_NOTHING:
		return stay();
	case MENU_ADD:
		face_row_add(&v->face, d, s->form.form->lists[reply->which].id);
		return stay();
	case MENU_REMOVE:
		face_row_remove(&v->face, d);
		return stay();
	case MENU_CODE:
	case MENU_PROOF:
		return domicile_chosen(v, d, reply);
	default:
		return v->body->resume == NULL ? stay() : v->body->resume(v, d, reply);
	}
}

/* ---- what happens elsewhere ---- */

/* The step looked at is opened again unless something is being typed there. */
static void read_filing(struct filing_view *v, struct desk *d, bool tells)
{
	struct session *s = &v->face.session;
	int64_t before = s->filing.version;
	session_read_again(s);
	bool opens = session_news(s, before);
	if (!tells)
		session_quiet(s);
	if (opens)
		filing_open_step(v, d, v->at);
}

static void filing_news(void *model, struct desk *d)
{
	struct filing_view *v = model;
	read_filing(v, d, true);
	session_presence(&v->face.session);
	if (v->face.session.said.tone != TONE_PLAIN)
		face_tell(&v->face, d);
}

static struct intent filing_resume(void *model, struct desk *d, const struct screen_result *reply)
{
	struct filing_view *v = model;
	read_filing(v, d, false);
	if (reply->kind == REPLY_FILE)
		face_put(&v->face, d, reply->text);
	if (reply->kind == REPLY_TEXT)
		face_replace(&v->face, d, reply->text);
	return reply->kind == REPLY_ITEM ? chosen(v, d, reply) : stay();
}

/* ---- events ---- */

static bool on_mouse(struct filing_view *v, struct desk *d, const struct event *e)
{
	struct rail_step steps[SOP_MOST];
	char clock[2][PACE_ROOM];
	struct rail rail = filing_rail(v, d, steps, clock);
	struct areas areas = filing_areas(d);
	if (e->button != BUTTON_LEFT || e->col >= areas.rail.col + areas.rail.cols)
		return false;
	int at = frame_rail_step(areas.rail, &rail, e->row);
	if (at >= 0)
		(void)look_at(v, d, (size_t)at);
	return true;
}

static struct intent event_of_rail(struct filing_view *v, struct desk *d, const struct event *e)
{
	size_t steps = d->app->book->sop.step_count;
	if (e->kind == EV_TEXT && frame_step_key(e->text, steps) >= 0)
		return look_at(v, d, (size_t)frame_step_key(e->text, steps));
	if (e->kind != EV_KEY || (e->key != K_UP && e->key != K_DOWN))
		return pass();
	if (e->key == K_UP && v->at > 0)
		v->at--;
	if (e->key == K_DOWN && v->at + 1 < steps)
		v->at++;
	say_step(v, d);
	return stay();
}

static struct intent filing_on(void *model, struct desk *d, const struct event *e)
{
	struct filing_view *v = model;
	if (e->kind == EV_SIZE)
		face_fit(&v->face, d, filing_areas(d).body);
	if (e->kind == EV_MOUSE && on_mouse(v, d, e))
		return stay();
	if (v->rail)
		return event_of_rail(v, d, e);
	return v->body->on != NULL ? v->body->on(v, d, e) : face_on(&v->face, d, e);
}

static void filing_standing(const void *model, const struct desk *d, struct remark *out)
{
	const struct filing_view *v = model;
	face_standing(&v->face, d, out);
}

const struct screen screen_filing = {
	.size = sizeof(struct filing_view),
	.keys = BINDINGS(keys),
	.open = filing_open,
	.on = filing_on,
	.draw = filing_draw,
	.standing = filing_standing,
	.resume = filing_resume,
	.news = filing_news,
	.keep = filing_keep,
	.pause = filing_pause,
	.close = filing_close,
	.part = filing_part,
};
