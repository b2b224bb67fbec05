/* The desk itself: one wait, a stack of screens, and what is the same on all of them. Nothing here
 * or above waits for anything but the terminal, the doorbell and the clock. */
#include <stdio.h>
#include <string.h>

#include "loket/desk.h"
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "editor.h"
#include "frame.h"
#include "keys.h"
#include "listview.h"
#include "window.h"

/* TICK, PATIENCE, TYPING, WAIT_MOST and ESC_HELD are milliseconds. */
enum { TICK = 500, PATIENCE = 1500, TYPING = 50, WAIT_MOST = 60000, ESC_HELD = 1000 };

static const size_t memory_most = 256 * MIB; /* of one screen */

/* ---- reading, opening and closing ---- */

static bool level_read(struct desk_app *app, struct level *l, struct fault *why)
{
	if (l->screen->read == NULL)
		return true;
	struct arena before = l->read;
	l->read = arena_start(memory_most);
	bool good = l->screen->read(l->model, &app->desk, &l->read, why);
	arena_drop(&before);
	return good;
}

static void read_top(struct desk_app *app)
{
	struct fault why = { 0 };
	if (!level_read(app, level_top(app), &why))
		desk_fault(&app->desk, &why);
}

static bool keep(struct desk_app *app, const struct level *l)
{
	return l->screen->keep == NULL || l->screen->keep(l->model, &app->desk);
}

static void level_drop(struct level *l)
{
	arena_drop(&l->read);
	arena_drop(&l->memory);
}

static bool push(struct desk_app *app, const struct screen *screen, const struct argument *with)
{
	struct fault why = { 0 };
	if (app->depth == LEVELS_MOST) {
		desk_say(&app->desk, STYLE_FAULT,
		         _("Terlalu banyak layar terbuka; tutup dahulu dengan Esc"));
		return false;
	}
	if (app->depth > 0 && !keep(app, level_top(app)) && !screen->over)
		return false;
	if (!screen->over && !app->desk.said)
		desk_quiet(&app->desk);
	struct level *l = &app->stack[app->depth];
	*l = (struct level){ .screen = screen,
		             .memory = arena_start(memory_most),
		             .read = arena_start(memory_most) };
	l->model = arena_get(&l->memory, 1, screen->size);
	if (screen->listing != NULL)
		listview_init(l->model, screen->listing, &l->memory);
	if ((screen->open == NULL || screen->open(l->model, &app->desk, &l->memory, with, &why)) &&
	    level_read(app, l, &why)) {
		app->depth++;
		hurry_new(&app->hurry);
		if (screen->beside)
			window_share(app);
		return true;
	}
	level_drop(l);
	desk_fault(&app->desk, &why);
	return false;
}

static void pop(struct desk_app *app)
{
	struct level *l = level_top(app);
	(void)keep(app, l);
	if (l->screen->close != NULL)
		l->screen->close(l->model, &app->desk);
	bool beside = l->screen->beside;
	level_drop(l);
	app->depth--;
	hurry_new(&app->hurry);
	if (beside)
		window_share(app);
}

static struct intent resume(struct desk_app *app, const struct screen_result *reply)
{
	const struct screen *screen = level_top(app)->screen;
	read_top(app);
	return screen->resume == NULL ? stay()
	                              : screen->resume(level_top(app)->model, &app->desk, reply);
}

/* What the user's own editor made of the text is the screen's. */
static struct intent edit(struct desk_app *app, const char *text)
{
	struct fault why = { 0 };
	struct screen_result made = { .kind = REPLY_TEXT };
	struct arena *a = &level_top(app)->memory;
	if (editor_run(app->term, &app->desk.app->home, arena_text(a, text), a, &made.text, &why))
		return resume(app, &made);
	desk_fault(&app->desk, &why);
	return stay();
}

