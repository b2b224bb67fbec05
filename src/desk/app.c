/* The desk itself: one wait, a stack of screens, and what is the same on all of them. Nothing here
 * or above waits for anything but the terminal, the doorbell and the clock. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "loket/desk.h"
#include "loket/list.h"
#include "loket/text.h"

#include "frame.h"
#include "screen.h"

enum { TICK = 500, DEPTH = 12, SCREEN_MEMORY = 64 * 1024 * 1024 };

static const struct screen *const screens[SCREEN_COUNT] = {
	[SCREEN_LOGIN] = &screen_login,       [SCREEN_BOARD] = &screen_board,
	[SCREEN_LIST] = &screen_list,         [SCREEN_FILING] = &screen_filing,
	[SCREEN_BAILIFF] = &screen_bailiff,   [SCREEN_OUTCOME] = &screen_outcome,
	[SCREEN_REPORT] = &screen_report,     [SCREEN_QUEUE] = &screen_queue,
	[SCREEN_PICKER] = &screen_picker,     [SCREEN_HISTORY] = &screen_history,
	[SCREEN_HELP] = &screen_help,         [SCREEN_USERS] = &screen_users,
	[SCREEN_CHOICE] = &screen_choice,     [SCREEN_ACT] = &screen_act,
	[SCREEN_JOURNAL] = &screen_journal,   [SCREEN_SUSPENSE] = &screen_suspense,
	[SCREEN_RECON] = &screen_recon,       [SCREEN_REGISTER] = &screen_register,
	[SCREEN_SETTINGS] = &screen_settings,
};

struct level {
	const struct screen *screen;
	void *model;
	struct arena memory;
};

struct desk_app {
	struct desk desk;
	struct level stack[DEPTH];
	size_t depth;
	struct term *term;
	struct cells cells;
	struct wakeup wakeup;
	int64_t seen; /* service_news() when the screens last read */
	bool over;
};

static struct level *top(struct desk_app *app)
{
	return &app->stack[app->depth - 1];
}

/* ---- opening and closing ---- */

static bool push(struct desk_app *app, enum screen_name name, const struct argument *with)
{
	struct fault why = { 0 };
	if (app->depth == DEPTH) {
		desk_say(&app->desk, STYLE_WARNING,
		         _("Terlalu banyak layar terbuka; tutup dahulu dengan Esc"));
		return false;
	}
	if (app->depth > 0 && top(app)->screen->keep != NULL)
		top(app)->screen->keep(top(app)->model, &app->desk);
	struct level *l = &app->stack[app->depth];
	*l = (struct level){ .screen = screens[name], .memory = arena_start(SCREEN_MEMORY) };
	l->model = arena_get(&l->memory, 1, l->screen->size);
	if (l->screen->open(l->model, &app->desk, &l->memory, with, &why)) {
		app->depth++;
		return true;
	}
	arena_drop(&l->memory);
	desk_fault(&app->desk, &why);
	return false;
}

static void pop(struct desk_app *app)
{
	struct level *l = top(app);
	if (l->screen->close != NULL)
		l->screen->close(l->model, &app->desk);
	arena_drop(&l->memory);
	app->depth--;
}

static void resume(struct desk_app *app, const char *answer)
{
	if (app->depth > 0 && top(app)->screen->resume != NULL)
		top(app)->screen->resume(top(app)->model, &app->desk, answer);
}

static void go_back(struct desk_app *app, const char *answer)
{
	char kept[4096] = "";
	bool answered = answer != NULL;
	if (answered)
		snprintf(kept, sizeof kept, "%s", answer);
	pop(app);
	app->desk.next = stay();
	resume(app, answered ? kept : NULL);
	if (app->depth == 0)
		app->over = true;
	else if (app->desk.next.kind == INTENT_OPEN)
		(void)push(app, app->desk.next.screen, &app->desk.next.argument);
}

static void go_home(struct desk_app *app)
{
	while (app->depth > 1)
		pop(app);
	resume(app, NULL);
}

