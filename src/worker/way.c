/* The links of one call, each by itself, so that the one that is broken is named. */
#include <string.h>

#include "loket/net.h"
#include "loket/text.h"

#include "finding.h"
#include "private.h"

enum { SOON_DAYS = 30, SLOW_MS = 3000, DAY_MS = 24 * 60 * MINUTE_MS };

/* Name and port, without scheme and path. */
static const char *host_of(const char *url, struct arena *a)
{
	const char *at = strstr(url, "://");
	at = at ? at + strlen("://") : url;
	return arena_copy(a, at, strcspn(at, "/"));
}

void chain_tell(struct findings *f, struct arena *a, const char *what,
                const struct net_answer *answer)
{
	char end[40];
	if (answer->chain_ends == INSTANT_NONE)
		return;
	int64_t days = (answer->chain_ends - clock_now()) / DAY_MS;
	instant_show(answer->chain_ends, &bank_zone, end, sizeof end);
	const char *const words[FINDING_WORDS] = { end, arena_print(a, "%lld", (long long)days) };
	if (days < SOON_DAYS)
		finding_words(f, DOCTOR_SOON, what,
		              N_("sertifikatnya berakhir %1 (%2 hari lagi); pastikan pemiliknya "
		                 "memasang yang baru sebelum itu"),
		              words);
	else
		finding_words(f, DOCTOR_GOOD, what, N_("sertifikatnya berlaku sampai %1 (%2 hari)"),
		              words);
}

static bool link_tell(struct findings *f, const char *what, bool good, const char *const texts[2],
                      const char *const words[FINDING_WORDS])
{
	return finding_words(f, good ? DOCTOR_GOOD : DOCTOR_FAILS, what, texts[good], words);
}

static const char *taken(struct arena *a, int ms)
{
	return arena_print(a, "%d", ms);
}

void way_tell(struct findings *f, struct arena *a, const char *url, const struct net_answer *answer)
{
	static const char *const name[] = {
		N_("nama pada %1 tidak dikenal; periksa alamat itu, DNS komputer ini dan "
		   "kabel jaringannya"),
		N_("nama pada %1 dikenal (%3 ms)")
	};
	static const char *const port[] = {
		N_("%1 tidak dapat dihubungi (%2); periksa alamat dan portnya, peladennya, dan "
		   "tembok api (firewall)"),
		N_("%1 menerima sambungan (%3 ms)")
	};
	static const char *const tls[] = {
		N_("TLS dengan %1 gagal (%2); periksa sertifikatnya dan authorities"),
		N_("TLS dengan %1 baik (%3 ms)")
	};
	static const char *const reply[] = {
		N_("%1 tidak menjawab (%2); hubungi pengurus peladennya"), N_("%1 menjawab (%3 ms)")
	};
	const char *host = host_of(url, a), *said = answer->detail;
	const struct {
		const char *what;
		const char *const *texts;
		enum net_reach past; /* reached: it is good */
		int ms;
	} links[] = {
		{ "jalan/nama", name, REACH_NAME, answer->name_ms },
		{ "jalan/port", port, REACH_HOST, answer->host_ms },
		{ "jalan/tls", tls, REACH_TLS, answer->tls_ms },
		{ "jalan/jawaban", reply, REACH_ALL, answer->all_ms },
	};
	for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
		const char *const words[FINDING_WORDS] = { host, said, taken(a, links[i].ms) };
		if (links[i].past == REACH_TLS && !text_starts(url, "https:"))
			continue;
		if (!link_tell(f, links[i].what, answer->reach >= links[i].past, links[i].texts,
		               words))
			return;
	}
	chain_tell(f, a, "jalan/sertifikat", answer);
	if (answer->all_ms > SLOW_MS)
		finding_of(f, DOCTOR_SOON, "jalan/waktu",
		           N_("jawaban datang sesudah %1 ms; jaringan atau peladennya lambat"),
		           taken(a, answer->all_ms));
}
