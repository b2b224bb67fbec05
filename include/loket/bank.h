/* SNAP BI virtual accounts: plain structs to signed bytes and back. Pure: no socket, no file, no
 * clock, no random; time and chance come in as arguments. Sources of every rule: Bank Indonesia's
 * SNAP standard (pages Keamanan, and Transfer Kredit / Virtual Account); where banks differ the
 * profile decides.
 *
 * The bytes that are signed are the bytes that travel: a body is built once, minified, and hashed
 * as it stands; a body that came in is minified lexically and never parsed for its digest. */
#ifndef LOKET_BANK_H
#define LOKET_BANK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "loket/arena.h"
#include "loket/date.h"
#include "loket/fault.h"
#include "loket/money.h"
#include "loket/sys.h"

struct bank_header {
	const char *name, *value;
};

extern const struct zone bank_zone; /* Jakarta: SNAP's days and times */

/* ---- encode.c: the services ---- */
/* SNAP service code. */
enum bank_service {
	BANK_TOKEN,   /* 73 access token */
	BANK_INQUIRY, /* 24 what is to be paid? to us */
	BANK_PAYMENT, /* 25 payment notice, to us */
	BANK_NOTIFY,  /* 34 payment notice of the push kind, to us */
	BANK_STATUS,  /* 26 has it been paid? */
	BANK_CREATE,  /* 27 */
	BANK_UPDATE,  /* 28 */
	BANK_LOOK,    /* 30 inquiry-va: what does the bank hold? */
	BANK_DELETE,  /* 31 */
	BANK_REPORT,  /* 35 what was paid in these days? */
	BANK_SERVICES
};
/* "create-va", as profiles and the outbox name it. */
const char *bank_service_name(enum bank_service s);
MUST_USE bool bank_service_find(const char *name, enum bank_service *out);

/* ---- profile.c: what one bank wants, filled from data/banks/ by the worker ---- */
enum bank_signature { BANK_SYMMETRIC, BANK_ASYMMETRIC };
enum bank_encoding { BANK_BASE64, BANK_HEX, BANK_EITHER }; /* EITHER only for what comes in */
enum bank_stamp { BANK_STAMP_LOCAL, BANK_STAMP_LOCAL_MILLIS, BANK_STAMP_UTC_MILLIS };
/* A second notice of one payment: the first answer again, or 404ss18 (BCA). */
enum bank_repeat { BANK_REPEAT_SAME, BANK_REPEAT_INCONSISTENT };

/* Which form of the body a caller's digest may cover: minified as the rule has it, as it was sent,
 * or with the blanks inside strings removed too (some peers do that). Also the result: which form
 * it covered. */
enum bank_match { BANK_NO_MATCH, BANK_MATCH_MINIFIED, BANK_MATCH_RAW, BANK_MATCH_STRIPPED };

struct bank_route {
	bool offered;
	const char *method; /* GET POST PUT DELETE */
	const char *path;   /* from the first '/', with the gateway's prefix */
	enum bank_signature signature;
};

struct bank_profile {
	const char *key, *name; /* "simulasi"; what people call the bank */
	/* The bill lies with us and the bank asks (24) what is to be paid: nothing is made, changed
	 * or deleted there. */
	bool bill_here;
	const char *base_url;                    /* scheme, host and port, nothing after */
	struct bank_route routes[BANK_SERVICES]; /* TOKEN and those at the bank */
	struct bank_route served[BANK_SERVICES]; /* TOKEN, PAYMENT, NOTIFY at the court */
	const char *outside; /* prefix a proxy takes off our path before we see it; "" none */

	const char *client_key;                       /* X-CLIENT-KEY: ours at the bank */
	const char *partner_id, *channel_id, *origin; /* headers; origin "" is not sent */
	const struct bank_header *extra;              /* headers this bank wants besides */
	size_t extra_count;
	const char *caller_key; /* the bank's X-CLIENT-KEY when it asks us for a token */
	const char *caller_id;  /* its X-PARTNER-ID; "" any */

	const char *company; /* digits of partnerServiceId */
	/* partnerServiceId is padded with it to eight characters, on the left; 0: not padded. */
	char pad;
	bool pad_number; /* virtualAccountNo is padded too */
	/* The first digits of customerNo, given by the bank; "" none. */
	const char *customer_prefix;
	int customer_digits; /* length of customerNo, zeros behind the prefix */
	int number_digits;   /* the longest number this bank takes */
	int name_length;     /* characters of virtualAccountName the bank takes */
	/* Characters the name may have besides letters, digits and blanks; "" any. */
	const char *name_marks;
	int trx_length;       /* of trxId */
	const char *trx_type; /* virtualAccountTrxType; "" not sent */
	int external_digits;  /* of X-EXTERNAL-ID, 9 to 36 */
	bool same_external;   /* a repeated call carries the id it had; else a fresh one */
	const struct bank_header *members; /* further texts of create-va and update-va */
	size_t member_count;
	const struct bank_header *info; /* further texts of their additionalInfo */
	size_t info_count;

