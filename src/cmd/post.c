/* Registered post: letters that wait, labels, handing over, the carrier's tracking. */
#include "loket/list.h"
#include "loket/shown.h"

#include "private.h"

static const char *const states[] = { [POST_WAITS] = "menunggu",
	                              [POST_READY] = "siap",
	                              [POST_SENT] = "terkirim",
	                              [POST_ENDED] = "selesai" };

bool cmd_post_list(struct cmd *c, struct fault *why)
{
	static const struct column columns[] = {
		{ "perkara", N_("Perkara"), COLUMN_TEXT },
		{ "panggilan", N_("Panggilan ke"), COLUMN_NUMBER },
		{ "nama", N_("Nama"), COLUMN_TEXT },
		{ "keadaan", N_("Keadaan"), COLUMN_TEXT },
		{ "sidang", N_("Sidang"), COLUMN_TEXT },
		{ "batas", N_("Serahkan sebelum"), COLUMN_TEXT },
		{ "mendesak", N_("Mendesak"), COLUMN_YESNO },
		{ "layanan", N_("Layanan"), COLUMN_TEXT },
		{ "zona", N_("Zona"), COLUMN_TEXT },
		{ "biaya", N_("Biaya"), COLUMN_NUMBER },
		{ "resi", N_("Nomor resi"), COLUMN_TEXT },
		{ "daftar", N_("Daftar kirim"), COLUMN_NUMBER },
		{ "diserahkan", N_("Diserahkan"), COLUMN_TEXT },
		{ "diterima", N_("Diterima"), COLUMN_TEXT },
		{ "hasil", N_("Hasil"), COLUMN_TEXT },
		{ "id", N_("Id"), COLUMN_TEXT },
	};
	struct post_list list;
	if (!service_post(&c->login, c->a, &list, why))
		return false;
	struct rows r = rows_start(c, "", columns, COUNT_OF(columns), COUNT_OF(columns) - 1);
	for (size_t i = 0; i < list.count; i++) {
		const struct post_row *l = &list.items[i];
		rows_add(&r, (const char *const[]){
		                 l->number, cell_number(c, l->summons), l->name, states[l->state],
		                 cell_day(c, l->hearing), cell_day(c, l->deadline),
		                 cell_yes(c, l->urgent), l->product, l->zone,
		                 l->fee < 0 ? "" : cell_number(c, l->fee), l->resi,
		                 cell_number(c, l->batch), cell_day(c, l->served),
		                 cell_day(c, l->received), l->outcome, l->filing.text });
	}
	output_table(c, &r.table);
	return true;
}

/* The first letter of the filing, or of the summons that --summons names. */
static bool letter_named(struct cmd *c, const char *filing, const struct post_row **out,
                         struct fault *why)
{
	struct id id;
	struct post_list list;
	*out = NULL;
	if (!filing_named(c, filing, &id, why) || !service_post(&c->login, c->a, &list, why))
		return false;
	for (size_t i = 0; i < list.count; i++) {
		const struct post_row *l = &list.items[i];
		bool named = c->options.summons == 0 || c->options.summons == l->summons;
		if (*out == NULL && named && text_same(l->filing.text, id.text))
			*out = l;
	}
	return *out != NULL ||
	       fault_set(why, FAULT_REFUSED,
	                 N_("Perkara %1 tidak mempunyai surat untuk pos; lihat loket post list"),
	                 filing);
}

bool cmd_post_label(struct cmd *c, struct fault *why)
{
	const struct post_row *letter;
	const char *resi = text_same(c->words[1], "-") ? "" : c->words[1];
	return letter_named(c, c->words[0], &letter, why) &&
	       service_post_label(&c->login, letter, resi, why);
}

/* Those that are not handed over yet, at the front; how many. */
static size_t keep_waiting(struct post_list *list)
{
	size_t count = 0;
	for (size_t i = 0; i < list->count; i++) {
		if (list->items[i].state <= POST_READY)
			list->items[count++] = list->items[i];
	}
	return count;
}

bool cmd_post_product(struct cmd *c, struct fault *why)
{
	rupiah sum;
	struct post_list list = { 0 };
	const struct post_row *letters;
	size_t count = 1;
	if (c->word_count > 1) {
		if (!letter_named(c, c->words[1], &letters, why))
			return false;
	} else {
		if (!service_post(&c->login, c->a, &list, why))
			return false;
		count = keep_waiting(&list);
		letters = list.items;
	}
	if (!service_post_product(&c->login, letters, count, c->words[0], &sum, why))
		return false;
	output_line(message_text(c->a, _("%1 surat, biaya %2"),
	                         shown_number(c->a, (long long)count), shown_rupiah(c->a, sum)));
	return true;
}

bool cmd_post_batch(struct cmd *c, struct fault *why)
{
	struct post_list list;
	struct post_papers printed;
	if (!service_post(&c->login, c->a, &list, why))
		return false;
	size_t count = keep_waiting(&list);
	if (!service_post_papers(&c->login, list.items, count, &printed, why))
		return false;
	output_line(printed.letters.path);
	output_line(printed.envelopes.path);
	return true;
}

static void say_remarks(struct cmd *c, const char *file, const struct post_reading *r)
{
	for (size_t i = 0; i < r->remark_count; i++) {
		const struct post_remark *m = &r->remarks[i];
		output_remark(m->line == 0
		                  ? m->text
		                  : arena_print(c->a, "%s:%zu: %s", file, m->line, m->text));
	}
}

static bool manifest(struct cmd *c, int64_t batch, struct fault *why)
{
	struct printed paper, rows;
	if (!service_post_manifest(&c->login, batch, &paper, &rows, why))
		return false;
	output_line(paper.path);
	output_line(rows.path);
	return true;
}

bool cmd_post_hand(struct cmd *c, struct fault *why)
{
	int64_t batch;
	struct post_reading done;
	if (!service_post_hand(&c->login, c->a, &batch, &done, why))
		return false;
	say_remarks(c, "", &done);
	c->code = done.fates[POST_REFUSED] == 0 ? 0 : FAULT_REFUSED;
	return manifest(c, batch, why);
}

bool cmd_post_manifest(struct cmd *c, struct fault *why)
{
	long long batch = 0;
	if (c->word_count > 0 && !text_number(c->words[0], 1, INT32_MAX, &batch))
		return fault_set(why, FAULT_MISUSE, N_("%1 bukan nomor daftar kirim"), c->words[0]);
	return manifest(c, batch, why);
}

bool cmd_post_tracking(struct cmd *c, struct fault *why)
{
	char said[400];
	struct post_reading done;
	if (!service_post_tracking(&c->login, c->words[0], c->a, &done, why))
		return false;
	say_remarks(c, c->words[0], &done);
	message_fill(_("%1 baris: %2 dicatat, %3 sudah tercatat, %4 masih di jalan, %5 ditolak"),
	             (const char *const[]){ cell_number(c, (int64_t)done.rows),
	                                    cell_number(c, (int64_t)done.fates[POST_TAKEN]),
	                                    cell_number(c, (int64_t)done.fates[POST_KNOWN]),
	                                    cell_number(c, (int64_t)done.fates[POST_SKIPPED]),
	                                    cell_number(c, (int64_t)done.fates[POST_REFUSED]) },
	             5, said, sizeof said);
	output_line(said);
	c->code = done.fates[POST_REFUSED] == 0 ? 0 : FAULT_REFUSED;
	return true;
}
