/* A bank's data file into a struct bank_setup. Which attribute fills which member is a table; what
 * is absent takes the standard's value, what is marked "?" is noted as a gap. */
#include <assert.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define LARGEST_FILE (64 * KIB)
#define MOST_PAIRS   8

struct word {
	const char *name;
	int value;
};
static const struct word yes_words[] = { { "tidak", 0 }, { "ya", 1 }, { NULL, 0 } };
static const struct word pad_words[] = {
	{ "spasi", ' ' }, { "nol", '0' }, { "tanpa", 0 }, { NULL, 0 }
};
static const struct word stamp_words[] = { { "lokal", BANK_STAMP_LOCAL },
	                                   { "lokal-milidetik", BANK_STAMP_LOCAL_MILLIS },
	                                   { "utc-milidetik", BANK_STAMP_UTC_MILLIS },
	                                   { NULL, 0 } };
static const struct word encoding_words[] = {
	{ "base64", BANK_BASE64 }, { "hex", BANK_HEX }, { "keduanya", BANK_EITHER }, { NULL, 0 }
};
static const struct word digest_words[] = { { "ketat", BANK_MATCH_MINIFIED },
	                                    { "apa-adanya", BANK_MATCH_RAW },
	                                    { "tanpa-spasi", BANK_MATCH_STRIPPED },
	                                    { NULL, 0 } };
static const struct word notice_words[] = { { "payment", BANK_PAYMENT },
	                                    { "notify", BANK_NOTIFY },
	                                    { NULL, 0 } };
static const struct word bill_words[] = { { "bank", 0 }, { "pengadilan", 1 }, { NULL, 0 } };
static const struct word push_words[] = { { "bayar", 0 }, { "batal", 1 }, { NULL, 0 } };
static const struct word cents_words[] = { { "bulat", 0 }, { "desimal", 1 }, { NULL, 0 } };
static const struct word external_words[] = { { "baru", 0 }, { "sama", 1 }, { NULL, 0 } };
static const struct word late_words[] = { { "ragu", 0 }, { "lunas", 1 }, { NULL, 0 } };
static const struct word repeat_words[] = { { "sama", BANK_REPEAT_SAME },
	                                    { "inkonsisten", BANK_REPEAT_INCONSISTENT },
	                                    { NULL, 0 } };
static const struct word signature_words[] = { { "simetris", BANK_SYMMETRIC },
	                                       { "asimetris", BANK_ASYMMETRIC },
	                                       { NULL, 0 } };

