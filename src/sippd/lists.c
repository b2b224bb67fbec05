/* What SIPP keeps beside its cases: itself, the court, judges and bailiffs, alur and case types. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define SERVICE "SIPP (loket-sippd)"

/* The rows of a list, or the refusal is said. */
static bool list_read(struct ask *k, enum sql which, struct sql_rows *out)
{
	struct fault why;
	struct db *db = &k->b->db;
	*out = (struct sql_rows){ .count = 0 };
	if (!db_ready(db, &why) ||
	    (db->asks[which].usable && !db_ask(db, which, NULL, k->a, out, &why))) {
		answer_fault(&why, NULL, k->a, k->out);
		return false;
	}
	return true;
}

void ask_health(struct ask *k)
{
	struct sql_rows r;
	char now[40];
	if (!list_read(k, SQL_alive, &r))
		return;
	struct xml_out o = answer_start(k->a, "kesehatan");
	instant_local(clock_now(), &k->b->setup.zone, now, sizeof now);
	xml_leaf(&o, "nama", SERVICE);
	xml_leaf(&o, "versi", k->b->mapping.version);
	xml_leaf(&o, "kontrak", SIPP_SPACE);
	xml_leaf(&o, "waktu", now);
	xml_leaf(&o, "menulis", k->b->setup.writes ? "Y" : "T");
	answer_xml(&o, k->out);
}

void ask_court(struct ask *k)
{
	static const char *const names[] = { "NamaPN",     "AlamatPN",   "KetuaPNNama",
		                             "KetuaPNNIP", "PanSekNama", "PanSekNIP" };
	struct sql_rows r;
	if (!list_read(k, SQL_court, &r))
		return;
	struct xml_out o = answer_start(k->a, "pengadilan");
	xml_leaf(&o, "kode", k->b->setup.code);
	xml_leaf(&o, "zona", k->b->setup.zone.name);
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		for (size_t row = 0; row < r.count; row++) {
			if (strcmp(cell(&r, row, 0), names[i]) == 0) {
				leaf_plain(&o, names[i], cell(&r, row, 1));
				break;
			}
		}
	}
	answer_xml(&o, k->out);
}

static void person_put(struct xml_out *o, const struct sql_rows *r, size_t row, const char *post)
{
	const char *name = cell(r, row, 2), *title = cell(r, row, 3);
	xml_leaf(o, "id", cell(r, row, 0));
	xml_leaf(o, "nip", cell(r, row, 1));
	leaf_plain(o, "nama", name);
	leaf_plain(o, "nama_gelar", title[0] ? title : name);
	leaf_plain(o, "jabatan", post);
}

void ask_judges(struct ask *k)
{
	struct sql_rows r;
	if (!list_read(k, SQL_judges, &r))
		return;
	struct xml_out o = answer_start(k->a, "daftar_hakim");
	for (size_t row = 0; row < r.count; row++) {
		if (!is_row_key(cell(&r, row, 0)) || !cell(&r, row, 2)[0])
			continue;
		xml_begin(&o, "hakim");
		person_put(&o, &r, row, cell(&r, row, 4));
		xml_end(&o);
	}
	answer_xml(&o, k->out);
}

void ask_bailiffs(struct ask *k)
{
	struct sql_rows r;
	if (!list_read(k, SQL_bailiffs, &r))
		return;
	struct xml_out o = answer_start(k->a, "daftar_jurusita");
	for (size_t row = 0; row < r.count; row++) {
		if (!is_row_key(cell(&r, row, 0)) || !cell(&r, row, 2)[0])
			continue;
		xml_begin(&o, "jurusita");
		person_put(&o, &r, row, strcmp(cell(&r, row, 4), "2") == 0 ? "2" : "1");
		xml_end(&o);
	}
	answer_xml(&o, k->out);
}

static void names_put(struct xml_out *o, const char *element, const struct sql_rows *r)
{
	for (size_t row = 0; row < r->count; row++) {
		if (!is_row_key(cell(r, row, 0)) || !cell(r, row, 2)[0])
			continue;
		xml_begin(o, element);
		xml_leaf(o, "id", cell(r, row, 0));
		leaf_plain(o, "kode", cell(r, row, 1));
		leaf_plain(o, "nama", cell(r, row, 2));
		xml_end(o);
	}
}

void ask_types(struct ask *k)
{
	struct sql_rows alurs, types;
	if (!list_read(k, SQL_alurs, &alurs) || !list_read(k, SQL_types, &types))
		return;
	struct xml_out o = answer_start(k->a, "daftar_jenis_perkara");
	names_put(&o, "alur_perkara", &alurs);
	names_put(&o, "jenis_perkara", &types);
	answer_xml(&o, k->out);
}
