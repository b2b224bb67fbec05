/* The sentences of a draft: which are said, and what their names stand for. A sentence that names
 * what may be empty says so in its condition, so no draft has a gap (claim_fault()). */
#include "loket/claim.h"

#include <string.h>

#include "loket/letter.h"
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define NAFKAH "nafkah" /* list of step 3 */

/* What a name may stand for. Certain ones are asked of each kind whose claim names them. */
static const struct {
	const char *name;
	bool certain;
} names[] = {
	{ "jenis", true },         { "pengadilan", true },     { "sebutan1", true },
	{ "sebutan2", true },      { "nama1", true },          { "nama2", true },
	{ "para", true },          { "nikah", true },          { "nikah_nomor", true },
	{ "nikah_kua", true },     { "isbat", true },          { "isbat_tempat", true },
	{ "isbat_wali", true },    { "pewaris", true },        { "meninggal", true },
	{ "calon", true },         { "pasangan", true },       { "poligami_alasan", true },
	{ "alur", true },          { "calon_suami", true },    { "adhal_wali", true },
	{ "akad", true },          { "nikah_kutipan", false }, { "rumah", false },
	{ "goyah", false },        { "pisah", false },         { "sebab", false },
	{ "alasan", false },       { "anak", false },          { "jumlah_anak", false },
	{ "meninggal_di", false }, { "waris", false },         { "calon_umur", false },
	{ "calon_lahir", false },  { "objek", false },         { "akta_cerai", false },
	{ "calon_istri", false },  { "uraian", false },        { "keperluan", false },
	{ "angkat", false },       { "nafkah", false },        { "nafkah_anak", false },
	{ "akad_nomor", false },   { "nilai", false },
};

/* ---- is a sentence always whole? ---- */

static bool same_word(const char *word, const char *name, size_t length)
{
	return strlen(word) == length && strncmp(word, name, length) == 0;
}

static bool is_said_if(const struct claim_sentence *s, const char *name, size_t length)
{
	for (size_t i = 0; i < s->if_count; i++) {
		if (strcspn(s->if_[i], "=") == length && strncmp(s->if_[i], name, length) == 0)
			return true;
	}
	return false;
}

static bool is_certain(const struct claim_sentence *s, const char *name, size_t length)
{
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		if (names[i].certain && same_word(names[i].name, name, length))
			return true;
	}
	/* Children are counted where there are any. */
	return is_said_if(s, name, length) ||
	       (same_word("jumlah_anak", name, length) && is_said_if(s, "anak", strlen("anak")));
}

/* The first name outside brackets that may have nothing. */
static const char *open_name(const struct claim_sentence *s, struct arena *a)
{
	bool grouped = false;
	for (const char *at = s->text; *at != '\0'; at++) {
		grouped = *at == '[' || (grouped && *at != ']');
		if (*at != '{' || grouped)
			continue;
		size_t length = strcspn(at + 1, "}");
		if (!is_certain(s, at + 1, length))
			return arena_copy(a, at + 1, length);
	}
	return NULL;
}

const char *claim_fault(const struct claim_sentence *s, struct arena *a)
{
	const char **known = arena_get(a, COUNT_OF(names) + 1, sizeof *known);
	for (size_t i = 0; i < COUNT_OF(names); i++)
		known[i] = names[i].name;
	const char *wrong = letter_text_fault(s->text, known, a);
	return wrong != NULL ? wrong : open_name(s, a);
}

/* ---- what the names stand for ---- */

struct claiming {
	const struct rulebook *book;
	const struct values *pihak;
	struct parties parties;
	struct letter_places places;
	struct arena *a;
};

static void put(struct claiming *c, const char *name, const char *value)
{
	letter_place(&c->places, c->a, name, value);
}

static const char *date_words(const char *stored, struct arena *a)
{
	char words[64] = "";
	day on;
	if (day_iso_parse(stored, &on))
		day_words(on, words, sizeof words);
	return arena_text(a, words);
}

