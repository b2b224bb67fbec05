/* What is read from a document, and what is refused, with file, line, element and what was
 * expected; nothing is ever printed. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "loket/list.h"
#include "loket/xml.h"

#include "unit.h"

#define SPACE "urn:loket:test:1"

static const char schema_text[] =
    "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns='" SPACE "'\n"
    "  targetNamespace='" SPACE "' elementFormDefault='qualified'>\n"
    "  <xs:element name='surat'><xs:complexType><xs:sequence>\n"
    "    <xs:element name='nomor' type='xs:int'/>\n"
    "    <xs:element name='baris' type='xs:string' minOccurs='0' maxOccurs='9'/>\n"
    "  </xs:sequence><xs:attribute name='jenis' use='required'/></xs:complexType></xs:element>\n"
    "</xs:schema>\n";

struct fixture {
	struct xml_schema *schema;
	struct arena a;
};

static int setup(void **state)
{
	static struct fixture f;
	char path[] = "/tmp/loket-xsd-XXXXXX";
	struct fault why;
	int fd = mkstemp(path);
	ssize_t written = write(fd, schema_text, sizeof schema_text - 1);
	close(fd);
	f.a = arena_start(8 * MIB);
	bool opened = written > 0 && xml_schema_open(path, &f.schema, &why);
	unlink(path);
	*state = &f;
	return opened ? 0 : -1;
}

static int teardown(void **state)
{
	struct fixture *f = *state;
	xml_schema_close(&f->schema);
	assert_null(f->schema);
	xml_schema_close(&f->schema);
	arena_drop(&f->a);
	return 0;
}

static struct xml *parse(const struct fixture *f, const char *text)
{
	struct xml *x;
	struct fault why;
	if (!xml_parse(text, strlen(text), "uji.xml", NULL, &x, &why)) {
		char said[512];
		fault_say(&why, said, sizeof said);
		fail_msg("%s", said);
	}
	(void)f;
	return x;
}

/* ---- refused ---- */

#define OPEN "<surat xmlns='" SPACE "' jenis='x'>"

static const struct {
	const char *text;
	const char *const said[4]; /* all of these stand in the fault */
} refused[] = {
	{ "", { "uji.xml" } },
	{ "bukan xml", { "uji.xml:1:", "tidak dapat dibaca" } },
	{ "<a>\n<b></a>", { "uji.xml:2:" } },
	{ "<a>&nbsp;</a>", { "uji.xml:1:", "nbsp" } },
	{ "<a>\xff</a>", { "uji.xml:1:" } },
	{ "\n<!DOCTYPE a SYSTEM 'http://127.0.0.1/x.dtd'><a/>", { "uji.xml:2:", "DOCTYPE" } },
	{ "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", { "DOCTYPE" } },
	{ "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", { "DOCTYPE" } },
	{ "<surat xmlns='" SPACE "'>\n<nomor>1</nomor></surat>",
	  { "uji.xml:1:", "elemen surat", "'jenis'", "required" } },
	{ OPEN "\n<baris/></surat>", { "uji.xml:2:", "elemen baris", "Expected", "nomor" } },
	{ OPEN "\n\n<nomor>satu</nomor></surat>", { "uji.xml:3:", "elemen nomor", "'satu'" } },
	{ OPEN "<nomor>1</nomor>\n<lain/></surat>", { "uji.xml:2:", "elemen lain", "baris" } },
	{ "<surat jenis='x'/>", { "uji.xml:1:", "elemen surat" } },
};

static void faults_name_place_and_expectation(void **state)
{
	const struct fixture *f = *state;
	for (size_t i = 0; i < COUNT_OF(refused); i++) {
		struct fault why = { 0 };
		struct xml *x;
		char said[768];
		assert_false(xml_parse(refused[i].text, strlen(refused[i].text), "uji.xml",
		                       f->schema, &x, &why));
		assert_null(x);
		assert_int_equal(why.kind, FAULT_MISUSE);
		fault_say(&why, said, sizeof said);
		for (size_t k = 0; k < 4 && refused[i].said[k] != NULL; k++) {
			if (strstr(said, refused[i].said[k]) == NULL)
				fail_msg("%zu: %s", i, said);
		}
		if (strchr(said, '{') != NULL || strchr(said, '\n') != NULL)
			fail_msg("%zu is not tidy: %s", i, said);
	}
}

static void nothing_is_printed(void **state)
{
	int kept = dup(STDERR_FILENO), pipe_ends[2];
	char byte;
	assert_int_equal(pipe(pipe_ends), 0);
	dup2(pipe_ends[1], STDERR_FILENO);
	close(pipe_ends[1]);
	faults_name_place_and_expectation(state);
	dup2(kept, STDERR_FILENO);
	close(kept);
	assert_int_equal(read(pipe_ends[0], &byte, 1), 0);
	close(pipe_ends[0]);
}

