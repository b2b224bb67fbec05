/* Money by the rules: the states of a virtual account as a table, and hundreds of random orders of
 * acts and notices, after each of which the books still hold. */
#include <stdlib.h>

#include "fixture.h"

enum { SEEDS = 300, ACTS = 40 };

/* ---- the states of an account ---- */

enum standing { ASKED, LIVE, LIVE_EXPIRING, LIVE_CANCELLING, PAID, EXPIRED, CANCELLED, REFUSED };
static const char *const standing_names[] = { "asked", "live",    "expiring",  "cancelling",
	                                      "paid",  "expired", "cancelled", "refused" };

#define BATAL "alasan=salah hitung"

static void wait_past(struct fixture *h)
{
	h->now += (instant)h->book->court.va_hours * 3600000 + 1;
}

static void bring_to(struct fixture *h, enum standing s)
{
	fixture_open(h);
	up_to_skum(h, SAYS_PIHAK);
	if (s == REFUSED)
		done(h, &act_va_refused, says_bank(h, "note=penuh"));
	if (s == ASKED || s == REFUSED)
		return;
	done(h, &act_va_made, says_bank(h, "va=8889900000000001"));
	if (s == PAID)
		done(h, &act_paid, says_paid(h, "P0", h->f.skum.total));
	if (s == LIVE_EXPIRING || s == EXPIRED) {
		wait_past(h);
		done(h, &act_va_expired, says_bank(h, ""));
	}
	if (s == LIVE_CANCELLING || s == CANCELLED)
		done(h, &act_va_cancel, BATAL);
	if (s == EXPIRED || s == CANCELLED)
		done(h, &act_va_closed, says_bank(h, ""));
}

static enum standing standing_of(const struct fixture *h)
{
	static const enum standing by_state[] = {
		[VA_ASKED] = ASKED,     [VA_LIVE] = LIVE,           [VA_PAID] = PAID,
		[VA_EXPIRED] = EXPIRED, [VA_CANCELLED] = CANCELLED, [VA_REFUSED] = REFUSED
	};
	const struct va *va = filing_va(&h->f);
	if (va->state == VA_LIVE && va->closing != CLOSING_NONE)
		return va->closing == CLOSING_EXPIRED ? LIVE_EXPIRING : LIVE_CANCELLING;
	return by_state[va->state];
}

enum occasion { MADE, TURNED_DOWN, PAYS, PAYS_OTHER, PAYS_EARLIER, RUNS_OUT, CANCELS, CLOSES };

static bool happens(struct fixture *h, enum occasion o)
{
	rupiah sum = h->f.skum.total;
	switch (o) {
	case MADE:
		return fixture_do(h, &act_va_made, says_bank(h, "va=8889900000000001"));
	case TURNED_DOWN:
		return fixture_do(h, &act_va_refused, says_bank(h, "note=penuh"));
	case PAYS:
		return fixture_do(h, &act_paid, says_paid(h, "P1", sum));
	case PAYS_OTHER:
		return fixture_do(h, &act_paid, says_paid(h, "P1", sum + 1));
	case PAYS_EARLIER: /* before it ran out, told of only now */
		return fixture_do(h, &act_paid,
		                  arena_print(&h->a, "%s\nat=%s", says_paid(h, "P1", sum),
		                              HALL_BEGINS));
	case RUNS_OUT:
		return fixture_do(h, &act_va_expired, says_bank(h, ""));
	case CANCELS:
		return fixture_do(h, &act_va_cancel, BATAL);
	case CLOSES:
		return fixture_do(h, &act_va_closed, says_bank(h, ""));
	}
	return false;
}

