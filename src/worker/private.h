/* Shared inside the room: a bank as it is set up, the requests under way, and the worker that runs
 * them. */
#ifndef WORKER_PRIVATE_H
#define WORKER_PRIVATE_H

#include "loket/bank.h"
#include "loket/net.h"
#include "loket/service.h"
#include "loket/sipp.h"
#include "loket/store.h"
#include "loket/worker.h"
#include "loket/xml.h"

#define MOST_BANKS    8
#define MOST_REQUESTS 8
#define MOST_ASKED    256
#define ANSWER_BYTES  (256 * KIB)

/* ---- profile.c: data/banks/KEY.xml ---- */
struct bank_setup {
	struct bank_profile profile;
	const char *url_file; /* in the home: the base URL, read at each call; "" it is fixed */
	const char *own_file, *bank_file, *secret_file, *caller_secret_file; /* in the home */
	const char *authorities; /* PEM file of the authorities to trust; "" the system's */
	int settle_seconds;      /* after an unknown outcome, before the bank is asked */
	int watch_seconds;       /* live accounts are asked for this often */
	int report_seconds;      /* and the list of payments */
	bool serves;
	const char *listen;
	int port;
	const char *own_url_file; /* in the home: where our own address is written; "" nowhere */
	const char *certificate, *certificate_key; /* in the home; "" plain */
	const char *caller_authorities; /* in the home: who must have signed a caller's certificate;
	                                   "" none is asked for */
	const char *own_certificate, *own_certificate_key; /* in the home: shown to the bank; "" */
	const char *side;                                  /* while it is read: calls, serves */
	struct {
		const char **items; /* "identity/client-key", "calls[report]/path" */
		size_t count, capacity;
	} gaps; /* what is marked "?", to be asked of the bank */
};
/* All texts in `a`. The profile is whole but for the base URL, see bank_setup_address(). */
MUST_USE bool bank_setup_load(const struct home *h, const char *key, struct arena *a,
                              struct bank_setup *out, struct fault *why);
/* False: values are still missing; the fault names them all. */
MUST_USE bool bank_setup_whole(const struct bank_setup *s, struct fault *why);
/* The base URL as it is now, and the profile checked with it. */
MUST_USE bool bank_setup_address(const struct home *h, struct bank_setup *s, struct arena *a,
                                 struct fault *why);
MUST_USE bool bank_setup_keys(const struct home *h, const struct bank_setup *s,
                              struct bank_keys **out, struct fault *why);
/* The first line of a small file in the home, without blanks at its ends and slashes after it. */
MUST_USE bool home_line(const struct home *h, const char *name, struct arena *a, const char **out,
                        struct fault *why);

/* ---- report.c: the days of a bank's report, asked for one after the other ---- */
struct report_walk {
	day next;
	int left;       /* days from `next` on; 0: none is asked for */
	bool under_way; /* one of them, now */
	instant asked;  /* by a person, then; 0: by the clock */
	int tries;      /* of what a person asked for */
};

/* What the bank asked under which X-EXTERNAL-ID, both as SHA-256. */
struct asked {
	char id[65], question[65];
};

/* ---- bank_link.c: one bank as the worker deals with it ---- */
struct bank_link {
	char key[33];   /* of the profile; "" an empty place */
	struct arena a; /* the setup's texts */
	struct bank_setup setup;
	struct bank_keys *keys;
	char token[2049];    /* "" none */
	int64_t token_until; /* steady */
	bool token_asked;    /* a request for one is under way */
	int64_t report_due;  /* steady: the list of payments is asked for next */
	struct report_walk report;
	struct bank_receiver receiver;
	struct asked asked[MOST_ASKED]; /* the latest, in a ring */
	size_t asked_count;             /* ever */
	struct net_server *server;
	struct worker *worker; /* whose it is, for the server's handler */
};

/* ---- sipp.c: SIPP as the worker deals with it ---- */
struct sipp_link {
	struct arena a; /* the setup's texts */
	struct sipp sipp;
	bool open;
	const char *base_url, *url_file, *token_file, *authorities;
	const char *certificate, *key; /* in the home: shown to SIPP; NULL none */
	int connect_ms, total_ms;
	int sync_seconds; /* between readings of what changed; 0: only on demand */
};

/* ---- a\x20request: one message under way, or one status question of the watch ---- */
/* What a\x20request waits for. */
enum leg {
	LEG_NONE,  /* the place is empty */
	LEG_LEASE, /* that its lease is on disk */
	LEG_TOKEN, /* the bank's token, which it or another request asked for */
	LEG_LOOK,  /* what the other side holds already */
	LEG_SEND,  /* the answer to its own question */
	LEG_UNDO   /* a wrong account is taken back */
};
struct request {
	enum leg leg;
	struct arena a;
	struct outbox_row row;       /* number 0: of the watch */
	struct bank_link *bank_link; /* NULL: SIPP */
	enum bank_service service;
	struct bank_order order;
	struct sipp_question question;
	bool looked;       /* the other side was asked first, and knows nothing of it */
	bool renewed;      /* the bank's token was fetched anew once */
	const char *doubt; /* how the first answer was not as asked; NULL: it was */
};

