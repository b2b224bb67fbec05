/* Cases as SIPP has them: one, or those that changed since a marker. What does not fit the contract
 * (a number of another form, say) is logged and left out, so that it holds up no other. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define CASE_BYTES (32 * MIB)
#define MOST_CASES 100

/* ---- a case ---- */

struct whole {
	struct sql_rows head, judges, registrars, bailiffs, hearings, summonses;
};

static bool whole_read(struct db *db, const char *id, struct arena *a, struct whole *w,
                       struct fault *why)
{
	const struct {
		enum sql which;
		struct sql_rows *out;
	} parts[] = {
		{ SQL_case_read, &w->head },
		{ SQL_case_judges, &w->judges },
		{ SQL_case_registrars, &w->registrars },
		{ SQL_case_bailiffs, &w->bailiffs },
		{ SQL_case_hearings, &w->hearings },
		{ SQL_case_summonses, &w->summonses },
	};
	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		*parts[i].out = (struct sql_rows){ .count = 0 };
		if (db->asks[parts[i].which].usable &&
		    !db_ask(db, parts[i].which, id, a, parts[i].out, why))
			return false;
	}
	return true;
}

static void persons_put(struct xml_out *o, const char *role, const struct sql_rows *r)
{
	struct arena *a = o->text.a;
	bool judges = strcmp(role, "hakim") == 0;
	for (size_t i = 0; i < r->count; i++) {
		if (!cell(r, i, 1)[0])
			continue;
		xml_begin(o, role);
		if (is_row_key(cell(r, i, 0)))
			xml_leaf(o, arena_print(a, "%s_id", role), cell(r, i, 0));
		leaf_plain(o, arena_print(a, "%s_nama", role), cell(r, i, 1));
		if (judges)
			xml_leaf(o, "jabatan_hakim_id", cell(r, i, 2));
		xml_end(o);
	}
}

/* "09:00:00" */
static void hour_put(struct xml_out *o, const char *name, const char *value)
{
	if (strlen(value) >= 5 && strcmp(value, "00:00:00") != 0)
		xml_leaf(o, name, arena_copy(o->text.a, value, 5));
}

static void hearings_put(struct xml_out *o, const struct sql_rows *r)
{
	for (size_t i = 0; i < r->count; i++) {
		if (!cell(r, i, 2)[0] || text_starts(cell(r, i, 2), "0000"))
			continue;
		xml_begin(o, "sidang");
		xml_leaf(o, "sidang_id", cell(r, i, 0));
		xml_leaf(o, "urutan", is_row_key(cell(r, i, 1)) ? cell(r, i, 1) : "1");
		leaf_day(o, "tanggal_sidang", cell(r, i, 2));
		hour_put(o, "jam_sidang", cell(r, i, 3));
		hour_put(o, "sampai_jam", cell(r, i, 4));
		leaf_plain(o, "agenda", cell(r, i, 5));
		leaf_plain(o, "ruangan", cell(r, i, 6));
		if (strcmp(cell(r, i, 7), "Y") == 0 || strcmp(cell(r, i, 7), "T") == 0)
			xml_leaf(o, "ditunda", cell(r, i, 7));
		leaf_plain(o, "alasan_ditunda", cell(r, i, 8));
		xml_end(o);
	}
}

/* ket_temu has a default in SIPP: of a summons not yet carried out it says nothing. */
static void summonses_put(struct xml_out *o, const struct sql_rows *r)
{
	for (size_t i = 0; i < r->count; i++) {
		const char *on = cell(r, i, 4);
		bool done = on[0] && !text_starts(on, "0000");
		xml_begin(o, "relaas");
		xml_leaf(o, "id", cell(r, i, 0));
		if (is_row_key(cell(r, i, 1)))
			xml_leaf(o, "sidang_id", cell(r, i, 1));
		leaf_plain(o, "jurusita_nama", cell(r, i, 2));
		leaf_plain(o, "pihak", cell(r, i, 3));
		leaf_day(o, "tanggal_relaas", on);
		if (done && cell(r, i, 5)[0])
			xml_leaf(o, "ket_temu", cell(r, i, 5));
		leaf_plain(o, "no_resi_pos", cell(r, i, 6));
		leaf_plain(o, "ket_hasil_relaas", cell(r, i, 7));
		xml_end(o);
	}
}

