/* Masuk: who sits down at this desk. */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "entry.h"
#include "frame.h"
#include "screen.h"

enum { NAME_MOST = 63, PASSWORD_MOST = 256, WIDTH = 20, LABEL = 13, SAMPLE = 24, MIDDLE = 19 };

struct login_view {
	struct arena *a;
	struct entry name, password;
	bool in_password;
	bool sample;
};

/* Who came by sudo is probably the user of that name; a password says whether it is true. */
static void propose(struct login_view *l)
{
	unsigned caller;
	if (!unix_by_sudo(&caller))
		return;
	entry_set(&l->name, unix_account_of(caller, l->a));
	l->in_password = l->name.length > 0;
}

static bool login_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                       struct fault *why)
{
	struct login_view *l = model;
	l->a = a;
	l->sample = app_is_sample(d->app);
	entry_init(&l->name, a, NAME_MOST, WIDTH, 1);
	entry_init(&l->password, a, PASSWORD_MOST, WIDTH, 1);
	l->password.secret = true;
	propose(l);
	return true;
}

static bool is_bailiff(const struct desk *d)
{
	return roles_include(d->login.roles, "jurusita");
}

/* Without a password comes in whose Unix account the administrator bound to that user. */
static bool log_in(struct login_view *l, struct desk *d, struct fault *why)
{
	struct login bound;
	if (l->password.length == 0 && login_unix(d->app, &bound, why) &&
	    text_same(bound.user, l->name.text)) {
		d->login = bound;
		return true;
	}
	return login_password(d->app, l->name.text, l->password.text, &d->login, why);
}

static struct intent enter(void *model, struct desk *d)
{
	struct login_view *l = model;
	struct fault why = { 0 };
	bool good = log_in(l, d, &why);
	secret_wipe(l->password.text, l->password.length);
	entry_set(&l->password, "");
	if (good)
		return open_screen(is_bailiff(d) ? &screen_bailiff : &screen_board,
		                   (struct argument){ 0 });
	desk_fault(d, &why);
	return stay();
}

static struct intent to_password(void *model, struct desk *d)
{
	((struct login_view *)model)->in_password = true;
	return stay();
}

static struct intent to_name(void *model, struct desk *d)
{
	((struct login_view *)model)->in_password = false;
	return stay();
}

static bool in_password(const void *model)
{
	return ((const struct login_view *)model)->in_password;
}

static bool in_name(const void *model)
{
	return !in_password(model);
}

static const struct binding keys[] = {
	{ K_ENTER, .label = N_("berikutnya"), .run = to_password, .when = in_name },
	{ K_ENTER, .label = N_("masuk"), .run = enter, .when = in_password },
	{ K_F3, .label = N_("keluar"), .then = { .kind = INTENT_QUIT } },
	{ K_TAB, .run = to_password, .when = in_name, .quiet = true },
	{ K_TAB, .run = to_name, .when = in_password, .quiet = true },
	{ K_DOWN, .run = to_password, .quiet = true },
	{ K_UP, .run = to_name, .quiet = true },
	{ K_BACKTAB, .run = to_name, .quiet = true },
};

static struct intent login_on(void *model, struct desk *d, const struct event *e)
{
	struct login_view *l = model;
	return entry_on(l->in_password ? &l->password : &l->name, e) ? stay() : pass();
}

/* The accounts of a home for trying out, two to a line. */
static void draw_sample(struct cells *c, const struct desk *d, int row, int left)
{
	static const struct {
		const char *name, *role;
	} people[] = { { "sari", "petugas" },   { "budi", "admin" },   { "rina", "kasir" },
		       { "umar", "jurusita" },  { "dewi", "panmud" },  { "adi", "ti" },
		       { "hasan", "panitera" }, { "fatimah", "ketua" } };
	cells_put(c, row++, left, STYLE_DIM, _("Akun contoh, kata sandi semuanya: loket"));
	for (size_t i = 0; i < COUNT_OF(people); i++) {
		int col = left + (i % 2 == 0 ? 0 : SAMPLE), at = row + (int)(i / 2);
		cells_put(c, at, col, STYLE_PLAIN, people[i].name);
		cells_put(c, at, col + 8, STYLE_DIM, _(role_name(d->app->book, people[i].role)));
	}
	row += (int)COUNT_OF(people) / 2 + 1;
	cells_put(c, row, left, STYLE_PLAIN,
	          _("Coba dahulu: masuk sebagai budi, Enter pada langkah 7;"));
	cells_put(c, row + 1, left, STYLE_PLAIN,
	          desk_keys(d, _("atau sebagai sari: F6 mendaftar, F4 memilih berkas contoh.")));
}

static void login_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct login_view *l = model;
	desk_head(d, c, message_text(d->scratch, "Loket · %1", d->app->book->court.name));
	day today = instant_day(d->now, &d->app->book->court.zone);
	const char *hijri = calendar_hijri(&d->app->book->calendar, today, d->scratch);
	cells_put_right(c, 1, 1, c->cols - 2, STYLE_DIM, sentence_said(d->scratch, hijri));
	int middle = c->cols / 2, row = c->rows < LOW_ROWS ? 5 : 8;
	int left = middle - MIDDLE > 2 ? middle - MIDDLE : 2;
	cells_put(c, row - 4, middle - 7, STYLE_TITLE, "L  o  k  e  t");
	cells_put(c, row - 3, middle - 16, STYLE_DIM, _("perkara elektronik di meja PTSP"));
	if (l->sample && c->rows >= LOW_ROWS)
		draw_sample(c, d, row + 4, left);
	struct fault why = { 0 };
	const struct area below = { row + 4, left, c->rows - row - 5, c->cols - left - 2 };
	if (!app_has_court(d->app, &why))
		frame_paragraph(c, below, STYLE_FAULT, fault_text(d->scratch, &why));
	frame_label(c, row, left, l->in_password ? LABEL_PLAIN : LABEL_FOCUS, _("Pengguna"));
	entry_draw(&l->name, c, row, left + LABEL, !l->in_password);
	row++;
	frame_label(c, row, left, l->in_password ? LABEL_FOCUS : LABEL_PLAIN, _("Kata sandi"));
	entry_draw(&l->password, c, row, left + LABEL, l->in_password);
}

const struct screen screen_login = {
	.size = sizeof(struct login_view),
	.title = N_("Masuk"),
	.help = N_("Ketik nama pengguna, Enter, lalu kata sandi, Enter. Akun dibuat oleh "
	           "administrator TI; lima kata sandi salah mengunci akun selama lima menit. Yang "
	           "akun Unix-nya diikat pada penggunanya membiarkan kata sandi kosong."),
	.keys = BINDINGS(keys),
	.open = login_open,
	.on = login_on,
	.draw = login_draw,
};
