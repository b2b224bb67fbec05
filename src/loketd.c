/* loketd: the worker. Sends the queued messages to bank and SIPP, receives the bank's notices
 * (loketd(8)). */
#include <string.h>

#include "loket/sys.h"
#include "loket/worker.h"

static const char usage[] = "usage: loketd [--log FILE]\n"
                            "       loketd --doctor bank [KEY] | sipp | mail\n"
                            "       loketd --help | --version\n";

static int say(const struct fault *why)
{
	char sentence[1024];
	fault_say(why, sentence, sizeof sentence);
	err_text("loketd: ");
	err_text(sentence);
	err_text("\n");
	return (int)why->kind;
}

/* The starting process may wait for this line, or the service manager for its word. */
static void ready(void)
{
	out_text("loketd: siap\n");
	service_ready();
}

/* The worker begins first after an update, so it brings the home up. */
static bool upgrade(struct fault *why)
{
	struct arena a = arena_start(MIB);
	const char *copy;
	bool good = app_upgrade(&a, &copy, why);
	if (good && copy[0])
		log_line("basis data diperbarui; sebelumnya disalin ke %s", copy);
	arena_drop(&a);
	return good;
}

static int run(const char *log)
{
	struct app app;
	struct fault why;
	log_open("loketd", log);
	if (!upgrade(&why) || !app_open(&app, &why))
		return say(&why);
	bool done = worker_run(&app, ready, &why);
	app_close(&app);
	return done ? 0 : say(&why);
}

/* A row a line, read by loket(1). */
static void row_say(const struct doctor_row *row)
{
	const char *const words[] = {
		doctor_state_name(row->state), "\t", row->what, "\t", row->said, "\n"
	};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		out_text(words[i]);
}

static int doctor_of(enum fault_kind (*check)(doctor_say *say))
{
	language_open();
	log_open("loketd", NULL);
	return (int)check(row_say);
}

static int doctor(const char *key)
{
	struct home home;
	struct fault why;
	language_open();
	log_open("loketd", NULL);
	return home_find(&home, &why) ? (int)worker_doctor(&home, key, row_say) : say(&why);
}

int main(int argc, char **argv)
{
	secrets_guard();
	if ((argc == 3 || argc == 4) && strcmp(argv[1], "--doctor") == 0 &&
	    strcmp(argv[2], "bank") == 0)
		return doctor(argv[3]);
	if (argc == 3 && strcmp(argv[1], "--doctor") == 0 && strcmp(argv[2], "sipp") == 0)
		return doctor_of(worker_doctor_sipp);
	if (argc == 3 && strcmp(argv[1], "--doctor") == 0 && strcmp(argv[2], "mail") == 0)
		return doctor_of(worker_doctor_mail);
	if (argc == 1)
		return run(NULL);
	if (argc == 3 && strcmp(argv[1], "--log") == 0)
		return run(argv[2]);
	if (argc == 2 && strcmp(argv[1], "--version") == 0)
		return out_text("loketd " LOKET_VERSION "\n"), 0;
	if (argc == 2 && strcmp(argv[1], "--help") == 0)
		return out_text(usage), 0;
	return err_text(usage), FAULT_MISUSE;
}
