/* Filled forms: written as JSON by the form's own order, read back by SQLite's json_tree. */
#include "loket/list.h"

#include "private.h"

const char *body_write(const struct values *v, const struct form *f, struct arena *a)
{
	struct text t = text_start(a);
	values_json(v, f, &t);
	return t.s;
}

bool body_read(struct store *s, const char *json, struct arena *a, struct values *out,
               struct fault *why)
{
	*out = (struct values){ 0 };
	struct query q = query_of(s, SQL_body_values);
	bind_text(&q, ":body", json);
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->room, sizeof *out->items);
		struct value *v = &out->items[out->count++];
		v->list = take_text(&q, a);
		v->row = take_int(&q);
		v->field = take_text(&q, a);
		v->text = take_text(&q, a);
	}
	return query_end(&q, why);
}
