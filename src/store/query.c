/* Lists by pages. First the query is analysed and the fastest way chosen; then one of the
 * statements of query.sql reads one row more than the page holds. */
#include <stdio.h>
#include <string.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/store/lists.h"
#include "loket/text.h"

#include "private.h"

enum {
	PAGE = 50,        /* rows when no number of rows is asked for */
	WORDS_BY_ROW = 4, /* parameters :word1 to :word4 */
	FEW = 200,        /* rows that are read sooner than anything is counted */
	HITS = 1000,      /* hits of a word that are read one by one */
	CASE_DIGITS = 5,  /* at most so many digits are a case number's */
	WORD_DIGITS = 8,  /* so many are a word, the beginning of a NIK; more are a number */
};

#define ALIKE     "~"                /* begins the key of a row that is spelled otherwise */
#define LAST_TEXT "\xF4\x8F\xBF\xBF" /* U+10FFFF: after every text */

enum way { BY_AGE, BY_STAGE, BY_TYPE, BY_WORD, BY_REG, BY_NUMBER, BY_DIGITS };

/* Up: by age the oldest first, by name from A. */
static const struct {
	enum sql age[2], name[2];
} statements[] = {
	[BY_AGE] = { { SQL_list_all_up, SQL_list_all_down },
	             { SQL_list_all_name_up, SQL_list_all_name_down } },
	[BY_STAGE] = { { SQL_list_stage_up, SQL_list_stage_down },
	               { SQL_list_stage_name_up, SQL_list_stage_name_down } },
	[BY_TYPE] = { { SQL_list_type_up, SQL_list_type_down },
	              { SQL_list_type_name_up, SQL_list_type_name_down } },
	[BY_WORD] = { .age = { SQL_list_word_up, SQL_list_word_down } },
	[BY_REG] = { .age = { SQL_list_reg_up, SQL_list_reg_down } },
	[BY_NUMBER] = { .age = { SQL_list_number_up, SQL_list_number_down } },
	[BY_DIGITS] = { .age = { SQL_list_digits_up, SQL_list_digits_down } },
};

/* A list query, analysed. */
struct list_search {
	const struct list_query *query;
	const struct rulebook *book;
	const instant *late; /* by the step's place */
	enum way way;
	bool by_name, down;
	int limit; /* one more than the page */
	int stage; /* 0: any */
	const char *type;
	const char *words[WORDS_BY_ROW]; /* " nur", or "" */
	size_t word_count;               /* all of them, those beyond the four too */
	struct search_words typed;
	const char *match;      /* the words for the word index */
	const char *low, *high; /* of a number */
	const char *case_key;   /* how a case number begins */
	bool is_alike;          /* `match` is what is spelled otherwise */
	int64_t seq;            /* where the page goes on */
	const char *title_key, *after;
};

/* ---- what is searched for ---- */

/* A word that may stand as several is not looked for row by row. */
static void split_words(const char *search, struct arena *a, struct list_search *k)
{
	search_words(search, a, &k->typed);
	for (size_t i = 0; i < k->typed.count; i++) {
		if (i < WORDS_BY_ROW)
			k->words[i] = arena_print(a, " %s", k->typed.items[i].joined);
		k->word_count += text_is_empty(k->typed.items[i].parted) ? 1 : WORDS_BY_ROW + 1;
	}
	k->match = k->typed.match;
}

static bool any_in(struct store *s, enum sql which, const struct list_search *k, bool *any,
                   struct fault *why)
{
	struct query q = query_of(s, which);
	bind_text(&q, ":low", k->low);
	bind_text(&q, ":high", k->high);
	if (query_takes(&q, ":case"))
		bind_text(&q, ":case", k->case_key);
	*any = query_next(&q);
	return query_end(&q, why);
}

/* From the digits to the next text that does not begin with them: '0' follows '/', ':' follows '9'.
 */
