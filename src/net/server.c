/* The HTTP server: libmicrohttpd without threads, its epoll descriptor in the worker's wait. A call
 * is collected whole in its own arena and bounded at every step before the handler is called. */
#include <arpa/inet.h>
#include <assert.h>
#include <errno.h>
#include <gnutls/gnutls.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "loket/list.h"
#include "loket/net.h"
#include "loket/text.h"

#define MAX_HEADERS  64
#define CALL_MEMORY  MIB
#define HEAD_MEMORY  (32 * KIB) /* request line and headers of one connection */
#define LARGEST_BODY (4 * MIB)

struct net_server {
	struct MHD_Daemon *daemon;
	net_handler *handler;
	void *self;
	size_t max_body;
	int64_t max_ms;
	int fd, port;
	bool asks_certificate;
	void (*refuse)(void *self, int status, const struct net_call *call, struct arena *a,
	               struct net_reply *out);
	struct connection *connections; /* who is connected */
	struct incoming_call *held;     /* calls whose answers wait for net_server_release() */
};

/* A connection. libmicrohttpd ends a silent one, but a caller that sends its headers letter by
 * letter would hold it, and one of the few connections, for ever. */
struct connection {
	struct connection *next;
	int fd;
	int64_t since; /* steady: it came, or its last call was done */
};

/* A call while it is received. Made with the request line, freed when the connection is done with
 * it. */
struct incoming_call {
	struct arena a;
	int64_t began; /* steady */
	const char *target;
	struct {
		struct net_header *items;
		size_t count, capacity;
	} headers;
	struct text body;
	int refuse; /* status to refuse with; 0: fine so far */
	bool begun; /* the headers were looked at */
	bool answered;
	struct net_reply reply;
	struct MHD_Connection *connection;
	struct incoming_call *next; /* held */
};

static struct connection *connection_of(struct MHD_Connection *connection)
{
	const union MHD_ConnectionInfo *info =
	    MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
	return info ? info->socket_context : NULL;
}

static void on_connection(void *self, struct MHD_Connection *connection, void **context,
                          enum MHD_ConnectionNotificationCode what)
{
	struct net_server *s = self;
	struct connection *g = *context;
	if (what == MHD_CONNECTION_NOTIFY_STARTED) {
		*context = g = calloc(1, sizeof *g);
		if (!g)
			return;
		g->fd = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)
		            ->connect_fd;
		g->since = clock_steady();
		g->next = s->connections;
		s->connections = g;
		return;
	}
	for (struct connection **at = &s->connections; g && *at; at = &(*at)->next) {
		if (*at == g) {
			*at = g->next;
			break;
		}
	}
	free(g);
	*context = NULL;
}

/* A call that takes too long is disconnected; libmicrohttpd then finds the connection ended. A
 * silent connection is ended by libmicrohttpd's own timeout. */
static void connections_bound(struct net_server *s)
{
	int64_t now = clock_steady();
	for (struct connection *g = s->connections; g; g = g->next) {
		if (now - g->since > 2 * s->max_ms)
			shutdown(g->fd, SHUT_RDWR);
	}
}

static void *on_target(void *self, const char *target, struct MHD_Connection *connection)
{
	const struct net_server *s = self;
	(void)connection;
	struct incoming_call *in = calloc(1, sizeof *in);
	if (!in)
		return NULL;
	in->a = arena_start(CALL_MEMORY + 4 * s->max_body); /* text grows by doubling */
	in->began = clock_steady();
	in->target = arena_text(&in->a, target);
	in->body = text_start(&in->a);
	return in;
}

static void on_done(void *self, struct MHD_Connection *connection, void **state,
                    enum MHD_RequestTerminationCode how)
{
	(void)self;
	(void)how;
	struct connection *g = connection_of(connection);
	struct incoming_call *in = *state;
	if (g)
		g->since = clock_steady();
	if (!in)
		return;
	arena_wipe(&in->a); /* tokens travel in headers */
	free(in);
	*state = NULL;
}

