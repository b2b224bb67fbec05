/* Letters out by SMTP. The server's reply to a letter is the outcome of its summons; what is no
 * judgement of the letter (no connection, no login, 4xx) is tried again with the same Message-ID.
 *
 * SMTP cannot be asked whether it took a letter whose reply was lost. Where the court has a
 * mailbox, a copy of each letter goes there in the same transaction of the server, and a letter
 * that was tried before is searched for there by its Message-ID before it is sent again. Without a
 * mailbox it is sent again, and the receiving side knows it by its Message-ID. */
#include <string.h>

#include "loket/list.h"
#include "loket/mail.h"
#include "loket/text.h"

#include "private.h"

#define MOST_PDF   (16 * MIB)
#define CODE_PLACE "{kode}"
#define ROOM       (4 * MOST_PDF + MIB)

static const char *word(const struct request *e, const char *name)
{
	return values_of(&e->row.body, name);
}

static bool is_code(const struct request *e)
{
	return text_same(e->row.kind, "kode");
}

/* ---- the letter ---- */

/* The text with the code in it, which is nowhere else. */
static bool code_put(struct worker *w, const struct request *e, struct arena *a, const char **out,
                     struct fault *why)
{
	const char *code, *place = strstr(*out, CODE_PLACE);
	if (!place)
		return fault_set(why, FAULT_REFUSED, N_("data/mail.xml: surat kode tanpa %1"),
		                 CODE_PLACE);
	if (!service_code(w->app, e->row.key, a, &code, why))
		return false;
	*out = arena_print(a, "%.*s%s%s", (int)(place - *out), *out, code,
	                   place + strlen(CODE_PLACE));
	return true;
}

static bool letter_make(struct worker *w, const struct request *e, struct arena *a,
                        struct bytes *out, struct fault *why)
{
	struct document_kept kept;
	const struct rulebook *book = w->app->book;
	struct mail_letter l = {
		.from_name = book->court.name,
		.from = book->mail.from,
		.to_name = word(e, "nama"),
		.to = word(e, "kepada"),
		.subject = word(e, "subjek"),
		.text = word(e, "isi"),
		.message_id = mail_message_id(e->row.key, book->mail.from, a),
		.at = e->row.made,
	};
	if (is_code(e) && !code_put(w, e, a, &l.text, why))
		return false;
	if (document_taken(word(e, "berkas"), &kept)) {
		l.file = kept.name;
		if (!file_read(service_document(w->app, kept.digest, a), MOST_PDF, a, &l.pdf, why))
			return false;
	}
	return mail_write(&l, a, out, why);
}

static void letter_send(struct worker *w, struct request *e)
{
	struct fault why;
	struct bytes content;
	struct arena a = arena_start(ROOM);
	e->looking = false;
	e->state = REQUEST_ANSWER;
	if (!letter_make(w, e, &a, &content, &why) ||
	    !mail_link_send(w, e, word(e, "kepada"), &content, &why))
		request_fault(w, e, &why);
	arena_drop(&a);
}

/* Our copy of it, by its Message-ID. */
static void copy_look(struct worker *w, struct request *e)
{
	struct fault why;
	const char *command =
	    arena_print(&e->a, "UID SEARCH HEADER Message-ID \"<%s>\"",
	                mail_message_id(e->row.key, w->app->book->mail.from, &e->a));
	e->looking = true;
	e->state = REQUEST_ANSWER;
	if (!mail_link_ask(w, e, command, 0, &why))
		request_fault(w, e, &why);
}

void mail_out_start(struct worker *w, struct request *e)
{
	const struct mail_setup *m = &w->app->book->mail;
	if (!m->smtp.host[0])
		request_later(w, e, N_("data/mail.xml tidak menyebut peladen surat"), 0);
	else if (m->imap.host[0] && e->row.tries > 0 && !e->looked)
		copy_look(w, e);
	else
		letter_send(w, e);
}

/* ---- what follows ---- */

static void told(struct worker *w, struct request *e, const struct act *act, const char *said)
{
	if (is_code(e)) { /* nothing of the filing turns by it */
		request_close(w, e, act != &act_mail_sent, act == &act_mail_sent ? "" : said);
		return;
	}
	struct command c = service_command(&w->mail, &e->row.filing, -1, act);
	c.payload = (struct payload){ PAYLOAD_MAIL, .mail = { .key = e->row.key, .said = said } };
	request_command(w, e, &w->mail, &c);
}

static void copy_told(struct worker *w, struct request *e, const struct net_answer *answer)
{
	long long uid;
	if (answer->end != NET_ANSWERED) {
		request_later(w, e, net_end_text(answer->end), 0);
	} else if (mail_link_found(&answer->body, &uid, 1) > 0) {
		told(w, e, &act_mail_sent, N_("sudah diterima peladen pada percobaan sebelumnya"));
	} else {
		e->looked = true;
		e->state = REQUEST_READY;
	}
}

void mail_out_answer(struct worker *w, struct request *e, const struct net_answer *answer)
{
	bool looked = e->looking;
	log_line("mail %s %s: %s %s", looked ? "look" : "send", e->row.key,
	         net_end_name(answer->end), answer->detail);
	mail_link_note(w, answer);
	if (looked)
		copy_told(w, e, answer);
	else if (answer->end != NET_ANSWERED)
		request_later(w, e, net_end_text(answer->end),
		              net_end_is_unknown(answer->end) ? MAIL_SETTLE_MS : 0);
	else if (answer->status < 400)
		told(w, e, &act_mail_sent, answer->detail);
	else if (answer->status >= 500)
		told(w, e, &act_mail_refused, answer->detail);
	else
		request_later(w, e, answer->detail, 0);
}