static void settle_digits(const char *digits, bool of_case, struct arena *a, struct list_search *k)
{
	k->way = of_case ? BY_NUMBER : BY_DIGITS;
	k->low = of_case ? arena_print(a, "%s/", digits) : digits;
	k->high = arena_print(a, of_case ? "%s0" : "%s:", digits);
}

/* A text with a stroke or a point may be a case number, or begin one or a registration number. */
static bool settle_number(struct store *s, const char *search, struct arena *a,
                          struct list_search *k, struct fault *why)
{
	bool any;
	if (case_number_key(search, a, &k->case_key)) {
		settle_digits(arena_copy(a, k->case_key, strcspn(k->case_key, "/")), true, a, k);
		if (!any_in(s, SQL_list_number_any, k, &any, why) || any)
			return any;
	}
	k->case_key = "";
	k->low = search;
	k->high = arena_print(a, "%s" LAST_TEXT, search);
	k->way = BY_REG;
	if (!any_in(s, SQL_list_reg_any, k, &any, why))
		return false;
	if (!any)
		k->way = BY_AGE;
	return true;
}

/* A number is one when it is found as one; everything else is words. */
static bool settle_search(struct store *s, const char *search, struct arena *a,
                          struct list_search *k, struct fault *why)
{
	search = text_clean(a, search, strlen(search), false);
	const char *digits = strchr(search, '/') == NULL ? text_digits(a, search) : NULL;
	size_t length = digits == NULL ? 0 : strlen(digits);
	bool of_case = length > 0 && length <= CASE_DIGITS && text_same(digits, search);
	if (of_case)
		digits += strspn(digits, "0");
	if (of_case || length > WORD_DIGITS) {
		settle_digits(digits, of_case, a, k);
		return true;
	}
	if (strpbrk(search, "/.") != NULL && !settle_number(s, search, a, k, why))
		return false;
	if (k->way == BY_AGE)
		split_words(search, a, k);
	return true;
}

/* ---- by which way, and from where ---- */

/* How many filings are at the step, of the type, both, and how many there are. */
struct tally {
	int64_t all, stage, type, both;
};

static bool read_tally(struct store *s, const struct list_search *k, struct tally *out,
                       struct fault *why)
{
	struct query q = query_of(s, SQL_list_tally);
	bind_number(&q, ":stage", k->stage);
	bind_text(&q, ":type", k->type);
	if (query_next(&q)) {
		out->all = take_number(&q);
		out->stage = take_number(&q);
		out->type = take_number(&q);
		out->both = take_number(&q);
	}
	return query_end(&q, why);
}

static bool count_hits(struct store *s, const struct list_search *k, int64_t *hits,
                       struct fault *why)
{
	struct query q = query_of(s, SQL_list_hits);
	bind_text(&q, ":match", k->match);
	bind_number(&q, ":most", HITS);
	if (query_next(&q))
		*hits = take_number(&q);
	return query_end(&q, why);
}

/* Words are looked for in the `rows` of a step or type one by one, or in the word index, whose hits
 * are then looked at for step and type. The hits are read newest first until the page is full: when
 * they are spread evenly, that takes `limit` * all / rows of them, and never more than there are.
 */
static bool settle_words(struct store *s, int64_t all, int64_t rows, struct list_search *k,
                         struct fault *why)
{
	int64_t reads = rows > 0 ? k->limit * all / rows : all, hits = 0;
	bool by_word = k->way == BY_AGE || k->word_count > WORDS_BY_ROW || reads <= FEW;
	if (!by_word && rows > FEW) {
		if (!count_hits(s, k, &hits, why))
			return false;
		by_word = hits < HITS || reads < rows;
	}
	if (by_word)
		k->way = BY_WORD;
	return true;
}

