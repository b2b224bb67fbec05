/* What the court can change without a compiler: each setting with source, validity, file and line;
 * and what was changed in those files, by whom and when. Looked at here, changed in the files. */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "frame.h"
#include "picklist.h"
#include "screen.h"

enum {
	READ_MEMORY = 64 * 1024 * 1024,
	CHANGES_MOST = 1000,
	DETAIL_ROWS = 9,
	DETAIL_LABEL = 12,
	SEARCH_BESIDE = 14 /* columns that stand beside what is typed */
};

enum page { PAGE_SETTINGS, PAGE_CHANGES, PAGES };

struct settings_view {
	struct arena read; /* all but what is typed */
	int64_t stamp;     /* of the files when they were read */
	struct data_survey survey;
	struct data_changes changes;
	enum page page;
	struct picklist lists[PAGES];
};

static size_t rows_of(const struct desk *d)
{
	int rows = d->rows - DETAIL_ROWS - 8;
	return rows < 1 ? 1 : (size_t)rows;
}

/* What a search looks through. */
static void offer_settings(struct settings_view *v)
{
	const char **labels = arena_get(&v->read, v->survey.count + 1, sizeof *labels);
	for (size_t i = 0; i < v->survey.count; i++) {
		const struct data_setting *s = &v->survey.items[i];
		labels[i] = arena_print(&v->read, "%s %s %s %s %s", s->group, s->name, s->value,
		                        s->source, s->file);
	}
	picklist_offer(&v->lists[PAGE_SETTINGS], labels, v->survey.count);
}

static void offer_changes(struct settings_view *v)
{
	const char **labels = arena_get(&v->read, v->changes.count + 1, sizeof *labels);
	for (size_t i = 0; i < v->changes.count; i++) {
		const struct data_change *c = &v->changes.items[i];
		labels[i] = arena_print(&v->read, "%s %s %s", c->name, c->who, c->lines);
	}
	picklist_offer(&v->lists[PAGE_CHANGES], labels, v->changes.count);
}

static void read_files(struct settings_view *v, struct desk *d)
{
	struct fault why = { 0 };
	arena_drop(&v->read);
	v->survey = (struct data_survey){ 0 };
	v->changes = (struct data_changes){ 0 };
	v->stamp = d->app->book_stamp;
	if (!service_settings(&d->login, &v->read, &v->survey, &why) ||
	    !service_changes(&d->login, CHANGES_MOST, &v->read, &v->changes, &why))
		desk_fault(d, &why);
	offer_settings(v);
	offer_changes(v);
}

static bool settings_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                          struct fault *why)
{
	struct settings_view *v = model;
	(void)with;
	(void)why;
	v->read = arena_start(READ_MEMORY);
	for (size_t i = 0; i < PAGES; i++) {
		picklist_init(&v->lists[i], a, d->cols - SEARCH_BESIDE, rows_of(d));
		v->lists[i].a = &v->read;
	}
	read_files(v, d);
	return true;
}

static struct intent on_key(struct settings_view *v, enum key key)
{
	if (key == K_ESC)
		return back();
	if (key == K_F3)
		return (struct intent){ .kind = INTENT_HOME };
	if (key == K_TAB || key == K_BACKTAB)
		v->page = (v->page + 1) % PAGES;
	if (key == K_F1)
		return open_screen(
		    SCREEN_HELP,
		    (struct argument){
		        .title = _("Pengaturan pengadilan"),
		        .text = _(
		            "Semua yang dapat diubah pengadilan tanpa mengubah program: biaya, radius, kalender, "
		            "jenis perkara, panggilan, bank, hak. Ketik beberapa huruf untuk mencari. Mengubahnya: "
		            "salin berkasnya ke folder data rumah Loket, ubah di baris yang disebut, lalu simpan; "
		            "berlaku mulai pendaftaran berikutnya, yang lama tetap dihitung dengan aturan lamanya. "
		            "Tab menampilkan riwayat: berkas apa yang berubah, kapan, milik siapa, baris mana.") });
	return stay();
}

static struct intent settings_on(void *model, struct desk *d, const struct event *e)
{
	struct settings_view *v = model;
	struct picklist *list = &v->lists[v->page];
	if (e->kind == EV_SIZE) {
		for (size_t i = 0; i < PAGES; i++) {
			window_fit(&v->lists[i].window, v->lists[i].window.count, rows_of(d));
			v->lists[i].typed.width = d->cols - SEARCH_BESIDE;
		}
	}
	if (e->kind == EV_MOUSE)
		(void)window_mouse(&list->window, e->button, e->row - 5);
	if (picklist_on(list, e))
		return stay();
	return e->kind == EV_KEY ? on_key(v, e->key) : stay();
}

static void settings_news(void *model, struct desk *d)
{
	struct settings_view *v = model;
	if (v->stamp != d->app->book_stamp)
		read_files(v, d);
}

static void settings_close(void *model, struct desk *d)
{
	struct settings_view *v = model;
	(void)d;
	arena_drop(&v->read);
}

/* ---- the picture ---- */

static const char *date_words(const char *iso, char *out, size_t capacity)
{
	day d;
	out[0] = '\0';
	if (day_iso_parse(iso, &d))
		day_show(d, out, capacity);
	return out;
}

static void validity(const struct data_setting *s, char *out, size_t capacity)
{
	char from[24], to[24];
	snprintf(out, capacity, "%s%s%s", date_words(s->from, from, sizeof from),
	         s->from[0] == '\0' && s->to[0] == '\0' ? "" : " – ",
	         date_words(s->to, to, sizeof to));
}

