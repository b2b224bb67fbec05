/* Checks a bank's profile before money depends on it: missing values, and, without moving money,
 * keys, connection, certificate, clock, token. Runs beside a worker or without one. */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "finding.h"
#include "private.h"

#define PATIENCE_MS 60000

struct doctor {
	const struct home *h;
	struct findings found;
	struct arena a;
	struct bank_setup setup;
	struct bank_keys *keys;
	struct net_client *client;
};

/* ---- the profile ---- */

/* Where to get a value; the first row that matches the beginning and the end of its place. */
static const struct {
	const char *begins, *ends, *from;
} sources[] = {
	{ "bank/base-url", "",
	  N_("alamat layanan SNAP; bank memberi satu untuk uji dan satu untuk produksi") },
	{ "identity/client-key", "",
	  N_("client ID (X-CLIENT-KEY) yang diberikan bank ketika pengadilan didaftarkan") },
	{ "identity/partner-id", "",
	  N_("X-PARTNER-ID yang diberikan bank ketika pengadilan didaftarkan") },
	{ "identity/channel-id", "", N_("CHANNEL-ID yang ditetapkan bank") },
	{ "identity/caller-key", "",
	  N_("X-CLIENT-KEY yang dipakai bank ketika meminta token kepada pengadilan") },
	{ "identity/caller-id", "",
	  N_("X-PARTNER-ID yang dipakai bank ketika memanggil pengadilan") },
	{ "number/company", "",
	  N_("kode perusahaan (partnerServiceId) dari perjanjian dengan bank") },
	{ "number/customer-digits", "",
	  N_("panjang nomor pelanggan di belakang kode perusahaan; dari perjanjian dengan bank") },
	{ "number/", "", N_("susunan nomor virtual account; dari dokumen teknis bank") },
	{ "calls[", "/path", N_("jalur layanan di bank; dari dokumen teknis bank") },
	{ "serves[", "/path", N_("jalur di pengadilan yang didaftarkan ke bank") },
	{ "", "/signature", N_("simetris atau asimetris; dari dokumen teknis bank") },
	{ "", "", N_("tanyakan kepada bank; lihat dokumen teknisnya") },
};

static bool ends_with(const char *s, const char *end)
{
	size_t all = strlen(s), length = strlen(end);
	return length <= all && strcmp(s + all - length, end) == 0;
}

static const char *source_of(const char *place)
{
	size_t i = 0;
	while (!text_starts(place, sources[i].begins) || !ends_with(place, sources[i].ends))
		i++;
	return sources[i].from;
}

static bool gaps_tell(struct doctor *d)
{
	for (size_t i = 0; i < d->setup.gaps.count; i++) {
		const char *place = d->setup.gaps.items[i];
		finding_tell(&d->found, DOCTOR_LACKS, place, message_in_language(source_of(place)));
	}
	return d->setup.gaps.count == 0;
}

static bool profile_tell(struct doctor *d)
{
	struct fault why;
	if (!gaps_tell(d))
		return false;
	if (!bank_setup_address(d->h, &d->setup, &d->a, &why))
		return finding_fault(&d->found,
		                     why.kind == FAULT_OUTSIDE ? DOCTOR_FAILS : DOCTOR_WRONG,
		                     why.field[0] ? why.field : "bank/base-url", &why);
	return finding_of(&d->found, DOCTOR_GOOD, "profil", N_("lengkap; bank di %1"),
	                  d->setup.profile.base_url);
}

/* ---- keys ---- */

/* Each file by itself, so that all faults are reported at once. */
static bool files_tell(struct doctor *d)
{
	const struct bank_setup *s = &d->setup;
	const struct {
		const char *what, *file;
		bool secret;
	} files[] = {
		{ "keys/own", s->own_file, true },
		{ "keys/bank", s->bank_file, false },
		{ "keys/secret", s->secret_file, true },
		{ "keys/caller-secret", s->caller_secret_file, true },
		{ "keys/certificate", s->own_certificate, false },
		{ "keys/certificate-key", s->own_certificate_key, true },
		{ "serves/certificate", s->certificate, false },
		{ "serves/certificate-key", s->certificate_key, true },
		{ "serves/authorities", s->caller_authorities, false },
	};
	bool all = true;
	for (size_t i = 0; i < COUNT_OF(files); i++) {
		struct fault why;
		const char *path = home_file(d->h, files[i].file, &d->a);
		if (!files[i].file[0])
			continue;
		if (!file_exists(path))
			all = finding_of(&d->found, DOCTOR_LACKS, files[i].what,
			                 N_("simpan berkasnya di %1"), path);
		else if (files[i].secret && !file_private(path, &why))
			all = finding_fault(&d->found, DOCTOR_WRONG, files[i].what, &why);
	}
	return all;
}