static bool settle_way(struct store *s, const struct tally *t, struct list_search *k,
                       struct fault *why)
{
	bool stage = k->stage != 0, type = k->type[0] != '\0';
	if (k->way != BY_AGE) /* a number says enough */
		return true;
	if (stage && (!type || t->stage <= t->type))
		k->way = BY_STAGE;
	else if (type)
		k->way = BY_TYPE;
	int64_t rows = k->way == BY_STAGE ? t->stage : k->way == BY_TYPE ? t->type : t->all;
	return k->word_count == 0 || settle_words(s, t->all, rows, k, why);
}

static void settle_order(struct list_search *k)
{
	bool numbered = k->way == BY_REG || k->way == BY_NUMBER;
	k->by_name = k->query->order == LIST_NAME && k->word_count == 0 &&
	             (k->way == BY_AGE || k->way == BY_STAGE || k->way == BY_TYPE);
	k->down = !numbered && !k->by_name && k->query->order != LIST_OLDEST;
	if (k->query->backward)
		k->down = !k->down;
}

/* The page begins after the row with this key, or at the end of the list. */
static bool settle_start(struct store *s, const char *key, struct arena *a, struct list_search *k,
                         struct fault *why)
{
	k->seq = k->down ? INT64_MAX : 0;
	k->title_key = k->after = k->down ? LAST_TEXT : "";
	if (text_is_empty(key))
		return true;
	struct query q = query_of(s, SQL_list_after);
	bind_text(&q, ":filing", key);
	if (query_next(&q)) {
		k->seq = take_number(&q);
		k->title_key = take_text(&q, a);
		const char *reg = take_text(&q, a), *number = take_text(&q, a);
		k->after = k->way == BY_REG ? reg : k->way == BY_NUMBER ? number : key;
	}
	return query_end(&q, why);
}

/* ---- reading ---- */

static void bind_asked(struct query *q, const struct list_search *k)
{
	static const char *const word_names[WORDS_BY_ROW] = { ":word1", ":word2", ":word3",
		                                              ":word4" };
	const struct {
		const char *name, *text;
	} texts[] = {
		{ ":type", k->type },     { ":match", k->match }, { ":low", k->low },
		{ ":high", k->high },     { ":after", k->after }, { ":title_key", k->title_key },
		{ ":case", k->case_key },
	};
	const struct {
		const char *name;
		int64_t number;
	} numbers[] = { { ":limit", k->limit }, { ":stage", k->stage }, { ":seq", k->seq } };
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		if (query_takes(q, texts[i].name))
			bind_text(q, texts[i].name, texts[i].text);
	for (size_t i = 0; i < COUNT_OF(numbers); i++)
		if (query_takes(q, numbers[i].name))
			bind_number(q, numbers[i].name, numbers[i].number);
	for (size_t i = 0; i < WORDS_BY_ROW; i++)
		if (query_takes(q, word_names[i]))
			bind_text(q, word_names[i], k->words[i]);
}

/* What has stood at a step since before this is late; by the step's place. */
static const instant *late_since(const struct rulebook *b, struct arena *a)
{
	instant now = clock_now();
	const struct sop *sop = &b->sop;
	instant *out = arena_get(a, sop->step_count, sizeof *out);
	for (size_t i = 0; i < sop->step_count; i++)
		out[i] = counter_before(b, now, sop->steps[i].norm);
	return out;
}

static void take_row(struct query *q, const struct list_search *k, struct arena *a,
                     struct list_row *row)
{
	row->filing = take_id(q);
	row->reg = take_text(q, a);
	row->number = take_text(q, a);
	row->title = take_text(q, a);
	row->type = take_text(q, a);
	row->stage = take_int(q);
	row->state = step_state_of(take_text(q, a));
	enum waits_for waits = waits_for_of(take_text(q, a));
	row->since = take_instant(q);
	bool at_work = row->stage >= 1 && (size_t)row->stage <= k->book->sop.step_count;
	row->late = at_work && waits != WAITS_BANK && waits != WAITS_SIPP &&
	            row->since < k->late[row->stage - 1];
}

static void turn_round(struct list_page *page)
{
	for (size_t i = 0, j = page->count; i + 1 < j; i++) {
		struct list_row row = page->items[i];
		page->items[i] = page->items[--j];
		page->items[j] = row;
	}
}

