/* The books of a court's money, each read out of the ledger: Buku Induk Keuangan (KI-PA6), buku kas
 * bantu, the fees owed to the State (KI-PA8), unclaimed money, LIPA 7.A, and the year's journals
 * (KI-PA1). Buku II: KI-PA6 copies what all journals did, day by day; of the kas bantu the panitera
 * gets a sheet. */
#include <stdio.h>
#include <string.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/store/filing.h"
#include "loket/store/money.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

#define LOOK  "lihat.uang"
#define PRINT "cetak.buku"

enum { BOOK_MEMORY = 256 * 1024 * 1024 };

static const struct book_kind {
	const char *key, *title, *form; /* form: "KI-PA6"; "" : it has no name */
	const char *template;
	const char *accounts;
	int sign;
	book_layout *layout;
} kinds[] = {
	{ "induk", N_("Buku Induk Keuangan Perkara"), "KI-PA6", "buku-induk", BOOK_CASES, -1,
	  book_of_cases },
	{ "kas", N_("Buku kas bantu"), "", "buku-kas", BOOK_BANK, 1, book_of_cash },
	{ "hhk", N_("Buku penerimaan hak-hak kepaniteraan"), "KI-PA8", "buku-hhk", BOOK_STATE, -1,
	  book_of_state },
	{ "tak-bertuan", N_("Buku uang tak bertuan"), "", "buku-tak-bertuan", BOOK_UNCLAIMED, -1,
	  book_of_unclaimed },
	{ "lipa-7a", N_("Laporan keuangan perkara"), "LIPA 7.A", "lipa-7a", BOOK_CASES, -1,
	  book_of_lipa },
};
_Static_assert(COUNT_OF(kinds) == BOOKS, "a paper of each");

static const struct book_kind *kind_named(const char *key)
{
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		if (text_same(kinds[i].key, key))
			return &kinds[i];
	}
	return NULL;
}

/* ---- reading ---- */

/* A year, a month or a day; "" : this month. */
static bool period_of(const struct login *s, const char *typed, struct arena *a, struct book *out,
                      struct fault *why)
{
	char iso[16];
	day_iso(instant_day(app_now(s->app), &s->app->book->court.zone), iso, sizeof iso);
	out->period = text_is_empty(typed) ? arena_print(a, "%.7s", iso) : typed;
	return period_parse(out->period, &out->days) ||
	       fault_set(why, FAULT_MISUSE,
	                 N_("Masa %1 harus ditulis hari, bulan atau tahun, mis. 2026-11"), typed);
}

static bool read(const struct login *s, const struct book_kind *kind, struct arena *a,
                 struct book *out, struct fault *why)
{
	const struct book_ask ask = { kind->accounts, kind->sign, out->days.first, out->days.last,
		                      NULL };
	out->key = kind->key;
	out->title = kind->title;
	out->form = kind->form;
	if (!book_read(s->app->store, &ask, a, &out->before, &out->page, why))
		return false;
	for (size_t i = 0; i < out->page.count; i++) {
		out->in += out->page.items[i].in;
		out->out += out->page.items[i].out;
	}
	out->after = out->before + out->in - out->out;
	book_tabulate(s->app->book, kind->layout, a, out);
	return true;
}

bool service_book(const struct login *s, const char *key, const char *period, struct arena *a,
                  struct book *out, struct fault *why)
{
	const struct book_kind *kind = kind_named(key);
	*out = (struct book){ 0 };
	if (kind == NULL)
		return fault_set(why, FAULT_MISUSE, N_("Tidak ada buku %1; lihat loket help book"),
		                 key);
	return may_or_refuse(s, LOOK, why) && period_of(s, period, a, out, why) &&
	       read(s, kind, a, out, why);
}

bool service_books(const struct login *s, const char *period, struct arena *a,
                   struct book_list *out, struct fault *why)
{
	bool good = may_or_refuse(s, LOOK, why);
	*out = (struct book_list){ .items = arena_get(a, COUNT_OF(kinds), sizeof *out->items) };
	for (size_t i = 0; good && i < COUNT_OF(kinds); i++) {
		struct book *b = &out->items[out->count];
		*b = (struct book){ 0 };
		good = period_of(s, period, a, b, why) && read(s, &kinds[i], a, b, why);
		out->count += good;
	}
	return good;
}

/* ---- on paper ---- */

static const char *digits(rupiah n, struct arena *a)
{
	char out[32];
	money_digits(n, out, sizeof out);
	return arena_text(a, out);
}

static bool is_money(const struct column *c)
{
	return c->kind == COLUMN_NUMBER && !text_same(c->name, "urut");
}

