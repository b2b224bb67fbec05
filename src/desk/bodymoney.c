/* Steps 5, 6 and 8: the e-SKUM, the payment that is waited for, the number that SIPP gives. */
#include <string.h>

#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "filing.h"

enum { LINE_TIMES = 14, LINE_AMOUNT = 11, VA_GROUP = 4 };

static void draw_line(const struct desk *d, struct cells *c, struct area line,
                      const struct skum_line *l)
{
	struct arena *a = d->scratch;
	int label = line.cols - LINE_TIMES - LINE_AMOUNT, col = line.col + label;
	cells_put_fit(c, line.row, line.col, label - 1, STYLE_PLAIN,
	              skum_line_said(d->app->book, l, a));
	cells_put_right(c, line.row, col, LINE_TIMES, STYLE_DIM,
	                arena_print(a, "%lld × %s", (long long)l->times, shown_digits(a, l->each)));
	cells_put_right(c, line.row, col + LINE_TIMES, LINE_AMOUNT, STYLE_PLAIN,
	                shown_digits(a, l->amount));
}

/* Rows used. */
static int draw_sum(const struct desk *d, struct cells *c, struct area where, const struct skum *s)
{
	frame_sum(c, where, _("Panjar biaya perkara"), shown_rupiah(d->scratch, s->total));
	cells_cursor(c, where.row + 1, where.col); /* where no field is */
	return 2;
}

static int draw_skum(const struct desk *d, struct cells *c, struct area where, const struct skum *s)
{
	int row = where.row, most = where.row + where.rows - 4;
	int col = where.col + where.cols - LINE_TIMES - LINE_AMOUNT;
	cells_put(c, row, where.col, STYLE_TITLE, _("Komponen"));
	cells_put_right(c, row, col, LINE_TIMES, STYLE_TITLE, _("hitungan"));
	cells_put_right(c, row++, col + LINE_TIMES, LINE_AMOUNT, STYLE_TITLE, _("jumlah"));
	for (size_t i = 0; i < s->line_count && row < most; i++)
		draw_line(d, c, (struct area){ row++, where.col, 1, where.cols }, &s->lines[i]);
	row += draw_sum(d, c, (struct area){ row, where.col, 2, where.cols }, s);
	row += frame_paragraph(c, (struct area){ row, where.col, 2, where.cols }, STYLE_DIM,
	                       terbilang_rupiah(s->total, d->scratch));
	return row - where.row;
}

/* ---- 5: before it is issued the reckoning of today, afterwards the one that was issued ---- */

static void skum_draw(const struct filing_view *v, const struct desk *d, struct cells *c,
                      struct area where)
{
	const struct session *s = &v->face.session;
	const struct skum *issued = &s->filing.skum;
	if (s->panjar.line_count == 0 && issued->round == 0 && !s->allowed) {
		frame_sentence(c, where, STYLE_DIM,
		               _("Belum ada e-SKUM. Panjar dihitung setelah langkah 4 selesai."));
		return;
	}
	bool low = where.rows < BODY_ROWS_LEAST && s->has_form;
	int row = low ? draw_sum(d, c, where, &s->panjar) : draw_skum(d, c, where, &s->panjar) + 1;
	if (issued->round > 0)
		cells_put(c, where.row + row++, where.col, STYLE_TITLE,
		          message_text(d->scratch, _("Nomor %1"), issued->number));
	if (s->has_form)
		formview_draw(&v->face.form, c,
		              (struct area){ where.row + row, where.col, where.rows - row,
		                             where.cols });
}

static struct intent say_basis(void *model, struct desk *d)
{
	const struct filing_view *v = model;
	const struct skum *panjar = &v->face.session.panjar;
	struct text t = text_start(v->face.a);
	const char *last = "";
	for (size_t i = 0; i < panjar->line_count; i++) {
		const char *basis = panjar->lines[i].basis;
		if (text_same(basis, last))
			continue;
		text_addf(&t, "%s%s: %s", t.length > 0 ? "; " : "", panjar->lines[i].label, basis);
		last = basis;
	}
	desk_say_with(d, STYLE_DIM, "%1", t.s);
	return stay();
}

static bool is_reckoned(const void *model)
{
	return ((const struct filing_view *)model)->face.session.panjar.line_count > 0;
}

