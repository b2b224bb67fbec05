/* A bank's data file into a struct bank_setup. Which attribute fills which member is a table; what
 * is absent takes the standard's value. */
#include <assert.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define LARGEST_FILE (64 * KIB)

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
	{ "number",   "company",         "",           TEXT,     AT(profile.company),         NULL },
	{ "number",   "pad",             "spasi",      LETTER,   AT(profile.pad),             pad_words },
	{ "number",   "pad-number",      "ya",         YES,      AT(profile.pad_number),      yes_words },
	{ "number",   "customer-digits", "",           NUMBER,   AT(profile.customer_digits), NULL },
	{ "number",   "name-length",     "30",         NUMBER,   AT(profile.name_length),     NULL },
	{ "number",   "trx-type",        "C",          TEXT,     AT(profile.trx_type),        NULL },
	{ "format",   "stamp",           "lokal",      STAMP,    AT(profile.stamp),           stamp_words },
	{ "format",   "encoding-out",    "base64",     ENCODING, AT(profile.encoding_out),    encoding_words },
	{ "format",   "encoding-in",     "base64",     ENCODING, AT(profile.encoding_in),     encoding_words },
	{ "format",   "digest",          "apa-adanya", MATCH,    AT(profile.laxest),          digest_words },
	{ "format",   "external-digits", "20",         NUMBER,   AT(profile.external_digits), NULL },
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
	{ "serves",   "listen",          "127.0.0.1",  TEXT,     AT(listen),                  NULL },
	{ "serves",   "port",            "0",          NUMBER,   AT(port),                    NULL },
	{ "serves",   "url-file",        "",           TEXT,     AT(own_url_file),            NULL },
	{ "serves",   "outside",         "",           TEXT,     AT(profile.outside),         NULL },
	{ "serves",   "certificate",     "",           TEXT,     AT(certificate),             NULL },
	{ "serves",   "certificate-key", "",           TEXT,     AT(certificate_key),         NULL },
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

static bool setting_read(const struct xml *x, const struct setting *s, struct arena *a,
                         struct bank_setup *out, struct fault *why)
{
	const struct xml_node *root = xml_root(x);
	const struct xml_node *n = s->element[0] ? xml_child(root, s->element) : root;
	const char *text = n ? xml_attribute(n, s->attribute, s->absent, a) : s->absent;
	long long number = 0;
	if (s->kind == NUMBER && !text_number(text, 0, 1000000, &number))
		return xml_refuse(x, n ? n : root, why, N_("%1 harus bilangan bulat"),
		                  s->attribute);
	if (s->words)
		number = word_value(s->words, text);
	setting_store(out, s, text, (int)number);
	return true;
}

static void routes_read(const struct xml_node *list, struct bank_route *routes, struct arena *a)
{
	for (const struct xml_node *n = xml_child(list, "call"); n; n = xml_next(n, "call")) {
		enum bank_service s;
		if (!bank_service_find(xml_attribute(n, "service", "", a), &s))
			continue;
		routes[s] = (struct bank_route){
			.offered = true,
			.method = xml_attribute(n, "method", "POST", a),
			.path = xml_attribute(n, "path", "", a),
			.signature = (enum bank_signature)word_value(
			    signature_words, xml_attribute(n, "signature", "simetris", a)),
		};
	}
}

static void headers_read(const struct xml_node *root, struct arena *a, struct bank_profile *p)
{
	struct bank_header *headers = arena_get(a, 8, sizeof *headers); /* the schema's most */
	for (const struct xml_node *n = xml_child(root, "header"); n; n = xml_next(n, "header"))
		headers[p->extra_count++] =
		    (struct bank_header){ xml_attribute(n, "name", "", a),
			                  xml_attribute(n, "value", "", a) };
	p->extra = headers;
}

static bool setup_read(const struct xml *x, struct arena *a, struct bank_setup *out,
                       struct fault *why)
{
	const struct xml_node *root = xml_root(x), *serves = xml_child(root, "serves");
	for (size_t i = 0; i < COUNT_OF(settings); i++) {
		if (!setting_read(x, &settings[i], a, out, why))
			return false;
	}
	routes_read(xml_child(root, "calls"), out->profile.routes, a);
	out->serves = serves != NULL;
	if (serves)
		routes_read(serves, out->profile.served, a);
	headers_read(root, a, &out->profile);
	return true;
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

/* A secret file whole, its last line end gone; empty when the profile names none. */
static bool secret_read(const struct home *h, const char *name, struct arena *a, struct bytes *out,
                        struct fault *why)
{
	if (!name[0])
		return true;
	if (!file_read(home_file(h, name, a), LARGEST_FILE, a, out, why))
		return false;
	while (out->size && strchr("\r\n ", out->data[out->size - 1]))
		out->data[--out->size] = '\0';
	return true;
}

bool bank_setup_keys(const struct home *h, const struct bank_setup *s, struct bank_keys **out,
                     struct fault *why)
{
	const char *const names[] = { s->own_file, s->bank_file, s->secret_file,
		                      s->caller_secret_file };
	struct bytes texts[COUNT_OF(names)] = { 0 };
	struct arena a = arena_start(MIB);
	bool good = true;
	for (size_t i = 0; i < COUNT_OF(names) && good; i++)
		good = secret_read(h, names[i], &a, &texts[i], why);
	const struct bank_key_texts t = { (const char *)texts[0].data, (const char *)texts[1].data,
		                          (const char *)texts[2].data,
		                          (const char *)texts[3].data };
	good = good && bank_keys_open(&t, out, why);
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		if (texts[i].data)
			secret_wipe(texts[i].data, texts[i].size);
	}
	arena_drop(&a);
	return good;
}
