/* Arenas give zeroed, aligned memory that stays; lists keep their items while they grow; a cap
 * passed ends the process with code 3. */
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "loket/arena.h"
#include "loket/list.h"

#include "unit.h"

static void memory_is_zeroed_aligned_and_stays(void **state)
{
	(void)state;
	static const size_t sizes[] = { 0, 1, 15, 16, 17, 4095, 4096, 300000, 3 };
	unsigned char *got[COUNT_OF(sizes)];
	struct arena a = arena_start(4 * MIB);
	for (size_t i = 0; i < COUNT_OF(sizes); i++) {
		got[i] = arena_get(&a, sizes[i], 1);
		assert_int_equal((uintptr_t)got[i] % _Alignof(max_align_t), 0);
		for (size_t k = 0; k < sizes[i]; k++)
			assert_int_equal(got[i][k], 0);
		memset(got[i], (int)i + 1, sizes[i]);
	}
	for (size_t i = 0; i < COUNT_OF(sizes); i++) {
		for (size_t k = 0; k < sizes[i]; k++)
			assert_int_equal(got[i][k], i + 1);
	}
	arena_drop(&a);
	assert_null(a.newest);
	assert_int_equal(a.used, 0);
	assert_string_equal(arena_print(&a, "%s-%d", "ulang", 2), "ulang-2");
	arena_drop(&a);
}

static void copies_end_with_nul(void **state)
{
	(void)state;
	struct arena a = arena_start(KIB);
	assert_string_equal(arena_copy(&a, "kasir", 3), "kas");
	assert_string_equal(arena_copy(&a, NULL, 0), "");
	assert_string_equal(arena_text(&a, "kasir"), "kasir");
	arena_drop(&a);
}

static void lists_keep_their_items(void **state)
{
	(void)state;
	struct {
		int *items;
		size_t count, capacity;
	} list = { .items = NULL };
	struct arena a = arena_start(MIB);
	for (int i = 0; i < 1000; i++) {
		list.items = list_grow(&a, list.items, list.count, &list.capacity,
		                       sizeof *list.items);
		assert_int_equal(list.items[list.count], 0);
		list.items[list.count++] = i;
	}
	for (int i = 0; i < 1000; i++)
		assert_int_equal(list.items[i], i);
	arena_drop(&a);
}

/* The exit code of a child that asks for `count` times `size` bytes in an arena of one KIB. */
static int code_after_asking(size_t count, size_t size)
{
	pid_t pid = fork();
	if (pid == 0) {
		struct arena a = arena_start(KIB);
		arena_get(&a, count, size);
		_exit(0);
	}
	int status;
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void a_cap_passed_ends_the_process(void **state)
{
	(void)state;
	assert_int_equal(code_after_asking(1, 1024), 0);
	assert_int_equal(code_after_asking(1, 1025), 3);
	assert_int_equal(code_after_asking(SIZE_MAX / 2, 3), 3);
	assert_int_equal(code_after_asking(SIZE_MAX, 1), 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_is_zeroed_aligned_and_stays),
		cmocka_unit_test(copies_end_with_nul),
		cmocka_unit_test(lists_keep_their_items),
		cmocka_unit_test(a_cap_passed_ends_the_process),
	};
	return unit_run(tests);
}
