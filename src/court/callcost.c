/* What calls cost: fixed when they are ordered, kept back from the advance until they were carried
 * out or handed to the post, and booked then, once, in the categories of LIPA 7.A (Buku II: a cost
 * is booked when it is incurred, by the judge's order and for each party). */
#include "loket/court.h"
#include "loket/text.h"

#include "private.h"

const char *category_name(const struct rulebook *b, const char *category)
{
	const struct choices *all = choices_named(b->lists, b->list_count, KATEGORI);
	const struct choice *one = all == NULL ? NULL : choices_find(all, category);
	return one == NULL ? category : message_in_language(one->label);
}

rupiah calls_reserved(const struct filing *f)
{
	rupiah sum = 0;
	for (size_t i = 0; i < f->summons_count; i++) {
		const struct summons *s = &f->summons[i];
		sum += s->dropped || s->booked ? 0 : summons_cost(s);
	}
	return sum;
}

rupiah call_left(const struct filing *f, const struct summons *before)
{
	bool given_back = text_is_empty(before->outcome) && !before->dropped && !before->booked;
	return f->panjar - calls_reserved(f) + (given_back ? summons_cost(before) : 0);
}

static bool is_pnbp(const struct choices *categories, const struct call_cost *c)
{
	return categories != NULL && choices_tagged(categories, c->category, PNBP);
}

rupiah call_fee(const struct rulebook *b, const struct summons *s)
{
	const struct choices *categories = choices_named(b->lists, b->list_count, KATEGORI);
	rupiah sum = 0;
	for (size_t i = 0; i < s->cost_count; i++)
		sum += is_pnbp(categories, &s->costs[i]) ? 0 : s->costs[i].amount;
	return sum;
}

/* A call that is dropped gives back what was kept for it. */
bool calls_afford(const struct filing *f, const struct decision *d, struct fault *why)
{
	rupiah left = f->panjar - calls_reserved(f), cost = 0;
	for (size_t i = 0; i < d->change_count; i++) {
		const struct summons *s = &d->changes[i].to.summons;
		if (d->changes[i].kind == CHANGE_SUMMONS && !s->dropped)
			cost += summons_cost(s);
		else if (d->changes[i].kind == CHANGE_SUMMONS && !s->booked)
			left += summons_cost(s);
	}
	return cost <= left ||
	       fault_set(why, FAULT_REFUSED,
	                 N_("Biaya panggilan %1, sisa panjar %2: kurang %3; tegur pihak untuk "
	                    "menambah panjar, panggil sesudah dibayar"),
	                 rupiah_text(cost, d->a), rupiah_text(left, d->a),
	                 rupiah_text(cost - left, d->a));
}

void call_book(const struct context *s, struct decision *d, struct summons *one)
{
	day on = context_day(s, d->command);
	rupiah cost = summons_cost(one), left = d->filing->panjar;
	const struct choices *categories = choices_named(s->lists, s->list_count, KATEGORI);
	const struct channel *channel = rulebook_channel(s->book, one->channel);
	if (one->booked)
		return;
	if (cost > left) { /* what was ordered is kept back; only a correction by hand gets here */
		warn_field(d, "", N_("Biaya panggilan %1 belum dibukukan: sisa panjar kurang"),
		           one->name);
		return;
	}
	for (size_t i = 0; i < one->cost_count; i++) {
		const struct call_cost *c = &one->costs[i];
		bool pnbp = is_pnbp(categories, c);
		const char *call = say(d->a, "%1 %2, %3", c->what, one->label,
		                       channel == NULL ? one->channel : channel->name);
		journal_pair(s, d, on,
		             say(d->a, N_("%1, panggilan ke-%2"), call,
		                 number_text(summons_turn(d->filing, one), d->a)),
		             (struct transfer){ "panjar", pnbp ? PNBP : "bank", c->amount,
		                                c->category });
	}
	one->booked = true;
}
