/* Changes of data files: who, when, which lines. Noticed when the files are read, so that it does
 * not depend on the editor. The person is known by the account that owns the file. */
#include <stdlib.h>
#include <string.h>

#include "loket/config.h"
#include "loket/list.h"
#include "loket/store/data.h"
#include "loket/text.h"

#include "private.h"

enum { NOTING_MEMORY = 256 * 1024 * 1024, FILE_MOST = 8 * 1024 * 1024, LINES_MOST = 16 * 1024 };

/* ---- differences: lines of one text that the other lacks, or has less often ---- */

struct line {
	const char *text;
	size_t length;
	size_t at;  /* its index among the lines of its text */
	bool alone; /* the other text lacks it */
};
struct line_list {
	struct line *items;
	size_t count, capacity;
};

static struct line_list lines_of(const char *text, struct arena *a)
{
	struct line_list l = { 0 };
	while (*text != '\0') {
		size_t length = strcspn(text, "\n");
		const char *start = text + strspn(text, " \t");
		size_t indent = (size_t)(start - text) < length ? (size_t)(start - text) : length;
		if (length > indent) {
			l.items = list_grow(a, l.items, l.count, &l.capacity, sizeof *l.items);
			l.items[l.count] = (struct line){ text + indent, length - indent, l.count,
				                          true };
			l.count++;
		}
		text += length + (text[length] == '\n');
	}
	return l;
}

static int compare(const struct line *one, const struct line *other)
{
	size_t least = one->length < other->length ? one->length : other->length;
	int order = memcmp(one->text, other->text, least);
	return order != 0 ? order : (one->length > other->length) - (one->length < other->length);
}

static int by_text(const void *a, const void *b)
{
	const struct line *one = a, *other = b;
	int order = compare(one, other);
	return order != 0 ? order : (one->at > other->at) - (one->at < other->at);
}

static int by_place(const void *a, const void *b)
{
	const struct line *one = a, *other = b;
	return (one->at > other->at) - (one->at < other->at);
}

static void sort(struct line_list *l, int (*order)(const void *, const void *))
{
	if (l->count > 0)
		qsort(l->items, l->count, sizeof *l->items, order);
}

static void match(struct line_list *was, struct line_list *is)
{
	sort(was, by_text);
	sort(is, by_text);
	for (size_t i = 0, k = 0; i < was->count && k < is->count;) {
		int order = compare(&was->items[i], &is->items[k]);
		if (order == 0)
			was->items[i].alone = is->items[k].alone = false;
		i += order <= 0;
		k += order >= 0;
	}
	sort(was, by_place);
	sort(is, by_place);
}

static int put_alone(const struct line_list *l, char sign, struct text *out)
{
	int count = 0;
	for (size_t i = 0; i < l->count; i++) {
		const struct line *one = &l->items[i];
		if (!one->alone)
			continue;
		count++;
		if (out->length + one->length < LINES_MOST)
			text_addf(out, "%c %.*s\n", sign, (int)one->length, one->text);
	}
	return count;
}

static struct data_change change_between(const char *was, const char *is, struct arena *a)
{
	struct data_change c = { .who = "" };
	struct line_list before = lines_of(was, a), after = lines_of(is, a);
	struct text out = text_start(a);
	match(&before, &after);
	c.gone = put_alone(&before, '-', &out);
	c.come = put_alone(&after, '+', &out);
	c.lines = text_clean(a, out.s, out.length, true);
	return c;
}

/* ---- noting ---- */

struct noting {
	struct app *p;
	struct arena *a;
	bool first; /* the first reading: there is nothing to compare with */
	struct data_texts before, now;
	struct data_changes changes;
};

static const char *text_before(const struct noting *n, const char *name)
{
	for (size_t i = 0; i < n->before.count; i++) {
		if (text_same(n->before.items[i].name, name))
			return n->before.items[i].text;
	}
	return NULL;
}

/* The time of a change of the home's own file is the disk's; that of a shared file, or of a removed
 * own one, is when we notice. */
static void note(struct noting *n, const char *name, const char *was, const char *is)
{
	const char *path = home_data(&n->p->home, name, n->a),
	           *own = home_file(&n->p->home, name, n->a);
	instant changed, now = clock_now();
	struct data_change c = change_between(was == NULL ? "" : was, is == NULL ? "" : is, n->a);
	c.name = name;
	c.at = now;
	if (is != NULL && file_mark(path, n->a, &changed, &c.who) && file_exists(own))
		c.at = changed;
	n->now.items = list_grow(n->a, n->now.items, n->now.count, &n->now.capacity,
	                         sizeof *n->now.items);
	n->now.items[n->now.count++] = (struct data_text){ name, is };
	if (n->first || c.gone + c.come == 0)
		return;
	n->changes.items = list_grow(n->a, n->changes.items, n->changes.count, &n->changes.capacity,
	                             sizeof *n->changes.items);
	n->changes.items[n->changes.count++] = c;
}

static bool note_file(struct noting *n, const char *name, struct fault *why)
{
	struct bytes bytes;
	if (!file_read(home_data(&n->p->home, name, n->a), FILE_MOST, n->a, &bytes, why))
		return false;
	const char *is = text_clean(n->a, (const char *)bytes.data, bytes.size, true);
	const char *was = text_before(n, name);
	if (was == NULL || strcmp(was, is) != 0)
		note(n, name, was, is);
	return true;
}

static bool is_among(const struct config_names *names, const char *name)
{
	for (size_t i = 0; i < names->count; i++) {
		if (text_same(names->items[i], name))
			return true;
	}
	return false;
}

static bool note_all(struct noting *n, struct fault *why)
{
	const struct data_stamp now = { .stamp = n->p->book_stamp,
		                        .since = n->first ? 0 : clock_now() };
	struct config_names names = { 0 };
	if (!data_texts_read(n->p->store, n->a, &n->before, why))
		return false;
	config_names(&n->p->home, n->a, &names);
	for (size_t i = 0; i < names.count; i++) {
		if (!note_file(n, names.items[i], why))
			return false;
	}
	for (size_t i = 0; i < n->before.count; i++) {
		if (!is_among(&names, n->before.items[i].name))
			note(n, n->before.items[i].name, n->before.items[i].text, NULL);
	}
	return data_note(n->p->store, &now, &n->now, &n->changes, why);
}

bool changes_note(struct app *p, struct fault *why)
{
	struct data_stamp read;
	if (!data_stamp_read(p->store, &read, why))
		return false;
	if (read.known && read.stamp == p->book_stamp)
		return true;
	if (!store_begin(p->store, why))
		return false;
	struct arena a = arena_start(NOTING_MEMORY);
	struct noting n = { .p = p, .a = &a, .first = !read.known };
	bool good = note_all(&n, why);
	arena_drop(&a);
	if (good)
		return store_commit(p->store, why);
	store_rollback(p->store);
	return false;
}

bool service_changes(const struct login *s, int limit, struct arena *a, struct data_changes *out,
                     struct fault *why)
{
	return may_or_refuse(s, "lihat.data", why) &&
	       data_changes_read(s->app->store, limit, a, out, why);
}
