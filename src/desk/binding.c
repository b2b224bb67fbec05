/* What keys do on a screen: its rows, those of the part with the focus first. */
#include "loket/list.h"

#include "frame.h"
#include "screen.h"

static struct bindings part_of(const struct screen *screen, const void *model)
{
	return screen->part == NULL ? (struct bindings){ 0 } : screen->part(model);
}

/* The letter that was typed, large or small. */
static bool is_letter(const char *letter, const char *typed)
{
	enum { SMALL = 'a' - 'A' };
	return letter[1] == '\0' && typed[1] == '\0' && (letter[0] | SMALL) == (typed[0] | SMALL);
}

static bool does(const struct binding *x)
{
	return x->run != NULL || x->then.kind != INTENT_STAY;
}

const struct binding *binding_for(const struct screen *screen, const void *model,
                                  const struct event *e)
{
	const struct bindings all[] = { part_of(screen, model), screen->keys };
	for (size_t i = 0; i < COUNT_OF(all); i++) {
		for (size_t k = 0; k < all[i].count; k++) {
			const struct binding *x = &all[i].items[k];
			bool hit = e->kind == EV_KEY ? x->key == e->key && x->key != K_NONE
			                             : e->kind == EV_TEXT && x->key == K_NONE &&
			                                   is_letter(x->name, e->text);
			if (hit && does(x) && (x->when == NULL || x->when(model)))
				return x;
		}
	}
	return NULL;
}

const char *binding_right(const struct binding *x)
{
	return x->act != NULL ? x->act->name : x->right;
}

bool binding_may(const struct binding *x, const struct desk *d)
{
	return binding_right(x) == NULL || login_may(&d->login, binding_right(x));
}

static size_t hints_of(struct bindings from, const void *model, const struct desk *d,
                       struct key_hint *out, size_t most)
{
	size_t n = 0;
	for (size_t i = 0; i < from.count && n < most; i++) {
		const struct binding *x = &from.items[i];
		bool shown = !x->quiet && (x->when == NULL || x->when(model)) && binding_may(x, d);
		out[n++] = (struct key_hint){ x->key, x->label == NULL ? NULL : _(x->label), shown,
			                      x->name };
	}
	return n;
}

size_t binding_hints(const struct screen *screen, const void *model, const struct desk *d,
                     struct key_hint *out, size_t most)
{
	size_t n = hints_of(part_of(screen, model), model, d, out, most);
	return n + hints_of(screen->keys, model, d, out + n, most - n);
}
