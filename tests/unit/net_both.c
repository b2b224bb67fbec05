/* Client and server of the room against each other in one wait, and a crude peer that breaks off
 * where a bank's machine would. */
/* clang-format off */
#include <setjmp.h> /* cmocka wants these before it */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "loket/list.h"
#include "loket/net.h"

#define WAIT_MS 20000

struct fixture {
	struct net_client *client;
	struct net_server *server;
	struct arena a;
	int calls;
};

/* Says back what it heard. */
static void echo(void *self, const struct net_call *call, struct arena *a, struct net_reply *out)
{
	struct fixture *f = self;
	f->calls++;
	const char *word = net_header_find(call->headers, call->header_count, "x-word");
	char *text = arena_print(a, "%s %s %s %s ", call->method, call->path, call->query,
	                         word ? word : "-");
	size_t head = strlen(text);
	char *whole = arena_get(a, head + call->body.size + 1, 1);
	memcpy(whole, text, head);
	if (call->body.size)
		memcpy(whole + head, call->body.data, call->body.size);
	out->status = 200;
	out->headers[out->header_count++] = (struct net_header){ "X-Peer", call->peer };
	out->body = (struct bytes){ (unsigned char *)whole, head + call->body.size };
}

static int setup(void **state)
{
	static struct fixture f;
	struct fault why;
	const struct net_listen listen = { .max_body = 1000 };
	f.a = arena_start(64 * MIB);
	if (!net_client_open(&f.client, &why) ||
	    !net_server_open(&f.server, &listen, echo, &f, &why))
		return -1;
	*state = &f;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *f = *state;
	net_client_close(&f->client);
	net_server_close(&f->server);
	arena_drop(&f->a);
	return 0;
}

static struct net_request request(struct fixture *f, int port, const char *target)
{
	return (
	    struct net_request){ .method = "POST",
		                 .url = arena_print(&f->a, "http://127.0.0.1:%d%s", port, target),
		                 .body = "{}",
		                 .size = 2,
		                 .max_answer = 10000,
		                 .connect_ms = 5000,
		                 .total_ms = 5000,
		                 .tag = 7 };
}

/* Lets client and server run until the one request is answered. */
static struct net_answer run(struct fixture *f, const struct net_request *r)
{
	struct net_answer answer;
	struct fault why;
	int64_t end = clock_steady() + WAIT_MS;
	assert_true(net_start(f->client, r, &why));
	while (!net_take(f->client, &f->a, &answer)) {
		struct net_watch watch = { net_server_fd(f->server), false };
		assert_true(clock_steady() < end);
		assert_true(net_wait(f->client, 200, &watch, 1, &why));
		net_server_run(f->server);
	}
	assert_int_equal(answer.tag, 7);
	return answer;
}

static void a_call_arrives_as_it_was_sent(void **state)
{
	struct fixture *f = *state;
	const struct net_header headers[] = { { "X-Word", " kata " },
		                              { "Content-Type", "application/json" } };
	static const char *const methods[] = { "POST", "PUT", "DELETE" };
	for (size_t i = 0; i < COUNT_OF(methods); i++) {
		struct net_request r = request(f, net_server_port(f->server), "/a%20b/c?x=%2F&y=2");
		r.method = methods[i];
		r.headers = headers;
		r.header_count = 2;
		struct net_answer answer = run(f, &r);
		assert_int_equal(answer.end, NET_ANSWERED);
		assert_int_equal(answer.status, 200);
		assert_string_equal((char *)answer.body.data,
		                    arena_print(&f->a, "%s /a%%20b/c x=%%2F&y=2 kata {}",
		                                methods[i]));
		assert_string_equal(net_header_find(answer.headers, answer.header_count, "x-peer"),
		                    "127.0.0.1");
	}
}

static void bodies_are_bounded_both_ways(void **state)
{
	struct fixture *f = *state;
	struct net_request r = request(f, net_server_port(f->server), "/");
	r.body = arena_get(&f->a, 2000, 1);
	r.size = 1001;
	assert_int_equal(run(f, &r).status, 413);
	r.size = 1000;
	assert_int_equal(run(f, &r).status, 200);
	r.max_answer = 1000;
	assert_int_equal(run(f, &r).end, NET_TOO_LARGE);
}

static void what_cannot_be_sent_is_said(void **state)
{
	struct fixture *f = *state;
	struct fault why;
	const struct net_header split = { "X-Word", "a\r\nX-Other: b" };
	struct net_request r = request(f, net_server_port(f->server), "/");
	r.headers = &split;
	r.header_count = 1;
	assert_false(net_start(f->client, &r, &why));
}

static void only_http_is_spoken(void **state)
{
	struct fixture *f = *state;
	static const char *const urls[] = { "http://",          "file:///etc/passwd",
		                            "ftp://127.0.0.1/", "gopher://127.0.0.1/",
		                            "127.0.0.1",        "http://u:p@127.0.0.1/" };
	for (size_t i = 0; i < COUNT_OF(urls); i++) {
		struct net_request r = request(f, 1, "/");
		struct fault why = { 0 };
		r.url = urls[i];
		assert_false(net_start(f->client, &r, &why));
		assert_int_equal(why.kind, FAULT_MISUSE);
	}
}