	int zone_minutes; /* offset of the zone in which our times are written, east of Greenwich */
	enum bank_stamp stamp;
	enum bank_stamp date; /* of expiredDate */
	bool cents;           /* amounts are written with ".00" */
	enum bank_encoding encoding_out, encoding_in;
	enum bank_match laxest; /* digest a caller may use; MINIFIED is strict */
	int token_seconds;      /* life of the tokens we issue */
	int skew_seconds;       /* largest difference between a caller's clock and ours */
	int expiry_hours;       /* life of a virtual account */
	int connect_ms, total_ms;
	bool old_tls;
	bool confirm;             /* a notice counts only after status (26) confirms it */
	enum bank_service notice; /* BANK_PAYMENT or BANK_NOTIFY */
	enum bank_repeat repeat;
	bool push_cancels; /* service 34 reports a cancellation, not a payment */
	/* paymentFlagStatus 02 (switch and partner lost each other) counts as paid. */
	bool late_flag_pays;
	const char *callers; /* addresses that may call us, blanks between; "" any */
};

/* What the profile lacks to be used; the fault names the attribute. */
MUST_USE bool bank_profile_check(const struct bank_profile *p, struct fault *why);

/* ---- keys.c ---- */
struct bank_key_texts {
	/* PEM: PKCS#8 or PKCS#1; bare base64 and a literal \n are mended. */
	const char *own_private;
	const char *bank_public;   /* PEM: SPKI, PKCS#1 or a certificate */
	const char *secret;        /* HMAC of our calls; NULL: all signatures are asymmetric */
	const char *caller_secret; /* HMAC of the bank's calls to us; NULL: the same secret */
};

struct bank_keys; /* owned; wiped when closed */

/* RSA of 2048 bits at least. The fault names the key that is missing or not accepted, never its
 * text. */
MUST_USE bool bank_keys_open(const struct bank_key_texts *t, struct bank_keys **out,
                             struct fault *why);
void bank_keys_close(struct bank_keys **k);
/* SHA-256 of our public key (SubjectPublicKeyInfo), lower-case hex: for comparing with what the
 * bank holds. False: the private key's halves do not fit. */
MUST_USE bool bank_keys_print(const struct bank_keys *k, int *bits, char out[65]);
/* Is the certificate (PEM) that of the private key (PEM)? */
bool bank_certificate_fits(const char *certificate, const char *key);

/* ---- sign.c ---- */
/* What a transaction signature covers. */
struct bank_signed {
	const char *method;
	const char *path;  /* with prefix and query, as sent */
	const char *token; /* without "Bearer "; NULL: asymmetric */
	const char *stamp; /* the header's very text */
	const void *body;
	size_t size;
};

/* Removes blanks outside strings; changes nothing else. */
struct bytes bank_minify(const void *body, size_t size, struct arena *a);
/* Lower-case hex of SHA-256. */
void bank_digest(const void *body, size_t size, char out[65]);
const char *bank_string_to_sign(const struct bank_signed *s, const char *digest, struct arena *a);

/* With our private key over `text`; with our secret over `text`. Encoded as asked, in `a`. */
MUST_USE bool bank_sign_rsa(const struct bank_keys *k, const char *text, enum bank_encoding e,
                            struct arena *a, const char **out, struct fault *why);
MUST_USE bool bank_sign_hmac(const struct bank_keys *k, const char *text, enum bank_encoding e,
                             struct arena *a, const char **out, struct fault *why);

/* With the bank's public key over `text`. */
bool bank_verify_rsa(const struct bank_keys *k, const char *text, const char *signature,
                     enum bank_encoding e);
/* A call to us: symmetric when `s->token` is set, else RSA. `laxest` as in the profile. */
enum bank_match bank_verify(const struct bank_keys *k, const struct bank_signed *s,
                            const char *signature, enum bank_encoding e, enum bank_match laxest);

/* A token that we issue, alive before `ends`. It carries its end, random bytes and a seal made with
 * our private key, so that it needs no memory: it outlives the process that gave it. False: the
 * key gives no seal. */
enum { BANK_TOKEN_RANDOM = 16 };
MUST_USE bool bank_token_make(const struct bank_keys *k, const uint8_t random[BANK_TOKEN_RANDOM],
                              instant ends, struct arena *a, const char **out);
