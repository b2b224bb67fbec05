/* SIPP's register of cases: a number per alur and year, given once, never given again. */
#include <stdlib.h>
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define SIPP_VERSION "3.2.0-4"
#define FIRST_TYPE   341 /* jenis_perkara of religious courts: 341 … 371 */
#define LAST_TYPE    371

void register_health(const struct sim_call *c, struct sim_reply *r)
{
	struct xml_out o = sipp_answer(c->a, "kesehatan");
	xml_leaf(&o, "nama", "SIPP Simulasi");
	xml_leaf(&o, "versi", SIPP_VERSION);
	xml_leaf(&o, "kontrak", SIPP_SPACE);
	xml_leaf(&o, "waktu", stamp_local(clock_now(), c->a));
	xml_leaf(&o, "menulis", "Y");
	reply_text(r, 200, xml_finish(&o), c->a);
}

/* ---- who is known already ---- */

static const char *people_of(const struct xml_node *root, struct arena *a)
{
	struct text t = text_start(a);
	const struct xml_node *n = xml_child(root, "nomor_indentitas");
	text_add(&t, "[");
	for (; n != NULL; n = xml_next(n, "nomor_indentitas")) {
		text_add(&t, t.length > 1 ? "," : "");
		text_add_json(&t, xml_content(n, a));
	}
	text_add(&t, "]");
	return t.s;
}

static void case_begin(struct xml_out *o, sqlite3_stmt *s, struct arena *a)
{
	xml_begin(o, "perkara");
	xml_leaf(o, "nomor_perkara", keep_text(s, 0, a));
	xml_leaf(o, "jenis_perkara_id", keep_text(s, 1, a));
	xml_leaf(o, "jenis_perkara_nama", keep_text(s, 2, a));
	xml_leaf(o, "tanggal_pendaftaran", keep_text(s, 3, a));
}

static void cases_list(const struct sim_call *c, const struct xml_node *root, struct xml_out *o)
{
	const char *before = "";
	sqlite3_stmt *s =
	    keep_ask(c->sim->db,
	             "SELECT k.nomor_perkara, k.jenis_perkara_id, k.jenis_perkara_nama,"
	             " k.tanggal_pendaftaran, p.nama, p.nomor_indentitas, p.pihak_ke"
	             " FROM pihak p JOIN perkara k USING (perkara_id)"
	             " WHERE p.nomor_indentitas IN (SELECT value FROM json_each(?))"
	             " AND p.nomor_indentitas <> '' AND k.nomor_register <> ?"
	             " ORDER BY k.perkara_id, p.pihak_ke, p.urutan",
	             people_of(root, c->a), xml_child_content(root, "nomor_register", c->a), NULL);
	while (keep_next(&s)) {
		const char *number = keep_text(s, 0, c->a);
		if (strcmp(number, before) != 0) {
			if (*before != '\0')
				xml_end(o);
			case_begin(o, s, c->a);
		}
		before = number;
		xml_begin(o, "pihak");
		xml_leaf(o, "nama", keep_text(s, 4, c->a));
		xml_leaf(o, "nomor_indentitas", keep_text(s, 5, c->a));
		xml_leaf(o, "pihak_ke", keep_text(s, 6, c->a));
		xml_end(o);
	}
}

void register_check(const struct sim_call *c, struct sim_reply *r)
{
	struct xml *x = sipp_request(c, c->sim->schemas.check, r);
	if (x == NULL)
		return;
	struct xml_out o = sipp_answer(c->a, "hasil_periksa");
	xml_leaf(&o, "nomor_register", xml_child_content(xml_root(x), "nomor_register", c->a));
	cases_list(c, xml_root(x), &o);
	reply_text(r, 200, xml_finish(&o), c->a);
	xml_close(&x);
}

/* ---- a new case ---- */

static const char *alur_name(const char *id)
{
	static const struct {
		const char *id, *name;
	} rows[] = { { "15", "Pdt.G" }, { "16", "Pdt.P" }, { "17", "Pdt.GS" } };
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		if (strcmp(rows[i].id, id) == 0)
			return rows[i].name;
	}
	return NULL;
}

static bool unwilling(const struct sim_call *c, const struct xml_node *n, const char *text,
                      struct sim_reply *r)
{
	struct sipp_error e = { 422, "ditolak", text, xml_name(n), xml_line(n) };
	sipp_say_error(&e, r, c->a);
	return false;
}

