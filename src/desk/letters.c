/* Surat keluar: the letters of this year that went out under a number, newest first. */
#include "loket/list.h"
#include "loket/outgoing.h"
#include "loket/shown.h"

#include "listview.h"

struct letters_view {
	struct listview list;
	struct outgoing_list letters;
};

static int this_year(const struct desk *d)
{
	return day_ymd(instant_day(d->now, &d->app->book->court.zone)).year;
}

static bool letters_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct letters_view *v = model;
	v->letters = (struct outgoing_list){ 0 };
	bool good = service_letters(&d->login, this_year(d), a, &v->letters, why);
	listview_fit(&v->list, v->letters.count, d);
	return good;
}

static void letters_row(const void *model, const struct desk *d, size_t at,
                        struct listview_row *out)
{
	const struct letters_view *v = model;
	const struct outgoing *o = &v->letters.items[v->letters.count - 1 - at];
	size_t n = 0;
	out->cells[n++] = o->name;
	out->cells[n++] = shown_day(d->scratch, o->dated);
	out->cells[n++] = o->recipient;
	out->cells[n++] = o->about;
	out->cells[n++] = o->case_number;
	out->figures[0] = o->number;
	out->figures[1] = o->dated;
	out->key = o->name;
}

static const struct listview_column columns[] = {
	{ N_("Nomor"), .width = 27, .by = LISTVIEW_FIGURE },
	{ N_("Tanggal"), .width = 10, .by = LISTVIEW_FIGURE },
	{ N_("Kepada"), .share = 2 },
	{ N_("Perihal"), .share = 3, .windows = LISTVIEW_WIDE },
	{ N_("Perkara"), .width = 20, .windows = LISTVIEW_WIDE },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.empty = N_("Belum ada surat bernomor tahun ini."),
	.row = letters_row,
};

static struct intent print(void *model, struct desk *d)
{
	struct printed printed;
	struct fault why = { 0 };
	bool done = service_letters_print(&d->login, this_year(d), &printed, &why);
	return desk_printed(d, done, &printed, &why);
}

static const struct binding keys[] = {
	{ K_F9, .label = N_("cetak agenda"), .run = print, .when = listview_when_any },
	LISTVIEW_SORTS,
};

static void letters_draw(const void *model, const struct desk *d, struct cells *c)
{
	desk_head(d, c, _("Surat keluar"));
}

const struct screen screen_letters = {
	.size = sizeof(struct letters_view),
	.title = N_("Surat keluar"),
	.help = N_(
	    "Surat yang keluar tahun ini dengan nomornya: permohonan bantuan, ke luar negeri, ke "
	    "media, penunjukan dan pengantar. Nomor diberi sekali, ketika surat pertama kali "
	    "dicetak atau diterbitkan; cetak ulang bernomor sama. F9 mencetak agendanya."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.read = letters_read,
	.draw = letters_draw,
};
