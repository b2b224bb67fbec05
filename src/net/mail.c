/* Mail by libcurl: a letter to an SMTP server (RFC 5321, 8314), and commands to an IMAP mailbox
 * (RFC 9051). Both run in the one multi handle of the client, beside HTTP. Texts are checked here
 * once more, because a line break in one would be a command of its own. */
#include <assert.h>
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define MOST_LINE     512 /* of a server's line, what is kept of it */
#define BYE_SECONDS   1   /* for the answer to QUIT and LOGOUT, which libcurl waits for alone */
#define ENVELOPE_ROOM (64 * KIB)

/* What the server was told last: a refusal of the recipient or of the content is about the letter,
 * one before that about us. */
enum mail_phase { PHASE_HELLO, PHASE_RECIPIENT, PHASE_CONTENT, PHASE_BYE };

struct mail_flight {
	struct bytes content; /* of a letter */
	size_t sent;
	enum mail_phase phase;
	bool letter;
	char line[MOST_LINE + 1]; /* the server's last */
};

/* ---- what goes over the line ---- */

static size_t on_read(char *out, size_t size, size_t count, void *self)
{
	struct mail_flight *m = self;
	size_t left = m->content.size - m->sent, length = size * count;
	if (length > left)
		length = left;
	memcpy(out, m->content.data + m->sent, length);
	m->sent += length;
	return length;
}

static void command_sent(struct flight *f, const char *data, size_t size)
{
	static const struct {
		const char *verb;
		enum mail_phase phase;
	} verbs[] = {
		{ "RCPT ", PHASE_RECIPIENT },
		{ "DATA", PHASE_CONTENT },
		{ "QUIT", PHASE_BYE },
		{ " LOGOUT", PHASE_BYE },
	};
	assert(data); /* also where it is empty */
	for (size_t i = 0; i < COUNT_OF(verbs); i++) {
		size_t length = strlen(verbs[i].verb);
		const char *at = verbs[i].verb[0] == ' ' ? memchr(data, ' ', size) : data;
		if (at && size - (size_t)(at - data) >= length &&
		    memcmp(at, verbs[i].verb, length) == 0)
			f->mail->phase = verbs[i].phase;
	}
	if (f->mail->phase == PHASE_BYE)
		curl_easy_setopt(f->easy, CURLOPT_SERVER_RESPONSE_TIMEOUT, (long)BYE_SECONDS);
}

static void line_came(struct mail_flight *m, const char *data, size_t size)
{
	if (m->phase == PHASE_BYE)
		return;
	while (size > 0 && strchr("\r\n", data[size - 1]))
		size--;
	if (size > MOST_LINE)
		size = MOST_LINE;
	memcpy(m->line, data, size);
	m->line[size] = '\0';
}

/* libcurl's trace is the one place that shows which command the server answered. Nothing of it is
 * kept but the phase and the last line: passwords pass here too. */
static int on_trace(CURL *easy, curl_infotype type, char *data, size_t size, void *self)
{
	struct flight *f = self;
	(void)easy;
	if (type == CURLINFO_HEADER_OUT)
		command_sent(f, data, size);
	else if (type == CURLINFO_HEADER_IN)
		line_came(f->mail, data, size);
	return 0;
}

/* ---- starting ---- */

bool net_mail_plain(const char *s)
{
	for (const char *at = s; *at; at++) {
		if ((unsigned char)*at <= ' ' || (unsigned char)*at >= 127 ||
		    strchr("<>\"\\(),:;[]", *at))
			return false;
	}
	return s[0] != '\0';
}

static bool host_is_plain(const struct net_mail_host *h)
{
	size_t length = strlen(h->name);
	return length > 0 && length < 254 &&
	       strspn(h->name,
	              "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-") == length;
}

struct mail_way {
	const char *scheme, *path;
	size_t max_answer, memory;
};

