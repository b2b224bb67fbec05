/* Requests of other courts: who may do what with one, the register of a year, and its paper. */
#include "loket/store/tabayun.h"

#include <string.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/store/lists.h"
#include "loket/store/people.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

#define LOOK "lihat.tabayun"

enum { REGISTER_MEMORY = 64 * 1024 * 1024, COLUMNS = 14 };

/* ---- doing ---- */

static const struct {
	const char *form, *right;
} rights[] = {
	{ "bantuan", "tabayun.terima" },
	{ "penunjukan", "tabayun.tunjuk" },
	{ "pelaksanaan", "tabayun.laksana" },
	{ "jawaban", "tabayun.kirim" },
};

static const char *right_of(const char *form)
{
	for (size_t i = 0; i < COUNT_OF(rights); i++) {
		if (text_same(rights[i].form, form))
			return rights[i].right;
	}
	return "";
}

/* Everybody's way in passes here, so the form is checked here too. */
static bool form_holds(const struct login *s, const struct tabayun_order *o, struct arena *a,
                       struct answer *out, struct fault *why)
{
	const struct form *form = rulebook_form(s->app->book, o->form);
	struct form_scope scope = { .own = o->values,
		                    .today = instant_day(clock_now(), &s->app->book->court.zone) };
	if (form == NULL)
		return fault_set(why, FAULT_MISUSE, N_("Formulir %1 tidak ada di folder forms"),
		                 o->form);
	if (!lists_of_the_day(s, a, &scope.lists, &scope.list_count, why))
		return false;
	form_check(form, &scope, a, &out->faults);
	for (size_t i = 0; i < out->faults.count; i++) {
		if (out->faults.items[i].stops) {
			*why = out->faults.items[i].fault;
			return false;
		}
	}
	return true;
}

/* "3/2026" */
bool tabayun_named(struct app *p, const char *name, struct arena *a, struct tabayun *out,
                   struct fault *why)
{
	bool found = false;
	long long number, year;
	size_t length = strcspn(name, "/");
	if (name[length] == '/' &&
	    text_number(arena_copy(a, name, length), 1, INT32_MAX, &number) &&
	    text_number(name + length + 1, 1, INT32_MAX, &year) &&
	    !tabayun_find(p->store, (int)year, (int)number, a, out, &found, why))
		return false;
	return found || fault_set(why, FAULT_REFUSED,
	                          N_("Tidak ada permohonan %1; lihat loket tabayun list"), name);
}

/* A request that came by two ways is one; the same command again is done already. */
static bool is_fresh(struct app *p, struct tabayun *t, bool *again, struct arena *a,
                     struct fault *why)
{
	struct tabayun same;
	if (!tabayun_same(p->store, t, &same, why))
		return false;
	*again = same.number > 0 && text_same(same.id.text, t->id.text);
	if (*again) {
		t->number = same.number;
		t->year = same.year;
	}
	return same.number == 0 || *again ||
	       fault_set(why, FAULT_REFUSED, N_("Permohonan ini sudah dicatat sebagai nomor %1"),
	                 tabayun_name(&same, a));
}

static bool change(const struct login *s, const struct tabayun_order *o, struct arena *a,
                   struct answer *out, struct fault *why)
{
	struct app *p = s->app;
	bool fresh = text_same(o->form, "bantuan");
	struct tabayun t = tabayun_blank();
	t.id = o->command;
	if ((!fresh && !tabayun_named(p, o->name, a, &t, why)) ||
	    !tabayun_take(o->form, o->values, &t, why) ||
	    (fresh && !is_fresh(p, &t, &out->again, a, why)) ||
	    !tabayun_issue(s, o->form, a, &t, why) ||
	    (!out->again && !tabayun_write(p->store, &t, s->user, clock_now(), why)))
		return false;
	out->event = tabayun_event(o->form, &t, a);
	return true;
}

bool service_tabayun_do(const struct login *s, const struct tabayun_order *o, struct arena *a,
                        struct answer *out, struct fault *why)
{
	bool own;
	*out = (struct answer){ .event = "" };
	if (!may_or_refuse(s, right_of(o->form), why) || !form_holds(s, o, a, out, why) ||
	    !batch_enter(s->app, &own, why))
		return false;
	return batch_leave(s->app, own, change(s, o, a, out, why), why);
}

bool service_tabayun(const struct login *s, int year, struct arena *a, struct tabayun_list *out,
                     struct fault *why)
{
	*out = (struct tabayun_list){ 0 };
	return may_or_refuse(s, LOOK, why) && tabayun_read(s->app->store, year, true, a, out, why);
}

