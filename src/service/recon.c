/* Reconciliation: payments by the bank's report or account statement, compared with ours. */
#include "loket/recon.h"

#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/store/filing.h"
#include "loket/store/money.h"
#include "loket/store/statement.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

#define LOOK "lihat.uang"

/* Days reconciled by default, and the most a bank is asked for. */
enum { RECON_DAYS = 31, DAY_MS = 86400000, RECON_MEMORY = 256 * 1024 * 1024 };

bool service_statement(const struct login *s, const struct statement *st, const struct zone *z,
                       struct arena *a, struct fault *why)
{
	bool own;
	struct statement told = *st;
	const instant span[] = { instant_at(st->first, 0, z), instant_at(st->last + 1, 0, z) };
	told.from.who = s->user;
	if (!may_or_refuse(s, "rekonsiliasi.muat", why) || !batch_enter(s->app, &own, why))
		return false;
	bool good = statement_write(s->app->store, &told, span, a, why);
	return batch_leave(s->app, own, good, why);
}

/* ---- both sides ---- */

/* Of a bank that cannot be asked a file is all there is. */
static void proofs_settle(const struct login *s, struct arena *a, struct recon *r)
{
	const char *last = "";
	bool asked = false;
	for (size_t i = 0; i < r->count; i++) {
		struct recon_row *row = &r->items[i];
		if (row->proof != PROOF_UNCONFIRMED)
			continue;
		if (!text_same(row->bank, last))
			asked = bank_can_be_asked(&s->app->home, row->bank, a);
		last = row->bank;
		if (!asked)
			row->proof = PROOF_FILE;
	}
}

bool service_recon(const struct login *s, const char *period, struct arena *a, struct recon *out,
                   struct fault *why)
{
	const struct zone *z = &s->app->book->court.zone;
	day today = instant_day(clock_now(), z);
	struct period p = { today - RECON_DAYS + 1, today };
	if (!may_or_refuse(s, LOOK, why))
		return false;
	if (!text_is_empty(period) && !period_parse(period, &p))
		return fault_set(why, FAULT_MISUSE,
		                 N_("Masa rekonsiliasi %1 harus ditulis hari 2026-11-25, bulan "
		                    "2026-11 atau tahun 2026"),
		                 period);
	out->days = p;
	if (!recon_read(s->app->store, instant_at(p.first, 0, z), instant_at(p.last + 1, 0, z), a,
	                out, why))
		return false;
	proofs_settle(s, a, out);
	for (size_t i = 0; i < out->count; i++)
		out->items[i].from.who = user_called(s, out->items[i].from.who, a);
	return true;
}

bool recon_is_late(const struct recon_row *r)
{
	return r->side == RECON_HERE && clock_now() - r->at > 2 * (instant)DAY_MS;
}

bool service_recon_ask(const struct login *s, const struct period *days, struct fault *why)
{
	bool own, good = true;
	const struct rulebook *b = s->app->book;
	const struct choices *banks = choices_named(b->lists, b->list_count, "bank-va");
	instant now = clock_now();
	day today = instant_day(now, &b->court.zone);
	struct statement_ask ask = { .days = *days, .who = s->full_name, .at = now };
	if (!may_or_refuse(s, "rekonsiliasi.muat", why))
		return false;
	if (ask.days.last > today)
		ask.days.last = today;
	if (ask.days.last < ask.days.first || ask.days.last - ask.days.first >= RECON_DAYS)
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Masa itu lebih dari 31 hari, atau belum datang; tulis masa yang lain"));
	if (!batch_enter(s->app, &own, why))
		return false;
	for (size_t i = 0; good && i < banks->count; i++) {
		ask.bank = banks->items[i].value;
		good = statement_ask_write(s->app->store, &ask, why);
	}
	return batch_leave(s->app, own, good, why);
}

/* ---- as a table, for papers and for programs ---- */

static const char *const sides[] = { [RECON_BOTH] = N_("cocok"),
	                             [RECON_BANK] = N_("hanya di bank"),
	                             [RECON_HERE] = N_("hanya di sini") };

const char *recon_side_name(enum recon_side s)
{
	return _(sides[s]);
}

static const char *const sources[] = { [SOURCE_UNKNOWN] = N_("tidak dikenal"),
	                               [SOURCE_REPORT] = N_("laporan bank"),
	                               [SOURCE_STATUS] = N_("jawaban bank"),
	                               [SOURCE_FILE] = N_("berkas") };

