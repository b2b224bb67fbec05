/* The whys of a filing, put together: its money, its days, its calls, its steps. */
#include "loket/list.h"
#include "loket/text.h"

#include "whyparts.h"

static void tell_field(struct why_telling *t)
{
	const struct why_field *f = t->ask->field;
	char at[40];
	if (f == NULL)
		return;
	why_begin(t, "isian", say(t->ask->a, N_("Isian %1"), f->label))->words = f->value;
	why_words(t, 0, N_("dasar isian ini"), f->source);
	if (!text_is_empty(f->by)) {
		instant_show(f->at, &t->ask->book->court.zone, at, sizeof at);
		why_words(t, 0, say(t->ask->a, N_("disimpan %1 oleh %2"), at, f->by), "");
	}
	if (f->typed)
		why_words(t, 0, N_("diketik sesudah itu, belum disimpan"), "");
}

void whys_of(const struct why_ask *ask, struct whys *out)
{
	struct why_telling t = { .ask = ask, .out = out };
	*out = (struct whys){ 0 };
	tell_field(&t);
	why_tell_money(&t);
	why_tell_days(&t);
	why_tell_calls(&t);
	why_tell_steps(&t);
}

const struct why *whys_find(const struct whys *all, const char *key)
{
	for (size_t i = 0; i < all->count; i++) {
		if (text_same(all->items[i].key, key))
			return &all->items[i];
	}
	return NULL;
}
