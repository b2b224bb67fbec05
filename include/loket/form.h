/* The form is the contract. A form file (forms/NN-name.xml, valid by forms/form.xsd;
 * loket-forms(5)) says what one step asks: fields in order, some of them in lists with rows
 * (parties, papers), who sees which, how each is checked, what F1 says. Screens, headless commands,
 * tests and help read the same struct. Everything here is pure but form_load(): values in, faults
 * out.
 *
 * Lifetime: a struct form lives in the arena it was loaded into and is never changed. A struct
 * values is owned by whoever filled it; its texts live in the arena given at each call. */
#ifndef LOKET_FORM_H
#define LOKET_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "loket/arena.h"
#include "loket/date.h"
#include "loket/fault.h"
#include "loket/money.h"
#include "loket/text.h"
#include "loket/xml.h"

/* ---- choice.c: closed lists by name, of the form itself or of the data files ---- */
struct choice {
	const char *value; /* what is stored */
	const char *label; /* what is read */
	const char *note;  /* said beside it in the list ("radius II"), or "" */
};
/* A choice as it is found: folded. */
struct choice_key {
	const char *label, *note, *said; /* said: the label in the reader's language */
};
struct choices {
	const char *name;
	const struct choice *items;
	size_t count;
	const char *const *tags; /* words by item, asked by `field~word`; NULL: no item has any */
	const struct choice_key *keys; /* by item: choices_fold() */
};
/* Once, when all items are there: what is typed is then compared with the keys. */
void choices_fold(struct choices *c, struct arena *a);
const struct choice *choices_find(const struct choices *c, const char *value);
/* Has the item with this value the word among its tags? */
bool choices_tagged(const struct choices *c, const char *value, const char *word);
const struct choices *choices_named(const struct choices *lists, size_t count, const char *name);

/* ---- village.c: too many for a list, so they are looked up where they lie ---- */
struct village {
	const char *code; /* "35.09.20.2001" */
	const char *name, *district, *regency, *province;
	const char *area; /* radius "II" in the court's own area, else "" */
	/* Users who call there by data/areas.xml; none: any bailiff. */
	const char *const *bailiffs;
	size_t bailiff_count;
	bool retired; /* no longer in the newest file; still readable */
};
struct village_lookup {
	void *self;
	/* False: no such code. */
	bool (*find)(void *self, const char *code, struct arena *a, struct village *out);
	/* Finds villages by typed text (words in any order, or the beginning of a code), the
	 * court's own area first; at most `most`. "" : the court's own area. */
	size_t (*search)(void *self, const char *typed, struct arena *a, struct village *out,
	                 size_t most);
};
/* "Jatirejo, Sukamaju, Kabupaten Contoh"; and "radius II", or the province when it is outside. */
const char *village_label(const struct village *v, struct arena *a);
const char *village_note(const struct village *v, struct arena *a);

/* ---- load.c ---- */
enum field_kind {
	KIND_TEXT,    /* one line */
	KIND_LINES,   /* several lines */
	KIND_NIK,     /* 16 digits; warnings by domain rules (birth date, sex, region) */
	KIND_NPWP,    /* 15, 16 or 22 digits after stripping punctuation */
	KIND_PHONE,   /* warns below 8 digits */
	KIND_EMAIL,   /* one @ and a dot, at most 50 (SIPP pihak.email) */
	KIND_ACCOUNT, /* bank account, digits 8-18 */
	KIND_DATE,    /* stored ISO; shown dd-mm-yyyy */
	KIND_TIME,    /* stored and shown 09.00 */
	KIND_NUMBER,  /* whole number within min..max */
	KIND_RUPIAH,  /* whole rupiah within min..max */
	KIND_CHOICE,  /* one of a list */
	KIND_YESNO,   /* "ya" or "tidak" */
	KIND_VILLAGE, /* a village's code, or what was typed where no file has it */
	KIND_FILE,    /* a document: a path while it is typed, "berkas:SHA256:name" once taken in */
	KIND_COUNT
};

/* One condition of when="…"; all conditions of a field must hold. Written `field=a|b`, `field!=a`,
 * `field` (not empty), `field=` (empty), `field~a|b` (what is chosen there has a tag) or
 * `step.field=a` for a field of another step's form (its key, data/sop.xml). In a row of a list the
 * row's own fields are looked at first, then the form's. A field that is itself not shown counts as
 * empty. */
struct field;
struct condition {
	const char *step; /* "" : this form */
	const char *field;
	const struct field
	    *asked; /* the field of this form, from when it is loaded; NULL: another's */
	bool negated;
	bool tagged;
	const char *const *any_of; /* count 0: not empty */
	size_t count;
};

