/* What came of a call: recorded once, and mended by an entry that says why. What was recorded
 * before stays in the history, and SIPP is told what it said and what it says now (renvoi; HIR 390;
 * SEMA 1/2023 no. 12). */
#include <stdio.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define ALASAN "alasan_ralat"
#define SEMULA "semula"

enum { DATE_ROOM = 16, KEY_ROOM = 64 };

/* ---- which call ---- */

const struct summons *summons_named(const struct filing *f, const char *number)
{
	long long n;
	return text_number(number, 1, INT32_MAX, &n) ? filing_summons(f, (int)n) : NULL;
}

static bool others_recorded(const struct rulebook *b, const struct filing *f, int number)
{
	for (size_t i = 0; i < f->summons_count; i++) {
		const struct summons *s = &f->summons[i];
		bool over = s->dropped || summons_after(f, s) != NULL;
		if (s->number != number && !over && call_is_open(b, s))
			return false;
	}
	return true;
}

/* ---- what SIPP is told ---- */

struct told {
	const struct summons *one;
	const struct outcome_kind *kind;
};

static struct told told_of(const struct rulebook *b, const struct summons *one)
{
	return (struct told){ one, rulebook_outcome(b, one->outcome) };
}

/* "bertemu langsung; Budi (istri); pagar terkunci": SIPP's ket_hasil_relaas. */
static const char *outcome_words(const struct told *t, struct arena *a)
{
	struct text words = text_start(a);
	const struct summons_found *found = &t->one->found;
	text_add(&words, t->kind->name);
	if (!text_is_empty(found->met))
		text_addf(&words, text_is_empty(found->as) ? "; %s" : "; %s (%s)", found->met,
		          found->as);
	if (!text_is_empty(found->note))
		text_addf(&words, "; %s", found->note);
	return words.s;
}

/* "surat tercatat diterima 08-12-2026" */
static const char *told_words(const struct told *t, struct arena *a)
{
	char date[DATE_ROOM];
	day_show(t->one->served, date, sizeof date);
	return say(a, "%1 %2", t->kind == NULL ? t->one->outcome : t->kind->name, date);
}

/* SIPP has two days for a letter by post: the one the post took it and the one it was received or
 * came back. */
static day day_told(const struct told *t)
{
	if (t->kind->open)
		return DAY_NONE;
	bool by_post = !text_is_empty(t->kind->post) && t->one->found.received != DAY_NONE;
	return by_post ? t->one->found.received : t->one->served;
}

static const char *iso(day on, struct arena *a)
{
	char text[DATE_ROOM] = "";
	if (on != DAY_NONE)
		day_iso(on, text, sizeof text);
	return arena_text(a, text);
}

/* Fixed before it is sent: a call has one entry, and one more each time it is mended. */
static void key_told(const struct filing *f, const struct summons *one, char out[KEY_ROOM])
{
	char what[24];
	snprintf(what, sizeof what, RALAT "-%d", one->number);
	if (one->mended == 0)
		id_key(&f->id, "relaas", one->number, out, KEY_ROOM);
	else
		id_key(&f->id, what, one->mended, out, KEY_ROOM);
}

/* `before`: the entry it mends, or NULL. */
static void tell_sipp(struct decision *d, const struct told *is, const struct told *before)
{
	char key[KEY_ROOM];
	const struct filing *f = d->filing;
	const struct values *form = &d->command->values;
	const struct summons *one = is->one;
	bool by_post = is->kind->open || !text_is_empty(is->kind->post);
	key_told(f, one, key);
	struct message *m = decision_message(d, "sipp", "relaas", key, d->command->at);
	body_set(m, d->a, "nomor_perkara", f->number.number);
	body_set(m, d->a, "perkara_id", f->number.sipp_id);
	body_set(m, d->a, "nomor_register", f->reg);
	body_set(m, d->a, "pihak", one->name);
	body_set(m, d->a, "kedudukan", one->label);
	body_set(m, d->a, "tanggal_sidang", iso(one->hearing, d->a));
	body_set(m, d->a, "tanggal_relaas", iso(day_told(is), d->a));
	body_set(m, d->a, "tanggal_jursit_pos", iso(by_post ? one->served : DAY_NONE, d->a));
	body_set(m, d->a, "ket_temu", is->kind->sipp);
	body_set(m, d->a, "no_resi_pos", one->found.resi);
	body_set(m, d->a, "status_pos", is->kind->post);
	body_set(m, d->a, "ket_hasil_relaas", outcome_words(is, d->a));
	body_set(m, d->a, "jurusita", one->bailiff);
	body_set(m, d->a, "berkas", values_of(form, "berkas_relaas"));
	if (before == NULL)
		return;
	key_told(f, before->one, key);
	m->replaces = arena_text(d->a, key);
	body_set(m, d->a, "ket_hasil_relaas",
	         say(d->a, N_("%1; ralat: semula %2, %3"), outcome_words(is, d->a),
	             told_words(before, d->a), values_of(form, ALASAN)));
	values_set(&m->body, d->a, SEMULA, 1, "tanggal_relaas", iso(day_told(before), d->a));
	values_set(&m->body, d->a, SEMULA, 1, "ket_temu", before->kind->sipp);
	values_set(&m->body, d->a, SEMULA, 1, "alasan", values_of(form, ALASAN));
}

