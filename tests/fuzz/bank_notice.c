/* Whoever calls the receiver: without a token and a signature of the bank nothing is taken for a
 * notice, whatever is said; with them only numbers that can be booked, and every answer is JSON. An
 * input is a request: "METHOD PATH", headers, a blank line, the body. */
#include "../unit/snap.h"
#include "fuzz.h"

enum { HEADERS = 24 };

static struct bank_call call_read(char *text, struct bank_header headers[HEADERS])
{
	struct bank_call c = { .method = "", .path = "", .query = "", .headers = headers };
	char *body = strstr(text, "\n\n"), *line = text;
	if (body != NULL) {
		*body = '\0';
		c.body = (struct bytes){ (unsigned char *)body + 2, strlen(body + 2) };
	}
	c.method = strsep(&line, " ");
	c.path = line == NULL ? "" : strsep(&line, "\n");
	while (line != NULL && c.header_count < HEADERS) {
		char *value = strsep(&line, "\n"), *name = strsep(&value, ":");
		headers[c.header_count++] =
		    (struct bank_header){ name, value == NULL ? "" : value + strspn(value, " ") };
	}
	return c;
}

static void must_be_json(const struct bank_reply *reply)
{
	json_t *body = json_loadb((const char *)reply->body.data, reply->body.size, 0, NULL);
	must(body != NULL || (reply->body.size == 0 && reply->status == 404));
	must(reply->status >= 200);
	json_decref(body);
}

/* As it was sent: nobody here has the bank's private key. */
static void strange(struct bank_receiver *r, const struct bank_call *c, struct arena *a)
{
	struct bank_notice n;
	struct bank_reply reply;
	enum bank_service s;
	if (!bank_route_find(r, c, &s, a, &reply)) {
		must_be_json(&reply);
		return;
	}
	if (s == BANK_TOKEN) {
		bank_receive_token(r, c, a, &reply);
		must(reply.status != 200);
	} else {
		must(!bank_receive_notice(r, s, c, a, &n, &reply));
	}
	must_be_json(&reply);
}

/* The body, from the bank itself. */
static void genuine(struct fixture *f, const struct bank_receiver *r, struct bytes body)
{
	static const char stamp[] = "2026-11-25T09:31:02+07:00";
	const char *path = r->profile->served[BANK_PAYMENT].path, *token = token_given(f, r->now);
	const struct bank_signed parts = { "POST", path, token, stamp, body.data, body.size };
	const struct bank_header headers[] = {
		{ "Content-Type", "application/json" },
		{ "Authorization", arena_print(&f->a, "Bearer %s", token) },
		{ "X-TIMESTAMP", stamp },
		{ "X-SIGNATURE", signature_of(f, &parts) },
		{ "X-PARTNER-ID", "PNUJI" },
		{ "X-EXTERNAL-ID", "41807553358950093184162180797838" },
		{ "CHANNEL-ID", "95221" },
	};
	const struct bank_call c = { "POST", path, "", headers, COUNT_OF(headers), body };
	struct bank_notice n;
	struct bank_reply reply;
	if (bank_receive_notice(r, BANK_PAYMENT, &c, &f->a, &n, &reply)) {
		must(n.paid > 0 && n.payment_id[0] != '\0');
		must(n.va_digits[strspn(n.va_digits, "0123456789")] == '\0');
		for (enum bank_verdict v = BANK_ACCEPTED; v <= BANK_TRY_LATER; v++) {
			bank_reply_notice(r, &n, v, &f->a, &reply);
			must_be_json(&reply);
		}
		return;
	}
	must(reply.status >= 400);
	must_be_json(&reply);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static void *state;
	struct bank_header headers[HEADERS];
	if (size > 16384 || (state == NULL && snap_open(&state) != 0))
		return 0;
	struct fixture *f = state;
	struct bank_receiver r = { .profile = &f->profile,
		                   .keys = f->keys,
		                   .now = at("2026-11-25T09:31:02+07:00") };
	struct arena all = f->a;
	f->a = arena_start(64 * MIB);
	const struct bank_call c = call_read(arena_copy(&f->a, (const char *)data, size), headers);
	strange(&r, &c, &f->a);
	genuine(f, &r, c.body);
	arena_drop(&f->a);
	f->a = all;
	return 0;
}
