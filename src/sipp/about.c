/* What SIPP says of the court and of itself. */
#include <string.h>

#include "private.h"

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
