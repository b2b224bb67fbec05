/* Nothing is asked twice: what steps 1 and 2, earlier filings, SIPP and the court's data know is
 * proposed; and the panjar is reckoned as the parties come to be. */
#include <string.h>

#include "loket/list.h"
#include "loket/registrant.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "private.h"

enum { LOOK_MOST = 64 * MIB };

#define OUTCOMES "hasil"

/* ---- the parties ---- */

void session_copy_account(struct session *s, const char *list, int row)
{
	(void)propose_fill(s, list, row, filing_values(&s->filing, AKUN));
	moments_add(s, _("salin akun"));
	(void)session_keep(s, NULL);
	session_reckon(s);
}

void session_swap_sides(struct session *s)
{
	struct form_state *f = &s->form;
	int rows = values_rows(&f->values, PIHAK);
	for (int row = 1; row <= rows; row++) {
		const char *side = values_get(&f->values, PIHAK, row, "kedudukan");
		const char *other = text_same(side, "p1")   ? "p2"
		                    : text_same(side, "p2") ? "p1"
		                                            : side;
		values_set(&f->values, f->a, PIHAK, row, "kedudukan", other);
	}
	f->changed = true;
	session_say(s, TONE_DONE, "%1", _("Kedudukan kedua pihak ditukar"));
	moments_add(s, _("tukar kedudukan"));
	(void)session_keep(s, NULL);
	session_reckon(s);
}

/* Where the kind has no opponent, a further party is one more petitioner. */
static void fit_side(struct session *s, const char *list, int row)
{
	struct form_state *f = &s->form;
	const struct case_type *type = rulebook_type(s->book,
	                                             values_of(&f->values, "perkara_jenis"));
	if (type == NULL || s->act != &act_fill_parties || !text_same(list, PIHAK))
		return;
	if (text_is_empty(case_sides(type, values_of(&f->values, "alur"))->side2))
		values_set(&f->values, f->a, PIHAK, row, "kedudukan", "p1");
}

/* ---- the panjar ---- */

/* As the parties come to be, what can be reckoned; before the e-SKUM is issued all of it, and
 * afterwards the one that was issued. */
void session_reckon(struct session *s)
{
	struct fault why = { 0 };
	bool parties = s->act == &act_fill_parties && s->has_form, issues = s->act == &act_issue;
	const struct values *pihak = parties ? &s->form.values : filing_values(&s->filing, PIHAK);
	struct panjar_ask ask = { pihak, suit_sheets(&s->filing),
		                  instant_day(clock_now(), &s->book->court.zone), issues,
		                  &s->filing };
	arena_drop(&s->reckoned);
	s->panjar = (struct skum){ 0 };
	if (issues && !s->allowed)
		s->panjar = s->filing.skum;
	else if ((parties || issues) &&
	         !skum_compute(s->book, &ask, &s->reckoned, &s->panjar, &why)) {
		s->panjar = (struct skum){ 0 };
		if (!issues)
			return;
		s->allowed = false;
		s->refusal = why;
		session_fault(s, &why);
	}
}

/* ---- the other forms ---- */

static void propose_bank(struct session *s)
{
	struct values usual = { 0 };
	values_set(&usual, s->a, "", 0, "bank", s->book->court.bank_profile);
	(void)propose_fill(s, "", 0, &usual);
}

static struct hearing_ask asked_days(const struct session *s)
{
	return (struct hearing_ask){ s->book, &s->filing, &s->form.values,
		                     instant_day(clock_now(), &s->book->court.zone), s->a };
}

/* Where the court sets the day: the first on which all parties can be heard. */
static void propose_day(struct session *s)
{
	const struct hearing_ask ask = asked_days(s);
	day on;
	char iso[16];
	if (!text_is_empty(values_of(&s->form.values, "sidang_tanggal")) ||
	    hearing_days(&ask, &on, 1) == 0)
		return;
	day_iso(on, iso, sizeof iso);
	values_propose(&s->form.values, s->a, "", 0, "sidang_tanggal", iso);
}

/* Of the form's own fields, whatever it would begin with. */
static void propose_all(struct session *s, const struct values *known)
{
	const struct form *form = s->form.form;
	for (size_t i = 0; i < known->count; i++) {
		const char *id = known->items[i].field, *text = known->items[i].text;
		if (form_field(form, "", id) != NULL && !text_is_empty(text))
			values_propose(&s->form.values, s->a, "", 0, id, text);
	}
}

/* What came back before from where a party lives; "" : nothing. */
static const char *weather_at(struct session *s, const struct values *pihak, int row)
{
	const char *said;
	struct fault why;
	const char *village = values_get(pihak, PIHAK, row, "desa");
	const char *street = values_get(pihak, PIHAK, row, "alamat");
	if (text_is_empty(village) ||
	    !service_weather(s->login, village, street, s->a, &said, &why))
		return "";
	return sentence_said(s->a, said);
}

