/* Bringing an older home up to this program's schema, once a copy of it is kept. */
#include "loket/text.h"

#include "private.h"

enum {
	NAMES_PARTED = 12, /* before it punctuation was dropped from the keys of names */
	CHAINED = 43,      /* from it on there is a chain */
};

/* home/cadangan/sebelum-edisi-34-01K….db: never written over. */
static bool copy_before(struct store *s, const struct home *h, struct arena *a, const char **copy,
                        struct fault *why)
{
	const char *folder = home_file(h, "cadangan", a);
	*copy = arena_print(a, "%s/sebelum-edisi-%d-%s.db", folder, (int)SQL_EDITION,
	                    id_new().text);
	return folder_make(folder, why) && store_copy(s, *copy, NULL, why);
}

/* A chain that there is goes on over what changes; else it begins. */
static bool chained_up(struct store *s, int64_t edition, struct arena *a, struct fault *why)
{
	struct chain_unfit *before = NULL;
	return (edition < CHAINED || chain_before(s, a, &before, why)) &&
	       tables_bring_up(s, edition, why) &&
	       (edition >= NAMES_PARTED || keys_renew(s, why)) &&
	       (edition < CHAINED ? chain_begin(s, why) : chain_after(s, before, why));
}

static bool bring_up_whole(struct store *s, int64_t edition, struct fault *why)
{
	if (!write_begin(s, why))
		return false;
	struct arena a = arena_start(1024 * MIB);
	bool good = chained_up(s, edition, &a, why);
	arena_drop(&a);
	if (good)
		return store_commit(s, why);
	store_rollback(s);
	return false;
}

static bool upgrade(struct store *s, const struct home *h, struct arena *a, const char **copy,
                    struct fault *why)
{
	int64_t edition;
	if (!write_lock(s, s->patience, why))
		return false;
	if (edition_of(s, &edition, why) && (edition == SQL_EDITION || edition == 0)) {
		write_unlock(s);
		return edition_fits(s, false, why);
	}
	if (edition_of(s, &edition, why) && copy_before(s, h, a, copy, why))
		return bring_up_whole(s, edition, why);
	write_unlock(s);
	return false;
}

bool store_upgrade(const struct home *h, struct arena *a, const char **copy, struct fault *why)
{
	struct store *s;
	*copy = "";
	if (!file_open(h, false, &s, why))
		return false;
	bool good = upgrade(s, h, a, copy, why);
	store_close(&s);
	return good;
}
