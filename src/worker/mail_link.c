/* The court's mail server and mailbox, as data/mail.xml has them now. Passwords are read from the
 * home at each call and wiped after it. */
#include <stdio.h>
#include <string.h>

#include "loket/mail.h"
#include "loket/text.h"

#include "private.h"

#define MOST_MESSAGE (256 * KIB) /* of a message in the mailbox, what is read */
#define COMMAND_ROOM 300

bool mail_link_host(const struct home *h, const struct mail_server *s, struct arena *a,
                    struct net_mail_host *out, struct fault *why)
{
	static const enum net_mail_security as[] = {
		[MAIL_TLS] = NET_MAIL_TLS,
		[MAIL_STARTTLS] = NET_MAIL_STARTTLS,
		[MAIL_UNENCRYPTED] = NET_MAIL_PLAIN,
	};
	*out = (struct net_mail_host){
		.name = s->host,
		.port = s->port,
		.security = as[s->security],
		.user = s->user,
		.password = "",
		.ca_file = s->authorities[0] ? home_file(h, s->authorities, a) : NULL,
		.connect_ms = s->connect_ms,
		.total_ms = s->total_ms,
	};
	return !s->password_file[0] || (file_private(home_file(h, s->password_file, a), why) &&
	                                home_line(h, s->password_file, a, &out->password, why));
}

bool mail_link_send(struct worker *w, const struct request *e, const char *to,
                    const struct bytes *content, struct fault *why)
{
	struct net_mail_host host;
	struct arena a = arena_start(64 * KIB);
	const struct mail_setup *m = &w->app->book->mail;
	const struct net_letter letter = {
		.from = m->from,
		.to = to,
		.copy_to = m->imap.host[0] ? m->from : NULL,
		.hello = mail_domain(m->from),
		.content = *content,
		.tag = request_tag(w, e),
	};
	bool good = mail_link_host(&w->app->home, &m->smtp, &a, &host, why) &&
	            net_letter_send(w->client, &host, &letter, why);
	arena_wipe(&a);
	return good;
}

bool mail_link_ask(struct worker *w, const struct request *e, const char *command, long long uid,
                   struct fault *why)
{
	struct net_mail_host host;
	struct arena a = arena_start(64 * KIB);
	const struct mail_setup *m = &w->app->book->mail;
	const struct net_mailbox ask = {
		.box = m->box,
		.command = command,
		.uid = uid,
		.max_answer = MOST_MESSAGE,
		.tag = request_tag(w, e),
	};
	bool good = mail_link_host(&w->app->home, &m->imap, &a, &host, why) &&
	            net_mailbox_ask(w->client, &host, &ask, why);
	arena_wipe(&a);
	return good;
}

/* "* SEARCH 4 9 17" */
size_t mail_link_found(const struct bytes *answer, long long *out, size_t capacity)
{
	static const char head[] = "* SEARCH";
	size_t count = 0;
	const char *s = answer->size == 0 ? "" : (const char *)answer->data;
	while (*s && !text_starts(s, head)) { /* other untagged lines stand beside it */
		s += strcspn(s, "\n");
		s += *s == '\n';
	}
	s += *s ? strlen(head) : 0;
	while (*s == ' ' && count < capacity) {
		char digits[20] = "";
		size_t length = strspn(++s, "0123456789");
		if (length == 0 || length >= sizeof digits)
			break;
		memcpy(digits, s, length);
		if (!text_number(digits, 1, UINT32_MAX, &out[count]))
			break;
		count++;
		s += length;
	}
	return count;
}

void mail_link_note(struct worker *w, const struct net_answer *answer)
{
	bool up = answer->end == NET_ANSWERED;
	char said[512] = "";
	if (!up)
		snprintf(said, sizeof said, "%s (%.200s)", net_end_text(answer->end),
		         answer->detail);
	link_note(w, "mail", up, said);
}