static void go_out(struct desk_app *app)
{
	while (app->depth > 0)
		pop(app);
	if (app->desk.login.user[0] != '\0')
		service_drafts_forget(&app->desk.login);
	app->desk.login = (struct login){ .app = app->desk.app };
	app->desk.all = (struct remarks){ 0 };
	if (!push(app, &screen_login, &(struct argument){ 0 }))
		app->over = true;
}

/* The login screen hands over to the first screen of whoever came. */
static void open_on_top(struct desk_app *app, const struct intent *i)
{
	bool from_login = app->depth == 1 && level_top(app)->screen == &screen_login;
	bool hands_over = from_login && !i->screen->over;
	if (hands_over)
		pop(app);
	if (!push(app, i->screen, &i->argument) && hands_over)
		go_out(app);
}

/* Does what can be done at once; what is left is what the screen below makes of it. */
static struct intent follow_one(struct desk_app *app, const struct intent *i)
{
	struct screen_result reply = i->reply;
	switch (i->kind) {
	case INTENT_STAY:
	case INTENT_PASS:
		break;
	case INTENT_READ:
		read_top(app);
		break;
	case INTENT_OPEN:
		open_on_top(app, i);
		break;
	case INTENT_BACK:
		if (reply.text != NULL && app->depth > 1)
			reply.text = arena_text(&level_top(app)[-1].memory, reply.text);
		pop(app);
		if (app->depth > 0)
			return resume(app, &reply);
		app->over = true;
		break;
	case INTENT_HOME:
		while (app->depth > 1)
			pop(app);
		return resume(app, &(struct screen_result){ 0 });
	case INTENT_EDITOR:
		return edit(app, reply.text);
	case INTENT_LOGOUT:
		go_out(app);
		break;
	case INTENT_QUIT:
		app->over = true;
		break;
	}
	return stay();
}

static void follow(struct desk_app *app, struct intent i)
{
	bool closes = i.kind == INTENT_BACK || i.kind == INTENT_HOME || i.kind == INTENT_LOGOUT;
	if (closes && !keep(app, level_top(app))) {
		desk_say(&app->desk, STYLE_FAULT,
		         _("Belum tersimpan, jadi isian tetap terbuka; terus dicoba"));
		return;
	}
	while (i.kind != INTENT_STAY && i.kind != INTENT_PASS)
		i = follow_one(app, &i);
}

/* ---- events ---- */

static void keep_all(struct desk_app *app)
{
	for (size_t i = 0; i < app->depth; i++)
		(void)keep(app, &app->stack[i]);
}

static void rest(struct desk_app *app)
{
	for (size_t i = 0; i < app->depth; i++) {
		const struct level *l = &app->stack[i];
		if (l->screen->pause != NULL)
			l->screen->pause(l->model, &app->desk);
	}
}

/* The desk of somebody who is no longer in, or not at it: what was typed is kept, then it is the
 * login's again. */
static void shut(struct desk_app *app, const char *said)
{
	const struct level *l = level_top(app);
	if (app->desk.login.user[0] == '\0')
		return;
	keep_all(app);
	if (!keep(app, l))
		return;
	go_out(app);
	desk_say(&app->desk, STYLE_FAULT, said);
}

static void shut_when_left(struct desk_app *app)
{
	int seconds = app->desk.app->book->court.idle_seconds;
	if (seconds > 0 && clock_steady() - app->active > (int64_t)seconds * 1000)
		shut(app, _("Meja ditutup karena lama tidak ada ketikan; isian disimpan"));
}

static void shut_when_closed(struct desk_app *app)
{
	struct fault why = { 0 };
	char said[400];
	if (app->desk.login.user[0] == '\0' || login_stands(&app->desk.login, &why))
		return;
	fault_say(&why, said, sizeof said);
	shut(app, said);
}

