/* Requests to SIPP. Registering is safe to repeat (the same nomor_register always gets the same
 * case), yet a message that was tried before is looked up first, so that an assigned number is
 * found and not asked for again. */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

enum { NOTE_MOST = 600 };

#define PROBE_MS      60000
#define DOCUMENT_MOST MIB /* data/sipp/tipe.xsd: dokumen */

static const struct {
	const char *kind; /* of the outbox */
	enum sipp_message message;
} kinds[] = {
	{ "health", SIPP_HEALTH }, { "check", SIPP_CHECK }, { "register", SIPP_REGISTER },
	{ "relaas", SIPP_RELAAS }, { "case", SIPP_CASE },   { "changes", SIPP_CHANGES },
};

/* `what` says whose doing it is, with `note` for %1: who reads it must know whether SIPP holds the
 * case. */
static void number_refused(struct worker *w, struct request *e, const char *what, const char *note)
{
	char said[NOTE_MOST];
	message_fill(what, &note, 1, said, sizeof said);
	struct command c = service_command(&w->sipp, &e->row.filing, -1, &act_number_refused);
	c.payload = (struct payload){ PAYLOAD_NOTE, .note = said };
	request_command(w, e, &w->sipp, &c);
}

/* A value that SIPP cannot store unchanged is not sent: the admin sees it at step 8, by element. */
static void not_to_be_written(struct worker *w, struct request *e, const struct fault *why)
{
	char note[NOTE_MOST];
	if (e->question.message != SIPP_REGISTER) {
		request_fault(w, e, why);
		return;
	}
	fault_say(why, note, sizeof note);
	number_refused(w, e, N_("Tidak dikirim ke SIPP: %1"), note);
}

/* The row's values as the fields of the question; texts are shared. */
static bool question_read(struct request *e)
{
	const struct values *body = &e->row.body;
	size_t k = 0;
	while (k < COUNT_OF(kinds) && strcmp(kinds[k].kind, e->row.kind) != 0)
		k++;
	if (k == COUNT_OF(kinds))
		return false;
	struct sipp_field *fields = arena_get(&e->a, body->count + 1, sizeof *fields);
	for (size_t i = 0; i < body->count; i++)
		fields[i] = (struct sipp_field){ body->items[i].list, body->items[i].row,
			                         body->items[i].field, body->items[i].text };
	e->question = (struct sipp_question){ kinds[k].message, fields, body->count };
	return true;
}

/* The signed relaas goes with its outcome. SIPP takes the outcome without it too: a document that
 * is too large or missing is logged and left here. */
static void document_add(struct worker *w, const struct request *e, struct sipp_question *q,
                         struct arena *a)
{
	static const char list[] = "dokumen";
	struct bytes content;
	struct document_kept kept;
	struct fault why;
	if (q->message != SIPP_RELAAS || !document_taken(values_of(&e->row.body, "berkas"), &kept))
		return;
	if (!file_read(service_document(w->app, kept.digest, a), DOCUMENT_MOST, a, &content,
	               &why)) {
		log_fault("relaas", &why);
		return;
	}
	struct sipp_field *fields = arena_get(a, q->count + 2, sizeof *fields);
	memcpy(fields, q->fields, q->count * sizeof *fields);
	fields[q->count] = (struct sipp_field){ list, 1, "nama", kept.name };
	fields[q->count + 1] = (struct sipp_field){ list, 1, "isi", net_base64(&content, a) };
	q->fields = fields;
	q->count += 2;
}

void sipp_out_start(struct worker *w, struct request *e)
{
	struct fault why;
	struct sipp_request ask;
	if (!e->question.fields && !question_read(e)) {
		request_close(w, e, true, N_("Jenis pesan ke SIPP tidak dikenal"));
		return;
	}
	struct arena a = arena_start(REQUEST_BYTES);
	struct sipp_question q = e->question;
	if (q.message == SIPP_REGISTER && !w->sipp_link.ours)
		q.message = SIPP_COURT;
	else if (q.message == SIPP_REGISTER && e->row.tries > 0 && !e->looked)
		q.message = SIPP_CASE;
	document_add(w, e, &q, &a);
	e->asked = q.message;
	e->state = REQUEST_ANSWER;
	if (!sipp_encode(&w->sipp_link.sipp, &q, &a, &ask, &why))
		not_to_be_written(w, e, &why);
	else if (!sipp_link_call(w, e, &ask, &a, &why))
		request_fault(w, e, &why);
	arena_drop(&a);
}

/* Probes SIPP when the worker starts and each minute after, so that the board shows an outage
 * before a filing needs SIPP. */
static void probe_round(struct worker *w)
{
	if (clock_steady() >= w->health_due && queue_put(w, "sipp", "health"))
		w->health_due = clock_steady() + PROBE_MS;
}

void sipp_out_round(struct worker *w)
{
	probe_round(w);
	sync_round(w);
}

/* ---- what follows ---- */

