/* Reading lists: checks the right to look, then the store reads. */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/store/filing.h"
#include "loket/store/lists.h"
#include "loket/store/money.h"
#include "loket/store/outbox.h"
#include "loket/store/people.h"
#include "loket/text.h"

#include "private.h"

#define LOOK "lihat.perkara"

bool filing_whole(struct app *p, const struct id *id, struct arena *a, struct filing *out,
                  struct fault *why)
{
	if (!filing_read(p->store, p->book, id, a, out, why))
		return false;
	for (size_t i = 0; i < out->fill_count; i++)
		villages_give(p, rulebook_form(p->book, out->fills[i].step), &out->fills[i].values,
		              a);
	return true;
}

bool service_filing(const struct login *s, const struct id *id, struct arena *a, struct filing *out,
                    struct fault *why)
{
	if (!may_or_refuse(s, LOOK, why) || !filing_whole(s->app, id, a, out, why))
		return false;
	personal_cover_filing(s, out, a);
	return true;
}

bool service_find(const struct login *s, const char *name, struct id *out, struct fault *why)
{
	if (!may_or_refuse(s, LOOK, why) || !filing_find(s->app->store, name, out, why))
		return false;
	if (!id_none(out))
		return true;
	return fault_set(why, FAULT_REFUSED, N_("Tidak ada pendaftaran atau perkara bernomor %1"),
	                 name);
}

bool service_board(const struct login *s, struct arena *a, struct board *out, struct fault *why)
{
	return may_or_refuse(s, LOOK, why) &&
	       board_read(s->app->store, s->app->book, clock_now(), a, out, why);
}

bool service_board_step(const struct login *s, size_t stage, struct arena *a, struct board_row *out,
                        struct fault *why)
{
	return may_or_refuse(s, LOOK, why) &&
	       board_step_read(s->app->store, s->app->book, clock_now(), stage, a, out, why);
}

bool service_list(const struct login *s, const struct list_query *q, struct arena *a,
                  struct list_page *out, struct fault *why)
{
	return may_or_refuse(s, LOOK, why) &&
	       list_read(s->app->store, s->app->book, q, a, out, why);
}

bool service_history(const struct login *s, const struct id *id, int limit, struct arena *a,
                     struct history *out, struct fault *why)
{
	return may_or_refuse(s, LOOK, why) && history_read(s->app->store, id, limit, a, out, why);
}

bool service_revision(const struct login *s, const struct history_row *row, struct arena *a,
                      struct revision *out, struct fault *why)
{
	struct values was, is;
	const struct act *act = act_find(row->step, row->act);
	const struct form *form = act == NULL ? NULL : rulebook_form(s->app->book, act->form);
	*out = (struct revision){ 0 };
	if (form == NULL)
		return true;
	if (!revision_read(row, a, &was, &is, why))
		return false;
	personal_cover(s, form, &was, a);
	personal_cover(s, form, &is, a);
	out->count = form_changes(form, &was, &is, a, &out->items);
	return true;
}

bool service_mended(const struct login *s, const struct id *id, struct arena *a,
                    struct mended_list *out, struct fault *why)
{
	if (!may_or_refuse(s, LOOK, why) || !mended_read(s->app->store, id, a, out, why))
		return false;
	for (size_t i = 0; i < out->count; i++) {
		const struct form *form = rulebook_form(s->app->book, out->items[i].form);
		villages_give(s->app, form, &out->items[i].was, a);
		personal_cover(s, form, &out->items[i].was, a);
	}
	return true;
}

bool service_presence(const struct login *s, const struct id *id, struct arena *a,
                      struct presence_row **out, size_t *count, struct fault *why)
{
	return may_or_refuse(s, LOOK, why) && presence_read(s->app->store, id, a, out, count, why);
}

bool service_outbox(const struct login *s, const struct id *id, struct arena *a,
                    struct outbox_list *out, struct fault *why)
{
	return may_or_refuse(s, "lihat.antrean", why) &&
	       outbox_read(s->app->store, id, a, out, why);
}

struct word_of {
	const char *key, *word;
};

static const char *word_of(const struct word_of *words, size_t count, const char *key)
{
	for (size_t i = 0; i < count; i++) {
		if (text_same(words[i].key, key))
			return words[i].word;
	}
	return key;
}

const char *outbox_asks(const struct outbox_row *m)
{
	static const struct word_of words[] = {
		{ "create-va", N_("buat VA") },       { "update-va", N_("perpanjang VA") },
		{ "delete-va", N_("tutup VA") },      { "status", N_("tanya bayar") },
		{ "check", N_("periksa pihak") },     { "register", N_("daftarkan") },
		{ "case", N_("baca perkara") },       { "relaas", N_("catat relaas") },
		{ "panggilan", N_("surat panggil") }, { "kode", N_("surat kode") },
	};
	return word_of(words, COUNT_OF(words), m->kind);
}

const char *outbox_state(const struct outbox_row *m)
{
	static const struct word_of words[] = { { "waiting", N_("menunggu") },
		                                { "sending", N_("dikirim") },
		                                { "done", N_("selesai") },
		                                { "dead", N_("berhenti") } };
	return word_of(words, COUNT_OF(words), m->state);
}