/* Reads again when somebody committed something; data files too. */
static void look(struct desk_app *app)
{
	struct fault why;
	int64_t stamp = app->desk.app->book_stamp;
	int64_t now = service_news(app->desk.app);
	if (!app_refresh(app->desk.app, &why))
		desk_fault(&app->desk, &why);
	bool files = stamp != app->desk.app->book_stamp;
	if (now == app->seen && !files)
		return;
	app->seen = now;
	shut_when_closed(app);
	if (files || !level_top(app)->screen->of_files)
		read_top(app);
	if (level_top(app)->screen->news != NULL)
		level_top(app)->screen->news(level_top(app)->model, &app->desk);
}

static void size_now(struct desk_app *app)
{
	int rows, cols;
	term_size(app->term, &rows, &cols);
	cells_size(&app->cells, rows, cols);
	window_share(app);
}

/* What was said on a screen is about it, and goes when it closes. */
static void forget_message(struct desk_app *app, const struct intent *i)
{
	bool closes = i->kind == INTENT_BACK || i->kind == INTENT_HOME || i->kind == INTENT_LOGOUT;
	if (closes && !app->desk.said && !level_top(app)->screen->over)
		desk_quiet(&app->desk);
}

static struct intent run(struct level *l, struct desk *d, const struct binding *x)
{
	if (binding_may(x, d))
		return x->run == NULL ? x->then : x->run(l->model, d);
	desk_say_who_may(d, binding_right(x));
	return stay();
}

/* What a key means where the screen makes nothing of it. */
static struct intent usual(const struct desk_app *app, const struct screen *screen, enum key key)
{
	if (key == K_F1 && screen->help != NULL)
		return open_screen(&screen_help, (struct argument){ .title = _(screen->title),
		                                                    .text = _(screen->help) });
	if (key == K_ESC && app->depth > 1)
		return back();
	if (key == K_F3 && app->depth > 1)
		return (struct intent){ .kind = INTENT_HOME };
	return stay();
}

static struct intent event_of_list(struct level *l, struct desk *d, const struct event *e)
{
	switch (listview_on(l->model, d, e)) {
	case LISTVIEW_NOT_MINE:
		return pass();
	case LISTVIEW_MOVED:
		return stay();
	case LISTVIEW_CHANGED:
		return l->screen->typed == NULL ? stay() : l->screen->typed(l->model, d);
	}
	return pass();
}

static struct intent event_of_screen(struct desk_app *app, const struct event *e)
{
	struct level *l = level_top(app);
	struct desk *d = &app->desk;
	struct intent i = l->screen->on == NULL ? pass() : l->screen->on(l->model, d, e);
	if (i.kind == INTENT_PASS && l->screen->listing != NULL)
		i = event_of_list(l, d, e);
	const struct binding *x = i.kind == INTENT_PASS ? binding_for(l->screen, l->model, e)
	                                                : NULL;
	if (x != NULL)
		return run(l, d, x);
	return i.kind == INTENT_PASS && e->kind == EV_KEY ? usual(app, l->screen, e->key) : i;
}

/* Was an F10 pressed on what nobody can have read? Then it is told and does nothing. */
static bool is_hasty(struct desk_app *app, const struct event *e)
{
	if (e->kind != EV_KEY || e->key != K_F10 || hurry_counts(&app->hurry, clock_steady()))
		return false;
	desk_say(&app->desk, STYLE_FAULT,
	         _("F10 kedua diabaikan; baca layar ini dahulu, lalu tekan lagi"));
	hurry_new(&app->hurry);
	return true;
}

/* ---- Esc, which may be half of an F key ---- */

/* The screen that Esc left closes. */
static void leave_now(struct desk_app *app)
{
	struct intent i = back();
	if (!app->leaving)
		return;
	app->leaving = false;
	app->desk.said = false;
	forget_message(app, &i);
	follow(app, i);
}

/* Esc and a digit, typed one after the other, are an F key of the screen that Esc would leave.
 * True: a second Esc, from a hand that leaves screens and types no F key. */
