/* Whole exchanges, byte for byte: what we send, what we make of the answer, and what a bank that
 * calls us hears. The exchanges are data: "exchanges" in snap-vectors.json, G1 to G9. */
#include "snap.h"

static const char *get(const json_t *v, const char *name)
{
	return json_string_value(json_object_get(v, name));
}

static const json_t *exchange(const struct fixture *f, const char *id)
{
	const json_t *list = json_object_get(f->all, "exchanges");
	assert_int_equal(json_array_size(list), 9);
	for (size_t i = 0; i < json_array_size(list); i++) {
		if (strcmp(get(json_array_get(list, i), "id"), id) == 0)
			return json_array_get(list, i);
	}
	fail_msg("no exchange %s", id);
	return NULL;
}

static const json_t *answer_of(const json_t *x, size_t i)
{
	return json_array_get(json_object_get(x, "answers"), i);
}

static struct bytes body_of(const json_t *v, struct arena *a)
{
	return (struct bytes){ (unsigned char *)arena_text(a, get(v, "body")),
		               strlen(get(v, "body")) };
}

static int status_of(const json_t *answer)
{
	return (int)json_integer_value(json_object_get(answer, "status"));
}

/* ---- our calls ---- */

static void message_is(const struct fixture *f, const struct bank_message *m, const json_t *x)
{
	const size_t host = strlen(f->profile.base_url);
	json_t *headers = json_object_get(x, "headers"), *value;
	const char *name;
	assert_string_equal(m->method, get(x, "method"));
	assert_memory_equal(m->url, f->profile.base_url, host);
	assert_string_equal(m->url + host, get(x, "path"));
	assert_int_equal(m->header_count, json_object_size(headers));
	json_object_foreach(headers, name, value)
	{
		assert_non_null(sent(m, name));
		assert_string_equal(sent(m, name), json_string_value(value));
	}
	assert_int_equal(m->body.size, strlen(get(x, "body")));
	assert_memory_equal(m->body.data, get(x, "body"), m->body.size);
}

static struct bank_ask ask_at(const struct fixture *f, const json_t *x)
{
	const json_t *headers = json_object_get(x, "headers");
	return (struct bank_ask){ &f->profile, f->keys, TOKEN, at(get(headers, "X-TIMESTAMP")),
		                  get(headers, "X-EXTERNAL-ID") };
}

static void a_token_is_asked_for(void **state)
{
	struct fixture *f = *state;
	const json_t *x = exchange(f, "G1");
	const struct bank_ask ask = ask_at(f, x);
	struct bank_message m;
	struct fault why;
	const char *token;
	int seconds;
	assert_true(bank_profile_check(&f->profile, &why));
	assert_true(bank_encode(&ask, BANK_TOKEN, NULL, &f->a, &m, &why));
	message_is(f, &m, x);
	assert_true(bank_decode_token(status_of(answer_of(x, 0)), body_of(answer_of(x, 0), &f->a),
	                              &f->a, &token, &seconds, &why));
	assert_string_equal(token, TOKEN);
	assert_int_equal(seconds, 900);
}

static void an_account_is_made(void **state)
{
	struct fixture *f = *state;
	const json_t *x = exchange(f, "G2");
	const struct bank_ask ask = ask_at(f, x);
	struct bank_message m;
	struct bank_answer answer;
	struct fault why;
	assert_true(bank_encode(&ask, BANK_CREATE, &f->order, &f->a, &m, &why));
	message_is(f, &m, x);
	bank_decode(&f->profile, BANK_CREATE, &f->order, status_of(answer_of(x, 0)),
	            body_of(answer_of(x, 0), &f->a), &f->a, &answer);
	assert_int_equal(answer.outcome, BANK_DONE);
	assert_string_equal(answer.code, "2002700");
	assert_string_equal(answer.va_text, "   888992026000000000001");
	assert_int_equal(answer.amount, f->order.amount);
	assert_true(answer.expires == f->order.expires);
}

/* ---- calls to us ---- */

/* As the court stands when the answer goes out. */
static struct bank_receiver receiver_at(const struct fixture *f, const json_t *x)
{
	return (struct bank_receiver){ .profile = &f->profile,
		                       .keys = f->keys,
		                       .now = at(get(answer_of(x, 0), "stamp")) };
}

static const char *token_of(struct fixture *f, const json_t *x)
{
	return token_given(f, receiver_at(f, x).now);
}

static struct bank_call call_of(struct fixture *f, const json_t *x)
{
	json_t *headers = json_object_get(x, "headers"), *value;
	struct bank_header *list = arena_get(&f->a, json_object_size(headers), sizeof *list);
	struct bank_call c = { get(x, "method"), get(x, "path"), "", list, 0, body_of(x, &f->a) };
	const char *name;
	json_object_foreach(headers, name, value)
	{
		list[c.header_count++] = (struct bank_header){ name, json_string_value(value) };
	}
	token_take_place(f, &c, list, receiver_at(f, x).now);
	return c;
}