/* "Ahmad dan Siti": those of a side, or of both (""). */
static const char *names_of(const struct claiming *c, const char *side)
{
	struct text t = text_start(c->a);
	size_t left = 0;
	for (size_t i = 0; i < c->parties.count; i++)
		left += text_is_empty(side) || text_same(c->parties.items[i].side, side);
	for (size_t i = 0; i < c->parties.count; i++) {
		const struct party *p = &c->parties.items[i];
		if (!text_is_empty(side) && !text_same(p->side, side))
			continue;
		left--;
		text_addf(&t, "%s%s", p->name, left > 1 ? ", " : left == 1 ? " dan " : "");
	}
	return t.s;
}

/* "Penggugat", or "para Penggugat". */
static const char *side_word(const struct claiming *c, const char *side, const char *word)
{
	return parties_of(&c->parties, side) > 1 ? arena_print(c->a, "para %s", word) : word;
}

static void put_sides(struct claiming *c)
{
	const struct case_type *type = rulebook_type(c->book, values_of(c->pihak, "perkara_jenis"));
	const struct case_sides *sides = case_sides(type, values_of(c->pihak, "alur"));
	put(c, "jenis", type->id);
	put(c, "alur", values_of(c->pihak, "alur"));
	put(c, "pengadilan", c->book->court.name);
	put(c, "sebutan1", side_word(c, "p1", sides->side1));
	put(c, "sebutan2", side_word(c, "p2", sides->side2));
	put(c, "nama1", names_of(c, "p1"));
	put(c, "nama2", names_of(c, "p2"));
	put(c, "para", names_of(c, ""));
}

/* "Ali, lahir 2 Mei 2015; Budi": the rows of a list. */
static const char *born_rows(const struct claiming *c, const char *list)
{
	struct text t = text_start(c->a);
	int rows = values_rows(c->pihak, list);
	for (int row = 1; row <= rows; row++) {
		const char *born = date_words(values_get(c->pihak, list, row, "lahir"), c->a);
		text_addf(&t, "%s%s%s%s", row > 1 ? "; " : "",
		          values_get(c->pihak, list, row, "nama"),
		          text_is_empty(born) ? "" : ", lahir ", born);
	}
	return t.s;
}

/* A choice by its label. */
static const char *chosen(const struct claiming *c, const char *list, int row, const char *id)
{
	const struct form *form = rulebook_form(c->book, PIHAK);
	const struct field *field = form == NULL ? NULL : form_field(form, list, id);
	const char *stored = values_get(c->pihak, list, row, id);
	struct form_scope scope = { .own = c->pihak,
		                    .lists = c->book->lists,
		                    .list_count = c->book->list_count };
	return field == NULL || text_is_empty(stored) ? stored
	                                              : field_show(field, stored, &scope, c->a);
}

/* The heirs: the parties who are, and the others. */
static const char *heirs(const struct claiming *c)
{
	static const char *const lists[] = { PIHAK, "waris" };
	struct text t = text_start(c->a);
	for (size_t k = 0; k < COUNT_OF(lists); k++) {
		int rows = values_rows(c->pihak, lists[k]);
		for (int row = 1; row <= rows; row++) {
			const char *as = chosen(c, lists[k], row, "hubungan");
			if (!text_is_empty(as))
				text_addf(&t, "%s%s (%s)", t.length > 0 ? "; " : "",
				          values_get(c->pihak, lists[k], row, "nama"), as);
		}
	}
	return t.s;
}

/* "Rp1.000.000,00 (satu juta rupiah)"; "" for no amount. */
static const char *sum_words(const char *stored, struct arena *a)
{
	rupiah sum;
	if (!money_plain_parse(stored, &sum))
		return "";
	return arena_print(a, "%s (%s)", rupiah_text(sum, a), terbilang_rupiah(sum, a));
}

/* "nafkah iddah sejumlah …; mut’ah sejumlah …": what is claimed for the wife, or a child's, which
 * is due each month. */
