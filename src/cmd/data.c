/* The court's data files: settings, checking, history of changes; loading a newer file of places.
 */
#include <string.h>

#include "loket/config.h"
#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

/* The numbers let a person see what was read. */
static void say_counts(const struct cmd *c, const struct rulebook *b)
{
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
	message_fill(
	    _("ok: %1 langkah, %2 formulir, %3 jenis perkara, %4 tarif, %5 desa, %6 hari libur, %7 hak"),
	    numbers, COUNT_OF(numbers), text, sizeof text);
	output_line(text);
}

/* Not tried where the home did not open. */
static void say_combinations(const struct cmd *c, const struct data_survey *found)
{
	if (found->combinations > 0)
		output_line(message_text(c->a,
		                         _("ok: %1 keadaan relaas, masing-masing satu naskah"),
		                         cell_number(c, (long long)found->combinations)));
}

/* Checks each file by itself, then all together; works without a home too, because a faulty file
 * can keep it from opening. */
bool cmd_data_check(struct cmd *c, struct fault *why)
{
	struct home home;
	struct app app;
	struct fault closed = { 0 };
	struct data_survey found = { 0 };
	if (!home_find(&home, why))
		return false;
	if (app_open(&app, &closed)) {
		bool good = place_survey(&app, c->a, &found, why);
		app_close(&app);
		if (!good)
			return false;
	} else {
		config_survey(&home, c->a, &found);
	}
	for (size_t i = 0; i < found.fault_count; i++)
		output_remark(found.faults[i]);
	for (size_t i = 0; i < found.warning_count; i++)
		output_remark(found.warnings[i]);
	if (found.fault_count > 0) {
		*why = (struct fault){ .kind = FAULT_MISUSE }; /* its faults were printed already */
		return false;
	}
	say_counts(c, found.book);
	say_combinations(c, &found);
	return true;
}

static void say_consequences(const struct cmd *c, const struct consequences *found)
{
	static const struct column columns[] = {
		{ "nomor", N_("Nomor"), COLUMN_TEXT },
		{ "perkara", N_("Perkara"), COLUMN_TEXT },
		{ "berubah", N_("Yang berubah"), COLUMN_TEXT },
		{ "semula", N_("Semula"), COLUMN_TEXT },
		{ "kini", N_("Kini"), COLUMN_TEXT },
		{ "tindakan", N_("Tindakan"), COLUMN_TEXT },
	};
	struct rows r = rows_start(c, _("Akibat perubahan"), columns, COUNT_OF(columns),
	                           COUNT_OF(columns));
	for (size_t i = 0; i < found->count; i++) {
		const struct consequence *one = &found->items[i];
		rows_add(&r, (const char *const[]){ one->reg, one->title, one->what, one->was,
		                                    one->is, one->todo });
	}
	output_table(c, &r.table);
}

bool cmd_data_consequences(struct cmd *c, struct fault *why)
{
	struct consequences found;
	if (!service_consequences(&c->login, c->book, c->a, &found, why))
		return false;
	say_consequences(c, &found);
	return true;
}

bool cmd_data_try(struct cmd *c, struct fault *why)
{
	struct consequences found;
	if (!service_try(&c->login, c->words[0], c->a, &found, why))
		return false;
	say_consequences(c, &found);
	return true;
}

/* Every word begins a word of the setting, in any order. */
static bool is_asked(const struct cmd *c, const struct data_setting *s)
{
	const char *words = arena_print(c->a, "%s %s %s %s %s", s->group, s->name, s->value,
	                                s->source, s->file);
	const char *key = arena_print(c->a, " %s", text_fold_words(c->a, words));
	for (size_t i = 0; i < c->word_count; i++) {
		const char *word = text_fold_words(c->a, c->words[i]);
		if (strstr(key, arena_print(c->a, " %s", word)) == NULL)
			return false;
	}
	return true;
}

bool cmd_data_list(struct cmd *c, struct fault *why)
{
	static const struct column columns[] = {
		{ "bagian", N_("Bagian"), COLUMN_TEXT }, { "nama", N_("Nama"), COLUMN_TEXT },
		{ "nilai", N_("Nilai"), COLUMN_TEXT },   { "dari", N_("Dari"), COLUMN_TEXT },
		{ "sampai", N_("Sampai"), COLUMN_TEXT }, { "sumber", N_("Sumber"), COLUMN_TEXT },
		{ "berkas", N_("Berkas"), COLUMN_TEXT }, { "baris", N_("Baris"), COLUMN_NUMBER },
	};
	struct rows r = rows_start(c, _("Pengaturan pengadilan"), columns, COUNT_OF(columns),
	                           COUNT_OF(columns));
	struct data_survey found;
	if (!service_settings(&c->login, c->a, &found, why))
		return false;
	for (size_t i = 0; i < found.count; i++) {
		const struct data_setting *s = &found.items[i];
		if (is_asked(c, s))
			rows_add(&r, (const char *const[]){ s->group, s->name, s->value, s->from,
			                                    s->to, s->source, s->file,
			                                    cell_number(c, s->line) });
	}
	output_table(c, &r.table);
	for (size_t i = 0; i < found.fault_count; i++)
		output_remark(found.faults[i]);
	return true;
}

bool cmd_data_history(struct cmd *c, struct fault *why)
{
	static const struct column columns[] = {
		{ "saat", N_("Diubah"), COLUMN_TEXT }, { "berkas", N_("Berkas"), COLUMN_TEXT },
		{ "milik", N_("Milik"), COLUMN_TEXT }, { "hilang", N_("Hilang"), COLUMN_NUMBER },
		{ "baru", N_("Baru"), COLUMN_NUMBER }, { "isi", N_("Isi"), COLUMN_TEXT },
	};
	struct rows r = rows_start(c, _("Riwayat pengaturan"), columns, COUNT_OF(columns), 5);
	struct data_changes found;
	int limit = c->options.limit == 0 ? 100 : (int)c->options.limit;
	if (!service_changes(&c->login, limit, c->a, &found, why))
		return false;
	for (size_t i = 0; i < found.count; i++) {
		const struct data_change *one = &found.items[i];
		rows_add(&r, (const char *const[]){ cell_instant(c, one->at), one->name, one->who,
		                                    cell_number(c, one->gone),
		                                    cell_number(c, one->come), one->lines });
	}
	output_table(c, &r.table);
	return true;
}

bool cmd_data_update(struct cmd *c, struct fault *why)
{
	struct place_update done;
	char text[512];
	if (!service_places_update(&c->login, c->word_count > 0 ? c->words[0] : "", &done, why))
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
