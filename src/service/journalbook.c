/* The year's book of journals of one alur: a sheet that says how many pages there are, and the page
 * of each case, numbered like the case. Nothing of it is counted as a print: the book is one paper.
 */
#include <string.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/store/filing.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

#define LOOK  "lihat.uang"
#define PRINT "cetak.buku"

enum { COLUMNS = 6, PAGE_MEMORY = 32 * 1024 * 1024, BOOK_MEMORY = 512 * 1024 * 1024 };

static const struct column columns[COLUMNS] = {
	{ "urut", N_("Halaman"), COLUMN_NUMBER },  { "nomor", N_("Nomor perkara"), COLUMN_TEXT },
	{ "nama", N_("Penyetor"), COLUMN_TEXT },   { "masuk", N_("Masuk"), COLUMN_NUMBER },
	{ "keluar", N_("Keluar"), COLUMN_NUMBER }, { "sisa", N_("Sisa"), COLUMN_NUMBER },
};

struct journal_book {
	const struct login *s;
	const struct alur *alur;
	const char *year;
	struct id *filings;
	size_t count;
	struct table table;
	size_t capacity;
	rupiah in, out;
};

static bool book_open(const struct login *s, const char *code, const char *year, struct arena *a,
                      struct journal_book *out, struct fault *why)
{
	struct period p;
	const struct rulebook *b = s->app->book;
	*out = (struct journal_book){ .s = s, .year = year };
	for (size_t i = 0; i < b->alur_count; i++) {
		if (text_same(b->alurs[i].code, code))
			out->alur = &b->alurs[i];
	}
	if (out->alur == NULL)
		return fault_set(why, FAULT_MISUSE,
		                 N_("Tidak ada register %1; yang ada: Pdt.G, Pdt.P, Pdt.GS"), code);
	if (strlen(year) != strlen("2026") || !period_parse(year, &p))
		return fault_set(why, FAULT_MISUSE,
		                 N_("Masa buku jurnal %1 harus ditulis tahun, mis. 2026"), year);
	const char *series = arena_print(a, "%s/%s/%s", code, year, b->court.code);
	return series_filings(s->app->store, series, a, &out->filings, &out->count, why);
}

/* ---- its pages as rows ---- */

static void cell_add(struct journal_book *k, struct arena *a, size_t column, const char *cell)
{
	struct table *t = &k->table;
	size_t at = t->row_count * COLUMNS + column;
	t->cells = list_grow(a, t->cells, at, &k->capacity, sizeof *t->cells);
	t->cells[at] = arena_text(a, cell);
}

static const char *bare(rupiah n, struct arena *a)
{
	return arena_print(a, "%lld", (long long)n);
}

static bool row_add(struct journal_book *k, const struct id *id, struct arena *a, struct fault *why)
{
	struct filing f;
	struct journal_sheet sheet;
	rupiah in = 0, out = 0;
	struct arena own = arena_start(PAGE_MEMORY);
	bool good = filing_whole(k->s->app, id, &own, &f, why) &&
	            journal_sheet_read(k->s, id, &own, &sheet, why);
	for (size_t i = 0; good && i < sheet.page.count; i++) {
		in += sheet.page.items[i].in;
		out += sheet.page.items[i].out;
	}
	if (good) {
		const char *const cells[COLUMNS] = { bare(f.number.sequence, &own),
			                             f.number.number,
			                             f.title,
			                             bare(in, &own),
			                             bare(out, &own),
			                             bare(in - out, &own) };
		for (size_t i = 0; i < COLUMNS; i++)
			cell_add(k, a, i, cells[i]);
		k->table.row_count++;
		k->in += in;
		k->out += out;
	}
	arena_drop(&own);
	return good;
}

static bool book_rows(struct journal_book *k, struct arena *a, struct fault *why)
{
	struct column *translated = arena_get(a, COLUMNS, sizeof *translated);
	for (size_t i = 0; i < COLUMNS; i++)
		translated[i] = (struct column){ columns[i].name, _(columns[i].title),
			                         columns[i].kind };
	k->table = (struct table){ .title = _("Buku jurnal"),
		                   .columns = translated,
		                   .column_count = COLUMNS };
	bool good = true;
	for (size_t i = 0; good && i < k->count; i++)
		good = row_add(k, &k->filings[i], a, why);
	return good;
}

bool service_journal_book(const struct login *s, const char *alur, const char *year,
                          struct arena *a, struct table *out, struct fault *why)
{
	struct journal_book k;
	*out = (struct table){ 0 };
	if (!may_or_refuse(s, LOOK, why) || !book_open(s, alur, year, a, &k, why) ||
	    !book_rows(&k, a, why))
		return false;
	*out = k.table;
	return true;
}

