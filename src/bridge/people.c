/* periksa: which running cases know these people? Asked before verification. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

/* A case that was decided does not run any more; where that cannot be told, all do. */
static bool is_running(struct db *db, const char *id, struct arena *a, bool *out, struct fault *why)
{
	struct rows r;
	*out = true;
	if (!db->asks[SQL_decided].usable)
		return true;
	if (!db_ask(db, SQL_decided, id, a, &r, why))
		return false;
	*out = r.count == 0;
	return true;
}

static void case_put(struct xml_out *o, const struct rows *r, size_t row)
{
	xml_begin(o, "perkara");
	leaf_plain(o, "nomor_perkara", cell(r, row, 2));
	leaf_plain(o, "jenis_perkara_id", cell(r, row, 3));
	leaf_plain(o, "jenis_perkara_nama", cell(r, row, 4));
	leaf_day(o, "tanggal_pendaftaran", cell(r, row, 5));
	xml_begin(o, "pihak");
	leaf_plain(o, "nama", cell(r, row, 6));
	leaf_plain(o, "nomor_indentitas", cell(r, row, 7));
	xml_leaf(o, "pihak_ke", cell(r, row, 8));
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
static bool case_fits(struct bridge *b, const struct rows *r, size_t row)
{
	struct arena a = arena_start(4 * MIB);
	struct fault why;
	struct xml *x = NULL;
	struct xml_out o = found_start("X", &a);
	case_put(&o, r, row);
	const char *xml = xml_finish(&o);
	bool good = xml_parse(xml, strlen(xml), "perkara", b->sipp.answers[SIPP_CHECK], &x, &why);
	xml_close(&x);
	if (!good)
		log_line("case %s does not fit the contract: %s", cell(r, row, 0), why.args[1]);
	arena_drop(&a);
	return good;
}

static bool person_look(struct ask *k, const char *nik, const char *reg, struct xml_out *o,
                        struct fault *why)
{
	struct db *db = &k->b->db;
	struct rows r;
	if (!db_ask(db, SQL_people_open, nik, k->a, &r, why))
		return false;
	for (size_t row = 0; row < r.count; row++) {
		bool runs;
		if (!is_running(db, cell(&r, row, 0), k->a, &runs, why))
			return false;
		if (runs && strcmp(cell(&r, row, 1), reg) != 0 && case_fits(k->b, &r, row))
			case_put(o, &r, row);
	}
	return true;
}

void ask_people(struct ask *k)
{
	static const char element[] = "nomor_indentitas";
	struct fault why;
	const char *reg = ask_text(k, "nomor_register");
	struct xml_out o = found_start(reg, k->a);
	const struct xml_node *n = xml_child(k->root, element);
	bool good = db_ready(&k->b->db, &why);
	for (; good && n; n = xml_next(n, element)) {
		const char *nik = xml_content(n, k->a);
		good = !nik[0] || person_look(k, nik, reg, &o, &why);
	}
	if (good)
		answer_xml(&o, k->out);
	else
		answer_fault(&why, NULL, k->a, k->out);
}
