/* Keys by the names of the foot bar, as bytes of the terminal at hand. */
#include "keys.h"

#include <ctype.h>
#include <curses.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

/* A terminfo name, or the bytes themselves. */
static const struct {
	const char *name, *capability, *bytes;
} keys[] = {
	{ "Enter", NULL, "\r" },     { "Tab", NULL, "\t" },       { "Shift-Tab", "kcbt", NULL },
	{ "Esc", NULL, "\033" },     { "Space", NULL, " " },      { "Backspace", "kbs", NULL },
	{ "Delete", "kdch1", NULL }, { "Insert", "kich1", NULL }, { "Up", "kcuu1", NULL },
	{ "Down", "kcud1", NULL },   { "Left", "kcub1", NULL },   { "Right", "kcuf1", NULL },
	{ "Home", "khome", NULL },   { "End", "kend", NULL },     { "PgUp", "kpp", NULL },
	{ "PgDn", "knp", NULL },     { "F1", "kf1", NULL },       { "F2", "kf2", NULL },
	{ "F3", "kf3", NULL },       { "F4", "kf4", NULL },       { "F5", "kf5", NULL },
	{ "F6", "kf6", NULL },       { "F7", "kf7", NULL },       { "F8", "kf8", NULL },
	{ "F9", "kf9", NULL },       { "F10", "kf10", NULL },     { "F11", "kf11", NULL },
};

bool keys_open(const char *term)
{
	int error;
	return setupterm(term, STDOUT_FILENO, &error) == OK;
}

size_t key_bytes(const char *key, char *out, size_t capacity)
{
	if (strncmp(key, "Alt-", 4) == 0 && key[4]) {
		out[0] = '\033';
		size_t rest = key_bytes(key + 4, out + 1, capacity - 1);
		return rest ? rest + 1 : 0;
	}
	if (strncmp(key, "Ctrl-", 5) == 0 && key[5] && !key[6]) {
		out[0] = (char)(toupper((unsigned char)key[5]) & 0x1F);
		return 1;
	}
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (strcmp(keys[i].name, key) == 0) {
			const char *bytes = keys[i].bytes ? keys[i].bytes
			                                  : tigetstr(keys[i].capability);
			if (!bytes || (intptr_t)bytes == -1)
				return 0;
			return (size_t)snprintf(out, capacity, "%s", bytes);
		}
	/* one letter, of any script */
	size_t length = strlen(key), letters = 0;
	for (size_t i = 0; i < length; i++)
		letters += ((unsigned char)key[i] & 0xC0) != 0x80;
	return letters == 1 ? (size_t)snprintf(out, capacity, "%s", key) : 0;
}
