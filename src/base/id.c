/* Identifiers: 128 bits in 26 letters of Crockford's base 32, sorted by age. */
#include "loket/id.h"

#include <stdio.h>
#include <string.h>

enum { ID_LETTERS = 26 };

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

struct id id_make(instant now, const uint8_t random[10])
{
	uint8_t bytes[16];
	for (int i = 0; i < 6; i++)
		bytes[i] = (uint8_t)((uint64_t)now >> (40 - 8 * i));
	memcpy(bytes + 6, random, 10);

	/* 26 letters hold 130 bits: two zero bits stand before the first byte. */
	struct id id = { .text = "" };
	for (int letter = 0; letter < ID_LETTERS; letter++) {
		unsigned five = 0;
		for (int bit = 5 * letter - 2; bit < 5 * letter + 3; bit++) {
			unsigned one = bit < 0 ? 0 : (unsigned)bytes[bit / 8] >> (7 - bit % 8) & 1;
			five = five << 1 | one;
		}
		id.text[letter] = alphabet[five];
	}
	return id;
}

bool id_is(const char *s)
{
	/* a first letter above 7 would need more than 128 bits */
	return s != NULL && strspn(s, alphabet) == ID_LETTERS && s[ID_LETTERS] == '\0' &&
	       s[0] <= '7';
}

struct id id_from(const char *s)
{
	struct id id = { .text = "" };
	if (id_is(s))
		memcpy(id.text, s, ID_LETTERS);
	return id;
}

bool id_none(const struct id *id)
{
	return id->text[0] == '\0';
}

void id_key(const struct id *id, const char *what, int round, char *out, size_t capacity)
{
	snprintf(out, capacity, "%s/%s/%d", id->text, what, round);
}
