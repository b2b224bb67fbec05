/* Closing the books: numbered berita acara of a day or a month, by the panitera, known by the
 * chairman (Buku II, Buku Induk Keuangan: closed by the panitera and known by the ketua; book, bank
 * and cash stated, a difference with its reason). */
#include <stdio.h>
#include <string.h>

#include "loket/court.h"
#include "loket/store/lists.h"
#include "loket/store/money.h"
#include "loket/store/report.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

enum { PAPER_MEMORY = 16 * 1024 * 1024, SILENT_DAYS = 62 };

/* ---- making one ---- */

/* What cannot be undone is not done for a day that is not over, nor by a clock that is doubted:
 * also not when nothing was written for so long that the clock more likely runs ahead. */
static bool time_allows(const struct login *s, const struct closing *c, struct fault *why)
{
	instant newest, now = clock_now();
	char today[16];
	const struct rulebook *b = s->app->book;
	if (!c->surprise && c->last >= instant_day(now, &b->court.zone))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Hari ini belum dapat ditutup: uang masih dapat masuk"));
	if (!newest_read(s->app->store, &newest, why) || !clock_fits_money(s, why))
		return false;
	bool silent = newest == INSTANT_NONE ||
	              c->last > instant_day(newest, &b->court.zone) + SILENT_DAYS;
	day_show(instant_day(now, &b->court.zone), today, sizeof today);
	return (!silent && clock_doubted(b, now, newest) == CLOCK_GOOD) ||
	       fault_set(why, FAULT_REFUSED,
	                 N_("Jam komputer menunjuk %1, jauh dari catatan terakhir; penutupan tidak "
	                    "dapat dibatalkan, minta administrator menyetel jam (NTP)"),
	                 today);
}

static bool is_surprise(const struct closing_order *o)
{
	return text_same(o->period, "mendadak");
}

static bool reads(const struct login *s, const struct closing_order *o, struct closing *out,
                  struct fault *why)
{
	struct period p;
	const day today = instant_day(clock_now(), &s->app->book->court.zone);
	*out = (struct closing){ .surprise = is_surprise(o),
		                 .last = today,
		                 .bank = -1,
		                 .cash = o->cash,
		                 .reason = o->reason,
		                 .evidence = o->evidence };
	if (out->surprise)
		return true;
	if (!period_parse(o->period, &p) || strlen(o->period) == strlen("2026"))
		return fault_set(why, FAULT_MISUSE,
		                 N_("Tulis hari 2026-11-24 atau bulan 2026-11, bukan %1"),
		                 o->period);
	out->month = p.last > p.first;
	out->last = p.last;
	return true;
}

/* ---- the balances that are typed ---- */

/* One whose money or lines are known here. */
static bool is_used(const struct account_row *row)
{
	return !text_is_empty(row->bank) && (row->book != 0 || row->has_told || row->has_stated);
}

static struct account_row *account_named(struct closing *c, const char *bank)
{
	for (size_t i = 0; i < c->accounts.count; i++) {
		if (!text_is_empty(bank) && text_same(c->accounts.items[i].bank, bank))
			return &c->accounts.items[i];
	}
	return NULL;
}

/* Of the one account that there is. */
static struct account_row *only_account(struct closing *c)
{
	struct account_row *found = NULL;
	size_t used = 0;
	for (size_t i = 0; c->accounts.items != NULL && i < c->accounts.count; i++) {
		struct account_row *row = &c->accounts.items[i];
		if (is_used(row) || (found == NULL && !text_is_empty(row->bank)))
			found = row;
		used += is_used(row);
	}
	return used > 1 ? NULL : found;
}

/* "bri=500.000", or the amount alone where there is one account. */
static bool balance_take(struct closing *c, const char *word, struct arena *a, struct fault *why)
{
	size_t n = strcspn(word, "=");
	bool named = word[n] == '=';
	struct account_row *row = named ? account_named(c, arena_copy(a, word, n))
	                                : only_account(c);
	if (row == NULL)
		return fault_set(why, FAULT_MISUSE,
		                 N_("Saldo bank %1: sebutkan rekening yang mana, mis. bri=500.000"),
		                 word);
	row->has_typed = money_typed_parse(named ? word + n + 1 : word, &row->typed);
	return row->has_typed ||
	       fault_set(why, FAULT_MISUSE, N_("Saldo bank harus rupiah, bukan %1"), word);
}