bool bank_token_lives(const struct bank_keys *k, const char *token, instant now);

/* Strict: refuses blanks and missing padding. Returns the number of bytes, or -1 when `s` is not
 * base64 or does not fit. */
int bank_from_base64(const char *s, unsigned char *out, size_t capacity);

/* ---- encode.c: our calls ---- */
/* One virtual account of one filing. */
struct bank_order {
	const char *trx_id;      /* ours, at most 30 of A-Z 0-9 and '-'; the same at every try */
	const char *customer_no; /* digits; the profile's zeros are put in front */
	const char *name;        /* of the payer */
	rupiah amount;
	instant expires;
	const char *payment_id; /* BANK_STATUS: paymentRequestId when known; NULL */
	day first, last;        /* BANK_REPORT, which looks at nothing else: both within */
};

struct bank_ask {
	const struct bank_profile *profile;
	const struct bank_keys *keys;
	const char *token; /* NULL where none is needed */
	instant now;
	const char *external_id; /* fresh for every try */
};

struct bank_message {
	const char *method, *url;
	struct bank_header headers[24];
	size_t header_count;
	struct bytes body;
};

/* BANK_TOKEN (order NULL), CREATE, UPDATE, LOOK, DELETE, STATUS, REPORT. */
MUST_USE bool bank_encode(const struct bank_ask *ask, enum bank_service s,
                          const struct bank_order *o, struct arena *a, struct bank_message *out,
                          struct fault *why);

/* Digits only: day, milliseconds of that day (Jakarta), `serial`; as long as the profile wants. */
const char *bank_external_id(const struct bank_profile *p, instant now, uint64_t serial,
                             struct arena *a);
/* The number as the payer types it: company and customer digits, no blanks. */
const char *bank_va_digits(const struct bank_profile *p, const char *customer_no, struct arena *a);

/* ---- decode.c: what came back ---- */
enum bank_outcome {
	BANK_DONE,            /* it is as we asked; LOOK: the account stands so at the bank */
	BANK_PAID,            /* STATUS, DELETE, LOOK: the money has come in */
	BANK_UNPAID,          /* STATUS: it has not */
	BANK_ABSENT,          /* the bank knows no such account */
	BANK_KNOWN,           /* CREATE: it has one of this trxId already */
	BANK_REFUSED_BY_BANK, /* it refuses, and will refuse again */
	BANK_TOKEN_STALE,     /* fetch a new token and try once more */
	BANK_UNKNOWN,         /* ask with LOOK or STATUS before anything is sent again */
	BANK_DIFFERS, /* another account, amount, currency or id than asked: a person must look */
	BANK_OUTCOMES
};
const char *bank_outcome_name(enum bank_outcome o);

struct bank_answer {
	enum bank_outcome outcome;
	char code[8];                    /* responseCode, "" when unreadable */
	const char *message;             /* responseMessage, cleaned; for the log and the clerk */
	const char *differs;             /* the field that differs, "" none */
	const char *va_digits, *va_text; /* number without and with the bank's padding */
	const char *trx_id;
	rupiah amount;   /* of the account; -1: not given */
	instant expires; /* INSTANT_NONE: not given */
	rupiah paid;     /* STATUS */
	instant paid_at;
	const char *payment_id, *reference;
};

/* Never fails: what cannot be read is BANK_UNKNOWN. `http` is the status line's number. */
void bank_decode(const struct bank_profile *p, enum bank_service s, const struct bank_order *o,
                 int http, struct bytes body, struct arena *a, struct bank_answer *out);

/* The token and how many seconds it lives. */
MUST_USE bool bank_decode_token(int http, struct bytes body, struct arena *a, const char **token,
                                int *seconds, struct fault *why);

/* ---- report.c: the bank's own list of what was paid ---- */
struct bank_payment {
	const char *va_digits, *trx_id; /* trx "" : not given */
	/* As bank_decode() gives it; "R:" and the reference where the bank names none. */
	const char *payment_id;
	const char *reference;
	rupiah amount;
	instant paid_at; /* INSTANT_NONE: not given */
};
struct bank_report {
	enum bank_outcome outcome; /* DONE: `items` are all; else as of any answer */
	char code[8];
	const char *message;
	const char *differs; /* the member that is not plausible, "" none */
	struct bank_payment *items;
	size_t count, capacity;
};
/* Never fails. One line of another company, in another currency or without a number makes the whole
 * list BANK_DIFFERS, so that half a list never passes for all of it. Lines the bank itself flags as
 * not paid are left out. */
