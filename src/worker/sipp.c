/* Requests to SIPP. Registering is safe to repeat (the same nomor_register always gets the same
 * case), yet a message that was tried before is asked for first, so that a number given is found
 * and not asked anew. */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define SETUP_BYTES   MIB
#define CHANGES_BYTES (4 * MIB)

static const struct {
	const char *kind; /* of the outbox */
	enum sipp_message message;
} kinds[] = {
	{ "health", SIPP_HEALTH }, { "check", SIPP_CHECK }, { "register", SIPP_REGISTER },
	{ "relaas", SIPP_RELAAS }, { "case", SIPP_CASE },   { "changes", SIPP_CHANGES },
};

/* ---- data/sipp.xml ---- */

/* A file of the home that the attribute names, or NULL. */
static const char *own_file(const struct xml_node *root, const char *name, const struct home *h,
                            struct arena *a)
{
	const char *file = xml_attribute(root, name, "", a);
	return file[0] ? home_file(h, file, a) : NULL;
}

static bool sipp_link_read(const struct xml *x, const struct home *h, struct sipp_link *b,
                           struct fault *why)
{
	const struct xml_node *root = xml_root(x);
	long long connect_ms, total_ms, sync_seconds;
	b->base_url = xml_attribute(root, "base-url", "", &b->a);
	b->url_file = xml_attribute(root, "url-file", "", &b->a);
	b->token_file = xml_attribute(root, "token-file", "", &b->a);
	b->authorities = xml_attribute(root, "authorities", "", &b->a);
	b->certificate = own_file(root, "certificate", h, &b->a);
	b->key = own_file(root, "key", h, &b->a);
	if (!text_number(xml_attribute(root, "connect-ms", "5000", &b->a), 1, 600000,
	                 &connect_ms) ||
	    !text_number(xml_attribute(root, "total-ms", "30000", &b->a), 1, 600000, &total_ms))
		return xml_refuse(x, root, why, N_("%1 harus antara 1 dan 600000"), "connect-ms");
	if (!text_number(xml_attribute(root, "sync-seconds", "60", &b->a), 0, 86400, &sync_seconds))
		return xml_refuse(x, root, why, N_("%1 harus antara 0 dan 86400"), "sync-seconds");
	b->sync_seconds = (int)sync_seconds;
	b->connect_ms = (int)connect_ms;
	b->total_ms = (int)total_ms;
	return true;
}

bool sipp_link_open(struct worker *w, struct fault *why)
{
	const struct home *h = &w->app->home;
	struct sipp_link *b = &w->sipp_link;
	struct xml_schema *schema = NULL;
	struct xml *x = NULL;
	*b = (struct sipp_link){ .a = arena_start(SETUP_BYTES) };
	const char *folder = arena_print(&b->a, "%s/data/sipp", h->share);
	bool good = xml_schema_open(home_data(h, "data/xsd/sipp.xsd", &b->a), &schema, why) &&
	            xml_open(home_data(h, "data/sipp.xml", &b->a), schema, &x, why) &&
	            sipp_link_read(x, h, b, why) && sipp_open(folder, &b->sipp, why);
	xml_close(&x);
	xml_schema_close(&schema);
	b->open = good;
	if (!good)
		arena_drop(&b->a);
	return good;
}

void sipp_link_close(struct worker *w)
{
	if (!w->sipp_link.open)
		return;
	sipp_close(&w->sipp_link.sipp);
	arena_drop(&w->sipp_link.a);
	w->sipp_link.open = false;
}

/* ---- the call ---- */

