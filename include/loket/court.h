/* Rules that screens and papers need too: panjar, working days, amounts in words, channels and
 * deadlines of summonses, the content of papers. Pure: they read only their arguments. */
#ifndef LOKET_COURT_H
#define LOKET_COURT_H

#include "loket/command.h"
#include "loket/filing.h"
#include "loket/letter.h"

/* ---- fee.c: panjar biaya perkara, the advance paid before a case is registered (HIR 121(4), RBg
 * 145(4)). Amounts, counts and their decrees are data/fees/ and data/case-types.xml. `pihak` is the
 * filled form of the parties, which may be half filled: what cannot be reckoned yet is left out
 * unless `strict`, where a missing tariff or village is refused naming party, area and folder.
 *
 * Several persons of a side are called each; those with one representative are called once, through
 * him (domain: PA Kota Madiun's decree; Buku II). Lines live in `a`. */
struct panjar_ask {
	const struct values *pihak;
	/* Of the suit, copied for the other side; 0: unknown, left out of the sum. */
	int64_t sheets;
	day on;
	bool strict;
	const struct filing
	    *filing; /* which knows the proven addresses; NULL: nothing is kept yet */
};
int64_t suit_sheets(const struct filing *f); /* as filled in at step 4; 0: not yet */
/* A line's label for a screen; the label itself is the paper's. */
const char *skum_line_said(const struct rulebook *b, const struct skum_line *line, struct arena *a);
MUST_USE bool skum_compute(const struct rulebook *b, const struct panjar_ask *ask, struct arena *a,
                           struct skum *out, struct fault *why);
/* What a call would cost that day: by its channel, party and whether it is the party's first; no
 * costs in a prodeo case, nor for one who is called with another. A missing tariff is refused. */
MUST_USE bool call_reckon(const struct rulebook *b, const struct values *pihak, day on,
                          struct arena *a, struct summons *call, struct fault *why);
/* The last day, not after `today`, from which other tariffs are in force; DAY_NONE: none. */
day fees_changed(const struct fees *f, day today);
/* Refuses tariffs of one subject that leave a gap or overlap; the fault names both rows. */
MUST_USE bool fees_check(const struct fees *f, struct fault *why);

/* ---- claimpapers.c: the papers a filing needs (case-types.xml) ---- `suit` is the filled form of
 * step 4; a paper handed in with step 2 counts too. */
struct paper_need {
	const char *kind, *label, *source, *back_to;
	const char *stored; /* the document; "" : it is not there */
	bool stops;         /* the filing cannot go on without it */
	bool follows;       /* it may come later */
	bool skum;          /* no e-SKUM is issued without it */
	bool there;
};
size_t papers_needed(const struct rulebook *b, const struct filing *f, const struct values *suit,
                     struct arena *a, struct paper_need **out);

/* ---- proof.c: the checklist of step 7, each item with what proves it ---- */
enum proof { PROOF_NO, PROOF_ASKS /* only a person can tell */, PROOF_YES };
struct check_row {
	const char *key, *label, *back_to, *source;
	bool advice, follows;
	enum proof proof;
	const char *words; /* the evidence, as a sentence */
};
/* Those the filing asks: first what speaks against it, then what only a person can tell. */
size_t checks_of(const struct rulebook *b, const struct filing *f, const struct paper_facts *facts,
                 day today, struct arena *a, struct check_row **out);
/* Of an item of an earlier verdict; the key itself where there is no such item any more. */
const char *check_label(const struct rulebook *b, const char *key);

/* ---- limit.c: in how many days something was done, and what that is worth (limits.xml) ---- */
int limit_points(const struct limit *l, int days);
/* One of a filing, as it stands today. */
struct limit_clock {
	const struct limit *limit;
	day from, to; /* DAY_NONE: not yet */
	bool runs;    /* to be done still; else done, or too late to be */
	int days;     /* from one to the other, by today where it runs; no less than 0 */
	int points;   /* by them */
	day last;     /* the last day that is worth as much; DAY_NONE: it does not run */
};
/* Those that have begun, in the order of the file; of what was never registered none. */
size_t limit_clocks(const struct rulebook *b, const struct filing *f, day today, struct arena *a,
                    struct limit_clock **out);

