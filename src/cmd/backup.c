/* Backups: made and proven, tried out, brought back. */
#include "loket/backup.h"

#include "loket/list.h"
#include "loket/shown.h"

#include "private.h"

static void show(struct cmd *c, const struct backup *b)
{
	static const struct column columns[] = {
		{ "letak", N_("Letak"), COLUMN_TEXT },
		{ "dibuat", N_("Dibuat"), COLUMN_TEXT },
		{ "berkas", N_("Berkas"), COLUMN_NUMBER },
		{ "pendaftaran", N_("Pendaftaran"), COLUMN_NUMBER },
		{ "pembayaran", N_("Pembayaran"), COLUMN_NUMBER },
		{ "dokumen", N_("Dokumen"), COLUMN_NUMBER },
		{ "hilang", N_("Hilang"), COLUMN_NUMBER },
	};
	char made[40];
	instant_utc(b->facts.made, made, sizeof made);
	const struct store_counts *n = &b->facts.counts;
	struct rows r = rows_start(c, "", columns, COUNT_OF(columns), COUNT_OF(columns));
	rows_add(&r, (const char *const[]){ b->path, made, shown_number(c->a, (long long)b->files),
	                                    shown_number(c->a, n->filings),
	                                    shown_number(c->a, n->payments),
	                                    shown_number(c->a, n->documents),
	                                    shown_number(c->a, (long long)b->lost) });
	output_table(c, &r.table);
}

/* The backup is whole and is kept; what is lacking was lacking in the home. */
static bool documents_are_whole(struct cmd *c, const struct backup *b, struct fault *why)
{
	return b->lost == 0 ||
	       fault_set(why, FAULT_REFUSED,
	                 N_("%1 dokumen tidak ada di folder data, atau isinya berubah; cari di "
	                    "cadangan yang lebih lama"),
	                 shown_number(c->a, (long long)b->lost));
}

bool cmd_backup(struct cmd *c, struct fault *why)
{
	const struct backup_order order = { .folders = c->words,
		                            .folder_count = c->word_count,
		                            .keep = c->options.keep,
		                            .keys = c->options.keys };
	struct backup made;
	if (!service_backup(&c->login, &order, c->a, &made, why))
		return false;
	show(c, &made);
	if (text_is_empty(order.keys))
		output_remark(
		    _("kunci bank dan SIPP tidak ikut; simpan terpisah dengan --keys FOLDER"));
	return documents_are_whole(c, &made, why);
}

bool cmd_restore(struct cmd *c, struct fault *why)
{
	struct backup out;
	const char *backup = c->words[0];
	if (!(c->options.check ? backup_try(backup, c->a, &out, why)
	                       : service_restore(backup, c->options.keys, c->a, &out, why)))
		return false;
	show(c, &out);
	if (!c->options.check)
		output_remark(
		    _("sebelum loket dibuka: samakan uang yang masuk sejak cadangan dibuat "
		      "dengan rekonsiliasi, dan nomor yang sudah diberikan dengan kertasnya"));
	return documents_are_whole(c, &out, why);
}
