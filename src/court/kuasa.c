/* Representatives: for whom each stands. */
#include <stdlib.h>

#include "loket/text.h"

#include "private.h"

/* Is `row` one of the numbers in `text`, "1" or "2 4"? */
static bool stands_for(const char *text, int row)
{
	while (*text != '\0') {
		char *rest;
		if (strtol(text, &rest, 10) == row)
			return true;
		text = rest > text ? rest : text + 1;
	}
	return false;
}

bool kuasa_stands_for(const struct values *pihak, int kuasa, int row)
{
	return stands_for(values_get(pihak, "kuasa", kuasa, "mewakili"), row);
}

int party_kuasa(const struct values *pihak, int row)
{
	int rows = values_rows(pihak, "kuasa");
	for (int k = 1; k <= rows; k++) {
		if (kuasa_stands_for(pihak, k, row))
			return k;
	}
	return 0;
}
