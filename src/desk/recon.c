/* Rekonsiliasi: what the banks say was paid in a period, held against what stands here. As PDF and
 * CSV too; the banks' own report is asked for when somebody wants it now. */
#include "loket/recon.h"

#include <stdio.h>

#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "listview.h"

enum {
	BANK_MOST = 64,
	KEY_MOST = 256,
	PERIOD_MOST = 10,
	ASK_ROWS = 2,
	SUM_ROWS = 4,
	PERIOD_COL = 25
};

struct recon_view {
	struct listview list;
	char period[PERIOD_MOST + 1]; /* the last one that was typed whole; "" : the last month */
	struct recon recon;
	struct arena *a; /* that of what was read */
	/* The line that is being explained: what is read anew meanwhile may stand elsewhere. */
	char bank[BANK_MOST], key[KEY_MOST], called[KEY_MOST];
};

static const struct recon_row *chosen(const struct recon_view *v)
{
	size_t at = listview_at(&v->list);
	return at < v->recon.count ? &v->recon.items[at] : NULL;
}

static bool recon_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct recon_view *v = model;
	v->recon = (struct recon){ 0 };
	v->a = a;
	bool good = service_recon(&d->login, v->period, a, &v->recon, why);
	listview_fit(&v->list, v->recon.count, d);
	return good;
}

/* Half typed, what is shown stays. */
static struct intent recon_typed(void *model, struct desk *d)
{
	struct recon_view *v = model;
	const struct entry *typed = &v->list.list.typed;
	struct period p;
	if (typed->length > 0 && !period_parse(typed->text, &p))
		return stay();
	snprintf(v->period, sizeof v->period, "%s", typed->text);
	return read_again();
}

/* Whom it is about, or what the bank calls it. */
static const char *about(const struct recon_row *r)
{
	return !text_is_empty(r->title) ? r->title : !text_is_empty(r->va) ? r->va : r->what;
}

/* The bank does not know it, or money went out that nobody explained. */
static bool is_doubted(const struct recon_row *r)
{
	return r->side != RECON_HERE &&
	       (r->proof == PROOF_CONTRADICTED || (r->amount < 0 && r->side == RECON_BANK));
}

static void recon_row(const void *model, const struct desk *d, size_t at, struct listview_row *out)
{
	const struct recon_view *v = model;
	const struct recon_row *r = &v->recon.items[at];
	out->filing = &r->filing;
	out->cells[0] = message_text(d->scratch, recon_is_late(r) || is_doubted(r) ? "! %1" : "%1",
	                             recon_side_name(r->side));
	out->cells[1] = shown_instant(d->scratch, r->at, &d->app->book->court.zone);
	out->cells[2] = shown_rupiah(d->scratch, r->amount);
	out->cells[3] = text_is_empty(r->reference) ? r->payment : r->reference;
	out->cells[4] = about(r);
	out->figures[1] = r->at;
	out->figures[2] = r->amount;
}

static const struct listview_column columns[] = {
	{ "", .width = 16 },
	{ N_("Saat"), .width = 16, .by = LISTVIEW_FIGURE },
	{ N_("Jumlah"), .width = 13, .right = true, .by = LISTVIEW_FIGURE },
	{ N_("Referensi"), .width = 12 },
	{ N_("Pendaftaran"), .share = 1 },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.aside = true,
	.above = ASK_ROWS,
	.below = SUM_ROWS,
	.typing = N_("Masa"),
	.typed_most = PERIOD_MOST,
	.empty = N_("Belum ada laporan bank dan pembayaran dalam masa ini."),
	.row = recon_row,
};

/* ---- keys ---- */

static bool has_filing(const void *model)
{
	const struct recon_row *row = chosen(model);
	return row != NULL && !id_none(&row->filing);
}

static bool is_open_line(const void *model)
{
	const struct recon_row *row = chosen(model);
	return row != NULL && (row->side == RECON_BANK || (row->by.state == EXPLANATION_STANDS &&
	                                                   row->by.kind == EXPLAINS_ENTRY));
}

