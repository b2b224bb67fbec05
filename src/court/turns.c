/* Whose turn comes next: the SOP's next step; verification's once all steps before it are done,
 * also after a return and refilling; and messages to the bank. */
#include <stdio.h>

#include "loket/text.h"

#include "private.h"

enum { KEY_ROOM = 64, HOUR_MS = 3600000 };

static bool all_before_done(const struct decision *d)
{
	const struct filing *f = d->filing;
	for (size_t i = 0; i < f->step_count; i++) {
		const char *key = f->steps[i].key;
		if (text_same(key, VERIFIKASI))
			return true;
		struct step_record s = step_now(d, key);
		bool with_admin = s.state == STEP_WAITING && s.waits_for == WAITS_ADMIN;
		if (s.state != STEP_DONE && !with_admin)
			return false;
	}
	return false;
}

static void ask_sipp(struct decision *d, int round)
{
	const struct filing *f = d->filing;
	char key[KEY_ROOM];
	const struct values *pihak = values_now(d, PIHAK);
	id_key(&f->id, "check", round, key, sizeof key);
	struct message *m = decision_message(d, "sipp", "check", key, d->command->at);
	body_set(m, d->a, "nomor_register", f->reg);
	body_set(m, d->a, "jenis_perkara_id", values_of(pihak, "perkara_jenis"));
	int rows = values_rows(pihak, PIHAK);
	for (int row = 1; row <= rows; row++)
		values_set(&m->body, d->a, PIHAK, row, "nomor_indentitas",
		           values_get(pihak, PIHAK, row, "nik"));
}

void verify_turn(struct decision *d)
{
	struct step_record verify = step_now(d, VERIFIKASI);
	if (verify.state != STEP_BLANK || !all_before_done(d))
		return;
	step_turn(d, VERIFIKASI, STEP_OPEN, WAITS_NOBODY);
	ask_sipp(d, verify.round + 1);
}

/* The filing's steps stand in the SOP's order, which is that of the table in steps.c. */
static const char *key_after(const struct filing *f, const char *key)
{
	for (size_t i = 0; i + 1 < f->step_count; i++) {
		if (text_same(f->steps[i].key, key))
			return f->steps[i + 1].key;
	}
	return NULL;
}

void turn_follow(struct decision *d, const char *key)
{
	const char *next = key_after(d->filing, key);
	if (text_same(next, VERIFIKASI))
		verify_turn(d);
	else if (next != NULL && step_now(d, next).state == STEP_BLANK)
		step_turn(d, next, STEP_OPEN, WAITS_NOBODY);
}

void step_pass(struct decision *d, const char *key)
{
	step_end(d, key);
	turn_follow(d, key);
}

bool va_is_open(const struct va *va)
{
	return va->state == VA_ASKED || va->state == VA_LIVE;
}

const char *va_called(const struct va *va)
{
	return text_is_empty(va->number) ? N_("(belum bernomor)") : va->number;
}

bool va_may_ask(const struct filing *f, struct fault *why)
{
	for (size_t i = 0; i < f->va_count; i++) {
		if (va_is_open(&f->vas[i]))
			return fault_set(
			    why, FAULT_REFUSED,
			    N_("VA %1 masih terbuka di bank; tunggu bank menutupnya, atau batalkan dahulu"),
			    va_called(&f->vas[i]));
	}
	return true;
}

struct message *va_message(struct decision *d, const struct va *va, const char *kind,
                           const char *key)
{
	struct message *m = decision_message(d, "bank", kind, key, d->command->at);
	body_set(m, d->a, "bank", va->bank);
	body_set(m, d->a, "trx", va->trx);
	body_set(m, d->a, "customer_no", va->customer_no);
	body_set(m, d->a, "amount", number_text(va->amount, d->a));
	return m;
}

void va_close(struct decision *d, const struct va *va, enum va_closing closing)
{
	struct va closed = *va;
	closed.closing = closing;
	decision_change(d, CHANGE_VA)->to.va = closed;
	(void)va_message(d, va, "delete-va", arena_print(d->a, "%s/tutup", va->trx));
}

void va_new(const struct context *s, struct decision *d, const char *bank, rupiah amount)
{
	const struct filing *f = d->filing;
	const struct command *c = d->command;
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
		         .asked = c->at,
		         .expires = c->at + (instant)s->book->court.va_hours * HOUR_MS,
		         .agreed = INSTANT_NONE,
		         .state = VA_ASKED,
		         .note = "" };
	decision_change(d, CHANGE_VA)->to.va = va;
	counter_name(COUNTER_VA, context_day(s, c), key, sizeof key);
	decision_change(d, CHANGE_COUNTER)->to.counter = arena_text(d->a, key);

	id_key(&f->id, "va", round, key, sizeof key);
	struct message *m = va_message(d, &va, "create-va", key);
	char expires[40];
	instant_local(va.expires, &s->book->court.zone, expires, sizeof expires);
	body_set(m, d->a, "name", f->title);
	body_set(m, d->a, "expires", expires);
	body_set(m, d->a, "email", values_of(akun, "email"));
	body_set(m, d->a, "phone", values_of(akun, "telepon"));
}

void va_ask(const struct context *s, struct decision *d, const char *bank, rupiah amount)
{
	va_new(s, d, bank, amount);
	step_turn(d, BAYAR, STEP_WAITING, WAITS_BANK);
}
