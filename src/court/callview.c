/* What the papers of a summons share: who is called by whom and on whose order, between which
 * parties, to which hearing (HIR 121, 388-390; Buku II). */
#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

enum { DATE_ROOM = 64 };

const struct summons *summons_numbered(const struct filing *f, int number)
{
	for (size_t i = 0; i < f->summons_count; i++) {
		if (f->summons[i].number == number)
			return &f->summons[i];
	}
	return NULL;
}

const char *paper_kind(const struct rulebook *b, const struct filing *f)
{
	const struct case_type *t = rulebook_type(b, filing_value(f, PIHAK, "perkara_jenis"));
	return t == NULL ? "" : t->name;
}

/* ---- who stands for a party ---- */

/* "Fitri Handayani, S.H., advokat, berdasarkan surat kuasa Nomor 12/SK/2026 tanggal 3 November
 * 2026". */
static const char *proxy_words(const struct values *pihak, int kuasa, struct arena *a)
{
	char date[DATE_ROOM];
	day on;
	bool advocate = text_same(values_get(pihak, "kuasa", kuasa, "jenis_kuasa"), "advokat");
	struct text t = text_start(a);
	text_addf(&t, "%s, %s, berdasarkan surat kuasa", values_get(pihak, "kuasa", kuasa, "nama"),
	          advocate ? "advokat" : "kuasa insidentil");
	const char *number = values_get(pihak, "kuasa", kuasa, "nomor_kuasa");
	if (!text_is_empty(number) && !text_same(number, "-"))
		text_addf(&t, " Nomor %s", number);
	if (day_iso_parse(values_get(pihak, "kuasa", kuasa, "tanggal_kuasa"), &on)) {
		day_words(on, date, sizeof date);
		text_addf(&t, " tanggal %s", date);
	}
	return t.s;
}

/* Who acts for a party: "diwakili oleh Nia, Direktur"; "dalam hal ini memberi kuasa kepada …". */
static const char *represented(const struct rulebook *b, const struct values *pihak, int row,
                               struct arena *a)
{
	struct text t = text_start(a);
	const char *head = values_get(pihak, PIHAK, row, "wakil");
	const char *guardian = values_get(pihak, PIHAK, row, "wali_nama");
	int kuasa = party_kuasa(pihak, row);
	if (!text_is_empty(head))
		text_addf(&t, "diwakili oleh %s, %s", head,
		          values_get(pihak, PIHAK, row, "wakil_jabatan"));
	else if (!text_is_empty(guardian))
		text_addf(&t, "diwakili oleh %s, %s", guardian,
		          party_shown(b, pihak, row, "wali_hubungan", a));
	if (kuasa > 0)
		text_addf(&t, "%sdalam hal ini memberi kuasa kepada %s", t.length > 0 ? ", " : "",
		          proxy_words(pihak, kuasa, a));
	return t.s;
}

/* ---- the parts of a paper ---- */

void call_put_bailiff(struct view *v, const struct rulebook *b, const struct summons *s,
                      const char *name)
{
	const struct officer *officer = rulebook_officer(b, s->bailiff);
	view_put(v, "jurusita", name);
	view_put(v, "jurusita_jabatan", "Jurusita");
	view_put(v, "jurusita_nip", officer == NULL ? "" : officer->nip);
}

/* No order is older than the case. */
void call_put_order(struct view *v, const struct rulebook *b, const struct filing *f)
{
	char date[DATE_ROOM];
	bool single = text_same(filing_value(f, PANGGILAN, "hakim_tunggal"), "ya");
	const struct step_record *own = filing_step(f, PANGGILAN);
	day ordered = own == NULL ? f->number.registered : instant_day(own->opened, &b->court.zone);
	if (ordered < f->number.registered)
		ordered = f->number.registered;
	/* lint: L15 a paper is in Indonesian whatever the desk speaks */
	view_put(v, "perintah", single ? N_("Hakim") : N_("Ketua Majelis"));
	day_words(ordered, date, sizeof date);
	view_put(v, "tanggal_perintah", date);
}

static void put_birth(struct view *v, const struct values *pihak, int row, day today)
{
	char date[DATE_ROOM] = "";
	day birth;
	int years = party_age(pihak, row, today);
	if (day_iso_parse(values_get(pihak, PIHAK, row, "lahir"), &birth))
		day_words(birth, date, sizeof date);
	const char *place = values_get(pihak, PIHAK, row, "tempat_lahir");
	const char *comma = text_is_empty(place) || text_is_empty(date) ? "" : ", ";
	view_put(v, "lahir", arena_print(v->a, "%s%s%s", place, comma, date));
	view_put(v, "umur", years > 0 ? arena_print(v->a, "%d tahun", years) : "");
}

void call_put_party(struct view *v, const struct rulebook *b, const struct filing *f,
                    const struct summons *s, instant now)
{
	const struct values *pihak = filing_values(f, PIHAK);
	const char *kind = values_get(pihak, PIHAK, s->party, "jenis_pihak");
	view_put(v, "sisi",
	         text_same(values_get(pihak, PIHAK, s->party, "kedudukan"), "p1") ? "1" : "2");
	view_put(v, "nama", s->name);
	view_put(v, "peran", s->label);
	view_put(v, "wakil", represented(b, pihak, s->party, v->a));
	view_flag(v, "badan", !text_same(kind, "orang") && !text_is_empty(kind));
	put_birth(v, pihak, s->party, instant_day(now, &b->court.zone));
	static const char *const ids[] = { "agama", "pekerjaan", "pendidikan" };
	for (size_t i = 0; i < COUNT_OF(ids); i++)
		view_put(v, ids[i], party_shown(b, pihak, s->party, ids[i], v->a));
	view_put(v, "alamat", s->address);
}

/* The rows of one side, Turut Tergugat among the other side; `wakil` follows the name. */
static void put_side(struct view *v, const struct rulebook *b, const struct filing *f,
                     const struct parties *p, bool first)
{
	const struct values *pihak = filing_values(f, PIHAK);
	view_rows(v, first ? "pihak1" : "pihak2", "nama wakil peran");
	for (size_t k = 0; k < p->count; k++) {
		const struct party *one = &p->items[k];
		const char *by = represented(b, pihak, one->row, v->a);
		if (text_same(one->side, "p1") != first)
			continue;
		view_row(v);
		view_put(v, "nama", one->name);
		view_put(v, "wakil", text_is_empty(by) ? "" : arena_print(v->a, ", %s,", by));
		view_put(v, "peran", one->label);
		view_row_end(v);
	}
	view_rows_end(v);
}

void call_put_sides(struct view *v, const struct rulebook *b, const struct filing *f)
{
	struct parties p = { 0 };
	parties_read(b, filing_values(f, PIHAK), v->a, &p);
	put_side(v, b, f, &p, true);
	put_side(v, b, f, &p, false);
	view_flag(v, "volunter", parties_of(&p, "p1") == p.count);
}

void call_put_hearing(struct view *v, const struct rulebook *b, const struct summons *s)
{
	char date[DATE_ROOM];
	const char *comma = text_is_empty(s->room) ? "" : ", ";
	day_in_full(s->hearing, date, sizeof date);
	view_put(v, "sidang_hari", date);
	view_put(v, "sidang_pukul", arena_print(v->a, "%s %s", s->time, b->court.zone.name));
	view_put(v, "sidang_tempat",
	         arena_print(v->a, "%s%s%s", s->room, comma, b->court.trial_site));
}
