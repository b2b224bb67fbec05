/* data/keys.xml: keys that are pressed elsewhere. */
#include "loket/list.h"

#include "private.h"

/* F12 means nothing of its own. */
static bool has_meaning(const char *key)
{
	return key[0] == 'F' && !text_same(key, "F12");
}

static bool is_moved(const struct xml_node *root, const char *key, struct arena *a)
{
	for (const struct xml_node *n = xml_child(root, "key"); n != NULL; n = xml_next(n, "key")) {
		if (text_same(xml_attribute(n, "means", "", a), key))
			return true;
	}
	return false;
}

static bool keys_read(struct source *s, const struct xml_node *root)
{
	struct key_move *moves = arena_get(s->a, count_of(root, "key") + 1, sizeof *moves);
	size_t count = 0;
	if (!keys_differ(s, root, "key", "means") || !keys_differ(s, root, "key", "press"))
		return false;
	for (const struct xml_node *n = xml_child(root, "key"); n != NULL; n = xml_next(n, "key")) {
		struct key_move m = { text_of(s, n, "means"), text_of(s, n, "press") };
		if (has_meaning(m.press) && !is_moved(root, m.press, s->a))
			return refuse(s, n,
			              N_("press=\"%1\" masih berarti %1 sendiri; pindahkan juga "
			                 "dengan <key means=\"%1\" …>"),
			              m.press);
		moves[count++] = m;
	}
	s->book->key_moves = moves;
	s->book->key_move_count = count;
	return true;
}

const struct data_file data_keys = { "data/keys.xml", "data/xsd/keys.xsd", N_("Tombol"), keys_read,
	                             NULL };
