/* What the papers of a summons share: who is called by whom and on whose order, between which
 * parties, to which hearing (HIR 121, 388-390; Buku II). */
#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

enum { DATE_ROOM = 64 };

const char *paper_kind(const struct rulebook *b, const struct filing *f)
{
	const struct case_type *t = rulebook_type(b, filing_value(f, PIHAK, "perkara_jenis"));
	return t == NULL ? "" : t->name;
}

/* ---- the parts of a paper ---- */

void call_put_bailiff(struct view *v, const struct rulebook *b, const struct summons *s,
                      const char *name)
{
	const struct officer *officer = rulebook_officer(b, s->bailiff);
	view_put(v, "jurusita", name);
	view_put(v, "jurusita_jabatan", "Jurusita");
	view_put(v, "jurusita_nip", officer == NULL ? "" : officer->nip);
}

/* No order is older than the case. */
void call_put_order(struct view *v, const struct rulebook *b, const struct filing *f)
{
	char date[DATE_ROOM];
	bool single = text_same(filing_value(f, PANGGILAN, "hakim_tunggal"), "ya");
	const struct step_record *own = filing_step(f, PANGGILAN);
	day ordered = own == NULL ? f->number.registered : instant_day(own->opened, &b->court.zone);
	if (ordered < f->number.registered)
		ordered = f->number.registered;
	/* lint: L15 a paper is in Indonesian whatever the desk speaks */
	view_put(v, "perintah", single ? N_("Hakim") : N_("Ketua Majelis"));
	day_words(ordered, date, sizeof date);
	view_put(v, "tanggal_perintah", date);
}

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

void call_put_party(struct view *v, const struct rulebook *b, const struct filing *f,
                    const struct summons *s, instant now)
{
	static const char *const ids[] = { "agama", "pekerjaan", "pendidikan" };
	const struct values *pihak = filing_values(f, PIHAK);
	view_put(v, "nama", s->name);
	view_put(v, "peran", s->label);
	put_birth(v, pihak, s->party, instant_day(now, &b->court.zone));
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
void call_put_sides(struct view *v, const struct rulebook *b, const struct filing *f)
{
	static const struct {
		const char *rows;
		bool first;
	} sides[] = { { "pihak1", true }, { "pihak2", false } };
	struct parties p = { 0 };
	const struct values *pihak = filing_values(f, PIHAK);
	parties_read(b, f, pihak, v->a, &p);
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

void call_put_hearing(struct view *v, const struct rulebook *b, const struct summons *s)
{
	char date[DATE_ROOM];
	const char *comma = text_is_empty(s->room) ? "" : ", ";
	day_in_full(s->hearing, date, sizeof date);
	view_put(v, "sidang_hari", date);
	view_put(v, "sidang_pukul", arena_print(v->a, "%s %s", s->time, b->court.zone.name));
	view_put(v, "sidang_tempat",
	         arena_print(v->a, "%s%s%s", s->room, comma, b->court.trial_site));
}