static const char *upkeep(const struct claiming *c, bool child)
{
	struct text t = text_start(c->a);
	int rows = values_rows(c->pihak, NAFKAH);
	for (int row = 1; row <= rows; row++) {
		const char *sum = sum_words(values_get(c->pihak, NAFKAH, row, "jumlah"), c->a);
		const char *note = values_get(c->pihak, NAFKAH, row, "rincian");
		if (text_same(values_get(c->pihak, NAFKAH, row, "macam"), "anak") != child ||
		    text_is_empty(sum))
			continue;
		text_add(&t, t.length > 0 ? "; " : "");
		if (!child)
			text_addf(&t, "%s ", chosen(c, NAFKAH, row, "macam"));
		text_addf(&t, "sejumlah %s%s%s%s", sum, child ? " setiap bulan" : "",
		          text_is_empty(note) ? "" : ", yaitu ", note);
	}
	return t.s;
}

/* The man to be married, by his sex; nobody typed him: so called. */
static const char *groom(const struct claiming *c)
{
	int rows = values_rows(c->pihak, "mempelai");
	for (int row = 1; row <= rows; row++) {
		if (text_same(values_get(c->pihak, "mempelai", row, "kelamin"), "L"))
			return values_get(c->pihak, "mempelai", row, "nama");
	}
	return N_("calon suaminya");
}

static void put_rows(struct claiming *c, day today)
{
	int children = values_rows(c->pihak, "anak");
	const char *born = values_get(c->pihak, "mempelai", 1, "lahir");
	day birth;
	put(c, "anak", born_rows(c, "anak"));
	put(c, "jumlah_anak", children == 0 ? "" : number_text(children, c->a));
	put(c, "waris", heirs(c));
	put(c, "calon", values_get(c->pihak, "mempelai", 1, "nama"));
	const char *other = values_get(c->pihak, "mempelai", 2, "nama");
	put(c, "pasangan", text_is_empty(other) ? N_("calon pasangannya") : other);
	put(c, "calon_suami", groom(c));
	put(c, "nafkah", upkeep(c, false));
	put(c, "nafkah_anak", upkeep(c, true));
	put(c, "akad", chosen(c, "", 0, "akad_jenis"));
	put(c, "nilai", sum_words(values_of(c->pihak, "nilai"), c->a));
	put(c, "calon_lahir", date_words(born, c->a));
	put(c, "calon_umur",
	    day_iso_parse(born, &birth) ? number_text(day_years(birth, today), c->a) : "");
}

/* Names of step 3's own fields, or of the row of a list; dates are written out. */
static const struct {
	const char *name, *field;
	bool date;
	const char *list;
} fields[] = {
	{ "nikah", "nikah_tanggal", true, NULL },
	{ "nikah_nomor", "nikah_nomor", false, NULL },
	{ "nikah_kua", "nikah_kua", false, NULL },
	{ "nikah_kutipan", "nikah_kutipan", true, NULL },
	{ "isbat", "isbat_tanggal", true, NULL },
	{ "isbat_tempat", "isbat_tempat", false, NULL },
	{ "isbat_wali", "isbat_wali", false, NULL },
	{ "pewaris", "pewaris_nama", false, NULL },
	{ "meninggal", "pewaris_meninggal", true, NULL },
	{ "meninggal_di", "pewaris_tempat", false, NULL },
	{ "poligami_alasan", "poligami_alasan", false, NULL },
	{ "objek", "objek", false, NULL },
	{ "akta_cerai", "akta_cerai", false, NULL },
	{ "calon_istri", "calon_istri", false, NULL },
	{ "uraian", "uraian", false, NULL },
	{ "keperluan", "keperluan", false, NULL },
	{ "angkat", "angkat", false, NULL },
	{ "adhal_wali", "adhal_wali", false, NULL },
	{ "akad_nomor", "akad_nomor", false, NULL },
	{ "alasan", "alasan", false, "alasan" },
	{ "sebab", "sebab", false, "alasan" },
	{ "goyah", "goyah", false, "alasan" },
	{ "pisah", "pisah", false, "alasan" },
	{ "rumah", "rumah", false, "alasan" },
};

