/* A case as SIPP has it: number, panel, registrar, bailiff, hearings, summonses; and lists of such
 * cases, read from a marker on. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

/* <urut>/<alur>/<tahun>/<pengadilan>: the first is the sequence, the third the year of
 * registration. */
static bool number_is_whole(const struct sipp_case *c, struct arena *a)
{
	long long in_number, told;
	size_t first = strcspn(c->number, "/");
	const char *year = c->number[first] ? strchr(c->number + first + 1, '/') : NULL;
	return year && text_number(arena_copy(a, c->number, first), 1, 999999999, &in_number) &&
	       text_number(c->sequence, 1, 999999999, &told) && in_number == told &&
	       strncmp(year + 1, c->registered, 4) == 0 && year[5] == '/';
}

static void read_persons(const struct xml_node *n, const char *element, const char *id,
                         const char *name, struct arena *a, struct sipp_people *out)
{
	for (const struct xml_node *p = xml_child(n, element); p; p = xml_next(p, element)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		out->items[out->count++] = (struct sipp_person){
			.id = xml_child_content(p, id, a),
			.name = xml_child_content(p, name, a),
			.title = "",
			.nip = "",
			.post = xml_child_content(p, "jabatan_hakim_id", a),
		};
	}
}

static void read_hearings(const struct xml_node *n, struct arena *a, struct sipp_case *c)
{
	for (const struct xml_node *h = xml_child(n, "sidang"); h; h = xml_next(h, "sidang")) {
		c->hearings.items = list_grow(a, c->hearings.items, c->hearings.count,
		                              &c->hearings.capacity, sizeof *c->hearings.items);
		c->hearings.items[c->hearings.count++] = (struct sipp_hearing){
			.id = xml_child_content(h, "sidang_id", a),
			.order = xml_child_content(h, "urutan", a),
			.on = xml_child_content(h, "tanggal_sidang", a),
			.from = xml_child_content(h, "jam_sidang", a),
			.until = xml_child_content(h, "sampai_jam", a),
			.agenda = xml_child_content(h, "agenda", a),
			.place = xml_child_content(h, "ruangan", a),
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
		c->summonses.items[c->summonses.count++] = (struct sipp_summons){
			.id = xml_child_content(r, "id", a),
			.hearing = xml_child_content(r, "sidang_id", a),
			.bailiff = xml_child_content(r, "jurusita_nama", a),
			.party = xml_child_content(r, "pihak", a),
			.on = xml_child_content(r, "tanggal_relaas", a),
			.outcome = xml_child_content(r, "ket_temu", a),
			.receipt = xml_child_content(r, "no_resi_pos", a),
			.note = xml_child_content(r, "ket_hasil_relaas", a),
		};
	}
}

static const struct sipp_case *read_one(const struct xml_node *n, struct arena *a,
                                        struct sipp_answer *out)
{
	out->cases.items = list_grow(a, out->cases.items, out->cases.count, &out->cases.capacity,
	                             sizeof *out->cases.items);
	struct sipp_case *c = &out->cases.items[out->cases.count++];
	*c = (struct sipp_case){
		.id = xml_child_content(n, "perkara_id", a),
		.reg = xml_child_content(n, "nomor_register", a),
		.number = xml_child_content(n, "nomor_perkara", a),
		.sequence = xml_child_content(n, "nomor_urut_perkara", a),
		.registered = xml_child_content(n, "tanggal_pendaftaran", a),
		.alur = xml_child_content(n, "alur_perkara_id", a),
		.type = xml_child_content(n, "jenis_perkara_id", a),
		.type_name = xml_child_content(n, "jenis_perkara_nama", a),
		.stage = xml_child_content(n, "tahapan_terakhir_text", a),
		.process = xml_child_content(n, "proses_terakhir_text", a),
		.panel_on = xml_child_content(n, "penetapan_majelis_hakim", a),
		.registrar_on = xml_child_content(n, "penetapan_panitera_pengganti", a),
		.bailiff_on = xml_child_content(n, "penetapan_jurusita", a),
		.schedule_on = xml_child_content(n, "penetapan_hari_sidang", a),
		.first_hearing = xml_child_content(n, "sidang_pertama", a),
	};
	read_persons(n, "hakim", "hakim_id", "hakim_nama", a, &c->judges);
	read_persons(n, "panitera", "panitera_id", "panitera_nama", a, &c->registrars);
	read_persons(n, "jurusita", "jurusita_id", "jurusita_nama", a, &c->bailiffs);
	read_hearings(n, a, c);
	read_summonses(n, a, c);
	return c;
}

void sipp_read_case(const struct xml_node *n, const struct sipp_question *q, struct arena *a,
                    struct sipp_answer *out)
{
	const struct sipp_case *c = read_one(n, a, out);
	out->id = c->id;
	out->number = c->number;
	out->sequence = c->sequence;
	out->registered = c->registered;
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
