/* The court's account at each bank: what the book says, and what the bank's own lines and its
 * statements make of it. */
#include "loket/list.h"
#include "loket/recon.h"
#include "loket/store/money.h"
#include "loket/store/statement.h"
#include "loket/text.h"

#include "private.h"

enum { RECON_MEMORY = 256 * 1024 * 1024 };

static struct account_row *account_of(struct account_list *all, const char *bank, const char *label,
                                      struct arena *a)
{
	for (size_t i = 0; i < all->count; i++) {
		if (text_same(all->items[i].bank, bank))
			return &all->items[i];
	}
	all->items = list_grow(a, all->items, all->count, &all->capacity, sizeof *all->items);
	struct account_row *row = &all->items[all->count++];
	*row = (struct account_row){ .bank = bank, .label = label };
	return row;
}

static void books_take(const struct balances *books, struct arena *a, struct account_list *out)
{
	for (size_t i = 0; i < books->count; i++) {
		const struct balance *b = &books->items[i];
		if (!text_is_empty(b->key) || b->amount != 0)
			account_of(out, b->key,
			           text_is_empty(b->key) ? N_("bank tidak dicatat") : b->key, a)
			    ->book = b->amount;
	}
}

/* A bank that never told anything is not heard. */
static bool word_take(const struct login *s, const struct recon *r, instant end,
                      struct account_row *row, struct fault *why)
{
	instant until;
	if (!statement_told(s->app->store, row->bank, false, &until, why))
		return false;
	row->has_told = until != INSTANT_NONE && until >= end;
	row->told = row->book;
	for (size_t i = 0; i < r->count; i++) {
		const struct recon_row *one = &r->items[i];
		if (!text_same(one->bank, row->bank) || one->side == RECON_BOTH)
			continue;
		row->told += one->side == RECON_BANK ? one->amount : -one->amount;
	}
	return balance_told(s->app->store, row->bank, end, &row->stated, &row->has_stated, why);
}

bool accounts_read(const struct login *s, day last, struct arena *a, struct account_list *out,
                   struct fault *why)
{
	struct recon r = { 0 };
	struct balances books = { 0 };
	struct arena memory = arena_start(RECON_MEMORY);
	const struct rulebook *b = s->app->book;
	const struct choices *banks = choices_named(b->lists, b->list_count, "bank-va");
	const instant end = instant_at(last + 1, 0, &b->court.zone);
	for (size_t i = 0; i < banks->count; i++)
		(void)account_of(out, banks->items[i].value, banks->items[i].label, a);
	bool good = bank_balances_read(s->app->store, last, a, &books, why) &&
	            recon_read(s->app->store, 0, end, &memory, &r, why);
	if (good)
		books_take(&books, a, out);
	for (size_t i = 0; good && i < out->count; i++)
		good = word_take(s, &r, end, &out->items[i], why);
	arena_drop(&memory);
	return good;
}

/* ---- book and statement ---- */

enum { TRANSIT_DAYS = 2 }; /* that a transfer may take to stand at the bank */

/* Until when a statement goes: files tell minutes, or only days. */
static instant reach(const struct sheet_row *sheet, const struct zone *z)
{
	const day on = instant_day(sheet->until, z);
	return sheet->until == instant_at(on, 0, z) ? instant_at(on + 1, 0, z) - 1
	                                            : sheet->until + MINUTE_MS - 1;
}

/* What the book has by the end of a day and the bank has not by an instant, less the reverse:
 * entries whose line came later, lines that were booked later, payments of which no line is
 * known. */
static rupiah in_transit(const struct recon *r, const struct sheet_row *sheet, day on,
                         const struct zone *z)
{
	rupiah sum = 0;
	const instant until = reach(sheet, z);
	for (size_t i = 0; i < r->count; i++) {
		const struct recon_row *row = &r->items[i];
		bool known = row->side == RECON_BOTH;
		if (!text_same(row->bank, sheet->bank) || row->side == RECON_BANK ||
		    (!known && row->amount < 0))
			continue;
		day written = known ? row->booked : instant_day(row->at, z);
		bool booked = written == DAY_NONE || written <= on;
		bool told = known ? row->at <= until : written < on - TRANSIT_DAYS;
		sum += booked && !told ? row->amount : 0;
		sum -= told && !booked ? row->amount : 0;
	}
	return sum;
}

static bool is_last(const struct sheet_list *all, size_t at)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct sheet_row *other = &all->items[i];
		if (text_same(other->bank, all->items[at].bank) &&
		    (other->until > all->items[at].until ||
		     (other->until == all->items[at].until && i > at)))
			return false;
	}
	return true;
}

static bool account_differs(const struct login *s, const struct recon *r,
                            const struct sheet_row *sheet, struct arena *a, struct differences *out,
                            struct fault *why)
{
	char shown[16];
	rupiah ahead;
	struct balances books = { 0 };
	const struct zone *z = &s->app->book->court.zone;
	const day on = instant_day(sheet->until, z);
	const struct period young = { on - TRANSIT_DAYS, on };
	if (!bank_balances_read(s->app->store, on, a, &books, why) ||
	    !account_ahead(s->app->store, sheet->bank, &young, &ahead, why))
		return false;
	rupiah here = balance_of(&books, sheet->bank) - in_transit(r, sheet, on, z) - ahead;
	if (here == sheet->closing)
		return true;
	day_show(on, shown, sizeof shown);
	out->items = list_grow(a, out->items, out->count, &out->capacity, sizeof *out->items);
	out->items[out->count++] = (struct difference){ N_("saldo buku dan rekening koran"),
		                                        arena_print(a, "%s %s", sheet->bank, shown),
		                                        here, sheet->closing };
	return true;
}

bool accounts_differ(const struct login *s, const struct recon *r, const struct sheet_list *sheets,
                     struct arena *a, struct differences *out, struct fault *why)
{
	for (size_t i = 0; i < sheets->count; i++) {
		if (is_last(sheets, i) && !account_differs(s, r, &sheets->items[i], a, out, why))
			return false;
	}
	return true;
}

bool service_accounts(const struct login *s, day last, struct arena *a, struct account_list *out,
                      struct fault *why)
{
	return may_or_refuse(s, "lihat.uang", why) && accounts_read(s, last, a, out, why);
}

bool accounts_told(const struct account_list *all, rupiah *out)
{
	bool known = false;
	*out = 0;
	for (size_t i = 0; i < all->count; i++) {
		const struct account_row *row = &all->items[i];
		*out += row->told;
		known |= row->has_told;
	}
	for (size_t i = 0; i < all->count; i++) {
		const struct account_row *row = &all->items[i];
		bool heard = row->has_told || row->book == 0;
		known = known && heard;
	}
	return known;
}
