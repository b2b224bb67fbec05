/* Are they there? Bank and SIPP are probed when the worker starts and each minute after, so that
 * the board tells of a silence before a filing meets it. */
#include "private.h"

#define GREET_MS 60000

/* A token is what a bank is asked for first; while one is good the bank need not be asked. */
static void probe_bank(struct worker *w, struct bank_link *c)
{
	struct fault why = { 0 };
	char text[512];
	bool failed;
	if (bank_link_token(c, BANK_CREATE, &why, &failed) || !failed)
		return;
	fault_say(&why, text, sizeof text);
	link_note(w, "bank", false, text);
}

void probe(struct worker *w)
{
	if (w->ending || clock_steady() < w->probe_due)
		return;
	w->probe_due = clock_steady() + GREET_MS;
	request_probe(w);
	for (size_t i = 0; i < MOST_BANKS; i++) {
		if (w->bank_links[i].key[0])
			probe_bank(w, &w->bank_links[i]);
	}
}
