/* A call of one party to a hearing, and the further call of a party: after an absence, a call that
 * was not proper, a letter that came back, or a hearing on another day (HIR 126, 127; RBg 150, 151;
 * PERMA 7/2022 art. 17). The further call is a row of its own that names the one it repeats. */
#include "loket/court.h"
#include "loket/text.h"

#include "private.h"

enum { DATE_ROOM = 64 };

/* ---- a call ---- */

bool call_hearing(const struct context *s, const struct command *c, struct decision *d, day *out)
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

/* The number after the filing's and those of this decision. */
static int number_next(const struct decision *d)
{
	int number = 1;
	for (size_t i = 0; i < d->change_count; i++)
		number += d->changes[i].kind == CHANGE_SUMMONS;
	return number + (int)d->filing->summons_count;
}

/* A day too near for the party is refused with the first that is lawful for it. */
static void check_day(const struct context *s, const struct command *c, struct decision *d,
                      const struct summons *wanted, const char *field)
{
	char date[DATE_ROOM];
	const struct channel *channel = party_channel(s->book, wanted->channel,
	                                              filing_values(d->filing, PIHAK),
	                                              wanted->party, d->a);
	day from = hearing_begins(d->filing, context_day(s, c));
	day least = hearing_earliest(s->book, channel, from, d->filing->number.registered);
	if (wanted->hearing >= least)
		return;
	day_show(hearing_first(s->book, &c->values, least), date, sizeof date);
	refuse_field(d, field, N_("Tanggal sidang: terlalu dekat bagi %1"),
	             say(d->a, N_("%1 (%2); paling cepat %3"), wanted->name, channel->name, date));
}

void call_make(const struct context *s, const struct command *c, struct decision *d,
               const struct summons *wanted, const char *field)
{
	const struct channel *channel = rulebook_channel(s->book, wanted->channel);
	if (channel == NULL) {
		refuse_field(d, field, N_("Kanal panggilan %1 tidak dikenal; pilih dari daftar"),
		             wanted->channel);
		return;
	}
	check_day(s, c, d, wanted, field);
	struct summons one = *wanted;
	one.number = number_next(d);
	one.time = values_of(&c->values, "sidang_jam");
	one.room = values_of(&c->values, "ruang");
	one.bailiff = values_of(&c->values, "jurusita");
	one.deadline = summons_deadline(s->book, channel, wanted->hearing);
	one.outcome = one.worth = "";
	one.served = one.recorded = DAY_NONE;
	one.ordered = context_day(s, c);
	one.found = (struct summons_found)FOUND_NOTHING;
	one.proper = one.dropped = one.booked = false;
	one.mended = 0;
	struct fault lacking;
	if (!call_reckon(s->book, filing_values(d->filing, PIHAK), context_day(s, c), d->a, &one,
	                 &lacking))
		refuse_field(d, field, lacking.text, lacking.args[0]);
	decision_change(d, CHANGE_SUMMONS)->to.summons = one;
}

void calls_drop(struct decision *d, const struct rulebook *b)
{
	const struct filing *f = d->filing;
	for (size_t i = 0; i < f->summons_count; i++) {
		if (!call_is_open(b, &f->summons[i]))
			continue;
		struct summons *one = &decision_change(d, CHANGE_SUMMONS)->to.summons;
		*one = f->summons[i];
		one->dropped = true;
	}
}

/* ---- why it is made again ---- */

/* A letter that came back, or an electronic one that reached nobody, is a return. */
const char *call_base(const struct rulebook *b, const struct summons *before)
{
	const struct outcome_kind *kind = rulebook_outcome(b, before->outcome);
	const struct channel *ch = rulebook_channel(b, before->channel);
	bool reached_nobody = ch != NULL && !text_is_empty(ch->absent) && kind != NULL &&
	                      !kind->proper;
	if (before->proper)
		return "";
	return reached_nobody || (kind != NULL && text_same(kind->post, POST_RETURNED))
	           ? BASE_RETURNED
	           : BASE_NOT_PROPER;
}

static bool base_fits(const struct summons *before, const char *base, day today, day hearing,
                      struct fault *why)
{
	bool absent = text_same(base, BASE_ABSENT), other = text_same(base, BASE_OTHER_DAY);
	if (text_is_empty(base))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Dasar: panggilan ini patut; pilih tidak hadir (berita acara sidang) atau sidang lain"));
	if (!before->proper && absent)
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Dasar: panggilan ini tidak patut, bukan ketidakhadiran; kosongkan dasarnya"));
	if (before->proper && !absent && !other)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Dasar: panggilan ini patut dan tidak kembali; perbaiki dahulu "
		                    "hasilnya dengan ralat bila keliru"));
	if (absent && before->hearing > today)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Dasar: sidangnya belum berlangsung; tidak hadir belum dapat "
		                    "menjadi dasar"));
	if (other && before->hearing == hearing)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Dasar: sidangnya hari yang sama; ia sudah dipanggil ke sana"));
	return true;
}

