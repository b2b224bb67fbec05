/* Letters of attorney, by which representatives act (HIR 123/RBg 147; SEMA 6/1994). The registry
 * enters each in register RI-PA7. */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

/* ---- the letters ---- */

static const char *kuasa_of(const struct values *pihak, int row, const char *field)
{
	return values_get(pihak, "kuasa", row, field);
}

static bool is_numbered(const struct attorney *l)
{
	return !text_is_empty(l->number) && !text_same(l->number, "-");
}

static bool same_letter(const struct attorney *one, const struct attorney *other)
{
	return is_numbered(one) && text_same(one->number, other->number) &&
	       one->dated == other->dated;
}

static struct attorney *letter_add(struct attorneys *all, const struct attorney *l, struct arena *a)
{
	for (size_t i = 0; i < all->count; i++) {
		if (same_letter(&all->items[i], l))
			return &all->items[i];
	}
	all->items = list_grow(a, all->items, all->count, &all->capacity, sizeof *all->items);
	all->items[all->count] = *l;
	return &all->items[all->count++];
}

static struct attorney letter_read(int row, const char *number, const char *dated, const char *to)
{
	struct attorney l = { .row = row, .number = number, .dated = DAY_NONE, .to = to };
	if (!day_iso_parse(dated, &l.dated))
		l.dated = DAY_NONE;
	return l;
}

/* Is the row about the registrant: by his name, his card, or a letter of the same day where neither
 * has a number? */
static bool is_registrant(const struct filing *f, const struct values *pihak, int row,
                          const struct attorney *own)
{
	const char *card = filing_value(f, PENDAFTAR, "kta");
	const struct attorney his = letter_read(row, kuasa_of(pihak, row, "nomor_kuasa"),
	                                        kuasa_of(pihak, row, "tanggal_kuasa"), "");
	return text_same(kuasa_of(pihak, row, "nama"), own->to) ||
	       (!text_is_empty(card) && text_same(kuasa_of(pihak, row, "kta"), card)) ||
	       (!is_numbered(own) && !is_numbered(&his) && his.dated == own->dated);
}

/* His own, unless a representative's row is about him. */
static void add_registrant(const struct filing *f, const struct values *pihak, struct arena *a,
                           struct attorneys *all)
{
	const struct attorney own = letter_read(0, filing_value(f, PENDAFTAR, "nomor_kuasa"),
	                                        filing_value(f, PENDAFTAR, "tanggal_kuasa"),
	                                        filing_value(f, AKUN, "nama"));
	int rows = values_rows(pihak, "kuasa");
	bool written = text_is_empty(own.number);
	for (int row = 1; row <= rows; row++)
		written = written || is_registrant(f, pihak, row, &own);
	if (!written)
		(void)letter_add(all, &own, a);
}

void attorneys_read(const struct filing *f, const struct values *pihak, struct arena *a,
                    struct attorneys *out)
{
	int rows = values_rows(pihak, "kuasa");
	*out = (struct attorneys){ 0 };
	for (int row = 1; row <= rows; row++) {
		const struct attorney one = letter_read(row, kuasa_of(pihak, row, "nomor_kuasa"),
		                                        kuasa_of(pihak, row, "tanggal_kuasa"),
		                                        kuasa_of(pihak, row, "nama"));
		struct attorney *l = letter_add(out, &one, a);
		if (l->row != row)
			l->to = arena_print(a, "%s; %s", l->to, one.to);
	}
	if (f != NULL)
		add_registrant(f, pihak, a, out);
}

/* ---- one that was handed in, and nobody acts by it ---- */

static const char *unnamed(void)
{
	return N_("Berkas: surat kuasa diunggah, tetapi belum ada baris kuasa; tambahkan di data "
	          "pihak, agar PNBP-nya dihitung");
}

