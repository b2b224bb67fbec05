/* Shared by the files of the court. */
#ifndef COURT_PRIVATE_H
#define COURT_PRIVATE_H

#include "loket/command.h"
#include "loket/court.h"

/* ---- decision.c: what steps add to a decision ---- */
/* A sentence with %1 %2 %3 filled in, in `a`; arguments end with NULL. Indonesian: history is kept
 * in the court's language. */
const char *say_(struct arena *a, const char *text, ...) __attribute__((sentinel));
#define say(a, ...) say_((a), __VA_ARGS__, (const char *)0)
const char *rupiah_text(rupiah amount, struct arena *a);
const char *number_text(int64_t n, struct arena *a);

/* The step as it stands after what this decision has changed so far; and the values of a form. */
struct step_record step_now(const struct decision *d, const char *key);
const struct values *values_now(const struct decision *d, const char *form);
/* The step's turn ends (its clock stops) or begins (a new round). */
void step_end(struct decision *d, const char *key);
struct step_record *step_turn(struct decision *d, const char *key, enum step_state state,
                              enum waits_for waits_for);
void fill_keep(const struct context *s, struct decision *d, const char *form);
/* The same under another key: what came of call 2, by the form "hasil" or "ralat", is "hasil.2". */
void fill_keep_as(const struct context *s, struct decision *d, const char *form, const char *key);
/* Adds a fault on a field; it stops the decision. */
void refuse_field(struct decision *d, const char *field, const char *text, const char *arg);
/* What the command says in the fields that its form asks: what was typed in one that is asked no
 * more is neither kept nor judged. Of an act without a form, which a machine does, all of it. */
struct values values_asked(const struct context *s, const struct decision *d);
/* Nothing in a case is dated before its registration: refuses a day asked there that is. */
void refuse_before_case(const struct values *asked, struct decision *d, const char *field);
/* A warning on a field; kept with the filing. */
void warn_field(struct decision *d, const char *field, const char *text, const char *arg);
/* All warnings of the decision become the step's warnings. */
void warnings_keep(struct decision *d, const char *step);
/* An entry of two lines: `debit` and `credit` are accounts. */
struct transfer {
	const char *debit, *credit;
	rupiah amount;
	const char *category; /* of list kategori-jurnal; NULL: none */
};
/* Posted on its day, or today where that is closed or still to come: then its text names the day.
 */
void journal_pair(const struct context *s, struct decision *d, day on, const char *what,
                  struct transfer t);
/* The same in the account at that bank. */
struct journal_place {
	day on;
	const char *bank;
};
void journal_pair_at(const struct context *s, struct decision *d, const struct journal_place *at,
                     const char *what, struct transfer t);
void body_set(struct message *m, struct arena *a, const char *field, const char *text);

day context_day(const struct context *s, const struct command *c); /* local day of the command */

/* ---- calendar.c ---- */
void day_note(struct day_counts *days, day on, int nth, const char *why); /* NULL: to nobody */
/* The same as calendar_counts_from(). */
day calendar_counted_from(const struct rulebook *b, instant at, struct day_counts *days);

/* ---- advance.c ---- */
bool amount_of(const struct command *c, rupiah *out, struct fault *why);
bool has_ended(const struct filing *f);
bool rest_stands(const struct filing *f, struct fault *why);
/* What waits for the panitera, of the advance. */
rupiah asked_for(const struct filing *f);
/* `asked`: what else waits. */
bool panjar_covers(const struct filing *f, rupiah amount, rupiah asked, struct decision *d,
                   struct fault *why);
/* One more, waiting; the caller fills it in, and then tells of it. */
struct payout *payout_new(struct decision *d, const struct filing *f, enum payout_kind kind,
                          rupiah amount);
void tell_waiting(struct decision *d, const struct payout *p);

/* ---- fee.c ---- */
/* The tariff of a service of that key or label, and which it is; NULL: there is none. */
const struct tariff *service_tariff(const struct rulebook *b, const char *typed, day on,
                                    const struct fee_component **out, struct arena *a);

/* ---- filing.c ---- */
/* What came of call 2 is kept as "hasil.2". */
enum { FILL_KEY_ROOM = 24 };
void summons_fill_key(int number, char out[FILL_KEY_ROOM]);