/* ---- terbilang.c: "delapan ratus lima puluh lima ribu rupiah"; negative: "minus …" ---- */
const char *terbilang_rupiah(rupiah n, struct arena *a);

/* ---- sync.c: what SIPP told of a case (fill "sipp": lists hakim, panitera, jurusita, sidang,
 * relaas; dates and times as forms keep them) ---- */
/* What SIPP said of the parties (fill "dikenal"): each running case that knows one, as a sentence,
 * row from 1; "" beyond the last. And all of them, or that there is none; "" : not yet. */
const char *sync_found(const struct values *known, int row, struct arena *a);
const char *sync_parties(const struct values *known, struct arena *a);
/* Does it say anything else than what is kept? */
bool sync_is_news(const struct filing *f, const struct sipp_case *told, struct arena *a);
/* Proposes values for step 9: the first hearing that is not postponed, later than a day (DAY_NONE:
 * of all), the chair, and the user who is the bailiff named. Values that SIPP does not give are
 * left out. */
void sync_proposal(const struct values *told, const struct choices *bailiffs, day after,
                   struct arena *a, struct values *out);
/* The first hearing that is not put off (PHS); DAY_NONE: SIPP told of none. */
day sync_day(const struct values *told);
/* "A, B, C": the names of a list; "10-12-2026 pukul 09.00, Ruang Sidang I": a row of sidang. */
const char *sync_names(const struct values *told, const char *list, struct arena *a);
const char *sync_hearing(const struct values *told, int row, struct arena *a);

/* ---- calendar.c: working days (Monday to Friday, no holiday, no joint leave) ---- */
bool calendar_works(const struct calendar *c, day d);
/* Days gone through, for whom it is told how a day came about. */
struct day_count {
	day on;
	int nth;         /* which of those that count; 0: it does not */
	const char *why; /* "Natal", "Sabtu", or what the day is */
};
struct day_counts {
	struct arena *a;
	struct day_count *items;
	size_t count, capacity;
};
/* n working days before; each day goes to `days`, or to nobody. */
day calendar_before(const struct calendar *c, day d, int n, struct day_counts *days);
/* The day in the Islamic calendar, moved as data/calendar.xml says: "14 Jumadilakhir 1448 H", of a
 * month that the file does not know as sighted "14 Jumadilakhir 1448 H (menurut hisab)". */
const char *calendar_hijri(const struct calendar *c, day d, struct arena *a);
bool calendar_knows(const struct calendar *c, int year);
const struct holiday *calendar_holiday(const struct calendar *c, day d);
/* The same for a reader of dates: names of holidays and weekdays. It lives as long as the book. */
struct closed_days calendar_closed(const struct calendar *c);
/* The working day for which a filing made at `at` counts. */
day calendar_counts_from(const struct rulebook *b, instant at);

/* ---- counter.c: the hours in which the court serves the public (court.xml, calendar.xml) ---- */
/* Milliseconds of them between two instants; 0 when `to` is not later. */
int64_t counter_time(const struct rulebook *b, instant from, instant to);
/* The instant from which so many minutes of them have passed by `now`. */
instant counter_before(const struct rulebook *b, instant now, int minutes);

/* ---- clock.c: is our clock to be believed? ---- */
enum clock_doubt { CLOCK_GOOD, CLOCK_OUTSIDE, CLOCK_BACK, CLOCK_FAR };
/* `newest`: of what is written; INSTANT_NONE: nothing is. How far is data/court.xml. */
enum clock_doubt clock_doubted(const struct rulebook *b, instant now, instant newest);
/* A message id with %1 now, %2 the newest; "" for CLOCK_GOOD. */
const char *clock_words(enum clock_doubt doubt);
/* Is a bank's clock or SIPP's too far from ours? Milliseconds. */
bool clock_is_apart(const struct rulebook *b, int64_t apart);
/* May a person book money by it? Not while it stands before what is written, nor far from the
 * clock of bank or SIPP; the fault says what to do. */
MUST_USE bool clock_may_book(const struct rulebook *b, instant now, instant newest,
                             const struct partner_clock *partner, struct fault *why);

