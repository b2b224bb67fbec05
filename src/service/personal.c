/* Personal data: who has no right lihat.pribadi reads the fields that a form calls personal
 * covered, wherever a filing, its history or its documents are read. What is stored, searched for
 * and decided on stays whole (loket-security(7)). */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define SEES  "lihat.pribadi"
#define COVER "••••"

enum { LONG_NUMBER = 16, LAST = 4 }; /* of a NIK the last four digits name nobody */

static bool seen(const struct login *s)
{
	return login_may(s, SEES);
}

bool service_sees_personal(const struct login *s, struct fault *why)
{
	return may_or_refuse(s, SEES, why);
}

static bool is_number(const char *text, size_t *digits)
{
	*digits = strspn(text, "0123456789");
	return *digits >= LONG_NUMBER;
}

static const char *covered(const char *text, struct arena *a)
{
	size_t digits;
	bool number = is_number(text, &digits) && text[digits] == '\0';
	return number ? arena_print(a, COVER "%s", text + digits - LAST) : COVER;
}

void personal_cover(const struct login *s, const struct form *form, struct values *v,
                    struct arena *a)
{
	for (size_t i = 0; form != NULL && !seen(s) && i < v->count; i++) {
		struct value *one = &v->items[i];
		const struct field *field = form_field(form, one->list, one->field);
		if (field != NULL && field->personal)
			one->text = covered(one->text, a);
	}
}

/* A sentence that names a NIK. */
static const char *without_numbers(const char *text, struct arena *a)
{
	struct text out = text_start(a);
	for (size_t n; *text != '\0'; text += n) {
		if (is_number(text, &n)) {
			text_add(&out, COVER);
			text_add_bytes(&out, text + n - LAST, LAST);
			continue;
		}
		n = n > 0 ? n : 1;
		text_add_bytes(&out, text, n);
	}
	return out.s;
}

void personal_cover_filing(const struct login *s, struct filing *f, struct arena *a)
{
	const struct rulebook *b = s->app->book;
	if (seen(s))
		return;
	for (size_t i = 0; i < f->fill_count; i++)
		personal_cover(s, rulebook_form(b, f->fills[i].step), &f->fills[i].values, a);
	for (size_t i = 0; i < f->warning_count; i++) {
		for (size_t k = 0; k < COUNT_OF(f->warnings[i].words); k++)
			f->warnings[i].words[k] = without_numbers(f->warnings[i].words[k], a);
	}
	if (f->sipp_note != NULL)
		f->sipp_note = without_numbers(f->sipp_note, a);
}
