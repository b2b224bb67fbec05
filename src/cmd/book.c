/* The books of the court's money: rows, or a PDF. */
#include "loket/book.h"

#include "loket/list.h"

#include "private.h"

/* For people amounts are in groups of three. */
static void shown(const struct cmd *c, struct table *t)
{
	for (size_t at = 0; at < t->row_count * t->column_count; at++) {
		const struct column *column = &t->columns[at % t->column_count];
		long long n;
		if (c->options.format == FORMAT_TABLE && column->kind == COLUMN_NUMBER &&
		    !text_same(column->name, "urut") &&
		    text_number(t->cells[at], INT64_MIN, INT64_MAX, &n))
			t->cells[at] = cell_rupiah(c, n);
		else if (column->kind == COLUMN_TEXT)
			t->cells[at] = cell_sentence(c, t->cells[at]);
	}
}

static bool journals(struct cmd *c, struct table *out, struct printed *printed, struct fault *why)
{
	const char *year = c->options.period;
	if (c->word_count < 2 || text_is_empty(year))
		return fault_set(why, FAULT_MISUSE,
		                 N_("Sebutkan alur dan tahunnya, mis. loket book jurnal Pdt.G "
		                    "--period 2026"));
	return c->options.pdf
	           ? service_journal_book_print(&c->login, c->words[1], year, printed, why)
	           : service_journal_book(&c->login, c->words[1], year, c->a, out, why);
}

static bool one(struct cmd *c, struct table *out, struct printed *printed, struct fault *why)
{
	struct book book;
	const char *key = c->words[0], *period = c->options.period;
	if (c->options.pdf)
		return service_book_print(&c->login, key, period, printed, why);
	if (!service_book(&c->login, key, period, c->a, &book, why))
		return false;
	*out = book.table;
	return true;
}

bool cmd_book(struct cmd *c, struct fault *why)
{
	struct table table;
	struct printed printed;
	bool year = text_same(c->words[0], "jurnal");
	if (!(year ? journals : one)(c, &table, &printed, why))
		return false;
	if (c->options.pdf) {
		output_line(printed.path);
		return true;
	}
	shown(c, &table);
	output_table(c, &table);
	return true;
}

bool cmd_audit_pack(struct cmd *c, struct fault *why)
{
	size_t count;
	char text[1200];
	struct printed sums;
	const char *folder = c->word_count > 1 ? c->words[1] : "";
	if (!service_audit_pack(&c->login, c->words[0], folder, &count, &sums, why))
		return false;
	message_fill(_("%1 berkas; jumlah periksanya %2"),
	             (const char *const[]){ cell_number(c, (long long)count), sums.path }, 2, text,
	             sizeof text);
	output_line(text);
	return true;
}
