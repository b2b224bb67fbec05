/* An account of the court at a bank taken over from the book on paper: what it held at the end of a
 * day, and whose money that is, by a numbered berita acara of the panitera that the chairman takes
 * note of (Buku II, Buku Induk Keuangan: balances are handed over with their evidence). */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/store/money.h"
#include "loket/store/statement.h"
#include "loket/text.h"

#include "private.h"

/* ---- what it is made of ---- */

static bool amounts_take(const char *typed, const char *account, struct opening *o, struct arena *a,
                         struct fault *why)
{
	for (const char *at = typed; *at != '\0';) {
		rupiah amount;
		size_t n = strcspn(at, " ");
		const char *word = arena_copy(a, at, n);
		at += n + (at[n] == ' ');
		if (n == 0)
			continue;
		if (!money_typed_parse(word, &amount) || amount < 0)
			return fault_set(why, FAULT_MISUSE,
			                 N_("Rincian saldo awal harus rupiah, bukan %1"), word);
		struct balances *all = &o->parts;
		if (amount == 0)
			continue;
		all->items = list_grow(a, all->items, all->count, &all->capacity,
		                       sizeof *all->items);
		all->items[all->count++] = (struct balance){ account, "", amount };
	}
	return true;
}

/* Every rupiah is somebody's. */
static bool parts_take(const struct opening_order *order, struct opening *o, struct arena *a,
                       rupiah *all, struct fault *why)
{
	const struct {
		const char *typed, *account;
	} kinds[] = { { order->panjar, PAPER_CASES },
		      { order->unclaimed, "negara" },
		      { order->pnbp, "pnbp" },
		      { order->suspense, "suspense" } };
	char made[32], held[32];
	rupiah sum = 0;
	if (!money_typed_parse(order->balance, all) || *all < 0)
		return fault_set(why, FAULT_MISUSE, N_("Saldo awal harus rupiah, bukan %1"),
		                 order->balance);
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		if (!amounts_take(kinds[i].typed, kinds[i].account, o, a, why))
			return false;
	}
	for (size_t i = 0; i < o->parts.count; i++)
		sum += o->parts.items[i].amount;
	money_show(sum, made, sizeof made);
	money_show(*all, held, sizeof held);
	return sum == *all ||
	       fault_set(why, FAULT_REFUSED,
	                 N_("Rinciannya %1, saldonya %2: sebutkan seluruhnya sebagai panjar, tak "
	                    "bertuan, PNBP atau titipan"),
	                 made, held);
}

/* ---- the account and its day ---- */

static bool bank_take(const struct login *s, const char *bank, struct fault *why)
{
	const struct rulebook *b = s->app->book;
	const struct choices *banks = choices_named(b->lists, b->list_count, "bank-va");
	return choices_find(banks, bank) != NULL ||
	       fault_set(why, FAULT_MISUSE,
	                 N_("Pengadilan tidak mempunyai rekening di bank %1 (data/court.xml)"),
	                 bank);
}

static bool day_take(const struct login *s, const char *typed, day *out, struct fault *why)
{
	const struct booking b = booking_now(s);
	*out = b.on;
	if (text_is_empty(typed))
		return true;
	if (!day_iso_parse(typed, out))
		return fault_set(why, FAULT_MISUSE, N_("Tulis hari 2026-11-24, bukan %1"), typed);
	return *out <= b.on || fault_set(why, FAULT_REFUSED, N_("Hari saldo awal belum tiba"));
}

static bool paper_names(const struct opening_order *o, struct fault *why)
{
	return strpbrk(o->evidence, "0123456789") != NULL ||
	       fault_set(why, FAULT_REFUSED,
	                 N_("Bukti: sebutkan nomor berita acara serah terima saldo itu"));
}

/* A statement known here that says otherwise needs a reason. */
static bool statement_agrees(const struct login *s, const struct opening_order *o,
                             struct account_row *row, day last, struct fault *why)
{
	char typed[32], stated[32];
	const instant end = instant_at(last + 1, 0, &s->app->book->court.zone);
	if (!balance_told(s->app->store, row->bank, end, &row->stated, &row->has_stated, why))
		return false;
	money_show(row->typed, typed, sizeof typed);
	money_show(row->stated, stated, sizeof stated);
	return !row->has_stated || row->stated == row->typed || text_tells(o->reason) ||
	       fault_set(why, FAULT_REFUSED,
	                 N_("Saldo %1 ditulis %2, menurut rekening korannya %3: tulis alasan "
	                    "selisihnya, sekurangnya dua kata"),
	                 row->bank, typed, stated);
}

/* ---- writing it ---- */

