/* Step 3: the parties, with the panjar as it comes to be. */
#include "loket/list.h"
#include "loket/text.h"

#include "filing.h"

#define PIHAK "pihak"
#define KUASA "kuasa"

enum { SUM_ROWS = 3 };

static void reckon(struct filing_view *v, struct desk *d)
{
	struct fault why;
	day today = instant_day(d->now, &d->app->book->court.zone);
	arena_drop(&v->reckoned);
	if (!skum_compute(d->app->book,
	                  &(struct panjar_ask){ &v->form.state.values, suit_sheets(&v->filing),
	                                        today, false },
	                  &v->reckoned, &v->panjar, &why))
		v->panjar = (struct skum){ 0 };
}

/* ---- nothing is asked twice: what steps 1 and 2 know is proposed ---- */

/* A row's field, and where steps 1 and 2 have it. `word` is put as it stands. */
struct known {
	const char *field, *step, *from, *word;
};
static const struct known of_body[] = {
	{ "jenis_pihak", "", "", "badan" }, { "nama", "akun", "nama_badan", "" },
	{ "npwp", "akun", "npwp", "" },     { "akta_nomor", "pendaftar", "akta_nomor", "" },
	{ "wakil", "akun", "nama", "" },    { "telepon", "akun", "telepon", "" },
	{ "email", "akun", "email", "" },
};
static const struct known of_government[] = {
	{ "jenis_pihak", "", "", "pemerintah" }, { "nama", "akun", "nama_badan", "" },
	{ "wakil", "akun", "nama", "" },         { "telepon", "akun", "telepon", "" },
	{ "email", "akun", "email", "" },
};
static const struct known of_advocate[] = {
	{ "jenis_kuasa", "", "", "advokat" },
	{ "nama", "akun", "nama", "" },
	{ "kta", "pendaftar", "kta", "" },
	{ "nomor_kuasa", "pendaftar", "nomor_kuasa", "" },
	{ "tanggal_kuasa", "pendaftar", "tanggal_kuasa", "" },
};
static const struct known of_relative[] = {
	{ "jenis_kuasa", "", "", "insidentil" },
	{ "nama", "akun", "nama", "" },
	{ "izin_nomor", "pendaftar", "izin_nomor", "" },
	{ "izin_tanggal", "pendaftar", "izin_tanggal", "" },
	{ "nomor_kuasa", "pendaftar", "nomor_kuasa", "" },
	{ "tanggal_kuasa", "pendaftar", "tanggal_kuasa", "" },
};
static const struct {
	const char *account, *list;
	const struct known *fields;
	size_t count;
} proposals[] = {
	{ "badan_hukum", PIHAK, of_body, COUNT_OF(of_body) },
	{ "pemerintah", PIHAK, of_government, COUNT_OF(of_government) },
	{ "advokat", KUASA, of_advocate, COUNT_OF(of_advocate) },
	{ "kuasa_insidentil", KUASA, of_relative, COUNT_OF(of_relative) },
};

static void copy_account(struct filing_view *v, const char *list, int row)
{
	struct formview_source from = { .values = filing_values(&v->filing, "akun"), .list = "" };
	(void)formview_fill(&v->form, list, row, &from);
}

static void propose_row(struct filing_view *v, const char *list, const struct known *fields,
                        size_t count)
{
	struct values known = { 0 };
	const struct formview_source from = { .values = &known, .list = "" };
	for (size_t i = 0; i < count; i++) {
		const struct known *k = &fields[i];
		const char *text = text_is_empty(k->step)
		                       ? k->word
		                       : filing_value(&v->filing, k->step, k->from);
		values_set(&known, v->a, "", 0, k->field, text);
	}
	if (text_same(list, KUASA) && form_state_row_add(&v->form.state, KUASA) == 0)
		return;
	(void)formview_fill(&v->form, list, 1, &from);
}

/* A person who registers for himself is the first party; a body or an office too, through him; an
 * advocate or a relative is the first representative. */
static void propose(struct filing_view *v)
{
	const char *account = filing_value(&v->filing, "akun", "jenis");
	if (text_same(account, "perorangan"))
		copy_account(v, PIHAK, 1);
	for (size_t i = 0; i < COUNT_OF(proposals); i++) {
		if (text_same(proposals[i].account, account))
			propose_row(v, proposals[i].list, proposals[i].fields, proposals[i].count);
	}
}

static void parties_open(struct filing_view *v, struct desk *d)
{
	bool fresh = values_rows(&v->before, PIHAK) == 0 && !v->drafted;
	if (v->has_form && v->allowed && fresh)
		propose(v);
	if (v->has_form)
		reckon(v, d);
}

/* ---- keys ---- */

/* Who was plaintiff is defendant: all of both sides change places. */
static void swap_sides(struct filing_view *v, struct desk *d)
{
	struct form_state *s = &v->form.state;
	(void)formview_commit(&v->form);
	int rows = values_rows(&s->values, PIHAK);
	for (int row = 1; row <= rows; row++) {
		const char *side = values_get(&s->values, PIHAK, row, "kedudukan");
		const char *other = text_same(side, "p1")   ? "p2"
		                    : text_same(side, "p2") ? "p1"
		                                            : side;
		values_set(&s->values, s->a, PIHAK, row, "kedudukan", other);
	}
	s->changed = true;
	formview_enter(&v->form);
	filing_keep_draft(v, d);
	desk_say(d, STYLE_DONE, _("Kedudukan kedua pihak ditukar"));
}