/* Whoever registers for others is told at step 3 already. */
void attorney_warn(const struct filing *f, const struct values *suit, struct decision *d)
{
	int rows = values_rows(suit, "berkas");
	char path[32];
	if (!text_same(filing_value(f, AKUN, "jenis"), "perorangan") ||
	    values_rows(filing_values(f, PIHAK), "kuasa") > 0)
		return;
	for (int row = 1; row <= rows; row++) {
		if (!text_same(values_get(suit, "berkas", row, "jenis"), "kuasa"))
			continue;
		values_path("berkas", row, "jenis", path, sizeof path);
		warn_field(d, path, unnamed(), "");
		return;
	}
}

void attorney_named(const struct filing *f, const struct values *pihak, struct decision *d)
{
	struct warning *kept = arena_get(d->a, f->warning_count + 1, sizeof *kept);
	size_t count = 0, all = 0;
	for (size_t i = 0; i < f->warning_count; i++) {
		const struct warning *w = &f->warnings[i];
		if (!text_same(w->step, GUGATAN))
			continue;
		all++;
		if (!text_same(w->text, unnamed()))
			kept[count++] = *w;
	}
	if (values_rows(pihak, "kuasa") == 0 || count == all)
		return;
	struct change *ch = decision_change(d, CHANGE_WARNINGS);
	ch->to.warnings.step = GUGATAN;
	ch->to.warnings.items = kept;
	ch->to.warnings.count = count;
}

/* ---- a line of the register ---- */

/* Who gave it: the parties it is for; one of the registrant's own is of the first party. */
static const char *givers(const struct rulebook *b, const struct filing *f,
                          const struct attorney *l, struct arena *a)
{
	struct parties p = { 0 };
	struct text t = text_start(a);
	const struct values *pihak = filing_values(f, PIHAK);
	parties_read(b, f, pihak, a, &p);
	for (size_t i = 0; i < p.count; i++) {
		const struct party *one = &p.items[i];
		bool gave = l->row == 0 ? i == 0 : kuasa_stands_for(pihak, l->row, one->row);
		if (gave)
			text_addf(&t, "%s%s, %s", t.length > 0 ? "; " : "", one->name, one->label);
	}
	return t.s;
}

static const char *letter_words(const struct attorney *l, struct arena *a)
{
	char on[16] = "";
	if (l->dated != DAY_NONE)
		day_show(l->dated, on, sizeof on);
	return arena_print(a, "%s%s%s", is_numbered(l) ? l->number : "-",
	                   text_is_empty(on) ? "" : ", ", on);
}

static const char *letter_note(const struct filing *f, const struct attorney *l, struct arena *a)
{
	const struct values *pihak = filing_values(f, PIHAK);
	struct text t = text_start(a);
	if (text_same(kuasa_of(pihak, l->row, "jenis_kuasa"), "insidentil"))
		text_addf(&t, "insidentil, izin %s", kuasa_of(pihak, l->row, "izin_nomor"));
	if (text_same(values_of(pihak, "prodeo"), "ya"))
		text_addf(&t, "%sprodeo", t.length > 0 ? "; " : "");
	return t.s;
}

/* What its registration cost; 0: nothing was charged. */
static rupiah letter_fee(const struct filing *f)
{
	for (size_t i = 0; i < f->skum.line_count; i++) {
		if (text_same(f->skum.lines[i].component, PNBP_KUASA))
			return f->skum.lines[i].each;
	}
	return 0;
}

bool attorney_line(const struct rulebook *b, const struct filing *f, int row, struct arena *a,
                   struct attorney_line *out)
{
	struct attorneys all;
	attorneys_read(f, filing_values(f, PIHAK), a, &all);
	for (size_t i = 0; i < all.count; i++) {
		const struct attorney *l = &all.items[i];
		if (l->row != row)
			continue;
		*out = (struct attorney_line){ .from = givers(b, f, l, a),
			                       .to = l->to,
			                       .letter = letter_words(l, a),
			                       .number = f->number.number,
			                       .fee = letter_fee(f),
			                       .note = letter_note(f, l, a) };
		return true;
	}
	return false;
}

const char *attorney_number(const struct court_profile *c, int number, day registered,
                            struct arena *a)
{
	const struct number_words words = {
		.code = c->code, .unit = c->unit, .on = registered, .number = number
	};
	return number_format(c->attorney_format, &words, a);
}