/* ---- consequence.c: what would be answered otherwise today ---- */
struct consequence {
	struct id filing;
	const char *reg, *title;
	const char *what, *was, *is, *todo; /* for people; `is` "": the rule gives no value today */
};
struct consequences {
	struct arena *a; /* of the texts; set by the caller */
	struct consequence *items;
	size_t count, capacity;
};
/* Adds those of one filing, by the rules of `b`; nothing in `scratch` is needed afterwards. */
void consequences_of(const struct rulebook *b, const struct filing *f, day today,
                     struct arena *scratch, struct consequences *out);

/* ---- relaas.c: by which channel a party is called, until when, and whether that was done ---- */
/* Was the case filed by e-Court? It was unless the form of the parties says "manual". */
bool filed_electronically(const struct values *pihak);
/* The channel the rule gives (SK KMA 363/2022 III.B; PERMA 7/2022). `row` is a row of list "pihak";
 * `f` knows which addresses were proven, where the court asks for that. */
const char *summons_channel(const struct rulebook *b, const struct filing *f,
                            const struct values *pihak, int row);
/* The same with what of the party decides it. */
struct channel_rule {
	const char *channel, *why; /* why: in Indonesian */
};
const struct channel_rule *summons_channel_rule(const struct rulebook *b, const struct filing *f,
                                                const struct values *pihak, int row);
/* The same for a call that is made or wanted: a further one goes by why it is made again. */
const char *summons_rule(const struct rulebook *b, const struct filing *f, const struct summons *s);
/* Why a further call is made: "tidak hadir pada sidang 14-12-2026 (berita acara sidang)"; "" for a
 * first one. */
const char *summons_base_words(const struct rulebook *b, const struct filing *f,
                               const struct summons *s, struct arena *a);
/* Last day of service in time for `hearing`. */
day summons_deadline(const struct rulebook *b, const struct channel *ch, day hearing);
/* First day a hearing may be on where the channel's time runs from registration (PP 9/1975 art.
 * 29(3)); DAY_NONE: it does not. */
day summons_not_before(const struct channel *ch, day registered);

/* Validity of a summons. The kinds are kept apart because each needs another action: a late one is
 * sent again, one without proof of receipt is traced. */
enum summons_worth {
	WORTH_PROPER,
	WORTH_LATE,
	WORTH_WRONG_CHANNEL,
	WORTH_NOT_SENT,
	WORTH_AFTER_HEARING,
	WORTH_NOT_RECEIVED,
	WORTH_UNPROVEN, /* undecided */
	WORTH_COUNT
};
struct service {
	const char *rule, *channel; /* the channel required, and the one used */
	const char *reason;         /* why another channel was used; "" where no reason was given */
	const struct outcome_kind *outcome; /* NULL: no outcome yet */
	day first;   /* first of two announcements; DAY_NONE: only one day counts */
	day served;  /* day of service, of sending, of posting, or of the last announcement */
	day hearing; /* DAY_NONE in served: not sent */
};
/* May this outcome come of a summons by this channel? */
bool outcome_comes_of(const struct outcome_kind *kind, const char *channel);
enum summons_worth summons_judge(const struct rulebook *b, const struct service *s);
const char *worth_key(enum summons_worth w); /* "salah_kanal": as it is stored and exported */
const char *worth_name(const char *key);     /* for people, in their language; "" for no key */

/* Where a party is called electronically: the e-mail address, else the telephone number, of the
 * representative who filed for it, else its own; "" : nowhere. */
const char *summons_domicile(const struct filing *f, const struct values *pihak, int row);

/* ---- country.c: what the country asks where a party abroad is called ---- */
/* By its name as it was typed; NULL: data/countries.xml has none like it. */
const struct country *country_named(const struct rulebook *b, const char *name);
/* The channel as it is for a party: abroad with as many months as the country asks. NULL: no such
 * channel. */
const struct channel *party_channel(const struct rulebook *b, const char *channel,
                                    const struct values *pihak, int row, struct arena *a);

/* ---- hearing.c: the days on which a first hearing may be ---- */
/* From when calls can be counted: `today`, but never before the registration. */
day hearing_begins(const struct filing *f, day today);
/* The first day a hearing may be on for one called by this channel from `from` on. */
day hearing_earliest(const struct rulebook *b, const struct channel *ch, day from, day registered);
/* The room or the panel of the form of step 9 that does not sit on this day; NULL: they do. */
const struct sitting *hearing_idle(const struct rulebook *b, const struct values *form, day on);
/* The first day from `from` on on which the court works, and room and panel sit; `from` itself
 * where there is none. */
