/* Money from the command line: suspense, the journal, reconciliation. */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/recon.h"

#include "private.h"

/* ---- titipan ---- */

bool cmd_suspense_list(struct cmd *c, struct fault *why)
{
	static const struct column columns[] = {
		{ "nomor", N_("Nomor"), COLUMN_TEXT },
		{ "jumlah", N_("Jumlah"), COLUMN_NUMBER },
		{ "saat", N_("Menurut bank"), COLUMN_TEXT },
		{ "tiba", N_("Tiba"), COLUMN_TEXT },
		{ "sebab", N_("Sebab"), COLUMN_TEXT },
		{ "va", N_("VA"), COLUMN_TEXT },
		{ "pendaftaran", N_("Pendaftaran"), COLUMN_TEXT },
		{ "nama", N_("Nama"), COLUMN_TEXT },
		{ "kanal", N_("Kanal"), COLUMN_TEXT },
		{ "referensi", N_("Referensi"), COLUMN_TEXT },
	};
	struct suspense_list list = { 0 };
	if (!service_suspense(&c->login, c->a, &list, why))
		return false;
	struct rows r = rows_start(c, _("Titipan"), columns, COUNT_OF(columns),
	                           COUNT_OF(columns) - 2);
	for (size_t i = 0; i < list.count; i++) {
		const struct suspense_row *s = &list.items[i];
		rows_add(&r, (const char *const[]){
		                 s->id, cell_rupiah(c, s->amount), cell_instant(c, s->at),
		                 cell_instant(c, s->arrived), cell_word(c, s->note), s->va, s->reg,
		                 s->title, s->channel, s->reference });
	}
	output_table(c, &r.table);
	return true;
}

/* "rekening=…" and what else is known of the payer. */
static bool payer_given(struct cmd *c, struct settlement *t, struct fault *why)
{
	const struct {
		const char *name;
		const char **out;
	} fields[] = { { "nama", &t->name },
		       { "bank", &t->bank },
		       { "rekening", &t->account },
		       { "bukti", &t->proof } };
	for (size_t i = 3; i < c->word_count; i++) {
		size_t n = strcspn(c->words[i], "="), k = 0;
		while (k < COUNT_OF(fields) &&
		       !text_same(fields[k].name, arena_copy(c->a, c->words[i], n)))
			k++;
		if (k == COUNT_OF(fields) || c->words[i][n] == '\0')
			return fault_set(why, FAULT_MISUSE,
			                 N_("%1 bukan isian titipan; yang ada: nama=, bank=, "
			                    "rekening=, bukti="),
			                 c->words[i]);
		*fields[k].out = c->words[i] + n + 1;
	}
	return true;
}

bool cmd_suspense_settle(struct cmd *c, struct fault *why)
{
	struct answer answer;
	struct settlement t = { .payment = c->words[0], .how = c->words[1], .reason = c->words[2] };
	if (!payer_given(c, &t, why))
		return false;
	if (!text_is_empty(c->options.filing) && !filing_of_option(c, &t.filing, why))
		return false;
	if (!service_settle(&c->login, &t, c->a, &answer, why)) {
		output_faults(&answer.faults);
		return false;
	}
	output_line(sentence_said(c->a, answer.event));
	return true;
}

/* ---- money that waits for the panitera ---- */

bool cmd_payout_list(struct cmd *c, struct fault *why)
{
	static const struct column columns[] = {
		{ "nomor", N_("Nomor"), COLUMN_NUMBER },
		{ "keadaan", N_("Keadaan"), COLUMN_TEXT },
		{ "jumlah", N_("Jumlah"), COLUMN_NUMBER },
		{ "apa", N_("Apa"), COLUMN_TEXT },
		{ "penerima", N_("Penerima"), COLUMN_TEXT },
		{ "bank", N_("Bank"), COLUMN_TEXT },
		{ "rekening", N_("Rekening"), COLUMN_TEXT },
		{ "dasar", N_("Dasar"), COLUMN_TEXT },
		{ "oleh", N_("Disiapkan"), COLUMN_TEXT },
		{ "perkara", N_("Perkara"), COLUMN_TEXT },
		{ "saat", N_("Saat"), COLUMN_TEXT },
		{ "titipan", N_("Titipan"), COLUMN_TEXT },
	};
	struct payout_list list = { 0 };
	if (!service_payouts(&c->login, c->a, &list, why))
		return false;
	struct rows r = rows_start(c, _("Uang keluar"), columns, COUNT_OF(columns),
	                           COUNT_OF(columns) - 2);
	for (size_t i = 0; i < list.count; i++) {
		const struct payout *p = &list.items[i].payout;
		bool waits = p->state == PAYOUT_WAITING;
		rows_add(&r, (const char *const[]){
		                 cell_number(c, p->number),
		                 cell_word(c, waits ? N_("menunggu panitera") : N_("disetujui")),
		                 cell_rupiah(c, p->amount), cell_word(c, p->what), p->payee,
		                 p->bank, p->account, p->basis, p->by, list.items[i].reg,
		                 cell_instant(c, list.items[i].at), p->payment });
	}
	output_table(c, &r.table);
	return true;
}

/* ---- the journal ---- */