struct field {
	const char *id;   /* [a-z][a-z0-9_]*, unique in its list */
	const char *list; /* id of the list it belongs to, "" for the form's own */
	const char *label;
	const char *help;   /* F1 */
	const char *source; /* the rule: regulation and article; "" if none */
	enum field_kind kind;
	bool required; /* when it is shown */
	bool warns;    /* span and pattern only warn; a choice may be typed that no list has */
	/* Of an amount its limits, of a date its first and last year, 0: 1900 and 2200; else max is
	 * the longest in characters. */
	long long min, max;
	const char *span;    /* date: "" any, "past" (today or before), "future" (today or after) */
	const char *pattern; /* an extended regular expression shown text must match whole, or "" */
	const char *expect;  /* what the pattern wants, said in the fault */
	const char
	    *pages; /* file: the field beside it that gets the number of a PDF's pages, or "" */
	const char *from; /* choice: name of the list; file: kinds allowed "pdf jpg png rtf docx" */
	const struct choices *choices; /* choice: the form's own; NULL: `from` names a list */
	/* Proposal from another field of the row: "nik:lahir", "nik:kelamin"; "x:note" (of the
	 * choice made there), "x:same", "x:kelurahan|kecamatan|kabupaten|provinsi" (of a village);
	 * or "" */
	const char *derive;
	/* Is recomputed whenever its source changes; the focus skips it while it is filled. */
	bool given;
	/* What a new form begins with, as one would type it ("+0": today), or "". In a list "p1|p2"
	 * begins row 1 with p1, later rows with p2. */
	const char *start;
	struct condition *when;
	size_t when_count;
	int width;     /* columns the screen gives it; 0: the rest of the line */
	bool beside;   /* stands on the same screen line as the field before it */
	bool personal; /* read covered by who may not see personal data */
	int line;      /* in the form file */
};

struct form_list {
	const char *id;    /* "pihak" */
	const char *title; /* "Pihak": the screen adds "2 dari 3" */
	const char *each;  /* field whose shown value names a row, e.g. "kedudukan", or "" */
	int least, most;   /* rows */
};

#define FORM_MOST_LISTS 8

/* What a registrar sees in the answers and no single field can know: <warning> of a form. It only
 * warns. `among` picks the rows it looks at, `when` and the other tests say what is amiss of one.
 */
struct form_warning {
	const struct field *on; /* where it stands; its list is the one whose rows are looked at */
	/* Fields that nobody sees; shown is: the conditions hold. Of the form, of a row. */
	struct field whole, among, when;
	enum { WARN_EACH, WARN_ALL, WARN_NONE } how; /* of the rows is amiss */
	const struct field *born;                    /* NULL: no age is asked */
	int younger, older; /* than so many years, not younger than; 0: not asked */
	/* A village whose regency is in the court's area (list "kabupaten-pengadilan"), or not. */
	const struct field *inside, *outside;
	const char *text;   /* msgid; %1 the row's name, %2 the source */
	const char *source; /* regulation and article */
};

struct form {
	const char *file; /* "forms/03-pihak.xml" */
	const char *step; /* step key of data/sop.xml: "pihak" */
	const char *like; /* key of the form whose fields it begins with, or "" */
	const char *title;
	const char *help;
	const struct field *fields; /* in the order asked; fields of one list stand together */
	size_t field_count;
	const struct form_list *lists;
	size_t list_count;
	const struct form_warning *warnings;
	size_t warning_count;
};

/* `schema` is forms/form.xsd. Beyond the schema it checks meaning: unique ids, conditions that name
 * fields, choices that exist, patterns that compile. The fault names file, line, what was expected.
 */
MUST_USE bool form_load(const char *path, const struct xml_schema *schema, struct arena *a,
                        struct form **out, struct fault *why);

/* The form of which it says like="…", whose fields stand before its own from now on. False: both
 * have a field of one name. */
MUST_USE bool form_begin_like(struct form *form, const struct form *like, struct arena *a,
                              struct fault *why);

/* Conditions that data asks of a filled form of this kind, of its list's rows where `list` is not
 * "": `out` is shown where they hold. */
MUST_USE bool form_conditions(const struct form *f, const char *list, const char *text,
                              struct arena *a, struct field *out, struct fault *why);

/* ---- field.c ---- */
const struct field *form_field(const struct form *f, const char *list, const char *id);
const struct form_list *form_list(const struct form *f, const char *id);
struct form_fault {
	bool stops; /* false: only a warning, kept with the filing and shown to the verifier */
	struct fault fault; /* its `field` is the path */
};
struct form_faults {
	struct form_fault *items;
	size_t count, capacity;
};
void form_fault_add(struct form_faults *list, struct arena *a, bool stops, const struct fault *why);

