/* The two doors: HTTP/1.1 on loopback, one request to one handler, and the mishaps that were
 * ordered. No thread: libmicrohttpd's epoll descriptor joins the one wait. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>

#include "private.h"

#define CONNECTIONS  64
#define FLOOD        (100 * MIB)
#define IDLE_SECONDS 60

struct exchange { /* one request and its answer */
	struct door *door;
	struct arena a;
	const char *uri;
	struct text body;
	bool begun, too_large, answered;
	struct sim_reply reply;
	struct MHD_Connection *wire;
	int64_t due; /* the answer is held back till then */
	struct exchange *next;
};

/* ---- answering ---- */

/* Half of what was promised, then nothing: the client sees the connection end. */
static ssize_t half_read(void *reply, uint64_t at, char *to, size_t capacity)
{
	const struct sim_reply *r = reply;
	size_t half = r->body.size / 2;
	if (at >= half)
		return MHD_CONTENT_READER_END_WITH_ERROR;
	size_t part = half - (size_t)at < capacity ? half - (size_t)at : capacity;
	memcpy(to, r->body.data + at, part);
	return (ssize_t)part;
}

/* What was to be said, and blanks behind it without end. */
static ssize_t flood_read(void *reply, uint64_t at, char *to, size_t capacity)
{
	const struct sim_reply *r = reply;
	memset(to, ' ', capacity);
	if (at < r->body.size) {
		size_t left = r->body.size - (size_t)at;
		memcpy(to, r->body.data + at, left < capacity ? left : capacity);
	}
	return (ssize_t)capacity;
}

static enum MHD_Result send_reply(struct exchange *x)
{
	struct sim_reply *r = &x->reply;
	struct MHD_Response *response =
	    r->flood ? MHD_create_response_from_callback(FLOOD, 64 * KIB, flood_read, r, NULL)
	    : r->cut ? MHD_create_response_from_callback(r->body.size, 4 * KIB, half_read, r, NULL)
	             : MHD_create_response_from_buffer(r->body.size, r->body.data,
	                                               MHD_RESPMEM_PERSISTENT);
	if (response == NULL)
		return MHD_NO;
	MHD_add_response_header(response, "Content-Type", r->type);
	MHD_add_response_header(response, "X-TIMESTAMP", stamp_local(clock_now(), &x->a));
	enum MHD_Result queued = MHD_queue_response(x->wire, (unsigned)r->status, response);
	MHD_destroy_response(response);
	return queued;
}

static enum MHD_Result hold_back(struct exchange *x, int64_t seconds)
{
	x->due = clock_steady() + seconds * 1000;
	x->next = x->door->slow;
	x->door->slow = x;
	MHD_suspend_connection(x->wire);
	return MHD_YES;
}

static void serve(struct exchange *x, const struct sim_call *call, const struct mishap *m)
{
	const struct trade *trade = x->door->trade;
	if (m == NULL || m->acts)
		trade->serve(call, &x->reply);
	if (m != NULL && m->said != NULL)
		snap_say(call, m->status, m->case_, m->said, &x->reply);
	else if (m != NULL && m->status != 0)
		trade->refuse(call, m->status, &x->reply);
	if (m != NULL && m->spoil != NULL)
		m->spoil(&x->reply, &x->a);
}

static enum MHD_Result answer(struct exchange *x, const struct sim_call *call)
{
	const struct trade *trade = x->door->trade;
	const struct mishap *m = NULL;
	int64_t seconds = 0;
	x->answered = true;
	if (call->route == NULL)
		trade->refuse(call, 404, &x->reply);
	else if (x->too_large)
		trade->refuse(call, 413, &x->reply);
	else {
		m = mishap_take(x->door->sim->db, call->route->name, IN_ANSWER, &seconds);
		serve(x, call, m);
	}
	log_line("%s %s: %d%s%s", trade->name, x->uri, x->reply.status, m ? ", mishap " : "",
	         m ? m->name : "");
	if (m != NULL && m->drops)
		return MHD_NO;
	return m != NULL && m->delays ? hold_back(x, seconds) : send_reply(x);
}

/* ---- libmicrohttpd's side ---- */

static const struct route *route_find(const struct trade *t, const char *method, const char *path)
{
	for (size_t i = 0; i < t->route_count; i++) {
		if (strcmp(t->routes[i].path, path) == 0 &&
		    strcmp(t->routes[i].method, method) == 0)
			return &t->routes[i];
	}
	return NULL;
}

