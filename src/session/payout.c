/* What is proposed for money that goes out: the account e-Court knows, and which payout is meant.
 */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "private.h"

/* The account that e-Court knows. */
void propose_account(struct session *s)
{
	const struct values *akun = filing_values(&s->filing, AKUN);
	static const char *const fields[][2] = { { "nama", "pemilik_rekening" },
		                                 { "bank", "bank" },
		                                 { "rekening", "rekening" } };
	for (size_t i = 0; i < COUNT_OF(fields); i++)
		values_propose(&s->form.values, s->a, "", 0, fields[i][0],
		               values_of(akun, fields[i][1]));
}

/* Which one is meant; what it is and to whom is said, and typed again by who approves it. */
void propose_payout(struct session *s)
{
	enum payout_state state = s->act == &act_payout_send     ? PAYOUT_APPROVED
	                          : s->act == &act_payout_bounce ? PAYOUT_SENT
	                                                         : PAYOUT_WAITING;
	const struct payout *p = payout_waiting(&s->filing, state);
	if (p == NULL && s->act == &act_payout_reject)
		p = payout_waiting(&s->filing, PAYOUT_APPROVED);
	if (p == NULL)
		return;
	values_propose(&s->form.values, s->a, "", 0, "nomor", shown_number(s->a, p->number));
	session_say(s, TONE_HINT, "%1",
	            arena_print(s->a, "%d: %s, %s; %s %s %s (%s)", p->number,
	                        sentence_said(s->a, p->what), shown_rupiah(s->a, p->amount),
	                        p->payee, p->bank, p->account, p->by));
}
