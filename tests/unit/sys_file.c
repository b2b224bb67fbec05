/* Files: bounded reading, whole writing, locks that die with their holder. */
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "loket/list.h"
#include "loket/sys.h"

#include "scratch.h"
#include "unit.h"

static const char *in(const void *state, const char *name)
{
	static char path[PATH_MAX];
	const struct scratch *s = state;
	snprintf(path, sizeof path, "%s/%s", s->path, name);
	return path;
}

/* How many names a folder holds, hidden ones too. */
static int names_in(const char *path)
{
	int count = -2; /* . and .. */
	DIR *d = opendir(path);
	assert_non_null(d);
	while (readdir(d) != NULL)
		count++;
	closedir(d);
	return count;
}

static void what_is_written_is_read(void **state)
{
	static const struct {
		const char *data;
		size_t size;
		mode_t mode;
	} cases[] = {
		{ "", 0, 0600 },
		{ "satu", 4, 0600 },
		{ "a\0b", 3, 0644 },
		{ "dua\n", 4, 0400 },
	};
	const char *path = in(*state, "berkas");
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct arena a = arena_start(MIB);
		struct bytes got;
		struct stat st;
		assert_true(file_write(path, cases[i].data, cases[i].size, cases[i].mode, NULL));
		assert_true(file_read(path, 4, &a, &got, NULL));
		assert_int_equal(got.size, cases[i].size);
		assert_memory_equal(got.data, cases[i].data, got.size + 1);
		assert_int_equal(stat(path, &st), 0);
		assert_int_equal(st.st_mode & 07777, cases[i].mode);
		arena_drop(&a);
	}
	assert_int_equal(names_in(in(*state, "")), 1);
}

static void what_cannot_be_read_is_named(void **state)
{
	struct arena a = arena_start(MIB);
	struct bytes got;
	struct fault why;
	assert_true(file_write(in(*state, "lima"), "12345", 5, 0600, NULL));
	assert_int_equal(mkfifo(in(*state, "pipa"), 0600), 0);
	static const struct {
		const char *name;
		enum fault_kind kind;
		const char *second; /* argument */
	} cases[] = {
		{ "lima", FAULT_REFUSED, "5 byte" },
		{ "tidak-ada", FAULT_OUTSIDE, "tidak ada" },
		{ "pipa", FAULT_OUTSIDE, "" },
		{ "", FAULT_OUTSIDE, "" }, /* a folder */
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		assert_false(file_read(in(*state, cases[i].name), 4, &a, &got, &why));
		assert_int_equal(why.kind, cases[i].kind);
		assert_string_equal(why.args[0], in(*state, cases[i].name));
		assert_string_equal(why.args[1], cases[i].second);
	}
	arena_drop(&a);
}

/* A disk that is full after some bytes: the limit on the size of files, in a process of its own. */
static int write_with_limit(const char *path, rlim_t limit)
{
	pid_t pid = fork();
	if (pid == 0) {
		static char much[64 * 1024];
		struct rlimit most = { limit, limit };
		signal(SIGXFSZ, SIG_IGN);
		setrlimit(RLIMIT_FSIZE, &most);
		_exit(file_write(path, much, sizeof much, 0600, NULL) ? 0 : 1);
	}
	int status;
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WEXITSTATUS(status);
}

static void a_write_that_fails_leaves_the_old(void **state)
{
	struct arena a = arena_start(MIB);
	struct bytes got;
	struct fault why;
	assert_true(file_write(in(*state, "berkas"), "lama", 4, 0600, NULL));
	assert_int_equal(write_with_limit(in(*state, "berkas"), 10000), 1);
	assert_true(file_read(in(*state, "berkas"), 10, &a, &got, NULL));
	assert_string_equal((char *)got.data, "lama");
	assert_int_equal(names_in(in(*state, "")), 1);

	assert_false(file_write(in(*state, "tidak-ada/berkas"), "x", 1, 0600, &why));
	assert_int_equal(why.kind, FAULT_OUTSIDE);
	assert_true(folder_make(in(*state, "folder"), NULL));
	assert_false(file_write(in(*state, "folder"), "x", 1, 0600, &why));
	assert_int_equal(names_in(in(*state, "")), 2);
	arena_drop(&a);
}

