/* Faults of the network and the bank, each ordered with `loket-sim fail` and used up one call at a
 * time. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define OVERSIZED (9 * MIB)

static void body_set(struct sim_reply *r, const char *s, struct arena *a)
{
	r->body.size = strlen(s);
	r->body.data = (unsigned char *)arena_copy(a, s, r->body.size);
}

static void malformed(struct sim_reply *r, struct arena *a)
{
	body_set(r, "{\"responseCode\":\"200<kesalahan><kode>,,", a);
}

static void truncated(struct sim_reply *r, struct arena *a)
{
	(void)a;
	r->cut = true;
}

static void oversized(struct sim_reply *r, struct arena *a)
{
	/* blanks behind the last bracket: still well-formed JSON */
	unsigned char *big = arena_get(a, OVERSIZED + 1, 1);
	memset(big, ' ', OVERSIZED);
	memcpy(big, r->body.data, r->body.size < OVERSIZED ? r->body.size : OVERSIZED);
	r->body = (struct bytes){ big, OVERSIZED };
}

static void flood(struct sim_reply *r, struct arena *a)
{
	(void)a;
	r->flood = true;
}

static void other_message(struct sim_reply *r, struct arena *a)
{
	body_set(r,
	         "<?xml version=\"1.0\"?><kesehatan xmlns=\"urn:loket:sipp:1\"><nama>SIPP</nama>"
	         "<versi>3</versi><kontrak>urn:loket:sipp:1</kontrak>"
	         "<waktu>2026-11-25T10:00:00+07:00</waktu></kesehatan>",
	         a);
}

/* A thousand million letters for a parser that expands them. */
static void entity_bomb(struct sim_reply *r, struct arena *a)
{
	struct text t = text_start(a);
	text_add(&t, "<?xml version=\"1.0\"?><!DOCTYPE perkara [<!ENTITY e0 \"haha\">");
	for (int i = 1; i <= 9; i++) {
		text_addf(&t, "<!ENTITY e%d \"", i);
		for (int k = 0; k < 10; k++)
			text_addf(&t, "&e%d;", i - 1);
		text_add(&t, "\">");
	}
	text_add(&t, "]><perkara xmlns=\"urn:loket:sipp:1\"><nomor_register>&e9;"
	             "</nomor_register></perkara>");
	body_set(r, t.s, a);
}

static void wrong_type(struct sim_reply *r, struct arena *a)
{
	(void)a;
	r->type = "text/html; charset=utf-8";
}

/* One digit of what follows `mark` becomes another; the last before `end`. */
static void alter(struct sim_reply *r, const char *mark, char end, struct arena *a)
{
	char *body = arena_copy(a, (const char *)r->body.data, r->body.size);
	for (char *at = body; (at = strstr(at, mark)) != NULL;) {
		at += strlen(mark);
		char *last = strchr(at, end);
		if (last == NULL || last == at)
			break;
		last--;
		*last = *last == '9' ? '1' : *last >= '0' && *last < '9' ? (char)(*last + 1) : '9';
	}
	r->body.data = (unsigned char *)body;
}

static void wrong_echo(struct sim_reply *r, struct arena *a)
{
	alter(r, "\"customerNo\":\"", '"', a);
	alter(r, "\"virtualAccountNo\":\"", '"', a);
	alter(r, "<nomor_register>", '<', a);
	alter(r, "<pihak>", '<', a);
}

static void wrong_amount(struct sim_reply *r, struct arena *a)
{
	alter(r, "\"value\":\"", '.', a);
}

static const struct mishap mishaps[] = {
	{ "slow", .place = IN_ANSWER, .acts = true, .delays = true },
	{ "drop-before", .place = IN_ANSWER, .drops = true },
	{ "drop-after", .place = IN_ANSWER, .acts = true, .drops = true },
	{ "500", .place = IN_ANSWER, .status = 500 },
	{ "503", .place = IN_ANSWER, .status = 503 },
	/* the gateway's patience ended, the bank's work did not */
	{ "504", .place = IN_ANSWER, .acts = true, .status = 504 },
	{ "401", .place = IN_ANSWER | IN_NOTICE, .status = 401 },
	{ "409", .place = IN_ANSWER, .status = 409 },
	{ "429", .place = IN_ANSWER, .status = 429 },
	{ "malformed", .place = IN_ANSWER | IN_NOTICE, .acts = true, .spoil = malformed },
	{ "truncated", .place = IN_ANSWER | IN_NOTICE, .acts = true, .spoil = truncated },
	{ "oversized", .place = IN_ANSWER | IN_NOTICE, .acts = true, .spoil = oversized },
	{ "flood", .place = IN_ANSWER, .acts = true, .spoil = flood },
	{ "other-message", .place = IN_ANSWER, .acts = true, .spoil = other_message },
	{ "entity-bomb", .place = IN_ANSWER, .acts = true, .spoil = entity_bomb },
	{ "wrong-type", .place = IN_ANSWER | IN_NOTICE, .acts = true, .spoil = wrong_type },
	{ "wrong-echo", .place = IN_ANSWER, .acts = true, .spoil = wrong_echo },
	{ "wrong-amount", .place = IN_ANSWER, .acts = true, .spoil = wrong_amount },
	{ "refuse", .place = AT_DOOR },
	{ "duplicate", .place = IN_NOTICE, .repeats = true },
	{ "late", .place = IN_NOTICE, .delays = true },
	{ "reorder", .place = IN_NOTICE, .waits = true },
	{ "bad-signature", .place = IN_NOTICE, .forges = true },
	{ "deaf", .place = IN_NOTICE, .deaf = true },
	{ "clock-ahead", .place = IN_NOTICE, .minutes = 10 },
	{ "clock-behind", .place = IN_NOTICE, .minutes = -10 },
};

const struct mishap *mishap_named(const char *name)
{
	for (size_t i = 0; i < COUNT_OF(mishaps); i++) {
		if (strcmp(mishaps[i].name, name) == 0)
			return &mishaps[i];
	}
	return code_named(name);
}

bool mishap_call_is(const char *name)
{
	static const struct trade *const trades[] = { &bank_trade, &sipp_trade };
	for (size_t t = 0; t < COUNT_OF(trades); t++) {
		for (size_t i = 0; i < trades[t]->route_count; i++) {
			if (strcmp(trades[t]->routes[i].name, name) == 0)
				return true;
		}
	}
	return strcmp(name, "notify") == 0 || strcmp(name, "all") == 0;
}

const struct mishap *mishap_take(sqlite3 *db, const char *call, enum mishap_place place,
                                 int64_t *seconds)
{
	struct arena a = arena_start(64 * KIB);
	const struct mishap *found = NULL;
	const char *id = "";
	sqlite3_stmt *s = keep_ask(
	    db, "SELECT id, kind, seconds FROM mishap WHERE call = ? OR call = 'all' ORDER BY id",
	    call, NULL);
	while (keep_next(&s)) {
		const struct mishap *m = mishap_named(keep_text(s, 1, &a));
		if (found != NULL || m == NULL || !(m->place & place))
			continue;
		found = m;
		id = keep_text(s, 0, &a);
		*seconds = sqlite3_column_int64(s, 2);
	}
	if (found != NULL) {
		keep_run(db, "UPDATE mishap SET times = times - 1 WHERE id = ?", id, NULL);
		keep_run(db, "DELETE FROM mishap WHERE times <= 0", NULL);
	}
	arena_drop(&a);
	return found;
}