static bool take_half(struct desk_app *app, struct event *e)
{
	bool held = clock_steady() < app->esc_until;
	bool again = held && e->kind == EV_KEY && e->key == K_ESC &&
	             (app->leaving || app->depth == 1);
	bool digit = e->kind == EV_TEXT && e->text[0] >= '0' && e->text[0] <= '9';
	if (held && (e->kind == EV_NEWS || e->kind == EV_TICK || e->kind == EV_SIZE))
		return false;
	app->esc_until = 0;
	if (held && digit) {
		app->leaving = false;
		*e = (struct event){ .kind = EV_KEY,
			             .key = e->text[0] == '0'
			                        ? K_F10
			                        : K_F1 + (enum key)(e->text[0] - '1') };
	} else {
		leave_now(app);
	}
	return again;
}

/* The screen closes at once for the eye, and a moment later indeed. */
static bool is_left_later(struct desk_app *app, const struct event *e, const struct intent *i)
{
	if (e->kind != EV_KEY || e->key != K_ESC)
		return false;
	app->esc_until = clock_steady() + ESC_HELD;
	app->leaving = i->kind == INTENT_BACK && i->reply.kind == REPLY_NONE && app->depth > 1 &&
	               !level_top(app)->screen->beside && keep(app, level_top(app));
	return app->leaving;
}

/* The last messages whole; once more: back. */
static struct intent show_messages(const struct desk_app *app)
{
	const struct desk *d = &app->desk;
	const struct level *l = &app->stack[app->depth - 1];
	if (l->screen == &screen_help)
		return back();
	const char *text = remarks_whole(&d->all, &d->app->book->court.zone, d->scratch);
	return open_screen(&screen_help,
	                   (struct argument){ .title = _("Pesan terakhir"), .text = text });
}

/* What is typed while help stands is meant for what it explains: help goes, and nothing is lost. */
static void leave_help(struct desk_app *app, const struct event *e)
{
	bool typed = e->kind == EV_PASTE || (e->kind == EV_TEXT && !text_same(e->text, "?")) ||
	             (e->kind == EV_KEY && (e->key == K_TAB || e->key == K_BACKTAB));
	if (typed && level_top(app)->screen == &screen_help)
		follow(app, back());
}

/* Somebody committed something, or nothing happened for a while. */
static void handle_pause(struct desk_app *app, const struct event *e)
{
	if (e->kind == EV_NEWS)
		wakeup_clear(&app->wakeup);
	rest(app);
	look(app);
	shut_when_left(app);
}

static void handle(struct desk_app *app, struct event *e)
{
	bool again = take_half(app, e);
	if (e->kind == EV_KEY)
		e->key = key_meant(app->desk.app->book, e->key);
	app->desk.event++;
	if (e->kind == EV_END) {
		keep_all(app);
		app->over = true;
		return;
	}
	if (e->kind == EV_NEWS && e->fd == app->desk.watched) {
		follow(app, event_of_screen(app, e));
		return;
	}
	if (e->kind == EV_NEWS || e->kind == EV_TICK) {
		handle_pause(app, e);
		return;
	}
	if (e->kind == EV_SIZE)
		size_now(app);
	else
		app->active = clock_steady();
	if (e->kind == EV_KEY && e->key == key_ctrl('L')) {
		term_repaint(app->term);
		return;
	}
	if (e->kind == EV_KEY && e->key == K_CTRL_Z) {
		keep_all(app);
		term_suspend(app->term);
		return;
	}
	if (e->kind == EV_KEY &&
	    e->key == K_F11) { /* the rail goes or comes, and the form is fitted */
		app->desk.no_rail = !app->desk.no_rail;
		*e = (struct event){ .kind = EV_SIZE };
	}
	bool unseen = frame_is_too_small(app->cells.rows, app->cells.cols);
	if (unseen && e->kind != EV_SIZE)
		return;
	if (e->kind == EV_KEY && e->key == key_ctrl('P')) {
		follow(app, show_messages(app));
		return;
	}
	app->desk.said = false;
	if (is_hasty(app, e))
		return;
	bool decides = e->kind == EV_KEY && e->key == K_F10;
	bool works = e->kind == EV_KEY || e->kind == EV_TEXT || e->kind == EV_PASTE;
	app->hurry.worked = app->hurry.worked || (works && !decides);
	leave_help(app, e);
	struct intent i = event_of_screen(app, e);
	if (!again && is_left_later(app, e, &i))
		return;
	if (i.kind == INTENT_PASS && e->kind == EV_TEXT && text_same(e->text, "?"))
		i = event_of_screen(app, &(struct event){ .kind = EV_KEY, .key = K_F1 });
	if (i.kind == INTENT_PASS && e->kind == EV_TEXT && text_same(e->text, ":") &&
	    app->desk.login.user[0] != '\0')
		i = open_screen(&screen_command, (struct argument){ 0 });
	forget_message(app, &i);
	follow(app, i);
	bool fault = app->desk.said && app->desk.message.style == STYLE_FAULT;
	if (decides && !fault) /* after a fault it is the same form */
		hurry_new(&app->hurry);
	if (e->kind == EV_PASTE && e->cut)
		desk_say(
		    &app->desk, STYLE_FAULT,
		    _("Tempelan terlalu panjang, hanya awalnya yang masuk; tempel sisanya tersendiri"));
}

