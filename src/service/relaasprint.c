/* The relaas of one combination of its grammar, as it would be printed. */
#include <string.h>

#include "loket/court.h"
#include "loket/text.h"

#include "private.h"

enum { PAPER_MEMORY = 64 * 1024 * 1024 };

bool service_print_specimen(const struct login *s, const struct relaas_specimen *of,
                            struct printed *out, struct fault *why)
{
	struct arena a = arena_start(PAPER_MEMORY);
	const struct printing how = { .now = clock_now(), .which = 1, .bailiff = "NAMA JURUSITA" };
	const char *name = relaas_case_name(&of->of, &a);
	char *dashed = arena_text(&a, name);
	for (char *at = dashed; (at = strchr(at, ' ')) != NULL;)
		*at = '-';
	bool good = page_put(s, "relaas", paper_relaas(s->app->book, of->filing, &how, &a),
	                     arena_print(&a, "relaas-contoh-%s.pdf", dashed), out, why);
	arena_drop(&a);
	return good;
}
