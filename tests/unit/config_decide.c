/* Every act, at every moment a filing passes through, by every role: what is allowed is what the
 * tables say, a decision leaves the filing as it was, and the same command is the same decision to
 * the byte. */
#include "fixture.h"

/* ---- a decision and a filing as text, so that two can be compared ---- */

static void put_number(struct text *t, const char *name, int64_t n)
{
	text_addf(t, " %s=%lld", name, (long long)n);
}

static void put_word(struct text *t, const char *name, const char *word)
{
	text_addf(t, " %s=\"%s\"", name, word == NULL ? "-" : word);
}

static void put_step(struct text *t, const struct step_record *s)
{
	put_word(t, "step", s->key);
	put_number(t, "state", s->state);
	put_number(t, "opened", s->opened);
	put_number(t, "done", s->done);
	put_number(t, "spent", s->spent);
	put_number(t, "round", s->round);
	put_word(t, "waits", waits_for_word(s->waits_for));
}

static void put_skum(struct text *t, const struct skum *s)
{
	put_number(t, "round", s->round);
	put_word(t, "number", s->number);
	put_number(t, "total", s->total);
	for (size_t i = 0; i < s->line_count; i++) {
		put_word(t, "line", s->lines[i].label);
		put_number(t, "amount", s->lines[i].amount);
	}
}

static void put_va(struct text *t, const struct va *v)
{
	put_word(t, "trx", v->trx);
	put_word(t, "va", v->number);
	put_number(t, "round", v->round);
	put_number(t, "amount", v->amount);
	put_number(t, "expires", v->expires);
	put_number(t, "state", v->state);
}

static void put_payment(struct text *t, const struct payment *p)
{
	put_word(t, "payment", p->id);
	put_word(t, "trx", p->trx);
	put_number(t, "amount", p->amount);
	put_number(t, "suspense", p->suspense);
}

static void put_summons(struct text *t, const struct summons *s)
{
	put_number(t, "summons", s->number);
	put_word(t, "name", s->name);
	put_word(t, "channel", s->channel);
	put_number(t, "hearing", s->hearing);
	put_number(t, "deadline", s->deadline);
	put_word(t, "outcome", s->outcome);
	put_number(t, "served", s->served);
	put_number(t, "proper", s->proper);
	put_word(t, "worth", s->worth);
}

static void put_change(struct text *t, const struct change *c)
{
	text_addf(t, "\nchange %d", (int)c->kind);
	switch (c->kind) {
	case CHANGE_OPEN:
		put_word(t, "reg", c->to.open.reg);
		put_number(t, "counts", c->to.open.counts_from);
		break;
	case CHANGE_TITLE:
		put_word(t, "title", c->to.title.title);
		put_word(t, "type", c->to.title.type);
		break;
	case CHANGE_FILL:
		put_word(t, "form", c->to.fill.step);
		values_json(&c->to.fill.values, c->to.fill.form, t);
		break;
	case CHANGE_STEP:
		put_step(t, &c->to.step);
		break;
	case CHANGE_PARTIES:
		for (size_t i = 0; i < c->to.parties.count; i++)
			put_word(t, c->to.parties.items[i].label, c->to.parties.items[i].name);
		break;
	case CHANGE_SKUM:
		put_skum(t, &c->to.skum);
		break;
	case CHANGE_JOURNAL:
		for (size_t i = 0; i < c->to.journal.count; i++)
			put_number(t, c->to.journal.items[i].account,
			           c->to.journal.items[i].amount);
		break;
	case CHANGE_VA:
		put_va(t, &c->to.va);
		break;
	case CHANGE_PAYMENT:
		put_payment(t, &c->to.payment);
		break;
	case CHANGE_PAYOUT:
		put_number(t, "payout", c->to.payout.number);
		put_number(t, "state", c->to.payout.state);
		put_number(t, "amount", c->to.payout.amount);
		put_word(t, "account", c->to.payout.account);
		break;
	case CHANGE_ATTORNEY:
		put_number(t, "letter", c->to.attorney.row);
		put_number(t, "registered", c->to.attorney.registered);
		break;
	case CHANGE_END:
		put_number(t, "ended", c->to.ended);
		break;
	case CHANGE_SETTLE:
		put_word(t, "settled", c->to.settle.payment);
		put_number(t, c->to.settle.outcome, c->to.settle.amount);
		break;
	case CHANGE_VERDICT:
		put_number(t, "yes", c->to.verdict.yes);
		put_word(t, "back", c->to.verdict.back_to);
		put_number(t, "items", (int64_t)c->to.verdict.count);
		break;
	case CHANGE_NUMBER:
		put_word(t, "number", c->to.number.number);
		break;
	case CHANGE_SUMMONS:
		put_summons(t, &c->to.summons);
		break;
	case CHANGE_WARNINGS:
		for (size_t i = 0; i < c->to.warnings.count; i++)
			put_word(t, c->to.warnings.items[i].field, c->to.warnings.items[i].text);
		break;
	case CHANGE_SIPP_NOTE:
		put_word(t, "note", c->to.sipp_note);
		break;
	case CHANGE_COUNTER:
		put_word(t, "counter", c->to.counter);
		break;
	case CHANGE_KINDS:
		break;
	}
}

