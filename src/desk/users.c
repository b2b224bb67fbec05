/* Pengguna: who may log in, kept by the administrator; and the form of one of them. */
#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"

#include "listview.h"

static const struct screen screen_user;

struct users_view {
	struct listview list;
	struct user_list users;
};

static bool users_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct users_view *v = model;
	v->users = (struct user_list){ 0 };
	bool good = service_users(&d->login, a, &v->users, why);
	listview_fit(&v->list, v->users.count, d);
	return good;
}

static void users_row(const void *model, const struct desk *d, size_t at, struct listview_row *out)
{
	const struct users_view *v = model;
	const struct user_row *u = &v->users.items[at];
	out->cells[0] = u->name;
	out->cells[1] = u->full_name;
	out->cells[2] = u->roles;
	out->cells[3] = u->disabled ? _("nonaktif") : "";
	out->dim = u->disabled;
}

static const struct listview_column columns[] = {
	{ N_("Pengguna"), .width = 14 },
	{ N_("Nama lengkap"), .share = 3 },
	{ N_("Peran"), .share = 2 },
	{ "", .width = 8 },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.row = users_row,
};

static struct intent change(void *model, struct desk *d)
{
	const struct users_view *v = model;
	return open_screen(&screen_user,
	                   (struct argument){ .text = v->users.items[listview_at(&v->list)].name });
}

static const struct binding list_keys[] = {
	{ K_ENTER, .label = N_("ubah"), .run = change, .when = listview_when_any },
	{ K_F6, .label = N_("tambah"), .then = { .kind = INTENT_OPEN, .screen = &screen_user } },
	LISTVIEW_SORTS,
};

static void users_draw(const void *model, const struct desk *d, struct cells *c)
{
	desk_head(d, c, _("Pengguna"));
}

const struct screen screen_users = {
	.size = sizeof(struct users_view),
	.title = N_("Pengguna"),
	.help = N_("F6 menambah pengguna, Enter mengubah. Pengguna tidak pernah "
	           "dihapus karena riwayat menyebut namanya; ia dinonaktifkan."),
	.keys = BINDINGS(list_keys),
	.listing = &listing,
	.read = users_read,
	.draw = users_draw,
};

/* ---- one user; a new one begins empty, an old one keeps its name ---- */

enum { WIDTH = 40, LABEL = 18 };
enum input { NAME, FULL_NAME, ROLES, UNIX, PASSWORD, INPUTS };

static const struct {
	const char *label, *help;
	size_t most;
} inputs[INPUTS] = {
	[NAME] = { N_("Nama pengguna"), N_("Huruf kecil tanpa spasi; dipakai untuk masuk."), 60 },
	[FULL_NAME] = { N_("Nama lengkap"), N_("Dengan gelar, seperti pada surat."), 120 },
	[ROLES] = { N_("Peran"),
	            N_("Kunci peran dipisah spasi: petugas admin kasir panmud panitera ketua jurusita bendahara pengawas ti"),
	            150 },
	[UNIX] = { N_("Akun Unix"),
	           N_("Akun mesin yang boleh bertindak tanpa kata sandi; boleh kosong."), 60 },
	[PASSWORD] = { N_("Kata sandi"), N_("Kosong: yang lama tetap."), 200 },
};

struct user_view {
	bool fresh, disabled;
	struct entry entry[INPUTS];
	int at; /* the input edited */
};

static const struct user_row *user_named(const struct user_list *l, const char *name)
{
	static const struct user_row nobody = {
		.name = "", .full_name = "", .roles = "petugas", .unix_account = ""
	};
	for (size_t i = 0; i < l->count; i++) {
		if (text_same(l->items[i].name, name))
			return &l->items[i];
	}
	return &nobody;
}

