/* The rulebook: everything under data/ and forms/ that the court reads, as const structs. Room
 * config loads it, and again when a file changes; it is never written to after loading. All texts
 * live in the arena it was loaded into. loket-data(5) describes the files. */
#ifndef LOKET_RULEBOOK_H
#define LOKET_RULEBOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "loket/date.h"
#include "loket/form.h"
#include "loket/money.h"

/* ---- data/sop.xml: the SOP itself ---- */
struct sop_step {
	const char *key;   /* "akun": names the form, the step's file and its rows in the store */
	const char *name;  /* "Akun" */
	const char *rail;  /* a shorter one for the rail, where the name is long */
	const char *title; /* the SOP's own words */
	const char *actor; /* ADVOKAT/PIHAK, ADMIN PA, BANK, SIPP, JURUSITA */
	const char *needs; /* persyaratan */
	const char *output;
	int norm; /* minutes */
};
struct sop_head {
	const char *part; /* "Dasar hukum" */
	const char *const *lines;
	size_t count;
};
struct sop {
	const char *title, *source;
	const struct sop_step *steps; /* in order; the number of a step is its place, from 1 */
	size_t step_count;
	const struct sop_head *head;
	size_t head_count;
	int stated_total; /* 95: as the document says */
	int sum;          /* 105: what its norms add up to; both are always shown */
};
int sop_number(const struct sop *s, const char *key); /* from 1; 0: no such step */
/* Its short name, a msgid; of what is no step of the SOP the key itself. */
const char *sop_rail(const struct sop *s, const char *key);

/* ---- data/rights.xml: who may do what ---- */
struct role {
	const char *key, *name; /* "petugas", "petugas PTSP" */
	bool machine;           /* of a program: no person has it */
};
struct right {
	const char *act;          /* "skum.terbit", "lihat.laporan" */
	const char *const *roles; /* keys */
	size_t role_count;
	const char *reason;         /* said by F2 on a screen that may only be read */
	const char *const *another; /* acts: who did one on a filing does not do this one */
	size_t another_count;
};
struct rights {
	const struct role *roles;
	size_t role_count;
	const struct right *items;
	size_t count;
};

/* ---- data/court.xml: the court ---- */
struct officer {
	const char *post, *name, *nip; /* "panitera" */
};
/* One sheet of a paper that is printed more than once. */
struct copy {
	const char *paper, *caption; /* "skum", "Lembar 1: untuk bank (hijau)" */
};
/* A letter that goes out under a number; `to` and `about` with {tujuan} {nama} … in them. */
struct numbered_letter {
	const char *paper, *code, *to, *about;
};
/* One that announces for the court. */
struct medium {
	const char *key, *name, *address;
};
/* Where or by whom cases are heard, and on which weekdays: bit 1 Monday … bit 7 Sunday; 0: on every
 * working day. */
struct sitting {
	const char *name; /* of a room; of a panel, its chair */
	unsigned weekdays;
};
struct counter_hours { /* minutes of the day; the same: closed */
	int opens, closes;
};
enum { KOP_LINES = 5 };
struct court_profile {
	bool sample;                           /* the example, and no court's own */
	const char *name, *code, *unit, *city; /* "Pengadilan Agama Contoh", "PA.Cth", "400000" */
	const char *kop[KOP_LINES];            /* letterhead, NULL-ended when shorter */
	const char *address, *phone, *email, *website;
	struct zone zone;
	/* Local; a filing after it counts for the next working day (SK KMA 363/2022). */
	int closing_minute;
	struct counter_hours hours[7]; /* Monday first */
	const char *hearing_time;      /* "09.00" */
	const struct sitting *rooms, *panels;
	size_t room_count, panel_count;
	/* Has the other side an electronic domicile once its address stands in the suit, or only
	 * when it agreed? */
	bool domicile_stated;
	const char *register_format,
	    *skum_format;            /* {kode} {tanggal} {acak} {no5} {tahun} {alur} {bulan} */
	const char *attorney_format; /* of letters of attorney, "{no}/SK/{tahun}/{kode}" */
	int attorney_first;          /* number of a year's series */
	const char
	    *letter_format; /* "{surat}/{no4}/{unit}/{bulan}/{tahun}"; "" : none is numbered */
	int letter_first;   /* number of a series */
	const struct medium *media;
	size_t medium_count;
	const struct numbered_letter *letters;
	size_t letter_count;
	const char *trial_site; /* text of the hearing place on a relaas */
	int va_hours;           /* how long a virtual account lives */
	int warning_months; /* after a warning to add to the panjar, before a case is struck off */
	int card_months;    /* before an advocate's card ends, in which that is warned of */
	int unclaimed_months; /* after the notice of a remainder, before it is the State's */
	int clock_minutes;    /* by which a bank's clock or SIPP's may differ from ours */
	int clock_days;       /* without any work, after which our clock is not believed */
	int idle_seconds;     /* without a key, after which a desk is the login's again; 0: never */
	bool editor;          /* may a long text go to the user's own editor ($EDITOR)? */
	rupiah round_up;      /* panjar rounded up to a multiple of this; 1: not at all */
	const struct officer *officers;
	size_t officer_count;
	const struct copy *copies;
	size_t copy_count;
	const char *bank_profile; /* default profile in data/banks/ */
};

