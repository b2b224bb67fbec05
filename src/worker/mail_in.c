/* The court's mailbox: every so often the worker looks for delivery reports it has not read, takes
 * each whole, and lets it turn the summons it is about. Read ones carry a keyword of ours on the
 * server, set after what they said was written: one may be read twice, never missed. Other messages
 * are left alone. */
#include <stdio.h>
#include <string.h>

#include "loket/mail.h"
#include "loket/text.h"

#include "private.h"

#define MAILBOX "mailbox"
#define READ    "LoketDibaca"

enum { MOST_AT_ONCE = 32, COMMAND_ROOM = 120, SAID_ROOM = 400 };

/* The steps of one look: which are unread; then for each, its bytes, and the mark. */
enum { ASK_UNREAD, ASK_MESSAGE, ASK_MARK };

struct mail_look {
	int asking;
	long long uids[MOST_AT_ONCE];
	size_t count, at;
};

void mail_in_round(struct worker *w)
{
	const struct mail_setup *m = &w->app->book->mail;
	int64_t now = clock_steady();
	if (text_is_empty(m->imap.host) || now < w->mail_due ||
	    queue_count(w, MAILBOX, "look") > 0 || !queue_put(w, MAILBOX, "look"))
		return;
	w->mail_due = now + (int64_t)1000 * m->look_seconds;
}

void mail_in_start(struct worker *w, struct request *e)
{
	struct fault why;
	char command[COMMAND_ROOM] = "UID SEARCH UNKEYWORD " READ
	                             " HEADER Content-Type multipart/report";
	if (!e->look)
		e->look = arena_get(&e->a, 1, sizeof *e->look);
	struct mail_look *l = e->look;
	if (l->asking == ASK_MARK && w->unkept) { /* what it said could not be written */
		request_close(w, e, false, "");
		return;
	}
	if (l->asking == ASK_MARK)
		snprintf(command, sizeof command, "UID STORE %lld +FLAGS.SILENT (" READ ")",
		         l->uids[l->at]);
	e->state = REQUEST_ANSWER;
	if (!mail_link_ask(w, e, l->asking == ASK_MESSAGE ? NULL : command,
	                   l->asking == ASK_UNREAD ? 0 : l->uids[l->at], &why)) {
		log_fault(MAILBOX, &why);
		request_close(w, e, false, "");
	}
}

/* ---- a delivery report ---- */

static void returned(struct worker *w, struct request *e, const struct mail_report *r)
{
	struct fault why;
	char said[SAID_ROOM];
	const char *key = mail_message_key(r->message_id, w->app->book->mail.from, &e->a);
	struct id filing = id_from(arena_copy(&e->a, key, strcspn(key, "/")));
	log_line("mail returned %s: %s", key, r->status);
	if (id_none(&filing) || !r->failed)
		return;
	snprintf(said, sizeof said, "%s %s", r->status, r->diagnostic);
	struct command c = service_command(&w->mail, &filing, -1, &act_mail_returned);
	c.payload = (struct payload){ PAYLOAD_MAIL, .mail = { .key = key, .said = said } };
	if (!request_do(w, e, &w->mail, &c, &why))
		log_fault("mail", &why);
}

static void message_read(struct worker *w, struct request *e, const struct net_answer *answer)
{
	struct mail_report report;
	if (answer->end != NET_ANSWERED) { /* too large for a report, or gone */
		log_line("mail: a message is left unread: %s", net_end_name(answer->end));
		return;
	}
	mail_report_read(&answer->body, &e->a, &report);
	if (report.is_one)
		returned(w, e, &report);
}

void mail_in_answer(struct worker *w, struct request *e, const struct net_answer *answer)
{
	struct mail_look *l = e->look;
	bool message = l->asking == ASK_MESSAGE;
	bool skipped = message && (answer->end == NET_TOO_LARGE || answer->end == NET_DENIED);
	if (answer->end != NET_ANSWERED && !skipped) {
		log_line("mailbox: %s %s", net_end_name(answer->end), answer->detail);
		request_close(w, e, false, "");
		return;
	}
	if (l->asking == ASK_UNREAD)
		l->count = mail_link_found(&answer->body, l->uids, MOST_AT_ONCE);
	else if (message)
		message_read(w, e, answer);
	else
		l->at++;
	l->asking = message ? ASK_MARK : ASK_MESSAGE;
	if (l->at < l->count) {
		e->state = REQUEST_READY;
		return;
	}
	if (l->count == MOST_AT_ONCE)
		w->mail_due = 0; /* there may be more */
	request_close(w, e, false, "");
}
