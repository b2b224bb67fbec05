/* Step 9, Panggilan pertama: the bailiff and the day of the first hearing; each party is called by
 * the channel of the rule, within its limit; the relaas is printed from the bailiff's menu and its
 * outcome is recorded (HIR 388-390, 121(2), 122; SK KMA 363/2022; PP 9/1975 art. 26-29). */
#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define HASIL   "hasil"
#define PANGGIL "panggil"

enum { FIRST_HEARING_DAYS = 30, DATE_ROOM = 64 };

static bool hearing_day(const struct context *s, const struct command *c, struct decision *d,
                        day *out)
{
	const struct calendar *calendar = &s->book->calendar;
	if (!day_iso_parse(values_of(&c->values, "sidang_tanggal"), out))
		return false;
	const struct holiday *holiday = calendar_holiday(calendar, *out);
	if (holiday != NULL)
		refuse_field(d, "sidang_tanggal",
		             N_("Tanggal sidang: hari libur, %1; pilih hari kerja"), holiday->name);
	else if (!calendar_works(calendar, *out))
		refuse_field(d, "sidang_tanggal",
		             N_("Tanggal sidang: %1 bukan hari kerja; pilih hari lain"),
		             day_weekday_name(*out));
	int year = day_ymd(*out).year;
	if (!calendar_knows(calendar, year))
		warn_field(
		    d, "sidang_tanggal",
		    N_("Hari libur tahun %1 belum diisi di data/calendar.xml; periksa sendiri"),
		    number_text(year, d->a));
	return true;
}

/* Which parties are called: those named in the form, or all. */
struct called {
	int row; /* of the parties */
	const struct party *party;
	day hearing;
	const char *channel, *reason;
	int form_row; /* of the form's list; 0: not named there */
};

static struct called called_one(const struct rulebook *b, const struct values *v,
                                const struct values *pihak, int row)
{
	struct called one = { .row = row,
		              .channel = values_get(pihak, PIHAK, row, "kanal"),
		              .reason = values_get(pihak, PIHAK, row, "alasan_kanal") };
	int rows = values_rows(v, PANGGIL);
	for (int i = 1; i <= rows; i++) {
		long long named;
		if (!text_number(values_get(v, PANGGIL, i, "pihak"), 1, INT32_MAX, &named) ||
		    named != row)
			continue;
		one.form_row = i;
		one.channel = values_get(v, PANGGIL, i, "kanal");
		one.reason = values_get(v, PANGGIL, i, "alasan_kanal");
	}
	if (text_is_empty(one.channel))
		one.channel = summons_channel(b, pihak, row);
	return one;
}

static void refuse_called(struct decision *d, const struct called *one, const char *field,
                          const char *text, const char *arg)
{
	char path[64];
	values_path(PANGGIL, one->form_row, field, path, sizeof path);
	refuse_field(d, one->form_row == 0 ? "sidang_tanggal" : path, text, arg);
}

static void check_channel(const struct rulebook *b, const struct values *pihak,
                          const struct called *one, struct decision *d)
{
	const char *rule = summons_channel(b, pihak, one->row);
	if (text_same(one->channel, ELECTRONIC) && !has_domicile(pihak, one->row)) {
		refuse_called(
		    d, one, "kanal",
		    N_("Kanal: %1 tanpa e-mail dan telepon, tidak dapat dipanggil secara elektronik"),
		    one->party->name);
		return;
	}
	if (!text_same(rule, one->channel) && text_is_empty(one->reason))
		refuse_called(
		    d, one, "alasan_kanal",
		    N_("Alasan kanal: aturannya %1; tulis mengapa dipanggil dengan cara lain"),
		    rule);
}