enum kind { TEXT, NUMBER, YES, LETTER, STAMP, ENCODING, MATCH, SERVICE, REPEAT };
struct setting {
	const char *element; /* "" the root's own */
	const char *attribute, *absent;
	enum kind kind;
	size_t offset; /* in struct bank_setup */
	const struct word *words;
};
#define AT(member) offsetof(struct bank_setup, member)
/* clang-format off */
static const struct setting settings[] = {
	{ "",         "key",             "",           TEXT,     AT(profile.key),             NULL },
	{ "",         "name",            "",           TEXT,     AT(profile.name),            NULL },
	{ "",         "base-url",        "",           TEXT,     AT(profile.base_url),        NULL },
	{ "",         "url-file",        "",           TEXT,     AT(url_file),                NULL },
	{ "",         "bill",            "bank",       YES,      AT(profile.bill_here),       bill_words },
	{ "identity", "client-key",      "",           TEXT,     AT(profile.client_key),      NULL },
	{ "identity", "partner-id",      "",           TEXT,     AT(profile.partner_id),      NULL },
	{ "identity", "channel-id",      "",           TEXT,     AT(profile.channel_id),      NULL },
	{ "identity", "origin",          "",           TEXT,     AT(profile.origin),          NULL },
	{ "identity", "caller-key",      "",           TEXT,     AT(profile.caller_key),      NULL },
	{ "identity", "caller-id",       "",           TEXT,     AT(profile.caller_id),       NULL },
	{ "keys",     "own",             "",           TEXT,     AT(own_file),                NULL },
	{ "keys",     "bank",            "",           TEXT,     AT(bank_file),               NULL },
	{ "keys",     "secret",          "",           TEXT,     AT(secret_file),             NULL },
	{ "keys",     "caller-secret",   "",           TEXT,     AT(caller_secret_file),      NULL },
	{ "keys",     "authorities",     "",           TEXT,     AT(authorities),             NULL },
	{ "keys",     "certificate",     "",           TEXT,     AT(own_certificate),         NULL },
	{ "keys",     "certificate-key", "",           TEXT,     AT(own_certificate_key),     NULL },
	{ "number",   "company",         "",           TEXT,     AT(profile.company),         NULL },
	{ "number",   "pad",             "spasi",      LETTER,   AT(profile.pad),             pad_words },
	{ "number",   "pad-number",      "ya",         YES,      AT(profile.pad_number),      yes_words },
	{ "number",   "customer-prefix", "",           TEXT,     AT(profile.customer_prefix), NULL },
	{ "number",   "customer-digits", "",           NUMBER,   AT(profile.customer_digits), NULL },
	{ "number",   "number-digits",   "28",         NUMBER,   AT(profile.number_digits),   NULL },
	{ "number",   "name-length",     "30",         NUMBER,   AT(profile.name_length),     NULL },
	{ "number",   "name-marks",      "",           TEXT,     AT(profile.name_marks),      NULL },
	{ "number",   "trx-length",      "30",         NUMBER,   AT(profile.trx_length),      NULL },
	{ "number",   "trx-type",        "C",          TEXT,     AT(profile.trx_type),        NULL },
	{ "format",   "stamp",           "lokal",      STAMP,    AT(profile.stamp),           stamp_words },
	{ "format",   "date",            "lokal",      STAMP,    AT(profile.date),            stamp_words },
	{ "format",   "zone-minutes",    "420",        NUMBER,   AT(profile.zone_minutes),    NULL },
	{ "format",   "amount",          "desimal",    YES,      AT(profile.cents),           cents_words },
	{ "format",   "encoding-out",    "base64",     ENCODING, AT(profile.encoding_out),    encoding_words },
	{ "format",   "encoding-in",     "base64",     ENCODING, AT(profile.encoding_in),     encoding_words },
	{ "format",   "digest",          "apa-adanya", MATCH,    AT(profile.laxest),          digest_words },
	{ "format",   "external-digits", "20",         NUMBER,   AT(profile.external_digits), NULL },
	{ "format",   "external-again",  "baru",       YES,      AT(profile.same_external),   external_words },
	{ "times",    "token-seconds",   "900",        NUMBER,   AT(profile.token_seconds),   NULL },
	{ "times",    "skew-seconds",    "300",        NUMBER,   AT(profile.skew_seconds),    NULL },
	{ "times",    "expiry-hours",    "24",         NUMBER,   AT(profile.expiry_hours),    NULL },
	{ "times",    "connect-ms",      "5000",       NUMBER,   AT(profile.connect_ms),      NULL },
	{ "times",    "total-ms",        "30000",      NUMBER,   AT(profile.total_ms),        NULL },
	{ "times",    "old-tls",         "tidak",      YES,      AT(profile.old_tls),         yes_words },
	{ "times",    "settle-seconds",  "60",         NUMBER,   AT(settle_seconds),          NULL },
	{ "times",    "watch-seconds",   "300",        NUMBER,   AT(watch_seconds),           NULL },
	{ "times",    "report-seconds",  "3600",       NUMBER,   AT(report_seconds),          NULL },
	{ "notice",   "service",         "payment",    SERVICE,  AT(profile.notice),          notice_words },
	{ "notice",   "confirm",         "tidak",      YES,      AT(profile.confirm),         yes_words },
	{ "notice",   "repeat",          "sama",       REPEAT,   AT(profile.repeat),          repeat_words },
	{ "notice",   "push",            "bayar",      YES,      AT(profile.push_cancels),    push_words },
	{ "notice",   "late-flag",       "ragu",       YES,      AT(profile.late_flag_pays),  late_words },
	{ "serves",   "listen",          "127.0.0.1",  TEXT,     AT(listen),                  NULL },
	{ "serves",   "port",            "0",          NUMBER,   AT(port),                    NULL },
	{ "serves",   "url-file",        "",           TEXT,     AT(own_url_file),            NULL },
	{ "serves",   "outside",         "",           TEXT,     AT(profile.outside),         NULL },
	{ "serves",   "certificate",     "",           TEXT,     AT(certificate),             NULL },
	{ "serves",   "certificate-key", "",           TEXT,     AT(certificate_key),         NULL },
	{ "serves",   "authorities",     "",           TEXT,     AT(caller_authorities),      NULL },
	{ "serves",   "allow",           "",           TEXT,     AT(profile.callers),         NULL },
};
/* clang-format on */

static int word_value(const struct word *words, const char *name)
{
	while (words->name && strcmp(words->name, name) != 0)
		words++;
	assert(words->name); /* the schema allows no other */
	return words->value;
}

static void setting_store(struct bank_setup *out, const struct setting *s, const char *text,
                          int value)
{
	char *at = (char *)out + s->offset;
	switch (s->kind) {
	case TEXT:
		*(const char **)(void *)at = text;
		break;
	case NUMBER:
		*(int *)(void *)at = value;
		break;
	case YES:
		*(bool *)at = value != 0;
		break;
	case LETTER:
		*at = (char)value;
		break;
	case STAMP:
		*(enum bank_stamp *)(void *)at = (enum bank_stamp)value;
		break;
	case ENCODING:
		*(enum bank_encoding *)(void *)at = (enum bank_encoding)value;
		break;
	case MATCH:
		*(enum bank_match *)(void *)at = (enum bank_match)value;
		break;
	case SERVICE:
		*(enum bank_service *)(void *)at = (enum bank_service)value;
		break;
	case REPEAT:
		*(enum bank_repeat *)(void *)at = (enum bank_repeat)value;
		break;
	}
}

