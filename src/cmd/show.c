/* One filing: a table for each part of it; for people empty ones are left out. */
#include <string.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/outgoing.h"

#include "private.h"

enum { HISTORY = 500 };

/* The filing, and the tables so far. */
struct showing {
	const struct cmd *c;
	const struct filing *f;
	struct named_table parts[14];
	size_t count;
};

static void part_add(struct showing *s, const char *name, const struct rows *r)
{
	if (r->table.row_count > 0 || s->c->options.format != FORMAT_TABLE)
		s->parts[s->count++] = (struct named_table){ name, r->table };
}

static void show_head(struct showing *s)
{
	static const struct column columns[] = {
		{ "pendaftaran", N_("Pendaftaran"), COLUMN_TEXT },
		{ "perkara", N_("Perkara"), COLUMN_TEXT },
		{ "judul", N_("Nama"), COLUMN_TEXT },
		{ "dibuka", N_("Dibuka"), COLUMN_TEXT },
		{ "dihitung", N_("Dihitung dari"), COLUMN_TEXT },
		{ "terdaftar", N_("Terdaftar"), COLUMN_TEXT },
		{ "versi", N_("Versi"), COLUMN_NUMBER },
		{ "id", N_("Id"), COLUMN_TEXT },
		{ "sipp", N_("Menurut SIPP"), COLUMN_TEXT },
	};
	const struct cmd *c = s->c;
	const struct filing *f = s->f;
	const char *parties = sync_parties(filing_values(f, DIKENAL), c->a);
	struct rows r = rows_start(c, "", columns, COUNT_OF(columns), COUNT_OF(columns));
	rows_add(&r, (const char *const[]){
	                 f->reg, f->number.number, f->title, cell_instant(c, f->opened),
	                 cell_day(c, f->counts_from), cell_day(c, f->number.registered),
	                 cell_number(c, f->version), f->id.text,
	                 cell_sentence(c, text_is_empty(f->sipp_note) ? parties : f->sipp_note) });
	part_add(s, "pendaftaran", &r);
}

static void show_steps(struct showing *s)
{
	static const struct column columns[] = {
		{ "no", N_("No"), COLUMN_NUMBER },
		{ "kunci", N_("Kunci"), COLUMN_TEXT },
		{ "langkah", N_("Langkah"), COLUMN_TEXT },
		{ "keadaan", N_("Keadaan"), COLUMN_TEXT },
		{ "menanti", N_("Menunggu"), COLUMN_TEXT },
		{ "menit", N_("Menit"), COLUMN_NUMBER },
		{ "luar", N_("Menunggu luar"), COLUMN_NUMBER },
		{ "norma", N_("Norma"), COLUMN_NUMBER },
		{ "dibuka", N_("Dibuka"), COLUMN_TEXT },
		{ "selesai", N_("Selesai"), COLUMN_TEXT },
	};
	const struct cmd *c = s->c;
	struct rows r = rows_start(c, _("Langkah"), columns, COUNT_OF(columns), COUNT_OF(columns));
	for (size_t i = 0; i < s->f->step_count; i++) {
		const struct step_record *step = &s->f->steps[i];
		const struct sop_step *sop = &c->book->sop.steps[i];
		int64_t waited = pace_waited(step, clock_now());
		int64_t spent = pace_spent(c->book, step, clock_now());
		rows_add(&r, (const char *const[]){
		                 cell_number(c, (long long)i + 1), step->key,
		                 cell_word(c, sop->name), cell_state(c, step->state),
		                 waits_for_word(step->waits_for), cell_number(c, spent / MINUTE_MS),
		                 cell_number(c, waited / MINUTE_MS), cell_number(c, sop->norm),
		                 cell_instant(c, step->opened), cell_instant(c, step->done) });
	}
	part_add(s, "langkah", &r);
}

