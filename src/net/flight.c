/* One transfer of the multi handle: made, with what all have in common, started, dropped. */
#include <stdlib.h>

#include "private.h"

void flight_drop(struct net_client *c, struct flight *f)
{
	if (f->easy) {
		curl_multi_remove_handle(c->multi, f->easy);
		curl_easy_cleanup(f->easy);
	}
	curl_slist_free_all(f->list);
	arena_wipe(&f->a); /* tokens travel in headers */
	free(f);
}

void flight_strict(struct flight *f, const char *ca_file)
{
	curl_easy_setopt(f->easy, CURLOPT_PROXY, ""); /* no detour by an environment variable */
	curl_easy_setopt(f->easy, CURLOPT_FORBID_REUSE, 1L);
	curl_easy_setopt(f->easy, CURLOPT_FRESH_CONNECT, 1L);
	curl_easy_setopt(f->easy, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(f->easy, CURLOPT_SSL_VERIFYPEER, 1L);
	curl_easy_setopt(f->easy, CURLOPT_SSL_VERIFYHOST, 2L);
	curl_easy_setopt(f->easy, CURLOPT_CERTINFO, 1L); /* when its chain ends */
	if (ca_file)
		curl_easy_setopt(f->easy, CURLOPT_CAINFO, ca_file);
}

static size_t on_body(char *data, size_t size, size_t count, void *self)
{
	struct flight *f = self;
	size_t length = size * count;
	if (length > f->max_answer - f->body.length) {
		f->too_large = true;
		return 0; /* ends the transfer */
	}
	text_add_bytes(&f->body, data, length);
	return length;
}

bool flight_make(struct net_client *c, const char *url, size_t max_answer, size_t memory,
                 struct flight **out, struct fault *why)
{
	struct flight *f = calloc(1, sizeof *f);
	if (!f)
		return fault_set(why, FAULT_OUTSIDE, N_("Memori habis"));
	f->a = arena_start(4 * max_answer + memory + MIB);
	f->body = text_start(&f->a);
	f->max_answer = max_answer;
	f->easy = curl_easy_init();
	if (!f->easy || curl_easy_setopt(f->easy, CURLOPT_URL, url) != CURLE_OK) {
		flight_drop(c, f);
		return fault_set(why, FAULT_OUTSIDE, N_("Memori habis"));
	}
	curl_easy_setopt(f->easy, CURLOPT_ERRORBUFFER, f->detail);
	curl_easy_setopt(f->easy, CURLOPT_PRIVATE, f);
	curl_easy_setopt(f->easy, CURLOPT_WRITEFUNCTION, on_body);
	curl_easy_setopt(f->easy, CURLOPT_WRITEDATA, f);
	*out = f;
	return true;
}

bool flight_go(struct net_client *c, struct flight *f, struct fault *why)
{
	if (curl_multi_add_handle(c->multi, f->easy) != CURLM_OK) {
		flight_drop(c, f);
		return fault_set(why, FAULT_OUTSIDE, N_("Memori habis"));
	}
	f->next = c->flights;
	c->flights = f;
	return true;
}
