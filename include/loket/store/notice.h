/* Banks' payment notices and the answers given, so that a repeated notice gets the same answer. */
#ifndef LOKET_STORE_NOTICE_H
#define LOKET_STORE_NOTICE_H

#include "loket/store.h"

/* ---- notice.c ---- */
/* A payment notice of a bank and the answer given to it. */
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
/* The payment it was used for; NULL: it was not used. */
MUST_USE bool notice_id_find(struct store *s, const struct notice_id *id, struct arena *a,
                             const char **payment, struct fault *why);
MUST_USE bool notice_id_write(struct store *s, const struct notice_id *id, const char *payment,
                              instant at, struct fault *why);

#endif
