/* Pendaftar yang dikenal: advocates, bodies, offices and relatives who registered before; first
 * those whose card has expired or will soon. */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/registrant.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "listview.h"

enum { DETAIL_LABEL = 16, DETAIL_ROWS = 7 };

struct accounts_view {
	struct listview list;
	struct holder_list accounts;
};

static enum card card_of(const struct holder_row *r, const struct desk *d)
{
	return card_state(&d->app->book->court, r->until,
	                  instant_day(d->now, &d->app->book->court.zone));
}

static const char *shown(const struct desk *d, const char *field, const char *stored)
{
	return service_account_shown(&d->login, field, stored, d->scratch);
}

static const char *joined(const struct desk *d, const char *one, const char *other)
{
	if (text_is_empty(one) || text_is_empty(other))
		return text_is_empty(one) ? other : one;
	return arena_print(d->scratch, "%s, %s", one, other);
}

static bool accounts_read_all(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct accounts_view *v = model;
	v->accounts = (struct holder_list){ 0 };
	bool good = service_holders(&d->login, a, &v->accounts, why);
	size_t count = v->accounts.count;
	const char **labels = arena_get(a, count + 1, sizeof *labels);
	for (size_t i = 0; i < count; i++) {
		const struct holder_row *r = &v->accounts.items[i];
		labels[i] = arena_print(a, "%s %s %s", r->name, r->body, r->card);
	}
	listview_offer(&v->list, labels, count, a, d);
	return good;
}

static void account_row(const void *model, const struct desk *d, size_t at,
                        struct listview_row *out)
{
	const struct accounts_view *v = model;
	const struct holder_row *r = &v->accounts.items[at];
	enum card card = card_of(r, d);
	out->cells[0] = r->name;
	out->cells[1] = r->until == DAY_NONE ? "" : shown_day(d->scratch, r->until);
	out->cells[2] = _(card_word(card));
	out->cells[3] = r->body;
	out->cells[4] = shown(d, "jenis", r->kind);
	out->cells[5] = shown_number(d->scratch, r->count);
	out->figures[1] = r->until;
	out->figures[5] = r->count;
	out->marked = card == CARD_EXPIRED || card == CARD_EXPIRES;
}

static const struct listview_column columns[] = {
	{ N_("Nama"), .share = 1 },
	{ N_("KTA sampai"), .width = 11, .by = LISTVIEW_FIGURE },
	{ N_("Keadaan"), .width = 13 },
	{ N_("Badan, kantor"), .share = 1 },
	{ N_("Jenis pengguna"), .width = 18, .windows = LISTVIEW_WIDE },
	{ N_("Banyak"), .width = 7, .right = true, .by = LISTVIEW_FIGURE },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.below = DETAIL_ROWS,
	.typing = N_("Cari"),
	.typed_most = 200,
	.narrows = true,
	.empty = N_("Belum ada advokat, badan atau instansi yang pernah mendaftar."),
	.row = account_row,
};

static struct intent open_filing(void *model, struct desk *d)
{
	struct accounts_view *v = model;
	struct id id;
	struct fault why = { 0 };
	if (service_find(&d->login, v->accounts.items[listview_at(&v->list)].reg, &id, &why))
		return open_screen(&screen_filing, (struct argument){ .filing = id });
	desk_fault(d, &why);
	return stay();
}

static const struct binding keys[] = {
	{ K_ENTER, .label = N_("buka pendaftaran terakhir"), .run = open_filing,
	  .when = listview_when_any },
	LISTVIEW_SORTS,
};

static void accounts_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct accounts_view *v = model;
	struct area where = listview_below(&v->list, c);
	size_t at = listview_at(&v->list);
	desk_head(d, c, _("Pendaftar yang dikenal"));
	if (at >= v->accounts.count)
		return;
	const struct holder_row *r = &v->accounts.items[at];
	const struct pair lines[] = {
		{ _("Jenis pengguna"), shown(d, "jenis", r->kind) },
		{ _("Nomor KTA"), joined(d, r->card, shown(d, "organisasi", r->organisation)) },
		{ _("Alamat"), r->address },
		{ _("Telepon"), r->phone },
		{ _("E-mail"), r->email },
		{ _("Rekening"),
		  joined(d, joined(d, shown(d, "bank", r->bank), r->account), r->owner) },
	};
	where.row++;
	where.rows--;
	(void)frame_pairs(c, where, DETAIL_LABEL, lines, COUNT_OF(lines));
}

const struct screen screen_accounts = {
	.size = sizeof(struct accounts_view),
	.title = N_("Pendaftar yang dikenal"),
	.help = N_(
	    "Advokat, badan hukum, instansi dan kuasa insidentil yang pernah mendaftar, dengan isian "
	    "terakhirnya. Yang KTA-nya habis atau segera habis di atas: mintalah kartu yang baru. "
	    "Ketik untuk mencari; Enter membuka pendaftaran terakhirnya."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.read = accounts_read_all,
	.draw = accounts_draw,
};
