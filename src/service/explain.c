/* What lines at the bank are: payments that nobody was told of, entries of the journal, and what
 * the bank itself took, gave or moved. Who explains is kept; what only a file says of money that
 * came in, and all money that goes out, takes a second person, whatever data/rights.xml says. */
#include <string.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/money.h"
#include "loket/recon.h"
#include "loket/store/filing.h"
#include "loket/store/money.h"
#include "loket/store/statement.h"
#include "loket/text.h"

#include "private.h"

enum { MATCH_DAYS = 14, LINE_MEMORY = 4 * 1024 * 1024 };

/* ---- the line ---- */

static bool line_find(const struct login *s, const struct line_name *n, struct arena *a,
                      struct statement_line *out, struct fault *why)
{
	if (!statement_find(s->app->store, n->bank, n->key, a, out, why))
		return false;
	return out->payment != NULL ||
	       fault_set(why, FAULT_REFUSED, N_("Tidak ada baris %1 dari bank %2"), n->key,
	                 n->bank);
}

/* As the reconciliation shows it. */
static bool proof_find(const struct login *s, const struct line_name *n,
                       const struct statement_line *l, enum line_proof *out, struct fault *why)
{
	struct recon r = { 0 };
	struct arena a = arena_start(LINE_MEMORY);
	instant at = l->at == INSTANT_NONE ? 0 : l->at;
	instant until = l->at == INSTANT_NONE ? INT64_MAX : at + 1;
	bool good = recon_read(s->app->store, at, until, &a, &r, why);
	*out = PROOF_UNKNOWN;
	for (size_t i = 0; i < r.count; i++) {
		if (text_same(r.items[i].bank, n->bank) && text_same(r.items[i].key, n->key))
			*out = r.items[i].proof;
	}
	arena_drop(&a);
	return good;
}

static bool money_goes(const struct statement_line *l, bool out, struct fault *why)
{
	if ((l->amount < 0) == out)
		return true;
	return out ? fault_set(why, FAULT_REFUSED, N_("Baris itu uang masuk"))
	           : fault_set(why, FAULT_REFUSED, N_("Baris itu uang keluar"));
}

/* ---- a payment ---- */

/* Who makes it count; both where there are two. */
struct acknowledging {
	const struct login *s;
	const char *by; /* full names */
	const char *source;
};

static bool take_known(const struct acknowledging *k, const struct id *filing,
                       const struct payment *p, struct arena *a, struct answer *out,
                       struct fault *why)
{
	struct filing f;
	if (!filing_whole(k->s->app, filing, a, &f, why))
		return false;
	const struct va *va = filing_va(&f);
	for (size_t i = 0; i < f.va_count; i++) {
		if (text_same(f.vas[i].trx, p->trx) || text_same(f.vas[i].number, p->trx))
			va = &f.vas[i];
	}
	struct login bank;
	login_machine(k->s->app, "bank", &bank);
	struct command c = service_command(&bank, filing, -1, &act_paid);
	c.payload = (struct payload){ PAYLOAD_PAYMENT,
		                      .payment = { .id = p->id,
		                                   .trx = va == NULL ? "" : va->trx,
		                                   .amount = p->amount,
		                                   .at = p->at,
		                                   .channel = "",
		                                   .reference = p->reference,
		                                   .source = p->source,
		                                   .acknowledged = k->by,
		                                   .by = k->s->user } };
	return service_do(&bank, &c, a, out, why);
}

static bool take_stray(const struct acknowledging *k, const struct payment *p, struct arena *a,
                       struct answer *out, struct fault *why)
{
	struct booking b = booking_now(k->s);
	b.what = message_text(a, N_("Uang titipan, menurut rekening bank; diakui %1"), k->by);
	out->event = N_("Uang untuk VA yang tidak dikenal ditahan sebagai titipan");
	return stray_write(k->s->app->store, p, &b, why);
}

static bool acknowledge(const struct acknowledging *k, const struct line_name *n,
                        const struct statement_line *l, struct arena *a, struct answer *out,
                        struct fault *why)
{
	struct id filing = { { 0 } };
	const char *const names[] = { l->trx, l->va_digits };
	for (size_t i = 0; i < COUNT_OF(names) && id_none(&filing); i++) {
		if (!text_is_empty(names[i]) &&
		    !filing_by_trx(k->s->app->store, names[i], &filing, why))
			return false;
	}
	const struct payment p = { .id = text_is_empty(l->payment) ? arena_print(a, "R:%s", n->key)
		                                                   : l->payment,
		                   .trx = text_is_empty(l->trx) ? l->va_digits : l->trx,
		                   .amount = l->amount,
		                   .at = l->at == INSTANT_NONE ? clock_now() : l->at,
		                   .channel = "",
		                   .reference = l->reference,
		                   .source = k->source,
		                   .note = N_("VA tidak dikenal"),
		                   .bank = n->bank };
	return id_none(&filing) ? take_stray(k, &p, a, out, why)
	                        : take_known(k, &filing, &p, a, out, why);
}

