/* Compares print templates with the views that are printed with them: a name without a value would
 * be a blank on the paper, and a column that the template omits would be missing from it, both
 * silently. */
#include <string.h>

#include "loket/config.h"
#include "loket/court.h"
#include "loket/list.h"
#include "loket/tabayun.h"
#include "loket/text.h"
#include "loket/xml.h"

#include "private.h"

#define FOLDER "forms/print/"

enum { SENTENCE = 600, PAPERS = FILING_PAPERS + TABAYUN_PAPERS + BOOKS + 13 };

/* Names stand between blanks: " nama alamat ". */
struct rows_given {
	const char *name;
	const char *columns;
	struct text read;
	const struct xml_node *where; /* the first element that reads them; NULL: none does */
};
struct template_reading {
	const struct xml *template;
	const char *values;
	struct rows_given *rows;
	size_t count;
	struct arena *a;
	struct fault *why;
};

static bool has_word(const char *words, const char *word, struct arena *a)
{
	return strstr(words, arena_print(a, " %s ", word)) != NULL;
}

/* ---- what is given ---- */

/* `halaman` and `dari` come from loket-paper itself. */
static void given_read(struct template_reading *r, const struct xml_node *view)
{
	struct text values = text_start(r->a);
	size_t capacity = 0;
	text_add(&values, " halaman dari ");
	for (const struct xml_node *n = xml_child(view, "v"); n != NULL; n = xml_next(n, "v"))
		text_addf(&values, "%s ", xml_attribute(n, "n", "", r->a));
	r->values = values.s;
	for (const struct xml_node *n = xml_child(view, "rows"); n; n = xml_next(n, "rows")) {
		r->rows = list_grow(r->a, r->rows, r->count, &capacity, sizeof *r->rows);
		r->rows[r->count++] = (struct rows_given){
			.name = xml_attribute(n, "n", "", r->a),
			.columns = arena_print(r->a, " %s ", xml_attribute(n, "columns", "", r->a)),
			.read = text_start(r->a),
		};
	}
}

static struct rows_given *rows_named(const struct template_reading *r, const char *name)
{
	for (size_t i = 0; i < r->count; i++) {
		if (text_same(r->rows[i].name, name))
			return &r->rows[i];
	}
	return NULL;
}

/* ---- what is read ---- */

static bool refuse_name(struct template_reading *r, const struct xml_node *at, const char *name)
{
	return xml_refuse(r->template, at, r->why,
	                  N_("nama \"%1\" tidak ada dalam isi cetakan ini; perbaiki atau hapus"),
	                  name);
}

/* A name of the row, or of the view around it. */
static bool name_read(struct template_reading *r, const struct xml_node *at, struct rows_given *row,
                      const char *name)
{
	if (row != NULL && has_word(row->columns, name, r->a)) {
		text_addf(&row->read, " %s ", name);
		return true;
	}
	return has_word(r->values, name, r->a) || refuse_name(r, at, name);
}

/* The places {name} {name^} {name|else} {#} of a text. */
static bool places_read(struct template_reading *r, const struct xml_node *at,
                        struct rows_given *row, const char *text)
{
	while ((text = strchr(text, '{')) != NULL) {
		text++;
		const char *name = arena_copy(r->a, text, strcspn(text, "}|^"));
		if (!text_same(name, "#") && !name_read(r, at, row, name))
			return false;
	}
	return true;
}

static bool words_read(struct template_reading *r, const struct xml_node *at, const char *words)
{
	size_t length;
	for (; *(words += strspn(words, " ")) != '\0'; words += length) {
		length = strcspn(words, " ");
		const char *name = arena_copy(r->a, words, length);
		if (rows_named(r, name) == NULL && !name_read(r, at, NULL, name))
			return false;
	}
	return true;
}

static bool attributes_read(struct template_reading *r, const struct xml_node *n,
                            struct rows_given *row)
{
	const struct xml_pair *pairs;
	size_t count = xml_attributes(n, r->a, &pairs);
	for (size_t i = 0; i < count; i++) {
		bool condition = text_same(pairs[i].name, "has") && row == NULL;
		bool names = condition || text_same(pairs[i].name, "needs");
		if (names ? !words_read(r, n, pairs[i].value)
		          : !places_read(r, n, row, pairs[i].value))
			return false;
	}
	return true;
}

static bool element_read(struct template_reading *r, const struct xml_node *n,
                         struct rows_given *row)
{
	const char *rows = xml_attribute(n, "rows", NULL, r->a);
	const struct xml_run *runs;
	if (!attributes_read(r, n, row) ||
	    (text_same(xml_name(n), "kop") && !words_read(r, n, "kop1 kop2 kop3 kop4 kop5")))
		return false;
	if (rows != NULL) {
		row = rows_named(r, rows);
		if (row == NULL)
			return refuse_name(r, n, rows);
		row->where = row->where == NULL ? n : row->where;
	}
	for (size_t i = 0, count = xml_runs(n, r->a, &runs); i < count; i++) {
		if (*runs[i].mark == '\0' && !places_read(r, n, row, runs[i].text))
			return false;
	}
	bool sum = text_same(xml_name(n), "sum"); /* stands below the rows */
	for (const struct xml_node *c = xml_child(n, NULL); c != NULL; c = xml_next(c, NULL)) {
		if (!element_read(r, c, sum ? NULL : row))
			return false;
	}
	return true;
}

