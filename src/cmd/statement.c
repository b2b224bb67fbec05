/* Lines at the banks from the command line: whose word they are, and what they are. */
#include "loket/list.h"
#include "loket/recon.h"

#include "private.h"

const char *bank_asked(const struct cmd *c)
{
	return text_is_empty(c->options.bank) ? c->book->court.bank_profile : c->options.bank;
}

static struct line_name line_asked(const struct cmd *c)
{
	return (struct line_name){ bank_asked(c), c->words[0] };
}

/* ---- reading ---- */

static void line_add(struct cmd *c, struct rows *r, const struct recon_row *row)
{
	rows_add(r, (const char *const[]){ row->bank, row->key, cell_instant(c, row->at),
	                                   cell_rupiah(c, row->amount), row->what,
	                                   recon_side_name(row->side), recon_proof_name(row),
	                                   recon_explained(row, c->a), row->reference, row->va,
	                                   row->payment, recon_source_name(row->from.kind),
	                                   row->from.name, row->from.digest, row->from.who });
}

bool cmd_statement_list(struct cmd *c, struct fault *why)
{
	static const struct column columns[] = {
		{ "bank", N_("Bank"), COLUMN_TEXT },
		{ "baris", N_("Baris"), COLUMN_TEXT },
		{ "saat", N_("Saat"), COLUMN_TEXT },
		{ "jumlah", N_("Jumlah"), COLUMN_NUMBER },
		{ "keterangan", N_("Keterangan"), COLUMN_TEXT },
		{ "sisi", N_("Sisi"), COLUMN_TEXT },
		{ "bukti", N_("Bukti"), COLUMN_TEXT },
		{ "penjelasan", N_("Penjelasan"), COLUMN_TEXT },
		{ "referensi", N_("Referensi"), COLUMN_TEXT },
		{ "va", N_("VA"), COLUMN_TEXT },
		{ "pembayaran", N_("Pembayaran"), COLUMN_TEXT },
		{ "sumber", N_("Sumber"), COLUMN_TEXT },
		{ "berkas", N_("Berkas"), COLUMN_TEXT },
		{ "sha256", N_("SHA-256"), COLUMN_TEXT },
		{ "dibaca", N_("Dibaca oleh"), COLUMN_TEXT },
	};
	enum { BRIEF = 8 };
	struct recon all = { 0 };
	if (!service_recon(&c->login, c->options.period, c->a, &all, why))
		return false;
	struct rows r = rows_start(c, _("Baris rekening bank"), columns, COUNT_OF(columns), BRIEF);
	for (size_t i = 0; i < all.count; i++) {
		const struct recon_row *row = &all.items[i];
		bool wanted = text_is_empty(c->options.bank) ||
		              text_same(c->options.bank, row->bank);
		if (row->side != RECON_HERE && wanted)
			line_add(c, &r, row);
	}
	output_table(c, &r.table);
	return true;
}

bool cmd_statement_balances(struct cmd *c, struct fault *why)
{
	static const struct column columns[] = {
		{ "bank", N_("Bank"), COLUMN_TEXT },
		{ "berkas", N_("Berkas"), COLUMN_TEXT },
		{ "dari", N_("Dari"), COLUMN_TEXT },
		{ "sampai", N_("Sampai"), COLUMN_TEXT },
		{ "awal", N_("Saldo awal"), COLUMN_NUMBER },
		{ "jumlah", N_("Masuk dikurangi keluar"), COLUMN_NUMBER },
		{ "akhir", N_("Saldo akhir"), COLUMN_NUMBER },
		{ "selisih", N_("Selisih"), COLUMN_NUMBER },
		{ "putus", N_("Putus dari yang lalu"), COLUMN_NUMBER },
	};
	bool whole = true;
	struct sheet_list all = { 0 };
	if (!service_sheets(&c->login, c->a, &all, why))
		return false;
	struct rows r = rows_start(c, _("Rekening koran"), columns, COUNT_OF(columns),
	                           COUNT_OF(columns));
	for (size_t i = 0; i < all.count; i++) {
		const struct sheet_row *s = &all.items[i];
		const rupiah inside = s->closing - s->opening - s->total;
		const rupiah between = s->opening - s->before;
		whole = whole && inside == 0 && between == 0;
		rows_add(&r, (const char *const[]){
		                 s->bank, s->name, cell_instant(c, s->since),
		                 cell_instant(c, s->until), cell_rupiah(c, s->opening),
		                 cell_rupiah(c, s->total), cell_rupiah(c, s->closing),
		                 cell_rupiah(c, inside), cell_rupiah(c, between) });
	}
	output_table(c, &r.table);
	c->code = whole ? 0 : FAULT_REFUSED;
	return true;
}

