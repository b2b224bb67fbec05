/* What went wrong, said so that a clerk can act: what was tried, on what, and the remedy.
 *
 * A function that can fail returns bool (true: done) and takes a `struct fault *` last, which it
 * fills only when it returns false. fault_set() returns false, so that failing is one line. The
 * kind is also the exit code of the headless commands. Defects of the program are assert()s, never
 * faults.
 *
 * `text` is an untranslated message id (Indonesian, marked N_) with the places %1 %2 %3; the
 * arguments are kept apart as text and put in place by fault_say(), which is also where translation
 * happens. */
#ifndef LOKET_FAULT_H
#define LOKET_FAULT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "loket/arena.h"

#define MUST_USE __attribute__((warn_unused_result))
#define N_(text)                                                                                   \
	text /* marks a message id for the catalogue; translated later by fault_say() or _() */
#define _(text) message_in_language(text)

enum fault_kind {
	FAULT_NONE = 0,    /* exit 0 */
	FAULT_REFUSED = 1, /* a rule refuses: correct the input */
	FAULT_MISUSE = 2,  /* wrong command, option or data file */
	FAULT_OUTSIDE = 3  /* disk, network, another process: can be tried again */
};

struct fault {
	enum fault_kind kind;
	const char *text;  /* message id, static storage */
	char field[64];    /* "nik", "pihak[2].nik", or "" when it concerns no field */
	char args[3][256]; /* cut at a whole character when longer */
};

/* Fills `why` and returns false. Arguments after `text` are strings for %1 %2 %3, ended by NULL
 * (the macro adds it). `why` may be NULL where the caller does not ask. */
bool fault_set_(struct fault *why, enum fault_kind kind, const char *text, ...)
    __attribute__((sentinel));
#define fault_set(why, kind, ...) fault_set_((why), (kind), __VA_ARGS__, (const char *)0)

/* Names the field a fault belongs to; returns false like fault_set(). */
bool fault_at(struct fault *why, const char *field);

/* The sentence in the user's language, NUL-terminated and cut to `capacity` bytes at a character.
 */
void fault_say(const struct fault *why, char *out, size_t capacity);
const char *fault_text(struct arena *a, const struct fault *why);

/* The same filling of %1 %2 %3 for a sentence that is no fault. `args` has `count` entries (<= 9).
 */
void message_fill(const char *text, const char *const *args, size_t count, char *out,
                  size_t capacity);

/* The same with the words as the rest of a variable argument list, ended by NULL; at most nine. */
void message_fill_rest(const char *text, va_list words, char *out, size_t capacity);

/* The same as text in `a`; ended by NULL (the macro adds it). */
const char *message_text_(struct arena *a, const char *text, ...) __attribute__((sentinel));
#define message_text(a, ...) message_text_((a), __VA_ARGS__, (const char *)0)

/* gettext() with the programme's domain; the msgid itself where no catalogue is found. */
const char *message_in_language(const char *text);

/* ---- sentence.c ---- */
/* The catalogue's bytes, which stay: without them stored sentences are said as they were stored. */
void sentences_from(const void *catalogue, size_t size);
/* A sentence of the court that was stored, places filled, in the reader's language; what no msgid
 * made is itself. */
const char *sentence_said(struct arena *a, const char *stored);

#endif
