/* Users, and the persons who are parties. */
#ifndef LOKET_STORE_PEOPLE_H
#define LOKET_STORE_PEOPLE_H

#include "loket/store.h"

struct user_secret {
	bool found;       /* there is such a user */
	const char *hash; /* libsodium's own text form of argon2id */
};
MUST_USE bool user_read(struct store *s, const char *name, struct arena *a, struct user_row *out,
                        struct user_secret *secret, struct fault *why);
MUST_USE bool user_by_unix(struct store *s, const char *account, struct arena *a,
                           struct user_row *out, bool *found, struct fault *why);
MUST_USE bool users_read(struct store *s, struct arena *a, struct user_list *out,
                         struct fault *why);
/* Hash NULL: kept. */
MUST_USE bool user_write(struct store *s, const struct user_row *u, const char *hash,
                         struct fault *why);
/* A password typed by a Unix account for a name, which need not be a user's. */
struct login_try {
	const char *user, *source;
	instant now;
};
/* Counts it, where no transaction is open in one of its own; `wait`: milliseconds until it may be
 * tried, 0: it was counted, or (login_wait) would be. Many in a row make the wait grow, never
 * beyond a minute. */
MUST_USE bool login_wait(struct store *s, const struct login_try *t, int64_t *wait,
                         struct fault *why);
MUST_USE bool login_count(struct store *s, const struct login_try *t, int64_t *wait,
                          struct fault *why);
/* It was right: what was counted is forgotten. Inside begin/commit. */
MUST_USE bool login_right(struct store *s, const struct login_try *t, struct fault *why);
/* Ends the waiting of all who typed for that name; `waited`: there was some. */
MUST_USE bool login_freed(struct store *s, const char *user, bool *waited, struct fault *why);
/* What was done to an account, inside begin/commit of what did it; and what was, newest first, of
 * one user or ("") of all. */
MUST_USE bool user_log_write(struct store *s, const struct user_act *act, struct fault *why);
MUST_USE bool user_log_read(struct store *s, const char *user, int most, struct arena *a,
                            struct user_act_list *out, struct fault *why);
/* Other filings in which a NIK among the parties' values stands; newest first. */
MUST_USE bool running_read(struct store *s, const struct id *filing, const struct values *pihak,
                           struct arena *a, struct context *out, struct fault *why);
/* What is known of a NIK: the party's fields as last filed. */
MUST_USE bool person_find(struct store *s, const char *nik, struct arena *a, struct values *out,
                          bool *found, struct fault *why);
/* Who registered before, found by what is typed: a NIK, a name that one person has, the number of
 * a card, of a body. `account` and `evidence` are what steps 1 and 2 had then. */
MUST_USE bool registrant_find(struct store *s, const char *typed, struct arena *a,
                              struct registrant *out, bool *found, struct fault *why);

/* Who registers for others: advocates, bodies, offices, relatives. */
MUST_USE bool holders_read(struct store *s, struct arena *a, struct holder_list *out,
                           struct fault *why);

/* ---- a login handed on ---- */
MUST_USE bool pass_write(struct store *s, const char *hash, const char *user, instant now,
                         instant until, struct fault *why);
/* Whose it was, in `a`; NULL: it was taken before, or too late. */
MUST_USE bool pass_take(struct store *s, const char *hash, instant now, struct arena *a,
                        const char **user, struct fault *why);

#endif
