/* Reports, the register, the board and the outbox. */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

/* NULL: of all. */
static const char *type_asked(const struct cmd *c)
{
	return text_is_empty(c->options.type) ? NULL : c->options.type;
}

bool cmd_report(struct cmd *c, struct fault *why)
{
	struct report r;
	struct printed printed;
	const char *report = c->words[0], *period = c->options.period;
	if (text_is_empty(period))
		return fault_set(why, FAULT_MISUSE,
		                 N_("Masa laporan belum disebut; mis. --period %1"),
		                 text_same(report, "tahunan") ? "2026" : "2026-11");
	if (c->word_count > 1) {
		struct table table;
		const struct figure_asked figure = {
			report, period, c->words[1], { .type = type_asked(c) }
		};
		if (!service_report_filings(&c->login, &figure, c->a, &table, why))
			return false;
		output_table(c, &table);
		return true;
	}
	if (c->options.pdf) {
		if (!service_report_print(&c->login, report, period, &printed, why))
			return false;
		output_line(printed.path);
		return true;
	}
	if (!service_report(&c->login, report, period, c->a, &r, why))
		return false;
	struct named_table parts[REPORT_PARTS];
	for (size_t i = 0; i < r.count; i++) {
		struct table *t = &r.parts[i].table;
		for (size_t k = 0; k < t->row_count * t->column_count; k++)
			t->cells[k] = cell_sentence(c, t->cells[k]);
		parts[i] = (struct named_table){ r.parts[i].name, *t };
	}
	return output_parts(c, parts, r.count, why);
}

/* RI-PA7 beside the Register Induk of each alur. */
#define ATTORNEYS "kuasa"

bool cmd_register(struct cmd *c, struct fault *why)
{
	struct table table;
	struct printed printed;
	const char *which = c->words[0], *year = c->options.period;
	bool attorneys = text_same(which, ATTORNEYS);
	if (text_is_empty(year))
		return fault_set(why, FAULT_MISUSE,
		                 N_("Masa laporan belum disebut; mis. --period %1"), "2026");
	if (c->options.pdf) {
		bool done = attorneys
		                ? service_attorneys_print(&c->login, year, &printed, why)
		                : service_register_print(&c->login, which, year, &printed, why);
		if (done)
			output_line(printed.path);
		return done;
	}
	bool good = attorneys ? service_attorneys(&c->login, year, c->a, &table, why)
	                      : service_register(&c->login, which, year, c->a, &table, why);
	if (good)
		output_table(c, &table);
	return good;
}

/* ---- status ---- */

static struct named_table board_part(const struct cmd *c, const struct board *board)
{
	static const struct column columns[] = {
		{ "no", N_("No"), COLUMN_NUMBER },
		{ "langkah", N_("Langkah"), COLUMN_TEXT },
		{ "menunggu", N_("Menunggu"), COLUMN_NUMBER },
		{ "terlambat", N_("Terlambat"), COLUMN_NUMBER },
		{ "tertua", N_("Tertua sejak"), COLUMN_TEXT },
		{ "norma", N_("Norma (menit)"), COLUMN_NUMBER },
	};
	struct rows r = rows_start(c, _("Langkah"), columns, COUNT_OF(columns), COUNT_OF(columns));
	for (size_t i = 0; i < board->step_count; i++) {
		const struct board_row *b = &board->steps[i];
		const struct sop_step *s = &c->book->sop.steps[i];
		rows_add(&r, (const char *const[]){
		                 cell_number(c, (long long)i + 1), s->name,
		                 cell_number(c, b->waiting), cell_number(c, b->late),
		                 cell_instant(c, b->oldest), cell_number(c, s->norm) });
	}
	return (struct named_table){ "langkah", r.table };
}

/* What a dead worker has stored of the others is the past. */
static void add_link(const struct cmd *c, struct rows *r, const struct link_state *l, bool asked)
{
	const char *state = l->since == INSTANT_NONE ? N_("belum dicoba")
	                    : !asked                 ? N_("tidak diperiksa")
	                    : l->up                  ? N_("tersambung")
	                                             : N_("putus");
	rows_add(r, (const char *const[]){ l->name, cell_word(c, state), cell_instant(c, l->since),
	                                   cell_number(c, l->waiting), l->error,
	                                   cell_number(c, l->apart / 1000) });
}

static bool add_worker(const struct cmd *c, struct rows *r)
{
	static const struct {
		const char *state, *remark;
	} words[] = {
		[HEART_STILL] = { N_("tidak berjalan"),
		                  N_("jalankan loketd; sampai itu bank dan SIPP tidak dihubungi") },
		[HEART_BEATS] = { N_("berjalan"), "" },
		[HEART_HANGS] = { N_("tidak bergerak"),
		                  N_("lihat lognya; hentikan prosesnya dan jalankan lagi loketd") },
	};
	struct heart heart;
	enum heart_state state = heart_look(&c->app->home, &heart);
	const char *deaf = N_("tidak mendengar panggilan bank; sebabnya di log loketd");
	rows_add(r, (const char *const[]){ "pekerja", cell_word(c, words[state].state),
	                                   cell_instant(c, heart.since), "0",
	                                   cell_sentence(c, state == HEART_BEATS && heart.deaf
	                                                        ? deaf
	                                                        : words[state].remark),
	                                   "0" });
	return state == HEART_BEATS;
}

