/* A document from the disk: folders and files, narrowed as one types. Answers with the path. */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "frame.h"
#include "picklist.h"
#include "screen.h"

enum {
	PATH_ROOM = 1024,
	WIDTH = 50,
	ROWS = 17,
	READ_MEMORY = 32 * 1024 * 1024,
	SIZE_ROOM = 32,
	KB = 1024
};

struct picker {
	struct argument with;
	struct arena *a;
	struct arena read; /* the folder's entries */
	char path[PATH_ROOM];
	struct folder folder;
	struct picklist list;
};

static bool read_folder(struct picker *p, const char *path, struct fault *why)
{
	struct folder folder = { 0 };
	arena_drop(&p->read);
	if (!folder_read(path, &p->read, &folder, why))
		return false;
	snprintf(p->path, sizeof p->path, "%s", path);
	p->folder = folder;
	const char **labels = arena_get(&p->read, folder.count + 1, sizeof *labels);
	for (size_t i = 0; i < folder.count; i++)
		labels[i] = arena_print(&p->read, "%s%s", folder.items[i].name,
		                        folder.items[i].folder ? "/" : "");
	picklist_init(&p->list, &p->read, WIDTH, ROWS);
	picklist_offer(&p->list, labels, folder.count);
	return true;
}

/* Where the last document came from, else home. */
static const char *begin_path(const struct desk *d)
{
	return d->folder[0] == '\0' ? env_text("HOME") : d->folder;
}

static bool picker_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                        struct fault *why)
{
	struct picker *p = model;
	p->with = *with;
	p->a = a;
	p->read = arena_start(READ_MEMORY);
	return read_folder(p, begin_path(d), why) || read_folder(p, "/", why);
}

static void go(struct picker *p, struct desk *d, const char *path)
{
	struct fault why = { 0 };
	char before[PATH_ROOM];
	snprintf(before, sizeof before, "%s", p->path);
	if (read_folder(p, path, &why))
		return;
	desk_fault(d, &why);
	(void)read_folder(p, before, &why);
}

static void go_up(struct picker *p, struct desk *d)
{
	char parent[PATH_ROOM];
	snprintf(parent, sizeof parent, "%s", p->path);
	char *slash = strrchr(parent, '/');
	if (slash == NULL)
		return;
	slash[slash == parent ? 1 : 0] = '\0';
	go(p, d, parent);
}

static struct intent take(struct picker *p, struct desk *d)
{
	char path[PATH_ROOM + 256];
	size_t at = picklist_chosen(&p->list);
	if (at >= p->folder.count)
		return stay();
	const struct folder_entry *entry = &p->folder.items[at];
	snprintf(path, sizeof path, "%s%s%s", p->path, text_same(p->path, "/") ? "" : "/",
	         entry->name);
	if (entry->folder) {
		go(p, d, path);
		return stay();
	}
	snprintf(d->folder, sizeof d->folder, "%s", p->path);
	struct intent i = back();
	i.answer = arena_text(p->a, path);
	return i;
}

static struct intent picker_on(void *model, struct desk *d, const struct event *e)
{
	struct picker *p = model;
	bool key = e->kind == EV_KEY;
	if (key && (e->key == K_ESC || e->key == K_F3))
		return back();
	if (key && e->key == K_ENTER)
		return take(p, d);
	if (key && (e->key == K_LEFT || (e->key == K_BACKSPACE && p->list.typed.length == 0))) {
		go_up(p, d);
		return stay();
	}
	if (e->kind == EV_MOUSE && window_mouse(&p->list.window, e->button, e->row - 4))
		return stay();
	(void)picklist_on(&p->list, e);
	return stay();
}

static void size_words(const struct folder_entry *entry, char *out, size_t capacity)
{
	if (entry->folder)
		snprintf(out, capacity, "%s", _("folder"));
	else if (entry->size < KB * KB)
		snprintf(out, capacity, "%lld KB", (long long)((entry->size + KB - 1) / KB));
	else
		snprintf(out, capacity, "%lld MB", (long long)(entry->size / (KB * KB)));
}

static void draw_entries(const struct picker *p, const struct desk *d, struct cells *c,
                         struct area where)
{
	static const struct frame_column columns[] = { { "", 2, 48, false },
		                                       { "", 51, 9, true },
		                                       { "", 62, 16, false } };
	const struct window *w = &p->list.window;
	for (size_t i = 0; i < w->rows && w->top + i < w->count; i++) {
		const struct folder_entry *entry = &p->folder.items[p->list.shown[w->top + i]];
		char size[SIZE_ROOM], changed[SIZE_ROOM];
		size_words(entry, size, sizeof size);
		instant_show(entry->changed, &d->app->book->court.zone, changed, sizeof changed);
		const char *texts[] = { p->list.labels[p->list.shown[w->top + i]], size, changed };
		frame_row(c, where, (int)i, columns, COUNT_OF(columns), texts);
		if (w->top + i == w->at)
			frame_choose(c, where, (int)i);
	}
	if (w->count == 0)
		cells_put(c, where.row, where.col + 2, STYLE_DIM,
		          _("tidak ada berkas di sini; Backspace naik satu folder"));
}

static void picker_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct picker *p = model;
	struct area body = frame_areas(c, false).body;
	char head[300];
	message_fill(_("Pilih berkas · %1"),
	             (const char *const[]){ p->with.title == NULL ? "" : p->with.title }, 1, head,
	             sizeof head);
	frame_head(c, head, p->path);
	int used = cells_put(c, body.row, body.col + 2, STYLE_DIM, _("Ketik nama")) + 2;
	cells_put(c, body.row, body.col + 2 + used, STYLE_FIELD, p->list.typed.text);
	draw_entries(p, d, c, (struct area){ body.row + 2, body.col, body.rows - 2, body.cols });
	const struct key_hint hints[] = {
		{ .key = K_ENTER, .label = _("pilih"), .shown = p->list.window.count > 0 },
		{ .key = K_LEFT, .name = "←", .label = _("naik"), .shown = true },
		{ .name = "↑↓", .label = _("pilih lain"), .shown = true },
		{ .key = K_ESC, .shown = true }
	};
	frame_foot(c, hints, COUNT_OF(hints));
}

static void picker_close(void *model, struct desk *d)
{
	struct picker *p = model;
	(void)d;
	arena_drop(&p->read);
}

const struct screen screen_picker = {
	.size = sizeof(struct picker),
	.open = picker_open,
	.on = picker_on,
	.draw = picker_draw,
	.close = picker_close,
};