static void draw_settings(const struct settings_view *v, struct cells *c, struct area where)
{
	const struct picklist *list = &v->lists[PAGE_SETTINGS];
	int name = 17, value = name + (where.cols - name - 24) / 2, dates = where.cols - 23;
	const struct frame_column columns[] = {
		{ _("Bagian"), 2, name - 3, false },
		{ _("Nama"), name, value - name - 1, false },
		{ _("Nilai"), value, dates - value - 1, false },
		{ _("Berlaku"), dates, 0, false },
	};
	frame_titles(c, where, columns, COUNT_OF(columns));
	for (size_t i = 0; i < list->window.rows && list->window.top + i < list->window.count;
	     i++) {
		char when[64];
		const struct data_setting *s = &v->survey.items[list->shown[list->window.top + i]];
		validity(s, when, sizeof when);
		frame_row(c, where, (int)i + 1, columns, COUNT_OF(columns),
		          (const char *const[]){ s->group, s->name, s->value, when });
	}
}

static void draw_changes(const struct settings_view *v, const struct desk *d, struct cells *c,
                         struct area where)
{
	const struct picklist *list = &v->lists[PAGE_CHANGES];
	const struct frame_column columns[] = {
		{ _("Diubah"), 2, 17, false },
		{ _("Milik"), 20, 15, false },
		{ _("Berkas"), 36, where.cols - 36 - 15, false },
		{ _("Hilang"), where.cols - 14, 6, true },
		{ _("Baru"), where.cols - 7, 6, true },
	};
	frame_titles(c, where, columns, COUNT_OF(columns));
	for (size_t i = 0; i < list->window.rows && list->window.top + i < list->window.count;
	     i++) {
		char at[48], gone[16], come[16];
		const struct data_change *ch = &v->changes.items[list->shown[list->window.top + i]];
		instant_show(ch->at, &d->app->book->court.zone, at, sizeof at);
		snprintf(gone, sizeof gone, "%d", ch->gone);
		snprintf(come, sizeof come, "%d", ch->come);
		frame_row(c, where, (int)i + 1, columns, COUNT_OF(columns),
		          (const char *const[]){ at, ch->who, ch->name, gone, come });
	}
}

/* The chosen one whole. */
static void detail_setting(const struct data_setting *s, struct cells *c, struct area where)
{
	char when[64], line[16], place[720];
	validity(s, when, sizeof when);
	snprintf(line, sizeof line, "%d", s->line);
	message_fill(_("%1, baris %2"), (const char *const[]){ s->path, line }, 2, place,
	             sizeof place);
	const struct pair rows[] = { { _("Nama"), s->name },
		                     { _("Nilai"), s->value },
		                     { _("Sumber"), s->source[0] == '\0' ? "–" : s->source },
		                     { _("Berlaku"), when[0] == '\0' ? _("selalu") : when },
		                     { _("Berkas"), place } };
	(void)frame_pairs(c, where, DETAIL_LABEL, rows, COUNT_OF(rows));
}

static void draw_chosen(const struct settings_view *v, struct cells *c, struct area where)
{
	size_t chosen = picklist_chosen(&v->lists[v->page]);
	if (chosen >= v->lists[v->page].count)
		return;
	if (v->page == PAGE_SETTINGS)
		detail_setting(&v->survey.items[chosen], c, where);
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

static const char *empty_words(const struct settings_view *v)
{
	if (v->lists[v->page].count > 0)
		return _("Tidak ada yang cocok.");
	return v->page == PAGE_CHANGES
	           ? _("Belum ada berkas yang berubah sejak rumah data ini dibuat.")
	           : _("Tidak ada pengaturan.");
}

static void settings_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct settings_view *v = model;
	const struct picklist *list = &v->lists[v->page];
	struct area body = frame_whole(c);
	struct area rows = { body.row + 2, body.col, (int)list->window.rows + 1, body.cols };
	struct area below = { rows.row + rows.rows + 1, body.col + 2, DETAIL_ROWS, body.cols - 4 };
	desk_head(d, c,
	          v->page == PAGE_SETTINGS ? _("Pengaturan pengadilan") : _("Riwayat pengaturan"));
	int used = cells_put(c, body.row, body.col + 2, STYLE_DIM, _("Cari")) + 2;
	if (list->window.count == 0)
		cells_put(c, rows.row + 1, body.col + 2, STYLE_DIM, empty_words(v));
	else if (v->page == PAGE_SETTINGS)
		draw_settings(v, c, rows);
	else
		draw_changes(v, d, c, rows);
	if (list->window.count > 0)
		frame_choose(c, rows, (int)(list->window.at - list->window.top) + 1);
	int faults = draw_faults(v, c, below);
	draw_chosen(v, c,
	            (struct area){ below.row + faults, below.col, below.rows - faults,
	                           below.cols });
	entry_draw(&list->typed, c, body.row, body.col + 2 + used, true);
	const struct key_hint hints[] = {
		{ .key = K_TAB,
		  .name = "Tab",
		  .label = v->page == PAGE_SETTINGS ? _("riwayat") : _("pengaturan"),
		  .shown = true },
		{ .name = "↑↓", .label = _("pilih lain"), .shown = list->window.count > 1 },
		{ .key = K_F1, .shown = true },
		{ .key = K_ESC, .shown = true },
	};
	frame_foot(c, hints, COUNT_OF(hints));
}

const struct screen screen_settings = {
	.size = sizeof(struct settings_view),
	.open = settings_open,
	.on = settings_on,
	.draw = settings_draw,
	.news = settings_news,
	.close = settings_close,
};