static void case_put(struct xml_out *o, const struct whole *w)
{
	static const char *const plain[] = { "perkara_id",        "nomor_register",
		                             "nomor_perkara",     "nomor_urut_perkara",
		                             "alur_perkara_id",   "jenis_perkara_id",
		                             "jenis_perkara_nama" };
	static const char *const days[] = { "penetapan_majelis_hakim",
		                            "penetapan_panitera_pengganti", "penetapan_jurusita",
		                            "penetapan_hari_sidang", "sidang_pertama" };
	const struct sql_rows *h = &w->head;
	size_t at = 0;
	for (size_t i = 0; i < COUNT_OF(plain); i++)
		leaf_plain(o, plain[i], cell(h, 0, at++));
	leaf_day(o, "tanggal_pendaftaran", cell(h, 0, at++));
	leaf_plain(o, "tahapan_terakhir_text", cell(h, 0, at++));
	leaf_plain(o, "proses_terakhir_text", cell(h, 0, at++));
	for (size_t i = 0; i < COUNT_OF(days); i++)
		leaf_day(o, days[i], cell(h, 0, at++));
	persons_put(o, "hakim", &w->judges);
	persons_put(o, "panitera", &w->registrars);
	persons_put(o, "jurusita", &w->bailiffs);
	hearings_put(o, &w->hearings);
	summonses_put(o, &w->summonses);
}

/* As its own document, held against the contract. */
static bool case_is_whole(struct sippd *b, const struct whole *w, struct arena *a, const char **xml)
{
	struct fault why;
	struct xml *x = NULL;
	struct xml_out o = answer_start(a, "perkara");
	case_put(&o, w);
	*xml = xml_finish(&o);
	bool good = xml_parse(*xml, strlen(*xml), "perkara", b->sipp.answers[SIPP_CASE], &x, &why);
	xml_close(&x);
	if (!good)
		log_line("case %s does not fit the contract: %s", cell(&w->head, 0, 0),
		         why.args[1]);
	return good;
}

bool case_answer(struct sippd *b, const char *id, struct arena *a, const char **xml,
                 struct fault *why)
{
	struct whole w;
	*why = (struct fault){ .kind = FAULT_NONE };
	return whole_read(&b->db, id, a, &w, why) && w.head.count == 1 &&
	       case_is_whole(b, &w, a, xml);
}

bool case_find(struct db *db, const char *reg, const char *number, struct arena *a, const char **id,
               struct fault *why)
{
	struct sql_rows r = { .count = 0 };
	*id = "";
	if (reg[0] && !db_ask(db, SQL_id_by_register, reg, a, &r, why))
		return false;
	if (reg[0] && r.count == 0 && !db_ask(db, SQL_id_by_note, reg, a, &r, why))
		return false;
	if (!reg[0] && number[0] && !db_ask(db, SQL_id_by_number, number, a, &r, why))
		return false;
	if (r.count > 0)
		*id = cell(&r, 0, 0);
	return true;
}

void ask_case(struct ask *k)
{
	struct fault why;
	const char *id = "", *xml;
	struct arena a = arena_start(CASE_BYTES);
	bool good = db_ready(&k->b->db, &why) &&
	            case_find(&k->b->db, ask_argument(k, "nomor_register"),
	                      ask_argument(k, "nomor_perkara"), &a, &id, &why);
	if (!good)
		answer_fault(&why, NULL, k->a, k->out);
	else if (!id[0])
		answer_status(404, k->a, k->out);
	else if (case_answer(k->b, id, &a, &xml, &why))
		answer_body(arena_text(k->a, xml), 200, k->out);
	else if (why.kind == FAULT_NONE)
		answer_status(404, k->a, k->out);
	else
		answer_fault(&why, NULL, k->a, k->out);
	arena_drop(&a);
}

/* ---- what changed ---- */

/* "2026-11-25T10:00:00.412": a time of the database, and the case it was last told of at that time.
 */
