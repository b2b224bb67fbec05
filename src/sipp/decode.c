/* SIPP's answers: valid by their schema, and to the question that was asked, or not believed. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

static const char *const outcome_names[] = {
	[SIPP_DONE] = "done",       [SIPP_ABSENT] = "absent", [SIPP_WAITS] = "waits",
	[SIPP_REFUSED] = "refused", [SIPP_LATER] = "later",   [SIPP_DIFFERS] = "differs",
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
	{ 200, SIPP_DONE },    { 202, SIPP_WAITS },   { 400, SIPP_REFUSED }, { 404, SIPP_ABSENT },
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

void sipp_differ(struct sipp_answer *out, const char *element)
{
	out->outcome = SIPP_DIFFERS;
	out->message = element;
}

bool sipp_same(const struct xml_node *n, const struct sipp_question *q, const char *name,
               struct arena *a, struct sipp_answer *out)
{
	const char *asked = sipp_field_text(q, "", 0, name);
	if (!asked[0] || strcmp(xml_child_content(n, name, a), asked) == 0)
		return true;
	sipp_differ(out, name);
	return false;
}

static void read_found(const struct xml_node *c, struct arena *a, struct sipp_answer *out)
{
	for (const struct xml_node *p = xml_child(c, "pihak"); p; p = xml_next(p, "pihak")) {
		out->found = list_grow(a, out->found, out->found_count, &out->found_capacity,
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
	if (!sipp_same(n, q, "nomor_register", a, out))
		return;
	for (const struct xml_node *c = xml_child(n, "perkara"); c; c = xml_next(c, "perkara"))
		read_found(c, a, out);
}

static void read_relaas(const struct xml_node *n, const struct sipp_question *q, struct arena *a,
                        struct sipp_answer *out)
{
	out->id = xml_child_content(n, "id", a);
	if (sipp_same(n, q, "nomor_perkara", a, out) && sipp_same(n, q, "pihak", a, out))
		(void)sipp_same(n, q, "tanggal_relaas", a, out);
}

static sipp_reader *const readers[SIPP_MESSAGES] = {
	[SIPP_HEALTH] = sipp_read_health,   [SIPP_CHECK] = read_check,
	[SIPP_REGISTER] = sipp_read_case,   [SIPP_CASE] = sipp_read_case,
	[SIPP_CHANGES] = sipp_read_changes, [SIPP_JUDGES] = sipp_read_people,
	[SIPP_BAILIFFS] = sipp_read_people, [SIPP_TYPES] = sipp_read_types,
	[SIPP_COURT] = sipp_read_court,     [SIPP_RELAAS] = read_relaas,
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
		sipp_differ(out, arena_text(a, xml_name(root)));
	else
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
	*out = (struct sipp_answer){
		.outcome = outcome_of(http), .message = "", .id = "", .mark = ""
	};
	if (http == 200)
		read_answer(s, q, body, a, out);
	else
		read_error(s, body, a, out);
}