/* A payment that the bank's own report does not list was not made. */
static bool may_acknowledge(const struct login *s, const struct line_name *n,
                            const struct statement_line *l, struct fault *why)
{
	enum line_proof proof;
	if (!money_goes(l, false, why) || !proof_find(s, n, l, &proof, why))
		return false;
	return proof != PROOF_CONTRADICTED ||
	       fault_set(why, FAULT_REFUSED,
	                 N_("Laporan bank untuk waktu itu tidak memuat %1; minta laporannya lagi, "
	                    "atau tanyakan ke bank"),
	                 n->key);
}

/* ---- what the bank itself did, and what was paid for cases on paper ---- */

static const char *const accounts[] = {
	[EXPLAINS_COST] = "biaya_bank",
	[EXPLAINS_INTEREST] = "jasa_giro",
	[EXPLAINS_TRANSFER] = "bank",
	[EXPLAINS_PAPER] = PAPER_CASES,
};
static const char *const movements[] = {
	[EXPLAINS_COST] = N_("Biaya bank %1: %2"),
	[EXPLAINS_INTEREST] = N_("Jasa giro bank %1: %2"),
	[EXPLAINS_TRANSFER] = N_("Pindah buku dari bank %1: %2"),
	[EXPLAINS_PAPER] = N_("Perkara di atas kertas, dari bank %1: %2"),
};

/* On the line's day, or today where that one is closed: then the text names it. */
static bool movement_book(const struct login *s, const struct line_name *n,
                          const struct statement_line *l, struct explanation *x, struct arena *a,
                          struct fault *why)
{
	day closed;
	char shown[16];
	struct booking b = booking_now(s);
	const day today = b.on;
	const day on = l->at == INSTANT_NONE ? today
	                                     : instant_day(l->at, &s->app->book->court.zone);
	const struct bank_movement m = { n->bank, l->amount, accounts[x->kind], x->other };
	if (!closing_last(s->app->store, &closed, why))
		return false;
	b.what = message_text(a, movements[x->kind], n->bank, x->reason);
	if (closed == DAY_NONE || on > closed) {
		b.on = on;
	} else {
		day_show(on, shown, sizeof shown);
		b.what = message_text(a, N_("%1, tanggal %2"), b.what, shown);
	}
	return bank_movement_write(s->app->store, &m, &b, &x->entry, why);
}

/* ---- explaining ---- */

static const struct manner {
	const char *name, *right;
	enum explanation_kind kind;
	bool out; /* of money that goes out */
	const char *event, *waiting;
} ways[] = {
	{ "akui", "rekonsiliasi.akui", EXPLAINS_PAYMENT, false, N_("Uang diakui"),
	  N_("Pengakuan uang menurut berkas diajukan; menunggu panitera") },
	{ "cocok", "rekonsiliasi.cocok", EXPLAINS_ENTRY, false,
	  N_("Baris bank dicocokkan dengan jurnal"), "" },
	{ "biaya", "rekonsiliasi.biaya", EXPLAINS_COST, true, N_("Biaya bank dibukukan"),
	  N_("Biaya bank diajukan; menunggu panitera") },
	{ "giro", "rekonsiliasi.biaya", EXPLAINS_INTEREST, false, N_("Jasa giro dibukukan"), "" },
	{ "pindah", "rekonsiliasi.biaya", EXPLAINS_TRANSFER, true, N_("Pindah buku dibukukan"),
	  N_("Pindah buku diajukan; menunggu panitera") },
	{ "lama", "rekonsiliasi.biaya", EXPLAINS_PAPER, true,
	  N_("Pengeluaran perkara di atas kertas dibukukan"),
	  N_("Pengeluaran perkara di atas kertas diajukan; menunggu panitera") },
};

static const struct manner *way_named(const char *name)
{
	for (size_t i = 0; i < COUNT_OF(ways); i++) {
		if (text_same(ways[i].name, name))
			return &ways[i];
	}
	return NULL;
}

static const struct manner *way_of(enum explanation_kind kind)
{
	size_t i = 0;
	while (ways[i].kind != kind)
		i++;
	return &ways[i];
}

static bool other_bank(const struct login *s, const struct explaining *e, struct fault *why)
{
	const struct rulebook *b = s->app->book;
	const struct choices *banks = choices_named(b->lists, b->list_count, "bank-va");
	for (size_t i = 0; i < banks->count; i++) {
		if (text_same(banks->items[i].value, e->other) &&
		    !text_same(e->other, e->line.bank))
			return true;
	}
	return fault_set(why, FAULT_REFUSED,
	                 N_("Pindah buku ke bank %1: sebutkan bank lain milik pengadilan ini"),
	                 e->other);
}

