/* Loading a form file. The schema has checked its shape; here its meaning is checked: used names
 * exist, patterns compile, initial values are acceptable. */
#include <regex.h>
#include <string.h>

#include "loket/list.h"

#include "private.h"

struct list_items {
	struct form_list *items;
	size_t count, capacity;
};

/* `form` shows at every moment what has been read so far. */
struct loading {
	const struct xml *x;
	struct arena *a;
	struct form *form;
	struct field *fields; /* room for all of the form */
	struct list_items lists;
	struct fault *why;
};

static const char *attribute(const struct loading *l, const struct xml_node *n, const char *name)
{
	return xml_attribute(n, name, "", l->a);
}

static bool yes(const struct loading *l, const struct xml_node *n, const char *name)
{
	return text_same(attribute(l, n, name), "ya");
}

static bool refuse(const struct loading *l, const struct xml_node *n, const char *text,
                   const char *what)
{
	return xml_refuse(l->x, n, l->why, text, what);
}

/* A whole number the schema has already found to be one. */
static long long number(const struct loading *l, const struct xml_node *n, const char *name)
{
	const char *s = attribute(l, n, name);
	long long value = 0;
	bool negative = *s == '-';
	bool whole = text_number(s + negative, 0, 999999999999999999, &value);
	return whole && negative ? -value : value;
}

/* ---- a field ---- */

static bool kind_named(const char *name, enum field_kind *out)
{
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		if (text_same(kinds[i].name, name)) {
			*out = (enum field_kind)i;
			return true;
		}
	}
	return false;
}

struct choice_items {
	struct choice *items;
	size_t count, capacity;
};

static const struct choices *choices_read(const struct loading *l, const struct xml_node *field,
                                          const char *name)
{
	struct choice_items c = { 0 };
	for (const struct xml_node *n = xml_child(field, "choice"); n != NULL;
	     n = xml_next(n, "choice")) {
		c.items = list_grow(l->a, c.items, c.count, &c.capacity, sizeof *c.items);
		c.items[c.count++] = (struct choice){ .value = attribute(l, n, "value"),
			                              .label = xml_content(n, l->a),
			                              .note = attribute(l, n, "note") };
	}
	if (c.count == 0)
		return NULL;
	struct choices *made = arena_get(l->a, 1, sizeof *made);
	*made = (struct choices){ .name = name, .items = c.items, .count = c.count };
	choices_fold(made, l->a);
	return made;
}

static struct field field_read(const struct loading *l, const struct xml_node *n, const char *list)
{
	const struct xml_node *help = xml_child(n, "help");
	struct field f = {
		.id = attribute(l, n, "id"),
		.list = list,
		.label = attribute(l, n, "label"),
		.help = help == NULL ? "" : xml_content(help, l->a),
		.source = xml_child_content(n, "source", l->a),
		.required = yes(l, n, "required"),
		.warns = yes(l, n, "warns"),
		.min = number(l, n, "min"),
		.max = number(l, n, "max"),
		.span = attribute(l, n, "span"),
		.pattern = attribute(l, n, "pattern"),
		.expect = attribute(l, n, "expect"),
		.pages = attribute(l, n, "pages"),
		.from = attribute(l, n, "from"),
		.derive = attribute(l, n, "derive"),
		.given = yes(l, n, "given"),
		.start = attribute(l, n, "start"),
		.width = (int)number(l, n, "width"),
		.beside = yes(l, n, "beside"),
		.personal = yes(l, n, "personal"),
		.line = xml_line(n),
	};
	f.choices = choices_read(l, n, f.id);
	return f;
}

/* ---- what its attributes mean ---- */

static bool pattern_compiles(const char *pattern, struct arena *a)
{
	regex_t expression;
	const char *whole = arena_print(a, "^(%s)$", pattern);
	if (regcomp(&expression, whole, REG_EXTENDED | REG_NOSUB) != 0)
		return false;
	regfree(&expression);
	return true;
}

