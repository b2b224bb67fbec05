/* A document from the disk: folders and files, narrowed as one types. Answers with the path. */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "listview.h"

#define SAMPLES "data/sample" /* documents to try with, in a home for trying out */

enum { PATH_ROOM = 4096 };

struct picker {
	struct listview list;
	struct arena *a; /* the screen's */
	const char *title;
	char path[PATH_ROOM]; /* of the folder shown */
	char next[PATH_ROOM]; /* of the one to be read */
	struct folder folder;
	char picked[PATH_ROOM + 256];
};

/* Of a path that stands in the field already; else where the last one was found. */
static const char *folder_first(const struct desk *d, const char *standing, struct arena *a)
{
	struct document_kept kept;
	const char *path = path_bytes(standing == NULL ? "" : standing, a);
	const char *slash = strrchr(path, '/');
	if (path[0] == '/' && !document_taken(path, &kept))
		return slash == path ? "/" : arena_copy(a, path, (size_t)(slash - path));
	if (d->folder[0] != '\0')
		return d->folder;
	const char *only = documents_folder(&d->app->home);
	if (only != NULL)
		return only;
	return app_is_sample(d->app) ? home_data(&d->app->home, SAMPLES, a) : env_text("HOME");
}

static bool picker_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                        struct fault *why)
{
	struct picker *p = model;
	const char *from = folder_first(d, with->text, a);
	p->a = a;
	p->title = arena_text(a, with->title == NULL ? "" : with->title);
	snprintf(p->next, sizeof p->next, "%s", from);
	snprintf(p->path, sizeof p->path, "/");
	p->list.in_typing = false;
	return true;
}

/* A folder that cannot be read leaves the one that was shown. */
static bool picker_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct picker *p = model;
	bool other = !text_same(p->next, p->path);
	p->folder = (struct folder){ 0 };
	if (folder_read(p->next, a, &p->folder, why)) {
		snprintf(p->path, sizeof p->path, "%s", p->next);
	} else {
		desk_fault(d, why);
		p->folder = (struct folder){ 0 };
		if (!folder_read(p->path, a, &p->folder, why))
			return false;
	}
	const char **labels = arena_get(a, p->folder.count + 1, sizeof *labels);
	for (size_t i = 0; i < p->folder.count; i++)
		labels[i] = arena_print(a, "%s%s", p->folder.items[i].name,
		                        p->folder.items[i].folder ? "/" : "");
	if (other)
		entry_set(&p->list.list.typed, "");
	listview_offer(&p->list, labels, p->folder.count, a, d);
	if (other)
		window_go(&p->list.list.window, 0);
	return true;
}

static const char *size_words(const struct folder_entry *entry, struct arena *a)
{
	if (entry->folder)
		return _("folder");
	return shown_size(a, entry->size);
}

static void picker_row(const void *model, const struct desk *d, size_t at, struct listview_row *out)
{
	const struct picker *p = model;
	const struct folder_entry *entry = &p->folder.items[at];
	out->cells[0] = p->list.list.labels[at];
	out->cells[1] = size_words(entry, d->scratch);
	out->cells[2] = shown_instant(d->scratch, entry->changed, &d->app->book->court.zone);
}

static const struct listview_column columns[] = { { "", .share = 1 },
	                                          { "", .width = 9, .right = true },
	                                          { "", .width = 16 } };
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.typing = N_("Ketik nama"),
	.typed_most = 200,
	.narrows = true,
	.empty = N_("tidak ada berkas di sini; Backspace naik satu folder"),
	.row = picker_row,
};

static struct intent go_up(struct picker *p, const struct desk *d)
{
	const char *only = documents_folder(&d->app->home);
	if (only != NULL && text_same(p->path, only))
		return stay();
	snprintf(p->next, sizeof p->next, "%s", p->path);
	char *slash = strrchr(p->next, '/');
	if (slash == NULL)
		return stay();
	slash[slash == p->next ? 1 : 0] = '\0';
	return read_again();
}

static struct intent take(void *model, struct desk *d)
{
	struct picker *p = model;
	const struct folder_entry *entry = &p->folder.items[listview_at(&p->list)];
	struct intent i = back();
	const char *between = text_same(p->path, "/") ? "" : "/";
	snprintf(p->picked, sizeof p->picked, "%s%s%s", p->path, between, entry->name);
	if (entry->folder) {
		snprintf(p->next, sizeof p->next, "%.*s", PATH_ROOM - 1, p->picked);
		return read_again();
	}
	snprintf(d->folder, sizeof d->folder, "%s", p->path);
	i.reply = (struct screen_result){ .kind = REPLY_FILE, .text = path_text(p->picked, p->a) };
	return i;
}

static const struct binding keys[] = {
	{ K_ENTER, .label = N_("pilih"), .run = take, .when = listview_when_any },
	{ .name = "←", .label = N_("naik") },
	{ .name = "↑↓", .label = N_("pilih lain") },
};

static struct intent picker_on(void *model, struct desk *d, const struct event *e)
{
	struct picker *p = model;
	bool key = e->kind == EV_KEY, up = p->list.list.typed.length == 0;
	return key && (e->key == K_LEFT || (e->key == K_BACKSPACE && up)) ? go_up(p, d) : pass();
}

static void picker_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct picker *p = model;
	frame_head(c, message_text(d->scratch, _("Pilih berkas · %1"), p->title), p->path);
}

const struct screen screen_picker = {
	.size = sizeof(struct picker),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.over = true,
	.of_files = true,
	.open = picker_open,
	.read = picker_read,
	.on = picker_on,
	.draw = picker_draw,
};
