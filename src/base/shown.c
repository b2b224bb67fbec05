/* Values as text in an arena. */
#include "loket/shown.h"

enum { MOST = 64 }; /* bytes of each */

const char *shown_size(struct arena *a, int64_t bytes)
{
	static const int64_t kb = 1024;
	int64_t tenths = (bytes * 10 + kb * kb - 1) / (kb * kb);
	if (bytes < kb)
		return arena_print(a, "%lld byte", (long long)bytes);
	if (bytes < kb * kb)
		return arena_print(a, "%lld KB", (long long)((bytes + kb - 1) / kb));
	return tenths % 10 == 0 ? arena_print(a, "%lld MB", (long long)(tenths / 10))
	                        : arena_print(a, "%lld,%lld MB", (long long)(tenths / 10),
	                                      (long long)(tenths % 10));
}

const char *shown_rupiah(struct arena *a, rupiah n)
{
	char out[MOST];
	money_show(n, out, sizeof out);
	return arena_text(a, out);
}

const char *shown_digits(struct arena *a, rupiah n)
{
	char out[MOST];
	money_digits(n, out, sizeof out);
	return arena_text(a, out);
}

const char *shown_number(struct arena *a, long long n)
{
	return arena_print(a, "%lld", n);
}

const char *shown_day(struct arena *a, day d)
{
	char out[MOST];
	day_show(d, out, sizeof out);
	return arena_text(a, out);
}

const char *shown_instant(struct arena *a, instant t, const struct zone *z)
{
	char out[MOST];
	instant_show(t, z, out, sizeof out);
	return arena_text(a, out);
}

const char *shown_clock(struct arena *a, instant t, const struct zone *z)
{
	char out[MOST];
	instant_clock(t, z, out, sizeof out);
	return arena_text(a, out);
}