static bool is_to_issue(const void *model)
{
	return is_reckoned(model) && filing_when_allowed(model);
}

static const struct binding skum_keys[] = {
	FORM_FINISH(N_("terbitkan")),
	{ K_F2, .run = say_basis, .when = is_to_issue },
	{ K_F2, .run = say_basis, .when = is_reckoned, .quiet = true },
	{ K_F9, .when = filing_when_issued },
};
const struct body body_skum = { .act = &act_issue, .keys = BINDINGS(skum_keys), .draw = skum_draw };

/* ---- 6 ---- */

/* "8808 0000 0000 01" */
static const char *va_grouped(const char *number, struct arena *a)
{
	struct text t = text_start(a);
	number += strspn(number, " ");
	for (size_t n = 0; number[n] != '\0'; n++)
		text_addf(&t, "%s%c", n > 0 && n % VA_GROUP == 0 ? " " : "", number[n]);
	return t.s;
}

static const char *waiting_words(const struct filing *f, const struct va *va)
{
	static const char *const words[] = {
		[VA_ASKED] = N_("Menunggu nomor VA dari bank. Silakan lanjutkan pekerjaan lain."),
		[VA_LIVE] = N_("Menunggu pembayaran. Layar ini berubah sendiri saat lunas."),
		[VA_PAID] = N_("Lunas."),
		[VA_EXPIRED] = N_("VA kedaluwarsa sebelum dibayar. F10 meminta VA baru."),
		[VA_CANCELLED] = N_("VA dibatalkan. F10 meminta VA baru."),
		[VA_REFUSED] = N_("Bank menolak membuat VA. F10 meminta lagi."),
		[VA_TROUBLE] = N_("Jawaban bank tidak cocok; kasir perlu memeriksanya."),
	};
	if (va == NULL)
		return f->skum.round == 0 ? N_("Belum ada yang harus dibayar: e-SKUM belum terbit.")
		                          : N_("Tidak ada yang harus dibayar.");
	return words[va->state];
}

static int draw_va(const struct desk *d, struct cells *c, struct area where, const struct va *va)
{
	char date[64];
	const struct rulebook *book = d->app->book;
	const struct zone *z = &book->court.zone;
	const struct choices *banks = choices_named(book->lists, book->list_count, "bank-va");
	const struct choice *bank = banks == NULL ? NULL : choices_find(banks, va->bank);
	day_in_full(instant_day(va->expires, z), date, sizeof date);
	cells_put(c, where.row, where.col, STYLE_DIM, _("Nomor virtual account"));
	cells_put(c, where.row + 2, where.col, STYLE_TITLE,
	          va->number[0] == '\0' ? "…" : va_grouped(va->number, d->scratch));
	int used = cells_put(c, where.row + 4, where.col, STYLE_TITLE,
	                     shown_rupiah(d->scratch, va->amount));
	cells_put(c, where.row + 4, where.col + used + 3, STYLE_PLAIN,
	          bank == NULL ? va->bank : bank->label);
	used = cells_put(c, where.row + 5, where.col, STYLE_DIM, _("dibayar sebelum"));
	cells_put(c, where.row + 5, where.col + used + 1, STYLE_PLAIN,
	          arena_print(d->scratch, "%s %s %s", date, shown_clock(d->scratch, va->expires, z),
	                      z->name));
	return 7;
}

static void draw_events(const struct filing_view *v, const struct desk *d, struct cells *c,
                        struct area where)
{
	const struct history *all = &v->face.session.history;
	int row = where.row;
	for (size_t i = 0; i < all->count && row < where.row + where.rows; i++) {
		const struct history_row *h = &all->items[i];
		if (!text_same(h->step, filing_step_key(v, d)) && !text_same(h->step, SKUM))
			continue;
		int used = cells_put(c, row, where.col, STYLE_DIM,
		                     shown_clock(d->scratch, h->at, &d->app->book->court.zone)) +
		           2;
		cells_put_fit(c, row++, where.col + used, where.cols - used, STYLE_PLAIN,
		              sentence_said(d->scratch, h->text));
	}
}

