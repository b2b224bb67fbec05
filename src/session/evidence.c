/* What the admin decides by at step 7: what SIPP says of the parties, the warnings of the earlier
 * steps, the payment, the documents, what was mended since the filing came back. */
#include <string.h>

#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "private.h"

enum { HASH_SHOWN = 12, WORDS_SHOWN = 12 };

/* What a section's writer needs. */
struct gathering {
	const struct session *s;
	const struct rulebook *book;
	struct arena *a;
	struct evidence *out;
	enum evidence_section section;
};

static void line(const struct gathering *g, enum tone tone, int indent, const char *text)
{
	struct evidence *e = g->out;
	e->sections[g->section].lines =
	    list_grow(g->a, e->sections[g->section].lines, e->sections[g->section].count,
	              &e->sections[g->section].capacity, sizeof(struct evidence_line));
	e->sections[g->section].lines[e->sections[g->section].count++] =
	    (struct evidence_line){ tone, indent, text };
}

/* Warnings first: the window may be small. */
static void gather_sipp(const struct gathering *g)
{
	const struct filing *f = &g->s->filing;
	const struct values *known = filing_values(f, DIKENAL);
	int rows = values_rows(known, "perkara");
	struct warning *all;
	size_t count = warnings_joined(f->warnings, f->warning_count, g->a, &all);
	for (size_t i = 0; i < count; i++) {
		const struct warning *w = &all[i];
		line(g, TONE_WARNING, 0,
		     message_text(g->a, _("! %1 (langkah %2)"), warning_say(w, g->a),
		                  shown_number(g->a, sop_number(&g->book->sop, w->step))));
	}
	for (int row = 1; row <= rows; row++)
		line(g, TONE_WARNING, 0, sentence_said(g->a, sync_found(known, row, g->a)));
	if (known->count > 0 && rows == 0)
		line(g, TONE_PLAIN, 0, sentence_said(g->a, sync_parties(known, g->a)));
	if (!text_is_empty(f->sipp_note))
		line(g, TONE_PLAIN, 0, sentence_said(g->a, f->sipp_note));
	if (known->count == 0 && text_is_empty(f->sipp_note))
		line(g, TONE_HINT, 0, _("SIPP belum menjawab tentang para pihak"));
}

static void gather_payment(const struct gathering *g)
{
	const struct filing *f = &g->s->filing;
	struct arena *a = g->a;
	line(g, filing_paid(f) < f->skum.total ? TONE_WARNING : TONE_PLAIN, 0,
	     message_text(a, _("e-SKUM %1 %2, dibayar %3"), f->skum.number,
	                  shown_rupiah(a, f->skum.total), shown_rupiah(a, filing_paid(f))));
	for (size_t i = 0; i < f->payment_count; i++) {
		const struct payment *p = &f->payments[i];
		line(g, p->suspense ? TONE_WARNING : TONE_PLAIN, 0,
		     message_text(a, _("%1 pada %2 lewat %3, referensi bank %4"),
		                  shown_rupiah(a, p->amount),
		                  shown_instant(a, p->at, &g->book->court.zone), p->channel,
		                  p->reference));
		if (p->suspense)
			line(g, TONE_WARNING, 2,
			     message_text(a, _("%1; tiba di sini %2"), sentence_said(a, p->note),
			                  shown_instant(a, p->arrived, &g->book->court.zone)));
	}
}

/* ---- documents ---- */

/* What a document is: the kind its row says, else the field's name. */
static const char *paper_kind(const struct gathering *g, const struct form *form,
                              const struct field *field, const struct values *values, int row)
{
	const struct form_list *list = form_list(form, field->list);
	const struct field *each = list == NULL ? NULL : form_field(form, field->list, list->each);
	const char *stored = each == NULL ? "" : values_get(values, field->list, row, list->each);
	return text_is_empty(stored) ? _(field->label)
	                             : field_said(each, stored, &g->s->form.scope, g->a);
}

/* The beginning of its text, so that a wrong file is seen without opening it. */
static void gather_words(const struct gathering *g, const struct document_kept *kept)
{
	const char *words;
	struct fault why = { 0 };
	if (!service_preview(g->s->login, kept, g->a, &words, &why)) {
		line(g, TONE_HINT, 2, fault_text(g->a, &why));
		return;
	}
	if (text_is_empty(words))
		line(g, TONE_HINT, 2, _("tanpa teks yang terbaca"));
	int shown = 0;
	for (const char *at = words; *at != '\0' && shown < WORDS_SHOWN;) {
		size_t length = strcspn(at, "\n");
		if (length > 0) {
			line(g, TONE_PLAIN, 2, arena_copy(g->a, at, length));
			shown++;
		}
		at += length + (at[length] == '\n');
	}
}

