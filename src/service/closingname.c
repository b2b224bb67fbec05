/* A berita acara of the court's books by its name, and how its time is called. */
#include <string.h>

#include "loket/store/money.h"
#include "loket/text.h"

#include "private.h"

const char *closing_name(const struct closing *c, struct arena *a)
{
	return arena_print(a, "%d/%d", c->serial, c->year);
}

const char *closing_period(const struct closing *c, struct arena *a)
{
	char words[64];
	day_words(c->last, words, sizeof words);
	if (!text_is_empty(c->opens))
		return message_text(a, _("saldo awal %1"), c->opens);
	if (c->surprise)
		return arena_print(a, "%s, %s", words, _("mendadak"));
	return arena_text(a, c->month ? words + strcspn(words, " ") + 1 : words);
}

rupiah closing_difference(const struct closing *c)
{
	return c->bank < 0 ? 0 : c->bank + c->cash - c->book;
}

bool closing_named(const struct login *s, const char *name, struct arena *a, struct closing *out,
                   struct fault *why)
{
	bool found = false;
	long long serial, year;
	size_t n = strcspn(name, "/");
	bool reads = name[n] == '/' && text_number(arena_copy(a, name, n), 1, INT32_MAX, &serial) &&
	             text_number(name + n + 1, 1, INT32_MAX, &year);
	if (reads && !closing_find(s->app->store, (int)year, (int)serial, a, out, &found, why))
		return false;
	return found || fault_set(why, FAULT_REFUSED,
	                          N_("Tidak ada berita acara penutupan %1; lihat loket journal "
	                             "closings"),
	                          name);
}