/* ---- what it is worth ---- */

/* The kinds of validity have sentences of their own: a wrong channel is not lateness, and neither
 * is a letter without proof of receipt. */
static void judge(const struct context *s, const struct filing *f, struct decision *d,
                  struct summons *one)
{
	static const struct {
		enum summons_worth worth;
		const char *field, *text;
	} faults[] = {
		{ WORTH_LATE, "tanggal", N_("Tanggal: terlambat, panggilan %1 tidak patut") },
		{ WORTH_AFTER_HEARING, "tanggal",
		  N_("Tanggal: setelah hari sidang, %1 harus dipanggil lagi") },
		{ WORTH_WRONG_CHANNEL, "hasil",
		  N_("Hasil: bukan dari kanal yang ditetapkan, panggilan %1 salah kanal") },
		{ WORTH_UNPROVEN, "hasil",
		  N_("Hasil: belum akhir untuk %1; catat lagi bila buktinya ada") },
	};
	struct service service = { .rule = summons_rule(s->book, f, one),
		                   .channel = one->channel,
		                   .reason = one->reason,
		                   .outcome = rulebook_outcome(s->book, one->outcome),
		                   .first = one->found.first,
		                   .served = one->served,
		                   .hearing = one->hearing };
	enum summons_worth worth = summons_judge(s->book, &service);
	one->proper = worth == WORTH_PROPER;
	one->worth = worth_key(worth);
	for (size_t i = 0; i < COUNT_OF(faults); i++) {
		if (faults[i].worth == worth)
			warn_field(d, faults[i].field, faults[i].text, one->name);
	}
	warnings_keep(d, PANGGILAN);
}

/* ---- recording ---- */

static day day_said(const struct values *v, const char *field)
{
	day on;
	return day_iso_parse(values_of(v, field), &on) ? on : DAY_NONE;
}

static struct summons_found found_of(const struct values *v)
{
	return (struct summons_found){ .met = values_of(v, "bertemu"),
		                       .as = values_of(v, "hubungan"),
		                       .hour = values_of(v, "jam"),
		                       .resi = values_of(v, "resi"),
		                       .cause = values_of(v, "sebab"),
		                       .medium = values_of(v, "media"),
		                       .note = values_of(v, "keterangan"),
		                       .first = day_said(v, "pengumuman"),
		                       .received = day_said(v, "diterima") };
}

/* What is recorded must be an outcome of this channel, with all that its relaas says. */
static void check_outcome(const struct context *s, const struct filing *f, struct decision *d,
                          const struct summons *one)
{
	static const struct {
		const char *place, *field;
	} needed[] = {
		{ "bertemu", "bertemu" },       { "hubungan", "hubungan" }, { "resi", "resi" },
		{ "diterima", "diterima" },     { "sebab", "sebab" },       { "media", "media" },
		{ "pengumuman", "pengumuman" },
	};
	struct letter_lines lines;
	const struct relaas_of of = { one, one->bailiff };
	const struct form *form = rulebook_form(s->book, HASIL);
	if (!outcome_comes_of(rulebook_outcome(s->book, one->outcome), one->channel)) {
		refuse_field(d, "hasil",
		             N_("Hasil: bukan hasil panggilan melalui %1; pilih yang lain"),
		             rulebook_channel(s->book, one->channel)->name);
		return;
	}
	relaas_write(s->book, f, &of, d->a, &lines);
	for (size_t i = 0; i < lines.lack_count; i++) {
		for (size_t k = 0; k < COUNT_OF(needed); k++) {
			const struct field *field = form_field(form, "", needed[k].field);
			if (field != NULL && text_same(lines.lacks[i], needed[k].place))
				refuse_field(d, needed[k].field,
				             N_("%1: belum diisi; relaas memuatnya"), field->label);
		}
	}
}