bool service_candidates(const struct login *s, const struct line_name *n, struct arena *a,
                        struct candidate_list *out, struct fault *why)
{
	struct statement_line l;
	*out = (struct candidate_list){ 0 };
	if (!may_or_refuse(s, "lihat.uang", why) || !line_find(s, n, a, &l, why))
		return false;
	const day on = instant_day(l.at == INSTANT_NONE ? clock_now() : l.at,
	                           &s->app->book->court.zone);
	const day window[2] = { on - MATCH_DAYS, on + MATCH_DAYS };
	return candidates_read(s->app->store, n->bank, n->key, window, a, out, why);
}

/* The entry that is named, or the only one there is. */
static bool entry_choose(const struct login *s, const struct explaining *e, struct arena *a,
                         int64_t *out, struct fault *why)
{
	struct candidate_list all;
	if (!service_candidates(s, &e->line, a, &all, why))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		if (all.items[i].entry == e->entry || (e->entry == 0 && all.count == 1)) {
			*out = all.items[i].entry;
			return true;
		}
	}
	if (e->entry == 0 && all.count > 1)
		return fault_set(why, FAULT_REFUSED,
		                 N_("%1 jurnal berjumlah sama: sebutkan nomor yang mana"),
		                 arena_print(a, "%zu", all.count));
	return fault_set(why, FAULT_REFUSED,
	                 N_("Tidak ada jurnal sejumlah itu pada bank %1 dalam %2 hari sekitarnya "
	                    "yang belum dicocokkan"),
	                 e->line.bank, arena_print(a, "%d", MATCH_DAYS));
}

/* Of what the opening balances left for cases on paper; its number tells which case it is. */
static bool paper_case(const struct login *s, const struct explanation *x,
                       const struct statement_line *l, struct arena *a, struct fault *why)
{
	char shown[32];
	rupiah left = 0;
	struct balances all = { 0 };
	if (strpbrk(x->reason, "0123456789") == NULL)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Alasan: sebutkan nomor perkara di atas kertas itu"));
	if (!balances_read(s->app->store, booking_now(s).on, a, &all, why))
		return false;
	for (size_t i = 0; i < all.count; i++)
		left -= text_same(all.items[i].key, PAPER_CASES) ? all.items[i].amount : 0;
	money_show(left, shown, sizeof shown);
	return left + l->amount >= 0 ||
	       fault_set(why, FAULT_REFUSED,
	                 N_("Panjar perkara di atas kertas tinggal %1 menurut saldo awalnya"),
	                 shown);
}

/* What has to hold whether one person or two stand behind it. */
static bool fits(const struct login *s, const struct explaining *e, const struct manner *w,
                 const struct statement_line *l, struct arena *a, struct explanation *x,
                 struct fault *why)
{
	bool told = text_tells(e->reason);
	switch (w->kind) {
	case EXPLAINS_PAYMENT:
		return may_acknowledge(s, &e->line, l, why);
	case EXPLAINS_ENTRY:
		return entry_choose(s, e, a, &x->entry, why);
	case EXPLAINS_TRANSFER:
		if (!other_bank(s, e, why))
			return false;
		break;
	case EXPLAINS_PAPER:
		if (!money_goes(l, true, why) || !paper_case(s, x, l, a, why))
			return false;
		break;
	case EXPLAINS_COST:
	case EXPLAINS_INTEREST:
		break;
	}
	return money_goes(l, w->out, why) &&
	       (told || fault_set(why, FAULT_REFUSED,
	                          N_("Alasan: tulis dasar pembukuan ini, sekurangnya dua kata")));
}

/* Alone: what the bank itself says came in, and what books no money. */
static bool effect(const struct acknowledging *k, const struct line_name *n,
                   const struct statement_line *l, struct explanation *x, struct arena *a,
                   struct answer *out, struct fault *why)
{
	out->event = way_of(x->kind)->event;
	if (x->kind == EXPLAINS_PAYMENT)
		return acknowledge(k, n, l, a, out, why);
	return x->kind == EXPLAINS_ENTRY || movement_book(k->s, n, l, x, a, why);
}

