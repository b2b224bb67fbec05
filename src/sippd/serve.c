/* The program: one wait for calls and signals; calls of the same round are registered together. */
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "loket/list.h"

#include "private.h"

#define LARGEST_BODY (2 * MIB)
#define CONNECTIONS  64
#define SILENCE_S    30
#define LONGEST_MS   1000

/* ---- the door ---- */

static const struct endpoint {
	const char *method, *path;
	act *act;
	enum sipp_message message;
} routes[] = {
	{ "GET", "/sipp/v1/kesehatan", ask_health, SIPP_HEALTH },
	{ "POST", "/sipp/v1/periksa", ask_people, SIPP_CHECK },
	{ "POST", "/sipp/v1/daftar", ask_register, SIPP_REGISTER },
	{ "GET", "/sipp/v1/perkara", ask_case, SIPP_CASE },
	{ "GET", "/sipp/v1/perubahan", ask_changes, SIPP_CHANGES },
	{ "GET", "/sipp/v1/pengadilan", ask_court, SIPP_COURT },
	{ "POST", "/sipp/v1/relaas", ask_summons, SIPP_RELAAS },
};

/* 405 when the address is known and the method is not. */
static const struct endpoint *route_find(const struct net_call *call, int *status)
{
	*status = 404;
	for (size_t i = 0; i < COUNT_OF(routes); i++) {
		if (strcmp(routes[i].path, call->path) != 0)
			continue;
		if (strcmp(routes[i].method, call->method) == 0)
			return &routes[i];
		*status = 405;
	}
	return NULL;
}

/* In constant time. */
static bool same_secret(const char *a, const char *b)
{
	size_t length = strlen(a);
	size_t other = strlen(b);
	unsigned differs = length != other;
	for (size_t i = 0; i < length; i++)
		differs |= (unsigned)((unsigned char)a[i] ^ (unsigned char)b[i < other ? i : 0]);
	return !differs;
}

static bool may_ask(const struct sippd *b, const struct net_call *call)
{
	static const char bearer[] = "Bearer ";
	if (!b->token)
		return true; /* the certificate was asked for */
	const char *said = net_header_find(call->headers, call->header_count, "Authorization");
	return said && strncasecmp(said, bearer, strlen(bearer)) == 0 &&
	       same_secret(said + strlen(bearer), b->token);
}

static bool is_xml(const struct net_call *call)
{
	static const char *const types[] = { "application/xml", "text/xml" };
	const char *said = net_header_find(call->headers, call->header_count, "Content-Type");
	for (size_t i = 0; said && i < COUNT_OF(types); i++) {
		size_t length = strlen(types[i]);
		if (strncasecmp(said, types[i], length) == 0 && strchr("; ", said[length]))
			return true;
	}
	return false;
}

/* xml's faults carry "name:line", then the element when it was the schema that refused, then why.
 */
static void say_invalid(const struct fault *why, struct arena *a, struct net_reply *out)
{
	const char *colon = strrchr(why->args[0], ':');
	bool named = why->args[2][0];
	long long line;
	const struct refusal r = {
		.status = 400,
		.code = "pesan_salah",
		.text = named             ? why->args[2]
		        : why->args[1][0] ? why->args[1]
		                          : N_("Pesan kosong atau bukan XML"),
		.element = named ? why->args[1] : "",
		.line = colon && text_number(colon + 1, 1, INT32_MAX, &line) ? (int)line : 0,
	};
	answer_refuse(&r, a, out);
}

static void on_call(void *self, const struct net_call *call, struct arena *a, struct net_reply *out)
{
	struct sippd *b = self;
	struct xml *x = NULL;
	struct fault why = { .kind = FAULT_NONE };
	struct ask k = { .b = b, .call = call, .x = &x, .a = a, .out = out };
	int status;
	const struct endpoint *route = route_find(call, &status);
	bool posts = route && strcmp(route->method, "POST") == 0;
	if (!may_ask(b, call))
		answer_status(401, a, out);
	else if (!route)
		answer_status(status, a, out);
	else if (posts && !is_xml(call))
		answer_status(415, a, out);
	else if (posts && !xml_parse(call->body.data, call->body.size, "pesan",
	                             b->sipp.requests[route->message], &x, &why))
		say_invalid(&why, a, out);
	else {
		k.root = x ? xml_root(x) : NULL;
		route->act(&k);
	}
	xml_close(&x);
	if (!out->held)
		log_line("%s %s: %d", call->method, call->path, out->status);
}

/* What never came so far as on_call(). */
static void on_refusal(void *self, int status, const struct net_call *call, struct arena *a,
                       struct net_reply *out)
{
	(void)self;
	answer_status(status, a, out);
	log_line("%s %s: %d", call->method, call->path, status);
}

/* ---- beginning and ending ---- */

static bool text_file(const char *path, bool secret, struct arena *a, const char **out,
                      struct fault *why)
{
	struct bytes bytes;
	*out = NULL;
	if (!path[0])
		return true;
	if ((secret && !file_private(path, why)) || !file_read(path, 256 * KIB, a, &bytes, why))
		return false;
	*out = (const char *)bytes.data;
	return true;
}

static bool token_read(struct sippd *b, struct fault *why)
{
	struct setup *s = &b->setup;
	if (!text_file(s->token_file, true, &s->a, &b->token, why))
		return false;
	if (b->token)
		b->token = arena_copy(&s->a, b->token, strcspn(b->token, "\r\n"));
	if (b->token && strlen(b->token) < 16)
		return fault_set(why, FAULT_MISUSE,
		                 N_("Token di %1 terlalu pendek: paling sedikit 16 huruf"),
		                 s->token_file);
	return true;
}

