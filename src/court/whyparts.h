/* How the parts of a why are added; each file of the court that tells of one includes it. */
#ifndef COURT_WHYPARTS_H
#define COURT_WHYPARTS_H

#include "loket/why.h"

#include "private.h"

/* The whys being told. */
struct why_telling {
	const struct why_ask *ask;
	struct whys *out;
	struct why *one; /* the last begun */
};
/* ---- whyparts.c ---- */
/* Begins one; key and title are copied. */
struct why *why_begin(struct why_telling *t, const char *key, const char *title);
void why_words(struct why_telling *t, int depth, const char *what, const char *basis);
void why_count(struct why_telling *t, int depth, int64_t times, const char *what,
               const char *basis);
/* `each` 0: of a part that is no product. */
void why_money(struct why_telling *t, int depth, const struct why_row *row);
void why_day(struct why_telling *t, int depth, day on, const char *what, const char *basis);
/* Days as they were counted. */
void why_days(struct why_telling *t, int depth, const struct day_counts *days);

const char *why_channel_name(const struct why_telling *t, const char *key);
/* Which channel a party has, and what decides it. */
void why_channel(struct why_telling *t, int depth, const struct values *pihak, int row);

/* ---- whystep.c ---- */
void why_tell_steps(struct why_telling *t);

/* ---- whymoney.c ---- */
void why_tell_money(struct why_telling *t);

/* ---- whyday.c ---- */
void why_tell_days(struct why_telling *t);
void why_tell_calls(struct why_telling *t);

#endif
