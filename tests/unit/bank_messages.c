/* Our calls, the bank's answers held against them, and what the bank may send to us. Whole
 * exchanges stand in bank_exchanges.c.
 */
#include "snap.h"

static void what_cannot_be_sent_is_refused_first(void **state)
{
	struct fixture *f = *state;
	const struct bank_ask ask = { &f->profile, f->keys, TOKEN, 0, "1" };
	struct bank_order bad[] = { f->order, f->order, f->order, f->order };
	bad[0].customer_no = "12345678901234567";
	bad[1].customer_no = "12a";
	bad[2].trx_id = "pn-1";
	bad[3].trx_id = "PN-UJI-2026-0000000000000000001";
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		struct bank_message m;
		struct fault why = { 0 };
		assert_false(bank_encode(&ask, BANK_CREATE, &bad[i], &f->a, &m, &why));
		assert_int_equal(why.kind, FAULT_REFUSED);
	}
}

static void external_ids_have_the_length_the_bank_wants(void **state)
{
	struct fixture *f = *state;
	static const struct {
		int digits;
		const char *id;
	} cases[] = {
		{ 9, "342000007" },
		{ 17, "20261125342000007" },
		{ 20, "20261125342000000007" },
		{ 36, "202611253420000000000000000000000007" },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct bank_profile p = f->profile;
		p.external_digits = cases[i].digits;
		assert_string_equal(bank_external_id(&p, at("2026-11-25T09:30:00+07:00"), 7, &f->a),
		                    cases[i].id);
	}
}

#define ECHO                                                                                       \
	"\"partnerServiceId\":\"   88899\",\"customerNo\":\"2026000000000001\","                   \
	"\"virtualAccountNo\":\"   888992026000000000001\",\"trxId\":\"PN-UJI-2026-000001\","
#define TOTAL(v, c) "\"totalAmount\":{\"value\":\"" v "\",\"currency\":\"" c "\"}"

