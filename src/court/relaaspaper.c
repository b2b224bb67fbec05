/* The view of a relaas: its sentences are those of data/letters.xml, its order follows HIR 388-390,
 * 121(2) and Buku II. */
#include "loket/list.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

enum { DATE_ROOM = 64 };

static void put_birth(struct view *v, const struct values *pihak, int row, day today)
{
	char date[DATE_ROOM] = "";
	day birth;
	int years = party_age(pihak, row, today);
	if (day_iso_parse(values_get(pihak, PIHAK, row, "lahir"), &birth))
		day_words(birth, date, sizeof date);
	const char *place = values_get(pihak, PIHAK, row, "tempat_lahir");
	const char *comma = text_is_empty(place) || text_is_empty(date) ? "" : ", ";
	view_put(v, "lahir", arena_print(v->a, "%s%s%s", place, comma, date));
	view_put(v, "umur", years > 0 ? arena_print(v->a, "%d tahun", years) : "");
}

static void put_called(struct view *v, const struct rulebook *b, const struct filing *f,
                       const struct summons *s, day today)
{
	const struct values *pihak = filing_values(f, PIHAK);
	view_put(v, "nama", s->name);
	view_put(v, "peran", s->label);
	put_birth(v, pihak, s->party, today);
	static const char *const ids[] = { "agama", "pekerjaan", "pendidikan" };
	for (size_t i = 0; i < COUNT_OF(ids); i++)
		view_put(v, ids[i], party_shown(b, pihak, s->party, ids[i], v->a));
}

static void put_party(struct view *v, const struct rulebook *b, const struct values *pihak,
                      const struct party *p)
{
	const char *through = party_through(b, pihak, p->row, v->a);
	view_row(v);
	view_put(v, "nama", p->name);
	view_put(v, "serta", text_is_empty(through) ? "" : arena_print(v->a, ", %s,", through));
	view_put(v, "peran", p->label);
	view_row_end(v);
}

/* All parties in their order; those drawn in (side 4) stand with the second side. */
static void put_sides(struct view *v, const struct rulebook *b, const struct filing *f)
{
	static const struct {
		const char *rows;
		bool first;
	} sides[] = { { "pihak1", true }, { "pihak2", false } };
	struct parties p = { 0 };
	const struct values *pihak = filing_values(f, PIHAK);
	parties_read(b, pihak, v->a, &p);
	for (size_t i = 0; i < COUNT_OF(sides); i++) {
		view_rows(v, sides[i].rows, "nama serta peran");
		for (size_t k = 0; k < p.count; k++) {
			if (text_same(p.items[k].side, "p1") == sides[i].first)
				put_party(v, b, pihak, &p.items[k]);
		}
		view_rows_end(v);
	}
	view_flag(v, "volunter", parties_of(&p, "p1") == p.count);
}

static void put_hearing(struct view *v, const struct rulebook *b, const struct summons *s)
{
	char date[DATE_ROOM];
	const char *comma = text_is_empty(s->room) ? "" : ", ";
	day_in_full(s->hearing, date, sizeof date);
	view_put(v, "sidang_hari", date);
	view_put(v, "sidang_pukul", arena_print(v->a, "%s %s", s->time, b->court.zone.name));
	view_put(v, "sidang_tempat",
	         arena_print(v->a, "%s%s%s", s->room, comma, b->court.trial_site));
}

/* A part with one sentence is a value, one with several is rows. */
static void put_part(struct view *v, const struct letter_part *part,
                     const struct letter_lines *lines)
{
	if (part->most <= 1) {
		view_put(v, part->key, letter_says(lines, part->key));
		return;
	}
	view_rows(v, part->key, "teks garis");
	for (size_t i = 0; i < lines->count; i++) {
		const struct letter_line *line = &lines->items[i];
		if (line->part != part)
			continue;
		view_row(v);
		view_put(v, "teks", line->text);
		view_put(v, "garis",
		         line->sentence->lines == 0 ? ""
		                                    : number_text(line->sentence->lines, v->a));
		view_row_end(v);
	}
	view_rows_end(v);
}

static void put_sentences(struct view *v, const struct rulebook *b,
                          const struct letter_lines *lines)
{
	const struct letter *letter = rulebook_letter(b, "relaas");
	for (size_t i = 0; letter != NULL && i < letter->part_count; i++)
		put_part(v, &letter->parts[i], lines);
}

static const struct summons *summons_numbered(const struct filing *f, int number)
{
	for (size_t i = 0; i < f->summons_count; i++) {
		if (f->summons[i].number == number)
			return &f->summons[i];
	}
	return NULL;
}

const char *paper_relaas(const struct rulebook *b, const struct filing *f, const struct printing *p,
                         struct arena *a)
{
	const struct relaas_of of = { summons_numbered(f, p->which), p->bailiff };
	const struct summons *s = of.summons;
	struct letter_lines lines;
	if (s == NULL)
		return NULL;
	struct view v = view_start(a);
	relaas_write(b, f, &of, a, &lines);
	view_head(&v, b, p->now, p->again);
	view_copies(&v, b, "relaas");
	view_put(&v, "nomor", f->number.number);
	view_flag(&v, "elektronik", filed_electronically(filing_values(f, PIHAK)));
	put_called(&v, b, f, s, instant_day(p->now, &b->court.zone));
	put_hearing(&v, b, s);
	put_sides(&v, b, f);
	put_sentences(&v, b, &lines);
	view_put(&v, "qr", arena_print(a, "%s|relaas %d", f->number.number, s->number));
	return view_finish(&v);
}