/* clang-format off */
static const struct {
	enum standing from;
	enum occasion what;
	bool may;
	enum standing to;
	char money; /* '+' counted, '?' kept in suspense, ' ' none */
} table[] = {
	{ ASKED,           MADE,         true,  LIVE,            ' ' },
	{ ASKED,           TURNED_DOWN,  true,  REFUSED,         ' ' },
	{ ASKED,           PAYS,         true,  PAID,            '+' }, /* before we heard it was made */
	{ ASKED,           RUNS_OUT,     false, ASKED,           ' ' },
	{ LIVE,            MADE,         true,  LIVE,            ' ' },
	{ LIVE,            PAYS,         true,  PAID,            '+' },
	{ LIVE,            PAYS_OTHER,   true,  LIVE,            '?' },
	{ LIVE,            RUNS_OUT,     false, LIVE,            ' ' }, /* its time is not over */
	{ LIVE,            CANCELS,      true,  LIVE_CANCELLING, ' ' },
	{ LIVE_EXPIRING,   CLOSES,       true,  EXPIRED,         ' ' },
	{ LIVE_EXPIRING,   PAYS,         true,  LIVE_EXPIRING,   '?' }, /* too late */
	{ LIVE_EXPIRING,   PAYS_EARLIER, true,  PAID,            '+' }, /* in time, told late */
	{ LIVE_EXPIRING,   RUNS_OUT,     true,  LIVE_EXPIRING,   ' ' },
	{ LIVE_CANCELLING, PAYS,         true,  PAID,            '+' }, /* money wins over cancel */
	{ LIVE_CANCELLING, PAYS_OTHER,   true,  LIVE_CANCELLING, '?' },
	{ LIVE_CANCELLING, CLOSES,       true,  CANCELLED,       ' ' },
	{ LIVE_CANCELLING, CANCELS,      true,  LIVE_CANCELLING, ' ' },
	{ PAID,            PAYS,         true,  PAID,            '?' }, /* a second time */
	{ PAID,            CLOSES,       true,  PAID,            ' ' },
	{ PAID,            RUNS_OUT,     false, PAID,            ' ' },
	{ PAID,            CANCELS,      false, PAID,            ' ' },
	{ EXPIRED,         PAYS,         true,  EXPIRED,         '?' },
	{ EXPIRED,         PAYS_EARLIER, true,  EXPIRED,         '?' },
	{ EXPIRED,         CANCELS,      false, EXPIRED,         ' ' },
	{ CANCELLED,       PAYS,         true,  CANCELLED,       '?' },
	{ CANCELLED,       MADE,         true,  CANCELLED,       ' ' },
	{ REFUSED,         PAYS,         true,  REFUSED,         '?' },
	{ REFUSED,         CLOSES,       true,  REFUSED,         ' ' },
};
/* clang-format on */

static void an_account_goes_by_the_table(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(table); i++) {
		struct fixture h;
		bring_to(&h, table[i].from);
		assert_int_equal(standing_of(&h), table[i].from);
		size_t before = h.f.payment_count;
		bool may = happens(&h, table[i].what);
		enum standing now = standing_of(&h);
		if (may != table[i].may || now != table[i].to)
			fail_msg("row %zu: from %s by %d: %s, now %s", i,
			         standing_names[table[i].from], (int)table[i].what,
			         may ? "done" : "refused", standing_names[now]);
		assert_int_equal(h.f.payment_count - before, table[i].money != ' ');
		if (table[i].money != ' ')
			assert_int_equal(h.f.payments[before].suspense, table[i].money == '?');
		fixture_close(&h);
	}
}

/* ---- more time ---- */

#define LONGER "sampai=2026-12-01\nalasan=libur"

/* What comes in the time that was given is a payment, also before the bank has answered; where the
 * bank did not give it, it is not. */