static bool user_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                      struct fault *why)
{
	struct user_view *v = model;
	struct user_list all = { 0 };
	if (!service_users(&d->login, a, &all, why))
		return false;
	const struct user_row *u = user_named(&all, with->text);
	const char *texts[INPUTS] = { u->name, u->full_name, u->roles, u->unix_account, "" };
	v->fresh = text_is_empty(u->name);
	v->disabled = u->disabled;
	v->at = v->fresh ? NAME : FULL_NAME;
	for (int i = 0; i < INPUTS; i++) {
		entry_init(&v->entry[i], a, inputs[i].most, WIDTH, 1);
		entry_set(&v->entry[i], texts[i] == NULL ? "" : texts[i]);
	}
	v->entry[PASSWORD].secret = true;
	return true;
}

static struct intent write_user(struct user_view *v, struct desk *d, bool disabled)
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
		return stay();
	}
	if (v->fresh && text_is_empty(password)) {
		desk_say(d, STYLE_FAULT, _("Kata sandi: pengguna baru memerlukannya"));
		return stay();
	}
	bool done = service_user_write(&d->login, &row, password[0] == '\0' ? NULL : password,
	                               &why);
	secret_wipe(v->entry[PASSWORD].text, v->entry[PASSWORD].length);
	if (!done) {
		desk_fault(d, &why);
		return stay();
	}
	desk_say_with(d, STYLE_DONE, _("Pengguna %1 disimpan"), row.name);
	return back();
}

static struct intent save(void *model, struct desk *d)
{
	struct user_view *v = model;
	return write_user(v, d, v->disabled);
}

static struct intent change_state(void *model, struct desk *d)
{
	struct user_view *v = model;
	return write_user(v, d, !v->disabled);
}

static bool is_active(const void *model)
{
	const struct user_view *v = model;
	return !v->fresh && !v->disabled;
}

static bool is_disabled(const void *model)
{
	const struct user_view *v = model;
	return !v->fresh && v->disabled;
}

static const struct binding form_keys[] = {
	{ K_F10, .label = N_("simpan"), .run = save },
	{ K_F5, .label = N_("nonaktifkan"), .run = change_state, .when = is_active },
	{ K_F5, .label = N_("aktifkan"), .run = change_state, .when = is_disabled },
};

static struct intent user_on(void *model, struct desk *d, const struct event *e)
{
	struct user_view *v = model;
	int first = v->fresh ? NAME : FULL_NAME;
	if (entry_on(&v->entry[v->at], e))
		return stay();
	if (e->kind != EV_KEY)
		return pass();
	bool down = e->key == K_ENTER || e->key == K_TAB || e->key == K_DOWN;
	bool up = e->key == K_BACKTAB || e->key == K_UP;
	if (down && v->at + 1 < INPUTS)
		v->at++;
	if (up && v->at > first)
		v->at--;
	return down || up ? stay() : pass();
}

static void user_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct user_view *v = model;
	struct area body = frame_whole(c);
	desk_head(d, c,
	          v->fresh ? _("Pengguna")
	                   : message_text(d->scratch, _("Pengguna · %1"), v->entry[NAME].text));
	for (int i = v->fresh ? NAME : FULL_NAME; i < INPUTS; i++) {
		int row = c->rows < LOW_ROWS ? body.row + i : body.row + 2 + 2 * i;
		frame_label(c, row, body.col + 2, i == v->at ? LABEL_FOCUS : LABEL_PLAIN,
		            _(inputs[i].label));
		entry_draw(&v->entry[i], c, row, body.col + 2 + LABEL, i == v->at);
	}
	int room = c->rows < LOW_ROWS ? 1 : 2;
	struct area foot = { body.row + body.rows - room, body.col + 2, room, body.cols - 2 };
	frame_paragraph(c, foot, STYLE_DIM, _(inputs[v->at].help));
}

static const struct screen screen_user = {
	.size = sizeof(struct user_view),
	.keys = BINDINGS(form_keys),
	.open = user_open,
	.on = user_on,
	.draw = user_draw,
};