static const char *decision_text(const struct fixture *h, bool allowed, struct arena *a)
{
	const struct decision *d = &h->last;
	struct text t = text_start(a);
	char said_[600];
	fault_say(&h->why, said_, sizeof said_);
	text_addf(&t, "%s %s", allowed ? "yes" : "no", allowed ? "" : said_);
	put_word(&t, "event", d->event);
	for (size_t i = 0; i < d->change_count; i++)
		put_change(&t, &d->changes[i]);
	for (size_t i = 0; i < d->message_count; i++) {
		const struct message *m = &d->messages[i];
		text_addf(&t, "\nmessage %s %s %s", m->to, m->kind, m->key);
		put_number(&t, "due", m->due);
		values_json(&m->body, NULL, &t);
	}
	for (size_t i = 0; i < d->faults.count; i++) {
		fault_say(&d->faults.items[i].fault, said_, sizeof said_);
		put_word(&t, d->faults.items[i].fault.field, said_);
	}
	return t.s;
}

static const char *filing_text(const struct filing *f, struct arena *a)
{
	struct text t = text_start(a);
	put_number(&t, "version", f->version);
	put_word(&t, "reg", f->reg);
	put_word(&t, "title", f->title);
	for (size_t i = 0; i < f->step_count; i++)
		put_step(&t, &f->steps[i]);
	for (size_t i = 0; i < f->fill_count; i++)
		values_json(&f->fills[i].values, NULL, &t);
	put_skum(&t, &f->skum);
	for (size_t i = 0; i < f->va_count; i++)
		put_va(&t, &f->vas[i]);
	for (size_t i = 0; i < f->payment_count; i++)
		put_payment(&t, &f->payments[i]);
	for (size_t i = 0; i < f->summons_count; i++)
		put_summons(&t, &f->summons[i]);
	put_word(&t, "number", f->number.number);
	put_word(&t, "note", f->sipp_note);
	return t.s;
}

/* ---- the acts, with what is said in each ---- */

struct asked {
	const struct act *act;
	const char *says;
	bool of_bank;      /* the newest virtual account is named too */
	const char *roles; /* who may, and nobody else */
};

/* clang-format off */
static const struct asked acts[] = {
	{ &act_fill_account, SAYS_AKUN, false, "petugas admin" },
	{ &act_fill_registrant, "", false, "petugas admin" },
	{ &act_approve_registrant, "setuju=ya", false, "admin panmud panitera" },
	{ &act_fill_parties, SAYS_PIHAK, false, "petugas admin" },
	{ &act_fill_claim, SAYS_GUGATAN, false, "petugas admin" },
	{ &act_issue, "bank=simulasi", false, "petugas admin kasir" },
	{ &act_va_made, "va=8889900000000001", true, "bank" },
	{ &act_va_refused, "note=ditolak", true, "bank" },
	{ &act_paid, "payment=P1\namount=525000", true, "bank" },
	{ &act_va_expired, "", true, "pekerja" },
	{ &act_va_cancel, "alasan=salah", false, "petugas admin kasir" },
	{ &act_va_extend, "sampai=2026-12-01\nalasan=libur", false, "admin kasir" },
	{ &act_va_extended, "expires=2026-12-01T16:59:00Z", true, "bank" },
	{ &act_va_not_extended, "note=tidak boleh", true, "bank" },
	{ &act_va_closed, "", true, "bank pekerja" },
	{ &act_va_ask, "", false, "petugas admin kasir" },
	{ &act_va_renew, "", false, "petugas admin kasir" },
	{ &act_verify, NULL, false, "admin panmud" }, /* the checklist of the kind */
	{ &act_parties_checked, "note=ada", false, "sipp" },
	{ &act_numbered, "nomor_perkara=412/Pdt.G/2026/PA.Cth\nperkara_id=90412\nnomor_urut_perkara=412\ntanggal_pendaftaran=2026-11-25", false, "sipp" },
	{ &act_number_refused, "note=jenis", false, "sipp" },
	{ &act_number_ask, "", false, "admin panmud" },
	{ &act_case_ask, "", false, "petugas admin panmud panitera jurusita sipp" },
	{ &act_case_told, "tahapan=Penetapan", false, "sipp" },
	{ &act_hearing_ask, "", false, "petugas admin panmud panitera jurusita" },
	{ &act_set_hearing, SAYS_TETAPKAN, false, "admin panmud panitera" },
	{ &act_record_service, "panggilan_ke=1\nhasil=E\ntanggal=2026-11-25", false, "jurusita" },
};
/* clang-format on */

