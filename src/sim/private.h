/* What the files of the simulator share. */
#ifndef LOKET_SIM_PRIVATE_H
#define LOKET_SIM_PRIVATE_H

#include <jansson.h>
#include <microhttpd.h>
#include <openssl/evp.h>
#include <sqlite3.h>

#include "loket/arena.h"
#include "loket/sim.h"
#include "loket/sys.h"
#include "loket/text.h"
#include "loket/xml.h"

/* ---- keep.c: the simulator's own SQLite file. An SQL error ends the program: the file is whole by
 * construction, and half a bank is of no use. ---- */
MUST_USE bool keep_open(const char *home, sqlite3 **out, struct fault *why);
/* The words after `sql` are bound as text, in order; NULL ends them. Columns declared INTEGER turn
 * them into numbers. */
sqlite3_stmt *keep_ask(sqlite3 *db, const char *sql, ...) __attribute__((sentinel));
bool keep_next(sqlite3_stmt **s); /* a row; false: no more, and *s is gone */
int keep_run(sqlite3 *db, const char *sql, ...) __attribute__((sentinel));     /* rows changed */
int64_t keep_one(sqlite3 *db, const char *sql, ...) __attribute__((sentinel)); /* -1: no row */
const char *keep_text(sqlite3_stmt *s, int column, struct arena *a);           /* never NULL */
const char *number_text(struct arena *a, int64_t n);

/* ---- keys.c ---- */
struct sim_secrets {
	EVP_PKEY *bank_private, *court_public; /* owned */
	char client[65], notify[65], sipp[65];
};
MUST_USE bool secrets_open(const char *home, struct sim_secrets *out, struct fault *why);
void secrets_close(struct sim_secrets *s);

/* ---- crypt.c ---- */
struct bytes minify(struct bytes body, struct arena *a); /* blanks outside strings gone */
const char *digest_hex(struct bytes b, struct arena *a); /* SHA-256, lower case */
const char *random_text(struct arena *a);                /* 32 random bytes in base64url */
const char *random_digits(size_t count, struct arena *a);
const char *hmac_sign(const char *secret, const char *text, struct arena *a); /* base64 */
bool hmac_is(const char *secret, const char *text, const char *signature, struct arena *a);
const char *rsa_sign(EVP_PKEY *key, const char *text, struct arena *a); /* base64 */
bool rsa_is(EVP_PKEY *key, const char *text, const char *signature, struct arena *a);
bool secret_same(const char *a, const char *b); /* in time that does not tell where they differ */

/* ---- what every handler is given ---- */
struct sim;
struct passed_call;
struct route;

struct sim_call {
	struct sim *sim;
	const struct route *route;
	const char *uri; /* as sent, with its query */
	struct MHD_Connection *wire;
	struct bytes body;
	struct arena *a;
};

struct sim_reply {
	int status;
	const char *type; /* Content-Type */
	struct bytes body;
	bool cut;   /* half of the body, then the connection breaks */
	bool flood; /* a hundred MiB */
};

struct route {
	const char *name, *method, *path;
	int code; /* of the SNAP service */
	void (*act)(const struct sim_call *c, struct sim_reply *r);
	void (*service)(const struct passed_call *t); /* of the bank, behind its gate; or NULL */
};

/* ---- call.c ---- */
const char *call_header(const struct sim_call *c, const char *name);   /* NULL when absent */
const char *call_argument(const struct sim_call *c, const char *name); /* of the query, decoded */
void reply_text(struct sim_reply *r, int status, const char *body, struct arena *a);

/* ---- bank.c, sipp.c: what each door is for ---- */
/* What a door is for. */
struct trade {
	const char *name;
	const struct route *routes;
	size_t route_count;
	size_t max_body;
	void (*serve)(const struct sim_call *c, struct sim_reply *r);
	/* The answer when nothing is done; the route may be NULL. */
	void (*refuse)(const struct sim_call *c, int status, struct sim_reply *r);
};
extern const struct trade bank_trade, sipp_trade;

/* ---- sipp.c ---- */
#define SIPP_SPACE "urn:loket:sipp:1"
#define COURT_CODE "PA.Cth"
struct sipp_schemas {
	struct xml_schema *check, *enter, *summons;
};
MUST_USE bool sipp_schemas_open(struct sipp_schemas *s, struct fault *why);
void sipp_schemas_close(struct sipp_schemas *s);

/* ---- http.c: two doors, one wait ---- */
struct door {
	const struct trade *trade;
	struct sim *sim;
	struct MHD_Daemon *daemon; /* NULL while it is shut */
	int port;
	int64_t shut_until;    /* on the steady clock */
	struct exchange *slow; /* answers held back */
};
MUST_USE bool door_open(struct door *d, struct fault *why);
void door_close(struct door *d);
int door_fd(const struct door *d); /* -1 while shut */
void door_run(struct door *d);     /* what is ready, and answers whose time has come */