static bool pair_tell(struct doctor *d, const char *what, const char *certificate, const char *key)
{
	struct bytes c, k;
	struct fault why;
	if (!certificate[0])
		return true;
	if (!file_read(home_file(d->h, certificate, &d->a), 64 * KIB, &d->a, &c, &why) ||
	    !file_read(home_file(d->h, key, &d->a), 64 * KIB, &d->a, &k, &why))
		return finding_fault(&d->found, DOCTOR_WRONG, what, &why);
	bool fits = bank_certificate_fits((const char *)c.data, (const char *)k.data);
	secret_wipe(k.data, k.size);
	return fits || finding_of(&d->found, DOCTOR_WRONG, what,
	                          N_("sertifikat %1 bukan pasangan kuncinya"), certificate);
}

static bool keys_tell(struct doctor *d)
{
	const struct bank_setup *s = &d->setup;
	struct fault why;
	char print[65];
	int bits;
	if (!files_tell(d) ||
	    !pair_tell(d, "keys/certificate", s->own_certificate, s->own_certificate_key) ||
	    !pair_tell(d, "serves/certificate", s->certificate, s->certificate_key))
		return false;
	if (!bank_setup_keys(d->h, s, &d->keys, &why))
		return finding_fault(&d->found, DOCTOR_WRONG, "keys", &why);
	if (!bank_keys_print(d->keys, &bits, print))
		return finding_tell(&d->found, DOCTOR_WRONG, "keys/own",
		                    _("kedua paruh kunci privat tidak cocok; buat pasangan baru"));
	return finding_of(
	    &d->found, DOCTOR_GOOD, "keys",
	    N_("RSA %1 (SHA-256 kunci publik pengadilan; samakan dengan yang di bank)"),
	    arena_print(&d->a, "%d bit, %s", bits, print));
}

/* ---- the bank ---- */

static bool fetch(struct doctor *d, const struct bank_message *m, struct net_answer *out,
                  struct fault *why)
{
	int64_t until = clock_steady() + PATIENCE_MS;
	if (!bank_link_send(d->client, &d->setup, d->h, m, 0, why))
		return false;
	while (!net_take(d->client, &d->a, out)) {
		if (clock_steady() > until)
			return fault_set(why, FAULT_OUTSIDE, net_end_text(NET_SLOW));
		if (!net_wait(d->client, 500, NULL, 0, why))
			return false;
	}
	return true;
}

/* Compares the clock with the bank's Date header: signatures with a wrong clock are refused. */
static void clock_tell(struct doctor *d, const struct net_answer *answer)
{
	instant theirs = answer_clock(answer);
	if (theirs == INSTANT_NONE) {
		finding_tell(&d->found, DOCTOR_LACKS, "jam",
		             _("bank tidak menyebut jamnya; periksa jam komputer ini"));
		return;
	}
	int64_t off = (clock_now() - theirs) / 1000;
	const char *seconds = arena_print(&d->a, "%lld", (long long)off);
	bool good = off <= d->setup.profile.skew_seconds && -off <= d->setup.profile.skew_seconds;
	finding_of(
	    &d->found, good ? DOCTOR_GOOD : DOCTOR_FAILS, "jam",
	    good ? N_("selisih dengan jam bank %1 detik")
	         : N_("jam komputer ini selisih %1 detik dengan jam bank; setel jamnya (NTP)"),
	    seconds);
}

/* Name, connection and certificate: any answer will do. */
static bool connection_tell(struct doctor *d)
{
	const struct bank_message m = { .method = "GET", .url = d->setup.profile.base_url };
	struct net_answer answer;
	struct fault why;
	if (!fetch(d, &m, &answer, &why))
		return finding_fault(&d->found, DOCTOR_FAILS, "sambungan", &why);
	way_tell(&d->found, &d->a, m.url, &answer);
	if (answer.end != NET_ANSWERED)
		return finding_tell(&d->found, DOCTOR_FAILS, "sambungan",
		                    arena_print(&d->a, "%s (%s)",
		                                message_in_language(net_end_text(answer.end)),
		                                answer.detail));
	finding_of(&d->found, DOCTOR_GOOD, "sambungan", N_("bank menjawab (HTTP %1)"),
	           arena_print(&d->a, "%d", answer.status));
	clock_tell(d, &answer);
	return true;
}

