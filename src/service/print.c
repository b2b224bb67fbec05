/* The papers of a filing: the court makes the view, loket-paper the PDF, which is stored in
 * home/cetak. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "loket/claim.h"
#include "loket/court.h"
#include "loket/list.h"
#include "loket/outgoing.h"
#include "loket/store/chain.h"
#include "loket/store/lists.h"
#include "loket/store/money.h"
#include "loket/store/people.h"
#include "loket/text.h"
#include "loket/view.h"
#include "loket/why.h"

#include "private.h"

enum { FILING_MEMORY = 32 * 1024 * 1024 };

/* ---- the papers of a filing: one row a kind ---- */

struct paper_kind;
struct print_order {
	const struct login *s;
	const struct filing *f;
	const struct paper_kind *kind;
	struct printing how;
	struct outgoing letter;     /* of a letter: its number */
	struct journal_sheet sheet; /* of the jurnal */
	struct whys whys;           /* of the mengapa */
	struct arena *a;
};

static const struct summons *summons_of(const struct print_order *j)
{
	return filing_summons(j->f, j->how.which);
}

static bool has_skum(struct print_order *j)
{
	return j->f->skum.round > 0;
}

static bool has_payment(struct print_order *j)
{
	return receipt_meant(j->s, j->f, false, &j->how, j->a);
}

static bool has_payback(struct print_order *j)
{
	return receipt_meant(j->s, j->f, true, &j->how, j->a);
}

static bool is_returned(struct print_order *j)
{
	return j->f->verdict.round > 0 && !j->f->verdict.yes;
}

static bool has_journal(struct print_order *j)
{
	struct fault why;
	return journal_sheet_read(j->s, &j->f->id, j->a, &j->sheet, &why) &&
	       j->sheet.page.count + j->sheet.held.count > 0;
}

static bool has_whys(struct print_order *j)
{
	struct fault why;
	struct why_ask ask = { .filing = j->f, .now = j->how.now, .a = j->a };
	return service_whys(j->s, &ask, &j->whys, &why) && j->whys.count > 0;
}

static bool has_summons(struct print_order *j)
{
	return summons_of(j) != NULL;
}

static bool has_hearing(struct print_order *j)
{
	return filing_hearing(j->f) != DAY_NONE && j->f->summons_count > 0;
}

static bool has_documents(struct print_order *j)
{
	return values_rows(filing_values(j->f, "gugatan"), "berkas") > 0;
}

static const char *view_journal(const struct print_order *j)
{
	return journal_view(j->s->app->book, j->f, &j->how, &j->sheet, j->a);
}

static bool has_claim(struct print_order *j)
{
	struct claim_draft draft;
	return claim_write(j->s->app->book, filing_values(j->f, PIHAK),
	                   instant_day(j->how.now, &j->s->app->book->court.zone), j->a, &draft);
}

static bool is_free(struct print_order *j)
{
	return filing_is_free(j->f);
}

static const char *view_why(const struct print_order *j)
{
	return paper_why(j->s->app->book, j->f, &j->how, &j->whys, j->a);
}

/* Who prepared it and who approved it stand on it, whoever prints it. */
static bool expense_meant(struct print_order *j, const struct payout *p)
{
	if (p == NULL)
		return false;
	j->how.which = p->number;
	j->how.kasir = user_called(j->s, p->by, j->a);
	j->how.panitera = text_is_empty(p->decided_by) ? NULL
	                                               : user_called(j->s, p->decided_by, j->a);
	return true;
}

static bool has_order(struct print_order *j)
{
	return expense_meant(j, expense_ordered(j->f, j->how.which));
}

static bool has_bailiff_paid(struct print_order *j)
{
	return expense_meant(j, expense_of_bailiff(j->s->app->book, j->f, j->how.which));
}

static bool has_rest(struct print_order *j)
{
	return rest_is_left(j->f);
}

static bool has_notice(struct print_order *j)
{
	return rest_is_told(j->f);
}

/* Who made it the State's stands on the record of it, whoever prints it again. */
static bool is_unclaimed(struct print_order *j)
{
	const struct fill *made = j->f->forfeited > 0 ? filing_fill(j->f, NEGARA) : NULL;
	if (made != NULL)
		j->how.panitera = user_called(j->s, made->by, j->a);
	return rest_is_over(j->s->app->book, j->f, j->how.now);
}

