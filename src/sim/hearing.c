/* What SIPP does after registration: panel, registrar, bailiff and the first hearing; and the
 * outcome of summonses that comes back. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define DAYS_TO_HEARING 14 /* PP 9/1975 art. 29: a divorce is heard within thirty */
#define ROOM            "Ruang Sidang Utama"
#define HOUR            "09:00"

static const struct {
	const char *nip, *name, *full, *post; /* 1 Jurusita, 2 Jurusita Pengganti */
} bailiffs[] = {
	{ "198001012005011001", "Umar", "Umar, S.H.", "1" },
	{ "198503122009041002", "Salim", "Salim, S.H.I.", "2" },
	{ "199002202014032003", "Laila", "Laila, S.H.", "2" },
};
static const char *const judges[] = { "Drs. H. Abdullah, S.H., M.H.", "Dra. Hj. Maryam, M.H.",
	                              "Yusuf Hidayat, S.H.I., M.H." };

void bailiff_list(const struct sim_call *c, struct sim_reply *r)
{
	struct xml_out o = sipp_answer(c->a, "daftar_jurusita");
	for (size_t i = 0; i < COUNT_OF(bailiffs); i++) {
		xml_begin(&o, "jurusita");
		xml_leaf(&o, "id", number_text(c->a, (int64_t)i + 1));
		xml_leaf(&o, "nip", bailiffs[i].nip);
		xml_leaf(&o, "nama", bailiffs[i].name);
		xml_leaf(&o, "nama_gelar", bailiffs[i].full);
		xml_leaf(&o, "jabatan", bailiffs[i].post);
		xml_end(&o);
	}
	reply_text(r, 200, xml_finish(&o), c->a);
}

void judge_list(const struct sim_call *c, struct sim_reply *r)
{
	struct xml_out o = sipp_answer(c->a, "daftar_hakim");
	for (size_t i = 0; i < COUNT_OF(judges); i++) {
		xml_begin(&o, "hakim");
		xml_leaf(&o, "id", number_text(c->a, (int64_t)i + 1));
		xml_leaf(&o, "nip", "");
		xml_leaf(&o, "nama", judges[i]);
		xml_leaf(&o, "nama_gelar", judges[i]);
		xml_leaf(&o, "jabatan", i == 0 ? "Ketua" : "Hakim");
		xml_end(&o);
	}
	reply_text(r, 200, xml_finish(&o), c->a);
}

/* Alur and case types of the example court's own file: the SIPP of a test town has the same. */
void type_list(const struct sim_call *c, struct sim_reply *r)
{
	struct home home;
	struct fault why;
	struct xml *x = NULL;
	struct xml_out o = sipp_answer(c->a, "daftar_jenis_perkara");
	if (!home_find(&home, &why) ||
	    !xml_open(home_data(&home, "data/case-types.xml", c->a), NULL, &x, &why)) {
		sipp_refuse(c, 500, r);
		return;
	}
	static const char *const elements[][2] = { { "alur", "alur_perkara" },
		                                   { "type", "jenis_perkara" } };
	for (size_t i = 0; i < COUNT_OF(elements); i++) {
		const struct xml_node *n = xml_child(xml_root(x), elements[i][0]);
		for (; n != NULL; n = xml_next(n, elements[i][0])) {
			xml_begin(&o, elements[i][1]);
			xml_leaf(&o, "id", xml_attribute(n, "id", "", c->a));
			xml_leaf(&o, "nama", xml_attribute(n, "name", "", c->a));
			xml_end(&o);
		}
	}
	xml_close(&x);
	reply_text(r, 200, xml_finish(&o), c->a);
}

void court_say(const struct sim_call *c, struct sim_reply *r)
{
	struct xml_out o = sipp_answer(c->a, "pengadilan");
	xml_leaf(&o, "kode", COURT_CODE);
	xml_leaf(&o, "zona", jakarta.name);
	xml_leaf(&o, "NamaPN", "PENGADILAN AGAMA CONTOH");
	xml_leaf(&o, "KetuaPNNama", judges[0]);
	reply_text(r, 200, xml_finish(&o), c->a);
}