static void payment_draw(const struct filing_view *v, const struct desk *d, struct cells *c,
                         struct area where)
{
	const struct va *va = filing_va(&v->face.session.filing);
	int row = va == NULL ? 0 : draw_va(d, c, where, va);
	enum style style = va != NULL && va->state == VA_PAID ? STYLE_DONE : STYLE_PLAIN;
	struct area words = { where.row + row, where.col, 2, where.cols };
	row += frame_sentence(c, words, style,
	                      desk_keys(d, _(waiting_words(&v->face.session.filing, va)))) +
	       1;
	if (va != NULL && !text_is_empty(va->note))
		row += frame_paragraph(c,
		                       (struct area){ where.row + row, where.col, 3, where.cols },
		                       STYLE_WARNING, sentence_said(d->scratch, va->note));
	draw_events(v, d, c,
	            (struct area){ where.row + row, where.col, where.rows - row, where.cols });
}

static bool is_live(const void *model)
{
	const struct filing_view *v = model;
	const struct va *va = filing_va(&v->face.session.filing);
	return va != NULL && va->state == VA_LIVE;
}

static struct intent ask_bank(void *model, struct desk *d)
{
	return filing_do(model, d, &act_va_ask);
}

static const struct binding payment_keys[] = {
	FORM_FINISH(N_("minta VA baru")),
	{ K_F5, .label = N_("tanyakan ke bank"), .run = ask_bank, .when = is_live },
	{ K_F9, .when = filing_when_issued },
};
const struct body body_payment = { .act = &act_va_renew,
	                           .keys = BINDINGS(payment_keys),
	                           .draw = payment_draw };

/* ---- 8 ---- */

/* The number, or why there is none yet. */
static void draw_number(const struct filing *f, const struct desk *d, struct cells *c,
                        struct area where)
{
	const struct step_record *s = filing_step(f, NOMOR);
	enum step_state state = s == NULL ? STEP_BLANK : s->state;
	struct arena *a = d->scratch;
	char date[64];
	if (!text_is_empty(f->number.number)) {
		day_in_full(f->number.registered, date, sizeof date);
		cells_put(c, where.row, where.col, STYLE_DIM, _("Nomor perkara"));
		frame_sentence(c, (struct area){ where.row + 2, where.col, 1, where.cols },
		               STYLE_TITLE, f->number.number);
		cells_put(c, where.row + 3, where.col, STYLE_PLAIN,
		          message_text(a, _("terdaftar %1"), date));
	} else if (state == STEP_WAITING) {
		frame_sentence(
		    c, where, STYLE_PLAIN,
		    message_text(
		        a,
		        _("Menunggu SIPP sejak %1. Nomor muncul sendiri; silakan lanjutkan pekerjaan lain."),
		        shown_clock(a, s->opened, &d->app->book->court.zone)));
	} else if (state == STEP_RETURNED) {
		frame_sentence(c, where, STYLE_WARNING,
		               message_text(a,
		                            desk_keys(d, _("%1. Perbaiki, lalu F10 meminta lagi.")),
		                            sentence_said(a, f->sipp_note)));
	} else {
		frame_sentence(c, where, STYLE_DIM, _("Nomor diberikan SIPP setelah verifikasi."));
	}
}

static void number_draw(const struct filing_view *v, const struct desk *d, struct cells *c,
                        struct area where)
{
	enum { NUMBER_ROWS = 5, USED = NUMBER_ROWS + CASE_ROWS + 1 };
	draw_number(&v->face.session.filing, d, c,
	            (struct area){ where.row, where.col, NUMBER_ROWS - 1, where.cols });
	case_draw(v, d, c,
	          (struct area){ where.row + NUMBER_ROWS, where.col, CASE_ROWS, where.cols });
	draw_events(v, d, c,
	            (struct area){ where.row + USED, where.col, where.rows - USED, where.cols });
}

static struct intent ask_sipp(void *model, struct desk *d)
{
	return filing_do(model, d, &act_case_ask);
}

static const struct binding number_keys[] = {
	FORM_FINISH(N_("minta lagi")),
	{ K_F5, .label = N_("tanyakan ke SIPP"), .run = ask_sipp, .when = case_when_numbered },
	{ K_F9, .when = filing_when_paid },
};
const struct body body_number = { .act = &act_number_ask,
	                          .keys = BINDINGS(number_keys),
	                          .draw = number_draw };
