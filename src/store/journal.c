/* Rows of money. The schema guarantees that they are right (one live VA, a payment once, entries
 * that sum to zero); here they are written, and checked as a whole on request. */
#include <stdio.h>

#include "loket/store/money.h"

#include "private.h"

static bool write_skum_line(const struct applying *w, const struct skum *k, size_t line,
                            struct fault *why)
{
	const struct skum_line *l = &k->lines[line];
	struct query q = row_of(w, SQL_skum_line_write);
	bind_number(&q, ":round", k->round);
	bind_number(&q, ":line", (int64_t)line);
	bind_text(&q, ":component", l->component);
	bind_text(&q, ":label", l->label);
	bind_number(&q, ":times", l->times);
	bind_number(&q, ":each", l->each);
	bind_number(&q, ":amount", l->amount);
	bind_text(&q, ":basis", l->basis);
	return query_run(&q, why);
}

bool write_skum(const struct applying *w, const struct change *ch, struct fault *why)
{
	const struct skum *k = &ch->to.skum;
	struct query q = row_of(w, SQL_skum_write);
	bind_number(&q, ":round", k->round);
	bind_text(&q, ":number", k->number);
	bind_day(&q, ":issued", k->on);
	bind_number(&q, ":total", k->total);
	bind_text(&q, ":bank", k->bank);
	bind_text(&q, ":who", k->by);
	bool good = query_run(&q, why);
	for (size_t i = 0; good && i < k->line_count; i++)
		good = write_skum_line(w, k, i, why);
	return good;
}

bool write_va(const struct applying *w, const struct change *ch, struct fault *why)
{
	const struct va *va = &ch->to.va;
	struct query q = row_of(w, SQL_va_write);
	bind_text(&q, ":trx", va->trx);
	bind_number(&q, ":round", va->round);
	bind_text(&q, ":customer_no", va->customer_no);
	bind_text(&q, ":number", va->number);
	bind_text(&q, ":bank", va->bank);
	bind_number(&q, ":amount", va->amount);
	bind_instant(&q, ":asked", va->asked);
	bind_instant(&q, ":expires", va->expires);
	bind_instant(&q, ":agreed", va->agreed);
	bind_text(&q, ":state", va_state_word(va->state));
	bind_text(&q, ":note", va->note);
	bind_text(&q, ":closing", va_closing_word(va->closing));
	return query_run(&q, why);
}

bool write_payment(const struct applying *w, const struct change *ch, struct fault *why)
{
	const struct payment *p = &ch->to.payment;
	struct query q = row_of(w, SQL_payment_write);
	bind_text(&q, ":id", p->id);
	bind_text(&q, ":trx", p->trx);
	bind_number(&q, ":amount", p->amount);
	bind_instant(&q, ":at", p->at);
	bind_instant(&q, ":arrived", p->arrived);
	bind_text(&q, ":channel", p->channel);
	bind_text(&q, ":reference", p->reference);
	bind_text(&q, ":source", p->source);
	bind_number(&q, ":suspense", p->suspense);
	bind_text(&q, ":note", p->note == NULL ? "" : p->note);
	bind_text(&q, ":bank", p->bank == NULL ? "" : p->bank);
	return query_run(&q, why);
}

/* Of two users who settle the same money the second finds it settled. */
bool write_settle(const struct applying *w, const struct change *ch, struct fault *why)
{
	struct query q = row_of(w, SQL_payment_settle);
	bind_text(&q, ":id", ch->to.settle.payment);
	bind_number(&q, ":amount", ch->to.settle.amount);
	bind_text(&q, ":outcome", ch->to.settle.outcome);
	bind_text(&q, ":reason", ch->to.settle.reason);
	bind_text(&q, ":who", w->c->who);
	bind_instant(&q, ":at", w->c->at);
	bool settled = query_next(&q);
	if (!query_end(&q, why))
		return false;
	return settled ||
	       fault_set(why, FAULT_REFUSED, N_("Titipan %1 sudah diputus, atau jumlahnya lain"),
	                 ch->to.settle.payment);
}

/* ---- the journal ---- */

static bool open_entry(const struct posting *e, int64_t *number, struct fault *why)
{
	struct query q = query_of(e->s, SQL_journal_open);
	bind_given(&q, ":filing", e->filing);
	bind_day(&q, ":posted", e->on);
	bind_text(&q, ":what", e->what);
	bind_text(&q, ":who", e->who);
	bind_instant(&q, ":at", e->at);
	bind_known(&q, ":payout", e->payout != 0, e->payout);
	bind_known(&q, ":reverses", e->reverses != 0, e->reverses);
	*number = query_next(&q) ? take_number(&q) : 0;
	return query_end(&q, why);
}

bool entry_write(const struct posting *e, struct fault *why)
{
	int64_t number;
	return entry_write_number(e, &number, why);
}

bool entry_write_number(const struct posting *e, int64_t *out, struct fault *why)
{
	int64_t number;
	if (!open_entry(e, &number, why))
		return false;
	for (size_t i = 0; i < e->count; i++) {
		struct query q = query_of(e->s, SQL_journal_line_write);
		bind_number(&q, ":entry", number);
		bind_number(&q, ":line", (int64_t)i);
		bind_text(&q, ":account", e->items[i].account);
		bind_number(&q, ":amount", e->items[i].amount);
		bind_text(&q, ":category",
		          e->items[i].category == NULL ? "" : e->items[i].category);
		bind_text(&q, ":bank", e->items[i].bank == NULL ? "" : e->items[i].bank);
		if (!query_run(&q, why))
			return false;
	}
	*out = number;
	struct query q = query_of(e->s, SQL_journal_seal);
	bind_number(&q, ":entry", number);
	return query_run(&q, why);
}

bool write_journal(const struct applying *w, const struct change *ch, struct fault *why)
{
	return entry_write(&(struct posting){ .s = w->s,
	                                      .filing = w->before->id.text,
	                                      .on = ch->to.journal.on,
	                                      .what = ch->to.journal.what,
	                                      .who = ch->to.journal.by != NULL ? ch->to.journal.by
	                                                                       : w->c->who,
	                                      .at = w->c->at,
	                                      .items = ch->to.journal.items,
	                                      .count = ch->to.journal.count,
	                                      .payout = ch->to.journal.payout,
	                                      .reverses = ch->to.journal.reverses },
	                   why);
}

bool journal_check(struct store *s, struct fault *why)
{
	struct query q = query_of(s, SQL_journal_wrong);
	int64_t wrong = query_next(&q) ? take_number(&q) : 0;
	if (!query_end(&q, why))
		return false;
	char number[24];
	snprintf(number, sizeof number, "%lld", (long long)wrong);
	if (wrong != 0)
		return fault_set(why, FAULT_OUTSIDE,
		                 N_("Jurnal nomor %1 tidak seimbang; pulihkan dari cadangan"),
		                 number);

	q = query_of(s, SQL_journal_sum);
	int64_t sum = query_next(&q) ? take_number(&q) : 0;
	if (!query_end(&q, why))
		return false;
	snprintf(number, sizeof number, "%lld", (long long)sum);
	return sum == 0 ||
	       fault_set(why, FAULT_OUTSIDE,
	                 N_("Seluruh jurnal berselisih %1; pulihkan dari cadangan"), number);
}
