/* The bank's own word of what was paid, by its report or its account statement, held against ours.
 */
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define LOOK "lihat.uang"

enum { RECON_DAYS = 31, DAY_MS = 86400000 };

bool office_statement(const struct session *s, const struct statement *st, const struct zone *z,
                      struct fault *why)
{
	bool own;
	instant since, until;
	if (!may_or_refuse(s, "rekonsiliasi.muat", why))
		return false;
	since = instant_at(st->first, 0, z);
	until = instant_at(st->last + 1, 0, z);
	if (!batch_enter(s->place, &own, why))
		return false;
	bool good = statement_write(s->place->store, st, since, until, clock_now(), why);
	return batch_leave(s->place, own, good, why);
}

static bool take_known(const struct session *s, const struct id *filing, const struct payment *p,
                       struct arena *a, struct answer *out, struct fault *why)
{
	struct filing f;
	char at[64];
	if (!filing_whole(s->place, filing, a, &f, why))
		return false;
	const struct va *va = filing_va(&f);
	for (size_t i = 0; i < f.va_count; i++) {
		if (text_same(f.vas[i].trx, p->trx) || text_same(f.vas[i].number, p->trx))
			va = &f.vas[i];
	}
	struct session bank;
	session_machine(s->place, "bank", &bank);
	struct command c = office_command(&bank, filing, -1, "bayar", "lunas");
	instant_utc(p->at, at, sizeof at);
	const struct {
		const char *name, *text;
	} words[] = {
		{ "trx", va == NULL ? "" : va->trx },
		{ "payment", p->id },
		{ "amount", arena_print(a, "%lld", (long long)p->amount) },
		{ "at", at },
		{ "channel", "" },
		{ "reference", p->reference },
		{ "source", p->source },
		{ "oleh", s->full_name },
	};
	for (size_t i = 0; i < COUNT_OF(words); i++)
		values_set(&c.values, a, "", 0, words[i].name, words[i].text);
	return office_do(&bank, &c, a, out, why);
}

/* Money that only the bank tells of, without a notice: a person says that it counts. */
bool office_acknowledge(const struct session *s, const char *bank, const char *key, struct arena *a,
                        struct answer *out, struct fault *why)
{
	struct id filing = { { 0 } };
	struct store *store = s->place->store;
	struct statement_line l = { 0 };
	*out = (struct answer){ 0 };
	if (!may_or_refuse(s, "rekonsiliasi.akui", why) ||
	    !statement_find(store, bank, key, a, &l, why))
		return false;
	if (l.payment == NULL)
		return fault_set(why, FAULT_REFUSED, N_("Tidak ada baris %1 dari bank %2"), key,
		                 bank);
	const char *const names[] = { l.trx, l.va_digits };
	for (size_t i = 0; i < COUNT_OF(names) && id_none(&filing); i++) {
		if (!text_is_empty(names[i]) && !filing_by_trx(store, names[i], &filing, why))
			return false;
	}
	const struct payment p = { .id = text_is_empty(l.payment)
		                             ? arena_print(a, "R:%s", l.reference)
		                             : l.payment,
		                   .trx = text_is_empty(l.trx) ? l.va_digits : l.trx,
		                   .amount = l.amount,
		                   .at = l.at == INSTANT_NONE ? clock_now() : l.at,
		                   .channel = "",
		                   .reference = l.reference,
		                   .source = "report",
		                   .note = N_("VA tidak dikenal") };
	if (!id_none(&filing))
		return take_known(s, &filing, &p, a, out, why);
	struct session bank_session;
	session_machine(s->place, "bank", &bank_session);
	out->event = N_("Uang untuk VA yang tidak dikenal ditahan sebagai titipan");
	return office_stray(&bank_session, &p, why);
}

/* ---- both sides ---- */

bool office_recon(const struct session *s, struct arena *a, struct recon *out, struct fault *why)
{
	instant since = clock_now() - (instant)RECON_DAYS * DAY_MS;
	return may_or_refuse(s, LOOK, why) && recon_read(s->place->store, since, a, out, why);
}

bool recon_is_late(const struct recon_row *r)
{
	return r->side == RECON_HERE && clock_now() - r->at > 2 * (instant)DAY_MS;
}
