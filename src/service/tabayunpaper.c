/* Papers of another court's request: the appointment, the relaas made here, the letter back. Those
 * that go out have a number from when they are issued or first printed. */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/outgoing.h"
#include "loket/store/outgoing.h"
#include "loket/store/tabayun.h"
#include "loket/text.h"

#include "private.h"

enum { PAPER_MEMORY = 16 * 1024 * 1024 };

static const struct tabayun_paper {
	const char *name, *title;
	enum tabayun_state from;
	const char *lacking;
	const char *(*view)(const struct rulebook *b, const struct tabayun *t,
	                    const struct tabayun_printing *p, struct arena *a);
} papers[TABAYUN_PAPERS] = {
	{ TABAYUN_APPOINTMENT, N_("surat penunjukan jurusita"), TABAYUN_APPOINTED,
	  N_("Jurusita belum ditunjuk; tunjuk dahulu"), paper_tabayun },
	{ "relaas-tabayun", N_("relaas bagi pengadilan pemohon"), TABAYUN_APPOINTED,
	  N_("Jurusita belum ditunjuk; tunjuk dahulu"), paper_tabayun_relaas },
	{ TABAYUN_COVER, N_("surat pengantar"), TABAYUN_SERVED,
	  N_("Permohonan ini belum dilaksanakan; catat dahulu pelaksanaannya"), paper_tabayun },
};

static const struct tabayun_paper *paper_named(const char *name)
{
	for (size_t i = 0; i < COUNT_OF(papers); i++) {
		if (text_same(papers[i].name, name))
			return &papers[i];
	}
	return NULL;
}

static bool paper_ready(const struct login *s, const char *name, const struct tabayun_paper *kind,
                        struct arena *a, struct tabayun *t, struct fault *why)
{
	return tabayun_named(s->app, name, a, t, why) &&
	       (tabayun_state(t) >= kind->from || fault_set(why, FAULT_REFUSED, kind->lacking));
}

/* The number of a cover letter that was written by hand, which no letter of ours has. */
static bool number_by_hand(const struct login *s, const struct tabayun *t, struct arena *a,
                           struct outgoing *o, struct fault *why)
{
	struct outgoing_list list;
	if (!outgoing_of(s->app->store, &t->id, a, &list, why))
		return false;
	bool ours = text_is_empty(t->cover);
	for (size_t i = 0; i < list.count; i++)
		ours = ours || text_same(list.items[i].name, t->cover);
	*o = (struct outgoing){ .number = !ours, .name = t->cover, .dated = t->sent };
	return true;
}

/* The number of the paper, given now where it has none; the print is counted. */
static bool number_of_paper(const struct login *s, const struct tabayun_paper *kind,
                            const struct tabayun *t, struct arena *a, struct outgoing *o,
                            struct fault *why)
{
	bool own;
	*o = (struct outgoing){ 0 };
	if (text_same(kind->name, TABAYUN_COVER) && !number_by_hand(s, t, a, o, why))
		return false;
	if (o->number > 0)
		return true;
	if (!batch_enter(s->app, &own, why))
		return false;
	bool good = tabayun_letter_give(s, kind->name, t, a, o, why) &&
	            (o->number == 0 || outgoing_printed(s->app->store, o, why));
	return batch_leave(s->app, own, good, why);
}

static bool print(const struct login *s, const struct tabayun *t, const struct tabayun_paper *kind,
                  struct arena *a, struct printed *out, struct fault *why)
{
	struct outgoing letter;
	const struct rulebook *b = s->app->book;
	const struct officer *officer = rulebook_officer(b, t->bailiff);
	struct tabayun_printing how = { .now = clock_now(),
		                        .bailiff = user_called(s, t->bailiff, a),
		                        .nip = officer == NULL ? "" : officer->nip };
	if (!number_of_paper(s, kind, t, a, &letter, why))
		return false;
	how.letter = letter.number > 0 ? &letter : NULL;
	how.again = letter.prints > 0;
	return page_put(s, kind->name, kind->view(b, t, &how, a),
	                arena_print(a, "%s-%d-%d.pdf", kind->name, t->year, t->number), out, why);
}

bool service_tabayun_paper(const struct login *s, const char *name, const char *paper,
                           struct printed *out, struct fault *why)
{
	struct tabayun t;
	struct arena a = arena_start(PAPER_MEMORY);
	const struct tabayun_paper *kind = paper_named(paper);
	bool good = kind != NULL
	                ? may_or_refuse(s, arena_print(&a, "cetak.%s", paper), why)
	                : fault_set(why, FAULT_MISUSE, N_("Tidak ada surat bernama %1"), paper);
	good = good && paper_ready(s, name, kind, &a, &t, why) && print(s, &t, kind, &a, out, why);
	arena_drop(&a);
	return good;
}

size_t service_tabayun_papers(const struct login *s, const struct tabayun *t, struct arena *a,
                              struct tabayun_offer **out)
{
	size_t n = 0;
	struct tabayun_offer *all = arena_get(a, COUNT_OF(papers), sizeof *all);
	for (size_t i = 0; i < COUNT_OF(papers); i++) {
		const char *right = arena_print(a, "cetak.%s", papers[i].name);
		if (tabayun_state(t) >= papers[i].from &&
		    rights_allow(&s->app->book->rights, s->roles, right))
			all[n++] = (struct tabayun_offer){ papers[i].name, papers[i].title };
	}
	*out = all;
	return n;
}

void tabayun_paper_specimens(const struct app *p, struct arena *a, struct specimen *out)
{
	const struct tabayun t = tabayun_blank();
	const struct tabayun_printing how = { .now = clock_now(), .bailiff = "", .nip = "" };
	for (size_t i = 0; i < COUNT_OF(papers); i++)
		out[i] = (struct specimen){ papers[i].name, papers[i].view(p->book, &t, &how, a) };
}