/* The call as it stands with what the form says. */
static bool outcome_take(const struct context *s, const struct filing *f, struct decision *d,
                         struct summons *after, struct fault *why)
{
	const struct values asked = values_asked(s, d);
	const struct outcome_kind *kind = rulebook_outcome(s->book, values_of(&asked, "hasil"));
	const struct channel *channel = rulebook_channel(s->book, after->channel);
	if (kind == NULL || channel == NULL ||
	    !day_iso_parse(values_of(&asked, "tanggal"), &after->served))
		return fault_set(why, FAULT_REFUSED, N_("Hasil dan tanggal panggilan harus diisi"));
	refuse_before_case(&asked, d, "tanggal");
	refuse_before_case(&asked, d, "pengumuman");
	after->outcome = kind->key;
	after->found = found_of(&asked);
	if (kind->open && channel->announced > 0)
		after->found.first = after->served;
	check_outcome(s, f, d, after);
	judge(s, f, d, after);
	return true;
}

/* The step ends with the last call; a call whose receipt is not proven any more opens it again. */
static void turn_take(const struct context *s, const struct filing *f, const struct summons *after,
                      struct decision *d)
{
	bool open = call_is_open(s->book, after);
	if (!open && others_recorded(s->book, f, after->number))
		step_pass(d, PANGGILAN);
	else if (step_now(d, PANGGILAN).state == STEP_DONE)
		step_turn(d, PANGGILAN, STEP_WAITING, WAITS_BAILIFF);
}

static bool none_named(const struct command *c, struct fault *why)
{
	return fault_set(why, FAULT_REFUSED, N_("Tidak ada panggilan ke-%1 pada perkara ini"),
	                 values_of(&c->values, "panggilan_ke"));
}

bool outcome_record(const struct context *s, const struct filing *f, const struct command *c,
                    struct decision *d, struct fault *why)
{
	char key[FILL_KEY_ROOM];
	const char *number = values_of(&c->values, "panggilan_ke");
	const struct summons *before = summons_named(f, number);
	if (before == NULL)
		return none_named(c, why);
	if (!call_goes_on(f, before, why))
		return false;
	if (!call_is_open(s->book, before))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Hasil panggilan ke-%1 sudah dicatat; bila keliru, perbaiki dengan ralat"),
		    number);
	struct summons after = *before;
	after.mended += after.mended > 0; /* SIPP was told of it before: it is one more entry */
	if (!outcome_take(s, f, d, &after, why))
		return false;
	call_book(s, d, &after);
	if (!call_is_open(s->book, &after))
		after.recorded = context_day(s, c);
	const struct told is = told_of(s->book, &after);
	decision_change(d, CHANGE_SUMMONS)->to.summons = after;
	summons_fill_key(after.number, key);
	fill_keep_as(s, d, HASIL, key);
	if (!is.kind->open)
		tell_sipp(d, &is, NULL);
	turn_take(s, f, &after, d);
	d->event = say(d->a, N_("Panggilan %1: %2"), before->name, is.kind->name);
	return true;
}

/* ---- mending ---- */

static bool all_said(const struct values *these, const struct values *those)
{
	for (size_t i = 0; i < these->count; i++) {
		const struct value *v = &these->items[i];
		if (!text_same(v->field, ALASAN) &&
		    !text_same(values_get(those, v->list, v->row, v->field), v->text))
			return false;
	}
	return true;
}

bool outcome_mend(const struct context *s, const struct filing *f, const struct command *c,
                  struct decision *d, struct fault *why)
{
	char key[FILL_KEY_ROOM];
	const char *number = values_of(&c->values, "panggilan_ke");
	const struct summons *before = summons_named(f, number);
	if (before == NULL)
		return none_named(c, why);
	if (call_is_open(s->book, before))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Hasil panggilan ke-%1 belum ada; catat hasilnya, tidak perlu ralat"),
		    number);
	struct summons after = *before;
	after.mended++;
	if (!outcome_take(s, f, d, &after, why))
		return false;
	const struct values *kept = summons_values(f, before->number);
	const struct told is = told_of(s->book, &after), was = told_of(s->book, before);
	decision_change(d, CHANGE_SUMMONS)->to.summons = after;
	summons_fill_key(after.number, key);
	fill_keep_as(s, d, RALAT, key);
	const struct values *now = values_now(d, key);
	if (all_said(now, kept) && all_said(kept, now))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Tidak ada yang berubah pada hasil panggilan ke-%1"), number);
	if (was.kind != NULL)
		tell_sipp(d, &is, &was);
	turn_take(s, f, &after, d);
	const char *words = say(d->a, "%1 → %2", told_words(&was, d->a), told_words(&is, d->a));
	d->event = say(d->a, N_("Ralat panggilan %1: %2; %3"), before->name, words,
	               values_of(&c->values, ALASAN));
	return true;
}
