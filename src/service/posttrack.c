/* The carrier's tracking: a file of rows, each an outcome of the letter whose label it names. */
#include <stdio.h>
#include <string.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/store/post.h"
#include "loket/text.h"

#include "private.h"

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
	post_remark(t->out, t->a, t->csv.line, whole);
	return POST_REFUSED;
}

/* Of the letters with this number the one that still waits for proof, or else the last. */
static const struct post_row *letter_of(const struct tracking *t, const struct post_list *found)
{
	const struct post_row *best = NULL;
	for (size_t i = 0; i < found->count; i++) {
		struct post_row *r = &found->items[i];
		r->state = post_state_of(t->s->app->book, r);
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
	const struct post_recording told = { .outcome = status->outcome,
		                             .cause = status->cause,
		                             .receiver = part_of(t, POST_RECEIVER),
		                             .relation = part_of(t, POST_RELATION),
		                             .note = part_of(t, POST_NOTE),
		                             .handed = letter->served,
		                             .received = on };
	if (post_record(t->s, letter, &told, t->a, &answer, &refused))
		return POST_TAKEN;
	if (refused.kind != FAULT_REFUSED) {
		*why = refused;
		return POST_FAILED;
	}
	post_remark(t->out, t->a, t->csv.line,
	            arena_print(t->a, "%s: %s", letter->name,
	                        post_refusal(&answer, &refused, t->a)));
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
	const struct post_status *status = post_told(&t->s->app->book->post, t->carrier,
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
			post_remark(t->out, t->a, t->csv.line, _("tanda kutip tidak ditutup"));
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
		              .carrier = &s->app->book->post.carriers[0],
		              .a = a,
		              .out = out,
		              .today = instant_day(clock_now(), &s->app->book->court.zone) };
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
