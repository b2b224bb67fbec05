/* data/court.xml: the court itself. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

/* Of a court whose file says nothing about clocks. */
enum { CLOCK_MINUTES = 10, CLOCK_DAYS = 400, CARD_MONTHS = 2, IDLE_SECONDS = 900 };
/* Of one that says nothing about unclaimed money: SEMA 4/2008 no. 3. */
enum { UNCLAIMED_MONTHS = 6 };

/* Keppres 41/1987: three zones, and each has one offset. */
static const struct zone zones[] = { { "WIB", 420 }, { "WITA", 480 }, { "WIT", 540 } };

static bool zone_read(struct source *s, const struct xml_node *root, struct zone *out)
{
	const struct xml_node *n = xml_child(root, "zone");
	const char *name = text_of(s, n, "name"), *minutes = text_of(s, n, "minutes");
	for (size_t i = 0; i < COUNT_OF(zones); i++) {
		if (!text_same(zones[i].name, name))
			continue;
		*out = zones[i];
		if (number_of(s, n, "minutes") == zones[i].minutes)
			return true;
		break;
	}
	return refuse(s, n,
	              N_("zona %1 tidak %2 menit dari UTC; yang benar WIB 420, WITA 480, WIT 540"),
	              name, minutes);
}

/* "15.00" to minutes; 0 where it is no such text. */
static int minute_of(const char *clock, struct arena *a)
{
	long long hour = 0, minute = 0;
	bool whole = strlen(clock) == 5 && text_number(arena_copy(a, clock, 2), 0, 23, &hour) &&
	             text_number(clock + 3, 0, 59, &minute);
	return whole ? (int)(hour * 60 + minute) : 0;
}

/* ---- numbers ---- */

static bool place_is_known(const char *place, size_t length)
{
	static const char *const known[] = { "{kode}", "{tanggal}", "{tahun}", "{bulan}",
		                             "{alur}", "{no}",      "{no4}",   "{no5}",
		                             "{acak}", "{surat}",   "{unit}" };
	for (size_t i = 0; i < COUNT_OF(known); i++) {
		if (strlen(known[i]) == length && strncmp(known[i], place, length) == 0)
			return true;
	}
	return false;
}

/* All places of the format are known; one of them makes each number another (`own`, or a running
 * number). */
static bool format_read(struct source *s, const struct xml_node *n, const char *attribute,
                        const char *own, const char **out)
{
	*out = text_of(s, n, attribute);
	for (const char *at = strchr(*out, '{'); at != NULL; at = strchr(at, '{')) {
		size_t length = strcspn(at, "}") + (strchr(at, '}') != NULL);
		if (!place_is_known(at, length))
			return refuse(
			    s, n,
			    N_("%1: tempat %2 tidak dikenal; yang ada {kode} {unit} {surat} {tanggal} {tahun} {bulan} {alur} {no} {no4} {no5} {acak}"),
			    attribute, arena_copy(s->a, at, length));
		at += length;
	}
	if (strstr(*out, "{no") != NULL || strstr(*out, own) != NULL)
		return true;
	return refuse(s, n, N_("%1: nomor akan sama semua; tambahkan %2"), attribute, own);
}

/* Letters of attorney, of a court whose file says nothing about them too. */
static bool attorney_read(struct source *s, const struct xml_node *n)
{
	struct court_profile *c = &s->book->court;
	c->attorney_format = "{no}/SK/{tahun}/{kode}";
	c->attorney_first = 1;
	if (n == NULL)
		return true;
	c->attorney_first = (int)number_of(s, n, "first");
	return format_read(s, n, "format", "{no4}", &c->attorney_format);
}

/* A court without them writes the numbers of its letters by hand. */
static bool letters_read(struct source *s, const struct xml_node *n)
{
	struct court_profile *c = &s->book->court;
	c->letter_format = "";
	if (n == NULL)
		return true;
	struct numbered_letter *all = arena_get(s->a, count_of(n, "letter") + 1, sizeof *all);
	c->letter_first = (int)number_of(s, n, "first");
	for (const struct xml_node *at = xml_child(n, "letter"); at != NULL;
	     at = xml_next(at, "letter"))
		all[c->letter_count++] =
		    (struct numbered_letter){ text_of(s, at, "paper"), text_of(s, at, "code"),
			                      text_of(s, at, "to"), text_of(s, at, "about") };
	c->letters = all;
	return keys_differ(s, n, "letter", "paper") &&
	       format_read(s, n, "format", "{no4}", &c->letter_format);
}

/* ---- banks, officers, rooms ---- */