const char *recon_source_name(enum source_kind kind)
{
	return _(sources[kind]);
}

const char *recon_proof_name(const struct recon_row *r)
{
	static const char *const names[] = { [PROOF_UNKNOWN] = N_("sumber tidak dikenal"),
		                             [PROOF_BANK] = N_("menurut bank"),
		                             [PROOF_FILE] = N_("rekening koran"),
		                             [PROOF_UNCONFIRMED] = N_("belum dibenarkan bank"),
		                             [PROOF_CONTRADICTED] = N_("dibantah bank") };
	return r->side == RECON_HERE ? "" : _(names[r->proof]);
}

const char *recon_explained(const struct recon_row *r, struct arena *a)
{
	static const char *const names[] = {
		[EXPLAINS_PAYMENT] = N_("diakui"),       [EXPLAINS_ENTRY] = N_("jurnal"),
		[EXPLAINS_COST] = N_("biaya bank"),      [EXPLAINS_INTEREST] = N_("jasa giro"),
		[EXPLAINS_TRANSFER] = N_("pindah buku"), [EXPLAINS_PAPER] = N_("perkara kertas")
	};
	const struct explanation *x = &r->by;
	if (x->state == EXPLANATION_NONE)
		return "";
	const char *entry = x->entry == 0 ? "" : arena_print(a, " %lld", (long long)x->entry);
	const char *reason = text_is_empty(x->reason) ? "" : arena_print(a, ": %s", x->reason);
	const char *who = text_is_empty(x->second)
	                      ? x->name
	                      : message_text(a, _("%1 dan %2"), x->name, x->second);
	return arena_print(a, "%s%s%s, %s%s", _(names[x->kind]), entry, reason, who,
	                   x->state == EXPLANATION_WAITS ? _("; menunggu panitera") : "");
}

static const struct column columns[] = {
	{ "sisi", N_("Sisi"), COLUMN_TEXT },
	{ "bank", N_("Bank"), COLUMN_TEXT },
	{ "saat", N_("Saat"), COLUMN_TEXT },
	{ "jumlah", N_("Jumlah"), COLUMN_NUMBER },
	{ "referensi", N_("Referensi"), COLUMN_TEXT },
	{ "pendaftaran", N_("Pendaftaran"), COLUMN_TEXT },
	{ "bukti", N_("Bukti"), COLUMN_TEXT },
	{ "terlambat", N_("Terlambat"), COLUMN_YESNO },
	{ "judul", N_("Judul"), COLUMN_TEXT },
	{ "pembayaran", N_("Pembayaran"), COLUMN_TEXT },
	{ "va", N_("VA"), COLUMN_TEXT },
	{ "keterangan", N_("Keterangan"), COLUMN_TEXT },
	{ "penjelasan", N_("Penjelasan"), COLUMN_TEXT },
	{ "sumber", N_("Sumber"), COLUMN_TEXT },
	{ "berkas", N_("Berkas"), COLUMN_TEXT },
	{ "sha256", N_("SHA-256"), COLUMN_TEXT },
	{ "dibaca", N_("Dibaca oleh"), COLUMN_TEXT },
};
enum { COLUMNS = COUNT_OF(columns), BRIEF = COLUMNS - 9 };

/* "Bank Contoh Syariah"; the key of one that is the court's no more. */
static const char *bank_name(const struct rulebook *b, const char *key)
{
	const struct choices *banks = choices_named(b->lists, b->list_count, "bank-va");
	const struct choice *bank = banks == NULL ? NULL : choices_find(banks, key);
	return bank == NULL ? key : bank->label;
}

static void row_fill(const struct recon_row *r, const struct recon_wording *how, struct arena *a,
                     const char **cells)
{
	char at[64], amount[32];
	bool late = recon_is_late(r);
	if (how->read)
		instant_show(r->at, &how->book->court.zone, at, sizeof at);
	else
		instant_local(r->at, &how->book->court.zone, at, sizeof at);
	if (how->read)
		money_digits(r->amount, amount, sizeof amount);
	else
		snprintf(amount, sizeof amount, "%lld", (long long)r->amount);
	const char *const texts[COLUMNS] = {
		how->read ? recon_side_name(r->side) : sides[r->side],
		how->read ? bank_name(how->book, r->bank) : r->bank,
		arena_text(a, at),
		arena_text(a, amount),
		r->reference,
		r->reg,
		recon_proof_name(r),
		how->read ? (late ? _("ya") : "") : (late ? "true" : "false"),
		r->title,
		r->payment,
		r->va,
		r->what,
		recon_explained(r, a),
		r->side == RECON_HERE ? "" : recon_source_name(r->from.kind),
		r->from.name,
		r->from.digest,
		r->from.who,
	};
	memcpy(cells, texts, (how->brief ? BRIEF : COLUMNS) * sizeof *texts);
}

