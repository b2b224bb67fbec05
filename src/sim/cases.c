/* A case as SIPP reports it, alone or among those that changed since a marker. Each change has a
 * number, and the marker is the number last reported. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define MOST_CHANGES 100
#define CASE_COLUMNS                                                                               \
	"SELECT perkara_id, nomor_register, nomor_perkara, nomor_urut_perkara, alur_perkara_id,"   \
	" jenis_perkara_id, jenis_perkara_nama, tanggal_pendaftaran FROM perkara WHERE "

/* What stands inside a perkara, from a row of CASE_COLUMNS. */
static void case_put(const struct sim_call *c, sqlite3_stmt *s, struct xml_out *o)
{
	static const char *const columns[] = { "perkara_id",         "nomor_register",
		                               "nomor_perkara",      "nomor_urut_perkara",
		                               "alur_perkara_id",    "jenis_perkara_id",
		                               "jenis_perkara_nama", "tanggal_pendaftaran" };
	const struct sim_case k = { .id = keep_text(s, 0, c->a),
		                    .number = keep_text(s, 2, c->a),
		                    .alur = keep_text(s, 4, c->a),
		                    .type = keep_text(s, 5, c->a),
		                    .registered = keep_text(s, 7, c->a) };
	for (size_t i = 0; i < COUNT_OF(columns); i++)
		xml_leaf(o, columns[i], keep_text(s, (int)i, c->a));
	hearing_say(c, &k, o);
}

/* The case that `sql` finds by `key`, as an answer; false: there is none. */
static bool case_say(const struct sim_call *c, const char *sql, const char *key,
                     struct sim_reply *r)
{
	sqlite3_stmt *s = keep_ask(c->sim->db, sql, key, NULL);
	bool found = false;
	while (keep_next(&s)) {
		struct xml_out o = sipp_answer(c->a, "perkara");
		case_put(c, s, &o);
		reply_text(r, 200, xml_finish(&o), c->a);
		found = true;
	}
	return found;
}

bool case_registered(const struct sim_call *c, const char *reg, struct sim_reply *r)
{
	return case_say(c, CASE_COLUMNS "nomor_register = ?", reg, r);
}

void case_find(const struct sim_call *c, struct sim_reply *r)
{
	const char *reg = call_argument(c, "nomor_register");
	bool found = *reg != '\0' ? case_registered(c, reg, r)
	                          : case_say(c, CASE_COLUMNS "nomor_perkara = ?",
	                                     call_argument(c, "nomor_perkara"), r);
	if (!found)
		sipp_refuse(c, 404, r);
}

/* ---- what changed ---- */

void case_changed(const struct sim_call *c, const char *id)
{
	keep_run(c->sim->db, "DELETE FROM change WHERE perkara_id = ?", id, NULL);
	keep_run(c->sim->db, "INSERT INTO change(perkara_id) VALUES(?)", id, NULL);
}

void case_changes(const struct sim_call *c, struct sim_reply *r)
{
	long long most = 0, since = 0;
	const char *mark = call_argument(c, "sejak");
	struct xml_out cases = xml_start(c->a), o = sipp_answer(c->a, "perubahan");
	if (!text_number(call_argument(c, "batas"), 1, MOST_CHANGES, &most))
		most = MOST_CHANGES;
	if (*mark != '\0' && !text_number(mark, 0, INT64_MAX, &since)) {
		static const struct sipp_error bad = { 400, "pesan_salah",
			                               "Penanda itu tidak dikenal", "sejak", 0 };
		sipp_say_error(&bad, r, c->a);
		return;
	}
	cases.text = text_start(c->a);
	sqlite3_stmt *s = keep_ask(c->sim->db,
	                           "SELECT serial, perkara_id FROM change WHERE serial > ?"
	                           " ORDER BY serial LIMIT 101",
	                           number_text(c->a, since), NULL);
	long long told = 0;
	bool more = false;
	while (keep_next(&s)) {
		more = told == most;
		if (more)
			continue;
		told++;
		since = sqlite3_column_int64(s, 0);
		sqlite3_stmt *one = keep_ask(c->sim->db, CASE_COLUMNS "perkara_id = ?",
		                             keep_text(s, 1, c->a), NULL);
		while (keep_next(&one)) {
			xml_begin(&cases, "perkara");
			case_put(c, one, &cases);
			xml_end(&cases);
		}
	}
	xml_leaf(&o, "penanda", number_text(c->a, since));
	xml_leaf(&o, "masih_ada", more ? "Y" : "T");
	text_add(&o.text, cases.text.s);
	reply_text(r, 200, xml_finish(&o), c->a);
}