void bank_decode_report(const struct bank_profile *p, int http, struct bytes body, struct arena *a,
                        struct bank_report *out);

/* ---- receive.c: the bank calls us ---- */
struct bank_call {
	const char *method, *path, *query; /* as sent; query "" when none */
	const struct bank_header *headers;
	size_t header_count;
	struct bytes body;
};

struct bank_reply {
	int status;
	const char *stamp; /* X-TIMESTAMP */
	struct bytes body; /* JSON, as sent */
};

struct bank_receiver {
	const struct bank_profile *profile;
	const struct bank_keys *keys;
	instant now;                       /* set by the caller before each call */
	uint8_t random[BANK_TOKEN_RANDOM]; /* fresh before each call */
};

struct bank_notice {
	enum bank_service service;
	const char *external_id; /* X-EXTERNAL-ID */
	const char *payment_id;  /* paymentRequestId; unique per payment */
	const char *va_digits, *trx_id, *name;
	const char *inquiry_id;
	rupiah paid;     /* -1: the notice does not say (service 34) */
	instant paid_at; /* trxDateTime; INSTANT_NONE: not given */
	const char *reference, *channel;
	bool repeat; /* flagAdvise Y */
	enum bank_match match;
	const char *echo; /* members the answer repeats, JSON without braces */
};

/* The bank asks for a bill (role A). */
struct bank_inquiry {
	const char *external_id, *inquiry_id;
	const char *va_digits;
	const char *echo; /* members the answer repeats, JSON without braces */
};

/* Is this address allowed to call us? */
bool bank_caller_known(const struct bank_profile *p, const char *address);
/* Which service of ours the call is for; false: none (the reply says 404 or 405). */
MUST_USE bool bank_route_find(const struct bank_receiver *r, const struct bank_call *c,
                              enum bank_service *out, struct arena *a, struct bank_reply *reply);
/* The answer to a call that is refused before it is read: from a `stranger`, or one that could not
 * be read whole. */
void bank_turn_away(const struct bank_receiver *r, const struct bank_call *c, bool stranger,
                    struct arena *a, struct bank_reply *reply);
/* Checks a token request and fills the reply; a good one puts a token into `r`. */
void bank_receive_token(struct bank_receiver *r, const struct bank_call *c, struct arena *a,
                        struct bank_reply *reply);

/* ---- notice.c ---- */
/* The checks of a payment notice in their order: headers, token, partner, clock, signature, JSON,
 * fields. True: `out` is genuine and well-formed, and the caller decides and answers with
 * bank_reply_notice() after its commit. False: `reply` is to be sent. */
MUST_USE bool bank_receive_notice(const struct bank_receiver *r, enum bank_service s,
                                  const struct bank_call *c, struct arena *a,
                                  struct bank_notice *out, struct bank_reply *reply);

/* What became of a genuine notice. */
enum bank_verdict {
	BANK_ACCEPTED,     /* ss00, flag 00; a repeat of the same payment too */
	BANK_NO_SUCH_VA,   /* ss12 */
	BANK_WRONG_AMOUNT, /* ss13 */
	BANK_ALREADY_PAID, /* ss14 */
	/* ss18: same payment id, other content; or the profile's repeat style. */
	BANK_INCONSISTENT,
	BANK_INCONSISTENT_REFUSED, /* the same, where the first was refused */
	BANK_EXPIRED,              /* ss19 */
	BANK_CONFLICT,             /* 409: the X-EXTERNAL-ID of another payment today */
	BANK_TRY_LATER             /* 500: nothing was recorded */
};
/* "wrong-amount": as the store keeps it. */
const char *bank_verdict_name(enum bank_verdict v);
void bank_reply_notice(const struct bank_receiver *r, const struct bank_notice *n,
                       enum bank_verdict v, struct arena *a, struct bank_reply *reply);

/* ---- inquiry.c ---- */
struct bank_bill {
	/* ACCEPTED: there is one; NO_SUCH_VA, ALREADY_PAID, EXPIRED, CONFLICT, TRY_LATER. */
	enum bank_verdict verdict;
	const char *name; /* of the payer; "" unless there is one */
	rupiah amount;    /* 0 unless there is one */
};
/* As bank_receive_notice(), for service 24; the caller looks for the bill and answers. */
MUST_USE bool bank_receive_inquiry(const struct bank_receiver *r, const struct bank_call *c,
                                   struct arena *a, struct bank_inquiry *out,
                                   struct bank_reply *reply);
void bank_reply_inquiry(const struct bank_receiver *r, const struct bank_inquiry *q,
                        const struct bank_bill *bill, struct arena *a, struct bank_reply *reply);

#endif
