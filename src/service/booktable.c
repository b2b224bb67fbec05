/* The columns and rows of each book, out of the entries that it holds. Columns of kinds of expense
 * are those of list kategori-jurnal, in its order; what has no kind stands under `lain`. Amounts
 * are bare digits, nothing where there is none. */
#include <string.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define OTHER "lain"

enum { COLUMNS_MOST = 40, SHORT_DATE = 16 };

struct book_sheet {
	const struct rulebook *b;
	const struct book *book;
	struct arena *a;
	struct column *columns;
	size_t capacity;
	struct table *t;
};

/* ---- making a table ---- */

static void column_add(struct book_sheet *l, const char *name, const char *title,
                       enum column_kind kind)
{
	l->columns[l->t->column_count++] = (struct column){ name, title, kind };
}

static void row_add(struct book_sheet *l, const char *const *cells)
{
	struct table *t = l->t;
	for (size_t i = 0; i < t->column_count; i++) {
		size_t at = t->row_count * t->column_count + i;
		t->cells = list_grow(l->a, t->cells, at, &l->capacity, sizeof *t->cells);
		t->cells[at] = cells[i];
	}
	t->row_count++;
}

static const char *number(const struct book_sheet *l, rupiah n)
{
	return n == 0 ? "" : arena_print(l->a, "%lld", (long long)n);
}

static const char *balance(const struct book_sheet *l, rupiah n)
{
	return arena_print(l->a, "%lld", (long long)n);
}

static const char *place(const struct book_sheet *l)
{
	return arena_print(l->a, "%zu", l->t->row_count + 1);
}

static const char *date(const struct book_sheet *l, day d)
{
	char out[SHORT_DATE];
	day_show(d, out, sizeof out);
	return arena_text(l->a, out);
}

static const char *hour(const struct book_sheet *l, instant at)
{
	char out[SHORT_DATE];
	instant_clock(at, &l->b->court.zone, out, sizeof out);
	return arena_text(l->a, out);
}

/* ---- kinds of expense, or of what the State is owed ---- */

struct kinds {
	const struct choice *items[COLUMNS_MOST];
	rupiah sums[COLUMNS_MOST + 1]; /* the last: of no kind */
	size_t count;
};

/* Those tagged "lain" are rare, and have no column of their own. */
static struct kinds kinds_tagged(const struct book_sheet *l, const char *tag, bool rare)
{
	struct kinds k = { 0 };
	const struct choices *all = choices_named(l->b->lists, l->b->list_count, BOOK_KINDS);
	for (size_t i = 0; all != NULL && i < all->count && k.count < COLUMNS_MOST; i++) {
		const char *kind = all->items[i].value;
		if ((text_is_empty(tag) || choices_tagged(all, kind, tag)) &&
		    (rare || !choices_tagged(all, kind, "lain")))
			k.items[k.count++] = &all->items[i];
	}
	return k;
}

static void kinds_columns(struct book_sheet *l, const struct kinds *k)
{
	for (size_t i = 0; i < k->count; i++)
		column_add(l, k->items[i]->value, k->items[i]->label, COLUMN_NUMBER);
	column_add(l, OTHER, _("lain-lain"), COLUMN_NUMBER);
}

static size_t kind_of(const struct kinds *k, const char *category)
{
	size_t i = 0;
	while (i < k->count && !text_same(k->items[i]->value, category))
		i++;
	return i;
}

/* ---- the books ---- */

/* What a case did on a day, told in one line. */
struct day_line {
	day on;
	const char *matter, *said;
	rupiah in, out, left;
	struct kinds kinds;
};

static void line_add(struct book_sheet *l, const struct day_line *d)
{
	const char *cells[COLUMNS_MOST];
	size_t n = 0;
	cells[n++] = place(l);
	cells[n++] = date(l, d->on);
	cells[n++] = d->matter;
	cells[n++] = number(l, d->in);
	for (size_t i = 0; i <= d->kinds.count; i++)
		cells[n++] = number(l, d->kinds.sums[i]);
	cells[n++] = number(l, d->out);
	cells[n++] = balance(l, d->left);
	cells[n++] = d->said;
	row_add(l, cells);
}

/* A line for each case and day; `kinds` divides what goes out, or (`of_in`) what comes in. */
static void by_kind(struct book_sheet *l, const struct kinds *kinds, bool of_in)
{
	const struct journal_page *page = &l->book->page;
	struct day_line line = { .kinds = *kinds };
	for (size_t i = 0; i < page->count; i++) {
		const struct journal_row *r = &page->items[i];
		rupiah divided = of_in ? r->in : r->out;
		line.on = r->posted;
		line.matter = r->matter;
		line.said = of_in && r->out > 0 ? r->what : "";
		line.in += r->in;
		line.out += r->out;
		line.left = r->left;
		line.kinds.sums[kind_of(kinds, r->category)] += divided;
		bool more = i + 1 < page->count && page->items[i + 1].posted == r->posted &&
		            text_same(page->items[i + 1].matter, r->matter) &&
		            text_is_empty(line.said);
		if (more)
			continue;
		line_add(l, &line);
		line = (struct day_line){ .kinds = *kinds };
	}
}

static void head_columns(struct book_sheet *l)
{
	column_add(l, "urut", _("No"), COLUMN_NUMBER);
	column_add(l, "tanggal", _("Tanggal"), COLUMN_TEXT);
	column_add(l, "perkara", _("Perkara"), COLUMN_TEXT);
	column_add(l, "masuk", _("Penerimaan"), COLUMN_NUMBER);
}

