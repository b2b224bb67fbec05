/* What SIPP says of a numbered case comes back: panel, registrar, bailiff, hearings, summonses. It
 * is kept beside the court's own forms (fill "sipp"), told in the history by what changed, and
 * followed where a summons is not carried out yet: the hearing it calls to and the bailiff are
 * SIPP's. */
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define HAKIM     "hakim"
#define PANITERA  "panitera"
#define JURUSITA  "jurusita"
#define SIDANG    "sidang"
#define RELAAS    "relaas"
#define DATE_ROOM 64

/* ---- is it news? ---- */

static bool all_there(const struct values *these, const struct values *those)
{
	for (size_t i = 0; i < these->count; i++) {
		const struct value *v = &these->items[i];
		if (!text_same(values_get(those, v->list, v->row, v->field), v->text))
			return false;
	}
	return true;
}

bool sync_is_news(const struct filing *f, const struct values *told)
{
	const struct values *known = filing_values(f, SIPP);
	return !all_there(told, known) || !all_there(known, told);
}

/* ---- what changed, in words ---- */

struct telling {
	const struct values *was, *is;
	struct text words;
	struct arena *a;
};

static void tell(struct telling *t, const char *words)
{
	text_add(&t->words, t->words.length > 0 ? "; " : "");
	text_add(&t->words, words);
}

static const char *names_of(const struct values *v, const char *list, struct arena *a)
{
	struct text t = text_start(a);
	int rows = values_rows(v, list);
	for (int row = 1; row <= rows; row++) {
		text_add(&t, row > 1 ? ", " : "");
		text_add(&t, values_get(v, list, row, "nama"));
	}
	return t.s;
}

static void tell_people(struct telling *t, const char *list, const char *words)
{
	const char *is = names_of(t->is, list, t->a);
	if (!text_same(names_of(t->was, list, t->a), is) && !text_is_empty(is))
		tell(t, say(t->a, words, is));
}

/* The row that has this id, 0: none. Rows of SIPP keep their ids. */
static int row_of(const struct values *v, const char *list, const char *id)
{
	int rows = values_rows(v, list);
	for (int row = 1; row <= rows; row++) {
		if (text_same(values_get(v, list, row, "id"), id))
			return row;
	}
	return 0;
}

static bool row_changed(const struct telling *t, const char *list, int row, int before)
{
	for (size_t i = 0; i < t->is->count; i++) {
		const struct value *v = &t->is->items[i];
		if (text_same(v->list, list) && v->row == row &&
		    !text_same(values_get(t->was, list, before, v->field), v->text))
			return true;
	}
	return false;
}

static const char *date_words(const char *iso, struct arena *a)
{
	day d;
	char out[DATE_ROOM];
	if (!day_parse(iso, 0, &d))
		return iso;
	day_show(d, out, sizeof out);
	return arena_text(a, out);
}

static const char *hearing_words(const struct values *v, int row, struct arena *a)
{
	const char *on = date_words(values_get(v, SIDANG, row, "tanggal"), a);
	const char *at = values_get(v, SIDANG, row, "jam");
	const char *room = values_get(v, SIDANG, row, "ruang");
	const char *when = say(a, N_("%1 pukul %2"), on, text_is_empty(at) ? "–" : at);
	return text_is_empty(room) ? when : say(a, "%1, %2", when, room);
}

static void tell_hearings(struct telling *t)
{
	int rows = values_rows(t->is, SIDANG);
	for (int row = 1; row <= rows; row++) {
		const char *id = values_get(t->is, SIDANG, row, "id");
		const char *why = values_get(t->is, SIDANG, row, "alasan");
		int before = row_of(t->was, SIDANG, id);
		if (before > 0 && !row_changed(t, SIDANG, row, before))
			continue;
		const char *words = hearing_words(t->is, row, t->a);
		if (text_same(values_get(t->is, SIDANG, row, "ditunda"), "Y"))
			tell(t, say(t->a, N_("sidang %1 ditunda: %2"), words,
			            text_is_empty(why) ? "–" : why));
		else
			tell(t, say(t->a, N_("sidang %1"), words));
	}
}

static void tell_summonses(struct telling *t)
{
	int rows = values_rows(t->is, RELAAS);
	for (int row = 1; row <= rows; row++) {
		const char *id = values_get(t->is, RELAAS, row, "id");
		const char *on = values_get(t->is, RELAAS, row, "tanggal");
		int before = row_of(t->was, RELAAS, id);
		if (before > 0 && !row_changed(t, RELAAS, row, before))
			continue;
		tell(t, say(t->a, N_("relaas %1: %2"), values_get(t->is, RELAAS, row, "pihak"),
		            text_is_empty(on) ? N_("direncanakan") : date_words(on, t->a)));
	}
}

static const char *what_changed(const struct filing *f, const struct values *is, struct arena *a)
{
	struct telling t = { filing_values(f, SIPP), is, text_start(a), a };
	const char *stage = values_of(is, "tahapan");
	tell_people(&t, HAKIM, N_("majelis %1"));
	tell_people(&t, PANITERA, N_("panitera pengganti %1"));
	tell_people(&t, JURUSITA, N_("jurusita %1"));
	tell_hearings(&t);
	tell_summonses(&t);
	if (t.words.length == 0 && !text_same(values_of(t.was, "tahapan"), stage))
		tell(&t, say(a, N_("tahapan %1"), stage));
	return t.words.length > 0 ? t.words.s : N_("rincian perkara diperbarui");
}

