/* What a backup must hold, and what a restored home goes on from. */
#include "loket/store/backup.h"

#include "loket/list.h"

#include "private.h"

bool document_digests(struct store *s, struct arena *a, struct digests *out, struct fault *why)
{
	struct query q = query_of(s, SQL_backup_documents);
	*out = (struct digests){ 0 };
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		out->items[out->count++] = take_text(&q, a);
	}
	return query_end(&q, why);
}

static bool pass(struct store *s, enum counter counter, day on, int by, struct fault *why)
{
	char name[64];
	counter_name(counter, on, name, sizeof name);
	struct query q = query_of(s, SQL_counter_pass);
	bind_text(&q, ":name", name);
	bind_number(&q, ":by", by);
	return query_run(&q, why);
}

bool counters_pass(struct store *s, day from, day to, int by, struct fault *why)
{
	if (!store_begin(s, why))
		return false;
	bool good = pass(s, COUNTER_VA, to, by, why);
	for (day d = from; good && d <= to; d++)
		good = pass(s, COUNTER_REG, d, by, why);
	if (good)
		return store_commit(s, why);
	store_rollback(s);
	return false;
}
