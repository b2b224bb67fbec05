/* Closing the books from the command line: berita acara, made, listed, known, printed. */
#include <string.h>

#include "loket/list.h"
#include "loket/recon.h"

#include "private.h"

static bool amount_given(const char *typed, const char *not_read, rupiah none, rupiah *out,
                         struct fault *why)
{
	*out = none;
	return text_is_empty(typed) || money_typed_parse(typed, out) ||
	       fault_set(why, FAULT_MISUSE, not_read, typed);
}

static void show_balances(struct cmd *c, const char *title, const struct balances *all)
{
	static const struct column columns[] = { { "akun", N_("Akun"), COLUMN_TEXT },
		                                 { "nama", N_("Nama"), COLUMN_TEXT },
		                                 { "saldo", N_("Saldo"), COLUMN_NUMBER } };
	struct rows r = rows_start(c, title, columns, COUNT_OF(columns), COUNT_OF(columns));
	for (size_t i = 0; i < all->count; i++) {
		const struct balance *b = &all->items[i];
		rows_add(&r, (const char *const[]){ b->key, cell_word(c, b->name),
		                                    cell_rupiah(c, b->amount) });
	}
	output_table(c, &r.table);
}

bool cmd_journal_accounts(struct cmd *c, struct fault *why)
{
	static const struct column accounts[] = {
		{ "bank", N_("Bank"), COLUMN_TEXT },
		{ "nama", N_("Nama"), COLUMN_TEXT },
		{ "buku", N_("Buku"), COLUMN_NUMBER },
		{ "laporan", N_("Menurut baris bank"), COLUMN_NUMBER },
		{ "rekening_koran", N_("Saldo rekening koran"), COLUMN_NUMBER },
	};
	struct period p;
	struct account_list all = { 0 };
	if (!period_parse(c->words[0], &p))
		return fault_set(why, FAULT_MISUSE,
		                 N_("Tulis hari 2026-11-24 atau bulan 2026-11, bukan %1"),
		                 c->words[0]);
	if (!service_accounts(&c->login, p.last, c->a, &all, why))
		return false;
	struct rows r = rows_start(c, _("Rekening pengadilan"), accounts, COUNT_OF(accounts),
	                           COUNT_OF(accounts));
	for (size_t i = 0; i < all.count; i++) {
		const struct account_row *one = &all.items[i];
		rows_add(&r, (const char *const[]){
		                 one->bank, cell_word(c, one->label), cell_rupiah(c, one->book),
		                 one->has_told ? cell_rupiah(c, one->told) : "",
		                 one->has_stated ? cell_rupiah(c, one->stated) : "" });
	}
	output_table(c, &r.table);
	return true;
}

bool cmd_journal_close(struct cmd *c, struct fault *why)
{
	char title[128];
	struct closing made;
	struct balances balances = { 0 };
	const struct options *o = &c->options;
	struct closing_order order = { .period = c->words[0],
		                       .corrects = o->corrects,
		                       .balances = o->balance,
		                       .reason = o->reason,
		                       .evidence = o->evidence };
	rupiah one;
	const char *alone = strchr(o->balance, '=') == NULL ? o->balance : "";
	if (!amount_given(alone, N_("Saldo bank harus rupiah, bukan %1"), -1, &one, why) ||
	    !amount_given(o->cash, N_("Uang kas harus rupiah, bukan %1"), 0, &order.cash, why) ||
	    !service_close(&c->login, &order, c->a, &made, why) ||
	    !service_balances(&c->login, made.last, c->a, &balances, why))
		return false;
	message_fill(_("Buku Induk, berita acara %1"),
	             (const char *const[]){ closing_name(&made, c->a) }, 1, title, sizeof title);
	show_balances(c, title, &balances);
	return true;
}

/* "panjar=1.000.000", and what else the balance is made of. */
static bool parts_given(struct cmd *c, struct opening_order *o, struct fault *why)
{
	const struct {
		const char *name;
		const char **out;
	} fields[] = { { "panjar", &o->panjar },
		       { "negara", &o->unclaimed },
		       { "pnbp", &o->pnbp },
		       { "titipan", &o->suspense } };
	for (size_t i = 2; i < c->word_count; i++) {
		size_t n = strcspn(c->words[i], "="), k = 0;
		while (k < COUNT_OF(fields) &&
		       !text_same(fields[k].name, arena_copy(c->a, c->words[i], n)))
			k++;
		if (k == COUNT_OF(fields) || c->words[i][n] == '\0')
			return fault_set(why, FAULT_MISUSE,
			                 N_("%1 bukan rincian saldo awal; yang ada: panjar=, "
			                    "negara=, pnbp=, titipan="),
			                 c->words[i]);
		*fields[k].out = c->words[i] + n + 1;
	}
	return true;
}

