/* The views from which a filing's papers are printed. The words on the paper are in the template
 * (forms/print/). */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

enum { DATE_ROOM = 64, VA_GROUP = 4 };

static const char *kind_name(const struct rulebook *b, const struct filing *f)
{
	const struct case_type *t = rulebook_type(b, filing_value(f, PIHAK, "perkara_jenis"));
	return t == NULL ? "" : t->name;
}

static const char *digits(rupiah amount, struct arena *a)
{
	char out[32];
	money_digits(amount, out, sizeof out);
	return arena_text(a, out);
}

/* A virtual account in groups of four digits, without its padding. */
static const char *va_groups(const char *number, struct arena *a)
{
	struct text t = text_start(a);
	size_t n = 0;
	for (const char *at = number + strspn(number, " "); *at != '\0'; at++, n++) {
		if (n > 0 && n % VA_GROUP == 0)
			text_add(&t, " ");
		text_add_bytes(&t, at, 1);
	}
	return t.s;
}

/* "27 November 2026 pukul 09.41 WIB" */
static const char *moment(instant at, const struct zone *z, struct arena *a)
{
	char date[DATE_ROOM], clock[16];
	if (at == INSTANT_NONE)
		return "";
	day_words(instant_day(at, z), date, sizeof date);
	instant_clock(at, z, clock, sizeof clock);
	return arena_print(a, "%s pukul %s %s", date, clock, z->name);
}

/* "SITI AMINAH sebagai Penggugat melawan AHMAD sebagai Tergugat" */
static const char *parties_words(const struct rulebook *b, const struct filing *f, struct arena *a)
{
	struct parties p = { 0 };
	struct text t = text_start(a);
	const char *side = "";
	parties_read(b, f, filing_values(f, PIHAK), a, &p);
	for (size_t i = 0; i < p.count; i++) {
		bool versus = i > 0 && text_same(side, "p1") && !text_same(p.items[i].side, "p1");
		if (i > 0)
			text_add(&t, versus ? " melawan " : ", ");
		text_addf(&t, "%s sebagai %s", p.items[i].name, p.items[i].label);
		side = p.items[i].side;
	}
	return t.s;
}

static void put_va(struct view *v, const struct rulebook *b, const struct filing *f)
{
	const struct va *va = filing_va(f);
	const struct choices *banks = choices_named(b->lists, b->list_count, "bank-va");
	const struct choice *bank = banks == NULL ? NULL : choices_find(banks, f->skum.bank);
	view_put(v, "bank", bank == NULL ? f->skum.bank : bank->label);
	view_put(v, "va", va == NULL ? "" : va_groups(va->number, v->a));
	view_put(v, "batas", va == NULL ? "" : moment(va->expires, &b->court.zone, v->a));
}

/* The case number and the day of registration, as register and SIPP have it; empty until then. */
static void put_number(struct view *v, const struct filing *f)
{
	char date[DATE_ROOM] = "";
	const struct case_number *n = &f->number;
	if (n->registered != DAY_NONE)
		day_words(n->registered, date, sizeof date);
	view_put(v, "nomor_perkara", n->number);
	view_put(v, "terdaftar", date);
}

/* "NANI, ADI": whom a representative is named for, else the whole side that claims. */
static const char *principals(const struct values *pihak, struct arena *a)
{
	struct text t = text_start(a);
	int rows = values_rows(pihak, PIHAK), named = 0;
	for (int row = 1; row <= rows; row++)
		named += party_kuasa(pihak, row) > 0;
	for (int row = 1; row <= rows; row++) {
		bool is = named > 0 ? party_kuasa(pihak, row) > 0
		                    : text_same(values_get(pihak, PIHAK, row, "kedudukan"), "p1");
		if (is)
			text_addf(&t, "%s%s", t.length > 0 ? ", " : "",
			          values_get(pihak, PIHAK, row, "nama"));
	}
	return t.s;
}

