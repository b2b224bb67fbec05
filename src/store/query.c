/* Lists by pages. First it is settled what is asked and by which way it is read fastest; then one
 * of the statements of query.sql reads one row more than the page holds. */
#include <stdio.h>
#include <string.h>

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
	MINUTE = 60 * 1000,
};

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

/* A list query, understood. */
struct list_search {
	enum way way;
	bool by_name, down;
	int limit; /* one more than the page */
	int stage; /* 0: any */
	const char *type;
	const char *words[WORDS_BY_ROW]; /* " nur", or "" */
	size_t word_count;               /* all of them, those beyond the four too */
	const char *match;               /* the words for the word index */
	const char *low, *high;          /* of a number */
	int64_t seq;                     /* where the page goes on */
	const char *title_key, *after;
};

/* ---- what is searched for ---- */

static void split_words(const char *search, struct arena *a, struct list_search *k)
{
	struct text match = text_start(a);
	const char *s = text_fold(a, search);
	for (s += strspn(s, " "); *s != '\0'; s += strspn(s, " ")) {
		size_t length = strcspn(s, " ");
		const char *word = arena_copy(a, s, length);
		if (k->word_count < WORDS_BY_ROW)
			k->words[k->word_count] = arena_print(a, " %s", word);
		k->word_count++;
		text_add(&match, match.length > 0 ? " \"" : "\"");
		for (const char *c = word; *c != '\0'; c++)
			text_add_bytes(&match, *c == '"' ? "\"\"" : c, *c == '"' ? 2 : 1);
		text_add(&match, "\"*");
		s += length;
	}
	k->match = match.s;
}

static bool any_in(struct store *s, enum sql which, const struct list_search *k, bool *any,
                   struct fault *why)
{
	struct query q = query_of(s, which);
	bind_text(&q, ":low", k->low);
	bind_text(&q, ":high", k->high);
	*any = query_next(&q);
	return query_end(&q, why);
}

/* A text with a stroke or a point may begin a case number or a registration number, or be a name
 * after all. */
static bool settle_number(struct store *s, const char *search, struct arena *a,
                          struct list_search *k, struct fault *why)
{
	bool number, reg = false;
	k->low = search;
	k->high = arena_print(a, "%s" LAST_TEXT, search);
	if (!any_in(s, SQL_list_number_any, k, &number, why) ||
	    (!number && !any_in(s, SQL_list_reg_any, k, &reg, why)))
		return false;
	if (number || reg)
		k->way = number ? BY_NUMBER : BY_REG;
	else
		split_words(search, a, k);
	return true;
}

/* From the digits to the next text that does not begin with them: '0' follows '/', ':' follows '9'.
 */
static void settle_digits(const char *digits, bool of_case, struct arena *a, struct list_search *k)
{
	k->way = of_case ? BY_NUMBER : BY_DIGITS;
	k->low = of_case ? arena_print(a, "%s/", digits) : digits;
	k->high = arena_print(a, of_case ? "%s0" : "%s:", digits);
}

static bool settle_search(struct store *s, const char *search, struct arena *a,
                          struct list_search *k, struct fault *why)
{
	search = text_clean(a, search, strlen(search), false);
	size_t digits = strspn(search, "0123456789");
	if (digits > 0 && search[digits] == '\0' &&
	    (digits <= CASE_DIGITS || digits > WORD_DIGITS)) {
		settle_digits(search, digits <= CASE_DIGITS, a, k);
		return true;
	}
	if (strchr(search, ' ') == NULL && strpbrk(search, "/.") != NULL)
		return settle_number(s, search, a, k, why);
	split_words(search, a, k);
	return true;
}

/* ---- by which way, and from where ---- */

/* How many stand at the step and are of the type, and how many there are. */
struct tally {
	int64_t all, stage, type;
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

static void settle_order(struct list_search *k, const struct list_query *q)
{
	bool numbered = k->way == BY_REG || k->way == BY_NUMBER;
	k->by_name = q->order == LIST_NAME && k->word_count == 0 &&
	             (k->way == BY_AGE || k->way == BY_STAGE || k->way == BY_TYPE);
	k->down = !numbered && !k->by_name && q->order != LIST_OLDEST;
	if (q->backward)
		k->down = !k->down;
}

/* The page begins after the row whose key it is, or at the end it comes from. */
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
		{ ":type", k->type }, { ":match", k->match }, { ":low", k->low },
		{ ":high", k->high }, { ":after", k->after }, { ":title_key", k->title_key }
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

static void take_row(struct query *q, const struct sop *sop, struct arena *a, struct list_row *row)
{
	row->filing = take_id(q);
	row->key = arena_text(a, row->filing.text);
	row->reg = take_text(q, a);
	row->number = take_text(q, a);
	row->title = take_text(q, a);
	row->type = take_text(q, a);
	row->stage = take_int(q);
	row->state = step_state_of(take_text(q, a));
	row->since = take_instant(q);
	bool at_work = row->stage >= 1 && (size_t)row->stage <= sop->step_count;
	row->late = at_work &&
	            clock_now() - row->since > (int64_t)sop->steps[row->stage - 1].norm * MINUTE;
}

static void turn_round(struct list_page *page)
{
	for (size_t i = 0, j = page->count; i + 1 < j; i++) {
		struct list_row row = page->items[i];
		page->items[i] = page->items[--j];
		page->items[j] = row;
	}
}

static bool read_page(struct store *s, const struct sop *sop, const struct list_search *k,
                      struct arena *a, struct list_page *out, struct fault *why)
{
	struct query q = query_of(s, k->by_name ? statements[k->way].name[k->down]
	                                        : statements[k->way].age[k->down]);
	bind_asked(&q, k);
	while (query_next(&q)) {
		out->more = out->count == (size_t)k->limit - 1;
		if (out->more)
			break;
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		take_row(&q, sop, a, &out->items[out->count++]);
	}
	return query_end(&q, why);
}

static bool settle(struct store *s, const struct rulebook *b, const struct list_query *q,
                   struct arena *a, struct list_search *k, struct fault *why)
{
	*k = (struct list_search){ .way = BY_AGE,
		                   .type = q->type == NULL ? "" : q->type,
		                   .match = "",
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
	good = good && settle_way(s, &tally, &k, why);
	if (good) {
		settle_order(&k, q);
		good = settle_start(s, q->after, a, &k, why) &&
		       read_page(s, &b->sop, &k, a, out, why);
	}
	out->total = tally.all;
	if (q->backward)
		turn_round(out);
	return read_leave(s, own, good, why);
}
