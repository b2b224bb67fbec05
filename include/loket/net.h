/* HTTP in both directions, everything bounded. The client is libcurl's multi interface and owns the
 * worker's only wait; the server is libmicrohttpd with an epoll descriptor that joins that wait. No
 * threads. What is sent and what it means is decided by the rooms above.
 *
 * TLS certificates are always checked, redirects are never followed, and only http and https are
 * allowed. */
#ifndef LOKET_NET_H
#define LOKET_NET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "loket/arena.h"
#include "loket/date.h"
#include "loket/fault.h"
#include "loket/sys.h"

/* ---- client.c ---- */
struct net_header {
	const char *name, *value; /* values come in without blanks at the ends */
};

/* The first header of that name (letter case does not count), or NULL. */
const char *net_header_find(const struct net_header *headers, size_t count, const char *name);

/* How a request ended. The caller needs to know whether the other side may have acted. */
enum net_end {
	NET_ANSWERED,   /* a whole answer came, whatever its status */
	NET_REFUSED,    /* no connection (refused, no route, no such name, connect time over) */
	NET_TLS,        /* the certificate or the handshake was not accepted; nothing was sent */
	NET_CUT_BEFORE, /* the connection broke before anything was sent */
	NET_CUT_AFTER,  /* it broke after sending had begun: the outcome is unknown */
	NET_SLOW,       /* sent, and no whole answer in time: unknown */
	NET_TOO_LARGE,  /* the answer passed its bound and was dropped: unknown */
	NET_BROKEN,     /* what came back is not HTTP: unknown */
	NET_DENIED /* a mail server does not take us: login, sender, command; nothing was sent */
};
/* May the other side have acted without our hearing of it? */
bool net_end_is_unknown(enum net_end end);
const char *net_end_name(enum net_end end); /* "refused", "cut-after" …: for logs and the outbox */
const char *net_end_text(enum net_end end); /* message id: the sentence for a person */

struct net_request {
	const char *method; /* GET POST PUT DELETE; each may carry a body */
	const char *url;
	const struct net_header *headers;
	size_t header_count;
	const void *body;
	size_t size;
	size_t max_answer;             /* bytes of the answer's body */
	int connect_ms, total_ms;      /* total counts from the start, connecting included */
	const char *ca_file;           /* PEM of the authorities to trust; NULL: the system's */
	const char *certificate, *key; /* PEM files we show to the peer (mutual TLS); NULL none */
	bool old_tls;                  /* TLS 1.2 too, for a peer that lags; else 1.3 alone */
	uint64_t tag;                  /* comes back with the answer */
};

/* How far a call came: its name was found, a connection made, TLS agreed on. */
enum net_reach { REACH_NOTHING, REACH_NAME, REACH_HOST, REACH_TLS, REACH_ALL };

struct net_answer {
	uint64_t tag;
	enum net_end end;
	int status; /* 0 unless NET_ANSWERED */
	const struct net_header *headers;
	size_t header_count;
	struct bytes body;
	enum net_reach reach; /* of a mail server, REACH_TLS: it greeted, and would not have us */
	/* Milliseconds since the start; 0: it did not come so far. */
	int name_ms, host_ms, tls_ms, all_ms;
	instant chain_ends; /* the first end in the chain of certificates; INSTANT_NONE: none */
	const char *detail; /* what libcurl said, for the log; "" when answered */
};

/* A descriptor of the caller that shares the wait. */
struct net_watch {
	int fd;
	bool ready; /* out: readable, or its other end is gone */
};

struct net_client;

MUST_USE bool net_client_open(struct net_client **out, struct fault *why);
void net_client_close(struct net_client **c); /* drops what still runs; NULL is fine */

/* Starts a request; everything it points at is copied. False: the URL or a header cannot be used.
 */
MUST_USE bool net_start(struct net_client *c, const struct net_request *r, struct fault *why);

/* Waits until a request makes progress, a watched descriptor is readable or `milliseconds` have
 * passed, and advances the requests. At most 16 descriptors. */
MUST_USE bool net_wait(struct net_client *c, int milliseconds, struct net_watch *watch,
                       size_t count, struct fault *why);
/* The next finished request, copied into `a`; false: none is finished. */
bool net_take(struct net_client *c, struct arena *a, struct net_answer *out);

/* ---- reach.c ---- */
/* A time as HTTP writes it, "Wed, 25 Nov 2026 02:41:00 GMT"; INSTANT_NONE. */
instant net_date(const char *text);

