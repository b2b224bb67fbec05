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
