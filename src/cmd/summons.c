/* Summonses of a case: were they lawful, and on which days its hearing may be. */
#include "loket/court.h"
#include "loket/list.h"

#include "private.h"

static day today(const struct cmd *c)
{
	return instant_day(clock_now(), &c->book->court.zone);
}

static bool case_named(struct cmd *c, struct filing *f, struct fault *why)
{
	struct id id;
	return filing_named(c, c->words[0], &id, why) &&
	       service_filing(&c->login, &id, c->a, f, why);
}

/* ---- check ---- */

static struct rows case_rows(const struct cmd *c, const struct filing *f, const struct patut *p)
{
	static const struct column columns[] = {
		{ "perkara", N_("Perkara"), COLUMN_TEXT },
		{ "penilaian", N_("Penilaian"), COLUMN_TEXT },
		{ "sidang", N_("Sidang"), COLUMN_TEXT },
		{ "phs", N_("Menurut SIPP"), COLUMN_TEXT },
		{ "berikut", N_("Sidang sah berikutnya"), COLUMN_TEXT },
	};
	struct rows r = rows_start(c, "", columns, COUNT_OF(columns), COUNT_OF(columns));
	rows_add(&r, (const char *const[]){ f->number.number, cell_word(c, patut_name(p->verdict)),
	                                    cell_day(c, p->hearing), cell_day(c, p->told),
	                                    cell_day(c, p->next) });
	return r;
}

static struct rows call_rows(const struct cmd *c, const struct patut *p)
{
	static const struct column columns[] = {
		{ "panggilan", N_("Panggilan ke"), COLUMN_NUMBER },
		{ "nama", N_("Nama"), COLUMN_TEXT },
		{ "kedudukan", N_("Kedudukan"), COLUMN_TEXT },
		{ "kanal", N_("Kanal"), COLUMN_TEXT },
		{ "penilaian", N_("Penilaian"), COLUMN_TEXT },
		{ "sebab", N_("Sebab"), COLUMN_TEXT },
		{ "tindakan", N_("Tindakan"), COLUMN_TEXT },
		{ "dasar", N_("Dasar"), COLUMN_TEXT },
		{ "alamat", N_("Dipanggil di"), COLUMN_TEXT },
		{ "resi", N_("Resi"), COLUMN_TEXT },
		{ "pengumuman", N_("Pengumuman I"), COLUMN_TEXT },
		{ "dijalankan", N_("Dijalankan"), COLUMN_TEXT },
		{ "diterima", N_("Diterima"), COLUMN_TEXT },
		{ "batas", N_("Paling lambat"), COLUMN_TEXT },
		{ "berikut", N_("Sidang sah berikutnya"), COLUMN_TEXT },
	};
	enum { FOR_PEOPLE = 7 };
	struct rows r = rows_start(c, "", columns, COUNT_OF(columns), FOR_PEOPLE);
	for (size_t i = 0; i < p->count; i++) {
		const struct patut_row *row = &p->rows[i];
		rows_add(&r, (const char *const[]){
		                 cell_number(c, row->number), row->name, row->label, row->channel,
		                 cell_word(c, patut_name(row->verdict)), cell_sentence(c, row->why),
		                 cell_sentence(c, row->todo), row->article, row->address, row->resi,
		                 cell_day(c, row->first), cell_day(c, row->served),
		                 cell_day(c, row->received), cell_day(c, row->deadline),
		                 cell_day(c, row->next) });
	}
	return r;
}

bool cmd_summons_check(struct cmd *c, struct fault *why)
{
	struct filing f;
	struct patut p;
	if (!case_named(c, &f, why))
		return false;
	if (!patut_of(c->book, &f, today(c), c->a, &p))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Sidang belum ditetapkan; tetapkan dahulu di langkah 9"));
	const struct named_table parts[] = { { "perkara", case_rows(c, &f, &p).table },
		                             { "panggilan", call_rows(c, &p).table } };
	return output_parts(c, parts, COUNT_OF(parts), why);
}

/* ---- days ---- */

bool cmd_summons_days(struct cmd *c, struct fault *why)
{
	enum { OFFERED = 3 };
	static const struct column columns[] = {
		{ "sidang", N_("Sidang"), COLUMN_TEXT },
		{ "hari", N_("Hari"), COLUMN_TEXT },
		{ "hitungan", N_("Hitungan"), COLUMN_TEXT },
	};
	struct filing f;
	struct values form;
	day days[OFFERED];
	if (!case_named(c, &f, why))
		return false;
	hearing_form(&f, c->a, &form);
	const struct hearing_ask ask = { c->book, &f, &form, today(c), c->a };
	size_t count = hearing_days(&ask, days, OFFERED);
	struct rows r = rows_start(c, "", columns, COUNT_OF(columns), COUNT_OF(columns));
	for (size_t i = 0; i < count; i++) {
		const char **lines;
		size_t n = hearing_reckoning(&ask, days[i], &lines);
		for (size_t k = 0; k < n; k++)
			rows_add(&r, (const char *const[]){ cell_day(c, days[i]),
			                                    day_weekday_name(days[i]),
			                                    cell_sentence(c, lines[k]) });
	}
	output_table(c, &r.table);
	return true;
}
