/* Steps 5, 6 and 8: the e-SKUM, the payment that is waited for, the number that SIPP gives. */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "filing.h"

enum { LINE_TIMES = 14, LINE_AMOUNT = 11, VA_GROUP = 4 };

static void draw_line(struct cells *c, int row, struct area where, const struct skum_line *line)
{
	char times[40], amount[32], each[32];
	int label = where.cols - LINE_TIMES - LINE_AMOUNT;
	money_digits(line->each, each, sizeof each);
	money_digits(line->amount, amount, sizeof amount);
	snprintf(times, sizeof times, "%lld × %s", (long long)line->times, each);
	cells_put_fit(c, row, where.col, label - 1, STYLE_PLAIN, line->label);
	cells_put_right(c, row, where.col + label, LINE_TIMES, STYLE_DIM, times);
	cells_put_right(c, row, where.col + label + LINE_TIMES, LINE_AMOUNT, STYLE_PLAIN, amount);
}

static int draw_skum(struct cells *c, struct area where, const struct skum *s, bool words)
{
	char total[32];
	struct arena a = arena_start(MIB);
	int row = where.row, most = where.row + where.rows - (words ? 4 : 3);
	int label = where.cols - LINE_TIMES - LINE_AMOUNT;
	cells_put(c, row, where.col, STYLE_TITLE, _("Komponen"));
	cells_put_right(c, row, where.col + label, LINE_TIMES, STYLE_TITLE, _("hitungan"));
	cells_put_right(c, row++, where.col + label + LINE_TIMES, LINE_AMOUNT, STYLE_TITLE,
	                _("jumlah"));
	for (size_t i = 0; i < s->line_count && row < most; i++)
		draw_line(c, row++, where, &s->lines[i]);
	money_show(s->total, total, sizeof total);
	frame_sum(c, (struct area){ row, where.col, 2, where.cols }, _("Panjar biaya perkara"),
	          total);
	row += 2;
	if (words) {
		struct area line = { row, where.col, 2, where.cols };
		row += frame_paragraph(c, line, STYLE_DIM, terbilang_rupiah(s->total, &a));
	}
	arena_drop(&a);
	return row - where.row;
}

/* ---- 5: before it is issued the reckoning of today, afterwards the one that was issued ---- */

static void skum_reckon(struct filing_view *v, struct desk *d)
{
	struct fault why = { 0 };
	const struct values *pihak = filing_values(&v->filing, "pihak");
	day today = instant_day(d->now, &d->app->book->court.zone);
	v->panjar = v->filing.skum;
	if (v->allowed &&
	    !skum_compute(d->app->book,
	                  &(struct panjar_ask){ pihak, suit_sheets(&v->filing), today, true }, v->a,
	                  &v->panjar, &why)) {
		v->act = NULL;
		v->refusal = why;
		desk_fault(d, &why);
	}
}

static void skum_open(struct filing_view *v, struct desk *d)
{
	struct values usual = { 0 };
	values_set(&usual, v->a, "", 0, "bank", d->app->book->court.bank_profile);
	if (v->has_form && v->allowed)
		(void)formview_fill(&v->form, "", 0, &(struct formview_source){ &usual, "", 0 });
	skum_reckon(v, d);
}

static void skum_draw(const struct filing_view *v, const struct desk *d, struct cells *c,
                      struct area where)
{
	if (v->panjar.line_count == 0 && v->filing.skum.round == 0 && !v->allowed) {
		frame_paragraph(c, where, STYLE_DIM,
		                _("Belum ada e-SKUM. Panjar dihitung setelah langkah 4 selesai."));
		return;
	}
	int row = draw_skum(c, where, &v->panjar, true) + 1;
	if (v->filing.skum.round > 0) {
		char line[200];
		message_fill(_("Nomor %1"), (const char *const[]){ v->filing.skum.number }, 1, line,
		             sizeof line);
		cells_put(c, where.row + row++, where.col, STYLE_TITLE, line);
	}
	formview_draw(&v->form, c,
	              (struct area){ where.row + row, where.col, where.rows - row, where.cols });
	(void)d;
}

