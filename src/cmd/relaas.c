/* The bailiff's list and the papers: summonses to serve, and their PDFs. */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

bool cmd_relaas_list(struct cmd *c, struct fault *why)
{
	static const struct column columns[] = {
		{ "perkara", N_("Perkara"), COLUMN_TEXT },
		{ "panggilan", N_("Panggilan ke"), COLUMN_NUMBER },
		{ "nama", N_("Nama"), COLUMN_TEXT },
		{ "kedudukan", N_("Kedudukan"), COLUMN_TEXT },
		{ "wilayah", N_("Kecamatan"), COLUMN_TEXT },
		{ "kanal", N_("Kanal"), COLUMN_TEXT },
		{ "sidang", N_("Sidang"), COLUMN_TEXT },
		{ "batas", N_("Paling lambat"), COLUMN_TEXT },
		{ "hasil", N_("Hasil"), COLUMN_TEXT },
		{ "tercetak", N_("Tercetak"), COLUMN_YESNO },
		{ "jurusita", N_("Jurusita"), COLUMN_TEXT },
		{ "alamat", N_("Alamat"), COLUMN_TEXT },
		{ "id", N_("Id"), COLUMN_TEXT },
	};
	struct bailiff_list list;
	if (!service_bailiff(&c->login, c->options.bailiff, c->a, &list, why))
		return false;
	struct rows r = rows_start(c, "", columns, COUNT_OF(columns), COUNT_OF(columns) - 1);
	for (size_t i = 0; i < list.count; i++) {
		const struct bailiff_row *b = &list.items[i];
		rows_add(&r, (const char *const[]){
		                 b->number, cell_number(c, b->summons), b->name, b->label, b->area,
		                 cell_channel(c, b->channel), cell_day(c, b->hearing),
		                 cell_day(c, b->deadline), cell_outcome(c, b->outcome),
		                 cell_yes(c, b->printed), b->bailiff, b->address, b->filing.text });
	}
	output_table(c, &r.table);
	return true;
}

bool cmd_relaas_workload(struct cmd *c, struct fault *why)
{
	static const struct column columns[] = {
		{ "jurusita", N_("Jurusita"), COLUMN_TEXT },
		{ "nama", N_("Nama"), COLUMN_TEXT },
		{ "diberi", N_("Diberi"), COLUMN_NUMBER },
		{ "dijalankan", N_("Dijalankan"), COLUMN_NUMBER },
		{ "menunggu", N_("Menunggu"), COLUMN_NUMBER },
		{ "terlambat", N_("Terlambat"), COLUMN_NUMBER },
		{ "bantuan", N_("Bantuan"), COLUMN_NUMBER },
		{ "bantuan_dijalankan", N_("Bantuan dijalankan"), COLUMN_NUMBER },
		{ "dinilai", N_("Dinilai"), COLUMN_NUMBER },
		{ "poin", N_("Poin"), COLUMN_NUMBER },
		{ "poin_penuh", N_("Poin penuh"), COLUMN_NUMBER },
	};
	struct workload_list list;
	if (!service_workload(&c->login, c->options.period, c->a, &list, why))
		return false;
	struct rows r = rows_start(c, "", columns, COUNT_OF(columns), COUNT_OF(columns));
	for (size_t i = 0; i < list.count; i++) {
		const struct workload *w = list.items[i].is;
		rows_add(&r, (const char *const[]){
		                 w->bailiff, list.items[i].name, cell_number(c, w->given),
		                 cell_number(c, w->served), cell_number(c, w->open),
		                 cell_number(c, w->late), cell_number(c, w->requests),
		                 cell_number(c, w->requests_served), cell_number(c, w->scored),
		                 cell_number(c, w->points), cell_number(c, w->best) });
	}
	output_table(c, &r.table);
	return true;
}

static bool print_one(struct cmd *c, const struct id *filing, const char *paper, int which,
                      struct fault *why)
{
	struct printed printed;
	if (!service_print(&c->login, filing, paper, which, &printed, why))
		return false;
	output_line(printed.path);
	return true;
}

/* The open ones of a round, which its district or channel names, in the order of the way: of the
 * bailiff who asks, or of --bailiff. */
static bool round_read(struct cmd *c, struct bailiff_list *out, struct fault *why)
{
	struct bailiff_list all;
	bool own = roles_include(c->login.roles, "jurusita") && text_is_empty(c->options.bailiff);
	const char *area = text_fold(c->a, c->options.area);
	if (!service_bailiff(&c->login, own ? c->login.user : c->options.bailiff, c->a, &all, why))
		return false;
	*out = (struct bailiff_list){ .items = arena_get(c->a, all.count + 1, sizeof *out->items) };
	for (size_t i = 0; i < all.count; i++) {
		if (all.items[i].waits && text_same(text_fold(c->a, all.items[i].round), area))
			out->items[out->count++] = all.items[i];
	}
	return out->count > 0 ||
	       fault_set(why, FAULT_REFUSED,
	                 N_("Tidak ada panggilan yang menunggu di %1; lihat loket relaas list"),
	                 c->options.area);
}