/* ---- on paper ---- */

static const char *digits(rupiah n, struct arena *a)
{
	char out[32];
	money_digits(n, out, sizeof out);
	return arena_text(a, out);
}

static void put_pages(struct view *v, const struct table *t)
{
	view_rows(v, "halaman", "urut nomor nama masuk keluar sisa");
	for (size_t row = 0; row < t->row_count; row++) {
		view_row(v);
		for (size_t i = 0; i < COLUMNS; i++) {
			long long n;
			const char *cell = t->cells[row * COLUMNS + i];
			bool money = i > 2 && text_number(cell, INT64_MIN, INT64_MAX, &n);
			view_put(v, columns[i].name, money ? digits(n, v->a) : cell);
		}
		view_row_end(v);
	}
	view_rows_end(v);
}

static const char *cover_view(const struct journal_book *k, struct arena *a)
{
	struct view v = view_start(a);
	const struct rulebook *b = k->s->app->book;
	instant now = app_now(k->s->app);
	view_head(&v, b, now, false);
	view_today(&v, b, now);
	view_put(&v, "form", journal_form(k->alur, a));
	view_put(&v, "alur", k->alur == NULL ? "" : k->alur->name);
	view_put(&v, "tahun", k->year);
	view_put(&v, "banyak", arena_print(a, "%zu", k->table.row_count));
	put_pages(&v, &k->table);
	view_put(&v, "total_masuk", digits(k->in, a));
	view_put(&v, "total_keluar", digits(k->out, a));
	view_put(&v, "total_sisa", digits(k->in - k->out, a));
	view_officer(&v, b, "ketua");
	return view_finish(&v);
}

struct specimen journalbook_specimen(struct app *p, struct arena *a)
{
	const struct login s = { .app = p };
	const struct journal_book none = { .s = &s, .year = "" };
	return (struct specimen){ "buku-jurnal", cover_view(&none, a) };
}

static bool add_page(const struct journal_book *k, size_t i, struct arena *pdf, struct bytes *out,
                     struct fault *why)
{
	struct filing f;
	struct journal_sheet sheet;
	struct app *app = k->s->app;
	struct arena a = arena_start(PAGE_MEMORY);
	const struct printing how = { .now = app_now(app), .paper = "jurnal" };
	bool good = filing_whole(app, &k->filings[i], &a, &f, why) &&
	            journal_sheet_read(k->s, &k->filings[i], &a, &sheet, why);
	if (good)
		good = page_add(app, i + 1 == k->count,
		                &(struct specimen){ "jurnal",
		                                    journal_view(app->book, &f, &how, &sheet, &a) },
		                pdf, out, why);
	arena_drop(&a);
	return good;
}

static bool book_put(const struct journal_book *k, struct arena *a, struct printed *out,
                     struct fault *why)
{
	struct bytes pdf = { NULL, 0 };
	const struct specimen cover = { "buku-jurnal", cover_view(k, a) };
	bool good = page_add(k->s->app, k->count == 0, &cover, a, &pdf, why);
	for (size_t i = 0; good && i < k->count; i++)
		good = add_page(k, i, a, &pdf, why);
	paper_path(k->s, arena_print(a, "buku-jurnal-%s-%s.pdf", k->alur->code, k->year), out);
	good = good && paper_put(k->s, out, &pdf, why);
	if (!good)
		pages_give_up(k->s->app);
	return good;
}

bool service_journal_book_print(const struct login *s, const char *alur, const char *year,
                                struct printed *out, struct fault *why)
{
	struct journal_book k;
	struct arena a = arena_start(BOOK_MEMORY);
	bool good = may_or_refuse(s, PRINT, why) && may_or_refuse(s, LOOK, why) &&
	            book_open(s, alur, year, &a, &k, why) && book_rows(&k, &a, why) &&
	            book_put(&k, &a, out, why);
	arena_drop(&a);
	return good;
}

bool service_journal_book_csv(const struct login *s, const char *alur, const char *year,
                              struct printed *out, struct fault *why)
{
	struct table t;
	struct arena a = arena_start(BOOK_MEMORY);
	bool good =
	    may_or_refuse(s, PRINT, why) && service_journal_book(s, alur, year, &a, &t, why) &&
	    table_put(s, &t, arena_print(&a, "buku-jurnal-%s-%s.csv", alur, year), out, why);
	arena_drop(&a);
	return good;
}