static void say_basis(const struct filing_view *v, struct desk *d)
{
	struct text t = text_start(v->a);
	const char *last = "";
	for (size_t i = 0; i < v->panjar.line_count; i++) {
		const char *basis = v->panjar.lines[i].basis;
		if (text_same(basis, last))
			continue;
		text_addf(&t, "%s%s: %s", t.length > 0 ? "; " : "", v->panjar.lines[i].label,
		          basis);
		last = basis;
	}
	desk_say_with(d, STYLE_DIM, "%1", t.s);
}

static bool skum_on(struct filing_view *v, struct desk *d, const struct event *e,
                    struct intent *out)
{
	if (e->kind == EV_KEY && e->key == K_F2 && v->panjar.line_count > 0) {
		say_basis(v, d);
		return true;
	}
	return form_body_on(v, d, e, out);
}

static size_t skum_hints(const struct filing_view *v, struct key_hint *out)
{
	out[0] = (struct key_hint){ .key = K_F2,
		                    .label = _("mengapa?"),
		                    .shown = v->panjar.line_count > 0 && v->act != NULL };
	out[1] = (struct key_hint){ .key = K_F9, .shown = v->filing.skum.round > 0 };
	return 2;
}

const struct body body_skum = { .act = &act_issue,
	                        .done = N_("terbitkan"),
	                        .open = skum_open,
	                        .reckon = skum_reckon,
	                        .on = skum_on,
	                        .draw = skum_draw,
	                        .hints = skum_hints };

/* ---- 6 ---- */

static void va_grouped(const char *number, char *out, size_t capacity)
{
	size_t n = 0, used = 0;
	for (const char *at = number + strspn(number, " "); *at != '\0' && used + 2 < capacity;
	     at++, n++) {
		if (n > 0 && n % VA_GROUP == 0)
			out[used++] = ' ';
		out[used++] = *at;
	}
	out[used] = '\0';
}

static const char *waiting_words(const struct filing_view *v, const struct va *va)
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
		return v->filing.skum.round == 0
		           ? N_("Belum ada yang harus dibayar: e-SKUM belum terbit.")
		           : N_("Tidak ada yang harus dibayar.");
	return words[va->state];
}

static int draw_va(const struct filing_view *v, const struct desk *d, struct cells *c,
                   struct area where, const struct va *va)
{
	char number[64], amount[32], date[64], clock[16], line[160];
	const struct zone *z = &d->app->book->court.zone;
	const struct choices *banks = choices_named(d->app->book->lists, d->app->book->list_count,
	                                            "bank-va");
	const struct choice *bank = banks == NULL ? NULL : choices_find(banks, va->bank);
	va_grouped(va->number, number, sizeof number);
	money_show(va->amount, amount, sizeof amount);
	day_in_full(instant_day(va->expires, z), date, sizeof date);
	instant_clock(va->expires, z, clock, sizeof clock);
	snprintf(line, sizeof line, "%s %s %s", date, clock, z->name);
	cells_put(c, where.row, where.col, STYLE_DIM, _("Nomor virtual account"));
	cells_put(c, where.row + 2, where.col, STYLE_TITLE, number[0] == '\0' ? "…" : number);
	int used = cells_put(c, where.row + 4, where.col, STYLE_TITLE, amount);
	cells_put(c, where.row + 4, where.col + used + 3, STYLE_PLAIN,
	          bank == NULL ? va->bank : bank->label);
	used = cells_put(c, where.row + 5, where.col, STYLE_DIM, _("dibayar sebelum"));
	cells_put(c, where.row + 5, where.col + used + 1, STYLE_PLAIN, line);
	(void)v;
	return 7;
}

static void draw_events(const struct filing_view *v, const struct desk *d, struct cells *c,
                        struct area where)
{
	int row = 0;
	for (size_t i = 0; i < v->history.count && row < where.rows; i++) {
		const struct history_row *h = &v->history.items[i];
		char clock[16];
		if (!text_same(h->step, filing_step_key(v, d)) && !text_same(h->step, "skum"))
			continue;
		instant_clock(h->at, &d->app->book->court.zone, clock, sizeof clock);
		int used = cells_put(c, where.row + row, where.col, STYLE_DIM, clock) + 2;
		cells_put_fit(c, where.row + row++, where.col + used, where.cols - used,
		              STYLE_PLAIN, h->text);
	}
}

