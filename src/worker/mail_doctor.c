/* Checks the way of a letter before a summons depends on it, link by link: settings and files, then
 * of each server name, connection, TLS and login; the mailbox; what was taken last; the queue. */
#include "loket/mail.h"
#include "loket/store/outbox.h"
#include "loket/text.h"

#include "finding.h"
#include "private.h"

enum { HOST_ROOM = 64 * KIB, ANSWER_ROOM = 64 * KIB, POLL_MS = 500, LATE_MS = MINUTE_MS };

struct mail_doctor {
	struct findings found;
	struct arena a;
	struct app app;
	struct net_client *client;
};

/* One server: the names of its rows, and what the settings say of it. */
struct mail_leg {
	const char *name, *host, *port, *tls, *login, *password, *authorities, *certificate;
	const struct mail_server *server;
	bool smtp;
};

/* ---- files ---- */

static bool file_tell(struct mail_doctor *d, const char *what, const char *file, bool secret)
{
	struct fault why;
	const char *path = home_file(&d->app.home, file, &d->a);
	if (!file[0])
		return true;
	if (!file_exists(path))
		return finding_of(&d->found, DOCTOR_LACKS, what, N_("simpan berkasnya di %1"),
		                  path);
	return !secret || file_private(path, &why) ||
	       finding_fault(&d->found, DOCTOR_WRONG, what, &why);
}

/* ---- a server ---- */

/* `box` NULL: as far as the login. */
static bool ask(struct mail_doctor *d, const struct mail_leg *w, const char *box,
                struct net_answer *out, struct fault *why)
{
	struct net_mail_host host;
	struct arena a = arena_start(HOST_ROOM);
	const struct net_mailbox noop = { .box = box ? box : "",
		                          .command = "NOOP",
		                          .max_answer = ANSWER_ROOM };
	bool good =
	    mail_link_host(&d->app.home, w->server, &a, &host, why) &&
	    (w->smtp ? net_letter_try(d->client, &host, mail_domain(d->app.book->mail.from), why)
	             : net_mailbox_ask(d->client, &host, &noop, why));
	while (good && !net_take(d->client, &d->a, out))
		good = net_wait(d->client, POLL_MS, NULL, 0, why); /* libcurl keeps the time */
	arena_wipe(&a);
	return good;
}

static bool login_tell(struct mail_doctor *d, const struct mail_leg *w,
                       const struct net_answer *answer)
{
	const char *user = w->server->user;
	if (answer->reach < REACH_ALL)
		return finding_of(
		    &d->found, DOCTOR_FAILS, w->login,
		    N_("peladen menjawab \"%1\"; periksa user dan isi password-file pada data/mail.xml"),
		    answer->detail);
	return user[0]
	           ? finding_of(&d->found, DOCTOR_GOOD, w->login, N_("diterima sebagai %1"), user)
	           : finding_tell(&d->found, DOCTOR_GOOD, w->login, _("tanpa kata sandi"));
}

static bool tls_tell(struct mail_doctor *d, const struct mail_leg *w,
                     const struct net_answer *answer)
{
	const char *host = w->server->host;
	if (answer->reach < REACH_TLS)
		return finding_words(
		    &d->found, DOCTOR_FAILS, w->tls,
		    answer->end == NET_TLS
		        ? N_("sertifikat atau TLS %1 tidak diterima (%2); periksa host dan security pada data/mail.xml, dan authorities bila sertifikatnya dari pengadilan sendiri")
		        : N_("%1 tidak menyapa (%2); periksa port dan security pada data/mail.xml: tls, starttls"),
		    (const char *const[FINDING_WORDS]){ host, answer->detail });
	return w->server->security == MAIL_UNENCRYPTED
	           ? finding_tell(&d->found, DOCTOR_GOOD, w->tls,
	                          _("tanpa TLS, di dalam komputer ini saja"))
	           : finding_of(&d->found, DOCTOR_GOOD, w->tls, N_("sertifikat %1 dipercaya"),
	                        host);
}

