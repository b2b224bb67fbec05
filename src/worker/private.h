/* Shared inside the room: the queue of requests, the partners, and the loop's state. */
#ifndef WORKER_PRIVATE_H
#define WORKER_PRIVATE_H

#include "loket/net.h"
#include "loket/service.h"
#include "loket/sipp.h"
#include "loket/store.h"
#include "loket/worker.h"

#include "bank_setup.h"

#define MOST_BANKS     8
#define MOST_REQUESTS  8
#define MOST_ASKED     256
#define ANSWER_BYTES   (256 * KIB)
#define REQUEST_BYTES  (16 * MIB)
#define MAIL_SETTLE_MS 5000 /* for a letter's copy to reach the mailbox, before it is looked for */

struct mail_look;
struct worker;
struct request;

/* ---- report.c ---- */
/* The days of a bank's report, fetched one after the other. */
struct report_walk {
	day next;
	int left;       /* days from `next` on; 0: none is asked for */
	bool under_way; /* one of them, now */
	instant asked;  /* by a person, then; 0: by the clock */
	int tries;      /* of what a person asked for */
};

/* ---- inquiry.c ---- */
/* A question of the bank under an X-EXTERNAL-ID, both as SHA-256. */
struct inquiry_id {
	char id[65], question[65];
};

/* ---- bank_link.c ---- */
/* One bank: its setup, keys, token and connection. */
struct bank_link {
	char key[33];   /* of the profile; "" an empty place */
	struct arena a; /* the setup's texts */
	struct bank_setup setup;
	struct bank_keys *keys;
	char token[2049];    /* "" none */
	int64_t token_until; /* steady */
	int64_t report_due;  /* steady: the list of payments is asked for next */
	struct report_walk report;
	struct bank_receiver receiver;
	struct inquiry_id asked[MOST_ASKED]; /* the latest, in a ring */
	size_t asked_count;                  /* ever */
	struct net_server *server;
	struct worker *worker; /* the worker that owns it, for the server's handler */
};
/* The bank with this profile key, opened at its first use. */
MUST_USE bool bank_link_find(struct worker *w, const char *key, struct bank_link **out,
                             struct fault *why);
void bank_link_close(struct bank_link *c);
/* Sends a signed message; the answer comes with `tag`. */
MUST_USE bool bank_link_send(struct net_client *client, const struct bank_setup *setup,
                             const struct home *h, const struct bank_message *m, uint64_t tag,
                             struct fault *why);
/* Starts one call; the answer comes with `tag`. */
MUST_USE bool bank_link_call(struct bank_link *c, enum bank_service s, const struct bank_order *o,
                             uint64_t tag, struct fault *why);

/* ---- sipp_link.c ---- */
/* SIPP as the worker deals with it. */
struct sipp_link {
	struct arena a; /* the setup's texts */
	struct sipp sipp;
	bool open;
	const char *base_url, *url_file, *token_file, *authorities;
	const char *certificate, *key; /* in the home: shown to SIPP; NULL none */
	int connect_ms, total_ms;
	int sync_seconds; /* between readings of what changed; 0: only on demand */
	bool ours;        /* it told our court's code since it was last silent */
};
MUST_USE bool sipp_link_open(struct worker *w, struct fault *why);
void sipp_link_close(struct worker *w);
/* Starts the request's call `ask`. Texts in `a`. */
MUST_USE bool sipp_link_call(struct worker *w, const struct request *e,
                             const struct sipp_request *ask, struct arena *a, struct fault *why);

/* ---- bank_out.c ---- */
/* The call to a bank. LOOK_…: asks what it holds, before the other is sent (again). */
enum phase {
	PHASE_CREATE,
	PHASE_LOOK_CREATE,
	PHASE_UNDO, /* an account other than asked is taken back */
	PHASE_UPDATE,
	PHASE_LOOK_UPDATE,
	PHASE_DELETE,
	PHASE_LOOK_DELETE,
	PHASE_STATUS,
	PHASE_CONFIRM /* the status of one that the bank said is paid */
};
void bank_out_start(struct worker *w, struct request *e);
void bank_out_answer(struct worker *w, struct request *e, const struct net_answer *answer);

/* ---- mail_out.c ---- */
void mail_out_start(struct worker *w, struct request *e);
void mail_out_answer(struct worker *w, struct request *e, const struct net_answer *answer);

/* ---- mail_in.c ---- */
void mail_in_round(struct worker *w);
void mail_in_start(struct worker *w, struct request *e);
void mail_in_answer(struct worker *w, struct request *e, const struct net_answer *answer);

