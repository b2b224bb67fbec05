/* The data files as last read, and their changes. */
#include "loket/store/data.h"

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

bool data_stamp_read(struct store *s, struct data_stamp *out, struct fault *why)
{
	struct query q = query_of(s, SQL_data_stamp);
	*out = (struct data_stamp){ .known = query_next(&q) };
	if (out->known) {
		out->stamp = take_number(&q);
		out->since = take_instant(&q);
	}
	return query_end(&q, why);
}

bool data_texts_read(struct store *s, struct arena *a, struct data_texts *out, struct fault *why)
{
	struct query q = query_of(s, SQL_data_files);
	*out = (struct data_texts){ 0 };
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct data_text *t = &out->items[out->count++];
		t->name = take_text(&q, a);
		t->text = take_text(&q, a);
	}
	return query_end(&q, why);
}

static bool text_write(struct store *s, const struct data_text *t, struct fault *why)
{
	bool gone = t->text == NULL;
	struct query q = query_of(s, gone ? SQL_data_file_drop : SQL_data_file_write);
	bind_text(&q, ":name", t->name);
	if (!gone)
		bind_text(&q, ":text", t->text);
	return query_run(&q, why);
}

static bool change_write(struct store *s, const struct data_change *c, struct fault *why)
{
	struct query q = query_of(s, SQL_data_change_write);
	bind_text(&q, ":name", c->name);
	bind_text(&q, ":who", c->who);
	bind_instant(&q, ":at", c->at);
	bind_number(&q, ":gone", c->gone);
	bind_number(&q, ":come", c->come);
	bind_text(&q, ":lines", c->lines);
	return query_run(&q, why);
}

bool data_note(struct store *s, const struct data_stamp *stamp, const struct data_texts *texts,
               const struct data_changes *changes, struct fault *why)
{
	for (size_t i = 0; i < texts->count; i++) {
		if (!text_write(s, &texts->items[i], why))
			return false;
	}
	for (size_t i = 0; i < changes->count; i++) {
		if (!change_write(s, &changes->items[i], why))
			return false;
	}
	struct query q = query_of(s, SQL_data_stamp_write);
	bind_number(&q, ":stamp", stamp->stamp);
	bind_instant(&q, ":since", stamp->since);
	return query_run(&q, why);
}

bool data_changes_read(struct store *s, int limit, struct arena *a, struct data_changes *out,
                       struct fault *why)
{
	struct query q = query_of(s, SQL_data_changes);
	bind_number(&q, ":limit", limit);
	*out = (struct data_changes){ 0 };
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct data_change *c = &out->items[out->count++];
		c->name = take_text(&q, a);
		c->who = take_text(&q, a);
		c->at = take_instant(&q);
		c->gone = take_int(&q);
		c->come = take_int(&q);
		c->lines = take_text(&q, a);
	}
	return query_end(&q, why);
}
