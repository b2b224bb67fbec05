/* What SIPP keeps beside its cases: who is in office, alur and case types, the court, itself. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

/* hakim or jurusita: whichever the list is of. */
void sipp_read_people(const struct xml_node *n, const struct sipp_question *q, struct arena *a,
                      struct sipp_answer *out)
{
	struct sipp_people *people = &out->people;
	(void)q;
	for (const struct xml_node *p = xml_child(n, NULL); p; p = xml_next(p, NULL)) {
		people->items = list_grow(a, people->items, people->count, &people->capacity,
		                          sizeof *people->items);
		people->items[people->count++] = (struct sipp_person){
			.id = xml_child_content(p, "id", a),
			.name = xml_child_content(p, "nama", a),
			.title = xml_child_content(p, "nama_gelar", a),
			.nip = xml_child_content(p, "nip", a),
			.post = xml_child_content(p, "jabatan", a),
		};
	}
}

static void read_names(const struct xml_node *n, const char *element, struct arena *a,
                       struct sipp_names *out)
{
	for (const struct xml_node *e = xml_child(n, element); e; e = xml_next(e, element)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		out->items[out->count++] = (struct sipp_named){
			.id = xml_child_content(e, "id", a),
			.code = xml_child_content(e, "kode", a),
			.name = xml_child_content(e, "nama", a),
		};
	}
}

void sipp_read_types(const struct xml_node *n, const struct sipp_question *q, struct arena *a,
                     struct sipp_answer *out)
{
	(void)q;
	read_names(n, "alur_perkara", a, &out->alurs);
	read_names(n, "jenis_perkara", a, &out->types);
}

void sipp_read_court(const struct xml_node *n, const struct sipp_question *q, struct arena *a,
                     struct sipp_answer *out)
{
	(void)q;
	out->court = (struct sipp_court){
		.code = xml_child_content(n, "kode", a),
		.zone = xml_child_content(n, "zona", a),
		.name = xml_child_content(n, "NamaPN", a),
		.address = xml_child_content(n, "AlamatPN", a),
		.chair = xml_child_content(n, "KetuaPNNama", a),
		.chair_nip = xml_child_content(n, "KetuaPNNIP", a),
		.registrar = xml_child_content(n, "PanSekNama", a),
		.registrar_nip = xml_child_content(n, "PanSekNIP", a),
	};
}

void sipp_read_health(const struct xml_node *n, const struct sipp_question *q, struct arena *a,
                      struct sipp_answer *out)
{
	(void)q;
	out->health = (struct sipp_health){
		.name = xml_child_content(n, "nama", a),
		.version = xml_child_content(n, "versi", a),
		.contract = xml_child_content(n, "kontrak", a),
		.time = xml_child_content(n, "waktu", a),
		.reads_only = strcmp(xml_child_content(n, "menulis", a), "T") == 0,
	};
}
