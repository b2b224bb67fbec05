/* Whatever a bank answers: never a success or a payment that differs from what was asked, and
 * minifying twice is minifying once. */
#include <string.h>

#include "loket/bank.h"

#include "fuzz.h"

static const struct bank_profile profile = {
	.key = "uji",
	.name = "Uji",
	.company = "88899",
	.pad = ' ',
	.pad_number = true,
	.customer_digits = 10,
	.name_length = 30,
	.customer_prefix = "",
	.trx_type = "C",
};
static const struct bank_order order = {
	.trx_id = "V1", .customer_no = "0000000001", .name = "Budi", .amount = 855000
};

static void try_service(enum bank_service s, struct bytes body, struct arena *a)
{
	struct bank_answer b;
	bank_decode(&profile, s, &order, 200, body, a, &b);
	must(b.outcome == BANK_DIFFERS || b.differs[0] == '\0');
	if (b.va_digits[0] && (b.outcome == BANK_DONE || b.outcome == BANK_PAID))
		must(strcmp(b.va_digits, "888990000000001") == 0);
	if (s == BANK_STATUS && b.outcome == BANK_PAID)
		must(b.paid >= 0 && b.payment_id[0] != '\0');
	must(b.amount == -1 || b.amount == order.amount || b.outcome == BANK_DIFFERS);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size > 16384)
		return 0;
	struct arena a = arena_start(64 * MIB);
	struct bytes body = { (unsigned char *)arena_copy(&a, (const char *)data, size), size };
	try_service(BANK_CREATE, body, &a);
	try_service(BANK_LOOK, body, &a);
	try_service(BANK_STATUS, body, &a);
	const char *token = NULL;
	int seconds = 0;
	if (bank_decode_token(200, body, &a, &token, &seconds, NULL))
		must(token[0] != '\0' && seconds > 0 && seconds <= 86400);
	struct bytes once = bank_minify(data, size, &a),
	             twice = bank_minify(once.data, once.size, &a);
	must(once.size == twice.size && memcmp(once.data, twice.data, once.size) == 0);
	arena_drop(&a);
	return 0;
}