/* Rows by the names of their columns, and under each amount its sum: `total_masuk`. */
static void put_rows(struct view *v, const struct table *t)
{
	struct text names = text_start(v->a);
	rupiah *sums = arena_get(v->a, t->column_count + 1, sizeof *sums);
	memset(sums, 0, t->column_count * sizeof *sums);
	for (size_t i = 0; i < t->column_count; i++)
		text_addf(&names, "%s%s", i > 0 ? " " : "", t->columns[i].name);
	view_rows(v, "baris", names.s);
	for (size_t row = 0; row < t->row_count; row++) {
		view_row(v);
		for (size_t i = 0; i < t->column_count; i++) {
			const char *cell = t->cells[row * t->column_count + i];
			long long n;
			bool counts = is_money(&t->columns[i]) &&
			              text_number(cell, INT64_MIN, INT64_MAX, &n);
			if (counts)
				sums[i] += n;
			view_put(v, t->columns[i].name, counts ? digits(n, v->a) : cell);
		}
		view_row_end(v);
	}
	view_rows_end(v);
	for (size_t i = 0; i < t->column_count; i++) {
		if (is_money(&t->columns[i]))
			view_put(v, arena_print(v->a, "total_%s", t->columns[i].name),
			         digits(sums[i], v->a));
	}
}

/* "November 2026", "25 November 2026", "2026". */
static const char *period_words(const struct book *book, struct arena *a)
{
	char words[64];
	if (strlen(book->period) == strlen("2026"))
		return book->period;
	day_words(book->days.last, words, sizeof words);
	return arena_text(a, strlen(book->period) == strlen("2026-11")
	                         ? words + strcspn(words, " ") + 1
	                         : words);
}

/* The berita acara that closed the days, with who closed and who has seen it; empty: none did. */
static bool closing_of_book(const struct login *s, const struct book *book, struct arena *a,
                            struct closing *out, struct fault *why)
{
	const char *name;
	*out = (struct closing){ .last = book->days.last,
		                 .month = book->days.last > book->days.first,
		                 .who = "",
		                 .known_by = "" };
	if (!closing_of(s->app->store, out, a, &name, why))
		return false;
	return text_is_empty(name) || service_closing(s, name, a, out, why);
}

static const char *view_of(const struct login *s, const struct book *book, const struct closing *c,
                           struct arena *a)
{
	struct view v = view_start(a);
	const struct rulebook *b = s->app->book;
	instant now = app_now(s->app);
	view_head(&v, b, now, false);
	view_today(&v, b, now);
	view_put(&v, "buku", book->title);
	view_put(&v, "form", book->form);
	view_put(&v, "masa", period_words(book, a));
	put_rows(&v, &book->table);
	view_put(&v, "saldo_awal", digits(book->before, a));
	view_put(&v, "saldo_akhir", digits(book->after, a));
	view_put(&v, "penerimaan", digits(book->in, a));
	view_put(&v, "pengeluaran", digits(book->out, a));
	view_put(&v, "jumlah", digits(book->before + book->in, a));
	view_put(&v, "ditutup", c->serial == 0 ? "" : closing_name(c, a));
	view_person(&v, b, "kasir", roles_include(s->roles, "kasir") ? s->full_name : "");
	view_person(&v, b, "panitera", c->who);
	view_person(&v, b, "ketua", c->known_by);
	return view_finish(&v);
}

void book_specimens(struct app *p, struct arena *a, struct specimen *out)
{
	const struct login s = { .app = p };
	const struct closing none = { .who = "", .known_by = "" };
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		struct book book = { .period = "2000",
			             .title = kinds[i].title,
			             .form = kinds[i].form };
		book_tabulate(p->book, kinds[i].layout, a, &book);
		out[i] = (struct specimen){ kinds[i].template, view_of(&s, &book, &none, a) };
	}
}

static const char *file_name(const struct book *book, const char *ending, struct arena *a)
{
	return arena_print(a, "buku-%s-%s.%s", book->key, book->period, ending);
}

bool service_book_print(const struct login *s, const char *key, const char *period,
                        struct printed *out, struct fault *why)
{
	struct book book;
	struct closing c;
	struct arena a = arena_start(BOOK_MEMORY);
	bool good = may_or_refuse(s, PRINT, why) && service_book(s, key, period, &a, &book, why) &&
	            closing_of_book(s, &book, &a, &c, why);
	if (good)
		good = page_put(s, kind_named(key)->template, view_of(s, &book, &c, &a),
		                file_name(&book, "pdf", &a), out, why);
	arena_drop(&a);
	return good;
}

bool service_book_csv(const struct login *s, const char *key, const char *period,
                      struct printed *out, struct fault *why)
{
	struct book book;
	struct arena a = arena_start(BOOK_MEMORY);
	bool good = may_or_refuse(s, PRINT, why) && service_book(s, key, period, &a, &book, why) &&
	            table_put(s, &book.table, file_name(&book, "csv", &a), out, why);
	arena_drop(&a);
	return good;
}
