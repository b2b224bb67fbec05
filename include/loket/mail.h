/* Letters by mail: what goes out (RFC 5322 and MIME, RFC 2045 to 2047 and 2231), and what comes
 * back when one could not be delivered (RFC 3461 to 3464). Pure; who carries them is room net. */
#ifndef LOKET_MAIL_H
#define LOKET_MAIL_H

#include <stdbool.h>

#include "loket/arena.h"
#include "loket/date.h"
#include "loket/fault.h"
#include "loket/sys.h"

/* ---- letter.c ---- */
struct mail_letter {
	const char *from_name, *from, *to_name, *to; /* names in UTF-8 */
	const char *subject, *text;                  /* UTF-8; the text in lines */
	const char *message_id;                      /* without <> */
	instant at;
	const char *file; /* name of the attachment, a PDF; NULL: none */
	struct bytes pdf;
};
/* False: an address, a name or the subject has a character that would begin another header. */
MUST_USE bool mail_write(const struct mail_letter *l, struct arena *a, struct bytes *out,
                         struct fault *why);

/* The id of a letter, the same for the same key: "01J….kirim.2@pa.example.go.id". */
const char *mail_message_id(const char *key, const char *from, struct arena *a);
/* What stands behind the '@'; "" where there is none. */
const char *mail_domain(const char *address);
/* The key an id of ours was made of; "" : the id is not of that form, or of another domain. */
const char *mail_message_key(const char *id, const char *from, struct arena *a);

/* ---- report.c ---- */
/* What a delivery status notification says of one letter. Texts are cleaned, and short. */
struct mail_report {
	bool is_one;            /* it is a notification, of a letter with an id */
	bool failed;            /* for good; false: delayed, or delivered after all */
	const char *message_id; /* of the letter it is about, without <> */
	const char *recipient, *status, *diagnostic;
};
/* Reads a whole message as it lies in the mailbox; nothing in it is trusted. */
void mail_report_read(const struct bytes *message, struct arena *a, struct mail_report *out);

#endif
