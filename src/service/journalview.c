/* The view of forms/print/jurnal.xml: the page of one case in the journal KI-PA1 (Buku II: numbered
 * like the case, both parties, every receipt and expense with what proves it, closed when nothing
 * is left). */
#include <string.h>

#include "loket/court.h"
#include "loket/store/money.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

#define END "akhir"

static const char *money_words(rupiah amount, struct arena *a)
{
	char out[32];
	money_digits(amount, out, sizeof out);
	return amount == 0 ? "" : arena_text(a, out);
}

static const char *short_day(day d, struct arena *a)
{
	char out[16];
	day_show(d, out, sizeof out);
	return arena_text(a, out);
}

static const char *long_day(day d, struct arena *a)
{
	char out[64] = "";
	if (d != DAY_NONE)
		day_words(d, out, sizeof out);
	return arena_text(a, out);
}

bool journal_sheet_read(const struct login *s, const struct id *filing, struct arena *a,
                        struct journal_sheet *out, struct fault *why)
{
	rupiah before;
	struct store *store = s->app->store;
	struct book_ask ask = { .accounts = BOOK_CASES, .sign = -1, .filing = filing };
	*out = (struct journal_sheet){ .s = s };
	if (!book_read(store, &ask, a, &before, &out->page, why))
		return false;
	ask.accounts = BOOK_HELD;
	return book_read(store, &ask, a, &before, &out->held, why);
}

/* Of entries with these columns; those of money in suspense have fewer. */
static void put_entries(struct view *v, const struct rulebook *b, const struct journal_page *page,
                        bool whole)
{
	for (size_t i = 0; i < page->count; i++) {
		const struct journal_row *r = &page->items[i];
		view_row(v);
		view_put(v, "tanggal", short_day(r->posted, v->a));
		view_put(v, "uraian", journal_words(r, v->a));
		view_put(v, "masuk", money_words(r->in, v->a));
		view_put(v, "keluar", money_words(r->out, v->a));
		view_put(v, "sisa", r->left == 0 ? "0" : money_words(r->left, v->a));
		if (whole) {
			view_put(v, "nomor", arena_print(v->a, "%lld", (long long)r->number));
			view_put(v, "kategori", category_label(b, r->category));
			view_put(v, "bukti", r->proof);
			view_put(v, "oleh", r->person);
		}
		view_row_end(v);
	}
	view_rows_end(v);
}

/* "diputus 14 Desember 2026" */
static const char *end_words(const struct filing *f, struct arena *a)
{
	day on;
	const char *how = filing_value(f, END, "cara");
	if (!day_iso_parse(filing_value(f, END, "tanggal"), &on))
		return "";
	const char *word = text_same(how, "putus")   ? "diputus"
	                   : text_same(how, "cabut") ? "dicabut"
	                                             : "dicoret";
	return arena_print(a, "%s %s", word, long_day(on, a));
}

static void put_case(struct view *v, const struct rulebook *b, const struct filing *f)
{
	rupiah cost;
	const char *amar = filing_value(f, END, "biaya");
	const struct case_type *type = rulebook_type(b, filing_value(f, "pihak", "perkara_jenis"));
	view_put(v, "form", journal_form(rulebook_alur(b, filing_value(f, "pihak", "alur")), v->a));
	view_put(v, "halaman_buku",
	         f->number.sequence == 0
	             ? ""
	             : arena_print(v->a, "%lld", (long long)f->number.sequence));
	view_put(v, "nomor_perkara", f->number.number);
	view_put(v, "nomor_daftar", f->reg);
	view_put(v, "nama", f->title);
	view_put(v, "jenis", type == NULL ? "" : type->name);
	view_put(v, "pihak1", side_names(b, f, true, v->a));
	view_put(v, "pihak2", side_names(b, f, false, v->a));
	view_put(v, "terdaftar",
	         f->number.sequence == 0 ? "" : long_day(f->number.registered, v->a));
	view_put(v, "akhir", end_words(f, v->a));
	view_put(v, "dasar", filing_value(f, END, "alasan"));
	view_put(v, "biaya_putusan", money_plain_parse(amar, &cost) ? money_words(cost, v->a) : "");
}

static void put_sums(struct view *v, const struct filing *f, const struct journal_page *page)
{
	rupiah in = 0, out = 0;
	for (size_t i = 0; i < page->count; i++) {
		in += page->items[i].in;
		out += page->items[i].out;
	}
	bool ended = !text_is_empty(filing_value(f, END, "cara"));
	view_put(v, "total_masuk", in == 0 ? "0" : money_words(in, v->a));
	view_put(v, "total_keluar", out == 0 ? "0" : money_words(out, v->a));
	view_put(v, "sisa", money_words(in - out, v->a));
	view_put(v, "dikembalikan", money_words(f->returning, v->a));
	view_put(v, "ditutup",
	         ended && page->count > 0 && in == out
	             ? long_day(page->items[page->count - 1].posted, v->a)
	             : "");
}

/* "KI-PA1/G" of Pdt.G. */
const char *journal_form(const struct alur *alur, struct arena *a)
{
	const char *point = alur == NULL ? NULL : strchr(alur->code, '.');
	return point == NULL ? "KI-PA1" : arena_print(a, "KI-PA1/%s", point + 1);
}

const char *journal_view(const struct rulebook *b, const struct filing *f, const struct printing *p,
                         const struct journal_sheet *sheet, struct arena *a)
{
	struct view v = view_start(a);
	const struct login *s = sheet->s;
	view_head(&v, b, p->now, p->again);
	view_today(&v, b, p->now);
	put_case(&v, b, f);
	view_rows(&v, "ayat", "nomor tanggal uraian kategori bukti masuk keluar sisa oleh");
	put_entries(&v, b, &sheet->page, true);
	put_sums(&v, f, &sheet->page);
	view_rows(&v, "titipan", "tanggal uraian masuk keluar sisa");
	put_entries(&v, b, &sheet->held, false);
	view_flag(&v, "ada_titipan", sheet->held.count > 0);
	view_person(&v, b, "kasir", roles_include(s->roles, "kasir") ? s->full_name : "");
	view_person(&v, b, "panitera", roles_include(s->roles, "panitera") ? s->full_name : "");
	return view_finish(&v);
}
