/* The parties of a filled form: their sides, labels, names and addresses. */
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

size_t parties_of(const struct parties *p, const char *side)
{
	size_t n = 0;
	for (size_t i = 0; i < p->count; i++)
		n += text_same(p->items[i].side, side);
	return n;
}

void parties_read(const struct rulebook *b, const struct filing *f, const struct values *pihak,
                  struct arena *a, struct parties *out)
{
	const struct case_type *type = rulebook_type(b, values_of(pihak, "perkara_jenis"));
	const struct case_sides *sides = type == NULL ? NULL
	                                              : case_sides(type, values_of(pihak, "alur"));
	int rows = values_rows(pihak, PIHAK);
	for (int row = 1; row <= rows; row++) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct party *p = &out->items[out->count++];
		p->row = row;
		p->side = values_get(pihak, PIHAK, row, "kedudukan");
		p->name = values_get(pihak, PIHAK, row, "nama");
		p->channel = values_get(pihak, PIHAK, row, "kanal");
		if (text_is_empty(p->channel))
			p->channel = summons_channel(b, f, pihak, row);
		p->index = (int)parties_of(out, p->side);
	}
	for (size_t i = 0; i < out->count; i++) {
		struct party *p = &out->items[i];
		p->of = (int)parties_of(out, p->side);
		p->label = sides == NULL ? p->side
		                         : party_label(sides, p->side, p->of, p->index, a);
	}
}

static void add_part(struct text *t, const char *before, const char *part)
{
	if (text_is_empty(part))
		return;
	if (t->length > 0)
		text_add(t, ", ");
	text_add(t, before);
	text_add(t, part);
}

const char *party_address(const struct values *pihak, int row, struct arena *a)
{
	struct text t = text_start(a);
	add_part(&t, "", values_get(pihak, PIHAK, row, "alamat"));
	add_part(&t, "RT/RW ", values_get(pihak, PIHAK, row, "rtrw"));
	const char *place = values_get(pihak, PIHAK, row, "desa");
	const char *name = values_get(pihak, PIHAK, row, "kelurahan");
	add_part(&t, N_("Desa/Kelurahan "), text_is_empty(name) ? place : name);
	add_part(&t, N_("Kecamatan "), values_get(pihak, PIHAK, row, "kecamatan"));
	add_part(&t, "", values_get(pihak, PIHAK, row, "kabupaten"));
	add_part(&t, N_("Provinsi "), values_get(pihak, PIHAK, row, "provinsi"));
	return t.s;
}

static void add_through(struct text *t, const char *before, const char *name, const char *as)
{
	if (text_is_empty(name))
		return;
	text_add(t, t->length > 0 ? "; " : "");
	text_addf(t, "%s%s%s%s", before, name, text_is_empty(as) ? "" : ", ", as);
}

const char *party_through(const struct rulebook *b, const struct values *pihak, int row,
                          struct arena *a)
{
	struct text t = text_start(a);
	int rows = values_rows(pihak, "kuasa");
	/* lint: L15 papers and registers are in Indonesian whatever the desk speaks */
	const char *by = N_("diwakili oleh "), *kuasa = N_("kuasanya ");
	bool abroad = text_same(values_get(pihak, PIHAK, row, "kanal"), ABROAD);
	add_through(&t, by, values_get(pihak, PIHAK, row, "wakil"),
	            values_get(pihak, PIHAK, row, "wakil_jabatan"));
	add_through(&t, by, values_get(pihak, PIHAK, row, "wali_nama"),
	            party_shown(b, pihak, row, "wali_hubungan", a));
	for (int k = 1; k <= rows; k++) {
		if (kuasa_stands_for(pihak, k, row))
			add_through(&t, kuasa, values_get(pihak, "kuasa", k, "nama"), "");
	}
	if (abroad)
		add_through(&t, N_("sekarang di "), values_get(pihak, PIHAK, row, "negara"), "");
	return t.s;
}

int party_age(const struct values *pihak, int row, day on)
{
	day birth;
	if (!day_iso_parse(values_get(pihak, PIHAK, row, "lahir"), &birth))
		return 0;
	struct ymd b = day_ymd(birth), t = day_ymd(on);
	return t.year - b.year - (t.month < b.month || (t.month == b.month && t.day < b.day));
}

const char *party_shown(const struct rulebook *b, const struct values *pihak, int row,
                        const char *id, struct arena *a)
{
	const struct form *form = rulebook_form(b, PIHAK);
	const struct field *field = form == NULL ? NULL : form_field(form, PIHAK, id);
	const char *stored = values_get(pihak, PIHAK, row, id);
	struct form_scope scope = { .own = pihak, .lists = b->lists, .list_count = b->list_count };
	return field == NULL || text_is_empty(stored) ? stored
	                                              : field_show(field, stored, &scope, a);
}

const char *side_names(const struct rulebook *b, const struct filing *f, bool first,
                       struct arena *a)
{
	struct parties p = { 0 };
	struct text t = text_start(a);
	parties_read(b, f, filing_values(f, PIHAK), a, &p);
	for (size_t i = 0; i < p.count; i++) {
		if (text_same(p.items[i].side, "p1") == first)
			text_addf(&t, "%s%s (%s)", t.length > 0 ? "; " : "", p.items[i].name,
			          p.items[i].label);
	}
	return t.s;
}
