/* The parts of a NIK. It is fixed when first issued, and an official card is right even when its
 * NIK disagrees with what is printed on it; so everything here only warns. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

enum { WOMAN_DAYS = 40, OLDEST_YEARS = 100 };

static int two_digits(const char *s)
{
	return (s[0] - '0') * 10 + (s[1] - '0');
}

bool nik_parts(const char *nik, struct nik_parts *out)
{
	*out = (struct nik_parts){ 0 };
	if (strlen(nik) != 16 || nik[strspn(nik, "0123456789")] != '\0')
		return false;
	memcpy(out->region, nik, 6);
	out->day = two_digits(nik + 6);
	out->month = two_digits(nik + 8);
	out->year2 = two_digits(nik + 10);
	out->woman = out->day > WOMAN_DAYS;
	if (out->woman)
		out->day -= WOMAN_DAYS;
	day some;
	/* 29 February is possible in one century or the other. */
	out->date_possible =
	    day_from_ymd((struct ymd){ 1900 + out->year2, out->month, out->day }, &some) ||
	    day_from_ymd((struct ymd){ 2000 + out->year2, out->month, out->day }, &some);
	return true;
}

bool nik_birth(const struct nik_parts *p, day today, day *out)
{
	int now = day_ymd(today).year;
	for (int century = now / 100 * 100; century >= now - OLDEST_YEARS - 99; century -= 100) {
		struct ymd d = { century + p->year2, p->month, p->day };
		if (day_from_ymd(d, out) && *out <= today)
			return d.year >= now - OLDEST_YEARS;
	}
	return false;
}

/* Codes of the provinces (Kemendagri), new ones included. One that is not here only warns. */
static bool province_known(const char *region)
{
	static const unsigned char codes[] = { 11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33,
		                               34, 35, 36, 51, 52, 53, 61, 62, 63, 64, 65, 71, 72,
		                               73, 74, 75, 76, 81, 82, 91, 92, 93, 94, 95, 96 };
	return memchr(codes, two_digits(region), sizeof codes) != NULL;
}

/* The value beside this NIK that was, or would be, derived from it as `how`; NULL: none. */
static const char *derived(const struct asked *q, const char *how)
{
	if (q->form == NULL || q->scope == NULL)
		return NULL;
	const char *wanted = arena_print(q->a, "%s:%s", q->field->id, how);
	for (size_t i = 0; i < q->form->field_count; i++) {
		const struct field *f = &q->form->fields[i];
		if (text_same(f->list, q->field->list) && text_same(f->derive, wanted))
			return values_get(q->scope->own, f->list, q->row, f->id);
	}
	return NULL;
}

static void compare(const struct asked *q, const struct nik_parts *p, struct form_faults *out)
{
	const char *born = derived(q, "lahir"), *sex = derived(q, "kelamin");
	day on;
	if (born != NULL && p->date_possible && day_iso_parse(born, &on)) {
		struct ymd d = day_ymd(on);
		if (d.day != p->day || d.month != p->month || d.year % 100 != p->year2) {
			asked_say(q, out, false,
			          N_("%1: tanggal lahir yang diisi berbeda dari NIK. Bila kartunya "
			             "memang begitu, biarkan."),
			          "");
		}
	}
	if (!text_is_empty(sex) && text_same(sex, "P") != p->woman) {
		asked_say(q, out, false,
		          N_("%1: jenis kelamin yang diisi berbeda dari NIK. Bila kartunya memang "
		             "begitu, biarkan."),
		          "");
	}
}

/* A court may keep codes of its own (data/areas.xml); what it knows is not doubted. */
static bool of_court(const struct asked *q, const char *region)
{
	const struct choices *regencies = choices_named(q->scope->lists, q->scope->list_count,
	                                                "kabupaten-pengadilan");
	for (size_t i = 0; regencies != NULL && i < regencies->count; i++) {
		if (strncmp(regencies->items[i].value, region, 2) == 0)
			return true;
	}
	return false;
}

void nik_check(const struct asked *q, const char *stored, struct form_faults *out)
{
	struct nik_parts p;
	if (!nik_parts(stored, &p))
		return;
	if (!province_known(p.region) && !of_court(q, p.region)) {
		asked_say(q, out, false,
		          N_("%1: kode provinsi %2 tidak dikenal. Bandingkan dengan kartu."),
		          arena_copy(q->a, p.region, 2));
	}
	if (!p.date_possible) {
		asked_say(q, out, false,
		          N_("%1: tanggal lahir di dalamnya tidak mungkin. Bandingkan dengan "
		             "kartu."),
		          "");
	}
	if (text_same(stored + 12, "0000")) {
		asked_say(q, out, false,
		          N_("%1: nomor urut 0000 tidak lazim. Bandingkan dengan kartu."), "");
	}
	compare(q, &p, out);
}