static bool kind_fits(const struct loading *l, const struct xml_node *n, const struct field *f)
{
	bool amount = f->kind == KIND_NUMBER || f->kind == KIND_RUPIAH;
	bool date = f->kind == KIND_DATE;
	if (f->kind == KIND_CHOICE && (f->choices == NULL) == (*f->from == '\0'))
		return refuse(l, n, N_("%1: beri pilihannya, atau from=\"daftar\", salah satu."),
		              f->id);
	if (f->kind == KIND_FILE && *f->from == '\0')
		return refuse(l, n, N_("%1: beri jenis berkas yang diterima, from=\"pdf jpg\"."),
		              f->id);
	if (f->kind != KIND_CHOICE && f->choices != NULL)
		return refuse(l, n, N_("%1: pilihan hanya untuk kind=\"choice\"."), f->id);
	if (!date && *f->span != '\0')
		return refuse(l, n, N_("%1: span hanya untuk kind=\"date\"."), f->id);
	if (f->max != 0 && f->min > f->max)
		return refuse(l, n, N_("%1: min lebih besar daripada max."), f->id);
	if (!amount && ((!date && f->min != 0) || f->max < 0))
		return refuse(
		    l, n, N_("%1: min hanya untuk bilangan dan tanggal; max tidak boleh negatif."),
		    f->id);
	if (date && ((f->min != 0 && f->min < YEAR_FIRST) || f->max > YEAR_LAST))
		return refuse(l, n,
		              N_("%1: min dan max sebuah tanggal adalah tahun, 1800 sampai 2200."),
		              f->id);
	return true;
}

static bool pattern_fits(const struct loading *l, const struct xml_node *n, const struct field *f)
{
	if (*f->pattern == '\0')
		return true;
	if (*f->expect == '\0')
		return refuse(l, n, N_("%1: pattern perlu expect, yang dibaca orang bila salah."),
		              f->id);
	if (!pattern_compiles(f->pattern, l->a))
		return refuse(l, n, N_("Pola “%1” bukan ungkapan reguler POSIX (ERE)."),
		              f->pattern);
	return true;
}

/* Lists of other files are not known here; only an initial value from the form's own choices is
 * checked. */
static bool start_fits(const struct loading *l, const struct xml_node *n, const struct field *f)
{
	const char *stored, *start = f->start;
	struct fault inner;
	while (*start != '\0') {
		size_t length = *f->list == '\0' ? strlen(start) : strcspn(start, "|");
		const char *one = arena_copy(l->a, start, length);
		if (!field_accept(f, one, NULL, l->a, &stored, &inner))
			return refuse(l, n, N_("Nilai awal “%1” tidak diterima isian ini sendiri."),
			              one);
		start += length;
		start += strspn(start, "|");
	}
	return true;
}

static bool field_add(struct loading *l, const struct xml_node *n, const char *list)
{
	struct form *form = l->form;
	struct field f = field_read(l, n, list);
	const char *kind = attribute(l, n, "kind");
	if (!kind_named(kind, &f.kind))
		return refuse(l, n, N_("Jenis isian “%1” tidak dikenal."), kind);
	if (form_field(form, list, f.id) != NULL)
		return refuse(l, n, N_("Isian “%1” sudah ada; beri id lain."), f.id);
	bool first = form->field_count == 0 ||
	             !text_same(form->fields[form->field_count - 1].list, list);
	if (f.beside && first)
		return refuse(l, n, N_("%1: beside=\"ya\" perlu isian sebelumnya."), f.id);
	if (!conditions_parse(attribute(l, n, "when"), l->a, &f.when, &f.when_count))
		return refuse(l, n, N_("Syarat “%1” tidak dapat dibaca."), attribute(l, n, "when"));
	if (!kind_fits(l, n, &f) || !pattern_fits(l, n, &f) || !start_fits(l, n, &f))
		return false;
	l->fields[form->field_count++] = f;
	return true;
}

/* ---- a list ---- */

static bool list_add(struct loading *l, const struct xml_node *n)
{
	struct form_list list = {
		.id = attribute(l, n, "id"),
		.title = attribute(l, n, "title"),
		.each = attribute(l, n, "each"),
		.least = (int)number(l, n, "least"),
		.most = (int)number(l, n, "most"),
	};
	if (form_list(l->form, list.id) != NULL || form_field(l->form, "", list.id) != NULL)
		return refuse(l, n, N_("“%1” sudah ada; beri id lain."), list.id);
	if (l->lists.count == FORM_MOST_LISTS)
		return refuse(l, n, N_("%1: terlalu banyak daftar dalam satu formulir."), list.id);
	if (list.most < 1 || list.least > list.most)
		return refuse(l, n, N_("%1: least tidak boleh melebihi most, most sedikitnya 1."),
		              list.id);
	struct list_items *all = &l->lists;
	all->items = list_grow(l->a, all->items, all->count, &all->capacity, sizeof *all->items);
	all->items[all->count++] = list;
	l->form->lists = all->items;
	l->form->list_count = all->count;
	for (const struct xml_node *field = xml_child(n, "field"); field != NULL;
	     field = xml_next(field, "field")) {
		if (!field_add(l, field, list.id))
			return false;
	}
	if (*list.each != '\0' && form_field(l->form, list.id, list.each) == NULL)
		return refuse(l, n, N_("each=\"%1\": tidak ada isian itu di daftar ini."),
		              list.each);
	return true;
}

