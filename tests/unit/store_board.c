/* The board, the bailiff's menu, what was printed. */
#include "loket/store/filing.h"
#include "loket/store/lists.h"

#include "store_home.h"

typedef void adding(struct decision *d);

static void decide(struct house *h, const struct id *id, adding *add)
{
	struct command c = house_command(h, id);
	struct decision d = house_decision(h);
	struct command_result out;
	add(&d);
	well(h, house_apply(h, &c, &d, &out));
}

static void paid(struct decision *d)
{
	decision_change(d, CHANGE_PAYMENT)->to.payment =
	    (struct payment){ "p1",  "t1", 855000, house_morning, "",   "", "notice",
		              false, "",   "",     house_morning, "bsi" };
}

static void move_on(struct decision *d)
{
	add_step(d, "skum", STEP_DONE, house_morning);
	add_step(d, "bayar", STEP_WAITING, house_morning + 7);
}

static void all_done(struct decision *d)
{
	for (size_t i = 0; i < COUNT_OF(house_steps); i++)
		add_step(d, house_steps[i].key, STEP_DONE, house_morning);
}

static void the_board_counts_where_filings_stand(void **state)
{
	struct house *h = *state;
	struct board b;
	struct id first = house_filing(h, 1, "Siti", "347", "skum");
	house_filing(h, 2, "Nur", "346", "skum");
	house_filing(h, 600000, "Dewi", "347", "skum"); /* ten minutes younger */
	well(h, board_read(h->s, &house_book, house_morning + 600002, &h->a, &b, &h->why));
	assert_int_equal(b.step_count, 9);
	assert_int_equal(b.steps[4].waiting, 3);
	assert_int_equal(b.steps[4].late, 1); /* more than ten minutes, not just ten */
	assert_int_equal(b.steps[4].oldest, house_morning + 1);
	assert_int_equal(b.steps[5].oldest, INSTANT_NONE);
	assert_int_equal(b.news_count, 0);

	decide(h, &first, move_on);
	decide(h, &first, paid);
	well(h, board_read(h->s, &house_book, house_morning + 600002, &h->a, &b, &h->why));
	assert_int_equal(b.steps[4].waiting, 2);
	assert_int_equal(b.steps[5].waiting, 1);
	assert_int_equal(b.steps[5].oldest, house_morning + 7);
	assert_int_equal(b.news_count, 1);
	assert_string_equal(b.news[0].what, "lunas");
	assert_string_equal(b.news[0].title, "Siti");
	assert_string_equal(b.news[0].detail, "Rp855.000");
	assert_string_equal(b.news[0].filing.text, first.text);

	decide(h, &first, all_done);
	well(h, board_read(h->s, &house_book, house_morning, &h->a, &b, &h->why));
	assert_int_equal(b.steps[5].waiting, 0);
	assert_int_equal(b.steps[5].oldest, INSTANT_NONE);
}

static void summon(struct house *h, const struct id *id, int number, const char *bailiff,
                   day deadline, const char *outcome)
{
	struct command c = house_command(h, id);
	struct decision d = house_decision(h);
	struct command_result out;
	decision_change(&d, CHANGE_SUMMONS)->to.summons =
	    (struct summons){ .number = number,
		              .party = number,
		              .name = "Ahmad",
		              .label = "Tergugat",
		              .address = "",
		              .area = "I",
		              .channel = "jurusita",
		              .reason = "",
		              .hearing = 20800,
		              .time = "09.00",
		              .room = "I",
		              .bailiff = bailiff,
		              .deadline = deadline,
		              .outcome = outcome,
		              .served = outcome[0] == '\0' ? DAY_NONE : 20780,
		              .proper = true,
		              .worth = "patut" };
	well(h, house_apply(h, &c, &d, &out));
}

static void a_bailiff_sees_what_is_his(void **state)
{
	struct house *h = *state;
	struct id id = house_filing(h, 1, "Siti", "347", "panggilan");
	struct bailiff_list list;
	summon(h, &id, 1, "joko", 20796, "");
	summon(h, &id, 2, "joko", 20790, "");
	summon(h, &id, 3, "joko", 20785, "Y");
	summon(h, &id, 4, "umar", 20791, "");
	well(h, bailiff_read(h->s, "joko", house_morning, &h->a, &list, &h->why));
	static const int his[] = { 2, 1, 3 }, everybodys[] = { 2, 4, 1, 3 };
	assert_int_equal(list.count, COUNT_OF(his));
	for (size_t i = 0; i < COUNT_OF(his); i++)
		assert_int_equal(list.items[i].summons, his[i]);
	assert_false(list.items[0].printed);
	well(h, bailiff_read(h->s, "", house_morning, &h->a, &list, &h->why));
	assert_int_equal(list.count, COUNT_OF(everybodys));
	for (size_t i = 0; i < COUNT_OF(everybodys); i++)
		assert_int_equal(list.items[i].summons, everybodys[i]);
	/* ten days later what was served has left the menu */
	well(h,
	     bailiff_read(h->s, "joko", house_morning + INT64_C(864000000), &h->a, &list, &h->why));
	assert_int_equal(list.count, 2);
}

static void prints_are_counted(void **state)
{
	struct house *h = *state;
	struct id id = house_filing(h, 1, "Siti", "347", "panggilan");
	struct paper_of relaas = { &id, "relaas", 2 }, other = { &id, "relaas", 1 };
	struct printed_before before;
	summon(h, &id, 2, "joko", 20790, "");
	for (int i = 0; i < 3; i++) {
		well(h, printed_write(h->s, &relaas, "joko", house_morning, &before, &h->why));
		assert_int_equal(before.times, i);
		assert_int_equal(before.first, house_morning);
	}
	well(h, printed_write(h->s, &other, "joko", house_morning, &before, &h->why));
	assert_int_equal(before.times, 0);
	struct bailiff_list list;
	well(h, bailiff_read(h->s, "joko", house_morning, &h->a, &list, &h->why));
	assert_true(list.items[0].printed);
}

#define test(f) cmocka_unit_test_setup_teardown(f, house_open, house_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		test(the_board_counts_where_filings_stand),
		test(a_bailiff_sees_what_is_his),
		test(prints_are_counted),
	};
	return unit_run(tests);
}