static void more_time_counts_until_the_bank_says_no(void **state)
{
	(void)state;
	static const struct {
		const struct act *act;
		const char *says;
		bool suspense;
	} cases[] = {
		{ NULL, NULL, false },
		{ &act_va_extended, "expires=2026-12-01T16:59:00Z", false },
		{ &act_va_not_extended, "note=tidak boleh", true },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct fixture h;
		bring_to(&h, LIVE);
		done(&h, &act_va_extend, LONGER);
		/* one at a time: which time a refusal puts back must be plain */
		assert_false(fixture_do(&h, &act_va_extend, "sampai=2026-12-09\nalasan=libur"));
		if (cases[i].act != NULL) {
			done(&h, cases[i].act, says_bank(&h, cases[i].says));
			assert_string_equal(filing_va(&h.f)->note, "");
		}
		/* that day it has already, unless the bank refused it */
		if (!cases[i].suspense)
			assert_false(fixture_do(&h, &act_va_extend, LONGER));
		wait_past(&h);
		assert_int_equal(fixture_do(&h, &act_va_expired, says_bank(&h, "")),
		                 cases[i].suspense);
		done(&h, &act_paid, says_paid(&h, "P1", h.f.skum.total));
		assert_int_equal(h.f.payment_count, 1);
		assert_int_equal(h.f.payments[0].suspense, cases[i].suspense);
		fixture_close(&h);
	}
}

/* The note is for people: an update may better its words while the bank is asked. */
static void the_note_of_an_account_decides_nothing(void **state)
{
	(void)state;
	struct fixture h;
	bring_to(&h, LIVE);
	instant agreed = filing_va(&h.f)->expires;
	done(&h, &act_va_extend, LONGER);
	h.f.vas[0].note = "perpanjangan menunggu jawaban bank";
	assert_false(fixture_do(&h, &act_va_extend, "sampai=2026-12-09\nalasan=libur"));
	done(&h, &act_va_not_extended, says_bank(&h, "note=tidak boleh"));
	assert_int_equal(filing_va(&h.f)->expires, agreed);
	assert_int_equal(filing_va(&h.f)->agreed, INSTANT_NONE);
	assert_null(strstr(h.last.event, "01-12-2026")); /* the time the bank refused */
	wait_past(&h);
	done(&h, &act_paid, says_paid(&h, "P1", h.f.skum.total));
	assert_true(h.f.payments[0].suspense);
	fixture_close(&h);
}

static void what_takes_no_money_gets_no_time(void **state)
{
	(void)state;
	static const enum standing closed[] = { ASKED,   LIVE_EXPIRING, LIVE_CANCELLING, PAID,
		                                EXPIRED, CANCELLED,     REFUSED };
	for (size_t i = 0; i < COUNT_OF(closed); i++) {
		struct fixture h;
		bring_to(&h, closed[i]);
		assert_false(fixture_do(&h, &act_va_extend, LONGER));
		instant expires = filing_va(&h.f)->expires;
		done(&h, &act_va_extended, says_bank(&h, "expires=2027-12-01T16:59:00Z"));
		assert_int_equal(filing_va(&h.f)->expires, expires);
		assert_int_equal(standing_of(&h), closed[i]);
		fixture_close(&h);
	}
}

/* ---- the bank's time ---- */

enum { OCT_31 = 20757, NOV_25 = 20782, NOV_28 = 20785 };

/* The journal's day is ours. A time the bank cannot have taken the money at, or of a month that is
 * closed, is the kasir's to judge, who sees both times. */
