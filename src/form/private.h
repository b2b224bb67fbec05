/* Shared by the files of the form: the table of kinds and the arguments of a kind's functions. */
#ifndef LOKET_FORM_PRIVATE_H
#define LOKET_FORM_PRIVATE_H

#include "loket/form.h"

#define PATH_ROOM 64

/* ---- kind.c ---- */
/* A field in its place. `form` is NULL where only one field is known; `scope` may be NULL too, then
 * there are no lists and no today. */
struct asked {
	const struct form *form;
	const struct field *field;
	int row;
	const struct form_scope *scope;
	struct arena *a;
};

/* A kind of field. All functions read only what they are given; texts live in `asked.a`. */
struct kind {
	const char *name;    /* in form files */
	const char *missing; /* said when a required one is empty; %1 is the label */
	long long longest;   /* characters where the form says nothing */
	/* Converts typed text to the stored form; idempotent. */
	bool (*accept)(const struct asked *q, const char *typed, const char **stored,
	               struct fault *why);
	/* As people read it; NULL: as it is stored. */
	const char *(*show)(const struct asked *q, const char *stored);
	/* Meaning beyond the shape: adds faults and warnings; NULL: none. */
	void (*check)(const struct asked *q, const char *stored, struct form_faults *out);
};
extern const struct kind kinds[KIND_COUNT];

/* ---- digits.c ---- */
bool nik_accept(const struct asked *q, const char *typed, const char **stored, struct fault *why);
bool npwp_accept(const struct asked *q, const char *typed, const char **stored, struct fault *why);
const char *npwp_show(const struct asked *q, const char *stored);
bool phone_accept(const struct asked *q, const char *typed, const char **stored, struct fault *why);
void phone_check(const struct asked *q, const char *stored, struct form_faults *out);
bool account_accept(const struct asked *q, const char *typed, const char **stored,
                    struct fault *why);
void account_check(const struct asked *q, const char *stored, struct form_faults *out);

/* ---- nik.c ---- */
void nik_check(const struct asked *q, const char *stored, struct form_faults *out);

/* ---- choice.c ---- */
bool choice_accept(const struct asked *q, const char *typed, const char **stored,
                   struct fault *why);
void choice_check(const struct asked *q, const char *stored, struct form_faults *out);
const char *choice_show(const struct asked *q, const char *stored);
bool yesno_accept(const struct asked *q, const char *typed, const char **stored, struct fault *why);

/* ---- village.c ---- */
bool village_accept(const struct asked *q, const char *typed, const char **stored,
                    struct fault *why);
void village_check(const struct asked *q, const char *stored, struct form_faults *out);
const char *village_show(const struct asked *q, const char *stored);
/* The village a stored value names; false: none, or no lookup available. */
bool village_find(const struct asked *q, const char *stored, struct village *out);

/* ---- file.c ---- */
bool file_accept(const struct asked *q, const char *typed, const char **stored, struct fault *why);
const char *file_show(const struct asked *q, const char *stored);

/* ---- field.c ---- */
size_t form_list_place(const struct form *f, const char *list); /* list_count: no such list */
/* The label as a sentence begins: one that stands beside another field begins small. */
const char *asked_label(const struct asked *q);
/* A warning, or a fault that stops, at the asked field; `text` has %1 for the label. */
void asked_say(const struct asked *q, struct form_faults *out, bool stops, const char *text,
               const char *what);
void asked_fault(const struct asked *q, struct form_faults *out, bool stops, struct fault *why);

/* ---- check.c ---- */
void form_rows(const struct form *f, const struct values *v, int rows[FORM_MOST_LISTS]);
void form_positions_of(const struct form *f, const struct form_scope *s,
                       const int rows[FORM_MOST_LISTS], struct arena *a,
                       struct form_positions *out);

/* ---- propose.c ---- */
/* propose.c: what a new field begins with, stored form; "" when nothing. */
const char *field_start(const struct field *field, int row, const struct form_scope *s,
                        struct arena *a);
/* The stored value that follows from another field of the row, or "". */
const char *field_derived(const struct form *f, const struct field *field, int row,
                          const struct form_scope *s, struct arena *a);

/* ---- warning.c ---- */
void form_warn(const struct form *f, const struct form_scope *s, struct arena *a,
               struct form_faults *out);

/* ---- condition.c ---- */
MUST_USE bool conditions_parse(const char *text, struct arena *a, struct condition **out,
                               size_t *count);

#endif