/* What a schema cannot know: SIPP's own lists, and that nothing is registered for tomorrow. */
static bool case_good(const struct sim_call *c, const struct xml_node *root, struct sim_reply *r)
{
	struct arena *a = c->a;
	long long type;
	day on, today = instant_day(clock_now(), &jakarta);
	if (alur_name(xml_child_content(root, "alur_perkara_id", a)) == NULL)
		return unwilling(c, xml_child(root, "alur_perkara_id"),
		                 "Alur perkara itu tidak ada di SIPP", r);
	if (!text_number(xml_child_content(root, "jenis_perkara_id", a), FIRST_TYPE, LAST_TYPE,
	                 &type))
		return unwilling(c, xml_child(root, "jenis_perkara_id"),
		                 "Jenis perkara itu tidak ada di SIPP", r);
	/* a court east of Jakarta has its midnight earlier */
	if (!day_iso_parse(xml_child_content(root, "tanggal_pendaftaran", a), &on) ||
	    on > today + 7)
		return unwilling(c, xml_child(root, "tanggal_pendaftaran"),
		                 "Tanggal pendaftaran terlalu jauh di depan", r);
	return true;
}

static void parties_enter(const struct sim_call *c, const struct xml_node *root, const char *side,
                          int64_t id)
{
	struct arena *a = c->a;
	const struct xml_node *n = xml_child(root, side);
	for (int row = 1; n != NULL; n = xml_next(n, side), row++) {
		keep_run(c->sim->db,
		         "INSERT INTO pihak(perkara_id, pihak_ke, urutan, nama, nomor_indentitas,"
		         " alamat) VALUES(?, ?, ?, ?, ?, ?)",
		         number_text(a, id), side + strlen("pihak"), number_text(a, row),
		         xml_child_content(n, "nama", a),
		         xml_child_content(n, "nomor_indentitas", a),
		         xml_child_content(n, "alamat", a), NULL);
	}
}

/* The counter moves in the same transaction as the case is written: no gap, no repeat. */
static void case_enter(const struct sim_call *c, const struct xml_node *root)
{
	struct arena *a = c->a;
	sqlite3 *db = c->sim->db;
	const char *alur = xml_child_content(root, "alur_perkara_id", a);
	const char *type = xml_child_content(root, "jenis_perkara_id", a);
	const char *on = xml_child_content(root, "tanggal_pendaftaran", a);
	const char *year = arena_copy(a, on, 4);
	int64_t last = keep_one(db,
	                        "INSERT INTO counter VALUES(?, ?, 1) ON CONFLICT(alur, year)"
	                        " DO UPDATE SET last = last + 1 RETURNING last",
	                        alur, year, NULL);
	const char *number = arena_print(a, "%lld/%s/%s/%s", (long long)last, alur_name(alur), year,
	                                 COURT_CODE);
	keep_run(db,
	         "INSERT INTO perkara(nomor_register, nomor_perkara, nomor_urut_perkara,"
	         " alur_perkara_id, jenis_perkara_id, jenis_perkara_nama, tanggal_pendaftaran,"
	         " jumlah_skum, nomor_va, isi) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	         xml_child_content(root, "nomor_register", a), number, number_text(a, last), alur,
	         type, xml_child_content(root, "jenis_perkara_nama", a), on,
	         xml_child_content(root, "jumlah_skum", a), xml_child_content(root, "nomor_va", a),
	         arena_copy(a, (const char *)c->body.data, c->body.size), NULL);
	int64_t id = sqlite3_last_insert_rowid(db);
	parties_enter(c, root, "pihak1", id);
	parties_enter(c, root, "pihak2", id);
	parties_enter(c, root, "pihak4", id);
	hearing_plan(c, id, on);
	case_changed(c, number_text(a, id));
}

void register_enter(const struct sim_call *c, struct sim_reply *r)
{
	struct xml *x = sipp_request(c, c->sim->schemas.enter, r);
	if (x == NULL)
		return;
	const struct xml_node *root = xml_root(x);
	const char *reg = xml_child_content(root, "nomor_register", c->a);
	keep_run(c->sim->db, "BEGIN IMMEDIATE", NULL);
	if (!case_registered(c, reg, r) && case_good(c, root, r)) {
		case_enter(c, root);
		if (!case_registered(c, reg, r))
			abort(); /* it was written three lines above */
	}
	keep_run(c->sim->db, "COMMIT", NULL);
	xml_close(&x);
}
