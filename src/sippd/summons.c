/* relaas: records the outcome of a summons beside its hearing. A summons that SIPP's users have
 * planned (a row without a day) gets the outcome; a repeated outcome is stored once, and one that
 * was mended changes the row that holds it. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define MOST_TRIES 3

struct relaas_row {
	const char *perkara, *party, *hearing, *bailiff, *day, *outcome, *document;
	/* What was told before, of an outcome that was mended; NULL: it is told the first time. */
	const struct xml_node *before;
};

/* The only cell of a statement, "" when there is no row. */
static bool one(struct ask *k, enum sql which, const struct bound *words, const char **out,
                struct fault *why)
{
	struct sql_rows r;
	struct db *db = &k->b->db;
	*out = "";
	if (!db_run(db, &db->asks[which], words, k->a, &r, why))
		return false;
	if (r.count > 0)
		*out = cell(&r, 0, 0);
	return true;
}

static bool bailiff_find(struct ask *k, struct relaas_row *s, struct fault *why)
{
	const struct bound name[] = { { "name", ask_text(k, "jurusita") }, { NULL, NULL } };
	const struct bound id[] = { { "id", s->perkara }, { NULL, NULL } };
	s->bailiff = "";
	if (name[0].text[0] && !one(k, SQL_bailiff_named, name, &s->bailiff, why))
		return false;
	if (!s->bailiff[0] && !one(k, SQL_bailiff_of_case, id, &s->bailiff, why))
		return false;
	return s->bailiff[0] ||
	       element_refuse(why, "jurusita", N_("Jurusita itu tidak ada di SIPP"));
}

/* The hearing called to, when SIPP has it; else the next one after the call. */
static bool hearing_find(struct ask *k, struct relaas_row *s, const char *on, struct fault *why)
{
	const char *posted = ask_text(k, "tanggal_jursit_pos");
	const struct bound words[] = { { "id", s->perkara },
		                       { "hearing_on", on },
		                       { "day", s->day[0] ? s->day : posted },
		                       { NULL, NULL } };
	s->hearing = "";
	if (on[0] && !one(k, SQL_hearing_on, words, &s->hearing, why))
		return false;
	return s->hearing[0] || one(k, SQL_hearing_next, words, &s->hearing, why);
}

/* The party and the hearing; false with FAULT_NONE: there is no such case. */
static bool summons_find(struct ask *k, struct relaas_row *s, struct fault *why)
{
	*why = (struct fault){ .kind = FAULT_NONE };
	s->day = ask_text(k, "tanggal_relaas");
	s->outcome = ask_text(k, "ket_temu");
	s->before = xml_child(k->root, "semula");
	if (!s->day[0] && s->before == NULL)
		return element_refuse(why, "tanggal_relaas",
		                      N_("Hari panggilan hanya boleh kosong pada ralat"));
	if (!case_find(&k->b->db, "", ask_text(k, "nomor_perkara"), k->a, &s->perkara, why) ||
	    !s->perkara[0])
		return false;
	const struct bound words[] = { { "id", s->perkara },
		                       { "name", ask_text(k, "pihak") },
		                       { NULL, NULL } };
	if (!one(k, SQL_party_named, words, &s->party, why))
		return false;
	if (!s->party[0])
		return element_refuse(why, "pihak", N_("Pihak itu tidak ada di perkara ini"));
	if (!hearing_find(k, s, ask_text(k, "tanggal_sidang"), why))
		return false;
	if (!s->hearing[0])
		return element_refuse(why, "nomor_perkara",
		                      N_("Perkara ini belum mempunyai jadwal sidang di SIPP"));
	return bailiff_find(k, s, why);
}

/* The signed relaas, where SIPP looks for it; the same outcome has the same name. "" : none came, or
 * this SIPP keeps none. */
static bool document_keep(struct ask *k, const struct relaas_row *s, const char **name,
                          struct fault *why)
{
	struct bytes content = { 0 };
	const char *folder = k->b->setup.documents;
	const struct xml_node *n = xml_child(k->root, "dokumen");
	*name = "";
	if (!n || !folder[0])
		return true;
	const char *ending = strrchr(xml_child_content(n, "nama", k->a), '.');
	if (!ending || !net_base64_read(xml_child_content(n, "isi", k->a), k->a, &content))
		return element_refuse(why, "dokumen", N_("Isi dokumen tidak terbaca"));
	*name = arena_print(k->a, "relaas-%s-%s-%s-%s%s", s->perkara, s->party, s->day, s->outcome,
	                    ending);
	return file_write(arena_print(k->a, "%s/%s", folder, *name), content.data, content.size,
	                  0640, why);
}