bool cmd_journal_show(struct cmd *c, struct fault *why)
{
	static const struct column columns[] = {
		{ "nomor", N_("No"), COLUMN_NUMBER },
		{ "tanggal", N_("Tanggal"), COLUMN_TEXT },
		{ "uraian", N_("Uraian"), COLUMN_TEXT },
		{ "kategori", N_("Kategori"), COLUMN_TEXT },
		{ "masuk", N_("Masuk"), COLUMN_NUMBER },
		{ "keluar", N_("Keluar"), COLUMN_NUMBER },
		{ "sisa", N_("Sisa"), COLUMN_NUMBER },
		{ "oleh", N_("Oleh"), COLUMN_TEXT },
		{ "mengoreksi", N_("Mengoreksi"), COLUMN_TEXT },
		{ "dikoreksi", N_("Dikoreksi"), COLUMN_TEXT },
	};
	struct id id;
	struct journal_page page = { 0 };
	if (!filing_named(c, c->words[0], &id, why) ||
	    !service_journal(&c->login, &id, c->a, &page, why))
		return false;
	struct rows r = rows_start(c, _("Jurnal"), columns, COUNT_OF(columns),
	                           COUNT_OF(columns) - 2);
	for (size_t i = 0; i < page.count; i++) {
		const struct journal_row *e = &page.items[i];
		rows_add(&r,
		         (const char *const[]){
		             cell_number(c, e->number), cell_day(c, e->posted),
		             cell_word(c, journal_words(e, c->a)), cell_category(c, e->category),
		             cell_rupiah(c, e->in), cell_rupiah(c, e->out), cell_rupiah(c, e->left),
		             e->who, e->reverses == 0 ? "" : cell_number(c, e->reverses),
		             e->reversed == 0 ? "" : cell_number(c, e->reversed) });
	}
	output_table(c, &r.table);
	return true;
}

bool cmd_journal_check(struct cmd *c, struct fault *why)
{
	static const struct column columns[] = { { "apa", N_("Apa"), COLUMN_TEXT },
		                                 { "milik", N_("Milik"), COLUMN_TEXT },
		                                 { "di_sini", N_("Di sini"), COLUMN_NUMBER },
		                                 { "di_sana", N_("Di sana"), COLUMN_NUMBER } };
	struct differences all = { 0 };
	if (!service_journal_check(&c->login, why) ||
	    !service_differences(&c->login, c->a, &all, why))
		return false;
	if (all.count == 0 && c->options.format == FORMAT_TABLE) {
		output_line("ok");
		return true;
	}
	struct rows r = rows_start(c, _("Selisih"), columns, COUNT_OF(columns), COUNT_OF(columns));
	for (size_t i = 0; i < all.count; i++) {
		const struct difference *d = &all.items[i];
		rows_add(&r, (const char *const[]){ cell_word(c, d->what), d->of,
		                                    cell_rupiah(c, d->here),
		                                    cell_rupiah(c, d->there) });
	}
	output_table(c, &r.table);
	c->code = all.count == 0 ? 0 : FAULT_REFUSED;
	return true;
}

/* ---- reconciliation ---- */

/* Row by row what was not simply taken, then the count; false: a row was refused, or differs and
 * nobody said which holds. */
static bool statement_say(struct cmd *c, const char *path, const struct statement_reading *r,
                          enum statement_hold hold)
{
	char text[600];
	for (size_t i = 0; i < r->remark_count; i++)
		output_remark(
		    arena_print(c->a, "%s:%zu: %s", path, r->remarks[i].line, r->remarks[i].text));
	const char *const counts[] = {
		cell_number(c, (long long)r->rows),
		cell_number(c, (long long)r->fates[LINE_TAKEN]),
		cell_number(c, (long long)r->fates[LINE_KNOWN]),
		cell_number(c, (long long)r->fates[LINE_DIFFERS]),
		cell_number(c, (long long)r->skipped),
		cell_number(c, (long long)r->refused),
	};
	message_fill(
	    _("%1 baris: %2 masuk, %3 sudah ada, %4 berbeda, %5 dilewati (uang keluar), %6 ditolak"),
	    counts, COUNT_OF(counts), text, sizeof text);
	output_remark(text);
	bool open = r->fates[LINE_DIFFERS] > 0 && hold == HOLD_HERE;
	if (open)
		output_remark(_("yang berbeda tetap seperti di sini; --replace: berkas yang benar; "
		                "--again: pembayaran lain"));
	return !open && r->refused == 0;
}

static bool statement_read(struct cmd *c, const char *path, const char *bank, bool *clear,
                           struct fault *why)
{
	struct statement_reading r;
	const struct options *o = &c->options;
	enum statement_hold hold = o->again ? HOLD_BOTH : o->replace ? HOLD_TOLD : HOLD_HERE;
	const struct statement_file from = { path, bank, hold };
	if (o->again && o->replace)
		return fault_set(why, FAULT_MISUSE,
		                 N_("Pilih satu: --replace atau --again; keduanya tidak bisa"));
	if (!service_statement_file(&c->login, &from, c->a, &r, why))
		return false;
	*clear = statement_say(c, path, &r, hold);
	return true;
}

bool cmd_recon(struct cmd *c, struct fault *why)
{
	bool clear = true;
	struct table table;
	struct printed printed;
	struct recon all = { 0 };
	const struct recon_wording how = { .book = c->book,
		                           .read = c->options.format == FORMAT_TABLE,
		                           .brief = c->options.format == FORMAT_TABLE };
	if (c->word_count > 0 && !statement_read(c, c->words[0], bank_asked(c), &clear, why))
		return false;
	if (!service_recon(&c->login, c->options.period, c->a, &all, why) ||
	    (c->options.ask && !service_recon_ask(&c->login, &all.days, why)))
		return false;
	bool agree = all.rows[RECON_BANK] + all.rows[RECON_HERE] == 0;
	c->code = agree && clear ? 0 : FAULT_REFUSED;
	if (c->options.pdf) {
		if (!service_recon_print(&c->login, c->options.period, &printed, why))
			return false;
		output_line(printed.path);
		return true;
	}
	recon_table(&all, &how, c->a, &table);
	output_table(c, &table);
	return true;
}
