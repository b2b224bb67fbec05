/* Letters that went out under a number, by their numbers. */
#include "loket/list.h"
#include "loket/outgoing.h"

#include "private.h"

bool cmd_letters_list(struct cmd *c, struct fault *why)
{
	static const struct column columns[] = {
		{ "nomor", N_("Nomor"), COLUMN_TEXT },
		{ "tanggal", N_("Tanggal"), COLUMN_TEXT },
		{ "kepada", N_("Kepada"), COLUMN_TEXT },
		{ "perihal", N_("Perihal"), COLUMN_TEXT },
		{ "perkara", N_("Perkara"), COLUMN_TEXT },
		{ "surat", N_("Surat"), COLUMN_TEXT },
		{ "panggilan", N_("Panggilan ke"), COLUMN_NUMBER },
		{ "siapa", N_("Siapa"), COLUMN_TEXT },
		{ "urut", N_("Nomor urut"), COLUMN_NUMBER },
		{ "id", N_("Id"), COLUMN_TEXT },
	};
	struct outgoing_list list;
	int year;
	struct printed printed;
	if (!year_asked(c, &year, why))
		return false;
	if (c->options.pdf) {
		if (!service_letters_print(&c->login, year, &printed, why))
			return false;
		output_line(printed.path);
		return true;
	}
	if (!service_letters(&c->login, year, c->a, &list, why))
		return false;
	struct rows r = rows_start(c, _("Surat keluar"), columns, COUNT_OF(columns), 5);
	for (size_t i = 0; i < list.count; i++) {
		const struct outgoing *o = &list.items[i];
		rows_add(&r, (const char *const[]){ o->name, cell_day(c, o->dated), o->recipient,
		                                    o->about, o->case_number, o->paper,
		                                    cell_number(c, o->which), o->who,
		                                    cell_number(c, o->number), o->subject.text });
	}
	output_table(c, &r.table);
	return true;
}