static bool connection_tell(struct mail_doctor *d, const struct mail_leg *w,
                            const struct net_answer *answer)
{
	const char *host = w->server->host;
	const char *port = arena_print(&d->a, "%d", w->server->port);
	const char *const words[FINDING_WORDS] = { host, port, answer->detail };
	if (answer->reach < REACH_NAME)
		return finding_of(
		    &d->found, DOCTOR_FAILS, w->host,
		    N_("nama %1 tidak dikenal; periksa host pada data/mail.xml, atau DNS komputer ini"),
		    host);
	finding_of(&d->found, DOCTOR_GOOD, w->host, N_("nama %1 dikenal"), host);
	if (answer->reach < REACH_HOST)
		return finding_words(
		    &d->found, DOCTOR_FAILS, w->port,
		    N_("port %2 pada %1 tidak dapat dihubungi (%3); periksa port pada data/mail.xml, peladennya, dan tembok api (firewall)"),
		    words);
	return finding_words(&d->found, DOCTOR_GOOD, w->port, N_("port %2 pada %1 menjawab"),
	                     words);
}

static bool server_tell(struct mail_doctor *d, const struct mail_leg *w)
{
	struct net_answer answer;
	struct fault why;
	if (!file_tell(d, w->password, w->server->password_file, true) ||
	    !file_tell(d, w->authorities, w->server->authorities, false))
		return false;
	if (!ask(d, w, NULL, &answer, &why))
		return finding_fault(&d->found, DOCTOR_WRONG, w->name, &why);
	if (!connection_tell(d, w, &answer) || !tls_tell(d, w, &answer))
		return false;
	chain_tell(&d->found, &d->a, w->certificate, &answer);
	return login_tell(d, w, &answer);
}

static void box_tell(struct mail_doctor *d, const struct mail_leg *w)
{
	struct net_answer answer;
	struct fault why;
	const char *box = d->app.book->mail.box;
	if (!ask(d, w, box, &answer, &why))
		finding_fault(&d->found, DOCTOR_WRONG, "imap/kotak", &why);
	else if (answer.end == NET_ANSWERED)
		finding_of(&d->found, DOCTOR_GOOD, "imap/kotak", N_("kotak %1 ada"), box);
	else
		finding_words(
		    &d->found, DOCTOR_FAILS, "imap/kotak",
		    N_("kotak %1 tidak dapat dibuka (%2); periksa box pada data/mail.xml"),
		    (const char *const[FINDING_WORDS]){ box, answer.detail });
}

static void servers_tell(struct mail_doctor *d)
{
	const struct mail_setup *m = &d->app.book->mail;
	const struct mail_leg smtp = { "smtp",
		                       "smtp/nama",
		                       "smtp/sambungan",
		                       "smtp/tls",
		                       "smtp/login",
		                       "smtp/password-file",
		                       "smtp/authorities",
		                       "smtp/sertifikat",
		                       &m->smtp,
		                       true };
	const struct mail_leg imap = { "imap",
		                       "imap/nama",
		                       "imap/sambungan",
		                       "imap/tls",
		                       "imap/login",
		                       "imap/password-file",
		                       "imap/authorities",
		                       "imap/sertifikat",
		                       &m->imap,
		                       false };
	(void)server_tell(d, &smtp);
	if (m->imap.host[0] && server_tell(d, &imap))
		box_tell(d, &imap);
}

/* ---- what went and what waits ---- */

static void taken_tell(struct mail_doctor *d)
{
	instant at;
	char when[64];
	struct fault why;
	if (!letter_taken_last(d->app.store, &at, &why)) {
		finding_fault(&d->found, DOCTOR_FAILS, "terkirim", &why);
		return;
	}
	instant_show(at, &d->app.book->court.zone, when, sizeof when);
	if (at == INSTANT_NONE)
		finding_tell(&d->found, DOCTOR_GOOD, "terkirim",
		             _("belum ada surat panggilan yang diterima peladen"));
	else
		finding_of(&d->found, DOCTOR_GOOD, "terkirim",
		           N_("surat panggilan terakhir diterima peladen %1"), when);
}

