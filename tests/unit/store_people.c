/* Users, drafts, presence. */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "loket/store/filing.h"
#include "loket/store/people.h"

#include "store_home.h"

static void users_are_kept(void **state)
{
	struct house *h = *state;
	struct user_row u = { "sari", "Sari", "petugas kasir", "sari1", false }, found;
	struct user_secret secret;
	bool there;
	well(h, user_write(h->s, &u, "hash-1", &h->why));
	u.full_name = "Sari Dewi";
	well(h, user_write(h->s, &u, NULL, &h->why)); /* the password stays */
	well(h, user_read(h->s, "sari", &h->a, &found, &secret, &h->why));
	assert_true(secret.found);
	assert_string_equal(found.full_name, "Sari Dewi");
	assert_string_equal(secret.hash, "hash-1");
	well(h, user_by_unix(h->s, "sari1", &h->a, &found, &there, &h->why));
	assert_true(there);
	well(h, user_by_unix(h->s, "", &h->a, &found, &there, &h->why));
	assert_false(there);
	well(h, user_read(h->s, "budi", &h->a, &found, &secret, &h->why));
	assert_false(secret.found);

	struct user_row other = { "budi", "Budi", "kasir", "sari1", false };
	assert_false(user_write(h->s, &other, "x", &h->why));
	says(h, "Akun Unix");
	other.unix_account = "";
	well(h, user_write(h->s, &other, "x", &h->why));
	struct user_list list;
	well(h, users_read(h->s, &h->a, &list, &h->why));
	assert_int_equal(list.count, 2);
	assert_string_equal(list.items[0].name, "budi");
}

static int64_t waits(struct house *h, const char *user, const char *source, instant now)
{
	int64_t wait;
	const struct login_try t = { user, source, now };
	well(h, login_count(h->s, &t, &wait, &h->why));
	return wait;
}

/* Five wrong ones are free; then each has to wait twice as long, a minute at most. */
static void wrong_passwords_wait(void **state)
{
	struct house *h = *state;
	instant now = house_morning;
	int64_t delay = 1000;
	bool waited;
	for (int i = 1; i <= 6; i++)
		assert_int_equal(waits(h, "sari", "umar", now), 0);
	for (int i = 0; i < 12; i++) {
		assert_int_equal(waits(h, "sari", "umar", now), delay);
		assert_int_equal(waits(h, "sari", "umar", now + delay - 1), 1);
		now += delay;
		assert_int_equal(waits(h, "sari", "umar", now), 0);
		delay = delay * 2 < 60000 ? delay * 2 : 60000;
	}
	/* for him and that name only, and not by a clock that was wrong */
	assert_int_equal(waits(h, "sari", "sari1", now), 0);
	assert_int_equal(waits(h, "budi", "umar", now), 0);
	assert_int_equal(waits(h, "sari", "umar", now - 3600000), 0);
	assert_true(waits(h, "sari", "umar", now - 3600000) > 0);
	well(h, store_begin(h->s, &h->why));
	well(h, login_freed(h->s, "sari", &waited, &h->why));
	well(h, store_commit(h->s, &h->why));
	assert_true(waited);
	assert_int_equal(waits(h, "sari", "umar", now), 0);
}

static void begin(struct house *h)
{
	well(h, store_begin(h->s, &h->why));
}

static void commit(struct house *h)
{
	well(h, store_commit(h->s, &h->why));
}

static void done(struct house *h, const struct id *filing, const struct id *command)
{
	begin(h);
	well(h, draft_done(h->s, "sari", filing, "akun", command, &h->why));
	commit(h);
}

static struct draft draft_of(struct house *h, const struct id *filing, const char *step,
                             const char *name, instant at)
{
	struct draft d = { .filing = *filing,
		           .step = step,
		           .seen = 1,
		           .focus = "pihak[2].nik",
		           .title = "",
		           .at = at };
	values_set(&d.values, &h->a, "", 0, "alamat", "Jl. \"Mawar\"\n2");
	values_set(&d.values, &h->a, "pihak", 1, "nama", name);
	values_set(&d.values, &h->a, "dok_lain", 2, "no_surat", "12");
	return d;
}

