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

void view_head(struct view *v, const struct rulebook *b, instant now, bool again)
{
	static const char *const names[] = { "kop1", "kop2", "kop3", "kop4", "kop5" };
	const struct court_profile *court = &b->court;
	char date[DATE_ROOM];
	instant_local(now, &court->zone, date, sizeof date);
	view_put(v, "dibuat", date);
	view_flag(v, "ulang", again);
	for (size_t i = 0; i < COUNT_OF(names); i++)
		view_put(v, names[i], court->kop[i]);
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