/* The first screen stands before the rest of the books and the store are opened. Letters of a name
 * need neither: the rest is opened at the first event that is no letter, which `first` then is, or
 * when nobody has typed for TYPING milliseconds. */
static bool app_start(struct desk_app *app, struct app *p, struct event *first, struct fault *why)
{
	long long wait = HURRY_WAIT;
	(void)text_number(env_text("LOKET_F10_WAIT"), 0, WAIT_MOST, &wait);
	app->hurry = (struct hurry){ .wait = (int)wait, .painted = -1 };
	app->wakeup.fd = -1;
	app->scratch = arena_start(memory_most);
	app->bell = text_same(env_text("LOKET_BELL"), "1");
	app->desk = (struct desk){ .app = p,
		                   .login = { .app = p },
		                   .now = clock_now(),
		                   .no_rail = text_same(env_text("LOKET_RAIL"), "0"),
		                   .commands = app->desk.commands,
		                   .watched = -1,
		                   .scratch = &app->scratch };
	if (!term_open(&app->term, why))
		return false;
	term_size(app->term, &app->desk.rows, &app->desk.cols);
	cells_init(&app->cells, app->desk.rows, app->desk.cols);
	cells_init(&app->half, 1, 1); /* draw_half() gives it its size */
	go_out(app);
	window_show(app);
	term_next(app->term, TYPING, NULL, 0, first);
	while (first->kind == EV_TEXT) {
		handle(app, first);
		window_show(app);
		term_next(app->term, TYPING, NULL, 0, first);
	}
	if (!app_finish(p, why) || !wakeup_open(&app->wakeup, &p->home, why))
		return false;
	app_patience(p, PATIENCE);
	app->seen = service_news(p);
	return true;
}

static void app_end(struct desk_app *app)
{
	while (app->depth > 0)
		pop(app);
	term_close(app->term);
	cells_done(&app->cells);
	cells_done(&app->half);
	arena_drop(&app->scratch);
	wakeup_close(&app->wakeup);
}

int desk_run(struct app *p, const struct desk_commands *commands)
{
	struct desk_app app = { .desk = { .commands = commands, .watched = -1 } };
	struct event e;
	struct fault why = { 0 };
	if (!app_start(&app, p, &e, &why)) {
		char text[600];
		app_end(&app);
		fault_say(&why, text, sizeof text);
		err_text("loket: ");
		err_text(text);
		err_text("\n");
		return (int)why.kind;
	}
	for (handle(&app, &e); !app.over; handle(&app, &e)) {
		if (!term_pending(app.term))
			window_show(&app);
		const int fds[] = { app.wakeup.fd, app.desk.watched };
		term_next(app.term, TICK, fds, app.desk.watched < 0 ? 1 : 2, &e);
		app.desk.now = clock_now();
	}
	app_end(&app);
	return 0;
}
