/* The views of the papers by which a case is free of charge: who cannot pay asks for it
 * (forms/print/permohonan-prodeo.xml), the chairman orders it (penetapan-prodeo.xml). PERMA 1/2014;
 * signed, both are handed in at step 4. */
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

bool filing_is_free(const struct filing *f)
{
	return text_same(filing_value(f, PIHAK, "prodeo"), "ya");
}

/* "NANI, ADI" */
static const char *claimants(const struct rulebook *b, const struct values *pihak, struct arena *a)
{
	struct parties all = { 0 };
	struct text t = text_start(a);
	parties_read(b, NULL, pihak, a, &all);
	for (size_t i = 0; i < all.count; i++) {
		if (text_same(all.items[i].side, "p1"))
			text_addf(&t, "%s%s", t.length > 0 ? ", " : "", all.items[i].name);
	}
	return t.s;
}

static void put_claim(struct view *v, const struct rulebook *b, const struct filing *f,
                      const struct printing *p, const char *paper)
{
	const struct values *pihak = filing_values(f, PIHAK);
	view_head(v, b, p->now, p->again);
	view_copies(v, b, paper);
	view_today(v, b, p->now);
	view_put(v, "nomor_daftar", f->reg);
	view_put(v, "jenis", paper_kind(b, f));
	view_identities(v, b, pihak, instant_day(p->now, &b->court.zone), "p1");
	view_put(v, "nama", claimants(b, pihak, v->a));
	view_put(v, "dasar", values_of(pihak, "prodeo_dasar"));
}

const char *paper_free_asked(const struct rulebook *b, const struct filing *f,
                             const struct printing *p, struct arena *a)
{
	struct view v = view_start(a);
	put_claim(&v, b, f, p, "permohonan-prodeo");
	view_put(&v, "surat", paper_suit(f));
	return view_finish(&v);
}

const char *paper_free_ordered(const struct rulebook *b, const struct filing *f,
                               const struct printing *p, struct arena *a)
{
	struct view v = view_start(a);
	char date[64];
	day_words(instant_day(f->opened, &b->court.zone), date, sizeof date);
	put_claim(&v, b, f, p, "penetapan-prodeo");
	view_put(&v, "tanggal_daftar", date);
	view_put(&v, "tahun", number_text(day_ymd(instant_day(p->now, &b->court.zone)).year, a));
	view_officer(&v, b, "ketua");
	return view_finish(&v);
}
