/* The papers of another court's request: the appointment of the bailiff, the relaas made here for
 * the court that asks, and the letter that goes back with it (SEMA 6/2014; HIR 389/RBg 717; UU
 * 7/1989 art. 103). */
#include <string.h>

#include "loket/list.h"
#include "loket/outgoing.h"
#include "loket/tabayun.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

enum { DATE_ROOM = 64 };

#define DECISION "pemberitahuan"

static const char *date_words(day on, struct arena *a)
{
	char date[DATE_ROOM] = "";
	if (on != DAY_NONE)
		day_words(on, date, sizeof date);
	return arena_text(a, date);
}

static const char *full_date(day on, struct arena *a)
{
	char date[DATE_ROOM] = "";
	if (on != DAY_NONE)
		day_in_full(on, date, sizeof date);
	return arena_text(a, date);
}

static bool tells_decision(const struct tabayun *t)
{
	return text_same(t->kind, DECISION);
}

static const char *hour_words(const char *hour, const struct rulebook *b, struct arena *a)
{
	return text_is_empty(hour) ? "" : arena_print(a, "%s %s", hour, b->court.zone.name);
}

/* ---- the relaas ---- */

/* The claiming side, by what its courts call it. */
static bool claims(const char *role)
{
	return text_starts(role, "Penggugat") || text_starts(role, "Pemohon");
}

void tabayun_relaas(const struct rulebook *b, const struct tabayun *t, const char *bailiff,
                    struct arena *a, struct letter_lines *out)
{
	const struct letter *letter = rulebook_letter(b, "relaas_tabayun");
	const struct letter_case of = { {
	    [AXIS_CHANNEL] = "",
	    [AXIS_OUTCOME] = text_is_empty(t->outcome) ? RELAAS_BLANK : t->outcome,
	    [AXIS_SIDE] = claims(t->role) ? "1" : "2",
	    [AXIS_PERSON] = "",
	    [AXIS_KUASA] = "",
	    [AXIS_REQUEST] = t->kind,
	} };
	const struct letter_place known[] = {
		{ "nama", t->party },
		{ "peran", t->role },
		{ "alamat", t->address },
		{ "nomor", t->case_number },
		{ "perkara", t->matter },
		{ "pengadilan", b->court.name },
		{ "pemohon", t->sender },
		{ "nomor_surat", t->letter },
		{ "tanggal_surat", date_words(t->dated, a) },
		{ "tanggal_putusan", tells_decision(t) ? date_words(t->hearing, a) : "" },
		{ "jurusita", bailiff },
		{ "jabatan", "Jurusita" },
		{ "hari", t->served == DAY_NONE ? "" : day_weekday_name(t->served) },
		{ "tanggal", date_words(t->served, a) },
		{ "jam", hour_words(t->met_at, b, a) },
		{ "bertemu", t->met },
		{ "hubungan", t->met_as },
		{ "keterangan", lines_joined(t->said, a) },
	};
	struct letter_places places = { 0 };
	for (size_t i = 0; i < COUNT_OF(known); i++)
		letter_place(&places, a, known[i].name, known[i].value);
	*out = (struct letter_lines){ 0 };
	if (letter != NULL)
		letter_write(letter, &of, &places, a, out);
}

/* ---- the view ---- */

static void put_lines(struct view *v, const char *name, const char *lines)
{
	view_rows(v, name, "teks");
	for (const char *at = lines; *at != '\0';) {
		size_t length = strcspn(at, "\n");
		view_row(v);
		view_put(v, "teks", arena_copy(v->a, at, length));
		view_row_end(v);
		at += length + (at[length] == '\n');
	}
	view_rows_end(v);
}

