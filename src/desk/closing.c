/* Penutupan buku: the berita acara of closed days and months, newest first; the panitera closes,
 * the chairman takes note. */
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "listview.h"

struct closing_view {
	struct listview list;
	struct closing_list closings;
	bool surprises; /* who sits here looks into the cash by surprise */
};

static const struct closing *chosen(const struct closing_view *v)
{
	size_t at = listview_at(&v->list);
	return at < v->closings.count ? &v->closings.items[at] : NULL;
}

static bool closing_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct closing_view *v = model;
	v->closings = (struct closing_list){ 0 };
	v->surprises = login_may(&d->login, "jurnal.mendadak");
	bool good = service_closings(&d->login, a, &v->closings, why);
	listview_fit(&v->list, v->closings.count, d);
	return good;
}

static void closing_row(const void *model, const struct desk *d, size_t at,
                        struct listview_row *out)
{
	const struct closing_view *v = model;
	const struct closing *c = &v->closings.items[at];
	bool asked = c->bank >= 0;
	out->cells[0] = closing_name(c, d->scratch);
	out->cells[1] = c->surprise ? message_text(d->scratch, "%1 %2", _("mendadak"),
	                                           shown_day(d->scratch, c->last))
	                            : closing_period(c, d->scratch);
	out->cells[2] = shown_rupiah(d->scratch, c->book);
	out->cells[3] = asked ? shown_rupiah(d->scratch, c->bank) : "–";
	out->cells[4] = asked ? shown_rupiah(d->scratch, closing_difference(c)) : "–";
	out->cells[5] = c->who;
	out->cells[6] = text_is_empty(c->known_by) ? _("belum") : c->known_by;
	out->figures[0] = c->number;
	out->figures[2] = c->book;
	out->figures[3] = c->bank;
	out->figures[4] = closing_difference(c);
	out->dim = !text_is_empty(c->corrected);
	out->marked = closing_difference(c) != 0 || text_is_empty(c->known_by);
}

static const struct listview_column columns[] = {
	{ N_("Nomor"), .width = 8, .by = LISTVIEW_FIGURE },
	{ N_("Masa"), .width = 20 },
	{ N_("Buku"), .width = 14, .right = true, .by = LISTVIEW_FIGURE },
	{ N_("Bank"), .width = 14, .right = true, .by = LISTVIEW_FIGURE, .windows = LISTVIEW_WIDE },
	{ N_("Selisih"), .width = 13, .right = true, .by = LISTVIEW_FIGURE },
	{ N_("Oleh"), .share = 1, .windows = LISTVIEW_WIDE },
	{ N_("Diketahui"), .share = 1 },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.below = 4,
	.empty = N_("Belum ada hari atau bulan yang ditutup."),
	.row = closing_row,
};

/* ---- keys ---- */

static struct intent close_books(void *model, struct desk *d)
{
	return open_screen(&screen_act, (struct argument){ .step = "tutup", .text = "" });
}

static struct intent take_over(void *model, struct desk *d)
{
	return open_screen(&screen_act, (struct argument){ .step = "awal", .text = "" });
}

static bool by_surprise(const void *model)
{
	return ((const struct closing_view *)model)->surprises;
}

static bool not_by_surprise(const void *model)
{
	return !by_surprise(model);
}

static bool is_unknown(const void *model)
{
	const struct closing *c = chosen(model);
	return c != NULL && !c->surprise && text_is_empty(c->known_by);
}

static bool is_unknown_look(const void *model)
{
	const struct closing *c = chosen(model);
	return c != NULL && c->surprise && text_is_empty(c->known_by);
}

static struct intent know(void *model, struct desk *d)
{
	struct fault why = { 0 };
	struct answer answer = { 0 };
	struct arena a = arena_start(MIB);
	const char *name = closing_name(chosen(model), &a);
	bool done = service_closing_know(&d->login, name, &a, &answer, &why);
	(void)desk_done(d, done, done ? sentence_said(d->scratch, answer.event) : "", &why);
	arena_drop(&a);
	return read_again();
}

static struct intent print(void *model, struct desk *d)
{
	struct printed printed;
	struct fault why = { 0 };
	const char *name = closing_name(chosen(model), d->scratch);
	bool done = service_closing_print(&d->login, name, &printed, &why);
	return desk_printed(d, done, &printed, &why);
}

static const struct binding keys[] = {
	{ K_F6, .label = N_("periksa mendadak"), .run = close_books, .when = by_surprise,
	  .right = "jurnal.mendadak" },
	{ K_F6, .label = N_("tutup buku"), .run = close_books, .when = not_by_surprise,
	  .right = "jurnal.tutup" },
	{ K_F5, .label = N_("ketahui"), .run = know, .when = is_unknown,
	  .right = "jurnal.ketahui" },
	{ K_F5, .label = N_("ketahui"), .run = know, .when = is_unknown_look,
	  .right = "jurnal.tutup" },
	{ K_F9, .run = print, .when = listview_when_any, .right = "cetak.penutupan" },
	{ K_F4, .label = N_("saldo awal"), .run = take_over, .right = "jurnal.awal" },
	LISTVIEW_SORTS,
};

static const char *said(const struct closing *c, struct arena *a)
{
	return text_is_empty(c->evidence) ? c->reason
	                                  : arena_print(a, "%s (%s)", c->reason, c->evidence);
}

/* How it was made, on what evidence. */
static const char *made(const struct closing *one, const struct desk *d, struct arena *a)
{
	const struct zone *z = &d->app->book->court.zone;
	char held[64];
	if (!text_is_empty(one->opens)) {
		day_words(one->last, held, sizeof held);
		return message_text(a, _("Saldo pada akhir %1, dicatat %2 oleh %3. %4"), held,
		                    shown_instant(a, one->at, z), one->who, said(one, a));
	}
	const char *told = one->has_told ? shown_rupiah(a, one->told) : _("belum lengkap");
	return message_text(a, _("Ditutup %1 oleh %2; kas %3, menurut laporan bank %4. %5"),
	                    shown_instant(a, one->at, z), one->who, shown_rupiah(a, one->cash),
	                    told, said(one, a));
}

static void closing_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct closing_view *v = model;
	const struct closing *one = chosen(v);
	struct arena *a = d->scratch;
	desk_head(d, c, _("Penutupan buku"));
	if (one == NULL)
		return;
	const char *links = !text_is_empty(one->corrected)
	                        ? message_text(a, _(" Diperbaiki dengan %1."), one->corrected)
	                    : !text_is_empty(one->corrects)
	                        ? message_text(a, _(" Memperbaiki %1."), one->corrects)
	                        : "";
	frame_paragraph(c, listview_below(&v->list, c),
	                closing_difference(one) == 0 ? STYLE_DIM : STYLE_WARNING,
	                arena_print(a, "%s%s", made(one, d, a), links));
}

const struct screen screen_closing = {
	.size = sizeof(struct closing_view),
	.title = N_("Penutupan buku"),
	.help = N_(
	    "Berita acara penutupan Buku Induk: panitera menutup hari dan bulan, sekali untuk "
	    "selamanya, dengan saldo buku, tiap rekening bank dan kas; ketua mengetahuinya. Yang "
	    "keliru diperbaiki dengan berita acara baru, yang lama tetap terbaca. Sekali tiap "
	    "triwulan ketua memeriksa kas dengan mendadak, panitera mengetahuinya. Rekening yang sudah "
	    "berisi uang sebelum Loket dipakai diambil alih dengan saldo awal, sebelum jurnal lain."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.read = closing_read,
	.draw = closing_draw,
};
