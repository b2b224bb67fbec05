/* Step 7, Terverifikasi atau tidak: the chart's one decision. The checklist is data
 * (data/case-types.xml). "Tidak" returns the filing to the step where the missing item can be
 * corrected. An advisory item is noted and does not stop: a court may not refuse a case (UU 48/2009
 * art. 10; UU 7/1989 art. 56). */
#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define PERIKSA "periksa"

static int row_of_check(const struct values *v, const char *key)
{
	int rows = values_rows(v, PERIKSA);
	for (int row = 1; row <= rows; row++) {
		if (text_same(values_get(v, PERIKSA, row, "butir"), key))
			return row;
	}
	return 0;
}

static void refuse_item(struct decision *d, int row, const char *field, const char *text,
                        const struct check_row *item)
{
	char path[64];
	struct fault why;
	values_path(PERIKSA, row, field, path, sizeof path);
	(void)fault_set(&why, FAULT_REFUSED, text, item->label, item->words);
	(void)fault_at(&why, path);
	form_fault_add(&d->faults, d->a, true, &why);
}

/* What speaks against the answer that it is there, or need not be, is kept with its reason. */
static bool defies(const struct check_row *item, const char *answer)
{
	return item->proof == PROOF_NO && !text_same(answer, "tidak") &&
	       !text_same(answer, "menyusul");
}

static void check_answer(const struct check_row *item, const struct values *v, int row, bool yes,
                         struct decision *d)
{
	const char *answer = values_get(v, PERIKSA, row, "hasil");
	bool remarked = !text_is_empty(values_get(v, PERIKSA, row, "catatan"));
	bool no = text_same(answer, "tidak");
	if (no && !remarked)
		refuse_item(d, row, "catatan", N_("%1: tulis apa yang kurang"), item);
	if (no && yes && !item->advice)
		refuse_item(d, row, "hasil",
		            N_("%1: dijawab tidak; kembalikan, atau perbaiki jawabannya"), item);
	if (text_same(answer, "menyusul") && !item->follows)
		refuse_item(d, row, "hasil",
		            N_("%1 tidak dapat menyusul; jawab ya dengan alasan, atau tidak"),
		            item);
	if (defies(item, answer) && !remarked)
		refuse_item(d, row, "catatan", N_("%1: %2. Tulis alasannya"), item);
}

/* Every item needs an answer, so that one return names all that is missing; a "tidak" needs a
 * remark, and "ya" is allowed beside it only for advisory items. A paper may follow. What is
 * answered against the evidence needs a reason. */
static void check_items(const struct check_row *items, size_t count, const struct values *v,
                        bool yes, struct decision *d)
{
	for (size_t i = 0; i < count; i++) {
		int row = row_of_check(v, items[i].key);
		if (text_is_empty(values_get(v, PERIKSA, row, "hasil")))
			refuse_item(d, row == 0 ? (int)i + 1 : row, "hasil",
			            N_("%1 belum dijawab: Y ada, T tidak, N tak perlu"), &items[i]);
		else
			check_answer(&items[i], v, row, yes, d);
	}
}

/* "KTP (diperlihatkan di loket); …": answers of one kind, for the history. */
static const char *remarked(const struct check_row *items, size_t count, const struct values *v,
                            bool (*is)(const struct check_row *item, const char *answer),
                            struct arena *a)
{
	struct text t = text_start(a);
	for (size_t i = 0; i < count; i++) {
		int row = row_of_check(v, items[i].key);
		const char *why = values_get(v, PERIKSA, row, "catatan");
		if (!is(&items[i], values_get(v, PERIKSA, row, "hasil")))
			continue;
		text_addf(&t, "%s%s", t.length > 0 ? "; " : "", items[i].label);
		if (!text_is_empty(why))
			text_addf(&t, " (%s)", why);
	}
	return t.s;
}

static bool comes_later(const struct check_row *item, const char *answer)
{
	(void)item;
	return text_same(answer, "menyusul");
}

static void keep_verdict(const struct filing *f, const struct command *c, bool yes,
                         struct decision *d)
{
	const struct values *v = &c->values;
	int rows = values_rows(v, PERIKSA);
	struct verdict_item *items = arena_get(d->a, (size_t)rows + 1, sizeof *items);
	for (int row = 1; row <= rows; row++) {
		items[row - 1].key = values_get(v, PERIKSA, row, "butir");
		items[row - 1].answer = values_get(v, PERIKSA, row, "hasil");
		items[row - 1].remark = values_get(v, PERIKSA, row, "catatan");
	}
	decision_change(d, CHANGE_VERDICT)->to.verdict =
	    (struct verdict){ .round = f->verdict.round + 1,
		              .yes = yes,
		              .back_to = yes ? "" : values_of(v, "kembali_ke"),
		              .message = values_of(v, "pesan"),
		              .by = c->who,
		              .at = c->at,
		              .items = items,
		              .count = (size_t)rows };
}