/* Of the first party who is not easily reached, as the call is given to a bailiff. */
static void say_weather_of(struct session *s, int first, int last)
{
	const struct values *pihak = filing_values(&s->filing, PIHAK);
	for (int row = first; row <= last; row++) {
		const char *said = weather_at(s, pihak, row);
		if (text_is_empty(said))
			continue;
		session_say(s, TONE_HINT, "%1. %2", values_get(pihak, PIHAK, row, "nama"), said);
		return;
	}
}

/* The one of the area, where SIPP did not name another. */
static void propose_bailiff(struct session *s, const char *village)
{
	const char *user;
	struct fault why;
	const struct form_scope *scope = &s->form.scope;
	if (text_is_empty(values_of(&s->form.values, "jurusita")) &&
	    service_bailiff_for(s->login,
	                        choices_named(scope->lists, scope->list_count, "jurusita"), village,
	                        s->a, &user, &why))
		values_propose(&s->form.values, s->a, "", 0, "jurusita", user);
}

/* A form nobody has touched begins as SIPP has it, and not with what is usual. */
static void propose_hearing(struct session *s)
{
	struct values known;
	const struct form_scope *scope = &s->form.scope;
	const struct values *pihak = filing_values(&s->filing, PIHAK);
	const struct case_type *type = rulebook_type(s->book, values_of(pihak, "perkara_jenis"));
	if (s->drafted || s->before.count > 0)
		return;
	if (type != NULL && case_sides(type, values_of(pihak, "alur"))->single_judge)
		values_propose(&s->form.values, s->a, "", 0, "hakim_tunggal", "ya");
	sync_proposal(filing_values(&s->filing, SIPP),
	              choices_named(scope->lists, scope->list_count, "jurusita"), DAY_NONE, s->a,
	              &known);
	propose_all(s, &known);
	const struct hearing_ask ask = asked_days(s);
	propose_bailiff(s, hearing_village(&ask));
	say_weather_of(s, 1, values_rows(pihak, PIHAK));
	propose_day(s);
}

void session_set_hearing(struct session *s, day on)
{
	struct form_state *f = &s->form;
	const struct hearing_ask ask = asked_days(s);
	char iso[16];
	day_iso(on, iso, sizeof iso);
	values_set(&f->values, f->a, "", 0, "sidang_tanggal", iso);
	f->changed = true;
	session_say(s, TONE_DONE, N_("Batas panggilan: %1"),
	            sentence_said(s->a, hearing_limits(&ask, on)));
	moments_add(s, _("hari sidang"));
	(void)session_keep(s, NULL);
}

static const struct summons *summons_meant(const struct session *s)
{
	for (size_t i = 0; i < s->filing.summons_count; i++) {
		if (s->filing.summons[i].number == s->number)
			return &s->filing.summons[i];
	}
	return NULL;
}

/* Only what may come of this channel is offered. */
static void offer_outcomes(struct session *s, const char *channel)
{
	struct form_scope *scope = &s->form.scope;
	struct choices *lists = arena_get(s->a, scope->list_count + 1, sizeof *lists);
	memcpy(lists, scope->lists, scope->list_count * sizeof *lists);
	for (size_t i = 0; i < scope->list_count; i++) {
		struct choices *all = &lists[i];
		if (!text_same(all->name, OUTCOMES))
			continue;
		struct choice *some = arena_get(s->a, all->count + 1, sizeof *some);
		size_t n = 0;
		for (size_t k = 0; k < all->count; k++) {
			if (outcome_comes_of(rulebook_outcome(s->book, all->items[k].value),
			                     channel))
				some[n++] = all->items[k];
		}
		*all = (struct choices){ .name = all->name, .items = some, .count = n };
		choices_fold(all, s->a);
	}
	scope->lists = lists;
}

/* What an earlier, open outcome said of the letter or the first announcement. */
static void propose_found(struct session *s, const struct summons_found *found)
{
	char on[16] = "";
	struct values known = { 0 };
	if (found->first != DAY_NONE)
		day_iso(found->first, on, sizeof on);
	values_set(&known, s->a, "", 0, "resi", found->resi);
	values_set(&known, s->a, "", 0, "media", found->medium);
	values_set(&known, s->a, "", 0, "pengumuman", on);
	(void)propose_fill(s, "", 0, &known);
}

static void propose_summons(struct session *s)
{
	const struct summons *one = summons_meant(s);
	if (one == NULL)
		return;
	values_propose(&s->form.values, s->a, "", 0, NUMBER, shown_number(s->a, s->number));
	offer_outcomes(s, one->channel);
	propose_found(s, &one->found);
	if (!s->drafted)
		session_focus(s, "hasil");
}