/* The row that holds this outcome, or is to hold it: its id, "" when there is none, and the document
 * it has. `said`: nothing is left to do. */
static bool row_find(struct ask *k, const struct relaas_row *s, const char **id,
                     const char **document, bool *said, struct fault *why)
{
	struct db *db = &k->b->db;
	struct sql_rows r;
	bool mends = s->before != NULL;
	const struct bound words[] = {
		{ "id", s->perkara },
		{ "party", s->party },
		{ "hearing", s->hearing },
		{ "day", s->day },
		{ "outcome", s->outcome },
		{ "was_day", mends ? xml_child_content(s->before, "tanggal_relaas", k->a) : "" },
		{ "was_outcome", mends ? xml_child_content(s->before, "ket_temu", k->a) : "" },
		{ NULL, NULL }
	};
	enum sql which = mends ? SQL_summons_mended : SQL_summons_known;
	if (!db_run(db, &db->asks[which], words, k->a, &r, why))
		return false;
	*id = r.count > 0 ? cell(&r, 0, 0) : "";
	*document = mends && r.count > 0 ? cell(&r, 0, 1) : "";
	*said = !mends && r.count > 0 && cell(&r, 0, 1)[0];
	return true;
}

static bool summons_write(struct ask *k, const struct relaas_row *s, const char **id,
                          struct fault *why)
{
	bool said;
	const char *document;
	struct db *db = &k->b->db;
	struct mapped_table *t = mapping_table(db->mapping, "perkara_pelaksanaan_relaas");
	if (!row_find(k, s, id, &document, &said, why))
		return false;
	const struct column_value values[] = {
		{ "perkara_id", s->perkara },
		{ "sidang_id", s->hearing },
		{ "jurusita_id", s->bailiff },
		{ "pihak_id", s->party },
		{ "tanggal_relaas", s->day },
		{ "ket_temu", s->outcome },
		{ "no_resi_pos", ask_text(k, "no_resi_pos") },
		{ "tanggal_jursit_pos", ask_text(k, "tanggal_jursit_pos") },
		{ "status_pos", ask_text(k, "status_pos") },
		{ "ket_hasil_relaas", ask_text(k, "ket_hasil_relaas") },
		{ "doc_relaas", s->document[0] ? s->document : document },
	};
	if (said)
		return true; /* stored before */
	if ((*id)[0])
		return row_update(db, t, *id, values, COUNT_OF(values), why);
	if (!row_insert(db, t, values, COUNT_OF(values), k->a, why))
		return false;
	*id = arena_print(k->a, "%lld", db->id);
	return true;
}

static bool summons_keep(struct ask *k, const struct relaas_row *s, const char **id,
                         struct fault *why)
{
	struct db *db = &k->b->db;
	for (int tries = 0; tries < MOST_TRIES; tries++) {
		if (!db_ready(db, why) || !db_begin(db, why))
			return false;
		if (summons_write(k, s, id, why) && db_commit(db, why))
			return true;
		bool again = db_may_try_again(db);
		db_rollback(db);
		if (!again)
			return false;
	}
	return false;
}

void ask_summons(struct ask *k)
{
	static const struct refusal only_read = {
		422, "ditolak", N_("SIPP ini hanya dibaca: catat hasil panggilan ini di SIPP"), "",
		0
	};
	struct fault why;
	struct relaas_row s = { "", "", "", "", "", "", "", NULL };
	const char *id = "";
	if (!k->b->setup.writes) {
		answer_refuse(&only_read, k->a, k->out);
		return;
	}
	if (!db_ready(&k->b->db, &why) || !summons_find(k, &s, &why) ||
	    !document_keep(k, &s, &s.document, &why) || !summons_keep(k, &s, &id, &why)) {
		if (why.kind == FAULT_NONE)
			answer_status(404, k->a, k->out);
		else
			answer_fault(&why, k->root, k->a, k->out);
		return;
	}
	struct xml_out o = answer_start(k->a, "hasil_relaas");
	xml_leaf(&o, "id", id);
	xml_leaf(&o, "nomor_perkara", ask_text(k, "nomor_perkara"));
	xml_leaf(&o, "pihak", ask_text(k, "pihak"));
	if (s.day[0])
		xml_leaf(&o, "tanggal_relaas", s.day);
	answer_xml(&o, k->out);
}