static bool may_pass(const struct filing *f, struct fault *why)
{
	const struct step_record *registrant = filing_step(f, PENDAFTAR);
	if (registrant != NULL && registrant->state != STEP_DONE)
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Nama pendaftar belum disetujui; setujui dahulu di langkah Nama pendaftar"));
	if (f->skum.round == 0 || filing_paid(f) < f->skum.total)
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Panjar belum lunas; kembalikan ke langkah Pembayaran atau tunggu"));
	return true;
}

static bool pass(const struct context *s, const struct filing *f, const struct command *c,
                 struct decision *d, struct fault *why)
{
	if (!may_pass(f, why))
		return false;
	step_end(d, VERIFIKASI);
	step_turn(d, NOMOR, STEP_WAITING, WAITS_SIPP);
	d->event = N_("Terverifikasi; nomor perkara diminta dari SIPP");
	return number_ask(s, f, c, d, why);
}

static bool send_back(const struct context *s, const struct command *c, struct decision *d)
{
	const char *back = values_of(&c->values, "kembali_ke");
	int number = sop_number(&s->book->sop, back), own = sop_number(&s->book->sop, VERIFIKASI);
	if (number == 0 || number >= own) {
		refuse_field(d, "kembali_ke",
		             N_("Kembali ke: pilih langkah yang dapat memperbaikinya"), "");
		return true;
	}
	if (text_is_empty(values_of(&c->values, "pesan")))
		refuse_field(d, "pesan", N_("Pesan: tulis apa yang harus dilakukan pihak"), "");
	step_turn(d, VERIFIKASI, STEP_BLANK, WAITS_NOBODY);
	step_turn(d, back, STEP_RETURNED, WAITS_NOBODY);
	d->event = say(d->a, N_("Dikembalikan ke %1: %2"), s->book->sop.steps[number - 1].name,
	               values_of(&c->values, "pesan"));
	return true;
}

/* What was decided against the evidence, and what is still to come, stands in the history. */
static void say_exceptions(const struct check_row *items, size_t count, const struct values *v,
                           struct decision *d)
{
	const char *against = remarked(items, count, v, defies, d->a);
	const char *later = remarked(items, count, v, comes_later, d->a);
	if (!text_is_empty(against))
		d->event = say(d->a, N_("%1. Melawan bukti: %2"), d->event, against);
	if (!text_is_empty(later))
		d->event = say(d->a, N_("%1. Menyusul: %2"), d->event, later);
}

static bool judge(const struct context *s, const struct filing *f, const struct command *c,
                  struct decision *d, struct fault *why)
{
	struct check_row *items;
	const struct values *v = &c->values;
	bool yes = text_same(values_of(v, "putusan"), "ya");
	if (rulebook_type(s->book, filing_value(f, PIHAK, "perkara_jenis")) == NULL)
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Jenis perkara pendaftaran ini tidak ada lagi di data/case-types.xml"));
	size_t count = checks_of(s->book, f, &s->papers, context_day(s, c), d->a, &items);
	check_items(items, count, v, yes, d);
	keep_verdict(f, c, yes, d);
	if (!(yes ? pass(s, f, c, d, why) : send_back(s, c, d)))
		return false;
	say_exceptions(items, count, v, d);
	return true;
}

const struct act act_verify = {
	.name = VERIFIKASI ".putus",
	.step = VERIFIKASI,
	.form = VERIFIKASI,
	.usual = true,
	.from = FROM_TURN,
	.after = N_("selesai, atau kembali"),
	.decide = judge,
};
const struct act act_parties_checked = {
	.name = VERIFIKASI ".sipp",
	.step = VERIFIKASI,
	.form = "",
	.payload = PAYLOAD_PARTIES,
	.from = FROM_BLANK | FROM_BEGUN,
	.after = N_("tetap"),
	.decide = parties_take,
	.tells = true,
};
static const struct act *const acts[] = { &act_verify, &act_parties_checked };

const struct step step_verify = { .key = VERIFIKASI, .acts = acts, .act_count = COUNT_OF(acts) };
