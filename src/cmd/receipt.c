/* The book of kwitansi from the command line. */
#include "loket/cashier.h"
#include "loket/list.h"

#include "private.h"

bool cmd_receipt_list(struct cmd *c, struct fault *why)
{
	static const struct column columns[] = {
		{ "nomor", N_("Nomor"), COLUMN_TEXT },
		{ "tanggal", N_("Tanggal"), COLUMN_TEXT },
		{ "masuk", N_("Masuk"), COLUMN_NUMBER },
		{ "kembali", N_("Kembali"), COLUMN_NUMBER },
		{ "perkara", N_("Perkara"), COLUMN_TEXT },
		{ "nama", N_("Nama"), COLUMN_TEXT },
		{ "uraian", N_("Uraian"), COLUMN_TEXT },
		{ "oleh", N_("Oleh"), COLUMN_TEXT },
	};
	struct receipt_list list = { 0 };
	if (!service_receipt_book(&c->login, c->options.period, c->a, &list, why))
		return false;
	struct rows r = rows_start(c, _("Kwitansi"), columns, COUNT_OF(columns), COUNT_OF(columns));
	for (size_t i = 0; i < list.count; i++) {
		const struct receipt *one = &list.items[i];
		const char *amount = cell_rupiah(c, one->amount);
		rows_add(&r,
		         (const char *const[]){
		             receipt_name(one, c->a), cell_day(c, one->posted),
		             one->back ? "" : amount, one->back ? amount : "", one->matter,
		             one->back && !text_is_empty(one->person) ? one->person : one->title,
		             cell_word(c, one->what), one->who });
	}
	output_table(c, &r.table);
	return true;
}

bool cmd_receipt_day(struct cmd *c, struct fault *why)
{
	struct printed printed;
	if (!service_day_sheet(&c->login, c->word_count > 0 ? c->words[0] : "", &printed, why))
		return false;
	output_line(printed.path);
	return true;
}

bool receipt_named(struct cmd *c, const struct id *filing, const char *name, int *which,
                   struct fault *why)
{
	struct receipt_list list = { 0 };
	if (!service_receipts(&c->login, filing, c->a, &list, why))
		return false;
	for (size_t i = 0; i < list.count; i++) {
		if (text_same(receipt_name(&list.items[i], c->a), name)) {
			*which = (int)i + 1;
			return true;
		}
	}
	return fault_set(why, FAULT_REFUSED, N_("Perkara ini tidak mempunyai kwitansi %1"), name);
}
