/* The filings that a change of calendar, tariff, rule or SIPP's word may touch: those with a
 * hearing to come, and those without a case number that are older than the rules in force. */
#include <string.h>

#include "loket/config.h"
#include "loket/court.h"
#include "loket/store/data.h"
#include "loket/store/filing.h"
#include "loket/store/lists.h"
#include "loket/text.h"

#include "private.h"

enum { FEES_MOST = 1024 * 1024, FILING_MOST = 64 * 1024 * 1024 };

/* Filings from before then were judged by other rules, or by tariffs that ended. A desk looks twice
 * a second whether the files changed. */
static bool read_before(const struct app *p, const struct rulebook *b, day today, instant *before,
                        struct fault *why)
{
	struct data_stamp read;
	const day fees = fees_changed(&b->fees, today);
	const instant of_fees = fees == DAY_NONE ? 0 : instant_at(fees, 0, &b->court.zone);
	if (!data_stamp_read(p->store, &read, why))
		return false;
	*before = b != p->book ? clock_now() : read.since + MINUTE_MS;
	*before = *before < of_fees ? of_fees : *before;
	return true;
}

bool service_consequences(const struct login *s, const struct rulebook *b, struct arena *a,
                          struct consequences *out, struct fault *why)
{
	struct store *store = s->app->store;
	day today = instant_day(clock_now(), &b->court.zone);
	instant before;
	struct id_list found = { 0 };
	*out = (struct consequences){ .a = a };
	if (!may_or_refuse(s, "lihat.perkara", why) ||
	    !read_before(s->app, b, today, &before, why) ||
	    !touched_read(store, b, today, before, a, &found, why))
		return false;
	bool good = true;
	for (size_t i = 0; good && i < found.count; i++) {
		struct filing f;
		struct arena one = arena_start(FILING_MOST);
		good = filing_read(store, b, &found.items[i], &one, &f, why);
		if (good)
			consequences_of(b, &f, today, &one, out);
		arena_drop(&one);
	}
	return good;
}

/* Which data file it is meant for: by its name; a new table of fees goes to data/fees. */
static const char *place_of(const struct home *h, const char *path, struct arena *a)
{
	struct bytes file;
	struct fault none;
	struct config_names names;
	const char *slash = strrchr(path, '/');
	const char *own = slash == NULL ? path : slash + 1;
	config_names(h, a, &names);
	for (size_t i = 0; i < names.count; i++) {
		const char *at = strrchr(names.items[i], '/');
		if (at != NULL && text_same(at + 1, own))
			return names.items[i];
	}
	bool fees = file_read(path, FEES_MOST, a, &file, &none) &&
	            strstr((const char *)file.data, "<fees") != NULL;
	return fees ? arena_print(a, "data/fees/%s", own) : NULL;
}

bool service_try(const struct login *s, const char *path, struct arena *a, struct consequences *out,
                 struct fault *why)
{
	struct home home = s->app->home;
	struct rulebook *book;
	if (!may_or_refuse(s, "lihat.data", why))
		return false;
	if (!file_exists(path))
		return fault_set(why, FAULT_MISUSE, N_("Berkas %1 tidak ada"), path);
	home.trial = place_of(&home, path, a);
	home.trial_file = path;
	if (home.trial == NULL)
		return fault_set(why, FAULT_MISUSE,
		                 N_("Tidak ada berkas data bernama %1; lihat loket data list"),
		                 path);
	return config_load(&home, a, &book, why) && service_consequences(s, book, a, out, why);
}
