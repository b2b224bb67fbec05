/* Messages: leased to one, in order within a filing, tried again, given up, answered. */
#include "loket/store/filing.h"
#include "loket/store/lists.h"
#include "loket/store/notice.h"
#include "loket/store/outbox.h"

#include "store_home.h"

static void ask(struct house *h, const struct id *id, const char *to, const char *key,
                int64_t answers)
{
	struct command c = house_command(h, id);
	struct decision d = house_decision(h);
	struct command_result out;
	struct message *m = decision_message(&d, to, "create-va", key, INSTANT_NONE);
	values_set(&m->body, &h->a, "", 0, "trx", key);
	c.answers = answers;
	well(h, house_apply(h, &c, &d, &out));
}

static struct outbox_row lease(struct house *h, struct store *s, const char *worker, instant now)
{
	struct outbox_row row;
	struct lease l = { worker, now, now + 30000, NULL };
	well(h, outbox_lease(s, &l, &h->a, &row, &h->why));
	return row;
}

static void two_workers_never_hold_the_same(void **state)
{
	struct house *h = *state;
	struct store *other;
	well(h, store_open(&h->home, false, &other, &h->why));
	struct id one = house_filing(h, 1, "Siti", "347", "bayar"),
	          two = house_filing(h, 2, "Nur", "347", "bayar");
	ask(h, &one, "bank", "a", 0);
	ask(h, &two, "bank", "b", 0);
	struct outbox_row first = lease(h, h->s, "w1", house_morning);
	struct outbox_row second = lease(h, other, "w2", house_morning);
	struct outbox_row third = lease(h, other, "w2", house_morning);
	assert_string_equal(first.key, "a");
	assert_string_equal(first.title, "Siti");
	assert_string_equal(values_of(&first.body, "trx"), "a");
	assert_string_equal(second.key, "b");
	assert_int_equal(third.number, 0);

	/* who dies with a lease loses it when it ends */
	third = lease(h, other, "w2", house_morning + 30000);
	assert_int_equal(third.number, first.number);
	store_close(&other);
}

static void messages_of_a_filing_keep_their_order(void **state)
{
	struct house *h = *state;
	struct id one = house_filing(h, 1, "Siti", "347", "bayar");
	ask(h, &one, "bank", "a", 0);
	ask(h, &one, "bank", "b", 0);
	ask(h, &one, "sipp", "c", 0);
	ask(h, &one, "bank", "a", 0); /* decided again: stays the one it was */
	struct outbox_row a = lease(h, h->s, "w", house_morning);
	assert_string_equal(a.key, "a");
	assert_string_equal(lease(h, h->s, "w", house_morning).key, "c");
	assert_int_equal(lease(h, h->s, "w", house_morning).number, 0);

	well(h, outbox_again(h->s, a.number, house_morning + 9000, "putus", &h->why));
	assert_int_equal(lease(h, h->s, "w", house_morning).number, 0);
	assert_int_equal(outbox_next_due(h->s, house_morning, NULL), house_morning + 9000);
	a = lease(h, h->s, "w", house_morning + 9000);
	assert_int_equal(a.tries, 1);
	assert_string_equal(a.error, "putus");
	well(h, outbox_close(h->s, a.number, false, "", &h->why));
	assert_string_equal(lease(h, h->s, "w", house_morning + 9000).key, "b");
}

static void an_answer_closes_its_message(void **state)
{
	struct house *h = *state;
	struct id one = house_filing(h, 1, "Siti", "347", "bayar");
	struct outbox_list list;
	ask(h, &one, "bank", "a", 0);
	struct outbox_row a = lease(h, h->s, "w", house_morning);
	ask(h, &one, "bank", "b", a.number);
	well(h, outbox_read(h->s, &one, &h->a, &list, &h->why));
	assert_int_equal(list.count, 2);
	assert_string_equal(list.items[0].state, "done");
	assert_string_equal(list.items[1].state, "waiting");
	well(h, outbox_read(h->s, NULL, &h->a, &list, &h->why));
	assert_int_equal(list.count, 1);
}

static void what_was_given_up_is_retried_by_a_person(void **state)
{
	struct house *h = *state;
	struct id one = house_filing(h, 1, "Siti", "347", "bayar");
	ask(h, &one, "sipp", "a", 0);
	struct outbox_row a = lease(h, h->s, "w", house_morning);
	well(h, outbox_retry(h->s, a.number, house_morning,
	                     &h->why)); /* it is being sent: left alone */
	assert_int_equal(lease(h, h->s, "w", house_morning).number, 0);
	well(h, outbox_close(h->s, a.number, true, "ditolak", &h->why));
	assert_int_equal(outbox_next_due(h->s, house_morning, NULL), INSTANT_NONE);
	well(h, outbox_retry(h->s, a.number, house_morning + 5, &h->why));
	assert_int_equal(lease(h, h->s, "w", house_morning + 5).number, a.number);
}

static void a_letter_of_an_ended_worker_waits_for_the_server(void **state)
{
	struct house *h = *state;
	struct id one = house_filing(h, 1, "Siti", "347", "bayar");
	instant settled = house_morning + 5000;
	ask(h, &one, "sipp", "a", 0);
	ask(h, &one, "mail", "b", 0);
	ask(h, &one, "mail", "c", 0);
	assert_string_equal(lease(h, h->s, "w", house_morning).key, "a");
	assert_string_equal(lease(h, h->s, "w", house_morning).key, "b");
	well(h, outbox_reclaim(h->s, house_morning, settled, &h->why));
	/* "c" was never begun, "a" can be asked about */
	struct outbox_row first = lease(h, h->s, "w", house_morning + 1),
	                  second = lease(h, h->s, "w", house_morning + 1);
	assert_string_equal(first.key, "a");
	assert_int_equal(first.tries, 1);
	assert_string_equal(second.key, "c");
	assert_int_equal(outbox_next_due(h->s, house_morning, NULL), settled);
	assert_string_equal(lease(h, h->s, "w", settled).key, "b");
}

