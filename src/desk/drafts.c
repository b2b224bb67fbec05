/* Konsep: what this person has begun and not finished, to go on with or to throw away; and what was
 * thrown away since the login, to take back. */
#include "loket/acts.h"
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "listview.h"

struct drafts_view {
	struct listview list;
	struct drafts drafts;
	struct menu_item answers[2];
	struct id restored; /* command of the one taken back, to be chosen */
};

static bool drafts_read_all(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct drafts_view *v = model;
	bool good = service_drafts(&d->login, a, &v->drafts, why);
	listview_fit(&v->list, v->drafts.count, d);
	for (size_t i = 0; i < v->drafts.open; i++) {
		if (!id_none(&v->restored) &&
		    text_same(v->drafts.items[i].command.text, v->restored.text))
			listview_go(&v->list, i);
	}
	v->restored = (struct id){ "" };
	return good;
}

static const struct draft *chosen(const void *model)
{
	const struct drafts_view *v = model;
	size_t at = listview_at(&v->list);
	return at < v->drafts.count ? &v->drafts.items[at] : NULL;
}

/* ---- the picture ---- */

const char *draft_form(const struct draft *draft, const struct desk *d)
{
	const struct form *form = rulebook_form(d->app->book, draft->step);
	return form == NULL ? draft->step : _(form->title);
}

/* Of which summons it is the outcome; 0: of none. */
static int draft_summons(const struct draft *draft)
{
	long long number = 0;
	(void)text_number(values_of(&draft->values, "panggilan_ke"), 1, INT32_MAX, &number);
	return (int)number;
}

static const char *standing(const struct draft *draft, const struct desk *d)
{
	if (draft->dropped != INSTANT_NONE)
		return _("dibuang");
	if (draft_summons(draft) > 0)
		return message_text(d->scratch, _("panggilan ke-%1"),
		                    shown_number(d->scratch, draft_summons(draft)));
	return id_none(&draft->aside) ? "" : _("dari sesi yang putus");
}

static void drafts_row(const void *model, const struct desk *d, size_t at, struct listview_row *out)
{
	const struct draft *draft = &((const struct drafts_view *)model)->drafts.items[at];
	out->filing = &draft->filing;
	out->cells[0] = text_is_empty(draft->title) ? _("tanpa nama") : draft->title;
	out->cells[1] = draft_form(draft, d);
	out->cells[2] = desk_since(d, draft->at);
	out->cells[3] = standing(draft, d);
	out->figures[2] = draft->at;
	out->dim = draft->dropped != INSTANT_NONE;
}

static const struct listview_column columns[] = {
	{ N_("Siapa"), .share = 3 },
	{ N_("Langkah"), .share = 2 },
	{ N_("sejak"), .width = 9, .right = true, .by = LISTVIEW_FIGURE },
	{ "", .width = 20 },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.aside = true,
	.empty = N_("Tidak ada isian Anda yang belum selesai."),
	.row = drafts_row,
};

static void drafts_draw(const void *model, const struct desk *d, struct cells *c)
{
	desk_head(d, c, _("Isian yang belum selesai"));
}

/* ---- keys ---- */

/* A step is gone on with at the filing, another act in a screen of its own. */
struct intent draft_take_up(const struct draft *draft)
{
	const struct act *act = act_of_form(draft->step);
	struct argument with = { .filing = draft->filing, .draft = draft->aside, .act = act };
	if (act == NULL || act->usual) {
		with.step = act == NULL ? draft->step : act->step;
		return open_screen(&screen_filing, with);
	}
	with.number = draft_summons(draft);
	return open_screen(&screen_act, with);
}

static bool when_open(const void *model)
{
	return chosen(model) != NULL && chosen(model)->dropped == INSTANT_NONE;
}

static bool when_dropped(const void *model)
{
	return chosen(model) != NULL && chosen(model)->dropped != INSTANT_NONE;
}

static struct intent take_up(void *model, struct desk *d)
{
	return draft_take_up(chosen(model));
}

static struct intent restore(void *model, struct desk *d)
{
	struct fault why = { 0 };
	if (!desk_done(d, service_draft_restore(&d->login, chosen(model), &why),
	               N_("Isian diambil kembali"), &why))
		return stay();
	((struct drafts_view *)model)->restored = chosen(model)->command;
	return read_again();
}

static struct intent ask(void *model, struct desk *d)
{
	struct menu_item *items = ((struct drafts_view *)model)->answers;
	items[0] = (struct menu_item){ .id = 0, .label = _("Tidak, biarkan") };
	items[1] = (struct menu_item){
		.id = 1, .label = _("Ya, buang; sampai keluar masih dapat diambil kembali")
	};
	return open_screen(&screen_menu, (struct argument){ .title = _("Buang yang sudah diketik?"),
	                                                    .items = items,
	                                                    .item_count = 2 });
}

static struct intent drafts_resume(void *model, struct desk *d, const struct screen_result *reply)
{
	struct fault why = { 0 };
	if (reply->kind != REPLY_ITEM || reply->id == 0 || !when_open(model))
		return stay();
	(void)desk_done(d, service_draft_drop(&d->login, chosen(model), &why), N_("Isian dibuang"),
	                &why);
	return read_again();
}

static const struct binding keys[] = {
	{ K_ENTER, .label = N_("lanjutkan"), .run = take_up, .when = when_open },
	{ K_ENTER, .label = N_("ambil kembali"), .run = restore, .when = when_dropped },
	{ K_F4, .label = N_("buang"), .run = ask, .when = when_open },
	LISTVIEW_SORTS,
	LISTVIEW_PAGES,
};

const struct screen screen_drafts = {
	.size = sizeof(struct drafts_view),
	.title = N_("Isian yang belum selesai"),
	.help = N_(
	    "Apa yang sudah Anda ketik dan belum selesai, yang terakhir di atas. Enter "
	    "melanjutkan di isian yang ditinggalkan, F4 membuang. Yang dibuang tampak di bawah "
	    "sampai Anda keluar; Enter mengambilnya kembali."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.read = drafts_read_all,
	.resume = drafts_resume,
	.draw = drafts_draw,
};