bool lists_of_the_day(const struct login *s, struct arena *a, const struct choices **out,
                      size_t *count, struct fault *why)
{
	const struct rulebook *book = s->app->book;
	struct user_list users = { 0 };
	if (!users_read(s->app->store, a, &users, why))
		return false;
	struct choice *bailiffs = arena_get(a, users.count + 1, sizeof *bailiffs);
	size_t n = 0;
	for (size_t i = 0; i < users.count; i++) {
		const struct user_row *u = &users.items[i];
		if (!u->disabled && roles_include(u->roles, "jurusita"))
			bailiffs[n++] =
			    (struct choice){ .value = u->name, .label = u->full_name, .note = "" };
	}
	struct choices *lists = arena_get(a, book->list_count + 1, sizeof *lists);
	for (size_t i = 0; i < book->list_count; i++)
		lists[i] = book->lists[i];
	lists[book->list_count] =
	    (struct choices){ .name = "jurusita", .items = bailiffs, .count = n };
	choices_fold(&lists[book->list_count], a);
	*out = lists;
	*count = book->list_count + 1;
	return true;
}

bool service_scope(const struct login *s, const struct filing *f, const struct values *own,
                   struct arena *a, struct form_scope *out, struct fault *why)
{
	const struct choices *lists;
	size_t count;
	if (!may_or_refuse(s, LOOK, why) || !lists_of_the_day(s, a, &lists, &count, why))
		return false;
	day today = instant_day(clock_now(), &s->app->book->court.zone);
	/* A copy of the fills: the scope outlives a filing that is read anew. */
	struct filing *kept = arena_get(a, 1, sizeof *kept);
	*kept = *f;
	kept->fills = arena_get(a, f->fill_count + 1, sizeof *kept->fills);
	for (size_t i = 0; i < f->fill_count; i++) {
		kept->fills[i].step = arena_text(a, f->fills[i].step);
		values_copy(&kept->fills[i].values, &f->fills[i].values, a);
	}
	*out = filing_scope(kept, own, lists, count, today, a);
	out->places = &s->app->villages;
	out->closed = calendar_closed(&s->app->book->calendar);
	return true;
}

bool service_journal_check(const struct login *s, struct fault *why)
{
	struct store *store = s->app->store;
	return may_or_refuse(s, "lihat.laporan", why) && store_check(store, why) &&
	       journal_check(store, why);
}

const char *service_engine(void)
{
	return store_version();
}

/* ---- short writes that are no decisions ---- */

static bool ended(struct store *store, bool good, struct fault *why)
{
	if (good)
		return store_commit(store, why);
	store_rollback(store);
	return false;
}

bool service_retry(const struct login *s, int64_t number, struct fault *why)
{
	struct store *store = s->app->store;
	if (!may_or_refuse(s, "antrean.ulang", why) || !store_begin(store, why))
		return false;
	bool good = ended(store, outbox_retry(store, number, clock_now(), why), why);
	wakeup_send(&s->app->home);
	return good;
}

bool service_enter(const struct login *s, const struct id *id, const char *step, struct fault *why)
{
	struct store *store = s->app->store;
	if (!may_or_refuse(s, LOOK, why) || !store_begin(store, why))
		return false;
	return ended(store, presence_enter(store, s->user, id, step, clock_now(), why), why);
}

void service_leave(const struct login *s)
{
	struct store *store = s->app->store;
	struct fault why;
	if (!store_begin(store, &why) || !ended(store, presence_leave(store, &why), &why))
		log_fault("presence_leave", &why);
}

/* ---- drafts: nobody waits for another's lock while typing ---- */

enum { DRAFT_WAIT = 250 }; /* milliseconds */

bool service_draft_keep(const struct login *s, struct draft *d, struct fault *why)
{
	struct store *store = s->app->store;
	const struct form *form = rulebook_form(s->app->book, d->step);
	return store_begin_within(store, DRAFT_WAIT, why) &&
	       ended(store, draft_keep(store, s->user, d, form, why), why);
}

bool service_draft_drop(const struct login *s, const struct draft *d, struct fault *why)
{
	struct store *store = s->app->store;
	return store_begin_within(store, DRAFT_WAIT, why) &&
	       ended(store, draft_drop(store, s->user, d, clock_now(), why), why);
}

bool service_draft_restore(const struct login *s, const struct draft *d, struct fault *why)
{
	struct store *store = s->app->store;
	return store_begin_within(store, DRAFT_WAIT, why) &&
	       ended(store, draft_restore(store, s->user, d, why), why);
}

void service_drafts_forget(const struct login *s)
{
	struct store *store = s->app->store;
	struct fault why;
	if (!store_begin_within(store, DRAFT_WAIT, &why) ||
	    !ended(store, drafts_forget(store, s->user, &why), &why))
		log_fault("drafts_forget", &why);
}

bool service_drafts(const struct login *s, struct arena *a, struct drafts *out, struct fault *why)
{
	return drafts_read(s->app->store, s->user, a, out, why);
}
