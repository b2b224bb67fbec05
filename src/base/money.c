/* Whole rupiah: checked sums, and how an amount is written and read. */
#include "loket/money.h"

#include <stdio.h>
#include <string.h>

#include "loket/text.h"

bool money_add(rupiah a, rupiah b, rupiah *sum)
{
	return !__builtin_add_overflow(a, b, sum);
}

bool money_times(rupiah a, int64_t n, rupiah *product)
{
	return !__builtin_mul_overflow(a, n, product);
}

/* "-" and "Rp" stand before the digits, which are grouped by three from the right. */
static void money_write(rupiah amount, const char *currency, char *out, size_t capacity)
{
	char back[32]; /* the digits, last one first */
	size_t length = 0;
	uint64_t rest = amount < 0 ? 0 - (uint64_t)amount : (uint64_t)amount;
	int digits = 0;
	do {
		if (digits > 0 && digits % 3 == 0)
			back[length++] = '.';
		back[length++] = (char)('0' + rest % 10);
		rest /= 10;
		digits++;
	} while (rest > 0);

	char shown[32];
	for (size_t i = 0; i < length; i++)
		shown[i] = back[length - 1 - i];
	shown[length] = '\0';
	snprintf(out, capacity, "%s%s%s", amount < 0 ? "-" : "", currency, shown);
}

void money_digits(rupiah amount, char *out, size_t capacity)
{
	money_write(amount, "", out, capacity);
}

void money_show(rupiah amount, char *out, size_t capacity)
{
	money_write(amount, "Rp", out, capacity);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static const char *skip_currency(const char *s)
{
	if ((s[0] == 'R' || s[0] == 'r') && (s[1] == 'p' || s[1] == 'P')) {
		s += 2;
		s += *s == '.';
		s += strspn(s, " ");
	}
	return s;
}

/* No sign is read: an amount someone types is never less than nothing. */
bool money_typed_parse(const char *s, rupiah *out)
{
	s = skip_currency(s);
	const size_t first = strspn(s, "0123456789");
	bool grouped = s[first] == '.';
	if (first == 0 || (grouped && (first > 3 || s[0] == '0')))
		return false;

	rupiah amount = 0;
	for (size_t i = 0; is_digit(s[i]) || s[i] == '.'; i++) {
		if (s[i] == '.') {
			/* a point stands before exactly three digits, from the first one on */
			if ((i - first) % 4 != 0 || strspn(s + i + 1, "0123456789") != 3)
				return false;
			continue;
		}
		if (!money_times(amount, 10, &amount) || !money_add(amount, s[i] - '0', &amount))
			return false;
	}

	s += strspn(s, "0123456789.");
	/* the cents there are none of: "1.000,00", and "1.000,-" as on receipts */
	if (strcmp(s, "") != 0 && strcmp(s, ",00") != 0 && strcmp(s, ",-") != 0)
		return false;
	*out = amount;
	return true;
}

bool money_plain_parse(const char *s, rupiah *out)
{
	long long amount;
	if (!text_number(s, 0, INT64_MAX, &amount))
		return false;
	*out = amount;
	return true;
}
