/* The days: from which one a filing counts, until when it may be paid, on which one it is heard,
 * and until when each party is to be called; each with the days that were counted. */
#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"

#include "whyparts.h"

enum { KEY_ROOM = 32 };

static struct why *day_begin(struct why_telling *t, const char *key, const char *title, day on)
{
	struct why *one = why_begin(t, key, title);
	one->kind = WHY_DAY;
	one->on = on;
	return one;
}

/* ---- registration and payment ---- */

static void tell_counts_from(struct why_telling *t)
{
	const struct filing *f = t->ask->filing;
	const struct rulebook *b = t->ask->book;
	struct day_counts days = { .a = t->ask->a };
	char at[40];
	if (f->version == 0)
		return;
	instant_show(f->opened, &b->court.zone, at, sizeof at);
	day on = calendar_counted_from(b, f->opened, &days);
	day_begin(t, "dihitung", N_("Dihitung dari"), f->counts_from);
	why_words(t, 0, say(t->ask->a, N_("dibuka %1"), at), "SK KMA 363/2022; data/court.xml");
	if (on == f->counts_from)
		why_days(t, 0, &days);
	else
		why_day(t, 0, f->counts_from, N_("menurut kalender ketika dibuka"),
		        "data/calendar.xml");
}

static void tell_expiry(struct why_telling *t)
{
	const struct va *va = filing_va(t->ask->filing);
	const struct rulebook *b = t->ask->book;
	struct arena *a = t->ask->a;
	char at[40];
	if (va == NULL || va->asked == INSTANT_NONE)
		return;
	day on = instant_day(va->expires, &b->court.zone);
	day_begin(t, "va", N_("Batas pembayaran"), on);
	instant_show(va->asked, &b->court.zone, at, sizeof at);
	why_words(t, 0, say(a, N_("VA diminta %1"), at), "");
	why_words(t, 0,
	          say(a, N_("berlaku %1 jam menurut data/court.xml"),
	              number_text(b->court.va_hours, a)),
	          "data/court.xml");
	instant_show(va->expires, &b->court.zone, at, sizeof at);
	why_day(t, 0, on, say(a, N_("berakhir %1 menurut bank"), at), "");
}

static void tell_registered(struct why_telling *t)
{
	const struct case_number *n = &t->ask->filing->number;
	struct arena *a = t->ask->a;
	char at[40];
	if (text_is_empty(n->number))
		return;
	day_begin(t, "terdaftar", N_("Tanggal pendaftaran perkara"), n->registered);
	if (n->given != INSTANT_NONE) {
		instant_show(n->given, &t->ask->book->court.zone, at, sizeof at);
		why_words(t, 0, say(a, N_("nomor %1 datang dari SIPP %2"), n->number, at), "");
	}
	why_day(t, 0, n->registered, N_("tanggal pendaftaran menurut SIPP"), "SK KMA 363/2022");
}

/* ---- the hearing ---- */

/* The days passed over from one on which all could be called to one on which the court sits. */
static void tell_passed_over(struct why_telling *t, const struct values *form, day from, day on)
{
	for (day d = from; d < on; d++) {
		const char *why = hearing_closed(t->ask->book, form, d);
		why_day(t, 0, d, say(t->ask->a, N_("tidak bersidang: %1"), why == NULL ? "" : why),
		        "");
	}
}

static day tell_party(struct why_telling *t, const struct hearing_ask *of, const struct called *c)
{
	const struct filing *f = t->ask->filing;
	const struct channel *ch = rulebook_channel(of->book, c->channel);
	struct day_counts days = { .a = of->a };
	day from = hearing_begins(f, of->today);
	if (ch == NULL)
		return from;
	day on = hearing_count(of->book, ch, from, f->number.registered, &days);
	why_day(t, 0, on, say(of->a, N_("%1, %2: sidang paling cepat"), c->party.name, ch->name),
	        ch->source);
	why_days(t, 1, &days);
	return on;
}