static void summons_make(const struct context *s, const struct filing *f, const struct command *c,
                         struct decision *d, const struct called *one)
{
	const struct values *pihak = filing_values(f, PIHAK);
	const struct channel *channel = rulebook_channel(s->book, one->channel);
	if (channel == NULL) {
		refuse_called(d, one, "kanal",
		              N_("Kanal panggilan %1 tidak dikenal; pilih dari daftar"),
		              one->channel);
		return;
	}
	day deadline = summons_deadline(s->book, channel, one->hearing);
	day first = context_day(s, c);
	if (first < f->number.registered)
		first = f->number.registered;
	if (deadline < first) {
		char date[DATE_ROOM];
		day_show(deadline, date, sizeof date);
		refuse_called(
		    d, one, "kanal",
		    N_("Tanggal sidang: terlalu dekat, panggilan harus sampai paling lambat %1"),
		    date);
	}
	int number = 1;
	for (size_t i = 0; i < d->change_count; i++)
		number += d->changes[i].kind == CHANGE_SUMMONS;
	decision_change(d, CHANGE_SUMMONS)->to.summons =
	    (struct summons){ .number = number + (int)f->summons_count,
		              .party = one->row,
		              .name = one->party->name,
		              .label = one->party->label,
		              .address = party_address(pihak, one->row, d->a),
		              .area = values_get(pihak, PIHAK, one->row, "kecamatan"),
		              .channel = one->channel,
		              .reason = one->reason,
		              .hearing = one->hearing,
		              .time = values_of(&c->values, "sidang_jam"),
		              .room = values_of(&c->values, "ruang"),
		              .bailiff = values_of(&c->values, "jurusita"),
		              .deadline = deadline,
		              .outcome = "",
		              .served = DAY_NONE,
		              .worth = "",
		              .found = FOUND_NOTHING };
}

static bool set_hearing(const struct context *s, const struct filing *f, const struct command *c,
                        struct decision *d, struct fault *why)
{
	day hearing;
	char date[DATE_ROOM];
	struct parties parties = { 0 };
	const struct values *pihak = filing_values(f, PIHAK);
	if (!hearing_day(s, c, d, &hearing))
		return fault_set(why, FAULT_REFUSED, N_("Tanggal sidang: belum diisi"));
	if (f->number.registered != DAY_NONE && hearing > f->number.registered + FIRST_HEARING_DAYS)
		warn_field(
		    d, "sidang_tanggal",
		    N_("Tanggal sidang: lebih dari 30 hari setelah pendaftaran (PP 9/1975 pasal 29)"),
		    "");
	parties_read(s->book, pihak, d->a, &parties);
	for (size_t i = 0; i < parties.count; i++) {
		struct called one = called_one(s->book, &c->values, pihak, parties.items[i].row);
		one.party = &parties.items[i];
		one.hearing = hearing;
		check_channel(s->book, pihak, &one, d);
		summons_make(s, f, c, d, &one);
	}
	fill_keep(s, d, PANGGILAN);
	warnings_keep(d, PANGGILAN);
	step_turn(d, PANGGILAN, STEP_WAITING, WAITS_BAILIFF);
	day_in_full(hearing, date, sizeof date);
	d->event = say(d->a, N_("Sidang pertama %1, %2 panggilan"), date,
	               number_text((int64_t)parties.count, d->a));
	return true;
}

static const struct summons *summons_named(const struct filing *f, const char *number)
{
	long long n;
	if (!text_number(number, 1, INT32_MAX, &n))
		return NULL;
	for (size_t i = 0; i < f->summons_count; i++) {
		if (f->summons[i].number == n)
			return &f->summons[i];
	}
	return NULL;
}

/* No outcome is recorded yet, or only that it was sent. */
static bool is_open(const struct rulebook *b, const struct summons *s)
{
	const struct outcome_kind *kind = rulebook_outcome(b, s->outcome);
	return text_is_empty(s->outcome) || (kind != NULL && kind->open);
}

static bool others_recorded(const struct rulebook *b, const struct filing *f, int number)
{
	for (size_t i = 0; i < f->summons_count; i++) {
		if (f->summons[i].number != number && is_open(b, &f->summons[i]))
			return false;
	}
	return true;
}

/* "bertemu langsung; Budi (istri); pagar terkunci": SIPP's ket_hasil_relaas. */
static const char *outcome_words(const struct outcome_kind *kind, const struct values *v,
                                 struct arena *a)
{
	struct text t = text_start(a);
	const char *met = values_of(v, "bertemu"), *as = values_of(v, "hubungan");
	const char *note = values_of(v, "keterangan");
	text_add(&t, kind->name);
	if (!text_is_empty(met))
		text_addf(&t, text_is_empty(as) ? "; %s" : "; %s (%s)", met, as);
	if (!text_is_empty(note))
		text_addf(&t, "; %s", note);
	return t.s;
}

