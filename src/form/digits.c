/* Numbers that are names: NIK, NPWP, telephone, bank account. What only warns and what stops
 * follows the practice at the counter: a card or a bank may be right where a rule is not. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define COUNTRY "62"

enum {
	NIK_DIGITS = 16,
	PHONE_LEAST = 8,    /* what courts' own message robots take for a number */
	PHONE_MOST = 15,    /* ITU-T E.164 */
	COUNTRY_LEAST = 10, /* digits of a number that begins with the country's */
	MOBILE = '8',       /* a mobile number begins with it, after the 0 */
	MOBILE_LEAST = 9,
	ACCOUNT_LEAST = 8,
	ACCOUNT_MOST = 18
};

static const char *count_text(struct arena *a, size_t n)
{
	return arena_print(a, "%zu", n);
}

bool nik_accept(const struct asked *q, const char *typed, const char **stored, struct fault *why)
{
	const char *s = text_digits(q->a, typed);
	if (s == NULL) {
		return fault_set(why, FAULT_REFUSED,
		                 N_("%1: hanya angka. Salin 16 angka dari kartu."), asked_label(q));
	}
	if (strlen(s) != NIK_DIGITS) {
		return fault_set(why, FAULT_REFUSED,
		                 N_("%1: harus 16 angka, ini %2. Salin lagi dari kartu."),
		                 asked_label(q), count_text(q->a, strlen(s)));
	}
	*stored = s;
	return true;
}

/* 15 digits until 2023, 16 since (PMK 112/2022 jo. 136/2023), 22 for a place of business (NITKU).
 */
bool npwp_accept(const struct asked *q, const char *typed, const char **stored, struct fault *why)
{
	const char *s = text_digits(q->a, typed);
	size_t n = s == NULL ? 0 : strlen(s);
	if (s == NULL || (n != 15 && n != 16 && n != 22)) {
		return fault_set(why, FAULT_REFUSED,
		                 N_("%1: harus 15, 16 atau 22 angka. Salin dari kartu NPWP."),
		                 asked_label(q));
	}
	*stored = s;
	return true;
}

const char *npwp_show(const struct asked *q, const char *stored)
{
	if (strlen(stored) != 15)
		return stored;
	return arena_print(q->a, "%.2s.%.3s.%.3s.%.1s-%.3s.%s", stored, stored + 2, stored + 5,
	                   stored + 8, stored + 9, stored + 12);
}

/* As it was typed: whoever calls it reads it so. What it means is phone_key(). */
bool phone_accept(const struct asked *q, const char *typed, const char **stored, struct fault *why)
{
	(void)why;
	*stored = text_clean(q->a, typed, strlen(typed), false);
	return true;
}

/* A number of Indonesia begins with 0 at home, with 62 elsewhere; of a mobile one some leave out
 * both. */
const char *phone_key(const char *typed, struct arena *a)
{
	const char *s = text_clean(a, typed, strlen(typed), false);
	s += strspn(s, " (");
	bool abroad = *s == '+';
	const char *digits = text_digits(a, s + abroad), *home = NULL;
	if (text_is_empty(digits))
		return "";
	if (!abroad && text_starts(digits, "00")) {
		abroad = true;
		digits += 2;
	}
	size_t length = strlen(digits);
	if (text_starts(digits, COUNTRY) && (abroad || length >= COUNTRY_LEAST))
		home = digits + strlen(COUNTRY);
	else if (!abroad && (*digits == '0' || (*digits == MOBILE && length >= MOBILE_LEAST)))
		home = digits;
	const char *key = home != NULL ? arena_print(a, "+" COUNTRY "%s", home + (*home == '0'))
	                               : arena_print(a, "%s%s", abroad ? "+" : "", digits);
	return strlen(key) - (*key == '+') > PHONE_MOST ? "" : key;
}

void phone_check(const struct asked *q, const char *stored, struct form_faults *out)
{
	size_t digits = 0;
	for (const char *at = stored; *at != '\0'; at++)
		digits += *at >= '0' && *at <= '9';
	if (text_is_empty(phone_key(stored, q->a))) {
		asked_say(q, out, false,
		          N_("%1: bukan satu nomor telepon. Periksa, misalnya 081234567890."), "");
	} else if (digits < PHONE_LEAST) {
		asked_say(q, out, false, N_("%1: kurang dari 8 angka. Tanyakan nomor lengkapnya."),
		          "");
	}
}

bool account_accept(const struct asked *q, const char *typed, const char **stored,
                    struct fault *why)
{
	const char *s = text_digits(q->a, typed);
	if (text_is_empty(s)) {
		return fault_set(why, FAULT_REFUSED,
		                 N_("%1: hanya angka. Salin dari buku tabungan."), asked_label(q));
	}
	*stored = s;
	return true;
}

void account_check(const struct asked *q, const char *stored, struct form_faults *out)
{
	size_t n = strlen(stored);
	if (n < ACCOUNT_LEAST || n > ACCOUNT_MOST) {
		asked_say(q, out, false,
		          N_("%1: biasanya 8 sampai 18 angka, ini %2. Bandingkan dengan buku "
		             "tabungan."),
		          count_text(q->a, n));
	}
}