static const char *clock_remark(const struct cmd *c, enum clock_doubt doubt, instant newest)
{
	return message_text(c->a, _(clock_words(doubt)), cell_instant(c, clock_now()),
	                    cell_instant(c, newest));
}

static struct named_table link_part(const struct cmd *c, const struct board *board)
{
	static const struct column columns[] = {
		{ "nama", N_("Nama"), COLUMN_TEXT },
		{ "keadaan", N_("Keadaan"), COLUMN_TEXT },
		{ "sejak", N_("Sejak"), COLUMN_TEXT },
		{ "menunggu", N_("Pesan menunggu"), COLUMN_NUMBER },
		{ "kesalahan", N_("Kesalahan"), COLUMN_TEXT },
		{ "selisih_jam", N_("Jam, detik"), COLUMN_NUMBER },
	};
	struct rows r = rows_start(c, _("Hubungan"), columns, COUNT_OF(columns), COUNT_OF(columns));
	bool asked = add_worker(c, &r);
	add_link(c, &r, &board->bank, asked);
	add_link(c, &r, &board->sipp, asked);
	if (!text_is_empty(c->book->mail.smtp.host))
		add_link(c, &r, &board->mail, asked);
	enum clock_doubt doubt = clock_doubted(c->book, clock_now(), board->newest);
	if (doubt != CLOCK_GOOD)
		rows_add(&r, (const char *const[]){ "jam", cell_word(c, N_("diragukan")),
		                                    cell_instant(c, board->newest), "0",
		                                    clock_remark(c, doubt, board->newest), "0" });
	return (struct named_table){ "hubungan", r.table };
}

static void outbox_table(const struct cmd *c, const struct outbox_list *list, struct table *out)
{
	static const struct column columns[] = {
		{ "nomor", N_("Nomor"), COLUMN_NUMBER },
		{ "kepada", N_("Kepada"), COLUMN_TEXT },
		{ "jenis", N_("Jenis"), COLUMN_TEXT },
		{ "judul", N_("Pendaftaran"), COLUMN_TEXT },
		{ "keadaan", N_("Keadaan"), COLUMN_TEXT },
		{ "percobaan", N_("Percobaan"), COLUMN_NUMBER },
		{ "berikut", N_("Dikirim lagi"), COLUMN_TEXT },
		{ "kesalahan", N_("Kesalahan"), COLUMN_TEXT },
		{ "kunci", N_("Kunci"), COLUMN_TEXT },
		{ "id", N_("Id"), COLUMN_TEXT },
	};
	struct rows r = rows_start(c, _("Antrean"), columns, COUNT_OF(columns),
	                           COUNT_OF(columns) - 2);
	for (size_t i = 0; i < list->count; i++) {
		const struct outbox_row *m = &list->items[i];
		const char *asks = c->options.format == FORMAT_TABLE ? _(outbox_asks(m)) : m->kind;
		rows_add(&r, (const char *const[]){
		                 cell_number(c, m->number), m->to, asks, m->title,
		                 cell_word(c, outbox_state(m)), cell_number(c, m->tries),
		                 cell_instant(c, m->due), cell_sentence(c, m->error), m->key,
		                 m->filing.text });
	}
	*out = r.table;
}

bool cmd_status(struct cmd *c, struct fault *why)
{
	struct board board;
	struct outbox_list list;
	if (!service_board(&c->login, c->a, &board, why))
		return false;
	remark_court(c);
	struct named_table parts[3] = { board_part(c, &board), link_part(c, &board) };
	size_t count = 2;
	if (login_may(&c->login, "lihat.antrean")) {
		if (!service_outbox(&c->login, NULL, c->a, &list, why))
			return false;
		parts[count].name = "antrean";
		outbox_table(c, &list, &parts[count++].table);
	}
	return output_parts(c, parts, count, why);
}

/* ---- messages to bank and SIPP ---- */

bool cmd_outbox_list(struct cmd *c, struct fault *why)
{
	struct id id;
	struct outbox_list list;
	struct table table;
	bool one = !text_is_empty(c->options.filing);
	if (one && !filing_of_option(c, &id, why))
		return false;
	if (!service_outbox(&c->login, one ? &id : NULL, c->a, &list, why))
		return false;
	outbox_table(c, &list, &table);
	output_table(c, &table);
	return true;
}

static bool message_number(const struct cmd *c, long long *out, struct fault *why)
{
	return text_number(c->words[0], 1, INT64_MAX, out) ||
	       fault_set(why, FAULT_MISUSE,
	                 N_("Nomor pesan harus bilangan, bukan %1; lihat loket outbox list"),
	                 c->words[0]);
}

bool cmd_outbox_retry(struct cmd *c, struct fault *why)
{
	long long number;
	return message_number(c, &number, why) && service_retry(&c->login, number, why);
}

bool cmd_outbox_cancel(struct cmd *c, struct fault *why)
{
	long long number;
	return message_number(c, &number, why) &&
	       service_cancel(&c->login, number, c->words[1], c->a, why);
}