/* ---- what fields say of each other, when all are known ---- */

/* The field a condition refers to: of the same row first, then of the form; NULL: none. */
static const struct field *asked_field(const struct form *form, const struct field *of,
                                       const char *id)
{
	const struct field *beside = form_field(form, of->list, id);
	return beside != NULL ? beside : form_field(form, "", id);
}

static bool condition_fits(const struct loading *l, const struct xml_node *n,
                           const struct field *of, struct condition *c)
{
	if (*c->step != '\0')
		return true; /* another form's field: known only when all are loaded */
	const struct field *f = c->asked = asked_field(l->form, of, c->field);
	if (f == NULL)
		return refuse(l, n, N_("Syarat: tidak ada isian “%1” di formulir ini."), c->field);
	if (c->tagged)
		return true; /* tags are known when the lists are */
	if (f == of)
		return refuse(l, n, N_("Syarat: isian “%1” bergantung pada dirinya sendiri."),
		              c->field);
	for (size_t i = 0; i < c->count && f->choices != NULL; i++) {
		if (*c->any_of[i] != '\0' && choices_find(f->choices, c->any_of[i]) == NULL)
			return refuse(l, n, N_("Syarat: “%1” bukan salah satu pilihan isian itu."),
			              c->any_of[i]);
	}
	return true;
}

static bool field_fits(const struct loading *l, const struct xml_node *n, const struct field *f)
{
	for (size_t i = 0; i < f->when_count; i++) {
		if (!condition_fits(l, n, f, &f->when[i]))
			return false;
	}
	const char *from = arena_copy(l->a, f->derive, strcspn(f->derive, ":"));
	if (*from != '\0' && form_field(l->form, f->list, from) == NULL)
		return refuse(l, n, N_("derive: tidak ada isian “%1” di sampingnya."), from);
	return true;
}

/* The nodes in document order are the fields in their order. */
static bool fields_fit(const struct loading *l, const struct xml_node *parent, size_t *at)
{
	for (const struct xml_node *n = xml_child(parent, NULL); n != NULL; n = xml_next(n, NULL)) {
		if (text_same(xml_name(n), "list") && !fields_fit(l, n, at))
			return false;
		if (text_same(xml_name(n), "field") && *at < l->form->field_count &&
		    !field_fits(l, n, &l->form->fields[(*at)++]))
			return false;
	}
	return true;
}

/* ---- warnings, when all fields are known ---- */

/* Conditions as those of a field of that list that nobody sees. */
static bool conditions_of(const struct loading *l, const struct xml_node *n, const char *name,
                          const char *list, struct field *out)
{
	*out = (struct field){ .id = "", .list = list };
	if (!conditions_parse(attribute(l, n, name), l->a, &out->when, &out->when_count))
		return refuse(l, n, N_("Syarat “%1” tidak dapat dibaca."), attribute(l, n, name));
	for (size_t i = 0; i < out->when_count; i++) {
		if (!condition_fits(l, n, out, &out->when[i]))
			return false;
	}
	return true;
}

/* A field named by an attribute; none: NULL. */
static bool field_of(const struct loading *l, const struct xml_node *n, const char *name,
                     const char *list, const struct field **out)
{
	const char *id = attribute(l, n, name);
	*out = text_is_empty(id) ? NULL : form_field(l->form, list, id);
	return text_is_empty(id) || *out != NULL ||
	       refuse(l, n, N_("Peringatan: tidak ada isian “%1” di daftar itu."), id);
}

static bool warning_add(struct loading *l, const struct xml_node *n, struct form_warning *out)
{
	const char *list = attribute(l, n, "list"), *how = attribute(l, n, "rows");
	*out = (struct form_warning){ .how = text_same(how, "all")    ? WARN_ALL
		                             : text_same(how, "none") ? WARN_NONE
		                                                      : WARN_EACH,
		                      .younger = (int)number(l, n, "younger"),
		                      .older = (int)number(l, n, "older"),
		                      .text = xml_content(n, l->a),
		                      .source = attribute(l, n, "source") };
	return field_of(l, n, "on", list, &out->on) && field_of(l, n, "born", list, &out->born) &&
	       field_of(l, n, "inside", list, &out->inside) &&
	       field_of(l, n, "outside", list, &out->outside) &&
	       conditions_of(l, n, "if", "", &out->whole) &&
	       conditions_of(l, n, "among", list, &out->among) &&
	       conditions_of(l, n, "when", list, &out->when);
}

