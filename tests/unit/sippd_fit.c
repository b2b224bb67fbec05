/* What a column can keep is said before it is sent: by letters, bytes and character set. */
#include "loket/list.h"

#include "../../src/sippd/private.h"
#include "unit.h"

static void what_does_not_fit_is_said(void **state)
{
	(void)state;
	static const struct {
		const char *charset, *text;
		long long letters, octets;
		bool fits;
	} cases[] = {
		{ "latin1", "Siti Aminah", 500, 500, true },
		{ "latin1", "Nur\u2019aini", 500, 500, true }, /* Windows-1252 has it */
		{ "latin1", "Caf\u00e9", 4, 4, true },
		{ "latin1", "\u0100li", 500, 500, false },
		{ "latin1", "\u0645\u062d\u0645\u062f", 500, 500, false },
		{ "latin1", "\xc2\x81", 500, 500, false },
		{ "utf8", "\u0645\u062d\u0645\u062f", 4, 12, true },
		{ "utf8", "\U0001f600", 500, 2000, false },
		{ "utf8mb3", "\U0001f600", 500, 2000, false },
		{ "utf8mb4", "\U0001f600", 1, 4, true },
		{ "utf8mb4", "12345", 5, 20, true },
		{ "utf8mb4", "123456", 5, 20, false },
		{ "utf8mb4", "\u00e9\u00e9", 65535, 3, false }, /* a TEXT counts bytes */
		{ "swe7", "Ani", 500, 500, true },
		{ "swe7", "\u00e9", 500, 500, false },
		{ "latin1", "", 0, 0, true },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct fault why = { .kind = FAULT_NONE };
		bool fits = text_fits("nama", cases[i].charset, cases[i].letters, cases[i].octets,
		                      cases[i].text, &why);
		if (fits != cases[i].fits)
			fail_msg("%s in %s", cases[i].text, cases[i].charset);
		assert_int_equal(why.kind, fits ? FAULT_NONE : FAULT_REFUSED);
		assert_string_equal(why.field, fits ? "" : "nama");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(what_does_not_fit_is_said) };
	return unit_run(tests);
}
