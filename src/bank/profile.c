/* What a profile must say before a rupiah may depend on it. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

static bool lacks(const struct bank_profile *p, const char *attribute, struct fault *why)
{
	fault_set(why, FAULT_MISUSE,
	          N_("Profil bank %1 belum lengkap: isi atau perbaiki %2 di data/banks"), p->key,
	          attribute);
	return fault_at(why, attribute);
}

static bool all_digits(const char *s)
{
	return s[0] && strspn(s, "0123456789") == strlen(s);
}

/* Scheme, host and port only: the path is each service's own and is signed. */
static bool base_is_plain(const char *url)
{
	const char *host = strncmp(url, "https://", 8) == 0  ? url + 8
	                   : strncmp(url, "http://", 7) == 0 ? url + 7
	                                                     : "";
	return host[0] && !strpbrk(host, "/?#@ ");
}

/* Plain http only to this very machine, where the simulator or a proxy of the court listens. */
static bool is_local(const char *url)
{
	/* lint: L14 this machine has the same names everywhere */
	static const char *const locals[] = { "http://127.0.0.1", "http://[::1]",
		                              "http://localhost" }; /* lint: L14 this machine */
	for (size_t i = 0; i < COUNT_OF(locals); i++) {
		size_t length = strlen(locals[i]);
		if (strncmp(url, locals[i], length) == 0 && (!url[length] || url[length] == ':'))
			return true;
	}
	return false;
}

static bool routes_check(const struct bank_profile *p, struct fault *why)
{
	bool tokens = false;
	for (enum bank_service s = 0; s < BANK_SERVICES; s++) {
		const struct bank_route *sides[] = { &p->routes[s], &p->served[s] };
		for (size_t i = 0; i < COUNT_OF(sides); i++) {
			if (sides[i]->offered && sides[i]->path[0] != '/')
				return lacks(p, bank_service_name(s), why);
		}
		if (p->routes[s].offered && p->routes[s].signature == BANK_SYMMETRIC)
			tokens = true;
	}
	if (!p->bill_here && !p->routes[BANK_CREATE].offered)
		return lacks(p, "create-va", why);
	if (!p->bill_here && !p->routes[BANK_LOOK].offered && !p->routes[BANK_STATUS].offered)
		return lacks(p, "inquiry-va", why);
	if (p->bill_here && !p->served[BANK_INQUIRY].offered)
		return lacks(p, "inquiry", why);
	if (p->bill_here && !p->served[BANK_PAYMENT].offered)
		return lacks(p, "payment", why);
	if (tokens && !p->routes[BANK_TOKEN].offered)
		return lacks(p, "token", why);
	if (p->served[p->notice].offered && p->served[p->notice].signature == BANK_SYMMETRIC &&
	    !p->served[BANK_TOKEN].offered)
		return lacks(p, "token", why);
	return true;
}

bool bank_profile_check(const struct bank_profile *p, struct fault *why)
{
	const struct {
		bool good;
		const char *attribute;
	} rows[] = {
		{ base_is_plain(p->base_url), "base-url" },
		{ strncmp(p->base_url, "https:", 6) == 0 || is_local(p->base_url), "base-url" },
		{ p->client_key[0] != '\0', "client-key" },
		{ p->partner_id[0] && strlen(p->partner_id) <= 36, "partner-id" },
		{ p->channel_id[0] != '\0', "channel-id" },
		{ all_digits(p->company) && strlen(p->company) <= 8, "company" },
		{ p->customer_digits >= 1 && p->customer_digits <= 20, "customer-digits" },
		{ !p->customer_prefix[0] || all_digits(p->customer_prefix), "customer-prefix" },
		{ strlen(p->customer_prefix) < (size_t)p->customer_digits, "customer-prefix" },
		{ strlen(p->company) + (size_t)p->customer_digits <= (size_t)p->number_digits,
		  "number-digits" },
		{ p->trx_length >= 12 && p->trx_length <= 30, "trx-length" },
		{ p->zone_minutes >= -720 && p->zone_minutes <= 840, "zone-minutes" },
		{ p->name_length >= 1 && p->name_length <= 255, "name-length" },
		{ p->external_digits >= 9 && p->external_digits <= 36, "external-digits" },
		{ strlen(p->trx_type) <= 1, "trx-type" },
		{ p->encoding_out != BANK_EITHER, "encoding-out" },
		{ p->token_seconds > 0 && p->token_seconds <= 86400, "token-seconds" },
		{ p->skew_seconds > 0 && p->skew_seconds <= 3600, "skew-seconds" },
		{ p->expiry_hours > 0, "expiry-hours" },
		{ p->connect_ms > 0 && p->total_ms >= p->connect_ms, "total-ms" },
		{ p->notice == BANK_PAYMENT || p->notice == BANK_NOTIFY, "notice" },
	};
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		if (!rows[i].good)
			return lacks(p, rows[i].attribute, why);
	}
	return routes_check(p, why);
}
