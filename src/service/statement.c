/* An account statement in a CSV file, by the layout its bank's data file describes
 * (data/mutasi/KEY.xml): which column holds what, how dates and amounts are written. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/recon.h"
#include "loket/text.h"
#include "loket/xml.h"

#include "private.h"

enum statement_part {
	SAAT,
	JUMLAH,
	DEBIT,
	REFERENSI,
	VA,
	TRANSAKSI,
	PEMBAYARAN,
	ARAH,
	KETERANGAN,
	SALDO,
	PARTS
};
static const char *const part_names[PARTS] = { "saat",       "jumlah",    "debit",      "referensi",
	                                       "va",         "transaksi", "pembayaran", "arah",
	                                       "keterangan", "saldo" };

struct statement_layout {
	size_t columns[PARTS]; /* from 1; 0: the file has none */
	const char *incoming;  /* what stands in the column of direction when money comes in */
	const char *outgoing;  /* the same when it goes out; "" : such rows are skipped */
	char separator, decimal;
	size_t head; /* lines before the first payment */
	bool year_first;
};

/* A file while it is read. */
struct sheet {
	const struct statement_layout *layout;
	struct csv csv;
	const char *path;
	const struct zone *zone;
	struct arena *a;
	struct statement_reading *out;
	struct statement *st;
	size_t *line_of;  /* of each line of `st` */
	rupiah *balances; /* the same, as the file states them */
	size_t line_capacity, balance_capacity;
	bool unstated; /* a row states none */
};

/* ---- the layout ---- */

