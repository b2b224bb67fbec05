/* Hostile text leaves harmless through every sink. */
#include "loket/list.h"
#include "loket/text.h"

#include "unit.h"

static void text_leaves_escaped_for_its_sink(void **state)
{
	(void)state;
	static const struct {
		void (*add)(struct text *t, const char *s);
		const char *in, *out;
	} cases[] = {
		{ text_add_xml, "Siti & <b>\"x\" 'y'",
		  "Siti &amp; &lt;b&gt;&quot;x&quot; &#39;y&#39;" },
		{ text_add_xml,
		  "a\tb\nc\rd\x01"
		  "e",
		  "a&#9;b&#10;c&#13;de" },
		{ text_add_xml, "]]>", "]]&gt;" },
		{ text_add_json, "", "\"\"" },
		{ text_add_json, "a\"b\\c\n\t\r", "\"a\\\"b\\\\c\\n\\t\\r\"" },
		{ text_add_json, "\x01\x1F\x7F", "\"\\u0001\\u001f\\u007f\"" },
		{ text_add_json, "Nur’aini", "\"Nur’aini\"" },
		{ text_add_csv, "Siti", "Siti" },
		{ text_add_csv, "a,b", "\"a,b\"" },
		{ text_add_csv, "a\"b", "\"a\"\"b\"" },
		{ text_add_csv, "a\nb", "\"a\nb\"" },
		{ text_add_csv, "=1+1", "'=1+1" },
		{ text_add_csv, "+62", "'+62" },
		{ text_add_csv, "-5", "'-5" },
		{ text_add_csv, "@x,\"", "\"'@x,\"\"\"" },
		{ text_add_csv, "\tx", "'\tx" },
		{ text_add_url, "aZ09-._~", "aZ09-._~" },
		{ text_add_url, "a b/é?&=%", "a%20b%2F%C3%A9%3F%26%3D%25" },
		{ text_add_plain, "Nur’aini 漢", "Nur’aini 漢" },
		{ text_add_plain, "a\x1B[2J\n\x7F", "a\\x1B[2J\\x0A\\x7F" },
		{ text_add_plain, "\xC2\x9B", "\\xC2\\x9B" },          /* C1: one more escape */
		{ text_add_plain, "\xE2\x80\xAE", "\\xE2\\x80\\xAE" }, /* right-to-left override */
		{ text_add_plain, "\xE2\x80", "\\xE2\\x80" },          /* cut short */
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct arena a = arena_start(64 * KIB);
		struct text t = text_start(&a);
		cases[i].add(&t, cases[i].in);
		assert_string_equal(t.s, cases[i].out);
		arena_drop(&a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_leaves_escaped_for_its_sink),
	};
	return unit_run(tests);
}