/* ---- check.c ---- */
struct scope_step {
	const char *step; /* key */
	const struct values *values;
};
/* What a check may look at beside the form's own values. */
struct form_scope {
	const struct values *own;
	const struct scope_step *steps; /* the filing's other steps */
	size_t step_count;
	const struct choices *lists; /* named lists of the court's data */
	size_t list_count;
	const struct village_lookup *places; /* NULL: none is at hand */
	day today;
	struct closed_days closed; /* for dates counted in working days */
	/* The field whose day has a law of its own, and the days that it does not allow, with the
	 * reason. */
	const char *lawful_field;
	struct closed_days unlawful;
};

bool form_faults_stop(const struct form_faults *list);

/* One field of one row / the whole form: required, kind, pattern, span, rows least..most, and the
 * warnings of domain rules. Fields not shown are not checked; their values are left out of what is
 * kept (form_keep). Unknown fields are faults (headless). */
void form_check_field(const struct form *f, const struct field *field, int row,
                      const struct form_scope *s, struct arena *a, struct form_faults *out);
void form_check(const struct form *f, const struct form_scope *s, struct arena *a,
                struct form_faults *out);
/* How many fields are filled in and not asked (any more); their labels, with commas between. */
size_t form_set_aside(const struct form *f, const struct form_scope *s, struct arena *a,
                      const char **labels);
/* A copy with only the values of fields that are shown. */
void form_keep(const struct form *f, const struct form_scope *s, struct arena *a,
               struct values *out);

/* ---- values.c: a filled form ---- */
struct value {
	const char *list; /* "" for the form's own fields */
	int row;          /* from 1; 0 for the form's own fields */
	const char *field;
	const char *text; /* stored form; never NULL */
	bool proposed;    /* nobody typed it */
};
struct values {
	struct value *items;
	size_t count, capacity;
};

/* The value in a row, and of the form itself; "" when absent. */
const char *values_get(const struct values *v, const char *list, int row, const char *field);
const char *values_of(const struct values *v, const char *field);
int values_rows(const struct values *v, const char *list); /* highest row number */
/* Empty text removes the value. */
void values_set(struct values *v, struct arena *a, const char *list, int row, const char *field,
                const char *text);
/* The same for what nobody typed; a value that is set or stored is one like others. */
void values_propose(struct values *v, struct arena *a, const char *list, int row, const char *field,
                    const char *text);
bool values_proposed(const struct values *v, const char *list, int row, const char *field);
void values_row_remove(struct values *v, const char *list, int row); /* later rows move up */
void values_copy(struct values *to, const struct values *from, struct arena *a); /* deep */

/* Paths as people write them: "nama", "pihak[2].nik". False when it is no such path. */
bool values_path_parse(const char *path, struct arena *a, const char **list, int *row,
                       const char **field);
void values_path(const char *list, int row, const char *field, char *out, size_t capacity);

/* Canonical JSON: {"nama":"…","pihak":[{"nik":"…"},…]}, keys in the form's order when `f` is given,
 * else as they stand. */
void values_json(const struct values *v, const struct form *f, struct text *out);

/* ---- condition.c ---- */
/* A field in its place: the row it stands in, 0 for the form's own. */
struct form_position {
	const struct field *field;
	int row;
};

bool field_shown(const struct field *field, int row, const struct form_scope *s);

/* ---- choice.c, village.c ---- */
/* The choices of a choice field, or NULL. */
const struct choices *field_choices(const struct field *field, const struct form_scope *s);
/* Initial search text for a village field: its code, or for "nik:wilayah" the district that issued
 * the row's NIK (its first six digits), else "". */
const char *village_offer(const struct field *field, int row, const struct form_scope *s,
                          struct arena *a);

/* ---- kind.c ---- */
/* On which side of today a date must lie. */
enum day_side field_side(const struct field *field);
/* Converts typed text to the stored form ("25051985" -> "1985-05-25"). False: `why` has reason and
 * remedy. */
MUST_USE bool field_accept(const struct field *field, const char *typed, const struct form_scope *s,
                           struct arena *a, const char **stored, struct fault *why);
/* The stored value as people read it ("25-05-1985", "1.230.000", a choice's label). */
const char *field_show(const struct field *field, const char *stored, const struct form_scope *s,
                       struct arena *a);

/* The same in the reader's language, for a screen; field_accept() takes it back. */
const char *field_said(const struct field *field, const char *stored, const struct form_scope *s,
                       struct arena *a);

/* ---- propose.c ---- */
/* Sets values derived from the field just left (NIK -> birth date and sex), only where the target
 * is empty. Returns how many were set. */
int form_propose(const struct form *f, const struct form_position *left, const struct form_scope *s,
                 struct values *v, struct arena *a);
/* Fills the `given` fields that follow from villages, for values that came without a screen.
 * Existing values stay. */
void form_give(const struct form *f, const struct form_scope *s, struct values *v, struct arena *a);

