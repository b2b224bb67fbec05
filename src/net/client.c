/* The HTTP client: requests run side by side in one curl multi handle. Each request owns an arena
 * with its copies and its answer, so that freeing it is one call.
 *
 * A connection is used once. libcurl repeats a request by itself when a kept connection turns out
 * to be dead, and a bank that closed it may have acted: the worker decides whether to send again.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "loket/list.h"

#include "private.h"

#define MAX_WATCH   16
#define MAX_HEADERS 64
#define MAX_HEAD    (32 * KIB) /* all header lines of an answer */

const char *net_header_find(const struct net_header *headers, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++) {
		if (strcasecmp(headers[i].name, name) == 0)
			return headers[i].value;
	}
	return NULL;
}

static const struct {
	const char *name, *text;
	bool unknown;
} ends[] = {
	[NET_ANSWERED] = { "answered", N_("dijawab"), false },
	[NET_REFUSED] = { "refused", N_("tidak dapat dihubungi; akan dicoba lagi"), false },
	[NET_TLS] = { "tls",
	              N_("sertifikat tidak dapat dipercaya; administrator perlu memeriksanya"),
	              false },
	[NET_CUT_BEFORE] = { "cut-before", N_("sambungan putus sebelum terkirim; akan dicoba lagi"),
	                     false },
	[NET_CUT_AFTER] = { "cut-after",
	                    N_("sambungan putus sesudah terkirim; akan ditanyakan dahulu"), true },
	[NET_SLOW] = { "slow", N_("tidak dijawab pada waktunya; akan ditanyakan dahulu"), true },
	[NET_TOO_LARGE] = { "too-large", N_("jawaban terlalu besar; akan ditanyakan dahulu"),
	                    true },
	[NET_BROKEN] = { "broken", N_("jawaban tidak dapat dibaca; akan ditanyakan dahulu"), true },
	[NET_DENIED] = { "denied",
	                 N_("peladen surat tidak menerima kita; administrator perlu memeriksanya"),
	                 false },
};

bool net_end_is_unknown(enum net_end end)
{
	return ends[end].unknown;
}

const char *net_end_name(enum net_end end)
{
	return ends[end].name;
}

const char *net_end_text(enum net_end end)
{
	return ends[end].text;
}

bool net_client_open(struct net_client **out, struct fault *why)
{
	struct net_client *c = calloc(1, sizeof *c);
	if (c && curl_global_init(CURL_GLOBAL_DEFAULT) == 0)
		c->multi = curl_multi_init();
	if (!c || !c->multi) {
		free(c);
		return fault_set(why, FAULT_OUTSIDE, N_("Pustaka jaringan tidak dapat dimulai"));
	}
	curl_multi_setopt(c->multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, 16L);
	*out = c;
	return true;
}

void net_client_close(struct net_client **c)
{
	if (!*c)
		return;
	while ((*c)->flights) {
		struct flight *f = (*c)->flights;
		(*c)->flights = f->next;
		flight_drop(*c, f);
	}
	curl_multi_cleanup((*c)->multi);
	curl_global_cleanup();
	free(*c);
	*c = NULL;
}

/* One header line. A status line starts a new header block: an interim answer (100) is discarded.
 */
static size_t on_header(char *line, size_t size, size_t count, void *self)
{
	struct flight *f = self;
	size_t length = size * count;
	f->head += length;
	if (f->head > MAX_HEAD || f->headers.count >= MAX_HEADERS) {
		f->too_large = true;
		return 0;
	}
	if (length >= 5 && memcmp(line, "HTTP/", 5) == 0) {
		f->headers.count = 0;
		return length;
	}
	const char *colon = memchr(line, ':', length);
	if (!colon)
		return length;
	const char *from = colon + 1, *end = line + length;
	while (from < end && strchr(" \t", *from))
		from++;
	while (end > from && strchr(" \t\r\n", end[-1]))
		end--;
	f->headers.items = list_grow(&f->a, f->headers.items, f->headers.count,
	                             &f->headers.capacity, sizeof *f->headers.items);
	f->headers.items[f->headers.count++] = (struct net_header){
		.name = arena_copy(&f->a, line, (size_t)(colon - line)),
		.value = arena_copy(&f->a, from, (size_t)(end - from)),
	};
	return length;
}

static bool header_is_plain(const struct net_header *h)
{
	return h->name[0] && !strpbrk(h->name, ": \t\r\n") && !strpbrk(h->value, "\r\n");
}

