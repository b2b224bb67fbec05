/* The court's data files: their settings, and their faults. */
#include "loket/config.h"
#include "loket/list.h"
#include "loket/store/places.h"
#include "loket/text.h"

#include "private.h"

static void warning_add(struct data_survey *out, const char *text, struct arena *a)
{
	out->warnings = list_grow(a, out->warnings, out->warning_count, &out->warning_capacity,
	                          sizeof *out->warnings);
	out->warnings[out->warning_count++] = arena_text(a, text);
}

/* A village of the court's own area that no file of places has is not a fault: regions change. */
static bool warn_of_places(const struct app *p, struct arena *a, struct data_survey *out,
                           struct fault *why)
{
	const struct rulebook *b = p->book;
	for (size_t i = 0; i < b->village_count; i++) {
		struct village found;
		bool known = !text_is_empty(b->villages[i].name);
		if (!known && !village_read(p->store, b->villages[i].code, a, &found, &known, why))
			return false;
		if (known)
			continue;
		char text[256];
		message_fill(
		    _("data/areas.xml: kode %1 tidak ada dalam daftar wilayah; beri namanya di "
		      "sana, atau perbarui dengan loket data update"),
		    &b->villages[i].code, 1, text, sizeof text);
		warning_add(out, text, a);
	}
	return true;
}

static void warn_of_court(const struct app *p, struct arena *a, struct data_survey *out)
{
	char text[600];
	struct fault why = { 0 };
	if (!app_has_court(p, &why)) {
		fault_say(&why, text, sizeof text);
		warning_add(out, text, a);
	}
}

bool place_survey(struct app *p, struct arena *a, struct data_survey *out, struct fault *why)
{
	config_survey(&p->home, a, out);
	warn_of_court(p, a, out);
	return warn_of_places(p, a, out, why) &&
	       (out->book == NULL || papers_survey(p, a, out, why));
}

bool service_settings(const struct login *s, struct arena *a, struct data_survey *out,
                      struct fault *why)
{
	return may_or_refuse(s, "lihat.data", why) && place_survey(s->app, a, out, why);
}
