/* The texts of a batch that are set already. Papers of one kind share most of theirs: heading,
 * names of lines, sentences. A text is found by all that its setting depends on. */
#include <string.h>

#include "private.h"

enum { LAYOUTS_MOST = 1000 }; /* some 10 MB; then the table begins anew */

GHashTable *layouts_new(void)
{
	return g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref,
	                             g_object_unref);
}

GBytes *layouts_key(const char *fonts, struct text_runs runs, double width,
                    const struct text_style *style, struct arena *a)
{
	struct text key = text_start(a);
	const double lengths[] = { width, style->points, style->indent };
	const char looks[] = { (char)style->align, (char)style->bold };
	text_add(&key, fonts);
	text_add_bytes(&key, (const char *)lengths, sizeof lengths);
	text_add_bytes(&key, looks, sizeof looks);
	for (size_t i = 0; i < runs.count; i++) {
		text_add_bytes(&key, "", 1);
		text_add(&key, runs.items[i].mark);
		text_add_bytes(&key, "", 1);
		text_add(&key, runs.items[i].text);
	}
	return g_bytes_new(key.s, key.length);
}

void layouts_keep(GHashTable *layouts, GBytes *key, PangoLayout *layout)
{
	if (g_hash_table_size(layouts) >= LAYOUTS_MOST)
		g_hash_table_remove_all(layouts);
	g_hash_table_insert(layouts, g_bytes_ref(key), g_object_ref(layout));
}
