/* Storing documents: read whole, typed by content and not by name, kept once under their SHA-256
 * and synced before any row names them. Storing one twice is harmless. */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/store/filing.h"
#include "loket/text.h"

#include "private.h"

enum { DOCUMENT_MAX = 32 * 1024 * 1024 };

/* The first bytes of the kinds a court accepts; a form's `from` names them by their short word. */
static const struct {
	const char *word, *kind;
	const char *magic;
	size_t length;
} kinds[] = {
	{ "pdf", "application/pdf", "%PDF-", 5 },
	{ "jpg", "image/jpeg", "\xff\xd8\xff", 3 },
	{ "png", "image/png", "\x89PNG\r\n\x1a\n", 8 },
	{ "rtf", "application/rtf", "{\\rtf", 5 },
	{ "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	  "PK\x03\x04", 4 },
	{ "doc", "application/msword", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8 },
};

/* By its first bytes; COUNT_OF(kinds): none that is known. */
static size_t kind_of(const struct bytes *b)
{
	size_t k = 0;
	while (k < COUNT_OF(kinds) &&
	       (b->size < kinds[k].length || memcmp(b->data, kinds[k].magic, kinds[k].length) != 0))
		k++;
	return k;
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash == NULL ? path : slash + 1;
}

void document_digest(const struct bytes *b, char out[DIGEST_ROOM])
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	_Static_assert(DIGEST_ROOM == 2 * sizeof hash + 1, "hex of a hash");
	crypto_hash_sha256(hash, b->data, b->size);
	sodium_bin2hex(out, DIGEST_ROOM, hash, sizeof hash);
}

const char *service_document(const struct app *p, const char *digest, struct arena *a)
{
	return home_file(&p->home,
	                 arena_print(a, "berkas/%.2s/%.*s", digest, DOCUMENT_DIGEST, digest), a);
}

bool document_keep(const struct login *s, const struct bytes *b, const char *digest,
                   struct arena *a, struct fault *why)
{
	const char *folder = home_file(&s->app->home, arena_print(a, "berkas/%.2s", digest), a);
	const char *path = service_document(s->app, digest, a);
	return file_exists(path) ||
	       (folder_make(folder, why) && file_write(path, b->data, b->size, 0400, why));
}

/* "~/berkas/x.pdf" as people write it. */
static const char *path_of(const struct home *h, const char *typed, struct arena *a)
{
	const char *folder = documents_folder(h);
	typed = path_bytes(typed, a);
	if (!text_starts(typed, "~/"))
		return typed;
	return arena_print(a, "%s%s", folder == NULL ? env_text("HOME") : folder, typed + 1);
}

static bool look_at(const struct home *h, const struct field *field, const char *typed,
                    struct arena *a, struct bytes *bytes, struct document *out, struct fault *why)
{
	char digest[DIGEST_ROOM];
	const char *path = path_of(h, typed, a), *name = base_name(path);
	if (!documents_guard(h, path, why) || !file_read(path, DOCUMENT_MAX, a, bytes, why))
		return false;
	name = text_clean(a, name, strlen(name), false);
	size_t k = kind_of(bytes);
	const char *taken = text_is_empty(field->from) ? "pdf jpg png rtf docx doc" : field->from;
	if (bytes->size == 0)
		return fault_set(why, FAULT_REFUSED,
		                 N_("%1: %2 kosong, 0 byte; salin lagi dari asalnya"), field->label,
		                 name);
	bool known = k < COUNT_OF(kinds);
	if (!known || !roles_include(taken, kinds[k].word))
		return fault_set(why, FAULT_REFUSED,
		                 N_("%1: isi %2 bukan berkas jenis %3; pilih berkas lain"),
		                 field->label,
		                 known ? arena_print(a, "%s (%s)", name, kinds[k].word) : name,
		                 taken);
	document_digest(bytes, digest);
	*out = (struct document){ .digest = arena_text(a, digest),
		                  .name = name,
		                  .kind = kinds[k].kind,
		                  .size = (int64_t)bytes->size };
	return true;
}

bool service_look(const struct login *s, const struct field *field, const char *stored,
                  struct arena *a, struct fault *why)
{
	struct document doc;
	struct bytes bytes;
	struct document_kept kept;
	return document_taken(stored, &kept) ||
	       look_at(&s->app->home, field, stored, a, &bytes, &doc, why);
}

