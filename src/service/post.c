/* Registered post: letters that wait, the numbers of their labels, handing a batch over with its
 * list, and reading the carrier's tracking. What is recorded goes through the door, as an outcome
 * of the summons. */
#include "loket/store/post.h"

#include <stdio.h>
#include <string.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/store/people.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

enum {
	SENT_DAYS = 120, /* days that a letter without proof is looked for */
	ENDED_DAYS = 7,  /* days that a proven one stays in the list */
	BATCH_MEMORY = 32 * 1024 * 1024
};

static day today_of(const struct login *s)
{
	return instant_day(clock_now(), &s->app->book->court.zone);
}

static const struct post *post_of(const struct login *s)
{
	return &s->app->book->post;
}

/* ---- reading ---- */

static enum post_state state_of(const struct rulebook *b, const struct post_row *r)
{
	const struct outcome_kind *kind = rulebook_outcome(b, r->outcome);
	if (text_is_empty(r->outcome))
		return text_is_empty(r->resi) ? POST_WAITS : POST_READY;
	return kind != NULL && kind->open ? POST_SENT : POST_ENDED;
}

/* What is not handed over yet goes with the first carrier and product, at today's tariff. */
static void fill_in(const struct login *s, struct post_row *r, day today)
{
	const struct post *p = post_of(s);
	r->state = state_of(s->app->book, r);
	r->urgent = r->state != POST_ENDED && post_is_urgent(p, r->hearing, today);
	if (text_is_empty(r->carrier) && p->carrier_count > 0) {
		r->carrier = p->carriers[0].key;
		r->product = p->carriers[0].products[0].key;
	}
	if (r->batch != 0)
		return;
	const struct post_letter letter = { r->carrier, r->product, r->village };
	const struct post_zone *zone = post_zone(p, r->village);
	const struct post_tariff *tariff = post_tariff(p, &letter, today);
	r->zone = zone == NULL ? "" : zone->key;
	r->fee = tariff == NULL ? -1 : tariff->amount;
}

/* Those that ended long ago are left out, the others of that state go to the end. */
static void keep_shown(struct post_list *list, day today, struct arena *a)
{
	struct post_row *rows = arena_get(a, list->count + 1, sizeof *rows);
	size_t n = 0;
	for (int ended = 0; ended <= 1; ended++) {
		for (size_t i = 0; i < list->count; i++) {
			const struct post_row *r = &list->items[i];
			day end = r->received == DAY_NONE ? r->served : r->received;
			if ((r->state == POST_ENDED) != ended ||
			    (ended && end < today - ENDED_DAYS))
				continue;
			list->states[r->state]++;
			list->urgent += r->urgent;
			rows[n++] = *r;
		}
	}
	list->items = rows;
	list->count = n;
}

bool service_post(const struct login *s, struct arena *a, struct post_list *out, struct fault *why)
{
	day today = today_of(s);
	if (!may_or_refuse(s, "lihat.pos", why) ||
	    !post_read(s->app->store, today - SENT_DAYS, a, out, why))
		return false;
	for (size_t i = 0; i < out->count; i++)
		fill_in(s, &out->items[i], today);
	keep_shown(out, today, a);
	return true;
}

static const char *zone_name(const struct rulebook *b, const char *key)
{
	for (size_t i = 0; i < b->post.zone_count; i++) {
		if (text_same(b->post.zones[i].key, key))
			return b->post.zones[i].name;
	}
	return "";
}

const char *post_product_name(const struct rulebook *b, const struct post_row *r)
{
	const struct post_carrier *c = post_carrier(&b->post, r->carrier);
	const struct post_product *p = c == NULL ? NULL : post_product(c, r->product);
	return p == NULL ? r->product : p->name;
}

/* ---- the number of a label ---- */

static bool letter_is_free(const struct login *s, const struct post_row *letter, const char *resi,
                           struct arena *a, struct fault *why)
{
	const char *holder;
	if (letter->state > POST_READY)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Surat untuk %1 sudah diserahkan; resinya tidak diganti"),
		                 letter->name);
	if (text_is_empty(resi))
		return true;
	if (!post_holder(s->app->store, letter, resi, a, &holder, why))
		return false;
	return text_is_empty(holder) ||
	       fault_set(why, FAULT_REFUSED, N_("Resi %1 sudah dipakai untuk %2"), resi, holder);
}

