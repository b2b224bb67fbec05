/* The doorbell rings at every listener, however deep the home lies, and sweeps the dead away. */
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "loket/list.h"
#include "loket/sys.h"

#include "scratch.h"
#include "unit.h"

static bool is_rung(const struct wakeup *b)
{
	struct pollfd p = { .fd = b->fd, .events = POLLIN };
	return poll(&p, 1, 0) == 1;
}

static struct home home_in(const void *state, int depth)
{
	const struct scratch *s = state;
	struct home h = { .path = "" };
	int length = snprintf(h.path, sizeof h.path, "%s", s->path);
	while (length < depth)
		length += snprintf(h.path + length, sizeof h.path - (size_t)length, "/dalam");
	return h;
}

static void every_listener_hears(void **state)
{
	static const int depths[] = { 0, 100, 400 }; /* a socket's own path ends at 107 */
	for (size_t i = 0; i < COUNT_OF(depths); i++) {
		struct home h = home_in(*state, depths[i]);
		struct wakeup one, two;
		wakeup_send(&h); /* nobody there is no fault */
		assert_true(wakeup_open(&one, &h, NULL));
		assert_true(wakeup_open(&two, &h, NULL));
		assert_false(is_rung(&one));
		wakeup_send(&h);
		assert_true(is_rung(&one));
		assert_true(is_rung(&two));
		wakeup_clear(&one);
		assert_false(is_rung(&one));
		assert_true(is_rung(&two));
		wakeup_close(&one);
		wakeup_close(&two);
		assert_int_equal(one.fd, -1);
		assert_false(file_exists(one.path));
	}
}

static void a_listener_asleep_blocks_nobody(void **state)
{
	struct home h = home_in(*state, 0);
	struct wakeup b;
	assert_true(wakeup_open(&b, &h, NULL));
	for (int i = 0; i < 5000; i++)
		wakeup_send(&h);
	assert_true(is_rung(&b));
	wakeup_clear(&b);
	assert_false(is_rung(&b));
	wakeup_send(&h);
	assert_true(is_rung(&b));
	wakeup_close(&b);
}

static void the_dead_are_swept_away(void **state)
{
	struct home h = home_in(*state, 0);
	struct wakeup dead, living;
	assert_true(wakeup_open(&dead, &h, NULL));
	assert_true(wakeup_open(&living, &h, NULL));
	close(dead.fd); /* as after kill -9: the name stays */
	assert_true(file_exists(dead.path));
	wakeup_send(&h);
	assert_false(file_exists(dead.path));
	assert_true(file_exists(living.path));
	assert_true(is_rung(&living));
	wakeup_close(&living);
}

static void a_home_that_is_a_file_is_refused(void **state)
{
	struct home h = home_in(*state, 0);
	struct wakeup b;
	struct fault why;
	size_t length = strlen(h.path);
	snprintf(h.path + length, sizeof h.path - length, "/berkas");
	assert_true(file_write(h.path, "", 0, 0600, NULL));
	assert_false(wakeup_open(&b, &h, &why));
	assert_int_equal(why.kind, FAULT_OUTSIDE);
	assert_int_equal(b.fd, -1);
	wakeup_close(&b);
}

#define with_folder(test) cmocka_unit_test_setup_teardown(test, scratch_make, scratch_drop)

int main(void)
{
	const struct CMUnitTest tests[] = {
		with_folder(every_listener_hears),
		with_folder(a_listener_asleep_blocks_nobody),
		with_folder(the_dead_are_swept_away),
		with_folder(a_home_that_is_a_file_is_refused),
	};
	return unit_run(tests);
}