static enum MHD_Result on_header(void *self, enum MHD_ValueKind kind, const char *name,
                                 const char *value)
{
	(void)kind;
	struct incoming_call *in = self;
	if (in->headers.count >= MAX_HEADERS) {
		in->refuse = MHD_HTTP_REQUEST_HEADER_FIELDS_TOO_LARGE;
		return MHD_NO;
	}
	value = value ? value : "";
	size_t length;
	value += strspn(value, " \t");
	for (length = strlen(value); length && strchr(" \t", value[length - 1]);)
		length--;
	in->headers.items = list_grow(&in->a, in->headers.items, in->headers.count,
	                              &in->headers.capacity, sizeof *in->headers.items);
	in->headers.items[in->headers.count++] = (struct net_header){
		.name = arena_text(&in->a, name),
		.value = arena_copy(&in->a, value, length),
	};
	return MHD_YES;
}

/* Two readings of where a body ends allow request smuggling past a proxy. Only one Content-Length,
 * in plain digits, is accepted. */
static int framing_check(const struct net_server *s, const struct incoming_call *in)
{
	int lengths = 0;
	for (size_t i = 0; i < in->headers.count; i++) {
		const struct net_header *h = &in->headers.items[i];
		if (strcasecmp(h->name, "Transfer-Encoding") == 0)
			return MHD_HTTP_BAD_REQUEST;
		if (strcasecmp(h->name, "Content-Length") != 0)
			continue;
		long long size;
		if (++lengths > 1 || !text_number(h->value, 0, INT32_MAX, &size))
			return MHD_HTTP_BAD_REQUEST;
		if ((size_t)size > s->max_body)
			return MHD_HTTP_CONTENT_TOO_LARGE;
	}
	return 0;
}

static enum MHD_Result send_reply(struct MHD_Connection *connection, const struct net_reply *reply,
                                  bool close)
{
	struct MHD_Response *r = MHD_create_response_from_buffer(reply->body.size, reply->body.data,
	                                                         MHD_RESPMEM_MUST_COPY);
	if (!r)
		return MHD_NO;
	for (size_t i = 0; i < reply->header_count; i++) {
		if (MHD_add_response_header(r, reply->headers[i].name, reply->headers[i].value) !=
		    MHD_YES) {
			MHD_destroy_response(r);
			return MHD_NO;
		}
	}
	if (close)
		(void)!MHD_add_response_header(r, MHD_HTTP_HEADER_CONNECTION, "close");
	enum MHD_Result result = MHD_queue_response(connection, (unsigned)reply->status, r);
	MHD_destroy_response(r);
	return result;
}

/* libmicrohttpd requests a certificate when it has authorities, but accepts a connection without
 * one. */
static bool caller_certified(struct MHD_Connection *connection)
{
	const union MHD_ConnectionInfo *info =
	    MHD_get_connection_info(connection, MHD_CONNECTION_INFO_GNUTLS_SESSION);
	unsigned wrong = 1;
	return info && gnutls_certificate_verify_peers2(info->tls_session, &wrong) == 0 && !wrong;
}

static const char *peer_of(struct MHD_Connection *connection, struct arena *a)
{
	char text[INET6_ADDRSTRLEN] = "";
	const union MHD_ConnectionInfo *info =
	    MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
	if (info && info->client_addr->sa_family == AF_INET)
		inet_ntop(AF_INET,
		          &((const struct sockaddr_in *)(const void *)info->client_addr)->sin_addr,
		          text, sizeof text);
	else if (info && info->client_addr->sa_family == AF_INET6)
		inet_ntop(AF_INET6,
		          &((const struct sockaddr_in6 *)(const void *)info->client_addr)
		               ->sin6_addr,
		          text, sizeof text);
	return arena_text(a, text);
}

