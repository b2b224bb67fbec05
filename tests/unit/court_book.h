/* A small book of rules for tests of the court: written in C, so that a test shows all it rests on.
 */
#ifndef LOKET_TESTS_COURT_BOOK_H
#define LOKET_TESTS_COURT_BOOK_H

#include "loket/court.h"
#include "loket/text.h"

#include "unit.h"

static inline day on(const char *iso)
{
	day d;
	assert_true(day_iso_parse(iso, &d));
	return d;
}

static inline instant at(const char *rfc3339)
{
	instant t;
	assert_true(instant_parse(rfc3339, &t));
	return t;
}

struct book_party {
	const char *side, *channel, *village; /* channel "": as the rule says */
};

/* A filled form of the parties: names are their numbers. */
static inline struct values pihak_of(const char *type, const struct book_party *parties,
                                     size_t count, struct arena *a)
{
	struct values v = { 0 };
	values_set(&v, a, "", 0, "perkara_jenis", type);
	values_set(&v, a, "", 0, "alur", "15");
	for (size_t i = 0; i < count; i++) {
		int row = (int)i + 1;
		values_set(&v, a, "pihak", row, "kedudukan", parties[i].side);
		values_set(&v, a, "pihak", row, "nama", arena_print(a, "Pihak %d", row));
		if (text_same(parties[i].side, "p1"))
			values_set(&v, a, "pihak", row, "email", "siti@example.id");
		values_set(&v, a, "pihak", row, "kanal", parties[i].channel);
		values_set(&v, a, "pihak", row, "desa", parties[i].village);
	}
	return v;
}

#endif