static bool explain(const struct login *s, const struct explaining *e, const struct manner *w,
                    struct arena *a, struct answer *out, struct fault *why)
{
	struct statement_line l;
	struct explanation x = { .kind = w->kind,
		                 .state = EXPLANATION_STANDS,
		                 .other = w->kind == EXPLAINS_TRANSFER ? e->other : "",
		                 .reason = e->reason,
		                 .who = s->user };
	if (!line_find(s, &e->line, a, &l, why) || !fits(s, e, w, &l, a, &x, why))
		return false;
	struct acknowledging k = { s, s->full_name, "report" };
	if (w->out || (w->kind == EXPLAINS_PAYMENT && !l.own_word))
		x.state = EXPLANATION_WAITS;
	out->event = w->waiting;
	return (x.state == EXPLANATION_WAITS || effect(&k, &e->line, &l, &x, a, out, why)) &&
	       explanation_write(s->app->store, e->line.bank, e->line.key, &x, clock_now(), why);
}

bool service_explain(const struct login *s, const struct explaining *e, struct arena *a,
                     struct answer *out, struct fault *why)
{
	bool own;
	const struct manner *w = way_named(e->how);
	*out = (struct answer){ 0 };
	if (w == NULL)
		return fault_set(why, FAULT_MISUSE, N_("Tidak ada cara %1 menjelaskan baris bank"),
		                 e->how);
	if (!may_or_refuse(s, w->right, why) || !batch_enter(s->app, &own, why))
		return false;
	bool good = clock_fits_money(s, why) && explain(s, e, w, a, out, why);
	return batch_leave(s->app, own, good, why);
}

/* ---- the second person ---- */

static bool decide(const struct login *s, const struct line_name *n, bool yes, struct arena *a,
                   struct answer *out, struct fault *why)
{
	struct statement_line l;
	struct explanation x;
	const struct booking b = booking_now(s);
	if (!line_find(s, n, a, &l, why) ||
	    !explanation_find(s->app->store, n->bank, n->key, a, &x, why))
		return false;
	bool waits = x.state == EXPLANATION_WAITS;
	bool loose = x.state == EXPLANATION_STANDS && x.kind == EXPLAINS_ENTRY;
	if (!(waits || (loose && !yes)))
		return fault_set(why, FAULT_REFUSED, N_("Baris %1 tidak menunggu persetujuan"),
		                 n->key);
	if (yes && text_same(x.who, s->user))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Yang mengajukan tidak dapat menyetujui; itu pekerjaan orang lain"));
	x.state = yes ? EXPLANATION_STANDS : EXPLANATION_NONE;
	out->event = yes ? "" : N_("Penjelasan baris bank ditolak");
	if (yes && x.kind == EXPLAINS_PAYMENT && !may_acknowledge(s, n, &l, why))
		return false;
	if (yes && x.kind == EXPLAINS_PAPER && !paper_case(s, &x, &l, a, why))
		return false;
	const struct acknowledging k = { s, message_text(a, N_("%1 dan %2"), x.name, s->full_name),
		                         l.own_word ? "report" : "file" };
	return (!yes || effect(&k, n, &l, &x, a, out, why)) &&
	       explanation_turn(s->app->store, &x, &b, why);
}

bool service_explain_decide(const struct login *s, const struct line_name *n, bool yes,
                            struct arena *a, struct answer *out, struct fault *why)
{
	bool own;
	*out = (struct answer){ 0 };
	if (!may_or_refuse(s, "rekonsiliasi.setuju", why) || !batch_enter(s->app, &own, why))
		return false;
	bool good = clock_fits_money(s, why) && decide(s, n, yes, a, out, why);
	return batch_leave(s->app, own, good, why);
}

/* ---- all that name their entry ---- */

static bool match_named(const struct login *s, const struct recon_row *row, struct arena *a,
                        size_t *matched, struct fault *why)
{
	struct candidate_list all;
	struct answer answer;
	const struct line_name n = { row->bank, row->key };
	if (!service_candidates(s, &n, a, &all, why))
		return false;
	if (all.count == 0 || !all.items[0].named || (all.count > 1 && all.items[1].named))
		return true;
	const struct explaining e = {
		.line = n, .how = "cocok", .entry = all.items[0].entry, .other = "", .reason = ""
	};
	++*matched;
	return service_explain(s, &e, a, &answer, why);
}

bool service_match_all(const struct login *s, struct arena *a, size_t *matched, struct fault *why)
{
	struct recon all = { 0 };
	*matched = 0;
	if (!may_or_refuse(s, "rekonsiliasi.cocok", why) ||
	    !recon_read(s->app->store, 0, INT64_MAX, a, &all, why))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		const struct recon_row *row = &all.items[i];
		if (row->side == RECON_BANK && row->by.state == EXPLANATION_NONE &&
		    !match_named(s, row, a, matched, why))
			return false;
	}
	return true;
}

bool service_sheets(const struct login *s, struct arena *a, struct sheet_list *out,
                    struct fault *why)
{
	return may_or_refuse(s, "lihat.uang", why) && sheets_read(s->app->store, a, out, why);
}