bool service_post_label(const struct login *s, const struct post_row *letter, const char *typed,
                        struct fault *why)
{
	struct arena a = arena_start(1024 * 1024);
	const struct post_carrier *c = post_carrier(post_of(s), letter->carrier);
	const char *resi = text_is_empty(typed) ? "" : c == NULL ? NULL : post_resi(c, typed, &a);
	bool good = may_or_refuse(s, act_record_post.name, why);
	if (good && resi == NULL)
		good = fault_set(why, FAULT_REFUSED,
		                 N_("“%1” bukan nomor resi %2; pindai lagi labelnya"), typed,
		                 c == NULL ? letter->carrier : c->name);
	if (good && letter_is_free(s, letter, resi, &a, why)) {
		struct post_row kept = *letter;
		kept.resi = resi;
		good = post_label_write(s->app->store, &kept, s->user, clock_now(), why);
	} else {
		good = false;
	}
	arena_drop(&a);
	return good;
}

/* ---- handing over ---- */

static void remark(struct post_reading *r, struct arena *a, size_t line, const char *text)
{
	r->remarks = list_grow(a, r->remarks, r->remark_count, &r->remark_capacity,
	                       sizeof *r->remarks);
	r->remarks[r->remark_count++] = (struct post_remark){ line, arena_text(a, text) };
}

/* Why a command was refused: its field faults say more than the fault itself. */
static const char *refusal(const struct answer *answer, const struct fault *why, struct arena *a)
{
	char said[500];
	bool of_field = why->kind == FAULT_REFUSED && answer->faults.count > 0;
	fault_say(of_field ? &answer->faults.items[0].fault : why, said, sizeof said);
	return arena_text(a, said);
}

struct recording {
	const char *outcome, *cause, *receiver, *relation, *note;
	day handed, received; /* received: DAY_NONE where it is not known */
};

static void put_day(struct values *v, struct arena *a, const char *field, day d)
{
	char iso[16];
	day_iso(d, iso, sizeof iso);
	values_set(v, a, "", 0, field, arena_text(a, iso));
}

static bool record(const struct login *s, const struct post_row *letter, const struct recording *r,
                   struct arena *a, struct answer *answer, struct fault *why)
{
	struct command c = service_command(s, &letter->filing, -1, &act_record_post);
	struct values *v = &c.values;
	values_set(v, a, "", 0, "panggilan_ke", arena_print(a, "%d", letter->summons));
	values_set(v, a, "", 0, "hasil", r->outcome);
	values_set(v, a, "", 0, "resi", letter->resi);
	put_day(v, a, "tanggal", r->handed);
	if (r->received != DAY_NONE)
		put_day(v, a, "diterima", r->received);
	const struct {
		const char *field, *text;
	} more[] = { { "sebab", r->cause },
		     { "bertemu", r->receiver },
		     { "hubungan", r->relation },
		     { "keterangan", r->note } };
	for (size_t i = 0; i < COUNT_OF(more); i++) {
		if (!text_is_empty(more[i].text))
			values_set(v, a, "", 0, more[i].field, more[i].text);
	}
	return service_do(s, &c, a, answer, why);
}

/* One letter of the batch, in its transaction. One that is refused stays for the next. */
static bool hand_one(const struct login *s, struct post_row *letter, const struct post_batch *batch,
                     struct arena *a, struct post_reading *out, struct fault *why)
{
	struct answer answer = { 0 };
	struct fault refused = { 0 };
	const struct recording sent = { .outcome = post_sent(s->app->book)->key,
		                        .handed = batch->on,
		                        .received = DAY_NONE };
	const char *said;
	if (letter->fee < 0) {
		said = arena_print(a, "%s: %s", letter->name,
		                   _("tarif pos untuk wilayahnya belum ada di data/post.xml"));
	} else if (record(s, letter, &sent, a, &answer, &refused)) {
		letter->batch = batch->number;
		out->fates[POST_TAKEN]++;
		return post_letter_sent(s->app->store, letter, why);
	} else if (refused.kind != FAULT_REFUSED) {
		*why = refused;
		return false;
	} else {
		said = arena_print(a, "%s: %s", letter->name, refusal(&answer, &refused, a));
	}
	out->fates[POST_REFUSED]++;
	remark(out, a, 0, said);
	return true;
}

