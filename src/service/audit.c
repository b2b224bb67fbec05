/* Checking what was written for ever: the store checks its rows, here the files are looked at that
 * rows name: documents under berkas/ by the digest that is their name, papers under cetak/ by the
 * digests of what was ever made under theirs. */
#include "loket/audit.h"

#include <string.h>

#include "loket/list.h"
#include "loket/store/chain.h"
#include "loket/text.h"

#include "private.h"

#define MAY "audit.periksa"

const char *audit_word(enum audit_what what)
{
	static const char *const words[] = {
		[AUDIT_CHANGED] = N_("diubah"),       [AUDIT_GONE] = N_("hilang"),
		[AUDIT_INSERTED] = N_("disisipkan"),  [AUDIT_CHAIN] = N_("rantai putus"),
		[AUDIT_HEAD] = N_("kepala rantai"),   [AUDIT_SCHEMA] = N_("skema"),
		[AUDIT_ORPHAN] = N_("tanpa catatan"),
	};
	return words[what];
}

struct file_look {
	const struct app *p;
	struct arena *a;
	struct audit *out;
};

static void file_wrong(const struct file_look *l, enum audit_what what, const char *folder,
                       const char *path, const struct kept_file *f)
{
	struct audit_finding *found = audit_add(l->out, l->a, what);
	found->of = folder;
	found->row = path;
	found->note = f == NULL ? "" : f->name;
	found->at = f == NULL ? INSTANT_NONE : f->at;
}

/* ---- documents ---- */

static bool document_check(const struct file_look *l, const struct kept_file *f, struct fault *why)
{
	char digest[DIGEST_ROOM];
	const char *path = service_document(l->p, f->digest, l->a);
	l->out->documents++;
	if (!file_exists(path)) {
		file_wrong(l, AUDIT_GONE, "berkas", f->digest, f);
		return true;
	}
	if (!file_digest(path, digest, why))
		return false;
	if (!text_same(digest, f->digest))
		file_wrong(l, AUDIT_CHANGED, "berkas", f->digest, f);
	return true;
}

/* The file's name, after its folders. */
static const char *last_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash == NULL ? path : slash + 1;
}

static bool is_kept(const struct kept_files *all, const char *digest)
{
	size_t low = 0, high = all->count;
	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = strcmp(all->items[middle].digest, digest);
		if (order == 0)
			return true;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

static bool documents_check(const struct file_look *l, struct fault *why)
{
	struct kept_files all;
	struct tree files = { 0 };
	bool good = documents_kept(l->p->store, l->a, &all, why);
	for (size_t i = 0; good && i < all.count; i++)
		good = document_check(l, &all.items[i], why);
	good = good && tree_read(home_file(&l->p->home, "berkas", l->a), l->a, &files, why);
	for (size_t i = 0; good && i < files.count; i++) {
		const char *name = last_name(files.items[i].path);
		if (!is_kept(&all, name))
			file_wrong(l, AUDIT_ORPHAN, "berkas", files.items[i].path, NULL);
	}
	return good;
}

/* ---- papers ---- */

/* Those of one name, which stand together. */
static bool paper_check(const struct file_look *l, const struct kept_file *all, size_t count,
                        struct fault *why)
{
	char digest[DIGEST_ROOM];
	const struct kept_file *last = &all[count - 1];
	const char *path = home_file(&l->p->home, arena_print(l->a, "cetak/%s", last->name), l->a);
	l->out->papers++;
	if (!file_exists(path)) {
		file_wrong(l, AUDIT_GONE, "cetak", last->name, last);
		return true;
	}
	if (!file_digest(path, digest, why))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (text_same(digest, all[i].digest))
			return true;
	}
	file_wrong(l, AUDIT_CHANGED, "cetak", last->name, last);
	return true;
}

static bool is_paper(const char *path)
{
	size_t length = strlen(path);
	return strchr(path, '/') == NULL && length > 4 && text_same(path + length - 4, ".pdf");
}

static bool papers_check(const struct file_look *l, struct fault *why)
{
	struct kept_files all;
	struct tree files = { 0 };
	bool good = papers_kept(l->p->store, l->a, &all, why) &&
	            tree_read(home_file(&l->p->home, "cetak", l->a), l->a, &files, why);
	size_t next = 0;
	for (size_t i = 0; good && i < all.count; i = next) {
		for (next = i + 1;
		     next < all.count && text_same(all.items[next].name, all.items[i].name);)
			next++;
		good = paper_check(l, &all.items[i], next - i, why);
	}
	for (size_t i = 0, k = 0; good && i < files.count; i++) {
		const char *name = files.items[i].path;
		while (k < all.count && strcmp(all.items[k].name, name) < 0)
			k++;
		if (is_paper(name) && (k == all.count || !text_same(all.items[k].name, name)))
			file_wrong(l, AUDIT_ORPHAN, "cetak", name, NULL);
	}
	return good;
}

/* ---- the whole ---- */

/* What SQLite itself finds. */
static void database_check(const struct file_look *l)
{
	struct fault wrong;
	if (store_check(l->p->store, &wrong))
		return;
	char text[600];
	fault_say(&wrong, text, sizeof text);
	struct audit_finding *f = audit_add(l->out, l->a, AUDIT_SCHEMA);
	f->of = "loket.db";
	f->note = arena_text(l->a, text);
}

bool service_audit(const struct login *s, struct arena *a, struct audit *out, struct fault *why)
{
	const struct file_look l = { s->app, a, out };
	*out = (struct audit){ 0 };
	if (!may_or_refuse(s, MAY, why))
		return false;
	database_check(&l);
	return chain_audit(s->app->store, a, out, why) && documents_check(&l, why) &&
	       papers_check(&l, why);
}

bool service_audit_receipt(const struct login *s, const char *code, int64_t *rows, instant *at,
                           struct fault *why)
{
	return may_or_refuse(s, MAY, why) && chain_witnessed(s->app->store, code, rows, at, why);
}

bool service_audit_key(const struct login *s, struct fault *why)
{
	return may_or_refuse(s, "audit.kunci", why) && chain_key_renew(s->app->store, why);
}