void recon_table(const struct recon *r, const struct recon_wording *how, struct arena *a,
                 struct table *out)
{
	size_t count = how->brief ? BRIEF : COLUMNS;
	struct column *translated = arena_get(a, count, sizeof *translated);
	for (size_t i = 0; i < count; i++)
		translated[i] = (struct column){ columns[i].name, _(columns[i].title),
			                         columns[i].kind };
	*out = (struct table){
		.title = _("Rekonsiliasi"),
		.columns = translated,
		.column_count = count,
		.cells = arena_get(a, r->count * count + 1, sizeof *out->cells),
	};
	for (size_t i = 0; i < r->count; i++) {
		if (how->only == NULL || *how->only == r->items[i].side)
			row_fill(&r->items[i], how, a, out->cells + out->row_count++ * count);
	}
}

/* ---- put out ---- */

static const char *period_words(const struct period *p, struct arena *a)
{
	char first[64], last[64];
	day_words(p->first, first, sizeof first);
	day_words(p->last, last, sizeof last);
	return p->first == p->last ? arena_text(a, first)
	                           : arena_print(a, "%s s.d. %s", first, last);
}

static const char *file_name(const struct period *p, const char *ending, struct arena *a)
{
	char first[16], last[16];
	day_iso(p->first, first, sizeof first);
	day_iso(p->last, last, sizeof last);
	return p->first == p->last ? arena_print(a, "rekonsiliasi-%s.%s", first, ending)
	                           : arena_print(a, "rekonsiliasi-%s-%s.%s", first, last, ending);
}

static void put_side(struct view *v, const struct recon *r, enum recon_side side,
                     const struct rulebook *b)
{
	static const char *const names[] = {
		[RECON_BOTH] = "cocok", [RECON_BANK] = "bank", [RECON_HERE] = "sini"
	};
	struct table t;
	char sum[32];
	money_digits(r->sums[side], sum, sizeof sum);
	recon_table(r, &(struct recon_wording){ .book = b, .read = true, .only = &side }, v->a, &t);
	view_put(v, arena_print(v->a, "baris_%s", names[side]),
	         arena_print(v->a, "%zu", r->rows[side]));
	view_put(v, arena_print(v->a, "jumlah_%s", names[side]), sum);
	view_table(v, names[side], &t);
}

/* Until when each bank has reported: later money is on neither side. */
static bool told_words(const struct login *s, struct arena *a, const char **out, struct fault *why)
{
	const struct rulebook *b = s->app->book;
	const struct choices *banks = choices_named(b->lists, b->list_count, "bank-va");
	struct text told = text_start(a);
	for (size_t i = 0; i < banks->count; i++) {
		instant until;
		char at[64];
		if (!statement_told(s->app->store, banks->items[i].value, false, &until, why))
			return false;
		if (until == INSTANT_NONE)
			continue;
		instant_show(until, &b->court.zone, at, sizeof at);
		text_addf(&told, "%s%s %s", told.length > 0 ? "; " : "", banks->items[i].label, at);
	}
	*out = told.s;
	return true;
}

static const char *recon_page(const struct app *p, const struct recon *r, const char *saldo,
                              const char *told, struct arena *a)
{
	const struct rulebook *b = p->book;
	instant now = app_now(p);
	struct view v = view_start(a);
	view_head(&v, b, now, false);
	view_today(&v, b, now);
	view_put(&v, "masa", period_words(&r->days, a));
	view_put(&v, "saldo", saldo);
	view_put(&v, "laporan", told);
	for (int side = RECON_BOTH; side <= RECON_HERE; side++)
		put_side(&v, r, (enum recon_side)side, b);
	view_officer(&v, b, "kasir");
	view_officer(&v, b, "panitera");
	return view_finish(&v);
}

