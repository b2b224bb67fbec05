/* What a decision makes of its filing, in memory: the same that the store writes and reads back. */
#include <string.h>

#include "loket/text.h"

#include "private.h"

/* A copy of `count` items with room for one more. */
static void *one_more(const void *items, size_t count, size_t size, struct arena *a)
{
	void *more = arena_get(a, count + 1, size);
	if (count > 0)
		memcpy(more, items, count * size);
	return more;
}

static void follow_fill(struct filing *f, const struct command *c, const struct change *ch,
                        struct arena *a)
{
	size_t at = 0;
	while (at < f->fill_count && !text_same(f->fills[at].step, ch->to.fill.step))
		at++;
	f->fills = one_more(f->fills, f->fill_count, sizeof *f->fills, a);
	f->fills[at] = (struct fill){ ch->to.fill.step, ch->to.fill.values, c->who, c->at };
	f->fill_count += at == f->fill_count;
}

static void follow_va(struct filing *f, const struct va *va, struct arena *a)
{
	size_t at = 0;
	while (at < f->va_count && !text_same(f->vas[at].trx, va->trx))
		at++;
	f->vas = one_more(f->vas, f->va_count, sizeof *f->vas, a);
	f->vas[at] = *va;
	f->va_count += at == f->va_count;
}

static void follow_summons(struct filing *f, const struct summons *s, struct arena *a)
{
	size_t at = 0;
	while (at < f->summons_count && f->summons[at].number != s->number)
		at++;
	f->summons = one_more(f->summons, f->summons_count, sizeof *f->summons, a);
	f->summons[at] = *s;
	f->summons_count += at == f->summons_count;
}

static void follow_payment(struct filing *f, const struct payment *p, struct arena *a)
{
	f->payments = one_more(f->payments, f->payment_count, sizeof *f->payments, a);
	f->payments[f->payment_count++] = *p;
}

static void follow_settle(struct filing *f, const struct change *ch)
{
	for (size_t i = 0; i < f->payment_count; i++) {
		struct payment *p = &f->payments[i];
		if (!text_same(p->id, ch->to.settle.payment))
			continue;
		p->suspense = text_same(ch->to.settle.outcome, "kembali");
		p->outcome = ch->to.settle.outcome;
	}
}

static void follow_payout(struct filing *f, const struct payout *p, struct arena *a)
{
	for (size_t i = 0; i < f->payout_count; i++) {
		if (f->payouts[i].number == p->number) {
			f->payouts[i] = *p;
			return;
		}
	}
	struct payout *all = arena_get(a, f->payout_count + 1, sizeof *all);
	for (size_t i = 0; i < f->payout_count; i++)
		all[i] = f->payouts[i];
	all[f->payout_count++] = *p;
	f->payouts = all;
}

static void follow_journal(struct filing *f, const struct change *ch)
{
	for (size_t i = 0; i < ch->to.journal.count; i++) {
		const struct journal_entry *e = &ch->to.journal.items[i];
		if (text_same(e->account, "panjar"))
			f->panjar -= e->amount;
		else if (text_same(e->account, "pengembalian"))
			f->returning -= e->amount;
	}
}

static void follow_warnings(struct filing *f, const struct change *ch, struct arena *a)
{
	size_t kept = 0;
	struct warning *all = arena_get(a, f->warning_count + ch->to.warnings.count + 1,
	                                sizeof *all);
	for (size_t i = 0; i < f->warning_count; i++) {
		if (!text_same(f->warnings[i].step, ch->to.warnings.step))
			all[kept++] = f->warnings[i];
	}
	for (size_t i = 0; i < ch->to.warnings.count; i++)
		all[kept++] = ch->to.warnings.items[i];
	f->warnings = all;
	f->warning_count = kept;
}

static void follow_step(struct filing *f, const struct step_record *is)
{
	struct step_record *step = filing_step(f, is->key);
	if (step != NULL) /* else one the SOP has no more */
		*step = *is;
}

static void follow(struct filing *f, const struct command *c, const struct change *ch,
                   struct arena *a)
{
	switch (ch->kind) {
	case CHANGE_OPEN:
		f->reg = ch->to.open.reg;
		f->counts_from = ch->to.open.counts_from;
		f->opened = c->at;
		return;
	case CHANGE_TITLE:
		f->title = ch->to.title.title;
		return;
	case CHANGE_FILL:
		follow_fill(f, c, ch, a);
		return;
	case CHANGE_STEP:
		follow_step(f, &ch->to.step);
		return;
	case CHANGE_SKUM:
		f->skum = ch->to.skum;
		return;
	case CHANGE_JOURNAL:
		follow_journal(f, ch);
		return;
	case CHANGE_VA:
		follow_va(f, &ch->to.va, a);
		return;
	case CHANGE_PAYMENT:
		follow_payment(f, &ch->to.payment, a);
		return;
	case CHANGE_PAYOUT:
		follow_payout(f, &ch->to.payout, a);
		return;
	case CHANGE_SETTLE:
		follow_settle(f, ch);
		return;
	case CHANGE_VERDICT:
		f->verdict = ch->to.verdict;
		return;
	case CHANGE_NUMBER:
		f->number = ch->to.number;
		return;
	case CHANGE_SUMMONS:
		follow_summons(f, &ch->to.summons, a);
		return;
	case CHANGE_WARNINGS:
		follow_warnings(f, ch, a);
		return;
	case CHANGE_SIPP_NOTE:
		f->sipp_note = ch->to.sipp_note;
		return;
	case CHANGE_ATTORNEY: /* the store gives its number */
	case CHANGE_END:      /* stands in the fill */
	case CHANGE_PARTIES:  /* stand in the fill too */
	case CHANGE_COUNTER:
	case CHANGE_KINDS:
		return;
	}
}

void filing_follow(struct filing *f, const struct command *c, const struct decision *d,
                   struct arena *a)
{
	for (size_t i = 0; i < d->change_count; i++)
		follow(f, c, &d->changes[i], a);
	f->version++;
}
