/* What the court can change without a compiler: each setting with source, validity, file and line;
 * and what was changed in those files, by whom and when. Looked at here, changed in the files. */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "listview.h"

enum { CHANGES_MOST = 1000, DETAIL_ROWS = 9, DETAIL_LABEL = 12 };

enum page { PAGE_SETTINGS, PAGE_CHANGES, PAGES };

struct settings_view {
	struct listview list;
	char tried[4096]; /* path of the file whose consequences are looked at */
	struct data_survey survey;
	struct data_changes changes;
	enum page page;
};

/* What a search looks through. */
static size_t labels_of(const struct settings_view *v, struct arena *a, const char ***out)
{
	bool settings = v->page == PAGE_SETTINGS;
	size_t count = settings ? v->survey.count : v->changes.count;
	const char **labels = arena_get(a, count + 1, sizeof *labels);
	for (size_t i = 0; i < count; i++) {
		const struct data_setting *s = settings ? &v->survey.items[i] : NULL;
		const struct data_change *c = settings ? NULL : &v->changes.items[i];
		labels[i] = settings ? arena_print(a, "%s %s %s %s %s", s->group, s->name, s->value,
		                                   s->source, s->file)
		                     : arena_print(a, "%s %s %s", c->name, c->who, c->lines);
	}
	*out = labels;
	return count;
}

static bool settings_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct settings_view *v = model;
	const char **labels;
	v->survey = (struct data_survey){ 0 };
	v->changes = (struct data_changes){ 0 };
	bool good = service_settings(&d->login, a, &v->survey, why) &&
	            service_changes(&d->login, CHANGES_MOST, a, &v->changes, why);
	size_t count = labels_of(v, a, &labels);
	listview_offer(&v->list, labels, count, a, d);
	return good;
}

/* ---- the picture ---- */

static const char *date_words(const char *iso, struct arena *a)
{
	day d;
	return day_iso_parse(iso, &d) ? shown_day(a, d) : "";
}

static day day_of(const char *iso)
{
	day d;
	return day_iso_parse(iso, &d) ? d : DAY_NONE;
}

static const char *validity(const struct data_setting *s, struct arena *a)
{
	bool always = s->from[0] == '\0' && s->to[0] == '\0';
	return arena_print(a, "%s%s%s", date_words(s->from, a), always ? "" : " – ",
	                   date_words(s->to, a));
}

static void setting_row(const void *model, const struct desk *d, size_t at,
                        struct listview_row *out)
{
	const struct settings_view *v = model;
	const struct data_setting *s = &v->survey.items[at];
	out->cells[0] = s->group;
	out->cells[1] = s->name;
	out->cells[2] = s->value;
	out->cells[3] = validity(s, d->scratch);
	out->figures[3] = day_of(s->from);
}

static void change_row(const void *model, const struct desk *d, size_t at, struct listview_row *out)
{
	const struct settings_view *v = model;
	const struct data_change *ch = &v->changes.items[at];
	out->cells[0] = shown_instant(d->scratch, ch->at, &d->app->book->court.zone);
	out->cells[1] = ch->who;
	out->cells[2] = ch->name;
	out->cells[3] = shown_number(d->scratch, ch->gone);
	out->cells[4] = shown_number(d->scratch, ch->come);
	out->figures[0] = ch->at;
	out->figures[3] = ch->gone;
	out->figures[4] = ch->come;
}

static const struct listview_column setting_columns[] = {
	{ N_("Bagian"), .width = 14 },
	{ N_("Nama"), .share = 1 },
	{ N_("Nilai"), .share = 1 },
	{ N_("Berlaku"), .width = 23, .by = LISTVIEW_FIGURE },
};
static const struct listview_column change_columns[] = {
	{ N_("Diubah"), .width = 17, .by = LISTVIEW_FIGURE },
	{ N_("Milik"), .width = 15 },
	{ N_("Berkas"), .share = 1 },
	{ N_("Hilang"), .width = 6, .right = true, .by = LISTVIEW_FIGURE },
	{ N_("Baru"), .width = 6, .right = true, .by = LISTVIEW_FIGURE },
};
static const struct listing listings[PAGES] = {
	[PAGE_SETTINGS] = { .columns = setting_columns,
	                    .column_count = COUNT_OF(setting_columns),
	                    .below = DETAIL_ROWS,
	                    .typing = N_("Cari"),
	                    .typed_most = 200,
	                    .narrows = true,
	                    .empty = N_("Tidak ada pengaturan."),
	                    .row = setting_row },
	[PAGE_CHANGES] = { .columns = change_columns,
	                   .column_count = COUNT_OF(change_columns),
	                   .below = DETAIL_ROWS,
	                   .typing = N_("Cari"),
	                   .typed_most = 200,
	                   .narrows = true,
	                   .empty =
	                       N_("Belum ada berkas yang berubah sejak folder data ini dibuat."),
	                   .row = change_row },
};