/* ---- what follows it ---- */

int sync_first_hearing(const struct values *told)
{
	int rows = values_rows(told, SIDANG), first = 0;
	for (int row = 1; row <= rows && first == 0; row++) {
		if (!text_same(values_get(told, SIDANG, row, "ditunda"), "Y"))
			first = row;
	}
	return first;
}

const char *sync_bailiff(const struct values *told, const struct choices *bailiffs)
{
	int rows = values_rows(told, JURUSITA);
	for (int row = 1; bailiffs != NULL && row <= rows; row++) {
		const char *name = values_get(told, JURUSITA, row, "nama");
		for (size_t i = 0; i < bailiffs->count; i++) {
			if (text_same(bailiffs->items[i].label, name))
				return bailiffs->items[i].value;
		}
	}
	return "";
}

static const char *own_time(const char *time, struct arena *a) /* 09:00 is 09.00 here */
{
	const char *colon = text_is_empty(time) ? NULL : time + 2;
	return colon == NULL || *colon != ':' ? time : arena_print(a, "%.2s.%.2s", time, time + 3);
}

static bool carried_out(const struct sitting *s, const struct summons *one)
{
	const struct outcome_kind *kind = rulebook_outcome(s->book, one->outcome);
	return !text_is_empty(one->outcome) && (kind == NULL || !kind->open);
}

/* What step 9 shows as set is what the summonses say. */
static void form_follows(const struct sitting *s, const struct filing *f, const struct summons *one,
                         struct decision *d)
{
	char on[16];
	struct change *kept = decision_change(d, CHANGE_FILL);
	struct values *v = &kept->to.fill.values;
	kept->to.fill.step = PANGGILAN;
	kept->to.fill.form = rulebook_form(s->book, PANGGILAN);
	*v = (struct values){ 0 };
	values_copy(v, filing_values(f, PANGGILAN), d->a);
	day_iso(one->hearing, on, sizeof on);
	values_set(v, d->a, "", 0, "sidang_tanggal", on);
	values_set(v, d->a, "", 0, "sidang_jam", one->time);
	values_set(v, d->a, "", 0, "ruang", one->room);
	values_set(v, d->a, "", 0, "jurusita", one->bailiff);
}

/* The summonses that are still to be carried out call to SIPP's hearing. */
static size_t summonses_follow(const struct sitting *s, const struct filing *f,
                               const struct values *told, struct decision *d)
{
	size_t moved = 0;
	int row = sync_first_hearing(told);
	day hearing;
	if (row == 0 || !day_parse(values_get(told, SIDANG, row, "tanggal"), 0, &hearing))
		return 0;
	const char *time = own_time(values_get(told, SIDANG, row, "jam"), d->a);
	const char *room = values_get(told, SIDANG, row, "ruang");
	const char *bailiff = sync_bailiff(told, choices_named(s->lists, s->list_count, JURUSITA));
	for (size_t i = 0; i < f->summons_count; i++) {
		struct summons after = f->summons[i];
		const struct channel *channel = rulebook_channel(s->book, after.channel);
		if (channel == NULL || carried_out(s, &after))
			continue;
		after.hearing = hearing;
		after.time = text_is_empty(time) ? after.time : time;
		after.room = text_is_empty(room) ? after.room : room;
		after.bailiff = text_is_empty(bailiff) ? after.bailiff : bailiff;
		after.deadline = summons_deadline(s->book, channel, hearing);
		if (after.hearing == f->summons[i].hearing &&
		    text_same(after.time, f->summons[i].time) &&
		    text_same(after.room, f->summons[i].room) &&
		    text_same(after.bailiff, f->summons[i].bailiff))
			continue;
		decision_change(d, CHANGE_SUMMONS)->to.summons = after;
		if (moved++ == 0)
			form_follows(s, f, &after, d);
	}
	return moved;
}

bool sync_take(const struct sitting *s, const struct filing *f, const struct command *c,
               struct decision *d, struct fault *why)
{
	if (text_is_empty(f->number.number))
		return fault_set(why, FAULT_REFUSED,
		                 N_("SIPP menyebut perkara yang di sini belum bernomor: %1"),
		                 f->reg);
	struct change *kept = decision_change(d, CHANGE_FILL);
	kept->to.fill.step = SIPP;
	kept->to.fill.values = c->values;
	size_t moved = summonses_follow(s, f, &c->values, d);
	const char *words = what_changed(f, &c->values, d->a);
	d->event = moved == 0
	               ? say(d->a, N_("SIPP: %1"), words)
	               : say(d->a, N_("SIPP: %1. %2 panggilan mengikuti; cetak relaasnya lagi"),
	                     words, number_text((int64_t)moved, d->a));
	return true;
}

bool sync_ask(const struct sitting *s, const struct filing *f, const struct command *c,
              struct decision *d, struct fault *why)
{
	char key[64];
	(void)s;
	(void)why;
	id_key(&c->id, "case", 0, key, sizeof key);
	struct message *m = decision_message(d, "sipp", "case", key, c->at);
	body_set(m, d->a, "nomor_register", f->reg);
	d->event = N_("Keadaan perkara ditanyakan ke SIPP");
	return true;
}
