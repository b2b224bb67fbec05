/* Riwayat pengguna: what was done to accounts, newest first; shown to those who supervise. */
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "listview.h"

struct userlog_view {
	struct listview list;
	struct user_act_list acts;
};

static bool userlog_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct userlog_view *v = model;
	v->acts = (struct user_act_list){ 0 };
	bool good = service_user_log(&d->login, "", 0, a, &v->acts, why);
	listview_fit(&v->list, v->acts.count, d);
	return good;
}

static const char *change_of(const struct user_act *act, const struct desk *d)
{
	return text_is_empty(act->was)
	           ? act->became
	           : message_text(d->scratch, _("%1 → %2"), act->was, act->became);
}

static void userlog_row(const void *model, const struct desk *d, size_t at,
                        struct listview_row *out)
{
	const struct userlog_view *v = model;
	const struct user_act *act = &v->acts.items[at];
	out->cells[0] = shown_instant(d->scratch, act->at, &d->app->book->court.zone);
	out->cells[1] = act->user;
	out->cells[2] = user_act_name(act->what);
	out->cells[3] = change_of(act, d);
	out->cells[4] = text_is_empty(act->who) ? "–" : act->who;
	out->figures[0] = act->number;
	out->marked = text_same(act->what, "dikunci");
}

static const struct listview_column columns[] = {
	{ N_("Saat"), .width = 16, .by = LISTVIEW_FIGURE },
	{ N_("Pengguna"), .width = 12 },
	{ N_("Apa"), .width = 20 },
	{ N_("Perubahan"), .share = 1 },
	{ N_("Oleh"), .width = 10 },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.empty = N_("Belum ada akun yang dibuat atau diubah."),
	.row = userlog_row,
};

static const struct binding keys[] = { LISTVIEW_SORTS };

static void userlog_draw(const void *model, const struct desk *d, struct cells *c)
{
	desk_head(d, c, _("Riwayat pengguna"));
}

const struct screen screen_userlog = {
	.size = sizeof(struct userlog_view),
	.title = N_("Riwayat pengguna"),
	.help = N_(
	    "Setiap akun yang dibuat, diberi peran lain, ditutup, dibuka, diganti kata sandinya atau "
	    "terkunci, dengan pelakunya. Baris hanya bertambah; tidak ada yang dapat menghapusnya."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.read = userlog_read,
	.draw = userlog_draw,
};