/* The chosen one whole. */
static void detail_setting(const struct data_setting *s, struct arena *a, struct cells *c,
                           struct area where)
{
	const char *when = validity(s, a);
	const struct pair rows[] = {
		{ _("Nama"), s->name },
		{ _("Nilai"), s->value },
		{ _("Sumber"), s->source[0] == '\0' ? "–" : s->source },
		{ _("Berlaku"), when[0] == '\0' ? _("selalu") : when },
		{ _("Berkas"),
		  message_text(a, _("%1, baris %2"), s->path, shown_number(a, s->line)) },
	};
	(void)frame_pairs(c, where, DETAIL_LABEL, rows, COUNT_OF(rows));
}

static void draw_chosen(const struct settings_view *v, const struct desk *d, struct cells *c,
                        struct area where)
{
	size_t chosen = listview_at(&v->list);
	if (!listview_when_any(v))
		return;
	if (v->page == PAGE_SETTINGS)
		detail_setting(&v->survey.items[chosen], d->scratch, c, where);
	else
		(void)frame_paragraph(c, where, STYLE_PLAIN, v->changes.items[chosen].lines);
}

/* What is wrong stands before the chosen one: until it is mended the rules of before are in force.
 * Rows used. */
static int draw_faults(const struct settings_view *v, struct cells *c, struct area where)
{
	const struct data_survey *s = &v->survey;
	int row = 0;
	for (size_t i = 0; i < s->fault_count && row < where.rows; i++) {
		struct area rest = { where.row + row, where.col, where.rows - row, where.cols };
		row += frame_paragraph(c, rest, STYLE_FAULT, s->faults[i]);
	}
	for (size_t i = 0; i < s->warning_count && row < where.rows; i++) {
		struct area rest = { where.row + row, where.col, where.rows - row, where.cols };
		row += frame_paragraph(c, rest, STYLE_WARNING, s->warnings[i]);
	}
	return row > 0 ? row + 1 : 0;
}

static void settings_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct settings_view *v = model;
	struct area below = listview_below(&v->list, c);
	desk_head(d, c,
	          v->page == PAGE_SETTINGS ? _("Pengaturan pengadilan") : _("Riwayat pengaturan"));
	below.row++;
	below.rows--;
	int faults = draw_faults(v, c, below);
	draw_chosen(v, d, c,
	            (struct area){ below.row + faults, below.col, below.rows - faults,
	                           below.cols });
}

/* ---- keys ---- */

static bool is_settings(const void *model)
{
	return ((const struct settings_view *)model)->page == PAGE_SETTINGS;
}

static bool is_changes(const void *model)
{
	return !is_settings(model);
}

static struct intent other_page(void *model, struct desk *d)
{
	struct settings_view *v = model;
	v->page = (v->page + 1) % PAGES;
	v->list.listing = &listings[v->page];
	v->list.sorted = 0;
	entry_set(&v->list.list.typed, "");
	window_go(&v->list.list.window, 0);
	return read_again();
}

/* What would move if a file were in force. */
static struct intent pick_trial(void *model, struct desk *d)
{
	(void)model;
	(void)d;
	return open_screen(&screen_picker, (struct argument){ .title = _("berkas data dicoba") });
}

static struct intent settings_resume(void *model, struct desk *d, const struct screen_result *reply)
{
	struct settings_view *v = model;
	(void)d;
	if (reply->kind != REPLY_FILE)
		return stay();
	snprintf(v->tried, sizeof v->tried, "%s", reply->text);
	return open_screen(&screen_consequence, (struct argument){ .text = v->tried });
}

static const struct binding keys[] = {
	{ K_F4, .label = N_("coba berkas"), .run = pick_trial, .when = is_settings },
	{ K_TAB, .label = N_("riwayat"), .run = other_page, .when = is_settings },
	{ K_TAB, .label = N_("pengaturan"), .run = other_page, .when = is_changes },
	{ K_BACKTAB, .run = other_page, .quiet = true },
	{ .name = "↑↓", .label = N_("pilih lain"), .when = listview_when_any },
	LISTVIEW_SORTS,
};

const struct screen screen_settings = {
	.size = sizeof(struct settings_view),
	.title = N_("Pengaturan pengadilan"),
	.help = N_(
	    "Semua yang dapat diubah pengadilan tanpa mengubah program: biaya, radius, kalender, "
	    "jenis perkara, panggilan, bank, hak. Ketik beberapa huruf untuk mencari. Mengubahnya: "
	    "salin berkasnya ke folder data rumah Loket, ubah di baris yang disebut, lalu simpan; "
	    "berlaku mulai pendaftaran berikutnya, yang lama tetap dihitung dengan aturan lamanya. "
	    "F4 mencoba berkas data sebelum dipasang: apa yang akan dijawab lain olehnya. "
	    "Tab menampilkan riwayat: berkas apa yang berubah, kapan, milik siapa, baris mana."),
	.keys = BINDINGS(keys),
	.listing = &listings[PAGE_SETTINGS],
	.of_files = true,
	.read = settings_read,
	.draw = settings_draw,
	.resume = settings_resume,
};