/* ---- data/case-types.xml ---- */
/* When a paper or an item of the checklist is asked, in the words of a form's conditions: `whole`
 * of the parties' form and the other steps', `row` of one row of one of its lists. */
struct case_when {
	const char *if_, *some, *list; /* as written; "" : always */
	struct field whole, row;       /* shown: it holds */
	int line;                      /* in the file */
};
/* An item of the admin's checklist at step 7. */
struct case_check {
	const char *key, *label;
	const char *back_to; /* step that can mend it */
	const char *source;
	const char *by; /* how it is proven (proof.c); "" : only a person can tell */
	const char *const *of;
	size_t of_count;
	bool advice; /* "tidak" is noted and does not stop the case (a court may not refuse one) */
	struct case_when when;
};
/* A required paper. It is an item of the checklist too. */
struct case_paper {
	const char *kind; /* value of list "jenis-berkas" */
	const char *back_to;
	const char *source;
	bool stops;   /* nothing goes on without it; else it is only warned of */
	bool follows; /* the number does not wait for it: it is proof for the hearing */
	bool skum;    /* no e-SKUM is issued without it */
	struct case_when when;
};
/* What the sides are called: "Penggugat", "Tergugat", "Turut Tergugat"; "" : there is no such side.
 */
/* What calls are reckoned for: "3 sidang" of "3 sidang + 2 mediasi". */
struct call_part {
	int times;
	const char *what, *source; /* "sidang"; "" : not said */
};
struct call_parts {
	const struct call_part *items;
	size_t count;
};
struct case_sides {
	const char *alur; /* "" : in all registers not named apart */
	const char *side1, *side2, *side4;
	/* Calls reckoned for one party of each side not called electronically; and where the case
	 * was not filed by e-Court. */
	int calls1, calls2, manual1, manual2;
	struct call_parts parts1, parts2, manual_parts1, manual_parts2; /* which they are */
	bool notice;       /* a notice of the decision is reckoned */
	bool single_judge; /* who else hears it does so unlawfully */
};
struct case_type {
	const char *id;             /* SIPP jenis_perkara id: "347" */
	const char *name;           /* "Cerai Gugat" */
	const char *alur;           /* usual alur id: "15" */
	const char *const *allowed; /* alurs it may stand in */
	size_t allowed_count;
	const struct case_sides *sides; /* the last one is for all other registers */
	size_t side_count;
	int first_hearing; /* days after registration in which it should be; 0: no such term */
	const char *source;
};
struct alur {
	const char *id, *code, *name; /* "15", "Pdt.G", "Gugatan" */
	const char *form;             /* of its Register Induk: "RI-PA1G" */
	rupiah ceiling;               /* highest value of the claim; 0: none (PERMA 4/2019) */
	bool one_each;                /* one party on each side, unless of one interest */
	bool no_ghaib;                /* no party of unknown address */
};

/* ---- data/fees/ ---- */
enum fee_per {
	FEE_PER_CASE,
	FEE_PER_PARTY,
	FEE_PER_KUASA,
	FEE_PER_CALL,     /* by the channel each party is called by */
	FEE_PER_NOTICE,   /* each party, where the kind has a notice of the decision */
	FEE_PER_DELIVERY, /* the same, by the channel each party is called by */
	FEE_PER_COPY,     /* each sheet of the suit, for each party that gets a copy */
	FEE_PER_SERVICE   /* no line of the e-SKUM: asked for later, paid from the advance */
};
struct fee_component {
	const char *key, *label, *source;
	enum fee_per per;
	const char *category; /* of list kategori-jurnal: booked with a call; "" : it is not */
	const char *tariff;   /* key of the component whose tariffs it has; its own where "" */
	bool prodeo;          /* still reckoned in a prodeo case */
	bool kept;            /* due although the filing is withdrawn before it has a number */
	int place;            /* of its line on the e-SKUM */
	const char *file;
	int line;
};
/* What a tariff applies to; "" is: all. The most specific row counts, in this order: village, area,
 * kind of case, alur. A call always has one channel. */
