/* Every combination of channel, outcome, side, kind of person and representative, each with a
 * filing that has what it needs; and the proof that data/letters.xml gives each one whole, true
 * text. */
#include <ctype.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

/* Days after one another; which ones they are does not matter. */
enum { FIRST_DAY = 20000, MONTH = 31, HEARING = FIRST_DAY + 4 * MONTH };

static const char *const sides[] = { "1", "v", "2", "4" };
static const char *const persons[] = { "orang", "badan", "wali" };
static const char *const kuasas[] = { "no", "yes" };

/* ---- specimens ---- */

static void party_put(struct values *v, struct arena *a, int row, const char *side,
                      const char *name)
{
	values_set(v, a, PIHAK, row, "kedudukan", side);
	values_set(v, a, PIHAK, row, "nama", name);
	values_set(v, a, PIHAK, row, "alamat", "ALAMAT");
}

/* What a party of each kind, and one with a representative, has beside that. */
static void called_put(struct values *v, struct arena *a, int row, const struct letter_case *of)
{
	static const struct {
		const char *person, *field, *text;
	} facts[] = {
		{ "badan", "jenis_pihak", "badan" },     { "badan", "wakil", "NAMA PENGURUS" },
		{ "badan", "wakil_jabatan", "JABATAN" }, { "wali", "jenis_pihak", "orang" },
		{ "wali", "wali_hubungan", "wali" },     { "wali", "wali_nama", "NAMA WALI" },
		{ "orang", "jenis_pihak", "orang" },
	};
	for (size_t i = 0; i < COUNT_OF(facts); i++) {
		if (text_same(facts[i].person, of->of[AXIS_PERSON]))
			values_set(v, a, PIHAK, row, facts[i].field, facts[i].text);
	}
	values_set(v, a, PIHAK, row, "kanal", of->of[AXIS_CHANNEL]);
	values_set(v, a, PIHAK, row, "negara", "NEGARA");
	values_set(v, a, PIHAK, row, "email", "ALAMAT SUREL");
	if (!text_same(of->of[AXIS_KUASA], "yes"))
		return;
	values_set(v, a, "kuasa", 1, "nama", "NAMA KUASA");
	values_set(v, a, "kuasa", 1, "nomor_kuasa", "NOMOR KUASA");
	values_set(v, a, "kuasa", 1, "mewakili", number_text(row, a));
}

/* A kind of case that has, or has not, an opponent. */
static const struct case_type *type_with(const struct rulebook *b, bool opponent)
{
	for (size_t i = 0; i < b->type_count; i++) {
		const struct case_type *t = &b->types[i];
		if (text_is_empty(case_sides(t, t->alur)->side2) != opponent)
			return t;
	}
	return NULL;
}

static struct values parties_for(const struct rulebook *b, const struct letter_case *of, int *row,
                                 struct arena *a)
{
	struct values v = { 0 };
	const char *side = of->of[AXIS_SIDE], *called = "NAMA YANG DIPANGGIL";
	bool alone = text_same(side, "v");
	const struct case_type *type = type_with(b, !alone);
	values_set(&v, a, "", 0, "perkara_jenis", type == NULL ? "" : type->id);
	values_set(&v, a, "", 0, "alur", type == NULL ? "" : type->alur);
	*row = text_same(side, "2") ? 2 : text_same(side, "4") ? 3 : 1;
	party_put(&v, a, 1, "p1", *row == 1 ? called : "NAMA PIHAK 1");
	if (!alone)
		party_put(&v, a, 2, "p2", *row == 2 ? called : "NAMA PIHAK 2");
	if (*row == 3)
		party_put(&v, a, 3, "p4", called);
	called_put(&v, a, *row, of);
	return v;
}

static struct summons summons_for(const struct rulebook *b, const struct letter_case *of,
                                  const struct values *pihak, int row, struct arena *a)
{
	struct parties all = { 0 };
	const char *outcome = of->of[AXIS_OUTCOME];
	bool blank = text_same(outcome, RELAAS_BLANK);
	parties_read(b, NULL, pihak, a, &all);
	struct summons s = { .number = 1,
		             .party = row,
		             .name = all.items[row - 1].name,
		             .label = all.items[row - 1].label,
		             .address = "ALAMAT",
		             .area = "",
		             .channel = of->of[AXIS_CHANNEL],
		             .reason = "ALASAN",
		             .hearing = HEARING,
		             .time = "09.00",
		             .room = b->court.room_count > 0 ? b->court.rooms[0].name : "",
		             .bailiff = "",
		             .deadline = HEARING,
		             .outcome = blank ? "" : outcome,
		             .served = blank ? DAY_NONE : FIRST_DAY + MONTH,
		             .worth = "",
		             .found = FOUND_NOTHING };
	if (!blank)
		s.found = (struct summons_found){ .met = "NAMA YANG DITEMUI",
			                          .as = "HUBUNGAN ATAU JABATAN",
			                          .hour = "10.30",
			                          .resi = "NOMOR RESI",
			                          .cause = "pindah",
			                          .medium = "NAMA MEDIA",
			                          .note = "KETERANGAN",
			                          .first = FIRST_DAY,
			                          .received = FIRST_DAY + MONTH + 1 };
	return s;
}

