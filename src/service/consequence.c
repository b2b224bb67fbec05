/* The filings that a change of calendar, tariff, rule or SIPP's word may touch: those with a
 * hearing to come, and those with an e-SKUM that is not paid. */
#include <string.h>

#include "loket/config.h"
#include "loket/court.h"
#include "loket/store/filing.h"
#include "loket/store/lists.h"
#include "loket/text.h"

#include "private.h"

enum { FEES_MOST = 1024 * 1024 };

bool service_consequences(const struct login *s, const struct rulebook *b, struct arena *a,
                          struct consequences *out, struct fault *why)
{
	struct store *store = s->app->store;
	day today = instant_day(clock_now(), &b->court.zone);
	struct id_list found = { 0 };
	*out = (struct consequences){ 0 };
	if (!may_or_refuse(s, "lihat.perkara", why) ||
	    !touched_read(store, b, today, a, &found, why))
		return false;
	for (size_t i = 0; i < found.count; i++) {
		struct filing f;
		if (!filing_read(store, b, &found.items[i], a, &f, why))
			return false;
		consequences_of(b, &f, today, a, out);
	}
	return true;
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