/* ---- mail_link.c ---- */
/* How the server is reached, with its password read; texts in `a`, which is wiped after use. */
MUST_USE bool mail_link_host(const struct home *h, const struct mail_server *s, struct arena *a,
                             struct net_mail_host *out, struct fault *why);
/* Sends the letter of a request, to `to` and as a copy to our own mailbox where there is one. */
MUST_USE bool mail_link_send(struct worker *w, const struct request *e, const char *to,
                             const struct bytes *content, struct fault *why);
/* A command to our mailbox; NULL: fetches the message `uid`. */
MUST_USE bool mail_link_ask(struct worker *w, const struct request *e, const char *command,
                            long long uid, struct fault *why);
/* The numbers of an answer to SEARCH, most first `capacity` of them. */
size_t mail_link_found(const struct bytes *answer, long long *out, size_t capacity);
/* Whether the server takes letters, for the board. */
void mail_link_note(struct worker *w, const struct net_answer *answer);

/* ---- clock.c ---- */
instant answer_clock(const struct net_answer *answer); /* INSTANT_NONE: it does not say */
/* Keeps how far the clock of "bank" or "sipp" stands from ours. */
void clock_note(struct worker *w, const char *name, const struct net_answer *answer);

/* ---- queue.c ---- */
enum request_state {
	REQUEST_NONE,   /* an empty place */
	REQUEST_LEASED, /* its lease is not on disk yet */
	REQUEST_READY,  /* its partner is to start it, or go on with it */
	REQUEST_TOKEN,  /* it waits for the bank's token */
	REQUEST_ANSWER  /* it waits for the answer to its call */
};
/* A message of the outbox, or a request of the worker's own, that is under way. */
struct request {
	enum request_state state;
	const struct partner *partner; /* once it was started */
	struct arena a;
	struct outbox_row row; /* number 0: the worker's own */
	bool looked;           /* the other side was asked what it holds, and has no trace of it */
	/* to a bank */
	struct bank_link *bank_link;
	enum phase phase;
	struct bank_order order;
	bool renewed;      /* the token was fetched again once */
	const char *doubt; /* how the first answer was not as asked; NULL: it was */
	/* to SIPP */
	struct sipp_question question;
	/* By the call under way: the question's, or before a registration COURT and CASE. */
	enum sipp_message asked;
	/* by mail */
	bool looking;           /* its copy is searched for in our mailbox */
	struct mail_look *look; /* into our mailbox; NULL: not begun */
};
/* One kind of request: who starts it and who takes its answer. */
struct partner {
	const char *name;               /* the outbox's receiver, or of the worker's own */
	void (*round)(struct worker *); /* each batch: what is due by the clock; NULL */
	void (*start)(struct worker *, struct request *); /* its next call */
	void (*answer)(struct worker *, struct request *, const struct net_answer *);
	/* A request of the worker's own ended without an answer; NULL. */
	void (*failed)(struct worker *, struct request *, const char *error);
	const char *clock; /* whose clock its answers tell; NULL: nobody's that money hangs on */
};

/* One batch is one transaction: it begins with the first write, and is on disk before a caller is
 * answered or a leased message is sent. */
MUST_USE bool batch_begin(struct worker *w, struct fault *why);
/* Whether bank or SIPP answers, for the board. */
void link_note(struct worker *w, const char *name, bool up, const char *error);
int64_t queue_due(struct worker *w); /* ms until a message may be leased; -1: none */
void queue_lease(struct worker *w);
void queue_leased(struct worker *w, bool on_disk); /* false: they are dropped */
void queue_stop(struct worker *w);                 /* given back to the outbox */
bool queue_is_idle(const struct worker *w);
/* Makes a request of the worker's own, to be started in this batch; NULL: no free slot. */
struct request *queue_put(struct worker *w, const char *to, const char *kind);
size_t queue_count(const struct worker *w, const char *to, const char *kind); /* its own */
uint64_t request_tag(const struct worker *w, const struct request *e);
/* Tries again later. `at_least`: milliseconds before the other side may be asked. */
void request_later(struct worker *w, struct request *e, const char *error, int at_least);
void request_close(struct worker *w, struct request *e, bool dead, const char *error);
void request_fault(struct worker *w, struct request *e, const struct fault *why);
/* Executes one command, which closes the row. request_do() leaves the request as it is, for
 * request_over() to end it; request_command() ends it in any case. */
