/* A filled form: values by list, row and field, in no order that matters. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

enum { ROWS_MOST = 9999 };

/* ---- looking ---- */

static struct value *find(const struct values *v, const char *list, int row, const char *field)
{
	for (size_t i = 0; i < v->count; i++) {
		struct value *one = &v->items[i];
		if (one->row == row && text_same(one->field, field) && text_same(one->list, list))
			return one;
	}
	return NULL;
}

const char *values_get(const struct values *v, const char *list, int row, const char *field)
{
	const struct value *one = find(v, list, row, field);
	return one == NULL ? "" : one->text;
}

const char *values_of(const struct values *v, const char *field)
{
	return values_get(v, "", 0, field);
}

int values_rows(const struct values *v, const char *list)
{
	int rows = 0;
	for (size_t i = 0; i < v->count; i++) {
		if (v->items[i].row > rows && text_same(v->items[i].list, list))
			rows = v->items[i].row;
	}
	return rows;
}

/* ---- changing ---- */

static void take_out(struct values *v, size_t at)
{
	memmove(&v->items[at], &v->items[at + 1], (v->count - at - 1) * sizeof *v->items);
	v->count--;
}

void values_set(struct values *v, struct arena *a, const char *list, int row, const char *field,
                const char *text)
{
	struct value *one = find(v, list, row, field);
	if (text_is_empty(text)) {
		if (one != NULL)
			take_out(v, (size_t)(one - v->items));
		return;
	}
	if (one == NULL) {
		v->items = list_grow(a, v->items, v->count, &v->capacity, sizeof *v->items);
		one = &v->items[v->count++];
		*one = (struct value){ .list = arena_text(a, list),
			               .row = row,
			               .field = arena_text(a, field) };
	}
	one->text = arena_text(a, text);
	one->proposed = false;
}

void values_propose(struct values *v, struct arena *a, const char *list, int row, const char *field,
                    const char *text)
{
	values_set(v, a, list, row, field, text);
	struct value *one = find(v, list, row, field);
	if (one != NULL)
		one->proposed = true;
}

bool values_proposed(const struct values *v, const char *list, int row, const char *field)
{
	const struct value *one = find(v, list, row, field);
	return one != NULL && one->proposed;
}

void values_row_remove(struct values *v, const char *list, int row)
{
	for (size_t i = v->count; i-- > 0;) {
		struct value *one = &v->items[i];
		if (!text_same(one->list, list))
			continue;
		if (one->row == row)
			take_out(v, i);
		else if (one->row > row)
			one->row--;
	}
}

void values_copy(struct values *to, const struct values *from, struct arena *a)
{
	*to = (struct values){ 0 };
	for (size_t i = 0; i < from->count; i++) {
		const struct value *one = &from->items[i];
		values_set(to, a, one->list, one->row, one->field, one->text);
	}
}

/* ---- paths ---- */

static size_t name_length(const char *s)
{
	if (*s < 'a' || *s > 'z')
		return 0;
	return strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_");
}

bool values_path_parse(const char *path, struct arena *a, const char **list, int *row,
                       const char **field)
{
	size_t length = name_length(path);
	*list = "";
	*row = 0;
	*field = path;
	if (length == 0)
		return false;
	if (path[length] == '\0')
		return true;
	const char *number = path + length + 1;
	size_t digits = strspn(number, "0123456789");
	const char *rest = number + digits;
	long long n;
	if (path[length] != '[' || !text_starts(rest, "].") ||
	    !text_number(arena_copy(a, number, digits), 1, ROWS_MOST, &n))
		return false;
	*list = arena_copy(a, path, length);
	*row = (int)n;
	*field = rest + strlen("].");
	length = name_length(*field);
	return length > 0 && (*field)[length] == '\0';
}

/* Adds what fits. */
static void add(char *out, size_t capacity, const char *s)
{
	size_t used = strlen(out), length = strlen(s);
	if (length > capacity - 1 - used)
		length = capacity - 1 - used;
	memcpy(out + used, s, length);
	out[used + length] = '\0';
}

void values_path(const char *list, int row, const char *field, char *out, size_t capacity)
{
	char digits[12];
	char *at = digits + sizeof digits;
	*--at = '\0';
	for (int n = row; at > digits && (n > 0 || *at == '\0'); n /= 10)
		*--at = (char)('0' + n % 10);
	out[0] = '\0';
	if (*list != '\0') {
		add(out, capacity, list);
		add(out, capacity, "[");
		add(out, capacity, at);
		add(out, capacity, "].");
	}
	add(out, capacity, field);
}

/* ---- JSON ---- */

/* A run of members; `first` says whether a comma is due. */
struct members {
	struct text *out;
	bool first;
};

static void add_name(struct members *m, const char *name)
{
	if (!m->first)
		text_add(m->out, ",");
	m->first = false;
	text_add_json(m->out, name);
	text_add(m->out, ":");
}

static void add_value(struct members *m, const char *name, const char *text)
{
	if (text_is_empty(text))
		return;
	add_name(m, name);
	text_add_json(m->out, text);
}

/* The members of one row (0: of the form itself), in the form's order or as they stand. */
static void add_row(struct members *m, const struct values *v, const struct form *f,
                    const char *list, int row)
{
	for (size_t i = 0; f != NULL && i < f->field_count; i++) {
		const struct field *one = &f->fields[i];
		if (text_same(one->list, list))
			add_value(m, one->id, values_get(v, list, row, one->id));
	}
	for (size_t i = 0; f == NULL && i < v->count; i++) {
		const struct value *one = &v->items[i];
		if (one->row == row && text_same(one->list, list))
			add_value(m, one->field, one->text);
	}
}

static void add_list(struct members *m, const struct values *v, const struct form *f,
                     const char *list)
{
	int rows = values_rows(v, list);
	if (rows == 0)
		return;
	add_name(m, list);
	text_add(m->out, "[");
	for (int row = 1; row <= rows; row++) {
		struct members of_row = { .out = m->out, .first = true };
		text_add(m->out, row == 1 ? "{" : ",{");
		add_row(&of_row, v, f, list, row);
		text_add(m->out, "}");
	}
	text_add(m->out, "]");
}

/* Is the list of the value at `at` named for the first time there? */
static bool list_begins(const struct values *v, size_t at)
{
	if (*v->items[at].list == '\0')
		return false;
	for (size_t i = 0; i < at; i++) {
		if (text_same(v->items[i].list, v->items[at].list))
			return false;
	}
	return true;
}

void values_json(const struct values *v, const struct form *f, struct text *out)
{
	struct members m = { .out = out, .first = true };
	text_add(out, "{");
	add_row(&m, v, f, "", 0);
	for (size_t i = 0; f != NULL && i < f->list_count; i++)
		add_list(&m, v, f, f->lists[i].id);
	for (size_t i = 0; f == NULL && i < v->count; i++) {
		if (list_begins(v, i))
			add_list(&m, v, f, v->items[i].list);
	}
	text_add(out, "}");
}
