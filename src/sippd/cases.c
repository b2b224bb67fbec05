/* Cases as SIPP has them: one, or those that changed since a marker. Among those, a case whose
 * number the contract cannot say is logged and left out, so that it does not block the others. */
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

/* clang-format off */
static const struct leaf head_leaves[] = {
	{ "perkara_id",                   LEAF_KEY,      0,   true  },
	{ "nomor_register",               LEAF_REGISTER, 0,   false },
	{ "nomor_perkara",                LEAF_NUMBER,   0,   true  },
	{ "nomor_urut_perkara",           LEAF_KEY,      0,   false },
	{ "alur_perkara_id",              LEAF_KEY,      0,   true  },
	{ "jenis_perkara_id",             LEAF_KEY,      0,   false },
	{ "jenis_perkara_nama",           LEAF_TEXT,     100, false },
	{ "tanggal_pendaftaran",          LEAF_DAY,      0,   false },
	{ "tahapan_terakhir_text",        LEAF_TEXT,     100, false },
	{ "proses_terakhir_text",         LEAF_TEXT,     255, false },
	{ "penetapan_majelis_hakim",      LEAF_DAY,      0,   false },
	{ "penetapan_panitera_pengganti", LEAF_DAY,      0,   false },
	{ "penetapan_jurusita",           LEAF_DAY,      0,   false },
	{ "penetapan_hari_sidang",        LEAF_DAY,      0,   false },
	{ "sidang_pertama",               LEAF_DAY,      0,   false },
};
static const struct leaf judge_leaves[] = {
	{ "hakim_id",                     LEAF_KEY,      0,   false },
	{ "hakim_nama",                   LEAF_TEXT,     500, true  },
	{ "jabatan_hakim_id",             LEAF_KEY,      0,   false },
};
static const struct leaf registrar_leaves[] = {
	{ "panitera_id",                  LEAF_KEY,      0,   false },
	{ "panitera_nama",                LEAF_TEXT,     500, true  },
};
static const struct leaf bailiff_leaves[] = {
	{ "jurusita_id",                  LEAF_KEY,      0,   false },
	{ "jurusita_nama",                LEAF_TEXT,     500, true  },
};
static const struct leaf hearing_leaves[] = {
	{ "sidang_id",                    LEAF_KEY,      0,   true  },
	{ "urutan",                       LEAF_KEY,      0,   false },
	{ "tanggal_sidang",               LEAF_DAY,      0,   true  },
	{ "jam_sidang",                   LEAF_HOUR,     0,   false },
	{ "sampai_jam",                   LEAF_HOUR,     0,   false },
	{ "agenda",                       LEAF_TEXT,     500, false },
	{ "ruangan",                      LEAF_TEXT,     50,  false },
	{ "ditunda",                      LEAF_YES_NO,   0,   false },
	{ "alasan_ditunda",               LEAF_TEXT,     500, false },
};
static const struct leaf summons_leaves[] = {
	{ "id",                           LEAF_KEY,      0,   true  },
	{ "sidang_id",                    LEAF_KEY,      0,   false },
	{ "jurusita_nama",                LEAF_TEXT,     500, false },
	{ "pihak",                        LEAF_TEXT,     500, false },
	{ "tanggal_relaas",               LEAF_DAY,      0,   false },
	{ "ket_temu",                     LEAF_LETTER,   0,   false },
	{ "no_resi_pos",                  LEAF_TEXT,     255, false },
	{ "ket_hasil_relaas",             LEAF_TEXT,     65535, false },
};
/* clang-format on */

/* The rows of a case, in the contract's order. */
static void rows_put(struct xml_out *o, const struct whole *w, struct notes *notes)
{
	const struct {
		const char *element;
		const struct leaf *leaves;
		size_t count;
		const struct sql_rows *rows;
	} parts[] = {
		{ "hakim", judge_leaves, COUNT_OF(judge_leaves), &w->judges },
		{ "panitera", registrar_leaves, COUNT_OF(registrar_leaves), &w->registrars },
		{ "jurusita", bailiff_leaves, COUNT_OF(bailiff_leaves), &w->bailiffs },
		{ "sidang", hearing_leaves, COUNT_OF(hearing_leaves), &w->hearings },
		{ "relaas", summons_leaves, COUNT_OF(summons_leaves), &w->summonses },
	};
	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		for (size_t at = 0; at < parts[i].rows->count; at++) {
			const struct leaf_row row = { parts[i].element, cell(parts[i].rows, at, 0),
				                      parts[i].leaves,  parts[i].count,
				                      parts[i].rows,    at };
			if (row_put(o, &row, notes))
				xml_end(o);
		}
	}
}

/* What stands inside a perkara; false: the case has no number that the contract can say. */
static bool case_put(struct xml_out *o, const struct whole *w)
{
	struct notes notes = notes_start(o->text.a);
	const struct leaf_row head = { "",          cell(&w->head, 0, 0),
		                       head_leaves, COUNT_OF(head_leaves),
		                       &w->head,    0 };
	if (!row_put(o, &head, &notes))
		return false;
	rows_put(o, w, &notes);
	notes_put(o, &notes);
	return true;
}

/* As its own document, held against the contract. */
static bool case_is_whole(struct sippd *b, const struct whole *w, struct arena *a, const char **xml)
{
	struct fault why;
	struct xml *x = NULL;
	struct xml_out o = answer_start(a, "perkara");
	bool good = case_put(&o, w);
	if (!good)
		fault_set(&why, FAULT_REFUSED, "%1 %2", "nomor_perkara", cell(&w->head, 0, 2));
	*xml = xml_finish(&o);
	good = good &&
	       xml_parse(*xml, strlen(*xml), "perkara", b->sipp.answers[SIPP_CASE], &x, &why);
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
	if (!whole_read(&b->db, id, a, &w, why) || w.head.count != 1)
		return false;
	return case_is_whole(b, &w, a, xml) ||
	       fault_set(why, FAULT_REFUSED,
	                 N_("Perkara itu ada di SIPP, tetapi nomornya (%1) tidak terbaca"),
	                 cell(&w.head, 0, 2));
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

/* "2026-11-25T10:00:00.412": a time of the database, and the last case reported for that time. */
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
	if (!more && strcmp(stamp, overlap) > 0) { /* the last minutes will be reported again */
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
