/* The view of forms/print/konsep.xml: the draft of a claim, for the party to read and to sign. */
#include "loket/claim.h"
#include "loket/list.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

static void add_part(struct text *t, const char *before, const char *value)
{
	if (!text_is_empty(value))
		text_addf(t, "%s%s%s", t->length > 0 ? ", " : "", before, value);
}

/* "umur 36 tahun, agama Islam, pekerjaan pedagang, tempat tinggal di Jalan …". */
static const char *identity(const struct rulebook *b, const struct values *pihak, int row, day on,
                            struct arena *a)
{
	struct text t = text_start(a);
	int age = party_age(pihak, row, on);
	const char *through = party_through(b, pihak, row, a);
	bool person = text_same(values_get(pihak, PIHAK, row, "jenis_pihak"), "orang");
	bool lost = text_same(values_get(pihak, PIHAK, row, "ghaib"), "ya");
	if (age > 0)
		text_addf(&t, "umur %d tahun", age);
	add_part(&t, "agama ", party_shown(b, pihak, row, "agama", a));
	add_part(&t, "pekerjaan ", party_shown(b, pihak, row, "pekerjaan", a));
	add_part(&t, "pendidikan ", party_shown(b, pihak, row, "pendidikan", a));
	add_part(&t,
	         lost     ? "dahulu bertempat tinggal di "
	         : person ? "tempat tinggal di "
	                  : "berkedudukan di ",
	         party_address(pihak, row, a));
	if (lost)
		add_part(&t, "", "sekarang tidak diketahui alamatnya");
	add_part(&t, "", through);
	return t.s;
}

void view_identities(struct view *v, const struct rulebook *b, const struct values *pihak, day on,
                     const char *side)
{
	struct parties all = { 0 };
	parties_read(b, NULL, pihak, v->a, &all);
	view_rows(v, "pihak", "nama rincian peran");
	for (size_t i = 0; i < all.count; i++) {
		if (!text_is_empty(side) && !text_same(all.items[i].side, side))
			continue;
		view_row(v);
		view_put(v, "nama", all.items[i].name);
		view_put(v, "rincian", identity(b, pihak, all.items[i].row, on, v->a));
		view_put(v, "peran", all.items[i].label);
		view_row_end(v);
	}
	view_rows_end(v);
}

static void put_sentences(struct view *v, const char *name, const char *const *items, size_t count)
{
	view_rows(v, name, "kalimat akhir");
	for (size_t i = 0; i < count; i++) {
		view_row(v);
		view_put(v, "kalimat", items[i]);
		view_put(v, "akhir", i + 1 < count ? ";" : ".");
		view_row_end(v);
	}
	view_rows_end(v);
}

const char *paper_suit(const struct filing *f)
{
	const char *alur = filing_value(f, PIHAK, "alur");
	return text_same(alur, "15") || text_same(alur, "17") ? "gugatan" : "permohonan";
}

const char *paper_claim(const struct rulebook *b, const struct filing *f, const struct printing *p,
                        struct arena *a)
{
	struct view v = view_start(a);
	struct claim_draft draft;
	const struct values *pihak = filing_values(f, PIHAK);
	day today = instant_day(p->now, &b->court.zone);
	(void)claim_write(b, pihak, today, a, &draft);
	view_head(&v, b, p->now, p->again);
	view_copies(&v, b, "konsep");
	view_today(&v, b, p->now);
	view_put(&v, "nomor_daftar", f->reg);
	view_put(&v, "jenis", paper_kind(b, f));
	view_put(&v, "surat", paper_suit(f));
	view_put(&v, "nama", f->title);
	view_identities(&v, b, pihak, today, "");
	put_sentences(&v, "posita", draft.posita, draft.posita_count);
	put_sentences(&v, "petitum", draft.petitum, draft.petitum_count);
	return view_finish(&v);
}
