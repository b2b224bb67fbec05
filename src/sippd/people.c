/* periksa: which running cases have these persons as parties? Asked before verification. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define MOST_FOUND 200 /* a NIK of zeros may stand for half the town */

/* A decided case is not running; where decisions are unknown, all cases count as running. */
static bool is_running(struct db *db, const char *id, struct arena *a, bool *out, struct fault *why)
{
	struct sql_rows r;
	*out = true;
	if (!db->asks[SQL_decided].usable)
		return true;
	if (!db_ask(db, SQL_decided, id, a, &r, why))
		return false;
	*out = r.count == 0;
	return true;
}

/* clang-format off */
static const struct leaf case_leaves[] = { /* SQL_person_cases, its first columns */
	{ "nomor_perkara",       LEAF_NUMBER, 0,   true  },
	{ "jenis_perkara_id",    LEAF_KEY,    0,   false },
	{ "jenis_perkara_nama",  LEAF_TEXT,   100, false },
	{ "tanggal_pendaftaran", LEAF_DAY,    0,   false },
};
/* clang-format on */

/* What is gathered into the answer. */
struct search {
	struct ask *k;
	const char *reg;
	struct xml_out o;
	struct notes notes;
	size_t count;
};

/* One case of a person; left out when the contract cannot say its number. */
static void case_put(struct search *s, const struct sql_rows *persons, size_t person,
                     const struct sql_rows *cases, size_t at)
{
	const char *name = cell(persons, person, 1);
	const struct leaf_row row = { "perkara",   cell(cases, at, 4),
		                      case_leaves, COUNT_OF(case_leaves),
		                      cases,       at };
	if (!row_put(&s->o, &row, &s->notes)) {
		log_line("case %s has no number that the contract can say: %s", row.id,
		         cell(cases, at, 0));
		return;
	}
	xml_begin(&s->o, "pihak");
	leaf_plain(&s->o, "nama", name[0] ? name : "-");
	leaf_plain(&s->o, "nomor_indentitas", cell(persons, person, 2));
	xml_leaf(&s->o, "pihak_ke", cell(cases, at, 6));
	xml_end(&s->o);
	xml_end(&s->o);
	s->count++;
}

static bool cases_look(struct search *s, const struct sql_rows *persons, size_t person,
                       struct arena *a, struct fault *why)
{
	struct db *db = &s->k->b->db;
	struct sql_rows r;
	if (!db_ask(db, SQL_person_cases, cell(persons, person, 0), a, &r, why))
		return false;
	for (size_t at = 0; at < r.count && s->count < MOST_FOUND; at++) {
		bool runs;
		if (!is_running(db, cell(&r, at, 4), a, &runs, why))
			return false;
		if (runs && strcmp(cell(&r, at, 5), s->reg) != 0)
			case_put(s, persons, person, &r, at);
	}
	return true;
}

/* SIPP may have one person in several rows. */
static bool person_look(struct search *s, const char *nik, struct fault *why)
{
	struct arena a = arena_start(32 * MIB);
	struct sql_rows persons;
	bool good = db_ask(&s->k->b->db, SQL_persons, nik, &a, &persons, why);
	for (size_t i = 0; good && i < persons.count; i++)
		good = cases_look(s, &persons, i, &a, why);
	arena_drop(&a);
	return good;
}

void ask_people(struct ask *k)
{
	static const char element[] = "nomor_indentitas";
	struct fault why;
	const char *reg = ask_text(k, "nomor_register");
	struct search s = { .k = k,
		            .reg = reg,
		            .o = answer_start(k->a, "hasil_periksa"),
		            .notes = notes_start(k->a) };
	const struct xml_node *n = xml_child(k->root, element);
	bool good = db_ready(&k->b->db, &why);
	xml_leaf(&s.o, "nomor_register", reg);
	for (; good && n; n = xml_next(n, element)) {
		const char *nik = xml_content(n, k->a);
		good = !nik[0] || person_look(&s, nik, &why);
	}
	if (good)
		answer_xml(&s.o, k->out);
	else
		answer_fault(&why, NULL, k->a, k->out);
}
