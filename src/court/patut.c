/* Sah dan patut: was each party called lawfully and in time, by the rule of its channel, for the
 * hearing as it stands now? What the judge asks before a verstek or a further call (HIR 122, 124 to
 * 127, 390; RBg 146, 148 to 151, 718; SK KMA 363/2022 III.B; PP 9/1975 art. 26 to 29). Sentences
 * are Indonesian, as papers have them. */
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

struct judging {
	const struct rulebook *book;
	const struct filing *filing;
	day today;
	struct arena *a;
	struct patut *out;
};

static const char *day_text(const struct judging *j, day on)
{
	char shown[16] = "";
	if (on != DAY_NONE)
		day_show(on, shown, sizeof shown);
	return arena_text(j->a, shown);
}

/* ---- counting ---- */

static int days_counted(const struct judging *j, const struct channel *ch, day served, day hearing)
{
	int n = 0;
	if (ch->span == SPAN_CALENDAR)
		return hearing - served;
	if (ch->span == SPAN_MONTHS) {
		while (day_add_months(served, n + 1) <= hearing)
			n++;
		return n;
	}
	for (day on = served + 1; on <= hearing; on++)
		n += calendar_works(&j->book->calendar, on);
	return n;
}

/* "3 hari kerja", counted from service; of a channel that counts from registration, from there. */
static const char *counted_words(const struct judging *j, const struct patut_row *row,
                                 const struct channel *ch)
{
	static const char *const units[] = { [SPAN_CALENDAR] = N_("%1 hari kalender"),
		                             [SPAN_WORKING] = N_("%1 hari kerja"),
		                             [SPAN_MONTHS] = N_("%1 bulan") };
	day from = ch->from_registration ? j->filing->number.registered : row->served;
	return say(j->a, units[ch->span],
	           number_text(days_counted(j, ch, from, j->out->hearing), j->a));
}

/* ---- the verdict ---- */

/* What a worth means to the judge, with %1 what was done, %2 when, %3 the last lawful day. */
static const char *const words[WORTH_COUNT] = {
	[WORTH_PROPER] = N_("%1 pada %2"),
	[WORTH_LATE] = N_("%1 pada %2, terlambat: paling lambat %3"),
	[WORTH_WRONG_CHANNEL] = N_("%1 pada %2, bukan dari kanal yang ditetapkan"),
	[WORTH_NOT_SENT] = N_("belum dijalankan, paling lambat %3"),
	[WORTH_AFTER_HEARING] = N_("%1 pada %2, sesudah hari sidang"),
	[WORTH_NOT_RECEIVED] = N_("%1 pada %2, tidak sampai kepada yang dipanggil"),
	[WORTH_UNPROVEN] = N_("%1 pada %2"),
};

static void judge(const struct judging *j, const struct summons *s, const struct channel *ch,
                  struct patut_row *row)
{
	const struct outcome_kind *kind = rulebook_outcome(j->book, s->outcome);
	const struct call_verdict v = call_verdict(j->book, j->filing, s, j->today);
	const char *what = kind == NULL ? s->outcome : kind->name;
	row->verdict = v.verdict;
	row->why = say(j->a, words[v.worth], what, day_text(j, row->served),
	               day_text(j, row->deadline));
	if (v.overdue)
		row->why = row->served == DAY_NONE
		               ? say(j->a, N_("belum dijalankan, batasnya %1 sudah lewat"),
		                     day_text(j, row->deadline))
		               : say(j->a,
		                     N_("%1 pada %2, belum seluruhnya; batasnya %3 sudah lewat"),
		                     what, day_text(j, row->served), day_text(j, row->deadline));
	if (v.worth == WORTH_PROPER && ch != NULL)
		row->why = say(j->a, N_("%1, %2 sebelum sidang"), row->why,
		               counted_words(j, row, ch));
	if (v.moved)
		row->why = say(j->a, N_("dipanggil ke sidang %1, sidang kini %2"),
		               day_text(j, s->hearing), day_text(j, j->out->hearing));
}

/* What follows: for the judge when the party stays away, for the bailiff while it is open. */
static const char *todo_of(const struct judging *j, const struct patut_row *row)
{
	bool first =
	    text_same(values_get(filing_values(j->filing, PIHAK), PIHAK, row->party, "kedudukan"),
	              "p1");
	switch (row->verdict) {
	case PATUT_YES:
		return first
		           ? N_("tidak hadir: gugur, atau panggil sekali lagi (HIR 124, 126; RBg 148, 150)")
		           : N_("tidak hadir: verstek, atau panggil sekali lagi (HIR 125, 126; RBg 149, 150)");
	case PATUT_NO:
		return say(j->a, N_("panggil lagi; sidang paling cepat %1"),
		           day_text(j, row->next));
	case PATUT_OPEN:
		break;
	}
	if (row->served == DAY_NONE)
		return say(j->a, N_("jalankan paling lambat %1"), day_text(j, row->deadline));
	return N_("lacak kiriman dan catat penerimaannya; tanpa bukti, panggil lagi");
}

/* ---- the calendar ---- */