day hearing_first(const struct rulebook *b, const struct values *form, day from);
/* The form of step 9: as it was filled in, else as SIPP proposes. */
void hearing_form(const struct filing *f, struct arena *a, struct values *out);
struct hearing_ask {
	const struct rulebook *book;
	const struct filing *filing;
	const struct values *form; /* of step 9, which may be half filled */
	day today;
	struct arena *a;
};
/* The first days, `most` at most, on which all parties can be heard, called as the form says; how
 * many there are. */
size_t hearing_days(const struct hearing_ask *ask, day *out, size_t most);
/* Why the hearing cannot be on a day, a message id; NULL: it can, or the court is closed then. */
const char *hearing_unlawful(const struct hearing_ask *ask, day on);
/* The same for the further call of one party. */
const char *hearing_unlawful_for(const struct hearing_ask *ask, const struct summons *call, day on);
/* How a day is reckoned for each party, a line each in Indonesian: "Ahmad, surat tercatat: paling
 * lambat 08-12-2026"; of announcements, the days of both. */
size_t hearing_reckoning(const struct hearing_ask *ask, day on, const char ***out);
/* The same of each channel once, short: "elektronik 28-11-2026, pos 25-11-2026". */
const char *hearing_limits(const struct hearing_ask *ask, day on);

/* ---- patut.c: was each party called lawfully and in time, as the judge asks ---- */
enum patut_verdict { PATUT_YES, PATUT_OPEN, PATUT_NO };
enum { PATUT_DAYS = 21 }; /* of the calendar, up to the hearing */
enum patut_mark {
	MARK_NONE,
	MARK_COUNTS,   /* counted between service and hearing */
	MARK_CLOSED,   /* not counted: the court is closed */
	MARK_EARLIER,  /* served before the calendar begins */
	MARK_RECEIVED, /* of a letter */
	MARK_DEADLINE, /* last day of service in time */
	MARK_SERVED,
	MARK_HEARING
};
struct patut_row {
	int number, party; /* of the call that counts, the newest; of the list of parties */
	const char *name, *label;
	const char *channel, *article; /* its name, and the rule it follows */
	const char *address;           /* the electronic domicile, or where the party lives */
	const char *resi;
	day first, served, received, deadline;
	day next; /* the first lawful day of a hearing, called again today */
	enum patut_verdict verdict;
	const char *why, *todo; /* in Indonesian */
	enum patut_mark marks[PATUT_DAYS];
};
struct patut {
	day hearing, told; /* the case's; SIPP's, DAY_NONE: not told */
	day next;          /* the first lawful day for all; DAY_NONE: none is needed */
	day begins;        /* of the calendar */
	bool closed[PATUT_DAYS];
	enum patut_verdict verdict; /* of the case: the worst */
	struct patut_row *rows;
	size_t count;
};
/* False: no hearing is set yet. */
MUST_USE bool patut_of(const struct rulebook *b, const struct filing *f, day today, struct arena *a,
                       struct patut *out);
const char *patut_name(enum patut_verdict v); /* "belum terbukti", in Indonesian */
const char *patut_mark(enum patut_mark m);    /* "•" */

/* ---- verdict.c ---- */
/* No outcome is recorded yet, or only that it was sent. */
bool call_is_open(const struct rulebook *b, const struct summons *s);
/* May its party be called once more: what came of it is known, or it is open and lost. */
bool call_may_repeat(const struct rulebook *b, const struct filing *f, const struct summons *s,
                     day today);

/* ---- callcost.c ---- */
/* What the advance has left for a call that repeats this one: a call not carried out gives back
 * what was kept for it. */
rupiah call_left(const struct filing *f, const struct summons *before);
/* "panggilan (pos)": a category of the journal for people, in their language; "" for none. */
const char *category_name(const struct rulebook *b, const char *category);
const char *category_label(const struct rulebook *b, const char *category); /* on paper */
/* What calls will cost that are ordered and not booked yet. */
rupiah calls_reserved(const struct filing *f);

