/* Step 3, Data pihak: the kind of case and its parties, with the fields SIPP keeps. Labels follow
 * (kind, side, count): cerai talak has Pemohon and Termohon although it stands in the gugatan
 * register. */
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

static void check_sides(const struct case_type *type, const struct parties *p, struct decision *d)
{
	const struct {
		const char *side, *word;
	} sides[] = { { "p1", type->side1 }, { "p2", type->side2 } };
	for (size_t i = 0; i < COUNT_OF(sides); i++) {
		bool wanted = !text_is_empty(sides[i].word);
		size_t n = parties_of(p, sides[i].side);
		if (wanted && n == 0)
			refuse_field(d, "pihak[1].kedudukan",
			             N_("Kedudukan: belum ada %1; tambahkan dengan F6"),
			             sides[i].word);
	}
}

/* What two parties share that they should not: one person twice, one phone or e-mail on opposite
 * sides. */
static void check_pair(const struct values *v, const struct party *one, const struct party *two,
                       struct decision *d)
{
	static const struct {
		const char *field, *text;
		bool opposite_only;
	} shared[] = {
		{ "nik", N_("NIK sama dengan %1; orang yang sama dua kali?"), false },
		{ "telepon", N_("Telepon sama dengan %1 di pihak lawan"), true },
		{ "email",
		  N_("E-mail sama dengan %1 di pihak lawan; domisili elektronik salah satunya akan keliru"),
		  true },
	};
	for (size_t i = 0; i < COUNT_OF(shared); i++) {
		char path[64];
		const char *a = values_get(v, PIHAK, one->row, shared[i].field);
		if (text_is_empty(a) ||
		    !text_same(a, values_get(v, PIHAK, two->row, shared[i].field)))
			continue;
		if (shared[i].opposite_only && text_same(one->side, two->side))
			continue;
		values_path(PIHAK, two->row, shared[i].field, path, sizeof path);
		warn_field(d, path, shared[i].text, one->name);
	}
}

static void check_shared(const struct values *v, const struct parties *p, struct decision *d)
{
	for (size_t i = 0; i < p->count; i++) {
		for (size_t k = i + 1; k < p->count; k++)
			check_pair(v, &p->items[i], &p->items[k], d);
	}
}

/* Another channel than the rule's wants its reason, which the verifier and the relaas show. */
static void check_channels(const struct rulebook *b, const struct values *v,
                           const struct parties *p, struct decision *d)
{
	for (size_t i = 0; i < p->count; i++) {
		int row = p->items[i].row;
		char path[64];
		const char *rule = summons_channel(b, v, row);
		const struct channel *due = rulebook_channel(b, rule);
		const char *reason = values_get(v, PIHAK, row, "alasan_kanal");
		if (text_same(rule, p->items[i].channel))
			continue;
		values_path(PIHAK, row, "alasan_kanal", path, sizeof path);
		if (text_is_empty(reason))
			refuse_field(
			    d, path,
			    N_("Alasan kanal: aturannya %1; tulis mengapa dipanggil dengan cara lain"),
			    due == NULL ? rule : due->name);
		else
			warn_field(d, path, N_("Kanal panggilan lain dari aturan: %1"), reason);
	}
}

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
			                      .village = values_get(v, PIHAK, one->row, "desa") };
	}
	struct change *c = decision_change(d, CHANGE_PARTIES);
	c->to.parties.items = rows;
	c->to.parties.count = p->count;
}

/* Parties changed after the e-SKUM stood: the sum may be another one now, and then it is issued
 * anew. */
static bool recompute(const struct sitting *s, const struct filing *f, const struct command *c,
                      struct decision *d, struct fault *why)
{
	struct skum now;
	if (f->skum.round == 0)
		return true;
	if (!skum_compute(s->book,
	                  &(struct panjar_ask){ &c->values, suit_sheets(f), f->skum.on, true },
	                  d->a, &now, why))
		return false;
	if (now.total != f->skum.total)
		step_turn(d, f, SKUM, STEP_RETURNED, "", c->at);
	else
		verify_turn(d, f, c->at);
	return true;
}

static bool fill(const struct sitting *s, const struct filing *f, const struct command *c,
                 struct decision *d, struct fault *why)
{
	struct parties parties = { 0 };
	const char *kind = values_of(&c->values, "perkara_jenis");
	const struct case_type *type = rulebook_type(s->book, kind);
	if (type == NULL)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Jenis perkara %1 tidak dikenal; pilih dari daftar (F4)"),
		                 kind);
	parties_read(s->book, &c->values, d->a, &parties);
	check_sides(type, &parties, d);
	check_shared(&c->values, &parties, d);
	check_channels(s->book, &c->values, &parties, d);
	fill_keep(s, d, f, c, PIHAK);
	warnings_keep(d, PIHAK);
	keep_parties(&c->values, &parties, d);
	struct change *title = decision_change(d, CHANGE_TITLE);
	title->to.title.title = parties.count == 0 ? f->title : parties.items[0].name;
	title->to.title.type = type->id;
	title->to.title.alur = values_of(&c->values, "alur");
	step_pass(d, f, PIHAK, GUGATAN, c->at);
	d->event = say(d->a, N_("Data pihak diisi: %1, %2 pihak"), type->name,
	               number_text((int64_t)parties.count, d->a));
	return recompute(s, f, c, d, why);
}

static const struct act acts[] = {
	{ .key = "isi",
	  .until_skum = true,
	  .form = PIHAK,
	  .from = FROM_BEGUN,
	  .after = N_("selesai"),
	  .decide = fill },
};

const struct step step_parties = { .key = PIHAK, .acts = acts, .act_count = COUNT_OF(acts) };
