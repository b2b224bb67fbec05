/* The papers of registered post: what goes into the envelopes, and the list that goes with a batch,
 * on paper and as a table. */
#include <stdio.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/store/post.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

enum { BATCH_MEMORY = 32 * 1024 * 1024 };

/* ---- the list that goes with a batch ---- */

enum { COLUMNS = 12 };
static const struct column columns[COLUMNS] = {
	{ "no", N_("No"), COLUMN_NUMBER },
	{ "perkara", N_("Nomor perkara"), COLUMN_TEXT },
	{ "jenis", N_("Jenis panggilan"), COLUMN_TEXT },
	{ "nama", N_("Penerima"), COLUMN_TEXT },
	{ "alamat", N_("Alamat"), COLUMN_TEXT },
	{ "telepon", N_("Telepon"), COLUMN_TEXT },
	{ "sidang", N_("Sidang"), COLUMN_TEXT },
	{ "jurusita", N_("Jurusita"), COLUMN_TEXT },
	{ "layanan", N_("Layanan"), COLUMN_TEXT },
	{ "zona", N_("Zona"), COLUMN_TEXT },
	{ "biaya", N_("Biaya"), COLUMN_NUMBER },
	{ "resi", N_("Nomor resi"), COLUMN_TEXT },
};

static const char *zone_name(const struct rulebook *b, const char *key)
{
	for (size_t i = 0; i < b->post.zone_count; i++) {
		if (text_same(b->post.zones[i].key, key))
			return b->post.zones[i].name;
	}
	return "";
}

/* `people`: with names for bailiff, money and days as people read them. */
static void manifest_table(const struct login *s, const struct post_list *letters, bool people,
                           struct arena *a, struct table *out)
{
	const char **cells = arena_get(a, letters->count * COLUMNS + 1, sizeof *cells);
	size_t n = 0;
	for (size_t i = 0; i < letters->count; i++) {
		const struct post_row *r = &letters->items[i];
		char iso[16];
		day_iso(r->hearing, iso, sizeof iso);
		cells[n++] = shown_number(a, (long long)i + 1);
		cells[n++] = r->number;
		cells[n++] = arena_print(a, "Panggilan %s", r->label);
		cells[n++] = r->name;
		cells[n++] = r->address;
		cells[n++] = r->phone;
		cells[n++] = people ? shown_day(a, r->hearing) : arena_text(a, iso);
		cells[n++] = user_called(s, r->bailiff, a);
		cells[n++] = post_product_name(s->app->book, r);
		cells[n++] = zone_name(s->app->book, r->zone);
		cells[n++] = people ? shown_digits(a, r->fee) : shown_number(a, r->fee);
		cells[n++] = r->resi;
	}
	*out = (struct table){ .columns = columns,
		               .column_count = COLUMNS,
		               .cells = cells,
		               .row_count = letters->count };
}

static const char *manifest_view(const struct login *s, const struct post_batch *batch,
                                 const struct post_list *letters, struct arena *a)
{
	struct table t;
	struct view v = view_start(a);
	const struct rulebook *b = s->app->book;
	const struct post_carrier *c = post_carrier(&b->post, batch->carrier);
	rupiah sum = 0;
	char on[64];
	day_in_full(batch->on, on, sizeof on);
	for (size_t i = 0; i < letters->count; i++)
		sum += letters->items[i].fee;
	manifest_table(s, letters, true, a, &t);
	view_head(&v, b, clock_now(), false);
	view_copies(&v, b, "daftar-kirim");
	view_put(&v, "nomor", shown_number(a, batch->number));
	view_put(&v, "hari", on);
	view_put(&v, "pukul", shown_clock(a, batch->at, &b->court.zone));
	view_put(&v, "pos", c == NULL ? batch->carrier : c->name);
	view_put(&v, "perjanjian", c == NULL ? "" : c->agreement);
	view_put(&v, "jumlah", shown_number(a, (long long)letters->count));
	view_put(&v, "biaya", shown_rupiah(a, sum));
	view_put(&v, "petugas", user_called(s, batch->who, a));
	view_table(&v, "surat", &t);
	return view_finish(&v);
}

struct specimen post_specimen(const struct app *p, struct arena *a)
{
	struct app *own = arena_get(a, 1, sizeof *own);
	*own = *p;
	struct login *s = arena_get(a, 1, sizeof *s);
	*s = (struct login){ .app = own };
	const struct post_batch none = { .carrier = "", .who = "", .on = 0 };
	const struct post_list empty = { 0 };
	return (struct specimen){ "daftar-kirim", manifest_view(s, &none, &empty, a) };
}

bool service_post_manifest(const struct login *s, int64_t number, struct printed *paper,
                           struct printed *rows, struct fault *why)
{
	struct table t;
	struct post_list letters;
	struct post_batch batch = { .number = number };
	struct arena a = arena_start(BATCH_MEMORY);
	bool good = may_or_refuse(s, "lihat.pos", why) &&
	            post_batch_read(s->app->store, &a, &batch, why);
	if (good && batch.number == 0)
		good = fault_set(why, FAULT_REFUSED, N_("Belum ada daftar kirim bernomor itu"));
	good = good && post_batch_letters(s->app->store, batch.number, &a, &letters, why);
	if (good) {
		const char *name = arena_print(&a, "daftar-kirim-%lld", (long long)batch.number);
		manifest_table(s, &letters, false, &a, &t);
		good = page_put(s, "daftar-kirim", manifest_view(s, &batch, &letters, &a),
		                arena_print(&a, "%s.pdf", name), paper, why) &&
		       table_put(s, &t, arena_print(&a, "%s.csv", name), rows, why);
	}
	arena_drop(&a);
	return good;
}

/* ---- the papers that go into the envelopes ---- */

static bool papers_put(const struct login *s, const char *paper, const struct post_row *rows,
                       size_t count, struct printed *out, struct fault *why)
{
	char iso[16];
	struct arena a = arena_start(BATCH_MEMORY);
	struct paper_wanted *wanted = arena_get(&a, count + 1, sizeof *wanted);
	day_iso(instant_day(clock_now(), &s->app->book->court.zone), iso, sizeof iso);
	for (size_t i = 0; i < count; i++)
		wanted[i] = (struct paper_wanted){ rows[i].filing, paper, rows[i].summons };
	const char *name = arena_print(&a, "pos-%s-%s.pdf", paper, iso);
	bool good = service_print_all(s, wanted, count, name, out, why);
	arena_drop(&a);
	return good;
}

bool service_post_papers(const struct login *s, const struct post_row *rows, size_t count,
                         struct post_papers *out, struct fault *why)
{
	return papers_put(s, "surat-panggilan", rows, count, &out->letters, why) &&
	       papers_put(s, "amplop", rows, count, &out->envelopes, why);
}