/* A value that must still be asked of the bank: noted under its place, and `absent` instead. */
static const char *gap_note(struct bank_setup *out, struct arena *a, const char *place,
                            const char *text, const char *absent)
{
	if (strcmp(text, "?") != 0)
		return text;
	out->gaps.items = list_grow(a, out->gaps.items, out->gaps.count, &out->gaps.capacity,
	                            sizeof *out->gaps.items);
	out->gaps.items[out->gaps.count++] = place;
	return absent;
}

static bool setting_read(const struct xml *x, const struct setting *s, struct arena *a,
                         struct bank_setup *out, struct fault *why)
{
	const struct xml_node *root = xml_root(x);
	const struct xml_node *n = s->element[0] ? xml_child(root, s->element) : root;
	const char *text = n ? xml_attribute(n, s->attribute, s->absent, a) : s->absent;
	const char *place = arena_print(a, "%s/%s", s->element[0] ? s->element : "bank",
	                                s->attribute);
	long long number = 0;
	text = gap_note(out, a, place, text, s->absent);
	if (s->kind == NUMBER && text[0] && !text_number(text, 0, 1000000, &number))
		return xml_refuse(x, n ? n : root, why, N_("%1 harus bilangan bulat"),
		                  s->attribute);
	if (s->words)
		number = word_value(s->words, text);
	setting_store(out, s, text, (int)number);
	return true;
}

/* One attribute of a call: its place is named by side and service. */
static const char *call_text(const struct xml_node *n, const char *attribute, const char *absent,
                             struct arena *a, struct bank_setup *out)
{
	const char *service = xml_attribute(n, "service", "", a);
	const char *place = arena_print(a, "%s[%s]/%s", out->side, service, attribute);
	return gap_note(out, a, place, xml_attribute(n, attribute, absent, a), absent);
}

static void routes_read(const struct xml_node *list, struct bank_route *routes, struct arena *a,
                        struct bank_setup *out)
{
	for (const struct xml_node *n = xml_child(list, "call"); n; n = xml_next(n, "call")) {
		enum bank_service s;
		if (!bank_service_find(xml_attribute(n, "service", "", a), &s))
			continue;
		const char *usual = s == BANK_TOKEN ? "asimetris" : "simetris";
		routes[s] = (struct bank_route){
			.offered = true,
			.method = call_text(n, "method", "POST", a, out),
			.path = call_text(n, "path", "", a, out),
			.signature = (enum bank_signature)
			    word_value(signature_words, call_text(n, "signature", usual, a, out)),
		};
	}
}

static bool any_symmetric(const struct bank_profile *p)
{
	for (enum bank_service s = 0; s < BANK_SERVICES; s++) {
		if ((p->routes[s].offered && p->routes[s].signature == BANK_SYMMETRIC) ||
		    (p->served[s].offered && p->served[s].signature == BANK_SYMMETRIC))
			return true;
	}
	return false;
}

/* Elements of name and value: headers, and members of bodies. */
static const struct bank_header *pairs_read(const struct xml_node *root, const char *element,
                                            size_t *count, struct arena *a, struct bank_setup *out)
{
	struct bank_header *pairs = arena_get(a, MOST_PAIRS, sizeof *pairs);
	*count = 0;
	for (const struct xml_node *n = xml_child(root, element); n; n = xml_next(n, element)) {
		const char *name = xml_attribute(n, "name", "", a);
		const char *place = arena_print(a, "%s[%s]", element, name);
		assert(*count < MOST_PAIRS); /* the schema's most */
		pairs[(*count)++] = (struct bank_header){
			name, gap_note(out, a, place, xml_attribute(n, "value", "", a), "")
		};
	}
	return pairs;
}

/* Money is told over this wire: over a network only with TLS. */
static bool serves_guarded(const struct xml *x, const struct xml_node *n,
                           const struct bank_setup *s, struct fault *why)
{
	if ((s->certificate[0] == '\0') != (s->certificate_key[0] == '\0'))
		return xml_refuse(x, n, why, N_("%1 memerlukan certificate dan certificate-key"),
		                  "TLS");
	if (!s->certificate[0] && !net_is_loopback(s->listen))
		return xml_refuse(
		    x, n, why,
		    N_("Alamat %1 terbuka ke jaringan: isi certificate dan certificate-key"),
		    s->listen);
	if (s->caller_authorities[0] && !s->certificate[0])
		return xml_refuse(x, n, why,
		                  N_("%1 hanya berlaku dengan certificate dan certificate-key"),
		                  "authorities");
	return true;
}