/* Killed again and again while it writes: whoever reads sees the whole of one of the two. */
static void a_writer_killed_leaves_one_whole_file(void **state)
{
	enum { SIZE = 200 * 1024, ROUNDS = 20 };
	static char ones[SIZE], twos[SIZE];
	char path[PATH_MAX];
	snprintf(path, sizeof path, "%s", in(*state, "berkas"));
	memset(ones, '1', SIZE);
	memset(twos, '2', SIZE);
	assert_true(file_write(path, ones, SIZE, 0600, NULL));
	for (int round = 0; round < ROUNDS; round++) {
		pid_t pid = fork();
		if (pid == 0) {
			for (bool odd = true;; odd = !odd) {
				if (!file_write(path, odd ? twos : ones, SIZE, 0600, NULL))
					_exit(1);
			}
		}
		struct arena a = arena_start(MIB);
		struct bytes got;
		for (int reads = 0; reads <= round; reads++) {
			arena_drop(&a);
			assert_true(file_read(path, SIZE, &a, &got, NULL));
		}
		kill(pid, SIGKILL);
		assert_int_equal(waitpid(pid, NULL, 0), pid);
		assert_true(file_read(path, SIZE, &a, &got, NULL));
		assert_int_equal(got.size, SIZE);
		assert_memory_equal(got.data, got.data[0] == '1' ? ones : twos, SIZE);
		arena_drop(&a);
	}
}

static void folders_are_made_with_their_parents(void **state)
{
	struct stat st;
	struct fault why;
	assert_true(folder_make(in(*state, "a/b/c"), NULL));
	assert_true(folder_make(in(*state, "a/b/c"), NULL));
	assert_int_equal(stat(in(*state, "a/b"), &st), 0);
	assert_int_equal(st.st_mode & 07777, 0700);
	assert_true(file_write(in(*state, "berkas"), "", 0, 0600, NULL));
	assert_false(folder_make(in(*state, "berkas"), &why));
	assert_false(folder_make(in(*state, "berkas/d"), &why));
	assert_int_equal(why.kind, FAULT_OUTSIDE);
}

static void a_folder_is_read_in_order(void **state)
{
	static const char *const files[] = { "b.pdf", "a.pdf", ".tersembunyi" };
	static const char *const expected[] = { "Y", "z", "a.pdf", "b.pdf" };
	for (size_t i = 0; i < COUNT_OF(files); i++)
		assert_true(file_write(in(*state, files[i]), "123", 3, 0600, NULL));
	assert_true(folder_make(in(*state, "z"), NULL));
	assert_true(folder_make(in(*state, "Y"), NULL));
	assert_int_equal(symlink("/tidak/ada", in(*state, "putus")), 0);

	struct arena a = arena_start(MIB);
	struct folder f;
	struct fault why;
	assert_true(folder_read(in(*state, ""), &a, &f, NULL));
	assert_int_equal(f.count, COUNT_OF(expected));
	for (size_t i = 0; i < f.count; i++) {
		assert_string_equal(f.items[i].name, expected[i]);
		assert_int_equal(f.items[i].folder, i < 2);
		if (!f.items[i].folder)
			assert_int_equal(f.items[i].size, 3);
	}
	assert_false(folder_read(in(*state, "tidak-ada"), &a, &f, &why));
	arena_drop(&a);
}

static void a_lock_dies_with_its_holder(void **state)
{
	int ours, ready[2];
	char byte;
	struct fault why;
	char path[PATH_MAX];
	snprintf(path, sizeof path, "%s", in(*state, "kunci"));
	assert_true(lock_open(path, &ours, NULL));
	assert_int_equal(pipe(ready), 0);
	pid_t pid = fork();
	if (pid == 0) {
		int theirs;
		if (!lock_open(path, &theirs, NULL))
			_exit(1);
		if (!lock_try(theirs))
			_exit(1);
		lock_sign(theirs, "sari");
		if (write(ready[1], "!", 1) == 1)
			pause();
		_exit(1);
	}
	assert_int_equal(read(ready[0], &byte, 1), 1);
	assert_false(lock_try(ours));
	struct lock_holder holder;
	assert_true(lock_holder(ours, &holder));
	assert_int_equal(holder.pid, pid);
	assert_string_equal(holder.who, "sari");
	assert_true(holder.since <= clock_now());
	kill(pid, SIGKILL);
	assert_true(lock_within(ours, 10000));
	lock_leave(ours);
	assert_true(lock_try(ours));
	assert_int_equal(waitpid(pid, NULL, 0), pid);
	close(ours);
	close(ready[0]);
	close(ready[1]);
	assert_false(lock_open(in(*state, "tidak/ada"), &ours, &why));
}

#define with_folder(test) cmocka_unit_test_setup_teardown(test, scratch_make, scratch_drop)

int main(void)
{
	const struct CMUnitTest tests[] = {
		with_folder(what_is_written_is_read),
		with_folder(what_cannot_be_read_is_named),
		with_folder(a_write_that_fails_leaves_the_old),
		with_folder(a_writer_killed_leaves_one_whole_file),
		with_folder(folders_are_made_with_their_parents),
		with_folder(a_folder_is_read_in_order),
		with_folder(a_lock_dies_with_its_holder),
	};
	return unit_run(tests);
}
