/* Checks of what is connected to and installed on this machine. */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "doctor.h"
#include "private.h"

enum { TEMPLATE_MOST = 256 * KIB, FAMILIES = 16 };

static void say(struct checking *d, enum checkup_state state, const char *text, const char *word)
{
	doctor_say(d, state, text, (const char *const[DOCTOR_WORDS]){ word });
}

void check_cable(struct checking *d)
{
	struct cable cable;
	cable_look(&cable);
	if (!cable.present)
		say(d, CHECKUP_YELLOW, N_("komputer ini tidak mempunyai kartu jaringan"), "");
	else if (cable.card[0] == '\0')
		say(d, CHECKUP_RED, N_("tidak ada kabel atau sinyal pada kartu jaringan"), "");
	else if (!cable.routed)
		say(d, CHECKUP_YELLOW,
		    N_("%1 tersambung, tetapi tidak ada jalan ke luar (rute bawaan)"),
		    arena_text(d->a, cable.card));
	else
		say(d, CHECKUP_GREEN, N_("%1 tersambung, dengan jalan ke luar"),
		    arena_text(d->a, cable.card));
}

static const char *first_line(const struct checking *d, const char *said)
{
	return arena_copy(d->a, said, strcspn(said, "\n"));
}

void check_printer(struct checking *d)
{
	const char *said;
	int code = doctor_ask(d, (const char *const[]){ "lpstat", "-p", NULL }, &said);
	if (code < 0)
		say(d, CHECKUP_YELLOW,
		    N_("lpstat (CUPS) tidak terpasang; surat disimpan sebagai PDF saja"), "");
	else if (strstr(said, "disabled") != NULL)
		say(d, CHECKUP_RED, N_("ada printer yang berhenti: %1"), first_line(d, said));
	else if (strstr(said, "printer ") == NULL)
		say(d, CHECKUP_YELLOW, N_("CUPS tidak mengenal satu printer pun"), "");
	else
		say(d, CHECKUP_GREEN, "%1", first_line(d, said));
}

void check_scanner(struct checking *d)
{
	const char *said;
	int code = doctor_ask(d, (const char *const[]){ "scanimage", "-L", NULL }, &said);
	if (code < 0)
		say(d, CHECKUP_YELLOW, N_("scanimage (SANE) tidak terpasang"), "");
	else if (code != 0 || strstr(said, "device ") == NULL)
		say(d, CHECKUP_YELLOW, N_("tidak ada pemindai yang ditemukan"), "");
	else
		say(d, CHECKUP_GREEN, "%1", first_line(d, said));
}

/* ---- fonts ---- */

struct families {
	const char *names[FAMILIES];
	size_t count;
};

static void family_add(struct families *f, const char *name)
{
	for (size_t i = 0; i < f->count; i++) {
		if (text_same(f->names[i], name))
			return;
	}
	if (f->count < FAMILIES)
		f->names[f->count++] = name;
}

/* The families that font="A, B" of a template names. */
static void families_of(struct checking *d, const char *path, struct families *f)
{
	static const char mark[] = " font=\"";
	struct bytes all;
	struct fault why;
	if (!file_read(path, TEMPLATE_MOST, d->a, &all, &why))
		return;
	for (const char *at = (const char *)all.data; (at = strstr(at, mark)) != NULL;) {
		at += strlen(mark);
		while (*at != '"' && *at != '\0') {
			size_t length = strcspn(at, ",\"");
			family_add(f, arena_copy(d->a, at, length));
			at += length;
			at += strspn(at, ", ");
		}
	}
}

static void folder_families(struct checking *d, const char *path, struct families *f)
{
	struct folder all;
	struct fault why;
	if (!folder_read(path, d->a, &all, &why))
		return;
	for (size_t i = 0; i < all.count; i++)
		families_of(d, arena_print(d->a, "%s/%s", path, all.items[i].name), f);
}

/* One of the names in a line of fc-list, "Nimbus Sans,Nimbus Sans L". */
static bool is_listed(const char *list, const char *family)
{
	size_t length = strlen(family);
	for (const char *at = list; (at = strstr(at, family)) != NULL; at++) {
		bool begins = at == list || strchr("\n,", at[-1]) != NULL;
		if (begins && strchr("\n,", at[length]) != NULL)
			return true;
	}
	return false;
}

void check_fonts(struct checking *d)
{
	struct families f = { .count = 0 };
	const char *said;
	int code = doctor_ask(d, (const char *const[]){ "fc-list", ":", "family", NULL }, &said);
	if (code < 0) {
		say(d, CHECKUP_YELLOW, N_("fc-list (fontconfig) tidak terpasang"), "");
		return;
	}
	folder_families(d, arena_print(d->a, "%s/forms/print", d->home.share), &f);
	folder_families(d, home_file(&d->home, "forms/print", d->a), &f);
	struct text there = text_start(d->a);
	for (size_t i = 0; i < f.count; i++) {
		if (!is_listed(said, f.names[i]))
			say(d, CHECKUP_RED,
			    N_("jenis huruf %1 tidak terpasang; surat tidak dapat dicetak"),
			    f.names[i]);
		else
			text_addf(&there, "%s%s", there.length > 0 ? ", " : "", f.names[i]);
	}
	if (there.length > 0)
		say(d, CHECKUP_GREEN, N_("terpasang: %1"), there.s);
}

/* ---- the terminal ---- */

static bool is_described(const struct checking *d, const char *term)
{
	static const char *const places[] = { "/etc/terminfo", "/lib/terminfo",
		                              "/usr/share/terminfo" };
	for (size_t i = 0; i < COUNT_OF(places); i++) {
		if (file_exists(arena_print(d->a, "%s/%c/%s", places[i], term[0], term)))
			return true;
	}
	return false;
}

void check_terminal(struct checking *d)
{
	const char *term = env_text("TERM"), *all = env_text("LC_ALL"),
	           *type = env_text("LC_CTYPE");
	const char *locale = all[0] ? all : type[0] ? type : env_text("LANG");
	if (term[0] == '\0')
		say(d, CHECKUP_GREEN, N_("tidak dijalankan dari terminal"), "");
	else if (strchr(term, '/') != NULL || !is_described(d, term))
		say(d, CHECKUP_RED, N_("terminal %1 tidak dikenal komputer ini (terminfo)"), term);
	else if (strstr(locale, "UTF-8") == NULL && strstr(locale, "utf8") == NULL)
		say(d, CHECKUP_YELLOW, N_("terminal %1 dikenal, tetapi lokalnya bukan UTF-8"),
		    term);
	else
		say(d, CHECKUP_GREEN, N_("terminal %1, UTF-8"), term);
}
