/* What stands on the command line. */
#include <getopt.h>
#include <limits.h>

#include "loket/list.h"

#include "private.h"

static const struct option options[] = {
	{ "home", 1, NULL, 'h' },       { "notify", 1, NULL, 'n' },  { "force", 0, NULL, 'f' },
	{ "asymmetric", 0, NULL, 'a' }, { "bank-port", 1, NULL, 0 }, { "sipp-port", 1, NULL, 1 },
	{ "pay-after", 1, NULL, 2 },    { "amount", 1, NULL, 3 },    { "times", 1, NULL, 4 },
	{ "seconds", 1, NULL, 5 },      { "filings", 1, NULL, 6 },   { "seed", 1, NULL, 7 },
	{ NULL, 0, NULL, 0 },
};

bool sim_options_read(int argc, char **argv, struct sim_options *o)
{
	*o = (struct sim_options){
		.pay_after = -1, .times = 1, .seconds = 30, .filings = 100, .seed = 1
	};
	long long *const numbers[] = { &o->bank_port, &o->sipp_port, &o->pay_after, &o->amount,
		                       &o->times,     &o->seconds,   &o->filings,   &o->seed };
	for (int c; (c = getopt_long(argc, argv, "", options, NULL)) != -1;) {
		if (c == 'h')
			o->home = optarg;
		else if (c == 'n')
			o->notify = optarg;
		else if (c == 'f')
			o->force = true;
		else if (c == 'a')
			o->asymmetric = true;
		else if (c == '?' || !text_number(optarg, 0, LLONG_MAX, numbers[c]))
			return false;
	}
	for (size_t i = 0; optind < argc && i < COUNT_OF(o->words); i++)
		o->words[i] = argv[optind++];
	return optind == argc;
}