/* ---- change.c: what differs between two fillings, in the form's order ---- */
/* The texts are shared with the fillings. */
struct form_change {
	const struct field *field;
	int row;
	const char *was, *is; /* stored form; "" : empty */
};
size_t form_changes(const struct form *f, const struct values *was, const struct values *is,
                    struct arena *a, struct form_change **out);

/* ---- file.c: a document taken in, "berkas:SHA256:name"; a path that is only typed is none ---- */
enum { DOCUMENT_DIGEST = 64 }; /* letters of the hash in hex */
struct document_kept {
	const char *digest; /* its letters, the rest of the value behind them */
	const char *name;
};
bool document_taken(const char *stored, struct document_kept *out);
const char *document_stored(const char *digest, const char *name, struct arena *a);
/* A path as text, "file:/…%92…" (RFC 8089) where its bytes are none or would be cleaned; and back.
 */
const char *path_text(const char *path, struct arena *a);
const char *path_bytes(const char *text, struct arena *a);

/* ---- digits.c: numbers that are names ---- */
/* What a telephone number is compared by: "+6281234567890" (E.164) however it is written; a number
 * without area code as its digits; "" : it is no telephone number. */
const char *phone_key(const char *typed, struct arena *a);

/* ---- name.c: names and case numbers as they are compared and found ---- */
/* A case number's parts, folded, however it is spaced, cased, dotted or padded with zeros: "1 /
 * PdtG / 2026" is "1/pdtg/2026". False: it does not begin as one. */
MUST_USE bool case_number_key(const char *typed, struct arena *a, const char **out);
/* What a name is found by: its words folded, and once more with every punctuation parting them, so
 * that "nuraini", "nur aini" and "yusuf" find Nur’aini and M.Yusuf. */
const char *name_key(const char *name, struct arena *a);

/* Spellings of one word, or of one sound, the usual one first (data/names.xml). */
struct spellings {
	const char *const *items;
	size_t count;
};
struct name_sense {
	const struct spellings *words, *sounds;
	size_t word_count, sound_count;
};
/* The name in its usual spelling: equal for all names that mean the same. */
const char *name_sense(const struct name_sense *n, const char *name, struct arena *a);
/* The spellings of a folded word, itself first, those with the fewest changes before others; at
 * most `most`. */
size_t name_spellings(const struct name_sense *n, const char *word, struct arena *a,
                      const char **out, size_t most);

/* ---- nik.c: PPKKCC DDMMYY SSSS, women +40 on the day (PP 37/2007 art. 37, PP 40/2019) ---- */
struct nik_parts {
	char region[7]; /* PPKKCC */
	int day, month, year2;
	bool woman;
	bool date_possible;
};
bool nik_parts(const char *nik, struct nik_parts *out); /* false: not 16 digits */
/* The century is the latest that makes a day not after `today`; false when that is over 100 years.
 */
bool nik_birth(const struct nik_parts *p, day today, day *out);

/* ---- state.c: a form while it is edited: values as typed, faults, focus; no curses ---- */
struct form_state {
	const struct form *form;
	struct values values;    /* stored form for accepted fields, typed text for refused ones */
	struct form_scope scope; /* own points at values: a state is never copied or moved */
	struct form_faults faults;
	struct form_position focus;
	int rows[FORM_MOST_LISTS]; /* rows shown, by the list's place: a new row is still empty */
	struct arena *a;           /* the screen's; not owned */
	bool changed;              /* since the draft was last kept */
};
void form_state_start(struct form_state *s, const struct form *f, const struct values *begin,
                      const struct form_scope *scope, struct arena *a);
/* All positions now shown, in order (lists expanded by rows, at least `least` rows). */
struct form_positions {
	struct form_position *items;
	size_t count, capacity;
};
void form_positions(const struct form_state *s, struct arena *a, struct form_positions *out);
bool form_state_move(struct form_state *s, int by); /* +1 next, -1 before; false at the ends */
/* Leaves the focused field with `typed`: accepts or keeps the fault (typed text stays either way),
 * and makes proposals. True when accepted. */
bool form_state_leave(struct form_state *s, const char *typed);
/* The new row's number, 0 when `most` is reached. */
int form_state_row_add(struct form_state *s, const char *list);
/* False where the list needs the row; later rows move up. */
bool form_state_row_remove(struct form_state *s, const char *list, int row);
/* As it stands, to return to; the texts are shared. */
struct form_moment {
	struct values values;
	int rows[FORM_MOST_LISTS];
	struct form_position focus;
};
struct form_moment form_state_moment(const struct form_state *s);
void form_state_return(struct form_state *s, const struct form_moment *to);
/* Checks all; focuses the first that stops. True when nothing stops. */
bool form_state_finish(struct form_state *s);
/* What only others can see is wrong with it, until the field is left again. */
void form_state_refuse(struct form_state *s, const struct form_position *at, struct fault *why);
const struct form_fault *form_state_fault(const struct form_state *s, const struct field *field,
                                          int row);

#endif
