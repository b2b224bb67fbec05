/* Our calls, from plain structs to signed bytes. The body is written minified and once; what is
 * hashed is what is sent. */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"

#include "private.h"

static const char *const service_names[BANK_SERVICES] = {
	[BANK_TOKEN] = "token",      [BANK_INQUIRY] = "inquiry", [BANK_PAYMENT] = "payment",
	[BANK_NOTIFY] = "notify",    [BANK_STATUS] = "status",   [BANK_CREATE] = "create-va",
	[BANK_UPDATE] = "update-va", [BANK_LOOK] = "inquiry-va", [BANK_DELETE] = "delete-va",
	[BANK_REPORT] = "report",
};

const char *bank_service_name(enum bank_service s)
{
	return service_names[s];
}

bool bank_service_find(const char *name, enum bank_service *out)
{
	for (enum bank_service s = 0; s < BANK_SERVICES; s++) {
		if (strcmp(service_names[s], name) == 0) {
			*out = s;
			return true;
		}
	}
	return false;
}

static const char *time_text(const struct bank_profile *p, enum bank_stamp form, instant t,
                             struct arena *a)
{
	const size_t seconds = strlen("2026-11-25T09:30:00");
	const struct zone zone = { "", p->zone_minutes };
	char text[64];
	if (form == BANK_STAMP_UTC_MILLIS) {
		instant_utc(t, text, sizeof text);
		return arena_text(a, text);
	}
	instant_local(t, &zone, text, sizeof text);
	if (form == BANK_STAMP_LOCAL)
		return arena_text(a, text);
	return arena_print(a, "%.*s.000%s", (int)seconds, text, text + seconds);
}

const char *bank_stamp_text(const struct bank_profile *p, instant now, struct arena *a)
{
	return time_text(p, p->stamp, now, a);
}

static const char *padded(char pad, size_t width, const char *digits, struct arena *a)
{
	size_t length = strlen(digits);
	size_t front = pad && length < width ? width - length : 0;
	char *out = arena_get(a, front + length + 1, 1);
	memset(out, pad, front);
	memcpy(out + front, digits, length);
	return out;
}

static const char *bank_padded_company(const struct bank_profile *p, struct arena *a)
{
	return padded(p->pad, 8, p->company, a);
}

const char *bank_customer_no(const struct bank_profile *p, const char *customer_no, struct arena *a)
{
	size_t prefix = strlen(p->customer_prefix), all = (size_t)p->customer_digits;
	return arena_print(a, "%s%s", p->customer_prefix,
	                   padded('0', all > prefix ? all - prefix : 0, customer_no, a));
}

static const char *bank_padded_number(const struct bank_profile *p, const char *customer_no,
                                      struct arena *a)
{
	return arena_print(a, "%s%s", p->pad_number ? bank_padded_company(p, a) : p->company,
	                   bank_customer_no(p, customer_no, a));
}

const char *bank_va_digits(const struct bank_profile *p, const char *customer_no, struct arena *a)
{
	return arena_print(a, "%s%s", p->company, bank_customer_no(p, customer_no, a));
}

const char *bank_external_id(const struct bank_profile *p, instant now, uint64_t serial,
                             struct arena *a)
{
	int64_t local = now + (int64_t)bank_zone.minutes * 60000, day_ms = 86400000;
	struct ymd d = day_ymd(instant_day(now, &bank_zone));
	struct text t = text_start(a);
	size_t want = (size_t)p->external_digits;
	if (want >= 17)
		text_addf(&t, "%04d%02d%02d", d.year, d.month, d.day);
	text_addf(&t, "%08lld", (long long)(((local % day_ms) + day_ms) % day_ms));
	const char *tail = arena_print(a, "%020llu", (unsigned long long)serial);
	size_t left = want - t.length;
	for (; left > 20; left--)
		text_add(&t, "0");
	text_add(&t, tail + 20 - left);
	return t.s;
}

/* ---- bodies: each a row of members, so that the order is the standard's ---- */

struct bodies {
	const struct bank_profile *p;
	const struct bank_order *o;
	struct arena *a;
	struct text t;
};

static void member(struct bodies *b, const char *name, const char *value)
{
	text_add(&b->t, b->t.length > 1 ? "," : "");
	text_add_json(&b->t, name);
	text_add(&b->t, ":");
	text_add_json(&b->t, value);
}

static void put_numbers(struct bodies *b)
{
	member(b, "partnerServiceId", bank_padded_company(b->p, b->a));
	member(b, "customerNo", bank_customer_no(b->p, b->o->customer_no, b->a));
	member(b, "virtualAccountNo", bank_padded_number(b->p, b->o->customer_no, b->a));
}