struct specimen recon_specimen(const struct app *p, struct arena *a)
{
	const struct recon none = { 0 };
	return (struct specimen){ "rekonsiliasi", recon_page(p, &none, "", "", a) };
}

static bool recon_view(const struct login *s, const struct recon *r, struct arena *a,
                       const char **out, struct fault *why)
{
	struct balances balances = { 0 };
	char saldo[32];
	const char *told;
	if (!service_balances(s, r->days.last, a, &balances, why) || !told_words(s, a, &told, why))
		return false;
	money_digits(balance_of(&balances, "bank"), saldo, sizeof saldo);
	*out = recon_page(s->app, r, saldo, told, a);
	return true;
}

bool service_recon_print(const struct login *s, const char *period, struct printed *out,
                         struct fault *why)
{
	const char *view;
	struct recon r = { 0 };
	struct arena a = arena_start(RECON_MEMORY);
	bool good = may_or_refuse(s, "cetak.rekonsiliasi", why) &&
	            service_recon(s, period, &a, &r, why) && recon_view(s, &r, &a, &view, why) &&
	            page_put(s, "rekonsiliasi", view, file_name(&r.days, "pdf", &a), out, why);
	arena_drop(&a);
	return good;
}

bool service_recon_csv(const struct login *s, const char *period, struct printed *out,
                       struct fault *why)
{
	struct table t;
	struct recon r = { 0 };
	struct arena a = arena_start(RECON_MEMORY);
	const struct recon_wording how = { .book = s->app->book };
	bool good = may_or_refuse(s, "cetak.rekonsiliasi", why) &&
	            service_recon(s, period, &a, &r, why);
	if (good) {
		recon_table(&r, &how, &a, &t);
		good = table_put(s, &t, file_name(&r.days, "csv", &a), out, why);
	}
	arena_drop(&a);
	return good;
}

static void differ(struct differences *out, struct arena *a, const struct recon_row *r)
{
	out->items = list_grow(a, out->items, out->count, &out->capacity, sizeof *out->items);
	struct difference *d = &out->items[out->count++];
	*d = (struct difference){ .what = r->side == RECON_BANK ? N_("uang hanya di bank")
		                                                : N_("uang hanya di sini"),
		                  .of = text_is_empty(r->reference) ? r->payment : r->reference };
	*(r->side == RECON_BANK ? &d->there : &d->here) = r->amount;
}

static void sheet_differ(struct differences *out, struct arena *a, const char *what,
                         const struct sheet_row *sheet, const rupiah sums[2])
{
	if (sums[0] == sums[1])
		return;
	out->items = list_grow(a, out->items, out->count, &out->capacity, sizeof *out->items);
	out->items[out->count++] = (struct difference){
		what, arena_print(a, "%s %s", sheet->bank, sheet->name), sums[0], sums[1]
	};
}

/* Within a statement, and from one to the next. */
static void sheets_differ(const struct sheet_list *all, struct differences *out, struct arena *a)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct sheet_row *s = &all->items[i];
		sheet_differ(out, a, N_("saldo rekening koran dan barisnya"), s,
		             (const rupiah[]){ s->opening + s->total, s->closing });
		sheet_differ(out, a, N_("saldo rekening koran dan yang sebelumnya"), s,
		             (const rupiah[]){ s->before, s->opening });
	}
}

/* What a bank has not told of yet a day later is a difference; before that it is only young. */
bool service_differences(const struct login *s, struct arena *a, struct differences *out,
                         struct fault *why)
{
	struct recon recon = { 0 };
	struct sheet_list sheets = { 0 };
	if (!may_or_refuse(s, "lihat.laporan", why) ||
	    !differences_read(s->app->store, &s->app->book->court.zone, a, out, why) ||
	    !sheets_read(s->app->store, a, &sheets, why) ||
	    !recon_read(s->app->store, 0, INT64_MAX, a, &recon, why))
		return false;
	sheets_differ(&sheets, out, a);
	if (!accounts_differ(s, &recon, &sheets, a, out, why))
		return false;
	for (size_t i = 0; i < recon.count; i++) {
		const struct recon_row *r = &recon.items[i];
		if (r->side == RECON_BANK || (r->side == RECON_HERE && recon_is_late(r)))
			differ(out, a, r);
	}
	return true;
}