/* ---- turns.c ---- */
/* The step after `key` has its turn, if it is still blank; and the same, with `key` ended. */
void turn_follow(struct decision *d, const char *key);
void step_pass(struct decision *d, const char *key);
/* Once all before it is done, as this decision leaves it: verification's turn, with SIPP asked
 * again. */
void verify_turn(struct decision *d);
/* False: an account is still open at the bank; a second one would take money too. */
bool va_may_ask(const struct filing *f, struct fault *why);
/* The bank is asked for a virtual account of `amount`; va_ask() also lets the step of payment wait
 * for it. */
void va_new(const struct context *s, struct decision *d, const char *bank, rupiah amount);
/* The bank is asked to close an account, which then becomes `closing`. */
void va_close(struct decision *d, const struct va *va, enum va_closing closing);
/* A message to the bank about an account: which, and what it is to bring in. */
struct message *va_message(struct decision *d, const struct va *va, const char *kind,
                           const char *key);
bool va_is_open(const struct va *va);       /* takes money, or will */
const char *va_called(const struct va *va); /* its number, in a sentence; one may have none yet */
void va_ask(const struct context *s, struct decision *d, const char *bank, rupiah amount);

/* ---- claimpapers.c ---- */
#define LACKING "berkas" /* field of a warning that a paper is not there */
bool case_asks(const struct rulebook *b, const struct filing *f, const struct case_when *w,
               struct arena *a);
const char *paper_label(const struct rulebook *b, const char *kind);

/* ---- limit.c ---- */
/* As step 9 has it, or else SIPP; DAY_NONE: neither. */
day filing_first_hearing(const struct filing *f);

/* ---- step8_number.c ---- */
/* Asks SIPP to register the case; the key is made of the filing's registration, so it is registered
 * once. */
bool number_ask(const struct context *s, const struct filing *f, const struct command *c,
                struct decision *d, struct fault *why);

/* ---- sync.c: the case as SIPP has it: asking for it, and storing it ---- */
bool sync_ask(const struct context *s, const struct filing *f, const struct command *c,
              struct decision *d, struct fault *why);
bool sync_take(const struct context *s, const struct filing *f, const struct command *c,
               struct decision *d, struct fault *why);
/* What it knows of the parties: noted beside the checklist; the admin decides. */
bool parties_take(const struct context *s, const struct filing *f, const struct command *c,
                  struct decision *d, struct fault *why);

/* ---- call.c: a call of one party, and the further call ---- */
#define BASE_ABSENT     "tidak_hadir"
#define BASE_NOT_PROPER "tidak_patut"
#define BASE_RETURNED   "retur"
#define BASE_OTHER_DAY  "sidang_lain"
#define POST_RETURNED   "2" /* status_pos, data/summons.xml */
/* The day of the hearing as typed; a day that is no working day is refused at its field. */
bool call_hearing(const struct context *s, const struct command *c, struct decision *d, day *out);
/* Adds the call with the next number, hour, room and bailiff as typed; what stops it is said at
 * `field`. */
void call_make(const struct context *s, const struct command *c, struct decision *d,
               const struct summons *wanted, const char *field);
/* The calls nobody carried out yet: with the case they ended. */
void calls_drop(struct decision *d, const struct rulebook *b);
bool call_again(const struct context *s, const struct filing *f, const struct command *c,
                struct decision *d, struct fault *why);

/* ---- verdict.c ---- */
/* The newest call of its party, for a case that goes on. */
bool call_is_newest(const struct filing *f, const struct summons *s);
/* The hearing of step 9, or a later one that a further call is to. */
day hearing_now(const struct filing *f);
struct call_verdict {
	enum patut_verdict verdict;
	enum summons_worth worth;
	bool overdue; /* open, and its last day has passed */
	bool moved;   /* to a hearing that is on another day now */
};
struct call_verdict call_verdict(const struct rulebook *b, const struct filing *f,
                                 const struct summons *s, day today);
/* False: its case ended, or another call took its place before it was carried out. */
MUST_USE bool call_goes_on(const struct filing *f, const struct summons *s, struct fault *why);

