/* SIPP: its data file, its schemas, and calls to it. */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"
#include "loket/xml.h"

#include "private.h"

#define SETUP_BYTES   MIB
#define CHANGES_BYTES (4 * MIB)

/* ---- data/sipp.xml ---- */

/* A file of the home that the attribute names, or NULL. */
static const char *own_file(const struct xml_node *root, const char *name, const struct home *h,
                            struct arena *a)
{
	const char *file = xml_attribute(root, name, "", a);
	return file[0] ? home_file(h, file, a) : NULL;
}

static bool sipp_link_read(const struct xml *x, const struct home *h, struct sipp_link *b,
                           struct fault *why)
{
	const struct xml_node *root = xml_root(x);
	long long connect_ms, total_ms, sync_seconds;
	b->base_url = xml_attribute(root, "base-url", "", &b->a);
	b->url_file = xml_attribute(root, "url-file", "", &b->a);
	b->token_file = xml_attribute(root, "token-file", "", &b->a);
	b->authorities = xml_attribute(root, "authorities", "", &b->a);
	b->certificate = own_file(root, "certificate", h, &b->a);
	b->key = own_file(root, "key", h, &b->a);
	if (!text_number(xml_attribute(root, "connect-ms", "5000", &b->a), 1, 600000,
	                 &connect_ms) ||
	    !text_number(xml_attribute(root, "total-ms", "30000", &b->a), 1, 600000, &total_ms))
		return xml_refuse(x, root, why, N_("%1 harus antara 1 dan 600000"), "connect-ms");
	if (!text_number(xml_attribute(root, "sync-seconds", "60", &b->a), 0, 86400, &sync_seconds))
		return xml_refuse(x, root, why, N_("%1 harus antara 0 dan 86400"), "sync-seconds");
	b->sync_seconds = (int)sync_seconds;
	b->connect_ms = (int)connect_ms;
	b->total_ms = (int)total_ms;
	return true;
}

bool sipp_link_open(struct worker *w, struct fault *why)
{
	const struct home *h = &w->app->home;
	struct sipp_link *b = &w->sipp_link;
	struct xml_schema *schema = NULL;
	struct xml *x = NULL;
	*b = (struct sipp_link){ .a = arena_start(SETUP_BYTES) };
	const char *folder = arena_print(&b->a, "%s/data/sipp", h->share);
	bool good = xml_schema_open(home_data(h, "data/xsd/sipp.xsd", &b->a), &schema, why) &&
	            xml_open(home_data(h, "data/sipp.xml", &b->a), schema, &x, why) &&
	            sipp_link_read(x, h, b, why) && sipp_open(folder, &b->sipp, why);
	xml_close(&x);
	xml_schema_close(&schema);
	b->open = good;
	if (!good)
		arena_drop(&b->a);
	return good;
}

void sipp_link_close(struct worker *w)
{
	if (!w->sipp_link.open)
		return;
	sipp_close(&w->sipp_link.sipp);
	arena_drop(&w->sipp_link.a);
	w->sipp_link.open = false;
}

/* ---- the call ---- */

bool sipp_link_call(struct worker *w, const struct request *e, const struct sipp_request *ask,
                    struct arena *a, struct fault *why)
{
	const struct sipp_link *b = &w->sipp_link;
	const char *url = b->base_url, *token = "";
	if (b->url_file[0] && !home_line(&w->app->home, b->url_file, a, &url, why))
		return false;
	if (b->token_file[0] && !home_line(&w->app->home, b->token_file, a, &token, why))
		return false;
	const struct net_header headers[] = {
		{ "Content-Type", "application/xml; charset=utf-8" },
		{ "Authorization", arena_print(a, "Bearer %s", token) },
	};
	const struct net_request r = {
		.method = ask->method,
		.url = arena_print(a, "%s%s", url, ask->target),
		.headers = headers,
		.header_count = COUNT_OF(headers),
		.body = ask->body,
		.size = strlen(ask->body),
		.max_answer = e->asked == SIPP_CHANGES ? CHANGES_BYTES : ANSWER_BYTES,
		.connect_ms = b->connect_ms,
		.total_ms = b->total_ms,
		.ca_file = b->authorities[0] ? b->authorities : NULL,
		.certificate = b->certificate,
		.key = b->key,
		.tag = request_tag(w, e),
	};
	return net_start(w->client, &r, why);
}