static void go_out(struct desk_app *app)
{
	while (app->depth > 0)
		pop(app);
	app->desk.login = (struct login){ .app = app->desk.app };
	app->desk.message[0] = '\0';
	if (!push(app, SCREEN_LOGIN, &(struct argument){ 0 }))
		app->over = true;
}

/* The login screen hands over to the first screen of whoever came. */
static void open_screen_of(struct desk_app *app, const struct intent *i)
{
	bool from_login = app->depth == 1 && top(app)->screen == &screen_login;
	struct argument with = i->argument;
	if (from_login)
		pop(app);
	if (!push(app, i->screen, &with) && from_login)
		go_out(app);
}

static void follow(struct desk_app *app, const struct intent *i)
{
	switch (i->kind) {
	case INTENT_STAY:
		return;
	case INTENT_OPEN:
		open_screen_of(app, i);
		return;
	case INTENT_BACK:
		go_back(app, i->answer);
		return;
	case INTENT_HOME:
		go_home(app);
		return;
	case INTENT_LOGOUT:
		go_out(app);
		return;
	case INTENT_QUIT:
		app->over = true;
		return;
	}
}

/* ---- events ---- */

static void keep_all(struct desk_app *app)
{
	for (size_t i = 0; i < app->depth; i++) {
		if (app->stack[i].screen->keep != NULL)
			app->stack[i].screen->keep(app->stack[i].model, &app->desk);
	}
}

/* Reads anew when somebody committed something; data files too. */
static void look(struct desk_app *app)
{
	struct fault why;
	int64_t files = app->desk.app->book_stamp;
	int64_t now = service_news(app->desk.app);
	if (!app_refresh(app->desk.app, &why))
		desk_fault(&app->desk, &why);
	if (now == app->seen && files == app->desk.app->book_stamp)
		return;
	app->seen = now;
	if (top(app)->screen->news != NULL)
		top(app)->screen->news(top(app)->model, &app->desk);
}

static void size_now(struct desk_app *app)
{
	term_size(app->term, &app->desk.rows, &app->desk.cols);
	cells_size(&app->cells, app->desk.rows, app->desk.cols);
}

/* What was said on a screen is about it, and goes when it closes. Help closes to the same work. */
static void forget_message(struct desk_app *app, const struct intent *i)
{
	bool closes = i->kind == INTENT_BACK || i->kind == INTENT_HOME || i->kind == INTENT_LOGOUT;
	if (closes && !app->desk.said && top(app)->screen != &screen_help)
		app->desk.message[0] = '\0';
}

static void handle(struct desk_app *app, const struct event *e)
{
	if (e->kind == EV_END) {
		keep_all(app);
		app->over = true;
		return;
	}
	if (e->kind == EV_NEWS)
		wakeup_clear(&app->wakeup);
	if (e->kind == EV_NEWS || e->kind == EV_TICK) {
		look(app);
		return;
	}
	if (e->kind == EV_SIZE)
		size_now(app);
	if (e->kind == EV_KEY && e->key == key_ctrl('L')) {
		term_repaint(app->term);
		return;
	}
	if (e->kind == EV_KEY && e->key == K_CTRL_Z) {
		keep_all(app);
		term_suspend(app->term);
		return;
	}
	app->desk.said = false;
	struct intent i = top(app)->screen->on(top(app)->model, &app->desk, e);
	forget_message(app, &i);
	follow(app, &i);
	if (e->kind == EV_PASTE && e->cut)
		desk_say(
		    &app->desk, STYLE_FAULT,
		    _("Tempelan terlalu panjang, hanya awalnya yang masuk; tempel sisanya tersendiri"));
}

static void show(struct desk_app *app)
{
	struct desk *d = &app->desk;
	cells_clear(&app->cells);
	if (!frame_is_too_small(&app->cells)) {
		top(app)->screen->draw(top(app)->model, d, &app->cells);
		frame_message(&app->cells, d->message_style, d->message);
	}
	term_show(app->term, &app->cells);
}

/* The first screen stands before the rest of the books and the store are opened: nobody types in
 * those milliseconds, and who does finds the keys kept by the terminal. */
