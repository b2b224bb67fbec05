/* data/mail.xml: by which server letters go, from which mailbox bounces come, and their words. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

enum { CONNECT_MS = 10000, TOTAL_MS = 60000, LOOK_SECONDS = 60, CODE_MINUTES = 60 };

/* Words as the schema has them; the usual port of each. */
static const struct {
	const char *word;
	int smtp, imap;
} securities[] = {
	[MAIL_TLS] = { "tls", 465, 993 },
	[MAIL_STARTTLS] = { "starttls", 587, 143 },
	[MAIL_UNENCRYPTED] = { "none", 25, 143 },
};

static int number_or(struct source *s, const struct xml_node *n, const char *attribute, int usual)
{
	int64_t number = number_of(s, n, attribute);
	return number > 0 ? (int)number : usual;
}

static bool is_this_machine(const char *host)
{
	return text_same(host, "localhost") || text_starts(host, "127.");
}

static bool server_read(struct source *s, const struct xml_node *n, bool smtp,
                        struct mail_server *out)
{
	*out =
	    (struct mail_server){ .host = "", .user = "", .password_file = "", .authorities = "" };
	if (n == NULL)
		return true;
	out->host = text_of(s, n, "host");
	while (!text_same(securities[out->security].word, text_of(s, n, "security")))
		out->security++; /* the schema has no other words */
	out->port = number_or(s, n, "port",
	                      smtp ? securities[out->security].smtp
	                           : securities[out->security].imap);
	out->user = text_of(s, n, "user");
	out->password_file = text_of(s, n, "password-file");
	out->authorities = text_of(s, n, "authorities");
	out->connect_ms = number_or(s, n, "connect-ms", CONNECT_MS);
	out->total_ms = number_or(s, n, "total-ms", TOTAL_MS);
	if (out->security == MAIL_UNENCRYPTED && !is_this_machine(out->host))
		return refuse(
		    s, n,
		    N_("security=\"none\" hanya untuk peladen di komputer ini (127.0.0.1); pakai tls atau starttls"));
	return true;
}

static struct mail_words words_read(struct source *s, const struct xml_node *n)
{
	return (struct mail_words){ .subject = text_of(s, n, "subject"),
		                    .text = xml_content_lines(n, s->a) };
}

static bool mail_read(struct source *s, const struct xml_node *root)
{
	struct mail_setup *m = &s->book->mail;
	const struct xml_node *imap = xml_child(root, "imap");
	m->from = text_of(s, root, "from");
	m->box = imap == NULL ? "" : text_of(s, imap, "box");
	if (text_is_empty(m->box))
		m->box = "INBOX";
	m->look_seconds = imap == NULL ? 0 : number_or(s, imap, "look-seconds", LOOK_SECONDS);
	m->summons = words_read(s, xml_child(root, "summons"));
	m->code = words_read(s, xml_child(root, "code"));
	m->code_minutes = number_or(s, xml_child(root, "code"), "minutes", CODE_MINUTES);
	m->proven = !text_same(text_of(s, root, "proof"), "wanted");
	return server_read(s, xml_child(root, "smtp"), true, &m->smtp) &&
	       server_read(s, imap, false, &m->imap);
}

const struct data_file data_mail = { "data/mail.xml", "data/xsd/mail.xsd", N_("E-mail"), mail_read,
	                             NULL };
