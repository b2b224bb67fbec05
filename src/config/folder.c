/* The XML files of a folder of data/ or forms/: the home's and the shared ones, each name once. */
#include <stdlib.h>
#include <string.h>

#include "loket/list.h"

#include "private.h"

static bool is_xml(const char *name)
{
	size_t length = strlen(name);
	return length > 4 && text_same(name + length - 4, ".xml");
}

static void name_add(struct config_names *names, struct arena *a, const char *name)
{
	for (size_t i = 0; i < names->count; i++) {
		if (text_same(names->items[i], name))
			return;
	}
	names->items = list_grow(a, names->items, names->count, &names->capacity,
	                         sizeof *names->items);
	names->items[names->count++] = name;
}

/* A missing folder is empty: most homes have none of their own. */
static void names_in(const char *base, const char *folder, bool (*wanted)(const char *name),
                     struct arena *a, struct config_names *names)
{
	struct folder found = { 0 };
	struct fault none;
	if (!folder_read(arena_print(a, "%s/%s", base, folder), a, &found, &none))
		return;
	for (size_t i = 0; i < found.count; i++) {
		const struct folder_entry *e = &found.items[i];
		if (!e->folder && is_xml(e->name) && (wanted == NULL || wanted(e->name)))
			name_add(names, a, arena_print(a, "%s/%s", folder, e->name));
	}
}

static int name_order(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void files_in(const struct home *h, const char *folder, bool (*wanted)(const char *name),
              struct arena *a, struct config_names *out)
{
	names_in(h->path, folder, wanted, a, out);
	names_in(h->share, folder, wanted, a, out);
	if (h->trial != NULL && text_starts(h->trial, arena_print(a, "%s/", folder)))
		name_add(out, a, h->trial);
	if (out->count > 0)
		qsort(out->items, out->count, sizeof *out->items, name_order);
}

void files_named(const struct home *h, const char *name, struct arena *a, struct config_names *out)
{
	bool folder = strchr(name, '.') == NULL;
	*out = (struct config_names){ 0 };
	if (folder)
		files_in(h, name, NULL, a, out);
	else
		name_add(out, a, name);
}