static bool setup_read(const struct xml *x, struct arena *a, struct bank_setup *out,
                       struct fault *why)
{
	const struct xml_node *root = xml_root(x), *serves = xml_child(root, "serves");
	struct bank_profile *p = &out->profile;
	for (size_t i = 0; i < COUNT_OF(settings); i++) {
		if (!setting_read(x, &settings[i], a, out, why))
			return false;
	}
	out->side = "calls";
	if (xml_child(root, "calls"))
		routes_read(xml_child(root, "calls"), p->routes, a, out);
	out->side = "serves";
	out->serves = serves != NULL;
	if (serves)
		routes_read(serves, p->served, a, out);
	if (!out->secret_file[0] && any_symmetric(p))
		(void)gap_note(out, a, "keys/secret", "?", "");
	p->extra = pairs_read(root, "header", &p->extra_count, a, out);
	p->members = pairs_read(root, "member", &p->member_count, a, out);
	p->info = pairs_read(root, "info", &p->info_count, a, out);
	return !serves || serves_guarded(x, serves, out, why);
}

bool bank_setup_whole(const struct bank_setup *s, struct fault *why)
{
	struct arena a = arena_start(64 * KIB);
	struct text t = text_start(&a);
	for (size_t i = 0; i < s->gaps.count; i++)
		text_addf(&t, "%s%s", i ? ", " : "", s->gaps.items[i]);
	bool whole = s->gaps.count == 0 ||
	             fault_set(why, FAULT_MISUSE,
	                       N_("Profil bank %1 belum lengkap; isi di data/banks/%1.xml: %2 "
	                          "(lihat: loket doctor bank %1)"),
	                       s->profile.key, t.s);
	arena_drop(&a);
	return whole;
}

bool bank_setup_load(const struct home *h, const char *key, struct arena *a, struct bank_setup *out,
                     struct fault *why)
{
	struct xml_schema *schema = NULL;
	struct xml *x = NULL;
	const char *path = home_data(h, arena_print(a, "data/banks/%s.xml", key), a);
	*out = (struct bank_setup){ 0 };
	bool good = xml_schema_open(home_data(h, "data/xsd/bank.xsd", a), &schema, why) &&
	            xml_open(path, schema, &x, why) && setup_read(x, a, out, why);
	xml_close(&x);
	xml_schema_close(&schema);
	return good;
}

bool home_line(const struct home *h, const char *name, struct arena *a, const char **out,
               struct fault *why)
{
	struct bytes all;
	if (!file_read(home_file(h, name, a), LARGEST_FILE, a, &all, why))
		return false;
	size_t length = strcspn((const char *)all.data, "\r\n");
	*out = text_clean(a, (const char *)all.data, length, false);
	return true;
}

bool bank_setup_address(const struct home *h, struct bank_setup *s, struct arena *a,
                        struct fault *why)
{
	const char *url;
	if (s->url_file[0]) {
		if (!home_line(h, s->url_file, a, &url, why))
			return false;
		size_t length = strlen(url);
		while (length && url[length - 1] == '/')
			length--;
		s->profile.base_url = arena_copy(a, url, length);
	}
	return bank_profile_check(&s->profile, why);
}

/* A key file whole, its last line end gone; empty when the profile names none. */
static bool key_read(const struct home *h, const char *name, bool secret, struct arena *a,
                     struct bytes *out, struct fault *why)
{
	if (!name[0])
		return true;
	const char *path = home_file(h, name, a);
	if ((secret && !file_private(path, why)) || !file_read(path, LARGEST_FILE, a, out, why))
		return false;
	while (out->size && strchr("\r\n ", out->data[out->size - 1]))
		out->data[--out->size] = '\0';
	return true;
}

bool bank_setup_keys(const struct home *h, const struct bank_setup *s, struct bank_keys **out,
                     struct fault *why)
{
	enum { BANK_PUBLIC = 1 }; /* anybody may read that one */
	const char *const names[] = { s->own_file, s->bank_file, s->secret_file,
		                      s->caller_secret_file };
	struct bytes texts[COUNT_OF(names)] = { 0 };
	struct arena a = arena_start(MIB);
	bool good = true;
	for (size_t i = 0; i < COUNT_OF(names) && good; i++)
		good = key_read(h, names[i], i != BANK_PUBLIC, &a, &texts[i], why);
	const struct bank_key_texts t = { (const char *)texts[0].data, (const char *)texts[1].data,
		                          (const char *)texts[2].data,
		                          (const char *)texts[3].data };
	good = good && bank_keys_open(&t, out, why);
	arena_wipe(&a);
	return good;
}