/* Moments: the way of a filing, and where it stood after each act. */
static const struct {
	const struct act *act;
	const char *says;
	bool of_bank;
} way[] = {
	{ &act_fill_account, SAYS_AKUN, false },
	{ &act_fill_registrant, "", false },
	{ &act_approve_registrant, "setuju=tidak\nsetuju_catatan=kabur", false },
	{ &act_fill_registrant, "", false },
	{ &act_fill_parties, SAYS_PIHAK, false },
	{ &act_fill_claim, SAYS_GUGATAN, false },
	{ &act_approve_registrant, "setuju=ya", false },
	{ &act_issue, "bank=simulasi", false },
	{ &act_va_refused, "note=nomor dipakai", true },
	{ &act_va_renew, "", false },
	{ &act_va_made, "va=8889900000000001", true },
	{ &act_paid, "payment=P1\namount=525000", true },
	{ &act_verify, "putusan=tidak\nkembali_ke=pihak\npesan=alamat", false },
	{ &act_fill_parties, SAYS_PIHAK_2, false },
	{ &act_issue, "bank=simulasi", false },
	{ &act_paid, "payment=P2\namount=540000", true },
	{ &act_verify, NULL, false },
	{ &act_number_refused, "note=jenis", false },
	{ &act_number_ask, "", false },
	{ &act_numbered,
	  "nomor_perkara=9/Pdt.G/2026/PA.Cth\nperkara_id=9\nnomor_urut_perkara=9\ntanggal_pendaftaran=2026-11-25",
	  false },
	{ &act_set_hearing, SAYS_TETAPKAN, false },
	{ &act_record_service, "panggilan_ke=1\nhasil=E\ntanggal=2026-11-25", false },
	{ &act_record_service, "panggilan_ke=2\nhasil=Y\ntanggal=2026-11-25\nbertemu=Ahmad",
	  false },
};

static const char *words_of(struct fixture *h, const char *says, bool of_bank)
{
	if (says == NULL)
		return says_checklist(h, NULL, "putusan=ya");
	if (text_starts(says, "putusan="))
		return says_checklist(h, "alamat", says);
	return of_bank ? says_bank(h, says) : says;
}

/* One act tried at one moment, twice: nothing moves but the decision, and that the same way. */
static bool try_twice(struct fixture *h, const struct asked *asked)
{
	struct command c = fixture_command(h, asked->act,
	                                   said(h, words_of(h, asked->says, asked->of_bank)));
	const char *before = filing_text(&h->f, &h->a);
	bool allowed = fixture_decide(h, &c);
	const char *first = decision_text(h, allowed, &h->a);
	assert_int_equal(fixture_decide(h, &c), allowed);
	assert_string_equal(decision_text(h, allowed, &h->a), first);
	assert_string_equal(filing_text(&h->f, &h->a), before);
	if (!allowed) {
		assert_int_equal(h->why.kind, FAULT_REFUSED);
		assert_false(text_is_empty(h->why.text));
		return false;
	}
	unsigned state = 1u << filing_step(&h->f, c.act->step)->state;
	assert_true((asked->act->from & state) != 0);
	assert_false(text_is_empty(h->last.event));
	assert_false(form_faults_stop(&h->last.faults));
	return true;
}