static enum patut_mark mark_of(const struct judging *j, const struct patut_row *row,
                               const struct channel *ch, day on)
{
	bool after = row->served != DAY_NONE && on > row->served;
	if (on == j->out->hearing)
		return MARK_HEARING;
	if (on == row->served)
		return MARK_SERVED;
	if (on == row->deadline)
		return MARK_DEADLINE;
	if (on == row->received)
		return MARK_RECEIVED;
	if (!after || ch == NULL || ch->span == SPAN_MONTHS)
		return MARK_NONE;
	return ch->span == SPAN_CALENDAR || calendar_works(&j->book->calendar, on) ? MARK_COUNTS
	                                                                           : MARK_CLOSED;
}

static void draw_row(const struct judging *j, struct patut_row *row, const struct channel *ch)
{
	for (int i = 0; i < PATUT_DAYS; i++)
		row->marks[i] = mark_of(j, row, ch, j->out->begins + i);
	if (row->served != DAY_NONE && row->served < j->out->begins)
		row->marks[0] = MARK_EARLIER;
}

/* ---- the parties ---- */

/* The domicile of an electronic call: of the representative who filed, else the party's own. */
static const char *address_of(const struct judging *j, const struct summons *s)
{
	const struct values *pihak = filing_values(j->filing, PIHAK);
	return text_same(s->channel, ELECTRONIC) ? summons_domicile(j->filing, pihak, s->party)
	                                         : s->address;
}

/* The first day on which a hearing may be, if the party is called anew today, by the channel that a
 * further call takes. */
static day next_of(const struct judging *j, const struct summons *s)
{
	const struct values *form = filing_values(j->filing, PANGGILAN);
	struct summons anew = *s;
	anew.follows = s->number;
	anew.base = call_base(j->book, s);
	const struct channel *ch = party_channel(j->book, summons_rule(j->book, j->filing, &anew),
	                                         filing_values(j->filing, PIHAK), s->party, j->a);
	day from = hearing_begins(j->filing, j->today);
	day on = ch == NULL ? from
	                    : hearing_earliest(j->book, ch, from, j->filing->number.registered);
	return hearing_first(j->book, form, on);
}

static void row_add(const struct judging *j, const struct summons *s)
{
	struct patut_row *row = &j->out->rows[j->out->count++];
	const struct channel *ch = rulebook_channel(j->book, s->channel);
	*row = (struct patut_row){ .number = s->number,
		                   .party = s->party,
		                   .name = s->name,
		                   .label = s->label,
		                   .channel = ch == NULL ? s->channel : ch->name,
		                   .article = ch == NULL ? "" : ch->source,
		                   .address = address_of(j, s),
		                   .resi = s->found.resi,
		                   .first = s->found.first,
		                   .served = s->served,
		                   .received = s->found.received,
		                   .deadline = ch == NULL
		                                   ? s->deadline
		                                   : summons_deadline(j->book, ch, j->out->hearing),
		                   .next = next_of(j, s) };
	judge(j, s, ch, row);
	row->todo = todo_of(j, row);
	draw_row(j, row, ch);
}

/* On which all can be heard. */
static day next_for_all(const struct patut *p)
{
	day on = DAY_NONE;
	for (size_t i = 0; i < p->count; i++) {
		if (on == DAY_NONE || p->rows[i].next > on)
			on = p->rows[i].next;
	}
	return on;
}

static enum patut_verdict worst(const struct patut *p)
{
	enum patut_verdict all = PATUT_YES;
	for (size_t i = 0; i < p->count; i++) {
		if (p->rows[i].verdict > all)
			all = p->rows[i].verdict;
	}
	return all;
}

bool patut_of(const struct rulebook *b, const struct filing *f, day today, struct arena *a,
              struct patut *out)
{
	const struct judging j = { b, f, today, a, out };
	*out = (struct patut){ .hearing = hearing_now(f),
		               .told = sync_day(filing_values(f, SIPP)),
		               .next = DAY_NONE };
	if (out->hearing == DAY_NONE || f->summons_count == 0)
		return false;
	out->begins = out->hearing - PATUT_DAYS + 1;
	for (int i = 0; i < PATUT_DAYS; i++)
		out->closed[i] = !calendar_works(&b->calendar, out->begins + i);
	out->rows = arena_get(a, f->summons_count, sizeof *out->rows);
	for (size_t i = 0; i < f->summons_count; i++) {
		if (call_is_newest(f, &f->summons[i])) /* the one that counts */
			row_add(&j, &f->summons[i]);
	}
	out->verdict = worst(out);
	if (out->verdict == PATUT_NO)
		out->next = next_for_all(out);
	return true;
}

const char *patut_name(enum patut_verdict v)
{
	static const char *const names[] = { [PATUT_YES] = N_("patut"),
		                             [PATUT_OPEN] = N_("belum terbukti"),
		                             [PATUT_NO] = N_("tidak patut") };
	return names[v];
}

const char *patut_mark(enum patut_mark m)
{
	static const char *const marks[] = {
		[MARK_NONE] = "",     [MARK_COUNTS] = "·",   [MARK_CLOSED] = "×",
		[MARK_EARLIER] = "◄", [MARK_RECEIVED] = "○", [MARK_DEADLINE] = "▲",
		[MARK_SERVED] = "•",  [MARK_HEARING] = "■",
	};
	return marks[m];
}
