/* loket-sim: a bank and a SIPP of a test town, on loopback. See loket-sim(1). */
#include <string.h>

#include "loket/list.h"
#include "loket/sim.h"
#include "loket/sys.h"

static const char usage[] =
    "usage: loket-sim keys  --home DIR\n"
    "       loket-sim serve --home DIR [--bank-port P] [--sipp-port P] [--notify URL] [--pay-after SECONDS] [--asymmetric]\n"
    "       loket-sim pay   --home DIR [--amount N] [--force] VA\n"
    "       loket-sim fail  --home DIR [--times N] [--seconds N] CALL KIND\n"
    "       loket-sim show  --home DIR bank|payments|sipp|relaas|faults\n"
    "       loket-sim town  --home DIR [--filings N] [--seed S]\n"
    "       loket-sim --help | --version\n";

static const struct sim_command {
	const char *name;
	bool (*run)(const struct sim_options *, struct fault *);
	int words; /* how many it must have */
} commands[] = {
	{ "keys", sim_keys, 0 }, { "serve", sim_serve, 0 }, { "pay", sim_pay, 1 },
	{ "fail", sim_fail, 2 }, { "show", sim_show, 1 },   { "town", sim_town, 0 },
};

static int run(const struct sim_command *c, const struct sim_options *o)
{
	struct fault why;
	char sentence[1024];
	if (c->run(o, &why))
		return 0;
	fault_say(&why, sentence, sizeof sentence);
	err_text("loket-sim: ");
	err_text(sentence);
	err_text("\n");
	return (int)why.kind;
}

int main(int argc, char **argv)
{
	struct sim_options o;
	if (argc == 2 && strcmp(argv[1], "--version") == 0)
		return out_text("loket-sim " LOKET_VERSION "\n"), 0;
	if (argc == 2 && strcmp(argv[1], "--help") == 0)
		return out_text(usage), 0;
	for (size_t i = 0; argc > 1 && i < COUNT_OF(commands); i++) {
		const struct sim_command *c = &commands[i];
		if (strcmp(argv[1], c->name) != 0 || !sim_options_read(argc - 1, argv + 1, &o))
			continue;
		if (o.home && (c->words == 0 || o.words[c->words - 1]) && !o.words[c->words])
			return run(c, &o);
	}
	return err_text(usage), FAULT_MISUSE;
}