bool cmd_journal_opening(struct cmd *c, struct fault *why)
{
	char title[128];
	struct closing made;
	struct balances balances = { 0 };
	const struct options *o = &c->options;
	struct opening_order order = { .bank = c->words[0],
		                       .balance = c->words[1],
		                       .day = o->period,
		                       .panjar = "",
		                       .unclaimed = "",
		                       .pnbp = "",
		                       .suspense = "",
		                       .evidence = o->evidence,
		                       .reason = o->reason,
		                       .corrects = o->corrects };
	if (!parts_given(c, &order, why) ||
	    !service_open_account(&c->login, &order, c->a, &made, why) ||
	    !service_opening(&c->login, closing_name(&made, c->a), c->a, &balances, why))
		return false;
	message_fill(_("Saldo awal, berita acara %1"),
	             (const char *const[]){ closing_name(&made, c->a) }, 1, title, sizeof title);
	show_balances(c, title, &balances);
	return true;
}

bool cmd_journal_know(struct cmd *c, struct fault *why)
{
	struct answer answer;
	if (!service_closing_know(&c->login, c->words[0], c->a, &answer, why))
		return false;
	output_line(sentence_said(c->a, answer.event));
	return true;
}

static const struct column columns[] = {
	{ "nomor", N_("Nomor"), COLUMN_TEXT },
	{ "masa", N_("Masa"), COLUMN_TEXT },
	{ "buku", N_("Buku"), COLUMN_NUMBER },
	{ "bank", N_("Bank"), COLUMN_NUMBER },
	{ "kas", N_("Kas"), COLUMN_NUMBER },
	{ "selisih", N_("Selisih"), COLUMN_NUMBER },
	{ "laporan", N_("Menurut laporan"), COLUMN_NUMBER },
	{ "oleh", N_("Oleh"), COLUMN_TEXT },
	{ "diketahui", N_("Diketahui"), COLUMN_TEXT },
	{ "alasan", N_("Alasan"), COLUMN_TEXT },
	{ "bukti", N_("Bukti"), COLUMN_TEXT },
	{ "rekening", N_("Rekening"), COLUMN_TEXT },
	{ "saat", N_("Dibuat"), COLUMN_TEXT },
	{ "memperbaiki", N_("Memperbaiki"), COLUMN_TEXT },
	{ "diperbaiki", N_("Diperbaiki"), COLUMN_TEXT },
};

/* "bri buku 500000, bank 500000; …" of the one that is named. */
static const char *accounts_said(struct cmd *c, const struct closing *one)
{
	struct text t = text_start(c->a);
	for (size_t i = 0; i < one->accounts.count; i++) {
		const struct account_row *row = &one->accounts.items[i];
		text_addf(&t, "%s%s %s %s", t.length > 0 ? "; " : "", row->bank, _("buku"),
		          cell_rupiah(c, row->book));
		if (row->has_typed)
			text_addf(&t, ", %s %s", _("bank"), cell_rupiah(c, row->typed));
	}
	return t.length == 0 ? "" : t.s;
}

static void row_add(struct cmd *c, struct rows *r, const struct closing *one)
{
	const char *bank = one->bank < 0 ? "" : cell_rupiah(c, one->bank);
	const char *difference = one->bank < 0 ? "" : cell_rupiah(c, closing_difference(one));
	rows_add(r, (const char *const[]){
	                closing_name(one, c->a), closing_period(one, c->a),
	                cell_rupiah(c, one->book), bank, cell_rupiah(c, one->cash), difference,
	                one->has_told ? cell_rupiah(c, one->told) : "", one->who, one->known_by,
	                one->reason, one->evidence, accounts_said(c, one), cell_instant(c, one->at),
	                one->corrects, one->corrected });
}

static bool print(struct cmd *c, struct fault *why)
{
	struct printed printed;
	if (c->word_count == 0)
		return fault_set(why, FAULT_MISUSE,
		                 N_("Sebutkan nomor berita acara yang dicetak, mis. 3/2026"));
	if (!service_closing_print(&c->login, c->words[0], &printed, why))
		return false;
	output_line(printed.path);
	return true;
}

bool cmd_journal_closings(struct cmd *c, struct fault *why)
{
	struct closing one;
	struct closing_list list = { 0 };
	bool named = c->word_count > 0;
	if (c->options.pdf)
		return print(c, why);
	if (named ? !service_closing(&c->login, c->words[0], c->a, &one, why)
	          : !service_closings(&c->login, c->a, &list, why))
		return false;
	struct rows r = rows_start(c, _("Penutupan"), columns, COUNT_OF(columns),
	                           COUNT_OF(columns) - 3);
	if (named)
		row_add(c, &r, &one);
	for (size_t i = 0; i < list.count; i++)
		row_add(c, &r, &list.items[i]);
	output_table(c, &r.table);
	return true;
}
