/* A data home in a folder of its own, a small book of rules, and decisions made by hand. */
#ifndef LOKET_TESTS_STORE_HOME_H
#define LOKET_TESTS_STORE_HOME_H

#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/store/filing.h"
#include "loket/text.h"

#include "scratch.h"
#include "unit.h"

struct house {
	struct home home;
	struct store *s;
	struct arena a;
	struct fault why;
	int commands; /* made so far */
};

static const struct sop_step house_steps[] = {
	{ .key = "akun", .name = "Akun", .norm = 15 },
	{ .key = "pendaftar", .name = "Nama pendaftar", .norm = 20 },
	{ .key = "pihak", .name = "Data pihak", .norm = 15 },
	{ .key = "gugatan", .name = "Gugatan", .norm = 10 },
	{ .key = "skum", .name = "e-SKUM", .norm = 10 },
	{ .key = "bayar", .name = "Pembayaran", .norm = 10 },
	{ .key = "verifikasi", .name = "Verifikasi", .norm = 10 },
	{ .key = "nomor", .name = "Nomor perkara", .norm = 5 },
	{ .key = "panggilan", .name = "Panggilan pertama", .norm = 10 },
};
static const struct case_type house_types[] = {
	{ .id = "347", .name = "Cerai Gugat", .alur = "15" },
	{ .id = "346", .name = "Cerai Talak", .alur = "15" },
};
static const struct rulebook house_book = {
	.sop = { .steps = house_steps, .step_count = COUNT_OF(house_steps) },
	.court = { .zone = { "WIB", 420 } },
	.types = house_types,
	.type_count = COUNT_OF(house_types),
};

static const instant house_morning = INT64_C(1795564800000); /* 2026-11-25T08.00 WIB */

static inline void house_say(const struct house *h)
{
	char text[400];
	fault_say(&h->why, text, sizeof text);
	print_message("# %s\n", text);
}
/* For what must go well: the fault is shown when it does not. */
#define well(h, condition)                                                                         \
	do {                                                                                       \
		if (!(condition)) {                                                                \
			house_say(h);                                                              \
			fail_msg("%s", #condition);                                                \
		}                                                                                  \
	} while (0)
#define says(h, part) assert_non_null(strstr((h)->why.text, (part)))

static inline int house_open(void **state)
{
	static struct house h;
	void *scratch;
	if (scratch_make(&scratch) != 0)
		return -1;
	h = (struct house){ .a = arena_start(64 * MIB) };
	snprintf(h.home.path, sizeof h.home.path, "%s", ((struct scratch *)scratch)->path);
	*state = &h;
	if (store_open(&h.home, true, &h.s, &h.why))
		return 0;
	house_say(&h);
	return -1;
}

static inline int house_close(void **state)
{
	struct house *h = *state;
	struct scratch s;
	void *scratch = &s;
	snprintf(s.path, sizeof s.path, "%.63s", h->home.path);
	store_close(&h->s);
	arena_drop(&h->a);
	return scratch_drop(&scratch);
}

static inline bool house_same(struct house *h, const struct values *a, const struct values *b)
{
	struct text one = text_start(&h->a), other = text_start(&h->a);
	values_json(a, NULL, &one);
	values_json(b, NULL, &other);
	return text_same(one.s, other.s);
}

/* Ids that tell their order: the n-th of a kind. */
static inline struct id house_id(int n)
{
	uint8_t rest[10] = { (uint8_t)(n >> 24), (uint8_t)(n >> 16), (uint8_t)(n >> 8),
		             (uint8_t)n };
	return id_make(house_morning + n, rest);
}

static inline struct command house_command(struct house *h, const struct id *filing)
{
	return (struct command){ .id = house_id(1000000 + h->commands++),
		                 .at = house_morning,
		                 .who = "sari",
		                 .filing = *filing,
		                 .seen = -1,
		                 .act = &act_fill_account };
}

static inline struct decision house_decision(struct house *h)
{
	return (struct decision){ .a = &h->a, .event = "Akun diisi" };
}

/* Reads, applies, commits; false with h->why when refused, and then nothing is left of it. */
static inline bool house_apply(struct house *h, const struct command *c, const struct decision *d,
                               struct command_result *out)
{
	struct filing before;
	if (!store_begin(h->s, &h->why))
		return false;
	if (filing_read(h->s, &house_book, &c->filing, &h->a, &before, &h->why) &&
	    decision_apply(h->s, &before, c, d, out, &h->why))
		return store_commit(h->s, &h->why);
	store_rollback(h->s);
	return false;
}

static inline void add_open(struct decision *d, const char *reg)
{
	struct change *c = decision_change(d, CHANGE_OPEN);
	c->to.open.reg = reg;
	c->to.open.counts_from = 20782; /* 2026-11-25 */
}

static inline void add_title(struct decision *d, const char *title, const char *type)
{
	struct change *c = decision_change(d, CHANGE_TITLE);
	c->to.title.title = title;
	c->to.title.type = type;
	c->to.title.alur = "15";
}

static inline void add_step(struct decision *d, const char *key, enum step_state state,
                            instant opened)
{
	struct change *c = decision_change(d, CHANGE_STEP);
	c->to.step = (struct step_record){ .key = key,
		                           .state = state,
		                           .opened = opened,
		                           .done = state == STEP_DONE ? opened + 60000
		                                                      : INSTANT_NONE,
		                           .spent = state == STEP_DONE ? 60000 : 0,
		                           .round = 1,
		                           .waits_for = "" };
}

static inline void add_va(struct decision *d, const char *trx, int round, enum va_state state)
{
	struct change *c = decision_change(d, CHANGE_VA);
	c->to.va = (struct va){ .round = round,
		                .trx = trx,
		                .customer_no = trx,
		                .number = "",
		                .bank = "bsi",
		                .amount = 855000,
		                .expires = house_morning + 86400000,
		                .agreed = INSTANT_NONE,
		                .state = state,
		                .note = "" };
}

/* A filing that is there: number `n`, called `title`, at step `step`. */
static inline struct id house_filing(struct house *h, int n, const char *title, const char *type,
                                     const char *step)
{
	struct id id = house_id(n);
	struct command c = house_command(h, &id);
	struct decision d = house_decision(h);
	struct command_result out;
	add_open(&d, arena_print(&h->a, "PA.Cth-%08d-%05d", 25112026, n));
	add_title(&d, title, type);
	for (size_t i = 0; i < COUNT_OF(house_steps); i++) {
		bool here = text_same(house_steps[i].key, step);
		add_step(&d, house_steps[i].key, here ? STEP_OPEN : STEP_DONE, house_morning + n);
		if (here)
			break;
	}
	well(h, house_apply(h, &c, &d, &out));
	return id;
}

#endif
