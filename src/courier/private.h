/* Shared inside the room: a bank as it is set up, the errands under way, and the worker that runs them. */
#ifndef COURIER_PRIVATE_H
#define COURIER_PRIVATE_H

#include "loket/bank.h"
#include "loket/courier.h"
#include "loket/net.h"
#include "loket/office.h"
#include "loket/sipp.h"
#include "loket/store.h"
#include "loket/xml.h"

#define MOST_BANKS   8
#define MOST_ERRANDS 8
#define ANSWER_BYTES (256 * KIB)

/* ---- profile.c: data/banks/KEY.xml ---- */
struct bank_setup {
	struct bank_profile profile;
	const char *url_file; /* in the home: the base URL, read at each call; "" it is fixed */
	const char *own_file, *bank_file, *secret_file, *caller_secret_file; /* in the home */
	const char *authorities; /* PEM file of the authorities to trust; "" the system's */
	int settle_ms;           /* after an unknown outcome, before the bank is asked */
	int watch_ms;            /* live accounts are asked for this often */
	bool serves;
	const char *listen;
	int port;
	const char *own_url_file; /* in the home: where our own address is written; "" nowhere */
	const char *certificate, *certificate_key; /* in the home; "" plain */
};
/* All texts in `a`. The profile is whole but for the base URL, see bank_setup_address(). */
MUST_USE bool bank_setup_load(const struct home *h, const char *key, struct arena *a,
                              struct bank_setup *out, struct fault *why);
/* The base URL as it is now, and the profile checked with it. */
MUST_USE bool bank_setup_address(const struct home *h, struct bank_setup *s, struct arena *a,
                                 struct fault *why);
MUST_USE bool bank_setup_keys(const struct home *h, const struct bank_setup *s,
                              struct bank_keys **out, struct fault *why);
/* The first line of a small file in the home, without blanks at its ends and slashes after it. */
MUST_USE bool home_line(const struct home *h, const char *name, struct arena *a, const char **out,
                        struct fault *why);

/* ---- counter.c: one bank as the worker deals with it ---- */
struct counter {
	char key[33]; /* of the profile; "" an empty place */
	struct arena a; /* the setup's texts */
	struct bank_setup setup;
	struct bank_keys *keys;
	char token[2049]; /* "" none */
	int64_t token_until; /* steady */
	bool token_asked;    /* a request for one is under way */
	struct bank_receiver receiver;
	struct net_server *server;
	struct worker *worker; /* back, for the server's handler */
	int64_t watch_due;     /* steady: the next round of status questions */
	const char *watch_after; /* trx the round stands at; in `watch_arena` */
	struct arena watch_arena;
};

/* ---- an errand: one message under way, or one status question of the watch ---- */
enum leg { /* what an errand waits for */
	LEG_NONE,  /* the place is empty */
	LEG_TOKEN, /* the bank's token, that it or another errand asked for */
	LEG_LOOK,  /* what the other side holds already */
	LEG_SEND   /* the answer to its own question */
};
struct errand {
	enum leg leg;
	struct arena a;
	struct outbox_row row; /* number 0: of the watch */
	struct counter *counter; /* NULL: SIPP */
	enum bank_service service;
	struct bank_order order;
	enum sipp_message message;
	bool looked;  /* the other side was asked first, and knows nothing of it */
	bool renewed; /* the token was fetched anew once */
	bool stale;   /* its token was refused: it must not be used again */
};

struct worker {
	struct place *place;
	struct session bank, sipp, own;
	struct net_client *client;
	struct counter counters[MOST_BANKS];
	struct errand errands[MOST_ERRANDS];
	struct sipp_desk *sipp_desk;
	int signals;
	bool ending;
	bool wrote;        /* since the last checkpoint */
	int64_t busy_last; /* steady: something was done */
	int64_t refresh_due;
};

/* ---- counter.c ---- */
/* The bank with this profile key, opened at its first use. */
MUST_USE bool counter_find(struct worker *w, const char *key, struct counter **out, struct fault *why);
void counter_close(struct counter *c);
MUST_USE bool counter_has_token(const struct counter *c);
/* Starts one call; tag: the errand's place, or MOST_ERRANDS + the counter's for a token. */
MUST_USE bool counter_call(struct counter *c, enum bank_service s, const struct bank_order *o,
                           uint64_t tag, struct fault *why);
/* The answer to a token request. */
MUST_USE bool counter_token_take(struct counter *c, const struct net_answer *answer, struct arena *a,
                                 struct fault *why);

/* ---- send.c ---- */
void errands_lease(struct worker *w);
void errands_answer(struct worker *w);
void errands_stop(struct worker *w); /* given back to the outbox */
/* A status question for a live account, as an errand of the watch; false: no place is free. */
bool errand_watch(struct worker *w, struct counter *c, const struct va *va, const struct id *filing);
/* Tries again later; `end` says whether the other side may have acted. */
void errand_later(struct worker *w, struct errand *e, const char *error, bool unknown);
void errand_close(struct worker *w, struct errand *e, bool dead, const char *error);
/* One command through the door; closes the row. False: refused or failed, and the errand is seen to. */
bool errand_command(struct worker *w, struct errand *e, const struct session *s, struct command *c);
void link_note(struct worker *w, const char *name, bool up, const char *error);

/* ---- sipp.c ---- */
void sipp_errand_start(struct worker *w, struct errand *e);
void sipp_errand_answer(struct worker *w, struct errand *e, const struct net_answer *answer);

/* ---- notify.c ---- */
/* Listens for the bank when its profile says so. */
MUST_USE bool counter_listen(struct counter *c, struct fault *why);

/* ---- watch.c ---- */
void watch_round(struct worker *w);

#endif
