/* What SIPP is told of a call: an entry for its outcome, and one more each time that is mended or
 * its signed relaas comes (HIR 390; SEMA 1/2023 no. 12). */
#include <stdio.h>

#include "loket/court.h"
#include "loket/text.h"

#include "private.h"

#define SEMULA "semula"

enum { DATE_ROOM = 16, KEY_ROOM = 64 };

struct call_told {
	const struct summons *one;
	const struct outcome_kind *kind;
};

static struct call_told told_of(const struct rulebook *b, const struct summons *one)
{
	return (struct call_told){ one, rulebook_outcome(b, one->outcome) };
}

/* "bertemu langsung; Budi (istri); pagar terkunci": SIPP's ket_hasil_relaas. */
static const char *outcome_words(const struct call_told *t, struct arena *a)
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
static const char *told_words(const struct call_told *t, struct arena *a)
{
	char date[DATE_ROOM];
	day_show(t->one->served, date, sizeof date);
	return say(a, "%1 %2", t->kind == NULL ? t->one->outcome : t->kind->name, date);
}

/* SIPP has two days for a letter by post: the one the post took it and the one it was received or
 * came back. */
static day day_told(const struct call_told *t)
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

/* SIPP has one row of a call: it is told which one this mends, and the words where they changed. */
static void tell_before(const struct rulebook *b, struct decision *d, const struct call_news *n,
                        struct message *m)
{
	char key[KEY_ROOM];
	const struct call_told is = told_of(b, n->is), was = told_of(b, n->was);
	key_told(d->filing, n->was, key);
	m->replaces = arena_text(d->a, key);
	if (!n->same)
		body_set(m, d->a, "ket_hasil_relaas",
		         say(d->a, N_("%1; ralat: semula %2, %3"), outcome_words(&is, d->a),
		             told_words(&was, d->a), n->reason));
	values_set(&m->body, d->a, SEMULA, 1, "tanggal_relaas", iso(day_told(&was), d->a));
	values_set(&m->body, d->a, SEMULA, 1, "ket_temu", was.kind->sipp);
	values_set(&m->body, d->a, SEMULA, 1, "alasan", n->reason);
}

const char *call_told_words(const struct rulebook *b, const struct summons *one, struct arena *a)
{
	const struct call_told is = told_of(b, one);
	return told_words(&is, a);
}

void call_tell(const struct rulebook *b, struct decision *d, const struct call_news *n)
{
	char key[KEY_ROOM];
	const struct filing *f = d->filing;
	const struct call_told is = told_of(b, n->is);
	const struct summons *one = n->is;
	bool by_post = is.kind->open || !text_is_empty(is.kind->post);
	key_told(f, one, key);
	struct message *m = decision_message(d, "sipp", "relaas", key, d->command->at);
	body_set(m, d->a, "nomor_perkara", f->number.number);
	body_set(m, d->a, "perkara_id", f->number.sipp_id);
	body_set(m, d->a, "nomor_register", f->reg);
	body_set(m, d->a, "pihak", one->name);
	body_set(m, d->a, "kedudukan", one->label);
	body_set(m, d->a, "tanggal_sidang", iso(one->hearing, d->a));
	body_set(m, d->a, "tanggal_relaas", iso(day_told(&is), d->a));
	body_set(m, d->a, "tanggal_jursit_pos", iso(by_post ? one->served : DAY_NONE, d->a));
	body_set(m, d->a, "ket_temu", is.kind->sipp);
	body_set(m, d->a, "no_resi_pos", one->found.resi);
	body_set(m, d->a, "status_pos", is.kind->post);
	body_set(m, d->a, "ket_hasil_relaas", outcome_words(&is, d->a));
	body_set(m, d->a, "jurusita", one->bailiff);
	body_set(m, d->a, "berkas", n->document);
	if (n->was != NULL)
		tell_before(b, d, n, m);
}
