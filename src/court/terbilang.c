/* Amounts in words, as a receipt must carry them. Every int64 has a name: groups of three digits up
 * to 10^18 (kuintiliun). Spelling as court receipts print it: "seratus", "seribu", but "satu juta".
 */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

static const char *const small[] = { "",     "satu",  "dua",     "tiga",     "empat",   "lima",
	                             "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas" };
static const char *const groups[] = { "",        "ribu",       "juta",      "miliar",
	                              "triliun", "kuadriliun", "kuintiliun" };

static void word(struct text *t, const char *s)
{
	if (s[0] == '\0')
		return;
	if (t->length > 0)
		text_add(t, " ");
	text_add(t, s);
}

static void below_thousand(struct text *t, unsigned n)
{
	unsigned hundreds = n / 100, rest = n % 100;
	if (hundreds == 1)
		word(t, "seratus");
	if (hundreds > 1) {
		word(t, small[hundreds]);
		word(t, "ratus");
	}
	if (rest < COUNT_OF(small)) {
		word(t, small[rest]);
		return;
	}
	if (rest < 20) {
		word(t, small[rest - 10]);
		word(t, "belas");
		return;
	}
	word(t, small[rest / 10]);
	word(t, "puluh");
	word(t, small[rest % 10]);
}

static const char *terbilang(int64_t n, struct arena *a)
{
	if (n == 0)
		return "nol";
	struct text t = text_start(a);
	if (n < 0)
		word(&t, "minus");
	uint64_t rest = n < 0 ? (uint64_t)0 - (uint64_t)n : (uint64_t)n;
	unsigned parts[COUNT_OF(groups)] = { 0 };
	for (size_t i = 0; i < COUNT_OF(groups); i++, rest /= 1000)
		parts[i] = (unsigned)(rest % 1000);
	for (size_t i = COUNT_OF(groups); i > 0; i--) {
		unsigned part = parts[i - 1];
		if (part == 0)
			continue;
		if (part == 1 && i - 1 == 1) {
			word(&t, "seribu");
			continue;
		}
		below_thousand(&t, part);
		word(&t, groups[i - 1]);
	}
	return t.s;
}

const char *terbilang_rupiah(rupiah n, struct arena *a)
{
	return arena_print(a, "%s rupiah", terbilang(n, a));
}
