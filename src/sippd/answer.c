/* Answers: XML of the contract, and every refusal as kesalahan. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

struct xml_out answer_start(struct arena *a, const char *root)
{
	struct xml_out o = xml_start(a);
	xml_begin(&o, root);
	xml_put_attribute(&o, "xmlns", SIPP_SPACE);
	return o;
}

void answer_body(const char *body, int status, struct net_reply *out)
{
	out->status = status;
	out->body = (struct bytes){ (unsigned char *)(uintptr_t)body, strlen(body) };
	out->headers[0] = (struct net_header){ "Content-Type", "application/xml; charset=utf-8" };
	out->header_count = 1;
}

void answer_xml(struct xml_out *o, struct net_reply *out)
{
	answer_body(xml_finish(o), 200, out);
}

void answer_refuse(const struct refusal *r, struct arena *a, struct net_reply *out)
{
	struct xml_out o = answer_start(a, "kesalahan");
	xml_leaf(&o, "kode", r->code);
	xml_leaf(&o, "pesan", _(r->text));
	if (r->line > 0)
		xml_leaf(&o, "baris", arena_print(a, "%d", r->line));
	if (r->element[0])
		xml_leaf(&o, "unsur", r->element);
	answer_body(xml_finish(&o), r->status, out);
}

bool element_refuse(struct fault *why, const char *element, const char *text)
{
	fault_set(why, FAULT_REFUSED, text);
	return fault_at(why, element);
}

void answer_status(int status, struct arena *a, struct net_reply *out)
{
	static const struct refusal rows[] = {
		{ 202, "menunggu_nomor",
		  N_("SIPP ini hanya dibaca: petugas SIPP mendaftarkan perkara ini, lalu nomornya diambil"),
		  "", 0 },
		{ 400, "pesan_salah", N_("Permintaan ini bukan HTTP yang benar"), "", 0 },
		{ 401, "tanpa_izin", N_("Token (Bearer) tidak ada atau salah"), "", 0 },
		{ 403, "tanpa_izin", N_("Sertifikat pemanggil tidak ada atau tidak dikenal"), "",
		  0 },
		{ 404, "tidak_ada", N_("Alamat atau perkara itu tidak ada"), "", 0 },
		{ 405, "pesan_salah", N_("Cara itu tidak dilayani di alamat ini"), "", 0 },
		{ 409, "bentrok", N_("Nomor register itu sudah dipakai perkara lain di SIPP"), "",
		  0 },
		{ 413, "pesan_salah", N_("Pesan terlalu besar"), "", 0 },
		{ 415, "pesan_salah", N_("Content-Type harus application/xml"), "", 0 },
		{ 431, "pesan_salah", N_("Kepala permintaan terlalu besar"), "", 0 },
		{ 503, "gangguan", N_("Basis data SIPP sedang dipakai; coba lagi nanti"), "", 0 },
	};
	struct refusal r = rows[COUNT_OF(rows) - 1];
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		if (rows[i].status == status)
			r = rows[i];
	}
	r.status = status;
	answer_refuse(&r, a, out);
}

/* The element of that name at `at` or below one of its parties; else `at` itself. */
static const struct xml_node *element_named(const struct xml_node *at, const char *name)
{
	const struct xml_node *found = at && name[0] ? xml_child(at, name) : NULL;
	return found ? found : at;
}

void answer_fault(const struct fault *why, const struct xml_node *at, struct arena *a,
                  struct net_reply *out)
{
	char text[480];
	const struct xml_node *n = element_named(at, why->field);
	fault_say(why, text, sizeof text);
	const struct refusal r = {
		.status = why->kind == FAULT_REFUSED ? 422 : 503,
		.code = why->kind == FAULT_REFUSED ? "ditolak" : "gangguan",
		.text = text,
		.element = why->field,
		.line = n && why->kind == FAULT_REFUSED ? xml_line(n) : 0,
	};
	answer_refuse(&r, a, out);
}