static bool hand_all(const struct login *s, struct post_list *all, struct post_batch *batch,
                     struct arena *a, struct post_reading *out, struct fault *why)
{
	bool own;
	if (!batch_enter(s->app, &own, why))
		return false;
	bool good = post_batch_write(s->app->store, batch, why);
	for (size_t i = 0; good && i < all->count; i++) {
		if (all->items[i].state == POST_READY &&
		    text_same(all->items[i].carrier, batch->carrier))
			good = hand_one(s, &all->items[i], batch, a, out, why);
	}
	if (good && out->fates[POST_TAKEN] == 0)
		good = fault_set(why, FAULT_REFUSED,
		                 out->remark_count == 0
		                     ? N_("Belum ada surat beresi; pindai dahulu label suratnya")
		                     : N_("Tidak satu pun diserahkan: %1"),
		                 out->remark_count == 0 ? "" : out->remarks[0].text);
	return batch_leave(s->app, own, good, why);
}

bool service_post_hand(const struct login *s, struct arena *a, int64_t *batch,
                       struct post_reading *out, struct fault *why)
{
	struct post_list all;
	*out = (struct post_reading){ 0 };
	if (!may_or_refuse(s, act_record_post.name, why) || !service_post(s, a, &all, why))
		return false;
	const char *carrier = "";
	for (size_t i = 0; i < all.count && text_is_empty(carrier); i++)
		carrier = all.items[i].state == POST_READY ? all.items[i].carrier : "";
	struct post_batch made = {
		.carrier = carrier, .who = s->user, .on = today_of(s), .at = clock_now()
	};
	if (!hand_all(s, &all, &made, a, out, why))
		return false;
	*batch = made.number;
	return true;
}

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
		cells[n++] = person_name(s, r->bailiff, a);
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
	view_put(&v, "petugas", person_name(s, batch->who, a));
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
	day_iso(today_of(s), iso, sizeof iso);
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

/* ---- the carrier's tracking ---- */

struct tracking {
	const struct login *s;
	const struct post_carrier *carrier;
	struct csv csv;
	struct arena *a;
	struct post_reading *out;
	day today;
};

static const char *part_of(const struct tracking *t, enum post_part p)
{
	return csv_cell(&t->csv, t->carrier->columns[p]);
}

/* Why the row is not taken, by its cell; `text` has %1 for what stands in it. */
static enum post_fate row_refuse(struct tracking *t, enum post_part p, const char *text)
{
	static const char *const names[POST_PARTS] = { N_("resi"),     N_("status"),
		                                       N_("tanggal"),  N_("penerima"),
		                                       N_("hubungan"), N_("catatan") };
	char said[400], whole[500];
	const char *cell = part_of(t, p);
	message_fill(_(text), &cell, 1, said, sizeof said);
	message_fill(_("kolom %1 (%2): %3"),
	             (const char *const[]){ arena_print(t->a, "%zu", t->carrier->columns[p]),
	                                    _(names[p]), said },
	             3, whole, sizeof whole);
	remark(t->out, t->a, t->csv.line, whole);
	return POST_REFUSED;
}

/* Of the letters with this number the one that still waits for proof, or else the last. */
static const struct post_row *letter_of(const struct tracking *t, const struct post_list *found)
{
	const struct post_row *best = NULL;
	for (size_t i = 0; i < found->count; i++) {
		struct post_row *r = &found->items[i];
		r->state = state_of(t->s->app->book, r);
		if (best == NULL || r->state == POST_SENT)
			best = r;
	}
	return best;
}

static bool day_read(const struct tracking *t, day *out)
{
	const char *cell = part_of(t, POST_DAY);
	const char *date = arena_copy(t->a, cell, strcspn(cell, " T"));
	return *date >= '0' && *date <= '9' && day_figures_parse(date, t->today, out);
}