static bool app_start(struct desk_app *app, struct app *p, struct fault *why)
{
	app->wakeup.fd = -1;
	app->desk = (struct desk){ .app = p, .login = { .app = p }, .now = clock_now() };
	if (!term_open(&app->term, why))
		return false;
	term_size(app->term, &app->desk.rows, &app->desk.cols);
	cells_init(&app->cells, app->desk.rows, app->desk.cols);
	go_out(app);
	show(app);
	if (!app_finish(p, why) || !wakeup_open(&app->wakeup, &p->home, why))
		return false;
	app->seen = service_news(p);
	return true;
}

static void app_end(struct desk_app *app)
{
	while (app->depth > 0)
		pop(app);
	term_close(app->term);
	cells_done(&app->cells);
	wakeup_close(&app->wakeup);
}

int desk_run(struct app *p)
{
	struct desk_app app = { 0 };
	struct event e;
	struct fault why = { 0 };
	if (!app_start(&app, p, &why)) {
		char text[600];
		app_end(&app);
		fault_say(&why, text, sizeof text);
		err_text("loket: ");
		err_text(text);
		err_text("\n");
		return (int)why.kind;
	}
	while (!app.over) {
		if (!term_pending(app.term))
			show(&app);
		term_next(app.term, TICK, &app.wakeup.fd, 1, &e);
		app.desk.now = clock_now();
		handle(&app, &e);
	}
	app_end(&app);
	return 0;
}

/* ---- what screens say ---- */

void desk_say(struct desk *d, enum style style, const char *text)
{
	d->said = true;
	d->message_style = style;
	snprintf(d->message, sizeof d->message, "%s", text);
}

void desk_say_with_(struct desk *d, enum style style, const char *text, ...)
{
	va_list words;
	va_start(words, text);
	d->said = true;
	d->message_style = style;
	message_fill_rest(text, words, d->message, sizeof d->message);
	va_end(words);
}

void desk_fault(struct desk *d, const struct fault *why)
{
	d->said = true;
	d->message_style = STYLE_FAULT;
	fault_say(why, d->message, sizeof d->message);
}

void desk_printed(struct desk *d, const char *path)
{
	char shown[700];
	const char *own = env_text("HOME");
	bool below = own[0] != '\0' && text_starts(path, own);
	snprintf(shown, sizeof shown, "%s%s", below ? "~" : "", below ? path + strlen(own) : path);
	desk_say_with(d, STYLE_DONE, _("Tercetak: %1"), shown);
}

/* `name` and `role` may be "". */
static void head(const struct desk *d, struct cells *c, const char *title, const char *name,
                 const char *role)
{
	const struct zone *z = &d->app->book->court.zone;
	day today = instant_day(d->now, z);
	char date[16], clock[16];
	day_show(today, date, sizeof date);
	instant_clock(d->now, z, clock, sizeof clock);
	frame_head_who(c, title,
	               &(struct frame_who){ name, role, day_weekday_name(today), date, clock });
}

void desk_head(const struct desk *d, struct cells *c, const char *title)
{
	char role[64];
	snprintf(role, sizeof role, "%.*s", (int)strcspn(d->login.roles, " "), d->login.roles);
	head(d, c, title, d->login.full_name, role_name(d->app->book, role));
}

void desk_head_time(const struct desk *d, struct cells *c, const char *title)
{
	head(d, c, title, "", "");
}

void desk_since(const struct desk *d, instant since, char *out, size_t capacity)
{
	enum { MINUTE = 60000, HOUR = 60 };
	const struct zone *z = &d->app->book->court.zone;
	char number[24];
	if (since == INSTANT_NONE) {
		snprintf(out, capacity, "–");
		return;
	}
	int64_t minutes = (d->now - since) / MINUTE,
	        days = instant_day(d->now, z) - instant_day(since, z);
	const char *text = minutes < HOUR ? _("%1 mnt")
	                   : days == 0    ? _("%1 jam")
	                   : days == 1    ? _("kemarin")
	                                  : _("%1 hari");
	snprintf(number, sizeof number, "%lld",
	         (long long)(minutes < HOUR ? minutes
	                     : days == 0    ? minutes / HOUR
	                                    : days));
	message_fill(text, (const char *const[]){ number }, 1, out, capacity);
}
