/* The places: which of the environment's words counts, and whose file wins. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "loket/list.h"
#include "loket/sys.h"
#include "loket/text.h"

#include "scratch.h"
#include "unit.h"

static void set(const char *name, const char *value)
{
	if (value == NULL)
		unsetenv(name);
	else
		setenv(name, value, 1);
}

static void the_first_word_that_counts_wins(void **state)
{
	(void)state;
	static char longer[600];
	memset(longer, 'x', sizeof longer - 1);
	longer[0] = '/';
	const struct {
		const char *own, *xdg, *user;
		const char *path; /* NULL: refused */
	} cases[] = {
		{ "/data/pa", "/xdg", "/home/siti", "/data/pa" },
		{ NULL, "/xdg", "/home/siti", "/xdg/loket" },
		{ "", "/xdg", "/home/siti", "/xdg/loket" },
		{ NULL, NULL, "/home/siti", "/home/siti/.local/share/loket" },
		{ NULL, "relatif", "/home/siti", "/home/siti/.local/share/loket" },
		{ NULL, NULL, NULL, NULL },
		{ longer, NULL, NULL, NULL },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct home h;
		struct fault why;
		set("LOKET_HOME", cases[i].own);
		set("XDG_DATA_HOME", cases[i].xdg);
		set("HOME", cases[i].user);
		assert_int_equal(home_find(&h, &why), cases[i].path != NULL);
		if (cases[i].path != NULL)
			assert_string_equal(h.path, cases[i].path);
		else
			assert_int_equal(why.kind, FAULT_MISUSE);
	}
}

static void a_relative_home_becomes_absolute(void **state)
{
	const struct scratch *s = *state;
	struct home h;
	char expected[128];
	assert_int_equal(chdir(s->path), 0);
	set("LOKET_HOME", "rumah");
	assert_true(home_find(&h, NULL));
	snprintf(expected, sizeof expected, "%s/rumah", s->path);
	assert_string_equal(h.path, expected);
	assert_int_equal(chdir("/"), 0);
}

static void the_program_knows_where_it_lies(void **state)
{
	(void)state;
	struct home h;
	char self[PATH_MAX];
	ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
	assert_true(length > 0);
	self[length] = '\0';
	set("LOKET_HOME", "/data");
	assert_true(home_find(&h, NULL));
	assert_true(text_starts(self, h.libexec));
	assert_string_equal(strrchr(self, '/'), self + strlen(h.libexec));
	assert_true(h.built);
	assert_string_equal(h.share, LOKET_SOURCE);
	set("LOKET_SHARE", "/opt/loket");
	assert_true(home_find(&h, NULL));
	assert_string_equal(h.share, "/opt/loket");
	set("LOKET_SHARE", NULL);
}

static void who_came_by_sudo_is_known(void **state)
{
	(void)state;
	unsigned caller = 1;
	struct arena a = arena_start(MIB);
	set("SUDO_UID", "0");
	assert_true(unix_by_sudo(&caller));
	assert_int_equal(caller, 0);
	assert_string_equal(unix_account(&a), "root");
	set("SUDO_UID", "-1");
	assert_false(unix_by_sudo(&caller));
	set("SUDO_UID", NULL);
	assert_false(unix_by_sudo(&caller));
	arena_drop(&a);
}

static void what_others_can_write_is_refused(void **state)
{
	const struct scratch *s = *state;
	struct arena a = arena_start(MIB);
	struct fault why;
	struct home h = { .share = "/nonexistent" };
	snprintf(h.path, sizeof h.path, "%s", s->path);
	const char *fees = home_file(&h, "data/fees", &a),
	           *one = home_file(&h, "data/fees/pnbp.xml", &a);
	assert_true(folder_make(fees, NULL) && file_write(one, "", 0, 0644, NULL));
	const char *const paths[] = { h.path, fees, one };
	for (size_t i = 0; i < COUNT_OF(paths); i++) {
		assert_true(home_guard(&h, &why));
		assert_int_equal(chmod(paths[i], 0720), 0);
		assert_false(home_guard(&h, &why));
		assert_int_equal(why.kind, FAULT_REFUSED);
		assert_int_equal(chmod(paths[i], 0755), 0);
	}
	snprintf(h.path, sizeof h.path, "%s/belum/ada", s->path);
	assert_true(home_guard(&h, &why));
	arena_drop(&a);
}

static void the_courts_own_file_wins(void **state)
{
	const struct scratch *s = *state;
	struct arena a = arena_start(MIB);
	struct home h = { .share = "/usr/share/loket" };
	snprintf(h.path, sizeof h.path, "%s", s->path);
	assert_string_equal(home_data(&h, "data/fees.xml", &a), "/usr/share/loket/data/fees.xml");
	const char *own = home_file(&h, "data/fees.xml", &a);
	assert_true(folder_make(home_file(&h, "data", &a), NULL));
	assert_true(file_write(own, "", 0, 0600, NULL));
	assert_string_equal(home_data(&h, "data/fees.xml", &a), own);
	assert_string_equal(home_data(&h, "data/sop.xml", &a), "/usr/share/loket/data/sop.xml");
	arena_drop(&a);
}

static void a_disk_of_this_machine_is_taken(void **state)
{
	const struct scratch *s = *state;
	struct home h;
	snprintf(h.path, sizeof h.path, "%s", s->path);
	assert_true(home_is_local(&h, NULL));
	snprintf(h.path, sizeof h.path, "%s/belum/ada", s->path);
	assert_true(home_is_local(&h, NULL));
}

static void words_of_the_environment(void **state)
{
	(void)state;
	struct arena a = arena_start(MIB);
	set("LOKET_UJI", NULL);
	assert_string_equal(env_text("LOKET_UJI"), "");
	set("LOKET_UJI", "nilai");
	assert_string_equal(env_text("LOKET_UJI"), "nilai");
	assert_non_null(unix_account(&a));
	arena_drop(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_word_that_counts_wins),
		cmocka_unit_test_setup_teardown(a_relative_home_becomes_absolute, scratch_make,
		                                scratch_drop),
		cmocka_unit_test(the_program_knows_where_it_lies),
		cmocka_unit_test(who_came_by_sudo_is_known),
		cmocka_unit_test_setup_teardown(what_others_can_write_is_refused, scratch_make,
		                                scratch_drop),
		cmocka_unit_test_setup_teardown(the_courts_own_file_wins, scratch_make,
		                                scratch_drop),
		cmocka_unit_test_setup_teardown(a_disk_of_this_machine_is_taken, scratch_make,
		                                scratch_drop),
		cmocka_unit_test(words_of_the_environment),
	};
	return unit_run(tests);
}
