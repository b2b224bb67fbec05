/* Why a figure, a date or a status is what it is. The rows are what the rules went through when
 * they came to it: a panjar by its components, a last day by the days that were counted, a step
 * that waits by whom it waits for. A row of depth 0 is a part of the whole; one of depth 1 says how
 * the row above it came about. Figures of depth 0 add up to the whole, and the last day of depth 0
 * is the date.
 *
 * Sentences are Indonesian, as papers have them; a screen says them by sentence_said(). */
#ifndef LOKET_WHY_H
#define LOKET_WHY_H

#include "loket/filing.h"

enum why_kind {
	WHY_WORDS,
	WHY_MONEY, /* `amount`; where `times` is given too, so often `each` */
	WHY_COUNT, /* `times` */
	WHY_DAY    /* `on`; `times`: which of the days counted, 0: it is not counted */
};
struct why_row {
	enum why_kind kind;
	int depth;
	const char *what;
	int64_t times;
	rupiah each, amount;
	day on;
	const char *basis; /* article, decree and its validity, file and line; "" */
};
/* One thing that may be asked about. */
struct why {
	const char *key;   /* "panjar", "batas.2" */
	const char *title; /* "Panjar biaya perkara" */
	enum why_kind kind;
	rupiah amount;
	day on;
	const char *words; /* of WHY_WORDS: what it is */
	struct why_row *rows;
	size_t count, capacity;
};
struct whys {
	struct why *items;
	size_t count, capacity;
};

/* What is known beside the filing: its history and its page of the journal, oldest first. */
struct why_event {
	instant at;
	const char *who, *step, *text;
};
struct why_entry {
	day on;
	const char *what;
	rupiah amount; /* into the panjar; out of it negative */
};
/* A field that is asked about first: as it stands on the form, and as it was kept last. */
struct why_field {
	const char *label, *value, *source; /* value: for people */
	bool typed;                         /* since it was kept */
	const char *by;                     /* "" : it was never kept */
	instant at;
};
struct why_ask {
	const struct rulebook *book;
	const struct filing *filing;
	const struct values *pihak, *panggilan; /* as they are typed; NULL: as they are kept */
	const struct why_event *events;
	size_t event_count;
	const struct why_entry *entries;
	size_t entry_count;
	const struct why_field *field;  /* NULL: none */
	const struct choices *bailiffs; /* their full names; NULL: not known */
	instant now;
	struct arena *a;
};

/* ---- why.c ---- */
/* All that can be told of a filing: figures, days, calls, then its steps. Texts live in the
 * ask's arena. */
void whys_of(const struct why_ask *ask, struct whys *out);
const struct why *whys_find(const struct whys *all, const char *key); /* NULL: there is none */

/* ---- whyparts.c ---- */
/* What a row or the whole comes to, for people: "5 × Rp60.000 = Rp300.000", "Senin, 14-12-2026". */
const char *why_row_value(const struct why_row *r, struct arena *a);
const char *why_value(const struct why *w, struct arena *a);

/* ---- whyreckon.c ---- */
/* The days gone through for a row of a date, in their order; of those with `times` 0 it says why
 * they do not count. */
struct why_days {
	const struct why_row *rows;
	size_t count;
	int depth; /* rows of another depth are none of them */
};
/* `row` NULL: for the date itself, of several reckonings that of the latest day. */
struct why_days why_days_of(const struct why *w, const struct why_row *row);
/* What is said of a day; NULL: it was not gone through. */
const struct why_row *why_days_find(const struct why_days *all, day on);
/* How many of them count. */
size_t why_days_counted(const struct why_days *all);

#endif
