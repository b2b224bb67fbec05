/* loket-sippd: the contract with SIPP, served over SIPP's own tables. See loket-sippd(8). */
#include <string.h>

#include "loket/list.h"
#include "loket/sippd.h"
#include "loket/sys.h"

static const char usage[] = "usage: loket-sippd [--config FILE] [--log FILE]\n"
                            "       loket-sippd check  [--config FILE]\n"
                            "       loket-sippd trial  [--config FILE]\n"
                            "       loket-sippd grants [--config FILE] [--from HOST]\n"
                            "       loket-sippd --help | --version\n";

static const struct sippd_command {
	const char *name;
	bool (*run)(const struct sippd_options *, void (*)(const char *), struct fault *);
} commands[] = { { "check", sippd_check }, { "trial", sippd_trial }, { "grants", sippd_grants } };

#define CONFIG "/etc/loket/sippd.xml"

static int say(const struct fault *why)
{
	char sentence[1024];
	fault_say(why, sentence, sizeof sentence);
	err_text("loket-sippd: ");
	err_text(sentence);
	err_text("\n");
	return (int)why->kind;
}

static void line_say(const char *line)
{
	out_text(line);
	out_text("\n");
}

/* The starting process may wait for this line. */
static void ready(const char *at)
{
	out_text("loket-sippd: ");
	line_say(at);
	service_ready();
}

/* The words after the command; false: one that is not known, or without its value. */
static bool options_read(int argc, char **argv, struct sippd_options *o)
{
	for (int i = 0; i < argc; i += 2) {
		const char **at = strcmp(argv[i], "--config") == 0 ? &o->config
		                  : strcmp(argv[i], "--log") == 0  ? &o->log
		                  : strcmp(argv[i], "--from") == 0 ? &o->from
		                                                   : NULL;
		if (!at || i + 1 == argc)
			return false;
		*at = argv[i + 1];
	}
	return true;
}

int main(int argc, char **argv)
{
	struct sippd_options o = { .config = CONFIG };
	struct fault why;
	bool word = argc > 1 && argv[1][0] != '-';
	if (argc == 2 && strcmp(argv[1], "--version") == 0)
		return out_text("loket-sippd " LOKET_VERSION "\n"), 0;
	if (argc == 2 && strcmp(argv[1], "--help") == 0)
		return out_text(usage), 0;
	if (!options_read(argc - 1 - word, argv + 1 + word, &o))
		return err_text(usage), FAULT_MISUSE;
	secrets_guard();
	language_open();
	log_open("loket-sippd", o.log);
	if (!word)
		return sippd_serve(&o, ready, &why) ? 0 : say(&why);
	for (size_t i = 0; i < COUNT_OF(commands); i++) {
		if (strcmp(argv[1], commands[i].name) == 0)
			return commands[i].run(&o, line_say, &why) ? 0 : say(&why);
	}
	return err_text(usage), FAULT_MISUSE;
}
