/* Writing the chain: triggers in memory note which rows this connection wrote, and the commit adds
 * a row of the chain for each, in the same transaction, then signs where it ends. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "loket/text.h"

#include "chained.h"

/* ---- the statements of the kinds ---- */

static bool text_prepare(struct store *s, const char *text, sqlite3_stmt **out, struct fault *why)
{
	int code = sqlite3_prepare_v3(s->db, text, -1, SQLITE_PREPARE_PERSISTENT, out, NULL);
	return code == SQLITE_OK || db_fault(s, code, why);
}

static bool text_fits(struct store *s, const char *text)
{
	struct fault why;
	sqlite3_stmt *once = NULL;
	bool fits = text_prepare(s, text, &once, &why);
	sqlite3_finalize(once);
	return fits;
}

static bool text_run(struct store *s, const char *text, struct fault *why)
{
	sqlite3_stmt *once = NULL;
	if (!text_prepare(s, text, &once, why))
		return false;
	int code = sqlite3_step(once);
	bool good = code == SQLITE_DONE || db_fault(s, code, why);
	sqlite3_finalize(once);
	return good;
}

static bool read_add(struct store *s, size_t place, const char *of, const char *text,
                     struct fault *why)
{
	struct chain_kind *k = &s->chain->kinds[place];
	size_t n = 0;
	while (n < CHAIN_READS - 1 && k->reads[n] != NULL)
		n++;
	snprintf(k->of, sizeof k->of, "%s", of);
	if (place >= s->chain->kind_count)
		s->chain->kind_count = place + 1;
	return text_prepare(s, text, &k->reads[n], why);
}

/* `notes`: what notes writes is made now; else what reads. */
static bool text_take(struct store *s, struct query *q, bool notes, struct arena *a,
                      struct fault *why)
{
	const char *what = take_text(q, a);
	int64_t place = take_number(q);
	const char *of = take_text(q, a), *text = take_text(q, a);
	bool makes = text_same(what, "make") || text_same(what, "trigger");
	if (makes)
		return !notes || text_run(s, text, why);
	if (text_same(what, "touched"))
		return !notes || text_prepare(s, text, &s->chain->touched, why);
	if (text_same(what, "note"))
		return !notes || text_prepare(s, text, &s->chain->note, why);
	if (text_same(what, "empty"))
		return !notes || text_prepare(s, text, &s->chain->empty, why);
	/* before an upgrade a table may not be there yet */
	if (notes || (s->upgrades && !text_fits(s, text)))
		return true;
	return text_same(what, "list") ? text_prepare(s, text, &s->chain->kinds[place].list, why)
	                               : read_add(s, (size_t)place, of, text, why);
}

static bool texts_take(struct store *s, bool notes, struct fault *why)
{
	struct arena a = arena_start(MIB);
	struct query q = query_of(s, SQL_chain_texts);
	bool good = true;
	while (good && query_next(&q))
		good = text_take(s, &q, notes, &a, why);
	good = query_end(&q, good ? why : NULL) && good;
	arena_drop(&a);
	return good;
}

bool chain_open(struct store *s, bool notes, struct fault *why)
{
	if (s->chain == NULL) {
		s->chain = calloc(1, sizeof *s->chain);
		if (s->chain == NULL || sodium_init() < 0)
			return fault_set(why, FAULT_OUTSIDE,
			                 N_("Memori tidak cukup untuk membuka basis data"));
		if (!texts_take(s, false, why))
			return false;
	}
	if (!notes || s->chain->notes)
		return true;
	s->chain->notes = true;
	return texts_take(s, true, why);
}

void chain_close(struct store *s)
{
	if (s->chain == NULL)
		return;
	for (size_t i = 0; i < CHAIN_KINDS; i++) {
		for (size_t k = 0; k < CHAIN_READS; k++)
			sqlite3_finalize(s->chain->kinds[i].reads[k]);
		sqlite3_finalize(s->chain->kinds[i].list);
	}
	sqlite3_finalize(s->chain->touched);
	sqlite3_finalize(s->chain->empty);
	sqlite3_finalize(s->chain->note);
	secret_wipe(s->chain, sizeof *s->chain);
	free(s->chain);
	s->chain = NULL;
}

