/* A letter is ASCII in short lines whatever its words; nothing in it begins another header; its id
 * leads back to its message. */
#include <string.h>

#include "loket/list.h"
#include "loket/mail.h"
#include "loket/text.h"

#include "unit.h"

static struct mail_letter letter_of(const char *name, const char *to)
{
	return (struct mail_letter){ .from_name = "Pengadilan Agama Contoh",
		                     .from = "panggilan@pa.test",
		                     .to_name = name,
		                     .to = to,
		                     .subject = "Panggilan sidang perkara 1/Pdt.G/2026/PA.Cth",
		                     .text = "Kepada Yth.\nNur’aini",
		                     .message_id = "A.kirim-1.1@pa.test",
		                     .at = 1795574467000 };
}

static void lines_are_short_ascii(void **state)
{
	(void)state;
	struct arena a = arena_start(MIB);
	struct bytes out;
	struct mail_letter l =
	    letter_of("Nur’aini بنت يوسف, yang namanya sangat panjang sekali hingga "
	              "tidak muat pada satu kata yang dikodekan",
	              "siti@pihak.test");
	static unsigned char pdf[3000];
	memset(pdf, 0xff, sizeof pdf);
	l.file = "relaas-1 é.pdf";
	l.pdf = (struct bytes){ pdf, sizeof pdf };
	assert_true(mail_write(&l, &a, &out, NULL));
	size_t line = 0;
	for (size_t i = 0; i < out.size; i++) {
		assert_true(out.data[i] < 127);
		assert_true(out.data[i] != '\n' || (i > 0 && out.data[i - 1] == '\r'));
		line = out.data[i] == '\n' ? 0 : line + 1;
		assert_true(line <= 100);
	}
	const char *s = (const char *)out.data;
	assert_non_null(strstr(s, "\r\nMessage-ID: <A.kirim-1.1@pa.test>\r\n"));
	assert_non_null(strstr(s, "Date: Wed, 25 Nov 2026 02:41:07 +0000\r\n"));
	assert_non_null(strstr(s, "filename*=UTF-8''relaas-1%20%C3%A9.pdf\r\n"));
	assert_non_null(strstr(s, "<siti@pihak.test>\r\n"));
	arena_drop(&a);
}

static void nothing_begins_another_header(void **state)
{
	(void)state;
	static const char *const bad[] = {
		"a@b.test\r\nBcc: c@d.test",
		"a@b.test\nX: y",
		"a b@c.test",
		"a@b.test>",
		"<a@b.test",
		"a@b.test, c@d",
		"",
		"ü@b.test",
	};
	struct arena a = arena_start(MIB);
	struct bytes out;
	struct mail_letter l;
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		l = letter_of("Siti", bad[i]);
		assert_false(mail_write(&l, &a, &out, NULL));
	}
	l = letter_of("Siti\r\nBcc: c@d.test", "a@b.test");
	assert_false(mail_write(&l, &a, &out, NULL));
	l = letter_of("Siti", "a@b.test");
	l.subject = "x\nX-Lain: y";
	assert_false(mail_write(&l, &a, &out, NULL));
	arena_drop(&a);
}

static void the_id_leads_back(void **state)
{
	(void)state;
	struct arena a = arena_start(MIB);
	const char *key = "01JDABCDEFGHJKMNPQRSTVWXYZ/kirim-2/1", *from = "panggilan@pa.test";
	const char *id = mail_message_id(key, from, &a);
	assert_string_equal(id, "01JDABCDEFGHJKMNPQRSTVWXYZ.kirim-2.1@pa.test");
	assert_string_equal(mail_message_key(id, from, &a), key);
	assert_string_equal(mail_message_key("x@lain.test", from, &a), "");
	assert_string_equal(mail_message_key("x", from, &a), "");
	arena_drop(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_short_ascii),
		cmocka_unit_test(nothing_begins_another_header),
		cmocka_unit_test(the_id_leads_back),
	};
	return unit_run(tests);
}
