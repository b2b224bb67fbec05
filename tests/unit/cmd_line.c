/* The desk's `:` line: how it is parted into words, what is refused, what its last word may become. */
#include <string.h>

#include "loket/cmd.h"
#include "loket/config.h"
#include "loket/list.h"
#include "loket/text.h"

#include "unit.h"

static struct arena arena = { .cap = 256 * MIB };
static struct rulebook *book;

static int begin(void **state)
{
	(void)state;
	const struct home home = { .share = LOKET_SOURCE, .path = "/nonexistent" };
	struct fault why;
	assert_true(config_load(&home, &arena, &book, &why));
	return 0;
}

static void a_line_is_parted_into_words(void **state)
{
	(void)state;
	static const struct {
		const char *line, *words; /* with | between; what is refused: "-" and some of it */
	} cases[] = {
		{ "status", "status" },
		{ "  filing   list ", "filing|list" },
		{ "filing search 'siti  aminah'", "filing|search|siti  aminah" },
		{ "filing search \"a 'b' \\\"c\"", "filing|search|a 'b' \"c" },
		{ "filing search a\\ b'c'", "filing|search|a bc" },
		{ "filing search ''", "filing|search|" },
		{ "filing search $(id) `id` ;id >x *", "filing|search|$(id)|`id`|;id|>x|*" },
		{ "--format csv status", "--format|csv|status" }, /* as in the shell */
		{ "--format=csv --limit 3 filing list", "--format=csv|--limit|3|filing|list" },
		{ "filing --limit 3 list", "filing|--limit|3|list" },
		{ "filing search 'siti", "-kutip" },
		{ "filing search a\\", "filing|search|a\\" },
		{ "stauts", "-status" },
		{ "status --as rina", "-atas nama" },
		{ "status --as=rina", "-atas nama" },
		{ "sandbox", "-terminalnya sendiri" },
		{ "sandbox -- status", "-terminalnya sendiri" },
		{ "user add rina", "-kata sandi" },
		{ "user password rina --new-password-file /x",
		  "user|password|rina|--new-password-file|/x" },
	};
	const struct home home = { .libexec = "/usr/libexec" };
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char *const *argv;
		struct fault why = { 0 };
		char said[600] = "-";
		if (cmd_words(&home, cases[i].line, &arena, &argv, &why)) {
			assert_string_equal(argv[2], "/usr/libexec/loket");
			struct text t = text_start(&arena);
			for (size_t k = 3; argv[k] != NULL; k++)
				text_addf(&t, "%s%s", k > 3 ? "|" : "", argv[k]);
			if (!text_same(t.s, cases[i].words))
				fail_msg("%s: %s, not %s", cases[i].line, t.s, cases[i].words);
			continue;
		}
		fault_say(&why, said + 1, sizeof said - 1);
		if (cases[i].words[0] != '-' || strstr(said, cases[i].words + 1) == NULL)
			fail_msg("%s: %s, not %s", cases[i].line, said, cases[i].words);
	}
}

static void the_last_word_is_completed(void **state)
{
	(void)state;
	static const struct {
		const char *line, *some; /* one of the lines offered; NULL: none is */
		size_t count;            /* 0: any number */
	} cases[] = {
		{ "fil", "filing", 1 },
		{ "", "journal", 0 },
		{ "sandb", NULL, 0 },
		{ "filing ", "filing import", 0 },
		{ "filing se", "filing search", 1 },
		{ "--format csv filing li", "--format csv filing list", 1 },
		{ "filing list --fo", "filing list --format", 1 },
		{ "filing list --a", "filing list --after", 1 }, /* and not --as */
		{ "filing list --step ver", "filing list --step verifikasi", 1 },
		{ "print ko", "print konsep", 1 },
		{ "step gug", "step gugatan", 0 },
		{ "step gugatan pet", "step gugatan petitum=", 1 },
		{ "filing show x", NULL, 0 },
		{ "filing import /proc/self/sta", "filing import /proc/self/status", 0 },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const struct choice *offers;
		size_t count = cmd_complete(book, cases[i].line, &arena, &offers), hits = 0;
		for (size_t k = 0; k < count; k++)
			hits += text_same(offers[k].value, cases[i].some);
		if (hits != (cases[i].some != NULL) || (cases[i].some == NULL && count > 0) ||
		    (cases[i].count > 0 && count != cases[i].count))
			fail_msg("%s: %zu offered, %zu of them %s", cases[i].line, count, hits,
			         cases[i].some == NULL ? "wanted" : cases[i].some);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_is_parted_into_words),
		cmocka_unit_test(the_last_word_is_completed),
	};
	return cmocka_run_group_tests(tests, begin, NULL);
}
