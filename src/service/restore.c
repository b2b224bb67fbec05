/* Bringing a backup back: into a new home, or into one that is made only to try it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "loket/backup.h"
#include "loket/list.h"
#include "loket/store/backup.h"
#include "loket/text.h"

#include "private.h"

/* Numbers that were given between the backup and the loss stand on papers and at the bank: so many
 * of a day's registrations and of accounts are passed over. */
enum { PASSED_OVER = 1000, DAY_MS = 86400000, FACTS_MAX = 4096 };

static const struct {
	const char *name;
	size_t offset;
} facts[] = {
	{ "edisi", offsetof(struct backup_facts, edition) },
	{ "dibuat", offsetof(struct backup_facts, made) },
	{ "pendaftaran", offsetof(struct backup_facts, counts.filings) },
	{ "peristiwa", offsetof(struct backup_facts, counts.events) },
	{ "pembayaran", offsetof(struct backup_facts, counts.payments) },
	{ "jurnal", offsetof(struct backup_facts, counts.entries) },
	{ "dokumen", offsetof(struct backup_facts, counts.documents) },
};

static int64_t *fact_of(struct backup_facts *f, size_t i)
{
	return (int64_t *)(void *)((char *)f + facts[i].offset);
}

bool backup_facts_write(const char *folder, struct backup_facts *f, struct arena *a,
                        struct fault *why)
{
	struct text all = text_start(a);
	for (size_t i = 0; i < COUNT_OF(facts); i++)
		text_addf(&all, "%s %lld\n", facts[i].name, (long long)*fact_of(f, i));
	return file_write(arena_print(a, "%s/%s", folder, BACKUP_FACTS), all.s, all.length, 0600,
	                  why);
}

static bool facts_read(const char *folder, struct arena *a, struct backup_facts *out,
                       struct fault *why)
{
	struct bytes all;
	if (!file_read(arena_print(a, "%s/%s", folder, BACKUP_FACTS), FACTS_MAX, a, &all, why))
		return false;
	const char *at = (const char *)all.data;
	for (size_t i = 0; i < COUNT_OF(facts); i++) {
		size_t length = strlen(facts[i].name);
		if (strncmp(at, facts[i].name, length) != 0 || at[length] != ' ')
			return fault_set(why, FAULT_REFUSED,
			                 N_("%1/%2: bukan keterangan sebuah cadangan Loket"),
			                 folder, BACKUP_FACTS);
		*fact_of(out, i) = strtoll(at + length + 1, NULL, 10);
		at += strcspn(at, "\n");
		at += at[0] == '\n';
	}
	return true;
}

/* ---- a home of it ---- */

static bool is_of_the_backup_itself(const char *path)
{
	return text_same(path, BACKUP_FACTS);
}

static bool files_bring(const char *backup, const struct manifest *m, const char *home, bool links,
                        struct arena *a, struct fault *why)
{
	for (size_t i = 0; i < m->count; i++) {
		const char *path = m->items[i].path;
		if (is_of_the_backup_itself(path))
			continue;
		const char *from = arena_print(a, "%s/%s", backup, path);
		const char *to = arena_print(a, "%s/%s", home, path);
		bool stays = links && text_starts(path, "berkas/");
		if (!(stays ? file_link(from, to, why) : file_copy(from, to, why)))
			return false;
	}
	static const char *const folders[] = { "berkas", "cetak", "bell", "keys" };
	for (size_t i = 0; i < COUNT_OF(folders); i++) {
		if (!folder_make(arena_print(a, "%s/%s", home, folders[i]), why))
			return false;
	}
	return true;
}

static bool documents_are_there(struct store *s, const struct manifest *m, struct arena *a,
                                struct backup *out, struct fault *why)
{
	struct digests all;
	if (!document_digests(s, a, &all, why))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		const char *path = arena_print(a, "berkas/%.2s/%s", all.items[i], all.items[i]);
		const char *digest = manifest_digest(m, path);
		if (digest == NULL || !text_same(digest, all.items[i]))
			out->lost++;
	}
	return true;
}