struct tariff_subject {
	const char *channel; /* jurusita, surat_tercatat, … */
	const char *village; /* code */
	const char *area;    /* radius "II" */
	const char *type;    /* id of the kind */
	const char *alur;    /* id */
};
struct tariff {
	const char *component;
	struct tariff_subject subject;
	rupiah amount, office; /* office: the part that stays there */
	const char *category;  /* in place of the component's, or "" */
	day from, to;          /* to DAY_NONE: until further notice */
	const char *decree;
	const char *file;
	int line;
};
struct fees {
	const struct fee_component *components; /* by their place */
	size_t component_count;
	const struct tariff *tariffs;
	size_t tariff_count;
};

/* ---- data/wilayah.csv: every place of the country; kept in the store, not in memory ---- */
struct place_name {
	const char *code, *name; /* "11.01.01", "Bakongan" */
};
struct place_names {
	const struct place_name *items; /* by code; each one's whole stands before it */
	size_t count;
};

/* ---- data/calendar.xml ---- */
struct holiday {
	day on;
	const char *name, *decree;
	bool joint_leave;
};
struct hijri_month;
struct calendar {
	const struct holiday *holidays; /* by day */
	size_t holiday_count;
	const int *years; /* years that have entries, ascending */
	size_t year_count;
	const struct hijri_month *months;
	size_t month_count;
};
/* Days by which this month of the Islamic calendar begins before or after its computed day. */
struct hijri_month {
	int year, month, offset;
	bool reckoned; /* nobody has sighted it yet */
};

/* ---- data/keys.xml: what `means` does, a key of the desk, is done by pressing another ---- */
struct key_move {
	const char *means, *press; /* "F10", "Ctrl-O" */
};

/* ---- data/summons.xml: channels and outcomes (domain: HIR 122, SK KMA 363/2022, PP 9/1975) ----
 */
enum span { SPAN_CALENDAR, SPAN_WORKING, SPAN_MONTHS };
struct channel {
	const char *key, *name;
	const char *brief; /* in a column of a list; the name where the file has none */
	enum span span;
	int limit; /* least days, or months, between service and hearing */
	/* The limit counts from the registration of the case; service is `before` working days
	 * before the hearing. */
	bool from_registration;
	int before;
	int announced; /* in months: least months between the two announcements */
	/* Calls reckoned for a party on this channel, whatever the kind of case; 0: as the kind
	 * says. */
	int calls;
	/* The channel of a further call of a party who was called by this one and stayed away; "" :
	 * the same rule again. */
	const char *absent;
	const char *const *types; /* ids of the kinds of case it serves */
	size_t type_count;        /* 0: all */
	const char *source;
};
/* Working days for a request of another court (SEMA 6/2014); 0: no such term. */
struct request_terms {
	int appoint, serve, answer;
	const char *source;
};

/* ---- registered post (data/post.xml) ---- */
#define POSTED "surat_tercatat" /* the channel */
struct post_product {
	const char *key, *name;
};
struct post_word { /* folded, as the carrier's tracking says it */
	const char *text, *status;
};
enum post_part {
	POST_RESI,
	POST_STATUS,
	POST_DAY,
	POST_RECEIVER,
	POST_RELATION,
	POST_NOTE,
	POST_PARTS
};
struct post_carrier {
	const char *key, *name, *agreement;
	size_t resi_least, resi_most; /* letters and digits of a label's number */
	const struct post_product *products;
	size_t product_count;
	/* The CSV file of its tracking. */
	size_t columns[POST_PARTS]; /* from 1; 0: the file has none */
	size_t titles;              /* lines above the rows */
	char separator;
	const struct post_word *words;
	size_t word_count;
};
struct post_zone {
	const char *key, *name;
	const char *const *codes; /* beginnings of villages' codes */
	size_t code_count;        /* 0: all that no other zone has */
};
struct post_tariff {
	const char *carrier, *product, *zone;
	rupiah amount;
	day from, to; /* DAY_NONE: until further notice */
};
struct post_status {
	const char *key, *name;
	const char *outcome; /* key of the summons' outcome; "" : still on its way */
	const char *cause;   /* why it came back, "" : it did not */
};
struct post {
	const struct post_carrier *carriers;
	size_t carrier_count;
	const struct post_zone *zones;
	size_t zone_count;
	const struct post_tariff *tariffs;
	size_t tariff_count;
	const struct post_status *statuses;
	size_t status_count;
	int prove; /* days before the hearing by which receipt is to be proven */
};