bool cmd_statement_candidates(struct cmd *c, struct fault *why)
{
	static const struct column columns[] = {
		{ "jurnal", N_("Jurnal"), COLUMN_NUMBER },
		{ "tanggal", N_("Tanggal"), COLUMN_TEXT },
		{ "uraian", N_("Uraian"), COLUMN_TEXT },
		{ "perkara", N_("Perkara"), COLUMN_TEXT },
		{ "disebut", N_("Disebut bank"), COLUMN_YESNO },
	};
	struct candidate_list all;
	const struct line_name n = line_asked(c);
	if (!service_candidates(&c->login, &n, c->a, &all, why))
		return false;
	struct rows r = rows_start(c, _("Jurnal yang mungkin"), columns, COUNT_OF(columns),
	                           COUNT_OF(columns));
	for (size_t i = 0; i < all.count; i++) {
		const struct candidate_row *row = &all.items[i];
		rows_add(&r,
		         (const char *const[]){ cell_number(c, row->entry),
		                                cell_day(c, row->posted), cell_word(c, row->what),
		                                row->reg, row->named ? "true" : "false" });
	}
	output_table(c, &r.table);
	return true;
}

/* ---- explaining ---- */

static bool explain(struct cmd *c, const struct explaining *e, struct fault *why)
{
	struct answer answer;
	if (!service_explain(&c->login, e, c->a, &answer, why)) {
		output_faults(&answer.faults);
		return false;
	}
	output_line(sentence_said(c->a, answer.event));
	return true;
}

static bool match_all(struct cmd *c, struct fault *why)
{
	size_t matched;
	if (!service_match_all(&c->login, c->a, &matched, why))
		return false;
	output_line(
	    message_text(c->a, _("%1 baris bank dicocokkan"), cell_number(c, (long long)matched)));
	return true;
}

bool cmd_statement_match(struct cmd *c, struct fault *why)
{
	long long entry = 0;
	if (c->word_count == 0)
		return match_all(c, why);
	if (c->word_count > 1 && !text_number(c->words[1], 1, INT64_MAX, &entry))
		return fault_set(why, FAULT_MISUSE, N_("%1 bukan nomor jurnal"), c->words[1]);
	return explain(c,
	               &(struct explaining){ .line = line_asked(c),
	                                     .how = "cocok",
	                                     .entry = entry,
	                                     .other = "",
	                                     .reason = "" },
	               why);
}

bool cmd_statement_explain(struct cmd *c, struct fault *why)
{
	return explain(c,
	               &(struct explaining){ .line = line_asked(c),
	                                     .how = c->words[1],
	                                     .other = c->options.to,
	                                     .reason = c->word_count > 2 ? c->words[2] : "" },
	               why);
}

static bool decide(struct cmd *c, bool yes, struct fault *why)
{
	struct answer answer;
	const struct line_name n = line_asked(c);
	if (!service_explain_decide(&c->login, &n, yes, c->a, &answer, why)) {
		output_faults(&answer.faults);
		return false;
	}
	output_line(sentence_said(c->a, answer.event));
	return true;
}

bool cmd_statement_approve(struct cmd *c, struct fault *why)
{
	return decide(c, true, why);
}

bool cmd_statement_reject(struct cmd *c, struct fault *why)
{
	return decide(c, false, why);
}
