/* Step 7, Terverifikasi atau tidak: the chart's one decision. The checklist is data
 * (data/case-types.xml). "Tidak" sends the filing back to the step that can mend what is missing.
 * An item that is advice only is noted and does not stop: a court may not refuse a case (UU 48/2009
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
                        const char *arg)
{
	char path[64];
	values_path(PERIKSA, row, field, path, sizeof path);
	refuse_field(d, path, text, arg);
}

/* Each item has its answer, so that one return names all that is lacking; a "tidak" has its remark,
 * and only advice lets a "ya" pass over it. */
static void check_items(const struct case_type *type, const struct values *v, bool yes,
                        struct decision *d)
{
	for (size_t i = 0; i < type->check_count; i++) {
		const struct case_check *item = &type->checks[i];
		int row = row_of_check(v, item->key);
		const char *answer = row == 0 ? "" : values_get(v, PERIKSA, row, "hasil");
		if (text_is_empty(answer))
			refuse_item(d, row == 0 ? (int)i + 1 : row, "hasil",
			            N_("%1 belum dijawab: Y ada, T tidak, N tak perlu"),
			            item->label);
		if (!text_same(answer, "tidak"))
			continue;
		if (text_is_empty(values_get(v, PERIKSA, row, "catatan")))
			refuse_item(d, row, "catatan", N_("%1: tulis apa yang kurang"),
			            item->label);
		if (yes && !item->advice)
			refuse_item(d, row, "hasil",
			            N_("%1: dijawab tidak; kembalikan, atau perbaiki jawabannya"),
			            item->label);
	}
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
	step_end(d, f, VERIFIKASI, c->at);
	step_turn(d, f, NOMOR, STEP_WAITING, "sipp", c->at);
	d->event = N_("Terverifikasi; nomor perkara diminta dari SIPP");
	return number_ask(s, f, c, d, why);
}

static bool send_back(const struct context *s, const struct filing *f, const struct command *c,
                      struct decision *d)
{
	const char *back = values_of(&c->values, "kembali_ke");
	int number = sop_number(&s->book->sop, back), own = sop_number(&s->book->sop, VERIFIKASI);
	if (number == 0 || number >= own) {
		refuse_field(d, "kembali_ke",
		             N_("Kembali ke: pilih langkah yang dapat memperbaikinya (F4)"), "");
		return true;
	}
	if (text_is_empty(values_of(&c->values, "pesan")))
		refuse_field(d, "pesan", N_("Pesan: tulis apa yang harus dilakukan pihak"), "");
	step_turn(d, f, VERIFIKASI, STEP_BLANK, "", c->at);
	step_turn(d, f, back, STEP_RETURNED, "", c->at);
	d->event = say(d->a, N_("Dikembalikan ke %1: %2"), s->book->sop.steps[number - 1].name,
	               values_of(&c->values, "pesan"));
	return true;
}

static bool judge(const struct context *s, const struct filing *f, const struct command *c,
                  struct decision *d, struct fault *why)
{
	const struct case_type *type = rulebook_type(s->book,
	                                             filing_value(f, PIHAK, "perkara_jenis"));
	bool yes = text_same(values_of(&c->values, "putusan"), "ya");
	if (type == NULL)
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Jenis perkara pendaftaran ini tidak ada lagi di data/case-types.xml"));
	check_items(type, &c->values, yes, d);
	keep_verdict(f, c, yes, d);
	return yes ? pass(s, f, c, d, why) : send_back(s, f, c, d);
}

/* What SIPP says of the parties: noted beside the checklist; the admin decides. */
static bool note(const struct context *s, const struct filing *f, const struct command *c,
                 struct decision *d, struct fault *why)
{
	(void)s;
	(void)f;
	(void)why;
	decision_change(d, CHANGE_SIPP_NOTE)->to.sipp_note = c->payload.note;
	d->event = say(d->a, N_("SIPP: %1"), c->payload.note);
	return true;
}

const struct act act_verify = {
	.name = VERIFIKASI ".putus",
	.step = VERIFIKASI,
	.form = VERIFIKASI,
	.from = FROM_TURN,
	.after = N_("selesai, atau kembali"),
	.decide = judge,
};
const struct act act_parties_checked = {
	.name = VERIFIKASI ".sipp",
	.step = VERIFIKASI,
	.form = "",
	.payload = PAYLOAD_NOTE,
	.from = FROM_BLANK | FROM_BEGUN,
	.after = N_("tetap"),
	.decide = note,
	.tells = true,
};
static const struct act *const acts[] = { &act_verify, &act_parties_checked };

const struct step step_verify = { .key = VERIFIKASI, .acts = acts, .act_count = COUNT_OF(acts) };