/* ---- data/countries.xml: what a country asks of a document served there ---- */
struct country {
	const char *name;
	const char *const *names; /* folded, as it may be written */
	size_t name_count;
	const char *languages, *sets; /* of the translations; "1 asli dan 2 salinan" */
	int months;          /* from registration to the hearing; 0: as the channel has it */
	const char *written; /* on the envelope */
	const char *note;
	bool restricted; /* the post does not deliver there */
};
struct countries {
	const struct country *items;
	size_t count;
	struct country usual; /* of a country that is not here */
	const char *doors[2]; /* of the foreign ministry: for foreigners, for citizens; or NULL */
	const char
	    *restricted_source; /* by what rogatory is not usable where the post does not go */
};

/* ---- data/limits.xml: in how many days something is done, and what that is worth ---- */
struct limit_grade {
	int days, points;
};
struct limit {
	const char *key;            /* "pmh" */
	const char *name, *shorter; /* "Penetapan majelis hakim", "PMH" */
	const char *from, *to;      /* moments: "daftar", "pmh" */
	const char *source;
	int week_ends; /* day of the week from which on days count from Monday; 0: none */
	bool before;   /* a grade's days are at least those from `from` to `to`; else at most */
	const struct limit_grade *grades; /* the first that fits counts */
	size_t grade_count;
	int otherwise, never; /* points outside all grades; of what was never done */
};

/* Work with money that waits for panitera or chairman. */
struct work_limit {
	const char *key, *name, *source; /* "sisa" */
	int days;                        /* after which it is late */
};

struct outcome_kind {
	const char *key, *name;  /* "Y", "bertemu langsung" */
	const char *sipp;        /* ket_temu: Y T S E, or another letter the court's SIPP uses */
	const char *post;        /* status_pos: "1" received, "2" returned, "" no letter by post */
	const char *const *ways; /* keys of the channels it may come of */
	size_t way_count;        /* 0: any */
	bool proper;
	bool open; /* sent, and not known yet whether it was received: another outcome follows */
};

/* ---- data/mail.xml: the court's mail server and mailbox, and the words of its letters ---- */
enum mail_security { MAIL_TLS, MAIL_STARTTLS, MAIL_UNENCRYPTED };
struct mail_server {
	const char *host; /* "" : there is none */
	int port;
	enum mail_security security;
	const char *user, *password_file; /* the file in the home; "" : no login */
	const char *authorities;          /* PEM in the home; "" : the system's */
	int connect_ms, total_ms;
};
struct mail_words {
	const char *subject, *text; /* with {nama} {nomor} … put in */
};
struct mail_setup {
	const char *from; /* the address letters come from and bounces go to */
	struct mail_server smtp, imap;
	const char *box;
	int look_seconds; /* between looks into the mailbox */
	bool proven;      /* a summons goes only to an address that was proven */
	int code_minutes; /* a code is good so long */
	struct mail_words summons, code;
};

/* ---- data/letters.xml: the sentences of letters, each with its conditions and its article ---- */
enum letter_axis {
	AXIS_CHANNEL,
	AXIS_OUTCOME,
	AXIS_SIDE,
	AXIS_PERSON,
	AXIS_KUASA,
	AXIS_REQUEST,
	LETTER_AXES
};
struct letter_when {
	const char *const *keys;
	size_t count; /* 0: always */
};
struct letter_sentence {
	const char *text, *source;
	struct letter_when when[LETTER_AXES];
	const char *const *says; /* what it tells: "salinan" */
	size_t say_count;
	int lines; /* dotted lines to write on below it */
	int line;  /* in the file */
};
struct letter_part {
	const char *key; /* "judul" */
	int least, most; /* sentences it has in each combination */
	const struct letter_sentence *sentences;
	size_t count;
};
struct letter_rule {
	const char *says;
	bool never; /* else: must be told */
	struct letter_when when[LETTER_AXES];
	int line;
};
struct letter {
	const char *key; /* "relaas" */
	const struct letter_part *parts;
	size_t part_count;
	const struct letter_rule *rules;
	size_t rule_count;
};