static bool has_letter(struct print_order *j);
#define NOT_FREE  N_("Perkara ini tidak diajukan secara prodeo; isi prodeo di langkah 3")
#define NO_LETTER N_("Panggilan itu tidak memakai surat ini; lihat kanalnya di langkah 9")

static const struct paper_kind {
	const char *name;
	bool (*ready)(struct print_order *j); /* else `lacking` says what is lacking */
	/* Its view: of filing and printing, or of what else the order has read. */
	const char *(*paper)(const struct rulebook *b, const struct filing *f,
	                     const struct printing *p, struct arena *a);
	const char *(*view)(const struct print_order *j);
	const char *lacking;
	/* Of a paper of a summons: what a menu calls it, and the channels that use it. */
	const char *title, *channels; /* channels with blanks between; "" : all */
	const char *template;         /* NULL: the name */
	int edition;
} kinds[] = {
	{ .name = "skum",
	  .ready = has_skum,
	  .paper = paper_skum,
	  .lacking = N_("e-SKUM belum terbit; terbitkan dahulu di langkah 5") },
	{ .name = "kwitansi",
	  .ready = has_payment,
	  .paper = paper_receipt,
	  .lacking = N_("Belum ada pembayaran yang dapat dikwitansikan") },
	{ .name = "kwitansi-kembali",
	  .ready = has_payback,
	  .paper = paper_payback,
	  .lacking = N_("Belum ada uang yang dikembalikan; kirim dahulu transfernya") },
	{ .name = "tanda-terima",
	  .ready = has_documents,
	  .paper = paper_handed,
	  .lacking = N_("Belum ada berkas yang diserahkan; unggah dahulu di langkah 4") },
	{ .name = "pemberitahuan",
	  .ready = is_returned,
	  .paper = paper_return,
	  .lacking = N_("Tidak ada pengembalian yang diberitahukan") },
	{ .name = "jurnal",
	  .ready = has_journal,
	  .view = view_journal,
	  .lacking = N_("Belum ada uang masuk untuk perkara ini") },
	{ .name = "sah-patut",
	  .ready = has_hearing,
	  .paper = paper_patut,
	  .lacking = N_("Sidang belum ditetapkan; tetapkan dahulu di langkah 9") },
	{ .name = "mengapa",
	  .ready = has_whys,
	  .view = view_why,
	  .lacking = N_("Belum ada yang dapat dijelaskan pada pendaftaran ini") },
	{ .name = "konsep",
	  .ready = has_claim,
	  .paper = paper_claim,
	  .lacking = N_("Jenis perkara ini belum mempunyai konsep di data/claims.xml") },
	{ .name = "instrumen-pengeluaran",
	  .ready = has_order,
	  .paper = paper_expense,
	  .lacking = N_("Belum ada pengeluaran yang disiapkan dari panjar perkara ini") },
	{ .name = "tanda-terima-jurusita",
	  .ready = has_bailiff_paid,
	  .paper = paper_expense,
	  .lacking = N_("Belum ada biaya relaas yang dibayarkan kepada jurusita") },
	{ .name = "sisa-panjar",
	  .ready = has_rest,
	  .paper = paper_rest,
	  .lacking = N_("Perkara ini belum berakhir, atau tidak ada sisa panjarnya") },
	{ .name = "teguran-sisa",
	  .ready = has_notice,
	  .paper = paper_rest,
	  .lacking = N_("Sisa panjar belum diberitahukan, atau tidak ada lagi") },
	{ .name = "berita-acara-sisa",
	  .ready = is_unclaimed,
	  .paper = paper_rest,
	  .lacking = N_("Sisa panjar masih dapat diambil pihak, atau tidak ada lagi") },
	{ .name = "permohonan-prodeo",
	  .ready = is_free,
	  .paper = paper_free_asked,
	  .lacking = NOT_FREE },
	{ .name = "penetapan-prodeo",
	  .ready = is_free,
	  .paper = paper_free_ordered,
	  .lacking = NOT_FREE },
	{ .name = "relaas",
	  .ready = has_summons,
	  .paper = paper_relaas,
	  .lacking = N_("Panggilan itu tidak ada; lihat daftar panggilan"),
	  .title = N_("relaas"),
	  .channels = "" },
#define LETTER .ready = has_letter, .paper = paper_letter, .lacking = NO_LETTER
	{ LETTER, .name = "instrumen", .title = N_("instrumen"), .channels = "" },
	{ LETTER, .name = "surat-panggilan", .title = N_("surat panggilan"),
	  .channels = "surat_tercatat" },
	{ LETTER, .name = "amplop", .title = N_("amplop"), .channels = "surat_tercatat" },
	{ LETTER, .name = "panggilan-elektronik", .title = N_("panggilan elektronik"),
	  .channels = "elektronik" },
	{ LETTER, .name = "pengumuman-1", .title = N_("pengumuman I"), .channels = "ghaib",
	  .template = "pengumuman", .edition = 1 },
	{ LETTER, .name = "pengumuman-2", .title = N_("pengumuman II"), .channels = "ghaib",
	  .template = "pengumuman", .edition = 2 },
	{ LETTER, .name = "media-1", .title = N_("surat ke media, pengumuman I"),
	  .channels = "ghaib", .template = "media", .edition = 1 },
	{ LETTER, .name = "media-2", .title = N_("surat ke media, pengumuman II"),
	  .channels = "ghaib", .template = "media", .edition = 2 },
	{ LETTER, .name = "panggilan-umum", .title = N_("panggilan umum"), .channels = "umum" },
	{ LETTER, .name = "tabayun", .title = N_("permohonan bantuan panggilan"),
	  .channels = "delegasi" },
	{ LETTER, .name = "rogatori", .title = N_("surat pengantar ke luar negeri"),
	  .channels = "luar_negeri" },
	{ LETTER, .name = "formulir-rogatori", .title = N_("formulir standar rogatori"),
	  .channels = "luar_negeri" },
#undef LETTER
};