static void reply_is(const struct bank_reply *reply, const json_t *answer)
{
	assert_int_equal(reply->status, status_of(answer));
	assert_string_equal(reply->stamp, get(answer, "stamp"));
	assert_int_equal(reply->body.size, strlen(get(answer, "body")));
	assert_string_equal((const char *)reply->body.data, get(answer, "body"));
}

/* The notice of an exchange, taken in; the reply to it is the caller's business. */
static struct bank_notice notice_taken(struct fixture *f, struct bank_receiver *r, const json_t *x)
{
	const struct bank_call c = call_of(f, x);
	struct bank_notice n;
	struct bank_reply reply;
	enum bank_service s;
	assert_true(bank_route_find(r, &c, &s, &f->a, &reply));
	assert_int_equal(s, BANK_PAYMENT);
	assert_true(bank_receive_notice(r, s, &c, &f->a, &n, &reply));
	return n;
}

static void a_bill_is_asked_for(void **state)
{
	struct fixture *f = *state;
	static const struct bank_bill bills[] = {
		{ BANK_ACCEPTED, "Budi Santoso", 750000 },
		{ BANK_NO_SUCH_VA, "", 0 },
		{ BANK_ALREADY_PAID, "", 0 },
		{ BANK_EXPIRED, "", 0 },
	};
	const json_t *x = exchange(f, "G3");
	const struct bank_receiver r = receiver_at(f, x);
	const struct bank_call c = call_of(f, x);
	struct bank_inquiry q;
	struct bank_reply reply;
	assert_true(bank_receive_inquiry(&r, &c, &f->a, &q, &reply));
	assert_string_equal(q.va_digits, "888992026000000000001");
	assert_int_equal(json_array_size(json_object_get(x, "answers")), COUNT_OF(bills));
	for (size_t i = 0; i < COUNT_OF(bills); i++) {
		bank_reply_inquiry(&r, &q, &bills[i], &f->a, &reply);
		reply_is(&reply, answer_of(x, i));
	}
}

static void a_payment_is_told(void **state)
{
	struct fixture *f = *state;
	static const struct {
		const char *id;
		enum bank_signature signature;
		enum bank_verdict verdict;
	} cases[] = {
		{ "G4", BANK_SYMMETRIC, BANK_ACCEPTED },
		{ "G6", BANK_SYMMETRIC, BANK_INCONSISTENT },
		{ "G8", BANK_ASYMMETRIC, BANK_ACCEPTED },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const json_t *x = exchange(f, cases[i].id);
		struct bank_receiver r = receiver_at(f, x);
		struct bank_profile p = f->profile;
		struct bank_reply reply;
		p.served[BANK_PAYMENT].signature = cases[i].signature;
		r.profile = &p;
		const struct bank_notice n = notice_taken(f, &r, x);
		assert_int_equal(n.match, BANK_MATCH_MINIFIED);
		bank_reply_notice(&r, &n, cases[i].verdict, &f->a, &reply);
		reply_is(&reply, answer_of(x, 0));
	}
}

/* The worker gives the first answer again, to the letter (tests/wire/role-a.sh); here it shows that
 * both are the same payment, and that the exchange says so too. */
static void a_payment_is_told_again(void **state)
{
	struct fixture *f = *state;
	const json_t *first = exchange(f, "G4"), *again = exchange(f, "G5");
	struct bank_receiver r = receiver_at(f, first), later = receiver_at(f, again);
	const struct bank_notice one = notice_taken(f, &r, first);
	const struct bank_notice two = notice_taken(f, &later, again);
	assert_false(one.repeat);
	assert_true(two.repeat);
	assert_string_equal(one.payment_id, two.payment_id);
	assert_string_equal(one.va_digits, two.va_digits);
	assert_int_equal(one.paid, two.paid);
	assert_string_not_equal(one.external_id, two.external_id);
	assert_string_equal(get(answer_of(first, 0), "body"), get(answer_of(again, 0), "body"));
}

/* Every member of one object in the other, with the same value. */
static void members_are_in(json_t *wanted, const json_t *got)
{
	const char *name;
	json_t *value;
	json_object_foreach(wanted, name, value)
	{
		const json_t *ours = json_object_get(got, name);
		if (strcmp(name, "virtualAccountData") == 0)
			members_are_in(value, ours);
		else
			assert_true(json_equal(value, ours));
	}
}

