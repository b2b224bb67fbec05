/* The life of a form: begun, taken up again as it was left, read beside what others do. */
#include <string.h>

#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "private.h"

enum { HISTORY_ROWS = 40 };

static const size_t memory_most = 64 * MIB;

/* ---- beginning and reading ---- */

void session_begin(struct session *s, const struct login *login, const struct id *filing,
                   struct arena *a)
{
	*s = (struct session){ .login = login,
		               .a = a,
		               .id = *filing,
		               .book = login->app->book,
		               .drafts = true,
		               .subject = "",
		               .read = arena_start(memory_most),
		               .reckoned = arena_start(memory_most) };
}

void session_end(struct session *s)
{
	arena_drop(&s->read);
	arena_drop(&s->reckoned);
}

bool session_read(struct session *s, struct fault *why)
{
	struct arena *a = &s->read;
	arena_drop(a);
	s->filing = (struct filing){ 0 };
	s->history = (struct history){ 0 };
	s->mended = (struct mended_list){ 0 };
	if (id_none(&s->id))
		return true;
	bool good = service_filing(s->login, &s->id, a, &s->filing, why) &&
	            service_history(s->login, &s->id, HISTORY_ROWS, a, &s->history, why) &&
	            (s->filing.verdict.round == 0 ||
	             service_mended(s->login, &s->id, a, &s->mended, why));
	if (good && s->act == &act_issue)
		session_reckon(s); /* the e-SKUM that was issued lives in what was read */
	return good;
}

void session_read_again(struct session *s)
{
	struct fault why = { 0 };
	if (!session_read(s, &why))
		session_fault(s, &why);
}

void session_presence(struct session *s)
{
	struct arena a = arena_start(memory_most);
	struct presence_row *rows;
	size_t count = 0;
	struct fault why;
	if (service_presence(s->login, &s->id, &a, &rows, &count, &why)) {
		if (count > s->others)
			session_say(s, TONE_WARNING, _("%1 membuka pendaftaran ini sejak %2"),
			            rows[count - 1].who,
			            shown_clock(&a, rows[count - 1].since, &s->book->court.zone));
		s->others = count;
	}
	arena_drop(&a);
}

/* ---- which act ---- */

static bool may(const struct session *s, const struct act *act, struct fault *why)
{
	char who[256];
	if (!court_may(s->book, &s->filing, act, why))
		return false;
	if (login_may(s->login, act->name))
		return true;
	login_who_may(s->login, act->name, who, sizeof who);
	return fault_set(why, FAULT_REFUSED, "%1", who);
}

static const struct step *step_named(const char *key)
{
	for (size_t i = 0; i < court_step_count; i++) {
		if (text_same(court_steps[i]->key, key))
			return court_steps[i];
	}
	return NULL;
}

const struct act *session_usual(const struct session *s, const char *key)
{
	struct fault why;
	const struct act *first = NULL;
	const struct step *step = step_named(key);
	if (step == NULL)
		return NULL;
	for (size_t i = step->act_count; i > 0; i--) {
		const struct act *act = step->acts[i - 1];
		if (act->usual && may(s, act, &why))
			return act;
		first = act->usual ? act : first;
	}
	return first != NULL ? first : step->acts[0];
}

/* ---- the form ---- */

/* One filing has several summonses, and one draft of an outcome: that of the summons it names. */
static bool is_draft(const struct session *s, const struct draft *d, const char *form,
                     const struct id *aside)
{
	long long number;
	if (!text_same(d->filing.text, s->id.text) || !text_same(d->step, form) ||
	    d->dropped != INSTANT_NONE)
		return false;
	return s->number == 0
	           ? text_same(d->aside.text, aside->text)
	           : (text_number(values_of(&d->values, NUMBER), 1, INT32_MAX, &number) &&
	              number == s->number);
}

static const struct draft *draft_of(const struct session *s, const struct drafts *all,
                                    const char *form)
{
	static const struct id usual = { "" };
	const struct draft *one = NULL;
	for (size_t i = 0; i < all->count; i++) {
		const struct draft *d = &all->items[i];
		if (!id_none(&s->wanted) && is_draft(s, d, form, &s->wanted))
			return d;
		one = one == NULL && is_draft(s, d, form, &usual) ? d : one;
	}
	return one;
}