static void drafts_wait_for_their_owner(void **state)
{
	struct house *h = *state;
	struct id there = house_filing(h, 1, "Siti Aminah", "347", "pihak"), new = house_id(2);
	struct draft d = draft_of(h, &there, "akun", "x", house_morning);
	well(h, draft_keep(h->s, "sari", &d, NULL, &h->why));
	struct draft e = draft_of(h, &new, "akun", "Nur", house_morning + 1);
	well(h, draft_keep(h->s, "sari", &e, NULL, &h->why));
	e.command = house_id(77);
	e.was = e.edition;
	e.edition = house_id(78);
	well(h, draft_keep(h->s, "sari", &e, NULL, &h->why)); /* kept over itself */
	assert_false(e.overtaken);

	struct drafts list;
	well(h, drafts_read(h->s, "budi", &h->a, &list, &h->why));
	assert_int_equal(list.count, 0);
	well(h, drafts_read(h->s, "sari", &h->a, &list, &h->why));
	assert_int_equal(list.count, 2);
	assert_string_equal(list.items[0].title, "Nur"); /* newest first; named by what is in it */
	assert_string_equal(list.items[0].command.text, e.command.text);
	assert_string_equal(list.items[1].title, "Siti Aminah");
	assert_string_equal(list.items[1].focus, "pihak[2].nik");
	assert_true(id_none(&list.items[1].command));
	assert_int_equal(list.open, 2);
	assert_true(house_same(h, &list.items[1].values, &d.values));

	/* doing the act the draft was for ends it; the other stays */
	struct command c = house_command(h, &there);
	struct decision dec = house_decision(h);
	struct command_result out;
	well(h, house_apply(h, &c, &dec, &out));
	well(h, drafts_read(h->s, "sari", &h->a, &list, &h->why));
	assert_int_equal(list.count, 1);
	done(h, &new, &c.id);
	well(h, drafts_read(h->s, "sari", &h->a, &list, &h->why));
	assert_int_equal(list.count, 0);
}

/* Two sessions of one person: what one kept is never written over by what the other read before. */
static void newer_text_stays(void **state)
{
	struct house *h = *state;
	struct drafts list;
	struct id new = house_id(5);
	struct draft first = draft_of(h, &new, "akun", "first", house_morning);
	first.edition = house_id(6);
	well(h, draft_keep(h->s, "sari", &first, NULL, &h->why));
	struct draft other = draft_of(h, &new, "akun", "other", house_morning + 1);
	other.was = first.edition;
	other.edition = house_id(7);
	well(h, draft_keep(h->s, "sari", &other, NULL, &h->why));
	assert_false(other.overtaken);

	first.was = first.edition;
	well(h, draft_keep(h->s, "sari", &first, NULL, &h->why));
	assert_true(first.overtaken);
	well(h, drafts_read(h->s, "sari", &h->a, &list, &h->why));
	assert_int_equal(list.count, 1);
	assert_string_equal(list.items[0].title, "other");
	assert_string_equal(list.items[0].edition.text, other.edition.text);

	first.aside = first.command = house_id(8);
	first.was = (struct id){ "" };
	well(h, draft_keep(h->s, "sari", &first, NULL, &h->why));
	assert_false(first.overtaken);
	done(h, &new, &other.command);
	well(h,
	     draft_keep(h->s, "sari", &first, NULL, &h->why)); /* has no `was`: not over itself */
	assert_true(first.overtaken);

	other.was = other.edition; /* finished elsewhere meanwhile */
	well(h, draft_keep(h->s, "sari", &other, NULL, &h->why));
	assert_true(other.overtaken);
	well(h, drafts_read(h->s, "sari", &h->a, &list, &h->why));
	assert_int_equal(list.count, 1);
	assert_string_equal(list.items[0].aside.text, first.command.text);
	done(h, &new, &first.command);
	well(h, drafts_read(h->s, "sari", &h->a, &list, &h->why));
	assert_int_equal(list.count, 0);
}