static bool show_fill(struct showing *s, struct rows *r, const struct fill *fill, struct fault *why)
{
	const struct cmd *c = s->c;
	struct form_scope scope;
	const struct form *form = rulebook_form(c->book, fill->step);
	if (!service_scope(&c->login, s->f, &fill->values, c->a, &scope, why))
		return false;
	for (size_t i = 0; i < fill->values.count; i++) {
		char path[96];
		const struct value *v = &fill->values.items[i];
		const struct field *field = form == NULL ? NULL
		                                         : form_field(form, v->list, v->field);
		bool people = field != NULL && c->options.format == FORMAT_TABLE;
		values_path(v->list, v->row, v->field, path, sizeof path);
		rows_add(r, (const char *const[]){
		                fill->step, arena_text(c->a, path),
		                field == NULL ? v->field : cell_word(c, field->label),
		                people ? field_said(field, v->text, &scope, c->a) : v->text });
	}
	return true;
}

static bool show_fills(struct showing *s, struct fault *why)
{
	static const struct column columns[] = {
		{ "langkah", N_("Langkah"), COLUMN_TEXT },
		{ "isian", N_("Isian"), COLUMN_TEXT },
		{ "label", N_("Label"), COLUMN_TEXT },
		{ "nilai", N_("Nilai"), COLUMN_TEXT },
	};
	struct rows r = rows_start(s->c, _("Isian"), columns, COUNT_OF(columns), COUNT_OF(columns));
	for (size_t i = 0; i < s->f->fill_count; i++) {
		if (!show_fill(s, &r, &s->f->fills[i], why))
			return false;
	}
	part_add(s, "isian", &r);
	return true;
}

static void show_skum(struct showing *s)
{
	static const struct column columns[] = {
		{ "uraian", N_("Uraian"), COLUMN_TEXT }, { "kali", N_("Kali"), COLUMN_NUMBER },
		{ "harga", N_("Tarif"), COLUMN_NUMBER }, { "jumlah", N_("Jumlah"), COLUMN_NUMBER },
		{ "dasar", N_("Dasar"), COLUMN_TEXT },
	};
	const struct cmd *c = s->c;
	const struct skum *skum = &s->f->skum;
	const char *title = skum->round == 0 ? ""
	                                     : arena_print(c->a, "e-SKUM %s, Rp%s", skum->number,
	                                                   cell_rupiah(c, skum->total));
	struct rows r = rows_start(c, title, columns, COUNT_OF(columns), COUNT_OF(columns));
	for (size_t i = 0; i < skum->line_count; i++) {
		const struct skum_line *l = &skum->lines[i];
		rows_add(&r,
		         (const char *const[]){ c->options.format == FORMAT_TABLE
		                                    ? skum_line_said(c->book, l, c->a)
		                                    : l->label,
		                                cell_number(c, l->times), cell_rupiah(c, l->each),
		                                cell_rupiah(c, l->amount), l->basis });
	}
	part_add(s, "skum", &r);
}

static void show_vas(struct showing *s)
{
	static const struct column columns[] = {
		{ "nomor", N_("Nomor VA"), COLUMN_TEXT },
		{ "bank", N_("Bank"), COLUMN_TEXT },
		{ "jumlah", N_("Jumlah"), COLUMN_NUMBER },
		{ "berlaku", N_("Berlaku sampai"), COLUMN_TEXT },
		{ "keadaan", N_("Keadaan"), COLUMN_TEXT },
		{ "catatan", N_("Catatan"), COLUMN_TEXT },
		{ "transaksi", N_("Transaksi"), COLUMN_TEXT },
	};
	static const char *const states[] = {
		[VA_ASKED] = N_("diminta"),      [VA_LIVE] = N_("berlaku"),
		[VA_PAID] = N_("lunas"),         [VA_EXPIRED] = N_("kedaluwarsa"),
		[VA_CANCELLED] = N_("batal"),    [VA_REFUSED] = N_("ditolak"),
		[VA_TROUBLE] = N_("bermasalah"),
	};
	const struct cmd *c = s->c;
	struct rows r = rows_start(c, _("Virtual account"), columns, COUNT_OF(columns),
	                           COUNT_OF(columns) - 1);
	for (size_t i = 0; i < s->f->va_count; i++) {
		const struct va *v = &s->f->vas[i];
		rows_add(&r, (const char *const[]){
		                 v->number, cell_bank(c, v->bank), cell_rupiah(c, v->amount),
		                 cell_instant(c, v->expires), cell_word(c, states[v->state]),
		                 cell_word(c, v->note), v->trx });
	}
	part_add(s, "va", &r);
}