/* For whom the registrant signs; "" : for himself. */
static const char *stands_for(const struct filing *f, struct arena *a)
{
	const char *kind = filing_value(f, AKUN, "jenis");
	const char *whom = principals(filing_values(f, PIHAK), a);
	bool sent = text_same(filing_value(f, PENDAFTAR, "wakil_dengan"), "tugas");
	if (text_is_empty(kind) || text_same(kind, "perorangan") || text_is_empty(whom))
		return "";
	return arena_print(a, sent ? "mewakili %s" : "kuasa dari %s", whom);
}

static void put_payer(struct view *v, const struct filing *f)
{
	const struct values *akun = filing_values(f, AKUN), *pihak = filing_values(f, PIHAK);
	const char *address = values_of(akun, "alamat");
	view_put(v, "nama", values_of(akun, "nama"));
	view_put(v, "selaku", stands_for(f, v->a));
	view_put(v, "alamat", text_is_empty(address) ? party_address(pihak, 1, v->a) : address);
	view_put(v, "telepon", values_of(akun, "telepon"));
}

/* The decrees of all lines, each once. */
static const char *skum_bases(const struct skum *s, struct arena *a)
{
	struct text t = text_start(a);
	for (size_t i = 0; i < s->line_count; i++) {
		const char *basis = s->lines[i].basis;
		bool known = text_is_empty(basis);
		for (size_t k = 0; k < i; k++)
			known = known || text_same(s->lines[k].basis, basis);
		if (!known)
			text_addf(&t, "%s%s", t.length > 0 ? "; " : "", basis);
	}
	return t.s;
}

static void put_settled(struct view *v, const struct rulebook *b, const struct filing *f)
{
	const struct payment *last = filing_last_payment(f);
	rupiah total = f->skum.total;
	bool paid = total > 0 && last != NULL && filing_paid(f) >= total;
	view_put(v, "lunas", paid ? moment(last->at, &b->court.zone, v->a) : "");
	view_flag(v, "selesai", paid || total == 0);
}

const char *paper_skum(const struct rulebook *b, const struct filing *f, const struct printing *p,
                       struct arena *a)
{
	struct view v = view_start(a);
	view_head(&v, b, p->now, p->again);
	view_copies(&v, b, "skum");
	view_today(&v, b, p->now);
	view_put(&v, "nomor", f->skum.number);
	view_put(&v, "nomor_daftar", f->reg);
	put_number(&v, f);
	put_payer(&v, f);
	view_put(&v, "jenis", kind_name(b, f));
	view_put(&v, "pihak", parties_words(b, f, a));
	view_rows(&v, "baris", "uraian banyak tarif nilai");
	for (size_t i = 0; i < f->skum.line_count; i++) {
		const struct skum_line *line = &f->skum.lines[i];
		view_row(&v);
		view_put(&v, "uraian", line->label);
		view_put(&v, "banyak", number_text(line->times, a));
		view_put(&v, "tarif", digits(line->each, a));
		view_put(&v, "nilai", digits(line->amount, a));
		view_row_end(&v);
	}
	view_rows_end(&v);
	view_put(&v, "total", rupiah_text(f->skum.total, a));
	view_put(&v, "terbilang", terbilang_rupiah(f->skum.total, a));
	view_flag(&v, "nihil", f->skum.total == 0);
	view_put(&v, "dasar_nihil", filing_value(f, PIHAK, "prodeo_dasar"));
	view_put(&v, "dasar", skum_bases(&f->skum, a));
	put_settled(&v, b, f);
	put_va(&v, b, f);
	view_put(&v, "qr",
	         arena_print(a, "%s|%s|%lld", f->reg, f->skum.number, (long long)f->skum.total));
	return view_finish(&v);
}

/* Told beside the bank's time where it is another day. */
static const char *booked(const struct payment *p, const struct zone *z, struct arena *a)
{
	char date[DATE_ROOM];
	day on = instant_day(p->arrived, z);
	if (on == instant_day(p->at, z))
		return "";
	day_words(on, date, sizeof date);
	return arena_text(a, date);
}

