/* What the court's data files say, and what is wrong with them. */
#include "loket/config.h"
#include "loket/list.h"
#include "loket/store/places.h"
#include "loket/text.h"

#include "private.h"

/* A village of the court's own area that no file of places has is no mistake: regions change. */
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
		out->warnings = list_grow(a, out->warnings, out->warning_count,
		                          &out->warning_capacity, sizeof *out->warnings);
		out->warnings[out->warning_count++] = arena_text(a, text);
	}
	return true;
}

bool place_survey(struct app *p, struct arena *a, struct data_survey *out, struct fault *why)
{
	config_survey(&p->home, a, out);
	return warn_of_places(p, a, out, why) &&
	       (out->book == NULL || papers_survey(p, a, out, why));
}

bool service_settings(const struct login *s, struct arena *a, struct data_survey *out,
                      struct fault *why)
{
	return may_or_refuse(s, "lihat.data", why) && place_survey(s->app, a, out, why);
}