static void gather_paper(const struct gathering *g, const char *kind,
                         const struct document_kept *kept)
{
	line(g, TONE_PLAIN, 0, message_text(g->a, _("%1: %2"), kind, kept->name));
	line(g, TONE_HINT, 2, arena_print(g->a, "SHA-256 %.*s…", HASH_SHOWN, kept->digest));
	const char *ending = strrchr(kept->name, '.');
	if (ending != NULL && text_same(ending, ".pdf"))
		gather_words(g, kept);
}

static void gather_papers(const struct gathering *g)
{
	const struct filing *f = &g->s->filing;
	for (size_t i = 0; i < f->fill_count; i++) {
		const struct form *form = rulebook_form(g->book, f->fills[i].step);
		const struct values *values = &f->fills[i].values;
		for (size_t k = 0; form != NULL && k < values->count; k++) {
			const struct value *value = &values->items[k];
			const struct field *field = form_field(form, value->list, value->field);
			struct document_kept kept;
			if (field != NULL && field->kind == KIND_FILE &&
			    document_taken(value->text, &kept))
				gather_paper(g, paper_kind(g, form, field, values, value->row),
				             &kept);
		}
	}
	if (g->out->sections[g->section].count == 0)
		line(g, TONE_WARNING, 0, _("Tidak ada berkas"));
}

/* ---- what was mended ---- */

static const char *read_as(const struct field *f, const char *stored,
                           const struct form_scope *scope, struct arena *a)
{
	return text_is_empty(stored) ? _("(kosong)") : field_said(f, stored, scope, a);
}

const char *change_name(const struct form_change *ch, struct arena *a)
{
	return ch->row > 0 ? arena_print(a, "%s %d", _(ch->field->label), ch->row)
	                   : _(ch->field->label);
}

const char *change_words(const struct form_change *ch, const struct form_scope *scope,
                         struct arena *a)
{
	return arena_print(a, "%s → %s", read_as(ch->field, ch->was, scope, a),
	                   read_as(ch->field, ch->is, scope, a));
}

static void gather_form(const struct gathering *g, const struct mended *m)
{
	struct form_change *changes;
	const struct form *form = rulebook_form(g->book, m->form);
	if (form == NULL)
		return;
	size_t count = form_changes(form, &m->was, filing_values(&g->s->filing, m->form), g->a,
	                            &changes);
	for (size_t i = 0; i < count; i++) {
		line(g, TONE_TITLE, 0,
		     arena_print(g->a, "%s · %s", _(form->title), change_name(&changes[i], g->a)));
		line(g, TONE_PLAIN, 2, change_words(&changes[i], &g->s->form.scope, g->a));
	}
}

static void gather_mended(const struct gathering *g)
{
	const struct filing *f = &g->s->filing;
	if (f->verdict.round == 0 || f->verdict.yes)
		return;
	line(g, TONE_HINT, 0, message_text(g->a, _("Diminta: %1"), f->verdict.message));
	size_t before = g->out->sections[g->section].count;
	for (size_t i = 0; i < g->s->mended.count; i++)
		gather_form(g, &g->s->mended.items[i]);
	if (g->out->sections[g->section].count == before)
		line(g, TONE_WARNING, 0, _("Tidak ada isian yang berubah"));
}

void evidence_gather(const struct session *s, struct arena *a, struct evidence *out)
{
	static void (*const gather[EVIDENCE_SECTIONS])(const struct gathering *) = {
		[EVIDENCE_SIPP] = gather_sipp,
		[EVIDENCE_MENDED] = gather_mended,
		[EVIDENCE_PAYMENT] = gather_payment,
		[EVIDENCE_PAPERS] = gather_papers,
	};
	struct gathering g = { .s = s, .book = s->book, .a = a, .out = out };
	*out = (struct evidence){ 0 };
	for (int i = 0; i < EVIDENCE_SECTIONS; i++) {
		g.section = (enum evidence_section)i;
		gather[i](&g);
	}
}