static const char *receipt_number(const struct printing *p, struct arena *a)
{
	return p->receipt == NULL ? ""
	                          : arena_print(a, "%d/%d", p->receipt->serial, p->receipt->year);
}

/* When it was paid by the bank's time, when it was booked where that is another day, and the bank's
 * reference: of one payment, or of the last. */
static void put_paid(struct view *v, const struct rulebook *b, const struct filing *f,
                     const struct receipt *r)
{
	const struct payment *last = filing_last_payment(f);
	const struct payment of = { .at = r != NULL      ? r->at
		                          : last == NULL ? INSTANT_NONE
		                                         : last->at,
		                    .arrived = r != NULL      ? r->arrived
		                               : last == NULL ? INSTANT_NONE
		                                              : last->arrived };
	const struct zone *z = &b->court.zone;
	view_put(v, "dibayar", moment(of.at, z, v->a));
	view_put(v, "dibukukan", of.at == INSTANT_NONE ? "" : booked(&of, z, v->a));
	view_put(v, "rujukan", r != NULL ? r->reference : last == NULL ? "" : last->reference);
}

const char *paper_receipt(const struct rulebook *b, const struct filing *f,
                          const struct printing *p, struct arena *a)
{
	struct view v = view_start(a);
	const struct receipt *r = p->receipt;
	rupiah paid = r == NULL ? filing_paid(f) : r->amount;
	bool other = r != NULL && !text_is_empty(r->person);
	view_head(&v, b, p->now, p->again);
	view_copies(&v, b, "kwitansi");
	view_today(&v, b, p->now);
	view_put(&v, "nomor", receipt_number(p, a));
	view_put(&v, "skum", f->skum.number);
	put_number(&v, f);
	view_put(&v, "nomor_daftar", f->reg);
	if (other) {
		view_put(&v, "nama", r->person);
		view_put(&v, "selaku", "");
	} else {
		put_payer(&v, f);
	}
	view_put(&v, "total", rupiah_text(paid, a));
	view_put(&v, "terbilang", terbilang_rupiah(paid, a));
	view_put(&v, "untuk", "");
	view_put(&v, "jenis", kind_name(b, f));
	put_va(&v, b, f);
	put_paid(&v, b, f, r);
	view_person(&v, b, "kasir", p->kasir == NULL ? "" : p->kasir);
	view_put(&v, "qr",
	         arena_print(a, "%s|%s|%lld|%s", f->reg,
	                     r == NULL ? f->skum.number : receipt_number(p, a), (long long)paid,
	                     p->witness == NULL ? "" : p->witness));
	return view_finish(&v);
}

const char *paper_payback(const struct rulebook *b, const struct filing *f,
                          const struct printing *p, struct arena *a)
{
	static const struct receipt none = { .person = "",
		                             .bank = "",
		                             .account = "",
		                             .transfer = "",
		                             .posted = DAY_NONE,
		                             .what = "" };
	char date[DATE_ROOM] = "";
	struct view v = view_start(a);
	const struct receipt *r = p->receipt == NULL ? &none : p->receipt;
	const struct choices *banks = choices_named(b->lists, b->list_count, "bank-umum");
	const struct choice *bank = banks == NULL ? NULL : choices_find(banks, r->bank);
	view_head(&v, b, p->now, p->again);
	view_copies(&v, b, "kwitansi-kembali");
	view_today(&v, b, p->now);
	view_put(&v, "nomor", receipt_number(p, a));
	view_put(&v, "nomor_perkara", f->number.number);
	view_put(&v, "nomor_daftar", f->reg);
	view_put(&v, "nama", r->person);
	view_put(&v, "bank", bank == NULL ? r->bank : bank->label);
	view_put(&v, "rekening", r->account);
	view_put(&v, "total", rupiah_text(r->amount, a));
	view_put(&v, "terbilang", terbilang_rupiah(r->amount, a));
	view_put(&v, "untuk", r->what);
	view_put(&v, "rujukan", r->transfer);
	if (r->posted != DAY_NONE)
		day_words(r->posted, date, sizeof date);
	view_put(&v, "dibukukan", date);
	view_person(&v, b, "kasir", p->kasir == NULL ? "" : p->kasir);
	return view_finish(&v);
}

