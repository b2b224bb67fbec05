/* The bank's notices. What is genuine goes through the service's door and is on disk before the
 * bank hears "accepted"; the same notice again gets the same answer and is not counted twice. */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define CUSTOMER_DIGITS 10

/* What one call is answered, and when. */
struct heard {
	struct bank_reply reply;
	bool held;           /* after the commit; and if that fails: */
	struct bytes undone; /* the body then */
};

/* Under which keys a notice is remembered, and by which words it is the same one. */
struct memory {
	const char *by_payment, *by_external;
	const char *content; /* account and amount */
};

/* An X-EXTERNAL-ID is one of a service and a day. */
static const char *external_key(const struct bank_link *c, enum bank_service s, const char *id,
                                struct arena *a)
{
	static const struct zone jakarta = { "WIB", 7 * 60 }; /* SNAP's day */
	char day_text[16];
	day_iso(instant_day(c->receiver.now, &jakarta), day_text, sizeof day_text);
	return arena_print(a, "%s/%s/%s/%s", c->key, bank_service_name(s), day_text, id);
}

static struct memory memory_of(const struct bank_link *c, const struct bank_notice *n,
                               struct arena *a)
{
	return (struct memory){
		.by_payment = arena_print(a, "%s/payment/%s", c->key, n->payment_id),
		.by_external = external_key(c, n->service, n->external_id, a),
		.content = arena_print(a, "%s/%lld", n->va_digits, (long long)n->paid),
	};
}

/* As it was answered the first time, to the letter; its status is the code's first three digits. */
static void answer_again(const char *body, struct arena *a, struct bank_reply *reply)
{
	static const char before[] = "{\"responseCode\":\"";
	const char *code = body + sizeof before - 1;
	long long status = 0;
	if (strlen(body) < sizeof before + 3 ||
	    !text_number(arena_copy(a, code, 3), 100, 599, &status))
		status = 500;
	reply->status = (int)status;
	reply->body = (struct bytes){ (unsigned char *)arena_text(a, body), strlen(body) };
}

/* With the status of the first. */
static enum bank_verdict inconsistent(const char *first)
{
	return strstr(first, "\"paymentFlagStatus\":\"00\"") ? BANK_INCONSISTENT
	                                                     : BANK_INCONSISTENT_REFUSED;
}

/* What was answered before; false: nothing was, or it cannot be told (then `v` says so). */
static bool heard_before(const struct bank_link *c, const struct bank_notice *n,
                         const struct memory *m, struct arena *a, struct bank_reply *reply)
{
	struct store *store = c->worker->app->store;
	const char *payment, *content, *body, *nothing;
	struct fault why;
	enum bank_verdict v;
	if (!notice_find(store, m->by_external, a, &payment, &nothing, &why) ||
	    !notice_find(store, m->by_payment, a, &content, &body, &why)) {
		log_fault("notice", &why);
		v = BANK_TRY_LATER;
	} else if (payment && strcmp(payment, m->by_payment) != 0) {
		v = BANK_CONFLICT;
	} else if (content && strcmp(content, m->content) != 0) {
		log_line("bank notice %s: other content than before", n->payment_id);
		v = inconsistent(body);
	} else if (content && payment && c->setup.profile.repeat == BANK_REPEAT_INCONSISTENT) {
		v = inconsistent(body);
	} else if (content) {
		/* its id is used up like any other's */
		bool kept = notice_write(store, m->by_external, m->by_payment, "", c->receiver.now,
		                         &why);
		if (!kept)
			log_fault("notice", &why);
		else
			answer_again(body, a, reply);
		return true;
	} else {
		return false;
	}
	bank_reply_notice(&c->receiver, n, v, a, reply);
	return true;
}

/* Ours has ten digits; the bank's may have zeros, and digits of its own, in front. */
static const char *customer_of(const struct bank_link *c, const char *va_digits)
{
	const struct bank_profile *p = &c->setup.profile;
	size_t front = strlen(p->company) + strlen(p->customer_prefix), all = strlen(va_digits);
	const char *customer = all > front ? va_digits + front : "";
	while (customer[0] == '0' && strlen(customer) > CUSTOMER_DIGITS)
		customer++;
	return customer;
}

