/* Pengguna: who may log in, kept by the administrator. */
#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"

#include "entry.h"
#include "frame.h"
#include "picklist.h"
#include "screen.h"

enum { READ_MEMORY = 4 * 1024 * 1024, WIDTH = 40, LABEL = 18, HEAD_ROWS = 1 };

/* The fields of one user; a new one begins empty, an old one keeps its name. */
enum input { NAME, FULL_NAME, ROLES, UNIX, PASSWORD, INPUTS };
static const struct {
	const char *label, *help;
	size_t most;
} inputs[INPUTS] = {
	[NAME] = { N_("Nama pengguna"), N_("Huruf kecil tanpa spasi; dipakai untuk masuk."), 60 },
	[FULL_NAME] = { N_("Nama lengkap"), N_("Dengan gelar, seperti pada surat."), 120 },
	[ROLES] = { N_("Peran"),
	            N_("Kunci peran dipisah spasi: petugas admin kasir panmud panitera ketua jurusita ti"),
	            150 },
	[UNIX] = { N_("Akun Unix"),
	           N_("Akun mesin yang boleh bertindak tanpa kata sandi; boleh kosong."), 60 },
	[PASSWORD] = { N_("Kata sandi"), N_("Kosong: yang lama tetap."), 200 },
};

struct users_view {
	struct arena *a;
	struct arena read;
	struct user_list list;
	struct window window;
	bool editing, fresh;
	struct user_row edited;
	struct entry entry[INPUTS];
	int at; /* the input edited */
};

static bool read_users(struct users_view *v, struct desk *d, struct fault *why)
{
	arena_drop(&v->read);
	v->list = (struct user_list){ 0 };
	bool good = service_users(&d->login, &v->read, &v->list, why);
	window_fit(&v->window, v->list.count, d->rows > 8 ? (size_t)d->rows - 6 : 1);
	return good;
}

static bool users_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                       struct fault *why)
{
	struct users_view *v = model;
	(void)with;
	v->a = a;
	v->read = arena_start(READ_MEMORY);
	return read_users(v, d, why);
}

static void edit(struct users_view *v, const struct user_row *u)
{
	static const struct user_row nobody = {
		.name = "", .full_name = "", .roles = "petugas", .unix_account = ""
	};
	const struct user_row *from = u == NULL ? &nobody : u;
	const char *texts[INPUTS] = { from->name, from->full_name, from->roles, from->unix_account,
		                      "" };
	v->fresh = u == NULL;
	v->editing = true;
	v->edited = *from;
	v->at = v->fresh ? NAME : FULL_NAME;
	for (int i = 0; i < INPUTS; i++) {
		entry_init(&v->entry[i], v->a, inputs[i].most, WIDTH, 1);
		entry_set(&v->entry[i], texts[i] == NULL ? "" : texts[i]);
	}
	v->entry[PASSWORD].secret = true;
}

static void write_user(struct users_view *v, struct desk *d, bool disabled)
{
	struct fault why = { 0 };
	const struct user_row row = { .name = v->entry[NAME].text,
		                      .full_name = v->entry[FULL_NAME].text,
		                      .roles = v->entry[ROLES].text,
		                      .unix_account = v->entry[UNIX].text,
		                      .disabled = disabled };
	const char *password = v->entry[PASSWORD].text;
	if (text_is_empty(row.name) || text_is_empty(row.full_name)) {
		desk_say(d, STYLE_FAULT, _("Nama pengguna dan nama lengkap harus diisi"));
		return;
	}
	if (v->fresh && text_is_empty(password)) {
		desk_say(d, STYLE_FAULT, _("Kata sandi: pengguna baru memerlukannya"));
		return;
	}
	bool good = service_user_write(&d->login, &row, password[0] == '\0' ? NULL : password,
	                               &why);
	secret_wipe(v->entry[PASSWORD].text, v->entry[PASSWORD].length);
	if (!good || !read_users(v, d, &why)) {
		desk_fault(d, &why);
		return;
	}
	v->editing = false;
	desk_say_with(d, STYLE_DONE, _("Pengguna %1 disimpan"), row.name);
}

static struct intent on_edit(struct users_view *v, struct desk *d, const struct event *e)
{
	int first = v->fresh ? NAME : FULL_NAME;
	if (entry_on(&v->entry[v->at], e) || e->kind != EV_KEY)
		return stay();
	if (e->key == K_ESC)
		v->editing = false;
	else if (e->key == K_F10)
		write_user(v, d, v->edited.disabled);
	else if (e->key == K_F5 && !v->fresh)
		write_user(v, d, !v->edited.disabled);
	else if ((e->key == K_ENTER || e->key == K_TAB || e->key == K_DOWN) && v->at + 1 < INPUTS)
		v->at++;
	else if ((e->key == K_BACKTAB || e->key == K_UP) && v->at > first)
		v->at--;
	return stay();
}