static void put_lacking(struct view *v, const struct rulebook *b, const struct filing *f)
{
	int back = sop_number(&b->sop, f->verdict.back_to);
	view_rows(v, "butir", "pemeriksaan keterangan langkah");
	for (size_t i = 0; i < f->verdict.count; i++) {
		const struct verdict_item *item = &f->verdict.items[i];
		if (!text_same(item->answer, "tidak"))
			continue;
		view_row(v);
		view_put(v, "pemeriksaan", check_label(b, item->key));
		view_put(v, "keterangan", item->remark);
		view_put(v, "langkah", back == 0 ? "" : b->sop.steps[back - 1].name);
		view_row_end(v);
	}
	view_rows_end(v);
}

const char *paper_return(const struct rulebook *b, const struct filing *f, const struct printing *p,
                         struct arena *a)
{
	struct view v = view_start(a);
	char date[DATE_ROOM];
	view_head(&v, b, p->now, p->again);
	view_copies(&v, b, "pemberitahuan");
	view_today(&v, b, p->now);
	view_put(&v, "nomor", "");
	put_payer(&v, f);
	view_put(&v, "nomor_daftar", f->reg);
	day_words(instant_day(f->opened, &b->court.zone), date, sizeof date);
	view_put(&v, "tanggal_daftar", date);
	view_put(&v, "jenis", kind_name(b, f));
	put_lacking(&v, b, f);
	view_put(&v, "pesan", f->verdict.message);
	const struct officer *clerk = rulebook_officer(b, "panitera");
	view_put(&v, "petugas", clerk == NULL ? "" : clerk->name);
	view_put(&v, "petugas_jabatan", "Panitera");
	view_put(&v, "petugas_nip", clerk == NULL ? "" : clerk->nip);
	return view_finish(&v);
}

/* ---- what was handed in ---- */

static void put_documents(struct view *v, const struct rulebook *b, const struct values *suit)
{
	int rows = values_rows(suit, "berkas");
	view_rows(v, "berkas", "jenis nama lembar_berkas");
	for (int row = 1; row <= rows; row++) {
		const char *stored = values_get(suit, "berkas", row, "berkas");
		struct document_kept kept;
		view_row(v);
		view_put(v, "jenis", paper_label(b, values_get(suit, "berkas", row, "jenis")));
		view_put(v, "nama", document_taken(stored, &kept) ? kept.name : stored);
		view_put(v, "lembar_berkas", values_get(suit, "berkas", row, "lembar"));
		view_row_end(v);
	}
	view_rows_end(v);
}

static const char *documents_lacking(const struct rulebook *b, const struct filing *f,
                                     struct arena *a)
{
	struct paper_need *needs;
	struct text t = text_start(a);
	size_t count = papers_needed(b, f, filing_values(f, GUGATAN), a, &needs);
	for (size_t i = 0; i < count; i++) {
		if (!needs[i].there)
			text_addf(&t, "%s%s", t.length > 0 ? "; " : "", needs[i].label);
	}
	return t.s;
}

const char *paper_handed(const struct rulebook *b, const struct filing *f, const struct printing *p,
                         struct arena *a)
{
	struct view v = view_start(a);
	char date[DATE_ROOM];
	view_head(&v, b, p->now, p->again);
	view_copies(&v, b, "tanda-terima");
	view_today(&v, b, p->now);
	put_payer(&v, f);
	view_put(&v, "nomor_daftar", f->reg);
	day_words(instant_day(f->opened, &b->court.zone), date, sizeof date);
	view_put(&v, "tanggal_daftar", date);
	view_put(&v, "jenis", kind_name(b, f));
	put_documents(&v, b, filing_values(f, GUGATAN));
	view_put(&v, "kurang", documents_lacking(b, f, a));
	return view_finish(&v);
}