static bool mail_make(struct net_client *c, const struct net_mail_host *h,
                      const struct mail_way *way, struct flight **out, struct fault *why)
{
	char url[1024];
	struct flight *f;
	bool tls = h->security == NET_MAIL_TLS;
	if (!host_is_plain(h))
		return fault_set(why, FAULT_MISUSE, N_("Alamat %1 tidak dapat dipakai"), h->name);
	snprintf(url, sizeof url, "%s%s://%s:%d/%s", way->scheme, tls ? "s" : "", h->name, h->port,
	         way->path);
	if (!flight_make(c, url, way->max_answer, way->memory, &f, why))
		return false;
	f->mail = arena_get(&f->a, 1, sizeof *f->mail);
	flight_strict(f, h->ca_file);
	curl_easy_setopt(f->easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps,imap,imaps");
	curl_easy_setopt(f->easy, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	curl_easy_setopt(f->easy, CURLOPT_USE_SSL,
	                 (long)(h->security == NET_MAIL_PLAIN ? CURLUSESSL_NONE : CURLUSESSL_ALL));
	curl_easy_setopt(f->easy, CURLOPT_CONNECTTIMEOUT_MS, (long)h->connect_ms);
	curl_easy_setopt(f->easy, CURLOPT_TIMEOUT_MS, (long)h->total_ms);
	if (h->user[0]) {
		curl_easy_setopt(f->easy, CURLOPT_USERNAME, h->user);
		curl_easy_setopt(f->easy, CURLOPT_PASSWORD, h->password);
	}
	curl_easy_setopt(f->easy, CURLOPT_DEBUGFUNCTION, on_trace);
	curl_easy_setopt(f->easy, CURLOPT_DEBUGDATA, f);
	curl_easy_setopt(f->easy, CURLOPT_VERBOSE, 1L);
	*out = f;
	return true;
}

bool net_letter_send(struct net_client *c, const struct net_mail_host *h,
                     const struct net_letter *l, struct fault *why)
{
	struct flight *f;
	const struct mail_way way = { "smtp", l->hello, ENVELOPE_ROOM, 2 * l->content.size };
	if (!net_mail_plain(l->from) || !net_mail_plain(l->to) || !net_mail_plain(l->hello) ||
	    (l->copy_to && !net_mail_plain(l->copy_to)))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Alamat %1 berisi huruf yang tidak boleh dikirim"), l->to);
	if (!mail_make(c, h, &way, &f, why))
		return false;
	f->tag = l->tag;
	f->mail->letter = true;
	f->mail->content.size = l->content.size;
	f->mail->content.data = (unsigned char *)arena_copy(&f->a, (const char *)l->content.data,
	                                                    l->content.size);
	f->list = curl_slist_append(NULL, arena_print(&f->a, "<%s>", l->to));
	if (l->copy_to)
		f->list = curl_slist_append(f->list, arena_print(&f->a, "<%s>", l->copy_to));
	curl_easy_setopt(f->easy, CURLOPT_MAIL_FROM, arena_print(&f->a, "<%s>", l->from));
	curl_easy_setopt(f->easy, CURLOPT_MAIL_RCPT, f->list);
	curl_easy_setopt(f->easy, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(f->easy, CURLOPT_READFUNCTION, on_read);
	curl_easy_setopt(f->easy, CURLOPT_READDATA, f->mail);
	curl_easy_setopt(f->easy, CURLOPT_INFILESIZE_LARGE, (curl_off_t)l->content.size);
	return flight_go(c, f, why);
}

bool net_letter_try(struct net_client *c, const struct net_mail_host *h, const char *hello,
                    struct fault *why)
{
	struct flight *f;
	const struct mail_way way = { "smtp", hello, ENVELOPE_ROOM, 0 };
	if (!net_mail_plain(hello))
		return fault_set(why, FAULT_MISUSE, N_("Alamat %1 tidak dapat dipakai"), hello);
	if (!mail_make(c, h, &way, &f, why))
		return false;
	curl_easy_setopt(f->easy, CURLOPT_CUSTOMREQUEST, "NOOP");
	curl_easy_setopt(f->easy, CURLOPT_NOBODY, 1L);
	return flight_go(c, f, why);
}

bool net_mailbox_ask(struct net_client *c, const struct net_mail_host *h,
                     const struct net_mailbox *b, struct fault *why)
{
	struct flight *f;
	char path[160];
	const struct mail_way way = { "imap", path, b->max_answer, 0 };
	if (b->box[0] && (!net_mail_plain(b->box) || strchr(b->box, '/')))
		return fault_set(why, FAULT_MISUSE, N_("Alamat %1 tidak dapat dipakai"), b->box);
	if (b->command)
		snprintf(path, sizeof path, "%s", b->box);
	else
		snprintf(path, sizeof path, "%s/;UID=%lld", b->box, b->uid);
	if (!mail_make(c, h, &way, &f, why))
		return false;
	f->tag = b->tag;
	if (b->command)
		curl_easy_setopt(f->easy, CURLOPT_CUSTOMREQUEST, b->command);
	return flight_go(c, f, why);
}

/* ---- how it ended ---- */

static int reply_code(const char *line)
{
	long long code = 0;
	char digits[4] = "";
	memcpy(digits, line, strnlen(line, 3));
	return text_number(digits, 100, 599, &code) ? (int)code : 0;
}

static enum net_end letter_end(const struct flight *f, int code)
{
	const struct mail_flight *m = f->mail;
	bool whole = m->sent == m->content.size && m->phase >= PHASE_CONTENT;
	if (f->code == CURLE_OK)
		return NET_ANSWERED;
	if (f->code == CURLE_PEER_FAILED_VERIFICATION || f->code == CURLE_SSL_CONNECT_ERROR ||
	    f->code == CURLE_USE_SSL_FAILED || f->code == CURLE_SSL_CACERT_BADFILE)
		return NET_TLS;
	if (code >= 400)
		return m->phase == PHASE_HELLO ? NET_DENIED : NET_ANSWERED;
	if (f->code == CURLE_LOGIN_DENIED)
		return NET_DENIED;
	if (f->code == CURLE_OPERATION_TIMEDOUT)
		return whole ? NET_SLOW : NET_REFUSED;
	if (f->code == CURLE_COULDNT_CONNECT || f->code == CURLE_COULDNT_RESOLVE_HOST)
		return NET_REFUSED;
	return whole ? NET_CUT_AFTER : NET_CUT_BEFORE;
}

static enum net_end mailbox_end(const struct flight *f)
{
	if (f->too_large)
		return NET_TOO_LARGE;
	switch ((int)f->code) {
	case CURLE_OK:
		return NET_ANSWERED;
	case CURLE_LOGIN_DENIED:
	case CURLE_QUOTE_ERROR:
		return NET_DENIED;
	case CURLE_PEER_FAILED_VERIFICATION:
	case CURLE_SSL_CONNECT_ERROR:
	case CURLE_USE_SSL_FAILED:
	case CURLE_SSL_CACERT_BADFILE:
		return NET_TLS;
	case CURLE_COULDNT_CONNECT:
	case CURLE_COULDNT_RESOLVE_HOST:
	case CURLE_OPERATION_TIMEDOUT:
		return NET_REFUSED;
	default:
		return NET_CUT_BEFORE;
	}
}

static enum net_reach reach_of(const struct flight *f, enum net_end end)
{
	curl_off_t named = 0, connected = 0;
	curl_easy_getinfo(f->easy, CURLINFO_NAMELOOKUP_TIME_T, &named);
	curl_easy_getinfo(f->easy, CURLINFO_CONNECT_TIME_T, &connected);
	if (end == NET_ANSWERED)
		return REACH_ALL;
	if (f->code == CURLE_COULDNT_RESOLVE_HOST || named == 0)
		return REACH_NOTHING;
	if (end == NET_TLS)
		return REACH_HOST;
	if (f->code == CURLE_COULDNT_CONNECT || connected == 0)
		return REACH_NAME;
	return f->mail->line[0] == '\0' ? REACH_HOST : REACH_TLS;
}

void mail_landed(const struct flight *f, struct arena *a, struct net_answer *out)
{
	const char *line = text_clean(a, f->mail->line, strlen(f->mail->line), false);
	out->status = reply_code(line);
	out->end = f->mail->letter ? letter_end(f, out->status) : mailbox_end(f);
	out->reach = reach_of(f, out->end);
	/* what the server said before a handshake is no reason for its failing */
	out->detail = line[0] && out->end != NET_TLS ? line
	              : f->detail[0]                 ? arena_text(a, f->detail)
	                                             : curl_easy_strerror(f->code);
	out->body.data = (unsigned char *)arena_copy(a, f->body.s, f->body.length);
	out->body.size = f->body.length;
}