static const struct filing *specimen(const struct rulebook *b, const struct letter_case *of,
                                     struct arena *a)
{
	int row;
	struct filing *f = arena_get(a, 1, sizeof *f);
	struct fill *fill = arena_get(a, 1, sizeof *fill);
	struct summons *s = arena_get(a, 1, sizeof *s);
	fill->step = PIHAK;
	fill->values = parties_for(b, of, &row, a);
	*s = summons_for(b, of, &fill->values, row, a);
	*f = (struct filing){ .reg = "",
		              .number = { .number = "NOMOR PERKARA",
		                          .sipp_id = "",
		                          .registered = FIRST_DAY,
		                          .given = INSTANT_NONE,
		                          .skipped = "" },
		              .fills = fill,
		              .fill_count = 1,
		              .summons = s,
		              .summons_count = 1 };
	return f;
}

/* ---- the combinations ---- */

struct specimens {
	const struct rulebook *b;
	struct arena *a;
	struct relaas_specimen *items;
	size_t count, capacity;
};

static void add_persons(struct specimens *all, const char *channel, const char *outcome,
                        const char *side)
{
	for (size_t i = 0; i < COUNT_OF(persons) * COUNT_OF(kuasas); i++) {
		const struct letter_case of = { {
		    [AXIS_CHANNEL] = channel,
		    [AXIS_OUTCOME] = outcome,
		    [AXIS_SIDE] = side,
		    [AXIS_PERSON] = persons[i / COUNT_OF(kuasas)],
		    [AXIS_KUASA] = kuasas[i % COUNT_OF(kuasas)],
		} };
		all->items = list_grow(all->a, all->items, all->count, &all->capacity,
		                       sizeof *all->items);
		all->items[all->count++] =
		    (struct relaas_specimen){ of, specimen(all->b, &of, all->a) };
	}
}

static void add_outcome(struct specimens *all, const char *channel, const char *outcome)
{
	for (size_t i = 0; i < COUNT_OF(sides); i++)
		add_persons(all, channel, outcome, sides[i]);
}

size_t relaas_specimens(const struct rulebook *b, struct arena *a, struct relaas_specimen **out)
{
	struct specimens all = { .b = b, .a = a };
	for (size_t i = 0; i < b->channel_count; i++) {
		const char *channel = b->channels[i].key;
		add_outcome(&all, channel, RELAAS_BLANK);
		for (size_t k = 0; k < b->outcome_count; k++) {
			if (outcome_comes_of(&b->outcomes[k], channel))
				add_outcome(&all, channel, b->outcomes[k].key);
		}
	}
	*out = all.items;
	return all.count;
}

const char *relaas_case_name(const struct letter_case *of, struct arena *a)
{
	return arena_print(a, "%s %s %s %s%s", of->of[AXIS_CHANNEL], of->of[AXIS_OUTCOME],
	                   of->of[AXIS_SIDE], of->of[AXIS_PERSON],
	                   text_same(of->of[AXIS_KUASA], "yes") ? " kuasa" : "");
}

/* ---- the proof ---- */

struct proving {
	const struct letter *letter;
	const struct letter_case *of;
	const struct letter_lines *lines;
	struct arena *a;
	struct relaas_proof *out;
};

static void fault_add(struct relaas_proof *out, struct arena *a, const char *said)
{
	out->faults = list_grow(a, out->faults, out->fault_count, &out->fault_capacity,
	                        sizeof *out->faults);
	out->faults[out->fault_count++] = said;
}

/* `text` has %1 for the combination and %2, %3 for what is wrong. */
static void wrong(const struct proving *p, const char *text, const char *one, const char *other)
{
	fault_add(p->out, p->a,
	          message_text(p->a, message_in_language(text), relaas_case_name(p->of, p->a), one,
	                       other));
}

static size_t lines_of(const struct letter_lines *lines, const struct letter_part *part)
{
	size_t n = 0;
	for (size_t i = 0; i < lines->count; i++)
		n += lines->items[i].part == part;
	return n;
}

/* Each part has as many sentences as it must. */
static void prove_parts(const struct proving *p)
{
	for (size_t i = 0; i < p->letter->part_count; i++) {
		const struct letter_part *part = &p->letter->parts[i];
		size_t n = lines_of(p->lines, part);
		if (n < (size_t)part->least)
			wrong(p, N_("data/letters.xml: relaas %1: bagian %2 kurang kalimat"),
			      part->key, "");
		if (n > (size_t)part->most)
			wrong(p, N_("data/letters.xml: relaas %1: bagian %2 berisi %3 kalimat"),
			      part->key, number_text((int64_t)n, p->a));
	}
}