static void show_payments(struct showing *s)
{
	static const struct column columns[] = {
		{ "saat", N_("Menurut bank"), COLUMN_TEXT },
		{ "tiba", N_("Tiba"), COLUMN_TEXT },
		{ "jumlah", N_("Jumlah"), COLUMN_NUMBER },
		{ "saluran", N_("Kanal"), COLUMN_TEXT },
		{ "sumber", N_("Sumber"), COLUMN_KEY },
		{ "ditahan", N_("Ditahan"), COLUMN_YESNO },
		{ "id", N_("Id bank"), COLUMN_TEXT },
		{ "referensi", N_("Referensi"), COLUMN_TEXT },
	};
	const struct cmd *c = s->c;
	struct rows r = rows_start(c, _("Pembayaran"), columns, COUNT_OF(columns),
	                           COUNT_OF(columns));
	for (size_t i = 0; i < s->f->payment_count; i++) {
		const struct payment *p = &s->f->payments[i];
		rows_add(&r,
		         (const char *const[]){ cell_instant(c, p->at), cell_instant(c, p->arrived),
		                                cell_rupiah(c, p->amount), p->channel, p->source,
		                                cell_yes(c, p->suspense), p->id, p->reference });
	}
	part_add(s, "bayar", &r);
}

static const struct verdict_item *verdict_on(const struct verdict *v, const char *key)
{
	static const struct verdict_item none = { "", "", "" };
	for (size_t i = 0; i < v->count; i++) {
		if (text_same(v->items[i].key, key))
			return &v->items[i];
	}
	return &none;
}

/* The checklist of this kind of case with the last answers: its numbers are the rows periksa[N] of
 * the step. */
static void show_checks(struct showing *s)
{
	static const struct column columns[] = {
		{ "no", N_("No"), COLUMN_NUMBER },
		{ "butir", N_("Butir"), COLUMN_KEY },
		{ "isi", N_("Yang diperiksa"), COLUMN_TEXT },
		{ "bukti", N_("Bukti"), COLUMN_TEXT },
		{ "terbukti", N_("Terbukti"), COLUMN_TEXT },
		{ "hasil", N_("Hasil"), COLUMN_TEXT },
		{ "catatan", N_("Catatan"), COLUMN_TEXT },
	};
	static const char *const proofs[] = {
		[PROOF_NO] = N_("tidak"),
		[PROOF_ASKS] = N_("dinilai"),
		[PROOF_YES] = N_("ya"),
	};
	const struct cmd *c = s->c;
	struct paper_facts facts;
	struct check_row *items;
	service_paper_facts(&c->login, s->f, c->a, &facts);
	size_t count = checks_of(c->book, s->f, &facts,
	                         instant_day(clock_now(), &c->book->court.zone), c->a, &items);
	struct rows r = rows_start(c, _("Pemeriksaan"), columns, COUNT_OF(columns),
	                           COUNT_OF(columns));
	for (size_t i = 0; i < count; i++) {
		const struct check_row *check = &items[i];
		const struct verdict_item *item = verdict_on(&s->f->verdict, check->key);
		rows_add(&r, (const char *const[]){ cell_number(c, (long long)i + 1), check->key,
		                                    cell_word(c, check->label), check->words,
		                                    cell_word(c, proofs[check->proof]),
		                                    cell_word(c, item->answer), item->remark });
	}
	part_add(s, "periksa", &r);
}

