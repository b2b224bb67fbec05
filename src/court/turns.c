/* Whose turn comes next: that of the SOP's next step; verification's once all before it is done,
 * also after refilling and coming back; the bank's. */
#include <stdio.h>

#include "loket/text.h"

#include "private.h"

enum { KEY_ROOM = 64, HOUR_MS = 3600000 };

static bool all_before_done(const struct decision *d, const struct filing *f)
{
	for (size_t i = 0; i < f->step_count; i++) {
		const char *key = f->steps[i].key;
		if (text_same(key, VERIFIKASI))
			return true;
		struct step_record s = step_now(d, f, key);
		bool with_admin = s.state == STEP_WAITING && text_same(s.waits_for, "admin");
		if (s.state != STEP_DONE && !with_admin)
			return false;
	}
	return false;
}

static void ask_sipp(struct decision *d, const struct filing *f, int round, instant at)
{
	char key[KEY_ROOM];
	const struct values *pihak = values_now(d, f, PIHAK);
	id_key(&f->id, "check", round, key, sizeof key);
	struct message *m = decision_message(d, "sipp", "check", key, at);
	body_set(m, d->a, "nomor_register", f->reg);
	body_set(m, d->a, "jenis_perkara_id", values_of(pihak, "perkara_jenis"));
	int rows = values_rows(pihak, PIHAK);
	for (int row = 1; row <= rows; row++)
		values_set(&m->body, d->a, PIHAK, row, "nomor_indentitas",
		           values_get(pihak, PIHAK, row, "nik"));
}

void verify_turn(struct decision *d, const struct filing *f, instant at)
{
	struct step_record verify = step_now(d, f, VERIFIKASI);
	if (verify.state != STEP_BLANK || !all_before_done(d, f))
		return;
	step_turn(d, f, VERIFIKASI, STEP_OPEN, "", at);
	ask_sipp(d, f, verify.round + 1, at);
}

static const char *key_after(const char *key)
{
	for (size_t i = 0; i + 1 < court_sop_count; i++) {
		if (text_same(court_steps[i]->key, key))
			return court_steps[i + 1]->key;
	}
	return NULL;
}

void turn_follow(struct decision *d, const struct filing *f, const char *key, instant at)
{
	const char *next = key_after(key);
	if (text_same(next, VERIFIKASI))
		verify_turn(d, f, at);
	else if (next != NULL && step_now(d, f, next).state == STEP_BLANK)
		step_turn(d, f, next, STEP_OPEN, "", at);
}

void step_pass(struct decision *d, const struct filing *f, const char *key, instant at)
{
	step_end(d, f, key, at);
	turn_follow(d, f, key, at);
}

bool va_is_open(const struct va *va)
{
	return va->state == VA_ASKED || va->state == VA_LIVE;
}

bool va_may_ask(const struct filing *f, struct fault *why)
{
	for (size_t i = 0; i < f->va_count; i++) {
		if (va_is_open(&f->vas[i]))
			return fault_set(
			    why, FAULT_REFUSED,
			    N_("VA %1 masih terbuka di bank; tunggu bank menutupnya, atau batalkan dahulu"),
			    f->vas[i].number);
	}
	return true;
}

struct message *va_message(struct decision *d, const struct va *va, const char *kind,
                           const char *key, instant at)
{
	struct message *m = decision_message(d, "bank", kind, key, at);
	body_set(m, d->a, "bank", va->bank);
	body_set(m, d->a, "trx", va->trx);
	body_set(m, d->a, "customer_no", va->customer_no);
	body_set(m, d->a, "amount", number_text(va->amount, d->a));
	return m;
}

void va_close(struct decision *d, const struct va *va, enum va_closing closing, instant at)
{
	struct va closed = *va;
	closed.closing = closing;
	decision_change(d, CHANGE_VA)->to.va = closed;
	(void)va_message(d, va, "delete-va", arena_print(d->a, "%s/tutup", va->trx), at);
}

void va_new(const struct context *s, struct decision *d, const struct filing *f,
            const struct command *c, const char *bank, rupiah amount)
{
	char key[KEY_ROOM];
	const struct va *last = filing_va(f);
	int round = last == NULL ? 1 : last->round + 1;
	const struct values *akun = filing_values(f, AKUN);
	struct va va = { .round = round,
		         .trx = arena_print(d->a, "V%s", c->id.text),
		         .customer_no = arena_print(d->a, "%010lld", (long long)s->next.va),
		         .number = "",
		         .bank = bank,
		         .amount = amount,
		         .expires = c->at + (instant)s->book->court.va_hours * HOUR_MS,
		         .agreed = INSTANT_NONE,
		         .state = VA_ASKED,
		         .note = "" };
	decision_change(d, CHANGE_VA)->to.va = va;
	counter_name(COUNTER_VA, context_day(s, c), key, sizeof key);
	decision_change(d, CHANGE_COUNTER)->to.counter = arena_text(d->a, key);

	id_key(&f->id, "va", round, key, sizeof key);
	struct message *m = va_message(d, &va, "create-va", key, c->at);
	char expires[40];
	instant_local(va.expires, &s->book->court.zone, expires, sizeof expires);
	body_set(m, d->a, "name", f->title);
	body_set(m, d->a, "expires", expires);
	body_set(m, d->a, "email", values_of(akun, "email"));
	body_set(m, d->a, "phone", values_of(akun, "telepon"));
}

void va_ask(const struct context *s, struct decision *d, const struct filing *f,
            const struct command *c, const char *bank, rupiah amount)
{
	va_new(s, d, f, c, bank, amount);
	step_turn(d, f, BAYAR, STEP_WAITING, "bank", c->at);
}