/* ---- data/claims.xml: the sentences of a draft of a claim, by kind of case ---- */
struct claim_sentence {
	const char *text, *source;
	const char *const *if_, *const *unless; /* "anak", "alasan=taklik" */
	size_t if_count, unless_count;
	bool petitum; /* else of the posita */
};
struct claim {
	const char *const *types; /* ids of the kinds of case */
	size_t type_count;
	const struct claim_sentence *sentences;
	size_t count;
};

struct paper_template {
	const char *key, *file; /* "relaas", "forms/print/relaas.xml" */
};

struct rulebook {
	struct sop sop;
	struct rights rights;
	struct court_profile court;
	const struct case_type *types;
	size_t type_count;
	const struct alur *alurs;
	size_t alur_count;
	struct case_paper *papers;
	size_t paper_count;
	struct case_check *checks;
	size_t check_count;
	struct fees fees;
	const struct village *villages; /* of the court's own area, with their radius */
	size_t village_count;
	struct calendar calendar;
	const struct channel *channels;
	size_t channel_count;
	struct request_terms requests;
	struct countries countries;
	const struct outcome_kind *outcomes;
	size_t outcome_count;
	struct post post;
	const struct limit *limits;
	size_t limit_count;
	const struct work_limit *works; /* in the order of the list */
	size_t work_count;
	int limit_fair; /* of a hundred points: fewer are marked */
	struct mail_setup mail;
	const struct letter *letters;
	size_t letter_count;
	const struct claim *claims;
	size_t claim_count;
	/* data/lists.xml and those made of the above: "jenis-perkara" "alur" "kanal" "hasil"
	 * "bank-va" "ruang" */
	const struct choices *lists;
	size_t list_count;
	struct name_sense names;
	const struct key_move *key_moves; /* data/keys.xml */
	size_t key_move_count;
	const struct form *const *forms; /* all of forms/, by file name */
	size_t form_count;
};

const struct form *rulebook_form(const struct rulebook *b, const char *step); /* NULL: none */
const struct case_type *rulebook_type(const struct rulebook *b, const char *id);
const struct alur *rulebook_alur(const struct rulebook *b, const char *id);
const struct village *rulebook_village(const struct rulebook *b, const char *code);
const struct channel *rulebook_channel(const struct rulebook *b, const char *key);
const struct limit *rulebook_limit(const struct rulebook *b, const char *key);
const struct outcome_kind *rulebook_outcome(const struct rulebook *b, const char *key);
const struct letter *rulebook_letter(const struct rulebook *b, const char *key);
const struct officer *rulebook_officer(const struct rulebook *b, const char *post);
const struct case_sides *case_sides(const struct case_type *t, const char *alur); /* never NULL */
/* "Penggugat", "Tergugat II": by the sides' names, side (p1 p2 p4), how many of the side, and which
 * (from 1). In `a`. */
const char *party_label(const struct case_sides *t, const char *side, int count, int index,
                        struct arena *a);
const char *role_name(const struct rulebook *b, const char *key);
/* Is `key` one of the role keys in `roles`, which are separated by blanks? */
bool roles_include(const char *roles, const char *key);
/* May one person have these roles together? None of a machine's, and never both who prepares money
 * that goes out and who approves, receives or watches it (kasir and panitera, Buku II). */
MUST_USE bool roles_fit_person(const struct rights *r, const char *roles, struct fault *why);
/* May one with these roles (keys, separated by blanks) do `act`? */
bool rights_allow(const struct rights *r, const char *roles, const char *act);

/* ---- post.c: by their keys ---- */
const struct post_carrier *post_carrier(const struct post *p, const char *key);
const struct post_product *post_product(const struct post_carrier *c, const char *key);
const struct post_status *post_status(const struct post *p, const char *key);

/* ---- the data files as people look at them ---- */
/* An element that says something. */
struct data_setting {
	const char *group;        /* what its file is about, translated */
	const char *name, *value; /* "tariff proses"; "amount 75.000, per case" */
	const char *source;       /* regulation or decree, its own or of what is around it; "" */
	const char *from, *to;    /* validity as written, "" */
	const char *file, *path;  /* "data/fees/pnbp.xml"; where it lies */
	int line;
};
struct data_survey {
	struct data_setting *items;
	size_t count, capacity;
	struct rulebook *book; /* what they say together; NULL where one is wrong */
	const char **faults;   /* a sentence for each file that is wrong, with file and line */
	size_t fault_count, fault_capacity;
	const char **warnings; /* things that may be right nevertheless */
	size_t warning_count, warning_capacity;
	size_t combinations; /* of the sentences of a relaas that were tried */
};

#endif
