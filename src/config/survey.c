/* The data files as people look at them: element by element what a court can change, with its
 * source and validity, or what is wrong with the file. Nothing here knows what a file means; that
 * is the loaders' business. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

enum { SENTENCE = 600 };

/* Those that the book is not read from. */
static const struct data_file others[] = {
	{ "data/banks", "data/xsd/bank.xsd", N_("Bank"), NULL, NULL },
	{ "data/mutasi", "data/xsd/mutasi.xsd", N_("Rekening koran"), NULL, NULL },
	{ "data/sipp.xml", "data/xsd/sipp.xsd", N_("SIPP"), NULL, NULL },
	{ "data/sippd.xml", "data/xsd/sippd.xsd", N_("Jembatan SIPP"), NULL, NULL },
	{ "data/sipp", "data/xsd/sipp-mapping.xsd", N_("Jembatan SIPP"), NULL, NULL },
	{ "forms/print", "forms/print/print.xsd", NULL, NULL, NULL },
};

struct surveying {
	const struct home *home;
	struct arena *a;
	struct data_survey *out;
	const char *title;
	const char *file, *path;
};

/* What an element has of those around it where it says nothing itself. */
struct around {
	const char *source, *from, *to;
};

static void fault_note(const struct surveying *w, const struct fault *why)
{
	char text[SENTENCE];
	struct data_survey *out = w->out;
	fault_say(why, text, sizeof text);
	out->faults = list_grow(w->a, out->faults, out->fault_count, &out->fault_capacity,
	                        sizeof *out->faults);
	out->faults[out->fault_count++] = arena_text(w->a, text);
}

/* ---- an element ---- */

enum attribute_part { PART_VALUE, PART_NAME, PART_SOURCE, PART_FROM, PART_TO };

/* The attributes that are more than a value; of several names the first in this order counts. */
static const struct {
	const char *attribute;
	enum attribute_part part;
} parts[] = {
	{ "label", PART_NAME },     { "name", PART_NAME },   { "title", PART_NAME },
	{ "key", PART_NAME },       { "code", PART_NAME },   { "on", PART_NAME },
	{ "component", PART_NAME }, { "act", PART_NAME },    { "post", PART_NAME },
	{ "paper", PART_NAME },     { "number", PART_NAME }, { "source", PART_SOURCE },
	{ "decree", PART_SOURCE },  { "from", PART_FROM },   { "to", PART_TO },
};

static size_t part_of(const char *attribute)
{
	size_t i = 0;
	while (i < COUNT_OF(parts) && !text_same(parts[i].attribute, attribute))
		i++;
	return i;
}

static const char *amount_words(const struct xml_pair *p, struct arena *a)
{
	long long amount;
	char out[32];
	if (!text_same(p->name, "amount") || !text_number(p->value, 0, INT64_MAX, &amount))
		return p->value;
	money_digits(amount, out, sizeof out);
	return arena_text(a, out);
}

static bool has_elements(const struct xml_node *n)
{
	return xml_child(n, NULL) != NULL;
}

static void element_note(const struct surveying *w, const struct xml_node *n, struct around *around)
{
	const struct xml_pair *pairs;
	size_t count = xml_attributes(n, w->a, &pairs), best = COUNT_OF(parts);
	const char *name = "";
	struct text value = text_start(w->a);
	for (size_t i = 0; i < count; i++) {
		size_t at = part_of(pairs[i].name);
		enum attribute_part part = at < COUNT_OF(parts) ? parts[at].part : PART_VALUE;
		if (part == PART_SOURCE)
			around->source = pairs[i].value;
		else if (part == PART_FROM)
			around->from = pairs[i].value;
		else if (part == PART_TO)
			around->to = pairs[i].value;
		if (part == PART_NAME && at < best) {
			best = at;
			name = pairs[i].value;
		}
	}
	for (size_t i = 0; i < count; i++) {
		size_t at = part_of(pairs[i].name);
		if (at == best || (at < COUNT_OF(parts) && parts[at].part > PART_NAME))
			continue;
		text_addf(&value, "%s%s %s", value.length == 0 ? "" : ", ", pairs[i].name,
		          amount_words(&pairs[i], w->a));
	}
	const char *content = has_elements(n) ? "" : xml_content(n, w->a);
	if (!text_is_empty(content))
		text_addf(&value, "%s%s", value.length == 0 ? "" : ": ", content);
	struct data_survey *out = w->out;
	if (count == 0 && text_is_empty(content))
		return;
	out->items = list_grow(w->a, out->items, out->count, &out->capacity, sizeof *out->items);
	out->items[out->count++] = (struct data_setting){
		.group = _(w->title),
		.name = arena_print(w->a, "%s%s%s", xml_name(n), name[0] == '\0' ? "" : " ", name),
		.value = value.s,
		.source = around->source,
		.from = around->from,
		.to = around->to,
		.file = w->file,
		.path = w->path,
		.line = xml_line(n),
	};
}

static void element_walk(const struct surveying *w, const struct xml_node *n, struct around around)
{
	element_note(w, n, &around);
	for (n = xml_child(n, NULL); n != NULL; n = xml_next(n, NULL))
		element_walk(w, n, around);
}

/* ---- the files ---- */

static void file_survey(struct surveying *w, const char *name, const struct xml_schema *schema)
{
	struct xml *x = NULL;
	struct fault why = { 0 };
	w->file = name;
	w->path = home_data(w->home, name, w->a);
	if (!xml_open(w->path, schema, &x, &why))
		fault_note(w, &why);
	else if (w->title != NULL)
		element_walk(w, xml_root(x), (struct around){ "", "", "" });
	xml_close(&x);
}

static void files_survey(struct surveying *w, const struct data_file *of)
{
	struct fault why = { 0 };
	struct xml_schema *schema = NULL;
	struct config_names names;
	w->title = of->title;
	files_named(w->home, of->name, w->a, &names);
	if (!xml_schema_open(home_data(w->home, of->schema, w->a), &schema, &why))
		fault_note(w, &why);
	for (size_t i = 0; schema != NULL && i < names.count; i++)
		file_survey(w, names.items[i], schema);
	xml_schema_close(&schema);
}

void config_survey(const struct home *h, struct arena *a, struct data_survey *out)
{
	struct fault why = { 0 };
	struct surveying w = { .home = h, .a = a, .out = out };
	*out = (struct data_survey){ 0 };
	for (size_t i = 0; i < data_file_count; i++)
		files_survey(&w, data_files[i]);
	for (size_t i = 0; i < COUNT_OF(others); i++)
		files_survey(&w, &others[i]);
	if (out->fault_count == 0 && !config_load(h, a, &out->book, &why))
		fault_note(&w, &why);
}
