/* Requests of other courts: appointed, served, answered, each in its turn and in its days. The days
 * are <request> of data/summons.xml (SEMA 6/2014). */
#include "loket/tabayun.h"

#include <stddef.h>

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

day tabayun_due_at(const struct rulebook *b, const struct tabayun *t, enum tabayun_state at)
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
	if (turns[at].days == 0 || turns[at].from == DAY_NONE)
		return DAY_NONE;
	day due = working_after(&b->calendar, turns[at].from, turns[at].days);
	bool first = t->hearing != DAY_NONE && t->hearing > t->received && t->hearing < due;
	return first ? t->hearing : due;
}

day tabayun_due(const struct rulebook *b, const struct tabayun *t)
{
	return tabayun_due_at(b, t, tabayun_state(t));
}

/* ---- what it consists of ---- */

#define TEXT_OF(field, name) field, #name, TABAYUN_TEXT, offsetof(struct tabayun, name)
#define DAY_OF(field, name)  field, #name, TABAYUN_DAY, offsetof(struct tabayun, name)
const struct tabayun_field tabayun_fields[] = {
	{ "bantuan", DAY_OF("diterima", received) },
	{ "bantuan", TEXT_OF("pengirim", sender) },
	{ "bantuan", TEXT_OF("nomor_surat", letter) },
	{ "bantuan", DAY_OF("tanggal_surat", dated) },
	{ "bantuan", TEXT_OF("nomor_perkara", case_number) },
	{ "bantuan", TEXT_OF("jenis", kind) },
	{ "bantuan", TEXT_OF("pihak", party) },
	{ "bantuan", TEXT_OF("peran", role) },
	{ "bantuan", TEXT_OF("identitas", identity) },
	{ "bantuan", TEXT_OF("alamat", address) },
	{ "bantuan", TEXT_OF("perkara", matter) },
	{ "bantuan", TEXT_OF("para_pihak", sides) },
	{ "bantuan", DAY_OF("sidang", hearing) },
	{ "bantuan", "putusan", NULL, TABAYUN_DAY, offsetof(struct tabayun, hearing) },
	{ "bantuan", TEXT_OF("pukul", hour) },
	{ "bantuan", TEXT_OF("tempat", place) },
	{ "bantuan", TEXT_OF("amar", verdict) },
	{ "bantuan", "biaya", "fee", TABAYUN_RUPIAH, offsetof(struct tabayun, fee) },
	{ "bantuan", TEXT_OF("catatan", note) },
	{ "penunjukan", DAY_OF("tanggal", appointed) },
	{ "penunjukan", TEXT_OF("jurusita", bailiff) },
	{ "pelaksanaan", DAY_OF("tanggal", served) },
	{ "pelaksanaan", TEXT_OF("jam", met_at) },
	{ "pelaksanaan", TEXT_OF("hasil", outcome) },
	{ "pelaksanaan", TEXT_OF("bertemu", met) },
	{ "pelaksanaan", TEXT_OF("hubungan", met_as) },
	{ "pelaksanaan", TEXT_OF("keterangan", said) },
	{ "pelaksanaan", DAY_OF("diserahkan", handed) },
	{ "jawaban", DAY_OF("tanggal", sent) },
	{ "jawaban", TEXT_OF("nomor_pengantar", cover) },
	{ "jawaban", TEXT_OF("resi", resi) },
};
const size_t tabayun_field_count = COUNT_OF(tabayun_fields);

static void *member(struct tabayun *t, const struct tabayun_field *f)
{
	return (char *)t + f->at;
}

const char **tabayun_text(struct tabayun *t, const struct tabayun_field *f)
{
	return member(t, f);
}

day *tabayun_day(struct tabayun *t, const struct tabayun_field *f)
{
	return member(t, f);
}

struct tabayun tabayun_blank(void)
{
	struct tabayun t = { 0 };
	for (size_t i = 0; i < tabayun_field_count; i++) {
		const struct tabayun_field *f = &tabayun_fields[i];
		if (f->kind == TABAYUN_TEXT)
			*tabayun_text(&t, f) = "";
		if (f->kind == TABAYUN_DAY)
			*tabayun_day(&t, f) = DAY_NONE;
	}
	return t;
}

/* ---- what a form makes of it ---- */

static void field_take(const struct tabayun_field *f, const char *said, struct tabayun *t)
{
	long long fee = 0;
	day on = DAY_NONE;
	switch (f->kind) {
	case TABAYUN_TEXT:
		*tabayun_text(t, f) = said;
		break;
	case TABAYUN_DAY:
		if (day_iso_parse(said, &on) || f->column != NULL)
			*tabayun_day(t, f) = on;
		break;
	case TABAYUN_RUPIAH:
		(void)text_number(said, 0, INT64_MAX / 100, &fee);
		t->fee = fee;
		break;
	}
}

static void fields_take(const char *form, const struct values *v, struct tabayun *t)
{
	for (size_t i = 0; i < tabayun_field_count; i++) {
		const struct tabayun_field *f = &tabayun_fields[i];
		if (text_same(f->form, form))
			field_take(f, values_of(v, f->field), t);
	}
}

/* Is the day of a field no earlier than the one before it? */
static bool not_before(day on, const char *field, day than, struct fault *why)
{
	char date[32];
	if (on == DAY_NONE || than == DAY_NONE || on >= than)
		return true;
	day_show(than, date, sizeof date);
	return fault_set(why, FAULT_REFUSED,
	                 N_("Tanggal ini lebih awal dari tahap sebelumnya, %1; periksa kembali"),
	                 date) ||
	       fault_at(why, field);
}

static bool recorded(const struct tabayun *t, struct fault *why)
{
	return not_before(t->received, "diterima", t->dated, why);
}

static bool appointed(const struct tabayun *t, struct fault *why)
{
	return not_before(t->appointed, "tanggal", t->received, why);
}

static bool served(const struct tabayun *t, struct fault *why)
{
	return not_before(t->served, "tanggal", t->appointed, why) &&
	       not_before(t->handed, "diserahkan", t->served, why);
}

static bool answered(const struct tabayun *t, struct fault *why)
{
	day ready = t->handed != DAY_NONE ? t->handed : t->served;
	return not_before(t->sent, "tanggal", ready, why);
}

static const struct {
	const char *form;
	enum tabayun_state from, until; /* it may be entered again before the next is done */
	bool (*holds)(const struct tabayun *t, struct fault *why); /* its days follow each other */
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
		fields_take(form, v, t);
		t->year = day_ymd(t->received).year;
		return steps[i].holds(t, why);
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