static bool read_page(struct store *s, const struct list_search *k, struct arena *a,
                      struct list_page *out, struct fault *why)
{
	struct query q = query_of(s, k->by_name ? statements[k->way].name[k->down]
	                                        : statements[k->way].age[k->down]);
	const size_t most = (size_t)k->limit - 1;
	bind_asked(&q, k);
	while (query_next(&q)) {
		out->more = out->count == most;
		if (out->more)
			break;
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct list_row *row = &out->items[out->count++];
		take_row(&q, k, a, row);
		row->key = arena_print(a, k->is_alike ? ALIKE "%s" : "%s", row->filing.text);
	}
	return query_end(&q, why);
}

static bool settle(struct store *s, const struct rulebook *b, const struct list_query *q,
                   struct arena *a, struct list_search *k, struct fault *why)
{
	*k = (struct list_search){ .query = q,
		                   .book = b,
		                   .late = late_since(b, a),
		                   .way = BY_AGE,
		                   .type = q->type == NULL ? "" : q->type,
		                   .match = "",
		                   .case_key = "",
		                   .low = "",
		                   .high = "" };
	k->limit = (q->limit > 0 ? q->limit : PAGE) + 1;
	for (size_t i = 0; i < WORDS_BY_ROW; i++)
		k->words[i] = "";
	if (!text_is_empty(q->step))
		k->stage = sop_number(&b->sop, q->step);
	if (!text_is_empty(q->step) && k->stage == 0)
		return fault_set(why, FAULT_MISUSE,
		                 N_("Tidak ada langkah bernama %1; lihat: loket sop"), q->step);
	return text_is_empty(q->search) || settle_search(s, q->search, a, k, why);
}

/* What is spelled otherwise, of the same step and type. False: nothing could be. */
static bool settle_alike(const struct list_search *k, struct arena *a, struct list_search *alike)
{
	if (k->typed.count == 0)
		return false;
	*alike = *k;
	alike->way = BY_WORD;
	alike->match = search_alike(&k->typed, &k->book->names, a);
	alike->is_alike = true;
	return !text_is_empty(alike->match);
}

static bool read_from(struct store *s, struct list_search *k, const char *after, struct arena *a,
                      struct list_page *out, struct fault *why)
{
	settle_order(k);
	return settle_start(s, after, a, k, why) && read_page(s, k, a, out, why);
}

/* After what is found as it was typed comes what is spelled otherwise; its keys say so. */
static bool read_both(struct store *s, struct list_search *k, struct arena *a,
                      struct list_page *out, struct fault *why)
{
	struct list_search alike;
	const bool backward = k->query->backward;
	const char *after = k->query->after == NULL ? "" : k->query->after;
	bool begun = text_starts(after, ALIKE);
	bool first = (begun || (backward && text_is_empty(after))) && settle_alike(k, a, &alike);
	after += begun ? strlen(ALIKE) : 0;
	if (!read_from(s, first ? &alike : k, after, a, out, why))
		return false;
	if (out->more || first != backward || !(first || settle_alike(k, a, &alike)))
		return true;
	return read_from(s, first ? k : &alike, "", a, out, why);
}

bool list_read(struct store *s, const struct rulebook *b, const struct list_query *q,
               struct arena *a, struct list_page *out, struct fault *why)
{
	*out = (struct list_page){ 0 };
	struct list_search k;
	struct tally tally = { 0 };
	bool own;
	if (!read_enter(s, &own, why))
		return false;
	bool good = settle(s, b, q, a, &k, why) && read_tally(s, &k, &tally, why);
	good = good && settle_way(s, &tally, &k, why) && read_both(s, &k, a, out, why);
	out->total = tally.all;
	out->asked = text_is_empty(q->search) ? tally.both : -1;
	if (q->backward)
		turn_round(out);
	return read_leave(s, own, good, why);
}