static struct net_call call_of(struct MHD_Connection *connection, const char *method,
                               struct incoming_call *in)
{
	const char *mark = strchr(in->target, '?');
	size_t path = mark ? (size_t)(mark - in->target) : strlen(in->target);
	return (struct net_call){
		.method = method,
		.path = arena_copy(&in->a, in->target, path),
		.query = mark ? mark + 1 : "",
		.headers = in->headers.items,
		.header_count = in->headers.count,
		.body = { (unsigned char *)in->body.s, in->body.length },
		.peer = peer_of(connection, &in->a),
	};
}

static enum MHD_Result send_refusal(const struct net_server *s, struct MHD_Connection *connection,
                                    const char *method, struct incoming_call *in)
{
	const struct net_call call = call_of(connection, method, in);
	struct net_reply reply = { .status = in->refuse };
	if (s->refuse)
		s->refuse(s->self, in->refuse, &call, &in->a, &reply);
	return send_reply(connection, &reply, true);
}

static enum MHD_Result handle(struct net_server *s, struct MHD_Connection *connection,
                              const char *method, struct incoming_call *in)
{
	const struct net_call call = call_of(connection, method, in);
	in->answered = true;
	in->reply = (struct net_reply){ .status = MHD_HTTP_INTERNAL_SERVER_ERROR };
	s->handler(s->self, &call, &in->a, &in->reply);
	if (!in->reply.held)
		return send_reply(connection, &in->reply, false);
	in->connection = connection;
	in->next = s->held;
	s->held = in;
	MHD_suspend_connection(connection);
	return MHD_YES;
}

void net_server_release(struct net_server *s, bool good)
{
	while (s->held) {
		struct incoming_call *in = s->held;
		s->held = in->next;
		if (!good) {
			in->reply.status = MHD_HTTP_INTERNAL_SERVER_ERROR;
			in->reply.body = in->reply.undone;
		}
		MHD_resume_connection(in->connection);
	}
}

/* libmicrohttpd calls this when the headers are in, with each piece of the body, and at its end. */
/* lint: L11 libmicrohttpd's own signature */
static enum MHD_Result on_call(void *self, struct MHD_Connection *connection, const char *url,
                               const char *method, const char *version, const char *data,
                               size_t *size, void **state)
{
	(void)url;
	(void)version;
	struct net_server *s = self;
	struct incoming_call *in = *state;
	if (!in)
		return MHD_NO;
	if (!in->begun) {
		in->begun = true;
		MHD_get_connection_values(connection, MHD_HEADER_KIND, on_header, in);
		if (!in->refuse)
			in->refuse = framing_check(s, in);
		if (!in->refuse && s->asks_certificate && !caller_certified(connection))
			in->refuse = MHD_HTTP_FORBIDDEN;
		return in->refuse ? send_refusal(s, connection, method, in) : MHD_YES;
	}
	if (*size) {
		if (in->body.length + *size > s->max_body || clock_steady() - in->began > s->max_ms)
			return MHD_NO; /* more than it said, or drop by drop: cut */
		text_add_bytes(&in->body, data, *size);
		*size = 0;
		return MHD_YES;
	}
	if (in->answered) /* held, and now let go */
		return send_reply(connection, &in->reply, false);
	return handle(s, connection, method, in);
}

bool net_is_loopback(const char *address)
{
	return text_starts(address, "127.") || strcmp(address, "::1") == 0;
}

static bool address_fill(const struct net_listen *l, struct sockaddr_storage *out)
{
	const char *text = l->address ? l->address : "127.0.0.1";
	struct sockaddr_in *four = (struct sockaddr_in *)(void *)out;
	struct sockaddr_in6 *six = (struct sockaddr_in6 *)(void *)out;
	memset(out, 0, sizeof *out);
	if (inet_pton(AF_INET, text, &four->sin_addr) == 1) {
		four->sin_family = AF_INET;
		four->sin_port = htons((uint16_t)l->port);
		return true;
	}
	if (inet_pton(AF_INET6, text, &six->sin6_addr) != 1)
		return false;
	six->sin6_family = AF_INET6;
	six->sin6_port = htons((uint16_t)l->port);
	return true;
}

