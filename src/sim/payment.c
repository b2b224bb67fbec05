/* A visitor at the ATM: what the bank accepts, and what it books. */
#include <stdlib.h>
#include <string.h>

#include "private.h"

struct bill {
	const char *trx, *amount;
	bool known, deleted, paid, late;
};

/* The newest account of that number. */
static struct bill bill_find(sqlite3 *db, const char *digits, struct arena *a)
{
	struct bill b = { .trx = "", .amount = "" };
	sqlite3_stmt *s = keep_ask(db,
	                           "SELECT trx, amount, deleted, ends,"
	                           " EXISTS(SELECT 1 FROM payment p WHERE p.trx = account.trx)"
	                           " FROM account WHERE digits = ? ORDER BY id DESC LIMIT 1",
	                           digits, NULL);
	while (keep_next(&s)) {
		b = (struct bill){ .trx = keep_text(s, 0, a),
			           .amount = keep_text(s, 1, a),
			           .known = true,
			           .deleted = sqlite3_column_int(s, 2) != 0,
			           .late = sqlite3_column_int64(s, 3) <= clock_now(),
			           .paid = sqlite3_column_int(s, 4) != 0 };
	}
	return b;
}

static bool bill_takes(const struct bill *b, const char *digits, struct fault *why)
{
	if (!b->known || b->deleted)
		return fault_set(why, FAULT_REFUSED, N_("Bank tidak mengenal nomor %1"), digits);
	if (b->paid)
		return fault_set(why, FAULT_REFUSED, N_("Tagihan %1 sudah dibayar"), digits);
	if (b->late)
		return fault_set(why, FAULT_REFUSED, N_("Tagihan %1 sudah kedaluwarsa"), digits);
	return true;
}

/* Digits of local time to the millisecond, then the payment's own number: unique, 30 digits. */
static const char *request_id(int64_t id, instant at, struct arena *a)
{
	char on[64];
	day_iso(instant_day(at, &jakarta), on, sizeof on);
	int minute = instant_minute_of_day(at, &jakarta);
	return arena_print(a, "%.4s%.2s%.2s%02d%02d%05lld%013lld", on, on + 5, on + 8, minute / 60,
	                   minute % 60, (long long)(at % 60000), (long long)id);
}

static void book(sqlite3 *db, const struct bill *b, const char *digits, const char *amount,
                 struct arena *a)
{
	instant now = clock_now();
	keep_run(db, "INSERT INTO payment(digits, trx, amount, at) VALUES(?, ?, ?, ?)", digits,
	         b->trx, amount, number_text(a, now), NULL);
	int64_t id = sqlite3_last_insert_rowid(db);
	keep_run(db, "UPDATE payment SET request = ?, reference = ? WHERE id = ?",
	         request_id(id, now, a), arena_print(a, "%011lld", (long long)id + 113696200),
	         number_text(a, id), NULL);
}

/* Books `amount` ("750000.00"; "" the billed amount) into an account; false: the bank would not
 * accept it. `force` books it anyway. */
static bool payment_book(sqlite3 *db, const char *digits, const char *amount, bool force,
                         struct fault *why)
{
	struct arena a = arena_start(64 * KIB);
	keep_run(db, "BEGIN IMMEDIATE", NULL);
	struct bill b = bill_find(db, digits, &a);
	if (*amount == '\0')
		amount = b.amount;
	bool done = force || bill_takes(&b, digits, why);
	if (done && *amount == '\0')
		done =
		    fault_set(why, FAULT_REFUSED,
		              N_("Bank tidak mengenal nomor %1; sebut jumlahnya dengan --amount"),
		              digits);
	if (done)
		book(db, &b, digits, amount, &a);
	keep_run(db, "COMMIT", NULL);
	arena_drop(&a);
	return done;
}

void payments_due(sqlite3 *db, int64_t pay_after)
{
	struct arena a = arena_start(4 * MIB);
	int64_t now = clock_now();
	struct fault why;
	/* read first, then write: a statement must not see its own changes */
	const char *digits[64];
	size_t count = 0;
	sqlite3_stmt *s =
	    keep_ask(db,
	             "SELECT digits FROM account WHERE deleted = 0 AND made <= ? AND ends > ?"
	             " AND NOT EXISTS(SELECT 1 FROM payment p WHERE p.trx = account.trx)"
	             " AND trx NOT IN (SELECT trx FROM visited) LIMIT 64",
	             number_text(&a, now - pay_after * 1000), number_text(&a, now), NULL);
	while (keep_next(&s))
		digits[count++] = keep_text(s, 0, &a);
	for (size_t i = 0; i < count; i++) {
		if (!payment_book(db, digits[i], "", false, &why))
			log_fault(digits[i], &why);
	}
	arena_drop(&a);
}

/* ---- the command ---- */

static const char *digits_only(const char *s, struct arena *a)
{
	struct text t = text_start(a);
	for (; *s; s++) {
		if (*s >= '0' && *s <= '9')
			text_add_bytes(&t, s, 1);
	}
	return t.s;
}

bool sim_pay(const struct sim_options *o, struct fault *why)
{
	sqlite3 *db;
	if (!keep_open(o->home, &db, why))
		return false;
	struct arena a = arena_start(64 * KIB);
	const char *amount = o->amount > 0 ? arena_print(&a, "%lld.00", o->amount) : "";
	bool done = payment_book(db, digits_only(o->words[0], &a), amount, o->force, why);
	arena_drop(&a);
	sqlite3_close(db);
	return done;
}
