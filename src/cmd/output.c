/* The only writer of the commands: rows as a table for people, as JSON, as CSV. */
#include <stdio.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/money.h"

#include "private.h"

enum { ONE_LINE = 1024, GAP = 2 };

/* ---- filling a table ---- */

struct rows rows_start(const struct cmd *c, const char *title, const struct column *columns,
                       size_t count, size_t for_people)
{
	struct column *translated = arena_get(c->a, count, sizeof *translated);
	for (size_t i = 0; i < count; i++)
		translated[i] = (struct column){ columns[i].name, _(columns[i].title),
			                         columns[i].kind };
	bool people = c->options.format == FORMAT_TABLE;
	return (struct rows){ .table = { .title = title,
		                         .columns = translated,
		                         .column_count = people ? for_people : count },
		              .given = count,
		              .a = c->a };
}

void rows_add(struct rows *r, const char *const *cells)
{
	size_t used = r->table.row_count * r->table.column_count;
	for (size_t i = 0; i < r->table.column_count; i++) {
		r->table.cells = list_grow(r->a, r->table.cells, used, &r->capacity,
		                           sizeof *r->table.cells);
		r->table.cells[used++] = cells[i] == NULL ? "" : cells[i];
	}
	r->table.row_count++;
}

/* ---- cells ---- */

const char *cell_instant(const struct cmd *c, instant t)
{
	char out[64];
	if (t == INSTANT_NONE)
		return "";
	if (c->options.format == FORMAT_TABLE)
		instant_show(t, &c->book->court.zone, out, sizeof out);
	else
		instant_utc(t, out, sizeof out);
	return arena_text(c->a, out);
}

const char *cell_day(const struct cmd *c, day d)
{
	char out[64];
	if (d == DAY_NONE)
		return "";
	if (c->options.format == FORMAT_TABLE)
		day_show(d, out, sizeof out);
	else
		day_iso(d, out, sizeof out);
	return arena_text(c->a, out);
}

const char *cell_number(const struct cmd *c, long long n)
{
	return arena_print(c->a, "%lld", n);
}

const char *cell_rupiah(const struct cmd *c, rupiah n)
{
	char out[32];
	if (c->options.format != FORMAT_TABLE)
		return cell_number(c, n);
	money_digits(n, out, sizeof out);
	return arena_text(c->a, out);
}

const char *cell_yes(const struct cmd *c, bool yes)
{
	return c->options.format == FORMAT_TABLE ? (yes ? _("ya") : "") : yes ? "true" : "false";
}

const char *cell_word(const struct cmd *c, const char *word)
{
	return text_is_empty(word) || c->options.format != FORMAT_TABLE ? word : _(word);
}

const char *cell_sentence(const struct cmd *c, const char *stored)
{
	return c->options.format != FORMAT_TABLE ? stored : sentence_said(c->a, stored);
}

const char *cell_state(const struct cmd *c, enum step_state s)
{
	static const char *const names[] = {
		[STEP_BLANK] = N_("kosong"),     [STEP_OPEN] = N_("giliran"),
		[STEP_WAITING] = N_("menunggu"), [STEP_RETURNED] = N_("kembali"),
		[STEP_DONE] = N_("selesai"),
	};
	/* "kembali" is a key, and what Esc does; people read what became of the step. */
	if (s == STEP_RETURNED && c->options.format == FORMAT_TABLE)
		return _("dikembalikan");
	return cell_word(c, names[s]);
}

const char *cell_channel(const struct cmd *c, const char *key)
{
	bool people = c->options.format == FORMAT_TABLE;
	const struct channel *channel = rulebook_channel(c->book, key);
	return people && channel != NULL ? _(channel->name) : key;
}

const char *cell_outcome(const struct cmd *c, const char *key)
{
	bool people = c->options.format == FORMAT_TABLE;
	const struct outcome_kind *kind = rulebook_outcome(c->book, key);
	return people && kind != NULL ? _(kind->name) : key;
}

const char *cell_bank(const struct cmd *c, const char *key)
{
	bool people = c->options.format == FORMAT_TABLE;
	const struct choices *banks = choices_named(c->book->lists, c->book->list_count, "bank-va");
	const struct choice *bank = banks == NULL ? NULL : choices_find(banks, key);
	return people && bank != NULL ? bank->label : key;
}

