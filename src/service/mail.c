/* Sending a summons by mail: its letter is printed first, so that each try sends the same bytes. */
#include "loket/court.h"
#include "loket/text.h"

#include "private.h"

static bool may_go(const struct login *s, const struct id *filing, int number, struct fault *why)
{
	struct filing f;
	struct arena a = arena_start(64 * MIB);
	bool good = service_filing(s, filing, &a, &f, why);
	for (size_t i = 0; good && i < f.summons_count; i++) {
		if (f.summons[i].number == number)
			good = summons_may_mail(s->app->book, &f, &f.summons[i], why);
	}
	arena_drop(&a);
	return good;
}

bool service_summons_send(const struct login *s, const struct id *filing, int number,
                          struct arena *a, struct answer *out, struct fault *why)
{
	struct printed printed;
	if (!may_or_refuse(s, act_mail_send.name, why) || !may_go(s, filing, number, why) ||
	    !service_print(s, filing, "panggilan-elektronik", number, &printed, why))
		return false;
	struct command c = service_command(s, filing, -1, &act_mail_send);
	values_set(&c.values, a, "", 0, "panggilan_ke", arena_print(a, "%d", number));
	values_set(&c.values, a, "", 0, "berkas", printed.path);
	return service_do(s, &c, a, out, why);
}
