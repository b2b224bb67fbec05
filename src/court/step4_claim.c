/* Step 4, Upload gugatan: the claim, its grounds, and the documents. Documents are stored (typed by
 * content, once by SHA-256) before this decision; the values name the stored ones. */
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

static void check_papers(const struct context *s, const struct filing *f, const struct command *c,
                         struct decision *d)
{
	struct paper_need *needs;
	size_t count = papers_needed(s->book, f, &c->values, d->a, &needs);
	for (size_t i = 0; i < count; i++) {
		if (needs[i].there)
			continue;
		if (needs[i].stops)
			refuse_field(d, "berkas[1].jenis", N_("Berkas: %1 belum diunggah"),
			             needs[i].label);
		else
			warn_field(d, LACKING, N_("Berkas: %1 belum diunggah"), needs[i].label);
	}
}

static bool fill(const struct context *s, const struct filing *f, const struct command *c,
                 struct decision *d, struct fault *why)
{
	(void)why;
	check_papers(s, f, c, d);
	attorney_warn(f, &c->values, d);
	fill_keep(s, d, GUGATAN);
	warnings_keep(d, GUGATAN);
	step_pass(d, GUGATAN);
	verify_turn(d);
	d->event = say(d->a, N_("Gugatan diunggah, %1 berkas"),
	               number_text(values_rows(&c->values, "berkas"), d->a));
	return true;
}

const struct act act_fill_claim = {
	.name = GUGATAN ".isi",
	.step = GUGATAN,
	.until_skum = true,
	.form = GUGATAN,
	.usual = true,
	.from = FROM_BEGUN,
	.after = N_("selesai"),
	.decide = fill,
};
static const struct act *const acts[] = { &act_fill_claim };

const struct step step_claim = { .key = GUGATAN, .acts = acts, .act_count = COUNT_OF(acts) };