static enum post_fate row_record(struct tracking *t, const struct post_row *letter,
                                 const struct post_status *status, day on, struct fault *why)
{
	struct answer answer = { 0 };
	struct fault refused = { 0 };
	const struct recording told = { .outcome = status->outcome,
		                        .cause = status->cause,
		                        .receiver = part_of(t, POST_RECEIVER),
		                        .relation = part_of(t, POST_RELATION),
		                        .note = part_of(t, POST_NOTE),
		                        .handed = letter->served,
		                        .received = on };
	if (record(t->s, letter, &told, t->a, &answer, &refused))
		return POST_TAKEN;
	if (refused.kind != FAULT_REFUSED) {
		*why = refused;
		return POST_FAILED;
	}
	remark(t->out, t->a, t->csv.line,
	       arena_print(t->a, "%s: %s", letter->name, refusal(&answer, &refused, t->a)));
	return POST_REFUSED;
}

static enum post_fate row_take(struct tracking *t, struct fault *why)
{
	day on;
	struct post_list found;
	const char *cell = part_of(t, POST_RESI);
	if (csv_is_rounded(cell))
		return row_refuse(t, POST_RESI,
		                  N_("“%1” dibulatkan lembar sebar; jadikan kolomnya teks"));
	const char *resi = post_resi(t->carrier, cell, t->a);
	if (resi == NULL)
		return row_refuse(t, POST_RESI, N_("“%1” bukan nomor resi"));
	if (!post_find(t->s->app->store, resi, t->a, &found, why))
		return POST_FAILED;
	const struct post_row *letter = letter_of(t, &found);
	if (letter == NULL)
		return row_refuse(t, POST_RESI,
		                  N_("“%1” bukan resi surat yang diserahkan di sini"));
	const struct post_status *status = post_told(post_of(t->s), t->carrier,
	                                             part_of(t, POST_STATUS), t->a);
	if (status == NULL)
		return row_refuse(t, POST_STATUS,
		                  N_("“%1” tidak dikenal; tambahkan artinya di data/post.xml"));
	if (!day_read(t, &on))
		return row_refuse(t, POST_DAY, N_("“%1” bukan tanggal"));
	if (on > t->today)
		return row_refuse(t, POST_DAY, N_("“%1” belum terjadi"));
	if (on < letter->served)
		return row_refuse(t, POST_DAY, N_("“%1” sebelum suratnya diserahkan"));
	if (text_is_empty(status->outcome))
		return POST_SKIPPED;
	if (letter->state == POST_SENT)
		return row_record(t, letter, status, on, why);
	bool same = text_same(letter->outcome, status->outcome) && letter->received == on;
	return same ? POST_KNOWN
	            : row_refuse(t, POST_STATUS,
	                         N_("“%1” lain dari hasil yang sudah dicatat; perbaiki di sana"));
}

static bool rows_read(struct tracking *t, struct fault *why)
{
	while (*t->csv.at != '\0') {
		bool whole = csv_row(&t->csv);
		if (t->csv.line <= t->carrier->titles || csv_blank(&t->csv))
			continue;
		enum post_fate fate = POST_REFUSED;
		t->out->rows++;
		if (whole)
			fate = row_take(t, why);
		else
			remark(t->out, t->a, t->csv.line, _("tanda kutip tidak ditutup"));
		if (fate == POST_FAILED)
			return false;
		t->out->fates[fate]++;
	}
	return true;
}

bool service_post_tracking(const struct login *s, const char *path, struct arena *a,
                           struct post_reading *out, struct fault *why)
{
	size_t wanted = 0;
	bool own;
	*out = (struct post_reading){ 0 };
	if (!may_or_refuse(s, act_record_post.name, why))
		return false;
	struct tracking t = { .s = s,
		              .carrier = &post_of(s)->carriers[0],
		              .a = a,
		              .out = out,
		              .today = today_of(s) };
	t.csv = (struct csv){ .separator = t.carrier->separator, .a = a };
	for (size_t i = 0; i <= POST_DAY; i++)
		wanted = t.carrier->columns[i] > wanted ? t.carrier->columns[i] : wanted;
	if (!csv_open(&t.csv, path, why) || !batch_enter(s->app, &own, why))
		return false;
	bool good = rows_read(&t, why);
	if (!batch_leave(s->app, own, good, why))
		return false;
	return out->rows == 0 || csv_fits(&t.csv, wanted, path, why);
}