/* ---- call.c ---- */
/* Why a further call of this one would be made, by what came of it; "" : it was proper. */
const char *call_base(const struct rulebook *b, const struct summons *before);
/* ---- relaasplaces.c: a summons and what is known of it -> the sentences of its relaas ---- */
#define RELAAS_BLANK "-" /* the outcome of a case of the grammar while none is recorded */
extern const char *const relaas_place_names[]; /* NULL-ended */
struct relaas_of {
	const struct summons *summons;
	const char *bailiff; /* his full name */
};
void relaas_write(const struct rulebook *b, const struct filing *f, const struct relaas_of *of,
                  struct arena *a, struct letter_lines *out);

/* ---- relaascheck.c: every combination there is, and what is wrong with it ---- */
/* A filing with one summons, made of nothing but what a combination needs. */
struct relaas_specimen {
	struct letter_case of;
	const struct filing *filing;
};
size_t relaas_specimens(const struct rulebook *b, struct arena *a, struct relaas_specimen **out);
/* "surat_tercatat S 2 orang kuasa" */
const char *relaas_case_name(const struct letter_case *of, struct arena *a);
/* A sentence for each fault of data/letters.xml; how many combinations were tried. */
struct relaas_proof {
	const char **faults;
	size_t fault_count, fault_capacity;
	size_t tried;
};
void relaas_prove(const struct rulebook *b, struct arena *a, struct relaas_proof *out);

/* ---- assign.c: who is proposed to call ---- */
struct bailiff_load {
	const char *user;
	int open; /* calls that he has not carried out yet */
};
/* The user's name; equal ones by the alphabet; "" : there is nobody. `village`: its code. */
const char *bailiff_fair(const struct rulebook *b, const char *village,
                         const struct bailiff_load *all, size_t count);
/* The village of the first party that is walked to, of the first one where nobody is. */
const char *hearing_village(const struct hearing_ask *ask);

/* ---- workload.c: what each bailiff was given, and how timely it was (limits.xml) ---- */
/* Of a call of this court, or a request of another one. */
struct work {
	const char *bailiff;
	bool request;
	day ordered; /* the call was ordered, the request received */
	day deadline, hearing;
	day served, recorded; /* DAY_NONE: not yet */
};
struct workload {
	const char *bailiff;
	int given, served, open, late; /* late: served after its last day, or that has passed */
	int scored, points, best;      /* best: what the scored ones can reach */
	int requests, requests_served;
};
struct workloads {
	struct workload *items;
	size_t count, capacity;
};
/* Adds one; a call whose hearing is to come and that is not recorded is not scored yet. */
void workload_add(const struct rulebook *b, const struct work *one, day today, struct arena *a,
                  struct workloads *out);

/* ---- weather.c: what came back from a place before ---- */
struct place_call {
	const char *outcome, *address;
	day served;
};
/* Of calls to one village, newest first: how many did not reach the party on this street, or else
 * in the village, and why the last did not. "" : all did. */
const char *address_weather(const struct rulebook *b, const char *street,
                            const struct place_call *calls, size_t count, struct arena *a);

/* ---- route.c: the bailiff's rounds ---- */
struct stop {
	const char *bailiff, *channel, *area; /* area: the district */
	const char *village, *address;        /* village: its code */
	day deadline;
};
bool channel_is_walked(const char *channel);
/* The district of one that is walked to, the channel of any other: what one round serves. */
const char *round_of(const struct stop *s);
/* Which of the stops is the first, the second … on the way. */
void route_order(const struct rulebook *b, const struct stop *stops, size_t count, struct arena *a,
                 size_t *order);

/* ---- post.c: registered post; NULL where data/post.xml has nothing for it ---- */
struct post_letter {
	const char *carrier, *product, *village; /* village: its code */
};
const struct post_zone *post_zone(const struct post *p, const char *village);
const struct post_tariff *post_tariff(const struct post *p, const struct post_letter *l, day on);
/* The number of a label as it is kept; NULL: it is none of this carrier's. */
const char *post_resi(const struct post_carrier *c, const char *typed, struct arena *a);
/* What the carrier's tracking means by these words. */
const struct post_status *post_told(const struct post *p, const struct post_carrier *c,
                                    const char *words, struct arena *a);