static bool parties_key(struct filing_view *v, struct desk *d, enum key key)
{
	if (key == K_F5)
		copy_account(v, form_body_list(v), v->form.state.focus.row);
	else if (key == key_ctrl('T'))
		swap_sides(v, d);
	else
		return false;
	filing_keep_draft(v, d);
	reckon(v, d);
	return true;
}

/* Where the kind has no opponent, a further party is one more petitioner. */
static void fit_side(struct filing_view *v, const struct desk *d)
{
	struct form_state *s = &v->form.state;
	int row = s->focus.row;
	const struct case_type *type = rulebook_type(d->app->book,
	                                             values_of(&s->values, "perkara_jenis"));
	if (type == NULL || !text_same(form_body_list(v), PIHAK))
		return;
	const struct case_sides *sides = case_sides(type, values_of(&s->values, "alur"));
	bool fresh = text_is_empty(values_get(&s->values, PIHAK, row, "nama"));
	if (!fresh || !text_is_empty(sides->side2))
		return;
	values_set(&s->values, s->a, PIHAK, row, "kedudukan", "p1");
	formview_enter(&v->form);
}

/* What a village costs stands at the foot; why it does is said as it is chosen. */
static void say_radius(struct filing_view *v, struct desk *d, const struct form_position *left)
{
	struct village found;
	const struct form_state *s = &v->form.state;
	const char *code = values_get(&s->values, left->field->list, left->row, left->field->id);
	const struct village_lookup *g = s->scope.places;
	if (left->field->kind != KIND_VILLAGE || g == NULL || !g->find(g->self, code, v->a, &found))
		return;
	desk_say_with(d, STYLE_DIM, "%1, %2", village_label(&found, v->a),
	              village_note(&found, v->a));
}

static bool parties_on(struct filing_view *v, struct desk *d, const struct event *e,
                       struct intent *out)
{
	if (v->allowed && e->kind == EV_KEY && parties_key(v, d, e->key))
		return true;
	if (e->kind == EV_NEWS && text_same(e->text, "tukar"))
		swap_sides(v, d);
	const struct form_position before = v->form.state.focus;
	bool used = people_body_on(v, d, e, out);
	if (!used || !v->has_form)
		return used;
	if (e->kind == EV_KEY && e->key == K_F6)
		fit_side(v, d);
	reckon(v, d);
	if (before.field != NULL && v->form.state.focus.field != before.field)
		say_radius(v, d, &before);
	return true;
}

/* ---- the foot of the form ---- */

static void reckoning_words(const struct filing_view *v, struct text *out)
{
	for (size_t i = 0; i < v->panjar.line_count; i++) {
		const struct skum_line *line = &v->panjar.lines[i];
		char digits[32];
		money_digits(line->each, digits, sizeof digits);
		if (line->amount != 0)
			text_addf(out, "%s%s %lld × %s", out->length > 0 ? ", " : "", line->label,
			          (long long)line->times, digits);
	}
}

/* "1 Nur’aini · 2 Ahmad": whom a representative may stand for. */
static void party_numbers(const struct filing_view *v, struct text *out)
{
	const struct values *values = &v->form.state.values;
	int rows = values_rows(values, PIHAK);
	for (int row = 1; row <= rows; row++)
		text_addf(out, "%s%d %s", row > 1 ? " · " : "", row,
		          values_get(values, PIHAK, row, "nama"));
}

static void draw_panjar(const struct filing_view *v, struct cells *c, struct area where)
{
	char amount[32];
	struct arena a = arena_start(MIB);
	struct text words = text_start(&a);
	money_show(v->panjar.total, amount, sizeof amount);
	frame_sum(c, where, _("Panjar sementara"), amount);
	if (text_same(form_body_list(v), KUASA))
		party_numbers(v, &words);
	else
		reckoning_words(v, &words);
	cells_put_fit(c, where.row + 2, where.col, where.cols, STYLE_DIM, words.s);
	arena_drop(&a);
}

static void parties_draw(const struct filing_view *v, const struct desk *d, struct cells *c,
                         struct area where)
{
	form_body_draw(v, d, c,
	               (struct area){ where.row, where.col, where.rows - SUM_ROWS, where.cols });
	draw_panjar(v, c,
	            (struct area){ where.row + where.rows - SUM_ROWS, where.col, SUM_ROWS,
	                           where.cols });
}

static size_t parties_hints(const struct filing_view *v, struct key_hint *out)
{
	size_t n = form_body_hints(v, out);
	out[n++] = (struct key_hint){ .key = K_F5, .label = _("salin akun"), .shown = v->allowed };
	out[n++] = (struct key_hint){
		.key = key_ctrl('T'), .name = "Ctrl-T", .label = _("tukar"), .shown = v->allowed
	};
	return n;
}

static size_t parties_menu(const struct filing_view *v, const struct desk *d, struct choice *out)
{
	size_t n = form_body_menu(v, d, out);
	if (v->allowed)
		out[n++] = (struct choice){ "tukar", N_("Tukar kedudukan kedua pihak"), "Ctrl-T" };
	return n;
}

const struct body body_parties = { .act = &act_fill_parties,
	                           .done = N_("selesai"),
	                           .open = parties_open,
	                           .reckon = reckon,
	                           .on = parties_on,
	                           .draw = parties_draw,
	                           .hints = parties_hints,
	                           .menu = parties_menu };