/* ---- mail.c ---- */
enum net_mail_security { NET_MAIL_TLS, NET_MAIL_STARTTLS, NET_MAIL_PLAIN };
struct net_mail_host {
	const char *name;
	int port;
	enum net_mail_security security; /* STARTTLS: refused when it is not offered */
	const char *user, *password;     /* "" : without login */
	const char *ca_file;             /* NULL: the system's authorities */
	int connect_ms, total_ms;
};
struct net_letter {
	const char *from, *to; /* of the envelope */
	const char *copy_to;   /* takes it or refuses it with `to`; NULL: none */
	const char *hello;     /* our name in EHLO */
	struct bytes content;  /* RFC 5322; dots at a line's beginning are doubled here */
	uint64_t tag;
};
/* The answer's status is the server's last reply (250, 451, 550 …) and `detail` its line. It is
 * NET_ANSWERED when the server judged the letter or its recipient, NET_DENIED when it judged us. */
MUST_USE bool net_letter_send(struct net_client *c, const struct net_mail_host *h,
                              const struct net_letter *l, struct fault *why);
/* Greets the server, logs in where there is a user, and leaves; no letter is begun. */
MUST_USE bool net_letter_try(struct net_client *c, const struct net_mail_host *h, const char *hello,
                             struct fault *why);
struct net_mailbox {
	const char *box;     /* "INBOX"; "" : none is selected */
	const char *command; /* NULL: the message `uid` is fetched whole */
	long long uid;
	size_t max_answer;
	uint64_t tag;
};
/* Selects the box and gives the command; its untagged lines, or the message, are the answer's body.
 */
MUST_USE bool net_mailbox_ask(struct net_client *c, const struct net_mail_host *h,
                              const struct net_mailbox *b, struct fault *why);
/* ASCII without blanks and without what an address or a command line is built of. */
bool net_mail_plain(const char *s);

/* ---- server.c ---- */
struct net_call {
	const char *method;
	const char *path;  /* as it was sent: still percent-encoded, without the query */
	const char *query; /* after the '?', as it was sent; "" when there is none */
	const struct net_header *headers;
	size_t header_count;
	struct bytes body;
	const char *peer; /* address of the caller */
};

struct net_reply {
	int status;
	struct net_header headers[8];
	size_t header_count;
	struct bytes body;
	/* The answer is not sent before net_server_release(); this struct and the call's arena live
	 * until then. On failure `undone` is sent instead, with status 500. */
	bool held;
	struct bytes undone;
};

/* Answers one call. `call` and `a` live until it returns, or is held; `out` may point into `a`. */
typedef void net_handler(void *self, const struct net_call *call, struct arena *a,
                         struct net_reply *out);

struct net_listen {
	const char *address;  /* "127.0.0.1" when NULL; numeric */
	int port;             /* 0: any, see net_server_port() */
	size_t max_body;      /* 64 KiB when 0, 4 MiB at most */
	unsigned connections; /* at once; 32 when 0 */
	unsigned seconds;     /* for a body and for silence, twice that for a call; 10 when 0 */
	const char *certificate,
	    *key; /* PEM text: serve TLS; both NULL: plain, behind the court's proxy */
	/* PEM text: who must have signed a caller's certificate (mutual TLS); NULL: none is asked
	 * for. */
	const char *authorities;
	bool old_tls; /* TLS 1.2 too, for a caller that lags; else 1.3 alone */
	/* Writes the body of an answer that the server gives by itself with `status`; it may change
	 * the status. The call has no body. NULL: no body. */
	void (*refuse)(void *self, int status, const struct net_call *call, struct arena *a,
	               struct net_reply *out);
};

struct net_server;

/* ---- base64.c: bytes in an XML message ---- */
/* "" when memory is short. */
const char *net_base64(const struct bytes *data, struct arena *a);
/* False: not base64. */
MUST_USE bool net_base64_read(const char *text, struct arena *a, struct bytes *out);

/* ---- server.c ---- */
/* Numeric address; true: not reachable from other machines. */
bool net_is_loopback(const char *address);

/* The server itself refuses, before calling the handler: Transfer-Encoding, a repeated or malformed
 * Content-Length (request smuggling: Debian's libmicrohttpd lacks the fixes), bodies over the
 * limit, and more than 64 headers. */
MUST_USE bool net_server_open(struct net_server **out, const struct net_listen *listen,
                              net_handler *handler, void *self, struct fault *why);
void net_server_close(struct net_server **s);

int net_server_fd(const struct net_server *s); /* for net_wait() */
int net_server_port(const struct net_server *s);
/* Ms until net_server_run() must be called; -1: no need. */
int net_server_due(const struct net_server *s);
void net_server_run(struct net_server *s); /* what is ready, without waiting */
/* Sends the held answers: as they are, or `undone`. So many calls share one commit. */
void net_server_release(struct net_server *s, bool good);

#endif
