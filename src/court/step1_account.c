/* Step 1, Akun: who registers, by which kind of account, with an electronic domicile (PERMA 7/2022
 * art. 1 no. 3). Creates the filing: its registration number is opaque and is not a case number. */
#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

enum { BASE = 32, LETTERS = 3, SPACE = BASE * BASE * BASE, STRIDE = 12347 };

/* Three letters that look random and are different for each of a day's first 32,768 filings (STRIDE
 * is odd, so multiplying by it permutes the space); later ones get a fourth. */
static const char *register_letters(int64_t n, struct arena *a)
{
	static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	struct text t = text_start(a);
	int64_t mixed = (n * STRIDE) % SPACE;
	for (int i = 0; i < LETTERS; i++, mixed /= BASE)
		text_add_bytes(&t, &letters[mixed % BASE], 1);
	for (int64_t over = n / SPACE; over > 0; over /= BASE)
		text_add_bytes(&t, &letters[over % BASE], 1);
	return t.s;
}

static void open_filing(const struct context *s, const struct command *c, struct decision *d)
{
	day today = context_day(s, c);
	struct number_words words = { .code = s->book->court.code,
		                      .alur = "",
		                      .on = today,
		                      .number = s->next.reg,
		                      .random = register_letters(s->next.reg, d->a) };
	char counter[32];
	struct change *open = decision_change(d, CHANGE_OPEN);
	open->to.open.reg = number_format(s->book->court.register_format, &words, d->a);
	open->to.open.counts_from = calendar_counts_from(s->book, c->at);
	counter_name(COUNTER_REG, today, counter, sizeof counter);
	decision_change(d, CHANGE_COUNTER)->to.counter = arena_text(d->a, counter);
}

static bool fill(const struct context *s, const struct filing *f, const struct command *c,
                 struct decision *d, struct fault *why)
{
	(void)why;
	const struct values *pihak = filing_values(f, PIHAK);
	if (f->version == 0) {
		open_filing(s, c, d);
		step_turn(d, AKUN, STEP_OPEN, WAITS_NOBODY)->opened = c->begun;
	}
	if (values_rows(pihak, PIHAK) == 0) {
		struct change *title = decision_change(d, CHANGE_TITLE);
		title->to.title.title = values_of(&c->values, "nama");
		title->to.title.type = "";
		title->to.title.alur = "";
	}
	const char *owner = values_of(&c->values, "pemilik_rekening");
	if (!text_is_empty(owner) && !text_same(owner, values_of(&c->values, "nama")) &&
	    !text_same(owner, values_of(&c->values, "nama_badan")))
		warn_field(
		    d, "pemilik_rekening",
		    N_("Atas nama: bukan nama pendaftar (%1); sisa panjar dikembalikan ke rekening ini"),
		    values_of(&c->values, "nama"));
	fill_keep(s, d, AKUN);
	warnings_keep(d, AKUN);
	step_pass(d, AKUN);
	verify_turn(d);
	d->event = say(d->a, N_("Akun %1 diisi"), values_of(&c->values, "nama"));
	return true;
}

const struct act act_fill_account = {
	.name = AKUN ".isi",
	.step = AKUN,
	.until_skum = true,
	.form = AKUN,
	.usual = true,
	.from = FROM_BLANK | FROM_BEGUN,
	.after = N_("selesai"),
	.decide = fill,
};
static const struct act *const acts[] = { &act_fill_account, &act_domicile_ask,
	                                  &act_domicile_prove };

const struct step step_account = { .key = AKUN, .acts = acts, .act_count = COUNT_OF(acts) };
