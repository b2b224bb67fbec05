/* The kind that looks up a village. Regions are split and renamed sooner than a court learns of it:
 * an unknown village is stored as typed and only warns. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

const char *village_label(const struct village *v, struct arena *a)
{
	return arena_print(a, "%s, %s, %s", v->name, v->district, v->regency);
}

const char *village_note(const struct village *v, struct arena *a)
{
	return *v->area == '\0' ? v->province : arena_print(a, "radius %s", v->area);
}

bool village_find(const struct asked *q, const char *stored, struct village *out)
{
	const struct village_lookup *g = q->scope == NULL ? NULL : q->scope->places;
	return g != NULL && *stored != '\0' && g->find(g->self, stored, q->a, out);
}

/* The village that matches: the only one found, or the only one of the court's own area. */
static bool meant(const struct village *found, size_t count)
{
	bool own = count > 0 && *found[0].area != '\0';
	return count == 1 || (own && *found[1].area == '\0');
}

bool village_accept(const struct asked *q, const char *typed, const char **stored,
                    struct fault *why)
{
	struct village found[2];
	const struct village_lookup *g = q->scope == NULL ? NULL : q->scope->places;
	const char *clean = text_clean(q->a, typed, strlen(typed), false);
	*stored = clean;
	if (g == NULL || *clean == '\0' || g->find(g->self, clean, q->a, &found[0]))
		return true;
	size_t count = g->search(g->self, clean, q->a, found, COUNT_OF(found));
	if (count == 0)
		return true;
	if (!meant(found, count)) {
		return fault_set(why, FAULT_REFUSED,
		                 N_("%1: “%2” cocok dengan beberapa desa. Ketik juga kecamatannya "
		                    "atau pilih dari daftar."),
		                 asked_label(q), clean);
	}
	*stored = found[0].code;
	return true;
}

/* The field of the same row that is `how` of this village; NULL: the form has none. */
static const struct field *part_field(const struct asked *q, const char *how)
{
	const char *wanted = arena_print(q->a, "%s:%s", q->field->id, how);
	for (size_t i = 0; q->form != NULL && i < q->form->field_count; i++) {
		const struct field *f = &q->form->fields[i];
		if (text_same(f->list, q->field->list) && text_same(f->derive, wanted))
			return f;
	}
	return NULL;
}

/* Without a lookup (in the court), a village is known when its name was stored with it. */
static bool is_known(const struct asked *q, const char *stored, struct village *v)
{
	if (q->scope != NULL && q->scope->places != NULL)
		return village_find(q, stored, v);
	const struct field *name = part_field(q, "kelurahan");
	bool code = strspn(stored, "0123456789.") == strlen(stored);
	return code && (name == NULL || q->scope == NULL ||
	                *values_get(q->scope->own, name->list, q->row, name->id) != '\0');
}

void village_check(const struct asked *q, const char *stored, struct form_faults *out)
{
	struct village v = { 0 };
	if (!is_known(q, stored, &v))
		asked_say(q, out, false,
		          N_("%1: “%2” tidak ada dalam daftar wilayah, dipakai seperti yang "
		             "diketik. Tulis lengkap."),
		          stored);
	else if (v.retired)
		asked_say(
		    q, out, false,
		    N_("%1: %2 tidak ada lagi dalam daftar wilayah terbaru. Periksa alamatnya."),
		    v.name);
}

const char *village_show(const struct asked *q, const char *stored)
{
	struct village v;
	return village_find(q, stored, &v) ? village_label(&v, q->a) : stored;
}

/* ---- where a search begins ---- */

/* "PP.KK.CC" of a NIK, as codes of villages begin; "" when it is none. */
static const char *district_of(const char *nik, struct arena *a)
{
	struct nik_parts p;
	if (!nik_parts(nik, &p))
		return "";
	return arena_print(a, "%.2s.%.2s.%.2s.", p.region, p.region + 2, p.region + 4);
}

const char *village_offer(const struct field *field, int row, const struct form_scope *s,
                          struct arena *a)
{
	struct village one;
	const char *stored = values_get(s->own, field->list, row, field->id);
	if (*stored != '\0' || !text_same(field->derive, "nik:wilayah"))
		return stored;
	const char *district = district_of(values_get(s->own, field->list, row, "nik"), a);
	bool some = *district != '\0' && s->places != NULL &&
	            s->places->search(s->places->self, district, a, &one, 1) > 0;
	return some ? district : "";
}
