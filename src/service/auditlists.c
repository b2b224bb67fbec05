/* What an inspector's pack has as rows beside the books: closings, kwitansi, money that went out,
 * what went to the State, and what was done with users, of one month. */
#include "loket/cashier.h"
#include "loket/list.h"
#include "loket/store/money.h"
#include "loket/store/people.h"
#include "loket/text.h"

#include "private.h"

enum { MOST_COLUMNS = 16, USERS_ACTS = 1000000 };

struct list_put {
	const struct login *s;
	struct arena *a;
	const struct period *days;
	struct table table;
	size_t capacity;
};

static void row_put(struct list_put *l, const char *const *cells)
{
	struct table *t = &l->table;
	for (size_t i = 0; i < t->column_count; i++) {
		size_t at = t->row_count * t->column_count + i;
		t->cells = list_grow(l->a, t->cells, at, &l->capacity, sizeof *t->cells);
		t->cells[at] = cells[i] == NULL ? "" : cells[i];
	}
	t->row_count++;
}

static const char *bare(const struct list_put *l, rupiah n)
{
	return arena_print(l->a, "%lld", (long long)n);
}

static const char *iso_day(const struct list_put *l, day on)
{
	char out[16] = "";
	if (on != DAY_NONE)
		day_iso(on, out, sizeof out);
	return arena_text(l->a, out);
}

static const char *iso_time(const struct list_put *l, instant at)
{
	char out[40] = "";
	if (at != INSTANT_NONE)
		instant_local(at, &l->s->app->book->court.zone, out, sizeof out);
	return arena_text(l->a, out);
}

static bool is_within(const struct list_put *l, day on)
{
	return on >= l->days->first && on <= l->days->last;
}

static day day_of(const struct list_put *l, instant at)
{
	return at == INSTANT_NONE ? DAY_NONE : instant_day(at, &l->s->app->book->court.zone);
}

/* ---- the lists ---- */

static bool put_closings(struct list_put *l, struct fault *why)
{
	struct closing_list all = { 0 };
	if (!service_closings(l->s, l->a, &all, why))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		const struct closing *c = &all.items[i];
		if (!is_within(l, c->last))
			continue;
		bool asked = c->bank >= 0;
		row_put(l, (const char *const[]){
		               closing_name(c, l->a), iso_day(l, c->last), closing_period(c, l->a),
		               bare(l, c->book), asked ? bare(l, c->bank) : "", bare(l, c->cash),
		               asked ? bare(l, closing_difference(c)) : "",
		               c->has_told ? bare(l, c->told) : "", c->reason, c->evidence, c->who,
		               iso_time(l, c->at), c->known_by, iso_time(l, c->known_at),
		               c->corrects, c->corrected });
	}
	return true;
}

static bool put_receipts(struct list_put *l, struct fault *why)
{
	struct receipt_list all = { 0 };
	if (!receipts_of_days(l->s->app->store, l->days->first, l->days->last, l->a, &all, why))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		const struct receipt *r = &all.items[i];
		row_put(l, (const char *const[]){ receipt_name(r, l->a), iso_day(l, r->posted),
		                                  r->back ? "" : bare(l, r->amount),
		                                  r->back ? bare(l, r->amount) : "", r->matter,
		                                  r->title, r->person, r->what, r->reference,
		                                  r->transfer, r->who });
	}
	return true;
}

static bool put_payouts(struct list_put *l, struct fault *why)
{
	const struct zone *z = &l->s->app->book->court.zone;
	struct payout_list all = { 0 };
	if (!payouts_between(l->s->app->store, instant_at(l->days->first, 0, z),
	                     instant_at(l->days->last + 1, 0, z), l->a, &all, why))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		const struct payout_row *r = &all.items[i];
		const struct payout *p = &r->payout;
		row_put(l, (const char *const[]){ iso_time(l, r->at), r->reg, bare(l, p->number),
		                                  payout_state_word(p->state), p->what,
		                                  bare(l, p->amount), p->payee, p->bank, p->account,
		                                  p->instrument, p->basis, p->by, p->decided_by,
		                                  p->reference, p->said, p->reversed ? "ya" : "" });
	}
	return true;
}

static bool put_deposits(struct list_put *l, struct fault *why)
{
	struct deposit_list all = { 0 };
	if (!service_deposits(l->s, l->a, &all, why))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		const struct deposit *d = &all.items[i];
		if (!is_within(l, day_of(l, d->at)) && !is_within(l, day_of(l, d->received_at)) &&
		    !is_within(l, d->paid))
			continue;
		row_put(l, (const char *const[]){
		               deposit_name(d, l->a), d->account, bare(l, d->amount), d->person,
		               iso_time(l, d->at), d->receiver, iso_time(l, d->received_at),
		               d->billing, d->ntpn, iso_day(l, d->paid), d->paid_by });
	}
	return true;
}