static void payment_draw(const struct filing_view *v, const struct desk *d, struct cells *c,
                         struct area where)
{
	const struct va *va = filing_va(&v->filing);
	int row = va == NULL ? 0 : draw_va(v, d, c, where, va);
	enum style style = va != NULL && va->state == VA_PAID ? STYLE_DONE : STYLE_PLAIN;
	struct area words = { where.row + row, where.col, 2, where.cols };
	row += frame_paragraph(c, words, style, _(waiting_words(v, va))) + 1;
	if (va != NULL && !text_is_empty(va->note))
		row += frame_paragraph(c,
		                       (struct area){ where.row + row, where.col, 3, where.cols },
		                       STYLE_WARNING, _(va->note));
	draw_events(v, d, c,
	            (struct area){ where.row + row, where.col, where.rows - row, where.cols });
	cells_cursor(c, where.row, where.col);
}

static bool can_ask(const struct filing_view *v)
{
	const struct va *va = filing_va(&v->filing);
	return va != NULL && va->state == VA_LIVE;
}

static bool payment_on(struct filing_view *v, struct desk *d, const struct event *e,
                       struct intent *out)
{
	(void)out;
	if (e->kind != EV_KEY || e->key != K_F5 || !can_ask(v))
		return false;
	(void)filing_do(v, d, &act_va_ask, NULL);
	return true;
}

static size_t payment_hints(const struct filing_view *v, struct key_hint *out)
{
	out[0] =
	    (struct key_hint){ .key = K_F5, .label = _("tanyakan ke bank"), .shown = can_ask(v) };
	out[1] = (struct key_hint){ .key = K_F9, .shown = v->filing.skum.round > 0 };
	return 2;
}

const struct body body_payment = { .act = &act_va_renew,
	                           .done = N_("minta VA baru"),
	                           .on = payment_on,
	                           .draw = payment_draw,
	                           .hints = payment_hints };

/* ---- 8 ---- */

static void number_draw(const struct filing_view *v, const struct desk *d, struct cells *c,
                        struct area where)
{
	const struct step_record *s = filing_step(&v->filing, "nomor");
	const char *number = v->filing.number.number;
	char line[300], since[32];
	if (!text_is_empty(number)) {
		cells_put(c, where.row, where.col, STYLE_DIM, _("Nomor perkara"));
		cells_put(c, where.row + 2, where.col, STYLE_TITLE, number);
		day_in_full(v->filing.number.registered, since, sizeof since);
		message_fill(_("terdaftar %1"), (const char *const[]){ since }, 1, line,
		             sizeof line);
		cells_put(c, where.row + 3, where.col, STYLE_PLAIN, line);
	} else if (s != NULL && s->state == STEP_WAITING) {
		instant_clock(s->opened, &d->app->book->court.zone, since, sizeof since);
		message_fill(
		    _("Menunggu SIPP sejak %1. Nomor muncul sendiri; silakan lanjutkan pekerjaan lain."),
		    (const char *const[]){ since }, 1, line, sizeof line);
		frame_paragraph(c, (struct area){ where.row, where.col, 3, where.cols },
		                STYLE_PLAIN, line);
	} else if (s != NULL && s->state == STEP_RETURNED) {
		message_fill(_("SIPP menolak: %1. Perbaiki, lalu F10 meminta lagi."),
		             (const char *const[]){ v->filing.sipp_note }, 1, line, sizeof line);
		frame_paragraph(c, (struct area){ where.row, where.col, 4, where.cols },
		                STYLE_WARNING, line);
	} else {
		frame_paragraph(c, where, STYLE_DIM, _("Nomor diberikan SIPP setelah verifikasi."));
	}
	case_draw(v, c, (struct area){ where.row + 5, where.col, CASE_ROWS, where.cols });
	draw_events(v, d, c,
	            (struct area){ where.row + 6 + CASE_ROWS, where.col, where.rows - 6 - CASE_ROWS,
	                           where.cols });
	cells_cursor(c, where.row, where.col);
}

static bool number_on(struct filing_view *v, struct desk *d, const struct event *e,
                      struct intent *out)
{
	(void)out;
	return case_on(v, d, e);
}

static size_t number_hints(const struct filing_view *v, struct key_hint *out)
{
	out[0] = case_hint(v);
	out[1] = (struct key_hint){ .key = K_F9, .shown = filing_paid(&v->filing) > 0 };
	return 2;
}

const struct body body_number = { .act = &act_number_ask,
	                          .done = N_("minta lagi"),
	                          .on = number_on,
	                          .draw = number_draw,
	                          .hints = number_hints };
