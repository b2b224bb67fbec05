/* The checklist of step 7, and what proves an item without a person: the payment, the warnings of
 * the earlier steps, the addresses, the documents, what SIPP knows of the parties. Papers that are
 * needed are items too. Words are in the reader's language. */
#include <string.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "private.h"

#define KUASA_LIST "kuasa"
#define ABROAD     "luar_negeri" /* channel */

struct weighing {
	const struct rulebook *b;
	const struct filing *f;
	const struct paper_facts *facts;
	const struct values *pihak;
	day today;
	struct arena *a;
};
struct proved {
	enum proof proof;
	const char *words;
};

static struct proved found(enum proof proof, const char *words)
{
	return (struct proved){ proof, words };
}

/* ---- money ---- */

static struct proved paid(const struct weighing *p, const struct case_check *item)
{
	const struct skum *skum = &p->f->skum;
	rupiah sum = filing_paid(p->f);
	(void)item;
	for (size_t i = 0; i < p->f->payment_count; i++) {
		const struct payment *one = &p->f->payments[i];
		if (one->suspense && text_is_empty(one->outcome))
			return found(PROOF_NO, message_text(p->a, _("titipan %1 belum diputus"),
			                                    shown_rupiah(p->a, one->amount)));
	}
	if (skum->round > 0 && skum->total == 0)
		return found(PROOF_YES, _("e-SKUM nihil"));
	const char *words = message_text(p->a, _("dibayar %1, e-SKUM %2"), shown_rupiah(p->a, sum),
	                                 shown_rupiah(p->a, skum->total));
	return found(skum->round > 0 && sum == skum->total ? PROOF_YES : PROOF_NO, words);
}

/* ---- warnings ---- */

/* Is a warning's field, "pihak[2].desa", the one that is named "pihak.desa"? */
static bool is_of(const char *field, const char *named)
{
	const char *row = strchr(field, '['), *behind = row == NULL ? NULL : strchr(row, ']');
	if (behind == NULL)
		return text_same(field, named);
	size_t list = (size_t)(row - field);
	return strncmp(field, named, list) == 0 && text_same(behind + 1, named + list);
}

static bool names(const struct case_check *item, const struct warning *w)
{
	for (size_t i = 0; i < item->of_count; i++) {
		if (is_of(w->field, item->of[i]))
			return true;
	}
	return false;
}

/* Does an item that is asked of this filing look at the warning? */
static bool is_looked_at(const struct weighing *p, const struct warning *w)
{
	if (text_same(w->field, LACKING)) /* each paper is an item */
		return true;
	for (size_t i = 0; i < p->b->check_count; i++) {
		const struct case_check *item = &p->b->checks[i];
		if (item->of_count > 0 && names(item, w) &&
		    case_asks(p->b, p->f, &item->when, p->a))
			return true;
	}
	return false;
}

static struct proved warned(const struct weighing *p, const struct case_check *item)
{
	struct text t = text_start(p->a);
	struct warning *all;
	size_t count = warnings_joined(p->f->warnings, p->f->warning_count, p->a, &all);
	for (size_t i = 0; i < count; i++) {
		const struct warning *w = &all[i];
		if (item->of_count > 0 ? names(item, w) : !is_looked_at(p, w))
			text_addf(&t, "%s%s", t.length > 0 ? "; " : "", warning_say(w, p->a));
	}
	return t.length > 0 ? found(PROOF_NO, t.s) : found(PROOF_YES, _("tanpa peringatan"));
}

/* ---- parties ---- */

/* Village, district and regency of one party; who lives nobody knows where, or abroad, has none. */
static bool is_placed(const struct weighing *p, int row)
{
	static const char *const parts[] = { "desa", "kelurahan", "kecamatan", "kabupaten" };
	if (text_same(values_get(p->pihak, PIHAK, row, "ghaib"), "ya") ||
	    text_same(values_get(p->pihak, PIHAK, row, "kanal"), ABROAD))
		return true;
	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		if (text_is_empty(values_get(p->pihak, PIHAK, row, parts[i])))
			return false;
	}
	return true;
}

static struct proved addresses(const struct weighing *p, const struct case_check *item)
{
	struct text lacking = text_start(p->a);
	int rows = values_rows(p->pihak, PIHAK);
	(void)item;
	for (int row = 1; row <= rows; row++) {
		if (!is_placed(p, row))
			text_addf(&lacking, "%s%s", lacking.length > 0 ? ", " : "",
			          values_get(p->pihak, PIHAK, row, "nama"));
	}
	if (lacking.length > 0)
		return found(PROOF_NO, message_text(p->a, _("belum lengkap: %1"), lacking.s));
	return found(PROOF_YES, message_text(p->a, _("%1 pihak"), shown_number(p->a, rows)));
}

