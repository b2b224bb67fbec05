/* What came of a call: recorded once, and mended by an entry that says why. What was recorded
 * before stays in the history (renvoi; HIR 390; SEMA 1/2023 no. 12). */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define ALASAN "alasan_ralat"

/* ---- which call ---- */

const struct summons *summons_named(const struct filing *f, const char *number)
{
	long long n;
	return text_number(number, 1, INT32_MAX, &n) ? filing_summons(f, (int)n) : NULL;
}

static bool others_recorded(const struct rulebook *b, const struct filing *f, int number)
{
	for (size_t i = 0; i < f->summons_count; i++) {
		const struct summons *s = &f->summons[i];
		bool over = s->dropped || summons_after(f, s) != NULL;
		if (s->number != number && !over && call_is_open(b, s))
			return false;
	}
	return true;
}

/* ---- what it is worth ---- */

/* The kinds of validity have sentences of their own: a wrong channel is not lateness, and neither
 * is a letter without proof of receipt. */
static void judge(const struct context *s, const struct filing *f, struct decision *d,
                  struct summons *one)
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
	struct service service = { .rule = summons_rule(s->book, f, one),
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

/* ---- recording ---- */

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

/* The call as it stands with what the form says. */
static bool outcome_take(const struct context *s, const struct filing *f, struct decision *d,
                         struct summons *after, struct fault *why)
{
	const struct values asked = values_asked(s, d);
	const struct outcome_kind *kind = rulebook_outcome(s->book, values_of(&asked, "hasil"));
	const struct channel *channel = rulebook_channel(s->book, after->channel);
	if (kind == NULL || channel == NULL ||
	    !day_iso_parse(values_of(&asked, "tanggal"), &after->served))
		return fault_set(why, FAULT_REFUSED, N_("Hasil dan tanggal panggilan harus diisi"));
	refuse_before_case(&asked, d, "tanggal");
	refuse_before_case(&asked, d, "pengumuman");
	after->outcome = kind->key;
	after->found = found_of(&asked);
	if (kind->open && channel->announced > 0)
		after->found.first = after->served;
	check_outcome(s, f, d, after);
	judge(s, f, d, after);
	return true;
}

/* The step ends with the last call; a call whose receipt is not proven any more opens it again. */
static void turn_take(const struct context *s, const struct filing *f, const struct summons *after,
                      struct decision *d)
{
	bool open = call_is_open(s->book, after);
	if (!open && others_recorded(s->book, f, after->number))
		step_pass(d, PANGGILAN);
	else if (step_now(d, PANGGILAN).state == STEP_DONE)
		step_turn(d, PANGGILAN, STEP_WAITING, WAITS_BAILIFF);
}

const struct summons *call_meant(const struct filing *f, const struct command *c, struct fault *why)
{
	const char *number = values_of(&c->values, "panggilan_ke");
	const struct summons *one = summons_named(f, number);
	if (one == NULL)
		(void)fault_set(why, FAULT_REFUSED,
		                N_("Tidak ada panggilan ke-%1 pada perkara ini"), number);
	else if (call_goes_on(f, one, why))
		return one;
	return NULL;
}

/* The call that the command names and what the form makes of it; its entry of the form is kept. */
static bool outcome_enter(const struct context *s, struct decision *d, const char *form,
                          struct summons *after, struct fault *why)
{
	char key[FILL_KEY_ROOM];
	if (!outcome_take(s, d->filing, d, after, why))
		return false;
	if (text_same(form, HASIL)) {
		call_book(s, d, after);
		if (!call_is_open(s->book, after))
			after->recorded = context_day(s, d->command);
	}
	decision_change(d, CHANGE_SUMMONS)->to.summons = *after;
	summons_fill_key(after->number, key);
	fill_keep_as(s, d, form, key);
	turn_take(s, d->filing, after, d);
	return true;
}

bool outcome_record(const struct context *s, const struct filing *f, const struct command *c,
                    struct decision *d, struct fault *why)
{
	const struct summons *before = call_meant(f, c, why);
	if (before == NULL)
		return false;
	if (!call_is_open(s->book, before))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Hasil panggilan ke-%1 sudah dicatat; bila keliru, perbaiki dengan ralat"),
		    values_of(&c->values, "panggilan_ke"));
	struct summons after = *before;
	after.mended += after.mended > 0; /* SIPP was told of it before: it is one more entry */
	if (!outcome_enter(s, d, HASIL, &after, why))
		return false;
	if (!call_is_open(s->book, &after))
		call_tell(s->book, d,
		          &(struct call_news){ .is = &after,
		                               .document = values_of(&c->values, RELAAS_SIGNED) });
	d->event = say(d->a, N_("Panggilan %1: %2"), before->name,
	               rulebook_outcome(s->book, after.outcome)->name);
	return true;
}

/* ---- mending ---- */

static bool all_said(const struct values *these, const struct values *those)
{
	for (size_t i = 0; i < these->count; i++) {
		const struct value *v = &these->items[i];
		if (!text_same(v->field, ALASAN) &&
		    !text_same(values_get(those, v->list, v->row, v->field), v->text))
			return false;
	}
	return true;
}

bool outcome_mend(const struct context *s, const struct filing *f, const struct command *c,
                  struct decision *d, struct fault *why)
{
	char key[FILL_KEY_ROOM];
	const struct summons *before = call_meant(f, c, why);
	if (before == NULL)
		return false;
	const char *number = values_of(&c->values, "panggilan_ke");
	if (call_is_open(s->book, before))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Hasil panggilan ke-%1 belum ada; catat hasilnya, tidak perlu ralat"),
		    number);
	struct summons after = *before;
	after.mended++;
	if (!outcome_enter(s, d, RALAT, &after, why))
		return false;
	summons_fill_key(after.number, key);
	const struct values *now = values_now(d, key), *kept = summons_values(f, before->number);
	if (all_said(now, kept) && all_said(kept, now))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Tidak ada yang berubah pada hasil panggilan ke-%1"), number);
	const char *reason = values_of(&c->values, ALASAN);
	if (rulebook_outcome(s->book, before->outcome) != NULL)
		call_tell(s->book, d,
		          &(struct call_news){ .is = &after,
		                               .was = before,
		                               .document = values_of(&c->values, RELAAS_SIGNED),
		                               .reason = reason });
	const char *words = say(d->a, "%1 → %2", call_told_words(s->book, before, d->a),
	                        call_told_words(s->book, &after, d->a));
	d->event = say(d->a, N_("Ralat panggilan %1: %2; %3"), before->name, words, reason);
	return true;
}