static void token_tell(struct doctor *d)
{
	struct bank_ask ask = { &d->setup.profile, d->keys, NULL, clock_now(), NULL };
	struct bank_message m;
	struct net_answer answer;
	struct fault why;
	const char *token;
	int seconds;
	if (!d->setup.profile.routes[BANK_TOKEN].offered)
		return;
	if (!bank_encode(&ask, BANK_TOKEN, NULL, &d->a, &m, &why) || !fetch(d, &m, &answer, &why)) {
		finding_fault(&d->found, DOCTOR_FAILS, "token", &why);
		return;
	}
	if (answer.end != NET_ANSWERED) {
		finding_tell(&d->found, DOCTOR_FAILS, "token",
		             message_in_language(net_end_text(answer.end)));
		return;
	}
	if (bank_decode_token(answer.status, answer.body, &d->a, &token, &seconds, &why))
		finding_of(&d->found, DOCTOR_GOOD, "token", N_("bank memberi token untuk %1 detik"),
		           arena_print(&d->a, "%d", seconds));
	else
		finding_fault(&d->found, DOCTOR_FAILS, "token", &why);
}

static void bank_tell(struct doctor *d, const char *key)
{
	struct fault why;
	if (!bank_setup_load(d->h, key, &d->a, &d->setup, &why)) {
		finding_fault(&d->found, DOCTOR_WRONG, "profil", &why);
		return;
	}
	bool whole = profile_tell(d), keyed = keys_tell(d);
	if (!whole || !keyed)
		return;
	if (!net_client_open(&d->client, &why)) {
		finding_fault(&d->found, DOCTOR_FAILS, "sambungan", &why);
		return;
	}
	if (connection_tell(d))
		token_tell(d);
	net_client_close(&d->client);
}

/* ---- all there are ---- */

static void summary_tell(struct doctor *d, const char *key)
{
	struct fault why;
	struct bank_setup s;
	char said[512];
	if (!bank_setup_load(d->h, key, &d->a, &s, &why)) {
		finding_fault(&d->found, DOCTOR_WRONG, key, &why);
		return;
	}
	const char *gaps = arena_print(&d->a, "%zu", s.gaps.count);
	message_fill(s.gaps.count ? N_("%1: %2 isian masih kurang") : N_("%1: lengkap"),
	             (const char *const[]){ s.profile.name, gaps }, 2, said, sizeof said);
	const struct doctor_row row = { s.gaps.count ? DOCTOR_LACKS : DOCTOR_GOOD, key, said };
	d->found.say(&row); /* a shipped profile that is not in use is no fault */
}

static bool has_own(const struct folder *own, const char *name)
{
	for (size_t i = 0; i < own->count; i++) {
		if (text_same(own->items[i].name, name))
			return true;
	}
	return false;
}

static void folder_tell(struct doctor *d, const struct folder *f, const struct folder *but)
{
	for (size_t i = 0; i < f->count; i++) {
		const char *name = f->items[i].name;
		if (!f->items[i].folder && ends_with(name, ".xml") && !has_own(but, name))
			summary_tell(d, arena_copy(&d->a, name, strlen(name) - strlen(".xml")));
	}
}

static void all_tell(struct doctor *d)
{
	struct folder own = { 0 }, shared = { 0 };
	const struct folder none = { 0 };
	struct fault why;
	const char *home = home_file(d->h, "data/banks", &d->a);
	const char *share = arena_print(&d->a, "%s/data/banks", d->h->share);
	if (file_exists(home) && !folder_read(home, &d->a, &own, &why))
		finding_fault(&d->found, DOCTOR_WRONG, "data/banks", &why);
	if (!folder_read(share, &d->a, &shared, &why))
		finding_fault(&d->found, DOCTOR_WRONG, "data/banks", &why);
	folder_tell(d, &own, &none);
	folder_tell(d, &shared, &own);
}

enum fault_kind worker_doctor(const struct home *h, const char *key, doctor_say *say)
{
	struct doctor d = { .h = h, .found = { .say = say }, .a = arena_start(16 * MIB) };
	if (key)
		bank_tell(&d, key);
	else
		all_tell(&d);
	bank_keys_close(&d.keys);
	arena_drop(&d.a);
	return d.found.worst;
}
