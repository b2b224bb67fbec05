/* What is written is escaped, indented where elements follow elements, and read back the same. */
#include <string.h>

#include "loket/xml.h"

#include "unit.h"

static const char expected[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<view n=\"&lt;&quot;a&amp;b&quot;&gt;\">\n"
                               "\t<v n=\"nama\">Nur’aini &amp; &lt;lain&gt;</v>\n"
                               "\t<rows>\n"
                               "\t\t<row/>\n"
                               "\t</rows>\n"
                               "</view>\n";

static const char *written(struct arena *a)
{
	struct xml_out o = xml_start(a);
	xml_begin(&o, "view");
	xml_put_attribute(&o, "n", "<\"a&b\">");
	xml_begin(&o, "v");
	xml_put_attribute(&o, "n", "nama");
	xml_put(&o, "Nur’aini & ");
	xml_put(&o, "<lain>");
	xml_end(&o);
	xml_begin(&o, "rows");
	xml_leaf(&o, "row", "");
	return xml_finish(&o);
}

static void elements_and_text(void **state)
{
	(void)state;
	struct arena a = arena_start(MIB);
	assert_string_equal(written(&a), expected);
	arena_drop(&a);
}

static void comes_back_the_same(void **state)
{
	(void)state;
	struct arena a = arena_start(MIB);
	const char *text = written(&a);
	struct xml *x;
	struct fault why;
	assert_true(xml_parse(text, strlen(text), "x", NULL, &x, &why));
	const struct xml_node *root = xml_root(x);
	assert_string_equal(xml_attribute(root, "n", "", &a), "<\"a&b\">");
	assert_string_equal(xml_child_content(root, "v", &a), "Nur’aini & <lain>");
	xml_close(&x);
	arena_drop(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(elements_and_text),
		cmocka_unit_test(comes_back_the_same),
	};
	return unit_run(tests);
}
