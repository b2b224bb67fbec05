/* "Did you mean": the least number of letters put in, taken away, exchanged or swapped with the next
 * that makes one word the other (restricted Damerau-Levenshtein distance), in bytes. */
#include <string.h>

#include "calls.h"

enum { WORD_MOST = 40, TOO_FAR = WORD_MOST };

static size_t least_of(size_t a, size_t b)
{
	return a < b ? a : b;
}

static size_t distance(const char *a, const char *b)
{
	size_t rows[WORD_MOST + 1][WORD_MOST + 1];
	size_t n = strlen(a), m = strlen(b);
	if (n > WORD_MOST || m > WORD_MOST)
		return TOO_FAR;
	for (size_t i = 0; i <= n; i++)
		rows[i][0] = i;
	for (size_t j = 0; j <= m; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= n; i++) {
		for (size_t j = 1; j <= m; j++) {
			size_t same = rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
			rows[i][j] = least_of(same, 1 + least_of(rows[i - 1][j], rows[i][j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				rows[i][j] = least_of(rows[i][j], rows[i - 2][j - 2] + 1);
		}
	}
	return rows[n][m];
}

/* A third of the letters may be wrong, one at least. */
struct guess guess_start(const char *word)
{
	return (struct guess){ .word = word, .distance = strlen(word) / 3 + 2 };
}

void guess_try(struct guess *g, const char *name)
{
	size_t now = distance(g->word, name);
	if (now >= g->distance)
		return;
	g->distance = now;
	g->best = name;
}
