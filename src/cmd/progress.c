/* How far a long command is, on a terminal: one line on the error output that is written over and
 * goes before anything else is said. */
#include <stdio.h>

#include "private.h"

enum { SILENT_FOR = 1000, EACH = 200 }; /* milliseconds */

struct progress progress_start(void)
{
	const int64_t now = clock_steady();
	return (struct progress){ .began = now, .shown = now, .seen = err_is_terminal() };
}

void progress_clear(struct progress *p)
{
	if (p->stands)
		err_text("\r\033[K");
	p->stands = false;
}

void progress_show(struct progress *p, size_t done, size_t all)
{
	char text[200], counts[4][24];
	const int64_t now = clock_steady(), spent = now - p->began;
	if (!p->seen || spent < SILENT_FOR || now - p->shown < EACH || done == 0)
		return;
	size_t rate = done * 1000 / (size_t)spent;
	size_t left = all > done ? (size_t)spent * (all - done) / done / 1000 : 0;
	const size_t numbers[] = { done, all, rate, left };
	const char *words[4];
	for (size_t i = 0; i < 4; i++) {
		money_digits((rupiah)numbers[i], counts[i], sizeof counts[i]);
		words[i] = counts[i];
	}
	message_fill(_("%1 dari %2 · %3 tiap detik · sisa %4 detik"), words, 4, text, sizeof text);
	err_text("\r");
	err_text(text);
	err_text("\033[K");
	p->shown = now;
	p->stands = true;
}
