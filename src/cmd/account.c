/* Who registered for others before, and until when their cards are good. */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/registrant.h"

#include "private.h"

bool cmd_account_list(struct cmd *c, struct fault *why)
{
	static const struct column columns[] = {
		{ "nama", N_("Nama"), COLUMN_TEXT },
		{ "jenis", N_("Jenis pengguna"), COLUMN_TEXT },
		{ "habis", N_("KTA sampai"), COLUMN_TEXT },
		{ "keadaan", N_("Keadaan"), COLUMN_TEXT },
		{ "badan", N_("Badan, kantor"), COLUMN_TEXT },
		{ "banyak", N_("Banyak"), COLUMN_NUMBER },
		{ "terakhir", N_("Terakhir"), COLUMN_TEXT },
		{ "kta", N_("Nomor KTA"), COLUMN_TEXT },
		{ "alamat", N_("Alamat"), COLUMN_TEXT },
		{ "telepon", N_("Telepon"), COLUMN_TEXT },
		{ "email", N_("E-mail"), COLUMN_TEXT },
		{ "bank", N_("Bank"), COLUMN_TEXT },
		{ "rekening", N_("Rekening"), COLUMN_TEXT },
	};
	struct holder_list list;
	if (!service_holders(&c->login, c->a, &list, why))
		return false;
	day today = instant_day(clock_now(), &c->book->court.zone);
	struct rows r = rows_start(c, _("Pendaftar yang dikenal"), columns, COUNT_OF(columns),
	                           COUNT_OF(columns) - 6);
	for (size_t i = 0; i < list.count; i++) {
		const struct holder_row *a = &list.items[i];
		const char *card = card_word(card_state(&c->book->court, a->until, today));
		const char *kind = service_account_shown(&c->login, "jenis", a->kind, c->a);
		const char *bank = service_account_shown(&c->login, "bank", a->bank, c->a);
		rows_add(&r, (const char *const[]){
		                 a->name, kind, cell_day(c, a->until), cell_word(c, card), a->body,
		                 cell_number(c, a->count), a->reg, a->card, a->address, a->phone,
		                 a->email, bank, a->account });
	}
	output_table(c, &r.table);
	return true;
}
