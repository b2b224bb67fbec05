/* The account that a call of the bank is for, and what may be said of it. */
#include <string.h>

#include "loket/store/filing.h"
#include "loket/store/outbox.h"

#include "private.h"

#define CUSTOMER_DIGITS 10

/* Ours has ten digits; the bank's may have zeros, and digits of its own, in front. */
static const char *customer_of(const struct bank_link *c, const char *va_digits)
{
	const struct bank_profile *p = &c->setup.profile;
	size_t front = strlen(p->company) + strlen(p->customer_prefix), all = strlen(va_digits);
	const char *customer = all > front ? va_digits + front : "";
	while (customer[0] == '0' && strlen(customer) > CUSTOMER_DIGITS)
		customer++;
	return customer;
}

/* The number is reckoned, so that an account whose making we have not heard of yet is found too. */
bool account_find(const struct bank_link *c, const char *trx, const char *va_digits,
                  struct arena *a, struct account *out, struct fault *why)
{
	const char *customer = customer_of(c, va_digits);
	struct va *va = &out->va;
	if (!va_by_customer(c->worker->app->store, customer, a, va, &out->filing, why))
		return false;
	const char *digits = va->trx[0] ? bank_va_digits(&c->setup.profile, va->customer_no, a)
	                                : "";
	if (strcmp(digits, va_digits) != 0 || strcmp(va->bank, c->key) != 0 ||
	    (trx[0] && strcmp(trx, va->trx) != 0))
		va->trx = "";
	return true;
}

/* What a bank that holds our bill may still refuse; where the money has moved already it is taken
 * in whatever it is, and the court's rules put it aside. */
enum bank_verdict account_verdict(const struct bank_link *c, const struct va *va)
{
	static const enum bank_verdict by_state[] = {
		[VA_ASKED] = BANK_ACCEPTED,       [VA_LIVE] = BANK_ACCEPTED,
		[VA_PAID] = BANK_ALREADY_PAID,    [VA_EXPIRED] = BANK_EXPIRED,
		[VA_CANCELLED] = BANK_NO_SUCH_VA, [VA_REFUSED] = BANK_NO_SUCH_VA,
		[VA_TROUBLE] = BANK_NO_SUCH_VA,
	};
	enum bank_verdict v = by_state[va->state];
	return v == BANK_ACCEPTED && c->receiver.now > va->expires ? BANK_EXPIRED : v;
}
