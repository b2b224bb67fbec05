/* The papers of an expense: the order (instrumen) by which the kasir pays it, one for each, under
 * its number and by party (Buku II), and the bailiff's receipt of the money for his relaas. */
#include "loket/list.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

static bool is_ordered(const struct payout *p)
{
	return p->kind == PAYOUT_EXPENSE && p->state != PAYOUT_REJECTED && !p->reversed;
}

const struct payout *expense_ordered(const struct filing *f, int number)
{
	const struct payout *found = NULL;
	for (size_t i = 0; i < f->payout_count; i++) {
		const struct payout *p = &f->payouts[i];
		if (is_ordered(p) && (number == 0 || p->number == number))
			found = p;
	}
	return found;
}

const struct payout *expense_of_bailiff(const struct rulebook *b, const struct filing *f,
                                        int number)
{
	const struct payout *found = NULL;
	const struct choices *all = choices_named(b->lists, b->list_count, KATEGORI);
	for (size_t i = 0; all != NULL && i < f->payout_count; i++) {
		const struct payout *p = &f->payouts[i];
		if (is_ordered(p) && p->state == PAYOUT_SENT &&
		    (number == 0 || p->number == number) &&
		    choices_tagged(all, p->category, "jurusita"))
			found = p;
	}
	return found;
}

/* Of none, a paper with every name: the survey of the templates. */
static void put_expense(struct view *v, const struct rulebook *b, const struct payout *p)
{
	static const struct payout none = { .what = "",
		                            .category = "",
		                            .instrument = "",
		                            .payee = "",
		                            .basis = "",
		                            .on = DAY_NONE };
	char date[64] = "";
	if (p == NULL)
		p = &none;
	if (p->on != DAY_NONE)
		day_words(p->on, date, sizeof date);
	view_put(v, "nomor", p->instrument);
	view_put(v, "urut", number_text(p->number, v->a));
	view_put(v, "untuk", p->what);
	view_put(v, "kategori", text_is_empty(p->category) ? "" : category_label(b, p->category));
	view_put(v, "total", rupiah_text(p->amount, v->a));
	view_put(v, "terbilang", terbilang_rupiah(p->amount, v->a));
	view_put(v, "penerima", p->payee);
	view_put(v, "dasar", p->basis);
	view_put(v, "dikeluarkan", date);
	view_flag(v, "dibayar", p->state == PAYOUT_SENT);
}

const char *paper_expense(const struct rulebook *b, const struct filing *f,
                          const struct printing *p, struct arena *a)
{
	struct view v = view_start(a);
	const struct payout *expense = expense_ordered(f, p->which);
	view_head(&v, b, p->now, p->again);
	view_copies(&v, b, p->paper);
	view_day(&v, b, instant_day(p->first, &b->court.zone));
	put_expense(&v, b, expense);
	view_put(&v, "nomor_perkara", f->number.number);
	view_put(&v, "nomor_daftar", f->reg);
	view_put(&v, "pihak1", side_names(b, f, true, a));
	view_put(&v, "pihak2", side_names(b, f, false, a));
	view_put(&v, "panmud", p->panmud == NULL ? "" : p->panmud);
	view_person(&v, b, "panitera", p->panitera == NULL ? "" : p->panitera);
	view_person(&v, b, "kasir", p->kasir == NULL ? "" : p->kasir);
	return view_finish(&v);
}
