/* loketd: the worker. Sends what is queued for bank and SIPP, hears the bank's notices (loketd(8)).
 */
#include <string.h>

#include "loket/courier.h"
#include "loket/sys.h"

static const char usage[] = "usage: loketd [--log FILE]\n"
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

/* Whoever started us may wait for this line. */
static void ready(void)
{
	out_text("loketd: siap\n");
}

static int run(const char *log)
{
	struct place place;
	struct fault why;
	log_open("loketd", log);
	if (!place_open(&place, &why))
		return say(&why);
	bool done = courier_run(&place, ready, &why);
	place_close(&place);
	return done ? 0 : say(&why);
}

int main(int argc, char **argv)
{
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