static bool counts_same(const struct store_counts *x, const struct store_counts *y)
{
	return x->filings == y->filings && x->events == y->events && x->payments == y->payments &&
	       x->entries == y->entries && x->documents == y->documents;
}

static bool store_proves(struct store *s, const char *backup, const struct manifest *m,
                         struct arena *a, struct backup *out, struct fault *why)
{
	struct store_counts counts;
	if (!store_check(s, why) || !store_counts_read(s, &counts, why) ||
	    !documents_are_there(s, m, a, out, why))
		return false;
	return counts_same(&counts, &out->facts.counts) ||
	       fault_set(why, FAULT_REFUSED,
	                 N_("Cadangan %1: isi basis datanya lain dari catatannya; pakai cadangan "
	                    "lain"),
	                 backup);
}

/* `passing`: the home will be lived in, so its counters pass over what may have been given. */
static bool home_make(const char *backup, const struct home *h, bool passing, struct arena *a,
                      struct backup *out, struct fault *why)
{
	struct manifest m;
	struct store *s = NULL;
	const char *copy;
	if (!manifest_read(backup, a, &m, why) || !manifest_holds(backup, &m, a, why) ||
	    !facts_read(backup, a, &out->facts, why) ||
	    !files_bring(backup, &m, h->path, !passing, a, why) ||
	    !store_upgrade(h, a, &copy, why) || !store_open(h, false, &s, why))
		return false;
	out->files = m.count;
	day made = (day)(out->facts.made / DAY_MS), now = (day)(clock_now() / DAY_MS);
	bool good = store_proves(s, backup, &m, a, out, why) &&
	            (!passing || counters_pass(s, made - 1, now + 1, PASSED_OVER, why));
	if (good)
		store_checkpoint(s, true);
	store_close(&s);
	return good;
}

bool backup_try(const char *backup, struct arena *a, struct backup *out, struct fault *why)
{
	struct home h = { .path = "" };
	*out = (struct backup){ .path = backup };
	/* within it: its documents can be linked, and a check that is killed goes with it */
	const char *within = arena_print(a, "%s/.coba-%s", backup, id_new().text);
	if (snprintf(h.path, sizeof h.path, "%s", within) >= (int)sizeof h.path)
		return fault_set(why, FAULT_MISUSE, N_("Nama folder %1 terlalu panjang"), within);
	bool good = folder_make(h.path, why) && home_make(backup, &h, false, a, out, why);
	tree_drop(h.path);
	return good;
}

/* ---- into the home ---- */

static bool place_is_free(const struct home *h, struct arena *a, struct fault *why)
{
	return !file_exists(h->path) ||
	       fault_set(
	           why, FAULT_REFUSED,
	           N_("Folder data %1 sudah ada; pindahkan dahulu, atau tunjuk yang lain dengan "
	              "LOKET_HOME"),
	           h->path);
}

bool service_restore(const char *backup, const char *keys, struct arena *a, struct backup *out,
                     struct fault *why)
{
	struct home h, hidden;
	*out = (struct backup){ 0 };
	if (!home_find(&h, why) || !place_is_free(&h, a, why))
		return false;
	out->path = arena_text(a, h.path);
	hidden = h;
	const char *slash = strrchr(h.path, '/');
	int above = slash == NULL ? 0 : (int)(slash - h.path) + 1;
	snprintf(hidden.path, sizeof hidden.path, "%.*s.pulih-%.26s", above, h.path, id_new().text);
	bool good = folder_make(hidden.path, why) && home_is_local(&hidden, why) &&
	            home_make(backup, &hidden, true, a, out, why) &&
	            (text_is_empty(keys) || tree_copy(keys, home_file(&hidden, "keys", a), why)) &&
	            folder_name(hidden.path, h.path, why);
	if (!good)
		tree_drop(hidden.path);
	return good;
}