static void what_is_thrown_away_can_be_taken_back(void **state)
{
	struct house *h = *state;
	struct id filing = house_id(2);
	struct drafts list;
	struct draft d = draft_of(h, &filing, "akun", "Nur", house_morning);
	well(h, draft_keep(h->s, "sari", &d, NULL, &h->why));
	begin(h);
	well(h, draft_drop(h->s, "sari", &d, house_morning + 9, &h->why));
	commit(h);
	struct draft other = draft_of(h, &filing, "akun", "Siti", house_morning);
	well(h, draft_keep(h->s, "sari", &other, NULL, &h->why));
	well(h, drafts_read(h->s, "sari", &h->a, &list, &h->why));
	assert_int_equal(list.count, 2);
	assert_int_equal(list.open, 1);
	assert_string_equal(list.items[0].title, "Siti");
	assert_int_equal(list.items[1].dropped, house_morning + 9);
	begin(h);
	well(h, draft_restore(h->s, "sari", &list.items[1], &h->why));
	commit(h);
	well(h, drafts_read(h->s, "sari", &h->a, &list, &h->why));
	assert_int_equal(list.open, 2);
	begin(h);
	well(h, draft_drop(h->s, "sari", &list.items[0], house_morning + 9, &h->why));
	well(h, drafts_forget(h->s, "sari", &h->why));
	commit(h);
	well(h, drafts_read(h->s, "sari", &h->a, &list, &h->why));
	assert_int_equal(list.count, 1);
	assert_int_equal(list.open, 1);
}

/* A desk of its own that has the filing open until its pipe closes. */
static pid_t desk_of(struct house *h, const struct id *filing, int hold[2])
{
	int ready[2];
	char c;
	assert_int_equal(pipe(hold), 0);
	assert_int_equal(pipe(ready), 0);
	pid_t pid = fork();
	if (pid == 0) {
		struct store *s;
		close(hold[1]);
		if (store_open(&h->home, false, &s, &h->why) &&
		    presence_enter(s, "budi", filing, "skum", house_morning, &h->why) &&
		    write(ready[1], "x", 1) == 1 && read(hold[0], &c, 1) >= 0)
			_exit(0);
		_exit(1);
	}
	close(hold[0]);
	close(ready[1]); /* a desk that dies is the end of the pipe */
	assert_int_equal(read(ready[0], &c, 1), 1);
	close(ready[0]);
	return pid;
}

static void presence_is_of_the_living(void **state)
{
	struct house *h = *state;
	struct id id = house_filing(h, 1, "Siti", "347", "skum");
	struct presence_row *rows;
	size_t count;
	int hold[2];
	pid_t pid = desk_of(h, &id, hold);
	well(h, presence_enter(h->s, "sari", &id, "pihak", house_morning + 1, &h->why));
	well(h, presence_read(h->s, &id, &h->a, &rows, &count, &h->why));
	assert_int_equal(count, 1); /* oneself is not told */
	assert_string_equal(rows[0].who, "budi");
	assert_string_equal(rows[0].step, "skum");

	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	close(hold[1]);
	well(h, presence_read(h->s, &id, &h->a, &rows, &count, &h->why));
	assert_int_equal(count, 0);
	well(h, presence_leave(h->s, &h->why));
}

#define test(f) cmocka_unit_test_setup_teardown(f, house_open, house_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		test(users_are_kept),
		test(wrong_passwords_wait),
		test(drafts_wait_for_their_owner),
		test(newer_text_stays),
		test(what_is_thrown_away_can_be_taken_back),
		test(presence_is_of_the_living),
	};
	return unit_run(tests);
}