/* ---- callcost.c ---- */
/* Can the advance pay the calls of this decision, after those that are ordered already? */
bool calls_afford(const struct filing *f, const struct decision *d, struct fault *why);
/* What the call costs without what goes to the state: what its order pays out. */
rupiah call_fee(const struct rulebook *b, const struct summons *s);
/* Books what the call costs, unless that is done. */
void call_book(const struct context *s, struct decision *d, struct summons *one);
#define KATEGORI "kategori-jurnal"
#define PNBP     "pnbp" /* an account, and the tag of the categories that go there */

/* ---- calltold.c: what SIPP is told of a call ---- */
#define RELAAS_SIGNED "berkas_relaas" /* the document among what is recorded of it */
struct call_news {
	const struct summons *is, *was; /* was: the entry that this mends; NULL: it is the first */
	bool same;                      /* nothing changed but the document */
	const char *document;           /* as it is stored, "" : none */
	const char *reason;
};
void call_tell(const struct rulebook *b, struct decision *d, const struct call_news *n);
/* "surat tercatat diterima 08-12-2026" */
const char *call_told_words(const struct rulebook *b, const struct summons *one, struct arena *a);

/* ---- outcome.c ---- */
const struct summons *summons_named(const struct filing *f, const char *number);
/* The call that a command names, of a case that goes on; NULL, and says so: there is none. */
const struct summons *call_meant(const struct filing *f, const struct command *c,
                                 struct fault *why);
bool outcome_record(const struct context *s, const struct filing *f, const struct command *c,
                    struct decision *d, struct fault *why);
bool outcome_mend(const struct context *s, const struct filing *f, const struct command *c,
                  struct decision *d, struct fault *why);

/* ---- parties.c ---- */
struct party {
	int row;
	const char *side; /* p1 p2 p4 */
	const char *name, *label, *channel;
	int index, of; /* which of its side */
};
struct parties {
	struct party *items;
	size_t count, capacity;
};
void parties_read(const struct rulebook *b, const struct filing *f, const struct values *pihak,
                  struct arena *a, struct parties *out);
size_t parties_of(const struct parties *p, const char *side);
/* Street, RT/RW, village to province, on one line. */
const char *party_address(const struct values *pihak, int row, struct arena *a);

/* "diwakili oleh Nia, direktur utama; kuasanya Fitri; bertempat tinggal di Taiwan"; "" : the party
 * stands for himself, in this country. */
const char *party_through(const struct rulebook *b, const struct values *pihak, int row,
                          struct arena *a);
/* Full years on a day; 0: the birth is not known. */
int party_age(const struct values *pihak, int row, day on);
/* The label of a choice of the form of parties: agama, pendidikan. */
const char *party_shown(const struct rulebook *b, const struct values *pihak, int row,
                        const char *id, struct arena *a);

/* ---- rulebook.c ---- */
const char *roman(int n, struct arena *a); /* "IV" */

/* ---- whystep.c ---- */
/* Refuses an act at a step that waits: for whom, and what ends it. `name`: the step's. False. */
bool wait_refuse(const struct rulebook *b, const struct step_record *s, const char *name,
                 struct fault *why);

/* ---- callview.c: what the papers of a summons share ---- */
struct view;
const char *paper_kind(const struct rulebook *b, const struct filing *f); /* "Cerai Gugat" */
/* jurusita jurusita_jabatan jurusita_nip; `name` is his full one. */
void call_put_bailiff(struct view *v, const struct rulebook *b, const struct summons *s,
                      const char *name);
void call_put_order(struct view *v, const struct rulebook *b, const struct filing *f);
/* nama peran lahir umur agama pekerjaan pendidikan */
void call_put_party(struct view *v, const struct rulebook *b, const struct filing *f,
                    const struct summons *s, instant now);
/* Rows pihak1 and pihak2 { nama, serta, peran }; volunter. */
void call_put_sides(struct view *v, const struct rulebook *b, const struct filing *f);
void call_put_hearing(struct view *v, const struct rulebook *b, const struct summons *s);