/* A number the court refuses (another alur or year, or another filing's) goes back to the admin at
 * step 8 with the reason. */
static void number_given(struct worker *w, struct request *e, const struct sipp_answer *s)
{
	char note[NOTE_MOST];
	struct fault why;
	struct command c = service_command(&w->sipp, &e->row.filing, -1, &act_numbered);
	const struct sipp_case *one = &s->cases.items[0]; /* of a registration there is one */
	c.payload = (struct payload){
		PAYLOAD_NUMBER, .number = { one->number, one->id, one->sequence, one->registered }
	};
	if (request_do(w, e, &w->sipp, &c, &why)) {
		if (!sync_case(w, &e->row.filing, one, &why))
			log_fault("sync", &why); /* it comes again, or when asked for */
		request_over(e);
		return;
	}
	if (why.kind != FAULT_REFUSED) {
		request_fault(w, e, &why);
		return;
	}
	fault_say(&why, note, sizeof note);
	number_refused(w, e,
	               N_("SIPP sudah mendaftarkan, tetapi jawabannya tidak dapat dipakai: %1"),
	               note);
}

static void people_known(struct worker *w, struct request *e, const struct sipp_answer *s)
{
	struct command c = service_command(&w->sipp, &e->row.filing, -1, &act_parties_checked);
	c.payload = (struct payload){ PAYLOAD_PARTIES,
		                      .parties = { s->found, s->found_count, NULL } };
	request_command(w, e, &w->sipp, &c);
}

/* Somebody asked for this case. */
static void case_told(struct worker *w, struct request *e, const struct sipp_answer *s)
{
	char note[NOTE_MOST];
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

static void said_no(struct worker *w, struct request *e, const char *what, const char *note)
{
	if (e->question.message == SIPP_REGISTER)
		number_refused(w, e, what, note);
	else
		request_close(w, e, true, note);
}

static void differs(struct worker *w, struct request *e, const struct sipp_answer *s)
{
	char note[NOTE_MOST];
	message_fill(N_("Jawaban SIPP bukan untuk pertanyaan ini (%1); periksa di SIPP"),
	             (const char *const[]){ s->message }, 1, note, sizeof note);
	said_no(w, e, "%1", note);
}

static void not_now(struct worker *w, struct request *e, const struct sipp_answer *s)
{
	request_later(w, e, s->message[0] ? s->message : N_("SIPP sedang terganggu"), 0);
}

/* Nothing is registered in the SIPP of another court: a number it gives is burnt there. */
static void court_told(struct worker *w, struct request *e, const struct sipp_answer *s)
{
	char note[NOTE_MOST];
	const char *ours = w->app->book->court.code;
	w->sipp_link.ours = s->outcome == SIPP_DONE && text_same(s->court.code, ours);
	if (w->sipp_link.ours) {
		e->state = REQUEST_READY;
	} else if (s->outcome == SIPP_DONE) {
		message_fill(
		    N_("SIPP yang tersambung milik %1, bukan %2; tidak ada yang didaftarkan"),
		    (const char *const[]){ s->court.code, ours }, 2, note, sizeof note);
		link_note(w, "sipp", false, note);
		request_later(w, e, note, 0);
	} else {
		not_now(w, e, s);
	}
}

void sipp_out_answer(struct worker *w, struct request *e, const struct net_answer *answer)
{
	struct sipp_question q = e->question;
	bool looks = e->asked == SIPP_CASE && q.message == SIPP_REGISTER;
	struct sipp_answer s;
	const struct sipp_bytes body = { answer->body.data, answer->body.size };
	if (answer->end != NET_ANSWERED) {
		log_line("sipp %s: %s (%s)", e->row.kind, net_end_name(answer->end),
		         answer->detail);
		w->sipp_link.ours = false; /* another may stand there when it is back */
		link_note(w, "sipp", false, net_end_text(answer->end));
		request_later(w, e, net_end_text(answer->end), 0);
		return;
	}
	q.message = e->asked;
	sipp_decode(&w->sipp_link.sipp, &q, answer->status, &body, &e->a, &s);
	log_line("sipp %s: %d %s %s", e->row.kind, answer->status, sipp_outcome_name(s.outcome),
	         s.message);
	link_note(w, "sipp", s.outcome != SIPP_LATER, s.outcome == SIPP_LATER ? s.message : "");
	if (e->asked == SIPP_COURT) {
		court_told(w, e, &s);
	} else if (s.outcome == SIPP_DONE) {
		done(w, e, &s);
	} else if (s.outcome == SIPP_ABSENT && looks) {
		e->looked = true;
		e->state = REQUEST_READY;
	} else if (s.outcome == SIPP_REFUSED ||
	           (s.outcome == SIPP_ABSENT && q.message == SIPP_CASE)) {
		said_no(w, e, N_("SIPP menolak pendaftaran: %1"), s.message);
	} else if (s.outcome == SIPP_DIFFERS) {
		differs(w, e, &s);
	} else {
		not_now(w, e, &s);
	}
}