/* No hearing is set: the first day that is lawful for all. */
static void tell_first_day(struct why_telling *t, const struct hearing_ask *of)
{
	struct called *called;
	day first;
	size_t count = hearing_called(of, &called);
	if (count == 0 || hearing_days(of, &first, 1) == 0)
		return;
	day_begin(t, "sidang", N_("Sidang pertama paling cepat"), first);
	day all = hearing_begins(of->filing, of->today);
	for (size_t i = 0; i < count; i++) {
		day on = tell_party(t, of, &called[i]);
		all = on > all ? on : all;
	}
	tell_passed_over(t, of->form, all, first);
	why_day(t, 0, first, N_("hari pertama yang sah bagi semua pihak"), "data/calendar.xml");
}

static void tell_deadline(struct why_telling *t, int depth, const struct summons *s)
{
	const struct channel *ch = rulebook_channel(t->ask->book, s->channel);
	struct day_counts days = { .a = t->ask->a };
	if (ch == NULL)
		return;
	day last = summons_count_back(t->ask->book, ch, s->hearing, &days);
	if (last == s->deadline)
		why_days(t, depth, &days);
	else
		why_day(t, depth, s->deadline, N_("menurut aturan ketika panggilan dibuat"), "");
}

static void tell_set_hearing(struct why_telling *t, day on)
{
	const struct filing *f = t->ask->filing;
	const struct fill *fill = filing_fill(f, PANGGILAN);
	day told = sync_day(filing_values(f, SIPP));
	day_begin(t, "sidang", N_("Sidang"), on);
	for (size_t i = 0; i < f->summons_count; i++) {
		const struct summons *s = &f->summons[i];
		if (s->dropped || s->hearing != on)
			continue;
		why_day(t, 0, s->deadline,
		        say(t->ask->a, N_("%1, %2: dipanggil paling lambat"), s->name,
		            why_channel_name(t, s->channel)),
		        "");
		tell_deadline(t, 1, s);
	}
	if (told != DAY_NONE)
		why_day(t, 0, told, N_("menurut SIPP"), "");
	if (fill != NULL) {
		char at[40];
		instant_show(fill->at, &t->ask->book->court.zone, at, sizeof at);
		why_day(t, 0, on, say(t->ask->a, N_("ditetapkan %1, dicatat %2"), at, fill->by),
		        "HIR 121, 122; RBg 145, 146");
	}
}

static void tell_hearing(struct why_telling *t)
{
	const struct why_ask *ask = t->ask;
	const struct filing *f = ask->filing;
	struct values form;
	day on = filing_hearing(f);
	hearing_form(f, ask->a, &form);
	const struct hearing_ask of = { ask->book, f,
		                        ask->panggilan == NULL ? &form : ask->panggilan,
		                        instant_day(ask->now, &ask->book->court.zone), ask->a };
	if (on != DAY_NONE && f->summons_count > 0)
		tell_set_hearing(t, on);
	else if (f->version > 0)
		tell_first_day(t, &of);
}

void why_tell_days(struct why_telling *t)
{
	tell_counts_from(t);
	tell_expiry(t);
	tell_registered(t);
	tell_hearing(t);
}

/* ---- each call: its last day, its cost, its worth ---- */

static const char *call_title(const struct why_telling *t, const char *text,
                              const struct summons *s)
{
	return say(t->ask->a, text, number_text(s->number, t->ask->a), s->name);
}

static void tell_last_day(struct why_telling *t, const struct summons *s)
{
	char key[KEY_ROOM];
	const struct channel *ch = rulebook_channel(t->ask->book, s->channel);
	snprintf(key, sizeof key, "batas.%d", s->number);
	day_begin(t, key, call_title(t, N_("Batas panggilan ke-%1, %2"), s), s->deadline);
	if (s->follows > 0)
		why_words(t, 0,
		          say(t->ask->a, N_("kanal %1: %2"), why_channel_name(t, s->channel),
		              summons_base_words(t->ask->book, t->ask->filing, s, t->ask->a)),
		          ch == NULL ? "" : ch->source);
	else
		why_channel(t, 0, filing_values(t->ask->filing, PIHAK), s->party);
	tell_deadline(t, 0, s);
}