static bool put_users(struct list_put *l, struct fault *why)
{
	struct user_act_list all = { 0 };
	if (!user_log_read(l->s->app->store, "", USERS_ACTS, l->a, &all, why))
		return false;
	for (size_t i = all.count; i > 0; i--) {
		const struct user_act *u = &all.items[i - 1];
		if (is_within(l, day_of(l, u->at)))
			row_put(l, (const char *const[]){ bare(l, u->number), iso_time(l, u->at),
			                                  u->who, u->user, u->what, u->was,
			                                  u->became });
	}
	return true;
}

#define TEXT_OF(name)                                                                              \
	{                                                                                          \
		name, name, COLUMN_TEXT                                                            \
	}
#define NUMBER_OF(name)                                                                            \
	{                                                                                          \
		name, name, COLUMN_NUMBER                                                          \
	}
static const struct audit_list {
	const char *name; /* of the file, before the month */
	bool (*put)(struct list_put *l, struct fault *why);
	struct column columns[MOST_COLUMNS];
} lists[] = {
	{ "penutupan",
	  put_closings,
	  { TEXT_OF("nomor"), TEXT_OF("sampai"), TEXT_OF("masa"), NUMBER_OF("buku"),
	    NUMBER_OF("bank"), NUMBER_OF("kas"), NUMBER_OF("selisih"), NUMBER_OF("laporan"),
	    TEXT_OF("alasan"), TEXT_OF("bukti"), TEXT_OF("oleh"), TEXT_OF("dibuat"),
	    TEXT_OF("diketahui"), TEXT_OF("diketahui_saat"), TEXT_OF("memperbaiki"),
	    TEXT_OF("diperbaiki") } },
	{ "kwitansi",
	  put_receipts,
	  { TEXT_OF("nomor"), TEXT_OF("tanggal"), NUMBER_OF("masuk"), NUMBER_OF("kembali"),
	    TEXT_OF("perkara"), TEXT_OF("nama"), TEXT_OF("kepada"), TEXT_OF("uraian"),
	    TEXT_OF("rujukan"), TEXT_OF("transfer"), TEXT_OF("oleh") } },
	{ "uang-keluar",
	  put_payouts,
	  { TEXT_OF("disiapkan"), TEXT_OF("perkara"), NUMBER_OF("nomor"), TEXT_OF("keadaan"),
	    TEXT_OF("uraian"), NUMBER_OF("jumlah"), TEXT_OF("penerima"), TEXT_OF("bank"),
	    TEXT_OF("rekening"), TEXT_OF("instrumen"), TEXT_OF("dasar"), TEXT_OF("oleh"),
	    TEXT_OF("diputus"), TEXT_OF("referensi"), TEXT_OF("sebab"), TEXT_OF("dikoreksi") } },
	{ "setoran",
	  put_deposits,
	  { TEXT_OF("nomor"), TEXT_OF("akun"), NUMBER_OF("jumlah"), TEXT_OF("diserahkan"),
	    TEXT_OF("saat"), TEXT_OF("diterima"), TEXT_OF("diterima_saat"), TEXT_OF("billing"),
	    TEXT_OF("ntpn"), TEXT_OF("disetor"), TEXT_OF("penyetor") } },
	{ "pengguna",
	  put_users,
	  { NUMBER_OF("nomor"), TEXT_OF("saat"), TEXT_OF("oleh"), TEXT_OF("pengguna"),
	    TEXT_OF("tindakan"), TEXT_OF("semula"), TEXT_OF("menjadi") } },
};

size_t audit_list_count(void)
{
	return COUNT_OF(lists);
}

bool audit_list_put(const struct login *s, size_t at, const struct period *days, const char *month,
                    struct arena *a, struct printed *out, struct fault *why)
{
	const struct audit_list *list = &lists[at];
	struct list_put l = {
		.s = s, .a = a, .days = days, .table = { .title = "", .columns = list->columns }
	};
	while (l.table.column_count < MOST_COLUMNS &&
	       list->columns[l.table.column_count].name != NULL)
		l.table.column_count++;
	return list->put(&l, why) &&
	       table_put(s, &l.table, arena_print(a, "%s-%s.csv", list->name, month), out, why);
}