/* Every column is read, or named in `leaves` of the element that reads the rows; rows that nothing
 * reads are named in that of the paper. */
static bool columns_are_read(struct template_reading *r, const struct xml_node *paper,
                             const struct rows_given *rows)
{
	const struct xml_node *at = rows->where == NULL ? paper : rows->where;
	const char *leaves = arena_print(r->a, " %s ", xml_attribute(at, "leaves", "", r->a));
	size_t length;
	if (rows->where == NULL && has_word(leaves, rows->name, r->a))
		return true;
	for (const char *word = rows->columns; *(word += strspn(word, " ")) != '\0';
	     word += length) {
		length = strcspn(word, " ");
		const char *name = arena_copy(r->a, word, length);
		if (has_word(rows->read.s, name, r->a) || has_word(leaves, name, r->a))
			continue;
		return xml_refuse(r->template, at, r->why,
		                  N_("kolom \"%1\" tidak dicetak; tambahkan, atau sebut dalam "
		                     "leaves bila memang ditinggalkan"),
		                  name);
	}
	return true;
}

static bool template_reads_all(const struct app *p, const struct specimen *of, struct arena *a,
                               struct fault *why)
{
	struct xml *template = NULL, *view = NULL;
	struct template_reading r = { .a = a, .why = why };
	const char *path = home_data(&p->home, arena_print(a, FOLDER "%s.xml", of->paper), a);
	bool good = xml_open(path, NULL, &template, why) &&
	            xml_parse(of->view, strlen(of->view), of->paper, NULL, &view, why);
	if (good) {
		r.template = template;
		given_read(&r, xml_root(view));
		good = element_read(&r, xml_root(template), NULL);
	}
	for (size_t i = 0; good && i < r.count; i++)
		good = columns_are_read(&r, xml_root(template), &r.rows[i]);
	xml_close(&template);
	xml_close(&view);
	return good;
}

/* ---- all of them ---- */

static void sentence_add(const char *text, struct arena *a, const char ***items, size_t *count,
                         size_t *capacity)
{
	*items = list_grow(a, *items, *count, capacity, sizeof **items);
	(*items)[(*count)++] = arena_text(a, text);
}

static bool is_printed(const struct specimen *specimens, const char *file, struct arena *a)
{
	for (size_t i = 0; i < PAPERS; i++) {
		if (text_same(file, arena_print(a, FOLDER "%s.xml", specimens[i].paper)))
			return true;
	}
	return false;
}

static void idle_templates(const struct app *p, const struct specimen *specimens, struct arena *a,
                           struct data_survey *out)
{
	struct config_names names = { 0 };
	config_names(&p->home, a, &names);
	for (size_t i = 0; i < names.count; i++) {
		char text[SENTENCE];
		if (!text_starts(names.items[i], FOLDER) ||
		    is_printed(specimens, names.items[i], a))
			continue;
		message_fill(_("%1: tidak ada surat yang dicetak dengannya"), &names.items[i], 1,
		             text, sizeof text);
		sentence_add(text, a, &out->warnings, &out->warning_count, &out->warning_capacity);
	}
}

/* Each combination of a summons has one whole, true relaas. */
static void sentences_survey(struct data_survey *out, struct arena *a)
{
	struct relaas_proof proof;
	relaas_prove(out->book, a, &proof);
	tabayun_prove(out->book, a, &proof);
	for (size_t i = 0; i < proof.fault_count; i++)
		sentence_add(proof.faults[i], a, &out->faults, &out->fault_count,
		             &out->fault_capacity);
	out->combinations = proof.tried;
}

bool papers_survey(struct app *p, struct arena *a, struct data_survey *out, struct fault *why)
{
	struct specimen specimens[PAPERS];
	filing_specimens(p, a, specimens);
	specimens[FILING_PAPERS] = register_specimen(p, a);
	specimens[FILING_PAPERS + 1] = recon_specimen(p, a);
	specimens[FILING_PAPERS + 2] = route_specimen(p, a);
	specimens[FILING_PAPERS + 6] = post_specimen(p, a);
	specimens[FILING_PAPERS + 7] = closing_specimen(p, a);
	specimens[FILING_PAPERS + 5] = tabayun_register_specimen(p, a);
	specimens[FILING_PAPERS + 8] = letters_specimen(p, a);
	specimens[FILING_PAPERS + 9] = journalbook_specimen(p, a);
	specimens[FILING_PAPERS + 10] = attorneys_specimen(p, a);
	specimens[FILING_PAPERS + 11] = deposit_specimen(p, a);
	specimens[FILING_PAPERS + 12] = day_sheet_specimen(p, a);
	tabayun_paper_specimens(p, a, &specimens[FILING_PAPERS + 13]);
	book_specimens(p, a, &specimens[FILING_PAPERS + 13 + TABAYUN_PAPERS]);
	if (!report_specimen(p, true, a, &specimens[FILING_PAPERS + 3], why) ||
	    !report_specimen(p, false, a, &specimens[FILING_PAPERS + 4], why))
		return false;
	for (size_t i = 0; i < PAPERS; i++) {
		char text[SENTENCE];
		struct fault wrong = { 0 };
		if (template_reads_all(p, &specimens[i], a, &wrong))
			continue;
		fault_say(&wrong, text, sizeof text);
		sentence_add(text, a, &out->faults, &out->fault_count, &out->fault_capacity);
	}
	idle_templates(p, specimens, a, out);
	sentences_survey(out, a);
	return true;
}
