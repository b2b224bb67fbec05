/* Payments as the bank reports them, compared with ours. */
#include "loket/store/statement.h"

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

/* ---- lines ---- */

enum { DAY = 24 * 60 * MINUTE_MS };

static const char *const source_words[] = { [SOURCE_UNKNOWN] = "",
	                                    [SOURCE_REPORT] = "laporan",
	                                    [SOURCE_STATUS] = "status",
	                                    [SOURCE_FILE] = "berkas" };

enum source_kind source_kind_of(const char *word)
{
	size_t i = 0;
	while (i < COUNT_OF(source_words) && !text_same(source_words[i], word))
		i++;
	return i < COUNT_OF(source_words) ? (enum source_kind)i : SOURCE_UNKNOWN;
}

/* A line that stands here and may be the same payment. */
struct candidate {
	const char *key;
	struct statement_line line;
	bool explained; /* somebody has said what it is */
};
struct telling_lines {
	struct store *s;
	const struct statement *st;
	struct arena *a;
	instant now;
	int64_t source; /* 0: not written yet */
	struct candidate
	    *near; /* of the line's reference or payment id, those of this telling left out */
	size_t near_count, near_capacity;
	const char **told; /* keys of this telling */
	size_t told_count, told_capacity;
};

static bool was_told(const struct telling_lines *t, const char *key)
{
	for (size_t i = 0; i < t->told_count; i++) {
		if (text_same(t->told[i], key))
			return true;
	}
	return false;
}

static bool read_near(struct telling_lines *t, const struct statement_line *l, struct fault *why)
{
	struct query q = query_of(t->s, SQL_statement_near);
	bind_text(&q, ":bank", t->st->bank);
	bind_text(&q, ":reference", l->reference);
	bind_text(&q, ":payment", l->payment);
	t->near_count = 0;
	while (query_next(&q)) {
		struct candidate one = { .key = take_text(&q, t->a) };
		one.line.payment = take_text(&q, t->a);
		one.line.va_digits = take_text(&q, t->a);
		one.line.amount = take_number(&q);
		one.line.at = take_instant(&q);
		one.line.own_word = take_bool(&q);
		one.explained = take_bool(&q);
		if (was_told(t, one.key))
			continue;
		t->near = list_grow(t->a, t->near, t->near_count, &t->near_capacity,
		                    sizeof *t->near);
		t->near[t->near_count++] = one;
	}
	return query_end(&q, why);
}

/* How well a line that stands here is the one told now. Statements in files tell minutes or only
 * days, and not always the account. */
enum { OTHER, LIKE, SAME_DAY, SAME };

static int sameness(const struct statement_line *here, const struct statement_line *told)
{
	bool ids = !text_is_empty(here->payment) && !text_is_empty(told->payment);
	bool accounts = !text_is_empty(here->va_digits) && !text_is_empty(told->va_digits);
	bool va = text_same(here->va_digits, told->va_digits);
	bool amount = here->amount == told->amount;
	bool timed = here->at != INSTANT_NONE && told->at != INSTANT_NONE;
	instant apart = !timed                ? 0
	                : here->at > told->at ? here->at - told->at
	                                      : told->at - here->at;
	if (ids && !text_same(here->payment, told->payment))
		return OTHER;
	if (told->amount < 0 && apart >= MINUTE_MS) /* only statements tell of money out */
		return OTHER;
	if (amount && (va || !accounts) && (ids || apart < MINUTE_MS))
		return SAME;
	if (amount && (va || !accounts) && apart < DAY)
		return SAME_DAY;
	bool like = ids || (accounts && va && amount) ||
	            (timed && apart < MINUTE_MS && (va || !accounts || amount));
	return like ? LIKE : OTHER;
}

static const struct candidate *nearest(const struct telling_lines *t,
                                       const struct statement_line *l, int *how)
{
	const struct candidate *best = NULL;
	*how = OTHER;
	for (size_t i = 0; i < t->near_count; i++) {
		int now = sameness(&t->near[i].line, l);
		if (now > *how) {
			best = &t->near[i];
			*how = now;
		}
	}
	return best;
}

static void bind_line(struct query *q, const struct telling_lines *t, const char *key,
                      const struct statement_line *l)
{
	bind_text(q, ":bank", t->st->bank);
	bind_text(q, ":key", key);
	bind_text(q, ":payment", l->payment);
	bind_text(q, ":va", l->va_digits);
	bind_text(q, ":trx", l->trx);
	bind_instant(q, ":at", l->at);
	bind_number(q, ":source", t->source);
	if (query_takes(q, ":amount"))
		bind_number(q, ":amount", l->amount);
	if (query_takes(q, ":what"))
		bind_text(q, ":what", l->what);
}

static bool is_own_word(const struct telling_lines *t)
{
	return t->st->from.kind == SOURCE_REPORT || t->st->from.kind == SOURCE_STATUS;
}

