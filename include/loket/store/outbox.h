/* Messages to bank and SIPP, and the state of both connections. */
#ifndef LOKET_STORE_OUTBOX_H
#define LOKET_STORE_OUTBOX_H

#include "loket/store.h"

/* ---- outbox.c ---- */
struct lease {
	const char *worker;  /* who sends */
	instant now, until;  /* a message not closed by `until` may be leased again */
	const char *without; /* a receiver whose messages are left; NULL: none */
};
/* The next message that is due and not leased, and whose filing has no earlier open message to the
 * same receiver; its number is 0 when there is none. */
MUST_USE bool outbox_lease(struct store *s, const struct lease *l, struct arena *a,
                           struct outbox_row *out, struct fault *why);
MUST_USE bool outbox_again(struct store *s, int64_t number, instant due, const char *error,
                           struct fault *why);
MUST_USE bool outbox_close(struct store *s, int64_t number, bool dead, const char *error,
                           struct fault *why);
/* Makes messages leased by an ended worker due now; called by the only worker at its start. A
 * letter by mail is due when the server has `settled`: it may still be taking what was sent. */
MUST_USE bool outbox_reclaim(struct store *s, instant now, instant settled, struct fault *why);
/* A person: now. */
MUST_USE bool outbox_retry(struct store *s, int64_t number, instant now, struct fault *why);
/* Withdraws a message for a person; `m` is what it was. Refused while it is being sent. */
MUST_USE bool outbox_cancel(struct store *s, int64_t number, const char *said, struct arena *a,
                            struct outbox_row *m, struct fault *why);
/* NULL: all open. */
MUST_USE bool outbox_read(struct store *s, const struct id *filing, struct arena *a,
                          struct outbox_list *out, struct fault *why);
/* When a mail server took a letter of summons last; INSTANT_NONE: never. */
MUST_USE bool letter_taken_last(struct store *s, instant *out, struct fault *why);
/* Without those of one receiver; NULL: of all. INSTANT_NONE: nothing waits. */
instant outbox_next_due(struct store *s, instant now, const char *without);
/* Stores the state of a connection (bank, SIPP) when it changed. */
MUST_USE bool link_write(struct store *s, const char *name, bool up, instant at, const char *error,
                         struct fault *why);

/* The clock of bank or SIPP as it is read at `now` of ours. Written only when it is another than is
 * known. */
MUST_USE bool clock_keep(struct store *s, const char *name, instant theirs, instant now,
                         const struct uptime *up, struct fault *why);
/* The clock that must be farthest from ours now: since the same start of the machine by what ran
 * since, else by as much as it was apart. */
MUST_USE bool clock_farthest(struct store *s, instant now, const struct uptime *up, struct arena *a,
                             struct partner_clock *out, struct fault *why);

/* ---- watch.c ---- */
/* Where the reading of SIPP's changes stands; "" : nowhere yet. */
MUST_USE bool sync_mark_read(struct store *s, struct arena *a, const char **mark,
                             struct fault *why);
MUST_USE bool sync_mark_write(struct store *s, const char *mark, instant at, struct fault *why);
/* The live virtual account that follows `after` by trx ("" : the first); its trx is "" when there
 * is none. */
MUST_USE bool va_live_after(struct store *s, const char *after, struct arena *a, struct va *out,
                            struct id *filing, struct fault *why);
/* The account with this customer number, which is given once; its trx is "" when there is none. */
MUST_USE bool va_by_customer(struct store *s, const char *customer, struct arena *a, struct va *out,
                             struct id *filing, struct fault *why);

#endif