/* The SNAP standard requires TLS 1.3, and of 1.2 only AES-GCM with forward secrecy. */
static const char new_tls[] = "NORMAL:-VERS-ALL:+VERS-TLS1.3";
static const char old_tls[] =
    "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2:-CIPHER-ALL:+AES-256-GCM:+AES-128-GCM:-RSA";

static struct MHD_Daemon *daemon_start(struct net_server *s, const struct net_listen *l,
                                       const struct sockaddr_storage *address)
{
	unsigned flags = MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME;
	struct MHD_OptionItem tls[] = {
		{ MHD_OPTION_HTTPS_MEM_CERT, 0, NULL },
		{ MHD_OPTION_HTTPS_MEM_KEY, 0, NULL },
		{ MHD_OPTION_HTTPS_PRIORITIES, 0, NULL },
		{ MHD_OPTION_END, 0, NULL }, /* or whom we trust */
		{ MHD_OPTION_END, 0, NULL },
	};
	struct MHD_OptionItem none[] = { { MHD_OPTION_END, 0, NULL } };
	char *certificate = NULL, *key = NULL, *versions = NULL, *authorities = NULL;
	if (address->ss_family == AF_INET6)
		flags |= MHD_USE_IPv6;
	if (l->certificate) {
		flags |= MHD_USE_TLS;
		tls[0].ptr_value = certificate = strdup(l->certificate);
		tls[1].ptr_value = key = strdup(l->key ? l->key : "");
		tls[2].ptr_value = versions = strdup(l->old_tls ? old_tls : new_tls);
		if (l->authorities) {
			authorities = strdup(l->authorities);
			tls[3] = (struct MHD_OptionItem){ MHD_OPTION_HTTPS_MEM_TRUST, 0,
				                          authorities };
		}
	}
	unsigned seconds = l->seconds ? l->seconds : 10;
	struct MHD_Daemon *d =
	    MHD_start_daemon(flags, (uint16_t)l->port, NULL, NULL, on_call, s,       /* options */
	                     MHD_OPTION_SOCK_ADDR, (const struct sockaddr *)address, /* where */
	                     MHD_OPTION_CONNECTION_LIMIT,
	                     l->connections ? l->connections : 32U, /* how many */
	                     MHD_OPTION_CONNECTION_MEMORY_LIMIT,
	                     (size_t)HEAD_MEMORY,                    /* how large */
	                     MHD_OPTION_CONNECTION_TIMEOUT, seconds, /* how long */
	                     MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_URI_LOG_CALLBACK,
	                     on_target, s, MHD_OPTION_NOTIFY_COMPLETED, on_done, NULL,
	                     MHD_OPTION_NOTIFY_CONNECTION, on_connection, s, MHD_OPTION_ARRAY,
	                     l->certificate ? tls : none, MHD_OPTION_END);
	free(certificate);
	free(versions);
	free(authorities);
	if (key)
		secret_wipe(key, strlen(key));
	free(key);
	return d;
}

/* Why libmicrohttpd, which does not say, has not started: what it does is done again. */
static int certificate_fault(const struct net_listen *l)
{
	gnutls_certificate_credentials_t own;
	if (!l->certificate || gnutls_certificate_allocate_credentials(&own) != 0)
		return 0;
	gnutls_datum_t c = { .size = (unsigned)strlen(l->certificate) };
	gnutls_datum_t k = { .size = (unsigned)strlen(l->key ? l->key : "") };
	c.data = (unsigned char *)strdup(l->certificate);
	k.data = (unsigned char *)strdup(l->key ? l->key : "");
	int fault = gnutls_certificate_set_x509_key_mem(own, &c, &k, GNUTLS_X509_FMT_PEM);
	secret_wipe(k.data, k.size);
	free(c.data);
	free(k.data);
	gnutls_certificate_free_credentials(own);
	return fault;
}

