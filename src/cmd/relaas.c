/* The bailiff's menu and the papers: what is to be served, and the PDFs to serve it with. */
#include "loket/list.h"

#include "private.h"

bool cmd_relaas_list(struct cmd *c, struct fault *why)
{
	static const struct column columns[] = {
		{ "perkara", N_("Perkara"), false },
		{ "panggilan", N_("Ke"), true },
		{ "nama", N_("Nama"), false },
		{ "kedudukan", N_("Kedudukan"), false },
		{ "wilayah", N_("Kecamatan"), false },
		{ "kanal", N_("Kanal"), false },
		{ "sidang", N_("Sidang"), false },
		{ "batas", N_("Paling lambat"), false },
		{ "hasil", N_("Hasil"), false },
		{ "tercetak", N_("Tercetak"), false },
		{ "id", N_("Id"), false },
	};
	struct bailiff_list list;
	if (!service_bailiff(&c->login, c->options.bailiff, c->a, &list, why))
		return false;
	struct rows r = rows_start(c, "", columns, COUNT_OF(columns), COUNT_OF(columns) - 1);
	for (size_t i = 0; i < list.count; i++) {
		const struct bailiff_row *b = &list.items[i];
		rows_add(&r, (const char *const[]){
		                 b->number, cell_number(c, b->summons), b->name, b->label, b->area,
		                 b->channel, cell_day(c, b->hearing), cell_day(c, b->deadline),
		                 b->outcome, cell_yes(c, b->printed), b->filing.text });
	}
	output_table(c, &r.table);
	return true;
}

static bool print_one(struct cmd *c, const struct id *filing, const char *paper, int which,
                      struct fault *why)
{
	struct printed printed;
	if (!service_print(&c->login, filing, paper, which, &printed, why))
		return false;
	output_line(printed.path);
	return true;
}

bool cmd_relaas_print(struct cmd *c, struct fault *why)
{
	struct id id;
	struct filing f;
	bool good = true, any = false;
	if (!filing_named(c, c->words[0], &id, why) ||
	    !service_filing(&c->login, &id, c->a, &f, why))
		return false;
	for (size_t i = 0; good && i < f.summons_count; i++) {
		int number = f.summons[i].number;
		if (c->options.summons != 0 && c->options.summons != number)
			continue;
		any = true;
		good = print_one(c, &id, "relaas", number, why);
	}
	if (!any)
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Perkara %1 tidak mempunyai panggilan itu; lihat loket relaas list"),
		    c->words[0]);
	return good;
}

bool cmd_print(struct cmd *c, struct fault *why)
{
	struct id id;
	return filing_of_option(c, &id, why) && print_one(c, &id, c->words[0], 0, why);
}
