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
bool money_marked_parse(const char *s, char decimal, rupiah *out)
{
	const char mark = decimal == ',' ? '.' : ',';
	s = skip_currency(s);
	const size_t first = strspn(s, "0123456789");
	bool grouped = s[first] == mark;
	if (first == 0 || (grouped && (first > 3 || s[0] == '0')))
		return false;

	rupiah amount = 0;
	size_t length = 0;
	for (; is_digit(s[length]) || s[length] == mark; length++) {
		if (s[length] == mark) {
			/* a mark stands before exactly three digits, from the first one on */
			if ((length - first) % 4 != 0 || strspn(s + length + 1, "0123456789") != 3)
				return false;
			continue;
		}
		if (!money_times(amount, 10, &amount) ||
		    !money_add(amount, s[length] - '0', &amount))
			return false;
	}

	/* the cents there are none of: "1.000,00", and "1.000,-" as on receipts */
	s += length;
	if (*s != '\0' && (*s != decimal || (strcmp(s + 1, "00") != 0 && strcmp(s + 1, "-") != 0)))
		return false;
	*out = amount;
	return true;
}

bool money_typed_parse(const char *s, rupiah *out)
{
	return money_marked_parse(s, ',', out);
}

bool money_plain_parse(const char *s, rupiah *out)
{
	long long amount;
	if (!text_number(s, 0, INT64_MAX, &amount))
		return false;
	*out = amount;
	return true;
}