/* SIPP has two days for a letter by post: the one the post took it and the one it was received or
 * came back. */
static void body_days(struct message *m, struct arena *a, const struct outcome_kind *kind,
                      const char *served, const char *received)
{
	bool by_post = !text_is_empty(kind->post);
	body_set(m, a, "tanggal_relaas", by_post && !text_is_empty(received) ? received : served);
	body_set(m, a, "tanggal_jursit_pos", by_post ? served : "");
}

static void tell_sipp(struct decision *d, const struct filing *f, const struct command *c,
                      const struct summons *one, const struct outcome_kind *kind)
{
	char key[64], on[16];
	id_key(&f->id, "relaas", one->number, key, sizeof key);
	struct message *m = decision_message(d, "sipp", "relaas", key, c->at);
	day_iso(one->served, on, sizeof on);
	body_set(m, d->a, "nomor_perkara", f->number.number);
	body_set(m, d->a, "perkara_id", f->number.sipp_id);
	body_set(m, d->a, "nomor_register", f->reg);
	body_set(m, d->a, "pihak", one->name);
	body_set(m, d->a, "kedudukan", one->label);
	body_days(m, d->a, kind, on, values_of(&c->values, "diterima"));
	body_set(m, d->a, "ket_temu", kind->sipp);
	body_set(m, d->a, "no_resi_pos", values_of(&c->values, "resi"));
	body_set(m, d->a, "status_pos", kind->post);
	body_set(m, d->a, "ket_hasil_relaas", outcome_words(kind, &c->values, d->a));
	body_set(m, d->a, "jurusita", one->bailiff);
	body_set(m, d->a, "berkas", values_of(&c->values, "berkas_relaas"));
}

/* The kinds of validity have sentences of their own: a wrong channel is not lateness, and neither
 * is a letter without proof of receipt. */
static void judge(const struct context *s, const struct filing *f, const struct command *c,
                  struct decision *d, struct summons *one)
{
	static const struct {
		enum summons_worth worth;
		const char *field, *text;
	} faults[] = {
		{ WORTH_LATE, "tanggal", N_("Tanggal: terlambat, panggilan %1 tidak patut") },
		{ WORTH_AFTER_HEARING, "tanggal",
		  N_("Tanggal: setelah hari sidang, %1 harus dipanggil lagi") },
		{ WORTH_WRONG_CHANNEL, "hasil",
		  N_("Hasil: bukan dari kanal yang ditetapkan, panggilan %1 salah kanal") },
		{ WORTH_UNPROVEN, "hasil",
		  N_("Hasil: belum akhir untuk %1; catat lagi bila buktinya ada") },
	};
	const struct values *pihak = filing_values(f, PIHAK);
	struct service service = { .rule = summons_channel(s->book, pihak, one->party),
		                   .channel = one->channel,
		                   .reason = one->reason,
		                   .outcome = rulebook_outcome(s->book, one->outcome),
		                   .first = one->found.first,
		                   .served = one->served,
		                   .hearing = one->hearing };
	enum summons_worth worth = summons_judge(s->book, &service);
	one->proper = worth == WORTH_PROPER;
	one->worth = worth_key(worth);
	for (size_t i = 0; i < COUNT_OF(faults); i++) {
		if (faults[i].worth == worth)
			warn_field(d, faults[i].field, faults[i].text, one->name);
	}
	warnings_keep(d, PANGGILAN);
}

static day day_said(const struct values *v, const char *field)
{
	day on;
	return day_iso_parse(values_of(v, field), &on) ? on : DAY_NONE;
}

static struct summons_found found_of(const struct values *v)
{
	return (struct summons_found){ .met = values_of(v, "bertemu"),
		                       .as = values_of(v, "hubungan"),
		                       .hour = values_of(v, "jam"),
		                       .resi = values_of(v, "resi"),
		                       .cause = values_of(v, "sebab"),
		                       .medium = values_of(v, "media"),
		                       .note = values_of(v, "keterangan"),
		                       .first = day_said(v, "pengumuman"),
		                       .received = day_said(v, "diterima") };
}

