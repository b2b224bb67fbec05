#include "loket/view.h"

#include "loket/court.h"
#include "loket/list.h"

enum { DATE_ROOM = 64 };

struct view view_start(struct arena *a)
{
	struct view v = { .text = text_start(a), .a = a };
	text_add(&v.text, "<view xmlns=\"urn:loket:view:1\">\n");
	return v;
}

void view_put(struct view *v, const char *name, const char *value)
{
	text_addf(&v->text, "<v n=\"%s\">", name);
	text_add_xml(&v->text, value == NULL ? "" : value);
	text_add(&v->text, "</v>\n");
}

void view_flag(struct view *v, const char *name, bool set)
{
	view_put(v, name, set ? "ya" : "");
}

void view_rows(struct view *v, const char *name, const char *columns)
{
	text_addf(&v->text, "<rows n=\"%s\" columns=\"%s\">\n", name, columns);
}

void view_row(struct view *v)
{
	text_add(&v->text, "<row>");
}

void view_row_end(struct view *v)
{
	text_add(&v->text, "</row>\n");
}

void view_rows_end(struct view *v)
{
	text_add(&v->text, "</rows>\n");
}

const char *view_finish(struct view *v)
{
	text_add(&v->text, "</view>\n");
	return v->text.s;
}

/* The small line of the letterhead: where the court is found. A kop line that says the address is
 * not said again. */
static const char *court_contacts(const struct court_profile *c, struct arena *a)
{
	const struct {
		const char *what, *value;
	} contacts[] = { { "Telepon", c->phone }, { "Laman", c->website }, { "E-mail", c->email } };
	struct text t = text_start(a);
	bool said = false;
	for (size_t i = 0; i < KOP_LINES; i++)
		said = said || text_same(c->kop[i], c->address);
	text_add(&t, c->kop[KOP_LINES - 1] != NULL ? c->kop[KOP_LINES - 1]
	             : said                        ? ""
	                                           : c->address);
	for (size_t i = 0, n = 0; i < COUNT_OF(contacts); i++) {
		if (text_is_empty(contacts[i].value))
			continue;
		text_addf(&t, "%s%s %s",
		          n++ > 0        ? " · "
		          : t.length > 0 ? "\n"
		                         : "",
		          contacts[i].what, contacts[i].value);
	}
	return t.s;
}

void view_head(struct view *v, const struct rulebook *b, instant now, bool again)
{
	static const char *const names[KOP_LINES - 1] = { "kop1", "kop2", "kop3", "kop4" };
	const struct court_profile *court = &b->court;
	char date[DATE_ROOM];
	instant_local(now, &court->zone, date, sizeof date);
	view_put(v, "dibuat", date);
	view_flag(v, "ulang", again);
	for (size_t i = 0; i < COUNT_OF(names); i++)
		view_put(v, names[i], court->kop[i]);
	view_put(v, "kop5", court_contacts(court, v->a));
	view_put(v, "pengadilan", court->name);
	view_put(v, "kota", court->city);
	instant_show(now, &court->zone, date, sizeof date);
	view_put(v, "dicetak", arena_print(v->a, "%s %s", date, court->zone.name));
}

void view_day(struct view *v, const struct rulebook *b, day on)
{
	char date[DATE_ROOM];
	day_words(on, date, sizeof date);
	view_put(v, "tanggal", date);
	view_put(v, "tanggal_hijriah", calendar_hijri(&b->calendar, on, v->a));
}

void view_today(struct view *v, const struct rulebook *b, instant now)
{
	view_day(v, b, instant_day(now, &b->court.zone));
}

void view_officer(struct view *v, const struct rulebook *b, const char *post)
{
	const struct officer *o = rulebook_officer(b, post);
	view_put(v, post, o == NULL ? "" : o->name);
	view_put(v, arena_print(v->a, "%s_nip", post), o == NULL ? "" : o->nip);
}

void view_person(struct view *v, const struct rulebook *b, const char *post, const char *name)
{
	const struct officer *o = rulebook_officer(b, post);
	bool same = o != NULL && text_same(o->name, name);
	view_put(v, post, name);
	view_put(v, arena_print(v->a, "%s_nip", post), same ? o->nip : "");
}

void view_copies(struct view *v, const struct rulebook *b, const char *paper)
{
	view_rows(v, "lembar", "untuk");
	for (size_t i = 0; i < b->court.copy_count; i++) {
		const struct copy *copy = &b->court.copies[i];
		if (!text_same(copy->paper, paper))
			continue;
		view_row(v);
		view_put(v, "untuk", copy->caption);
		view_row_end(v);
	}
	view_rows_end(v);
}