static bool banks_read(struct source *s, const struct xml_node *root)
{
	const char *chosen = s->book->court.bank_profile;
	struct choice *choices = list_make(s, "bank-va", count_of(root, "bank"));
	bool found = false;
	size_t i = 0;
	for (const struct xml_node *n = xml_child(root, "bank"); n != NULL;
	     n = xml_next(n, "bank")) {
		const char *key = text_of(s, n, "key");
		const char *file = arena_print(s->a, "data/banks/%s.xml", key);
		choices[i++] = (struct choice){ key, text_of(s, n, "name"), "" };
		found = found || text_same(key, chosen);
		if (!file_exists(home_data(s->home, file, s->a)))
			return refuse(s, n, N_("bank \"%1\" tanpa berkas; buatlah %2"), key, file);
	}
	return found || refuse(s, xml_child(root, "payment"),
	                       N_("bank \"%1\" tidak ada; tambahkan <bank key=\"%1\" …>"), chosen);
}

static void officers_read(struct source *s, const struct xml_node *root)
{
	size_t count = count_of(root, "officer"), i = 0;
	struct officer *officers = arena_get(s->a, count + 1, sizeof *officers);
	for (const struct xml_node *n = xml_child(root, "officer"); n != NULL;
	     n = xml_next(n, "officer"))
		officers[i++] = (struct officer){ text_of(s, n, "post"), text_of(s, n, "name"),
			                          text_of(s, n, "nip") };
	s->book->court.officers = officers;
	s->book->court.officer_count = count;
}

static void copies_read(struct source *s, const struct xml_node *root)
{
	size_t count = count_of(root, "copy"), i = 0;
	struct copy *copies = arena_get(s->a, count + 1, sizeof *copies);
	for (const struct xml_node *n = xml_child(root, "copy"); n != NULL; n = xml_next(n, "copy"))
		copies[i++] = (struct copy){ text_of(s, n, "paper"), xml_content(n, s->a) };
	s->book->court.copies = copies;
	s->book->court.copy_count = count;
}

static void media_read(struct source *s, const struct xml_node *root)
{
	struct court_profile *c = &s->book->court;
	size_t count = count_of(root, "medium"), i = 0;
	struct medium *media = arena_get(s->a, count + 1, sizeof *media);
	struct choice *choices = list_make(s, "media", count);
	for (const struct xml_node *n = xml_child(root, "medium"); n != NULL;
	     n = xml_next(n, "medium"), i++) {
		media[i] = (struct medium){ text_of(s, n, "key"), text_of(s, n, "name"),
			                    text_of(s, n, "address") };
		choices[i] = (struct choice){ media[i].key, media[i].name, "" };
	}
	c->media = media;
	c->medium_count = count;
}

/* "1 3" to the bits of Monday and Wednesday; 0 where nothing is said. */
static unsigned weekdays_of(struct source *s, const struct xml_node *n)
{
	unsigned weekdays = 0;
	for (const char *at = text_of(s, n, "days"); *at != '\0'; at++) {
		if (*at >= '1' && *at <= '7')
			weekdays |= 1u << (*at - '0');
	}
	return weekdays;
}

static void rooms_read(struct source *s, const struct xml_node *root)
{
	struct court_profile *c = &s->book->court;
	size_t count = count_of(root, "room"), i = 0;
	struct sitting *rooms = arena_get(s->a, count + 1, sizeof *rooms);
	struct choice *choices = list_make(s, "ruang", count);
	for (const struct xml_node *n = xml_child(root, "room"); n != NULL;
	     n = xml_next(n, "room"), i++) {
		rooms[i] = (struct sitting){ xml_content(n, s->a), weekdays_of(s, n) };
		choices[i] = (struct choice){ rooms[i].name, rooms[i].name, "" };
	}
	c->rooms = rooms;
	c->room_count = count;
}

static void panels_read(struct source *s, const struct xml_node *root)
{
	struct court_profile *c = &s->book->court;
	size_t count = count_of(root, "panel"), i = 0;
	struct sitting *panels = arena_get(s->a, count + 1, sizeof *panels);
	for (const struct xml_node *n = xml_child(root, "panel"); n != NULL;
	     n = xml_next(n, "panel"))
		panels[i++] = (struct sitting){ text_of(s, n, "chair"), weekdays_of(s, n) };
	c->panels = panels;
	c->panel_count = count;
}

