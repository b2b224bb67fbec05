/* What was right when it was entered and would be answered otherwise today: a hearing on a holiday
 * decreed later, a last day of service that moved, an e-SKUM of a tariff that ended, a hearing SIPP
 * moved after a call went out, an entry that a rule would refuse or warn of. The old value stays; a
 * person decides. */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

struct touched {
	const struct rulebook *book;
	const struct filing *filing;
	day today;
	struct arena *a, *scratch; /* of what is found; of the filing */
	struct consequences *out;
};

static const char *day_text(const struct touched *l, day d)
{
	char text[16];
	if (d == DAY_NONE)
		return "";
	day_show(d, text, sizeof text);
	return arena_text(l->a, text);
}

static void add(const struct touched *l, struct consequence one)
{
	struct consequences *out = l->out;
	for (size_t i = 0; i < out->count; i++) { /* one hearing calls many parties */
		const struct consequence *have = &out->items[i];
		if (text_same(have->filing.text, l->filing->id.text) &&
		    text_same(have->what, one.what) && text_same(have->was, one.was))
			return;
	}
	one.filing = l->filing->id;
	const char *number = l->filing->number.number;
	one.reg = arena_text(l->a, text_is_empty(number) ? l->filing->reg : number);
	one.title = arena_text(l->a, l->filing->title);
	out->items = list_grow(l->a, out->items, out->count, &out->capacity, sizeof *out->items);
	out->items[out->count++] = one;
}

static void look_hearing(const struct touched *l, const struct summons *one)
{
	const struct calendar *c = &l->book->calendar;
	const struct holiday *holiday = calendar_holiday(c, one->hearing);
	if (calendar_works(c, one->hearing))
		return;
	add(l,
	    (struct consequence){
	        .what = message_text(l->a, _("sidang pada hari libur: %1"),
	                             holiday == NULL ? _("akhir pekan") : holiday->name),
	        .was = day_text(l, one->hearing),
	        .is = "",
	        .todo = _("minta majelis menetapkan hari lain, lalu panggil lagi semua pihak") });
}

static void look_deadline(const struct touched *l, const struct summons *one)
{
	const struct channel *channel = rulebook_channel(l->book, one->channel);
	if (channel == NULL || !text_is_empty(one->outcome))
		return;
	day now = summons_deadline(l->book, channel, one->hearing);
	if (now == one->deadline)
		return;
	add(l, (struct consequence){
	           .what = message_text(l->a, _("batas panggilan %1 bergeser"), one->name),
	           .was = day_text(l, one->deadline),
	           .is = day_text(l, now),
	           .todo = now < l->today ? _("sudah lewat: minta hari sidang lain")
	                                  : _("panggil paling lambat pada batas yang baru") });
}

/* SIPP's hearing is the panel's; a call that went out to another day is no call. */
static void look_sipp(const struct touched *l, const struct summons *one)
{
	const struct values *told = filing_values(l->filing, SIPP);
	int rows = values_rows(told, "sidang");
	if (text_is_empty(one->outcome) || one->hearing == filing_hearing(l->filing))
		return;
	for (int row = 1; row <= rows; row++) {
		day on;
		if (text_same(values_get(told, "sidang", row, "ditunda"), "Y") ||
		    !day_iso_parse(values_get(told, "sidang", row, "tanggal"), &on) ||
		    on < l->today)
			continue;
		if (on != one->hearing)
			add(l, (struct consequence){
			           .what = _("SIPP memindahkan sidang sesudah pihak dipanggil"),
			           .was = day_text(l, one->hearing),
			           .is = day_text(l, on),
			           .todo = _("panggil lagi semua pihak ke hari yang baru") });
		return;
	}
}

/* An e-SKUM that is not paid yet. */
static void look_fees(const struct touched *l)
{
	const struct filing *f = l->filing;
	struct skum now = { 0 };
	struct fault why;
	const struct panjar_ask ask = { .pihak = filing_values(f, PIHAK),
		                        .sheets = suit_sheets(f),
		                        .on = l->today,
		                        .filing = f };
	if (f->skum.total == 0 || filing_paid(f) > 0)
		return;
	bool good = skum_compute(l->book, &ask, l->scratch, &now, &why);
	if (good && now.total == f->skum.total)
		return;
	add(l, (struct consequence){
	           .what = _("e-SKUM yang belum dibayar tidak lagi menurut tarif"),
	           .was = rupiah_text(f->skum.total, l->a),
	           .is = good ? rupiah_text(now.total, l->a) : "",
	           .todo = _("beri tahu pihak; batalkan VA dan terbitkan e-SKUM lagi") });
}

static bool was_warned(const struct filing *f, const char *step, const struct fault *now)
{
	for (size_t i = 0; i < f->warning_count; i++) {
		const struct warning *w = &f->warnings[i];
		bool same = text_same(w->step, step) && text_same(w->field, now->field) &&
		            text_same(w->text, now->text);
		for (size_t n = 0; same && n < COUNT_OF(w->words); n++)
			same = text_same(w->words[n], now->args[n]);
		if (same)
			return true;
	}
	return false;
}

/* What people filled in before the case has its number, judged by today's rules as if on its own
 * day: a refusal or warning that was not given then. */
static void look_fill(const struct touched *l, const struct act *act)
{
	const struct filing *f = l->filing;
	const struct fill *fill = filing_fill(f, act->form);
	if (fill == NULL)
		return;
	const struct context s = { .book = l->book,
		                   .lists = l->book->lists,
		                   .list_count = l->book->list_count,
		                   .trusts_clock = true };
	const struct command c = { .at = fill->at,
		                   .who = fill->by,
		                   .filing = f->id,
		                   .seen = f->version,
		                   .act = act,
		                   .values = fill->values };
	struct decision d = { .a = l->scratch };
	court_judge(&s, f, &c, &d);
	for (size_t i = 0; i < d.faults.count; i++) {
		const struct fault *one = &d.faults.items[i].fault;
		if (d.faults.items[i].stops || !was_warned(f, act->step, one))
			add(l, (struct consequence){
			           .what = fault_text(l->a, one),
			           .was = day_text(l, context_day(&s, &c)),
			           .is = "",
			           .todo =
			               d.faults.items[i].stops
			                   ? _("kini ditolak: kembalikan langkahnya, lalu perbaiki")
			                   : _("kini diperingatkan: periksa bersama pihak") });
	}
}

void consequences_of(const struct rulebook *b, const struct filing *f, day today,
                     struct arena *scratch, struct consequences *out)
{
	const struct touched l = { b, f, today, out->a, scratch, out };
	for (size_t i = 0; i < f->summons_count; i++) {
		const struct summons *one = &f->summons[i];
		bool over = one->dropped || summons_after(f, one) != NULL;
		if (one->hearing == DAY_NONE || one->hearing < today || over)
			continue;
		look_hearing(&l, one);
		look_deadline(&l, one);
		look_sipp(&l, one);
	}
	look_fees(&l);
	static const struct act *const judged[] = { &act_fill_account, &act_fill_parties,
		                                    &act_fill_claim };
	for (size_t i = 0; text_is_empty(f->number.number) && i < COUNT_OF(judged); i++)
		look_fill(&l, judged[i]);
}
