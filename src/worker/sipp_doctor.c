/* Checks SIPP before a case depends on it: settings and token, the links to it, its health, and
 * whether it is this court's. */
#include "loket/text.h"

#include "finding.h"
#include "private.h"

enum { POLL_MS = 500 };

struct sipp_doctor {
	struct findings found;
	struct arena a;
	struct app app;
	struct worker *w; /* of it the link to SIPP and the client */
};

/* Asks `message`, which needs no fields. */
static bool ask(struct sipp_doctor *d, enum sipp_message message, struct net_answer *answer,
                struct sipp_answer *out, struct fault *why)
{
	struct sipp_request r;
	struct worker *w = d->w;
	struct request *e = &w->requests[0];
	const struct sipp_question q = { message, NULL, 0 };
	e->asked = message;
	if (!sipp_encode(&w->sipp_link.sipp, &q, &d->a, &r, why) ||
	    !sipp_link_call(w, e, &r, &d->a, why))
		return false;
	while (!net_take(w->client, &d->a, answer)) {
		if (!net_wait(w->client, POLL_MS, NULL, 0, why)) /* libcurl keeps the time */
			return false;
	}
	const struct sipp_bytes body = { answer->body.data, answer->body.size };
	*out = (struct sipp_answer){ .outcome = SIPP_LATER, .message = answer->detail };
	if (answer->end == NET_ANSWERED)
		sipp_decode(&w->sipp_link.sipp, &q, answer->status, &body, &d->a, out);
	return true;
}

static bool address_of(struct sipp_doctor *d, const char **url, struct fault *why)
{
	const struct sipp_link *b = &d->w->sipp_link;
	*url = b->base_url;
	return !b->url_file[0] || home_line(&d->app.home, b->url_file, &d->a, url, why);
}

static bool token_tell(struct sipp_doctor *d)
{
	struct fault why;
	const char *file = d->w->sipp_link.token_file;
	const char *path = home_file(&d->app.home, file, &d->a);
	if (!file[0])
		return true;
	if (!file_exists(path))
		return finding_of(&d->found, DOCTOR_LACKS, "token", N_("simpan token SIPP di %1"),
		                  path);
	return file_private(path, &why) || finding_fault(&d->found, DOCTOR_WRONG, "token", &why);
}

static void clock_tell(struct sipp_doctor *d, const struct net_answer *answer)
{
	instant theirs = answer_clock(answer);
	if (theirs == INSTANT_NONE)
		return;
	int64_t off = clock_now() - theirs;
	bool good = off < d->app.book->court.clock_minutes * MINUTE_MS &&
	            -off < d->app.book->court.clock_minutes * MINUTE_MS;
	finding_of(&d->found, good ? DOCTOR_GOOD : DOCTOR_FAILS, "jam",
	           good ? N_("selisih dengan jam SIPP %1 detik")
	                : N_("jam komputer ini selisih %1 detik dengan jam SIPP; setel jamnya "
	                     "(NTP)"),
	           arena_print(&d->a, "%lld", (long long)off / 1000));
}

static bool health_tell(struct sipp_doctor *d, const char *url)
{
	struct net_answer answer;
	struct sipp_answer s;
	struct fault why;
	if (!ask(d, SIPP_HEALTH, &answer, &s, &why))
		return finding_fault(&d->found, DOCTOR_WRONG, "alamat", &why);
	way_tell(&d->found, &d->a, url, &answer);
	if (answer.end != NET_ANSWERED)
		return false;
	clock_tell(d, &answer);
	if (s.outcome != SIPP_DONE)
		return finding_of(&d->found, DOCTOR_FAILS, "kesehatan",
		                  N_("SIPP menjawab \"%1\"; periksa token, dan loket-sippd di "
		                     "peladen SIPP"),
		                  s.message);
	return finding_words(&d->found, DOCTOR_GOOD, "kesehatan",
	                     s.health.reads_only ? N_("%1 %2, hanya membaca: nomor perkara "
	                                              "diberikan petugas SIPP")
	                                         : N_("%1 %2 siap"),
	                     (const char *const[FINDING_WORDS]){ s.health.name, s.health.version });
}

static void court_tell(struct sipp_doctor *d)
{
	struct net_answer answer;
	struct sipp_answer s;
	struct fault why;
	const char *ours = d->app.book->court.code;
	if (!ask(d, SIPP_COURT, &answer, &s, &why))
		finding_fault(&d->found, DOCTOR_FAILS, "pengadilan", &why);
	else if (s.outcome != SIPP_DONE)
		finding_of(&d->found, DOCTOR_FAILS, "pengadilan",
		           N_("SIPP tidak menyebut pengadilannya: %1"), s.message);
	else if (!text_same(s.court.code, ours))
		finding_words(&d->found, DOCTOR_WRONG, "pengadilan",
		              N_("SIPP itu milik %1, data/court.xml menyebut %2; tidak ada yang "
		                 "didaftarkan sampai keduanya sama"),
		              (const char *const[FINDING_WORDS]){ s.court.code, ours });
	else
		finding_of(&d->found, DOCTOR_GOOD, "pengadilan", N_("SIPP %1, pengadilan ini"),
		           s.court.code);
}

static void sipp_tell(struct sipp_doctor *d)
{
	struct fault why;
	const char *url;
	if (!sipp_link_open(d->w, &why)) {
		finding_fault(&d->found, DOCTOR_WRONG, "berkas", &why);
		return;
	}
	if (!address_of(d, &url, &why))
		finding_fault(&d->found, DOCTOR_FAILS, "alamat", &why);
	else if (!url[0])
		finding_tell(&d->found, DOCTOR_LACKS, "alamat",
		             _("isi base-url pada data/sipp.xml dengan alamat loket-sippd"));
	else if (token_tell(d) && health_tell(d, url))
		court_tell(d);
	sipp_link_close(d->w);
}

enum fault_kind worker_doctor_sipp(doctor_say *say)
{
	struct fault why;
	struct sipp_doctor d = { .found = { .say = say }, .a = arena_start(32 * MIB) };
	d.w = arena_get(&d.a, 1, sizeof *d.w); /* too large for the stack */
	*d.w = (struct worker){ .app = &d.app };
	if (!app_open(&d.app, &why)) {
		finding_fault(&d.found, DOCTOR_WRONG, "berkas", &why);
		arena_drop(&d.a);
		return d.found.worst;
	}
	if (net_client_open(&d.w->client, &why))
		sipp_tell(&d);
	else
		finding_fault(&d.found, DOCTOR_FAILS, "jalan", &why);
	net_client_close(&d.w->client);
	app_close(&d.app);
	arena_drop(&d.a);
	return d.found.worst;
}
