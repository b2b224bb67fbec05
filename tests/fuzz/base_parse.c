/* Any text: what reads as a date, an instant or an amount is shown and reads as the same again. */
#include <string.h>

#include "loket/arena.h"
#include "loket/date.h"
#include "loket/id.h"
#include "loket/money.h"

#include "fuzz.h"

static void try_day(const char *s)
{
	day today, d, again;
	char shown[64];
	must(day_from_ymd((struct ymd){ 2026, 11, 25 }, &today));
	const struct day_near near = { .today = today };
	if (!day_typed_parse(s, &near, &d))
		return;
	struct ymd date = day_ymd(d);
	must(date.year >= YEAR_FIRST && date.year <= YEAR_LAST);
	day_show(d, shown, sizeof shown);
	must(day_typed_parse(shown, &near, &again) && again == d);
	day_iso(d, shown, sizeof shown);
	must(day_typed_parse(shown, &near, &again) && again == d);
	must(day_iso_parse(shown, &again) && again == d);
	struct ymd hijri = day_hijri(d);
	must(hijri.day >= 1 && hijri.day <= 30 && hijri.month >= 1 && hijri.month <= 12);
}

static void try_instant(const char *s)
{
	instant t, again;
	char shown[64];
	if (!instant_parse(s, &t))
		return;
	instant_utc(t, shown, sizeof shown);
	/* an offset may carry the first or last day out of the years that are read */
	if (strncmp(shown, "1899", 4) != 0 && strncmp(shown, "2201", 4) != 0)
		must(instant_parse(shown, &again) && again == t);
}

static void try_money(const char *s)
{
	rupiah amount, again;
	char shown[32];
	if (!money_typed_parse(s, &amount))
		return;
	must(amount >= 0);
	money_show(amount, shown, sizeof shown);
	must(money_typed_parse(shown, &again) && again == amount);
	must(!money_plain_parse(s, &again) || again == amount);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size > 4 * KIB)
		return 0;
	struct arena a = arena_start(MIB);
	char *s = arena_copy(&a, (const char *)data, size);
	try_day(s);
	try_instant(s);
	try_money(s);
	struct id id = id_from(s);
	must(id_none(&id) || strcmp(id.text, s) == 0);
	arena_drop(&a);
	return 0;
}
