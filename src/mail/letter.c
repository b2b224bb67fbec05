/* A letter as bytes: headers in ASCII with encoded words, the text and the PDF as base64, in lines
 * that every server takes. */
#include <string.h>

#include "loket/list.h"
#include "loket/mail.h"
#include "loket/net.h"
#include "loket/text.h"

/* An encoded word has 75 characters at most (RFC 2047, 2): 45 bytes of UTF-8. */
enum { WORD_BYTES = 45, LINE_CHARS = 76, MOST_NAME = 1000 };

const char *mail_domain(const char *address)
{
	const char *at = strrchr(address, '@');
	return at ? at + 1 : "";
}

const char *mail_message_id(const char *key, const char *from, struct arena *a)
{
	char *left = arena_text(a, key);
	for (char *at = left; *at; at++) {
		if (*at == '/')
			*at = '.';
	}
	return arena_print(a, "%s@%s", left, mail_domain(from));
}

const char *mail_message_key(const char *id, const char *from, struct arena *a)
{
	const char *at = strrchr(id, '@');
	if (!at || !text_same(at + 1, mail_domain(from)))
		return "";
	char *key = arena_copy(a, id, (size_t)(at - id));
	for (char *dot = key; *dot; dot++) {
		if (*dot == '.')
			*dot = '/';
	}
	return key;
}

/* ---- headers ---- */

static bool is_one_line(const char *s)
{
	return strlen(s) <= MOST_NAME && text_is_valid(s, strlen(s)) && !strpbrk(s, "\r\n");
}

/* Plain words need no encoding. */
static bool is_plain(const char *s)
{
	size_t length = strlen(s);
	return length <= WORD_BYTES &&
	       strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -/'") ==
	           length;
}

static void add_words(struct text *t, const char *s)
{
	if (is_plain(s)) {
		text_add(t, s);
		return;
	}
	while (*s) {
		size_t size = strnlen(s, WORD_BYTES);
		while (s[size] && ((unsigned char)s[size] & 0xc0) == 0x80)
			size--; /* a letter stays whole */
		const struct bytes word = { (unsigned char *)arena_copy(t->a, s, size), size };
		s += size;
		text_addf(t, "=?UTF-8?B?%s?=%s", net_base64(&word, t->a), *s ? "\r\n " : "");
	}
}

static void add_person(struct text *t, const char *header, const char *name, const char *address)
{
	text_addf(t, "%s: ", header);
	add_words(t, name);
	text_addf(t, "%s<%s>\r\n", name[0] ? "\r\n " : "", address);
}

/* "Wed, 25 Nov 2026 02:41:07 +0000" */
static void add_date(struct text *t, instant at)
{
	static const char days[] = "MonTueWedThuFriSatSun",
	                  months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	static const struct zone utc = { "UTC", 0 };
	day on = instant_day(at, &utc);
	const struct ymd d = day_ymd(on);
	int minute = instant_minute_of_day(at, &utc);
	int second = (int)(at / 1000 % 60);
	text_addf(t, "Date: %.3s, %d %.3s %d %02d:%02d:%02d +0000\r\n",
	          days + 3 * (day_weekday(on) - 1), d.day, months + 3 * (d.month - 1), d.year,
	          minute / 60, minute % 60, second);
}

/* ---- parts ---- */

static void add_base64(struct text *t, const struct bytes *b)
{
	const char *s = net_base64(b, t->a);
	for (size_t left = strlen(s); left > 0;) {
		size_t line = left < LINE_CHARS ? left : LINE_CHARS;
		text_add_bytes(t, s, line);
		text_add(t, "\r\n");
		s += line;
		left -= line;
	}
}

static void add_text_part(struct text *t, const char *s)
{
	struct text lines = text_start(t->a);
	for (; *s; s++)
		text_add_bytes(&lines, *s == '\n' ? "\r\n" : s, *s == '\n' ? 2 : 1);
	const struct bytes b = { (unsigned char *)lines.s, lines.length };
	text_add(t, "Content-Type: text/plain; charset=UTF-8\r\n"
	            "Content-Transfer-Encoding: base64\r\n\r\n");
	add_base64(t, &b);
}

static void add_pdf_part(struct text *t, const struct mail_letter *l)
{
	text_add(t, "Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n"
	            "Content-Disposition: attachment;\r\n filename*=UTF-8''");
	text_add_url(t, l->file);
	text_add(t, "\r\n\r\n");
	add_base64(t, &l->pdf);
}

bool mail_write(const struct mail_letter *l, struct arena *a, struct bytes *out, struct fault *why)
{
	const char *const lines[] = { l->from_name, l->to_name, l->subject,
		                      l->file ? l->file : "" };
	const char *const plain[] = { mail_domain(l->from), l->message_id };
	for (size_t i = 0; i < COUNT_OF(lines); i++) {
		if (!is_one_line(lines[i]))
			return fault_set(why, FAULT_REFUSED, N_("E-mail: %1 lebih dari satu baris"),
			                 lines[i]);
	}
	for (size_t i = 0; i < COUNT_OF(plain); i++) {
		if (!net_mail_plain(plain[i]))
			return fault_set(why, FAULT_REFUSED,
			                 N_("Alamat %1 berisi huruf yang tidak boleh dikirim"),
			                 plain[i]);
	}
	if (!net_mail_plain(l->from) || !net_mail_plain(l->to))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Alamat %1 berisi huruf yang tidak boleh dikirim"), l->to);
	struct text t = text_start(a);
	add_date(&t, l->at);
	add_person(&t, "From", l->from_name, l->from);
	add_person(&t, "To", l->to_name, l->to);
	text_add(&t, "Subject: ");
	add_words(&t, l->subject);
	/* No line of base64 is this boundary: it has no dash. */
	text_addf(&t,
	          "\r\nMessage-ID: <%s>\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
	          "Content-Type: multipart/mixed; boundary=\"=_loket\"\r\n\r\n--=_loket\r\n",
	          l->message_id);
	add_text_part(&t, l->text);
	if (l->file) {
		text_add(&t, "--=_loket\r\n");
		add_pdf_part(&t, l);
	}
	text_add(&t, "--=_loket--\r\n");
	*out = (struct bytes){ (unsigned char *)t.s, t.length };
	return true;
}