/* An errno; 0: the port can be had. */
static int port_fault(const struct sockaddr_storage *address)
{
	socklen_t size = address->ss_family == AF_INET6 ? sizeof(struct sockaddr_in6)
	                                                : sizeof(struct sockaddr_in);
	int s = socket(address->ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
	int on = 1, fault = 0;
	if (s < 0)
		return errno;
	setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
	if (bind(s, (const struct sockaddr *)address, size) != 0 || listen(s, 1) != 0)
		fault = errno;
	close(s);
	return fault;
}

static bool deaf_because(const struct net_listen *l, const struct sockaddr_storage *address,
                         struct fault *why)
{
	char port[16];
	const char *where = l->address ? l->address : "127.0.0.1";
	int certificate = certificate_fault(l);
	if (certificate < 0)
		return fault_set(why, FAULT_MISUSE,
		                 N_("Sertifikat untuk panggilan bank (serves/certificate) atau "
		                    "kuncinya tidak dapat dipakai: %1"),
		                 gnutls_strerror(certificate));
	snprintf(port, sizeof port, "%d", l->port);
	int taken = port_fault(address);
	return fault_set(why, FAULT_OUTSIDE,
	                 N_("Tidak dapat mendengar panggilan bank di port %1 pada %2: %3"), port,
	                 where, system_words(taken != 0 ? taken : EAGAIN));
}

bool net_server_open(struct net_server **out, const struct net_listen *l, net_handler *handler,
                     void *self, struct fault *why)
{
	struct sockaddr_storage address;
	const char *where = l->address ? l->address : "127.0.0.1";
	if (!address_fill(l, &address) || l->port < 0 || l->port > UINT16_MAX)
		return fault_set(why, FAULT_MISUSE,
		                 N_("Alamat dengar %1 harus alamat angka, misalnya 127.0.0.1"),
		                 where);
	struct net_server *s = calloc(1, sizeof *s);
	if (!s)
		return fault_set(why, FAULT_OUTSIDE, N_("Memori habis"));
	s->handler = handler;
	s->self = self;
	s->max_body = l->max_body ? l->max_body : 64 * KIB;
	assert(s->max_body <= LARGEST_BODY);
	s->refuse = l->refuse;
	s->asks_certificate = l->authorities != NULL;
	s->max_ms = 1000 * (int64_t)(l->seconds ? l->seconds : 10);
	s->daemon = daemon_start(s, l, &address);
	if (!s->daemon) {
		free(s);
		return deaf_because(l, &address, why);
	}
	s->fd = MHD_get_daemon_info(s->daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
	s->port = MHD_get_daemon_info(s->daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
	*out = s;
	return true;
}

void net_server_close(struct net_server **s)
{
	if (!*s)
		return;
	net_server_release(*s, false);
	MHD_stop_daemon((*s)->daemon);
	free(*s);
	*s = NULL;
}

int net_server_fd(const struct net_server *s)
{
	return s->fd;
}

int net_server_port(const struct net_server *s)
{
	return s->port;
}

int net_server_due(const struct net_server *s)
{
	MHD_UNSIGNED_LONG_LONG wait;
	if (MHD_get_timeout(s->daemon, &wait) != MHD_YES)
		return -1;
	return wait > INT32_MAX ? INT32_MAX : (int)wait;
}

/* Accepts calls that arrived while others were answered; a held call shares the commit of the
 * others. A connection holds at most one call, so that the loop ends. */
void net_server_run(struct net_server *s)
{
	const struct incoming_call *before;
	connections_bound(s);
	do {
		before = s->held;
		(void)MHD_run(s->daemon);
	} while (s->held != before);
}