/* In how many days what follows a registration was done, and what that is worth. */
static void show_limits(struct showing *s)
{
	static const struct column columns[] = {
		{ "kunci", N_("Kunci"), COLUMN_KEY },
		{ "batas", N_("Batas"), COLUMN_TEXT },
		{ "dari", N_("Dari"), COLUMN_TEXT },
		{ "sampai", N_("Sampai"), COLUMN_TEXT },
		{ "hari", N_("Hari"), COLUMN_NUMBER },
		{ "poin", N_("Poin"), COLUMN_NUMBER },
		{ "berjalan", N_("Berjalan"), COLUMN_YESNO },
		{ "paling_lambat", N_("Paling lambat"), COLUMN_TEXT },
		{ "dasar", N_("Dasar"), COLUMN_TEXT },
	};
	const struct cmd *c = s->c;
	struct limit_clock *all;
	size_t count = limit_clocks(c->book, s->f, instant_day(clock_now(), &c->book->court.zone),
	                            c->a, &all);
	struct rows r = rows_start(c, _("Batas waktu"), columns, COUNT_OF(columns),
	                           COUNT_OF(columns));
	for (size_t i = 0; i < count; i++) {
		const struct limit_clock *l = &all[i];
		rows_add(&r, (const char *const[]){ l->limit->key, cell_word(c, l->limit->name),
		                                    cell_day(c, l->from), cell_day(c, l->to),
		                                    cell_number(c, l->days),
		                                    cell_number(c, l->points), cell_yes(c, l->runs),
		                                    cell_day(c, l->last), l->limit->source });
	}
	part_add(s, "batas", &r);
}

/* As its document was called; "" : there is none. */
static const char *relaas_name(const struct filing *f, const struct summons *one)
{
	struct document_kept kept;
	const char *stored = values_of(summons_values(f, one->number), "berkas_relaas");
	return document_taken(stored, &kept) ? kept.name : "";
}

static void show_summonses(struct showing *s)
{
	static const struct column columns[] = {
		{ "ke", N_("Panggilan ke"), COLUMN_NUMBER },
		{ "nama", N_("Nama"), COLUMN_TEXT },
		{ "kedudukan", N_("Kedudukan"), COLUMN_TEXT },
		{ "kanal", N_("Kanal"), COLUMN_TEXT },
		{ "sidang", N_("Sidang"), COLUMN_TEXT },
		{ "jam", N_("Jam"), COLUMN_TEXT },
		{ "ruang", N_("Ruang"), COLUMN_TEXT },
		{ "jurusita", N_("Jurusita"), COLUMN_TEXT },
		{ "batas", N_("Paling lambat"), COLUMN_TEXT },
		{ "hasil", N_("Hasil"), COLUMN_TEXT },
		{ "tanggal", N_("Tanggal"), COLUMN_TEXT },
		{ "patut", N_("Patut"), COLUMN_TEXT },
		{ "relaas", N_("Relaas bertanda"), COLUMN_TEXT },
		{ "alamat", N_("Alamat"), COLUMN_TEXT },
	};
	const struct cmd *c = s->c;
	struct rows r = rows_start(c, _("Panggilan"), columns, COUNT_OF(columns),
	                           COUNT_OF(columns));
	for (size_t i = 0; i < s->f->summons_count; i++) {
		const struct summons *p = &s->f->summons[i];
		rows_add(&r,
		         (const char *const[]){
		             cell_number(c, p->number), p->name, p->label,
		             cell_channel(c, p->channel), cell_day(c, p->hearing), p->time, p->room,
		             p->bailiff, cell_day(c, p->deadline), cell_outcome(c, p->outcome),
		             cell_day(c, p->served),
		             c->options.format == FORMAT_TABLE ? worth_name(p->worth) : p->worth,
		             relaas_name(s->f, p), p->address });
	}
	part_add(s, "panggilan", &r);
}