static bool listen_open(struct sippd *b, struct fault *why)
{
	struct setup *s = &b->setup;
	struct net_listen l = {
		.address = s->address,
		.port = s->port,
		.max_body = LARGEST_BODY,
		.connections = CONNECTIONS,
		.seconds = SILENCE_S,
		.refuse = on_refusal,
	};
	return text_file(s->certificate, false, &s->a, &l.certificate, why) &&
	       text_file(s->key, true, &s->a, &l.key, why) &&
	       text_file(s->authorities, false, &s->a, &l.authorities, why) &&
	       net_server_open(&b->server, &l, on_call, b, why);
}

void sippd_close(struct sippd *b)
{
	net_server_close(&b->server);
	if (b->db.mapping)
		db_close(&b->db);
	sipp_close(&b->sipp);
	mapping_close(&b->mapping);
	setup_close(&b->setup);
}

/* Which columns each statement reads is noted while it is built. */
static bool reads_note(struct sippd *b, struct fault *why)
{
	struct arena a = arena_start(4 * MIB);
	struct sql_statement s;
	bool good = true;
	for (enum sql i = 0; i < SQL_COUNT && good; i++) {
		if (!statement_is_skeleton(i) && (b->setup.writes || !statement_writes(i)))
			good = statement_build(&b->mapping, i, &a, &s, why);
	}
	arena_drop(&a);
	return good;
}

/* What both serving and checking need; the database is not contacted yet. */
bool sippd_open(struct sippd *b, const struct sippd_options *o, struct fault *why)
{
	struct home home;
	struct arena a = arena_start(64 * KIB);
	*b = (struct sippd){ .o = o };
	b->last_job = &b->jobs;
	bool good = setup_open(o->config, &b->setup, why) &&
	            mapping_open(&b->setup.home, b->setup.mapping, &b->mapping, why) &&
	            reads_note(b, why);
	home = b->setup.home;
	if (good) {
		b->db = (struct db){ .setup = &b->setup, .mapping = &b->mapping };
		good = sipp_open(arena_print(&a, "%s/data/sipp", home.share), &b->sipp, why);
	}
	arena_drop(&a);
	if (!good)
		sippd_close(b);
	return good;
}

/* ---- the wait ---- */

static bool serve_open(struct sippd *b, const struct sippd_options *o, struct fault *why)
{
	struct fault later;
	if (!sippd_open(b, o, why))
		return false;
	if (!token_read(b, why) || !listen_open(b, why)) {
		sippd_close(b);
		return false;
	}
	if (!db_ready(&b->db, &later)) /* serves nevertheless: the database may come */
		log_fault("database", &later);
	return true;
}

static void turn(struct sippd *b, int signals)
{
	int wait = net_server_due(b->server);
	struct pollfd fds[] = { { .fd = net_server_fd(b->server), .events = POLLIN },
		                { .fd = signals, .events = POLLIN } };
	if (wait < 0 || wait > LONGEST_MS)
		wait = LONGEST_MS;
	if (poll(fds, COUNT_OF(fds), wait) < 0)
		return; /* a signal: the next turn sees it */
	net_server_run(b->server);
	if (b->jobs) {
		jobs_run(b);
		net_server_release(b->server, true);
		net_server_run(b->server);
	}
}

static void address_say(const struct sippd *b, void (*ready)(const char *at))
{
	struct arena a = arena_start(64 * KIB);
	const char *scheme = b->setup.certificate[0] ? "https" : "http";
	bool six = strchr(b->setup.address, ':') != NULL;
	ready(arena_print(&a, "%s:%s%s%s:%d", scheme, six ? "//[" : "//", b->setup.address,
	                  six ? "]" : "", net_server_port(b->server)));
	arena_drop(&a);
}

/* The new setup, when it is valid; else the old one stays. The port is closed first, because it is
 * usually the same. */
static bool serve_anew(struct sippd *b, struct fault *why)
{
	struct sippd *fresh;
	struct arena a = arena_start(MIB);
	const struct sippd_options *o = b->o;
	if (!log_reopen())
		log_line("the log's file cannot be opened anew");
	fresh = arena_get(&a, 1, sizeof *fresh);
	bool good = sippd_open(fresh, o, why) && token_read(fresh, why);
	if (!good) {
		log_fault("setup", why);
		good = true; /* as before */
	} else {
		sippd_close(fresh);
		sippd_close(b);
		good = serve_open(b, o, why);
		log_line("setup read anew");
	}
	arena_drop(&a);
	return good;
}

bool sippd_serve(const struct sippd_options *o, void (*ready)(const char *at), struct fault *why)
{
	struct arena a = arena_start(MIB);
	struct sippd *b = arena_get(&a, 1, sizeof *b);
	int signals = signals_open();
	bool ends = false, good = serve_open(b, o, why);
	if (good)
		address_say(b, ready);
	while (good && !ends) {
		turn(b, signals);
		for (int s; good && (s = signals_next(signals)) != 0;) {
			ends = ends || s == SIGTERM || s == SIGINT;
			if (s == SIGHUP)
				good = serve_anew(b, why);
		}
	}
	if (good)
		sippd_close(b);
	close(signals);
	arena_drop(&a);
	return good;
}
