/* Akibat perubahan: what would be answered otherwise today, and what to do. The old value stays. */
#include <string.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "listview.h"

struct consequence_view {
	struct listview list;
	struct consequences found;
	const char *tried; /* the data file tried out; NULL: the rules in force */
};

static bool consequence_open(void *model, struct desk *d, struct arena *a,
                             const struct argument *with, struct fault *why)
{
	(void)d;
	(void)a;
	(void)why;
	((struct consequence_view *)model)->tried = with->text;
	return true;
}

static bool consequence_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct consequence_view *v = model;
	bool good = v->tried == NULL
	                ? service_consequences(&d->login, d->app->book, a, &v->found, why)
	                : service_try(&d->login, v->tried, a, &v->found, why);
	listview_fit(&v->list, v->found.count, d);
	return good;
}

static const struct consequence *chosen(const struct consequence_view *v)
{
	size_t at = listview_at(&v->list);
	return at < v->found.count ? &v->found.items[at] : NULL;
}

static void consequence_row(const void *model, const struct desk *d, size_t at,
                            struct listview_row *out)
{
	const struct consequence *one = &((const struct consequence_view *)model)->found.items[at];
	out->filing = &one->filing;
	out->cells[0] = one->reg;
	out->cells[1] = one->title;
	out->cells[2] = one->what;
	out->cells[3] = text_is_empty(one->is)
	                    ? one->was
	                    : arena_print(d->scratch, "%s → %s", one->was, one->is);
}

static const struct listview_column columns[] = {
	{ N_("Nomor"), .width = 22 },
	{ N_("Perkara"), .width = 24, .windows = LISTVIEW_WIDE },
	{ N_("Yang berubah"), .share = 1 },
	{ N_("Semula → kini"), .width = 23 },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.aside = true,
	.below = 3,
	.empty = N_("Tidak ada yang berubah oleh kalender, tarif, aturan atau SIPP."),
	.row = consequence_row,
};

static struct intent open_filing(void *model, struct desk *d)
{
	return open_screen(&screen_filing, (struct argument){ .filing = chosen(model)->filing });
}

static const struct binding keys[] = {
	{ K_ENTER, .label = N_("buka pendaftaran"), .run = open_filing, .when = listview_when_any },
};

static void consequence_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct consequence_view *v = model;
	const struct consequence *one = chosen(v);
	const char *slash = v->tried == NULL ? NULL : strrchr(v->tried, '/');
	desk_head(d, c,
	          v->tried == NULL ? _("Akibat perubahan")
	                           : message_text(d->scratch, _("Bila %1 berlaku"),
	                                          slash == NULL ? v->tried : slash + 1));
	if (one != NULL)
		frame_paragraph(c, listview_below(&v->list, c), STYLE_DIM,
		                message_text(d->scratch, "%1, %2: %3", one->title, one->what,
		                             one->todo));
}

const struct screen screen_consequence = {
	.size = sizeof(struct consequence_view),
	.title = N_("Akibat perubahan"),
	.help = N_(
	    "Yang dahulu benar dan kini akan dijawab lain: sidang pada hari yang kemudian "
	    "diliburkan, batas panggilan yang bergeser, e-SKUM yang tarifnya berakhir, sidang "
	    "yang dipindahkan SIPP, isian yang kini akan ditolak atau diperingatkan. "
	    "Nilai lama tetap tersimpan sampai seseorang memutuskan."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.open = consequence_open,
	.read = consequence_read,
	.draw = consequence_draw,
};