/* ---- mishaps.c: what goes wrong, on request ---- */
enum mishap_place { IN_ANSWER = 1, AT_DOOR = 2, IN_NOTICE = 4 };
struct mishap {
	const char *name;
	unsigned place; /* one or several */
	bool acts;      /* the call is carried out all the same */
	bool drops;     /* no answer, the connection closes */
	bool delays;    /* the answer, or the notice, comes late */
	int status;     /* this refusal is answered; 0: none */
	int case_;      /* and this one of the standard's, with its message: */
	const char *said;
	void (*spoil)(struct sim_reply *r, struct arena *a);
	bool waits;           /* the notice comes after the next one */
	bool repeats, forges; /* the notice */
	bool deaf;            /* the answer to it is lost */
	int minutes;          /* by which its clock is off */
};
const struct mishap *mishap_named(const char *name);
bool mishap_call_is(const char *name); /* a name that may stand for CALL */
/* The next one ordered for this call, counted down; NULL: none. */
const struct mishap *mishap_take(sqlite3 *db, const char *call, enum mishap_place place,
                                 int64_t *seconds);

/* ---- codes.c ---- */
const struct mishap *code_named(const char *digits); /* "40412" */

/* ---- snap.c ---- */
/* One call that has passed the gate. */
struct passed_call {
	const struct sim_call *call;
	struct sim *sim;
	struct sim_reply *reply;
	struct arena *a;
	json_t *ask;
	instant now;
};
extern const struct zone jakarta;
const char *stamp_local(instant t, struct arena *a); /* 2026-11-25T09:41:07+07:00 */
void snap_say(const struct sim_call *c, int http, int case_, const char *message,
              struct sim_reply *r);
void bank_call_refuse(const struct passed_call *t, int http, int case_, const char *message);
/* Success; `data` is taken over, `key` is what it is called in the answer. */
void bank_call_answer(const struct passed_call *t, const char *key, json_t *data);
const char *ask_text(const struct passed_call *t, const char *name); /* "" when absent */

/* ---- account.c ---- */
void account_create(const struct passed_call *t);
void account_update(const struct passed_call *t);
void account_look(const struct passed_call *t);
void account_delete(const struct passed_call *t);
void account_status(const struct passed_call *t);
void account_report(const struct passed_call *t);

/* ---- payment.c ---- */
/* Who is who, agreed at the counter of the test bank. */
#define COURT_CLIENT  "LOKET-DEMO"
#define COURT_PARTNER "PACONTOH"
#define BANK_CLIENT   "BANKSIM"
#define BANK_CHANNEL  "95221"
#define COMPANY       "    8808" /* partnerServiceId: eight places */
#define CUSTOMER_MOST 10

void payments_due(sqlite3 *db, int64_t pay_after); /* the town pays what has waited long enough */

/* ---- notify.c ---- */
struct notifier;
MUST_USE bool notifier_open(struct sim *s, struct notifier **out, struct fault *why);
void notifier_close(struct notifier **out);
/* Waits for anything at all, at most `milliseconds`, and lets the notices go on. */
void notifier_wait(struct notifier *n, const int *fds, size_t count, int milliseconds);

/* ---- sipp_call.c ---- */
void sipp_refuse(const struct sim_call *c, int status, struct sim_reply *r);
/* One of the refusals of kesalahan.xsd. `line` 0 and `element` "" are left out. */
struct sipp_error {
	int status;
	const char *code, *text, *element;
	int line;
};
void sipp_say_error(const struct sipp_error *e, struct sim_reply *r, struct arena *a);
/* The request as a document, or NULL and the refusal is in `r`. */
struct xml *sipp_request(const struct sim_call *c, const struct xml_schema *schema,
                         struct sim_reply *r);
struct xml_out sipp_answer(struct arena *a, const char *root);

/* ---- register.c ---- */
void register_health(const struct sim_call *c, struct sim_reply *r);
void register_check(const struct sim_call *c, struct sim_reply *r);
void register_enter(const struct sim_call *c, struct sim_reply *r);

/* ---- cases.c ---- */
bool case_registered(const struct sim_call *c, const char *reg, struct sim_reply *r);
void case_find(const struct sim_call *c, struct sim_reply *r);
void case_changed(const struct sim_call *c, const char *id); /* told by the next perubahan */
void case_changes(const struct sim_call *c, struct sim_reply *r);

/* ---- hearing.c ---- */
struct sim_case {
	const char *id, *number, *alur, *type, *registered;
};
/* Panel, registrar, bailiff and hearings, inside a perkara. */
void hearing_say(const struct sim_call *c, const struct sim_case *k, struct xml_out *o);
void hearing_plan(const struct sim_call *c, int64_t id, const char *registered);
void bailiff_list(const struct sim_call *c, struct sim_reply *r);
void judge_list(const struct sim_call *c, struct sim_reply *r);
void type_list(const struct sim_call *c, struct sim_reply *r);
void court_say(const struct sim_call *c, struct sim_reply *r);

/* ---- summons.c ---- */
void summons_take(const struct sim_call *c, struct sim_reply *r);

/* ---- serve.c ---- */
struct sim {
	const struct sim_options *o;
	sqlite3 *db;
	struct sim_secrets secrets;
	struct sipp_schemas schemas;
	struct door bank, sipp;
	struct notifier *notifier;
};

#endif
