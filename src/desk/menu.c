/* F4: what else can be done on a screen, or what a list is filtered by; narrowed as one types. */
#include "loket/list.h"

#include "listview.h"

struct menu_view {
	struct listview list;
	struct argument with;
};

static bool menu_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                      struct fault *why)
{
	struct menu_view *v = model;
	const char **labels = arena_get(a, with->item_count + 1, sizeof *labels);
	(void)why;
	v->with = *with;
	for (size_t i = 0; i < with->item_count; i++)
		labels[i] = with->items[i].label;
	listview_offer(&v->list, labels, with->item_count, a, d);
	v->list.in_typing = false;
	return true;
}

static void menu_row(const void *model, const struct desk *d, size_t at, struct listview_row *out,
                     struct arena *a)
{
	const struct menu_view *v = model;
	(void)d;
	(void)a;
	out->cells[0] = v->with.items[at].label;
}

static const struct listview_column columns[] = { { "", .share = 1 } };
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.typing = N_("Cari"),
	.typed_most = 100,
	.narrows = true,
	.row = menu_row,
};

static struct intent take(void *model, struct desk *d)
{
	struct menu_view *v = model;
	const struct menu_item *item = &v->with.items[listview_at(&v->list)];
	struct intent i = back();
	(void)d;
	i.reply = (struct reply){ .kind = REPLY_ITEM, .id = item->id, .which = item->which };
	return i;
}

static const struct action actions[] = {
	{ K_ENTER, .label = N_("pilih"), .run = take, .when = listview_when_any },
	{ .name = "↑↓", .label = N_("pilih lain") },
};

static void menu_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct menu_view *v = model;
	desk_head(d, c, v->with.title);
}

const struct screen screen_menu = {
	.size = sizeof(struct menu_view),
	.actions = ACTIONS(actions),
	.listing = &listing,
	.over = true,
	.open = menu_open,
	.draw = menu_draw,
};