static bool balances_take(const struct closing_order *o, struct closing *c, struct arena *a,
                          struct fault *why)
{
	for (const char *at = o->balances; *at != '\0';) {
		size_t n = strcspn(at, " ");
		if (n > 0 && !balance_take(c, arena_copy(a, at, n), a, why))
			return false;
		at += n + (at[n] == ' ');
	}
	for (size_t i = 0; i < c->accounts.count; i++) {
		const struct account_row *row = &c->accounts.items[i];
		if (row->has_typed)
			c->bank = row->typed + (c->bank < 0 ? 0 : c->bank);
	}
	return true;
}

/* A month and a look by surprise know every account. */
static bool all_typed(struct closing *c, struct fault *why)
{
	bool any = false;
	for (size_t i = 0; i < c->accounts.count; i++) {
		const struct account_row *row = &c->accounts.items[i];
		any = any || row->has_typed;
		if (is_used(row) && !row->has_typed)
			return fault_set(
			    why, FAULT_MISUSE,
			    N_("Saldo rekening %1 menurut rekening koran belum ditulis"),
			    row->bank);
	}
	return any || fault_set(why, FAULT_MISUSE,
	                        N_("Penutupan bulan memerlukan saldo bank menurut rekening koran"));
}

/* More at the bank than in the book, or another balance than that of a statement known here. What
 * lies in cash instead is compared as a whole. */
static const struct account_row *contradicted(const struct closing *c)
{
	for (size_t i = 0; i < c->accounts.count; i++) {
		const struct account_row *row = &c->accounts.items[i];
		if (row->has_typed &&
		    (row->typed > row->book || (row->has_stated && row->stated != row->typed)))
			return row;
	}
	return NULL;
}

static bool evidence_stands(const struct closing *c, struct fault *why)
{
	enum { LEAST = 3 };
	return strlen(c->evidence) >= LEAST ||
	       fault_set(
	           why, FAULT_REFUSED,
	           N_("Bukti: sebutkan surat atau rekening koran yang membuktikan selisihnya"));
}

/* What the banks told is known: a balance that contradicts it is a difference like any other. */
static bool reason_stands(const struct closing *c, bool corrects, struct fault *why)
{
	const struct account_row *row = contradicted(c);
	bool differs = c->bank >= 0 && (closing_difference(c) != 0 || row != NULL ||
	                                (c->has_told && c->told != c->bank + c->cash));
	if (text_tells(c->reason) || (!differs && !corrects))
		return !differs || evidence_stands(c, why);
	char book[32], bank[32], told[32];
	if (row != NULL && row->has_stated) {
		money_show(row->stated, told, sizeof told);
		money_show(row->typed, bank, sizeof bank);
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Saldo %1 ditulis %2, menurut rekening korannya %3: tulis alasan "
		       "selisihnya, sekurangnya dua kata"),
		    row->bank, bank, told);
	}
	money_show(c->book, book, sizeof book);
	money_show(c->bank < 0 ? 0 : c->bank + c->cash, bank, sizeof bank);
	money_show(c->told, told, sizeof told);
	if (corrects)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Alasan: tulis apa yang keliru pada berita acara itu, "
		                    "sekurangnya dua kata"));
	if (c->has_told)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Buku %1, bank dan kas %2, menurut laporan bank %3: tulis "
		                    "alasan selisihnya, sekurangnya dua kata"),
		                 book, bank, told);
	return fault_set(why, FAULT_REFUSED,
	                 N_("Buku %1, bank dan kas %2: tulis alasan selisihnya, sekurangnya dua "
	                    "kata"),
	                 book, bank);
}

/* A day or month that is closed is not closed again; which one stands for it is said. */
static bool is_first(const struct login *s, const struct closing *c, struct arena *a,
                     struct fault *why)
{
	const char *before;
	if (!closing_of(s->app->store, c, a, &before, why))
		return false;
	return text_is_empty(before) ||
	       fault_set(
	           why, FAULT_REFUSED,
	           N_("%1 sudah ditutup dengan berita acara %2; yang keliru diperbaiki dengan "
	              "berita acara baru"),
	           closing_period(c, a), before);
}

