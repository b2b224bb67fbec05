/* Step 2, Nama pendaftar: evidence that the registrant may register (KTA and oath of an advocate;
 * card, power of attorney, letter of assignment, permit of others: Buku II; PERMA 7/2022). The
 * admin approves; meanwhile the desk goes on with the next steps, but no case is numbered without
 * approval. */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define PERSETUJUAN "persetujuan"

/* The date stands on the card: it is not asked to be another one, the card is (UU 18/2003). */
static void check_card(const struct context *s, const struct command *c, struct decision *d)
{
	day until, today = context_day(s, c);
	const struct values asked = values_asked(s, d);
	char shown[16];
	if (!day_iso_parse(values_of(&asked, "kta_habis"), &until))
		return;
	day_show(until, shown, sizeof shown);
	enum card card = card_state(&s->book->court, until, today);
	if (card == CARD_EXPIRED)
		refuse_field(
		    d, "kta_habis",
		    N_("KTA habis %1. Minta kartu baru atau surat perpanjangannya; sampai itu ada "
		       "pihak dapat mendaftar sendiri sebagai perorangan"),
		    arena_text(d->a, shown));
	else if (card == CARD_EXPIRES)
		warn_field(d, "kta_habis", N_("KTA habis %1; ingatkan advokat memperpanjangnya"),
		           arena_text(d->a, shown));
}

static bool fill(const struct context *s, const struct filing *f, const struct command *c,
                 struct decision *d, struct fault *why)
{
	(void)f;
	(void)why;
	check_card(s, c, d);
	fill_keep(s, d, PENDAFTAR);
	warnings_keep(d, PENDAFTAR);
	step_turn(d, PENDAFTAR, STEP_WAITING, WAITS_ADMIN);
	turn_follow(d, PENDAFTAR);
	verify_turn(d);
	d->event = N_("Nama pendaftar diisi, menunggu persetujuan admin");
	return true;
}

static bool approve(const struct context *s, const struct filing *f, const struct command *c,
                    struct decision *d, struct fault *why)
{
	(void)f;
	(void)why;
	const char *remark = values_of(&c->values, "setuju_catatan");
	fill_keep(s, d, PERSETUJUAN);
	if (text_same(values_of(&c->values, "setuju"), "ya")) {
		step_end(d, PENDAFTAR);
		d->event = N_("Nama pendaftar disetujui");
		return true;
	}
	if (text_is_empty(remark))
		refuse_field(d, "setuju_catatan",
		             N_("Catatan: tulis apa yang harus diperbaiki pendaftar"), "");
	step_turn(d, PENDAFTAR, STEP_RETURNED, WAITS_NOBODY);
	d->event = say(d->a, N_("Nama pendaftar dikembalikan: %1"), remark);
	return true;
}

/* lint: L12 acts.h names every act; only tests ask for this one */
/* lint: L12 each act has a name, whether or not another room asks by it */
const struct act act_fill_registrant = {
	.name = PENDAFTAR ".isi",
	.step = PENDAFTAR,
	.until_skum = true,
	.form = PENDAFTAR,
	.usual = true,
	.from = FROM_BEGUN,
	.after = N_("menunggu admin"),
	.decide = fill,
};
const struct act act_approve_registrant = {
	.name = PENDAFTAR ".setuju",
	.step = PENDAFTAR,
	.form = PERSETUJUAN,
	.usual = true,
	.from = FROM_WAITING,
	.after = N_("selesai, atau kembali"),
	.decide = approve,
};
static const struct act *const acts[] = { &act_fill_registrant, &act_approve_registrant };

const struct step step_registrant = { .key = PENDAFTAR, .acts = acts, .act_count = COUNT_OF(acts) };