static bool name_takes(const struct bank_profile *p, const char *s, size_t bytes)
{
	bool plain = (*s >= 'A' && *s <= 'Z') || (*s >= 'a' && *s <= 'z') ||
	             (*s >= '0' && *s <= '9') || *s == ' ';
	return !p->name_marks[0] || (bytes == 1 && (plain || strchr(p->name_marks, *s)));
}

/* Banks cut silently or refuse. A character that a bank does not accept becomes a blank, never two
 * in a row. */
const char *bank_name_cut(const struct bank_profile *p, const char *name, struct arena *a)
{
	struct text t = text_start(a);
	int columns, taken = 0;
	for (const char *s = name; *s && taken < p->name_length;) {
		size_t bytes = text_grapheme(s, &columns);
		bool good = name_takes(p, s, bytes);
		if (good || (t.length && t.s[t.length - 1] != ' ')) {
			text_add_bytes(&t, good ? s : " ", good ? bytes : 1);
			taken++;
		}
		s += bytes;
	}
	return t.s;
}

static void put_name(struct bodies *b)
{
	member(b, "virtualAccountName", bank_name_cut(b->p, b->o->name, b->a));
}

static void put_trx(struct bodies *b)
{
	member(b, "trxId", b->o->trx_id);
}

static void put_terms(struct bodies *b)
{
	text_addf(&b->t,
	          ",\"totalAmount\":{\"value\":\"%lld%s\",\"currency\":\"" BANK_CURRENCY "\"}",
	          (long long)b->o->amount, b->p->cents ? ".00" : "");
	if (b->p->trx_type[0])
		member(b, "virtualAccountTrxType", b->p->trx_type);
	member(b, "expiredDate", time_text(b->p, b->p->date, b->o->expires, b->a));
	for (size_t i = 0; i < b->p->member_count; i++)
		member(b, b->p->members[i].name, b->p->members[i].value);
}

static void put_payment(struct bodies *b)
{
	if (b->o->payment_id)
		member(b, "paymentRequestId", b->o->payment_id);
}

static void put_info(struct bodies *b)
{
	struct bodies info = { b->p, b->o, b->a, text_start(b->a) };
	text_add(&info.t, "{");
	for (size_t i = 0; i < b->p->info_count; i++)
		member(&info, b->p->info[i].name, b->p->info[i].value);
	text_addf(&b->t, ",\"additionalInfo\":%s}", info.t.s);
}

static void put_rest(struct bodies *b)
{
	text_add(&b->t, ",\"additionalInfo\":{}");
}

/* Whole days; the times are sent though they are the standard's defaults, because its end of day is
 * 23.59 and a payment of the last minute counts too. */
static void put_days(struct bodies *b)
{
	char first[16], last[16];
	day_iso(b->o->first, first, sizeof first);
	day_iso(b->o->last, last, sizeof last);
	member(b, "partnerServiceId", bank_padded_company(b->p, b->a));
	member(b, "startDate", first);
	member(b, "startTime", "00:00:00+07:00");
	member(b, "endDate", last);
	member(b, "endTime", "23:59:59+07:00");
}

static void put_grant(struct bodies *b)
{
	member(b, "grantType", "client_credentials");
}

#define MOST_PUTS 6
static void (*const bodies[BANK_SERVICES][MOST_PUTS])(struct bodies *) = {
	[BANK_TOKEN] = { put_grant },
	[BANK_CREATE] = { put_numbers, put_name, put_trx, put_terms, put_info },
	[BANK_UPDATE] = { put_numbers, put_name, put_trx, put_terms, put_info },
	[BANK_LOOK] = { put_numbers, put_trx, put_rest },
	[BANK_DELETE] = { put_numbers, put_trx, put_rest },
	[BANK_STATUS] = { put_numbers, put_payment, put_rest },
	[BANK_REPORT] = { put_days },
};

static struct bytes body_build(const struct bank_profile *p, enum bank_service s,
                               const struct bank_order *o, struct arena *a)
{
	struct bodies b = { p, o, a, text_start(a) };
	if (strcmp(p->routes[s].method, "GET") == 0) /* all is in the query */
		return (struct bytes){ (unsigned char *)b.t.s, 0 };
	text_add(&b.t, "{");
	for (size_t i = 0; i < MOST_PUTS && bodies[s][i]; i++)
		bodies[s][i](&b);
	text_add(&b.t, "}");
	return (struct bytes){ (unsigned char *)b.t.s, b.t.length };
}

/* The path with what a GET asks: names in order of the alphabet and nothing that needs an escape,
 * so that path as sent and path as signed are one text. */