static const struct paper_kind *kind_named(const char *name)
{
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		if (text_same(kinds[i].name, name))
			return &kinds[i];
	}
	return NULL;
}

static bool calls_with(const struct paper_kind *kind, const struct summons *s)
{
	return kind->title != NULL &&
	       (text_is_empty(kind->channels) || roles_include(kind->channels, s->channel));
}

static bool has_letter(struct print_order *j)
{
	const struct summons *s = summons_of(j);
	return s != NULL && calls_with(j->kind, s);
}

static const char *view_of(const struct paper_kind *kind, const struct print_order *j)
{
	return kind->paper == NULL ? kind->view(j)
	                           : kind->paper(j->s->app->book, j->f, &j->how, j->a);
}

static const char *template_of(const struct paper_kind *kind)
{
	return kind->template == NULL ? kind->name : kind->template;
}

static bool may_print(const struct login *s, const char *paper)
{
	char right[64];
	snprintf(right, sizeof right, "cetak.%s", paper);
	return login_may(s, right);
}

size_t service_call_papers(const struct login *s, const struct filing *f, struct arena *a,
                           struct call_paper **out)
{
	struct call_paper *all = arena_get(a, f->summons_count * COUNT_OF(kinds) + 1, sizeof *all);
	size_t n = 0;
	for (size_t i = 0; i < f->summons_count; i++) {
		for (size_t k = 0; k < COUNT_OF(kinds); k++) {
			if (calls_with(&kinds[k], &f->summons[i]) && may_print(s, kinds[k].name))
				all[n++] = (struct call_paper){ kinds[k].name, kinds[k].title,
					                        &f->summons[i] };
		}
	}
	*out = all;
	return n;
}

struct call_paper service_call_letter(const struct rulebook *b, const char *channel,
                                      const char *outcome)
{
	const struct outcome_kind *done = rulebook_outcome(b, outcome);
	const struct paper_kind *relaas = kind_named("relaas"), *of = relaas;
	int edition = done == NULL ? 1 : 2;
	for (size_t i = 0; i < COUNT_OF(kinds) && of == relaas; i++) {
		if (kinds[i].title != NULL && roles_include(kinds[i].channels, channel) &&
		    (kinds[i].edition == 0 || kinds[i].edition == edition))
			of = &kinds[i];
	}
	if (done != NULL && !done->open)
		of = relaas;
	return (struct call_paper){ of->name, of->title, NULL };
}