static void answers_are_held_against_what_was_asked(void **state)
{
	struct fixture *f = *state;
	static const struct {
		enum bank_service service;
		int http;
		const char *body;
		enum bank_outcome outcome;
		const char *differs;
	} cases[] = {
		{ BANK_CREATE, 200,
		  "{\"responseCode\":\"2002700\",\"virtualAccountData\":{" ECHO TOTAL("750000.00",
		                                                                      "IDR") "}}",
		  BANK_DONE, "" },
		/* number as code, other spelling, unpadded, array, integer customerNo */
		{ BANK_LOOK, 200,
		  "{\"responseCode\":2003000,\"virtualAccountdata\":[{\"customerNo\":"
		  "2026000000000001,\"virtualAccountNo\":\"888992026000000000001\"}]}",
		  BANK_DONE, "" },
		{ BANK_CREATE, 200,
		  "{\"responseCode\":\"2002700\",\"virtualAccountData\":{" ECHO TOTAL("75000.00",
		                                                                      "IDR") "}}",
		  BANK_DIFFERS, "totalAmount" },
		{ BANK_CREATE, 200,
		  "{\"responseCode\":\"2002700\",\"virtualAccountData\":{" ECHO TOTAL("750000.00",
		                                                                      "USD") "}}",
		  BANK_DIFFERS, "totalAmount" },
		{ BANK_CREATE, 200,
		  "{\"responseCode\":\"2002700\",\"virtualAccountData\":{\"virtualAccountNo\":"
		  "\"   888992026000000000002\"}}",
		  BANK_DIFFERS, "virtualAccountNo" },
		{ BANK_CREATE, 200,
		  "{\"responseCode\":\"2002700\",\"virtualAccountData\":{\"virtualAccountNo\":"
		  "\"888992026000000000001\",\"trxId\":\"PN-UJI-2026-000002\"}}",
		  BANK_DIFFERS, "trxId" },
		{ BANK_CREATE, 200, "{\"responseCode\":\"2002700\"}", BANK_UNKNOWN, "" },
		{ BANK_CREATE, 200, "{\"responseCode\":\"2002700\"", BANK_UNKNOWN, "" },
		{ BANK_CREATE, 200, "", BANK_UNKNOWN, "" },
		{ BANK_CREATE, 200, "<html>", BANK_UNKNOWN, "" },
		{ BANK_CREATE, 200, "{\"responseCode\":\"2002700\",\"responseCode\":\"2002700\"}",
		  BANK_UNKNOWN, "" },
		{ BANK_CREATE, 202, "{\"responseCode\":\"2022700\"}", BANK_UNKNOWN, "" },
		{ BANK_CREATE, 409, "{\"responseCode\":\"4092700\"}", BANK_UNKNOWN, "" },
		{ BANK_CREATE, 404, "{\"responseCode\":\"4042718\"}", BANK_UNKNOWN, "" },
		{ BANK_CREATE, 400, "{\"responseCode\":\"4002701\"}", BANK_REFUSED_BY_BANK, "" },
		{ BANK_CREATE, 403, "{\"responseCode\":\"4032703\"}", BANK_REFUSED_BY_BANK, "" },
		{ BANK_CREATE, 401, "{\"responseCode\":\"4012701\"}", BANK_TOKEN_STALE, "" },
		{ BANK_CREATE, 401, "", BANK_TOKEN_STALE, "" },
		{ BANK_CREATE, 500, "{\"responseCode\":\"5002700\"}", BANK_UNKNOWN, "" },
		{ BANK_CREATE, 504, "{\"responseCode\":\"5042700\"}", BANK_UNKNOWN, "" },
		{ BANK_LOOK, 404, "{\"responseCode\":\"4043001\"}", BANK_ABSENT, "" },
		{ BANK_LOOK, 404, "{\"responseCode\":\"4043012\"}", BANK_ABSENT, "" },
		{ BANK_DELETE, 200, "{\"responseCode\":\"2003100\"}", BANK_DONE, "" },
		{ BANK_DELETE, 404, "{\"responseCode\":\"4043114\"}", BANK_PAID, "" },
		{ BANK_STATUS, 404, "{\"responseCode\":\"4042601\"}", BANK_UNPAID, "" },
		{ BANK_STATUS, 200,
		  "{\"responseCode\":\"2002600\",\"virtualAccountData\":{" ECHO
		  "\"paymentFlagStatus\":\"01\"}}",
		  BANK_UNPAID, "" },
		{ BANK_STATUS, 200,
		  "{\"responseCode\":\"2002600\",\"virtualAccountData\":{" ECHO
		  "\"paidAmount\":{\"value\":\"750000.00\",\"currency\":\"IDR\"},"
		  "\"paymentRequestId\":\"P1\",\"paymentFlagStatus\":\"00\"}}",
		  BANK_PAID, "" },
		{ BANK_STATUS, 200,
		  "{\"responseCode\":\"2002600\",\"virtualAccountData\":{" ECHO
		  "\"paidAmount\":{\"value\":\"750000.50\",\"currency\":\"IDR\"},"
		  "\"paymentRequestId\":\"P1\",\"paymentFlagStatus\":\"00\"}}",
		  BANK_DIFFERS, "paidAmount" },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct bank_answer answer;
		const struct bytes body = { (unsigned char *)arena_text(&f->a, cases[i].body),
			                    strlen(cases[i].body) };
		bank_decode(&f->profile, cases[i].service, &f->order, cases[i].http, body, &f->a,
		            &answer);
		assert_int_equal(answer.outcome, cases[i].outcome);
		assert_string_equal(answer.differs, cases[i].differs);
	}
}