static bool call_start(struct worker *w, const struct request *e, const struct sipp_request *ask,
                       struct arena *a, struct fault *why)
{
	const struct sipp_link *b = &w->sipp_link;
	const char *url = b->base_url, *token = "";
	if (b->url_file[0] && !home_line(&w->app->home, b->url_file, a, &url, why))
		return false;
	if (b->token_file[0] && !home_line(&w->app->home, b->token_file, a, &token, why))
		return false;
	const struct net_header headers[] = {
		{ "Content-Type", "application/xml; charset=utf-8" },
		{ "Authorization", arena_print(a, "Bearer %s", token) },
	};
	const struct net_request r = {
		.method = ask->method,
		.url = arena_print(a, "%s%s", url, ask->target),
		.headers = headers,
		.header_count = COUNT_OF(headers),
		.body = ask->body,
		.size = strlen(ask->body),
		.max_answer = e->question.message == SIPP_CHANGES ? CHANGES_BYTES : ANSWER_BYTES,
		.connect_ms = b->connect_ms,
		.total_ms = b->total_ms,
		.ca_file = b->authorities[0] ? b->authorities : NULL,
		.certificate = b->certificate,
		.key = b->key,
		.tag = (uint64_t)(e - w->requests),
	};
	return net_start(w->client, &r, why);
}

static void number_refused(struct worker *w, struct request *e, const char *note)
{
	struct command c = service_command(&w->sipp, &e->row.filing, -1, "nomor", "ditolak");
	request_value(e, &c, "note", note);
	request_command(w, e, &w->sipp, &c);
}

/* What SIPP could not keep as it is goes nowhere: the admin sees it at step 8, by element. */
static void not_to_be_written(struct worker *w, struct request *e, const struct fault *why)
{
	char note[512];
	if (e->question.message != SIPP_REGISTER) {
		request_fault(w, e, why);
		return;
	}
	fault_say(why, note, sizeof note);
	number_refused(w, e, note);
}

static void go(struct worker *w, struct request *e)
{
	struct fault why;
	struct sipp_request ask;
	struct arena a = arena_start(16 * MIB);
	struct sipp_question q = e->question;
	bool unsure = q.message == SIPP_REGISTER && e->row.tries > 0 && !e->looked;
	if (unsure)
		q.message = SIPP_CASE;
	e->leg = unsure ? LEG_LOOK : LEG_SEND;
	if (!sipp_encode(&w->sipp_link.sipp, &q, &a, &ask, &why))
		not_to_be_written(w, e, &why);
	else if (!call_start(w, e, &ask, &a, &why))
		request_fault(w, e, &why);
	arena_drop(&a);
}

/* The row's values as the fields of the question; texts are shared. */
static void question_read(struct request *e, enum sipp_message m)
{
	const struct values *body = &e->row.body;
	struct sipp_field *fields = arena_get(&e->a, body->count + 1, sizeof *fields);
	for (size_t i = 0; i < body->count; i++)
		fields[i] = (struct sipp_field){ body->items[i].list, body->items[i].row,
			                         body->items[i].field, body->items[i].text };
	e->question = (struct sipp_question){ m, fields, body->count };
}

void sipp_request_start(struct worker *w, struct request *e)
{
	e->leg = LEG_SEND;
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		if (strcmp(kinds[i].kind, e->row.kind) == 0) {
			question_read(e, kinds[i].message);
			go(w, e);
			return;
		}
	}
	request_close(w, e, true, N_("Jenis pesan ke SIPP tidak dikenal"));
}

/* ---- what follows ---- */

/* A number the court does not take (another alur or year, somebody else's) goes back to the admin
 * at step 8 with the reason. */
static void number_given(struct worker *w, struct request *e, const struct sipp_answer *s)
{
	char note[512];
	struct fault why;
	struct command c = service_command(&w->sipp, &e->row.filing, -1, "nomor", "beri");
	request_value(e, &c, "nomor_perkara", s->number);
	request_value(e, &c, "perkara_id", s->id);
	request_value(e, &c, "nomor_urut_perkara", s->sequence);
	request_value(e, &c, "tanggal_pendaftaran", s->registered);
	if (request_do(w, e, &w->sipp, &c, &why)) {
		if (s->cases.count > 0 && !sync_case(w, &e->row.filing, &s->cases.items[0], &why))
			log_fault("sync", &why); /* it comes again, or when asked for */
		request_over(e);
		return;
	}
	if (why.kind != FAULT_REFUSED) {
		request_fault(w, e, &why);
		return;
	}
	fault_say(&why, note, sizeof note);
	number_refused(w, e, note);
}