static bool show_letters(struct showing *s, struct fault *why)
{
	static const struct column columns[] = {
		{ "nomor", N_("Nomor"), COLUMN_TEXT },   { "tanggal", N_("Tanggal"), COLUMN_TEXT },
		{ "surat", N_("Surat"), COLUMN_TEXT },   { "panggilan", N_("Ke-"), COLUMN_NUMBER },
		{ "kepada", N_("Kepada"), COLUMN_TEXT }, { "perihal", N_("Perihal"), COLUMN_TEXT },
	};
	const struct cmd *c = s->c;
	struct outgoing_list list;
	if (!service_letters_of(&c->login, &s->f->id, c->a, &list, why))
		return false;
	struct rows r = rows_start(c, _("Surat keluar"), columns, COUNT_OF(columns),
	                           COUNT_OF(columns));
	for (size_t i = 0; i < list.count; i++) {
		const struct outgoing *o = &list.items[i];
		rows_add(&r,
		         (const char *const[]){ o->name, cell_day(c, o->dated), o->paper,
		                                cell_number(c, o->which), o->recipient, o->about });
	}
	part_add(s, "surat", &r);
	return true;
}

static void show_warnings(struct showing *s)
{
	static const struct column columns[] = {
		{ "langkah", N_("Langkah"), COLUMN_TEXT },
		{ "isian", N_("Isian"), COLUMN_TEXT },
		{ "peringatan", N_("Peringatan"), COLUMN_TEXT },
	};
	struct rows r = rows_start(s->c, _("Peringatan"), columns, COUNT_OF(columns),
	                           COUNT_OF(columns));
	for (size_t i = 0; i < s->f->warning_count; i++) {
		const struct warning *w = &s->f->warnings[i];
		rows_add(&r, (const char *const[]){ w->step, w->field, warning_say(w, s->c->a) });
	}
	part_add(s, "peringatan", &r);
}

static bool show_history(struct showing *s, struct fault *why)
{
	static const struct column columns[] = {
		{ "saat", N_("Saat"), COLUMN_TEXT },
		{ "siapa", N_("Siapa"), COLUMN_TEXT },
		{ "langkah", N_("Langkah"), COLUMN_TEXT },
		{ "tindakan", N_("Tindakan"), COLUMN_TEXT },
		{ "peristiwa", N_("Peristiwa"), COLUMN_TEXT },
	};
	const struct cmd *c = s->c;
	struct history h;
	if (!service_history(&c->login, &s->f->id, HISTORY, c->a, &h, why))
		return false;
	struct rows r = rows_start(c, _("Riwayat"), columns, COUNT_OF(columns), COUNT_OF(columns));
	for (size_t i = 0; i < h.count; i++) {
		const struct history_row *row = &h.items[i];
		const char *step = c->options.format == FORMAT_TABLE
		                       ? _(sop_rail(&c->book->sop, row->step))
		                       : row->step;
		rows_add(&r, (const char *const[]){ cell_instant(c, row->at), row->who, step,
		                                    row->act, cell_sentence(c, row->text) });
	}
	part_add(s, "riwayat", &r);
	return true;
}

bool cmd_filing_show(struct cmd *c, struct fault *why)
{
	struct id id;
	struct filing f;
	struct showing s = { .c = c, .f = &f };
	if (!filing_named(c, c->words[0], &id, why) ||
	    !service_filing(&c->login, &id, c->a, &f, why))
		return false;
	show_head(&s);
	show_steps(&s);
	if (!show_fills(&s, why))
		return false;
	show_skum(&s);
	show_vas(&s);
	show_payments(&s);
	show_checks(&s);
	show_summonses(&s);
	show_limits(&s);
	show_warnings(&s);
	if (!show_letters(&s, why))
		return false;
	if (!show_history(&s, why))
		return false;
	return output_parts(c, s.parts, s.count, why);
}
