/* SIPP after registration: panel, registrar, bailiff and the first hearing; and the outcomes of
 * summonses. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define DAYS_TO_HEARING 14 /* PP 9/1975 art. 29: a divorce is heard within thirty */
#define ROOM            "Ruang Sidang Utama"
#define HOUR            "09:00"

static const char *const bailiffs[] = { "Umar, S.H.", "Salim, S.H.I.", "Laila, S.H." };
static const char *const judges[] = { "Drs. H. Abdullah, S.H., M.H.", "Dra. Hj. Maryam, M.H.",
	                              "Yusuf Hidayat, S.H.I., M.H." };

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

/* A single judge where the law requires one: isbat nikah, dispensasi kawin, gugatan sederhana. */
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
	static const char *const orders[] = { "penetapan_majelis_hakim",
		                              "penetapan_panitera_pengganti", "penetapan_jurusita",
		                              "penetapan_hari_sidang" };
	for (size_t i = 0; i < COUNT_OF(orders); i++)
		xml_leaf(o, orders[i], k->registered);
	panel_say(o, single_judge(k->alur, k->type));
	person_say(o, "panitera", "Fatimah, S.H.I.");
	person_say(o, "jurusita", bailiffs[bailiff]);
	sessions_say(c, k->id, o);
	summonses_put(c, k->number, o);
}