static void names_read(struct source *s, const struct xml_node *root)
{
	struct court_profile *c = &s->book->court;
	const char *const *kop;
	size_t count = contents_of(s, root, "kop", &kop);
	for (size_t i = 0; i < count && i < COUNT_OF(c->kop); i++)
		c->kop[i] = kop[i];
	c->sample = yes_of(s, root, "sample");
	c->name = text_of(s, root, "name");
	c->code = text_of(s, root, "code");
	c->unit = text_of(s, root, "unit");
	c->city = text_of(s, root, "city");
	c->address = xml_child_content(root, "address", s->a);
	c->phone = xml_child_content(root, "phone", s->a);
	c->email = xml_child_content(root, "email", s->a);
	c->website = xml_child_content(root, "website", s->a);
	c->trial_site = xml_child_content(root, "trial-site", s->a);
}

/* A court that says nothing is open from Monday to Friday, 08.00 to 16.30. */
static bool hours_read(struct source *s, const struct xml_node *n)
{
	enum { OPENS = 8 * 60, CLOSES = 16 * 60 + 30, WORKDAYS = 5 };
	struct counter_hours *hours = s->book->court.hours;
	const struct xml_node *open = xml_child(n, "open");
	for (int i = 0; open == NULL && i < WORKDAYS; i++)
		hours[i] = (struct counter_hours){ OPENS, CLOSES };
	for (; open != NULL; open = xml_next(open, "open")) {
		struct counter_hours *h = &hours[number_of(s, open, "weekday") - 1];
		const char *from = text_of(s, open, "from"), *to = text_of(s, open, "to");
		if (h->closes > 0)
			return refuse(s, open, N_("weekday=\"%1\" sudah ada"),
			              text_of(s, open, "weekday"));
		*h = (struct counter_hours){ minute_of(from, s->a), minute_of(to, s->a) };
		if (h->closes <= h->opens)
			return refuse(s, open, N_("to=\"%1\" harus sesudah from=\"%2\""), to, from);
	}
	return true;
}

static bool court_read(struct source *s, const struct xml_node *root)
{
	struct court_profile *c = &s->book->court;
	const struct xml_node *hours = xml_child(root, "hours");
	const struct xml_node *clock = xml_child(root, "clock");
	const struct xml_node *numbers = xml_child(root, "numbers");
	const struct xml_node *payment = xml_child(root, "payment");
	const struct xml_node *panjar = xml_child(root, "panjar");
	names_read(s, root);
	rooms_read(s, root);
	panels_read(s, root);
	officers_read(s, root);
	copies_read(s, root);
	media_read(s, root);
	c->domicile_stated = text_same(text_of(s, xml_child(root, "e-domicile"), "other-side"),
	                               "stated");
	c->closing_minute = minute_of(text_of(s, hours, "closing"), s->a);
	c->editor = xml_child(root, "editor") != NULL;
	const struct xml_node *idle = xml_child(root, "idle");
	c->idle_seconds = idle == NULL ? IDLE_SECONDS : (int)number_of(s, idle, "seconds");
	c->clock_minutes = clock == NULL ? CLOCK_MINUTES : (int)number_of(s, clock, "minutes");
	c->clock_days = clock == NULL ? CLOCK_DAYS : (int)number_of(s, clock, "days");
	c->hearing_time = text_of(s, hours, "hearing");
	c->va_hours = (int)number_of(s, payment, "va-hours");
	c->warning_months = (int)number_of(s, panjar, "warning-months");
	bool counts_months = !text_is_empty(text_of(s, panjar, "unclaimed-months"));
	c->unclaimed_months = counts_months ? (int)number_of(s, panjar, "unclaimed-months")
	                                    : UNCLAIMED_MONTHS;
	const struct xml_node *card = xml_child(root, "card");
	c->card_months = card == NULL ? CARD_MONTHS : (int)number_of(s, card, "warning-months");
	c->round_up = number_of(s, payment, "round-up");
	c->bank_profile = text_of(s, payment, "bank");
	return zone_read(s, root, &c->zone) && hours_read(s, hours) &&
	       keys_differ(s, root, "officer", "post") && keys_differ(s, root, "panel", "chair") &&
	       keys_differ(s, root, "medium", "key") && keys_differ(s, root, "bank", "key") &&
	       banks_read(s, root) &&
	       format_read(s, numbers, "register", "{acak}", &c->register_format) &&
	       format_read(s, numbers, "skum", "{no5}", &c->skum_format) &&
	       attorney_read(s, xml_child(root, "attorney")) &&
	       letters_read(s, xml_child(root, "outgoing"));
}

const struct data_file data_court = { "data/court.xml", "data/xsd/court.xsd", N_("Pengadilan"),
	                              court_read, NULL };