/* Our headers; those libcurl would add by itself are removed. */
static bool headers_set(struct flight *f, const struct net_request *r, struct fault *why)
{
	f->list = curl_slist_append(NULL, "Expect:");
	for (size_t i = 0; i < r->header_count; i++) {
		const struct net_header *h = &r->headers[i];
		if (!header_is_plain(h))
			return fault_set(
			    why, FAULT_MISUSE,
			    N_("Kepala permintaan %1 berisi huruf yang tidak boleh dikirim"),
			    h->name);
		const char *line = arena_print(&f->a, "%s:%s%s", h->name, h->value[0] ? " " : "",
		                               h->value);
		f->list = curl_slist_append(f->list, line);
	}
	curl_easy_setopt(f->easy, CURLOPT_HTTPHEADER, f->list);
	return true;
}

static void body_set(struct flight *f, const struct net_request *r)
{
	if (r->size == 0 && strcmp(r->method, "GET") == 0)
		return;
	curl_easy_setopt(f->easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)r->size);
	curl_easy_setopt(f->easy, CURLOPT_POSTFIELDS,
	                 arena_copy(&f->a, r->body ? r->body : "", r->size));
	curl_easy_setopt(f->easy, CURLOPT_CUSTOMREQUEST, arena_text(&f->a, r->method));
}