/* It is this session's from now on: one that hangs elsewhere cannot write over it. */
static void take_up(struct session *s, const struct draft *draft)
{
	struct fault why = { 0 };
	struct draft ours = *draft;
	session_focus(s, draft->focus);
	session_say(s, TONE_HINT, "%1", _("Isian yang belum selesai dilanjutkan"));
	ours.was = draft->edition;
	ours.edition = id_new();
	bool taken = service_draft_keep(s->login, &ours, &why) && !ours.overtaken;
	s->edition = taken ? ours.edition : draft->edition;
	s->aside = draft->aside;
}

/* Why the hearing of the form that is filled in cannot be on a day. */
static const char *hearing_why_not(const void *self, day on)
{
	const struct session *s = self;
	struct arena a = arena_start(16 * KIB);
	const struct summons *before = filing_summons(&s->filing, (int)s->number);
	const struct hearing_ask ask = { s->book, &s->filing, &s->form.values, s->form.scope.today,
		                         &a };
	struct summons call = { .channel = values_of(&s->form.values, "kanal") };
	if (before != NULL && text_is_empty(call.channel))
		call.channel = before->channel;
	const char *why = s->act == &act_call_again ? hearing_unlawful_for(&ask, &call, on)
	                                            : hearing_unlawful(&ask, on);
	arena_drop(&a);
	return why;
}

/* A step's own form goes on from what it holds; others (an approval, an outcome) begin empty. */
static bool form_begin(struct session *s, const struct form *form, struct fault *why)
{
	struct drafts drafts = { 0 };
	struct form_scope scope;
	static const struct values empty = { 0 };
	bool own = s->act != NULL && text_same(form->step, s->act->step);
	const struct values *kept = own ? filing_values(&s->filing, form->step) : &empty;
	if (!service_scope(s->login, &s->filing, NULL, s->a, &scope, why) ||
	    (s->drafts && !service_drafts(s->login, s->a, &drafts, why)))
		return false;
	const struct draft *draft = s->allowed ? draft_of(s, &drafts, form->step) : NULL;
	values_copy(&s->before, kept, s->a);
	s->seen = draft != NULL ? draft->seen : s->filing.version;
	s->command = draft != NULL && !id_none(&draft->command) ? draft->command : id_new();
	s->begun = clock_now();
	if (s->act == &act_set_hearing || s->act == &act_call_again) {
		scope.lawful_field = "sidang_tanggal";
		scope.unlawful = (struct closed_days){ s, hearing_why_not };
	}
	form_state_start(&s->form, form, draft != NULL ? &draft->values : kept, &scope, s->a);
	s->has_form = true;
	s->drafted = draft != NULL;
	if (draft != NULL)
		take_up(s, draft);
	else if (s->number != 0)
		s->aside = s->command; /* a draft for each summons */
	return true;
}

void session_take(struct session *s, const struct act *act)
{
	struct fault why = { 0 };
	s->book = s->login->app->book;
	s->act = act;
	const struct form *form = act == NULL ? NULL : rulebook_form(s->book, act->form);
	s->has_form = s->drafted = s->unkept = s->known = false;
	s->edition = s->aside = (struct id){ "" };
	s->set_aside = 0;
	s->panjar = (struct skum){ 0 };
	s->allowed = act != NULL && may(s, act, &s->refusal);
	if (form != NULL && !form_begin(s, form, &why))
		session_fault(s, &why);
	propose_begin(s);
	moments_begin(s);
}

bool session_take_form(struct session *s, const char *key, struct fault *why)
{
	const struct form *form = rulebook_form(s->book, key);
	s->act = NULL;
	s->allowed = true;
	s->drafts = false;
	if (form == NULL)
		return fault_set(why, FAULT_MISUSE, N_("Formulir %1 tidak ada di folder forms"),
		                 key);
	bool good = form_begin(s, form, why);
	moments_begin(s);
	return good;
}

/* ---- what others do ---- */

/* Read-only acts follow at once; what is being typed stays, and so does the act while it may still
 * be done. */
bool session_news(struct session *s, int64_t version_before)
{
	bool other_rules = s->book != s->login->app->book;
	s->book = s->login->app->book;
	if (s->filing.version == version_before && !other_rules)
		return false;
	bool typing = s->has_form && s->allowed && (s->drafted || s->form.changed) &&
	              may(s, s->act, &s->refusal);
	if (typing && other_rules)
		session_reckon(s);
	if (other_rules)
		session_say(s, TONE_WARNING, "%1",
		            _("Berkas data pengadilan berubah; aturan yang baru dipakai"));
	else if (s->history.count > 0)
		session_say(s, TONE_DONE, "%1", sentence_said(s->a, s->history.items[0].text));
	return !typing;
}
