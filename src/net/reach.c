/* How far a transfer came, link by link, and how long each took, as libcurl measured it. */
#include <string.h>

#include "private.h"

instant net_date(const char *text)
{
	time_t seconds = curl_getdate(text, NULL);
	return seconds < 0 ? INSTANT_NONE : 1000 * (instant)seconds;
}

static int milliseconds(const struct flight *f, CURLINFO which)
{
	curl_off_t micro = 0;
	curl_easy_getinfo(f->easy, which, &micro);
	return (int)((micro + 999) / 1000);
}

/* Of each certificate libcurl tells lines, one of them "Expire date:Nov 30 20:00:00 2026 GMT". */
static instant chain_ends(const struct flight *f)
{
	/* lint: L15 libcurl's word */
	static const char name[] = "Expire date:";
	struct curl_certinfo *chain = NULL;
	instant first = INSTANT_NONE;
	if (curl_easy_getinfo(f->easy, CURLINFO_CERTINFO, &chain) != CURLE_OK || !chain)
		return first;
	for (int i = 0; i < chain->num_of_certs; i++) {
		for (const struct curl_slist *l = chain->certinfo[i]; l; l = l->next) {
			instant end = text_starts(l->data, name) ? net_date(l->data + strlen(name))
			                                         : INSTANT_NONE;
			if (end != INSTANT_NONE && (first == INSTANT_NONE || end < first))
				first = end;
		}
	}
	return first;
}

void reach_note(const struct flight *f, struct net_answer *out)
{
	out->name_ms = milliseconds(f, CURLINFO_NAMELOOKUP_TIME_T);
	out->host_ms = milliseconds(f, CURLINFO_CONNECT_TIME_T);
	out->tls_ms = milliseconds(f, CURLINFO_APPCONNECT_TIME_T);
	out->all_ms = milliseconds(f, CURLINFO_TOTAL_TIME_T);
	out->chain_ends = chain_ends(f);
	if (f->mail)
		return;
	bool unknown = f->code == CURLE_COULDNT_RESOLVE_HOST || out->name_ms == 0;
	out->reach = out->end == NET_ANSWERED ? REACH_ALL
	             : unknown                ? REACH_NOTHING
	             : out->host_ms == 0      ? REACH_NAME
	             : out->tls_ms == 0       ? REACH_HOST
	                                      : REACH_TLS;
}
