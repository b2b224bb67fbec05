/* Reading a case of SIPP: number, panel, registrar, bailiff, hearings, summonses; and lists of such
 * cases from a marker on. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

static day read_day(const struct xml_node *n, const char *element, struct arena *a)
{
	day on;
	return day_iso_parse(xml_child_content(n, element, a), &on) ? on : DAY_NONE;
}

/* 09:00, by the schema. */
static int read_time(const struct xml_node *n, const char *element, struct arena *a)
{
	long long hour, minute;
	const char *text = xml_child_content(n, element, a);
	if (strlen(text) != 5 || !text_number(arena_copy(a, text, 2), 0, 23, &hour) ||
	    !text_number(text + 3, 0, 59, &minute))
		return TIME_NONE;
	return (int)(60 * hour + minute);
}

/* <urut>/<alur>/<tahun>/<pengadilan>: the first is the sequence, the third the year of
 * registration. */
static bool number_is_whole(const struct sipp_case *c, struct arena *a)
{
	long long in_number, year;
	size_t first = strcspn(c->number, "/");
	const char *alur = c->number[first] ? strchr(c->number + first + 1, '/') : NULL;
	return alur && text_number(arena_copy(a, c->number, first), 1, 999999999, &in_number) &&
	       in_number == c->sequence && c->registered != DAY_NONE &&
	       text_number(arena_copy(a, alur + 1, strcspn(alur + 1, "/")), 1, 9999, &year) &&
	       year == day_ymd(c->registered).year;
}

static void read_persons(const struct xml_node *n, const char *element, const char *name,
                         struct arena *a, struct case_people *out)
{
	for (const struct xml_node *p = xml_child(n, element); p; p = xml_next(p, element)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		out->items[out->count++] = (struct case_person){
			xml_child_content(p, name, a), xml_child_content(p, "jabatan_hakim_id", a)
		};
	}
}

static void read_hearings(const struct xml_node *n, struct arena *a, struct sipp_case *c)
{
	for (const struct xml_node *h = xml_child(n, "sidang"); h; h = xml_next(h, "sidang")) {
		c->hearings.items = list_grow(a, c->hearings.items, c->hearings.count,
		                              &c->hearings.capacity, sizeof *c->hearings.items);
		c->hearings.items[c->hearings.count++] = (struct case_hearing){
			.id = xml_child_content(h, "sidang_id", a),
			.on = read_day(h, "tanggal_sidang", a),
			.from = read_time(h, "jam_sidang", a),
			.agenda = xml_child_content(h, "agenda", a),
			.room = xml_child_content(h, "ruangan", a),
			.postponed = strcmp(xml_child_content(h, "ditunda", a), "Y") == 0,
			.why_postponed = xml_child_content(h, "alasan_ditunda", a),
		};
	}
}

static void read_summonses(const struct xml_node *n, struct arena *a, struct sipp_case *c)
{
	for (const struct xml_node *r = xml_child(n, "relaas"); r; r = xml_next(r, "relaas")) {
		c->summonses.items = list_grow(a, c->summonses.items, c->summonses.count,
		                               &c->summonses.capacity, sizeof *c->summonses.items);
		c->summonses.items[c->summonses.count++] = (struct case_summons){
			.id = xml_child_content(r, "id", a),
			.bailiff = xml_child_content(r, "jurusita_nama", a),
			.party = xml_child_content(r, "pihak", a),
			.on = read_day(r, "tanggal_relaas", a),
			.outcome = xml_child_content(r, "ket_temu", a),
			.receipt = xml_child_content(r, "no_resi_pos", a),
			.note = xml_child_content(r, "ket_hasil_relaas", a),
		};
	}
}

/* What SIPP has and could not be told, one after another; "" nothing. */
static const char *read_left_out(const struct xml_node *n, struct arena *a)
{
	struct text t = text_start(a);
	const struct xml_node *one = xml_child(n, "dilewati");
	for (; one; one = xml_next(one, "dilewati"))
		text_addf(&t, "%s%s", t.length > 0 ? "; " : "", xml_content(one, a));
	return t.s;
}

static const struct sipp_case *read_one(const struct xml_node *n, struct arena *a,
                                        struct sipp_answer *out)
{
	long long sequence;
	out->cases.items = list_grow(a, out->cases.items, out->cases.count, &out->cases.capacity,
	                             sizeof *out->cases.items);
	struct sipp_case *c = &out->cases.items[out->cases.count++];
	*c = (struct sipp_case){
		.id = xml_child_content(n, "perkara_id", a),
		.reg = xml_child_content(n, "nomor_register", a),
		.number = xml_child_content(n, "nomor_perkara", a),
		.registered = read_day(n, "tanggal_pendaftaran", a),
		.stage = xml_child_content(n, "tahapan_terakhir_text", a),
		.process = xml_child_content(n, "proses_terakhir_text", a),
		.panel_on = read_day(n, "penetapan_majelis_hakim", a),
		.registrar_on = read_day(n, "penetapan_panitera_pengganti", a),
		.bailiff_on = read_day(n, "penetapan_jurusita", a),
		.hearing_on = read_day(n, "penetapan_hari_sidang", a),
	};
	if (text_number(xml_child_content(n, "nomor_urut_perkara", a), 1, 999999999, &sequence))
		c->sequence = sequence;
	read_persons(n, "hakim", "hakim_nama", a, &c->judges);
	read_persons(n, "panitera", "panitera_nama", a, &c->registrars);
	read_persons(n, "jurusita", "jurusita_nama", a, &c->bailiffs);
	read_hearings(n, a, c);
	read_summonses(n, a, c);
	c->left_out = read_left_out(n, a);
	return c;
}

void sipp_read_case(const struct xml_node *n, const struct sipp_question *q, struct arena *a,
                    struct sipp_answer *out)
{
	const struct sipp_case *c = read_one(n, a, out);
	if (!sipp_same(n, q, "nomor_register", a, out) ||
	    !sipp_same(n, q, "nomor_perkara", a, out) ||
	    !sipp_same(n, q, "alur_perkara_id", a, out) ||
	    !sipp_same(n, q, "jenis_perkara_id", a, out))
		return;
	if (!number_is_whole(c, a))
		sipp_differ(out, "nomor_perkara");
}

void sipp_read_changes(const struct xml_node *n, const struct sipp_question *q, struct arena *a,
                       struct sipp_answer *out)
{
	(void)q;
	out->mark = xml_child_content(n, "penanda", a);
	out->more = strcmp(xml_child_content(n, "masih_ada", a), "Y") == 0;
	for (const struct xml_node *c = xml_child(n, "perkara"); c; c = xml_next(c, "perkara"))
		(void)read_one(c, a, out);
}
