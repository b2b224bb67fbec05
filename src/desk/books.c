/* Buku keuangan: each book of a month (or of a day, or a year) with what it began, took in, paid
 * and ended with; and the year's journals of each alur. Printed, or written as CSV, from here. */
#include <stdio.h>
#include <string.h>

#include "loket/book.h"
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "listview.h"

enum { PERIOD_MOST = 10, YEAR = 4 };

struct books_view {
	struct listview list;         /* the books, and behind them the journals by alur */
	char period[PERIOD_MOST + 1]; /* the last one that was typed whole */
	struct book_list books;
};

static size_t row_count(const struct books_view *v, const struct desk *d)
{
	return v->books.count + d->app->book->alur_count;
}

static bool books_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                       struct fault *why)
{
	struct books_view *v = model;
	char iso[16];
	day_iso(instant_day(d->now, &d->app->book->court.zone), iso, sizeof iso);
	snprintf(v->period, sizeof v->period, "%.7s", iso);
	entry_set(&v->list.list.typed, v->period);
	return true;
}

static bool books_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct books_view *v = model;
	v->books = (struct book_list){ 0 };
	bool good = service_books(&d->login, v->period, a, &v->books, why);
	listview_fit(&v->list, good ? row_count(v, d) : 0, d);
	return good;
}

static struct intent books_typed(void *model, struct desk *d)
{
	struct books_view *v = model;
	struct period p;
	const struct entry *typed = &v->list.list.typed;
	if (!period_parse(typed->text, &p) || text_same(typed->text, v->period))
		return stay();
	snprintf(v->period, sizeof v->period, "%s", typed->text);
	desk_quiet(d);
	return read_again();
}

static void books_row(const void *model, const struct desk *d, size_t at, struct listview_row *out)
{
	const struct books_view *v = model;
	if (at >= v->books.count) {
		const struct alur *alur = &d->app->book->alurs[at - v->books.count];
		out->cells[0] = message_text(d->scratch, _("Buku jurnal %1, %2"), alur->name,
		                             arena_print(d->scratch, "%.4s", v->period));
		out->cells[1] = "KI-PA1";
		return;
	}
	const struct book *b = &v->books.items[at];
	out->cells[0] = _(b->title);
	out->cells[1] = b->form;
	out->cells[2] = shown_rupiah(d->scratch, b->before);
	out->cells[3] = shown_rupiah(d->scratch, b->in);
	out->cells[4] = shown_rupiah(d->scratch, b->out);
	out->cells[5] = shown_rupiah(d->scratch, b->after);
}

static const struct listview_column columns[] = {
	{ N_("Buku"), .share = 1 },
	{ N_("Bentuk"), .width = 8, .windows = LISTVIEW_WIDE },
	{ N_("Awal"), .width = 14, .right = true, .windows = LISTVIEW_WIDE },
	{ N_("Masuk"), .width = 13, .right = true },
	{ N_("Keluar"), .width = 13, .right = true },
	{ N_("Akhir"), .width = 13, .right = true },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.below = 3,
	.typing = N_("Masa"),
	.typed_most = PERIOD_MOST,
	.fixed = true,
	.row = books_row,
};

/* ---- keys ---- */

static struct intent put(struct books_view *v, struct desk *d, bool pdf)
{
	struct printed printed;
	struct fault why = { 0 };
	size_t at = listview_at(&v->list);
	char year[YEAR + 1];
	snprintf(year, sizeof year, "%.*s", YEAR, v->period);
	bool done;
	if (at >= v->books.count) {
		const char *code = d->app->book->alurs[at - v->books.count].code;
		done = (pdf ? service_journal_book_print
		            : service_journal_book_csv)(&d->login, code, year, &printed, &why);
	} else {
		done = (pdf ? service_book_print : service_book_csv)(&d->login,
		                                                     v->books.items[at].key,
		                                                     v->period, &printed, &why);
	}
	return desk_printed(d, done, &printed, &why);
}

static struct intent print(void *model, struct desk *d)
{
	return put(model, d, true);
}

static struct intent write_csv(void *model, struct desk *d)
{
	return put(model, d, false);
}

static const struct binding keys[] = {
	{ K_F9, .run = print, .when = listview_when_any, .right = "cetak.buku" },
	{ K_F5, .label = N_("tulis CSV"), .run = write_csv, .when = listview_when_any,
	  .right = "cetak.buku" },
};

static void books_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct books_view *v = model;
	size_t at = listview_at(&v->list);
	desk_head(d, c, _("Buku keuangan"));
	if (at >= v->books.count)
		return;
	const struct book *b = &v->books.items[at];
	frame_paragraph(c, listview_below(&v->list, c), STYLE_DIM,
	                message_text(d->scratch, _("%1 baris, saldo awal %2"),
	                             shown_number(d->scratch, (int64_t)b->table.row_count),
	                             shown_rupiah(d->scratch, b->before)));
}

const struct screen screen_books = {
	.size = sizeof(struct books_view),
	.title = N_("Buku keuangan"),
	.help = N_(
	    "Buku-buku uang perkara, dihitung dari jurnal: Buku Induk, kas bantu, hak kepaniteraan, "
	    "uang tak bertuan, LIPA 7.A, dan buku jurnal setahun tiap alur. Ketik masanya (2026-11, "
	    "2026-11-25 atau 2026), lalu F9 mencetak yang dipilih, F5 menulis CSV."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.open = books_open,
	.read = books_read,
	.typed = books_typed,
	.draw = books_draw,
};