#define LINE(number, amount)                                                                       \
	"{\"partnerServiceId\":\"   88899\",\"virtualAccountNo\":\"" number                        \
	"\",\"paidAmount\":{\"value\":\"" amount "\",\"currency\":\"IDR\"},"                       \
	"\"trxDateTime\":\"2026-11-25T09:31:00+07:00\",\"referenceNo\":\"00113\""
#define REPORT(lines) "{\"responseCode\":\"2003500\",\"virtualAccountdata\":[" lines "]}"

static void a_report_is_believed_whole_or_not_at_all(void **state)
{
	struct fixture *f = *state;
	static const struct {
		int http;
		const char *body;
		enum bank_outcome outcome;
		const char *differs;
		size_t count;
	} cases[] = {
		{ 200, REPORT(""), BANK_DONE, "", 0 },
		{ 404, "{\"responseCode\":\"4043501\"}", BANK_DONE, "", 0 },
		{ 200, REPORT(LINE("   888990000000000000001", "1.00") "}"), BANK_DONE, "", 1 },
		{ 200,
		  REPORT(LINE("888990000000000000001",
		              "1.00") "}," LINE("888990000000000000002",
		                                "2.00") ",\"paymentRequestId\":\"P2\"}"),
		  BANK_DONE, "", 2 },
		{ 200,
		  REPORT(LINE("888990000000000000001", "1.00") ",\"paymentFlagStatus\":\"01\"}"),
		  BANK_DONE, "", 0 },
		{ 200, REPORT(LINE("777770000000000000001", "1.00") "}"), BANK_DIFFERS,
		  "virtualAccountNo", 1 },
		{ 200, REPORT(LINE("888990000000000000001", "1.50") "}"), BANK_DIFFERS,
		  "paidAmount", 1 },
		{ 200, "{\"responseCode\":\"2003500\"}", BANK_UNKNOWN, "", 0 },
		{ 200, "{\"responseCode\":\"2003500\",\"virtualAccountData\":[", BANK_UNKNOWN, "",
		  0 },
		{ 401, "{\"responseCode\":\"4013501\"}", BANK_TOKEN_STALE, "", 0 },
		{ 500, "", BANK_UNKNOWN, "", 0 },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct bank_report r;
		const struct bytes body = { (unsigned char *)arena_text(&f->a, cases[i].body),
			                    strlen(cases[i].body) };
		bank_decode_report(&f->profile, cases[i].http, body, &f->a, &r);
		assert_int_equal(r.outcome, cases[i].outcome);
		assert_string_equal(r.differs, cases[i].differs);
		assert_int_equal(r.count, cases[i].count);
		if (r.outcome == BANK_DONE && r.count)
			assert_string_equal(r.items[0].payment_id, "R:00113");
	}
}

/* The path of the published vector L17, and the body of a POST. */
static void a_report_is_asked_for_in_both_ways(void **state)
{
	struct fixture *f = *state;
	struct bank_profile p = f->profile;
	const struct bank_ask ask = { &p, f->keys, TOKEN, at("2026-11-25T09:30:00+07:00"), "1" };
	struct bank_order days = { .trx_id = "" };
	assert_true(day_from_ymd((struct ymd){ 2026, 11, 24 }, &days.first));
	days.last = days.first + 1;
	struct bank_message m;
	struct fault why;
	p.routes[BANK_REPORT] = (struct bank_route){ true, "GET", "/v1.0/transfer-va/report",
		                                     BANK_SYMMETRIC };
	assert_true(bank_encode(&ask, BANK_REPORT, &days, &f->a, &m, &why));
	assert_string_equal(m.url,
	                    "http://127.0.0.1:8443/v1.0/transfer-va/report?endDate=2026-11-25"
	                    "&partnerServiceId=88899&startDate=2026-11-24");
	assert_int_equal(m.body.size, 0);
	assert_string_equal(sent(&m, "X-SIGNATURE"),
	                    "Wv9UmkVhteS4iWdokmAK3S6YWPL2GwbAONBQXCl1TOH59CHinj1tDTbV+MRNprqG8"
	                    "UqOOaQ1dUoh23aR66NKzA==");
	p.routes[BANK_REPORT].method = "POST";
	assert_true(bank_encode(&ask, BANK_REPORT, &days, &f->a, &m, &why));
	assert_string_equal((const char *)m.body.data,
	                    "{\"partnerServiceId\":\"   88899\",\"startDate\":\"2026-11-24\","
	                    "\"startTime\":\"00:00:00+07:00\",\"endDate\":\"2026-11-25\","
	                    "\"endTime\":\"23:59:59+07:00\"}");
}

