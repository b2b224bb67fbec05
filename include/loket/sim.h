/* A simulated bank (SNAP BI) and SIPP of a test town, on loopback: for demonstration, and as the
 * other side of the tests. It shares nothing with the rooms bank, sipp and net, so that one
 * misreading of a standard cannot pass on both sides. Its keys and state are in one folder. */
#ifndef LOKET_SIM_H
#define LOKET_SIM_H

#include <stdbool.h>
#include <stddef.h>

#include "loket/fault.h"

/* ---- options.c ---- */
struct sim_options {
	const char *home;    /* the simulator's folder */
	const char *notify;  /* base URL of the court; NULL: what DIR/court.url says */
	long long bank_port; /* 0: the port of last time, else any that is free */
	long long sipp_port;
	long long
	    pay_after;    /* seconds after which the town pays by itself; 0: not now, -1: never */
	long long amount; /* pay: rupiah; 0: what is billed */
	long long times, seconds; /* fail: how often, how long */
	long long filings, seed;  /* town: how many, and the seed */
	bool force;               /* pay: also what a bank would refuse */
	bool asymmetric;          /* notices: signed with the bank's key, without a token */
	const char *words[3];     /* what stands after the command; NULL: not given */
};

/* argv[0] is the command's name. False: a wrong option, or words too many. */
MUST_USE bool sim_options_read(int argc, char **argv, struct sim_options *o);

/* ---- serve.c ---- */
/* Serves bank and SIPP until SIGTERM or SIGINT, or until the parent process ends. */
MUST_USE bool sim_serve(const struct sim_options *o, struct fault *why);

/* ---- keys.c ---- */
/* Makes the keys and secrets that are missing. */
MUST_USE bool sim_keys(const struct sim_options *o, struct fault *why);

/* ---- payment.c ---- */
/* A visitor pays: VA. */
MUST_USE bool sim_pay(const struct sim_options *o, struct fault *why);

/* ---- orders.c ---- */
/* The next calls go wrong: CALL KIND. */
MUST_USE bool sim_fail(const struct sim_options *o, struct fault *why);
/* Prints a table of what it keeps: bank, payments, sipp, relaas, faults. */
MUST_USE bool sim_show(const struct sim_options *o, struct fault *why);

/* ---- town.c ---- */
/* Writes the people of a town and what they file, as import files, into the folder `home`. */
MUST_USE bool sim_town(const struct sim_options *o, struct fault *why);

#endif