/* Made from an empty filing that has one summons. */
void filing_specimens(struct app *p, struct arena *a, struct specimen *out)
{
	static_assert(COUNT_OF(kinds) == FILING_PAPERS, "a specimen of each kind");
	const struct login s = { .app = p };
	struct summons summons = { .number = 1,
		                   .channel = "",
		                   .hearing = DAY_NONE,
		                   .deadline = DAY_NONE,
		                   .served = DAY_NONE,
		                   .time = "",
		                   .room = "",
		                   .found = FOUND_NOTHING };
	const struct filing f = { .reg = "",
		                  .skum.number = "",
		                  .number.number = "",
		                  .summons = &summons,
		                  .summons_count = 1 };
	const struct print_order j = { .s = &s,
		                       .f = &f,
		                       .how = { clock_now(), .first = clock_now(), .which = 1,
		                                .paper = "" },
		                       .sheet = { .s = &s },
		                       .a = a };
	for (size_t i = 0; i < FILING_PAPERS; i++)
		out[i] = (struct specimen){ template_of(&kinds[i]), view_of(&kinds[i], &j) };
}

static const char *file_name(const struct print_order *j, const char *paper)
{
	return j->how.which > 0 ? arena_print(j->a, "%s-%s-%d.pdf", paper, j->f->reg, j->how.which)
	                        : arena_print(j->a, "%s-%s.pdf", paper, j->f->reg);
}

/* A letter of a summons has its number from now on. One that has it is only read. */
static bool letter_give(struct print_order *j, struct fault *why)
{
	struct letter_places places = { 0 };
	const struct summons *s = summons_of(j);
	const struct rulebook *b = j->s->app->book;
	if (s == NULL || j->kind->title == NULL)
		return true;
	j->letter = (struct outgoing){ .subject = j->f->id,
		                       .paper = j->kind->name,
		                       .which = j->how.which,
		                       .case_number = j->f->number.number,
		                       .dated = letter_day(b, j->f, j->how.now) };
	letter_register(b, j->f, s, j->a, &places);
	if (!outgoing_give(j->s, &places, j->a, &j->letter, why))
		return false;
	j->how.letter = j->letter.number > 0 ? &j->letter : NULL;
	return true;
}

/* The print is counted before the page is made: CETAK ULANG on a first print is harmless, two
 * originals are not. */
static bool count_print(struct print_order *j, struct fault *why)
{
	struct printed_before before = { 0 };
	struct paper_of of = { .filing = &j->f->id, .paper = j->kind->name, .which = j->how.which };
	if (!printed_write(j->s->app->store, &of, j->s->user, j->how.now, &before, why))
		return false;
	j->how.again = before.times > 0;
	j->how.first = before.first;
	return letter_give(j, why);
}

static bool print_job(struct print_order *j, const struct paper_kind *kind, struct printed *out,
                      struct fault *why)
{
	struct store *store = j->s->app->store;
	if (!kind->ready(j))
		return fault_set(why, FAULT_REFUSED, kind->lacking);
	if (!store_begin(store, why))
		return false;
	if (!count_print(j, why)) {
		store_rollback(store);
		return false;
	}
	if (!store_commit(store, why))
		return false;
	return chain_witness(store, j->a, &j->how.witness, why) &&
	       page_put(j->s, template_of(kind), view_of(kind, j), file_name(j, kind->name), out,
	                why);
}

static bool kind_or_refuse(const struct login *s, const char *paper, const struct paper_kind **out,
                           struct fault *why)
{
	char right[64];
	snprintf(right, sizeof right, "cetak.%s", paper);
	*out = kind_named(paper);
	if (*out == NULL)
		return fault_set(why, FAULT_MISUSE, N_("Tidak ada surat bernama %1"), paper);
	return may_or_refuse(s, right, why);
}

static const char *named_as(const struct login *s, const char *role)
{
	return roles_include(s->roles, role) ? s->full_name : NULL;
}

static struct print_order order_of(const struct login *s, const struct paper_kind *kind, int which,
                                   struct arena *a)
{
	return (struct print_order){ .s = s,
		                     .kind = kind,
		                     .how = { .now = clock_now(),
		                              .first = clock_now(),
		                              .which = which,
		                              .paper = kind->name,
		                              .edition = kind->edition,
		                              .panitera = named_as(s, "panitera"),
		                              .panmud = named_as(s, "panmud"),
		                              .kasir = named_as(s, "kasir") },
		                     .a = a };
}

