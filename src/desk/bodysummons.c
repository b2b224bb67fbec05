/* Steps 8 and 9: what SIPP says of the case, and the summonses to its first hearing. */
#include <stdio.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "filing.h"

#define CASE "sipp" /* the fill that holds it */

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
	const struct values *told = filing_values(&v->filing, CASE);
	if (told->count == 0) {
		frame_paragraph(c, where, STYLE_DIM,
		                text_is_empty(v->filing.number.number)
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

static bool can_refresh(const struct filing_view *v)
{
	return !text_is_empty(v->filing.number.number);
}

bool case_on(struct filing_view *v, struct desk *d, const struct event *e)
{
	if (e->kind != EV_KEY || e->key != K_F5 || !can_refresh(v))
		return false;
	(void)filing_do(v, d, v->body == &body_number ? &act_case_ask : &act_hearing_ask, NULL);
	return true;
}

struct key_hint case_hint(const struct filing_view *v)
{
	return (struct key_hint){ .key = K_F5,
		                  .label = _("tanyakan ke SIPP"),
		                  .shown = can_refresh(v) };
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
	for (size_t i = 0; i < v->filing.summons_count; i++) {
		const struct summons *s = &v->filing.summons[i];
		char number[16], deadline[32];
		snprintf(number, sizeof number, "%d", s->number);
		day_show(s->deadline, deadline, sizeof deadline);
		const char *cells[] = { number, s->name, s->channel,
			                text_is_empty(s->outcome) ? deadline
			                                          : worth_name(s->worth) };
		frame_row(c, where, (int)i, columns, COUNT_OF(columns), cells);
	}
}

/* A form nobody has touched begins as SIPP has it, and not with what is usual. */
static void summons_open(struct filing_view *v, struct desk *d)
{
	struct values known;
	struct form_state *state = &v->form.state;
	const struct form_scope *scope = &state->scope;
	(void)d;
	if (!v->has_form || !v->allowed || v->drafted || v->before.count > 0)
		return;
	sync_proposal(filing_values(&v->filing, CASE),
	              choices_named(scope->lists, scope->list_count, "jurusita"), v->a, &known);
	for (size_t i = 0; i < known.count; i++)
		values_set(&state->values, state->a, "", 0, known.items[i].field,
		           known.items[i].text);
	formview_enter(&v->form);
}

static void summons_draw(const struct filing_view *v, const struct desk *d, struct cells *c,
                         struct area where)
{
	int count = (int)v->filing.summons_count;
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

static size_t summons_menu(const struct filing_view *v, const struct desk *d, struct choice *out)
{
	size_t n = form_body_menu(v, d, out);
	for (size_t i = 0; i < v->filing.summons_count && n < MENU_MOST; i++) {
		const struct summons *s = &v->filing.summons[i];
		out[n++] = (struct choice){ arena_print(v->a, "relaas:%d", s->number),
			                    arena_print(v->a, "%s: %s", _("Cetak relaas"), s->name),
			                    "" };
	}
	return n;
}

static bool summons_on(struct filing_view *v, struct desk *d, const struct event *e,
                       struct intent *out)
{
	long long number;
	if (case_on(v, d, e))
		return true;
	if (e->kind == EV_NEWS && text_starts(e->text, "relaas:") &&
	    text_number(e->text + 7, 1, 999, &number)) {
		filing_print(v, d, "relaas", (int)number);
		return true;
	}
	return form_body_on(v, d, e, out);
}

static size_t summons_hints(const struct filing_view *v, struct key_hint *out)
{
	size_t n = form_body_hints(v, out);
	out[n++] = case_hint(v);
	return n;
}

const struct body body_summons = { .act = &act_set_hearing,
	                           .done = N_("tetapkan"),
	                           .open = summons_open,
	                           .on = summons_on,
	                           .draw = summons_draw,
	                           .hints = summons_hints,
	                           .menu = summons_menu };