/* What was written before is taken back today, while nothing of it has gone on. */
static bool before_undo(const struct login *s, const struct closing *old, const struct opening *o,
                        const char *reason, struct arena *a, struct fault *why)
{
	struct booking b = booking_now(s);
	if (o->handed)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Sebagian saldo awal itu sudah diserahkan untuk negara; "
		                    "koreksi setelah itu dibuat pada penyerahannya"));
	b.what = message_text(a, N_("Koreksi saldo awal %1, berita acara %2: %3"), o->bank,
	                      closing_name(old, a), reason);
	return opening_reverse(s->app->store, old->number, o, &b, a, why);
}

static bool corrects_it(const struct login *s, const struct opening_order *o, struct closing *made,
                        struct arena *a, int64_t *number, struct fault *why)
{
	struct closing old;
	struct opening was;
	if (!closing_named(s, o->corrects, a, &old, why) ||
	    !opening_read(s->app->store, old.number, a, &was, why))
		return false;
	if (!text_same(old.opens, o->bank))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Berita acara %1 bukan saldo awal rekening %2"), o->corrects,
		                 o->bank);
	if (!text_is_empty(old.corrected))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Berita acara %1 sudah diperbaiki dengan %2; perbaiki yang itu"),
		    o->corrects, old.corrected);
	if (!text_tells(o->reason))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Alasan: tulis apa yang keliru pada berita acara itu, "
		                    "sekurangnya dua kata"));
	*number = old.number;
	made->last = old.last;
	return before_undo(s, &old, &was, o->reason, a, why);
}

static bool write(const struct login *s, const struct opening_order *o, struct opening *held,
                  struct closing *made, struct arena *a, struct fault *why)
{
	int64_t corrects = 0;
	struct booking b = booking_now(s);
	const struct zone *z = &s->app->book->court.zone;
	bool again = !text_is_empty(o->corrects);
	if (again ? !corrects_it(s, o, made, a, &corrects, why)
	          : !day_take(s, o->day, &made->last, why))
		return false;
	struct account_row row = { .bank = held->bank,
		                   .label = held->bank,
		                   .book = made->book,
		                   .has_typed = true,
		                   .typed = made->book };
	if (!statement_agrees(s, o, &row, made->last, why))
		return false;
	made->accounts = (struct account_list){ .items = &row, .count = 1 };
	bool good = closing_write(s->app->store, made, corrects, &b, why);
	made->accounts = (struct account_list){ 0 };
	b.what = message_text(a, N_("Saldo awal %1, berita acara %2; %3"), held->bank,
	                      closing_name(made, a), o->evidence);
	b.on = again ? b.on : made->last;
	return good &&
	       opening_write(s->app->store, made, held, instant_at(made->last, 0, z), &b, a, why);
}

bool service_open_account(const struct login *s, const struct opening_order *o, struct arena *a,
                          struct closing *out, struct fault *why)
{
	rupiah all;
	struct store *store = s->app->store;
	struct opening held = { .bank = o->bank };
	if (!may_or_refuse(s, "jurnal.awal", why) || !clock_fits_money(s, why) ||
	    !bank_take(s, o->bank, why) || !paper_names(o, why) ||
	    !parts_take(o, &held, a, &all, why))
		return false;
	if (all == 0 && text_is_empty(o->corrects))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Rekening yang kosong tidak perlu saldo awal"));
	*out = (struct closing){ .opens = o->bank,
		                 .book = all,
		                 .bank = all,
		                 .reason = o->reason,
		                 .evidence = o->evidence };
	if (!store_begin(store, why))
		return false;
	if (write(s, o, &held, out, a, why))
		return store_commit(store, why);
	store_rollback(store);
	return false;
}

/* ---- reading ---- */

bool opening_balances(const struct login *s, const struct closing *c, struct arena *a,
                      struct balances *out, struct fault *why)
{
	struct opening held;
	if (!opening_read(s->app->store, c->number, a, &held, why))
		return false;
	out->items = arena_get(a, held.parts.count + 1, sizeof *out->items);
	out->items[0] = (struct balance){ "bank", message_text(a, N_("Rekening %1"), held.bank),
		                          c->book };
	out->count = held.parts.count + 1;
	for (size_t i = 0; i < held.parts.count; i++) {
		out->items[i + 1] = held.parts.items[i];
		out->items[i + 1].amount = -held.parts.items[i].amount;
	}
	return true;
}

bool service_opening(const struct login *s, const char *name, struct arena *a, struct balances *out,
                     struct fault *why)
{
	struct closing c;
	return may_or_refuse(s, "lihat.uang", why) && closing_named(s, name, a, &c, why) &&
	       opening_balances(s, &c, a, out, why);
}
