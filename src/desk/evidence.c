#include "evidence.h"

#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "filing.h"
#include "wrap.h"

enum { LINE_ROOM = 600, PAGE = 4, HASH_SHOWN = 12, WORDS_SHOWN = 12 };

static const char *const titles[EVIDENCE_SECTIONS] = {
	[EVIDENCE_SIPP] = N_("SIPP dan peringatan"),
	[EVIDENCE_MENDED] = N_("Berubah sejak dikembalikan"),
	[EVIDENCE_PAYMENT] = N_("Pembayaran"),
	[EVIDENCE_PAPERS] = N_("Berkas"),
};
static const char *const tabs[EVIDENCE_SECTIONS] = {
	[EVIDENCE_SIPP] = N_("SIPP"),
	[EVIDENCE_MENDED] = N_("Perubahan"),
	[EVIDENCE_PAYMENT] = N_("Pembayaran"),
	[EVIDENCE_PAPERS] = N_("Berkas"),
};

/* ---- gathering ---- */

/* What a section's writer needs. */
struct gathering {
	struct filing_view *v;
	const struct rulebook *book;
	struct arena *a;
	const struct login *login;
	enum evidence_section section;
};

static void line(const struct gathering *g, enum style style, int indent, const char *text)
{
	struct evidence *e = &g->v->evidence;
	e->sections[g->section].lines =
	    list_grow(g->a, e->sections[g->section].lines, e->sections[g->section].count,
	              &e->sections[g->section].capacity, sizeof(struct evidence_line));
	e->sections[g->section].lines[e->sections[g->section].count++] =
	    (struct evidence_line){ style, indent, text };
}

static const char *filled(const struct gathering *g, const char *template, const char *const *args,
                          size_t count)
{
	char text[LINE_ROOM];
	message_fill(template, args, count, text, sizeof text);
	return arena_text(g->a, text);
}

/* The worker joins what SIPP found with "; "; each case stands on its own line. */
static void gather_sipp(const struct gathering *g)
{
	const struct filing *f = &g->v->filing;
	bool known = text_starts(f->sipp_note, "NIK ");
	if (text_is_empty(f->sipp_note))
		line(g, STYLE_DIM, 0, _("SIPP belum menjawab tentang para pihak"));
	for (const char *s = f->sipp_note; s != NULL && *s != '\0';) {
		const char *end = strstr(s, "; ");
		size_t length = end == NULL ? strlen(s) : (size_t)(end - s);
		line(g, known ? STYLE_WARNING : STYLE_PLAIN, 0, arena_copy(g->a, s, length));
		s = end == NULL ? NULL : end + 2;
	}
	for (size_t i = 0; i < f->warning_count; i++) {
		const struct warning *w = &f->warnings[i];
		char step[16];
		snprintf(step, sizeof step, "%d", sop_number(&g->book->sop, w->step));
		line(g, STYLE_WARNING, 0,
		     filled(g, _("! %1 (langkah %2)"), (const char *const[]){ warning_say(w, g->a), step }, 2));
	}
}