/* ---- digests ---- */

static void hash_piece(crypto_generichash_state *h, const void *bytes, size_t size)
{
	char length[24];
	int n = snprintf(length, sizeof length, "%zu:", size);
	crypto_generichash_update(h, (const unsigned char *)length, (unsigned long long)n);
	crypto_generichash_update(h, bytes, (unsigned long long)size);
}

static void hash_text(crypto_generichash_state *h, const char *text)
{
	hash_piece(h, text, strlen(text));
}

/* NULL, '' and 0 are as if the column were not there. */
static void hash_columns(crypto_generichash_state *h, sqlite3_stmt *row)
{
	int count = sqlite3_column_count(row);
	for (int i = 0; i < count; i++) {
		int type = sqlite3_column_type(row, i);
		const void *value = type == SQLITE_BLOB ? sqlite3_column_blob(row, i)
		                                        : sqlite3_column_text(row, i);
		size_t size = (size_t)sqlite3_column_bytes(row, i);
		if (value == NULL || size == 0 ||
		    (type == SQLITE_INTEGER && sqlite3_column_int64(row, i) == 0))
			continue;
		hash_text(h, sqlite3_column_name(row, i));
		hash_piece(h, value, size);
	}
	hash_text(h, "");
}

static int hash_rows(crypto_generichash_state *h, sqlite3_stmt *read, const char *row,
                     const char *part, size_t *count)
{
	int code = sqlite3_bind_text(read, 1, row, -1, SQLITE_STATIC);
	if (code == SQLITE_OK)
		code = sqlite3_bind_text(read, 2, part, -1, SQLITE_STATIC);
	if (code != SQLITE_OK)
		return code;
	*count = 0;
	while ((code = sqlite3_step(read)) == SQLITE_ROW) {
		hash_columns(h, read);
		++*count;
	}
	hash_text(h, "");
	return code == SQLITE_DONE ? SQLITE_OK : code;
}

bool chain_digest(struct store *s, const struct chain_kind *k, struct chain_row *r,
                  struct fault *why)
{
	crypto_generichash_state h;
	size_t there = 0, count = 0;
	int code = SQLITE_OK;
	crypto_generichash_init(&h, NULL, 0, CHAIN_DIGEST);
	for (size_t i = 0; i < CHAIN_READS && k->reads[i] != NULL && code == SQLITE_OK; i++) {
		code = hash_rows(&h, k->reads[i], r->row, r->part, &count);
		there = i == 0 ? count : there;
		if (code != SQLITE_OK)
			(void)db_fault(s, code, why);
		sqlite3_reset(k->reads[i]);
		sqlite3_clear_bindings(k->reads[i]);
	}
	crypto_generichash_final(&h, r->digest, CHAIN_DIGEST);
	r->size = there > 0 ? CHAIN_DIGEST : 0;
	return code == SQLITE_OK;
}

void chain_step(const struct chain_row *r, unsigned char link[CHAIN_DIGEST])
{
	crypto_generichash_state h;
	char numbers[64];
	crypto_generichash_init(&h, NULL, 0, CHAIN_DIGEST);
	crypto_generichash_update(&h, link, CHAIN_DIGEST);
	snprintf(numbers, sizeof numbers, "%lld %lld", (long long)r->number, (long long)r->at);
	hash_text(&h, numbers);
	hash_text(&h, r->of);
	hash_text(&h, r->row);
	hash_text(&h, r->part);
	hash_text(&h, r->filing);
	hash_piece(&h, r->digest, r->size);
	crypto_generichash_final(&h, link, CHAIN_DIGEST);
}

/* ---- writing ---- */

static bool chain_head(struct store *s, struct chain_link *out, struct fault *why)
{
	*out = (struct chain_link){ 0 };
	struct query q = query_of(s, SQL_chain_head_read);
	if (query_next(&q)) {
		out->number = take_number(&q);
		take_bytes(&q, out->link, sizeof out->link);
	}
	return query_end(&q, why);
}