/* What was read is kept once, by its digest. */
static bool source_know(struct telling_lines *t, struct fault *why)
{
	struct query q = query_of(t->s, SQL_source_one);
	bind_text(&q, ":bank", t->st->bank);
	bind_text(&q, ":kind", source_words[t->st->from.kind]);
	bind_text(&q, ":digest", t->st->from.digest);
	if (query_next(&q))
		t->source = take_number(&q);
	return query_end(&q, why);
}

static bool source_write(struct telling_lines *t, struct fault *why)
{
	const struct statement *st = t->st;
	const struct statement_source *from = &st->from;
	rupiah total = 0;
	instant since = INSTANT_NONE, until = INSTANT_NONE;
	for (size_t i = 0; i < st->count; i++) {
		const struct statement_line *l = &st->items[i];
		total += l->amount;
		since = since == INSTANT_NONE || l->at < since ? l->at : since;
		until = until == INSTANT_NONE || l->at > until ? l->at : until;
	}
	struct query q = query_of(t->s, SQL_source_write);
	bind_text(&q, ":bank", st->bank);
	bind_text(&q, ":kind", source_words[from->kind]);
	bind_text(&q, ":digest", from->digest);
	bind_text(&q, ":name", from->name);
	bind_text(&q, ":who", from->who);
	bind_instant(&q, ":at", t->now);
	bind_instant(&q, ":since", since);
	bind_instant(&q, ":until", until);
	bind_known(&q, ":opening", from->has_balance, from->opening);
	bind_known(&q, ":closing", from->has_balance, from->closing);
	bind_number(&q, ":total", total);
	bind_number(&q, ":sides", from->both_sides ? 2 : 1);
	return query_run(&q, why);
}

/* Written when the first line needs it: a report that tells nothing new leaves no trace. */
static bool source_need(struct telling_lines *t, struct fault *why)
{
	if (t->source != 0 || !source_know(t, why))
		return t->source != 0;
	return t->source != 0 || (source_write(t, why) && source_know(t, why));
}

static bool key_taken(struct telling_lines *t, const char *key, bool *taken, struct fault *why)
{
	struct statement_line line;
	bool good = statement_find(t->s, t->st->bank, key, t->a, &line, why);
	*taken = line.payment != NULL;
	return good;
}

/* Another payment of a reference that is taken is called "TRANSFER#2". */
static bool add_line(struct telling_lines *t, const struct statement_line *l, const char **key,
                     struct fault *why)
{
	const char *name = text_is_empty(l->reference) ? l->payment : l->reference;
	bool taken = true;
	*key = name;
	for (int n = 2; taken; n++) {
		if (!key_taken(t, *key, &taken, why))
			return false;
		if (taken)
			*key = arena_print(t->a, "%s#%d", name, n);
	}
	if (!source_need(t, why))
		return false;
	struct query q = query_of(t->s, SQL_statement_write);
	bind_line(&q, t, *key, l);
	bind_text(&q, ":reference", l->reference);
	bind_instant(&q, ":now", t->now);
	return query_run(&q, why);
}

/* What stands here is completed by what is told now, or gives way to it. */
static bool change_line(struct telling_lines *t, enum sql how, const char *key,
                        const struct statement_line *l, struct fault *why)
{
	if (!source_need(t, why))
		return false;
	struct query q = query_of(t->s, how);
	bind_line(&q, t, key, l);
	if (query_takes(&q, ":own"))
		bind_number(&q, ":own", is_own_word(t));
	return query_run(&q, why);
}

/* The bank's own word takes the place of a file's; a file never that of the bank's, nor of a line
 * that somebody has explained. */
static bool gives_way(const struct telling_lines *t, const struct candidate *here)
{
	if (is_own_word(t))
		return !here->line.own_word;
	return t->st->hold == HOLD_TOLD && !here->line.own_word && !here->explained;
}

/* It tells what stands here without, or is the bank's own word of it. */
static bool completes(const struct telling_lines *t, const struct candidate *here,
                      const struct statement_line *told)
{
	return (is_own_word(t) && !here->line.own_word) ||
	       (text_is_empty(here->line.payment) && !text_is_empty(told->payment)) ||
	       (text_is_empty(here->line.va_digits) && !text_is_empty(told->va_digits)) ||
	       (here->line.at == INSTANT_NONE && told->at != INSTANT_NONE);
}

static bool take_line(struct telling_lines *t, struct statement_line *l, struct fault *why)
{
	int how;
	if (!read_near(t, l, why))
		return false;
	const struct candidate *c = nearest(t, l, &how);
	const char *key = c == NULL ? "" : c->key;
	bool good;
	l->fate = how == OTHER ? LINE_TAKEN : how == LIKE ? LINE_DIFFERS : LINE_KNOWN;
	if (l->fate == LINE_DIFFERS) {
		l->was.amount = c->line.amount;
		l->was.at = c->line.at;
		l->was.va_digits = c->line.va_digits;
	}
	if (l->fate == LINE_TAKEN || (l->fate == LINE_DIFFERS && t->st->hold == HOLD_BOTH))
		good = add_line(t, l, &key, why);
	else if (l->fate == LINE_DIFFERS)
		good = !gives_way(t, c) || change_line(t, SQL_statement_replace, key, l, why);
	else
		good = !completes(t, c, l) || change_line(t, SQL_statement_complete, key, l, why);
	t->told = list_grow(t->a, t->told, t->told_count, &t->told_capacity, sizeof *t->told);
	t->told[t->told_count++] = key;
	return good;
}

