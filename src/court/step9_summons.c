/* Step 9, Panggilan pertama: the bailiff and the day of the first hearing; each party is called by
 * the channel of the rule, within its limit (HIR 388-390, 121(2), 122; SK KMA 363/2022; PP 9/1975
 * art. 26-29). What came of a call is outcome.c; one that is made again is call.c. */
#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

enum { DATE_ROOM = 64 };

static void refuse_called(struct decision *d, const struct called *one, const char *field,
                          const char *text, const char *arg)
{
	char path[64];
	values_path(PANGGIL, one->form_row, field, path, sizeof path);
	refuse_field(d, one->form_row == 0 ? "sidang_tanggal" : path, text, arg);
}

static const char *channel_name(const struct rulebook *b, const char *key)
{
	const struct channel *channel = rulebook_channel(b, key);
	return channel == NULL ? key : channel->name;
}

static void check_channel(const struct rulebook *b, const struct values *pihak,
                          const struct called *one, struct decision *d)
{
	const char *rule = summons_channel(b, d->filing, pihak, one->party.row);
	if (text_same(one->channel, ELECTRONIC) && !has_domicile(pihak, one->party.row)) {
		refuse_called(
		    d, one, "kanal",
		    N_("Kanal: %1 tanpa e-mail dan telepon, tidak dapat dipanggil secara elektronik"),
		    one->party.name);
		return;
	}
	if (!text_same(rule, one->channel) && text_is_empty(one->reason))
		refuse_called(
		    d, one, "alasan_kanal",
		    N_("Alasan kanal: aturannya %1; tulis mengapa dipanggil dengan cara lain"),
		    channel_name(b, rule));
}

/* The call of one party; what stops it is said at its row of the form. */
static void party_call(const struct context *s, const struct filing *f, const struct command *c,
                       struct decision *d, const struct called *one)
{
	char field[64];
	const struct values *pihak = filing_values(f, PIHAK);
	const struct summons call = { .party = one->party.row,
		                      .name = one->party.name,
		                      .label = one->party.label,
		                      .address = party_address(pihak, one->party.row, d->a),
		                      .area = values_get(pihak, PIHAK, one->party.row, "kecamatan"),
		                      .channel = one->channel,
		                      .reason = one->reason,
		                      .hearing = one->hearing,
		                      .base = "" };
	values_path(PANGGIL, one->form_row, "kanal", field, sizeof field);
	call_make(s, c, d, &call, one->form_row == 0 ? "sidang_tanggal" : field);
}

/* A kind that the law gives to one judge is heard by no panel (PERMA 2/2015, PERMA 5/2019). */
static void check_judge(const struct rulebook *b, const struct values *pihak,
                        const struct command *c, struct decision *d)
{
	const struct case_type *type = rulebook_type(b, values_of(pihak, "perkara_jenis"));
	const char *alur = values_of(pihak, "alur");
	if (type != NULL && case_sides(type, alur)->single_judge &&
	    text_same(values_of(&c->values, "hakim_tunggal"), "tidak"))
		refuse_field(d, "hakim_tunggal",
		             N_("Hakim tunggal: %1 diperiksa hakim tunggal, bukan majelis; isi ya"),
		             type->name);
}

/* The first hearing is to be soon after registration, unless an announcement or a call abroad
 * itself takes longer. */
static void check_soon(const struct context *s, const struct filing *f, struct decision *d,
                       day hearing)
{
	const struct case_type *type = rulebook_type(s->book,
	                                             filing_value(f, PIHAK, "perkara_jenis"));
	day registered = f->number.registered;
	if (type == NULL || type->first_hearing == 0 || registered == DAY_NONE ||
	    hearing <= registered + type->first_hearing)
		return;
	for (size_t i = 0; i < d->change_count; i++) {
		if (d->changes[i].kind != CHANGE_SUMMONS)
			continue;
		const struct channel *channel = rulebook_channel(s->book,
		                                                 d->changes[i].to.summons.channel);
		if (channel != NULL && (channel->from_registration || channel->span == SPAN_MONTHS))
			return;
	}
	warn_field(
	    d, "sidang_tanggal",
	    N_("Tanggal sidang: lebih dari %1 hari setelah pendaftaran (UU 7/1989 pasal 68 dan 80)"),
	    number_text(type->first_hearing, d->a));
}

