/* Shared inside the room: JSON with its numbers kept as text, and codings. */
#ifndef BANK_PRIVATE_H
#define BANK_PRIVATE_H

#include <jansson.h>

#include "loket/bank.h"
#include "loket/text.h"

#define BANK_CURRENCY "IDR"

/* ---- json.c ---- */
extern const struct zone bank_zone; /* SNAP counts days and writes times in Jakarta's */
/* An object, with duplicate keys, foreign bytes and depth above 16 refused. Numbers come out as
 * strings of their very digits: customerNo may have twenty. NULL: not so. json_decref() it. */
json_t *bank_json_read(struct bytes body);
/* A member's text, cleaned, in `a`; "" when it is absent or no text. */
const char *bank_json_text(const json_t *object, const char *name, struct arena *a);
/* As it was sent, blanks and all; NULL when absent or no text. Lives as long as the object. */
const char *bank_json_raw(const json_t *object, const char *name);
/* virtualAccountData or virtualAccountdata; NULL. */
const json_t *bank_json_data(const json_t *answer);
/* virtualAccountData in either spelling; of an array the object whose number has `digits`, and of
 * several the first that was paid. NULL when there is none. */
const json_t *bank_json_account(const json_t *answer, const char *digits, struct arena *a);
/* {"value":"750000.00","currency":"IDR"}; false: absent, another currency, or with cents. */
bool bank_json_amount(const json_t *object, const char *name, rupiah *out);
/* Only the digits of a text. */
const char *bank_digits(const char *s, struct arena *a);

/* A time in any form peers write it; INSTANT_NONE. */
instant bank_json_instant(const json_t *object, const char *name);

/* ---- decode.c ---- */
/* What responseCode says, which goes into `code`; "" when there is none of seven digits. */
enum bank_outcome bank_answer_outcome(enum bank_service s, int http, const json_t *answer,
                                      char code[8]);
/* A payment's own id; where the bank gives none its reference stands in, so that the same payment
 * has the same id however often it is asked for. */
const char *bank_payment_id(const json_t *account, const char *reference, const char *trx,
                            struct arena *a);

/* ---- receive.c: the gate ---- */
/* One call being heard. */
struct bank_hearing {
	const struct bank_receiver *r;
	enum bank_service service;
	const struct bank_call *call;
	struct arena *a;
	struct bank_reply *reply;
};
struct bank_reply bank_reply_of(const struct bank_receiver *r, int status, struct text body,
                                struct arena *a);
/* {"responseCode":…,"responseMessage":… and the caller goes on. */
struct text bank_reply_begin(struct arena *a, enum bank_service s, int status, int case_,
                             const char *message);
/* Always false, so that a failed check is one line. `detail` NULL: none. */
bool bank_refuse(const struct bank_hearing *h, int status, int case_, const char *message,
                 const char *detail);
const char *bank_call_header(const struct bank_call *c, const char *name); /* "" when absent */
bool bank_is_printable(const char *s, size_t most);
/* Headers, token, partner, clock, signature, in that order. */
bool bank_caller_check(const struct bank_hearing *h, enum bank_match *match);
/* The three numbers of the body, which must fit together; the digits of the whole one. */
bool bank_numbers_read(const struct bank_hearing *h, const json_t *body, const char **number);
/* The body's members that an answer repeats, as they came; JSON without braces. */
const char *bank_echo(const json_t *body, const char *const *names, size_t count, struct arena *a);

/* ---- notice.c ---- */
struct bank_verdict_text {
	const char *name;
	int status, case_;
	const char *message, *flag, *english, *indonesia;
};
extern const struct bank_verdict_text bank_verdict_texts[]; /* by enum bank_verdict */

/* ---- encode.c ---- */
/* As much of a name as the bank takes, and of such letters. */
const char *bank_name_cut(const struct bank_profile *p, const char *name, struct arena *a);
const char *bank_stamp_text(const struct bank_profile *p, instant now, struct arena *a);
const char *bank_customer_no(const struct bank_profile *p, const char *customer_no,
                             struct arena *a);

#endif
