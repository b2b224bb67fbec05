/* By which channel a party is called and until when (SK KMA 363/KMA/SK/XII/2022 part III.B; PERMA
 * 7/2022; HIR 122/RBg 146; PP 9/1975 art. 27). Days and their kind per channel are
 * data/summons.xml.
 *
 * Counting: the day of service is not counted, the day of the hearing is. Served Thursday 27 August
 * 2026 for Monday 31 August: two working, four calendar days. The hour never changes the count. */
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

bool filed_electronically(const struct values *pihak)
{
	return !text_same(values_of(pihak, "lewat"), "manual");
}

/* The village is known and outside the court's own area. */
static bool lives_elsewhere(const struct rulebook *b, const struct values *pihak, int row)
{
	const char *village = values_get(pihak, PIHAK, row, "desa");
	return !text_is_empty(village) && rulebook_village(b, village) == NULL;
}

/* Announcement twice (PP 9/1975 art. 27) is for a divorce; in other cases who cannot be found is
 * called through the regent and the board (HIR 390(3), RBg 718(3)). */
static bool serves(const struct channel *ch, const struct values *pihak)
{
	const char *type = values_of(pihak, "perkara_jenis");
	for (size_t i = 0; ch != NULL && i < ch->type_count; i++) {
		if (text_same(ch->types[i], type))
			return true;
	}
	return ch == NULL || ch->type_count == 0;
}

/* An electronic domicile is an address that is known: the party's own, or that of the
 * representative by whose account the case was filed (PERMA 7/2022 art. 1 no. 3; SK KMA 363/2022
 * III.A d). */
bool has_domicile(const struct values *pihak, int row)
{
	bool first = text_same(values_get(pihak, PIHAK, row, "kedudukan"), "p1");
	return !text_is_empty(values_get(pihak, PIHAK, row, "email")) ||
	       !text_is_empty(values_get(pihak, PIHAK, row, "telepon")) ||
	       (first && party_kuasa(pihak, row) > 0);
}

static const char *first_said(const struct values *v, const char *list, int row)
{
	const char *email = values_get(v, list, row, "email");
	return text_is_empty(email) ? values_get(v, list, row, "telepon") : email;
}

const char *summons_domicile(const struct filing *f, const struct values *pihak, int row)
{
	const char *account = first_said(filing_values(f, AKUN), "", 0);
	bool first = text_same(values_get(pihak, PIHAK, row, "kedudukan"), "p1");
	return first && party_kuasa(pihak, row) > 0 && !text_is_empty(account)
	           ? account
	           : first_said(pihak, PIHAK, row);
}

/* The representative is called in the party's stead; the side that filed has the account's. */
const char *summons_mail(const struct filing *f, const struct values *pihak, int row)
{
	int kuasa = party_kuasa(pihak, row);
	const char *own = values_get(pihak, PIHAK, row, "email");
	const char *theirs = kuasa == 0 ? "" : values_get(pihak, PIHAK, kuasa, "email");
	if (!text_is_empty(theirs))
		return theirs;
	bool filed = text_same(values_get(pihak, PIHAK, row, "kedudukan"), "p1");
	return text_is_empty(own) && filed ? filing_value(f, AKUN, "email") : own;
}

/* A court that sends letters itself may ask that their address be proven (data/mail.xml). */
static bool asks_proof(const struct rulebook *b)
{
	return !text_is_empty(b->mail.smtp.host) && b->mail.proven;
}

/* The side that files by e-Court is called by it; the other when it agreed or, where the court
 * reads art. 15 so, when the suit states its address. */
static bool takes_electronic(const struct rulebook *b, const struct values *pihak, int row)
{
	return text_same(values_get(pihak, PIHAK, row, "kedudukan"), "p1") ||
	       text_same(values_get(pihak, PIHAK, row, "domisili_setuju"), "ya") ||
	       b->court.domicile_stated;
}

/* `reached`: letters by mail may go to the party's address. */
static const char *channel_of(const struct rulebook *b, const struct values *pihak, int row,
                              bool reached)
{
	if (text_same(values_get(pihak, PIHAK, row, "ghaib"), "ya"))
		return serves(rulebook_channel(b, "ghaib"), pihak) ? "ghaib" : "umum";
	/* There is no village abroad: the form asks for none once the party lives there. */
	if (text_same(values_get(pihak, PIHAK, row, "kanal"), ABROAD) &&
	    text_is_empty(values_get(pihak, PIHAK, row, "desa")))
		return ABROAD;
	if (!filed_electronically(pihak))
		return lives_elsewhere(b, pihak, row) ? "delegasi" : "jurusita";
	/* Registered mail reaches other courts' areas too. */
	return reached && takes_electronic(b, pihak, row) && has_domicile(pihak, row) ? ELECTRONIC
	                                                                              : POSTED;
}

const char *summons_channel(const struct rulebook *b, const struct filing *f,
                            const struct values *pihak, int row)
{
	return channel_of(b, pihak, row,
	                  !asks_proof(b) ||
	                      (f != NULL && domicile_proven(f, summons_mail(f, pihak, row))));
}

/* A party called electronically who stayed away, or whom it did not reach, is called by the channel
 * the data name. */