struct mail_queue {
	size_t waiting, given_up;
	const struct outbox_row *first; /* of those that wait */
};

static void waiting_tell(struct mail_doctor *d, const struct mail_queue *q)
{
	char since[64];
	const char *count = arena_print(&d->a, "%zu", q->waiting);
	instant_show(q->first->made, &d->app.book->court.zone, since, sizeof since);
	const char *const words[FINDING_WORDS] = { count, since,
		                                   message_in_language(q->first->error) };
	if (q->first->error[0])
		finding_words(
		    &d->found, DOCTOR_FAILS, "antrean",
		    N_("%1 surat menunggu sejak %2: %3; perbaiki yang disebut di atas, surat terkirim sendiri sesudahnya"),
		    words);
	else if (clock_now() - q->first->made > LATE_MS)
		finding_words(
		    &d->found, DOCTOR_FAILS, "antrean",
		    N_("%1 surat menunggu sejak %2 dan belum dicoba; jalankan pekerja (loketd)"),
		    words);
	else
		finding_words(&d->found, DOCTOR_GOOD, "antrean", N_("%1 surat sedang dikirim"),
		              words);
}

static void queue_tell(struct mail_doctor *d)
{
	struct outbox_list list;
	struct mail_queue q = { 0 };
	struct fault why;
	if (!outbox_read(d->app.store, NULL, &d->a, &list, &why)) {
		finding_fault(&d->found, DOCTOR_FAILS, "antrean", &why);
		return;
	}
	for (size_t i = 0; i < list.count; i++) {
		const struct outbox_row *row = &list.items[i];
		bool dead = text_same(row->state, "dead");
		if (!text_same(row->to, "mail"))
			continue;
		q.given_up += dead;
		q.waiting += !dead;
		if (!dead && q.first == NULL)
			q.first = row;
	}
	if (q.given_up > 0)
		finding_of(
		    &d->found, DOCTOR_FAILS, "antrean",
		    N_("%1 surat tidak terkirim dan tidak dicoba lagi; lihat sebabnya dengan loket outbox list, kirim ulang dengan loket outbox retry NOMOR"),
		    arena_print(&d->a, "%zu", q.given_up));
	if (q.waiting > 0)
		waiting_tell(d, &q);
	if (q.given_up + q.waiting == 0)
		finding_tell(&d->found, DOCTOR_GOOD, "antrean", _("tidak ada surat yang menunggu"));
}

/* ---- all of it ---- */

static void letters_tell(struct mail_doctor *d)
{
	struct fault why;
	const struct mail_setup *m = &d->app.book->mail;
	if (!m->smtp.host[0]) {
		finding_tell(
		    &d->found, DOCTOR_LACKS, "smtp",
		    _("data/mail.xml tidak menyebut <smtp>: pengadilan tidak mengirim surat sendiri; isi seperti contoh di awal berkas itu"));
		return;
	}
	finding_of(&d->found, DOCTOR_GOOD, "berkas", N_("data/mail.xml: surat dari %1"), m->from);
	if (net_client_open(&d->client, &why))
		servers_tell(d);
	else
		finding_fault(&d->found, DOCTOR_FAILS, "smtp", &why);
	net_client_close(&d->client);
	taken_tell(d);
	queue_tell(d);
}

enum fault_kind worker_doctor_mail(doctor_say *say)
{
	struct fault why;
	struct mail_doctor d = { .found = { .say = say }, .a = arena_start(16 * MIB) };
	if (app_open(&d.app, &why)) {
		letters_tell(&d);
		app_close(&d.app);
	} else {
		finding_fault(&d.found, DOCTOR_WRONG, "berkas", &why);
	}
	arena_drop(&d.a);
	return d.found.worst;
}
