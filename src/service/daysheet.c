/* The cashier's day on one sheet, handed over to the panitera: what stood in the accounts, came in
 * and went out, the kwitansi from the first number to the last, and what is still to be transferred
 * (Buku II: the balance of the kas bantu goes to the panitera daily). */
#include "loket/cashier.h"
#include "loket/court.h"
#include "loket/list.h"
#include "loket/store/money.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

enum { SHEET_MEMORY = 64 * 1024 * 1024 };

struct day_sheet {
	day on;
	const char *cashier;
	rupiah before;
	struct journal_page page;
	struct receipt_list receipts;
	struct payout_list waiting;
};

static void put_rupiah(struct view *v, const char *name, rupiah amount)
{
	char shown[32];
	money_show(amount, shown, sizeof shown);
	view_put(v, name, shown);
}

/* "17/2026 sampai 21/2026", "" : there was none. */
static const char *receipts_words(const struct receipt_list *all, struct arena *a)
{
	if (all->count == 0)
		return "";
	const char *first = receipt_name(&all->items[0], a);
	const char *last = receipt_name(&all->items[all->count - 1], a);
	return all->count == 1 ? first : arena_print(a, "%s sampai %s", first, last);
}

static const char *sheet_page(const struct rulebook *b, const struct day_sheet *d, struct arena *a)
{
	char date[64];
	rupiah in = 0, out = 0, waits = 0;
	struct view v = view_start(a);
	view_head(&v, b, clock_now(), false);
	day_words(d->on, date, sizeof date);
	view_put(&v, "tanggal", date);
	for (size_t i = 0; i < d->page.count; i++) {
		in += d->page.items[i].in;
		out += d->page.items[i].out;
	}
	for (size_t i = 0; i < d->waiting.count; i++)
		waits += d->waiting.items[i].payout.amount;
	put_rupiah(&v, "awal", d->before);
	put_rupiah(&v, "masuk", in);
	put_rupiah(&v, "keluar", out);
	put_rupiah(&v, "akhir", d->before + in - out);
	view_put(&v, "terbilang", terbilang_rupiah(d->before + in - out, a));
	view_put(&v, "ayat", arena_print(a, "%zu", d->page.count));
	view_put(&v, "kwitansi", receipts_words(&d->receipts, a));
	view_put(&v, "menunggu", arena_print(a, "%zu", d->waiting.count));
	put_rupiah(&v, "menunggu_nilai", waits);
	view_person(&v, b, "kasir", d->cashier);
	return view_finish(&v);
}

struct specimen day_sheet_specimen(const struct app *p, struct arena *a)
{
	const struct day_sheet none = { .cashier = "" };
	return (struct specimen){ "serah-terima", sheet_page(p->book, &none, a) };
}

static bool sheet_read(const struct login *s, struct arena *a, struct day_sheet *d,
                       struct fault *why)
{
	struct store *store = s->app->store;
	const struct book_ask ask = {
		.accounts = BOOK_BANK, .sign = 1, .first = d->on, .last = d->on
	};
	return book_read(store, &ask, a, &d->before, &d->page, why) &&
	       receipts_of_days(store, d->on, d->on, a, &d->receipts, why) &&
	       payouts_open(store, a, &d->waiting, why);
}

bool service_day_sheet(const struct login *s, const char *typed, struct printed *out,
                       struct fault *why)
{
	char iso[16];
	struct arena a = arena_start(SHEET_MEMORY);
	day today = instant_day(clock_now(), &s->app->book->court.zone);
	struct day_sheet d = { .on = today, .cashier = s->full_name };
	bool good = may_or_refuse(s, "cetak.serah-terima", why);
	if (good && !text_is_empty(typed) && (!day_iso_parse(typed, &d.on) || d.on > today))
		good = fault_set(why, FAULT_MISUSE,
		                 N_("Tulis hari yang sudah tiba, mis. 2026-11-24, bukan %1"),
		                 typed);
	day_iso(d.on, iso, sizeof iso);
	good = good && sheet_read(s, &a, &d, why) &&
	       page_put(s, "serah-terima", sheet_page(s->app->book, &d, &a),
	                arena_print(&a, "serah-terima-%s-%s.pdf", iso, s->user), out, why);
	arena_drop(&a);
	return good;
}