/* ---- the register of a year ---- */

static const struct column columns[COLUMNS] = {
	{ "urut", N_("No"), COLUMN_NUMBER },
	{ "diterima", N_("Tanggal terima surat"), COLUMN_TEXT },
	{ "pengirim", N_("Pengirim"), COLUMN_TEXT },
	{ "perkara", N_("Register perkara"), COLUMN_TEXT },
	{ "jenis", N_("Jenis relaas"), COLUMN_TEXT },
	{ "pihak", N_("Identitas"), COLUMN_TEXT },
	{ "sidang", N_("Tanggal sidang/putus"), COLUMN_TEXT },
	{ "jurusita", N_("Jurusita"), COLUMN_TEXT },
	{ "ditunjuk", N_("Jurusita terima surat"), COLUMN_TEXT },
	{ "dilaksanakan", N_("Tanggal panggil"), COLUMN_TEXT },
	{ "diserahkan", N_("Serahkan relaas"), COLUMN_TEXT },
	{ "dikirim", N_("Kirim relaas"), COLUMN_TEXT },
	{ "resi", N_("Nomor resi"), COLUMN_TEXT },
	{ "hari", N_("Hari"), COLUMN_NUMBER },
};

static const char *shown(day on, struct arena *a)
{
	char text[16] = "";
	if (on != DAY_NONE)
		day_show(on, text, sizeof text);
	return arena_text(a, text);
}

/* As the form offers it. */
static const char *kind_word(const struct login *s, const char *kind)
{
	const struct form *form = rulebook_form(s->app->book, "bantuan");
	const struct field *field = form == NULL ? NULL : form_field(form, "", "jenis");
	const struct choice *one = field == NULL || field->choices == NULL
	                               ? NULL
	                               : choices_find(field->choices, kind);
	return one == NULL ? kind : one->label;
}

static void register_row(const struct login *s, const struct tabayun *t, struct arena *a,
                         const char **cells)
{
	size_t n = 0;
	cells[n++] = arena_print(a, "%d", t->number);
	cells[n++] = shown(t->received, a);
	cells[n++] = t->sender;
	cells[n++] = t->case_number;
	cells[n++] = kind_word(s, t->kind);
	cells[n++] = arena_print(a, "%s, %s", t->party, t->address);
	cells[n++] = shown(t->hearing, a);
	cells[n++] = user_called(s, t->bailiff, a);
	cells[n++] = shown(t->appointed, a);
	cells[n++] = shown(t->served, a);
	cells[n++] = shown(t->handed, a);
	cells[n++] = shown(t->sent, a);
	cells[n++] = t->resi;
	cells[n++] = t->sent == DAY_NONE ? "" : arena_print(a, "%d", t->sent - t->received);
}

bool service_tabayun_register(const struct login *s, int year, struct arena *a, struct table *out,
                              struct fault *why)
{
	struct tabayun_list list = { 0 };
	if (!may_or_refuse(s, LOOK, why) ||
	    !tabayun_read(s->app->store, year, false, a, &list, why))
		return false;
	struct column *said = arena_get(a, COLUMNS, sizeof *said);
	for (size_t i = 0; i < COLUMNS; i++)
		said[i] = (struct column){ columns[i].name, _(columns[i].title), columns[i].kind };
	const char **cells = arena_get(a, list.count * COLUMNS + 1, sizeof *cells);
	for (size_t i = 0; i < list.count; i++)
		register_row(s, &list.items[i], a, cells + i * COLUMNS);
	*out = (struct table){ .title = _("Register bantuan panggilan masuk"),
		               .columns = said,
		               .column_count = COLUMNS,
		               .cells = cells,
		               .row_count = list.count };
	return true;
}

struct specimen tabayun_register_specimen(const struct app *p, struct arena *a)
{
	const struct table empty = { .columns = columns, .column_count = COLUMNS };
	return (struct specimen){ "register-tabayun",
		                  year_register_view(p->book, "permohonan", "", &empty, a) };
}

bool service_tabayun_print(const struct login *s, int year, struct printed *out, struct fault *why)
{
	struct table t;
	struct arena a = arena_start(REGISTER_MEMORY);
	bool good = may_or_refuse(s, "cetak.laporan", why) &&
	            service_tabayun_register(s, year, &a, &t, why);
	const char *word = arena_print(&a, "%d", year);
	if (good)
		good = page_put(s, "register-tabayun",
		                year_register_view(s->app->book, "permohonan", word, &t, &a),
		                arena_print(&a, "register-tabayun-%d.pdf", year), out, why);
	arena_drop(&a);
	return good;
}
