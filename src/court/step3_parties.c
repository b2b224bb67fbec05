/* Step 3, Data pihak: the kind of case and its parties, with the fields SIPP keeps. Labels follow
 * (kind, side, count): cerai talak has Pemohon and Termohon although it stands in the gugatan
 * register. */
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

static void keep_parties(const struct values *v, const struct parties *p, struct decision *d)
{
	struct party_row *rows = arena_get(d->a, p->count + 1, sizeof *rows);
	for (size_t i = 0; i < p->count; i++) {
		const struct party *one = &p->items[i];
		rows[i] = (struct party_row){ .row = one->row,
			                      .side = one->side,
			                      .label = one->label,
			                      .name = one->name,
			                      .nik = values_get(v, PIHAK, one->row, "nik"),
			                      .phone = values_get(v, PIHAK, one->row, "telepon"),
			                      .email = values_get(v, PIHAK, one->row, "email"),
			                      .village = values_get(v, PIHAK, one->row, "desa"),
			                      .born = DAY_NONE };
		if (!day_iso_parse(values_get(v, PIHAK, one->row, "lahir"), &rows[i].born))
			rows[i].born = DAY_NONE;
	}
	struct change *c = decision_change(d, CHANGE_PARTIES);
	c->to.parties.items = rows;
	c->to.parties.count = p->count;
}

/* Parties changed after the e-SKUM was issued: the sum may differ now, and then it is issued again.
 */
static bool recompute(const struct context *s, const struct filing *f, const struct command *c,
                      struct decision *d, struct fault *why)
{
	struct skum now;
	if (f->skum.round == 0)
		return true;
	if (!skum_compute(s->book,
	                  &(struct panjar_ask){ &c->values, suit_sheets(f), f->skum.on, true, f },
	                  d->a, &now, why))
		return false;
	if (now.total != f->skum.total)
		step_turn(d, SKUM, STEP_RETURNED, WAITS_NOBODY);
	else
		verify_turn(d);
	return true;
}

static bool fill(const struct context *s, const struct filing *f, const struct command *c,
                 struct decision *d, struct fault *why)
{
	struct parties parties = { 0 };
	const char *kind = values_of(&c->values, "perkara_jenis");
	const struct case_type *type = rulebook_type(s->book, kind);
	if (type == NULL)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Jenis perkara %1 tidak dikenal; pilih dari daftar"), kind);
	parties_read(s->book, f, &c->values, d->a, &parties);
	parties_check(s, c, type, &parties, d);
	fill_keep(s, d, PIHAK);
	warnings_keep(d, PIHAK);
	attorney_named(f, &c->values, d);
	keep_parties(&c->values, &parties, d);
	struct change *title = decision_change(d, CHANGE_TITLE);
	title->to.title.title = parties.count == 0 ? f->title : parties.items[0].name;
	title->to.title.type = type->id;
	title->to.title.alur = values_of(&c->values, "alur");
	step_pass(d, PIHAK);
	d->event = say(d->a, N_("Data pihak diisi: %1, %2 pihak"), type->name,
	               number_text((int64_t)parties.count, d->a));
	return recompute(s, f, c, d, why);
}

const struct act act_fill_parties = {
	.name = PIHAK ".isi",
	.step = PIHAK,
	.until_skum = true,
	.form = PIHAK,
	.usual = true,
	.from = FROM_BEGUN,
	.after = N_("selesai"),
	.decide = fill,
};
static const struct act *const acts[] = { &act_fill_parties };

const struct step step_parties = { .key = PIHAK, .acts = acts, .act_count = COUNT_OF(acts) };
