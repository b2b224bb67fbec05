/* JSON in. jansson reads numbers as int64 or double; a customerNo of twenty digits fits neither,
 * and the standard's own samples write it bare. So bare numbers are put between quotes before it
 * reads them. */
#include <string.h>

#include "private.h"

#define MAX_DEPTH 16

const struct zone bank_zone = { "WIB", 7 * 60 };

/* Length of the string that begins with the quote at `s`, both quotes counted; 0: it does not end.
 */
static size_t string_length(const char *s, size_t left)
{
	for (size_t i = 1; i < left; i++) {
		if (s[i] == '\\')
			i++;
		else if (s[i] == '"')
			return i + 1;
	}
	return 0;
}

static size_t digits_length(const char *s, size_t left)
{
	size_t n = 0;
	while (n < left && s[n] >= '0' && s[n] <= '9')
		n++;
	return n;
}

/* Length of a number as RFC 8259 has it; 0: none begins here. */
static size_t number_length(const char *s, size_t left)
{
	size_t n = left > 0 && s[0] == '-';
	size_t whole = digits_length(s + n, left - n);
	if (whole == 0 || (whole > 1 && s[n] == '0'))
		return 0;
	n += whole;
	if (n < left && s[n] == '.') {
		size_t fraction = digits_length(s + n + 1, left - n - 1);
		if (fraction == 0)
			return 0;
		n += 1 + fraction;
	}
	if (n < left && (s[n] == 'e' || s[n] == 'E')) {
		size_t sign = n + 1 < left && (s[n + 1] == '+' || s[n + 1] == '-');
		size_t power = digits_length(s + n + 1 + sign, left - n - 1 - sign);
		if (power == 0)
			return 0;
		n += 1 + sign + power;
	}
	return n;
}

/* The body with bare numbers between quotes; false: too deep, or a string without an end. */
static bool numbers_quote(struct bytes body, struct text *out)
{
	const char *s = (const char *)body.data;
	int depth = 0;
	for (size_t i = 0; i < body.size;) {
		size_t left = body.size - i, length = 1;
		bool number = false;
		if (s[i] == '"') {
			length = string_length(s + i, left);
			if (length == 0)
				return false;
		} else if (s[i] == '{' || s[i] == '[') {
			if (++depth > MAX_DEPTH)
				return false;
		} else if (s[i] == '}' || s[i] == ']') {
			depth--;
		} else if (number_length(s + i, left)) {
			length = number_length(s + i, left);
			number = true;
		}
		if (number)
			text_add(out, "\"");
		text_add_bytes(out, s + i, length);
		if (number)
			text_add(out, "\"");
		i += length;
	}
	return true;
}

json_t *bank_json_read(struct bytes body)
{
	struct arena a = arena_start(16 * body.size + MIB);
	struct text quoted = text_start(&a);
	json_t *object = NULL;
	if (numbers_quote(body, &quoted))
		object = json_loadb(quoted.s, quoted.length, JSON_REJECT_DUPLICATES, NULL);
	arena_drop(&a);
	if (object && !json_is_object(object)) {
		json_decref(object);
		object = NULL;
	}
	return object;
}

const char *bank_json_raw(const json_t *object, const char *name)
{
	return json_string_value(json_object_get(object, name));
}

const char *bank_json_text(const json_t *object, const char *name, struct arena *a)
{
	const char *raw = bank_json_raw(object, name);
	return raw ? text_clean(a, raw, strlen(raw), false) : "";
}

const char *bank_digits(const char *s, struct arena *a)
{
	char *out = arena_get(a, strlen(s) + 1, 1);
	size_t n = 0;
	for (; *s; s++) {
		if (*s >= '0' && *s <= '9')
			out[n++] = *s;
	}
	return out;
}

static int fitness(const json_t *account, const char *digits, struct arena *a)
{
	const char *number = bank_json_raw(account, "virtualAccountNo");
	const char *flag = bank_json_raw(account, "paymentFlagStatus");
	if (!json_is_object(account))
		return 0;
	if (!number || strcmp(bank_digits(number, a), digits) != 0)
		return 1;
	return flag && strcmp(flag, "00") == 0 ? 3 : 2;
}

instant bank_json_instant(const json_t *object, const char *name)
{
	const char *text = bank_json_raw(object, name);
	instant t;
	return text && instant_parse(text, &t) ? t : INSTANT_NONE;
}

const json_t *bank_json_data(const json_t *answer)
{
	const json_t *data = json_object_get(answer, "virtualAccountData");
	return data ? data : json_object_get(answer, "virtualAccountdata");
}

const json_t *bank_json_account(const json_t *answer, const char *digits, struct arena *a)
{
	const json_t *data = bank_json_data(answer);
	if (!json_is_array(data))
		return json_is_object(data) ? data : NULL;
	const json_t *best = NULL;
	int best_fitness = 0;
	for (size_t i = 0; i < json_array_size(data); i++) {
		const json_t *one = json_array_get(data, i);
		int fit = fitness(one, digits, a);
		if (fit > best_fitness) {
			best = one;
			best_fitness = fit;
		}
	}
	return best;
}

/* ^(0|[1-9][0-9]{0,15})(\.00)?$: court fees have no cents, so an amount with cents is another
 * amount. Some peers leave the two zeros out. */
bool bank_json_amount(const json_t *object, const char *name, rupiah *out)
{
	const json_t *amount = json_object_get(object, name);
	const char *value = bank_json_raw(amount, "value");
	const char *currency = bank_json_raw(amount, "currency");
	if (!value || !currency || strcmp(currency, BANK_CURRENCY) != 0)
		return false;
	size_t whole = digits_length(value, strlen(value));
	if (whole == 0 || whole > 16 || (whole > 1 && value[0] == '0') ||
	    (value[whole] && strcmp(value + whole, ".00") != 0))
		return false;
	rupiah sum = 0;
	for (size_t i = 0; i < whole; i++)
		sum = 10 * sum + (value[i] - '0');
	*out = sum;
	return true;
}
