/* The register of the letters that went out in a year, on paper. */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/outgoing.h"
#include "loket/shown.h"
#include "loket/view.h"

#include "private.h"

enum { REGISTER_MEMORY = 64 * 1024 * 1024 };

static const char *register_view(const struct rulebook *b, const char *year,
                                 const struct outgoing_list *list, struct arena *a)
{
	struct view v = view_start(a);
	instant now = clock_now();
	view_head(&v, b, now, false);
	view_today(&v, b, now);
	view_put(&v, "tahun", year);
	view_rows(&v, "surat", "urut tanggal nomor kepada perihal perkara");
	for (size_t i = 0; i < list->count; i++) {
		const struct outgoing *o = &list->items[i];
		view_row(&v);
		view_put(&v, "urut", shown_number(a, o->number));
		view_put(&v, "tanggal", shown_day(a, o->dated));
		view_put(&v, "nomor", o->name);
		view_put(&v, "kepada", o->recipient);
		view_put(&v, "perihal", o->about);
		view_put(&v, "perkara", o->case_number);
		view_row_end(&v);
	}
	view_rows_end(&v);
	view_officer(&v, b, "panitera");
	return view_finish(&v);
}

struct specimen letters_specimen(const struct app *p, struct arena *a)
{
	const struct outgoing_list none = { 0 };
	return (struct specimen){ "register-surat", register_view(p->book, "", &none, a) };
}

bool service_letters_print(const struct login *s, int year, struct printed *out, struct fault *why)
{
	struct outgoing_list list;
	struct arena a = arena_start(REGISTER_MEMORY);
	const char *word = arena_print(&a, "%d", year);
	bool good = service_letters(s, year, &a, &list, why) &&
	            page_put(s, "register-surat", register_view(s->app->book, word, &list, &a),
	                     arena_print(&a, "register-surat-%d.pdf", year), out, why);
	arena_drop(&a);
	return good;
}