struct account {
	struct va va;
	struct id filing;
};

/* The account a call is for, and its filing; its trx is "" when there is none. The number is
 * reckoned, so that an account whose making we have not heard of yet is found too. */
static bool account_find(const struct bank_link *c, const char *trx, const char *va_digits,
                         struct arena *a, struct account *out, struct fault *why)
{
	const char *customer = customer_of(c, va_digits);
	struct va *va = &out->va;
	if (!va_by_customer(c->worker->app->store, customer, a, va, &out->filing, why))
		return false;
	const char *digits = va->trx[0] ? bank_va_digits(&c->setup.profile, va->customer_no, a)
	                                : "";
	if (strcmp(digits, va_digits) != 0 || strcmp(va->bank, c->key) != 0 ||
	    (trx[0] && strcmp(trx, va->trx) != 0))
		va->trx = "";
	return true;
}

static bool book_payment(const struct bank_link *c, const struct bank_notice *n,
                         const struct account *account, struct arena *a)
{
	const struct session *s = &c->worker->bank;
	struct command cmd = service_command(s, &account->filing, -1, "bayar", "lunas");
	struct answer answer;
	struct fault why;
	char at[64] = "";
	if (n->paid_at != INSTANT_NONE)
		instant_utc(n->paid_at, at, sizeof at);
	const struct {
		const char *name, *text;
	} words[] = {
		{ "trx", account->va.trx },
		{ "payment", n->payment_id },
		{ "amount", arena_print(a, "%lld", (long long)n->paid) },
		{ "at", at },
		{ "channel", n->channel },
		{ "reference", n->reference },
		{ "source", "notice" },
	};
	for (size_t i = 0; i < COUNT_OF(words); i++)
		values_set(&cmd.values, a, "", 0, words[i].name, words[i].text);
	if (!service_do(s, &cmd, a, &answer, &why)) {
		log_fault("bayar.lunas", &why);
		return false;
	}
	log_line("bank notice %s %s: %s", account->va.trx, n->payment_id,
	         answer.event ? answer.event : "");
	return true;
}

/* The money has moved and nobody knows for whom: it is kept for the kasir. */
static enum bank_verdict keep_stray(const struct bank_link *c, const struct bank_notice *n)
{
	struct fault why;
	const struct payment p = { .id = n->payment_id,
		                   .trx = n->va_digits,
		                   .amount = n->paid,
		                   .at = n->paid_at == INSTANT_NONE ? c->receiver.now : n->paid_at,
		                   .channel = n->channel,
		                   .reference = n->reference,
		                   .source = "notice",
		                   .note = N_("VA tidak dikenal") };
	log_line("bank notice %s: no such account %s", n->payment_id, n->va_digits);
	if (c->setup.profile.bill_here || n->paid <= 0 || !n->payment_id[0])
		return BANK_NO_SUCH_VA;
	if (service_stray(&c->worker->bank, &p, &why))
		return BANK_ACCEPTED;
	log_fault("titipan", &why);
	return BANK_TRY_LATER;
}

/* Both keys in the transaction of the payment itself, so that whoever asks again after a crash
 * hears the first answer to the letter, or is heard for the first time. */
static bool remember(const struct bank_link *c, const struct memory *m,
                     const struct bank_reply *reply, bool by_payment, struct fault *why)
{
	struct store *store = c->worker->app->store;
	instant now = c->receiver.now;
	return notice_write(store, m->by_external, m->by_payment, "", now, why) &&
	       (!by_payment || notice_write(store, m->by_payment, m->content,
	                                    (const char *)reply->body.data, now, why));
}

/* What a bank that holds our bill may still refuse; where the money has moved already it is taken
 * in whatever it is, and the court's rules put it aside. */
