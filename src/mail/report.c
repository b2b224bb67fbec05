/* Reads a delivery status notification: multipart/report with a part of fields for each recipient
 * (RFC 3464, 2.3) and the letter that came back, or its headers (RFC 6522). Both forms of the parts
 * are taken, the older and that of RFC 6533. */
#include <string.h>
#include <strings.h>

#include "loket/list.h"
#include "loket/mail.h"
#include "loket/text.h"

enum { MOST_FIELD = 300, MOST_BOUNDARY = 200 };

/* A part of the message. */
struct excerpt {
	const char *from, *end;
};

/* ---- lines and headers ---- */

static struct excerpt line_next(struct excerpt *rest)
{
	const char *nl = memchr(rest->from, '\n', (size_t)(rest->end - rest->from));
	struct excerpt line = { rest->from, nl ? nl : rest->end };
	rest->from = nl ? nl + 1 : rest->end;
	if (line.end > line.from && line.end[-1] == '\r')
		line.end--;
	return line;
}

static bool starts_with(struct excerpt line, const char *word)
{
	size_t length = strlen(word);
	return (size_t)(line.end - line.from) >= length &&
	       strncasecmp(line.from, word, length) == 0;
}

/* The value of the first header of that name (with its colon) in the block that begins here, its
 * folded lines joined; "" . `rest` is behind the block's blank line. */
static const char *header_find(struct excerpt *rest, const char *name, struct arena *a)
{
	struct text value = text_start(a);
	bool in_it = false, found = false;
	while (rest->from < rest->end) {
		struct excerpt line = line_next(rest);
		if (line.from == line.end)
			break;
		bool folded = strchr(" \t", *line.from) != NULL;
		if (!folded)
			in_it = !found && starts_with(line, name);
		if (!in_it || value.length > KIB)
			continue;
		line.from += folded ? 1 : strlen(name);
		while (line.from < line.end && strchr(" \t", *line.from))
			line.from++;
		text_add_bytes(&value, line.from, (size_t)(line.end - line.from));
		text_add(&value, " ");
		found = true;
	}
	return text_clean(a, value.s, value.length, false);
}

static const char *short_text(struct arena *a, const char *s)
{
	size_t size = strnlen(s, MOST_FIELD);
	while (s[size] && ((unsigned char)s[size] & 0xc0) == 0x80)
		size--;
	return arena_copy(a, s, size);
}

/* What follows "type;" in an address or a diagnostic. */
static const char *after_type(const char *s)
{
	const char *semicolon = strchr(s, ';');
	const char *at = semicolon ? semicolon + 1 : s;
	return at + strspn(at, " ");
}

/* "<id>" without its brackets; "" when it is none. */
static const char *id_in(const char *s, struct arena *a)
{
	const char *from = strchr(s, '<'), *end = from ? strchr(from, '>') : NULL;
	return end && end - from > 1 && end - from < MOST_FIELD
	           ? arena_copy(a, from + 1, (size_t)(end - from - 1))
	           : "";
}

/* ---- parts ---- */

static const char *boundary_of(const char *type, struct arena *a)
{
	const char *at = strcasestr(type, "boundary=");
	if (!at)
		return "";
	at += strlen("boundary=");
	const char *from = at + (*at == '"');
	size_t size = strcspn(from, *at == '"' ? "\"" : "; ");
	return size > 0 && size < MOST_BOUNDARY ? arena_print(a, "--%.*s", (int)size, from) : "";
}

/* The next part between two boundaries; false: there is none. */
static bool part_next(struct excerpt *rest, const char *boundary, struct excerpt *out)
{
	bool inside = false;
	while (rest->from < rest->end) {
		struct excerpt before = *rest, line = line_next(rest);
		if (!starts_with(line, boundary)) {
			if (inside)
				out->end = rest->from;
			continue;
		}
		if (inside) {
			*rest = before; /* it also begins the next */
			return true;
		}
		inside = true;
		*out = (struct excerpt){ rest->from, rest->from };
	}
	return inside && out->end > out->from;
}

static const char *field_of(struct excerpt block, const char *name, struct arena *a)
{
	return short_text(a, header_find(&block, name, a));
}

/* Blocks of fields, the first about the message, then one for each recipient. A failure of any
 * recipient counts: our letters have one. */
static void status_read(struct excerpt part, struct arena *a, struct mail_report *out)
{
	while (part.from < part.end) {
		struct excerpt block = part;
		const char *action = field_of(block, "Action:", a);
		(void)header_find(&part, "", a); /* on to the next block */
		if (!action[0] || out->failed)
			continue;
		out->failed = strcasecmp(action, "failed") == 0;
		out->status = field_of(block, "Status:", a);
		out->diagnostic = after_type(field_of(block, "Diagnostic-Code:", a));
		out->recipient = after_type(field_of(block, "Final-Recipient:", a));
	}
}

void mail_report_read(const struct bytes *message, struct arena *a, struct mail_report *out)
{
	struct excerpt rest = { (const char *)message->data,
		                (const char *)message->data + message->size };
	struct excerpt part, head = rest;
	*out = (struct mail_report){
		.message_id = "", .recipient = "", .status = "", .diagnostic = ""
	};
	const char *type = header_find(&rest, "Content-Type:", a);
	const char *boundary = boundary_of(type, a);
	if (strncasecmp(type, "multipart/report", strlen("multipart/report")) != 0 || !boundary[0])
		return;
	while (part_next(&rest, boundary, &part)) {
		const char *kind = header_find(&part, "Content-Type:", a);
		if (strcasestr(kind, "delivery-status"))
			status_read(part, a, out);
		else if (strcasestr(kind, "rfc822") || strcasestr(kind, "message/global"))
			out->message_id = id_in(field_of(part, "Message-ID:", a), a);
	}
	if (!out->message_id[0]) /* some send only the letter's id */
		out->message_id = id_in(field_of(head, "In-Reply-To:", a), a);
	out->is_one = out->status[0] && out->message_id[0];
}