struct worker {
	struct app *app;
	struct session bank, sipp, own;
	struct net_client *client;
	struct bank_link bank_links[MOST_BANKS];
	struct sipp_link sipp_link;
	struct request requests[MOST_REQUESTS];
	struct wakeup wakeup;
	int signals, lock;
	bool ending;
	bool news;            /* since the last checkpoint */
	int64_t busy_last;    /* steady: something was done */
	instant heard_last;   /* somebody called */
	int64_t refresh_due;  /* steady */
	int64_t probe_due;    /* steady: when bank and SIPP are probed next */
	int64_t sync_due;     /* steady: what changed in SIPP is asked for next */
	int64_t watch_due;    /* steady: the next round of status questions */
	int watch_silences;   /* since a bank answered */
	char watch_after[64]; /* trx the round stands at */
};

/* The bank with this profile key, opened at its first use. */
MUST_USE bool bank_link_find(struct worker *w, const char *key, struct bank_link **out,
                             struct fault *why);
void bank_link_close(struct bank_link *c);
/* Puts a signed message on its way; the answer comes with `tag`. */
MUST_USE bool bank_link_send(struct net_client *client, const struct bank_setup *setup,
                             const struct home *h, const struct bank_message *m, uint64_t tag,
                             struct fault *why);
/* Starts one call; the answer comes with `tag`. Text for logs and faults in `a`. */
MUST_USE bool bank_link_call(struct bank_link *c, enum bank_service s, const struct bank_order *o,
                             uint64_t tag, struct fault *why);
/* True: the token is good for this call. Else it is asked for, if it is not already. */
bool bank_link_token(struct bank_link *c, enum bank_service s, struct fault *why, bool *failed);
/* The answer to a token request. */
MUST_USE bool bank_link_token_take(struct bank_link *c, const struct net_answer *answer,
                                   struct arena *a, struct fault *why);
/* The bank_link a token's answer is for; NULL: the tag is a\x20request's. */
struct bank_link *bank_link_of_tag(struct worker *w, uint64_t tag);

/* ---- worker.c ---- */
/* Whatever one batch writes is one transaction: it begins with the first who is about to write, and
 * is on disk before a caller is answered or a message is sent. */
MUST_USE bool batch_begin(struct worker *w, struct fault *why);

/* ---- send.c ---- */
int64_t requests_due(struct worker *w); /* ms until a message may be leased; -1: none */
void requests_lease(struct worker *w);
void requests_start(struct worker *w, bool leased); /* false: the leases did not come to disk */
void requests_answer(struct worker *w);
void requests_stop(struct worker *w); /* given back to the outbox */
size_t requests_busy(const struct worker *w);
/* A status question for a live account, of the watch; false: no place is free. */
bool request_watch(struct worker *w, const struct va *va, const struct id *filing);
/* The list of payments of one day; false: no place is free. */
bool request_report(struct worker *w, struct bank_link *c, day of);
void request_probe(struct worker *w); /* is SIPP there? */
/* What changed in SIPP since `mark`, at most `page` cases. */
void request_changes(struct worker *w, const char *mark, const char *page);
/* Tries again later. `at_least`: milliseconds before the other side may be asked. */
void request_later(struct worker *w, struct request *e, const char *error, int at_least);
void request_close(struct worker *w, struct request *e, bool dead, const char *error);
void request_fault(struct worker *w, struct request *e, const struct fault *why);
void request_value(struct request *e, struct command *c, const char *name, const char *text);
/* One command through the door, which closes the row. After request_do() the request is as it was,
 * and request_over() ends it; request_command() ends it either way. */
bool request_do(struct worker *w, struct request *e, const struct session *s, struct command *c,
                struct fault *why);
void request_over(struct request *e);
void request_command(struct worker *w, struct request *e, const struct session *s,
                     struct command *c);
void link_note(struct worker *w, const char *name, bool up, const char *error);

/* ---- banking.c: what the bank answered, and what follows ---- */
void bank_request_start(struct worker *w, struct request *e);
void bank_request_go(struct worker *w, struct request *e); /* its next call */
void bank_request_answer(struct worker *w, struct request *e, const struct net_answer *answer);
/* The bank no longer takes our token: once more with a new one, then later. */
void bank_token_refused(struct worker *w, struct request *e, const char *said);

/* ---- report.c ---- */
void report_round(struct worker *w);
void report_answer(struct worker *w, struct request *e, const struct net_answer *answer);
void report_failed(struct worker *w, struct bank_link *c,
                   const char *error); /* without an answer */

/* ---- sipp.c ---- */
MUST_USE bool sipp_link_open(struct worker *w, struct fault *why);
void sipp_link_close(struct worker *w);
void sipp_request_start(struct worker *w, struct request *e);
void sipp_request_answer(struct worker *w, struct request *e, const struct net_answer *answer);

/* ---- sync.c ---- */
void sync_round(struct worker *w);
/* What SIPP says of one case; nothing is done where it is known. */
MUST_USE bool sync_case(struct worker *w, const struct id *filing, const struct sipp_case *c,
                        struct fault *why);
void sync_cases(struct worker *w, const struct sipp_answer *s); /* and the mark moves on */

/* ---- notify.c ---- */
/* Listens for the bank when its profile says so. */
MUST_USE bool bank_link_listen(struct bank_link *c, struct fault *why);

/* ---- watch.c ---- */
void watch_round(struct worker *w);
void watch_soon(struct worker *w); /* something hints at a payment */
void watch_rest(struct worker *w); /* no bank answers now */

/* ---- probe.c ---- */
void probe(struct worker *w);

#endif
