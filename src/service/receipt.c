/* Kwitansi: the book of them, and those of a filing. */
#include "loket/cashier.h"
#include "loket/court.h"
#include "loket/store/money.h"
#include "loket/text.h"

#include "private.h"

const char *receipt_name(const struct receipt *r, struct arena *a)
{
	return arena_print(a, "%d/%d", r->serial, r->year);
}

bool service_receipts(const struct login *s, const struct id *filing, struct arena *a,
                      struct receipt_list *out, struct fault *why)
{
	return may_or_refuse(s, "lihat.uang", why) &&
	       receipts_of_filing(s->app->store, filing, a, out, why);
}

bool service_receipt_book(const struct login *s, const char *period, struct arena *a,
                          struct receipt_list *out, struct fault *why)
{
	struct period p;
	char month[16];
	day_iso(instant_day(clock_now(), &s->app->book->court.zone), month, sizeof month);
	month[sizeof "2026-11" - 1] = '\0';
	if (!period_parse(text_is_empty(period) ? month : period, &p))
		return fault_set(why, FAULT_MISUSE,
		                 N_("Masa: tulis 2026, 2026-11 atau 2026-11-25, bukan %1"), period);
	return may_or_refuse(s, "lihat.uang", why) &&
	       receipts_of_days(s->app->store, p.first, p.last, a, out, why);
}

bool receipt_meant(const struct login *s, const struct filing *f, bool back, struct printing *how,
                   struct arena *a)
{
	struct fault why;
	struct receipt_list all = { 0 };
	if (!receipts_of_filing(s->app->store, &f->id, a, &all, &why))
		return false;
	for (size_t i = all.count; i > 0; i--) {
		const struct receipt *r = &all.items[i - 1];
		if (r->back != back || (how->which != 0 && how->which != (int)i))
			continue;
		how->which = (int)i;
		how->receipt = r;
		return true;
	}
	return false;
}
