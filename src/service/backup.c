/* Making a backup: the database as of one instant, every document, the court's own data; proven by
 * bringing it back before it gets its name. */
#include "loket/store/backup.h"

#include <stdio.h>
#include <string.h>

#include "loket/backup.h"
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

/* Of a backup that is not proven yet. */
#define UNFINISHED ".loket-baru"

/* Of the home these are copied otherwise, kept apart, or of this machine only. */
static const char *const apart[] = {
	"loket.db",     "loket.db-wal", "loket.db-shm", "loket.lock", "loketd.lock",
	"sandbox.lock", "backup.lock",  BACKUP_NOTE,    "loketd.log", "bell/",
	"wakeup/",      "sim/",         "keys/",        "cadangan/",
};

static bool is_apart(const char *path)
{
	for (size_t i = 0; i < COUNT_OF(apart); i++) {
		bool folder = apart[i][strlen(apart[i]) - 1] == '/';
		if (folder ? text_starts(path, apart[i]) : text_same(path, apart[i]))
			return true;
	}
	return false;
}

/* loket-20261130-091500: in the order of their names is in the order of time. */
static const char *backup_name(const struct app *p, instant now, struct arena *a)
{
	const struct zone *z = &p->book->court.zone;
	struct ymd d = day_ymd(instant_day(now, z));
	int minute = instant_minute_of_day(now, z);
	return arena_print(a, "loket-%04d%02d%02d-%02d%02d%02d", d.year, d.month, d.day,
	                   minute / 60, minute % 60, (int)(now / 1000 % 60));
}

/* Nothing else in that folder is a backup, whatever its name. */
static bool is_backup(const char *folder, const struct folder_entry *e, struct arena *a)
{
	return e->folder && text_starts(e->name, "loket-2") &&
	       file_exists(arena_print(a, "%s/%s/%s", folder, e->name, BACKUP_FACTS));
}

/* The newest that stands there, "" when none does: its documents need not be copied again. */
static const char *newest(const char *folder, struct arena *a)
{
	struct folder all;
	struct fault why;
	const char *found = "";
	if (!folder_read(folder, a, &all, &why))
		return "";
	for (size_t i = 0; i < all.count; i++) {
		if (is_backup(folder, &all.items[i], a))
			found = arena_print(a, "%s/%s", folder, all.items[i].name);
	}
	return found;
}

/* A document is named by its digest, so that of the last backup is known to be it or not. */
static bool take_from_last(const char *last, const char *path, const char *to, struct arena *a)
{
	char digest[DIGEST_ROOM];
	struct fault why;
	const char *from = arena_print(a, "%s/%s", last, path), *name = strrchr(path, '/');
	return !text_is_empty(last) && text_starts(path, "berkas/") && file_exists(from) &&
	       file_digest(from, digest, &why) && text_same(digest, name + 1) &&
	       file_link(from, to, &why);
}

static bool files_take(const struct app *p, const char *hidden, const char *last, struct arena *a,
                       struct fault *why)
{
	struct tree files;
	if (!tree_read(p->home.path, a, &files, why))
		return false;
	for (size_t i = 0; i < files.count; i++) {
		const char *path = files.items[i].path, *to = arena_print(a, "%s/%s", hidden, path);
		if (!is_apart(path) && !take_from_last(last, path, to, a) &&
		    !file_copy(home_file(&p->home, path, a), to, why))
			return false;
		progress_tell(i + 1, files.count);
	}
	return true;
}

static bool take(const struct app *p, const char *hidden, const char *last, struct arena *a,
                 struct backup *out, struct fault *why)
{
	struct manifest m;
	out->facts = (struct backup_facts){ .edition = store_edition(), .made = clock_now() };
	if (!folder_make(hidden, why) ||
	    !store_copy(p->store, arena_print(a, "%s/loket.db", hidden), &out->facts.counts, why) ||
	    !files_take(p, hidden, last, a, why) ||
	    !backup_facts_write(hidden, &out->facts, a, why) || !manifest_write(hidden, a, &m, why))
		return false;
	out->bytes = m.bytes;
	return true;
}

/* ---- further copies, and old ones ---- */

static bool copy_to(const char *backup, const char *folder, const char *name, struct arena *a,
                    struct fault *why)
{
	struct manifest m;
	const char *hidden = arena_print(a, "%s/" UNFINISHED, folder);
	tree_drop(hidden);
	bool good = folder_make(folder, why) && tree_copy(backup, hidden, why) &&
	            manifest_read(hidden, a, &m, why) && manifest_holds(hidden, &m, a, why) &&
	            folder_name(hidden, arena_print(a, "%s/%s", folder, name), why);
	if (!good)
		tree_drop(hidden);
	return good;
}

static bool prune(const char *folder, long long keep, struct arena *a, struct fault *why)
{
	struct folder all;
	long long left = 0;
	if (keep <= 0)
		return true;
	if (!folder_read(folder, a, &all, why))
		return false;
	for (size_t i = all.count; i-- > 0;) {
		if (is_backup(folder, &all.items[i], a) && ++left > keep)
			tree_drop(arena_print(a, "%s/%s", folder, all.items[i].name));
	}
	return true;
}

static bool make(const struct login *s, const struct backup_order *o, struct arena *a,
                 struct backup *out, struct fault *why)
{
	const char *name = backup_name(s->app, clock_now(), a);
	const char *folder = o->folders[0];
	const char *hidden = arena_print(a, "%s/" UNFINISHED, folder);
	struct backup tried;
	*out = (struct backup){ .path = arena_print(a, "%s/%s", folder, name) };
	tree_drop(hidden); /* of one that was killed */
	bool good = folder_make(folder, why) &&
	            take(s->app, hidden, newest(folder, a), a, out, why) &&
	            backup_try(hidden, a, &tried, why) && folder_name(hidden, out->path, why);
	if (!good) {
		tree_drop(hidden);
		return false;
	}
	out->files = tried.files;
	out->lost = tried.lost;
	good = backup_note(s->app, out, a, why);
	for (size_t i = 1; good && i < o->folder_count; i++)
		good = copy_to(out->path, o->folders[i], name, a, why);
	for (size_t i = 0; good && i < o->folder_count; i++)
		good = prune(o->folders[i], o->keep, a, why);
	return good &&
	       (text_is_empty(o->keys) || tree_copy(home_file(&s->app->home, "keys", a),
	                                            arena_print(a, "%s/%s", o->keys, name), why));
}

bool service_backup(const struct login *s, const struct backup_order *o, struct arena *a,
                    struct backup *out, struct fault *why)
{
	int lock;
	if (!may_or_refuse(s, "cadangan.buat", why) ||
	    !lock_open(home_file(&s->app->home, "backup.lock", a), &lock, why))
		return false;
	bool good = lock_try(lock)
	                ? make(s, o, a, out, why)
	                : fault_set(why, FAULT_OUTSIDE,
	                            N_("Cadangan lain sedang dibuat; tunggu sampai selesai"));
	lock_close(lock);
	return good;
}
