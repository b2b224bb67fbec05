/* The rows of a new case: the case, its parties as persons and as parties, the marriage, the
 * representatives, the filing. The mapping says which columns there are. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define MOST_VALUES 64

const char *job_text(const struct registration *j, const char *name)
{
	return xml_child_content(j->root, name, j->a);
}

/* The element's value for each column of the table, after the values already there. */
static size_t values_add(const struct mapped_table *t, const struct xml_node *n, struct arena *a,
                         struct column_value *values, size_t count)
{
	for (size_t i = 0; i < t->count && count < MOST_VALUES; i++) {
		const char *key = t->items[i].key;
		const struct xml_node *e = t->items[i].fixed ? NULL : xml_child(n, key);
		bool said = false;
		for (size_t k = 0; k < count; k++)
			said = said || strcmp(values[k].key, key) == 0;
		if (e && !said)
			values[count++] = (struct column_value){ key, xml_content_lines(e, a) };
	}
	return count;
}

/* `values` has space for MOST_VALUES; those there already end with one without a key. */
static bool put(struct db *db, struct registration *j, const char *table,
                struct column_value *values, struct fault *why)
{
	size_t count = 0;
	struct mapped_table *t = mapping_find(db->mapping, table, strlen(table));
	if (!t || !t->there) /* the layout was checked: it is one that a SIPP may lack */
		return true;
	while (values[count].key != NULL)
		count++;
	count = values_add(t, j->at, j->a, values, count);
	return row_insert(db, t, values, count, j->a, why);
}

static const char *names_join(const struct registration *j, const char *side, const char *join)
{
	struct text t = text_start(j->a);
	for (const struct xml_node *n = xml_child(j->root, side); n; n = xml_next(n, side)) {
		text_add(&t, t.length ? join : "");
		text_add(&t, xml_child_content(n, "nama", j->a));
	}
	return t.s;
}

/* Those of a side; who represents several parties stands there once for each, one after another. */
static const char *advocates_join(const struct registration *j, const char *side, const char *join)
{
	struct text t = text_start(j->a);
	const char *before = "";
	const struct xml_node *n = xml_child(j->root, "pengacara");
	for (; n; n = xml_next(n, "pengacara")) {
		const char *name = xml_child_content(n, "nama", j->a);
		if (strcmp(xml_child_content(n, "pihak_ke", j->a), side) != 0 ||
		    strcmp(name, before) == 0)
			continue;
		text_add(&t, t.length ? join : "");
		text_add(&t, name);
		before = name;
	}
	return t.s;
}

static bool case_put(struct db *db, struct registration *j, const struct sql_rows *type,
                     struct fault *why)
{
	const char *join = db->mapping->join;
	const char *one = names_join(j, "pihak1", join), *two = names_join(j, "pihak2", join);
	struct column_value values[MOST_VALUES] = {
		{ "tanggal_pendaftaran", j->day },
		{ "jenis_perkara_kode", cell(type, 0, 0) },
		{ "jenis_perkara_nama", j->type_name },
		{ "jenis_perkara_text", cell(type, 0, 2) },
		{ "nomor_urut_register", j->sequence },
		{ "nomor_urut_perkara", j->sequence },
		{ "nomor_perkara", j->number },
		{ "pihak1_text", one },
		{ "pihak2_text", two },
		{ "pihak4_text", names_join(j, "pihak4", join) },
		{ "pengacara_pihak1", advocates_join(j, "1", join) },
		{ "para_pihak", arena_print(j->a, "%s%s%s", one, two[0] ? join : "", two) },
	};
	j->at = j->root;
	if (!put(db, j, "perkara", values, why))
		return false;
	j->id = arena_print(j->a, "%lld", db->id);
	return true;
}

/* Which rows an element becomes. */
static const struct {
	const char *element;
	const char *tables[4];
} kinds[] = {
	{ "pihak1", { "pihak", "perkara_pihak1" } },
	{ "pihak2", { "pihak", "perkara_pihak2" } },
	{ "pihak4", { "pihak", "perkara_pihak4" } },
	{ "pernikahan", { "perkara_data_pernikahan" } },
	{ "pengacara", { "pihak", "pihak_pengacara", "perkara_pengacara" } },
};

bool new_case_fits(const struct db *db, struct registration *j, struct fault *why)
{
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		const struct xml_node *n = xml_child(j->root, kinds[i].element);
		for (; n; n = xml_next(n, kinds[i].element)) {
			j->at = n;
			for (const char *const *key = kinds[i].tables; *key; key++) {
				struct column_value values[MOST_VALUES];
				struct mapped_table *t = mapping_find(db->mapping, *key,
				                                      strlen(*key));
				if (t && t->there &&
				    !row_fits(t, values, values_add(t, n, j->a, values, 0), why))
					return false;
			}
		}
	}
	j->at = j->root;
	return true;
}

static void person_note(struct registration *j, const char *side, const char *order, long long id)
{
	j->persons = list_grow(j->a, j->persons, j->person_count, &j->person_capacity,
	                       sizeof *j->persons);
	j->persons[j->person_count++] = (struct entered_person){ side, order,
		                                                 arena_print(j->a, "%lld", id) };
}

