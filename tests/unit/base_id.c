/* Ids sort by age and are told from other text. */
#include <string.h>

#include "loket/id.h"
#include "loket/list.h"

#include "unit.h"

static const uint8_t zeros[10], ones[10] = { 255, 255, 255, 255, 255, 255, 255, 255, 255, 255 };

static void bits_stand_where_they_belong(void **state)
{
	(void)state;
	static const uint8_t last[10] = { [9] = 31 }, first[10] = { 0x80 };
	static const struct {
		instant now;
		const uint8_t *random;
		const char *text;
	} cases[] = {
		{ 0, zeros, "00000000000000000000000000" },
		{ 0, last, "0000000000000000000000000Z" },
		{ 0, first, "0000000000G000000000000000" },
		{ 1, zeros, "00000000010000000000000000" },
		{ 0xFFFFFFFFFFFF, ones, "7ZZZZZZZZZZZZZZZZZZZZZZZZZ" },
		{ 1469918176385, zeros, "01ARYZ6S410000000000000000" }, /* the ULID paper's time */
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct id id = id_make(cases[i].now, cases[i].random);
		assert_string_equal(id.text, cases[i].text);
		assert_true(id_is(id.text));
		assert_string_equal(id_from(id.text).text, id.text);
	}
}

static void the_younger_sorts_behind(void **state)
{
	(void)state;
	for (instant t = 1; t < (instant)1 << 47; t *= 3) {
		struct id older = id_make(t, ones), younger = id_make(t + 1, zeros);
		assert_true(strcmp(older.text, younger.text) < 0);
	}
}

static void other_text_is_no_id(void **state)
{
	(void)state;
	static const char *const cases[] = {
		NULL,
		"",
		"0000000000000000000000000",
		"000000000000000000000000000",
		"8ZZZZZZZZZZZZZZZZZZZZZZZZZ",
		"0000000000000000000000000I",
		"0000000000000000000000000z",
		"00000000000 00000000000000",
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		assert_false(id_is(cases[i]));
		struct id id = id_from(cases[i]);
		assert_true(id_none(&id));
	}
}

static void a_key_follows_from_its_parts(void **state)
{
	(void)state;
	char key[64];
	struct id id = id_make(1, zeros);
	assert_false(id_none(&id));
	id_key(&id, "va", 2, key, sizeof key);
	assert_string_equal(key, "00000000010000000000000000/va/2");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bits_stand_where_they_belong),
		cmocka_unit_test(the_younger_sorts_behind),
		cmocka_unit_test(other_text_is_no_id),
		cmocka_unit_test(a_key_follows_from_its_parts),
	};
	return unit_run(tests);
}
