/* The outcome of a summons comes back to SIPP. */
#include "private.h"

static void summons_say(const struct sim_call *c, const struct xml_node *root, struct sim_reply *r)
{
	struct arena *a = c->a;
	const char *number = xml_child_content(root, "nomor_perkara", a);
	const char *party = xml_child_content(root, "pihak", a);
	const char *on = xml_child_content(root, "tanggal_relaas", a);
	int64_t id = keep_one(c->sim->db,
	                      "SELECT id FROM relaas WHERE nomor_perkara = ? AND pihak = ?"
	                      " AND tanggal_relaas = ? AND kedudukan = ? AND ket_temu = ?",
	                      number, party, on, xml_child_content(root, "kedudukan", a),
	                      xml_child_content(root, "ket_temu", a), NULL);
	struct xml_out o = sipp_answer(a, "hasil_relaas");
	xml_leaf(&o, "id", number_text(a, id));
	xml_leaf(&o, "nomor_perkara", number);
	xml_leaf(&o, "pihak", party);
	if (*on != '\0')
		xml_leaf(&o, "tanggal_relaas", on);
	reply_text(r, 200, xml_finish(&o), a);
}

/* The new row takes the place of one without a day, and of an outcome that was mended the place of
 * the row that says what was told before. Told again there is none that says so. */
static void before_forget(const struct sim_call *c, const struct xml_node *root)
{
	struct arena *a = c->a;
	const struct xml_node *before = xml_child(root, "semula");
	const char *party = xml_child_content(root, "pihak", a);
	const char *side = xml_child_content(root, "kedudukan", a);
	const char *number = xml_child_content(root, "nomor_perkara", a);
	keep_run(c->sim->db,
	         "DELETE FROM relaas WHERE nomor_perkara = ? AND pihak = ? AND kedudukan = ?"
	         " AND tanggal_relaas = ''",
	         number, party, side, NULL);
	if (before == NULL)
		return;
	keep_run(c->sim->db,
	         "DELETE FROM relaas WHERE nomor_perkara = ? AND pihak = ? AND kedudukan = ?"
	         " AND tanggal_relaas = ? AND ket_temu = ?",
	         number, party, side, xml_child_content(before, "tanggal_relaas", a),
	         xml_child_content(before, "ket_temu", a), NULL);
	keep_run(c->sim->db,
	         "DELETE FROM relaas WHERE nomor_perkara = ? AND pihak = ? AND kedudukan = ?"
	         " AND tanggal_relaas = ? AND ket_temu = ?",
	         number, party, side, xml_child_content(root, "tanggal_relaas", a),
	         xml_child_content(root, "ket_temu", a), NULL);
}

void summons_take(const struct sim_call *c, struct sim_reply *r)
{
	struct xml *x = sipp_request(c, c->sim->schemas.summons, r);
	if (x == NULL)
		return;
	struct arena *a = c->a;
	const struct xml_node *root = xml_root(x);
	const char *number = xml_child_content(root, "nomor_perkara", a);
	int64_t id = keep_one(c->sim->db, "SELECT perkara_id FROM perkara WHERE nomor_perkara = ?",
	                      number, NULL);
	const struct xml_node *n = xml_child(root, "dokumen");
	const char *document = n == NULL ? "" : xml_child_content(n, "nama", a);
	if (id < 0) {
		sipp_refuse(c, 404, r);
	} else {
		before_forget(c, root);
		keep_run(c->sim->db,
		         "INSERT OR IGNORE INTO relaas(nomor_perkara, pihak, kedudukan, jurusita,"
		         " tanggal_relaas, ket_temu, ket_hasil_relaas, no_resi_pos,"
		         " tanggal_jursit_pos, status_pos, dokumen)"
		         " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		         number, xml_child_content(root, "pihak", a),
		         xml_child_content(root, "kedudukan", a),
		         xml_child_content(root, "jurusita", a),
		         xml_child_content(root, "tanggal_relaas", a),
		         xml_child_content(root, "ket_temu", a),
		         xml_child_content(root, "ket_hasil_relaas", a),
		         xml_child_content(root, "no_resi_pos", a),
		         xml_child_content(root, "tanggal_jursit_pos", a),
		         xml_child_content(root, "status_pos", a), document, NULL);
		case_changed(c, number_text(a, id));
		summons_say(c, root, r);
	}
	xml_close(&x);
}