/* The panel sets the day, in SIPP; another one has a reason. Where SIPP has none it is set here, on
 * a day on which room and panel sit. */
static void check_panel(const struct context *s, const struct filing *f, const struct command *c,
                        struct decision *d, day hearing)
{
	const char *reason = values_of(&c->values, "alasan_hari");
	day told = sync_day(filing_values(f, SIPP));
	const struct sitting *idle = hearing_idle(s->book, &c->values, hearing);
	char shown[DATE_ROOM];
	if (told != DAY_NONE)
		day_show(told, shown, sizeof shown);
	if (told != DAY_NONE && told != hearing && text_is_empty(reason))
		refuse_field(
		    d, "alasan_hari",
		    N_("Alasan hari lain: di SIPP majelis menetapkan %1; pakai hari itu, atau tulis alasannya"),
		    shown);
	else if (told != DAY_NONE && told != hearing)
		warn_field(d, "sidang_tanggal", N_("Tanggal sidang: lain dari SIPP, %1"),
		           say(d->a, "%1: %2", shown, reason));
	if (told == DAY_NONE && idle != NULL)
		refuse_field(d, "sidang_tanggal", N_("Tanggal sidang: %1; pilih hari lain"),
		             say(d->a, N_("%1 tidak bersidang pada hari %2"), idle->name,
		                 day_weekday_name(hearing)));
}

static bool set_hearing(const struct context *s, const struct filing *f, const struct command *c,
                        struct decision *d, struct fault *why)
{
	day hearing;
	char date[DATE_ROOM];
	struct called *called;
	if (!call_hearing(s, c, d, &hearing))
		return fault_set(why, FAULT_REFUSED, N_("Tanggal sidang: belum diisi"));
	check_judge(s->book, filing_values(f, PIHAK), c, d);
	check_panel(s, f, c, d, hearing);
	const struct hearing_ask ask = { s->book, f, &c->values, context_day(s, c), d->a };
	size_t count = hearing_called(&ask, &called);
	for (size_t i = 0; i < count; i++) {
		check_channel(s->book, filing_values(f, PIHAK), &called[i], d);
		called[i].hearing = hearing;
		party_call(s, f, c, d, &called[i]);
	}
	check_soon(s, f, d, hearing);
	if (!calls_afford(f, d, why))
		return false;
	fill_keep(s, d, PANGGILAN);
	warnings_keep(d, PANGGILAN);
	step_turn(d, PANGGILAN, STEP_WAITING, WAITS_BAILIFF);
	day_in_full(hearing, date, sizeof date);
	d->event = say(d->a, N_("Sidang pertama %1, %2 panggilan"), date,
	               number_text((int64_t)count, d->a));
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
	.from = FROM_WAITING | FROM_DONE,
	.after = N_("selesai, bila semua tercatat"),
	.decide = outcome_record,
};
const struct act act_mend_service = {
	.name = PANGGILAN "." RALAT,
	.step = PANGGILAN,
	.form = RALAT,
	.from = FROM_WAITING | FROM_DONE,
	.after = N_("tetap, atau menunggu jurusita lagi"),
	.decide = outcome_mend,
};
const struct act act_call_again = {
	.name = PANGGILAN "." ULANG,
	.step = PANGGILAN,
	.form = ULANG,
	.from = FROM_WAITING | FROM_DONE,
	.after = N_("menunggu jurusita"),
	.decide = call_again,
};
const struct act act_hearing_ask = {
	.name = PANGGILAN ".segarkan",
	.step = PANGGILAN,
	.form = "",
	.from = FROM_BEGUN,
	.after = N_("tetap"),
	.decide = sync_ask,
};
static const struct act *const acts[] = {
	&act_set_hearing,   &act_record_service, &act_record_post,    &act_mend_service,
	&act_attach_relaas, &act_call_again,     &act_change_bailiff, &act_hearing_ask,
	&act_mail_send,     &act_mail_sent,      &act_mail_refused,   &act_mail_returned,
	&act_mail_withdrawn
};

const struct step step_summons = { .key = PANGGILAN, .acts = acts, .act_count = COUNT_OF(acts) };