static bool take_value(const struct login *s, const struct field *field, struct value *value,
                       struct arena *a, struct attachments *taken, struct fault *why)
{
	struct document doc;
	struct bytes bytes;
	if (!look_at(&s->app->home, field, value->text, a, &bytes, &doc, why) ||
	    !document_keep(s, &bytes, doc.digest, a, why))
		return false;
	taken->items = list_grow(a, taken->items, taken->count, &taken->capacity,
	                         sizeof *taken->items);
	taken->items[taken->count++] = doc;
	value->text = document_stored(doc.digest, doc.name, a);
	return true;
}

/* A value that names a stored document must name an existing one. */
static bool kept_here(const struct login *s, const struct field *field,
                      const struct document_kept *kept, struct arena *a, struct fault *why)
{
	return file_exists(service_document(s->app, kept->digest, a)) ||
	       fault_set(why, FAULT_REFUSED,
	                 N_("%1: berkas %2 tidak tersimpan di loket ini; pilih berkasnya lagi"),
	                 field->label, kept->name);
}

bool document_fetch(const struct login *s, const struct field *field, const char *stored,
                    const char *path, struct arena *a, struct fault *why)
{
	struct document doc;
	struct document_kept kept;
	struct bytes bytes;
	if (!document_taken(stored, &kept))
		return true;
	if (!look_at(&s->app->home, field, path, a, &bytes, &doc, why))
		return false;
	if (memcmp(doc.digest, kept.digest, DOCUMENT_DIGEST) != 0)
		return fault_set(why, FAULT_REFUSED,
		                 N_("%1: isi %2 bukan berkas yang dicatat (SHA-256 berbeda)"),
		                 field->label, path);
	doc.name = kept.name;
	return document_keep(s, &bytes, doc.digest, a, why) &&
	       document_write(s->app->store, &doc, why);
}

bool documents_keep(const struct login *s, const struct attachments *l, struct fault *why)
{
	for (size_t i = 0; i < l->count; i++) {
		if (!document_write(s->app->store, &l->items[i], why))
			return false;
	}
	return true;
}

/* The field beside a PDF gets the number of its pages; another number that was typed is said. */
static void count_pages(const struct login *s, const struct form *form, struct values *v,
                        const struct value *file, struct arena *a, struct attachments *taken)
{
	struct document_kept kept;
	const struct field *field = form_field(form, file->list, file->field);
	const struct field *to = text_is_empty(field->pages)
	                             ? NULL
	                             : form_field(form, file->list, field->pages);
	const struct form_scope scope = { .own = v };
	const char *list = file->list;
	int row = file->row;
	if (to == NULL || !field_shown(to, row, &scope) || !document_taken(file->text, &kept))
		return;
	const char *folder = home_file(&s->app->home, "cetak/teks", a);
	const char *known = arena_print(a, "%s/%.*s.halaman", folder, DOCUMENT_DIGEST, kept.digest);
	struct fault other;
	long long pages = folder_make(folder, &other)
	                      ? pdf_pages(service_document(s->app, kept.digest, a), known, a)
	                      : 0;
	const char *typed = values_get(v, list, row, to->id),
	           *number = arena_print(a, "%lld", pages);
	char path[64];
	if (pages == 0 || text_same(typed, number))
		return;
	if (!text_is_empty(typed)) {
		values_path(list, row, to->id, path, sizeof path);
		(void)fault_set(&other, FAULT_REFUSED,
		                N_("%1: PDF itu %2 halaman, bukan %3; yang dipakai %2"), to->label,
		                number, typed);
		(void)fault_at(&other, path);
		form_fault_add(taken->faults, a, false, &other);
	}
	values_set(v, a, list, row, to->id, number);
}

bool documents_take(const struct login *s, const struct form *form, struct values *v,
                    struct arena *a, struct attachments *taken, struct fault *why)
{
	for (size_t i = 0; i < v->count; i++) {
		struct value *value = &v->items[i];
		struct fault own = { 0 };
		char path[64];
		const struct field *field = form_field(form, value->list, value->field);
		struct document_kept kept;
		if (field == NULL || field->kind != KIND_FILE)
			continue;
		if (document_taken(value->text, &kept)
		        ? kept_here(s, field, &kept, a, &own)
		        : take_value(s, field, value, a, taken, &own)) {
			count_pages(s, form, v, value, a, taken);
			continue;
		}
		values_path(value->list, value->row, value->field, path, sizeof path);
		(void)fault_at(&own, path);
		form_fault_add(taken->faults, a, true, &own);
		*why = own;
	}
	return !form_faults_stop(taken->faults);
}
