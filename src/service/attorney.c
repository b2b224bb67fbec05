/* Register RI-PA7: the letters of attorney of a year in the order of their numbers. Numbers are
 * kept; what a line says is computed from the filing. */
#include "loket/store/attorney.h"

#include <string.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

enum { FILING_MEMORY = 32 * MIB, REGISTER_MEMORY = 256 * MIB, COLUMNS = 9 };

static const struct column columns[COLUMNS] = {
	{ "urut", N_("No"), COLUMN_NUMBER },
	{ "nomor", N_("Nomor pendaftaran"), COLUMN_TEXT },
	{ "terdaftar", N_("Terdaftar"), COLUMN_TEXT },
	{ "pemberi", N_("Pemberi kuasa"), COLUMN_TEXT },
	{ "penerima", N_("Penerima kuasa"), COLUMN_TEXT },
	{ "surat", N_("Surat kuasa"), COLUMN_TEXT },
	{ "perkara", N_("Nomor perkara"), COLUMN_TEXT },
	{ "pnbp", N_("PNBP (Rp)"), COLUMN_NUMBER },
	{ "ket", N_("Keterangan"), COLUMN_TEXT },
};

static bool row_write(const struct login *s, const struct attorney_row *r, struct arena *a,
                      const char **cells, struct fault *why)
{
	struct filing f;
	struct attorney_line l = { .from = "", .to = "", .letter = "", .number = "", .note = "" };
	struct arena work = arena_start(FILING_MEMORY);
	char on[16];
	bool good = filing_whole(s->app, &r->filing, &work, &f, why);
	if (good)
		personal_cover_filing(s, &f, &work);
	if (good && !attorney_line(s->app->book, &f, r->row, &work, &l))
		l.number = f.number.number;
	day_show(r->registered, on, sizeof on);
	const char *texts[COLUMNS] = {
		arena_print(&work, "%d", r->number),
		attorney_number(&s->app->book->court, r->number, r->registered, &work),
		on,
		l.from,
		l.to,
		l.letter,
		l.number,
		arena_print(&work, "%lld", (long long)l.fee),
		l.note,
	};
	for (size_t i = 0; good && i < COLUMNS; i++)
		cells[i] = arena_text(a, texts[i]);
	arena_drop(&work);
	return good;
}

bool service_attorneys(const struct login *s, const char *year, struct arena *a, struct table *out,
                       struct fault *why)
{
	struct period p;
	struct attorney_rows rows;
	if (!may_or_refuse(s, "lihat.register", why))
		return false;
	if (strlen(year) != 4 || !period_parse(year, &p))
		return fault_set(why, FAULT_MISUSE,
		                 N_("Masa register %1 harus ditulis tahun, mis. 2026"), year);
	if (!attorneys_of_year(s->app->store, day_ymd(p.first).year, a, &rows, why))
		return false;
	struct column *translated = arena_get(a, COLUMNS, sizeof *translated);
	for (size_t i = 0; i < COLUMNS; i++)
		translated[i] = (struct column){ columns[i].name, _(columns[i].title),
			                         columns[i].kind };
	*out =
	    (struct table){ .title = _("Register surat kuasa khusus"),
		            .columns = translated,
		            .column_count = COLUMNS,
		            .row_count = rows.count,
		            .cells = arena_get(a, rows.count * COLUMNS + 1, sizeof *out->cells) };
	bool good = true;
	for (size_t i = 0; good && i < rows.count; i++)
		good = row_write(s, &rows.items[i], a, out->cells + i * COLUMNS, why);
	return good;
}

/* ---- as paper and as a table file ---- */

struct specimen attorneys_specimen(const struct app *p, struct arena *a)
{
	const struct table empty = { .columns = columns, .column_count = COLUMNS };
	return (struct specimen){ "register-kuasa",
		                  year_register_view(p->book, "surat", "", &empty, a) };
}

bool service_attorneys_print(const struct login *s, const char *year, struct printed *out,
                             struct fault *why)
{
	struct table t;
	struct arena a = arena_start(REGISTER_MEMORY);
	bool good =
	    may_or_refuse(s, "cetak.laporan", why) && service_attorneys(s, year, &a, &t, why) &&
	    page_put(s, "register-kuasa", year_register_view(s->app->book, "surat", year, &t, &a),
	             arena_print(&a, "register-kuasa-%s.pdf", year), out, why);
	arena_drop(&a);
	return good;
}

bool service_attorneys_csv(const struct login *s, const char *year, struct printed *out,
                           struct fault *why)
{
	struct table t;
	struct arena a = arena_start(REGISTER_MEMORY);
	bool good = may_or_refuse(s, "cetak.laporan", why) &&
	            service_attorneys(s, year, &a, &t, why) &&
	            table_put(s, &t, arena_print(&a, "register-kuasa-%s.csv", year), out, why);
	arena_drop(&a);
	return good;
}
