/* An account statement in a CSV file, by the layout its bank's data file describes
 * (data/mutasi/KEY.xml): which column holds what, how dates and amounts are written. */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"
#include "loket/xml.h"

#include "private.h"

enum { MOST_COLUMNS = 64, LARGEST_FILE = 64 * 1024 * 1024 };

enum statement_part { SAAT, JUMLAH, REFERENSI, VA, TRANSAKSI, PEMBAYARAN, ARAH, PARTS };
static const char *const part_names[PARTS] = { "saat",      "jumlah",     "referensi", "va",
	                                       "transaksi", "pembayaran", "arah" };

struct statement_layout {
	size_t columns[PARTS]; /* from 1; 0: the file has none */
	const char *incoming;  /* what stands in the column of direction when money comes in */
	char separator, decimal;
	size_t head; /* lines before the first payment */
	bool year_first;
};

/* One line of the file, taken apart. */
struct split_line {
	const struct statement_layout *layout;
	const char *cells[MOST_COLUMNS];
	size_t count;
};

/* ---- the layout ---- */

static bool column_read(const struct xml_node *n, struct arena *a, struct statement_layout *out)
{
	long long place;
	const char *name = xml_attribute(n, "isi", "", a);
	for (size_t i = 0; i < PARTS; i++) {
		if (text_same(part_names[i], name) &&
		    text_number(xml_attribute(n, "ke", "", a), 1, MOST_COLUMNS, &place))
			out->columns[i] = (size_t)place;
	}
	if (text_same(name, part_names[ARAH]))
		out->incoming = xml_attribute(n, "nilai", "", a);
	return true;
}

static bool layout_read(const struct xml_node *root, struct arena *a, struct statement_layout *out)
{
	long long head;
	const char *separator = xml_attribute(root, "pemisah", "", a);
	out->separator = text_same(separator, "tab") ? '\t' : separator[0];
	out->decimal = xml_attribute(root, "desimal", "", a)[0];
	out->year_first = text_starts(xml_attribute(root, "tanggal", "", a), "tahun");
	out->head = text_number(xml_attribute(root, "kepala", "", a), 0, 1000, &head) ? (size_t)head
	                                                                              : 0;
	for (const struct xml_node *n = xml_child(root, "kolom"); n != NULL;
	     n = xml_next(n, "kolom"))
		(void)column_read(n, a, out);
	return out->columns[SAAT] > 0 && out->columns[JUMLAH] > 0;
}

