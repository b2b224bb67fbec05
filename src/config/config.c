/* Loading the whole book, file by file, and noticing changes of the files. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

const struct data_file *const data_files[] = {
	&data_sop,   &data_rights, &data_court,    &data_areas,     &data_summons, &data_letters,
	&data_types, &data_fees,   &data_calendar, &data_lists,     &data_names,   &data_mail,
	&data_keys,  &data_post,   &data_limits,   &data_countries,
};
const size_t data_file_count = COUNT_OF(data_files);

static bool file_load(struct source *s, const struct data_file *file, const char *name,
                      const struct xml_schema *schema)
{
	struct xml *x = NULL;
	bool good = xml_open(home_data(s->home, name, s->a), schema, &x, s->why);
	s->x = x;
	good = good && file->read(s, xml_root(x));
	xml_close(&x);
	return good;
}

static bool files_load(struct source *s, const struct data_file *file)
{
	struct xml_schema *schema = NULL;
	struct config_names names;
	files_named(s->home, file->name, s->a, &names);
	bool good = s->judged ||
	            xml_schema_open(home_data(s->home, file->schema, s->a), &schema, s->why);
	for (size_t i = 0; good && i < names.count; i++)
		good = file_load(s, file, names.items[i], schema);
	xml_schema_close(&schema);
	return good && (file->whole == NULL || file->whole(s));
}

static bool book_read(struct source *s, struct rulebook **out)
{
	struct named_lists lists = { 0 };
	struct rulebook *book = arena_get(s->a, 1, sizeof *book);
	s->book = book;
	s->lists = &lists;
	for (size_t i = 0; i < data_file_count; i++) {
		if (!files_load(s, data_files[i]))
			return false;
	}
	for (size_t i = 0; i < lists.count; i++)
		choices_fold(&lists.items[i], s->a);
	book->lists = lists.items;
	book->list_count = lists.count;
	*out = book;
	return forms_read(s);
}

bool config_load(const struct home *h, struct arena *a, struct rulebook **out, struct fault *why)
{
	struct source s = { .home = h, .a = a, .why = why };
	return book_read(&s, out);
}

bool config_load_again(const struct home *h, struct arena *a, struct rulebook **out,
                       struct fault *why)
{
	struct source s = { .home = h, .a = a, .why = why, .judged = true };
	return book_read(&s, out);
}

bool config_greet(const struct home *h, struct arena *a, struct rulebook **out, struct fault *why)
{
	static const struct data_file *const shown[] = { &data_court, &data_calendar, &data_rights,
		                                         &data_keys };
	struct named_lists lists = { 0 };
	struct source s = { .home = h, .lists = &lists, .a = a, .why = why, .judged = true };
	s.book = *out = arena_get(a, 1, sizeof **out);
	for (size_t i = 0; i < COUNT_OF(shown); i++) {
		if (!files_load(&s, shown[i]))
			return false;
	}
	return true;
}

/* ---- the files themselves ---- */

static const char *const folders[] = { "data",      "data/fees", "data/banks", "data/mutasi",
	                               "data/sipp", "data/xsd",  "forms",      "forms/print" };

void config_names(const struct home *h, struct arena *a, struct config_names *out)
{
	*out = (struct config_names){ 0 };
	for (size_t i = 0; i < COUNT_OF(folders); i++)
		files_in(h, folders[i], NULL, a, out);
}

/* FNV-1a, 64 bits: any change gives another number; forging one has no use. */
static uint64_t mix(uint64_t sum, const void *data, size_t size)
{
	const unsigned char *bytes = data;
	for (size_t i = 0; i < size; i++)
		sum = (sum ^ bytes[i]) * UINT64_C(1099511628211);
	return sum;
}

static uint64_t mix_folder(uint64_t sum, const char *path, struct arena *a)
{
	struct folder folder = { 0 };
	struct fault none;
	if (!folder_read(path, a, &folder, &none))
		return mix(sum, "-", 1);
	for (size_t i = 0; i < folder.count; i++) {
		const struct folder_entry *e = &folder.items[i];
		if (e->folder)
			continue;
		sum = mix(sum, e->name, strlen(e->name) + 1);
		sum = mix(sum, &e->changed, sizeof e->changed);
		sum = mix(sum, &e->size, sizeof e->size);
	}
	return sum;
}

int64_t config_stamp(const struct home *h)
{
	struct arena a = arena_start(4 * MIB);
	uint64_t sum = mix(UINT64_C(14695981039346656037), LOKET_VERSION, sizeof LOKET_VERSION);
	for (size_t i = 0; i < COUNT_OF(folders); i++) {
		sum = mix_folder(sum, arena_print(&a, "%s/%s", h->path, folders[i]), &a);
		sum = mix_folder(sum, arena_print(&a, "%s/%s", h->share, folders[i]), &a);
	}
	arena_drop(&a);
	return (int64_t)sum;
}
