/* Could a column keep a text as it is? Said before it is sent: nothing is cut, nothing becomes "?".
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "loket/list.h"

#include "private.h"

/* The next character's code, and its bytes; the text is well-formed. */
static uint32_t code_at(const char *s, int *bytes)
{
	const unsigned char *u = (const unsigned char *)s;
	int more = u[0] < 0x80 ? 0 : u[0] < 0xE0 ? 1 : u[0] < 0xF0 ? 2 : 3;
	uint32_t code = more == 0 ? u[0] : u[0] & (0x3FU >> more);
	for (int i = 1; i <= more; i++)
		code = code << 6 | (u[i] & 0x3F);
	*bytes = more + 1;
	return code;
}

/* What MariaDB calls latin1 is Windows-1252: these lie above U+00FF. */
static bool in_windows_1252(uint32_t code)
{
	static const uint16_t codes[] = { 0x20AC, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
		                          0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x017D, 0x2018,
		                          0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
		                          0x2122, 0x0161, 0x203A, 0x0153, 0x017E, 0x0178 };
	for (size_t i = 0; i < COUNT_OF(codes); i++) {
		if (codes[i] == code)
			return true;
	}
	return false;
}

/* Bytes of the character in the column's set; 0: it is not in it. Of a set not known here, ASCII
 * only. */
static int bytes_in(const char *charset, uint32_t code, int utf8)
{
	if (strcmp(charset, "utf8mb4") == 0)
		return utf8;
	if (strcmp(charset, "utf8") == 0 || strcmp(charset, "utf8mb3") == 0)
		return code <= 0xFFFF ? utf8 : 0;
	if (strcmp(charset, "latin1") == 0)
		return code < 0x80 || (code >= 0xA0 && code <= 0xFF) || in_windows_1252(code);
	return code < 0x80;
}

bool text_fits(const char *key, const char *charset, long long letters, long long octets,
               const char *text, struct fault *why)
{
	long long count = 0, size = 0;
	char told[32], capacity[32];
	for (const char *s = text; *s; count++) {
		int utf8;
		uint32_t code = code_at(s, &utf8);
		int bytes = bytes_in(charset, code, utf8);
		if (bytes == 0) {
			char letter[8] = "";
			memcpy(letter, s, (size_t)utf8);
			fault_set(why, FAULT_REFUSED,
			          N_("huruf %1 tidak dapat ditulis di kolom ini (%2)"), letter,
			          charset);
			return fault_at(why, key);
		}
		size += bytes;
		s += utf8;
	}
	if (count <= letters && size <= octets)
		return true;
	snprintf(told, sizeof told, "%lld", count);
	snprintf(capacity, sizeof capacity, "%lld", letters);
	fault_set(why, FAULT_REFUSED, N_("%1 huruf, padahal kolom ini hanya memuat %2"), told,
	          capacity);
	return fault_at(why, key);
}