static bool layout_load(const struct home *h, const char *bank, struct arena *a,
                        struct statement_layout *out, struct fault *why)
{
	struct xml_schema *schema;
	struct xml *x;
	const char *path = home_data(h, arena_print(a, "data/mutasi/%s.xml", bank), a);
	if (strspn(bank, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen(bank) ||
	    !file_exists(path))
		return fault_set(
		    why, FAULT_MISUSE,
		    N_("Susunan rekening koran bank %1 belum ada; tulis data/mutasi/%1.xml"), bank);
	if (!xml_schema_open(home_data(h, "data/xsd/mutasi.xsd", a), &schema, why))
		return false;
	bool good = xml_open(path, schema, &x, why);
	xml_schema_close(&schema);
	if (!good)
		return false;
	good = layout_read(xml_root(x), a, out) ||
	       fault_set(why, FAULT_MISUSE, N_("%1: kolom saat dan jumlah harus disebut"), path);
	xml_close(&x);
	return good;
}

/* ---- a line ---- */

/* Cells between separators, in quotes where they hold one (RFC 4180); `at` goes on to the next
 * line. */
static void cut_line(const char **at, struct arena *a, struct split_line *out)
{
	struct text cell = text_start(a);
	bool quoted = false;
	const char *s = *at;
	out->count = 0;
	for (; *s != '\0' && (quoted || *s != '\n'); s++) {
		if (*s == '"')
			quoted = !quoted;
		else if (*s == out->layout->separator && !quoted && out->count < MOST_COLUMNS - 1) {
			out->cells[out->count++] = cell.s;
			cell = text_start(a);
		} else if (*s != '\r')
			text_add_bytes(&cell, s, 1);
	}
	out->cells[out->count++] = cell.s;
	*at = *s == '\0' ? s : s + 1;
}

static const char *cell_of(const struct split_line *c, enum statement_part p)
{
	size_t column = c->layout->columns[p];
	return column == 0 || column > c->count || c->cells[column - 1] == NULL
	           ? ""
	           : c->cells[column - 1];
}

/* "1.250.000,00" with a comma, "1,250,000.00" with a point: whole rupiah, the cents are zero. */
static bool amount_read(const char *text, char decimal, rupiah *out)
{
	char digits[24];
	size_t n = 0;
	bool cents = false;
	for (; *text != '\0'; text++) {
		if (*text == decimal)
			cents = true;
		else if (*text >= '0' && *text <= '9' && cents && *text != '0')
			return false;
		else if (*text >= '0' && *text <= '9' && !cents && n < sizeof digits - 1)
			digits[n++] = *text;
		else if (strchr("., Rp+", *text) == NULL && !cents)
			return false;
	}
	digits[n] = '\0';
	long long amount;
	bool good = text_number(digits, 1, INT64_MAX, &amount);
	*out = good ? amount : 0;
	return good;
}

/* Day, month, year in the file's order, then hour and minute where they are written. */
static bool moment_read(const char *text, const struct statement_layout *l, const struct zone *z,
                        instant *out)
{
	int parts[5] = { 0 };
	size_t count = 0;
	day d;
	while (*text != '\0' && count < COUNT_OF(parts)) {
		size_t digits = strspn(text, "0123456789");
		for (size_t i = 0; i < digits && i < 4; i++)
			parts[count] = parts[count] * 10 + (text[i] - '0');
		count += digits > 0;
		text += digits > 0 ? digits : 1;
	}
	const struct ymd date = { .year = l->year_first ? parts[0] : parts[2],
		                  .month = parts[1],
		                  .day = l->year_first ? parts[2] : parts[0] };
	if (count < 3 || !day_from_ymd(date, &d) || parts[3] > 23 || parts[4] > 59)
		return false;
	*out = instant_at(d, parts[3] * 60 + parts[4], z);
	return true;
}

/* The account's number may stand within a sentence: the longest run of digits. */
static const char *longest_digits(const char *text, struct arena *a)
{
	const char *best = "";
	size_t most = 0;
	while (*text != '\0') {
		size_t n = strspn(text, "0123456789");
		if (n > most) {
			most = n;
			best = text;
		}
		text += n > 0 ? n : 1;
	}
	return arena_copy(a, best, most);
}

static bool line_read(const struct split_line *c, const struct zone *z, struct arena *a,
                      struct statement_line *out)
{
	*out = (struct statement_line){ .va_digits = longest_digits(cell_of(c, VA), a),
		                        .trx = cell_of(c, TRANSAKSI),
		                        .payment = cell_of(c, PEMBAYARAN),
		                        .reference = cell_of(c, REFERENSI) };
	return amount_read(cell_of(c, JUMLAH), c->layout->decimal, &out->amount) &&
	       moment_read(cell_of(c, SAAT), c->layout, z, &out->at) &&
	       !(text_is_empty(out->reference) && text_is_empty(out->payment));
}

/* ---- the file ---- */

static void span_widen(struct statement *st, day d)
{
	st->first = st->count == 1 || d < st->first ? d : st->first;
	st->last = st->count == 1 || d > st->last ? d : st->last;
}

static bool lines_read(const char *at, const struct statement_layout *l, const struct zone *z,
                       struct arena *a, struct statement *out, struct fault *why)
{
	struct split_line c = { .layout = l };
	for (size_t line = 1; *at != '\0'; line++) {
		struct statement_line read;
		cut_line(&at, a, &c);
		bool blank = c.count == 1 && text_is_empty(c.cells[0]);
		bool other = l->columns[ARAH] > 0 && !text_same(cell_of(&c, ARAH), l->incoming);
		if (line <= l->head || blank || other)
			continue;
		if (!line_read(&c, z, a, &read))
			return fault_set(why, FAULT_REFUSED,
			                 N_("Baris %1: saat, jumlah atau referensi tidak terbaca; "
			                    "periksa berkas dan susunannya di data/mutasi"),
			                 arena_print(a, "%zu", line));
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		out->items[out->count++] = read;
		span_widen(out, instant_day(read.at, z));
	}
	return true;
}

bool service_statement_file(const struct login *s, const char *path, const char *bank,
                            struct arena *a, size_t *count, struct fault *why)
{
	struct statement_layout layout = { .incoming = "" };
	struct bytes file;
	struct statement st = { .bank = bank };
	const struct zone *z = &s->app->book->court.zone;
	if (!may_or_refuse(s, "rekonsiliasi.muat", why) ||
	    !layout_load(&s->app->home, bank, a, &layout, why) ||
	    !file_read(path, LARGEST_FILE, a, &file, why) ||
	    !lines_read(arena_copy(a, (const char *)file.data, file.size), &layout, z, a, &st, why))
		return false;
	*count = st.count;
	return st.count == 0 || service_statement(s, &st, z, why);
}
