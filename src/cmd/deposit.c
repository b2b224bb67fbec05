/* Money for the State from the command line: handed over, received, paid in. */
#include "loket/cashier.h"
#include "loket/court.h"
#include "loket/list.h"

#include "private.h"

static void row_add(struct cmd *c, struct rows *r, const struct deposit *d)
{
	rows_add(r, (const char *const[]){
	                deposit_name(d, c->a), d->account, cell_rupiah(c, d->amount), d->person,
	                cell_instant(c, d->at), d->receiver,
	                d->received_at == INSTANT_NONE ? "" : cell_instant(c, d->received_at),
	                d->billing, d->ntpn, d->paid == DAY_NONE ? "" : cell_day(c, d->paid),
	                d->paid_by });
}

bool cmd_deposit_list(struct cmd *c, struct fault *why)
{
	static const struct column columns[] = {
		{ "nomor", N_("Nomor"), COLUMN_TEXT },
		{ "akun", N_("Akun"), COLUMN_TEXT },
		{ "jumlah", N_("Jumlah"), COLUMN_NUMBER },
		{ "diserahkan", N_("Diserahkan"), COLUMN_TEXT },
		{ "saat", N_("Saat"), COLUMN_TEXT },
		{ "diterima", N_("Diterima"), COLUMN_TEXT },
		{ "diterima_saat", N_("Diterima pada"), COLUMN_TEXT },
		{ "billing", N_("Billing"), COLUMN_TEXT },
		{ "ntpn", N_("NTPN"), COLUMN_TEXT },
		{ "disetor", N_("Disetor"), COLUMN_TEXT },
		{ "penyetor", N_("Penyetor"), COLUMN_TEXT },
	};
	struct deposit_list list = { 0 };
	if (!service_deposits(&c->login, c->a, &list, why))
		return false;
	struct rows r = rows_start(c, _("Setoran"), columns, COUNT_OF(columns),
	                           COUNT_OF(columns) - 1);
	for (size_t i = 0; i < list.count; i++)
		row_add(c, &r, &list.items[i]);
	output_table(c, &r.table);
	return true;
}

bool cmd_deposit_show(struct cmd *c, struct fault *why)
{
	static const struct column columns[] = {
		{ "kategori", N_("Kategori"), COLUMN_KEY },
		{ "uraian", N_("Uraian"), COLUMN_TEXT },
		{ "map", N_("MAP"), COLUMN_TEXT },
		{ "jumlah", N_("Jumlah"), COLUMN_NUMBER },
	};
	struct printed printed;
	struct balances kinds = { 0 };
	if (c->options.pdf) {
		if (!service_deposit_print(&c->login, c->words[0], &printed, why))
			return false;
		output_line(printed.path);
		return true;
	}
	if (!service_deposit_kinds(&c->login, c->words[0], c->a, &kinds, why))
		return false;
	struct rows r = rows_start(c, _("Setoran"), columns, COUNT_OF(columns), COUNT_OF(columns));
	for (size_t i = 0; i < kinds.count; i++) {
		const char *category = kinds.items[i].key;
		rows_add(&r, (const char *const[]){ category, category_name(c->book, category),
		                                    category_map(c->book, category, c->a),
		                                    cell_rupiah(c, kinds.items[i].amount) });
	}
	output_table(c, &r.table);
	return true;
}

static void said(struct cmd *c, const char *text, const struct deposit *d)
{
	output_line(message_text(c->a, text, deposit_name(d, c->a), cell_rupiah(c, d->amount)));
}

bool cmd_deposit_hand(struct cmd *c, struct fault *why)
{
	struct deposit d;
	if (!service_deposit_hand(&c->login, c->words[0], c->a, &d, why))
		return false;
	said(c, _("Penyerahan %1, %2, menunggu bendahara penerima"), &d);
	return true;
}

bool cmd_deposit_receive(struct cmd *c, struct fault *why)
{
	struct deposit d;
	if (!service_deposit_receive(&c->login, c->words[0], c->words[1], c->a, &d, why))
		return false;
	said(c, _("Penyerahan %1, %2, diterima"), &d);
	return true;
}

bool cmd_deposit_pay(struct cmd *c, struct fault *why)
{
	struct deposit d;
	struct deposit_paid paid = { .billing = c->words[1], .ntpn = c->words[2], .on = DAY_NONE };
	if (c->word_count > 3 && !day_iso_parse(c->words[3], &paid.on))
		return fault_set(why, FAULT_MISUSE, N_("Tulis hari 2026-11-24, bukan %1"),
		                 c->words[3]);
	if (!service_deposit_pay(&c->login, c->words[0], &paid, c->a, &d, why))
		return false;
	said(c, _("Setoran %1, %2, sudah di kas negara"), &d);
	return true;
}