static void a_time_that_cannot_be_is_held(void **state)
{
	(void)state;
	static const struct {
		const char *at;
		day closed;
		const char *note;
	} cases[] = {
		{ "2026-11-25T02:50:00Z", DAY_NONE, "" },
		{ "2026-11-25T02:40:00Z", DAY_NONE, "" }, /* clocks differ by some minutes */
		{ "2026-11-25T02:30:00Z", DAY_NONE,
		  "waktu menurut bank sebelum tagihannya diminta" },
		{ "2026-10-31T16:58:00Z", DAY_NONE,
		  "waktu menurut bank sebelum tagihannya diminta" },
		{ "2026-10-31T16:58:00Z", OCT_31, "waktu menurut bank sebelum tagihannya diminta" },
		{ "2026-11-25T02:58:00Z", DAY_NONE, "" },
		{ "2026-11-25T03:09:00Z", DAY_NONE, "waktu menurut bank belum tiba" },
		{ "2026-11-25T02:50:00Z", NOV_28, "" }, /* its month goes on */
		{ "2026-11-25T02:50:00Z", NOV_28 + 2,
		  "waktu menurut bank di bulan yang sudah ditutup" },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct fixture h;
		bring_to(&h, LIVE); /* asked for at 09.47 WIB, paid at 09.49 */
		h.closed = cases[i].closed;
		done(&h, &act_paid,
		     arena_print(&h.a, "%s\nat=%s", says_paid(&h, "P1", OWED), cases[i].at));
		const struct payment *p = &h.f.payments[0];
		assert_string_equal(p->note, cases[i].note);
		assert_int_equal(p->suspense, !text_is_empty(cases[i].note));
		assert_int_equal(p->arrived, h.now);
		assert_int_equal(h.f.panjar, p->suspense ? 0 : OWED);
		if (i == 3)
			assert_string_equal(h.last.event,
			                    "Uang Rp525.000 masuk, waktu menurut bank sebelum "
			                    "tagihannya diminta (menurut bank 31-10-2026 23.58, di "
			                    "sini 25-11-2026 09.49); ditahan untuk kasir");
		fixture_close(&h);
	}
}

/* Who takes it from the bank's own report has seen its time. */
static void a_person_may_take_any_time(void **state)
{
	(void)state;
	struct fixture h;
	bring_to(&h, LIVE);
	struct command c = fixture_command(&h, &act_paid,
	                                   said(&h, arena_print(&h.a, "%s\nat=2026-11-24T17:00:00Z",
	                                                        says_paid(&h, "P1", OWED))));
	c.payload.payment.acknowledged = "Rina, S.E.";
	assert_true(fixture_decide(&h, &c));
	fixture_apply(&h, &c);
	assert_false(h.f.payments[0].suspense);
	fixture_close(&h);
}

/* ---- days that are closed, or to come ---- */

/* A closed day takes no entry, and a case gets its number all the same: what is booked for that day,
 * or for one to come, is booked today and names it. */
static void a_closed_day_stops_no_number(void **state)
{
	(void)state;
	static const struct {
		day closed;
		const char *registered, *what;
	} cases[] = {
		{ DAY_NONE, "2026-11-25", "PNBP pendaftaran" },
		{ NOV_25, "2026-11-25", "PNBP pendaftaran, tanggal 25-11-2026" },
		{ NOV_25 - 1, "2026-11-24", "PNBP pendaftaran, tanggal 24-11-2026" },
		{ DAY_NONE, "2026-11-27", "PNBP pendaftaran, tanggal 27-11-2026" },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct fixture h;
		fixture_open(&h);
		up_to_number(&h);
		h.closed = cases[i].closed;
		if (cases[i].closed == NOV_25)
			h.now += 24 * 60 * MINUTE_MS;
		done(&h, &act_numbered,
		     arena_print(&h.a,
		                 "nomor_perkara=7/Pdt.G/2026/PA.Cth\nperkara_id=9\n"
		                 "nomor_urut_perkara=7\ntanggal_pendaftaran=%s",
		                 cases[i].registered));
		const struct change *entry = NULL;
		for (size_t k = 0; k < h.last.change_count; k++) {
			if (h.last.changes[k].kind == CHANGE_JOURNAL)
				entry = &h.last.changes[k];
		}
		assert_non_null(entry);
		assert_string_equal(entry->to.journal.what, cases[i].what);
		assert_int_equal(entry->to.journal.on,
		                 cases[i].closed == NOV_25 ? NOV_25 + 1 : NOV_25);
		fixture_close(&h);
	}
}

/* ---- money that goes out ---- */

