/* Requests of other courts: appointed, served, answered, each in its turn and in its days. The days
 * are <request> of data/summons.xml (SEMA 6/2014). */
#include "loket/tabayun.h"

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

static const struct {
	const char *key, *word;
	const char *next; /* form */
} states[] = {
	[TABAYUN_ASKED] = { "diminta", N_("menunggu penunjukan"), "penunjukan" },
	[TABAYUN_APPOINTED] = { "ditunjuk", N_("menunggu jurusita"), "pelaksanaan" },
	[TABAYUN_SERVED] = { "dilaksanakan", N_("menunggu dikirim"), "jawaban" },
	[TABAYUN_ANSWERED] = { "dijawab", N_("dijawab"), NULL },
};

enum tabayun_state tabayun_state(const struct tabayun *t)
{
	return t->sent != DAY_NONE        ? TABAYUN_ANSWERED
	       : t->served != DAY_NONE    ? TABAYUN_SERVED
	       : t->appointed != DAY_NONE ? TABAYUN_APPOINTED
	                                  : TABAYUN_ASKED;
}

const char *tabayun_key(enum tabayun_state s)
{
	return states[s].key;
}

const char *tabayun_word(enum tabayun_state s)
{
	return states[s].word;
}

const char *tabayun_next(const struct tabayun *t)
{
	return states[tabayun_state(t)].next;
}

const char *tabayun_name(const struct tabayun *t, struct arena *a)
{
	return arena_print(a, "%d/%d", t->number, t->year);
}

/* ---- until when ---- */

static day working_after(const struct calendar *c, day from, int days)
{
	while (days > 0)
		days -= calendar_works(c, ++from);
	return from;
}

day tabayun_due(const struct rulebook *b, const struct tabayun *t)
{
	const struct request_terms *terms = &b->requests;
	const struct {
		day from;
		int days;
	} turns[] = {
		[TABAYUN_ASKED] = { t->received, terms->appoint },
		[TABAYUN_APPOINTED] = { t->appointed, terms->serve },
		[TABAYUN_SERVED] = { t->handed != DAY_NONE ? t->handed : t->served, terms->answer },
		[TABAYUN_ANSWERED] = { DAY_NONE, 0 },
	};
	enum tabayun_state at = tabayun_state(t);
	if (turns[at].days == 0 || turns[at].from == DAY_NONE)
		return DAY_NONE;
	day due = working_after(&b->calendar, turns[at].from, turns[at].days);
	bool first = t->hearing != DAY_NONE && t->hearing > t->received && t->hearing < due;
	return first ? t->hearing : due;
}

/* ---- what a form makes of it ---- */

static day day_said(const struct values *v, const char *field)
{
	day on;
	return day_iso_parse(values_of(v, field), &on) ? on : DAY_NONE;
}

static bool not_before(const struct values *v, const char *field, day than, struct fault *why)
{
	day on = day_said(v, field);
	char date[32];
	if (on == DAY_NONE || than == DAY_NONE || on >= than)
		return true;
	day_show(than, date, sizeof date);
	return fault_set(why, FAULT_REFUSED,
	                 N_("Tanggal ini lebih awal dari tahap sebelumnya, %1; periksa kembali"),
	                 date) ||
	       fault_at(why, field);
}

static bool recorded(const struct values *v, struct tabayun *t, struct fault *why)
{
	long long fee = 0;
	t->received = day_said(v, "diterima");
	t->sender = values_of(v, "pengirim");
	t->letter = values_of(v, "nomor_surat");
	t->dated = day_said(v, "tanggal_surat");
	t->case_number = values_of(v, "nomor_perkara");
	t->kind = values_of(v, "jenis");
	t->party = values_of(v, "pihak");
	t->address = values_of(v, "alamat");
	t->hearing = day_said(v, "sidang");
	if (t->hearing == DAY_NONE)
		t->hearing = day_said(v, "putusan");
	if (text_number(values_of(v, "biaya"), 0, INT64_MAX / 100, &fee))
		t->fee = fee;
	t->note = values_of(v, "catatan");
	t->year = day_ymd(t->received).year;
	return not_before(v, "diterima", t->dated, why);
}

static bool appointed(const struct values *v, struct tabayun *t, struct fault *why)
{
	t->appointed = day_said(v, "tanggal");
	t->bailiff = values_of(v, "jurusita");
	return not_before(v, "tanggal", t->received, why);
}

static bool served(const struct values *v, struct tabayun *t, struct fault *why)
{
	t->served = day_said(v, "tanggal");
	t->outcome = values_of(v, "hasil");
	t->met = values_of(v, "bertemu");
	t->met_as = values_of(v, "hubungan");
	t->said = values_of(v, "keterangan");
	t->handed = day_said(v, "diserahkan");
	return not_before(v, "tanggal", t->appointed, why) &&
	       not_before(v, "diserahkan", t->served, why);
}

static bool answered(const struct values *v, struct tabayun *t, struct fault *why)
{
	t->sent = day_said(v, "tanggal");
	t->cover = values_of(v, "nomor_pengantar");
	t->resi = values_of(v, "resi");
	return not_before(v, "tanggal", t->handed != DAY_NONE ? t->handed : t->served, why);
}

static const struct {
	const char *form;
	enum tabayun_state from, until; /* it may be entered again before the next is done */
	bool (*take)(const struct values *v, struct tabayun *t, struct fault *why);
	const char *event;
} steps[] = {
	{ "bantuan", TABAYUN_ASKED, TABAYUN_ASKED, recorded,
	  N_("Permohonan %1 dari %2 dicatat: %3") },
	{ "penunjukan", TABAYUN_ASKED, TABAYUN_APPOINTED, appointed,
	  N_("Permohonan %1 dari %2: jurusita ditunjuk untuk %3") },
	{ "pelaksanaan", TABAYUN_APPOINTED, TABAYUN_SERVED, served,
	  N_("Permohonan %1 dari %2: dilaksanakan kepada %3") },
	{ "jawaban", TABAYUN_SERVED, TABAYUN_SERVED, answered,
	  N_("Permohonan %1 dari %2 dijawab: %3") },
};

bool tabayun_take(const char *form, const struct values *v, struct tabayun *t, struct fault *why)
{
	enum tabayun_state at = tabayun_state(t);
	for (size_t i = 0; i < COUNT_OF(steps); i++) {
		if (!text_same(steps[i].form, form))
			continue;
		if (at < steps[i].from || at > steps[i].until)
			return fault_set(why, FAULT_REFUSED,
			                 N_("Permohonan ini %1; tindakan itu bukan gilirannya"),
			                 states[at].word);
		return steps[i].take(v, t, why);
	}
	return fault_set(why, FAULT_MISUSE, N_("Formulir %1 tidak ada di folder forms"), form);
}

const char *tabayun_event(const char *form, const struct tabayun *t, struct arena *a)
{
	for (size_t i = 0; i < COUNT_OF(steps); i++) {
		if (text_same(steps[i].form, form))
			return say(a, steps[i].event, tabayun_name(t, a), t->sender, t->party);
	}
	return "";
}