/* ---- kuasa.c ---- */
#define PNBP_KUASA "pnbp_kuasa" /* component of the fee for a letter of attorney, data/fees/ */
/* The row of a party's representative; 0: none. */
int party_kuasa(const struct values *pihak, int row);
bool kuasa_stands_for(const struct values *pihak, int kuasa, int row);

/* ---- attorney.c ---- */
/* Of a letter of attorney among the documents of step 4 where nobody acts by it. */
void attorney_warn(const struct filing *f, const struct values *suit, struct decision *d);
/* Somebody does now: step 4 warns of it no more. */
void attorney_named(const struct filing *f, const struct values *pihak, struct decision *d);

/* ---- relaas.c ---- */
/* The same as summons_deadline(). */
day summons_count_back(const struct rulebook *b, const struct channel *ch, day hearing,
                       struct day_counts *days);
#define ELECTRONIC "elektronik"  /* key of the channel that needs an address */
#define ABROAD     "luar_negeri" /* of that which goes by the country */
/* Can the party be called electronically at all? */
bool has_domicile(const struct values *pihak, int row);
/* The address a letter to the party goes to; "" : none. */
const char *summons_mail(const struct filing *f, const struct values *pihak, int row);

/* ---- hearing.c ---- */
/* Why no case is heard on a day: "Natal", "Sabtu", the room or the panel that does not sit; NULL:
 * one may be. */
const char *hearing_closed(const struct rulebook *b, const struct values *form, day on);
/* The same as hearing_earliest(): `days` has what a channel's terms ask for, before the day itself
 * and those counted back from it. */
day hearing_count(const struct rulebook *b, const struct channel *ch, day from, day registered,
                  struct day_counts *days);
#define PANGGIL "panggil" /* list of the form of step 9 */
/* A party as it is called, by the rule or as the form says. */
struct called {
	struct party party;
	const char *channel, *reason;
	day hearing;
	int form_row; /* of the form's list; 0: not named there */
};
/* All parties; how many. */
size_t hearing_called(const struct hearing_ask *ask, struct called **out);

/* ---- partycheck.c ---- */
/* Checks what the kind of case requires of its parties; adds refusals and warnings. */
void parties_check(const struct context *s, const struct command *c, const struct case_type *type,
                   const struct parties *p, struct decision *d);

/* ---- relaasplaces.c ---- */
/* Lines as they were typed are joined, without the stop the sentence of the relaas sets itself. */
const char *lines_joined(const char *lines, struct arena *a);

/* ---- claimpaper.c ---- */
const char *paper_suit(const struct filing *f); /* "gugatan" or "permohonan", by its register */
/* Rows pihak { nama rincian peran } of one side; "" : of all. */
void view_identities(struct view *v, const struct rulebook *b, const struct values *pihak, day on,
                     const char *side);

/* ---- relaaspaper.c ---- */
struct view;
/* Each part of a letter as a value, or as rows where it has several sentences. */
void relaas_put(struct view *v, const struct letter *letter, const struct letter_lines *lines);

/* ---- lettercheck.c ---- */
struct proving {
	const struct letter *letter;
	const struct letter_case *of;
	const char *name; /* of the combination */
	const struct letter_lines *lines;
	struct arena *a;
	struct relaas_proof *out;
};
/* The letter of that key; where it is missing, that is the fault and NULL. */
const struct letter *letter_to_prove(const struct rulebook *b, const char *key, struct arena *a,
                                     struct relaas_proof *out);
/* Its parts and whole sentences; with letter_prove() also what it must and may not tell, and that
 * nothing is left to write by hand once an outcome is recorded. */
void letter_prove_whole(const struct proving *p);
void letter_prove(const struct proving *p);
/* A sentence that no combination has is a mistake in its conditions. */
void letter_prove_use(const struct letter *letter, const struct letter_case *all, size_t count,
                      struct arena *a, struct relaas_proof *out);

/* ---- number.c ---- */
/* A format of data/court.xml with {kode} {unit} {surat} {tanggal} {tahun} {bulan} {alur} {no} {no4}
 * {no5} {acak} put in; NULL: the format has none of it. */
struct number_words {
	const char *code, *unit, *letter, *alur, *random;
	day on;
	int64_t number;
};
const char *number_format(const char *format, const struct number_words *w, struct arena *a);

#endif