static void links_keep_when_they_changed(void **state)
{
	struct house *h = *state;
	struct id one = house_filing(h, 1, "Siti", "347", "bayar");
	struct board b;
	ask(h, &one, "sipp", "a", 0);
	well(h, link_write(h->s, "sipp", false, house_morning, "putus", &h->why));
	well(h, link_write(h->s, "sipp", false, house_morning + 1, "ditolak", &h->why));
	well(h, board_read(h->s, &house_book, house_morning, &h->a, &b, &h->why));
	assert_int_equal(b.sipp.since, house_morning);
	assert_string_equal(b.sipp.error, "ditolak");
	assert_int_equal(b.sipp.waiting, 1);
	assert_int_equal(b.bank.since, INSTANT_NONE);
	well(h, link_write(h->s, "sipp", true, house_morning + 2, "", &h->why));
	well(h, board_read(h->s, &house_book, house_morning, &h->a, &b, &h->why));
	assert_true(b.sipp.up);
	assert_int_equal(b.sipp.since, house_morning + 2);
}

/* Setting our date does not move the machine's counter; another start of it leaves only the
 * difference as it was. */
static void a_clock_runs_on_by_the_machine(void **state)
{
	struct house *h = *state;
	struct partner_clock far;
	struct uptime up = { .ran = 1000, .boot = "a" };
	const int64_t days = 30 * 1440LL * MINUTE_MS;
	well(h, clock_farthest(h->s, house_morning, &up, &h->a, &far, &h->why));
	assert_string_equal(far.name, "");
	well(h, clock_keep(h->s, "bank", house_morning + 5, house_morning, &up, &h->why));
	well(h, clock_keep(h->s, "sipp", house_morning, house_morning, &up, &h->why));
	up.ran += 60000;
	well(h, clock_farthest(h->s, house_morning + 60000, &up, &h->a, &far, &h->why));
	assert_string_equal(far.name, "bank");
	assert_int_equal(far.apart, 5);
	well(h, clock_farthest(h->s, house_morning + 60000 + days, &up, &h->a, &far, &h->why));
	assert_int_equal(far.apart < -days + 10 && far.apart > -days - 10, 1);
	assert_int_equal(far.measured, house_morning);
	const struct uptime later = { .ran = 10, .boot = "b" };
	well(h, clock_farthest(h->s, house_morning + days, &later, &h->a, &far, &h->why));
	assert_int_equal(far.apart, 5);
	well(h, clock_keep(h->s, "bank", house_morning + days + 90000, house_morning + days, &later,
	                   &h->why));
	well(h, clock_farthest(h->s, house_morning + days, &later, &h->a, &far, &h->why));
	assert_int_equal(far.apart, 90000);
}

static void a_notice_is_answered_as_the_first_time(void **state)
{
	struct house *h = *state;
	const struct notice first = { "bank", "P-1", "88081000000014", 750000, "accepted",
		                      200,    "{}",  house_morning },
	                    again = { "bank", "P-1", "88081000000014", 1, "expired",
		                      404,    "[]",  house_morning };
	struct notice found;
	well(h, notice_find(h->s, "bank", "P-1", &h->a, &found, &h->why));
	assert_null(found.bank);
	well(h, notice_write(h->s, &first, &h->why));
	well(h, notice_write(h->s, &again, &h->why));
	well(h, notice_find(h->s, "other", "P-1", &h->a, &found, &h->why));
	assert_null(found.bank);
	well(h, notice_find(h->s, "bank", "P-1", &h->a, &found, &h->why));
	assert_string_equal(found.account, "88081000000014");
	assert_int_equal(found.amount, 750000);
	assert_string_equal(found.verdict, "accepted");
	assert_int_equal(found.status, 200);
	assert_string_equal(found.body, "{}");
	assert_int_equal(found.at, house_morning);
}

static void an_external_id_is_used_once_a_day(void **state)
{
	struct house *h = *state;
	struct notice_id id = { "bank", "payment", "42", 20000 };
	const char *payment;
	well(h, notice_id_find(h->s, &id, &h->a, &payment, &h->why));
	assert_null(payment);
	well(h, notice_id_write(h->s, &id, "P-1", house_morning, &h->why));
	well(h, notice_id_write(h->s, &id, "P-2", house_morning, &h->why));
	well(h, notice_id_find(h->s, &id, &h->a, &payment, &h->why));
	assert_string_equal(payment, "P-1");
	id.on++;
	well(h, notice_id_find(h->s, &id, &h->a, &payment, &h->why));
	assert_null(payment);
}

#define test(f) cmocka_unit_test_setup_teardown(f, house_open, house_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		test(two_workers_never_hold_the_same),
		test(messages_of_a_filing_keep_their_order),
		test(an_answer_closes_its_message),
		test(what_was_given_up_is_retried_by_a_person),
		test(a_letter_of_an_ended_worker_waits_for_the_server),
		test(links_keep_when_they_changed),
		test(a_clock_runs_on_by_the_machine),
		test(a_notice_is_answered_as_the_first_time),
		test(an_external_id_is_used_once_a_day),
	};
	return unit_run(tests);
}