/* What was recorded of the call, to be mended. */
static void propose_mended(struct session *s)
{
	if (!s->drafted)
		propose_all(s, summons_values(&s->filing, (int)s->number));
	propose_summons(s);
}

/* The address that was sent the code; a draft may be about another. */
static void propose_domicile(struct session *s)
{
	struct form_state *f = &s->form;
	if (text_is_empty(s->subject))
		return;
	if (!text_same(values_of(&f->values, "alamat"), s->subject))
		values_set(&f->values, f->a, "", 0, "kode", "");
	values_set(&f->values, f->a, "", 0, "alamat", s->subject);
	session_focus(s, "kode");
}

static void propose_document(struct session *s)
{
	values_propose(&s->form.values, s->a, "", 0, NUMBER, shown_number(s->a, s->number));
	session_focus(s, "berkas_relaas");
}

static void propose_change(struct session *s)
{
	values_propose(&s->form.values, s->a, "", 0, NUMBER, shown_number(s->a, s->number));
	const struct summons *one = summons_meant(s);
	if (one != NULL)
		say_weather_of(s, one->party, one->party);
	session_focus(s, "jurusita");
}

/* As it was called before, by the channel the rule gives now, to the next hearing SIPP knows. */
static void propose_again(struct session *s)
{
	struct values known;
	const struct form_scope *scope = &s->form.scope;
	const struct summons *before = filing_summons(&s->filing, (int)s->number);
	if (before == NULL || s->drafted)
		return;
	struct summons next = *before;
	next.follows = before->number;
	next.base = call_base(s->book, before);
	if (text_is_empty(
	        next.base)) /* the usual reason for calling again who was called properly */
		next.base = "tidak_hadir";
	sync_proposal(filing_values(&s->filing, SIPP),
	              choices_named(scope->lists, scope->list_count, "jurusita"), before->hearing,
	              s->a, &known);
	const struct {
		const char *field, *text;
	} fields[] = {
		{ NUMBER, shown_number(s->a, s->number) },
		{ "dasar", next.base },
		{ "sidang_jam", before->time },
		{ "ruang", before->room },
		{ "kanal", summons_rule(s->book, &s->filing, &next) },
	};
	for (size_t i = 0; i < COUNT_OF(fields); i++)
		values_propose(&s->form.values, s->a, "", 0, fields[i].field, fields[i].text);
	propose_all(s, &known);
	propose_bailiff(s,
	                values_get(filing_values(&s->filing, PIHAK), PIHAK, before->party, "desa"));
	say_weather_of(s, before->party, before->party);
	session_focus(s, "dasar");
}

static const struct {
	const struct act *act;
	void (*run)(struct session *s);
	bool read_only; /* also where nothing can be typed */
} beginnings[] = {
	{ &act_fill_registrant, registrant_evidence, false },
	{ &act_fill_parties, propose_parties, false },
	{ &act_issue, propose_bank, false },
	{ &act_verify, checklist_begin, true },
	{ &act_set_hearing, propose_hearing, false },
	{ &act_record_service, propose_summons, false },
	{ &act_mend_service, propose_mended, false },
	{ &act_call_again, propose_again, false },
	{ &act_domicile_prove, propose_domicile, false },
	{ &act_attach_relaas, propose_document, false },
	{ &act_change_bailiff, propose_change, false },
	{ &act_return_prepare, propose_account, false },
	{ &act_payout_approve, propose_payout, false },
	{ &act_payout_reject, propose_payout, false },
	{ &act_payout_send, propose_payout, false },
	{ &act_payout_bounce, propose_payout, false },
};

void propose_begin(struct session *s)
{
	for (size_t i = 0; s->has_form && i < COUNT_OF(beginnings); i++) {
		if (beginnings[i].act == s->act && (s->allowed || beginnings[i].read_only))
			beginnings[i].run(s);
	}
	session_reckon(s);
}

/* ---- a field was left ---- */

/* A NIK that was seen before offers that person's data. */
static void offer_person(struct session *s, const struct form_position *left)
{
	struct values person = { 0 };
	struct fault why = { 0 };
	bool found = false;
	const struct form_state *f = &s->form;
	const char *list = left->field->list;
	const char *nik = values_get(&f->values, list, left->row, "nik");
	bool fresh = text_is_empty(values_get(&f->values, list, left->row, "nama"));
	if (left->field->kind != KIND_NIK || text_is_empty(nik) || !fresh ||
	    !service_person(s->login, nik, s->a, &person, &found, &why) || !found)
		return;
	if (propose_fill(s, list, left->row, &person) > 0)
		session_say(s, TONE_HINT, "%1",
		            _("Orang ini pernah tercatat: isiannya diusulkan; ubah bila kartu "
		              "berkata lain"));
}

