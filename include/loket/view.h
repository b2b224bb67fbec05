/* A view: the flat XML a paper template reads (schema forms/print/view.xsd). */
#ifndef LOKET_VIEW_H
#define LOKET_VIEW_H

#include "loket/rulebook.h"
#include "loket/text.h"

struct view {
	struct text text;
	struct arena *a;
};

struct view view_start(struct arena *a);
void view_put(struct view *v, const char *name, const char *value);
void view_flag(struct view *v, const char *name, bool set); /* "ya" when set, empty else */
/* `columns`, separated by blanks, are declared even when no row follows. */
void view_rows(struct view *v, const char *name, const char *columns);
void view_row(struct view *v);
void view_row_end(struct view *v);
void view_rows_end(struct view *v);
const char *view_finish(struct view *v);

/* What every paper begins with: letterhead, court, city, when it was made, whether again. */
void view_head(struct view *v, const struct rulebook *b, instant now, bool again);
/* The date of a letter; of one made today. */
void view_day(struct view *v, const struct rulebook *b, day on);
void view_today(struct view *v, const struct rulebook *b, instant now);
/* The captions of the paper's copies, as rows `lembar`; none where it is printed once. */
void view_copies(struct view *v, const struct rulebook *b, const char *paper);
/* Name and number of the officer of a post, as `NAME` and `NAME_nip`. */
void view_officer(struct view *v, const struct rulebook *b, const char *post);
/* The same of who acted; the number is there where he is the officer in the court's data. */
void view_person(struct view *v, const struct rulebook *b, const char *post, const char *name);

#endif
