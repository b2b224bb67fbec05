/* The number of a letter that goes out, and what the register says of it (data/court.xml). */
#include "loket/outgoing.h"

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

const struct numbered_letter *letter_numbered(const struct court_profile *c, const char *paper)
{
	for (size_t i = 0; i < c->letter_count; i++) {
		if (text_same(c->letters[i].paper, paper))
			return &c->letters[i];
	}
	return NULL;
}

void outgoing_name(const struct court_profile *c, const struct letter_places *p, struct arena *a,
                   struct outgoing *o)
{
	const struct numbered_letter *kind = letter_numbered(c, o->paper);
	if (kind == NULL)
		return;
	const struct number_words words = { .code = c->code,
		                            .unit = c->unit,
		                            .letter = kind->code,
		                            .on = o->dated,
		                            .number = o->number };
	o->name = number_format(c->letter_format, &words, a);
	o->recipient = letter_text(kind->to, p, a);
	o->about = letter_text(kind->about, p, a);
}
