/* The first links of every way out: has a network card a carrier, and is there a default route? As
 * the kernel says in /sys/class/net and /proc/net. */
#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "loket/sys.h"

/* The first letter of a small file; '\0': it cannot be read. */
static char first_letter(const char *card, const char *file)
{
	char path[300], letter = '\0';
	snprintf(path, sizeof path, "/sys/class/net/%s/%s", card, file);
	FILE *f = fopen(path, "re");
	if (f == NULL)
		return '\0';
	int c = fgetc(f);
	letter = c == EOF ? '\0' : (char)c;
	fclose(f);
	return letter;
}

/* The field of a line that blanks or tabs part, from 0; "" where there are fewer. In `line`. */
static const char *field(char *line, int at)
{
	char *rest = NULL, *word = strtok_r(line, " \t\n", &rest);
	for (; at > 0 && word != NULL; at--)
		word = strtok_r(NULL, " \t\n", &rest);
	return word == NULL ? "" : word;
}

/* Is there a row with zeros for its destination, which is the default, and a card other than the
 * loopback? They are the fields `to` and `card`. */
static bool has_default(const char *path, int to, int card)
{
	char line[256], copy[256];
	bool found = false;
	FILE *f = fopen(path, "re");
	if (f == NULL)
		return false;
	while (!found && fgets(line, sizeof line, f) != NULL) {
		memcpy(copy, line, sizeof copy);
		const char *destination = field(line, to), *name = field(copy, card);
		found = destination[0] != '\0' && strspn(destination, "0") == strlen(destination) &&
		        name[0] != '\0' && strcmp(name, "lo") != 0;
	}
	fclose(f);
	return found;
}

void cable_look(struct cable *out)
{
	*out = (struct cable){ .card = "" };
	DIR *cards = opendir("/sys/class/net");
	if (cards == NULL)
		return;
	for (const struct dirent *e; (e = readdir(cards)) != NULL;) {
		if (e->d_name[0] == '.' || strcmp(e->d_name, "lo") == 0)
			continue;
		out->present = true;
		if (out->card[0] == '\0' && first_letter(e->d_name, "carrier") == '1')
			snprintf(out->card, sizeof out->card, "%.31s", e->d_name);
	}
	closedir(cards);
	out->routed = has_default("/proc/net/route", 1, 0) ||
	              has_default("/proc/net/ipv6_route", 0, 9);
}
