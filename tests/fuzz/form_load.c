/* Any bytes as a form file: refused, or a form that can be filled to the end with whatever is
 * typed. The first line (up to a newline) is what is typed into every field; the rest is the file.
 */
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "loket/form.h"

#include "fuzz.h"

enum { ROWS = 3 };

static void try_json(const struct form_state *s)
{
	struct values kept;
	struct text one = text_start(s->a), two = text_start(s->a);
	form_keep(s->form, &s->scope, s->a, &kept);
	values_json(&kept, s->form, &one);
	values_json(&kept, NULL, &two);
	must(one.length == two.length);
}

static void try_leave(struct form_state *s, const char *typed)
{
	const struct field *f = s->focus.field;
	int row = s->focus.row;
	const char *stored, *again;
	struct fault why;
	bool accepted = form_state_leave(s, typed);
	stored = values_get(&s->values, f->list, row, f->id);
	if (!accepted) {
		must(form_state_fault(s, f, row) != NULL);
		return;
	}
	must(field_accept(f, stored, &s->scope, s->a, &again, &why));
	must(text_same(stored, again));
	must(field_show(f, stored, &s->scope, s->a) != NULL);
}

static void try_fill(const struct form *form, const char *typed, struct arena *a)
{
	struct form_state s;
	struct form_scope scope = { .today = 20782 };
	form_state_start(&s, form, NULL, &scope, a);
	for (size_t i = 0; i < form->list_count; i++) {
		for (int row = 0; row < ROWS; row++)
			form_state_row_add(&s, form->lists[i].id);
	}
	if (s.focus.field == NULL)
		return;
	for (int steps = 0; steps < 400; steps++) {
		try_leave(&s, typed);
		if (!form_state_move(&s, 1))
			break;
	}
	bool finished = form_state_finish(&s);
	must(finished != form_faults_stop(&s.faults));
	try_json(&s);
	for (size_t i = 0; i < form->list_count; i++)
		form_state_row_remove(&s, form->lists[i].id, 1);
	try_json(&s);
}

static bool load(const uint8_t *data, size_t size, struct arena *a, struct form **out)
{
	static struct xml_schema *schema;
	struct fault why = { 0 };
	if (schema == NULL)
		must(xml_schema_open(LOKET_SOURCE "/forms/form.xsd", &schema, &why));
	int fd = memfd_create("form", MFD_CLOEXEC);
	must(write(fd, data, size) == (ssize_t)size);
	bool loaded = form_load(arena_print(a, "/proc/self/fd/%d", fd), schema, a, out, &why);
	must(loaded || why.kind != FAULT_NONE);
	close(fd);
	return loaded;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *end = size == 0 ? NULL : memchr(data, '\n', size);
	if (end == NULL || size > 8 * KIB)
		return 0;
	struct form *form;
	struct arena a = arena_start(256 * MIB);
	const char *typed = arena_copy(&a, (const char *)data, (size_t)(end - data));
	if (load(end + 1, size - (size_t)(end + 1 - data), &a, &form))
		try_fill(form, text_clean(&a, typed, strlen(typed), false), &a);
	arena_drop(&a);
	return 0;
}