static bool corrects_it(const struct login *s, const char *name, const struct closing *c,
                        struct arena *a, int64_t *number, struct fault *why)
{
	struct closing old;
	if (!closing_named(s, name, a, &old, why))
		return false;
	if (!text_is_empty(old.corrected))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Berita acara %1 sudah diperbaiki dengan %2; perbaiki yang itu"), name,
		    old.corrected);
	*number = old.number;
	return (old.last == c->last && old.month == c->month && text_is_empty(old.opens)) ||
	       fault_set(why, FAULT_REFUSED,
	                 N_("Berita acara %1 menutup %2; sebutkan masa yang sama"), name,
	                 closing_period(&old, a));
}

static bool write(const struct login *s, const struct closing_order *o, struct arena *a,
                  struct closing *c, struct fault *why)
{
	int64_t corrects = 0;
	struct balances balances = { 0 };
	struct store *store = s->app->store;
	const struct booking b = booking_now(s);
	bool again = !text_is_empty(o->corrects);
	if (again && c->surprise)
		return fault_set(why, FAULT_MISUSE,
		                 N_("Pemeriksaan mendadak tidak memperbaiki berita acara lain"));
	if (!(again ? corrects_it(s, o->corrects, c, a, &corrects, why)
	            : c->surprise || is_first(s, c, a, why)) ||
	    !balances_read(store, c->last, a, &balances, why))
		return false;
	c->book = balance_of(&balances, "bank");
	if (!accounts_read(s, c->last, a, &c->accounts, why) || !balances_take(o, c, a, why) ||
	    ((c->month || c->surprise) && !all_typed(c, why)))
		return false;
	c->has_told = accounts_told(&c->accounts, &c->told);
	return reason_stands(c, again, why) &&
	       (again || c->surprise || report_keep(store, s->app->book, c->last, a, why)) &&
	       closing_write(store, c, corrects, &b, why);
}

bool service_close(const struct login *s, const struct closing_order *o, struct arena *a,
                   struct closing *out, struct fault *why)
{
	struct store *store = s->app->store;
	const char *right = is_surprise(o) ? "jurnal.mendadak" : "jurnal.tutup";
	if (!may_or_refuse(s, right, why) || !reads(s, o, out, why) || !time_allows(s, out, why) ||
	    !store_begin(store, why))
		return false;
	if (write(s, o, a, out, why))
		return store_commit(store, why);
	store_rollback(store);
	return false;
}

bool service_closing_know(const struct login *s, const char *name, struct arena *a,
                          struct answer *out, struct fault *why)
{
	struct closing c;
	struct store *store = s->app->store;
	const struct booking b = booking_now(s);
	*out = (struct answer){ .event = N_("Berita acara penutupan diketahui") };
	if (!closing_named(s, name, a, &c, why) ||
	    !may_or_refuse(s, c.surprise ? "jurnal.tutup" : "jurnal.ketahui", why))
		return false;
	if (c.known_at != INSTANT_NONE)
		return fault_set(why, FAULT_REFUSED, N_("Berita acara %1 sudah diketahui %2"), name,
		                 c.known_by);
	if (!store_begin(store, why))
		return false;
	if (closing_know(store, c.number, &b, why))
		return store_commit(store, why);
	store_rollback(store);
	return false;
}

/* ---- reading ---- */

bool service_closings(const struct login *s, struct arena *a, struct closing_list *out,
                      struct fault *why)
{
	return may_or_refuse(s, "lihat.uang", why) && closings_read(s->app->store, a, out, why);
}

bool service_closing(const struct login *s, const char *name, struct arena *a, struct closing *out,
                     struct fault *why)
{
	return may_or_refuse(s, "lihat.uang", why) && closing_named(s, name, a, out, why) &&
	       closing_accounts(s->app->store, out, a, why);
}

/* ---- on paper ---- */

/* "" where it is not known. */
static void put_rupiah(struct view *v, const char *name, bool known, rupiah amount)
{
	char shown[32] = "";
	if (known)
		money_show(amount, shown, sizeof shown);
	view_put(v, name, shown);
}

static void put_accounts(struct view *v, const struct balances *all)
{
	view_rows(v, "akun", "nama harta kewajiban");
	for (size_t i = 0; i < all->count; i++) {
		const struct balance *one = &all->items[i];
		view_row(v);
		view_put(v, "nama", one->name);
		put_rupiah(v, "harta", one->amount >= 0, one->amount);
		put_rupiah(v, "kewajiban", one->amount < 0, -one->amount);
		view_row_end(v);
	}
	view_rows_end(v);
}