/* ---- a peer that misbehaves: takes one connection, reads, sends `says`, cuts ---- */

static int listen_raw(int *port)
{
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	struct sockaddr_in address = { .sin_family = AF_INET,
		                       .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t size = sizeof address;
	assert_int_equal(bind(fd, (struct sockaddr *)&address, size), 0);
	assert_int_equal(listen(fd, 4), 0);
	getsockname(fd, (struct sockaddr *)&address, &size);
	*port = ntohs(address.sin_port);
	return fd;
}

static void peers_that_break_off_are_told_apart(void **state)
{
	struct fixture *f = *state;
	static const struct {
		bool reads;
		const char *says;
		enum net_end end;
	} cases[] = {
		{ true, "", NET_CUT_AFTER },
		{ true, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf", NET_CUT_AFTER },
		{ true, "SSH-2.0-OpenSSH_9.2\r\n", NET_BROKEN },
		{ true, NULL, NET_SLOW },
		{ true,
		  "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n"
		  "Content-Length: 0\r\n\r\n",
		  NET_ANSWERED },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		int port, fd = listen_raw(&port), peer = -1;
		struct fault why;
		struct net_answer answer;
		struct net_request r = request(f, port, "/");
		r.total_ms = 1500;
		assert_true(net_start(f->client, &r, &why));
		while (!net_take(f->client, &f->a, &answer)) {
			struct net_watch watch = { peer < 0 ? fd : peer, false };
			bool open = peer != -2;
			assert_true(net_wait(f->client, 200, &watch, open, &why));
			if (!open || !watch.ready)
				continue;
			if (peer < 0) {
				peer = accept(fd, NULL, NULL);
				continue;
			}
			char heard[4096];
			assert_true(recv(peer, heard, sizeof heard, 0) > 0);
			if (cases[i].says) {
				(void)!send(peer, cases[i].says, strlen(cases[i].says), 0);
				close(peer);
				peer = -2;
			}
		}
		assert_int_equal(answer.end, cases[i].end);
		if (peer >= 0)
			close(peer);
		close(fd);
		r.url = arena_print(&f->a, "http://127.0.0.1:%d/", port);
		assert_int_equal(run(f, &r).end, NET_REFUSED); /* nobody listens now */
	}
}

/* Bytes straight to our server; the status line that comes back, "" when it cuts. */
static void raw_exchange(struct fixture *f, const char *bytes, char *out, size_t capacity)
{
	struct sockaddr_in address = { .sin_family = AF_INET,
		                       .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
		                       .sin_port = htons((uint16_t)net_server_port(f->server)) };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	struct fault why;
	int64_t end = clock_steady() + WAIT_MS;
	assert_int_equal(connect(fd, (struct sockaddr *)&address, sizeof address), 0);
	assert_true(send(fd, bytes, strlen(bytes), 0) > 0);
	for (bool ready = false; !ready;) {
		struct net_watch watch[] = { { net_server_fd(f->server), false }, { fd, false } };
		assert_true(clock_steady() < end);
		assert_true(net_wait(f->client, 200, watch, 2, &why));
		net_server_run(f->server);
		ready = watch[1].ready;
	}
	ssize_t got = recv(fd, out, capacity - 1, 0);
	out[got > 0 ? got : 0] = '\0';
	out[strcspn(out, "\r\n")] = '\0';
	close(fd);
}

static void smuggled_framing_is_refused(void **state)
{
	struct fixture *f = *state;
	static const char *const heads[] = {
		"Content-Length: 2\r\nContent-Length: 2\r\n",
		"Content-Length: 2\r\nContent-Length: 3\r\n",
		"Content-Length: +2\r\n",
		"Content-Length: 2, 2\r\n",
		"Transfer-Encoding: chunked\r\n",
		"Transfer-Encoding: identity\r\nContent-Length: 2\r\n",
		"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
	};
	for (size_t i = 0; i < COUNT_OF(heads); i++) {
		char line[256];
		int before = f->calls;
		raw_exchange(f,
		             arena_print(&f->a, "POST / HTTP/1.1\r\nHost: x\r\n%s\r\n{}", heads[i]),
		             line, sizeof line);
		assert_true(line[0] == '\0' || strstr(line, " 400 ") != NULL);
		assert_int_equal(f->calls, before);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_call_arrives_as_it_was_sent),
		cmocka_unit_test(bodies_are_bounded_both_ways),
		cmocka_unit_test(what_cannot_be_sent_is_said),
		cmocka_unit_test(only_http_is_spoken),
		cmocka_unit_test(peers_that_break_off_are_told_apart),
		cmocka_unit_test(smuggled_framing_is_refused),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
