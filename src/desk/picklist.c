/* Choosing one of many. */
#include "picklist.h"

#include <string.h>

#include "loket/text.h"

/* ---- the window ---- */

void window_go(struct window *w, size_t at)
{
	size_t last = w->count > 0 ? w->count - 1 : 0;
	w->at = at < last ? at : last;
	if (w->at < w->top)
		w->top = w->at;
	if (w->at >= w->top + w->rows)
		w->top = w->at - w->rows + 1;
}

void window_fit(struct window *w, size_t count, size_t rows)
{
	w->count = count;
	w->rows = rows > 0 ? rows : 1;
	if (w->top + w->rows > count) /* no empty rows at the foot while there are more above */
		w->top = count > w->rows ? count - w->rows : 0;
	window_go(w, w->at);
}

/* By pages the window moves too, so that the eye finds the row where the last one was. */
static void page(struct window *w, bool down)
{
	size_t step = w->rows;
	size_t lowest = w->count > w->rows ? w->count - w->rows : 0;
	if (down)
		w->top = w->top + step < lowest ? w->top + step : lowest;
	else
		w->top = w->top > step ? w->top - step : 0;
	window_go(w, down ? w->at + step : w->at > step ? w->at - step : 0);
}

bool window_key(struct window *w, enum key key)
{
	if (key == K_UP)
		window_go(w, w->at > 0 ? w->at - 1 : 0);
	else if (key == K_DOWN)
		window_go(w, w->at + 1);
	else if (key == K_HOME)
		window_go(w, 0);
	else if (key == K_END)
		window_go(w, w->count);
	else if (key == K_PGUP || key == K_F7)
		page(w, false);
	else if (key == K_PGDN || key == K_F8)
		page(w, true);
	else
		return false;
	return true;
}

bool window_mouse(struct window *w, enum button button, int row)
{
	if (button == BUTTON_WHEEL_UP)
		return window_key(w, K_UP);
	if (button == BUTTON_WHEEL_DOWN)
		return window_key(w, K_DOWN);
	if (row < 0 || (size_t)row >= w->rows || w->top + (size_t)row >= w->count)
		return false;
	window_go(w, w->top + (size_t)row);
	return true;
}

/* ---- the list ---- */

/* Blanks do not count, on either side: "jati r" begins "jatirejo", "nuraini" begins "nur aini". */
static bool begins(const char *key, const char *typed, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (typed[i] == ' ')
			continue;
		key += *key == ' ';
		if (*key++ != typed[i])
			return false;
	}
	return true;
}

/* At the start of one of the words of `key`. */
static bool begins_word(const char *key, const char *typed, size_t length)
{
	for (const char *at = key; at != NULL; at = strchr(at, ' ')) {
		at += *at == ' ';
		if (begins(at, typed, length))
			return true;
	}
	return false;
}

static bool matches(const char *key, const char *typed)
{
	if (begins_word(key, typed, strlen(typed)))
		return true;
	while (*typed != '\0') {
		size_t length = strcspn(typed, " ");
		if (!begins_word(key, typed, length))
			return false;
		typed += length + (typed[length] == ' ');
	}
	return true;
}

static void narrow(struct picklist *p)
{
	struct arena scratch = arena_start((size_t)-1);
	const char *typed = text_fold_words(&scratch, p->typed.text);
	size_t shown = 0;
	for (size_t i = 0; i < p->count; i++) {
		if (p->found || matches(p->keys[i], typed))
			p->shown[shown++] = i;
	}
	arena_drop(&scratch);
	window_fit(&p->window, shown, p->window.rows);
}

void picklist_init(struct picklist *p, struct arena *a, int width, size_t rows)
{
	*p = (struct picklist){ .a = a };
	entry_init(&p->typed, a, 200, width, 1);
	window_fit(&p->window, 0, rows);
}

void picklist_offer(struct picklist *p, const char *const *labels, size_t count)
{
	p->labels = labels;
	p->count = count;
	p->keys = arena_get(p->a, count, sizeof *p->keys);
	p->shown = arena_get(p->a, count, sizeof *p->shown);
	for (size_t i = 0; i < count; i++)
		p->keys[i] = text_fold_words(p->a, labels[i]);
	narrow(p);
	window_go(&p->window, 0);
}

void picklist_found(struct picklist *p, const char *const *labels, size_t count)
{
	p->found = true;
	picklist_offer(p, labels, count);
}

/* Home and End stay the list's; in what is typed Ctrl-A and Ctrl-E do the same. */
bool picklist_on(struct picklist *p, const struct event *event)
{
	if (event->kind == EV_KEY && window_key(&p->window, event->key))
		return true;
	if (!entry_on(&p->typed, event))
		return false;
	if (event->kind != EV_KEY || p->typed.changed) {
		narrow(p);
		window_go(&p->window, 0);
	}
	return true;
}

size_t picklist_chosen(const struct picklist *p)
{
	return p->window.count > 0 ? p->shown[p->window.at] : p->count;
}