/* No brace is left, no blank stands before a mark or beside another. */
static void prove_text(const struct proving *p, const char *text)
{
	static const char *const strange[] = { "{",  "}",  "[",  "]",   "  ",    " ,",
		                               " ;", ",,", ";;", ", ;", "(null)" };
	for (size_t i = 0; i < COUNT_OF(strange); i++) {
		if (strstr(text, strange[i]) != NULL)
			wrong(p, N_("data/letters.xml: relaas %1: \"%2\" dalam kalimat: %3"),
			      strange[i], text);
	}
}

/* Sentences of the body begin with a capital and end with a semicolon, or with a blank to fill in;
 * the closing ends with a full stop. */
static void prove_ends(const struct proving *p, const struct letter_line *line)
{
	static const struct {
		const char *part, *ends;
	} ends[] = { { "isi", ";" }, { "tutup", "." } };
	size_t length = strlen(line->text);
	for (size_t i = 0; i < COUNT_OF(ends); i++) {
		if (!text_same(ends[i].part, line->part->key))
			continue;
		bool ended = line->sentence->lines > 0 || line->text[length - 1] == ends[i].ends[0];
		if (!ended || !isupper((unsigned char)line->text[0]))
			wrong(p,
			      N_("data/letters.xml: relaas %1: bukan kalimat utuh yang berakhir "
			         "\"%2\": %3"),
			      ends[i].ends, line->text);
	}
}

static void prove_whole(const struct proving *p)
{
	for (size_t i = 0; i < p->lines->count; i++) {
		prove_text(p, p->lines->items[i].text);
		prove_ends(p, &p->lines->items[i]);
	}
}

static bool tells(const struct letter_lines *lines, const char *says)
{
	for (size_t i = 0; i < lines->count; i++) {
		const struct letter_sentence *s = lines->items[i].sentence;
		for (size_t k = 0; k < s->say_count; k++) {
			if (text_same(s->says[k], says))
				return true;
		}
	}
	return false;
}

static void prove_rules(const struct proving *p)
{
	for (size_t i = 0; i < p->letter->rule_count; i++) {
		const struct letter_rule *rule = &p->letter->rules[i];
		if (!letter_holds(rule->when, p->of) || tells(p->lines, rule->says) != rule->never)
			continue;
		wrong(p,
		      rule->never
		          ? N_("data/letters.xml:%3: relaas %1 tidak boleh mengatakan \"%2\"")
		          : N_("data/letters.xml:%3: relaas %1 harus mengatakan \"%2\""),
		      rule->says, number_text(rule->line, p->a));
	}
}

/* Nothing is left to write by hand once an outcome is recorded. */
static void prove_known(const struct proving *p)
{
	if (p->lines->lack_count > 0 && !text_same(p->of->of[AXIS_OUTCOME], RELAAS_BLANK))
		wrong(p, N_("data/letters.xml: relaas %1: {%2} tidak diketahui"),
		      p->lines->lacks[0], "");
}

static void prove_one(const struct rulebook *b, const struct relaas_specimen *of, struct arena *a,
                      struct relaas_proof *out)
{
	struct letter_lines lines;
	const struct relaas_of summons = { of->filing->summons, "NAMA JURUSITA" };
	const struct proving p = { rulebook_letter(b, "relaas"), &of->of, &lines, a, out };
	relaas_write(b, of->filing, &summons, a, &lines);
	prove_parts(&p);
	prove_rules(&p);
	prove_known(&p);
	prove_whole(&p);

	/* With the least that may be known each sentence is whole too. */
	struct summons least = *of->filing->summons;
	const struct relaas_of bare = { &least, "NAMA JURUSITA" };
	least.reason = "";
	least.found = (struct summons_found)FOUND_NOTHING;
	relaas_write(b, of->filing, &bare, a, &lines);
	prove_parts(&p);
	prove_whole(&p);
}

/* A sentence that no combination has is a mistake in its conditions. */
static void prove_use(const struct letter *letter, const struct relaas_specimen *all, size_t count,
                      struct arena *a, struct relaas_proof *out)
{
	for (size_t i = 0; i < letter->part_count; i++) {
		for (size_t k = 0; k < letter->parts[i].count; k++) {
			const struct letter_sentence *s = &letter->parts[i].sentences[k];
			size_t n = 0;
			while (n < count && !letter_holds(s->when, &all[n].of))
				n++;
			if (n == count)
				fault_add(out, a,
				          message_text(a,
				                       _("data/letters.xml:%1: kalimat ini tidak "
				                         "dipakai keadaan mana pun"),
				                       number_text(s->line, a)));
		}
	}
}

void relaas_prove(const struct rulebook *b, struct arena *a, struct relaas_proof *out)
{
	struct relaas_specimen *all;
	const struct letter *letter = rulebook_letter(b, "relaas");
	*out = (struct relaas_proof){ 0 };
	if (letter == NULL) {
		fault_add(out, a, _("data/letters.xml: surat \"relaas\" tidak ada"));
		return;
	}
	out->tried = relaas_specimens(b, a, &all);
	for (size_t i = 0; i < out->tried; i++)
		prove_one(b, &all[i], a, out);
	prove_use(letter, all, out->tried, a, out);
}
