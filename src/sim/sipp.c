/* SIPP's door: the XML contract of data/sipp, held against its schemas on the way in. */
#include <string.h>
#include <strings.h>

#include "loket/list.h"

#include "private.h"

#define MOST_BODY (4 * MIB)

/* ---- schemas ---- */

bool sipp_schemas_open(struct sipp_schemas *s, struct fault *why)
{
	const struct {
		const char *name;
		struct xml_schema **schema;
	} rows[] = { { "data/sipp/periksa.xsd", &s->check },
		     { "data/sipp/daftar.xsd", &s->enter },
		     { "data/sipp/relaas.xsd", &s->summons } };
	struct arena a = arena_start(64 * KIB);
	struct home home;
	bool done = home_find(&home, why);
	for (size_t i = 0; done && i < COUNT_OF(rows); i++)
		done = xml_schema_open(home_data(&home, rows[i].name, &a), rows[i].schema, why);
	arena_drop(&a);
	return done;
}

void sipp_schemas_close(struct sipp_schemas *s)
{
	xml_schema_close(&s->check);
	xml_schema_close(&s->enter);
	xml_schema_close(&s->summons);
}

/* ---- the door ---- */

static const struct route routes[] = {
	{ "sipp-health", "GET", "/sipp/v1/kesehatan", 0, register_health, NULL },
	{ "sipp-check", "POST", "/sipp/v1/periksa", 0, register_check, NULL },
	{ "sipp-register", "POST", "/sipp/v1/daftar", 0, register_enter, NULL },
	{ "sipp-case", "GET", "/sipp/v1/perkara", 0, case_find, NULL },
	{ "sipp-changes", "GET", "/sipp/v1/perubahan", 0, case_changes, NULL },
	{ "sipp-judges", "GET", "/sipp/v1/hakim", 0, judge_list, NULL },
	{ "sipp-types", "GET", "/sipp/v1/jenis_perkara", 0, type_list, NULL },
	{ "sipp-court", "GET", "/sipp/v1/pengadilan", 0, court_say, NULL },
	{ "sipp-bailiffs", "GET", "/sipp/v1/jurusita", 0, bailiff_list, NULL },
	{ "sipp-relaas", "POST", "/sipp/v1/relaas", 0, summons_take, NULL },
};

static void serve(const struct sim_call *c, struct sim_reply *r)
{
	static const char bearer[] = "Bearer ";
	const char *token = call_header(c, "Authorization");
	r->type = "application/xml";
	if (token == NULL || strncasecmp(token, bearer, strlen(bearer)) != 0 ||
	    !secret_same(token + strlen(bearer), c->sim->secrets.sipp))
		sipp_refuse(c, 401, r);
	else
		c->route->act(c, r);
}

const struct trade sipp_trade = { "sipp", routes, COUNT_OF(routes), MOST_BODY, serve, sipp_refuse };