static struct intent open_journal(void *model, struct desk *d)
{
	return open_screen(&screen_journal, (struct argument){ .filing = chosen(model)->filing });
}

/* ---- what a line at the bank is ---- */

enum { CHOICE_APPROVE, CHOICE_REJECT, CHOICE_WAYS };
static const struct {
	const char *how, *label;
	bool out;
} ways[] = {
	{ "akui", N_("Akui sebagai pembayaran, atau tahan sebagai titipan"), false },
	{ "giro", N_("Bukukan sebagai jasa giro"), false },
	{ "biaya", N_("Bukukan sebagai biaya bank"), true },
};
enum { CHOICE_BANKS = CHOICE_WAYS + COUNT_OF(ways), CHOICE_ENTRIES = CHOICE_BANKS + 100 };

struct offering {
	struct menu_item *items;
	size_t count, capacity;
};

static void offer(struct offering *o, struct arena *a, int id, const char *label)
{
	o->items = list_grow(a, o->items, o->count, &o->capacity, sizeof *o->items);
	o->items[o->count++] = (struct menu_item){ .id = id, .label = label };
}

static void offer_decision(struct offering *o, const struct recon_view *v,
                           const struct recon_row *row)
{
	if (row->by.state == EXPLANATION_WAITS)
		offer(o, v->a, CHOICE_APPROVE,
		      message_text(v->a, _("Setujui: %1"), recon_explained(row, v->a)));
	if (row->by.state != EXPLANATION_NONE)
		offer(o, v->a, CHOICE_REJECT, _("Tolak, atau lepaskan"));
}

static void offer_banks(struct offering *o, const struct recon_view *v, const struct desk *d,
                        const struct recon_row *row)
{
	const struct rulebook *b = d->app->book;
	const struct choices *banks = choices_named(b->lists, b->list_count, "bank-va");
	for (size_t i = 0; row->amount < 0 && i < banks->count; i++) {
		if (!text_same(banks->items[i].value, row->bank))
			offer(o, v->a, CHOICE_BANKS + (int)i,
			      message_text(v->a, _("Pindah buku ke %1"), banks->items[i].label));
	}
}

static void offer_entries(struct offering *o, const struct recon_view *v,
                          const struct candidate_list *may)
{
	for (size_t i = 0; i < may->count; i++) {
		const struct candidate_row *c = &may->items[i];
		offer(o, v->a, CHOICE_ENTRIES + (int)c->entry,
		      message_text(v->a, _("Jurnal %1, %2: %3"), shown_number(v->a, c->entry),
		                   shown_day(v->a, c->posted), sentence_said(v->a, c->what)));
	}
}

static struct intent explain(void *model, struct desk *d)
{
	struct recon_view *v = model;
	struct fault why = { 0 };
	struct offering o = { 0 };
	struct candidate_list may = { 0 };
	const struct recon_row *row = chosen(v);
	const struct line_name n = { row->bank, row->key };
	bool open = row->by.state == EXPLANATION_NONE;
	if (open && !service_candidates(&d->login, &n, v->a, &may, &why)) {
		(void)desk_done(d, false, "", &why);
		return stay();
	}
	snprintf(v->bank, sizeof v->bank, "%s", row->bank);
	snprintf(v->key, sizeof v->key, "%s", row->key);
	snprintf(v->called, sizeof v->called, "%s",
	         text_is_empty(row->what) ? row->reference : row->what);
	offer_decision(&o, v, row);
	if (open)
		offer_entries(&o, v, &may);
	for (size_t i = 0; open && i < COUNT_OF(ways); i++) {
		if (ways[i].out == (row->amount < 0))
			offer(&o, v->a, CHOICE_WAYS + (int)i, _(ways[i].label));
	}
	if (open)
		offer_banks(&o, v, d, row);
	return open_screen(&screen_menu, (struct argument){ .title = _("Baris bank ini adalah"),
	                                                    .items = o.items,
	                                                    .item_count = o.count });
}