/* ---- the further call ---- */

/* The call that may be repeated: recorded or lost, and not repeated yet. */
static const struct summons *repeated(const struct context *s, const struct filing *f,
                                      const struct command *c, struct decision *d,
                                      struct fault *why)
{
	const char *number = values_of(&c->values, "panggilan_ke");
	const struct summons *one = summons_named(f, number);
	if (one == NULL) {
		(void)fault_set(why, FAULT_REFUSED,
		                N_("Tidak ada panggilan ke-%1 pada perkara ini"), number);
		return NULL;
	}
	const struct summons *after = summons_after(f, one);
	if (after != NULL)
		(void)fault_set(why, FAULT_REFUSED,
		                N_("Panggilan ke-%1 sudah diulang dengan panggilan ke-%2"), number,
		                number_text(after->number, d->a));
	else if (!call_may_repeat(s->book, f, one, context_day(s, c)))
		(void)fault_set(
		    why, FAULT_REFUSED,
		    N_("Panggilan ke-%1 masih dapat patut; jalankan, catat atau lacak dahulu"),
		    number);
	else
		return one;
	return NULL;
}

/* One that nobody carried out is dropped; one that was sent stays, as its proof may come yet. */
static void give_up(struct decision *d, const struct summons *before)
{
	if (!text_is_empty(before->outcome))
		return;
	struct summons *one = &decision_change(d, CHANGE_SUMMONS)->to.summons;
	*one = *before;
	one->dropped = true;
}

static void check_channel(const struct context *s, const struct filing *f,
                          const struct summons *one, struct decision *d)
{
	const char *rule = summons_rule(s->book, f, one);
	if (!text_same(rule, one->channel) && text_is_empty(one->reason))
		refuse_field(
		    d, "alasan_kanal",
		    N_("Alasan kanal: aturannya %1; tulis mengapa dipanggil dengan cara lain"),
		    rule);
}

static const char *given(const struct command *c, const char *field, const char *otherwise)
{
	const char *text = values_of(&c->values, field);
	return text_is_empty(text) ? otherwise : text;
}

/* Of the one call that this decision makes. */
static rupiah cost_made(const struct decision *d)
{
	rupiah cost = 0;
	for (size_t i = 0; i < d->change_count; i++) {
		const struct change *ch = &d->changes[i];
		if (ch->kind == CHANGE_SUMMONS && !ch->to.summons.dropped)
			cost = summons_cost(&ch->to.summons);
	}
	return cost;
}

static void tell_again(struct decision *d, const struct context *s, const struct filing *f,
                       const struct summons *one)
{
	char date[DATE_ROOM];
	const struct channel *channel = rulebook_channel(s->book, one->channel);
	day_in_full(one->hearing, date, sizeof date);
	const char *call = say(d->a, N_("Panggilan ke-%1 untuk %2, %3"),
	                       number_text(summons_turn(f, one), d->a), one->name,
	                       channel == NULL ? one->channel : channel->name);
	const char *words = say(d->a, N_("%1, ke sidang %2; dasar: %3"), call, date,
	                        summons_base_words(s->book, f, one, d->a));
	d->event = say(d->a, N_("%1; biaya %2"), words, rupiah_text(cost_made(d), d->a));
}

bool call_again(const struct context *s, const struct filing *f, const struct command *c,
                struct decision *d, struct fault *why)
{
	day hearing;
	if (!text_is_empty(filing_value(f, AKHIR, "cara")))
		return fault_set(why, FAULT_REFUSED, N_("Perkara ini sudah berakhir"));
	const struct summons *before = repeated(s, f, c, d, why);
	if (before == NULL)
		return false;
	if (!call_hearing(s, c, d, &hearing))
		return fault_set(why, FAULT_REFUSED, N_("Tanggal sidang: belum diisi"));
	struct summons one = *before;
	one.follows = before->number;
	one.hearing = hearing;
	one.base = given(c, "dasar", call_base(s->book, before));
	if (!base_fits(before, one.base, context_day(s, c), hearing, why))
		return fault_at(why, "dasar");
	one.channel = given(c, "kanal", summons_rule(s->book, f, &one));
	one.reason = values_of(&c->values, "alasan_kanal");
	one.address = given(c, "alamat", before->address);
	check_channel(s, f, &one, d);
	call_make(s, c, d, &one, "sidang_tanggal");
	give_up(d, before);
	if (!calls_afford(f, d, why))
		return false;
	fill_keep(s, d, ULANG);
	warnings_keep(d, PANGGILAN);
	if (step_now(d, PANGGILAN).state == STEP_DONE)
		step_turn(d, PANGGILAN, STEP_WAITING, WAITS_BAILIFF);
	tell_again(d, s, f, &one);
	return true;
}
