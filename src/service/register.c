/* Register Induk: the numbered cases of one alur and year in the order of their numbers, and the
 * runs of numbers that are not in this database. Computed from the filings. */
#include <stdio.h>
#include <string.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/store/filing.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

#define LOOK "lihat.register"

enum { FILING_MEMORY = 32 * 1024 * 1024, REGISTER_MEMORY = 256 * 1024 * 1024, COLUMNS = 11 };

static const struct column columns[COLUMNS] = {
	{ "urut", N_("No"), COLUMN_NUMBER },
	{ "nomor", N_("Nomor perkara"), COLUMN_TEXT },
	{ "pihak1", N_("Penggugat/Pemohon"), COLUMN_TEXT },
	{ "pihak2", N_("Tergugat/Termohon"), COLUMN_TEXT },
	{ "petitum", N_("Petitum"), COLUMN_TEXT },
	{ "terdaftar", N_("Terdaftar"), COLUMN_TEXT },
	{ "pmh", N_("PMH, majelis"), COLUMN_TEXT },
	{ "pp", N_("Panitera pengganti"), COLUMN_TEXT },
	{ "sidang", N_("Sidang I"), COLUMN_TEXT },
	{ "putusan", N_("Putusan"), COLUMN_TEXT },
	{ "ket", N_("Keterangan"), COLUMN_TEXT },
};

static const struct alur *alur_coded(const struct rulebook *b, const char *code)
{
	for (size_t i = 0; i < b->alur_count; i++) {
		if (text_same(b->alurs[i].code, code))
			return &b->alurs[i];
	}
	return NULL;
}

struct writing {
	const struct login *s;
	struct arena *a;
	struct table *out;
	size_t capacity;
	int64_t last; /* the number written before */
};

static void write_row(struct writing *w, const char *const *cells)
{
	struct table *t = w->out;
	for (size_t i = 0; i < COLUMNS; i++) {
		t->cells = list_grow(w->a, t->cells, t->row_count * COLUMNS + i, &w->capacity,
		                     sizeof *t->cells);
		t->cells[t->row_count * COLUMNS + i] = arena_text(w->a, cells[i]);
	}
	t->row_count++;
}

static void write_gap(struct writing *w, int64_t next)
{
	const char *cells[COLUMNS];
	int64_t first = w->last + 1, last = next - 1;
	if (first > last)
		return;
	for (size_t i = 0; i < COLUMNS; i++)
		cells[i] = "";
	cells[0] = first == last
	               ? arena_print(w->a, "%lld", (long long)first)
	               : arena_print(w->a, "%lld-%lld", (long long)first, (long long)last);
	cells[COLUMNS - 1] = _("tidak lewat Loket; periksa di SIPP");
	write_row(w, cells);
}

static bool write_filing(struct writing *w, const struct id *id, struct fault *why)
{
	struct filing f;
	struct register_line l;
	struct arena a = arena_start(FILING_MEMORY);
	bool good = filing_whole(w->s->app, id, &a, &f, why);
	if (good) {
		personal_cover_filing(w->s, &f, &a);
		register_line(w->s->app->book, &f, &a, &l);
		write_gap(w, f.number.sequence);
		w->last = f.number.sequence;
		write_row(w, (const char *const[COLUMNS]){
		                 arena_print(&a, "%lld", (long long)w->last), l.number, l.sides[0],
		                 l.sides[1], l.petitum, l.registered, l.panel, l.registrar,
		                 l.hearing, l.decided, l.note });
	}
	arena_drop(&a);
	return good;
}

static bool series_of(const struct rulebook *b, const char *alur, const char *year, struct arena *a,
                      const char **out, struct fault *why)
{
	struct period p;
	if (alur_coded(b, alur) == NULL)
		return fault_set(why, FAULT_MISUSE,
		                 N_("Tidak ada register %1; yang ada: Pdt.G, Pdt.P, Pdt.GS, kuasa"),
		                 alur);
	if (strlen(year) != 4 || !period_parse(year, &p))
		return fault_set(why, FAULT_MISUSE,
		                 N_("Masa register %1 harus ditulis tahun, mis. 2026"), year);
	*out = arena_print(a, "%s/%s/%s", alur, year, b->court.code);
	return true;
}

bool service_register(const struct login *s, const char *alur, const char *year, struct arena *a,
                      struct table *out, struct fault *why)
{
	const char *series = "";
	struct id *filings;
	size_t count;
	if (!may_or_refuse(s, LOOK, why) || !series_of(s->app->book, alur, year, a, &series, why) ||
	    !series_filings(s->app->store, series, a, &filings, &count, why))
		return false;
	struct column *translated = arena_get(a, COLUMNS, sizeof *translated);
	for (size_t i = 0; i < COLUMNS; i++)
		translated[i] = (struct column){ columns[i].name, _(columns[i].title),
			                         columns[i].kind };
	*out = (struct table){ .title = _("Register Induk"),
		               .columns = translated,
		               .column_count = COLUMNS };
	struct writing w = { .s = s, .a = a, .out = out };
	bool good = true;
	for (size_t i = 0; good && i < count; i++)
		good = write_filing(&w, &filings[i], why);
	return good;
}

/* ---- as paper and as a table file ---- */

const char *year_register_view(const struct rulebook *b, const char *rows, const char *year,
                               const struct table *t, struct arena *a)
{
	struct view v = view_start(a);
	instant now = clock_now();
	view_head(&v, b, now, false);
	view_today(&v, b, now);
	view_put(&v, "tahun", year);
	view_table(&v, rows, t);
	view_officer(&v, b, "ketua");
	view_officer(&v, b, "panitera");
	return view_finish(&v);
}

static const char *register_view(const struct rulebook *b, const struct alur *alur,
                                 const char *year, const struct table *t, struct arena *a)
{
	struct view v = view_start(a);
	instant now = clock_now();
	view_head(&v, b, now, false);
	view_today(&v, b, now);
	view_put(&v, "register", alur->form);
	view_put(&v, "alur", alur->name);
	view_put(&v, "tahun", year);
	view_table(&v, "perkara", t);
	view_officer(&v, b, "ketua");
	view_officer(&v, b, "panitera");
	return view_finish(&v);
}

struct specimen register_specimen(const struct app *p, struct arena *a)
{
	const struct alur none = { 0 };
	const struct table empty = { .columns = columns, .column_count = COLUMNS };
	return (struct specimen){ "register", register_view(p->book, &none, "", &empty, a) };
}

static const char *file_name(const char *alur, const char *year, const char *ending,
                             struct arena *a)
{
	return arena_print(a, "register-%s-%s.%s", alur, year, ending);
}

bool service_register_print(const struct login *s, const char *alur, const char *year,
                            struct printed *out, struct fault *why)
{
	struct table t;
	const struct rulebook *b = s->app->book;
	struct arena a = arena_start(REGISTER_MEMORY);
	bool good = may_or_refuse(s, "cetak.laporan", why) &&
	            service_register(s, alur, year, &a, &t, why);
	if (good)
		good = page_put(s, "register", register_view(b, alur_coded(b, alur), year, &t, &a),
		                file_name(alur, year, "pdf", &a), out, why);
	arena_drop(&a);
	return good;
}

bool service_register_csv(const struct login *s, const char *alur, const char *year,
                          struct printed *out, struct fault *why)
{
	struct table t;
	struct arena a = arena_start(REGISTER_MEMORY);
	bool good = may_or_refuse(s, "cetak.laporan", why) &&
	            service_register(s, alur, year, &a, &t, why) &&
	            table_put(s, &t, file_name(alur, year, "csv", &a), out, why);
	arena_drop(&a);
	return good;
}