static const char *person_id(const struct registration *j, const char *side, const char *order)
{
	for (size_t i = 0; i < j->person_count; i++) {
		if (strcmp(j->persons[i].side, side) == 0 &&
		    strcmp(j->persons[i].order, order) == 0)
			return j->persons[i].id;
	}
	return "";
}

/* Each party as a person and as a party of this case. */
static bool parties_put(struct db *db, struct registration *j, const char *side, struct fault *why)
{
	const char *element = arena_print(j->a, "pihak%s", side);
	const char *table = arena_print(j->a, "perkara_pihak%s", side);
	for (const struct xml_node *n = xml_child(j->root, element); n; n = xml_next(n, element)) {
		struct column_value person[MOST_VALUES] = { { NULL, NULL } };
		j->at = n;
		if (!put(db, j, "pihak", person, why))
			return false;
		person_note(j, side, xml_child_content(n, "urutan", j->a), db->id);
		struct column_value party[MOST_VALUES] = {
			{ "perkara_id", j->id },
			{ "pihak_id", j->persons[j->person_count - 1].id },
		};
		if (!put(db, j, table, party, why))
			return false;
	}
	return true;
}

static bool marriage_put(struct db *db, struct registration *j, struct fault *why)
{
	struct column_value row[MOST_VALUES] = { { "perkara_id", j->id } };
	j->at = xml_child(j->root, "pernikahan");
	return !j->at || put(db, j, "perkara_data_pernikahan", row, why);
}

/* The person of the representative at j->at: the one SIPP knows by card and name, or a new one. */
static bool advocate_find(struct db *db, struct registration *j, const char **id, struct fault *why)
{
	const char *name = xml_child_content(j->at, "nama", j->a);
	const char *card = xml_child_content(j->at, "nomor_induk", j->a);
	const struct bound words[] = { { "card", card }, { "name", name }, { NULL, NULL } };
	struct sql_statement *known = &db->asks[SQL_advocate_known];
	struct sql_rows r = { .count = 0 };
	if (card[0] && known->usable && !db_run(db, known, words, j->a, &r, why))
		return false;
	if (r.count > 0) {
		*id = cell(&r, 0, 0);
		return true;
	}
	struct column_value person[MOST_VALUES] = { { "alamat", "-" } };
	if (!put(db, j, "pihak", person, why))
		return false;
	*id = arena_print(j->a, "%lld", db->id);
	struct column_value own[MOST_VALUES] = { { "pihak_id", *id } };
	return put(db, j, "pihak_pengacara", own, why);
}

static bool advocates_put(struct db *db, struct registration *j, struct fault *why)
{
	const char *id = "", *before = "";
	int order = 0;
	const struct xml_node *n = xml_child(j->root, "pengacara");
	for (; n; n = xml_next(n, "pengacara")) {
		const char *name = xml_child_content(n, "nama", j->a);
		const char *side = xml_child_content(n, "pihak_ke", j->a);
		const char *party = person_id(j, side, xml_child_content(n, "urutan_pihak", j->a));
		j->at = n;
		if (!party[0])
			return element_refuse(why, "urutan_pihak",
			                      N_("Pihak itu tidak ada di perkara ini"));
		if (strcmp(name, before) != 0 && !advocate_find(db, j, &id, why))
			return false;
		before = name;
		struct column_value row[MOST_VALUES] = {
			{ "perkara_id", j->id },
			{ "pihak_id", party },
			{ "pengacara_id", id },
			{ "urutan", arena_print(j->a, "%d", ++order) },
		};
		if (!put(db, j, "perkara_pengacara", row, why))
			return false;
	}
	return true;
}

/* "2026-11-25 09:41:07" by the court's clock; "" when nothing was paid. */
static const char *paid_at(const struct registration *j, const struct zone *z)
{
	char local[40];
	instant at;
	if (!instant_parse(job_text(j, "tanggal_bayar"), &at))
		return "";
	instant_local(at, z, local, sizeof local);
	return arena_print(j->a, "%.10s %.8s", local, local + 11);
}

static bool filing_put(struct db *db, struct registration *j, struct fault *why)
{
	const char *paid = paid_at(j, &db->setup->zone);
	struct column_value values[MOST_VALUES] = {
		{ "satker_id", db->setup->satker },           { "tanggal_pendaftaran", j->day },
		{ "jenis_perkara_nama", j->type_name },       { "tanggal_bayar", paid },
		{ "status_pembayaran", paid[0] ? "1" : "0" }, { "nomor_perkara", j->number },
		{ "tgl_pendaftaran_perkara", j->day },
	};
	j->at = j->root;
	if (!put(db, j, "perkara_efiling", values, why))
		return false;
	struct column_value link[MOST_VALUES] = {
		{ "perkara_id", j->id },
		{ "efiling_id", arena_print(j->a, "%lld", db->id) },
	};
	return put(db, j, "perkara_efiling_id", link, why);
}

bool new_case_put(struct db *db, struct registration *j, const struct sql_rows *type,
                  struct fault *why)
{
	j->person_count = 0;
	return case_put(db, j, type, why) && parties_put(db, j, "1", why) &&
	       parties_put(db, j, "2", why) && parties_put(db, j, "4", why) &&
	       marriage_put(db, j, why) && advocates_put(db, j, why) && filing_put(db, j, why);
}