static void put_fields(struct claiming *c)
{
	for (size_t i = 0; i < COUNT_OF(fields); i++) {
		const char *list = fields[i].list;
		const char *stored = list == NULL ? values_of(c->pihak, fields[i].field)
		                                  : values_get(c->pihak, list, 1, fields[i].field);
		put(c, fields[i].name, fields[i].date ? date_words(stored, c->a) : stored);
	}
}

/* ---- the draft ---- */

static const char *place_value(const struct claiming *c, const char *name, size_t length)
{
	for (size_t i = 0; i < c->places.count; i++) {
		if (same_word(c->places.items[i].name, name, length))
			return c->places.items[i].value;
	}
	return "";
}

/* "anak": it has something; "alasan=taklik": it is this. */
static bool holds(const struct claiming *c, const char *condition)
{
	size_t length = strcspn(condition, "=");
	const char *value = place_value(c, condition, length);
	return condition[length] == '\0' ? !text_is_empty(value)
	                                 : text_same(value, condition + length + 1);
}

static bool is_said(const struct claiming *c, const struct claim_sentence *s)
{
	for (size_t i = 0; i < s->if_count; i++) {
		if (!holds(c, s->if_[i]))
			return false;
	}
	for (size_t i = 0; i < s->unless_count; i++) {
		if (holds(c, s->unless[i]))
			return false;
	}
	return true;
}

static const struct claim *claim_of(const struct rulebook *b, const char *type)
{
	for (size_t i = 0; i < b->claim_count; i++) {
		for (size_t k = 0; k < b->claims[i].type_count; k++) {
			if (text_same(b->claims[i].types[k], type))
				return &b->claims[i];
		}
	}
	return NULL;
}

bool claim_write(const struct rulebook *b, const struct values *pihak, day today, struct arena *a,
                 struct claim_draft *out)
{
	struct claiming c = { .book = b, .pihak = pihak, .a = a };
	const struct claim *claim = claim_of(b, values_of(pihak, "perkara_jenis"));
	*out = (struct claim_draft){ 0 };
	if (claim == NULL)
		return false;
	parties_read(b, NULL, pihak, a, &c.parties);
	put_sides(&c);
	put_fields(&c);
	put_rows(&c, today);
	out->posita = arena_get(a, claim->count + 1, sizeof *out->posita);
	out->petitum = arena_get(a, claim->count + 1, sizeof *out->petitum);
	for (size_t i = 0; i < claim->count; i++) {
		const struct claim_sentence *s = &claim->sentences[i];
		if (!is_said(&c, s))
			continue;
		const char *text = letter_text(s->text, &c.places, a);
		if (s->petitum)
			out->petitum[out->petitum_count++] = text;
		else
			out->posita[out->posita_count++] = text;
	}
	out->petitum[out->petitum_count++] = N_("Membebankan biaya perkara menurut hukum");
	return true;
}

static void add_numbered(struct text *t, const char *const *items, size_t count)
{
	for (size_t i = 0; i < count; i++)
		text_addf(t, "%zu. %s%s", i + 1, items[i], i + 1 < count ? ";\n" : ".");
}

const char *claim_posita(const struct claim_draft *d, struct arena *a)
{
	struct text t = text_start(a);
	add_numbered(&t, d->posita, d->posita_count);
	return t.s;
}

const char *claim_petitum(const struct claim_draft *d, struct arena *a)
{
	struct text t = text_start(a);
	text_add(&t, "PRIMER:\n");
	add_numbered(&t, d->petitum, d->petitum_count);
	text_addf(&t, "\nSUBSIDER:\n%s",
	          N_("Apabila majelis hakim berpendapat lain, mohon putusan yang seadil-adilnya."));
	return t.s;
}