static enum bank_verdict bill_verdict(const struct bank_link *c, const struct va *va)
{
	static const enum bank_verdict by_state[] = {
		[VA_ASKED] = BANK_ACCEPTED,       [VA_LIVE] = BANK_ACCEPTED,
		[VA_PAID] = BANK_ALREADY_PAID,    [VA_EXPIRED] = BANK_EXPIRED,
		[VA_CANCELLED] = BANK_NO_SUCH_VA, [VA_REFUSED] = BANK_NO_SUCH_VA,
		[VA_TROUBLE] = BANK_NO_SUCH_VA,
	};
	enum bank_verdict v = by_state[va->state];
	return v == BANK_ACCEPTED && c->receiver.now > va->expires ? BANK_EXPIRED : v;
}

static enum bank_verdict notice_decide(struct bank_link *c, const struct bank_notice *n,
                                       struct arena *a)
{
	const struct bank_profile *p = &c->setup.profile;
	struct account account;
	const struct va *va = &account.va;
	struct fault why;
	if (!account_find(c, n->trx_id, n->va_digits, a, &account, &why)) {
		log_fault("notice", &why);
		return BANK_TRY_LATER;
	}
	if (!va->trx[0])
		return keep_stray(c, n);
	if (p->bill_here && bill_verdict(c, va) != BANK_ACCEPTED)
		return bill_verdict(c, va);
	if (p->bill_here && n->paid >= 0 && n->paid != va->amount)
		return BANK_WRONG_AMOUNT;
	if (n->service == BANK_NOTIFY && p->push_cancels) {
		log_line("bank notice %s: the bank takes a payment of %s back", n->payment_id,
		         va->trx);
		link_note(
		    c->worker, "bank", false,
		    N_("bank menyatakan sebuah pembayaran dibatalkan; kasir perlu memeriksanya"));
		return BANK_ACCEPTED;
	}
	if (p->confirm || n->paid < 0 || !n->payment_id[0]) {
		watch_soon(c->worker); /* the bank's own record counts */
		return BANK_ACCEPTED;
	}
	return book_payment(c, n, &account, a) ? BANK_ACCEPTED : BANK_TRY_LATER;
}

static void on_notice(struct bank_link *c, enum bank_service s, const struct bank_call *call,
                      struct arena *a, struct heard *out)
{
	struct bank_notice n;
	struct fault why;
	struct bank_reply undone;
	if (!bank_receive_notice(&c->receiver, s, call, a, &n, &out->reply)) {
		log_line("bank notice refused: %s", (const char *)out->reply.body.data);
		return;
	}
	const struct memory m = memory_of(c, &n, a);
	bank_reply_notice(&c->receiver, &n, BANK_TRY_LATER, a, &undone);
	out->undone = undone.body;
	out->reply = undone;
	if (!batch_begin(c->worker, &why)) {
		log_fault("notice", &why);
		return;
	}
	out->held = true; /* also a repeat: what it repeats may not be on disk yet */
	if (heard_before(c, &n, &m, a, &out->reply))
		return;
	enum bank_verdict v = notice_decide(c, &n, a);
	bank_reply_notice(&c->receiver, &n, v, a, &out->reply);
	/* a refusal is final for that payment too */
	if (v != BANK_TRY_LATER && !remember(c, &m, &out->reply, n.payment_id[0] != '\0', &why)) {
		log_fault("notice", &why);
		out->reply = undone;
	}
}

/* ---- the bank asks for a bill ---- */

static bool bill_read(const struct bank_link *c, const struct bank_inquiry *q, struct arena *a,
                      struct bank_bill *out, struct fault *why)
{
	const struct app *p = c->worker->app;
	struct account account;
	struct filing f;
	if (!account_find(c, "", q->va_digits, a, &account, why))
		return false;
	const struct va *va = &account.va;
	enum bank_verdict v = va->trx[0] ? bill_verdict(c, va) : BANK_NO_SUCH_VA;
	*out = (struct bank_bill){ v, "", 0 };
	if (v != BANK_ACCEPTED)
		return true;
	if (!filing_read(p->store, p->book, &account.filing, a, &f, why))
		return false;
	*out = (struct bank_bill){ v, filing_value(&f, "akun", "nama"), va->amount };
	return true;
}