/* Ours repeats more of the request than the exchange does, as it does in every other answer. */
static void an_id_of_another_payment_is_a_conflict(void **state)
{
	struct fixture *f = *state;
	const json_t *x = exchange(f, "G7"), *answer = answer_of(x, 0);
	struct bank_receiver r = receiver_at(f, x);
	struct bank_reply reply;
	const struct bank_notice n = notice_taken(f, &r, x);
	bank_reply_notice(&r, &n, BANK_CONFLICT, &f->a, &reply);
	assert_int_equal(reply.status, status_of(answer));
	assert_string_equal(reply.stamp, get(answer, "stamp"));
	json_t *wanted = json_loads(get(answer, "body"), 0, NULL);
	json_t *got = json_loadb((const char *)reply.body.data, reply.body.size, 0, NULL);
	members_are_in(wanted, got);
	json_decref(wanted);
	json_decref(got);
}

static void a_wrong_signature_is_told_apart(void **state)
{
	struct fixture *f = *state;
	const json_t *x = exchange(f, "G9");
	const struct bank_receiver r = receiver_at(f, x);
	const struct bank_call c = call_of(f, x);
	struct bank_notice n;
	struct bank_reply reply;
	assert_false(bank_receive_notice(&r, BANK_PAYMENT, &c, &f->a, &n, &reply));
	reply_is(&reply, answer_of(x, 0));
}

/* It needs nobody's memory, so a worker that was started again takes it; nobody else can make one,
 * and none lives longer than was said. */
static void a_token_of_ours_is_known_by_its_seal(void **state)
{
	struct fixture *f = *state;
	const json_t *x = exchange(f, "G4");
	const instant now = receiver_at(f, x).now;
	char *token = arena_text(&f->a, token_of(f, x));
	assert_true(bank_token_lives(f->keys, token, now));
	assert_true(bank_token_lives(f->keys, token, now + 999));
	assert_false(bank_token_lives(f->keys, token, now + 1000));
	for (size_t i = 0; token[i] != '\0'; i++) {
		char was = token[i];
		token[i] = was == '0' ? '1' : '0';
		assert_false(bank_token_lives(f->keys, token, now));
		token[i] = was;
	}
	assert_false(bank_token_lives(f->keys, arena_print(&f->a, "9%s", token), now));
	assert_false(bank_token_lives(f->keys, "", now));
	assert_false(bank_token_lives(f->keys, ".", now));
}

/* Nothing is put in order and nothing is decoded: the query of a caller is part of the path. */
static void a_query_is_signed_as_it_was_sent(void **state)
{
	struct fixture *f = *state;
	static const struct {
		const char *sent, *signed_over;
		bool good;
	} cases[] = {
		{ "b=2&a=%20x%2C", "?b=2&a=%20x%2C", true },
		{ "b=2&a=%20x%2C", "?a=%20x%2C&b=2", false },
		{ "b=2&a=%20x%2C", "?b=2&a= x,", false },
		{ "b=2&a=%2c", "?b=2&a=%2C", false },
		{ "b=2&a=%20x%2C", "", false },
		{ "", "?", false },
	};
	const json_t *x = exchange(f, "G4");
	const struct bank_receiver r = receiver_at(f, x);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct bank_call c = call_of(f, x);
		const struct bank_signed parts = {
			c.method,       arena_print(&f->a, "%s%s", c.path, cases[i].signed_over),
			token_of(f, x), get(json_object_get(x, "headers"), "X-TIMESTAMP"),
			c.body.data,    c.body.size
		};
		struct bank_header headers[16];
		struct bank_notice n;
		struct bank_reply reply;
		const char *signature = signature_of(f, &parts);
		memcpy(headers, c.headers, c.header_count * sizeof *headers);
		for (size_t k = 0; k < c.header_count; k++) {
			if (strcmp(headers[k].name, "X-SIGNATURE") == 0)
				headers[k].value = signature;
		}
		c.headers = headers;
		c.query = cases[i].sent;
		assert_int_equal(bank_receive_notice(&r, BANK_PAYMENT, &c, &f->a, &n, &reply),
		                 cases[i].good);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_token_is_asked_for),
		cmocka_unit_test(an_account_is_made),
		cmocka_unit_test(a_bill_is_asked_for),
		cmocka_unit_test(a_payment_is_told),
		cmocka_unit_test(a_payment_is_told_again),
		cmocka_unit_test(an_id_of_another_payment_is_a_conflict),
		cmocka_unit_test(a_wrong_signature_is_told_apart),
		cmocka_unit_test(a_token_of_ours_is_known_by_its_seal),
		cmocka_unit_test(a_query_is_signed_as_it_was_sent),
	};
	return cmocka_run_group_tests(tests, snap_open, snap_close);
}