/* Is a letter without proof of receipt too near its hearing? */
bool post_is_urgent(const struct post *p, day hearing, day today);
/* The outcome of one that was handed over and whose receipt is not proven. */
const struct outcome_kind *post_sent(const struct rulebook *b);

/* ---- advance.c ---- */
/* The first in that state; NULL: none is. */
const struct payout *payout_waiting(const struct filing *f, enum payout_state state);
/* Is it the number on a bank's slip, and no stroke? */
bool payout_reference(const char *typed);
bool same_digits(const char *one, const char *other, struct arena *a);

/* ---- panjar.c ---- */
/* The last day to pay what a warning letter asked for; DAY_NONE: nothing is due. After that day the
 * case may be struck out. */
day panjar_warned_until(const struct filing *f, const struct court_profile *c);

/* ---- pace.c: time against the SOP, in counter time; bank and SIPP are counted apart ---- */
/* Milliseconds at a step up to now, and waited there for bank or SIPP (on the wall). */
int64_t pace_spent(const struct rulebook *b, const struct step_record *s, instant now);
int64_t pace_waited(const struct step_record *s, instant now);
/* "menit 7 / 15", "semua 31 / 95 (105)": spent, norm; stated and sum. */
#define PACE_ROOM 64
void pace_step(const struct rulebook *b, const struct filing *f, size_t step, instant now,
               char out[PACE_ROOM]);
void pace_all(const struct rulebook *b, const struct filing *f, instant now, char out[PACE_ROOM]);

/* ---- papers.c: a filing and what hangs on it -> the view (XML, urn:loket:view:1) a template
 * prints ---- */
struct printing {
	instant now;
	bool again;                    /* printed before: marked CETAK ULANG */
	instant first;                 /* when it was printed first */
	int which;                     /* number of a summons, or of an expense */
	const char *bailiff;           /* of a summons: his full name */
	const char *paper;             /* of a letter: its name, by which its copies are told */
	const struct outgoing *letter; /* its number and day; NULL: it has none */
	int edition;                   /* of an announcement: 1 or 2 */
	/* Who acted or prints it, where that is his office; NULL: he did not. */
	const char *panitera, *panmud, *kasir;
	const struct receipt *receipt; /* of a kwitansi; NULL: all that was paid */
	const char *witness; /* of a kwitansi: where the chain of records ended; NULL: nothing */
};
const char *paper_skum(const struct rulebook *b, const struct filing *f, const struct printing *p,
                       struct arena *a);
const char *paper_receipt(const struct rulebook *b, const struct filing *f,
                          const struct printing *p, struct arena *a);
/* Of money that went back. */
const char *paper_payback(const struct rulebook *b, const struct filing *f,
                          const struct printing *p, struct arena *a);
/* Of the documents that were handed in. */
const char *paper_handed(const struct rulebook *b, const struct filing *f, const struct printing *p,
                         struct arena *a);
const char *paper_return(const struct rulebook *b, const struct filing *f, const struct printing *p,
                         struct arena *a);

/* ---- parties.c ---- */
/* "SITI AMINAH (Penggugat); …": those of the first side, or all others. */
const char *side_names(const struct rulebook *b, const struct filing *f, bool first,
                       struct arena *a);

/* ---- expensepaper.c: the order to pay an expense, and the bailiff's receipt of his ---- */
/* By its number, 0: the last that is ordered, or was paid to a bailiff. NULL: there is none. */
const struct payout *expense_ordered(const struct filing *f, int number);
const struct payout *expense_of_bailiff(const struct rulebook *b, const struct filing *f,
                                        int number);
const char *paper_expense(const struct rulebook *b, const struct filing *f,
                          const struct printing *p, struct arena *a);

/* ---- restpaper.c: what is left of an advance when the case has ended ---- */
/* It is, or was until it was returned or became the State's: letters can be printed again. */
bool rest_is_left(const struct filing *f);
bool rest_is_told(const struct filing *f); /* and the party was told of it */
/* And the months in which it may be collected are over; or it is the State's already. */
bool rest_is_over(const struct rulebook *b, const struct filing *f, instant now);
const char *paper_rest(const struct rulebook *b, const struct filing *f, const struct printing *p,
                       struct arena *a);