/* What a village costs stands at the foot; why it does is said as it is chosen. */
static const char *radius_words(struct session *s, const struct form_position *left)
{
	struct village found;
	const struct form_state *f = &s->form;
	const char *code = values_get(&f->values, left->field->list, left->row, left->field->id);
	const struct village_lookup *g = f->scope.places;
	if (left->field->kind != KIND_VILLAGE || g == NULL || !g->find(g->self, code, s->a, &found))
		return "";
	return arena_print(s->a, "%s, %s", village_label(&found, s->a), village_note(&found, s->a));
}

/* And what came back from there before, once the village or the street is filled in. */
static void say_place(struct session *s, const struct form_position *left)
{
	const char *id = left->field->id;
	if (s->act != &act_fill_parties)
		return;
	bool party = text_same(left->field->list, PIHAK) &&
	             (text_same(id, "desa") || text_same(id, "alamat"));
	const char *radius = radius_words(s, left);
	const char *weather = party ? weather_at(s, &s->form.values, left->row) : "";
	bool both = !text_is_empty(radius) && !text_is_empty(weather);
	if (!text_is_empty(radius) || !text_is_empty(weather))
		session_say(s, TONE_HINT, "%1",
		            arena_print(s->a, "%s%s%s", radius, both ? ". " : "", weather));
}

/* Another answer made fields go that were filled in: they are kept as long as the form is open, and
 * come back with the answer. */
static void say_set_aside(struct session *s)
{
	const char *labels;
	size_t now = form_set_aside(s->form.form, &s->form.scope, s->a, &labels);
	if (now > s->set_aside)
		session_say(s, TONE_WARNING, _("Tidak ditanya lagi, jadi disisihkan: %1"), labels);
	s->set_aside = now;
}

/* Which call it is about was typed: what is known of it is proposed, and what follows goes on from
 * there. */
static void offer_call(struct session *s, const struct form_position *left)
{
	long long number;
	const struct form_position focus = s->form.focus;
	bool asked = s->act == &act_mend_service || s->act == &act_call_again;
	if (!asked || s->number != 0 || !text_same(left->field->id, NUMBER) ||
	    !text_number(values_of(&s->form.values, NUMBER), 1, INT32_MAX, &number))
		return;
	s->number = number;
	if (s->act == &act_mend_service)
		propose_mended(s);
	else
		propose_again(s);
	s->form.focus = focus;
}

/* Before anything is finished it is told what the file is not. */
static void look_at_file(struct session *s, const struct form_position *left)
{
	struct fault why = { 0 };
	const char *text = values_get(&s->form.values, left->field->list, left->row,
	                              left->field->id);
	if (left->field->kind != KIND_FILE || text_is_empty(text))
		return;
	struct arena a = arena_start(LOOK_MOST);
	if (!service_look(s->login, left->field, text, &a, &why))
		form_state_refuse(&s->form, left, &why);
	arena_drop(&a);
}

void session_left(struct session *s, const struct form_position *left)
{
	if (left->field == NULL)
		return;
	look_at_file(s, left);
	if (s->act != NULL) {
		offer_call(s, left);
		if (!registrant_offer(s, left) && !representative_offer(s, left))
			offer_person(s, left);
		session_reckon(s);
		say_place(s, left);
	}
	say_set_aside(s);
	moments_add(s, _(left->field->label));
	(void)session_keep(s, NULL);
}

/* ---- rows ---- */

int session_row_add(struct session *s, const char *list)
{
	int row = form_state_row_add(&s->form, list);
	if (row == 0) {
		session_say(s, TONE_FAULT, "%1", _("Daftar ini sudah penuh"));
		return 0;
	}
	fit_side(s, list, row);
	moments_add(s, _("tambah baris"));
	(void)session_keep(s, NULL);
	session_reckon(s);
	return row;
}

bool session_row_remove(struct session *s)
{
	struct form_position at = s->form.focus;
	if (at.field == NULL || at.row == 0 ||
	    !form_state_row_remove(&s->form, at.field->list, at.row))
		return false;
	s->form.changed = true;
	moments_add(s, _("hapus baris"));
	(void)session_keep(s, NULL);
	session_reckon(s);
	return true;
}

/* ---- undo ---- */

static bool turned(struct session *s, const char *what, const char *said)
{
	if (what == NULL)
		return false;
	(void)session_keep(s, NULL);
	session_reckon(s);
	if (s->said.tone == TONE_PLAIN)
		session_say(s, TONE_DONE, said, what);
	return true;
}

bool session_undo(struct session *s)
{
	return s->has_form && s->allowed && turned(s, moments_back(s), _("Dibatalkan: %1"));
}

bool session_redo(struct session *s)
{
	return s->has_form && s->allowed && turned(s, moments_forth(s), _("Dilakukan lagi: %1"));
}