#define OF_LINE(rest) "kategori=proses\npenerima=Kantor\n" rest
#define OWN           "nama=Nur\nbank=451\nrekening=7001234567"

static void says_who(struct fixture *h, const char *who)
{
	h->who = who;
}

/* By the e-SKUM's list and tariff, with an instrument, on a day that can be true. */
static void an_expense_goes_by_the_invoice(void **state)
{
	(void)state;
	static const struct {
		const char *says;
		bool may;
	} cases[] = {
		{ OF_LINE("komponen=proses\njumlah=75000\ninstrumen=1\ntanggal=2026-11-25"), true },
		{ OF_LINE("komponen=Biaya proses\njumlah=75000\ninstrumen=1\ntanggal=2026-11-25"),
		  true },
		{ OF_LINE("komponen=proses\njumlah=75001\ninstrumen=1\ntanggal=2026-11-25"),
		  false },
		{ OF_LINE("komponen=proses\njumlah=75000\ninstrumen=1\ntanggal=2026-11-24"),
		  false }, /* before it was paid in */
		{ OF_LINE("komponen=lain-lain\njumlah=75000\ninstrumen=1\ntanggal=2026-11-25"),
		  false }, /* not on the list, and by nobody's order */
		{ OF_LINE("komponen=sita\njumlah=75000\ninstrumen=1\ntanggal=2026-11-25\n"
		          "dasar=penetapan sita majelis"),
		  true },
		{ "kategori=redaksi\npenerima=Kas\nkomponen=redaksi\njumlah=10000\ninstrumen=1\n"
		  "tanggal=2026-11-25",
		  false }, /* before the decision */
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct fixture h;
		fixture_open(&h);
		up_to_number(&h);
		done(&h, &act_numbered, says_number(1));
		if (fixture_do(&h, &act_spend, cases[i].says) != cases[i].may)
			fail_msg("row %zu: %s", i, cases[i].says);
		fixture_close(&h);
	}
}

/* After the decision there are its own costs, on its day, and its notices. */
static void the_advance_closes_on_the_decision(void **state)
{
	(void)state;
	static const struct {
		const char *category, *component, *on;
		int amount;
		bool may;
	} cases[] = {
		{ "redaksi", "redaksi", "2026-11-25", 10000, true },
		{ "meterai", "meterai", "2026-11-25", 10000, true },
		{ "proses", "proses", "2026-11-25", 75000, false },
		{ "pnbp_panggilan", "pnbp_pbt", "2026-11-25", 10000, true },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct fixture h;
		fixture_open(&h);
		up_to_number(&h);
		done(&h, &act_numbered, says_number(1));
		done(&h, &act_end_case, "cara=cabut\ntanggal=2026-11-25\nalasan=damai");
		bool may = fixture_do(
		    &h, &act_spend,
		    arena_print(&h.a,
		                "kategori=%s\nkomponen=%s\njumlah=%d\npenerima=Kas\ninstrumen=1\n"
		                "tanggal=%s",
		                cases[i].category, cases[i].component, cases[i].amount,
		                cases[i].on));
		if (may != cases[i].may)
			fail_msg("%s: %s", cases[i].component, may ? "done" : h.why.text);
		fixture_close(&h);
	}
}