/* "NIK 32… (Nama) ada di perkara 12/Pdt.G/2026/PA.Cth, Cerai Gugat", one after the other. */
static void people_known(struct worker *w, struct request *e, const struct sipp_answer *s)
{
	struct command c = service_command(&w->sipp, &e->row.filing, -1, "verifikasi", "sipp");
	struct text note = text_start(&e->a);
	for (size_t i = 0; i < s->found_count; i++) {
		const struct sipp_found *f = &s->found[i];
		char one[512];
		message_fill(N_("NIK %1 (%2) ada di perkara %3, %4"),
		             (const char *const[]){ f->nik, f->name, f->number, f->type }, 4, one,
		             sizeof one);
		text_add(&note, i ? "; " : "");
		text_add(&note, one);
	}
	if (s->found_count == 0)
		text_add(&note, N_("tidak ada perkara lain atas nama para pihak"));
	request_value(e, &c, "note", note.s);
	request_command(w, e, &w->sipp, &c);
}

/* Somebody asked for this case. */
static void case_told(struct worker *w, struct request *e, const struct sipp_answer *s)
{
	char note[512];
	struct fault why;
	bool good = s->cases.count == 0 || sync_case(w, &e->row.filing, &s->cases.items[0], &why);
	if (!good && why.kind == FAULT_REFUSED) {
		fault_say(&why, note, sizeof note);
		request_close(w, e, true, note);
	} else if (!good)
		request_fault(w, e, &why);
	else
		request_close(w, e, false, "");
}

static void changes_told(struct worker *w, struct request *e, const struct sipp_answer *s)
{
	sync_cases(w, s);
	request_close(w, e, false, "");
}

static void done(struct worker *w, struct request *e, const struct sipp_answer *s)
{
	static void (*const ends[SIPP_MESSAGES])(struct worker *, struct request *,
	                                         const struct sipp_answer *) = {
		[SIPP_REGISTER] = number_given,
		[SIPP_CHECK] = people_known,
		[SIPP_CASE] = case_told,
		[SIPP_CHANGES] = changes_told,
	};
	if (ends[e->question.message] != NULL)
		ends[e->question.message](w, e, s);
	else
		request_close(w, e, false, "");
}

static void said_no(struct worker *w, struct request *e, const char *note)
{
	if (e->question.message == SIPP_REGISTER)
		number_refused(w, e, note);
	else
		request_close(w, e, true, note);
}

static void differs(struct worker *w, struct request *e, const struct sipp_answer *s)
{
	char note[512];
	message_fill(N_("Jawaban SIPP bukan untuk pertanyaan ini (%1); periksa di SIPP"),
	             (const char *const[]){ s->message }, 1, note, sizeof note);
	said_no(w, e, note);
}

void sipp_request_answer(struct worker *w, struct request *e, const struct net_answer *answer)
{
	struct sipp_question q = e->question;
	struct sipp_answer s;
	const struct sipp_bytes body = { answer->body.data, answer->body.size };
	if (answer->end != NET_ANSWERED) {
		log_line("sipp %s: %s (%s)", e->row.kind, net_end_name(answer->end),
		         answer->detail);
		link_note(w, "sipp", false, net_end_text(answer->end));
		request_later(w, e, net_end_text(answer->end), 0);
		return;
	}
	if (e->leg == LEG_LOOK)
		q.message = SIPP_CASE;
	sipp_decode(&w->sipp_link.sipp, &q, answer->status, &body, &e->a, &s);
	log_line("sipp %s: %d %s %s", e->row.kind, answer->status, sipp_outcome_name(s.outcome),
	         s.message);
	link_note(w, "sipp", s.outcome != SIPP_LATER, s.outcome == SIPP_LATER ? s.message : "");
	if (s.outcome == SIPP_DONE) {
		done(w, e, &s);
	} else if (s.outcome == SIPP_ABSENT && e->leg == LEG_LOOK) {
		e->looked = true;
		go(w, e);
	} else if (s.outcome == SIPP_REFUSED ||
	           (s.outcome == SIPP_ABSENT && q.message == SIPP_CASE)) {
		said_no(w, e, s.message);
	} else if (s.outcome == SIPP_DIFFERS) {
		differs(w, e, &s);
	} else {
		request_later(w, e, s.message[0] ? s.message : N_("SIPP sedang terganggu"), 0);
	}
}