const char *cell_category(const struct cmd *c, const char *key)
{
	return c->options.format == FORMAT_TABLE ? category_name(c->book, key) : key;
}

/* ---- a table for people ---- */

/* Controls, newlines among them, are shown and not obeyed. */
static const char *plain(struct arena *a, const char *s)
{
	struct text t = text_start(a);
	text_add_plain(&t, s);
	return t.s;
}

static void pad(struct text *t, int columns)
{
	for (int i = 0; i < columns; i++)
		text_add(t, " ");
}

static void people_cell(struct text *t, const struct column *column, const char *s, int width,
                        bool last)
{
	int free = width - text_columns(s);
	if (column->kind == COLUMN_NUMBER)
		pad(t, free);
	text_add(t, s);
	if (column->kind != COLUMN_NUMBER && !last)
		pad(t, free);
	if (!last)
		pad(t, GAP);
}

static void people_row(const struct table *table, const char *const *cells, const int *widths,
                       struct arena *a)
{
	struct text t = text_start(a);
	for (size_t i = 0; i < table->column_count; i++) {
		if (table->columns[i].kind != COLUMN_KEY)
			people_cell(&t, &table->columns[i], cells[i], widths[i],
			            i + 1 == table->column_count);
	}
	while (t.length > 0 && t.s[t.length - 1] == ' ')
		t.s[--t.length] = '\0';
	text_add(&t, "\n");
	out_text(t.s);
}

static void people_table(const struct table *table)
{
	struct arena a = arena_start(256 * MIB);
	size_t n = table->column_count, total = n * table->row_count;
	const char **heads = arena_get(&a, n, sizeof *heads);
	const char **cells = arena_get(&a, total + 1, sizeof *cells);
	int *widths = arena_get(&a, n, sizeof *widths);
	for (size_t i = 0; i < n; i++) {
		heads[i] = table->columns[i].title;
		widths[i] = text_columns(heads[i]);
	}
	for (size_t i = 0; i < total; i++) {
		cells[i] = plain(&a, table->cells[i]);
		int width = text_columns(cells[i]);
		if (width > widths[i % n])
			widths[i % n] = width;
	}
	people_row(table, heads, widths, &a);
	for (size_t row = 0; row < table->row_count; row++)
		people_row(table, cells + row * n, widths, &a);
	arena_drop(&a);
}

/* ---- JSON ---- */

static bool is_yes_or_no(const char *s)
{
	return text_same(s, "true") || text_same(s, "false");
}

static void json_cell(struct text *t, const struct column *column, const char *cell)
{
	text_add_json(t, column->name);
	text_add(t, ":");
	bool bare = column->kind == COLUMN_NUMBER ? cell_is_number(cell) : is_yes_or_no(cell);
	if (column->kind == COLUMN_TEXT)
		text_add_json(t, cell);
	else
		text_add(t, bare ? cell : "null");
}

static void json_table(const struct table *table)
{
	struct arena a = arena_start(256 * MIB);
	out_text("[");
	for (size_t row = 0; row < table->row_count; row++) {
		struct text t = text_start(&a);
		text_add(&t, row == 0 ? "\n{" : ",\n{");
		for (size_t i = 0; i < table->column_count; i++) {
			if (i > 0)
				text_add(&t, ",");
			json_cell(&t, &table->columns[i],
			          table->cells[row * table->column_count + i]);
		}
		text_add(&t, "}");
		out_text(t.s);
	}
	out_text("]\n");
	arena_drop(&a);
}

/* ---- CSV (RFC 4180) ---- */

static void csv_table(const struct table *table)
{
	struct arena a = arena_start(256 * MIB);
	size_t n = table->column_count;
	for (size_t row = 0; row <= table->row_count; row++) {
		struct text t = text_start(&a);
		for (size_t i = 0; i < n; i++) {
			const char *cell = row == 0 ? table->columns[i].name
			                            : table->cells[(row - 1) * n + i];
			if (i > 0)
				text_add(&t, ",");
			/* a negative amount is a number and no formula */
			if (row > 0 && table->columns[i].kind == COLUMN_NUMBER &&
			    cell_is_number(cell))
				text_add(&t, cell);
			else
				text_add_csv(&t, cell);
		}
		text_add(&t, "\r\n");
		out_text(t.s);
	}
	arena_drop(&a);
}