bool request_do(struct worker *w, struct request *e, const struct login *s, struct command *c,
                struct fault *why);
void request_over(struct request *e);
void request_command(struct worker *w, struct request *e, const struct login *s, struct command *c);

/* ---- loop.c ---- */
struct worker {
	struct app *app;
	struct login bank, sipp, mail, own;
	struct net_client *client;
	struct bank_link bank_links[MOST_BANKS];
	struct sipp_link sipp_link;
	/* The messages, and after them a slot for the token of each bank. */
	struct request requests[MOST_REQUESTS + MOST_BANKS];
	struct wakeup wakeup;
	int signals;
	struct heart heart;
	bool ending;
	bool news;            /* since the last checkpoint */
	int64_t busy_last;    /* steady: something was done */
	instant heard_last;   /* somebody called */
	int64_t refresh_due;  /* steady */
	int64_t token_due;    /* steady: banks are probed for a token next */
	int64_t health_due;   /* steady: SIPP is probed next */
	int64_t sync_due;     /* steady: what changed in SIPP is asked for next */
	int64_t mail_due;     /* steady: the mailbox is looked into next */
	bool unkept;          /* the last batch could not be written */
	int64_t watch_due;    /* steady: the next round of status questions */
	int watch_silences;   /* since a bank answered */
	char watch_after[64]; /* trx the round stands at */
};

/* ---- token.c ---- */
void token_round(struct worker *w);
void token_start(struct worker *w, struct request *e);
void token_answer(struct worker *w, struct request *e, const struct net_answer *answer);
/* True: the token is good for this call, or it needs none. Else it is fetched. */
bool token_ready(struct worker *w, struct bank_link *c, enum bank_service s);
/* The bank refused our token: tries once more with a new one, then later. */
void token_refused(struct worker *w, struct request *e, const char *said);

/* ---- bank_call.c ---- */
/* Makes the request's next call, when there is a token for it. */
void bank_call(struct worker *w, struct request *e, enum bank_service s);
/* Did an answer come? False: the request will be tried later. */
bool bank_answered(struct worker *w, struct request *e, enum bank_service s,
                   const struct net_answer *answer);

/* ---- watch.c ---- */
void watch_round(struct worker *w);
void watch_soon(struct worker *w); /* something hints at a payment */
void watch_rest(struct worker *w); /* no bank answers now */

/* ---- report.c ---- */
void report_round(struct worker *w);
void report_start(struct worker *w, struct request *e);
void report_answer(struct worker *w, struct request *e, const struct net_answer *answer);
/* What an answer to an inquiry tells of a payment is a line of the bank too, with its source. */
void status_take(struct worker *w, struct request *e, const struct bank_answer *b,
                 struct bytes body);
void report_failed(struct worker *w, struct request *e, const char *error);

/* ---- sipp_out.c ---- */
void sipp_out_round(struct worker *w);
void sipp_out_start(struct worker *w, struct request *e);
void sipp_out_answer(struct worker *w, struct request *e, const struct net_answer *answer);

/* ---- sync.c ---- */
void sync_round(struct worker *w);
/* Stores the case as SIPP has it; does nothing when nothing changed. */
MUST_USE bool sync_case(struct worker *w, const struct id *filing, const struct sipp_case *c,
                        struct fault *why);
void sync_cases(struct worker *w, const struct sipp_answer *s); /* and the mark moves on */

/* ---- bank_in.c ---- */
/* Listens for the bank, as its profile says. */
MUST_USE bool bank_in_listen(struct bank_link *c, struct fault *why);
/* What a call is answered, and when. */
struct reply {
	struct bank_reply bank;
	bool held;           /* after the commit; and if that fails: */
	struct bytes undone; /* the body then */
};

/* ---- account.c ---- */
struct account {
	struct va va;
	struct id filing;
};
/* The account a call is for, and its filing; its trx is "" when there is none. */
MUST_USE bool account_find(const struct bank_link *c, const char *trx, const char *va_digits,
                           struct arena *a, struct account *out, struct fault *why);
/* What to answer a bank about an account whose bill we keep. */
enum bank_verdict account_verdict(const struct bank_link *c, const struct va *va);

/* ---- notice.c ---- */
void notice_receive(struct bank_link *c, enum bank_service s, const struct bank_call *call,
                    struct arena *a, struct reply *out);

/* ---- inquiry.c ---- */
void inquiry_receive(struct bank_link *c, const struct bank_call *call, struct arena *a,
                     struct bank_reply *reply);

#endif
