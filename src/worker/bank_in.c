/* The bank's calls to the court: checking the caller, finding the service, sending the answer. */
#include <stdlib.h>
#include <string.h>

#include "private.h"

static void call_answer(struct bank_link *c, const struct bank_call *call, struct arena *a,
                        struct reply *out)
{
	enum bank_service s;
	if (!bank_route_find(&c->receiver, call, &s, a, &out->bank))
		return;
	if (s == BANK_TOKEN)
		bank_receive_token(&c->receiver, call, a, &out->bank);
	else if (s == BANK_INQUIRY)
		inquiry_receive(c, call, a, &out->bank);
	else
		notice_receive(c, s, call, a, out);
}

/* The call as room bank takes it, and its time. */
static struct bank_call call_take(struct bank_link *c, const struct net_call *call, struct arena *a)
{
	struct bank_header *headers = arena_get(a, call->header_count + 1, sizeof *headers);
	for (size_t i = 0; i < call->header_count; i++)
		headers[i] = (struct bank_header){ call->headers[i].name, call->headers[i].value };
	c->receiver.now = clock_now();
	random_fill(c->receiver.random, sizeof c->receiver.random);
	return (struct bank_call){ call->method, call->path,         call->query,
		                   headers,      call->header_count, call->body };
}

static void reply_give(const struct bank_reply *reply, struct net_reply *out)
{
	out->status = reply->status;
	out->headers[out->header_count++] = (struct net_header){ "Content-Type",
		                                                 "application/json" };
	out->headers[out->header_count++] = (struct net_header){ "X-TIMESTAMP", reply->stamp };
	out->body = reply->body;
}

static void turn_away(struct bank_link *c, const struct net_call *call, bool stranger,
                      struct arena *a, struct net_reply *out)
{
	const struct bank_call bank_call = call_take(c, call, a);
	struct bank_reply reply;
	bank_turn_away(&c->receiver, &bank_call, stranger, a, &reply);
	log_line("bank call from %s turned away: %d", call->peer, reply.status);
	reply_give(&reply, out);
}

/* What the server refuses by itself: 403 for an unknown caller, else too large or malformed. */
static void on_refusal(void *self, int status, const struct net_call *call, struct arena *a,
                       struct net_reply *out)
{
	struct bank_link *c = self;
	bool known = status != 403 && bank_caller_known(&c->setup.profile, call->peer);
	turn_away(c, call, !known, a, out);
}

/* Why its calls are refused, when its clock and ours are further apart than the profile allows. */
static void clock_tell(const struct bank_link *c, const struct net_call *call)
{
	instant theirs, ours = c->receiver.now;
	char here[64], there[64];
	const char *stamp = net_header_find(call->headers, call->header_count, "X-TIMESTAMP");
	if (stamp == NULL || !instant_parse(stamp, &theirs))
		return;
	long long apart = (long long)(theirs - ours) / 1000;
	if (llabs(apart) <= c->setup.profile.skew_seconds)
		return;
	instant_utc(theirs, there, sizeof there);
	instant_utc(ours, here, sizeof here);
	log_line("bank call: its clock says %s, ours %s: %lld seconds apart", there, here, apart);
}

static void on_call(void *self, const struct net_call *call, struct arena *a, struct net_reply *out)
{
	struct bank_link *c = self;
	struct reply reply = { .held = false };
	if (!bank_caller_known(&c->setup.profile, call->peer)) {
		turn_away(c, call, true, a, out);
		return;
	}
	const struct bank_call bank_call = call_take(c, call, a);
	c->worker->busy_last = clock_steady();
	c->worker->heard_last = c->receiver.now;
	clock_tell(c, call);
	call_answer(c, &bank_call, a, &reply);
	reply_give(&reply.bank, out);
	out->held = reply.held;
	out->undone = reply.undone;
}

/* ---- listening ---- */

static bool pem_read(const struct home *h, const char *name, struct arena *a, const char **out,
                     struct fault *why)
{
	struct bytes all;
	if (!name[0])
		return true;
	if (!file_read(home_file(h, name, a), 64 * KIB, a, &all, why))
		return false;
	*out = (const char *)all.data;
	return true;
}

static bool secret_pem_read(const struct home *h, const char *name, struct arena *a,
                            const char **out, struct fault *why)
{
	return (!name[0] || file_private(home_file(h, name, a), why)) &&
	       pem_read(h, name, a, out, why);
}

/* Writes our address for a bank on this machine: the simulator is given no port. */
static bool address_tell(struct bank_link *c, struct fault *why)
{
	const struct home *h = &c->worker->app->home;
	if (!c->setup.own_url_file[0])
		return true;
	const char *host = c->setup.listen;
	if (strchr(host, ':'))
		host = arena_print(&c->a, "[%s]", host);
	const char *url = arena_print(&c->a, "%s://%s:%d\n",
	                              c->setup.certificate[0] ? "https" : "http", host,
	                              net_server_port(c->server));
	const char *path = home_file(h, c->setup.own_url_file, &c->a);
	const char *end = strrchr(path, '/');
	return folder_make(arena_copy(&c->a, path, (size_t)(end - path)), why) &&
	       file_write(path, url, strlen(url), 0600, why);
}

bool bank_in_listen(struct bank_link *c, struct fault *why)
{
	const struct home *h = &c->worker->app->home;
	struct net_listen listen = { .address = c->setup.listen,
		                     .port = c->setup.port,
		                     .old_tls = c->setup.profile.old_tls,
		                     .refuse = on_refusal };
	return pem_read(h, c->setup.certificate, &c->a, &listen.certificate, why) &&
	       secret_pem_read(h, c->setup.certificate_key, &c->a, &listen.key, why) &&
	       pem_read(h, c->setup.caller_authorities, &c->a, &listen.authorities, why) &&
	       net_server_open(&c->server, &listen, on_call, c, why) && address_tell(c, why);
}