static void put_request(struct view *v, const struct rulebook *b, const struct tabayun *t)
{
	const struct form *form = rulebook_form(b, "bantuan");
	const struct field *field = form == NULL ? NULL : form_field(form, "", "jenis");
	const struct choice *kind = field == NULL || field->choices == NULL
	                                ? NULL
	                                : choices_find(field->choices, t->kind);
	view_put(v, "permohonan", tabayun_name(t, v->a));
	view_put(v, "pengirim", t->sender);
	view_put(v, "surat_pengirim", t->letter);
	view_put(v, "tanggal_surat", date_words(t->dated, v->a));
	view_put(v, "diterima", date_words(t->received, v->a));
	view_put(v, "nomor", t->case_number);
	view_put(v, "jenis", kind == NULL ? t->kind : kind->label);
	view_put(v, "nama", t->party);
	view_put(v, "peran", t->role);
	view_put(v, "identitas", t->identity);
	view_put(v, "alamat", t->address);
	view_put(v, "jenis_perkara", t->matter);
	put_lines(v, "pihak", t->sides);
	put_lines(v, "amar", t->verdict);
}

static void put_hearing(struct view *v, const struct rulebook *b, const struct tabayun *t)
{
	bool decided = tells_decision(t);
	view_put(v, "sidang_hari", decided ? "" : full_date(t->hearing, v->a));
	view_put(v, "sidang_pukul", decided ? "" : hour_words(t->hour, b, v->a));
	view_put(v, "sidang_tempat", decided ? "" : t->place);
	view_put(v, "putusan", decided ? date_words(t->hearing, v->a) : "");
}

static struct view start(const struct rulebook *b, const struct tabayun *t,
                         const struct tabayun_printing *p, struct arena *a)
{
	struct view v = view_start(a);
	day today = instant_day(p->now, &b->court.zone);
	view_head(&v, b, p->now, p->again);
	view_day(&v, b, p->letter == NULL ? today : p->letter->dated);
	view_put(&v, "nomor_surat", p->letter == NULL ? "" : p->letter->name);
	put_request(&v, b, t);
	put_hearing(&v, b, t);
	view_put(&v, "jurusita", p->bailiff);
	view_put(&v, "jurusita_nip", p->nip);
	return v;
}

static const char *outcome_words(const struct rulebook *b, const struct tabayun *t)
{
	const struct form *form = rulebook_form(b, "pelaksanaan");
	const struct field *field = form == NULL ? NULL : form_field(form, "", "hasil");
	const struct choice *one = field == NULL || field->choices == NULL
	                               ? NULL
	                               : choices_find(field->choices, t->outcome);
	return one == NULL ? t->outcome : one->label;
}

const char *paper_tabayun(const struct rulebook *b, const struct tabayun *t,
                          const struct tabayun_printing *p, struct arena *a)
{
	struct view v = start(b, t, p, a);
	bool sent = tabayun_state(t) == TABAYUN_ANSWERED;
	view_put(&v, "ditunjuk", date_words(t->appointed, a));
	view_put(&v, "batas", full_date(tabayun_due_at(b, t, TABAYUN_APPOINTED), a));
	view_put(&v, "hari_laksana", number_text(b->requests.serve, a));
	view_put(&v, "dilaksanakan", full_date(t->served, a));
	view_put(&v, "resi", sent ? t->resi : "");
	view_rows(&v, "kiriman", "kedudukan banyak hasil");
	view_row(&v);
	view_put(&v, "kedudukan", t->role);
	view_put(&v, "banyak", "1 (satu) berkas");
	view_put(&v, "hasil", outcome_words(b, t));
	view_row_end(&v);
	view_rows_end(&v);
	view_officer(&v, b, "panitera");
	view_put(&v, "qr", arena_print(a, "%s|tabayun %s", t->case_number, tabayun_name(t, a)));
	return view_finish(&v);
}

const char *paper_tabayun_relaas(const struct rulebook *b, const struct tabayun *t,
                                 const struct tabayun_printing *p, struct arena *a)
{
	struct letter_lines lines;
	struct view v = start(b, t, p, a);
	view_copies(&v, b, "relaas-tabayun");
	tabayun_relaas(b, t, p->bailiff, a, &lines);
	relaas_put(&v, rulebook_letter(b, "relaas_tabayun"), &lines);
	view_put(&v, "qr", arena_print(a, "%s|relaas %s", t->case_number, tabayun_name(t, a)));
	return view_finish(&v);
}