static struct intent users_on(void *model, struct desk *d, const struct event *e)
{
	struct users_view *v = model;
	if (v->editing)
		return on_edit(v, d, e);
	if (e->kind == EV_MOUSE)
		(void)window_mouse(&v->window, e->button, e->row - 2 - HEAD_ROWS);
	if (e->kind != EV_KEY)
		return stay();
	if (e->key == K_ESC)
		return back();
	if (e->key == K_F3)
		return (struct intent){ .kind = INTENT_HOME };
	if (e->key == K_F6)
		edit(v, NULL);
	if (e->key == K_ENTER && v->window.at < v->list.count)
		edit(v, &v->list.items[v->window.at]);
	if (e->key == K_F1)
		return open_screen(
		    SCREEN_HELP,
		    (struct argument){
		        .title = _("Pengguna"),
		        .text = _("F6 menambah pengguna, Enter mengubah. Pengguna tidak pernah "
		                  "dihapus karena riwayat menyebut namanya; ia dinonaktifkan.") });
	(void)window_key(&v->window, e->key);
	return stay();
}

static void users_close(void *model, struct desk *d)
{
	struct users_view *v = model;
	(void)d;
	arena_drop(&v->read);
}

/* ---- the picture ---- */

static void draw_form(const struct users_view *v, struct cells *c, struct area body)
{
	for (int i = v->fresh ? NAME : FULL_NAME; i < INPUTS; i++) {
		int row = body.row + 2 + 2 * i;
		frame_label(c, row, body.col + 2, i == v->at ? LABEL_FOCUS : LABEL_PLAIN,
		            _(inputs[i].label));
		entry_draw(&v->entry[i], c, row, body.col + 2 + LABEL, i == v->at);
	}
	cells_put_fit(c, body.row + body.rows - 2, body.col + 2, body.cols - 2, STYLE_DIM,
	              _(inputs[v->at].help));
	const struct key_hint hints[] = {
		{ .key = K_F10, .label = _("simpan"), .shown = true },
		{ .key = K_F5,
		  .label = v->edited.disabled ? _("aktifkan") : _("nonaktifkan"),
		  .shown = !v->fresh },
		{ .key = K_ESC, .shown = true },
	};
	frame_foot(c, hints, COUNT_OF(hints));
}

static void draw_list(const struct users_view *v, struct cells *c, struct area body)
{
	const struct frame_column columns[] = {
		{ _("Pengguna"), 2, 14, false },
		{ _("Nama lengkap"), 17, 30, false },
		{ _("Peran"), 48, 20, false },
		{ "", 69, 0, false },
	};
	frame_titles(c, body, columns, COUNT_OF(columns));
	for (size_t i = v->window.top; i < v->list.count && i < v->window.top + v->window.rows;
	     i++) {
		const struct user_row *u = &v->list.items[i];
		const char *texts[] = { u->name, u->full_name, u->roles,
			                u->disabled ? _("nonaktif") : "" };
		frame_row(c, body, (int)(i - v->window.top) + HEAD_ROWS, columns, COUNT_OF(columns),
		          texts);
	}
	frame_choose(c, body, (int)(v->window.at - v->window.top) + HEAD_ROWS);
	const struct key_hint hints[] = {
		{ .key = K_ENTER, .label = _("ubah"), .shown = v->list.count > 0 },
		{ .key = K_F6, .label = _("tambah"), .shown = true },
		{ .key = K_F1, .shown = true },
		{ .key = K_ESC, .shown = true },
	};
	frame_foot(c, hints, COUNT_OF(hints));
}

static void users_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct users_view *v = model;
	struct area body = frame_areas(c, false).body;
	char head[160];
	message_fill(v->editing && !v->fresh ? _("Pengguna · %1") : _("Pengguna"),
	             (const char *const[]){ v->edited.name }, 1, head, sizeof head);
	desk_head(d, c, head);
	if (v->editing)
		draw_form(v, c, body);
	else
		draw_list(v, c, body);
}

const struct screen screen_users = {
	.size = sizeof(struct users_view),
	.open = users_open,
	.on = users_on,
	.draw = users_draw,
	.close = users_close,
};