static struct bank_bill bill_find(const struct bank_link *c, const struct bank_inquiry *q,
                                  struct arena *a)
{
	struct bank_bill bill;
	struct fault why;
	if (bill_read(c, q, a, &bill, &why))
		return bill;
	log_fault("inquiry", &why);
	return (struct bank_bill){ BANK_TRY_LATER, "", 0 };
}

/* Was another question asked under this id today? A question moves nothing, so unlike a payment it
 * is remembered in memory only. */
static bool asked_otherwise(struct bank_link *c, const struct bank_inquiry *q, struct arena *a)
{
	const char *id = external_key(c, BANK_INQUIRY, q->external_id, a);
	const char *question = arena_print(a, "%s/%s", q->va_digits, q->inquiry_id);
	struct asked now;
	bank_digest(id, strlen(id), now.id);
	bank_digest(question, strlen(question), now.question);
	for (size_t i = 0; i < MOST_ASKED; i++) {
		if (strcmp(c->asked[i].id, now.id) == 0)
			return strcmp(c->asked[i].question, now.question) != 0;
	}
	c->asked[c->asked_count++ % MOST_ASKED] = now;
	return false;
}

static void on_inquiry(struct bank_link *c, const struct bank_call *call, struct arena *a,
                       struct bank_reply *reply)
{
	struct bank_inquiry q;
	if (!bank_receive_inquiry(&c->receiver, call, a, &q, reply)) {
		log_line("bank inquiry refused: %s", (const char *)reply->body.data);
		return;
	}
	const struct bank_bill bill = asked_otherwise(c, &q, a)
	                                  ? (struct bank_bill){ BANK_CONFLICT, "", 0 }
	                                  : bill_find(c, &q, a);
	bank_reply_inquiry(&c->receiver, &q, &bill, a, reply);
	log_line("bank inquiry %s %s: %d", q.inquiry_id, q.va_digits, reply->status);
}

static void call_hear(struct bank_link *c, const struct bank_call *call, struct arena *a,
                      struct heard *out)
{
	enum bank_service s;
	if (!bank_route_find(&c->receiver, call, &s, a, &out->reply))
		return;
	if (s == BANK_TOKEN)
		bank_receive_token(&c->receiver, call, a, &out->reply);
	else if (s == BANK_INQUIRY)
		on_inquiry(c, call, a, &out->reply);
	else
		on_notice(c, s, call, a, out);
}

/* The call as room bank reads it, and the time at which it does. */
static struct bank_call call_take(struct bank_link *c, const struct net_call *call, struct arena *a)
{
	struct bank_header *headers = arena_get(a, call->header_count + 1, sizeof *headers);
	for (size_t i = 0; i < call->header_count; i++)
		headers[i] = (struct bank_header){ call->headers[i].name, call->headers[i].value };
	c->receiver.now = clock_now();
	c->receiver.steady = clock_steady();
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

/* What the server would not read: 403 of whom it does not know, else too large or not plain. */
static void on_refusal(void *self, int status, const struct net_call *call, struct arena *a,
                       struct net_reply *out)
{
	struct bank_link *c = self;
	bool known = status != 403 && bank_caller_known(&c->setup.profile, call->peer);
	turn_away(c, call, !known, a, out);
}

static void on_call(void *self, const struct net_call *call, struct arena *a, struct net_reply *out)
{
	struct bank_link *c = self;
	struct heard heard = { .held = false };
	if (!bank_caller_known(&c->setup.profile, call->peer)) {
		turn_away(c, call, true, a, out);
		return;
	}
	const struct bank_call bank_call = call_take(c, call, a);
	c->worker->busy_last = c->receiver.steady;
	c->worker->heard_last = c->receiver.now;
	call_hear(c, &bank_call, a, &heard);
	reply_give(&heard.reply, out);
	out->held = heard.held;
	out->undone = heard.undone;
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

/* Where a bank on this machine finds us: written for the simulator, which is told no port. */
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

bool bank_link_listen(struct bank_link *c, struct fault *why)
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