static void tell_cost(struct why_telling *t, const struct summons *s)
{
	char key[KEY_ROOM];
	const struct rulebook *b = t->ask->book;
	snprintf(key, sizeof key, "biaya.%d", s->number);
	if (s->cost_count == 0)
		return;
	struct why *one = why_begin(t, key, call_title(t, N_("Biaya panggilan ke-%1, %2"), s));
	one->kind = WHY_MONEY;
	one->amount = summons_cost(s);
	for (size_t i = 0; i < s->cost_count; i++)
		why_money(t, 0,
		          &(struct why_row){ .what = s->costs[i].what,
		                             .amount = s->costs[i].amount,
		                             .basis = category_label(b, s->costs[i].category) });
	why_words(t, 0,
	          s->booked    ? N_("dibukukan dalam jurnal")
	          : s->dropped ? N_("tidak jadi dipakai: perkara berakhir")
	                       : N_("disisihkan dari panjar sampai dilaksanakan"),
	          "");
}

static void tell_worth(struct why_telling *t, const struct patut_row *row)
{
	char key[KEY_ROOM];
	struct arena *a = t->ask->a;
	snprintf(key, sizeof key, "patut.%d", row->number);
	struct why *one = why_begin(t, key,
	                            say(a, N_("Penilaian panggilan ke-%1, %2"),
	                                number_text(row->number, a), row->name));
	one->words = patut_name(row->verdict);
	why_words(t, 0, say(a, N_("kanal %1"), row->channel), row->article);
	if (row->served != DAY_NONE)
		why_day(t, 0, row->served, N_("dijalankan"), "");
	if (row->received != DAY_NONE)
		why_day(t, 0, row->received, N_("diterima"), "");
	why_day(t, 0, row->deadline, N_("paling lambat"), row->article);
	why_words(t, 0, row->why, "");
	why_words(t, 0, row->todo, "");
}

/* ---- the sentences of its relaas, each with its article ---- */

static const char *bailiff_name(const struct why_telling *t, const char *user)
{
	const struct choices *all = t->ask->bailiffs;
	const struct choice *one = all == NULL ? NULL : choices_find(all, user);
	return one == NULL ? user : one->label;
}

/* The parts that are sentences; the others are names, labels and who signs. */
static bool is_sentence(const struct letter_part *part)
{
	static const char *const parts[] = { "pembuka", "tempat", "sebagai", "menghadap",
		                             "perkara", "isi",    "tutup" };
	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		if (text_same(part->key, parts[i]))
			return true;
	}
	return false;
}

static void tell_sentences(struct why_telling *t, const struct summons *s)
{
	char key[KEY_ROOM];
	struct letter_lines lines;
	const struct relaas_of of = { s, bailiff_name(t, s->bailiff) };
	relaas_write(t->ask->book, t->ask->filing, &of, t->ask->a, &lines);
	snprintf(key, sizeof key, "relaas.%d", s->number);
	why_begin(t, key, call_title(t, N_("Kalimat relaas ke-%1, %2"), s))->words =
	    why_channel_name(t, s->channel);
	for (size_t i = 0; i < lines.count; i++) {
		if (is_sentence(lines.items[i].part))
			why_words(t, 0, lines.items[i].text, lines.items[i].sentence->source);
	}
}

void why_tell_calls(struct why_telling *t)
{
	const struct filing *f = t->ask->filing;
	const struct rulebook *b = t->ask->book;
	struct patut sheet;
	for (size_t i = 0; i < f->summons_count; i++) {
		tell_last_day(t, &f->summons[i]);
		tell_cost(t, &f->summons[i]);
		tell_sentences(t, &f->summons[i]);
	}
	if (!patut_of(b, f, instant_day(t->ask->now, &b->court.zone), t->ask->a, &sheet))
		return;
	for (size_t i = 0; i < sheet.count; i++)
		tell_worth(t, &sheet.rows[i]);
}
