/* Delivery reports as several servers write them, and what is none; cut off anywhere it is never
 * read past its end. */
#include <stdlib.h>
#include <string.h>

#include "loket/list.h"
#include "loket/mail.h"

#include "unit.h"

#define LETTER_ID "01JDABCDEFGHJKMNPQRSTVWXYZ.kirim-2.1@pa.test"

/* RFC 3464 with CRLF, a boundary in quotes, a folded diagnostic, only the headers of the letter. */
static const char postfix[] =
    "From: MAILER-DAEMON\r\nContent-Type: multipart/report; report-type=delivery-status;\r\n"
    "\tboundary=\"A1/b.c\"\r\n\r\npreamble\r\n--A1/b.c\r\nContent-Type: text/plain\r\n\r\nSorry\r\n"
    "--A1/b.c\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.test\r\n\r\n"
    "Final-Recipient: rfc822; siti@pihak.test\r\nAction: failed\r\nStatus: 5.1.1\r\n"
    "Diagnostic-Code: smtp; 550 5.1.1\r\n <siti@pihak.test>: unknown\r\n\r\n"
    "--A1/b.c\r\nContent-Type: text/rfc822-headers\r\n\r\nFrom: x\r\nMessage-Id: <" LETTER_ID
    ">\r\nSubject: y\r\n\r\n--A1/b.c--\r\n";
/* RFC 6533, LF only, the id in the letter that came back, a nested multipart in it. */
static const char global[] =
    "Content-Type: multipart/report; boundary=spB\n\n--spB\nContent-Type: text/plain\n\nx\n"
    "--spB\nContent-Type: message/global-delivery-status\n\nReporting-MTA: dns; mx\n\n"
    "Final-Recipient: utf-8; pantul@pihak.test\nAction: failed\nStatus: 5.0.0\n"
    "Diagnostic-Code: smtp; penuh\n\n--spB\nContent-Type: message/rfc822\n\n"
    "Received: x\nMessage-ID: <" LETTER_ID ">\nContent-Type: multipart/mixed; "
    "boundary=\"=_loket\"\n\n--=_loket\n\nisi\n--=_loket--\n--spB--\n";
static const char delayed[] =
    "Content-Type: multipart/report; boundary=d\nIn-Reply-To: <" LETTER_ID ">\n\n--d\n"
    "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nAction: delayed\n"
    "Status: 4.4.1\n\n--d--\n";
static const char answer[] = "Content-Type: text/plain\nIn-Reply-To: <" LETTER_ID ">\n\nBaik.\n";

static struct mail_report read_text(const char *s, size_t size, struct arena *a)
{
	struct mail_report r;
	/* exactly so long, for the sanitizer */
	unsigned char *copy = malloc(size > 0 ? size : 1);
	memcpy(copy, s, size);
	mail_report_read(&(struct bytes){ copy, size }, a, &r);
	free(copy);
	return r;
}

static void reports_are_read(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		bool is_one, failed;
		const char *status, *diagnostic, *recipient;
	} cases[] = {
		{ postfix, true, true, "5.1.1", "550 5.1.1 <siti@pihak.test>: unknown",
		  "siti@pihak.test" },
		{ global, true, true, "5.0.0", "penuh", "pantul@pihak.test" },
		{ delayed, true, false, "4.4.1", "", "" },
		{ answer, false, false, "", "", "" },
		{ "", false, false, "", "", "" },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct arena a = arena_start(MIB);
		struct mail_report r = read_text(cases[i].text, strlen(cases[i].text), &a);
		assert_int_equal(r.is_one, cases[i].is_one);
		assert_int_equal(r.failed, cases[i].failed);
		assert_string_equal(r.status, cases[i].status);
		assert_string_equal(r.diagnostic, cases[i].diagnostic);
		assert_string_equal(r.recipient, cases[i].recipient);
		assert_string_equal(r.message_id, cases[i].is_one ? LETTER_ID : "");
		arena_drop(&a);
	}
}

static void cut_anywhere_it_ends_there(void **state)
{
	(void)state;
	static const char *const texts[] = { postfix, global, delayed };
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		for (size_t size = 0; size < strlen(texts[i]); size++) {
			struct arena a = arena_start(MIB);
			struct mail_report r = read_text(texts[i], size, &a);
			assert_true(!r.is_one || r.message_id[0]);
			arena_drop(&a);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reports_are_read),
		cmocka_unit_test(cut_anywhere_it_ends_there),
	};
	return unit_run(tests);
}