/* ---- relaaspaper.c ---- */
/* NULL: there is no such summons. */
const char *paper_relaas(const struct rulebook *b, const struct filing *f, const struct printing *p,
                         struct arena *a);

/* ---- patutpaper.c ---- */
const char *paper_patut(const struct rulebook *b, const struct filing *f, const struct printing *p,
                        struct arena *a);

/* ---- whypaper.c ---- */
struct whys; /* loket/why.h */
const char *paper_why(const struct rulebook *b, const struct filing *f, const struct printing *p,
                      const struct whys *all, struct arena *a);

/* ---- claimpaper.c ---- */
const char *paper_claim(const struct rulebook *b, const struct filing *f, const struct printing *p,
                        struct arena *a);

/* ---- freepaper.c: prodeo, asked and ordered ---- */
bool filing_is_free(const struct filing *f);
const char *paper_free_asked(const struct rulebook *b, const struct filing *f,
                             const struct printing *p, struct arena *a);
const char *paper_free_ordered(const struct rulebook *b, const struct filing *f,
                               const struct printing *p, struct arena *a);

/* ---- letters.c: the letter of a summons's channel; NULL: there is no such summons ---- */
/* The day on a letter that is made now, and what the register of letters says of it. */
day letter_day(const struct rulebook *b, const struct filing *f, instant now);
void letter_register(const struct rulebook *b, const struct filing *f, const struct summons *s,
                     struct arena *a, struct letter_places *out);
const char *paper_letter(const struct rulebook *b, const struct filing *f, const struct printing *p,
                         struct arena *a);

/* ---- register.c: the line of the Register Induk that a numbered filing is (Buku II) ---- */
struct register_line {
	const char *number, *registered; /* "412/Pdt.G/2026/PA.Cth", "25-11-2026" */
	const char *sides[2];            /* each party: name, age, work, address */
	const char *petitum, *panel, *registrar, *hearing, *decided, *note;
};
void register_line(const struct rulebook *b, const struct filing *f, struct arena *a,
                   struct register_line *out);

/* ---- card.c: an advocate's card ---- */
enum card { CARD_NONE, CARD_EXPIRED, CARD_EXPIRES, CARD_GOOD };
/* By its last day; DAY_NONE: no card. It expires within the months of data/court.xml. */
enum card card_state(const struct court_profile *c, day until, day today);
const char *card_word(enum card card); /* msgid; "" : none */

/* ---- attorney.c: letters of attorney, and the register they are entered in ---- */
struct attorney {
	int row;            /* of the first representative it names; 0: the registrant's own */
	const char *number; /* "-" or "": it has none */
	day dated;
	const char *to; /* the representatives: two may share one letter */
};
struct attorneys {
	struct attorney *items;
	size_t count, capacity;
};
/* Those of the parties' form, and the one the registrant showed where no row is about him. `f` may
 * be NULL. */
void attorneys_read(const struct filing *f, const struct values *pihak, struct arena *a,
                    struct attorneys *out);
/* A line of register RI-PA7. */
struct attorney_line {
	const char *from, *to, *letter; /* "12/SK/2026, 03-11-2026" */
	const char *number, *note;      /* of the case */
	rupiah fee;
};
/* False: the filing has no such letter any more. */
MUST_USE bool attorney_line(const struct rulebook *b, const struct filing *f, int row,
                            struct arena *a, struct attorney_line *out);
/* "12/SK/2026/PA.Cth" (data/court.xml). */
const char *attorney_number(const struct court_profile *c, int number, day registered,
                            struct arena *a);

/* ---- decide.c ---- */
/* All transitions as rows of text: step, act, from states, roles. `loket sop --transitions` prints
 * them. */
size_t court_transitions(const struct rulebook *b, struct arena *a, const char *const **cells,
                         size_t *columns);

/* ---- domicile.c ---- */
/* A code sent to the address was read there. */
bool domicile_proven(const struct filing *f, const char *address);
/* The key of the letter with its last code; "" : none was sent. */
const char *domicile_key(const struct filing *f, const char *address);

/* ---- step9_mail.c ---- */
/* May it go by mail now? False: by another channel, recorded already, without an address, under
 * way, or this court has no mail server. */
MUST_USE bool summons_may_mail(const struct rulebook *b, const struct filing *f,
                               const struct summons *one, struct fault *why);

#endif