static void tokens_are_read_with_a_bound(void **state)
{
	struct fixture *f = *state;
	static const struct {
		int http;
		const char *body;
		int seconds; /* 0: refused */
	} cases[] = {
		{ 200, "{\"accessToken\":\"a.b-c_d\",\"expiresIn\":\"900\"}", 900 },
		{ 200, "{\"accessToken\":\"abc\",\"expiresIn\":899}", 899 },
		{ 200, "{\"accessToken\":\"abc\"}", 900 },
		{ 200, "{\"accessToken\":\"abc\",\"expiresIn\":\"0\"}", 0 },
		{ 200, "{\"accessToken\":\"abc\",\"expiresIn\":\"-1\"}", 0 },
		{ 200, "{\"accessToken\":\"abc\",\"expiresIn\":\"86401\"}", 0 },
		{ 200, "{\"accessToken\":\"a b\",\"expiresIn\":\"900\"}", 0 },
		{ 200, "{\"accessToken\":\"\",\"expiresIn\":\"900\"}", 0 },
		{ 401, "{\"responseCode\":\"4017300\",\"accessToken\":\"abc\"}", 0 },
		{ 200, "[]", 0 },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char *token = NULL;
		int seconds = 0;
		struct fault why;
		const struct bytes body = { (unsigned char *)arena_text(&f->a, cases[i].body),
			                    strlen(cases[i].body) };
		assert_int_equal(bank_decode_token(cases[i].http, body, &f->a, &token, &seconds,
		                                   &why),
		                 cases[i].seconds != 0);
		if (cases[i].seconds)
			assert_int_equal(seconds, cases[i].seconds);
	}
}

/* ---- the court's side ---- */

#define SIGNATURE_G4                                                                               \
	"e8ROnvtIN0wZjQ2cPsaMfUOaHqV3QqfUOo8AMMBZ1ZA2wkP7UjFz7F46JHQFrguqC+WhBYqmPPFGRaXo9snRag=="
#define BODY_G4                                                                                    \
	"{\"partnerServiceId\":\"   88899\",\"customerNo\":\"2026000000000001\","                  \
	"\"virtualAccountNo\":\"   888992026000000000001\",\"virtualAccountName\":\"Budi "         \
	"Santoso\",\"trxId\":\"PN-UJI-2026-000001\",\"paymentRequestId\":"                         \
	"\"202611250930401234500001136962\",\"channelCode\":6011,\"paidAmount\":{\"value\":"       \
	"\"750000.00\",\"currency\":\"IDR\"},\"totalAmount\":{\"value\":\"750000.00\","            \
	"\"currency\":\"IDR\"},\"trxDateTime\":\"2026-11-25T09:31:00+07:00\",\"referenceNo\":"     \
	"\"00113696201\",\"flagAdvise\":\"N\",\"additionalInfo\":{}}"

static struct bank_receiver receiver(const struct fixture *f)
{
	return (struct bank_receiver){ .profile = &f->profile,
		                       .keys = f->keys,
		                       .now = at("2026-11-25T09:31:02+07:00") };
}