static void gather_payment(const struct gathering *g)
{
	const struct filing *f = &g->v->filing;
	char total[32], paid[32];
	money_show(f->skum.total, total, sizeof total);
	money_show(filing_paid(f), paid, sizeof paid);
	line(g, filing_paid(f) < f->skum.total ? STYLE_WARNING : STYLE_PLAIN, 0,
	     filled(g, _("e-SKUM %1 %2, dibayar %3"),
	            (const char *const[]){ f->skum.number, total, paid }, 3));
	for (size_t i = 0; i < f->payment_count; i++) {
		const struct payment *p = &f->payments[i];
		char amount[32], when[40];
		money_show(p->amount, amount, sizeof amount);
		instant_show(p->at, &g->book->court.zone, when, sizeof when);
		line(g, p->suspense ? STYLE_WARNING : STYLE_PLAIN, 0,
		     filled(g, _("%1 pada %2 lewat %3, acuan bank %4"),
		            (const char *const[]){ amount, when, p->channel, p->reference }, 4));
		if (p->suspense)
			line(g, STYLE_WARNING, 2, p->note);
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
	                             : field_show(each, stored, &g->v->form.state.scope, g->a);
}

/* The beginning of its text, so that a wrong file is seen without opening it. */
static void gather_words(const struct gathering *g, const struct document_kept *kept)
{
	const char *words;
	char said[LINE_ROOM];
	struct fault why = { 0 };
	if (!service_preview(g->login, kept, g->a, &words, &why)) {
		fault_say(&why, said, sizeof said);
		line(g, STYLE_DIM, 2, arena_text(g->a, said));
		return;
	}
	if (text_is_empty(words))
		line(g, STYLE_DIM, 2, _("tanpa teks yang terbaca"));
	int shown = 0;
	for (const char *at = words; *at != '\0' && shown < WORDS_SHOWN;) {
		size_t length = strcspn(at, "\n");
		if (length > 0) {
			line(g, STYLE_PLAIN, 2, arena_copy(g->a, at, length));
			shown++;
		}
		at += length + (at[length] == '\n');
	}
}

static void gather_paper(const struct gathering *g, const char *kind,
                         const struct document_kept *kept)
{
	line(g, STYLE_PLAIN, 0,
	     filled(g, _("%1: %2"), (const char *const[]){ kind, kept->name }, 2));
	line(g, STYLE_DIM, 2, arena_print(g->a, "SHA-256 %.*s…", HASH_SHOWN, kept->digest));
	const char *ending = strrchr(kept->name, '.');
	if (ending != NULL && text_same(ending, ".pdf"))
		gather_words(g, kept);
}

static void gather_papers(const struct gathering *g)
{
	const struct filing *f = &g->v->filing;
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
	if (g->v->evidence.sections[g->section].count == 0)
		line(g, STYLE_WARNING, 0, _("Tidak ada berkas"));
}

/* ---- what was mended ---- */

static const char *read_as(const struct gathering *g, const struct field *f, const char *stored)
{
	if (text_is_empty(stored))
		return _("(kosong)");
	return field_show(f, stored, &g->v->form.state.scope, g->a);
}

static void gather_form(const struct gathering *g, const struct mended *m)
{
	struct form_change *changes;
	const struct form *form = rulebook_form(g->book, m->form);
	if (form == NULL)
		return;
	size_t count = form_changes(form, &m->was, filing_values(&g->v->filing, m->form), g->a,
	                            &changes);
	for (size_t i = 0; i < count; i++) {
		const struct form_change *ch = &changes[i];
		char row[24] = "";
		if (ch->row > 0)
			snprintf(row, sizeof row, " %d", ch->row);
		line(g, STYLE_TITLE, 0,
		     filled(g, "%1 · %2%3",
		            (const char *const[]){ _(form->title), _(ch->field->label), row }, 3));
		line(g, STYLE_PLAIN, 2,
		     filled(g, "%1 → %2",
		            (const char *const[]){ read_as(g, ch->field, ch->was),
		                                   read_as(g, ch->field, ch->is) },
		            2));
	}
}

static void gather_mended(const struct gathering *g)
{
	const struct filing *f = &g->v->filing;
	if (f->verdict.round == 0 || f->verdict.yes)
		return;
	line(g, STYLE_DIM, 0,
	     filled(g, _("Diminta: %1"), (const char *const[]){ f->verdict.message }, 1));
	size_t before = g->v->evidence.sections[g->section].count;
	for (size_t i = 0; i < g->v->mended.count; i++)
		gather_form(g, &g->v->mended.items[i]);
	if (g->v->evidence.sections[g->section].count == before)
		line(g, STYLE_WARNING, 0, _("Tidak ada isian yang berubah"));
}

void evidence_gather(struct filing_view *v, struct desk *d)
{
	static void (*const gather[EVIDENCE_SECTIONS])(const struct gathering *) = {
		[EVIDENCE_SIPP] = gather_sipp,
		[EVIDENCE_MENDED] = gather_mended,
		[EVIDENCE_PAYMENT] = gather_payment,
		[EVIDENCE_PAPERS] = gather_papers,
	};
	struct gathering g = { .v = v, .book = d->app->book, .a = v->a, .login = &d->login };
	v->evidence = (struct evidence){ 0 };
	for (int i = 0; i < EVIDENCE_SECTIONS; i++) {
		g.section = (enum evidence_section)i;
		gather[i](&g);
	}
	/* Of a filing that came back, what was mended is looked at first. */
	if (v->evidence.sections[EVIDENCE_MENDED].count > 0)
		v->evidence.shown = EVIDENCE_MENDED;
}

/* ---- keys ---- */

bool evidence_key(struct evidence *e, enum key key)
{
	unsigned by = key == K_F8 ? 1 : EVIDENCE_SECTIONS - 1;
	if (key == K_F7 || key == K_F8) {
		do
			e->shown = (enum evidence_section)((e->shown + by) % EVIDENCE_SECTIONS);
		while (e->sections[e->shown].count == 0);
		e->top = 0;
		return true;
	}
	if (key == K_PGDN && e->top + PAGE < (int)e->sections[e->shown].count)
		e->top += PAGE;
	if (key == K_PGUP)
		e->top = e->top > PAGE ? e->top - PAGE : 0;
	return key == K_PGDN || key == K_PGUP;
}

/* ---- the picture ---- */

static int draw_lines(const struct evidence *e, enum evidence_section which, int from,
                      struct cells *c, struct area where)
{
	int row = 0;
	for (size_t i = (size_t)from; i < e->sections[which].count && row < where.rows; i++) {
		const struct evidence_line *l = &e->sections[which].lines[i];
		struct area words = { where.row + row, where.col + l->indent, where.rows - row,
			              where.cols - l->indent };
		row += frame_paragraph(c, words, l->style, l->text);
	}
	return row;
}

static bool warns(const struct evidence *e, int section)
{
	for (size_t i = 0; i < e->sections[section].count; i++) {
		if (e->sections[section].lines[i].style == STYLE_WARNING)
			return true;
	}
	return false;
}

void evidence_draw(const struct evidence *e, struct cells *c, struct area where)
{
	int col = where.col;
	for (int i = 0; i < EVIDENCE_SECTIONS; i++) {
		if (e->sections[i].count == 0)
			continue;
		bool here = i == (int)e->shown;
		enum style style = here ? STYLE_TITLE : warns(e, i) ? STYLE_WARNING : STYLE_DIM;
		col += cells_put(c, where.row, col, style, _(tabs[i])) + 2;
	}
	draw_lines(e, e->shown, e->top, c,
	           (struct area){ where.row + 1, where.col, where.rows - 1, where.cols });
}

int evidence_draw_all(const struct evidence *e, struct cells *c, struct area where)
{
	int row = 0;
	for (int i = 0; i < EVIDENCE_SECTIONS && row + 1 < where.rows; i++) {
		if (e->sections[i].count == 0)
			continue;
		cells_put(c, where.row + row++, where.col, STYLE_TITLE, _(titles[i]));
		row += draw_lines(e, (enum evidence_section)i, 0, c,
		                  (struct area){ where.row + row, where.col + 1, where.rows - row,
		                                 where.cols - 1 }) +
		       1;
	}
	return row < where.rows ? row : where.rows;
}