static void limits_set(struct flight *f, const struct net_request *r)
{
	flight_strict(f, r->ca_file);
	curl_easy_setopt(f->easy, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(f->easy, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(f->easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
	curl_easy_setopt(f->easy, CURLOPT_HTTP09_ALLOWED, 0L);
	curl_easy_setopt(f->easy, CURLOPT_SSLVERSION,
	                 (long)(r->old_tls ? CURL_SSLVERSION_TLSv1_2 : CURL_SSLVERSION_TLSv1_3));
	if (r->certificate) {
		curl_easy_setopt(f->easy, CURLOPT_SSLCERT, r->certificate);
		curl_easy_setopt(f->easy, CURLOPT_SSLKEY, r->key);
	}
	curl_easy_setopt(f->easy, CURLOPT_CONNECTTIMEOUT_MS, (long)r->connect_ms);
	curl_easy_setopt(f->easy, CURLOPT_TIMEOUT_MS, (long)r->total_ms);
}

static void callbacks_set(struct flight *f)
{
	curl_easy_setopt(f->easy, CURLOPT_HEADERFUNCTION, on_header);
	curl_easy_setopt(f->easy, CURLOPT_HEADERDATA, f);
}

static bool url_is_http(const char *url)
{
	CURLU *u = curl_url();
	char *scheme = NULL;
	bool good = u && curl_url_set(u, CURLUPART_URL, url, CURLU_DISALLOW_USER) == CURLUE_OK &&
	            curl_url_get(u, CURLUPART_SCHEME, &scheme, 0) == CURLUE_OK &&
	            (strcmp(scheme, "http") == 0 || strcmp(scheme, "https") == 0);
	curl_free(scheme);
	curl_url_cleanup(u);
	return good;
}

bool net_start(struct net_client *c, const struct net_request *r, struct fault *why)
{
	struct flight *f;
	if (!url_is_http(r->url))
		return fault_set(why, FAULT_MISUSE, N_("Alamat %1 tidak dapat dipakai"), r->url);
	if (!flight_make(c, r->url, r->max_answer, 4 * r->size, &f, why))
		return false;
	f->tag = r->tag;
	limits_set(f, r);
	callbacks_set(f);
	body_set(f, r);
	if (!headers_set(f, r, why)) {
		flight_drop(c, f);
		return false;
	}
	return flight_go(c, f, why);
}

static void landings_note(struct net_client *c)
{
	int left;
	const CURLMsg *m;
	while ((m = curl_multi_info_read(c->multi, &left))) {
		if (m->msg != CURLMSG_DONE)
			continue;
		void *self = NULL;
		curl_easy_getinfo(m->easy_handle, CURLINFO_PRIVATE, &self);
		struct flight *f = self;
		f->landed = true;
		f->code = m->data.result;
	}
}

static bool any_landed(const struct net_client *c)
{
	for (const struct flight *f = c->flights; f; f = f->next) {
		if (f->landed)
			return true;
	}
	return false;
}

bool net_wait(struct net_client *c, int milliseconds, struct net_watch *watch, size_t count,
              struct fault *why)
{
	struct curl_waitfd fds[MAX_WATCH];
	assert(count <= MAX_WATCH);
	for (size_t i = 0; i < count; i++)
		fds[i] = (struct curl_waitfd){ .fd = watch[i].fd, .events = CURL_WAIT_POLLIN };

	int active;
	CURLMcode code = curl_multi_perform(c->multi, &active);
	landings_note(c);
	if (code == CURLM_OK)
		code = curl_multi_poll(c->multi, fds, (unsigned)count,
		                       any_landed(c) ? 0 : milliseconds, NULL);
	if (code == CURLM_OK)
		code = curl_multi_perform(c->multi, &active);
	landings_note(c);
	for (size_t i = 0; i < count; i++)
		watch[i].ready = code == CURLM_OK && fds[i].revents != 0;
	if (code != CURLM_OK)
		return fault_set(why, FAULT_OUTSIDE, N_("Jaringan tidak dapat ditunggu: %1"),
		                 curl_multi_strerror(code));
	return true;
}

/* A request counts as sent once libcurl has written bytes of it to the socket. */
static bool was_sent(const struct flight *f)
{
	long sent = 0;
	curl_easy_getinfo(f->easy, CURLINFO_REQUEST_SIZE, &sent);
	return sent > 0;
}

static const struct {
	CURLcode code;
	enum net_end before, after; /* anything was sent */
} meanings[] = {
	{ CURLE_OK, NET_ANSWERED, NET_ANSWERED },
	{ CURLE_COULDNT_RESOLVE_HOST, NET_REFUSED, NET_REFUSED },
	{ CURLE_COULDNT_RESOLVE_PROXY, NET_REFUSED, NET_REFUSED },
	{ CURLE_COULDNT_CONNECT, NET_REFUSED, NET_REFUSED },
	{ CURLE_OPERATION_TIMEDOUT, NET_REFUSED, NET_SLOW },
	{ CURLE_SSL_CONNECT_ERROR, NET_TLS, NET_CUT_AFTER },
	{ CURLE_PEER_FAILED_VERIFICATION, NET_TLS, NET_CUT_AFTER },
	{ CURLE_SSL_CACERT_BADFILE, NET_TLS, NET_CUT_AFTER },
	{ CURLE_SSL_CIPHER, NET_TLS, NET_CUT_AFTER },
	{ CURLE_WEIRD_SERVER_REPLY, NET_CUT_BEFORE, NET_BROKEN },
	{ CURLE_UNSUPPORTED_PROTOCOL, NET_REFUSED, NET_BROKEN },
	{ CURLE_BAD_CONTENT_ENCODING, NET_CUT_BEFORE, NET_BROKEN },
};

static enum net_end end_of(const struct flight *f)
{
	bool sent = was_sent(f);
	if (f->too_large)
		return NET_TOO_LARGE;
	for (size_t i = 0; i < COUNT_OF(meanings); i++) {
		if (meanings[i].code == f->code)
			return sent ? meanings[i].after : meanings[i].before;
	}
	return sent ? NET_CUT_AFTER : NET_CUT_BEFORE;
}

static void answer_copy(const struct flight *f, struct arena *a, struct net_answer *out)
{
	long status = 0;
	curl_easy_getinfo(f->easy, CURLINFO_RESPONSE_CODE, &status);
	out->status = (int)status;
	struct net_header *headers = arena_get(a, f->headers.count + 1, sizeof *headers);
	for (size_t i = 0; i < f->headers.count; i++)
		headers[i] = (struct net_header){ arena_text(a, f->headers.items[i].name),
			                          arena_text(a, f->headers.items[i].value) };
	out->headers = headers;
	out->header_count = f->headers.count;
	out->body.data = (unsigned char *)arena_copy(a, f->body.s, f->body.length);
	out->body.size = f->body.length;
}

bool net_take(struct net_client *c, struct arena *a, struct net_answer *out)
{
	struct flight **at = &c->flights;
	while (*at && !(*at)->landed)
		at = &(*at)->next;
	struct flight *f = *at;
	if (!f)
		return false;
	*at = f->next;
	*out = (struct net_answer){ .tag = f->tag, .end = end_of(f), .detail = "" };
	reach_note(f, out);
	if (f->mail)
		mail_landed(f, a, out);
	else if (out->end == NET_ANSWERED)
		answer_copy(f, a, out);
	else
		out->detail = arena_text(a, f->detail[0] ? f->detail : curl_easy_strerror(f->code));
	flight_drop(c, f);
	return true;
}