/* The headers of exchange G4; a case changes one of them or takes it away. */
static struct bank_call notice_call(struct fixture *f, const char *name, const char *value)
{
	const struct bank_header all[] = {
		{ "content-type", "application/json" },
		{ "Authorization", "bearer " TOKEN },
		{ "X-TIMESTAMP", "2026-11-25T09:31:02+07:00" },
		{ "X-SIGNATURE", SIGNATURE_G4 },
		{ "X-PARTNER-ID", "PNUJI" },
		{ "X-EXTERNAL-ID", "41807553358950093184162180797838" },
		{ "CHANNEL-ID", "95221" },
	};
	struct bank_header *headers = arena_get(&f->a, COUNT_OF(all), sizeof *headers);
	memcpy(headers, all, sizeof all);
	for (size_t i = 0; name && i < COUNT_OF(all); i++) {
		if (strcmp(headers[i].name, name) == 0)
			headers[i].value = value;
	}
	const struct bank_call c = { "POST",
		                     "/v1.0/transfer-va/payment",
		                     "",
		                     headers,
		                     COUNT_OF(all),
		                     { (unsigned char *)arena_text(&f->a, BODY_G4),
		                       strlen(BODY_G4) } };
	token_take_place(f, &c, headers, receiver(f).now);
	return c;
}

static void a_genuine_notice_is_read(void **state)
{
	struct fixture *f = *state;
	struct bank_receiver r = receiver(f);
	struct bank_call c = notice_call(f, NULL, NULL);
	struct bank_notice n;
	struct bank_reply reply;
	enum bank_service s;
	assert_true(bank_route_find(&r, &c, &s, &f->a, &reply));
	assert_true(bank_receive_notice(&r, s, &c, &f->a, &n, &reply));
	assert_int_equal(n.paid, 750000);
	assert_string_equal(n.va_digits, "888992026000000000001");
	assert_string_equal(n.payment_id, "202611250930401234500001136962");
	assert_string_equal(n.channel, "6011");
	bank_reply_notice(&r, &n, BANK_ACCEPTED, &f->a, &reply);
	assert_int_equal(reply.status, 200);
	assert_int_equal(reply.body.size, 605); /* as in exchange G4 */
	assert_string_equal(reply.stamp, "2026-11-25T09:31:02+07:00");
}

static void every_check_has_its_answer(void **state)
{
	struct fixture *f = *state;
	static const struct {
		const char *header, *value, *code;
	} cases[] = {
		{ "X-TIMESTAMP", "", "4002502" },
		{ "X-TIMESTAMP", "25 November", "4002501" },
		{ "X-SIGNATURE", "", "4002502" },
		{ "X-PARTNER-ID", "", "4002502" },
		{ "X-EXTERNAL-ID", "", "4002502" },
		{ "X-EXTERNAL-ID", "a b", "4002501" },
		{ "CHANNEL-ID", "", "4002502" },
		{ "content-type", "text/plain", "4002501" },
		{ "Authorization", "", "4002502" },
		{ "Authorization", "Bearer lain", "4012501" },
		{ "Authorization", "Basic " TOKEN, "4012501" },
		{ "X-PARTNER-ID", "LAIN", "4012500" },
		{ "X-TIMESTAMP", "2026-11-25T09:41:02+07:00", "4012500" },
		{ "X-TIMESTAMP", "2026-11-25T09:31:03+07:00", "4012500" },
		{ "X-SIGNATURE", "A", "4012500" },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct bank_receiver r = receiver(f);
		struct bank_call c = notice_call(f, cases[i].header, cases[i].value);
		struct bank_notice n;
		struct bank_reply reply;
		assert_false(bank_receive_notice(&r, BANK_PAYMENT, &c, &f->a, &n, &reply));
		assert_non_null(strstr((char *)reply.body.data, cases[i].code));
	}
}

static void a_token_dies_on_time(void **state)
{
	struct fixture *f = *state;
	struct bank_receiver r = receiver(f);
	struct bank_call c = notice_call(f, NULL, NULL);
	struct bank_notice n;
	struct bank_reply reply;
	r.now += 1000;
	assert_false(bank_receive_notice(&r, BANK_PAYMENT, &c, &f->a, &n, &reply));
	assert_int_equal(reply.status, 401);
}

