/* SIPP's requests held against their schemas, its answers and its refusals. */
#include <string.h>
#include <strings.h>

#include "loket/list.h"

#include "private.h"

struct xml_out sipp_answer(struct arena *a, const char *root)
{
	struct xml_out o = xml_start(a);
	xml_begin(&o, root);
	xml_put_attribute(&o, "xmlns", SIPP_SPACE);
	return o;
}

void sipp_say_error(const struct sipp_error *e, struct sim_reply *r, struct arena *a)
{
	struct xml_out o = sipp_answer(a, "kesalahan");
	xml_leaf(&o, "kode", e->code);
	xml_leaf(&o, "pesan", e->text);
	if (e->line > 0)
		xml_leaf(&o, "baris", number_text(a, e->line));
	if (e->element != NULL && *e->element != '\0')
		xml_leaf(&o, "unsur", e->element);
	reply_text(r, e->status, xml_finish(&o), a);
}

void sipp_refuse(const struct sim_call *c, int status, struct sim_reply *r)
{
	static const struct sipp_error errors[] = {
		{ 401, "tanpa_izin", "Tanda pengenal (Bearer) tidak ada atau salah", "", 0 },
		{ 404, "tidak_ada", "Alamat atau perkara itu tidak ada", "", 0 },
		{ 409, "bentrok", "Nomor register itu sudah dipakai perkara lain", "", 0 },
		{ 413, "pesan_salah", "Pesan lebih besar dari 4 MiB", "", 0 },
		{ 429, "terlalu_banyak", "Terlalu banyak permintaan; coba lagi nanti", "", 0 },
		{ 500, "gangguan", "SIPP sedang terganggu; coba lagi nanti", "", 0 },
	};
	struct sipp_error e = errors[COUNT_OF(errors) - 1];
	for (size_t i = 0; i < COUNT_OF(errors); i++) {
		if (errors[i].status == status)
			e = errors[i];
	}
	e.status = status;
	r->type = "application/xml";
	sipp_say_error(&e, r, c->a);
}

/* xml's faults carry "name:line", then the element when it was the schema that refused, then why.
 */
static void say_invalid(const struct fault *why, struct sim_reply *r, struct arena *a)
{
	const char *colon = strrchr(why->args[0], ':');
	bool named = why->args[2][0] != '\0';
	long long line = 0;
	if (colon == NULL || !text_number(colon + 1, 0, 1 << 30, &line))
		line = 0;
	struct sipp_error e = { .status = 400,
		                .code = "pesan_salah",
		                .text = named ? why->args[2] : why->args[1],
		                .element = named ? why->args[1] : "",
		                .line = (int)line };
	if (*e.text == '\0')
		e.text = "Pesan kosong atau bukan XML";
	sipp_say_error(&e, r, a);
}

static bool is_xml(const char *type)
{
	static const char *const types[] = { "application/xml", "text/xml" };
	for (size_t i = 0; type != NULL && i < COUNT_OF(types); i++) {
		size_t length = strlen(types[i]);
		if (strncasecmp(type, types[i], length) == 0 && strchr("; ", type[length]) != NULL)
			return true;
	}
	return false;
}

struct xml *sipp_request(const struct sim_call *c, const struct xml_schema *schema,
                         struct sim_reply *r)
{
	static const struct sipp_error type = { 415, "pesan_salah",
		                                "Content-Type harus application/xml", "", 0 };
	struct xml *x = NULL;
	struct fault why = { 0 };
	if (!is_xml(call_header(c, "Content-Type")))
		sipp_say_error(&type, r, c->a);
	else if (!xml_parse(c->body.data, c->body.size, "pesan", schema, &x, &why))
		say_invalid(&why, r, c->a);
	return x;
}