void book_of_cases(struct book_sheet *l)
{
	const struct kinds kinds = kinds_tagged(l, "", false);
	head_columns(l);
	kinds_columns(l, &kinds);
	column_add(l, "keluar", _("Jumlah keluar"), COLUMN_NUMBER);
	column_add(l, "saldo", _("Saldo"), COLUMN_NUMBER);
	column_add(l, "ket", _("Keterangan"), COLUMN_TEXT);
	by_kind(l, &kinds, false);
}

void book_of_state(struct book_sheet *l)
{
	const struct kinds kinds = kinds_tagged(l, "pnbp", false);
	head_columns(l);
	kinds_columns(l, &kinds);
	column_add(l, "keluar", _("Disetor"), COLUMN_NUMBER);
	column_add(l, "saldo", _("Belum disetor"), COLUMN_NUMBER);
	column_add(l, "ket", _("Keterangan"), COLUMN_TEXT);
	by_kind(l, &kinds, true);
}

void book_of_cash(struct book_sheet *l)
{
	static const struct column columns[] = {
		{ "urut", N_("No"), COLUMN_NUMBER },
		{ "tanggal", N_("Tanggal"), COLUMN_TEXT },
		{ "pukul", N_("Pukul"), COLUMN_TEXT },
		{ "perkara", N_("Perkara"), COLUMN_TEXT },
		{ "uraian", N_("Uraian"), COLUMN_TEXT },
		{ "bukti", N_("Bukti"), COLUMN_TEXT },
		{ "masuk", N_("Penerimaan"), COLUMN_NUMBER },
		{ "keluar", N_("Pengeluaran"), COLUMN_NUMBER },
		{ "saldo", N_("Saldo"), COLUMN_NUMBER },
		{ "oleh", N_("Oleh"), COLUMN_TEXT },
	};
	const struct journal_page *page = &l->book->page;
	for (size_t i = 0; i < COUNT_OF(columns); i++)
		column_add(l, columns[i].name, _(columns[i].title), columns[i].kind);
	for (size_t i = 0; i < page->count; i++) {
		const struct journal_row *r = &page->items[i];
		row_add(l,
		        (const char *const[]){ place(l), date(l, r->posted), hour(l, r->at),
		                               r->matter, r->what, r->proof, number(l, r->in),
		                               number(l, r->out), balance(l, r->left), r->person });
	}
}

void book_of_unclaimed(struct book_sheet *l)
{
	static const struct column columns[] = {
		{ "urut", N_("No"), COLUMN_NUMBER },
		{ "tanggal", N_("Tanggal"), COLUMN_TEXT },
		{ "perkara", N_("Perkara"), COLUMN_TEXT },
		{ "nama", N_("Nama"), COLUMN_TEXT },
		{ "uraian", N_("Uraian"), COLUMN_TEXT },
		{ "masuk", N_("Jumlah"), COLUMN_NUMBER },
		{ "keluar", N_("Disetor"), COLUMN_NUMBER },
		{ "saldo", N_("Saldo"), COLUMN_NUMBER },
	};
	const struct journal_page *page = &l->book->page;
	for (size_t i = 0; i < COUNT_OF(columns); i++)
		column_add(l, columns[i].name, _(columns[i].title), columns[i].kind);
	for (size_t i = 0; i < page->count; i++) {
		const struct journal_row *r = &page->items[i];
		row_add(l, (const char *const[]){ place(l), date(l, r->posted), r->matter, r->title,
		                                  r->what, number(l, r->in), number(l, r->out),
		                                  balance(l, r->left) });
	}
}

/* "12.a" of "LIPA 7.A no. 12.a": the number of its row there. */
static const char *lipa_number(const struct choice *kind)
{
	const char *no = strstr(kind->note, "no. ");
	return no == NULL ? "" : no + strlen("no. ");
}

void book_of_lipa(struct book_sheet *l)
{
	struct kinds kinds = kinds_tagged(l, "", true);
	const struct book *book = l->book;
	column_add(l, "nomor", _("No"), COLUMN_TEXT);
	column_add(l, "uraian", _("Uraian"), COLUMN_TEXT);
	column_add(l, "masuk", _("Penerimaan"), COLUMN_NUMBER);
	column_add(l, "keluar", _("Pengeluaran"), COLUMN_NUMBER);
	for (size_t i = 0; i < book->page.count; i++) {
		const struct journal_row *r = &book->page.items[i];
		kinds.sums[kind_of(&kinds, r->category)] += r->out;
	}
	row_add(l, (const char *const[]){ "1", N_("Saldo awal"), balance(l, book->before), "" });
	row_add(l,
	        (const char *const[]){ "2", N_("Penerimaan bulan ini"), balance(l, book->in), "" });
	for (size_t i = 0; i < kinds.count; i++)
		row_add(l,
		        (const char *const[]){ lipa_number(kinds.items[i]), kinds.items[i]->label,
		                               "", balance(l, kinds.sums[i]) });
	row_add(l, (const char *const[]){ "", N_("lain-lain"), "",
	                                  balance(l, kinds.sums[kinds.count]) });
}

void book_tabulate(const struct rulebook *b, book_layout *layout, struct arena *a,
                   struct book *book)
{
	struct book_sheet l = { .b = b, .book = book, .a = a, .t = &book->table };
	l.columns = arena_get(a, COLUMNS_MOST, sizeof *l.columns);
	book->table = (struct table){ .title = book->title, .columns = l.columns };
	layout(&l);
}
