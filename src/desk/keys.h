/* The keys: one meaning each, on every screen. The foot bar, F1 and the man page read this one
 * table. */
#ifndef LOKET_DESK_KEYS_H
#define LOKET_DESK_KEYS_H

#include <stddef.h>

#include "loket/rulebook.h"
#include "loket/tty.h"

struct key_meaning {
	enum key key;     /* K_NONE: a letter, or a group of keys that is only explained */
	const char *name; /* as it stands on the keyboard */
	const char
	    *label; /* the foot's word for it, where a screen gives no better; msgid, or "" */
	const char *meaning; /* msgid: a sentence for F1 */
};

extern const struct key_meaning key_meanings[];
extern const size_t key_meaning_count;

/* The signs, and the word for each. */
struct sign_meaning {
	const char *sign;
	const char *meaning; /* msgid */
};

extern const struct sign_meaning sign_meanings[];
extern const size_t sign_meaning_count;

const char *key_name(enum key key);  /* "" for one without a meaning */
const char *key_label(enum key key); /* msgid */

/* ---- keys that the court has moved (data/keys.xml) ---- */
/* What the pressed key means. */
enum key key_meant(const struct rulebook *b, enum key pressed);
/* The sentence with the names of the keys to press. In `a`, or itself. */
const char *keys_said(const struct rulebook *b, const char *text, struct arena *a);

#endif
