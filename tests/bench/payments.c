/* Payments told to the worker as fast as it takes them, over a few connections that stay open; and
 * a server with an empty handler, the same server the worker listens with, for comparison.
 *
 *   payments empty                                   prints its port and serves
 *   payments tell PORT TOKEN SECRET CONNECTIONS      accounts come on standard input, "digits trx
 * rupiah"; each must be accepted. Prints how many a second. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "loket/net.h"

enum { MOST = 64, BODY = 1024, REQUEST = 4096, LONGEST = 2048 };
#define PATH "/v1.0/transfer-va/payment"

static const char *token, *secret;

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void digest_of(const char *body, char out[65])
{
	unsigned char sum[32];
	unsigned size = sizeof sum;
	EVP_Digest(body, strlen(body), sum, &size, EVP_sha256(), NULL);
	for (unsigned i = 0; i < size; i++)
		snprintf(out + 2 * i, 3, "%02x", sum[i]);
}

static void sign(const char *body, const char *stamp, char out[128])
{
	char digest[65], text[LONGEST];
	unsigned char sum[64];
	unsigned size = sizeof sum;
	digest_of(body, digest);
	int length = snprintf(text, sizeof text, "POST:%s:%s:%s:%s", PATH, token, digest, stamp);
	HMAC(EVP_sha512(), secret, (int)strlen(secret), (unsigned char *)text, (size_t)length, sum,
	     &size);
	EVP_EncodeBlock((unsigned char *)out, sum, (int)size);
}

/* The next account's notice, signed; 0: there is none. */
static int request_next(char *out)
{
	static long serial;
	char digits[40], trx[40], amount[24], body[BODY], stamp[40], signature[128];
	if (scanf("%39s %39s %23s", digits, trx, amount) != 3)
		return 0;
	time_t local = time(NULL) + 7 * 3600;
	struct tm t;
	gmtime_r(&local, &t);
	strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%S+07:00", &t);
	int size = snprintf(
	    body, sizeof body,
	    "{\"partnerServiceId\":\"    %.4s\",\"customerNo\":\"%s\",\"virtualAccountNo\":"
	    "\"    %s\",\"virtualAccountName\":\"Siti\",\"trxId\":\"%s\","
	    "\"paymentRequestId\":\"B%s\",\"paidAmount\":{\"value\":\"%s.00\",\"currency\":"
	    "\"IDR\"},\"trxDateTime\":\"%s\",\"referenceNo\":\"1\",\"additionalInfo\":{}}",
	    digits, digits + 4, digits, trx, trx, amount, stamp);
	sign(body, stamp, signature);
	return snprintf(out, REQUEST,
	                "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
	                "Authorization: Bearer %s\r\nX-TIMESTAMP: %s\r\nX-SIGNATURE: %s\r\n"
	                "X-PARTNER-ID: BANKSIM\r\nX-EXTERNAL-ID: %ld%06ld\r\nCHANNEL-ID: 95221\r\n"
	                "Content-Length: %d\r\n\r\n%s",
	                PATH, token, stamp, signature, (long)time(NULL), serial++, size, body);
}

struct talk {
	char answer[8192];
	size_t got;
};

static int dial(int port)
{
	struct sockaddr_in at = { .sin_family = AF_INET,
		                  .sin_port = htons((uint16_t)port),
		                  .sin_addr = { htonl(INADDR_LOOPBACK) } };
	int fd = socket(AF_INET, SOCK_STREAM, 0), one = 1;
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
	if (fd < 0 || connect(fd, (struct sockaddr *)&at, sizeof at) != 0) {
		perror("connect");
		exit(3);
	}
	return fd;
}

/* 1: another one is on its way; 0: there is none. */
static int ask(int fd)
{
	char request[REQUEST];
	int size = request_next(request);
	if (size > 0 && write(fd, request, (size_t)size) != size)
		exit(3);
	return size > 0;
}

/* Has all of the answer come? It must be a yes. */
static int answered(struct talk *t, int fd)
{
	ssize_t part = read(fd, t->answer + t->got, sizeof t->answer - 1 - t->got);
	if (part <= 0)
		exit(3);
	t->got += (size_t)part;
	t->answer[t->got] = '\0';
	const char *body = strstr(t->answer, "\r\n\r\n"),
	           *length = strstr(t->answer, "Content-Length: ");
	if (!body || !length ||
	    t->got < (size_t)(body + 4 - t->answer) + strtoul(length + 16, NULL, 10))
		return 0;
	if (strncmp(t->answer, "HTTP/1.1 200", 12) != 0) {
		fprintf(stderr, "%s\n", t->answer);
		exit(1);
	}
	t->got = 0;
	return 1;
}

static int tell(int port, int connections)
{
	static struct talk talks[MOST];
	struct pollfd fds[MOST];
	int busy = 0, told = 0;
	for (int i = 0; i < connections; i++)
		fds[i] = (struct pollfd){ .fd = dial(port), .events = POLLIN };
	double begun = now();
	for (int i = 0; i < connections; i++)
		busy += ask(fds[i].fd);
	while (busy > 0 && poll(fds, (nfds_t)connections, 20000) > 0) {
		for (int i = 0; i < connections; i++) {
			if (!(fds[i].revents & (POLLIN | POLLHUP)) ||
			    !answered(&talks[i], fds[i].fd))
				continue;
			told++;
			busy += ask(fds[i].fd) - 1;
		}
	}
	printf("%.0f\n", told / (now() - begun));
	return busy > 0 ? 3 : 0;
}

static void on_call(void *self, const struct net_call *call, struct arena *a, struct net_reply *out)
{
	static unsigned char yes[] = "{\"responseCode\":\"2002500\"}";
	(void)self;
	(void)call;
	(void)a;
	out->status = 200;
	out->body = (struct bytes){ yes, sizeof yes - 1 };
}

static int serve(void)
{
	const struct net_listen listen = { .address = "127.0.0.1" };
	struct net_server *server;
	if (!net_server_open(&server, &listen, on_call, NULL, NULL))
		return 3;
	printf("%d\n", net_server_port(server));
	fflush(stdout);
	for (;;) {
		struct pollfd fd = { .fd = net_server_fd(server), .events = POLLIN };
		poll(&fd, 1, 1000);
		net_server_run(server);
	}
}

int main(int argc, char **argv)
{
	if (argc == 2 && strcmp(argv[1], "empty") == 0)
		return serve();
	if (argc != 6 || strcmp(argv[1], "tell") != 0)
		return 2;
	token = argv[3];
	secret = argv[4];
	int connections = (int)strtol(argv[5], NULL, 10);
	return tell((int)strtol(argv[2], NULL, 10),
	            connections > 0 && connections <= MOST ? connections : 1);
}