static bool column_read(const struct xml_node *n, struct arena *a, struct statement_layout *out)
{
	long long place;
	const char *name = xml_attribute(n, "isi", "", a);
	for (size_t i = 0; i < PARTS; i++) {
		if (text_same(part_names[i], name) &&
		    text_number(xml_attribute(n, "ke", "", a), 1, CSV_COLUMNS, &place))
			out->columns[i] = (size_t)place;
	}
	if (text_same(name, part_names[ARAH])) {
		out->incoming = xml_attribute(n, "nilai", "", a);
		out->outgoing = xml_attribute(n, "keluar", "", a);
	}
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

/* ---- a row ---- */

static const char *cell_of(const struct sheet *sh, enum statement_part p)
{
	return csv_cell(&sh->csv, sh->layout->columns[p]);
}

static void remark_add(struct sheet *sh, size_t line, const char *text)
{
	struct statement_reading *r = sh->out;
	r->remarks = list_grow(sh->a, r->remarks, r->remark_count, &r->remark_capacity,
	                       sizeof *r->remarks);
	r->remarks[r->remark_count++] = (struct statement_remark){ line, text };
}

/* Why the row is not taken, by its cell; `text` has %1 for what stands in it. False. */
static bool row_refuse(struct sheet *sh, enum statement_part p, const char *text)
{
	char said[400], column[24];
	const char *cell = cell_of(sh, p);
	message_fill(_(text), &cell, 1, said, sizeof said);
	snprintf(column, sizeof column, "%zu", sh->layout->columns[p]);
	char whole[500];
	message_fill(_("kolom %1 (%2): %3"), (const char *const[]){ column, part_names[p], said },
	             3, whole, sizeof whole);
	remark_add(sh, sh->csv.line, arena_text(sh->a, whole));
	return false;
}

static bool figure_read(struct sheet *sh, enum statement_part part, rupiah *out)
{
	const char *cell = cell_of(sh, part);
	if (money_marked_parse(cell, sh->layout->decimal, out) && *out > 0)
		return true;
	const char *cents = strchr(cell, sh->layout->decimal);
	rupiah whole;
	bool has_cents = cents != NULL && strlen(cents) == 3 &&
	                 money_marked_parse(arena_copy(sh->a, cell, (size_t)(cents - cell)),
	                                    sh->layout->decimal, &whole);
	return row_refuse(sh, part,
	                  has_cents
	                      ? N_("“%1” mempunyai sen; biaya perkara selalu rupiah bulat")
	                      : N_("“%1” bukan jumlah rupiah yang ditulis seperti di susunannya"));
}

/* Which way the money of the row goes; 0: the layout leaves it out. */
static int direction_of(struct sheet *sh)
{
	const struct statement_layout *l = sh->layout;
	const char *way = text_fold(sh->a, cell_of(sh, ARAH));
	rupiah out;
	if (l->columns[DEBIT] > 0 && !text_is_empty(cell_of(sh, DEBIT)))
		return money_marked_parse(cell_of(sh, DEBIT), l->decimal, &out) && out == 0 ? 1
		                                                                            : -1;
	if (l->columns[ARAH] == 0 || text_same(way, text_fold(sh->a, l->incoming)))
		return 1;
	return !text_is_empty(l->outgoing) && text_same(way, text_fold(sh->a, l->outgoing)) ? -1
	                                                                                    : 0;
}

static bool amount_read(struct sheet *sh, int direction, rupiah *out)
{
	bool own = direction < 0 && sh->layout->columns[DEBIT] > 0 &&
	           !text_is_empty(cell_of(sh, DEBIT));
	if (!figure_read(sh, own ? DEBIT : JUMLAH, out))
		return false;
	*out *= direction;
	return true;
}

/* "-1.000", "(1.000)" or "1.000". */
static bool balance_read(const struct sheet *sh, rupiah *out)
{
	const char *cell = cell_of(sh, SALDO);
	size_t length = strlen(cell);
	bool owed = cell[0] == '-' || cell[0] == '(';
	if (cell[0] == '(' && cell[length - 1] == ')')
		length--;
	if (!money_marked_parse(arena_copy(sh->a, cell + owed, length - owed), sh->layout->decimal,
	                        out))
		return false;
	*out = owed ? -*out : *out;
	return true;
}

/* A day, then an hour and a minute where they are written. */
static bool moment_read(struct sheet *sh, instant *out)
{
	const char *cell = cell_of(sh, SAAT);
	size_t length = strcspn(cell, " T");
	const char *date = arena_copy(sh->a, cell, length), *clock = cell + length;
	day on, today = instant_day(clock_now(), sh->zone);
	int minute = 0;
	if (sh->layout->year_first)
		date = csv_year_first(date, sh->a);
	clock += strspn(clock, " T");
	if (*date < '0' || *date > '9' || !day_figures_parse(date, today, &on) ||
	    (*clock != '\0' && !clock_parse(clock, &minute)))
		return row_refuse(sh, SAAT, N_("“%1” bukan tanggal dan jam"));
	if (on > today)
		return row_refuse(sh, SAAT, N_("“%1” belum terjadi"));
	*out = instant_at(on, minute, sh->zone);
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

static bool names_read(struct sheet *sh, struct statement_line *out)
{
	static const enum statement_part numbers[] = { VA, REFERENSI, TRANSAKSI, PEMBAYARAN };
	for (size_t i = 0; i < COUNT_OF(numbers); i++) {
		if (csv_is_rounded(cell_of(sh, numbers[i])))
			return row_refuse(
			    sh, numbers[i],
			    N_("“%1” dibulatkan lembar sebar; jadikan kolomnya teks"));
	}
	out->va_digits = longest_digits(cell_of(sh, VA), sh->a);
	out->trx = cell_of(sh, TRANSAKSI);
	out->payment = cell_of(sh, PEMBAYARAN);
	out->what = cell_of(sh, KETERANGAN);
	out->reference = cell_of(sh, REFERENSI);
	/* what the bank itself takes is known by how it calls it */
	if (out->amount < 0 && text_is_empty(out->reference))
		out->reference = out->what;
	return !text_is_empty(out->reference) || !text_is_empty(out->payment) ||
	       row_refuse(sh, sh->layout->columns[REFERENSI] > 0 ? REFERENSI : PEMBAYARAN,
	                  N_("kosong; tanpanya pembayaran itu tidak dapat dikenali lagi"));
}

/* ---- the file ---- */

static void span_widen(struct statement *st, day d)
{
	st->first = st->count == 1 || d < st->first ? d : st->first;
	st->last = st->count == 1 || d > st->last ? d : st->last;
}

static void row_take(struct sheet *sh, const struct statement_line *read)
{
	struct statement *st = sh->st;
	sh->line_of = list_grow(sh->a, sh->line_of, st->count, &sh->line_capacity,
	                        sizeof *sh->line_of);
	sh->line_of[st->count] = sh->csv.line;
	sh->balances = list_grow(sh->a, sh->balances, st->count, &sh->balance_capacity,
	                         sizeof *sh->balances);
	sh->unstated |= !balance_read(sh, &sh->balances[st->count]);
	st->items = list_grow(sh->a, st->items, st->count, &st->capacity, sizeof *st->items);
	st->items[st->count++] = *read;
	span_widen(st, instant_day(read->at, sh->zone));
}

/* Do the balances follow from row to row, the rows taken in this order? */
static bool follows(const struct sheet *sh, bool newest_first)
{
	const struct statement *st = sh->st;
	for (size_t i = 1; i < st->count; i++) {
		size_t now = newest_first ? st->count - 1 - i : i;
		size_t before = newest_first ? now + 1 : now - 1;
		if (sh->balances[before] + st->items[now].amount != sh->balances[now])
			return false;
	}
	return true;
}

/* What the account held before the first row and after the last one. */
static void balances_take(struct sheet *sh)
{
	struct statement *st = sh->st;
	if (st->count == 0 || sh->unstated || sh->layout->columns[SALDO] == 0)
		return;
	size_t first = 0, last = st->count - 1;
	bool turned = st->items[first].at > st->items[last].at;
	if (!follows(sh, turned) && follows(sh, !turned))
		turned = !turned;
	if (turned) {
		first = last;
		last = 0;
	}
	st->from.has_balance = true;
	st->from.opening = sh->balances[first] - st->items[first].amount;
	st->from.closing = sh->balances[last];
}

/* What the rows that were read do not explain. */
static void gap_tell(struct sheet *sh)
{
	char opening[32], closing[32], gap[32], text[400];
	const struct statement_source *from = &sh->st->from;
	rupiah total = 0;
	for (size_t i = 0; i < sh->st->count; i++)
		total += sh->st->items[i].amount;
	if (!from->has_balance || from->opening + total == from->closing)
		return;
	money_show(from->opening, opening, sizeof opening);
	money_show(from->closing, closing, sizeof closing);
	money_show(from->closing - from->opening - total, gap, sizeof gap);
	message_fill(_("saldo awal %1 dan akhir %2 berselisih %3 dari jumlah barisnya"),
	             (const char *const[]){ opening, closing, gap }, 3, text, sizeof text);
	sh->out->refused++;
	remark_add(sh, sh->csv.line, arena_text(sh->a, text));
}

static void rows_read(struct sheet *sh)
{
	while (*sh->csv.at != '\0') {
		struct statement_line read = { 0 };
		bool whole = csv_row(&sh->csv);
		if (sh->csv.line <= sh->layout->head || csv_blank(&sh->csv))
			continue;
		sh->out->rows++;
		if (!whole) {
			sh->out->refused++;
			remark_add(sh, sh->csv.line, _("tanda kutip tidak ditutup"));
		} else if (direction_of(sh) == 0) {
			sh->out->skipped++;
		} else if (moment_read(sh, &read.at) &&
		           amount_read(sh, direction_of(sh), &read.amount) &&
		           names_read(sh, &read)) {
			row_take(sh, &read);
		} else {
			sh->out->refused++;
		}
	}
}

static bool columns_fit(const struct sheet *sh, struct fault *why)
{
	size_t wanted = 0;
	for (size_t i = 0; i < SALDO; i++)
		wanted = sh->layout->columns[i] > wanted ? sh->layout->columns[i] : wanted;
	return sh->out->rows == 0 || csv_fits(&sh->csv, wanted, sh->path, why);
}

static const char *facts(const struct sheet *sh, rupiah amount, instant at, const char *va)
{
	char money[32], when[64];
	money_show(amount, money, sizeof money);
	instant_show(at, sh->zone, when, sizeof when);
	return arena_print(sh->a, "%s · %s%s%s", money, when, text_is_empty(va) ? "" : " · VA ",
	                   va);
}

/* What became of the rows that were read, once they are written. */
static void fates_count(struct sheet *sh)
{
	assert(sh->st->count == 0 || sh->line_of != NULL);
	for (size_t i = 0; i < sh->st->count; i++) {
		const struct statement_line *l = &sh->st->items[i];
		char text[600];
		sh->out->fates[l->fate]++;
		if (l->fate != LINE_DIFFERS)
			continue;
		const char *const words[] = { l->reference,
			                      facts(sh, l->was.amount, l->was.at, l->was.va_digits),
			                      facts(sh, l->amount, l->at, l->va_digits) };
		message_fill(_("referensi %1 berbeda: di sini %2, di berkas %3"), words, 3, text,
		             sizeof text);
		remark_add(sh, sh->line_of[i], arena_text(sh->a, text));
	}
}

/* As it was called; its folder is nobody's business later. */
static const char *file_called(const char *path, struct arena *a)
{
	const char *slash = strrchr(path, '/'), *name = slash == NULL ? path : slash + 1;
	return text_clean(a, name, strlen(name), false);
}

bool service_statement_file(const struct login *s, const struct statement_file *from,
                            struct arena *a, struct statement_reading *out, struct fault *why)
{
	struct statement_layout layout = { .incoming = "", .outgoing = "" };
	char digest[DIGEST_ROOM];
	struct statement st = { .bank = from->bank, .hold = from->hold };
	struct sheet sh = { .layout = &layout,
		            .path = from->path,
		            .zone = &s->app->book->court.zone,
		            .a = a,
		            .out = out,
		            .st = &st };
	*out = (struct statement_reading){ 0 };
	if (!may_or_refuse(s, "rekonsiliasi.muat", why) ||
	    !layout_load(&s->app->home, from->bank, a, &layout, why))
		return false;
	sh.csv = (struct csv){ .separator = layout.separator, .a = a };
	if (!csv_open(&sh.csv, from->path, why))
		return false;
	rows_read(&sh);
	balances_take(&sh);
	document_digest(&sh.csv.file, digest);
	st.from.kind = SOURCE_FILE;
	st.from.digest = digest;
	st.from.name = file_called(from->path, a);
	st.from.both_sides = layout.columns[DEBIT] > 0 || !text_is_empty(layout.outgoing);
	if (!columns_fit(&sh, why) ||
	    (st.count > 0 && (!document_keep(s, &sh.csv.file, digest, a, why) ||
	                      !service_statement(s, &st, sh.zone, a, why))))
		return false;
	fates_count(&sh);
	gap_tell(&sh);
	return true;
}
