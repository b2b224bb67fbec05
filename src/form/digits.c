/* Numbers that are names: NIK, NPWP, telephone, bank account. What only warns and what stops is
 * decided by how the court's clerks meet them: a card or a bank may be right where a rule is not.
 */
#include <string.h>

#include "loket/list.h"

#include "private.h"

enum {
	NIK_DIGITS = 16,
	PHONE_LEAST = 8, /* what courts' own message robots take for a number */
	ACCOUNT_LEAST = 8,
	ACCOUNT_MOST = 18
};

/* `typed` without the marks in `loose`. */
static char *stripped(struct arena *a, const char *typed, const char *loose)
{
	const char *clean = text_clean(a, typed, strlen(typed), false);
	char *out = arena_get(a, strlen(clean) + 1, 1);
	for (size_t n = 0; *clean != '\0'; clean++) {
		if (strchr(loose, *clean) == NULL)
			out[n++] = *clean;
	}
	return out;
}

static bool all_digits(const char *s)
{
	return s[strspn(s, "0123456789")] == '\0';
}

static const char *count_text(struct arena *a, size_t n)
{
	return arena_print(a, "%zu", n);
}

bool nik_accept(const struct asked *q, const char *typed, const char **stored, struct fault *why)
{
	const char *s = stripped(q->a, typed, " .-");
	if (!all_digits(s)) {
		return fault_set(why, FAULT_REFUSED,
		                 N_("%1: hanya angka. Salin 16 angka dari kartu."),
		                 _(q->field->label));
	}
	if (strlen(s) != NIK_DIGITS) {
		return fault_set(why, FAULT_REFUSED,
		                 N_("%1: harus 16 angka, ini %2. Salin lagi dari kartu."),
		                 _(q->field->label), count_text(q->a, strlen(s)));
	}
	*stored = s;
	return true;
}

/* 15 digits until 2023, 16 since (PMK 112/2022 jo. 136/2023), 22 for a place of business (NITKU).
 */
bool npwp_accept(const struct asked *q, const char *typed, const char **stored, struct fault *why)
{
	const char *s = stripped(q->a, typed, " .-/");
	size_t n = strlen(s);
	if (!all_digits(s) || (n != 15 && n != 16 && n != 22)) {
		return fault_set(why, FAULT_REFUSED,
		                 N_("%1: harus 15, 16 atau 22 angka. Salin dari kartu NPWP."),
		                 _(q->field->label));
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

bool phone_accept(const struct asked *q, const char *typed, const char **stored, struct fault *why)
{
	(void)why;
	const char *s = stripped(q->a, typed, " .-()/");
	/* What is no number stays as it was typed, so that it can be read and mended. */
	*stored = all_digits(*s == '+' ? s + 1 : s) ? s
	                                            : text_clean(q->a, typed, strlen(typed), false);
	return true;
}

void phone_check(const struct asked *q, const char *stored, struct form_faults *out)
{
	const char *digits = *stored == '+' ? stored + 1 : stored;
	if (!all_digits(digits)) {
		asked_say(q, out, false,
		          N_("%1: ada yang bukan angka. Periksa nomornya, misalnya 081234567890."),
		          "");
	} else if (strlen(digits) < PHONE_LEAST) {
		asked_say(q, out, false, N_("%1: kurang dari 8 angka. Tanyakan nomor lengkapnya."),
		          "");
	}
}

bool account_accept(const struct asked *q, const char *typed, const char **stored,
                    struct fault *why)
{
	const char *s = stripped(q->a, typed, " .-");
	if (!all_digits(s) || *s == '\0') {
		return fault_set(why, FAULT_REFUSED,
		                 N_("%1: hanya angka. Salin dari buku tabungan."),
		                 _(q->field->label));
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