static void *on_uri(void *door, const char *uri, struct MHD_Connection *wire)
{
	struct arena a = arena_start(64 * MIB);
	struct exchange *x = arena_get(&a, 1, sizeof *x);
	*x = (struct exchange){ .door = door, .wire = wire };
	x->a = a;
	x->uri = arena_text(&x->a, uri);
	x->body = text_start(&x->a);
	x->reply.type = "application/json";
	return x;
}

/* lint: L11 the parameters are libmicrohttpd's */
static enum MHD_Result on_call(void *door, struct MHD_Connection *wire, const char *path,
                               const char *method, const char *version, const char *part,
                               size_t *size, void **exchange)
{
	struct door *d = door;
	struct exchange *x = *exchange;
	(void)version;
	if (!x->begun) {
		x->begun = true;
		return MHD_YES;
	}
	if (*size > 0) {
		x->too_large = x->too_large || x->body.length + *size > d->trade->max_body;
		if (!x->too_large)
			text_add_bytes(&x->body, part, *size);
		*size = 0;
		return MHD_YES;
	}
	if (x->answered) /* held back, and now its time has come */
		return send_reply(x);
	struct sim_call call = { .sim = d->sim,
		                 .route = route_find(d->trade, method, path),
		                 .uri = x->uri,
		                 .wire = wire,
		                 .body = { (unsigned char *)x->body.s, x->body.length },
		                 .a = &x->a };
	return answer(x, &call);
}

static void on_end(void *door, struct MHD_Connection *wire, void **exchange,
                   enum MHD_RequestTerminationCode how)
{
	(void)door;
	(void)wire;
	(void)how;
	struct exchange *x = *exchange;
	if (x == NULL)
		return;
	struct arena a = x->a; /* holds `x` itself */
	*exchange = NULL;
	arena_drop(&a);
}

static struct MHD_Daemon *listen_at(struct door *d, int port)
{
	struct sockaddr_in at = { .sin_family = AF_INET,
		                  .sin_port = htons((uint16_t)port),
		                  .sin_addr = { htonl(INADDR_LOOPBACK) } };
	return MHD_start_daemon(MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, (uint16_t)port, NULL,
	                        NULL, on_call, d, MHD_OPTION_SOCK_ADDR, &at,
	                        MHD_OPTION_URI_LOG_CALLBACK, on_uri, d, MHD_OPTION_NOTIFY_COMPLETED,
	                        on_end, d, MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS,
	                        MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS,
	                        MHD_OPTION_LISTENING_ADDRESS_REUSE, 1U, MHD_OPTION_END);
}

bool door_open(struct door *d, struct fault *why)
{
	d->daemon = listen_at(d, d->port);
	if (d->daemon == NULL) {
		struct arena a = arena_start(KIB);
		const char *number = arena_print(&a, "%d", d->port);
		fault_set(why, FAULT_OUTSIDE,
		          N_("Pintu %1 di 127.0.0.1 port %2 tidak dapat dibuka; pilih port lain"),
		          d->trade->name, number);
		arena_drop(&a);
		return false;
	}
	d->port = MHD_get_daemon_info(d->daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
	return true;
}

/* Answers whose time has come go on; with `all` set, every one. */
static void resume_due(struct door *d, bool all)
{
	int64_t now = clock_steady();
	for (struct exchange **at = &d->slow; *at != NULL;) {
		struct exchange *x = *at;
		if (all || x->due <= now) {
			*at = x->next;
			MHD_resume_connection(x->wire);
		} else {
			at = &x->next;
		}
	}
}

void door_close(struct door *d)
{
	if (d->daemon == NULL)
		return;
	resume_due(d, true);
	MHD_stop_daemon(d->daemon);
	d->daemon = NULL;
}

int door_fd(const struct door *d)
{
	return d->daemon == NULL
	           ? -1
	           : MHD_get_daemon_info(d->daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
}

/* "refuse": nobody listens for a while, so that a connection really is refused. */
static void door_shut(struct door *d)
{
	int64_t seconds = 0;
	if (mishap_take(d->sim->db, d->trade->name, AT_DOOR, &seconds) == NULL)
		return;
	d->shut_until = clock_steady() + seconds * 1000;
	door_close(d);
}

void door_run(struct door *d)
{
	struct fault why;
	if (d->daemon == NULL && clock_steady() >= d->shut_until && !door_open(d, &why))
		log_fault(d->trade->name, &why);
	if (d->daemon == NULL)
		return;
	resume_due(d, false);
	MHD_run(d->daemon);
	door_shut(d);
}