static size_t warnings_below(const struct xml_node *root)
{
	size_t count = 0;
	for (const struct xml_node *n = xml_child(root, "warning"); n != NULL;
	     n = xml_next(n, "warning"))
		count++;
	return count;
}

static bool warnings_read(struct loading *l, const struct xml_node *root)
{
	struct form_warning *all = arena_get(l->a, warnings_below(root) + 1, sizeof *all);
	for (const struct xml_node *n = xml_child(root, "warning"); n != NULL;
	     n = xml_next(n, "warning")) {
		if (!warning_add(l, n, &all[l->form->warning_count]))
			return false;
		l->form->warning_count++;
	}
	l->form->warnings = all;
	return true;
}

bool form_conditions(const struct form *f, const char *list, const char *text, struct arena *a,
                     struct field *out, struct fault *why)
{
	*out = (struct field){ .id = "", .list = list };
	if (!conditions_parse(text, a, &out->when, &out->when_count))
		return fault_set(why, FAULT_MISUSE, N_("Syarat “%1” tidak dapat dibaca."), text);
	for (size_t i = 0; i < out->when_count; i++) {
		struct condition *c = &out->when[i];
		if (*c->step != '\0')
			continue;
		c->asked = asked_field(f, out, c->field);
		if (c->asked == NULL)
			return fault_set(why, FAULT_MISUSE,
			                 N_("Syarat: tidak ada isian “%1” di formulir ini."),
			                 c->field);
	}
	return true;
}

/* ---- the form ---- */

static size_t fields_below(const struct xml_node *parent)
{
	size_t count = 0;
	for (const struct xml_node *n = xml_child(parent, NULL); n != NULL; n = xml_next(n, NULL))
		count += text_same(xml_name(n), "field") + fields_below(n);
	return count;
}

static bool form_read(struct loading *l, const struct xml_node *root)
{
	l->form->fields = l->fields = arena_get(l->a, fields_below(root), sizeof *l->fields);
	const struct xml_node *help = xml_child(root, "help");
	l->form->step = attribute(l, root, "step");
	l->form->like = attribute(l, root, "like");
	l->form->title = attribute(l, root, "title");
	l->form->help = help == NULL ? "" : xml_content(help, l->a);
	for (const struct xml_node *n = xml_child(root, NULL); n != NULL; n = xml_next(n, NULL)) {
		bool list = text_same(xml_name(n), "list"), field = text_same(xml_name(n), "field");
		if ((list && !list_add(l, n)) || (field && !field_add(l, n, "")))
			return false;
	}
	size_t at = 0;
	return fields_fit(l, root, &at) && warnings_read(l, root);
}

bool form_load(const char *path, const struct xml_schema *schema, struct arena *a,
               struct form **out, struct fault *why)
{
	struct xml *x;
	if (!xml_open(path, schema, &x, why))
		return false;
	struct form *form = arena_get(a, 1, sizeof *form);
	form->file = arena_text(a, path);
	struct loading l = { .x = x, .a = a, .form = form, .why = why };
	bool done = form_read(&l, xml_root(x));
	xml_close(&x);
	*out = form;
	return done;
}

bool form_begin_like(struct form *form, const struct form *like, struct arena *a, struct fault *why)
{
	size_t own = form->field_count, given = like->field_count;
	struct field *fields = arena_get(a, own + given, sizeof *fields);
	for (size_t i = 0; i < own; i++) {
		const struct field *f = &form->fields[i];
		if (form_field(like, f->list, f->id) != NULL || form_list(like, f->list) != NULL)
			return fault_set(why, FAULT_MISUSE,
			                 N_("%1: isian “%2” sudah ada di formulir “%3”."),
			                 form->file, f->id, like->step);
	}
	memcpy(fields, like->fields, given * sizeof *fields);
	if (own > 0)
		memcpy(fields + given, form->fields, own * sizeof *fields);
	struct form_list *lists = arena_get(a, like->list_count + form->list_count + 1,
	                                    sizeof *lists);
	if (like->list_count > 0)
		memcpy(lists, like->lists, like->list_count * sizeof *lists);
	if (form->list_count > 0)
		memcpy(lists + like->list_count, form->lists, form->list_count * sizeof *lists);
	form->fields = fields;
	form->field_count = own + given;
	form->lists = lists;
	form->list_count += like->list_count;
	return true;
}
