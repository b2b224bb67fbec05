/* SIPP's answers: valid by their schema, and to the question that was asked, or not believed. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

static const char *const outcome_names[] = {
	[SIPP_DONE] = "done",   [SIPP_ABSENT] = "absent",   [SIPP_REFUSED] = "refused",
	[SIPP_LATER] = "later", [SIPP_DIFFERS] = "differs",
};

const char *sipp_outcome_name(enum sipp_outcome o)
{
	return outcome_names[o];
}

/* By HTTP status; what is not here is SIPP_LATER. */
static const struct {
	int http;
	enum sipp_outcome outcome;
} statuses[] = {
	{ 200, SIPP_DONE },    { 400, SIPP_REFUSED }, { 404, SIPP_ABSENT },
	{ 409, SIPP_REFUSED }, { 413, SIPP_REFUSED }, { 422, SIPP_REFUSED },
};

static enum sipp_outcome outcome_of(int http)
{
	for (size_t i = 0; i < COUNT_OF(statuses); i++) {
		if (statuses[i].http == http)
			return statuses[i].outcome;
	}
	return SIPP_LATER;
}

static void differ(struct sipp_answer *out, const char *element)
{
	out->outcome = SIPP_DIFFERS;
	out->message = element;
}

/* The answer's element is the question's field of the same name. */
static bool same(const struct xml_node *n, const struct sipp_question *q, const char *name,
                 struct arena *a, struct sipp_answer *out)
{
	const char *asked = sipp_field_text(q, "", 0, name);
	if (!asked[0] || strcmp(xml_child_content(n, name, a), asked) == 0)
		return true;
	differ(out, name);
	return false;
}

/* <urut>/<alur>/<tahun>/<pengadilan>: the first is the sequence, the third the year of
 * registration. */
static bool number_is_whole(const struct sipp_answer *c, struct arena *a)
{
	long long in_number, told;
	size_t first = strcspn(c->number, "/");
	const char *year = c->number[first] ? strchr(c->number + first + 1, '/') : NULL;
	return year && text_number(arena_copy(a, c->number, first), 1, 999999999, &in_number) &&
	       text_number(c->sequence, 1, 999999999, &told) && in_number == told &&
	       strncmp(year + 1, c->registered, 4) == 0 && year[5] == '/';
}

static void read_case(const struct xml_node *n, const struct sipp_question *q, struct arena *a,
                      struct sipp_answer *out)
{
	out->id = xml_child_content(n, "perkara_id", a);
	out->number = xml_child_content(n, "nomor_perkara", a);
	out->sequence = xml_child_content(n, "nomor_urut_perkara", a);
	out->registered = xml_child_content(n, "tanggal_pendaftaran", a);
	if (!same(n, q, "nomor_register", a, out) || !same(n, q, "alur_perkara_id", a, out) ||
	    !same(n, q, "jenis_perkara_id", a, out))
		return;
	if (!number_is_whole(out, a))
		differ(out, "nomor_perkara");
}

static void read_found(const struct xml_node *c, struct arena *a, struct sipp_answer *out)
{
	for (const struct xml_node *p = xml_child(c, "pihak"); p; p = xml_next(p, "pihak")) {
		out->found = list_grow(a, out->found, out->found_count, &out->found_room,
		                       sizeof *out->found);
		out->found[out->found_count++] = (struct sipp_found){
			.number = xml_child_content(c, "nomor_perkara", a),
			.type = xml_child_content(c, "jenis_perkara_nama", a),
			.name = xml_child_content(p, "nama", a),
			.nik = xml_child_content(p, "nomor_indentitas", a),
		};
	}
}

static void read_check(const struct xml_node *n, const struct sipp_question *q, struct arena *a,
                       struct sipp_answer *out)
{
	if (!same(n, q, "nomor_register", a, out))
		return;
	for (const struct xml_node *c = xml_child(n, "perkara"); c; c = xml_next(c, "perkara"))
		read_found(c, a, out);
}

static void read_relaas(const struct xml_node *n, const struct sipp_question *q, struct arena *a,
                        struct sipp_answer *out)
{
	out->id = xml_child_content(n, "id", a);
	if (same(n, q, "nomor_perkara", a, out) && same(n, q, "pihak", a, out))
		(void)same(n, q, "tanggal_relaas", a, out);
}

static void read_schedule(const struct xml_node *n, const struct sipp_question *q, struct arena *a,
                          struct sipp_answer *out)
{
	(void)same(n, q, "nomor_perkara", a, out);
}

static void (*const readers[SIPP_MESSAGES])(const struct xml_node *, const struct sipp_question *,
                                            struct arena *, struct sipp_answer *) = {
	[SIPP_CHECK] = read_check,   [SIPP_REGISTER] = read_case,     [SIPP_CASE] = read_case,
	[SIPP_RELAAS] = read_relaas, [SIPP_SCHEDULE] = read_schedule,
};

/* It came, but cannot be read: the outcome is not known. */
static void unreadable(const struct fault *why, struct arena *a, struct sipp_answer *out)
{
	char text[512];
	fault_say(why, text, sizeof text);
	out->outcome = SIPP_LATER;
	out->message = arena_text(a, text);
}

static void read_answer(const struct sipp *s, const struct sipp_question *q,
                        const struct sipp_bytes *body, struct arena *a, struct sipp_answer *out)
{
	struct xml *x = NULL;
	struct fault why;
	if (!xml_parse(body->data, body->size, "SIPP", s->answers[q->message], &x, &why)) {
		unreadable(&why, a, out);
		return;
	}
	const struct xml_node *root = xml_root(x);
	if (strcmp(xml_name(root), sipp_kinds[q->message].answer) != 0)
		differ(out, arena_text(a, xml_name(root)));
	else if (readers[q->message])
		readers[q->message](root, q, a, out);
	xml_close(&x);
}

static void read_error(const struct sipp *s, const struct sipp_bytes *body, struct arena *a,
                       struct sipp_answer *out)
{
	struct xml *x = NULL;
	struct fault why;
	if (!xml_parse(body->data, body->size, "SIPP", s->error, &x, &why)) {
		unreadable(&why, a, out); /* not SIPP's own voice: a proxy, say */
		return;
	}
	out->message = xml_child_content(xml_root(x), "pesan", a);
	xml_close(&x);
}

void sipp_decode(const struct sipp *s, const struct sipp_question *q, int http,
                 const struct sipp_bytes *body, struct arena *a, struct sipp_answer *out)
{
	*out = (struct sipp_answer){ .outcome = outcome_of(http),
		                     .message = "",
		                     .id = "",
		                     .number = "",
		                     .sequence = "",
		                     .registered = "" };
	if (http == 200)
		read_answer(s, q, body, a, out);
	else
		read_error(s, body, a, out);
}