static struct proved known(const struct weighing *p, const struct case_check *item)
{
	const struct values *told = filing_values(p->f, DIKENAL);
	(void)item;
	if (!text_is_empty(p->f->sipp_note))
		return found(PROOF_ASKS, sentence_said(p->a, p->f->sipp_note));
	if (told->count == 0)
		return found(PROOF_ASKS, _("SIPP belum menjawab tentang para pihak"));
	const char *words = sentence_said(p->a, sync_parties(told, p->a));
	return found(text_is_empty(sync_found(told, 1, p->a)) ? PROOF_YES : PROOF_NO, words);
}

static struct proved permits(const struct weighing *p, const struct case_check *item)
{
	struct text with = text_start(p->a), without = text_start(p->a);
	const struct form_scope scope = filing_scope(p->f, p->pihak, p->b->lists, p->b->list_count,
	                                             p->today, p->a);
	int rows = values_rows(p->pihak, PIHAK);
	for (int row = 1; row <= rows; row++) {
		const char *number = values_get(p->pihak, PIHAK, row, "izin_atasan");
		struct text *to = text_is_empty(number) ? &without : &with;
		if (field_shown(&item->when.row, row, &scope))
			text_addf(to, "%s%s %s", to->length > 0 ? ", " : "",
			          values_get(p->pihak, PIHAK, row, "nama"), number);
	}
	return without.length > 0
	           ? found(PROOF_NO, message_text(p->a, _("belum ada: %1"), without.s))
	           : found(PROOF_YES, with.s);
}

static struct proved poverty(const struct weighing *p, const struct case_check *item)
{
	const char *basis = values_of(p->pihak, "prodeo_dasar");
	(void)item;
	return text_is_empty(basis) ? found(PROOF_NO, _("belum disebut")) : found(PROOF_YES, basis);
}

/* ---- representatives ---- */

static struct proved represented(const struct weighing *p, const struct case_check *item)
{
	struct text t = text_start(p->a);
	int rows = values_rows(p->pihak, KUASA_LIST);
	bool charged = p->f->skum.total == 0;
	(void)item;
	for (int row = 1; row <= rows; row++)
		text_addf(&t, "%s%s, %s", row > 1 ? "; " : "",
		          values_get(p->pihak, KUASA_LIST, row, "nama"),
		          values_get(p->pihak, KUASA_LIST, row, "nomor_kuasa"));
	for (size_t i = 0; i < p->f->skum.line_count; i++)
		charged = charged || text_same(p->f->skum.lines[i].component, PNBP_KUASA);
	if (rows == 0)
		return found(PROOF_NO, _("belum ada baris kuasa pada data pihak"));
	return charged ? found(PROOF_YES, t.s)
	               : found(PROOF_NO, _("PNBP surat kuasa tidak ada pada e-SKUM"));
}

static struct proved card(const struct weighing *p, const struct case_check *item)
{
	day until;
	(void)item;
	if (!day_iso_parse(filing_value(p->f, PENDAFTAR, "kta_habis"), &until))
		return found(PROOF_ASKS, "–");
	const char *words = message_text(p->a, _("%1 berlaku sampai %2"),
	                                 filing_value(p->f, PENDAFTAR, "kta"),
	                                 shown_day(p->a, until));
	return found(until >= p->today ? PROOF_YES : PROOF_NO, words);
}

/* ---- documents ---- */

static const struct paper_fact *fact_of(const struct weighing *p, const char *stored)
{
	struct document_kept kept;
	for (size_t i = 0; document_taken(stored, &kept) && i < p->facts->count; i++) {
		if (strncmp(p->facts->items[i].digest, kept.digest, DOCUMENT_DIGEST) == 0)
			return &p->facts->items[i];
	}
	return NULL;
}

static const char *name_of(const char *stored)
{
	struct document_kept kept;
	return document_taken(stored, &kept) ? kept.name : stored;
}