/* ---- a sheet, alone or of several ---- */

static void sheet_of(const struct named_table *parts, size_t count)
{
	struct arena a = arena_start(256 * MIB);
	struct text t = text_start(&a);
	sheet_begin(&t);
	for (size_t i = 0; i < count; i++)
		sheet_table(&t, parts[i].name, &parts[i].table);
	sheet_end(&t);
	out_text(t.s);
	arena_drop(&a);
}

static void sheet_alone(const struct table *table)
{
	sheet_of(&(struct named_table){ "loket", *table }, 1);
}

/* ---- answers ---- */

static void (*const writers[])(const struct table *) = {
	[FORMAT_TABLE] = people_table,
	[FORMAT_JSON] = json_table,
	[FORMAT_CSV] = csv_table,
	[FORMAT_SHEET] = sheet_alone,
};

void output_table(const struct cmd *c, const struct table *t)
{
	writers[c->options.format](t);
}

static void between_parts(enum format format, const struct named_table *p, bool first)
{
	if (format == FORMAT_JSON) {
		char head[ONE_LINE];
		snprintf(head, sizeof head, "%s\"%s\":", first ? "{" : ",", p->name);
		out_text(head);
		return;
	}
	if (!first)
		out_text("\n");
	if (!text_is_empty(p->table.title)) {
		out_text(p->table.title);
		out_text("\n");
	}
}

static bool no_such_table(const struct cmd *c, const struct named_table *parts, size_t count,
                          struct fault *why)
{
	const char *asked = c->options.table;
	struct text all = text_start(c->a);
	for (size_t i = 0; i < count; i++)
		text_addf(&all, "%s%s", i > 0 ? ", " : "", parts[i].name);
	if (text_is_empty(asked))
		return fault_set(why, FAULT_MISUSE,
		                 N_("CSV memuat satu tabel; pilih dengan --table: %1"), all.s);
	return fault_set(why, FAULT_MISUSE, N_("Tidak ada tabel %1; pilihannya: %2"), asked, all.s);
}

bool output_parts(const struct cmd *c, const struct named_table *parts, size_t count,
                  struct fault *why)
{
	enum format format = c->options.format;
	for (size_t i = 0; i < count; i++) {
		if (text_same(parts[i].name, c->options.table)) {
			output_table(c, &parts[i].table);
			return true;
		}
	}
	if (format == FORMAT_CSV || !text_is_empty(c->options.table))
		return no_such_table(c, parts, count, why);
	if (format == FORMAT_SHEET) {
		sheet_of(parts, count);
		return true;
	}
	for (size_t i = 0; i < count; i++) {
		between_parts(format, &parts[i], i == 0);
		output_table(c, &parts[i].table);
	}
	if (format == FORMAT_JSON)
		out_text("}\n");
	return true;
}

void output_line(const char *text)
{
	out_text(text);
	out_text("\n");
}

void output_remark(const char *text)
{
	err_text("loket: ");
	err_text(text);
	err_text("\n");
}

/* "loket: pihak[2].nik: NIK: …"; the field first, so that a program can find it. */
static void say_fault(const char *mark, const struct fault *why, const char *more)
{
	char text[ONE_LINE];
	fault_say(why, text, sizeof text);
	err_text("loket: ");
	err_text(mark);
	if (why->field[0] != '\0') {
		err_text(why->field);
		err_text(": ");
	}
	err_text(text);
	err_text(more);
	err_text("\n");
}

int cmd_say(const struct fault *why)
{
	say_fault("", why, "");
	return (int)why->kind;
}

void output_fault(const struct form_fault *f, const char *more)
{
	say_fault(f->stops ? "" : _("peringatan: "), &f->fault, more);
}

void output_faults(const struct form_faults *list)
{
	for (size_t i = 0; i < list->count; i++)
		output_fault(&list->items[i], "");
}
