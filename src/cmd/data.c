/* The court's data files: are they right, and a newer file of places. */
#include "loket/list.h"

#include "private.h"

/* The rules were loaded to come here, so they are whole; their numbers let a person see what was
 * read. */
bool cmd_data_check(struct cmd *c, struct fault *why)
{
	const struct rulebook *b = c->book;
	const char *const numbers[] = {
		cell_number(c, (long long)b->sop.step_count),
		cell_number(c, (long long)b->form_count),
		cell_number(c, (long long)b->type_count),
		cell_number(c, (long long)b->fees.tariff_count),
		cell_number(c, (long long)b->village_count),
		cell_number(c, (long long)b->calendar.holiday_count),
		cell_number(c, (long long)b->rights.count),
	};
	char text[512];
	(void)why;
	message_fill(
	    _("ok: %1 langkah, %2 formulir, %3 jenis perkara, %4 tarif, %5 desa, %6 hari libur, %7 hak"),
	    numbers, COUNT_OF(numbers), text, sizeof text);
	output_line(text);
	return true;
}

bool cmd_data_update(struct cmd *c, struct fault *why)
{
	struct place_update done;
	char text[512];
	if (!office_places_update(&c->session, c->word_count > 0 ? c->words[0] : "", &done, why))
		return false;
	const char *const numbers[] = {
		cell_number(c, done.added),
		cell_number(c, done.renamed),
		cell_number(c, done.retired),
	};
	message_fill(
	    _("Daftar wilayah diperbarui: %1 baru, %2 berganti nama, %3 tidak dipakai lagi"),
	    numbers, COUNT_OF(numbers), text, sizeof text);
	output_line(text);
	return true;
}
