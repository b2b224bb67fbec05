/* Pemeriksaan: what the checks of the machine found last, the worst first; they are run again in a
 * process of their own, because asking bank and SIPP takes its time. */
#include <string.h>

#include "loket/doctor.h"
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "listview.h"

struct checkup_view {
	struct listview list;
	struct checkup up;
	struct child child;
	bool running;
};

static void worst_first(struct checkup *up, struct arena *a)
{
	struct checkup_row *sorted = arena_get(a, up->count + 1, sizeof *sorted);
	size_t count = 0;
	for (int state = CHECKUP_RED; state >= CHECKUP_GREEN; state--) {
		for (size_t i = 0; i < up->count; i++) {
			if ((int)up->items[i].state == state)
				sorted[count++] = up->items[i];
		}
	}
	up->items = sorted;
}

static bool checkup_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                         struct fault *why)
{
	((struct checkup_view *)model)->child = (struct child){ .in = -1, .out = -1 };
	return true;
}

static bool checkup_read_kept(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct checkup_view *v = model;
	bool good = service_checkup_kept(&d->login, a, &v->up, why);
	if (!good)
		v->up = (struct checkup){ .at = INSTANT_NONE };
	worst_first(&v->up, a);
	listview_fit(&v->list, v->up.count, d);
	return good;
}

static void ended(struct checkup_view *v, struct desk *d)
{
	if (v->running)
		d->watched = -1;
	v->running = false;
	child_stop(&v->child);
}

static void checkup_close(void *model, struct desk *d)
{
	ended(model, d);
}

/* ---- running them ---- */

static struct intent run_again(void *model, struct desk *d)
{
	struct checkup_view *v = model;
	struct fault why;
	const char *const argv[] = { arena_print(d->scratch, "%s/loket", d->app->home.libexec),
		                     "doctor", "--dawn", NULL };
	if (v->running)
		return stay();
	if (!child_start_apart(&v->child, argv, &why)) {
		desk_fault(d, &why);
		return stay();
	}
	child_shut(&v->child);
	v->running = true;
	d->watched = v->child.out;
	desk_say(d, STYLE_DIM, _("Sedang diperiksa; bank dan SIPP ditanya satu per satu"));
	return stay();
}

static struct intent take(struct checkup_view *v, struct desk *d)
{
	enum { PIECE = 4096, SECOND = 1000, LAST_WORD = 2 * SECOND };
	char piece[PIECE];
	int code = 0;
	if (pipe_take(v->child.out, piece, sizeof piece) != 0)
		return stay();
	(void)child_wait(&v->child, LAST_WORD, &code);
	ended(v, d);
	if (code == 0)
		desk_say(d, STYLE_DONE, _("Selesai diperiksa"));
	else
		desk_say(d, STYLE_FAULT, _("Pemeriksaan gagal; jalankan loket doctor di shell"));
	return stay();
}

static struct intent checkup_on(void *model, struct desk *d, const struct event *e)
{
	struct checkup_view *v = model;
	if (e->kind == EV_NEWS && v->running)
		return take(v, d);
	return pass();
}

static struct intent show_one(void *model, struct desk *d)
{
	const struct checkup_view *v = model;
	size_t at = listview_at(&v->list);
	if (at >= v->up.count)
		return stay();
	const struct checkup_row *row = &v->up.items[at];
	return open_screen(&screen_help,
	                   (struct argument){
	                       .title = row->name,
	                       .text = arena_print(d->scratch, "%s\n\n%s",
	                                           sentence_said(d->scratch, row->said),
	                                           sentence_said(d->scratch, row->remedy)) });
}

/* ---- the picture ---- */

static void checkup_line(const void *model, const struct desk *d, size_t at,
                         struct listview_row *out)
{
	const struct checkup_view *v = model;
	const struct checkup_row *row = &v->up.items[at];
	out->cells[0] = _(checkup_state_name(row->state));
	out->cells[1] = row->name;
	out->cells[2] = sentence_said(d->scratch, row->said);
	out->cells[3] = sentence_said(d->scratch, row->remedy);
	out->marked = row->state != CHECKUP_GREEN;
}

static const struct listview_column columns[] = {
	{ N_("Keadaan"), .width = 8 },
	{ N_("Pemeriksaan"), .width = 19 },
	{ N_("Temuan"), .share = 3 },
	{ N_("Yang dilakukan"), .share = 2, .windows = LISTVIEW_WIDE },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.empty = N_("Belum pernah diperiksa. F6 memeriksa sekarang."),
	.row = checkup_line,
};

static const struct binding keys[] = {
	{ K_ENTER, .label = N_("selengkapnya"), .run = show_one },
	{ K_F6, .label = N_("periksa sekarang"), .run = run_again },
	LISTVIEW_SORTS,
};

static void checkup_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct checkup_view *v = model;
	const struct zone *z = &d->app->book->court.zone;
	desk_head(d, c,
	          v->up.at == INSTANT_NONE ? _("Pemeriksaan")
	                                   : message_text(d->scratch, _("Pemeriksaan %1"),
	                                                  shown_instant(d->scratch, v->up.at, z)));
}

const struct screen screen_checkup = {
	.size = sizeof(struct checkup_view),
	.title = N_("Pemeriksaan"),
	.help = N_(
	    "Apa yang dibutuhkan loket, dan bagaimana keadaannya ketika terakhir diperiksa: disk, jam, "
	    "basis data, kunci, pekerja, antrean, data pengadilan, cadangan, jaringan, bank, SIPP, "
	    "e-mail, printer, pemindai, huruf, terminal. Merah: perbaiki sekarang; kuning: segera. "
	    "Enter memperlihatkan temuan dan yang dilakukan selengkapnya, F6 memeriksa sekarang. "
	    "Pemeriksaan berjalan sendiri tiap subuh; perintahnya loket doctor."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.open = checkup_open,
	.read = checkup_read_kept,
	.on = checkup_on,
	.draw = checkup_draw,
	.close = checkup_close,
};
