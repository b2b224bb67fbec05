/* One bank: its data file, its keys, and calls to it. */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define SETUP_BYTES MIB

void bank_link_close(struct bank_link *c)
{
	net_server_close(&c->server);
	bank_keys_close(&c->keys);
	arena_drop(&c->a);
	secret_wipe(c->token, sizeof c->token);
	secret_wipe(&c->receiver, sizeof c->receiver);
	*c = (struct bank_link){ .key = "" };
}

static bool bank_link_open(struct worker *w, struct bank_link *c, const char *key,
                           struct fault *why)
{
	const struct home *h = &w->app->home;
	*c = (struct bank_link){ .a = arena_start(SETUP_BYTES), .worker = w };
	bool good = bank_setup_load(h, key, &c->a, &c->setup, why) &&
	            bank_setup_whole(&c->setup, why) &&
	            bank_setup_keys(h, &c->setup, &c->keys, why);
	if (good) {
		c->receiver.profile = &c->setup.profile;
		c->receiver.keys = c->keys;
		good = !c->setup.serves || bank_in_listen(c, why);
		w->heart.deaf = !good;
	}
	if (!good) {
		bank_link_close(c);
		return false;
	}
	memcpy(c->key, key, strlen(key) + 1);
	return true;
}

bool bank_link_find(struct worker *w, const char *key, struct bank_link **out, struct fault *why)
{
	struct bank_link *empty = NULL;
	for (size_t i = 0; i < MOST_BANKS; i++) {
		struct bank_link *c = &w->bank_links[i];
		if (c->key[0] && strcmp(c->key, key) == 0) {
			*out = c;
			return true;
		}
		if (!c->key[0] && !empty)
			empty = c;
	}
	if (!empty || strlen(key) >= sizeof empty->key)
		return fault_set(why, FAULT_MISUSE, N_("Terlalu banyak bank dipakai bersamaan: %1"),
		                 key);
	*out = empty;
	return bank_link_open(w, empty, key, why);
}

bool bank_link_send(struct net_client *client, const struct bank_setup *setup, const struct home *h,
                    const struct bank_message *m, uint64_t tag, struct fault *why)
{
	const struct bank_profile *p = &setup->profile;
	const char *own = setup->own_certificate, *own_key = setup->own_certificate_key;
	const char *trusted = setup->authorities; /* the system's own list is outside the home */
	struct arena a = arena_start(64 * KIB);
	struct net_header headers[COUNT_OF(m->headers)];
	for (size_t i = 0; i < m->header_count; i++)
		headers[i] = (struct net_header){ m->headers[i].name, m->headers[i].value };
	const struct net_request r = {
		.method = m->method,
		.url = m->url,
		.headers = headers,
		.header_count = m->header_count,
		.body = m->body.data,
		.size = m->body.size,
		.max_answer = ANSWER_BYTES,
		.connect_ms = p->connect_ms,
		.total_ms = p->total_ms,
		.ca_file = trusted[0] == '/' ? trusted
		           : trusted[0]      ? home_file(h, trusted, &a)
		                             : NULL,
		.certificate = own[0] ? home_file(h, own, &a) : NULL,
		.key = own[0] ? home_file(h, own_key, &a) : NULL,
		.old_tls = p->old_tls,
		.tag = tag,
	};
	bool good = (!own[0] || file_private(r.key, why)) && net_start(client, &r, why);
	arena_drop(&a);
	return good;
}

/* A new id for each try; or, where the bank wants to recognise repeated calls, one made of the
 * question and the same all day. */
static const char *external_id(const struct bank_profile *p, enum bank_service s,
                               const struct bank_order *o, instant now, struct arena *a)
{
	uint64_t serial = 14695981039346656037U; /* FNV-1a */
	if (!p->same_external || !o) {
		random_fill(&serial, sizeof serial);
		return bank_external_id(p, now, serial, a);
	}
	for (const char *c = arena_print(a, "%s/%s", bank_service_name(s), o->trx_id); *c; c++)
		serial = (serial ^ (unsigned char)*c) * 1099511628211U;
	instant midnight = instant_at(instant_day(now, &bank_zone), 0, &bank_zone);
	return bank_external_id(p, midnight, serial, a);
}

bool bank_link_call(struct bank_link *c, enum bank_service s, const struct bank_order *o,
                    uint64_t tag, struct fault *why)
{
	struct arena a = arena_start(MIB);
	struct bank_setup setup = c->setup; /* its address is read at each call, into `a` */
	const struct home *h = &c->worker->app->home;
	struct bank_message m;
	struct bank_ask ask = { &setup.profile, c->keys, c->token, clock_now(), NULL };
	ask.external_id = external_id(&setup.profile, s, o, ask.now, &a);
	bool good = bank_setup_address(h, &setup, &a, why) &&
	            bank_encode(&ask, s, o, &a, &m, why) &&
	            bank_link_send(c->worker->client, &setup, h, &m, tag, why);
	arena_wipe(&a); /* the token */
	return good;
}