static bool mark_read(const char *mark, struct arena *a, struct bound *out)
{
	static const char form[] = "dddd-dd-ddTdd:dd:dd";
	size_t stamp = strcspn(mark, "."), length = strlen(form);
	out[0] = (struct bound){ "since", "1970-01-01 00:00:00" };
	out[1] = (struct bound){ "id", "0" };
	out[2] = (struct bound){ NULL, NULL };
	if (!mark[0])
		return true;
	for (size_t i = 0; i < stamp && stamp == length; i++) {
		bool digit = mark[i] >= '0' && mark[i] <= '9';
		if (form[i] == 'd' ? !digit : mark[i] != form[i])
			return false;
	}
	long long id;
	if (stamp != length || mark[stamp] != '.' ||
	    !text_number(mark + stamp + 1, 0, INT64_MAX, &id))
		return false;
	out[0].text = arena_print(a, "%.10s %.8s", mark, mark + 11);
	out[1].text = arena_text(a, mark + stamp + 1);
	return true;
}

/* Seconds are enough: SIPP writes no finer times. */
static const char *mark_of(const char *stamp, const char *id, struct arena *a)
{
	const char *hour = strlen(stamp) >= 19 ? arena_copy(a, stamp + 11, 8) : "00:00:00";
	return arena_print(a, "%.10sT%s.%s", stamp, hour, id);
}

struct changes_page {
	struct sippd *b;
	const struct sql_rows *found;
	size_t most;
	struct xml_out cases; /* a list of perkara below one root */
	size_t taken;         /* of found */
	size_t put;
};

/* False: the database failed. */
static bool page_fill(struct changes_page *p, struct fault *why)
{
	while (p->taken < p->found->count && p->put < p->most) {
		struct arena one = arena_start(CASE_BYTES);
		struct whole w;
		const char *xml = "";
		bool good = whole_read(&p->b->db, cell(p->found, p->taken, 1), &one, &w, why);
		bool whole = good && w.head.count == 1 && case_is_whole(p->b, &w, &one, &xml);
		bool full = p->put > 0 && p->cases.text.length + strlen(xml) > LARGEST_PAGE;
		if (whole && !full) {
			xml_begin(&p->cases, "perkara");
			case_put(&p->cases, &w);
			xml_end(&p->cases);
			p->put++;
		}
		arena_drop(&one);
		if (!good)
			return false;
		if (full)
			return true;
		p->taken++;
	}
	return true;
}

static void changes_say(struct ask *k, const struct bound *since, const struct changes_page *p,
                        const char *overlap, struct arena *a)
{
	const char *stamp = since[0].text, *id = since[1].text;
	bool more = p->taken < p->found->count;
	if (p->taken > 0) {
		stamp = cell(p->found, p->taken - 1, 0);
		id = cell(p->found, p->taken - 1, 1);
	}
	if (!more && strcmp(stamp, overlap) > 0) { /* the last minutes will be told again */
		stamp = overlap;
		id = "0";
	}
	struct xml_out o = answer_start(k->a, "perubahan");
	xml_leaf(&o, "penanda", mark_of(stamp, id, a));
	xml_leaf(&o, "masih_ada", more ? "Y" : "T");
	text_add(&o.text, p->cases.text.s);
	answer_xml(&o, k->out);
}

void ask_changes(struct ask *k)
{
	static const struct refusal bad_mark = { 400, "pesan_salah",
		                                 N_("Penanda itu tidak dikenal"), "sejak", 0 };
	struct fault why;
	long long most;
	struct arena a = arena_start(CASE_BYTES);
	struct bound since[3];
	struct sql_rows found, now;
	struct db *db = &k->b->db;
	if (!text_number(ask_argument(k, "batas"), 1, MOST_CASES, &most))
		most = MOST_CASES;
	if (!mark_read(ask_argument(k, "sejak"), &a, since)) {
		answer_refuse(&bad_mark, k->a, k->out);
	} else if (!db_ready(db, &why) ||
	           !db_run(db, &db->asks[SQL_changes], since, &a, &found, &why) ||
	           !db_ask(db, SQL_overlap, NULL, &a, &now, &why)) {
		answer_fault(&why, NULL, k->a, k->out);
	} else {
		struct changes_page p = { k->b, &found, (size_t)most, xml_start(&a), 0, 0 };
		p.cases.text = text_start(&a);
		if (page_fill(&p, &why))
			changes_say(k, since, &p, cell(&now, 0, 0), &a);
		else
			answer_fault(&why, NULL, k->a, k->out);
	}
	arena_drop(&a);
}
