/* How far a long work of a command is, said on a terminal once it has lasted a second. */
#include "private.h"

enum { SILENT_FOR = 1000, EACH = 200 /* milliseconds */, NUMBERS = 4 };

static struct {
	int64_t began, shown;
	size_t done, all;
	/* lint: L7 a command shows one work at a time, told from any depth */
} work;

static bool is_due(size_t done, size_t all, int64_t now)
{
	if (done < work.done || all != work.all)
		work.began = work.shown = now; /* another work */
	work.done = done;
	work.all = all;
	return done > 0 && now - work.began >= SILENT_FOR && now - work.shown >= EACH;
}

void progress_show(size_t done, size_t all)
{
	const int64_t now = clock_steady();
	if (!is_due(done, all, now))
		return;
	char text[200], digits[NUMBERS][24];
	const char *words[NUMBERS];
	const size_t spent = (size_t)(now - work.began), rate = done * 1000 / spent;
	const size_t left = all > done ? spent * (all - done) / done / 1000 : 0;
	const size_t numbers[NUMBERS] = { done, all, rate, left };
	for (size_t i = 0; i < NUMBERS; i++) {
		money_digits((rupiah)numbers[i], digits[i], sizeof digits[i]);
		words[i] = digits[i];
	}
	message_fill(_("%1 dari %2 · %3 tiap detik · sisa %4 detik"), words, NUMBERS, text,
	             sizeof text);
	err_status(text);
	work.shown = now;
}

void waiting_show(const struct lock_holder *holder)
{
	char text[300], seconds[24] = "";
	struct arena a = arena_start(64 * KIB);
	const int64_t since = (clock_now() - holder->since) / 1000;
	money_digits((rupiah)since, seconds, sizeof seconds);
	const char *const words[] = { holder_words(holder, &a), seconds };
	message_fill(
	    holder->since > 0
	        ? _("menunggu %1, yang menulis sejak %2 detik lalu; Ctrl-C berhenti menunggu")
	        : _("menunggu %1, yang memegang kunci basis data; Ctrl-C berhenti menunggu"),
	    words, 2, text, sizeof text);
	err_status(text);
	arena_drop(&a);
}
