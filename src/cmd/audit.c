/* Is what was written still as it was? What is not, row by row; a receipt's word of it. */
#include "loket/audit.h"

#include "loket/list.h"

#include "private.h"

static bool receipt_verify(struct cmd *c, struct fault *why)
{
	int64_t rows;
	instant at;
	char text[400];
	if (!service_audit_receipt(&c->login, c->words[0], &rows, &at, why))
		return false;
	message_fill(
	    _("Kwitansi itu cocok: %1 baris pertama rantai masih seperti saat dicetak, %2"),
	    (const char *const[]){ cell_number(c, rows), cell_instant(c, at) }, 2, text,
	    sizeof text);
	output_line(text);
	return true;
}

static void findings_show(struct cmd *c, const struct audit *all)
{
	static const struct column columns[] = {
		{ "temuan", N_("Temuan"), COLUMN_TEXT },
		{ "tabel", N_("Tabel"), COLUMN_TEXT },
		{ "baris", N_("Baris"), COLUMN_TEXT },
		{ "pendaftaran", N_("Pendaftaran"), COLUMN_TEXT },
		{ "dicatat", N_("Dicatat"), COLUMN_TEXT },
		{ "keterangan", N_("Keterangan"), COLUMN_TEXT },
	};
	struct rows r = rows_start(c, _("Temuan"), columns, COUNT_OF(columns), all->count);
	for (size_t i = 0; i < all->count; i++) {
		const struct audit_finding *f = &all->items[i];
		rows_add(&r,
		         (const char *const[]){ _(audit_word(f->what)), f->of, f->row, f->reg,
		                                cell_instant(c, f->at), cell_word(c, f->note) });
	}
	output_table(c, &r.table);
}

bool cmd_audit_verify(struct cmd *c, struct fault *why)
{
	struct audit all;
	char text[400];
	if (c->word_count > 0)
		return receipt_verify(c, why);
	if (!service_audit(&c->login, c->a, &all, why))
		return false;
	if (all.count > 0 || c->options.format != FORMAT_TABLE)
		findings_show(c, &all);
	if (all.count > all.orphans)
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("%1 temuan: bandingkan dengan cadangan, jangan ubah apa pun dahulu"),
		    cell_number(c, (long long)(all.count - all.orphans)));
	if (all.count > 0)
		return true;
	message_fill(_("Utuh: %1 baris rantai, %2 dokumen, %3 surat"),
	             (const char *const[]){ cell_number(c, all.rows), cell_number(c, all.documents),
	                                    cell_number(c, all.papers) },
	             3, text, sizeof text);
	output_remark(text);
	return true;
}

bool cmd_audit_key(struct cmd *c, struct fault *why)
{
	return service_audit_key(&c->login, why);
}