/* What is recorded must be an outcome of this channel, with all that its relaas says. */
static void check_outcome(const struct context *s, const struct filing *f, struct decision *d,
                          const struct summons *one)
{
	static const struct {
		const char *place, *field;
	} needed[] = {
		{ "bertemu", "bertemu" },       { "hubungan", "hubungan" }, { "resi", "resi" },
		{ "diterima", "diterima" },     { "sebab", "sebab" },       { "media", "media" },
		{ "pengumuman", "pengumuman" },
	};
	struct letter_lines lines;
	const struct relaas_of of = { one, one->bailiff };
	const struct form *form = rulebook_form(s->book, HASIL);
	if (!outcome_comes_of(rulebook_outcome(s->book, one->outcome), one->channel)) {
		refuse_field(d, "hasil",
		             N_("Hasil: bukan hasil panggilan melalui %1; pilih yang lain"),
		             rulebook_channel(s->book, one->channel)->name);
		return;
	}
	relaas_write(s->book, f, &of, d->a, &lines);
	for (size_t i = 0; i < lines.lack_count; i++) {
		for (size_t k = 0; k < COUNT_OF(needed); k++) {
			const struct field *field = form_field(form, "", needed[k].field);
			if (field != NULL && text_same(lines.lacks[i], needed[k].place))
				refuse_field(d, needed[k].field,
				             N_("%1: belum diisi; relaas memuatnya"), field->label);
		}
	}
}

static bool record(const struct context *s, const struct filing *f, const struct command *c,
                   struct decision *d, struct fault *why)
{
	const char *number = values_of(&c->values, "panggilan_ke");
	const struct summons *before = summons_named(f, number);
	const struct outcome_kind *kind = rulebook_outcome(s->book, values_of(&c->values, "hasil"));
	if (before == NULL)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Tidak ada panggilan ke-%1 pada perkara ini"), number);
	if (!is_open(s->book, before))
		return fault_set(why, FAULT_REFUSED, N_("Hasil panggilan ke-%1 sudah dicatat"),
		                 number);
	const struct channel *channel = rulebook_channel(s->book, before->channel);
	struct summons after = *before;
	if (kind == NULL || channel == NULL ||
	    !day_iso_parse(values_of(&c->values, "tanggal"), &after.served))
		return fault_set(why, FAULT_REFUSED, N_("Hasil dan tanggal panggilan harus diisi"));
	refuse_before_case(d, "tanggal");
	refuse_before_case(d, "pengumuman");
	after.outcome = kind->key;
	after.found = found_of(&c->values);
	if (kind->open && channel->announced > 0)
		after.found.first = after.served;
	check_outcome(s, f, d, &after);
	judge(s, f, c, d, &after);
	decision_change(d, CHANGE_SUMMONS)->to.summons = after;
	fill_keep(s, d, HASIL);
	if (!kind->open)
		tell_sipp(d, f, c, &after, kind);
	if (!kind->open && others_recorded(s->book, f, before->number))
		step_pass(d, PANGGILAN);
	d->event = say(d->a, N_("Panggilan %1: %2"), before->name, kind->name);
	return true;
}

const struct act act_set_hearing = {
	.name = PANGGILAN ".tetapkan",
	.step = PANGGILAN,
	.form = PANGGILAN,
	.usual = true,
	.from = FROM_TURN,
	.after = N_("menunggu jurusita"),
	.decide = set_hearing,
};
const struct act act_record_service = {
	.name = PANGGILAN ".hasil",
	.step = PANGGILAN,
	.form = HASIL,
	.from = FROM_WAITING,
	.after = N_("selesai, bila semua tercatat"),
	.decide = record,
};
const struct act act_hearing_ask = {
	.name = PANGGILAN ".segarkan",
	.step = PANGGILAN,
	.form = "",
	.from = FROM_BEGUN,
	.after = N_("tetap"),
	.decide = sync_ask,
};
static const struct act *const acts[] = { &act_set_hearing, &act_record_service, &act_hearing_ask };

const struct step step_summons = { .key = PANGGILAN, .acts = acts, .act_count = COUNT_OF(acts) };
