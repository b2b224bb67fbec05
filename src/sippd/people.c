/* periksa: which running cases know these people? Asked before verification. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define MOST_FOUND 200 /* a NIK of zeros may stand for half the town */

/* A case that was decided does not run any more; where that cannot be told, all do. */
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

struct person_case { /* a person, and one of its cases */
	const struct sql_rows *persons, *cases;
	size_t person, row;
};

static void case_put(struct xml_out *o, const struct person_case *k)
{
	const struct sql_rows *r = k->cases;
	xml_begin(o, "perkara");
	leaf_plain(o, "nomor_perkara", cell(r, k->row, 2));
	leaf_plain(o, "jenis_perkara_id", cell(r, k->row, 3));
	leaf_plain(o, "jenis_perkara_nama", cell(r, k->row, 4));
	leaf_day(o, "tanggal_pendaftaran", cell(r, k->row, 5));
	xml_begin(o, "pihak");
	leaf_plain(o, "nama", cell(k->persons, k->person, 1));
	leaf_plain(o, "nomor_indentitas", cell(k->persons, k->person, 2));
	xml_leaf(o, "pihak_ke", cell(r, k->row, 6));
	xml_end(o);
	xml_end(o);
}

static struct xml_out found_start(const char *reg, struct arena *a)
{
	struct xml_out o = answer_start(a, "hasil_periksa");
	xml_leaf(&o, "nomor_register", reg);
	return o;
}

/* Does it fit the contract, alone? */
static bool case_fits(struct sippd *b, const struct person_case *k)
{
	struct arena a = arena_start(4 * MIB);
	struct fault why;
	struct xml *x = NULL;
	struct xml_out o = found_start("X", &a);
	case_put(&o, k);
	const char *xml = xml_finish(&o);
	bool good = xml_parse(xml, strlen(xml), "perkara", b->sipp.answers[SIPP_CHECK], &x, &why);
	xml_close(&x);
	if (!good)
		log_line("case %s does not fit the contract: %s", cell(k->cases, k->row, 0),
		         why.args[1]);
	arena_drop(&a);
	return good;
}

/* What is gathered into the answer. */
struct search {
	struct ask *k;
	const char *reg;
	struct xml_out o;
	size_t count;
};

static bool cases_look(struct search *s, const struct sql_rows *persons, size_t person,
                       struct arena *a, struct fault *why)
{
	struct db *db = &s->k->b->db;
	struct sql_rows r;
	struct person_case known = { .persons = persons, .cases = &r, .person = person };
	if (!db_ask(db, SQL_person_cases, cell(persons, person, 0), a, &r, why))
		return false;
	for (known.row = 0; known.row < r.count && s->count < MOST_FOUND; known.row++) {
		bool runs;
		if (!is_running(db, cell(&r, known.row, 0), a, &runs, why))
			return false;
		if (!runs || strcmp(cell(&r, known.row, 1), s->reg) == 0 ||
		    !case_fits(s->k->b, &known))
			continue;
		case_put(&s->o, &known);
		s->count++;
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
	struct search s = { .k = k, .reg = reg, .o = found_start(reg, k->a) };
	const struct xml_node *n = xml_child(k->root, element);
	bool good = db_ready(&k->b->db, &why);
	for (; good && n; n = xml_next(n, element)) {
		const char *nik = xml_content(n, k->a);
		good = !nik[0] || person_look(&s, nik, &why);
	}
	if (good)
		answer_xml(&s.o, k->out);
	else
		answer_fault(&why, NULL, k->a, k->out);
}
