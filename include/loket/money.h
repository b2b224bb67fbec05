/* Whole rupiah. No fraction exists in court fees (the state's tariffs are whole numbers), so an
 * amount is an int64 and every sum and product is checked: overflow is refused, never wrapped. */
#ifndef LOKET_MONEY_H
#define LOKET_MONEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "loket/fault.h"

typedef int64_t rupiah;

MUST_USE bool money_add(rupiah a, rupiah b, rupiah *sum);
MUST_USE bool money_times(rupiah a, int64_t n, rupiah *product);

/* "1.230.000", "-5.000"; and with the sign of the currency "Rp1.230.000". 32 bytes are enough. */
void money_digits(rupiah amount, char *out, size_t capacity);
void money_show(rupiah amount, char *out, size_t capacity);

/* What a clerk types: "1.230.000", "1230000", "Rp 1.230.000", "1.230.000,00" -> 1230000. Points only
 * as thousands. */
MUST_USE bool money_typed_parse(const char *s, rupiah *out);
/* What a machine writes, and what is stored: 1230000, digits and nothing else. */
MUST_USE bool money_plain_parse(const char *s, rupiah *out);

#endif