/* Whatever the rights say: who prepared it does not approve it, and it is approved as it stands. */
static void two_people_see_the_same(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	up_to_number(&h);
	done(&h, &act_numbered, says_number(1));
	done(&h, &act_end_case, "cara=cabut\ntanggal=2026-11-25\nalasan=damai");
	rupiah rest = h.f.panjar;
	const char *seen = arena_print(&h.a, "nomor=1\njumlah=%lld\nrekening=7001234567",
	                               (long long)rest);
	/* another account than e-Court's asks for more */
	assert_false(fixture_do(&h, &act_return_prepare, "nama=Rina\nbank=451\nrekening=99911122"));
	done(&h, &act_return_prepare, OWN);
	assert_false(fixture_do(&h, &act_return_prepare, OWN));  /* one at a time */
	assert_false(fixture_do(&h, &act_payout_approve, seen)); /* by the same person */
	says_who(&h, "hasan");
	assert_false(
	    fixture_do(&h, &act_payout_approve, "nomor=1\njumlah=1000\nrekening=7001234567"));
	assert_false(fixture_do(&h, &act_payout_approve,
	                        arena_print(&h.a, "nomor=1\njumlah=%lld\nrekening=7001234568",
	                                    (long long)rest)));
	done(&h, &act_payout_approve, seen);
	assert_int_equal(h.f.returning, rest);
	/* approved and taken back, prepared again, sent, and returned by the bank */
	done(&h, &act_payout_reject, "nomor=1\nalasan=salah rekening");
	assert_int_equal(h.f.panjar, rest);
	says_who(&h, "sari");
	done(&h, &act_return_prepare, OWN);
	says_who(&h, "hasan");
	done(&h, &act_payout_approve,
	     arena_print(&h.a, "nomor=2\njumlah=%lld\nrekening=700-1234567", (long long)rest));
	assert_false(fixture_do(&h, &act_payout_send, "nomor=2\nreferensi=-"));
	done(&h, &act_payout_send, "nomor=2\nreferensi=TRF123");
	assert_int_equal(h.f.returning + h.f.panjar, 0);
	done(&h, &act_payout_bounce, "nomor=2\nreferensi=RTR123\nalasan=rekening ditutup");
	assert_int_equal(h.f.panjar, rest);
	fixture_close(&h);
}

/* A wrong expense is taken back by an entry that names it; its line of the e-SKUM and its instrument
 * are free again. */
static void an_expense_is_corrected(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	up_to_number(&h);
	done(&h, &act_numbered, says_number(1));
	struct journal_entry lines[] = { { .account = "panjar", .amount = 75000 },
		                         { .account = "bank", .amount = -75000 } };
	static const char spent[] =
	    OF_LINE("komponen=proses\njumlah=75000\ninstrumen=1\ntanggal=2026-11-25");
	says_who(&h, "sari");
	rupiah before = h.f.panjar;
	done(&h, &act_spend, spent);
	says_who(&h, "hasan");
	done(&h, &act_payout_approve, "nomor=1\njumlah=75000");
	assert_int_equal(before - h.f.panjar, 75000);
	h.entry = (struct entry_told){
		.number = 7, .what = h.f.payouts[0].what, .payout = 1, .items = lines, .count = 2
	};
	assert_false(fixture_do(&h, &act_correct, "nomor=7\nalasan=x"));
	done(&h, &act_correct, "nomor=7\nalasan=salah komponen");
	assert_int_equal(h.f.panjar, before);
	assert_true(h.f.payouts[0].reversed);
	says_who(&h, "sari");
	done(&h, &act_spend, spent);
	says_who(&h, "hasan");
	done(&h, &act_payout_reject, "nomor=2\nalasan=salah komponen");
	h.entry.reversed = 8;
	assert_false(fixture_do(&h, &act_correct, "nomor=7\nalasan=salah komponen"));
	const struct {
		const char *debit, *credit;
	} others[] = {
		{ "bank", "panjar" },   { "bank", "suspense" },       { "suspense", "panjar" },
		{ "suspense", "bank" }, { "panjar", "pengembalian" }, { "pengembalian", "bank" },
		{ "pnbp", "bank" }
	};
	h.entry.reversed = 0;
	for (size_t i = 0; i < COUNT_OF(others); i++) {
		lines[0].account = others[i].debit;
		lines[1].account = others[i].credit;
		assert_false(fixture_do(&h, &act_correct, "nomor=7\nalasan=salah komponen"));
	}
	h.entry = (struct entry_told){ 0 };
	assert_false(fixture_do(&h, &act_correct, "nomor=7\nalasan=salah komponen"));
	fixture_close(&h);
}