/* The row of an act; one without a row is tried with nothing said. */
static struct asked asked_of(const struct act *act)
{
	for (size_t i = 0; i < COUNT_OF(acts); i++) {
		if (acts[i].act == act)
			return acts[i];
	}
	return (struct asked){ act, "", false, NULL };
}

static void no_act_is_possible_outside_its_states(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	int possible[SOP_MOST][16] = { 0 };
	for (size_t moment = 0; moment <= COUNT_OF(way); moment++) {
		for (size_t i = 0; i < court_sop_count; i++) {
			for (size_t k = 0; k < court_steps[i]->act_count; k++) {
				const struct asked asked = asked_of(court_steps[i]->acts[k]);
				possible[i][k] += try_twice(&h, &asked);
			}
		}
		if (moment < COUNT_OF(way))
			done(&h, way[moment].act,
			     words_of(&h, way[moment].says, way[moment].of_bank));
	}
	assert_int_equal(filing_stage(&h.f), 9);
	for (size_t i = 0; i < court_sop_count; i++) {
		for (size_t k = 0; k < court_steps[i]->act_count; k++) {
			const struct asked asked = asked_of(court_steps[i]->acts[k]);
			bool may_idle = asked.act == &act_va_expired || asked.roles == NULL;
			assert_true(may_idle || possible[i][k] > 0);
		}
	}
	fixture_close(&h);
}

static void only_the_roles_of_the_table_may(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	for (size_t i = 0; i < COUNT_OF(acts); i++) {
		for (size_t k = 0; k < h.book->rights.role_count; k++) {
			const char *role = h.book->rights.roles[k].key;
			assert_int_equal(rights_allow(&h.book->rights, role, acts[i].act->name),
			                 roles_include(acts[i].roles, role));
		}
	}
	fixture_close(&h);
}

/* A decision knows only its command: another id is another transaction at the bank, the same id the
 * same. */
static void what_goes_to_the_bank_follows_from_the_command(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	up_to_skum(&h, SAYS_PIHAK);
	const char *trx = filing_va(&h.f)->trx;
	done(&h, &act_va_refused, says_bank(&h, "note=ditolak"));
	done(&h, &act_va_renew, "");
	assert_string_not_equal(filing_va(&h.f)->trx, trx);
	assert_int_equal(h.f.va_count, 2);
	fixture_close(&h);
}

static void an_act_is_found_by_its_whole_name(void **state)
{
	(void)state;
	assert_ptr_equal(act_find("skum", "terbit"), &act_issue);
	assert_ptr_equal(act_find("panjar", "titipan"), &act_settle);
	assert_string_equal(act_key(&act_settle), "titipan");
	assert_null(act_find("skum", "hapus"));
	assert_null(act_find("arsip", "isi"));
	assert_null(act_find("skum", "terbi"));
	assert_null(act_find("sku", "m.terbit"));
}

/* Each act's name is its step, a dot and its key. */
static void every_act_is_found_by_its_own_name(void **state)
{
	(void)state;
	for (size_t i = 0; i < court_step_count; i++) {
		for (size_t k = 0; k < court_steps[i]->act_count; k++) {
			const struct act *act = court_steps[i]->acts[k];
			assert_string_equal(act->step, court_steps[i]->key);
			assert_true(text_starts(act->name, act->step));
			assert_int_equal(act->name[strlen(act->step)], '.');
			assert_ptr_equal(act_find(act->step, act_key(act)), act);
		}
	}
}

static void the_printed_transitions_are_those_that_run(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	const char *const *cells;
	size_t columns, rows = court_transitions(h.book, &h.a, &cells, &columns);
	size_t known = 0;
	for (size_t i = 0; i < court_step_count; i++)
		known += court_steps[i]->act_count;
	assert_int_equal(rows, known);
	for (size_t i = 0; i < rows; i++) {
		const char *const *row = cells + i * columns;
		assert_non_null(act_find(row[0], row[1]));
		for (size_t k = 0; k < columns; k++)
			assert_false(text_is_empty(row[k]));
	}
	fixture_close(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_act_is_possible_outside_its_states),
		cmocka_unit_test(only_the_roles_of_the_table_may),
		cmocka_unit_test(what_goes_to_the_bank_follows_from_the_command),
		cmocka_unit_test(an_act_is_found_by_its_whole_name),
		cmocka_unit_test(every_act_is_found_by_its_own_name),
		cmocka_unit_test(the_printed_transitions_are_those_that_run),
	};
	return unit_run(tests);
}
