/* Steps 8 and 9: what SIPP says of the case, and the summonses to its first hearing. */
#include <stdio.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "filing.h"

/* ---- the case as SIPP has it ---- */

static const char *names(const struct values *told, const char *list, struct arena *a)
{
	const char *s = sync_names(told, list, a);
	return text_is_empty(s) ? "–" : s;
}

static const char *hearings(const struct values *told, struct arena *a)
{
	struct text t = text_start(a);
	int rows = values_rows(told, "sidang");
	for (int row = 1; row <= rows; row++)
		text_addf(&t, "%s%s", row > 1 ? "; " : "", sync_hearing(told, row, a));
	return t.length > 0 ? t.s : "–";
}

void case_draw(const struct filing_view *v, struct cells *c, struct area where)
{
	const struct values *told = filing_values(&v->face.session.filing, SIPP);
	if (told->count == 0) {
		frame_paragraph(c, where, STYLE_DIM,
		                text_is_empty(v->face.session.filing.number.number)
		                    ? ""
		                    : _("SIPP belum menyebut majelis, jurusita dan sidang."));
		return;
	}
	struct arena a = arena_start(MIB);
	const struct pair rows[] = { { _("Majelis"), names(told, "hakim", &a) },
		                     { _("Panitera peng."), names(told, "panitera", &a) },
		                     { _("Jurusita"), names(told, "jurusita", &a) },
		                     { _("Sidang"), hearings(told, &a) } };
	(void)frame_pairs(c, where, 17, rows, COUNT_OF(rows));
	arena_drop(&a);
}

bool case_when_numbered(const void *model)
{
	const struct filing_view *v = model;
	return !text_is_empty(v->face.session.filing.number.number);
}

/* ---- step 9: the hearing; once it is set, the summonses ---- */

static void draw_summonses(const struct filing_view *v, struct cells *c, struct area where)
{
	static const struct frame_column columns[] = {
		{ "", 0, 3, true },
		{ "", 4, 26, false },
		{ "", 31, 16, false },
		{ "", 48, 27, false },
	};
	for (size_t i = 0; i < v->face.session.filing.summons_count; i++) {
		const struct summons *s = &v->face.session.filing.summons[i];
		char number[16], deadline[32];
		snprintf(number, sizeof number, "%d", s->number);
		day_show(s->deadline, deadline, sizeof deadline);
		const char *cells[] = { number, s->name, s->channel,
			                text_is_empty(s->outcome) ? deadline
			                                          : worth_name(s->worth) };
		frame_row(c, where, (int)i, columns, COUNT_OF(columns), cells);
	}
}

static void summons_draw(const struct filing_view *v, const struct desk *d, struct cells *c,
                         struct area where)
{
	int count = (int)v->face.session.filing.summons_count;
	int below = count == 0 ? CASE_ROWS : count + 2;
	struct area rest = { where.row + where.rows - below, where.col, below, where.cols };
	form_body_draw(v, d, c,
	               (struct area){ where.row, where.col, where.rows - below, where.cols });
	if (count == 0) {
		case_draw(v, c, rest);
		return;
	}
	cells_put(c, rest.row, rest.col, STYLE_TITLE,
	          _("Panggilan, kanal, dan batas waktu atau hasilnya"));
	draw_summonses(v, c, (struct area){ rest.row + 1, rest.col, below - 1, rest.cols });
}

static void summons_menu(const struct filing_view *v, struct menu *m)
{
	const struct filing *f = &v->face.session.filing;
	for (size_t i = 0; i < f->summons_count; i++)
		menu_add(m, MENU_BODY, f->summons[i].number,
		         arena_print(v->face.a, "%s: %s", _("Cetak relaas"), f->summons[i].name));
}

static struct intent summons_resume(struct filing_view *v, struct desk *d,
                                    const struct reply *reply)
{
	return filing_print(v, d, "relaas", reply->which);
}

static struct intent ask_sipp(void *model, struct desk *d)
{
	return filing_do(model, d, &act_hearing_ask);
}

static const struct action actions[] = {
	FORM_FINISH(N_("tetapkan")),
	FORM_ADD,
	FORM_PAGES,
	{ K_F5, .label = N_("tanyakan ke SIPP"), .run = ask_sipp, .when = case_when_numbered },
};
const struct body body_summons = { .act = &act_set_hearing,
	                           .actions = ACTIONS(actions),
	                           .draw = summons_draw,
	                           .menu = summons_menu,
	                           .resume = summons_resume };