/* The filing is read into the order's arena. */
static bool order_read(struct print_order *j, const struct id *filing, struct filing *f,
                       struct fault *why)
{
	j->f = f;
	if (!service_filing(j->s, filing, j->a, f, why))
		return false;
	const struct summons *called = summons_of(j);
	j->how.bailiff = called == NULL ? "" : user_called(j->s, called->bailiff, j->a);
	return true;
}

bool service_print(const struct login *s, const struct id *filing, const char *paper, int which,
                   struct printed *out, struct fault *why)
{
	struct filing f;
	struct arena a = arena_start(2 * (size_t)PRINT_PDF_MAX);
	const struct paper_kind *kind;
	bool good = kind_or_refuse(s, paper, &kind, why);
	if (good) {
		struct print_order j = order_of(s, kind, which, &a);
		good = order_read(&j, filing, &f, why) && print_job(&j, kind, out, why);
	}
	arena_drop(&a);
	return good;
}

/* ---- many papers as one document ---- */

/* Counts each, in the transaction that is open; says which were printed before. */
static bool count_all(const struct login *s, const struct paper_wanted *wanted, size_t count,
                      bool *again, struct fault *why)
{
	for (size_t i = 0; i < count; i++) {
		struct arena a = arena_start(FILING_MEMORY);
		struct filing f;
		const struct paper_kind *kind;
		bool good = kind_or_refuse(s, wanted[i].paper, &kind, why);
		if (good) {
			struct print_order j = order_of(s, kind, wanted[i].which, &a);
			good = order_read(&j, &wanted[i].filing, &f, why) &&
			       (kind->ready(&j) || fault_set(why, FAULT_REFUSED, kind->lacking)) &&
			       count_print(&j, why);
			again[i] = good && j.how.again;
		}
		arena_drop(&a);
		if (!good)
			return false;
	}
	return true;
}

static bool page_of(const struct login *s, const struct paper_wanted *w, bool again, bool last,
                    struct arena *pdf, struct bytes *out, struct fault *why)
{
	struct arena a = arena_start(FILING_MEMORY);
	struct filing f;
	const struct paper_kind *kind = kind_named(w->paper);
	struct print_order j = order_of(s, kind, w->which, &a);
	j.how.again = again;
	bool good = order_read(&j, &w->filing, &f, why) && kind->ready(&j) && letter_give(&j, why);
	if (good) {
		const struct specimen paper = { template_of(kind), view_of(kind, &j) };
		good = page_add(s->app, last, &paper, pdf, out, why);
	}
	arena_drop(&a);
	return good;
}

static bool pages_put(const struct login *s, const struct paper_wanted *wanted, size_t count,
                      const bool *again, const struct printed *out, struct fault *why)
{
	struct bytes pdf = { NULL, 0 };
	struct arena a = arena_start(2 * (size_t)PRINT_PDF_MAX);
	bool good = true;
	for (size_t i = 0; good && i < count; i++)
		good = page_of(s, &wanted[i], again[i], i + 1 == count, &a, &pdf, why);
	good = good && paper_put(s, out, &pdf, why);
	if (!good)
		pages_give_up(s->app); /* what was added is not to begin the next document */
	arena_drop(&a);
	return good;
}

bool service_print_all(const struct login *s, const struct paper_wanted *wanted, size_t count,
                       const char *name, struct printed *out, struct fault *why)
{
	struct arena a = arena_start(2 * MIB);
	bool *again = arena_get(&a, count + 1, sizeof *again);
	bool good = count > 0 ||
	            fault_set(why, FAULT_REFUSED, N_("Tidak ada yang dicetak; pilih baris dahulu"));
	paper_path(s, name, out);
	good = good && store_begin(s->app->store, why);
	if (good && !count_all(s, wanted, count, again, why)) {
		store_rollback(s->app->store);
		good = false;
	}
	good = good && store_commit(s->app->store, why) &&
	       pages_put(s, wanted, count, again, out, why);
	arena_drop(&a);
	return good;
}