const char *summons_rule(const struct rulebook *b, const struct filing *f, const struct summons *s)
{
	const struct summons *before = filing_summons(f, s->follows);
	/* A proof came before the call or after it: what was made by it stays right. */
	if (before == NULL && asks_proof(b) && !text_is_empty(s->channel))
		return channel_of(b, filing_values(f, PIHAK), s->party,
		                  text_same(s->channel, ELECTRONIC));
	if (before == NULL)
		return summons_channel(b, f, filing_values(f, PIHAK), s->party);
	const struct channel *ch = rulebook_channel(b, before->channel);
	bool stayed_away = text_same(s->base, BASE_ABSENT) || text_same(s->base, BASE_RETURNED);
	if (stayed_away && ch != NULL && !text_is_empty(ch->absent))
		return ch->absent;
	return summons_rule(b, f, before);
}

const char *summons_base_words(const struct rulebook *b, const struct filing *f,
                               const struct summons *s, struct arena *a)
{
	static const struct {
		const char *base, *words;
	} rows[] = {
		{ BASE_ABSENT, N_("tidak hadir pada sidang %1 (berita acara sidang)") },
		{ BASE_NOT_PROPER, N_("panggilan %1 tidak patut (%2)") },
		{ BASE_RETURNED, N_("panggilan %1 kembali (%2)") },
		{ BASE_OTHER_DAY, N_("sidang %1 menjadi hari lain") },
	};
	char date[16];
	const struct summons *before = filing_summons(f, s->follows);
	if (before == NULL)
		return "";
	bool of_hearing = text_same(s->base, BASE_ABSENT) || text_same(s->base, BASE_OTHER_DAY);
	const struct outcome_kind *kind = rulebook_outcome(b, before->outcome);
	day_show(of_hearing ? before->hearing : before->served, date, sizeof date);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		if (text_same(rows[i].base, s->base))
			return say(a, rows[i].words, date,
			           kind == NULL ? before->outcome : kind->name);
	}
	return s->base;
}

/* The last day that is still `months` before the hearing, where the day of the month is clipped to
 * the month's end: for 28 February three months after are reached from 30 November too. */
static day months_before(day hearing, int months)
{
	day last = day_add_months(hearing, -months);
	while (day_add_months(last + 1, months) <= hearing)
		last++;
	return last;
}

day summons_deadline(const struct rulebook *b, const struct channel *ch, day hearing)
{
	if (ch->from_registration)
		return calendar_before(&b->calendar, hearing, ch->before);
	switch (ch->span) {
	case SPAN_WORKING:
		return calendar_before(&b->calendar, hearing, ch->limit);
	case SPAN_MONTHS:
		return months_before(hearing, ch->limit);
	case SPAN_CALENDAR:
		break;
	}
	return hearing - ch->limit;
}

day summons_not_before(const struct channel *ch, day registered)
{
	if (!ch->from_registration || registered == DAY_NONE)
		return DAY_NONE;
	return ch->span == SPAN_MONTHS ? day_add_months(registered, ch->limit)
	                               : registered + ch->limit;
}

/* ---- what a summons was worth ---- */

/* The keys under which the kinds are stored, in the order of enum summons_worth. */
static const struct {
	const char *key, *name;
} worths[WORTH_COUNT] = {
	[WORTH_PROPER] = { "patut", N_("patut") },
	[WORTH_LATE] = { "tidak_patut", N_("tidak patut: terlambat") },
	[WORTH_WRONG_CHANNEL] = { "salah_kanal", N_("salah kanal") },
	[WORTH_NOT_SENT] = { "belum_dikirim", N_("belum dikirim") },
	[WORTH_AFTER_HEARING] = { "dikirim_setelah_hari_sidang",
	                          N_("dikirim setelah hari sidang") },
	[WORTH_NOT_RECEIVED] = { "belum_diterima", N_("belum diterima") },
	[WORTH_UNPROVEN] = { "penerimaan_belum_terbukti", N_("penerimaan belum terbukti") },
};

const char *worth_key(enum summons_worth w)
{
	return worths[w].key;
}

const char *worth_name(const char *key)
{
	for (size_t i = 0; i < COUNT_OF(worths); i++) {
		if (text_same(worths[i].key, key))
			return message_in_language(worths[i].name);
	}
	return "";
}

bool outcome_comes_of(const struct outcome_kind *kind, const char *channel)
{
	for (size_t i = 0; i < kind->way_count; i++) {
		if (text_same(kind->ways[i], channel))
			return true;
	}
	return kind->way_count == 0;
}

static bool wrong_channel(const struct service *s)
{
	bool other = !text_same(s->rule, s->channel) && text_is_empty(s->reason);
	return other || (s->outcome != NULL && !outcome_comes_of(s->outcome, s->channel));
}

/* Of two announcements the second counts, a month after the first (PP 9/1975 art. 27(2)); the first
 * alone is in time while the second can still be. */
static bool in_time(const struct rulebook *b, const struct channel *ch, const struct service *s)
{
	day last = summons_deadline(b, ch, s->hearing);
	if (ch->announced > 0 && s->outcome != NULL && s->outcome->open)
		return day_add_months(s->served, ch->announced) <= last;
	bool apart = s->first == DAY_NONE || day_add_months(s->first, ch->announced) <= s->served;
	return apart && s->served <= last;
}

enum summons_worth summons_judge(const struct rulebook *b, const struct service *s)
{
	const struct channel *ch = rulebook_channel(b, s->channel);
	if (s->served == DAY_NONE)
		return WORTH_NOT_SENT;
	if (ch == NULL || wrong_channel(s))
		return WORTH_WRONG_CHANNEL;
	if (s->served > s->hearing)
		return WORTH_AFTER_HEARING;
	if (!in_time(b, ch, s))
		return WORTH_LATE;
	if (s->outcome == NULL || s->outcome->open)
		return WORTH_UNPROVEN;
	return s->outcome->proper ? WORTH_PROPER : WORTH_NOT_RECEIVED;
}
