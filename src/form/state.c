/* A form while it is filled in on a screen: values, faults and the focus. Independent of how it is
 * drawn. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

/* ---- beginning ---- */

/* Initial values for the empty fields of one row. `all` false: only for required ones, because a
 * form that is resumed keeps what was left empty on purpose. */
static void begin_row(struct form_state *s, const char *list, int row, bool all)
{
	for (size_t i = 0; i < s->form->field_count; i++) {
		const struct field *f = &s->form->fields[i];
		if (*f->start == '\0' || !text_same(f->list, list) || !(all || f->required))
			continue;
		if (*values_get(&s->values, list, row, f->id) == '\0')
			values_propose(&s->values, s->a, list, row, f->id,
			               field_start(f, row, &s->scope, s->a));
	}
}

void form_state_start(struct form_state *s, const struct form *f, const struct values *begin,
                      const struct form_scope *scope, struct arena *a)
{
	*s = (struct form_state){ .form = f, .scope = *scope, .a = a };
	if (begin != NULL)
		values_copy(&s->values, begin, a);
	s->scope.own = &s->values;

	bool fresh = s->values.count == 0;
	begin_row(s, "", 0, fresh);
	form_rows(f, &s->values, s->rows);
	for (size_t i = 0; i < f->list_count; i++) {
		for (int row = 1; row <= s->rows[i]; row++)
			begin_row(s, f->lists[i].id, row, fresh);
	}
	struct form_positions positions = { 0 };
	form_positions(s, a, &positions);
	if (positions.count > 0)
		s->focus = positions.items[0];
}

/* ---- moving ---- */

void form_positions(const struct form_state *s, struct arena *a, struct form_positions *out)
{
	form_positions_of(s->form, &s->scope, s->rows, a, out);
}

static bool before(const struct form_position *a, const struct form_position *b)
{
	bool same_list = text_same(a->field->list, b->field->list);
	return same_list && a->row != b->row ? a->row < b->row : a->field < b->field;
}

/* The place of the focus; when its field is no longer shown, that of the position before it. */
static size_t place_of(const struct form_positions *positions, const struct form_position *focus)
{
	size_t place = 0;
	for (size_t i = 0; i < positions->count; i++) {
		if (!before(focus, &positions->items[i]))
			place = i;
	}
	return place;
}

/* Filled from another field: moving forward skips it, moving back reaches it for correction. */
static bool is_given(const struct form_state *s, const struct form_position *at)
{
	const struct field *f = at->field;
	return f->given && *values_get(&s->values, f->list, at->row, f->id) != '\0';
}

bool form_state_move(struct form_state *s, int by)
{
	struct arena scratch = arena_start(64 * MIB);
	struct form_positions positions = { 0 };
	form_positions(s, &scratch, &positions);
	bool moved = false;
	if (positions.count > 0 && s->focus.field != NULL) {
		size_t place = place_of(&positions, &s->focus);
		moved = by < 0 ? place >= (size_t)-by : place + (size_t)by < positions.count;
		if (moved)
			place = by < 0 ? place - (size_t)-by : place + (size_t)by;
		while (moved && by > 0 && place + 1 < positions.count &&
		       is_given(s, &positions.items[place]))
			place++;
		s->focus = positions.items[place];
	}
	arena_drop(&scratch);
	return moved;
}

/* ---- faults ---- */

static void forget(struct form_state *s, const char *path)
{
	size_t kept = 0;
	for (size_t i = 0; i < s->faults.count; i++) {
		if (!text_same(s->faults.items[i].fault.field, path))
			s->faults.items[kept++] = s->faults.items[i];
	}
	s->faults.count = kept;
}

/* Checks the field again in place of its old faults; an empty one is not yet at fault. */
static bool check_again(struct form_state *s, const struct field *field, int row)
{
	char path[PATH_ROOM];
	values_path(field->list, row, field->id, path, sizeof path);
	forget(s, path);
	if (*values_get(&s->values, field->list, row, field->id) == '\0')
		return true;
	size_t from = s->faults.count;
	form_check_field(s->form, field, row, &s->scope, s->a, &s->faults);
	for (size_t i = from; i < s->faults.count; i++) {
		if (s->faults.items[i].stops)
			return false;
	}
	return true;
}

const struct form_fault *form_state_fault(const struct form_state *s, const struct field *field,
                                          int row)
{
	char path[PATH_ROOM];
	values_path(field->list, row, field->id, path, sizeof path);
	const struct form_fault *found = NULL;
	for (size_t i = 0; i < s->faults.count; i++) {
		const struct form_fault *one = &s->faults.items[i];
		if (text_same(one->fault.field, path) && (found == NULL || one->stops))
			found = one;
	}
	return found;
}

/* ---- leaving a field ---- */

/* A change of a derived field may change the faults of its source too ("lahir" and the NIK's birth
 * date). */
static void check_origin(struct form_state *s, const struct field *field, int row)
{
	const char *colon = strchr(field->derive, ':');
	if (colon == NULL)
		return;
	size_t length = (size_t)(colon - field->derive);
	const char *id = arena_copy(s->a, field->derive, length);
	const struct field *origin = form_field(s->form, field->list, id);
	if (origin != NULL)
		check_again(s, origin, row);
}