static void a_changed_body_is_refused(void **state)
{
	struct fixture *f = *state;
	struct bank_receiver r = receiver(f);
	for (size_t i = 0; i < strlen(BODY_G4); i += 7) {
		struct bank_call c = notice_call(f, NULL, NULL);
		struct bank_notice n;
		struct bank_reply reply;
		c.body.data[i] ^= 1;
		if (strchr(" \t\r\n", c.body.data[i]))
			continue; /* a blank between members is no change */
		assert_false(bank_receive_notice(&r, BANK_PAYMENT, &c, &f->a, &n, &reply));
		assert_int_equal(reply.status, 401);
	}
}

/* Vector L02: the bank asks us for a token. */
static void tokens_are_given_to_the_bank_only(void **state)
{
	struct fixture *f = *state;
	const json_t *v = json_array_get(json_object_get(f->all, "own"), 1);
	const char *signature = json_string_value(json_object_get(v, "signature"));
	static const struct {
		const char *key, *stamp, *body, *code;
	} cases[] = {
		{ "BANKUJI01", "2026-11-25T09:30:01+07:00",
		  "{\"grantType\":\"client_credentials\"}", "2007300" },
		{ "BANKUJI01", "2026-11-25T09:30:01+07:00",
		  "{\"grant_type\":\"client_credentials\"}", "2007300" },
		{ "BANKUJI01", "2026-11-25T09:30:01+07:00", "{}", "4007300" },
		{ "BANKLAIN", "2026-11-25T09:30:01+07:00", "{}", "4017300" },
		{ "BANKUJI01", "2026-11-25T09:30:02+07:00", "{}", "4017300" },
		{ "BANKUJI01", "", "{}", "4007302" },
		{ "BANKUJI01", "kemarin", "{}", "4007301" },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct bank_receiver r = receiver(f);
		const struct bank_header headers[] = { { "X-CLIENT-KEY", cases[i].key },
			                               { "X-TIMESTAMP", cases[i].stamp },
			                               { "X-SIGNATURE", signature } };
		const struct bank_call c = {
			"POST",
			"/v1.0/access-token/b2b",
			"",
			headers,
			3,
			{ (unsigned char *)arena_text(&f->a, cases[i].body), strlen(cases[i].body) }
		};
		struct bank_reply reply;
		bank_receive_token(&r, &c, &f->a, &reply);
		assert_non_null(strstr((char *)reply.body.data, cases[i].code));
		const char *given = strstr((char *)reply.body.data, "\"accessToken\":\"");
		assert_int_equal(given != NULL, reply.status == 200);
		if (given != NULL) {
			given += strlen("\"accessToken\":\"");
			given = arena_print(&f->a, "%.*s", (int)strcspn(given, "\""), given);
			assert_true(bank_token_lives(f->keys, given, r.now + 899000));
			assert_false(bank_token_lives(f->keys, given, r.now + 900000));
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_cannot_be_sent_is_refused_first),
		cmocka_unit_test(external_ids_have_the_length_the_bank_wants),
		cmocka_unit_test(answers_are_held_against_what_was_asked),
		cmocka_unit_test(a_report_is_believed_whole_or_not_at_all),
		cmocka_unit_test(a_report_is_asked_for_in_both_ways),
		cmocka_unit_test(tokens_are_read_with_a_bound),
		cmocka_unit_test(a_genuine_notice_is_read),
		cmocka_unit_test(every_check_has_its_answer),
		cmocka_unit_test(a_token_dies_on_time),
		cmocka_unit_test(a_changed_body_is_refused),
		cmocka_unit_test(tokens_are_given_to_the_bank_only),
	};
	return cmocka_run_group_tests(tests, snap_open, snap_close);
}
