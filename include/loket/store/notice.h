/* What banks told of payments and what they were answered; so a repeat gets the same answer. */
#ifndef LOKET_STORE_NOTICE_H
#define LOKET_STORE_NOTICE_H

#include "loket/store.h"

/* ---- notice.c ---- */
/* What a bank told of a payment, and what it was answered: a repeat gets the same. */
struct notice {
	const char *bank, *payment; /* the idempotency key: bank and paymentRequestId */
	const char *account;        /* digits */
	rupiah amount;              /* -1: the bank named none */
	const char *verdict;        /* bank_verdict_name() */
	int status;                 /* HTTP */
	const char *body;           /* JSON, as it was sent */
	instant at;
};
/* An X-EXTERNAL-ID: of one bank, service and day. */
struct notice_id {
	const char *bank, *service, *id;
	day on; /* Jakarta's */
};
/* Its bank is NULL when there is none. */
MUST_USE bool notice_find(struct store *s, const char *bank, const char *payment, struct arena *a,
                          struct notice *out, struct fault *why);
MUST_USE bool notice_write(struct store *s, const struct notice *n, struct fault *why);
/* Which payment it told of; NULL: it was not used. */
MUST_USE bool notice_id_find(struct store *s, const struct notice_id *id, struct arena *a,
                             const char **payment, struct fault *why);
MUST_USE bool notice_id_write(struct store *s, const struct notice_id *id, const char *payment,
                              instant at, struct fault *why);

#endif
