/* The papers of what is left of an advance when a case has ended (SEMA 4/2008 no. 3): the notice to
 * the party, the reminder before its months are over, the berita acara that it is nobody's. */
#include "loket/list.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

static const char *long_day(day d, struct arena *a)
{
	char out[64] = "";
	if (d != DAY_NONE)
		day_words(d, out, sizeof out);
	return arena_text(a, out);
}

static day filled_day(const struct filing *f, const char *step)
{
	day d;
	return day_iso_parse(filing_value(f, step, "tanggal"), &d) ? d : DAY_NONE;
}

/* What is left; of nothing, what the last return took or what became the State's. */
static rupiah rest_of(const struct filing *f)
{
	rupiah returned = 0;
	for (size_t i = 0; i < f->payout_count; i++) {
		const struct payout *p = &f->payouts[i];
		if (p->kind == PAYOUT_REST &&
		    (p->state == PAYOUT_APPROVED || p->state == PAYOUT_SENT))
			returned = p->amount;
	}
	return f->panjar > 0 ? f->panjar : f->forfeited > 0 ? f->forfeited : returned;
}

bool rest_is_left(const struct filing *f)
{
	return filled_day(f, AKHIR) != DAY_NONE && rest_of(f) > 0;
}

bool rest_is_told(const struct filing *f)
{
	return rest_is_left(f) && filled_day(f, SISA) != DAY_NONE;
}

bool rest_is_over(const struct rulebook *b, const struct filing *f, instant now)
{
	return rest_is_told(f) &&
	       (f->forfeited > 0 ||
	        (f->panjar > 0 &&
	         instant_day(now, &b->court.zone) >
	             day_add_months(filled_day(f, SISA), b->court.unclaimed_months)));
}

const char *paper_rest(const struct rulebook *b, const struct filing *f, const struct printing *p,
                       struct arena *a)
{
	struct view v = view_start(a);
	char made[80];
	const struct values *pihak = filing_values(f, PIHAK);
	const char *address = filing_value(f, AKUN, "alamat");
	const struct fill *forfeited = f->forfeited > 0 ? filing_fill(f, NEGARA) : NULL;
	day told = filled_day(f, SISA);
	bool record = text_same(p->paper, "berita-acara-sisa") && forfeited != NULL;
	day dated = instant_day(record ? forfeited->at : p->first, &b->court.zone);
	rupiah rest = rest_of(f);
	int months = b->court.unclaimed_months;
	view_head(&v, b, p->now, p->again);
	view_copies(&v, b, p->paper);
	view_day(&v, b, dated);
	day_in_full(dated, made, sizeof made);
	view_put(&v, "hari", made);
	view_put(&v, "berita_acara", filing_value(f, NEGARA, "berita_acara"));
	view_put(&v, "nomor", filing_value(f, SISA, "nomor"));
	view_put(&v, "nomor_perkara", f->number.number);
	view_put(&v, "nomor_daftar", f->reg);
	view_put(&v, "nama", filing_value(f, AKUN, "nama"));
	view_put(&v, "alamat", text_is_empty(address) ? party_address(pihak, 1, a) : address);
	view_put(&v, "pihak1", side_names(b, f, true, a));
	view_put(&v, "pihak2", side_names(b, f, false, a));
	view_put(&v, "berakhir", long_day(filled_day(f, AKHIR), a));
	view_put(&v, "sisa", rupiah_text(rest, a));
	view_put(&v, "terbilang", terbilang_rupiah(rest, a));
	view_put(&v, "diberitahukan", long_day(told, a));
	view_put(&v, "bukti", filing_value(f, SISA, "bukti"));
	view_put(&v, "bulan", number_text(months, a));
	view_put(&v, "batas", told == DAY_NONE ? "" : long_day(day_add_months(told, months), a));
	view_person(&v, b, "panitera", p->panitera == NULL ? "" : p->panitera);
	view_person(&v, b, "kasir", p->kasir == NULL ? "" : p->kasir);
	return view_finish(&v);
}