/* With `head` its link is kept. */
static bool row_write(struct store *s, const struct chain_row *r, const struct chain_link *head,
                      struct fault *why)
{
	struct query q = query_of(s, SQL_chain_write);
	bind_number(&q, ":number", r->number);
	bind_instant(&q, ":at", r->at);
	bind_text(&q, ":of", r->of);
	bind_text(&q, ":row", r->row);
	bind_text(&q, ":part", r->part);
	bind_text(&q, ":filing", r->filing);
	bind_bytes(&q, ":digest", r->digest, r->size);
	bind_bytes(&q, ":link", head == NULL ? NULL : head->link, CHAIN_DIGEST);
	return query_run(&q, why);
}

static bool head_write(struct store *s, const struct chain_link *head, struct fault *why)
{
	unsigned char signature[CHAIN_SIGNED];
	chain_key(s);
	if (s->chain->has_key)
		chain_sign(s->chain, head, signature);
	struct query q = query_of(s, SQL_chain_head_write);
	bind_number(&q, ":number", head->number);
	bind_bytes(&q, ":link", head->link, sizeof head->link);
	bind_bytes(&q, ":signed", signature, s->chain->has_key ? sizeof signature : 0);
	return query_run(&q, why);
}

/* A row of the chain for each that is listed: kind (where it is not given), row, part, filing, and
 * (there too) whether it is the last. */
static bool rows_add(struct store *s, sqlite3_stmt *list, const struct chain_kind *kind,
                     struct chain_link *head, struct fault *why)
{
	struct chain_row r = { .at = clock_now() };
	const struct chain_kind *final = &s->chain->kinds[s->chain->kind_count - 1];
	bool good = true;
	int code;
	while ((code = sqlite3_step(list)) == SQLITE_ROW && good) {
		struct query q = { .s = s, .statement = list };
		const struct chain_kind *k = kind != NULL ? kind : &s->chain->kinds[take_int(&q)];
		r.of = k->of;
		r.row = (const char *)sqlite3_column_text(list, q.column++);
		r.part = (const char *)sqlite3_column_text(list, q.column++);
		r.filing = (const char *)sqlite3_column_text(list, q.column++);
		r.number = ++head->number;
		good = chain_digest(s, k, &r, why);
		chain_step(&r, head->link);
		bool last = kind == NULL ? take_bool(&q) : kind == final;
		bool links = last || r.number % CHAIN_LINK_EVERY == 0;
		good = good && row_write(s, &r, links ? head : NULL, why);
	}
	if (good && code != SQLITE_DONE && code != SQLITE_ROW)
		good = db_fault(s, code, why);
	sqlite3_reset(list);
	return good;
}

static bool touched_empty(struct store *s, struct fault *why)
{
	int code = sqlite3_step(s->chain->empty);
	sqlite3_reset(s->chain->empty);
	return code == SQLITE_DONE || db_fault(s, code, why);
}

bool chain_seal(struct store *s, struct fault *why)
{
	struct chain_link head;
	if (s->chain == NULL || !s->chain->notes)
		return true;
	if (!chain_head(s, &head, why))
		return false;
	int64_t before = head.number;
	return rows_add(s, s->chain->touched, NULL, &head, why) &&
	       (head.number == before || (head_write(s, &head, why) && touched_empty(s, why)));
}

bool chain_note(struct store *s, const struct chain_kind *k, const struct chain_row *r,
                struct fault *why)
{
	sqlite3_stmt *note = s->chain->note;
	sqlite3_bind_int64(note, 1, k - s->chain->kinds);
	sqlite3_bind_text(note, 2, r->row, -1, SQLITE_STATIC);
	sqlite3_bind_text(note, 3, r->part, -1, SQLITE_STATIC);
	sqlite3_bind_text(note, 4, r->filing, -1, SQLITE_STATIC);
	int code = sqlite3_step(note);
	sqlite3_reset(note);
	return code == SQLITE_DONE || db_fault(s, code, why);
}

/* Of a home whose chain begins now. */
bool chain_begin(struct store *s, struct fault *why)
{
	struct chain_link head;
	if (!chain_open(s, false, why) || !chain_key_make(s, why) || !chain_head(s, &head, why))
		return false;
	bool good = true;
	for (size_t i = 0; good && i < s->chain->kind_count; i++)
		good = rows_add(s, s->chain->kinds[i].list, &s->chain->kinds[i], &head, why);
	return good && head_write(s, &head, why);
}