/* Six calendar months after the first notice, which is no earlier than the end of the case. */
static void a_remainder_waits_six_months(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	up_to_number(&h);
	done(&h, &act_numbered, says_number(1));
	h.now += (instant)4 * 24 * 60 * MINUTE_MS; /* 29 November */
	done(&h, &act_end_case, "cara=cabut\ntanggal=2026-11-27\nalasan=damai");
	assert_false(
	    fixture_do(&h, &act_notify_rest, "nomor=S-1\ntanggal=2026-11-26\nbukti=resi 1"));
	assert_false(
	    fixture_do(&h, &act_notify_rest, "nomor=S-1\ntanggal=2026-11-30\nbukti=resi 1"));
	assert_false(fixture_do(&h, &act_notify_rest, "nomor=S-1\ntanggal=2026-11-29"));
	assert_false(fixture_do(&h, &act_forfeit, "berita_acara=1"));
	done(&h, &act_notify_rest, "nomor=S-1\ntanggal=2026-11-29\nbukti=resi 1");
	assert_false(
	    fixture_do(&h, &act_notify_rest, "nomor=S-2\ntanggal=2026-11-28\nbukti=resi 2"));
	assert_true(instant_parse("2027-05-29T02:00:00Z", &h.now));
	assert_false(fixture_do(&h, &act_forfeit, "berita_acara=1"));
	assert_true(instant_parse("2027-05-30T02:00:00Z", &h.now));
	done(&h, &act_forfeit, "berita_acara=1");
	assert_int_equal(h.f.panjar, 0);
	fixture_close(&h);
}

/* ---- any order ---- */

static unsigned roll(unsigned *seed, unsigned sides)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % sides;
}

/* Refused or done, what it does not matter: the books are looked at after each. */
static void something(struct fixture *h, unsigned *seed, int turn)
{
	const char *id = arena_print(&h->a, "P%u", roll(seed, 12));
	rupiah sum = (rupiah)roll(seed, 4) * 1000;
	const struct payment *held = h->f.payment_count == 0
	                                 ? NULL
	                                 : &h->f.payments[roll(seed, (unsigned)h->f.payment_count)];
	const struct payout *waits = payout_waiting(&h->f, PAYOUT_WAITING);
	const char *said[] = {
		says_bank(h, arena_print(&h->a, "va=88899%d", turn)),
		says_bank(h, "note=penuh"),
		says_paid(h, id, filing_va(&h->f)->amount),
		says_paid(h, id, filing_va(&h->f)->amount + sum + 1),
		says_bank(h, ""),
		BATAL,
		LONGER,
		says_bank(h, "note=tidak boleh"),
		says_bank(h, ""),
		"",
		arena_print(&h->a,
		            "komponen=sita\njumlah=%lld\nkategori=sita\npenerima=Umar\n"
		            "tanggal=2026-11-25\ndasar=penetapan sita majelis\ninstrumen=%d",
		            (long long)(1000 + roll(seed, 400) * 1000), turn),
		arena_print(&h->a, "nomor=1\njumlah=%lld", (long long)(50000 + sum)),
		"cara=putus\ntanggal=2026-11-25\nalasan=putus",
		"nama=Nur\nbank=451\nrekening=7001234567\nkuasa=1/SK/2026\nalasan=rekening lama ditutup",
		arena_print(&h->a, "nomor=%d\njumlah=%lld\nrekening=7001234567",
		            waits == NULL ? 1 : waits->number,
		            waits == NULL ? 1LL : (long long)waits->amount),
		arena_print(&h->a, "nomor=%u\nreferensi=TRF123", 1 + roll(seed, 4)),
		arena_print(&h->a,
		            "titipan=%s\ncara=%s\nalasan=bukti setor\nnama=Nur\nbank=451\n"
		            "rekening=7001234567\nbukti=surat bank",
		            held == NULL ? "" : held->id, roll(seed, 2) ? "panjar" : "kembali"),
		arena_print(&h->a, "nomor=%u\nalasan=keliru", 1 + roll(seed, 4)),
		arena_print(&h->a, "nomor=%u\nreferensi=RET123\nalasan=ditutup", 1 + roll(seed, 4)),
	};
	static const struct act *const acts[] = {
		&act_va_made,    &act_va_refused,     &act_paid,           &act_paid,
		&act_va_expired, &act_va_cancel,      &act_va_extend,      &act_va_not_extended,
		&act_va_closed,  &act_va_renew,       &act_spend,          &act_warn,
		&act_end_case,   &act_return_prepare, &act_payout_approve, &act_payout_send,
		&act_settle,     &act_payout_reject,  &act_payout_bounce,
	};
	assert_int_equal(COUNT_OF(acts), COUNT_OF(said));
	unsigned at = roll(seed, COUNT_OF(acts));
	/* what is settled already is settled by nobody again: the store's rule */
	if (acts[at] == &act_settle &&
	    (held == NULL || !held->suspense || !text_is_empty(held->outcome)))
		return;
	if (roll(seed, 10) == 0)
		wait_past(h);
	const char *who = h->who;
	if (acts[at] == &act_payout_approve && roll(seed, 4) > 0)
		h->who = "hasan";
	(void)fixture_do(h, acts[at], said[at]);
	h->who = who;
}

