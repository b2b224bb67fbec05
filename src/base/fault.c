/* Faults: filled where something fails, said where a person reads. */
#include "loket/fault.h"

#include <assert.h>
#include <libintl.h>
#include <stdarg.h>
#include <string.h>

#include "loket/list.h"

#include "private.h"

static void put_cut(char *out, size_t capacity, const char *s)
{
	size_t length = utf8_cut(s, capacity - 1);
	memcpy(out, s, length);
	out[length] = '\0';
}

enum { MOST_WORDS = 9 };

bool fault_set_(struct fault *why, enum fault_kind kind, const char *text, ...)
{
	if (why == NULL)
		return false;

	/* Arguments may point into `why` itself, when one fault is told inside another. */
	struct fault made = { .kind = kind, .text = text };
	va_list args;
	va_start(args, text);
	size_t count = 0;
	for (const char *arg = va_arg(args, const char *); arg != NULL;
	     arg = va_arg(args, const char *)) {
		assert(count < COUNT_OF(made.args));
		put_cut(made.args[count++], sizeof made.args[0], arg);
	}
	va_end(args);
	*why = made;
	return false;
}

bool fault_at(struct fault *why, const char *field)
{
	if (why != NULL)
		put_cut(why->field, sizeof why->field, field);
	return false;
}

void fault_say(const struct fault *why, char *out, size_t capacity)
{
	const char *args[] = { why->args[0], why->args[1], why->args[2] };
	const char *text = why->text == NULL ? "" : message_in_language(why->text);
	message_fill(text, args, COUNT_OF(args), out, capacity);
}

/* Adds at most what fits; true while everything did. */
static bool add_cut(char *out, size_t capacity, size_t *at, const char *s, size_t length)
{
	size_t fits = length;
	if (fits > capacity - 1 - *at)
		fits = utf8_cut(s, capacity - 1 - *at);
	memcpy(out + *at, s, fits);
	*at += fits;
	out[*at] = '\0';
	return fits == length;
}

void message_fill(const char *text, const char *const *args, size_t count, char *out,
                  size_t capacity)
{
	if (capacity == 0)
		return;
	out[0] = '\0';
	size_t at = 0;
	bool fits = true;
	while (*text != '\0' && fits) {
		size_t plain = strcspn(text, "%");
		if (plain > 0) {
			fits = add_cut(out, capacity, &at, text, plain);
			text += plain;
		} else if (text[1] >= '1' && text[1] <= '9' && (size_t)(text[1] - '1') < count) {
			const char *arg = args[text[1] - '1'];
			fits = add_cut(out, capacity, &at, arg, strlen(arg));
			text += 2;
		} else {
			fits = add_cut(out, capacity, &at, "%", 1);
			text += text[1] == '%' ? 2 : 1;
		}
	}
}

const char *message_in_language(const char *text)
{
	/* The empty msgid is the catalogue's own header. */
	return *text == '\0' ? text : dgettext("loket", text);
}

void message_fill_rest(const char *text, va_list words, char *out, size_t capacity)
{
	const char *args[MOST_WORDS];
	size_t count = 0;
	for (const char *w; count < MOST_WORDS && (w = va_arg(words, const char *)) != NULL;)
		args[count++] = w;
	message_fill(text, args, count, out, capacity);
}
