/* Shared inside the room: one transfer under way, whatever its protocol. */
#ifndef NET_PRIVATE_H
#define NET_PRIVATE_H

#include <curl/curl.h>

#include "loket/net.h"
#include "loket/text.h"

/* ---- flight.c ---- */
struct flight {
	struct flight *next;
	struct arena a;
	CURL *easy;
	struct curl_slist *list;
	uint64_t tag;
	size_t max_answer;
	struct {
		struct net_header *items;
		size_t count, capacity;
	} headers;
	size_t head; /* bytes of header lines so far */
	struct text body;
	bool too_large, landed;
	CURLcode code;
	char detail[CURL_ERROR_SIZE];
	struct mail_flight *mail; /* by SMTP or IMAP; NULL: by HTTP */
};
struct net_client {
	CURLM *multi;
	struct flight *flights;
};

/* A transfer to `url` that takes at most `max_answer` bytes, and so much memory beside them;
 * flight_go() starts it or drops it. */
MUST_USE bool flight_make(struct net_client *c, const char *url, size_t max_answer, size_t memory,
                          struct flight **out, struct fault *why);
MUST_USE bool flight_go(struct net_client *c, struct flight *f, struct fault *why);
void flight_drop(struct net_client *c, struct flight *f);
/* No detour by an environment variable, no connection used twice, certificates checked. */
void flight_strict(struct flight *f, const char *ca_file);

/* ---- reach.c ---- */
/* How far it came, how long that took, and the certificates it met; of a mail server what it says
 * itself counts. */
void reach_note(const struct flight *f, struct net_answer *out);

/* ---- mail.c ---- */
/* How it ended, with the server's last line in `out`. */
void mail_landed(const struct flight *f, struct arena *a, struct net_answer *out);

#endif
