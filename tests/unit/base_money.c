/* Rupiah: never wrapped, read as people write it, shown as people read it. */
#include "loket/list.h"
#include "loket/money.h"

#include "unit.h"

static void sums_and_products_are_checked(void **state)
{
	(void)state;
	static const struct {
		rupiah a, b;
		bool sum, product;
	} cases[] = {
		{ 1, 2, true, true },
		{ INT64_MAX, 0, true, true },
		{ INT64_MAX, 1, false, true },
		{ INT64_MAX, -1, true, true },
		{ INT64_MIN, -1, false, false },
		{ INT64_MAX / 2 + 1, 2, true, false },
		{ INT64_MIN, INT64_MAX, true, false },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		rupiah out;
		assert_int_equal(money_add(cases[i].a, cases[i].b, &out), cases[i].sum);
		assert_int_equal(money_times(cases[i].a, cases[i].b, &out), cases[i].product);
	}
	rupiah out;
	assert_true(money_add(75000, 30000, &out));
	assert_int_equal(out, 105000);
	assert_true(money_times(75000, 3, &out));
	assert_int_equal(out, 225000);
}

static void amounts_are_shown_and_read_again(void **state)
{
	(void)state;
	static const struct {
		rupiah amount;
		const char *digits, *shown;
	} cases[] = {
		{ 0, "0", "Rp0" },
		{ 7, "7", "Rp7" },
		{ 999, "999", "Rp999" },
		{ 1000, "1.000", "Rp1.000" },
		{ 1230000, "1.230.000", "Rp1.230.000" },
		{ 1000000007, "1.000.000.007", "Rp1.000.000.007" },
		{ -5000, "-5.000", "-Rp5.000" },
		{ INT64_MAX, "9.223.372.036.854.775.807", "Rp9.223.372.036.854.775.807" },
		{ INT64_MIN, "-9.223.372.036.854.775.808", "-Rp9.223.372.036.854.775.808" },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		char out[32];
		rupiah again = -1;
		money_digits(cases[i].amount, out, sizeof out);
		assert_string_equal(out, cases[i].digits);
		assert_int_equal(money_typed_parse(out, &again), cases[i].amount >= 0);
		if (cases[i].amount >= 0)
			assert_int_equal(again, cases[i].amount);
		money_show(cases[i].amount, out, sizeof out);
		assert_string_equal(out, cases[i].shown);
		assert_int_equal(money_typed_parse(out, &again), cases[i].amount >= 0);
	}
}

static void amounts_are_read_as_people_write_them(void **state)
{
	(void)state;
	static const struct {
		const char *s;
		rupiah amount; /* -1: refused */
	} cases[] = {
		{ "1.230.000", 1230000 },
		{ "1230000", 1230000 },
		{ "Rp 1.230.000", 1230000 },
		{ "rp1230000", 1230000 },
		{ "Rp. 5.000", 5000 },
		{ "1.230.000,00", 1230000 },
		{ "5.000,-", 5000 },
		{ "000", 0 },
		{ "", -1 },
		{ "Rp", -1 },
		{ "-5", -1 },
		{ "+5", -1 },
		{ "1.23", -1 },
		{ "1.2345", -1 },
		{ "1234.567", -1 },
		{ "1.234567", -1 },
		{ "1..234", -1 },
		{ ".123", -1 },
		{ "1.234.", -1 },
		{ "0.001", -1 },
		{ "1,230,000", -1 },
		{ "1.230,50", -1 },
		{ "1 000", -1 },
		{ "5000 ", -1 },
		{ "9223372036854775807", INT64_MAX },
		{ "9223372036854775808", -1 },
		{ "9.223.372.036.854.775.808", -1 },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		rupiah amount = -1;
		assert_int_equal(money_typed_parse(cases[i].s, &amount), cases[i].amount >= 0);
		assert_int_equal(amount, cases[i].amount);
	}
}

/* The keyboard's reader takes each of these; from a machine they are no amounts. */
static void a_machine_spells_an_amount_in_digits(void **state)
{
	(void)state;
	static const char *const typed[] = { "1.230.000", "Rp 1.230.000", "rp1230000",
		                             "Rp. 5.000", "1.230.000,00", "5.000,-",
		                             "5000,00",   "5000,-" };
	static const char *const never[] = {
		"",    "-5",   "+5",     " 5000", "5000 ",
		"5e3", "0x10", "5000.0", "5_000", "9223372036854775808"
	};
	rupiah amount = 7;
	for (size_t i = 0; i < COUNT_OF(typed); i++) {
		rupiah by_hand;
		assert_true(money_typed_parse(typed[i], &by_hand));
		assert_false(money_plain_parse(typed[i], &amount));
	}
	for (size_t i = 0; i < COUNT_OF(never); i++)
		assert_false(money_plain_parse(never[i], &amount));
	assert_int_equal(amount, 7);
	assert_true(money_plain_parse("1230000", &amount));
	assert_int_equal(amount, 1230000);
	assert_true(money_plain_parse("9223372036854775807", &amount));
	assert_int_equal(amount, INT64_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sums_and_products_are_checked),
		cmocka_unit_test(amounts_are_shown_and_read_again),
		cmocka_unit_test(amounts_are_read_as_people_write_them),
		cmocka_unit_test(a_machine_spells_an_amount_in_digits),
	};
	return unit_run(tests);
}