static void large_documents_are_refused(void **state)
{
	struct fixture *f = *state;
	size_t size = 8 * MIB + 1;
	struct arena big = arena_start(16 * MIB);
	char *text = arena_get(&big, size, 1);
	struct xml *x;
	struct fault why;
	memset(text, ' ', size);
	memcpy(text, "<a/>", 4);
	assert_true(xml_parse(text, size - 1, "uji.xml", NULL, &x, &why));
	xml_close(&x);
	assert_false(xml_parse(text, size, "uji.xml", NULL, &x, &why));
	assert_false(xml_open("/tidak/ada.xml", f->schema, &x, &why));
	assert_int_equal(why.kind, FAULT_OUTSIDE);
	arena_drop(&big);
}

static void schemas_are_refused_too(void **state)
{
	(void)state;
	struct xml_schema *s;
	struct fault why;
	char said[512];
	char path[] = "/tmp/loket-xsd-XXXXXX";
	int fd = mkstemp(path);
	static const char bad[] = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\n"
	                          "<xs:element name='a' type='tidakada'/></xs:schema>";
	assert_int_equal(write(fd, bad, sizeof bad - 1), sizeof bad - 1);
	close(fd);
	assert_false(xml_schema_open(path, &s, &why));
	unlink(path);
	fault_say(&why, said, sizeof said);
	assert_non_null(strstr(said, ":2:"));
	assert_non_null(strstr(said, "tidakada"));
	assert_false(xml_schema_open("/tidak/ada.xsd", &s, &why));
	assert_null(s);
}

/* ---- read ---- */

static void elements_are_walked(void **state)
{
	struct fixture *f = *state;
	static const char text[] = OPEN "\n<nomor>7</nomor>\n"
	                                "<baris>satu\n\t  dua</baris><!-- x --><baris/></surat>";
	struct xml *x;
	struct fault why;
	assert_true(xml_parse(text, sizeof text - 1, "uji.xml", f->schema, &x, &why));
	const struct xml_node *root = xml_root(x), *line = xml_child(root, "baris");
	assert_string_equal(xml_file(x), "uji.xml");
	assert_string_equal(xml_name(root), "surat");
	assert_string_equal(xml_space(root), SPACE);
	assert_string_equal(xml_attribute(root, "jenis", "", &f->a), "x");
	assert_string_equal(xml_attribute(root, "lain", "bawaan", &f->a), "bawaan");
	assert_null(xml_attribute(root, "lain", NULL, &f->a));
	assert_string_equal(xml_name(xml_child(root, NULL)), "nomor");
	assert_string_equal(xml_child_content(root, "nomor", &f->a), "7");
	assert_string_equal(xml_child_content(root, "lain", &f->a), "");
	assert_int_equal(xml_line(line), 3);
	assert_string_equal(xml_content(line, &f->a), "satu dua");
	assert_non_null(xml_next(line, "baris"));
	assert_null(xml_next(xml_next(line, "baris"), NULL));
	assert_false(xml_refuse(x, line, &why, N_("“%1” tidak dikenal."), "dua"));
	char said[256];
	fault_say(&why, said, sizeof said);
	assert_string_equal(said, "uji.xml:3: “dua” tidak dikenal.");
	xml_close(&x);
	xml_close(&x);
}

static const struct {
	const char *text, *lines;
} indented[] = {
	{ "<a>satu</a>", "satu" },
	{ "<a></a>", "" },
	{ "<a>\n  satu\n    dua\n  tiga\n</a>", "satu\ndua\ntiga" },
	{ "<a>satu\n   dua\n   tiga</a>", "satu\ndua\ntiga" },
	{ "<a>\n\n  satu\n\n  dua\n\n</a>", "satu\n\ndua" },
	{ "<a><![CDATA[1 < 2]]>\n &amp; 3</a>", "1 < 2\n& 3" },
};

static void lines_lose_their_indents(void **state)
{
	struct fixture *f = *state;
	for (size_t i = 0; i < COUNT_OF(indented); i++) {
		struct xml *x = parse(f, indented[i].text);
		assert_string_equal(xml_content_lines(xml_root(x), &f->a), indented[i].lines);
		xml_close(&x);
	}
}

static void mixed_content_is_runs(void **state)
{
	struct fixture *f = *state;
	static const struct xml_run expected[] = {
		{ "", "Pada hari " }, { "v", "hari" }, { "", " , " },
		{ "b", "dua kata " }, { "v", "" },     { "", "akhir" },
	};
	struct xml *x =
	    parse(f, "<a>\n Pada\n hari <v>hari</v> , <b>dua  kata\n</b> <v/>akhir \n</a>");
	const struct xml_run *runs;
	size_t count = xml_runs(xml_root(x), &f->a, &runs);
	assert_int_equal(count, COUNT_OF(expected));
	for (size_t i = 0; i < count; i++) {
		assert_string_equal(runs[i].mark, expected[i].mark);
		assert_string_equal(runs[i].text, expected[i].text);
	}
	xml_close(&x);
	x = parse(f, "<a> \n </a>");
	assert_int_equal(xml_runs(xml_root(x), &f->a, &runs), 0);
	xml_close(&x);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(faults_name_place_and_expectation),
		cmocka_unit_test(nothing_is_printed),
		cmocka_unit_test(large_documents_are_refused),
		cmocka_unit_test(schemas_are_refused_too),
		cmocka_unit_test(elements_are_walked),
		cmocka_unit_test(lines_lose_their_indents),
		cmocka_unit_test(mixed_content_is_runs),
	};
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, setup, teardown);
}