/* What the bank calls it is the reason. */
static bool explain_as(const struct recon_view *v, struct desk *d, int id, struct arena *a,
                       struct answer *answer, struct fault *why)
{
	const struct rulebook *b = d->app->book;
	struct explaining e = { .line = { v->bank, v->key },
		                .how = "cocok",
		                .other = "",
		                .reason = message_text(a, N_("menurut rekening koran: %1"),
		                                       v->called) };
	if (id == CHOICE_APPROVE || id == CHOICE_REJECT)
		return service_explain_decide(&d->login, &e.line, id == CHOICE_APPROVE, a, answer,
		                              why);
	if (id >= CHOICE_ENTRIES) {
		e.entry = id - CHOICE_ENTRIES;
	} else if (id >= CHOICE_BANKS) {
		e.how = "pindah";
		e.other = choices_named(b->lists, b->list_count, "bank-va")
		              ->items[id - CHOICE_BANKS]
		              .value;
	} else {
		e.how = ways[id - CHOICE_WAYS].how;
	}
	return service_explain(&d->login, &e, a, answer, why);
}

static struct intent recon_resume(void *model, struct desk *d, const struct screen_result *reply)
{
	struct fault why = { 0 };
	struct answer answer = { 0 };
	if (reply->kind != REPLY_ITEM)
		return stay();
	struct arena a = arena_start(MIB);
	bool done = explain_as(model, d, reply->id, &a, &answer, &why);
	(void)desk_done(d, done, done ? sentence_said(d->scratch, answer.event) : "", &why);
	arena_drop(&a);
	return read_again();
}

static struct intent ask_banks(void *model, struct desk *d)
{
	struct recon_view *v = model;
	struct fault why = { 0 };
	bool done = service_recon_ask(&d->login, &v->recon.days, &why);
	(void)desk_done(d, done, _("Laporan bank diminta; isinya tampil di sini begitu tiba"),
	                &why);
	return read_again();
}

static struct intent print(void *model, struct desk *d)
{
	struct recon_view *v = model;
	struct printed printed;
	struct fault why = { 0 };
	bool done = service_recon_print(&d->login, v->period, &printed, &why);
	return desk_printed(d, done, &printed, &why);
}

static struct intent write_csv(void *model, struct desk *d)
{
	struct recon_view *v = model;
	struct printed printed;
	struct fault why = { 0 };
	bool done = service_recon_csv(&d->login, v->period, &printed, &why);
	return desk_printed(d, done, &printed, &why);
}

static const struct binding keys[] = {
	{ K_ENTER, .label = N_("jurnal"), .run = open_journal, .when = has_filing },
	{ K_F4, .label = N_("minta ke bank"), .run = ask_banks, .right = "rekonsiliasi.muat" },
	{ K_F6, .label = N_("jelaskan"), .run = explain, .when = is_open_line,
	  .right = "rekonsiliasi.cocok" },
	{ K_F9, .run = print, .right = "cetak.rekonsiliasi" },
	{ K_F5, .label = N_("tulis CSV"), .run = write_csv, .right = "cetak.rekonsiliasi" },
	LISTVIEW_SORTS,
};

/* ---- the picture ---- */

static void draw_sums(const struct recon_view *v, const struct desk *d, struct cells *c,
                      struct area where)
{
	struct arena *a = d->scratch;
	for (int i = RECON_BOTH; i <= RECON_HERE; i++) {
		bool fine = i == RECON_BOTH || v->recon.rows[i] == 0;
		cells_put(c, where.row + i, where.col, fine ? STYLE_DIM : STYLE_WARNING,
		          message_text(a, _("%1: %2 baris, %3"),
		                       recon_side_name((enum recon_side)i),
		                       shown_number(a, (long long)v->recon.rows[i]),
		                       shown_rupiah(a, v->recon.sums[i])));
	}
}

