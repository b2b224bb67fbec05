/* Step 2, Nama pendaftar: what proves that the registrant may register (KTA and oath of an
 * advocate; card, power of attorney, letter of assignment, permit of others: Buku II; PERMA
 * 7/2022). The admin approves; until then the desk goes on with the next steps, but no case is
 * numbered without it. */
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define PERSETUJUAN "persetujuan"

static bool fill(const struct context *s, const struct filing *f, const struct command *c,
                 struct decision *d, struct fault *why)
{
	(void)why;
	fill_keep(s, d, f, c, PENDAFTAR);
	warnings_keep(d, PENDAFTAR);
	step_turn(d, f, PENDAFTAR, STEP_WAITING, "admin", c->at);
	turn_follow(d, f, PENDAFTAR, c->at);
	verify_turn(d, f, c->at);
	d->event = N_("Nama pendaftar diisi, menunggu persetujuan admin");
	return true;
}

static bool approve(const struct context *s, const struct filing *f, const struct command *c,
                    struct decision *d, struct fault *why)
{
	(void)why;
	const char *remark = values_of(&c->values, "setuju_catatan");
	fill_keep(s, d, f, c, PERSETUJUAN);
	if (text_same(values_of(&c->values, "setuju"), "ya")) {
		step_end(d, f, PENDAFTAR, c->at);
		d->event = N_("Nama pendaftar disetujui");
		return true;
	}
	if (text_is_empty(remark))
		refuse_field(d, "setuju_catatan",
		             N_("Catatan: tulis apa yang harus diperbaiki pendaftar"), "");
	step_turn(d, f, PENDAFTAR, STEP_RETURNED, "", c->at);
	d->event = say(d->a, N_("Nama pendaftar dikembalikan: %1"), remark);
	return true;
}

/* lint: L12 acts.h names every act; only tests ask for this one */
const struct act act_fill_registrant = {
	.name = PENDAFTAR ".isi",
	.step = PENDAFTAR,
	.until_skum = true,
	.form = PENDAFTAR,
	.from = FROM_BEGUN,
	.after = N_("menunggu admin"),
	.decide = fill,
};
const struct act act_approve_registrant = {
	.name = PENDAFTAR ".setuju",
	.step = PENDAFTAR,
	.form = PERSETUJUAN,
	.from = FROM_WAITING,
	.after = N_("selesai, atau kembali"),
	.decide = approve,
};
static const struct act *const acts[] = { &act_fill_registrant, &act_approve_registrant };

const struct step step_registrant = { .key = PENDAFTAR, .acts = acts, .act_count = COUNT_OF(acts) };