static void the_books_hold(const struct fixture *h)
{
	size_t open = 0;
	rupiah counted = 0;
	for (size_t i = 0; i < h->f.va_count; i++)
		open += h->f.vas[i].state == VA_ASKED || h->f.vas[i].state == VA_LIVE;
	assert_true(open <= 1);
	for (size_t i = 0; i < h->f.payment_count; i++) {
		counted += h->f.payments[i].suspense ? 0 : h->f.payments[i].amount;
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(h->f.payments[i].id, h->f.payments[k].id);
	}
	assert_int_equal(counted, filing_paid(&h->f));
	assert_true(h->f.panjar >= 0 && h->f.panjar <= counted); /* never more than was paid */
	assert_true(h->f.returning >= 0 && h->f.panjar + h->f.returning <= counted);
}

static void in_any_order_the_books_hold(void **state)
{
	(void)state;
	size_t paid = 0, suspended = 0;
	for (unsigned run = 0; run < SEEDS; run++) {
		unsigned seed = run * 7919 + 1;
		struct fixture h;
		fixture_open(&h);
		if (run % 2 == 0) {
			up_to_skum(&h, SAYS_PIHAK);
		} else {
			up_to_number(&h);
			done(&h, &act_numbered, says_number(1));
		}
		for (int turn = 0; turn < ACTS; turn++) {
			something(&h, &seed, turn);
			the_books_hold(&h);
		}
		for (size_t i = 0; i < h.f.payment_count; i++)
			*(h.f.payments[i].suspense ? &suspended : &paid) += 1;
		fixture_close(&h);
	}
	assert_true(paid > SEEDS / 2 && suspended > SEEDS / 2); /* it was no idle random */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_account_goes_by_the_table),
		cmocka_unit_test(more_time_counts_until_the_bank_says_no),
		cmocka_unit_test(the_note_of_an_account_decides_nothing),
		cmocka_unit_test(a_time_that_cannot_be_is_held),
		cmocka_unit_test(an_expense_goes_by_the_invoice),
		cmocka_unit_test(the_advance_closes_on_the_decision),
		cmocka_unit_test(an_expense_is_corrected),
		cmocka_unit_test(a_remainder_waits_six_months),
		cmocka_unit_test(two_people_see_the_same),
		cmocka_unit_test(a_closed_day_stops_no_number),
		cmocka_unit_test(a_person_may_take_any_time),
		cmocka_unit_test(what_takes_no_money_gets_no_time),
		cmocka_unit_test(in_any_order_the_books_hold),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