/* Of a document that nothing is known of a person is asked. */
static struct proved readable(const struct weighing *p, const struct case_check *item)
{
	struct text broken = text_start(p->a), unknown = text_start(p->a);
	size_t count = 0;
	(void)item;
	for (size_t i = 0; i < p->f->fill_count; i++) {
		const struct values *v = &p->f->fills[i].values;
		for (size_t k = 0; k < v->count; k++) {
			struct document_kept kept;
			if (!document_taken(v->items[k].text, &kept))
				continue;
			const struct paper_fact *fact = fact_of(p, v->items[k].text);
			struct text *to = fact == NULL ? &unknown : &broken;
			if (fact == NULL || !fact->readable)
				text_addf(to, "%s%s", to->length > 0 ? ", " : "", kept.name);
			count++;
		}
	}
	if (broken.length > 0)
		return found(PROOF_NO, message_text(p->a, _("tidak dapat dibuka: %1"), broken.s));
	if (unknown.length > 0 || count == 0)
		return found(PROOF_ASKS,
		             message_text(p->a, _("belum diperiksa mesin: %1"), unknown.s));
	return found(PROOF_YES,
	             message_text(p->a, _("%1 berkas"), shown_number(p->a, (int64_t)count)));
}

/* Whether it is signed only a person sees. */
static struct proved suit(const struct weighing *p, const struct case_check *item)
{
	day on;
	const struct values *v = filing_values(p->f, GUGATAN);
	int rows = values_rows(v, "berkas");
	(void)item;
	for (int row = 1; row <= rows; row++) {
		if (!text_same(values_get(v, "berkas", row, "jenis"), GUGATAN) ||
		    !day_iso_parse(values_of(v, "surat_tanggal"), &on))
			continue;
		return found(PROOF_ASKS,
		             message_text(p->a, _("lihat %1, bertanggal %2"),
		                          name_of(values_get(v, "berkas", row, "berkas")),
		                          shown_day(p->a, on)));
	}
	return found(PROOF_NO, _("belum ada suratnya"));
}

/* ---- the rows ---- */

static const struct {
	const char *by;
	struct proved (*prove)(const struct weighing *p, const struct case_check *item);
} proofs[] = {
	{ "bayar", paid },  { "peringatan", warned }, { "alamat", addresses },
	{ "kenal", known }, { "izin", permits },      { "tidak_mampu", poverty },
	{ "kartu", card },  { "kuasa", represented }, { "terbaca", readable },
	{ "surat", suit },
};

static struct proved prove(const struct weighing *p, const struct case_check *item)
{
	for (size_t i = 0; i < COUNT_OF(proofs); i++) {
		if (text_same(proofs[i].by, item->by))
			return proofs[i].prove(p, item);
	}
	return found(PROOF_ASKS, "");
}

static struct check_row row_of_check(const struct weighing *p, const struct case_check *item)
{
	const struct proved is = prove(p, item);
	return (struct check_row){ .key = item->key,
		                   .label = item->label,
		                   .back_to = item->back_to,
		                   .source = item->source,
		                   .advice = item->advice,
		                   .proof = is.proof,
		                   .words = is.words };
}

static struct check_row row_of_paper(const struct paper_need *need)
{
	return (struct check_row){ .key = need->kind,
		                   .label = need->label,
		                   .back_to = need->back_to,
		                   .source = need->source,
		                   .follows = need->follows,
		                   .proof = need->there ? PROOF_YES : PROOF_NO,
		                   .words = need->there ? name_of(need->stored)
		                                        : _("belum ada berkasnya") };
}

size_t checks_of(const struct rulebook *b, const struct filing *f, const struct paper_facts *facts,
                 day today, struct arena *a, struct check_row **out)
{
	struct paper_need *papers;
	const struct weighing p = { b, f, facts, filing_values(f, PIHAK), today, a };
	size_t needed = papers_needed(b, f, filing_values(f, GUGATAN), a, &papers), count = 0,
	       n = 0;
	struct check_row *all = arena_get(a, b->check_count + needed + 1, sizeof *all);
	for (size_t i = 0; i < b->check_count; i++) {
		if (case_asks(b, f, &b->checks[i].when, a))
			all[count++] = row_of_check(&p, &b->checks[i]);
	}
	for (size_t i = 0; i < needed; i++)
		all[count++] = row_of_paper(&papers[i]);
	*out = arena_get(a, count + 1, sizeof **out);
	for (enum proof proof = PROOF_NO; proof <= PROOF_YES; proof++) {
		for (size_t i = 0; i < count; i++) {
			if (all[i].proof == proof)
				(*out)[n++] = all[i];
		}
	}
	return count;
}

const char *check_label(const struct rulebook *b, const char *key)
{
	for (size_t i = 0; i < b->check_count; i++) {
		if (text_same(b->checks[i].key, key))
			return b->checks[i].label;
	}
	return paper_label(b, key);
}
