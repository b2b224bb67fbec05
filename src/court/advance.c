/* The advance as it stands, and what waits to go out of it: shared by what is done with it. */
#include "loket/court.h"
#include "loket/text.h"

#include "private.h"

bool amount_of(const struct command *c, rupiah *out, struct fault *why)
{
	const char *typed = values_of(&c->values, "jumlah");
	if (money_plain_parse(typed, out) && *out > 0)
		return true;
	(void)fault_set(why, FAULT_REFUSED, N_("Jumlah: tulis rupiah lebih dari nol, bukan %1"),
	                typed);
	return fault_at(why, "jumlah");
}

bool has_ended(const struct filing *f)
{
	return !text_is_empty(filing_value(f, AKHIR, "cara"));
}

bool rest_stands(const struct filing *f, struct fault *why)
{
	if (!has_ended(f))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Sisa panjar baru dihitung sesudah perkara berakhir"));
	return f->panjar > 0 || fault_set(why, FAULT_REFUSED, N_("Tidak ada sisa panjar"));
}

/* ---- what waits ---- */

const struct payout *payout_waiting(const struct filing *f, enum payout_state state)
{
	const struct payout *found = NULL;
	for (size_t i = 0; i < f->payout_count; i++) {
		if (f->payouts[i].state == state && found == NULL)
			found = &f->payouts[i];
	}
	return found;
}

/* Waiting for the panitera, of the advance. */
rupiah asked_for(const struct filing *f)
{
	rupiah sum = 0;
	for (size_t i = 0; i < f->payout_count; i++) {
		const struct payout *p = &f->payouts[i];
		bool of_panjar = p->kind == PAYOUT_EXPENSE || p->kind == PAYOUT_REST;
		sum += p->state == PAYOUT_WAITING && of_panjar ? p->amount : 0;
	}
	return sum;
}

bool panjar_covers(const struct filing *f, rupiah amount, rupiah asked, struct decision *d,
                   struct fault *why)
{
	rupiah kept = calls_reserved(f) + asked;
	if (amount <= f->panjar - kept)
		return true;
	if (amount <= f->panjar)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Sisa panjar %1, %2 di antaranya untuk panggilan yang sudah "
		                    "diperintahkan dan pengeluaran yang menunggu; tegur pihak "
		                    "untuk menambah panjar"),
		                 rupiah_text(f->panjar, d->a), rupiah_text(kept, d->a));
	return fault_set(why, FAULT_REFUSED,
	                 N_("Sisa panjar tinggal %1, tidak cukup untuk %2; tegur pihak untuk "
	                    "menambah panjar"),
	                 rupiah_text(f->panjar, d->a), rupiah_text(amount, d->a));
}

struct payout *payout_new(struct decision *d, const struct filing *f, enum payout_kind kind,
                          rupiah amount)
{
	struct change *change = decision_change(d, CHANGE_PAYOUT);
	change->to.payout = (struct payout){ .number = (int)f->payout_count + 1,
		                             .kind = kind,
		                             .state = PAYOUT_WAITING,
		                             .what = "",
		                             .component = "",
		                             .category = "",
		                             .instrument = "",
		                             .payment = "",
		                             .amount = amount,
		                             .on = DAY_NONE,
		                             .payee = "",
		                             .bank = "",
		                             .account = "",
		                             .basis = "",
		                             .by = d->command->who,
		                             .decided_by = "",
		                             .reference = "",
		                             .said = "" };
	return &change->to.payout;
}

void tell_waiting(struct decision *d, const struct payout *p)
{
	d->event = say(d->a, N_("Pengeluaran %1 disiapkan: %2, %3; menunggu panitera"),
	               number_text(p->number, d->a), p->what, rupiah_text(p->amount, d->a));
}

/* ---- what was typed ---- */

bool same_digits(const char *one, const char *other, struct arena *a)
{
	const char *left = text_digits(a, one), *right = text_digits(a, other);
	return left != NULL && right != NULL && text_same(left, right);
}

bool payout_reference(const char *typed)
{
	enum { LEAST = 3 };
	size_t letters = 0;
	for (const char *at = typed; *at != '\0'; at++)
		letters += (*at >= '0' && *at <= '9') || ((*at | ' ') >= 'a' && (*at | ' ') <= 'z');
	return letters >= LEAST;
}
