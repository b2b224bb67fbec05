/* Signs for terminals that lack them. The Linux console shows 256 or 512 letters of one font and a
 * box for the rest, and can be asked which; a terminal of ASCII alone gets every letter without its
 * marks; others are assumed to show all. Screens always write the full signs. */
#include <linux/kd.h>
#include <string.h>
#include <sys/ioctl.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

/* Replacements have one column too, so that nothing moves. */
static const struct {
	unsigned code;
	const char *text;
	char plain;
} signs[] = {
	{ 0x2713, "✓", 'x' },  { 0x25B8, "▸", '>' }, { 0x25D0, "◐", '~' },  { 0x25CF, "●", '*' },
	{ 0x25CB, "○", 'o' },  { 0x25BE, "▾", 'v' }, { 0x2500, "─", '-' },  { 0x2026, "…", '.' },
	{ 0x2013, "–", '-' },  { 0x2022, "•", '*' }, { 0x00D7, "×", 'x' },  { 0x00B7, "·", '-' },
	{ 0x2039, "‹", '<' },  { 0x2191, "↑", '^' }, { 0x2193, "↓", 'v' },  { 0x2019, "’", '\'' },
	{ 0x201C, "“", '"' },  { 0x201D, "”", '"' }, { 0x2018, "‘", '\'' }, { 0x02BF, "ʿ", '\'' },
	{ 0x02BE, "ʾ", '\'' }, { 0x203A, "›", '>' }, { 0x25B2, "▲", '^' },  { 0x25BC, "▼", 'v' },
	{ 0x2588, "█", '#' },  { 0x2591, "░", '.' },
};
_Static_assert(COUNT_OF(signs) < 8 * sizeof(unsigned), "one bit a sign, one for all letters");
#define LETTERS (1u << COUNT_OF(signs))

static bool font_has(const struct unimapdesc *map, unsigned code)
{
	for (size_t i = 0; i < map->entry_ct; i++) {
		if (map->entries[i].unicode == code)
			return true;
	}
	return false;
}

unsigned signs_missing(int fd, bool all)
{
	struct unipair pairs[4096];
	struct unimapdesc map = { COUNT_OF(pairs), pairs };
	unsigned missing = all ? LETTERS : 0;
	if (!all && ioctl(fd, GIO_UNIMAP, &map) != 0)
		return 0;
	for (size_t i = 0; i < COUNT_OF(signs); i++) {
		if (all || !font_has(&map, signs[i].code))
			missing |= 1u << i;
	}
	return missing;
}

char sign_plain(const struct cell *cell, unsigned missing)
{
	for (size_t i = 0; missing != 0 && i < COUNT_OF(signs); i++) {
		if ((missing >> i & 1) != 0 && strlen(signs[i].text) == cell->length &&
		    memcmp(signs[i].text, cell->text, cell->length) == 0)
			return signs[i].plain;
	}
	return (missing & LETTERS) != 0 ? text_ascii(cell->text, cell->length) : '\0';
}