/* Fields that were just proposed are no longer at fault for being empty. */
static void check_derived(struct form_state *s, const struct field *from, int row)
{
	size_t length = strlen(from->id);
	for (size_t i = 0; i < s->form->field_count; i++) {
		const struct field *f = &s->form->fields[i];
		bool follows = text_same(f->list, from->list) && text_starts(f->derive, from->id) &&
		               f->derive[length] == ':';
		if (follows)
			check_again(s, f, row);
	}
}

bool form_state_leave(struct form_state *s, const char *typed)
{
	const struct field *f = s->focus.field;
	int row = s->focus.row;
	const char *before_it = values_get(&s->values, f->list, row, f->id), *stored;
	if (!field_accept(f, typed, &s->scope, s->a, &stored, NULL))
		stored = typed; /* stays as it was typed; the check below says why it is refused */
	bool same = text_same(before_it, stored);
	values_set(&s->values, s->a, f->list, row, f->id, stored);
	bool accepted = check_again(s, f, row);
	if (same)
		return accepted;
	s->changed = true;
	check_origin(s, f, row);
	if (accepted && form_propose(s->form, &s->focus, &s->scope, &s->values, s->a) > 0)
		check_derived(s, f, row);
	return accepted;
}

void form_state_refuse(struct form_state *s, const struct form_position *at, struct fault *why)
{
	char path[PATH_ROOM];
	values_path(at->field->list, at->row, at->field->id, path, sizeof path);
	(void)fault_at(why, path);
	form_fault_add(&s->faults, s->a, true, why);
}

/* ---- rows ---- */

int form_state_row_add(struct form_state *s, const char *list)
{
	size_t place = form_list_place(s->form, list);
	if (place == s->form->list_count || s->rows[place] >= s->form->lists[place].most)
		return 0;
	int row = ++s->rows[place];
	begin_row(s, list, row, true);
	s->changed = true;
	return row;
}

/* The focus steps back when the position it stood on is gone. */
static void focus_mend(struct form_state *s)
{
	struct arena scratch = arena_start(64 * MIB);
	struct form_positions positions = { 0 };
	form_positions(s, &scratch, &positions);
	if (positions.count > 0)
		s->focus = positions.items[place_of(&positions, &s->focus)];
	arena_drop(&scratch);
}

bool form_state_row_remove(struct form_state *s, const char *list, int row)
{
	size_t place = form_list_place(s->form, list);
	if (place == s->form->list_count)
		return false;
	int rows = s->rows[place];
	if (row < 1 || row > rows || rows <= s->form->lists[place].least)
		return false;
	values_row_remove(&s->values, list, row);
	s->rows[place]--;
	/* The faults of the rows from here on belong to other row numbers now. */
	for (size_t i = 0; i < s->form->field_count; i++) {
		const struct field *f = &s->form->fields[i];
		for (int r = row; text_same(f->list, list) && r <= rows; r++)
			check_again(s, f, r);
	}
	focus_mend(s);
	s->changed = true;
	return true;
}

/* ---- moments ---- */

static struct values shared(const struct values *v, struct arena *a)
{
	struct values out = { arena_get(a, v->count + 1, sizeof *v->items), v->count,
		              v->count + 1 };
	for (size_t i = 0; i < v->count; i++)
		out.items[i] = v->items[i];
	return out;
}

struct form_moment form_state_moment(const struct form_state *s)
{
	struct form_moment m = { .values = shared(&s->values, s->a), .focus = s->focus };
	memcpy(m.rows, s->rows, sizeof m.rows);
	return m;
}

void form_state_return(struct form_state *s, const struct form_moment *to)
{
	struct form_positions positions = { 0 };
	s->values = shared(&to->values, s->a);
	memcpy(s->rows, to->rows, sizeof s->rows);
	s->focus = to->focus;
	s->faults.count = 0;
	s->changed = true;
	form_positions(s, s->a, &positions);
	for (size_t i = 0; i < positions.count; i++)
		check_again(s, positions.items[i].field, positions.items[i].row);
}

/* ---- finishing ---- */

/* The focus goes to the first position a stopping fault names; a fault of a whole list to its first
 * row. */
static void focus_on(struct form_state *s, const char *path)
{
	struct arena scratch = arena_start(64 * MIB);
	struct form_positions positions = { 0 };
	form_positions(s, &scratch, &positions);
	for (size_t i = 0; i < positions.count; i++) {
		const struct form_position *position = &positions.items[i];
		char here[PATH_ROOM];
		values_path(position->field->list, position->row, position->field->id, here,
		            sizeof here);
		if (text_same(here, path) || text_same(position->field->list, path)) {
			s->focus = *position;
			break;
		}
	}
	arena_drop(&scratch);
}

bool form_state_finish(struct form_state *s)
{
	s->faults.count = 0;
	form_check(s->form, &s->scope, s->a, &s->faults);
	for (size_t i = 0; i < s->faults.count; i++) {
		if (s->faults.items[i].stops) {
			focus_on(s, s->faults.items[i].fault.field);
			return false;
		}
	}
	return true;
}
