/* A line of the Register Induk: parties, claim, number and outcome. Computed from the filing each
 * time, so that it never differs from the other lists. */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

enum { SHORT_DATE = 16, PETITUM_SHOWN = 600 };

static const char *short_day(day d, struct arena *a)
{
	char out[SHORT_DATE];
	if (d == DAY_NONE)
		return "";
	day_show(d, out, sizeof out);
	return arena_text(a, out);
}

/* A date as it is filled in, for people; "" where there is none. */
static const char *short_date(const struct filing *f, const char *step, const char *field,
                              struct arena *a)
{
	day d;
	return day_iso_parse(filing_value(f, step, field), &d) ? short_day(d, a) : "";
}

static void add(struct text *t, const char *between, const char *what)
{
	if (text_is_empty(what))
		return;
	text_add(t, t->length > 0 ? between : "");
	text_add(t, what);
}

/* The last known address of one who cannot be found is no residence. */
static const char *residence(const struct values *pihak, int row, struct arena *a)
{
	const char *address = party_address(pihak, row, a);
	bool lost = text_same(values_get(pihak, PIHAK, row, "ghaib"), "ya");
	bool body = text_same(values_get(pihak, PIHAK, row, "jenis_pihak"), "badan");
	if (lost)
		return arena_print(a, N_("dahulu %s, sekarang tidak diketahui alamatnya"), address);
	return body ? arena_print(a, N_("berkedudukan di %s"), address) : address;
}

static const char *one_party(const struct rulebook *b, const struct values *pihak,
                             const struct party *p, day on, struct arena *a)
{
	struct text t = text_start(a);
	int years = party_age(pihak, p->row, on);
	add(&t, "", p->name);
	add(&t, ", ", years > 0 ? arena_print(a, N_("umur %d tahun"), years) : "");
	add(&t, ", ", party_shown(b, pihak, p->row, "pekerjaan", a));
	add(&t, ", ", residence(pihak, p->row, a));
	add(&t, ", ", party_through(b, pihak, p->row, a));
	add(&t, N_(", sebagai "), p->label);
	return t.s;
}

/* Parties of the second side and those drawn in with them (side 4) stand together. */
static const char *side_words(const struct rulebook *b, const struct filing *f, bool first,
                              struct arena *a)
{
	struct parties p = { 0 };
	struct text t = text_start(a);
	const struct values *pihak = filing_values(f, PIHAK);
	parties_read(b, f, pihak, a, &p);
	for (size_t i = 0; i < p.count; i++) {
		if (text_same(p.items[i].side, "p1") == first)
			add(&t, "; ", one_party(b, pihak, &p.items[i], f->number.registered, a));
	}
	return t.s;
}

/* The beginning of a long one: the whole text lies with the case. */
static const char *petitum(const struct filing *f, struct arena *a)
{
	const char *s = filing_value(f, GUGATAN, "petitum");
	size_t kept = 0;
	for (size_t n; kept < PETITUM_SHOWN && (n = text_grapheme(s + kept, NULL)) > 0;)
		kept += n;
	return s[kept] == '\0' ? s : arena_print(a, "%.*s …", (int)kept, s);
}

static const char *note(const struct filing *f, struct arena *a)
{
	struct text t = text_start(a);
	if (text_same(filing_value(f, AKHIR, "cara"), "cabut"))
		add(&t, "", N_("dicabut"));
	if (text_same(filing_value(f, AKHIR, "cara"), "coret"))
		add(&t, "", N_("dicoret"));
	add(&t, ", ", filing_is_free(f) ? "prodeo" : "");
	add(&t, ", ", f->reg);
	return t.s;
}

/* The day of the appointment and the names, the chair's first. */
static const char *panel(const struct filing *f, struct arena *a)
{
	struct text t = text_start(a);
	add(&t, "", short_date(f, SIPP, "pmh", a));
	add(&t, ", ", sync_names(filing_values(f, SIPP), "hakim", a));
	return t.s;
}

void register_line(const struct rulebook *b, const struct filing *f, struct arena *a,
                   struct register_line *out)
{
	struct text decided = text_start(a);
	add(&decided, "", short_date(f, AKHIR, "tanggal", a));
	add(&decided, ", ", filing_value(f, AKHIR, "alasan"));
	*out = (struct register_line){
		.number = f->number.number,
		.registered = short_day(f->number.registered, a),
		.sides = { side_words(b, f, true, a), side_words(b, f, false, a) },
		.petitum = petitum(f, a),
		.panel = panel(f, a),
		.registrar = sync_names(filing_values(f, SIPP), "panitera", a),
		.hearing = short_date(f, PANGGILAN, "sidang_tanggal", a),
		.decided = decided.s,
		.note = note(f, a),
	};
}
