/* Every combination of channel, outcome, side, kind of person and representative, each with a
 * filing that has what it needs; and the proof that data/letters.xml gives each one whole, true
 * text. */
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
		    [AXIS_REQUEST] = "",
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

static void prove_one(const struct rulebook *b, const struct relaas_specimen *of, struct arena *a,
                      struct relaas_proof *out)
{
	struct letter_lines lines;
	const struct relaas_of summons = { of->filing->summons, "NAMA JURUSITA" };
	const struct proving p = {
		rulebook_letter(b, "relaas"), &of->of, relaas_case_name(&of->of, a), &lines, a, out
	};
	relaas_write(b, of->filing, &summons, a, &lines);
	letter_prove(&p);

	/* With the least that may be known each sentence is whole too. */
	struct summons least = *of->filing->summons;
	const struct relaas_of bare = { &least, "NAMA JURUSITA" };
	least.reason = "";
	least.found = (struct summons_found)FOUND_NOTHING;
	relaas_write(b, of->filing, &bare, a, &lines);
	letter_prove_whole(&p);
}

void relaas_prove(const struct rulebook *b, struct arena *a, struct relaas_proof *out)
{
	struct relaas_specimen *all;
	*out = (struct relaas_proof){ 0 };
	const struct letter *letter = letter_to_prove(b, "relaas", a, out);
	if (letter == NULL)
		return;
	size_t count = relaas_specimens(b, a, &all);
	struct letter_case *cases = arena_get(a, count + 1, sizeof *cases);
	for (size_t i = 0; i < count; i++) {
		cases[i] = all[i].of;
		prove_one(b, &all[i], a, out);
	}
	letter_prove_use(letter, cases, count, a, out);
	out->tried += count;
}
