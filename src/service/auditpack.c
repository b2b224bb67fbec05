/* What an inspector takes along: books, journals, the bank's statement, closings, lists and the
 * ledger of a month in one folder, with the SHA-256 of each. Papers bear the time of the last
 * entry, so that the same database gives the same files. */
#include <stdlib.h>
#include <string.h>

#include "loket/book.h"
#include "loket/list.h"
#include "loket/recon.h"
#include "loket/store/lists.h"
#include "loket/store/money.h"
#include "loket/text.h"

#include "private.h"

#define MAY  "audit.bundel"
#define SUMS "SHA256SUMS"

enum { PACK_MEMORY = 512 * 1024 * 1024, FILE_MOST = 64 * 1024 * 1024, COLUMNS = 9 };

struct pack {
	const struct login *s;
	struct arena *a;
	const char *folder, *month;
	struct period days;
	const char **names;
	size_t count, capacity;
};

/* Keeps the name of what was written, or passes the fault on. */
static bool took(struct pack *p, bool good, const struct printed *printed)
{
	if (!good)
		return false;
	const char *slash = strrchr(printed->path, '/');
	p->names = list_grow(p->a, p->names, p->count, &p->capacity, sizeof *p->names);
	p->names[p->count++] = arena_text(p->a, slash == NULL ? printed->path : slash + 1);
	return true;
}

static bool books_put(struct pack *p, struct fault *why)
{
	struct book_list books;
	struct printed out;
	bool good = service_books(p->s, p->month, p->a, &books, why);
	for (size_t i = 0; good && i < books.count; i++) {
		const char *key = books.items[i].key;
		good = took(p, service_book_print(p->s, key, p->month, &out, why), &out) &&
		       took(p, service_book_csv(p->s, key, p->month, &out, why), &out);
	}
	return good;
}

static bool journals_put(struct pack *p, struct fault *why)
{
	const struct rulebook *b = p->s->app->book;
	const char *year = arena_print(p->a, "%.4s", p->month);
	struct printed out;
	bool good = true;
	for (size_t i = 0; good && i < b->alur_count; i++) {
		const char *code = b->alurs[i].code;
		good = took(p, service_journal_book_print(p->s, code, year, &out, why), &out) &&
		       took(p, service_journal_book_csv(p->s, code, year, &out, why), &out);
	}
	return good;
}

static bool statement_put(struct pack *p, struct fault *why)
{
	struct printed out;
	return took(p, service_recon_print(p->s, p->month, &out, why), &out) &&
	       took(p, service_recon_csv(p->s, p->month, &out, why), &out);
}

/* Those that close days of this month. */
static bool closings_put(struct pack *p, struct fault *why)
{
	struct closing_list all = { 0 };
	struct printed out;
	bool good = service_closings(p->s, p->a, &all, why);
	for (size_t i = 0; good && i < all.count; i++) {
		const struct closing *c = &all.items[i];
		if (c->last < p->days.first || c->last > p->days.last)
			continue;
		good = took(p, service_closing_print(p->s, closing_name(c, p->a), &out, why), &out);
	}
	return good;
}

/* Closings, kwitansi, money that went out, deposits and users, as rows. */
static bool lists_put(struct pack *p, struct fault *why)
{
	struct printed out;
	bool good = true;
	for (size_t i = 0; good && i < audit_list_count(); i++)
		good = took(p, audit_list_put(p->s, i, &p->days, p->month, p->a, &out, why), &out);
	return good;
}

static bool ledger_put(struct pack *p, struct fault *why)
{
	static const struct column columns[COLUMNS] = {
		{ "nomor", "nomor", COLUMN_NUMBER },   { "tanggal", "tanggal", COLUMN_TEXT },
		{ "saat", "saat", COLUMN_TEXT },       { "perkara", "perkara", COLUMN_TEXT },
		{ "uraian", "uraian", COLUMN_TEXT },   { "oleh", "oleh", COLUMN_TEXT },
		{ "akun", "akun", COLUMN_TEXT },       { "kategori", "kategori", COLUMN_TEXT },
		{ "jumlah", "jumlah", COLUMN_NUMBER },
	};
	struct printed out;
	struct table t = { .title = "", .columns = columns, .column_count = COLUMNS };
	const char *name = arena_print(p->a, "jurnal-%s.csv", p->month);
	return ledger_read(p->s->app->store, &p->days, p->a, &t, why) &&
	       took(p, table_put(p->s, &t, name, &out, why), &out);
}

/* ---- the sums ---- */

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool sum_add(const struct pack *p, const char *name, struct text *sums, struct fault *why)
{
	char digest[DIGEST_ROOM];
	struct bytes bytes;
	struct arena a = arena_start(2 * (size_t)FILE_MOST);
	bool good = file_read(arena_print(&a, "%s/%s", p->folder, name), FILE_MOST, &a, &bytes,
	                      why);
	if (good) {
		document_digest(&bytes, digest);
		text_addf(sums, "%s  %s\n", digest, name);
	}
	arena_drop(&a);
	return good;
}

static bool sums_put(struct pack *p, struct printed *out, struct fault *why)
{
	struct text sums = text_start(p->a);
	bool good = true;
	qsort(p->names, p->count, sizeof *p->names, by_name);
	for (size_t i = 0; good && i < p->count; i++)
		good = sum_add(p, p->names[i], &sums, why);
	paper_path(p->s, SUMS, out);
	return good && file_write(out->path, sums.s, sums.length, 0600, why);
}

static bool all_put(struct pack *p, struct printed *out, struct fault *why)
{
	return books_put(p, why) && journals_put(p, why) && statement_put(p, why) &&
	       closings_put(p, why) && lists_put(p, why) && ledger_put(p, why) &&
	       sums_put(p, out, why);
}

bool service_audit_pack(const struct login *s, const char *month, const char *folder, size_t *count,
                        struct printed *out, struct fault *why)
{
	struct app *app = s->app;
	struct arena a = arena_start(PACK_MEMORY);
	struct pack p = { .s = s, .a = &a, .month = month };
	instant newest = INSTANT_NONE;
	bool good = may_or_refuse(s, MAY, why);
	if (good && (strlen(month) != strlen("2026-11") || !period_parse(month, &p.days)))
		good = fault_set(why, FAULT_MISUSE,
		                 N_("Masa %1 harus ditulis tahun-bulan, mis. 2026-11"), month);
	p.folder = text_is_empty(folder)
	               ? home_file(&app->home, arena_print(&a, "cetak/audit-%s", month), &a)
	               : folder;
	good = good && folder_make(p.folder, why) && newest_read(app->store, &newest, why);
	if (good) {
		app->as_of = newest == INSTANT_NONE ? 0 : newest;
		app->papers = p.folder;
		good = all_put(&p, out, why);
		app->as_of = 0;
		app->papers = NULL;
	}
	*count = p.count;
	arena_drop(&a);
	return good;
}