void hearing_plan(const struct sim_call *c, int64_t id, const char *registered)
{
	enum { FRIDAY = 5 };
	char on[64];
	day d;
	if (!day_iso_parse(registered, &d))
		return;
	d += DAYS_TO_HEARING;
	while (day_weekday(d) >= FRIDAY) /* hearings are Monday to Thursday */
		d++;
	day_iso(d, on, sizeof on);
	keep_run(
	    c->sim->db,
	    "INSERT INTO sidang(perkara_id, urutan, tanggal_sidang, jam_sidang, agenda, ruangan)"
	    " VALUES(?, 1, ?, ?, 'Sidang pertama', ?)",
	    number_text(c->a, id), on, HOUR, ROOM, NULL);
}

/* One judge where the law wants one: isbat nikah, dispensasi kawin, gugatan sederhana. */
static bool single_judge(const char *alur, const char *type)
{
	return strcmp(alur, "17") == 0 || strcmp(type, "360") == 0 || strcmp(type, "362") == 0;
}

static void panel_say(struct xml_out *o, bool single)
{
	size_t count = single ? 1 : COUNT_OF(judges);
	for (size_t i = 0; i < count; i++) {
		xml_begin(o, "hakim");
		xml_leaf(o, "hakim_nama", judges[i]);
		xml_leaf(o, "jabatan_hakim_id", single ? "3" : i == 0 ? "1" : "2");
		xml_end(o);
	}
}

static void person_say(struct xml_out *o, const char *element, const char *name)
{
	xml_begin(o, element);
	xml_leaf(o, strcmp(element, "panitera") == 0 ? "panitera_nama" : "jurusita_nama", name);
	xml_end(o);
}

static void sessions_say(const struct sim_call *c, const char *id, struct xml_out *o)
{
	static const char *const columns[] = { "sidang_id",  "urutan", "tanggal_sidang",
		                               "jam_sidang", "agenda", "ruangan" };
	sqlite3_stmt *s = keep_ask(c->sim->db,
	                           "SELECT sidang_id, urutan, tanggal_sidang, jam_sidang, agenda,"
	                           " ruangan FROM sidang WHERE perkara_id = ? ORDER BY urutan",
	                           id, NULL);
	while (keep_next(&s)) {
		xml_begin(o, "sidang");
		for (size_t i = 0; i < COUNT_OF(columns); i++)
			xml_leaf(o, columns[i], keep_text(s, (int)i, c->a));
		xml_end(o);
	}
}

/* Those that were carried out; the simulator plans none. */
static void summonses_put(const struct sim_call *c, const char *number, struct xml_out *o)
{
	static const char *const columns[] = {
		"id",       "jurusita_nama", "pihak",           "tanggal_relaas",
		"ket_temu", "no_resi_pos",   "ket_hasil_relaas"
	};
	sqlite3_stmt *s = keep_ask(c->sim->db,
	                           "SELECT id, jurusita, pihak, tanggal_relaas, ket_temu,"
	                           " no_resi_pos, ket_hasil_relaas FROM relaas"
	                           " WHERE nomor_perkara = ? ORDER BY id",
	                           number, NULL);
	while (keep_next(&s)) {
		xml_begin(o, "relaas");
		for (size_t i = 0; i < COUNT_OF(columns); i++) {
			const char *text = keep_text(s, (int)i, c->a);
			if (*text != '\0')
				xml_leaf(o, columns[i], text);
		}
		xml_end(o);
	}
}

void hearing_say(const struct sim_call *c, const struct sim_case *k, struct xml_out *o)
{
	long long id = 0;
	size_t bailiff = text_number(k->id, 0, INT64_MAX, &id) ? (size_t)id % COUNT_OF(bailiffs)
	                                                       : 0;
	xml_leaf(o, "penetapan_majelis_hakim", k->registered);
	panel_say(o, single_judge(k->alur, k->type));
	person_say(o, "panitera", "Fatimah, S.H.I.");
	person_say(o, "jurusita", bailiffs[bailiff].full);
	sessions_say(c, k->id, o);
	summonses_put(c, k->number, o);
}