bool statement_write(struct store *s, const struct statement *st, const instant span[2],
                     struct arena *a, struct fault *why)
{
	struct telling_lines t = { .s = s, .st = st, .a = a, .now = clock_now() };
	if (st->from.kind == SOURCE_FILE && !source_need(&t, why))
		return false;
	for (size_t i = 0; i < st->count; i++) {
		progress_tell(i, st->count);
		if (!take_line(&t, &st->items[i], why))
			return false;
	}
	if (st->from.kind == SOURCE_STATUS)
		return true;
	struct query q = query_of(s, SQL_statement_span_write);
	bind_text(&q, ":bank", st->bank);
	bind_text(&q, ":kind", source_words[st->from.kind]);
	bind_instant(&q, ":since", span[0]);
	bind_instant(&q, ":until", span[1] < t.now ? span[1] : t.now);
	bind_instant(&q, ":now", t.now);
	return query_run(&q, why);
}

bool statement_find(struct store *s, const char *bank, const char *key, struct arena *a,
                    struct statement_line *out, struct fault *why)
{
	struct query q = query_of(s, SQL_statement_one);
	bind_text(&q, ":bank", bank);
	bind_text(&q, ":key", key);
	*out = (struct statement_line){ .payment = NULL };
	if (query_next(&q)) {
		out->payment = take_text(&q, a);
		out->reference = take_text(&q, a);
		out->va_digits = take_text(&q, a);
		out->trx = take_text(&q, a);
		out->amount = take_number(&q);
		out->at = take_instant(&q);
		out->what = take_text(&q, a);
		out->own_word = take_bool(&q);
	}
	return query_end(&q, why);
}

bool statement_told(struct store *s, const char *bank, bool own, instant *out, struct fault *why)
{
	struct query q = query_of(s, SQL_statement_told);
	bind_text(&q, ":bank", bank);
	bind_number(&q, ":own", own);
	*out = query_next(&q) ? take_instant(&q) : INSTANT_NONE;
	return query_end(&q, why);
}

/* ---- asked for by a person ---- */

static const char *const ask_words[] = {
	[ASK_WAITS] = "asked", [ASK_TOLD] = "told", [ASK_REFUSED] = "refused"
};

bool statement_ask_write(struct store *s, const struct statement_ask *ask, struct fault *why)
{
	struct query q = query_of(s, SQL_statement_ask_write);
	bind_text(&q, ":bank", ask->bank);
	bind_day(&q, ":first", ask->days.first);
	bind_day(&q, ":last", ask->days.last);
	bind_text(&q, ":who", ask->who);
	bind_instant(&q, ":at", ask->at);
	return query_run(&q, why);
}

static void take_ask(struct query *q, struct arena *a, struct statement_ask *out)
{
	out->bank = take_text(q, a);
	out->days.first = take_day(q);
	out->days.last = take_day(q);
	out->next = take_day(q);
	out->who = take_text(q, a);
	out->at = take_instant(q);
	const char *state = take_text(q, a);
	for (size_t i = 0; i < COUNT_OF(ask_words); i++) {
		if (text_same(ask_words[i], state))
			out->state = (enum ask_state)i;
	}
	out->tries = take_int(q);
	out->due = take_instant(q);
	out->said = take_text(q, a);
}

bool statement_ask_due(struct store *s, instant now, struct arena *a, struct statement_ask *out,
                       struct fault *why)
{
	struct query q = query_of(s, SQL_statement_ask_due);
	bind_instant(&q, ":now", now);
	*out = (struct statement_ask){ .bank = NULL };
	if (query_next(&q))
		take_ask(&q, a, out);
	return query_end(&q, why);
}

bool statement_ask_turn(struct store *s, const struct statement_ask *ask, struct fault *why)
{
	bool own;
	if (!write_enter(s, &own, why))
		return false;
	struct query q = query_of(s, SQL_statement_ask_turn);
	bind_text(&q, ":bank", ask->bank);
	bind_instant(&q, ":at", ask->at);
	bind_text(&q, ":state", ask_words[ask->state]);
	bind_day(&q, ":next", ask->next);
	bind_number(&q, ":tries", ask->tries);
	bind_instant(&q, ":due", ask->due);
	bind_text(&q, ":said", ask->said);
	return write_leave(s, own, query_run(&q, why), why);
}

bool statement_asks_read(struct store *s, struct arena *a, struct ask_list *out, struct fault *why)
{
	struct query q = query_of(s, SQL_statement_asks);
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		take_ask(&q, a, &out->items[out->count++]);
	}
	return query_end(&q, why);
}