/* Each account at its bank. */
static void put_banks(struct view *v, const struct closing *c)
{
	view_rows(v, "rekening", "bank buku saldo baris koran");
	for (size_t i = 0; i < c->accounts.count; i++) {
		const struct account_row *one = &c->accounts.items[i];
		view_row(v);
		view_put(v, "bank", text_is_empty(one->bank) ? _("tidak dicatat") : one->bank);
		put_rupiah(v, "buku", true, one->book);
		put_rupiah(v, "saldo", one->has_typed, one->typed);
		put_rupiah(v, "baris", one->has_told, one->told);
		put_rupiah(v, "koran", one->has_stated, one->stated);
		view_row_end(v);
	}
	view_rows_end(v);
}

static const char *closing_page(const struct app *p, const struct closing *c,
                                const struct balances *all, struct arena *a)
{
	const struct rulebook *b = p->book;
	char made[80], date[64];
	struct view v = view_start(a);
	view_head(&v, b, app_now(p), false);
	day_in_full(instant_day(c->at, &b->court.zone), made, sizeof made);
	view_put(&v, "nomor", closing_name(c, a));
	day_words(instant_day(c->at, &b->court.zone), date, sizeof date);
	view_put(&v, "hari", made);
	view_put(&v, "tanggal", date);
	view_put(&v, "masa", closing_period(c, a));
	day_words(c->last, date, sizeof date);
	view_put(&v, "sampai", date);
	view_put(&v, "rekening_awal", c->opens);
	view_put(&v, "memperbaiki", c->corrects);
	view_put(&v, "diperbaiki", c->corrected);
	put_rupiah(&v, "buku", true, c->book);
	put_rupiah(&v, "bank", c->bank >= 0, c->bank);
	put_rupiah(&v, "kas", true, c->cash);
	put_rupiah(&v, "selisih", c->bank >= 0, closing_difference(c));
	put_rupiah(&v, "laporan", c->has_told, c->told);
	view_put(&v, "alasan", c->reason);
	view_put(&v, "bukti", c->evidence);
	view_put(&v, "mendadak", c->surprise ? "ya" : "");
	bool opens = !text_is_empty(c->opens);
	view_put(&v, "awal", opens ? "ya" : "");
	view_put(&v, "tutup", c->surprise || opens ? "" : "ya");
	put_banks(&v, c);
	put_accounts(&v, all);
	view_person(&v, b, "panitera", c->surprise ? c->known_by : c->who);
	view_person(&v, b, "ketua", c->surprise ? c->who : c->known_by);
	return view_finish(&v);
}

struct specimen closing_specimen(const struct app *p, struct arena *a)
{
	const struct balances none = { 0 };
	const struct closing c = { .opens = "",
		                   .corrects = "",
		                   .corrected = "",
		                   .reason = "",
		                   .evidence = "",
		                   .who = "",
		                   .known_by = "",
		                   .at = clock_now() };
	return (struct specimen){ "penutupan", closing_page(p, &c, &none, a) };
}

/* Of all accounts at the end of its days, or of the one that it takes over. */
static bool balances_of(const struct login *s, const struct closing *c, struct arena *a,
                        struct balances *out, struct fault *why)
{
	return text_is_empty(c->opens) ? balances_read(s->app->store, c->last, a, out, why)
	                               : opening_balances(s, c, a, out, why);
}

bool service_closing_print(const struct login *s, const char *name, struct printed *out,
                           struct fault *why)
{
	struct closing c;
	struct balances all = { 0 };
	struct arena a = arena_start(PAPER_MEMORY);
	bool good = may_or_refuse(s, "cetak.penutupan", why) &&
	            closing_named(s, name, &a, &c, why) &&
	            closing_accounts(s->app->store, &c, &a, why) &&
	            balances_of(s, &c, &a, &all, why) &&
	            page_put(s, "penutupan", closing_page(s->app, &c, &all, &a),
	                     arena_print(&a, "penutupan-%d-%d.pdf", c.year, c.serial), out, why);
	arena_drop(&a);
	return good;
}
