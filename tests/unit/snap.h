/* The court and the bank of the vectors in snap-vectors.json, both halves of their wire in memory.
 */
#ifndef LOKET_TESTS_SNAP_H
#define LOKET_TESTS_SNAP_H

#include <jansson.h>
#include <string.h>

#include "loket/bank.h"
#include "loket/list.h"
#include "loket/text.h"

#include "unit.h"

#define TOKEN "uji.AbCdEf-012345_6789.loket"

struct fixture {
	json_t *all;
	struct arena a;
	struct bank_keys *keys;
	struct bank_profile profile;
	struct bank_order order;
};

static inline instant at(const char *s)
{
	instant t;
	assert_true(instant_parse(s, &t));
	return t;
}

static inline int snap_open(void **state)
{
	static struct fixture f;
	struct fault why;
	f.a = arena_start(64 * MIB);
	f.all = json_load_file(LOKET_SOURCE "/tests/unit/snap-vectors.json", 0, NULL);
	const json_t *keys = json_object_get(f.all, "keys");
	const struct bank_key_texts texts = {
		json_string_value(json_object_get(json_object_get(keys, "court"), "private")),
		json_string_value(json_object_get(json_object_get(keys, "bank"), "public")),
		json_string_value(json_object_get(f.all, "secret")), NULL
	};
	if (!bank_keys_open(&texts, &f.keys, &why))
		return -1;
	const struct bank_route post = { true, "POST", "", BANK_SYMMETRIC };
	f.profile = (struct bank_profile){
		.key = "uji",
		.name = "Bank Uji",
		.base_url = "http://127.0.0.1:8443",
		.outside = "",
		.client_key = "PNLOKET-SNAP-UJI",
		.partner_id = "PNUJI",
		.channel_id = "95221",
		.origin = "",
		.caller_key = "BANKUJI01",
		.caller_id = "PNUJI",
		.company = "88899",
		.pad = ' ',
		.pad_number = true,
		.customer_digits = 16,
		.name_length = 255,
		.customer_prefix = "",
		.number_digits = 28,
		.name_marks = "",
		.trx_length = 30,
		.zone_minutes = 7 * 60,
		.cents = true,
		.callers = "",
		.trx_type = "C",
		.external_digits = 20,
		.laxest = BANK_MATCH_RAW,
		.token_seconds = 900,
		.skew_seconds = 300,
		.expiry_hours = 24,
		.connect_ms = 5000,
		.total_ms = 30000,
		.notice = BANK_PAYMENT,
	};
	for (enum bank_service s = 0; s < BANK_SERVICES; s++)
		f.profile.routes[s] = f.profile.served[s] = post;
	f.profile.routes[BANK_TOKEN].path = "/v1.0/access-token/b2b";
	f.profile.routes[BANK_CREATE].path = "/v1.0/transfer-va/create-va";
	f.profile.routes[BANK_LOOK].path = "/v1.0/transfer-va/inquiry-va";
	f.profile.routes[BANK_STATUS].path = "/v1.0/transfer-va/status";
	f.profile.routes[BANK_REPORT].path = "/v1.0/transfer-va/report";
	f.profile.routes[BANK_DELETE].path = "/v1.0/transfer-va/delete-va";
	f.profile.routes[BANK_UPDATE].path = "/v1.0/transfer-va/update-va";
	f.profile.routes[BANK_PAYMENT].offered = f.profile.routes[BANK_NOTIFY].offered =
	    f.profile.routes[BANK_INQUIRY].offered = false;
	for (enum bank_service s = 0; s < BANK_SERVICES; s++)
		f.profile.served[s].offered = s == BANK_TOKEN || s == BANK_PAYMENT;
	f.profile.served[BANK_TOKEN].path = "/v1.0/access-token/b2b";
	f.profile.served[BANK_PAYMENT].path = "/v1.0/transfer-va/payment";
	f.order = (struct bank_order){ .trx_id = "PN-UJI-2026-000001",
		                       .customer_no = "2026000000000001",
		                       .name = "Budi Santoso",
		                       .amount = 750000,
		                       .expires = at("2026-12-02T23:59:59+07:00") };
	*state = &f;
	return 0;
}

static inline int snap_close(void **state)
{
	struct fixture *f = *state;
	bank_keys_close(&f->keys);
	json_decref(f->all);
	arena_drop(&f->a);
	return 0;
}

static inline const char *sent(const struct bank_message *m, const char *name)
{
	for (size_t i = 0; i < m->header_count; i++) {
		if (strcmp(m->headers[i].name, name) == 0)
			return m->headers[i].value;
	}
	return NULL;
}

/* ---- a token that we gave, in place of the vectors' ---- */

/* It lives for a second more. */
static inline const char *token_given(struct fixture *f, instant now)
{
	const char *token;
	assert_true(bank_token_make(f->keys, (const uint8_t[BANK_TOKEN_RANDOM]){ 7 }, now + 1000,
	                            &f->a, &token));
	return token;
}

static inline const char *signature_of(struct fixture *f, const struct bank_signed *parts)
{
	char digest[65];
	const char *signature;
	struct fault why;
	const struct bytes body = bank_minify(parts->body, parts->size, &f->a);
	bank_digest(body.data, body.size, digest);
	assert_true(bank_sign_hmac(f->keys, bank_string_to_sign(parts, digest, &f->a), BANK_BASE64,
	                           &f->a, &signature, &why));
	return signature;
}

/* A signature that is right for theirs is made anew for ours. `headers` are those of the call. */
static inline void token_take_place(struct fixture *f, const struct bank_call *c,
                                    struct bank_header *headers, instant now)
{
	const char *sent = "", *stamp = "";
	for (size_t i = 0; i < c->header_count; i++) {
		if (strcmp(headers[i].name, "X-SIGNATURE") == 0)
			sent = headers[i].value;
		else if (strcmp(headers[i].name, "X-TIMESTAMP") == 0)
			stamp = headers[i].value;
	}
	struct bank_signed parts = { c->method, c->path, TOKEN, stamp, c->body.data, c->body.size };
	bool right = bank_verify(f->keys, &parts, sent, BANK_BASE64, BANK_MATCH_MINIFIED) !=
	             BANK_NO_MATCH;
	parts.token = token_given(f, now);
	for (size_t i = 0; i < c->header_count; i++) {
		const char *theirs = strstr(headers[i].value, TOKEN);
		if (strcmp(headers[i].name, "Authorization") == 0 && theirs != NULL)
			headers[i].value = arena_print(&f->a, "%.*s%s",
			                               (int)(theirs - headers[i].value),
			                               headers[i].value, parts.token);
		else if (strcmp(headers[i].name, "X-SIGNATURE") == 0 && right)
			headers[i].value = signature_of(f, &parts);
	}
}

#endif
