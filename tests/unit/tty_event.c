/* Bytes of many terminals, and the events they mean. */
/* clang-format off */
#include <setjmp.h> /* cmocka wants these before it */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"

#include "../../src/tty/private.h"

static void say(const struct event *e, char *out, size_t capacity)
{
	switch (e->kind) {
	case EV_KEY:
		snprintf(out, capacity, "<%d>", (int)e->key);
		break;
	case EV_TEXT:
		snprintf(out, capacity, "%s", e->text);
		break;
	case EV_PASTE:
		snprintf(out, capacity, "{%s}", e->text);
		break;
	case EV_MOUSE:
		snprintf(out, capacity, "(%d %d,%d)", (int)e->button, e->row, e->col);
		break;
	case EV_SIZE:
	case EV_TICK:
	case EV_NEWS:
	case EV_END:
		fail_msg("kind %d", (int)e->kind);
	}
}

/* Decodes `bytes`, given `step` at a time, and says every event. */
static void decode(const char *bytes, size_t step, const struct key_bytes *own, char *out,
                   size_t capacity)
{
	static struct decoder d;
	struct event e;
	size_t n = strlen(bytes);
	d = (struct decoder){ .own = own, .own_count = own == NULL ? 0 : 1 };
	out[0] = '\0';
	for (size_t at = 0; at < n; at += step) {
		size_t some = n - at < step ? n - at : step;
		memcpy(d.in + d.count, bytes + at, some);
		d.count += some;
		while (decoder_next(&d, at + some == n, &e))
			say(&e, out + strlen(out), capacity - strlen(out));
	}
	assert_int_equal(d.count, 0);
}

static const struct {
	const char *bytes;
	const enum key keys[4]; /* as said, in order; then `rest` */
	const char *rest;
} cases[] = {
	{ "\r", { K_ENTER }, "" },
	{ "\n", { K_ENTER }, "" },
	{ "\t", { K_TAB }, "" },
	{ "\x7f\b", { K_BACKSPACE, K_BACKSPACE }, "" },
	{ "\x01\x1a\x1f", { K_CTRL_A, K_CTRL_Z, K_CTRL_UNDERSCORE }, "" },
	{ "\x1b", { K_ESC }, "" },
	{ "\x1b\x1b", { K_ESC, K_ESC }, "" },
	{ "\x1b"
	  "a\x1b"
	  "f",
	  { K_ALT_A, K_ALT_A + 5 },
	  "" },
	{ "\x1b;\x1bX\x1b\xC3\xA9x", { K_NONE }, "x" },
	{ "\x1b\t\x1b\r", { K_ESC, K_TAB, K_ESC, K_ENTER }, "" },
	{ "\x1b[", { K_ESC }, "[" },
	{ "\x1bO", { K_ESC }, "O" },
	{ "\x1b"
	  "1\x1b"
	  "9\x1b"
	  "0",
	  { K_F1, K_F9, K_F10 },
	  "" },
	{ "\x1b[A\x1bOB\x1b[1;5C\x1bOD", { K_UP, K_DOWN, K_RIGHT, K_LEFT }, "" },
	{ "\x1b[H\x1b[1~\x1b[7~\x1bOH", { K_HOME, K_HOME, K_HOME, K_HOME }, "" },
	{ "\x1b[F\x1b[4~\x1b[8~\x1bOF", { K_END, K_END, K_END, K_END }, "" },
	{ "\x1b[2~\x1b[3~\x1b[5~\x1b[6;2~", { K_INS, K_DEL, K_PGUP, K_PGDN }, "" },
	{ "\x1b[Z\x1bOM\x1bOu", { K_BACKTAB, K_ENTER }, "5" },
	{ "\x1b[[A\x1b[[E\x1b[17~\x1b[21~", { K_F1, K_F5, K_F6, K_F10 }, "" },
	{ "\x1bOP\x1b[11~\x1b[1;2P\x1bOS", { K_F1, K_F1, K_F1, K_F4 }, "" },
	{ "\x1b[99~\x1b[I\x1b[?1;2cx", { K_NONE }, "x" },
	{ "\x1b[12\x1b[A", { K_UP }, "" },
	{ "\x1b[<0;5;6M\x1b[<0;5;6m\x1b[<65;1;1M", { K_NONE }, "(0 5,4)(4 0,0)" },
	{ "\x1b[<35;5;6M\x1b[<2;300;80M", { K_NONE }, "(2 79,299)" },
	{ "\x1b[M !!\x1b[M`!!\x1b[M#!!", { K_NONE }, "(0 0,0)(3 0,0)" },
	{ "Nur\xE2\x80\x99 \u0645\u064F\u4E2D", { K_NONE }, "Nur’ مُ中" },
	{ "a\xC3"
	  "b\xFF\xED\xA0\x80\xC2\x85"
	  "c",
	  { K_NONE },
	  "abc" },
	{ "\x1b[200~satu\rdua\r\ntiga\n\tx\x01\x1b[A\x1b[201~y",
	  { K_NONE },
	  "{satu\ndua\ntiga\n x[A}y" },
	{ "\x1b[200~\x1b[201~", { K_NONE }, "{}" },
	{ "\x1b[200~\xC3\xC2\x9B"
	  "e\xCC\x81\x1b[201",
	  { K_NONE },
	  "{e\xCC\x81[201}" },
};

static void bytes_mean_events(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		char want[256] = "", got[256];
		for (size_t k = 0; k < 4 && cases[i].keys[k] != K_NONE; k++)
			snprintf(want + strlen(want), sizeof want - strlen(want), "<%d>",
			         (int)cases[i].keys[k]);
		snprintf(want + strlen(want), sizeof want - strlen(want), "%s", cases[i].rest);
		for (size_t step = 1; step <= 7; step += 2) {
			decode(cases[i].bytes, step, NULL, got, sizeof got);
			assert_string_equal(got, want);
		}
	}
}

static void the_terminals_own_keys_come_first(void **state)
{
	(void)state;
	static const struct key_bytes own = { "[A1x", K_F7 };
	char got[64], want[64];
	decode("\x1b[A1x", 1, &own, got, sizeof got);
	snprintf(want, sizeof want, "<%d>", (int)K_F7);
	assert_string_equal(got, want);
	decode("\x1b[A1", 2, &own, got, sizeof got);
	snprintf(want, sizeof want, "<%d>1", (int)K_UP);
	assert_string_equal(got, want);
}

static void a_paste_is_bounded(void **state)
{
	(void)state;
	static struct decoder d;
	struct event e;
	memcpy(d.in, "\x1b[200~", 6);
	d.count = 6;
	for (size_t sent = 0; sent < 2 * PASTE_MOST; sent += 1000) {
		memset(d.in + d.count, 'x', 1000);
		d.count += 1000;
		assert_false(decoder_next(&d, false, &e));
		assert_true(d.count < 1000);
	}
	memcpy(d.in + d.count, "\x1b[201~", 6);
	d.count += 6;
	assert_true(decoder_next(&d, false, &e));
	assert_int_equal(e.kind, EV_PASTE);
	assert_int_equal(e.length, PASTE_MOST);
	assert_true(e.cut);
	assert_int_equal(d.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bytes_mean_events),
		cmocka_unit_test(the_terminals_own_keys_come_first),
		cmocka_unit_test(a_paste_is_bounded),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
