/* What a bank writes is held to the tables of spellings: by its list of payments (service 35). */
#include "loket/bank.h"

#include "values.h"

static const char *paid(const char *amount, struct arena *a)
{
	const struct bank_profile p = { .company = "8808" };
	struct text body = text_start(a);
	struct bank_report r;
	text_add(&body, "{\"responseCode\":\"2003500\",\"virtualAccountData\":[{"
	                "\"virtualAccountNo\":\"880800000001\",\"paymentRequestId\":\"P1\","
	                "\"paidAmount\":{\"currency\":\"IDR\",\"value\":");
	text_add_json(&body, amount);
	text_add(&body, "},\"trxDateTime\":\"2026-11-25T09:30:00+07:00\"}]}");
	bank_decode_report(&p, 200, (struct bytes){ (unsigned char *)body.s, body.length }, a, &r);
	if (r.outcome != BANK_DONE || r.differs[0] != '\0' || r.count != 1)
		return arena_print(a, "-%s", r.differs);
	return arena_print(a, "%lld", (long long)r.items[0].amount);
}

static void money_of_a_bank(void **state)
{
	(void)state;
	struct arena a = arena_start(16 * MIB);
	const struct spelled_table money = values_of_kind("money", &a);
	for (size_t i = 0; i < money.count; i++)
		door_gave(&money, "SNAP", i, 3, paid(money.rows[i].cells[0], &a));
	doors_show();
	arena_drop(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(money_of_a_bank) };
	return unit_run(tests);
}