/* Whose word the chosen line is, and what it was explained with. */
static void draw_line(const struct recon_view *v, const struct desk *d, struct cells *c,
                      struct area where)
{
	struct arena *a = d->scratch;
	const struct recon_row *r = chosen(v);
	if (r == NULL || r->side == RECON_HERE)
		return;
	const char *file = text_is_empty(r->from.name) ? recon_source_name(r->from.kind)
	                                               : r->from.name;
	const char *read = text_is_empty(r->from.who)
	                       ? file
	                       : message_text(a, _("%1, dibaca %2"), file, r->from.who);
	const char *parts[] = { recon_proof_name(r), recon_explained(r, a), r->what, read };
	struct text t = text_start(a);
	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		if (!text_is_empty(parts[i]))
			text_addf(&t, "%s%s", t.length > 0 ? " · " : "", parts[i]);
	}
	frame_paragraph(c, where, is_doubted(r) ? STYLE_FAULT : STYLE_PLAIN, t.s);
}

/* What was asked of the banks: the one that is longest from being answered. */
static void draw_ask(const struct recon_view *v, const struct desk *d, struct cells *c,
                     struct area where)
{
	static const int by_state[] = { [ASK_TOLD] = 0, [ASK_REFUSED] = 1, [ASK_WAITS] = 2 };
	const struct statement_ask *ask = NULL;
	struct arena *a = d->scratch;
	for (size_t i = 0; i < v->recon.asks.count; i++) {
		const struct statement_ask *one = &v->recon.asks.items[i];
		if (ask == NULL || by_state[one->state] > by_state[ask->state])
			ask = one;
	}
	if (ask == NULL)
		return;
	const char *said = !text_is_empty(ask->said) ? _(ask->said)
	                   : ask->state == ASK_WAITS ? _("menunggu jawaban bank")
	                                             : _("sudah diterima");
	frame_paragraph(c, where, ask->state == ASK_TOLD ? STYLE_DIM : STYLE_WARNING,
	                message_text(a, _("Laporan %1 %2 s.d. %3, diminta %4 %5: %6"), ask->bank,
	                             shown_day(a, ask->days.first), shown_day(a, ask->days.last),
	                             ask->who, shown_instant(a, ask->at, &d->app->book->court.zone),
	                             said));
}

static void recon_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct recon_view *v = model;
	struct area body = frame_whole(c), above = listview_above(&v->list, c);
	desk_head(d, c, _("Rekonsiliasi"));
	cells_put(c, body.row, body.col + PERIOD_COL, STYLE_DIM,
	          message_text(d->scratch, _("%1 s.d. %2"),
	                       shown_day(d->scratch, v->recon.days.first),
	                       shown_day(d->scratch, v->recon.days.last)));
	draw_ask(v, d, c, (struct area){ above.row, above.col + 2, above.rows, above.cols - 4 });
	struct area below = listview_below(&v->list, c);
	draw_sums(v, d, c, below);
	draw_line(v, d, c, (struct area){ below.row + 3, below.col, below.rows - 3, below.cols });
}

const struct screen screen_recon = {
	.size = sizeof(struct recon_view),
	.title = N_("Rekonsiliasi"),
	.help = N_(
	    "Yang dibayar menurut bank terhadap jurnal. Ketik masanya: hari 2026-11-25, bulan 2026-11 "
	    "atau tahun 2026; dikosongkan: sebulan terakhir. Uang keluar berjumlah negatif. Baris yang "
	    "hanya di bank: F6 menjelaskannya, sebagai pembayaran, jurnal, biaya bank, jasa giro atau "
	    "pindah buku, perkara di atas kertas dengan loket statement explain; yang menurut berkas "
	    "saja dan uang keluar disetujui panitera. Uang "
	    "yang hanya di sini dan lebih dari dua hari perlu ditanyakan ke bank. F4 meminta laporan "
	    "bank untuk masa itu, hari demi hari; bank yang tidak memberi laporan: muat rekening "
	    "korannya dengan loket rekonsiliasi. F9 mencetak PDF, F5 menulis berkas CSV."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.read = recon_read,
	.typed = recon_typed,
	.resume = recon_resume,
	.draw = recon_draw,
};