bool cmd_relaas_route(struct cmd *c, struct fault *why)
{
	struct bailiff_list round;
	struct printed printed;
	if (text_is_empty(c->options.area))
		return fault_set(why, FAULT_MISUSE,
		                 N_("Sebut wilayahnya dengan --area, misalnya --area Sukamaju"));
	if (!round_read(c, &round, why) ||
	    !service_route_print(&c->login, round.items, round.count, &printed, why))
		return false;
	output_line(printed.path);
	return true;
}

bool cmd_relaas_assign(struct cmd *c, struct fault *why)
{
	struct answer answer;
	struct call_named call;
	long long number;
	const struct reassignment r = {
		.calls = &call, .count = 1, .bailiff = c->words[2], .reason = c->words[3]
	};
	if (!text_number(c->words[1], 1, INT32_MAX, &number))
		return fault_set(why, FAULT_MISUSE, N_("%1 bukan nomor panggilan, mis. 2"),
		                 c->words[1]);
	call.summons = (int)number;
	if (!filing_named(c, c->words[0], &call.filing, why) ||
	    !service_reassign(&c->login, &r, c->a, &answer, why))
		return false;
	output_line(sentence_said(c->a, answer.event));
	return true;
}

static bool print_round(struct cmd *c, struct fault *why)
{
	struct bailiff_list round;
	struct printed printed;
	if (!round_read(c, &round, why) ||
	    !service_round_print(&c->login, round.items, round.count, &printed, why))
		return false;
	output_line(printed.path);
	return true;
}

bool cmd_relaas_print(struct cmd *c, struct fault *why)
{
	struct id id;
	struct filing f;
	bool good = true, any = false;
	if (!text_is_empty(c->options.area) && c->word_count == 0)
		return print_round(c, why);
	if (c->word_count != 1 || !text_is_empty(c->options.area))
		return fault_set(why, FAULT_MISUSE,
		                 N_("Sebut perkaranya, atau wilayahnya dengan --area"));
	if (!filing_named(c, c->words[0], &id, why) ||
	    !service_filing(&c->login, &id, c->a, &f, why))
		return false;
	for (size_t i = 0; good && i < f.summons_count; i++) {
		int number = f.summons[i].number;
		if (c->options.summons != 0 && c->options.summons != number)
			continue;
		any = true;
		progress_tell(i, f.summons_count);
		good = print_one(c, &id, "relaas", number, why);
	}
	if (!any)
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Perkara %1 tidak mempunyai panggilan itu; lihat loket relaas list"),
		    c->words[0]);
	return good;
}

bool cmd_relaas_send(struct cmd *c, struct fault *why)
{
	struct id id;
	struct filing f;
	struct answer answer;
	bool any = false;
	if (!filing_named(c, c->words[0], &id, why) ||
	    !service_filing(&c->login, &id, c->a, &f, why))
		return false;
	for (size_t i = 0; i < f.summons_count; i++) {
		const struct summons *s = &f.summons[i];
		if (c->options.summons != 0 ? c->options.summons != s->number
		                            : !summons_may_mail(c->app->book, &f, s, why))
			continue;
		any = true;
		if (!service_summons_send(&c->login, &id, s->number, c->a, &answer, why))
			return false;
		output_line(answer.event);
	}
	if (!any)
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Perkara %1 tidak mempunyai panggilan yang dapat dikirim; lihat loket relaas list"),
		    c->words[0]);
	return true;
}

/* Which one of its kind: an expense by its instrument, else a kwitansi by its number. */
static bool one_named(struct cmd *c, const struct filing *f, const char *name, int *which,
                      struct fault *why)
{
	const char *paper = c->words[0];
	if (!text_same(paper, "instrumen-pengeluaran") &&
	    !text_same(paper, "tanda-terima-jurusita"))
		return receipt_named(c, &f->id, name, which, why);
	for (size_t i = 0; i < f->payout_count; i++) {
		const struct payout *p = &f->payouts[i];
		if (p->kind == PAYOUT_EXPENSE && text_same(p->instrument, name))
			*which = p->number;
	}
	return *which > 0 ||
	       fault_set(why, FAULT_REFUSED,
	                 N_("Perkara ini tidak mempunyai pengeluaran dengan instrumen %1"), name);
}

/* A paper of summonses is printed for each that has it, or for the one named. */
bool cmd_print(struct cmd *c, struct fault *why)
{
	struct id id;
	struct filing f;
	struct call_paper *papers;
	const char *paper = c->words[0];
	int which = (int)c->options.summons;
	bool good = true, any = false;
	if (!filing_of_option(c, &id, why) || !service_filing(&c->login, &id, c->a, &f, why))
		return false;
	if (c->word_count > 1 && !one_named(c, &f, c->words[1], &which, why))
		return false;
	size_t count = service_call_papers(&c->login, &f, c->a, &papers);
	for (size_t i = 0; good && i < count; i++) {
		int number = papers[i].summons->number;
		if (!text_same(papers[i].paper, paper) ||
		    (c->options.summons != 0 && c->options.summons != number))
			continue;
		any = true;
		good = print_one(c, &id, paper, number, why);
	}
	return good && (any || print_one(c, &id, paper, which, why));
}