static const char *target(const struct bank_route *route, const struct bank_profile *p,
                          const struct bank_order *o, struct arena *a)
{
	char first[16], last[16];
	if (strcmp(route->method, "GET") != 0)
		return route->path;
	day_iso(o->first, first, sizeof first);
	day_iso(o->last, last, sizeof last);
	return arena_print(a, "%s?endDate=%s&partnerServiceId=%s&startDate=%s", route->path, last,
	                   p->company, first);
}

/* ---- headers ---- */

static void header(struct bank_message *m, const char *name, const char *value)
{
	if (value && value[0] && m->header_count < COUNT_OF(m->headers))
		m->headers[m->header_count++] = (struct bank_header){ name, value };
}

static bool token_sign(const struct bank_ask *ask, const char *stamp, struct arena *a,
                       struct bank_message *m, struct fault *why)
{
	const char *text = arena_print(a, "%s|%s", ask->profile->client_key, stamp), *signature;
	if (!bank_sign_rsa(ask->keys, text, ask->profile->encoding_out, a, &signature, why))
		return false;
	header(m, "X-CLIENT-KEY", ask->profile->client_key);
	header(m, "X-SIGNATURE", signature);
	return true;
}

static bool call_sign(const struct bank_ask *ask, bool symmetric, const char *stamp,
                      struct arena *a, struct bank_message *m, struct fault *why)
{
	const struct bank_profile *p = ask->profile;
	const struct bank_signed parts = { m->method,
		                           m->url + strlen(p->base_url),
		                           symmetric ? ask->token : NULL,
		                           stamp,
		                           m->body.data,
		                           m->body.size };
	char digest[65];
	bank_digest(m->body.data, m->body.size, digest);
	const char *text = bank_string_to_sign(&parts, digest, a), *signature;
	if (!(symmetric ? bank_sign_hmac : bank_sign_rsa)(ask->keys, text, p->encoding_out, a,
	                                                  &signature, why))
		return false;
	if (symmetric)
		header(m, "Authorization", arena_print(a, "Bearer %s", ask->token));
	header(m, "X-SIGNATURE", signature);
	header(m, "X-PARTNER-ID", p->partner_id);
	header(m, "X-EXTERNAL-ID", ask->external_id);
	header(m, "CHANNEL-ID", p->channel_id);
	header(m, "ORIGIN", p->origin);
	for (size_t i = 0; i < p->extra_count; i++)
		header(m, p->extra[i].name, p->extra[i].value);
	return true;
}

static bool order_check(const struct bank_profile *p, const struct bank_order *o, struct fault *why)
{
	size_t digits = strlen(o->customer_no), prefix = strlen(p->customer_prefix);
	if (digits == 0 || strspn(o->customer_no, "0123456789") != digits ||
	    prefix + digits > (size_t)p->customer_digits) {
		fault_set(why, FAULT_REFUSED,
		          N_("Nomor pelanggan %1 tidak muat di nomor virtual account bank ini"),
		          o->customer_no);
		return fault_at(why, "customerNo");
	}
	size_t trx = strlen(o->trx_id);
	char number[16];
	snprintf(number, sizeof number, "%d", p->trx_length);
	if (trx == 0 || trx > (size_t)p->trx_length ||
	    strspn(o->trx_id, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != trx) {
		fault_set(why, FAULT_REFUSED,
		          N_("Nomor transaksi %1 tidak dapat dikirim ke bank: paling banyak %2 "
		             "huruf besar, angka atau tanda hubung"),
		          o->trx_id, number);
		return fault_at(why, "trxId");
	}
	return true;
}

bool bank_encode(const struct bank_ask *ask, enum bank_service s, const struct bank_order *o,
                 struct arena *a, struct bank_message *out, struct fault *why)
{
	const struct bank_profile *p = ask->profile;
	const struct bank_route *route = &p->routes[s];
	const char *stamp = bank_stamp_text(p, ask->now, a);
	*out = (struct bank_message){ .method = route->method };
	if (!route->offered || !bodies[s][0])
		return fault_set(why, FAULT_MISUSE,
		                 N_("Bank %1 tidak menyediakan layanan %2 (lihat profil bank)"),
		                 p->name, service_names[s]);
	bool symmetric = route->signature == BANK_SYMMETRIC;
	if (s != BANK_TOKEN && s != BANK_REPORT && !order_check(p, o, why))
		return false;
	if (s != BANK_TOKEN && symmetric && !ask->token)
		return fault_set(why, FAULT_OUTSIDE, N_("Token bank belum ada"));

	out->url = arena_print(a, "%s%s", p->base_url, target(route, p, o, a));
	out->body = body_build(p, s, o, a);
	header(out, "Content-Type", "application/json");
	header(out, "X-TIMESTAMP", stamp);
	return s == BANK_TOKEN ? token_sign(ask, stamp, a, out, why)
	                       : call_sign(ask, symmetric, stamp, a, out, why);
}
