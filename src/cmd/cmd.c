/* The table of commands, and the way from an argument to one of its rows. */
#include <getopt.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "loket/config.h"
#include "loket/list.h"

#include "private.h"

/* What must be open before a command begins. */
enum need { NEEDS_NOTHING, NEEDS_CONFIG, NEEDS_PERSON };

enum option_id {
	OPT_AS,
	OPT_FILING,
	OPT_PERIOD,
	OPT_AFTER,
	OPT_STEP,
	OPT_TYPE,
	OPT_BAILIFF,
	OPT_NAME,
	OPT_ROLES,
	OPT_UNIX,
	OPT_PASSWORD_FILE,
	OPT_ONCE,
	OPT_REASON,
	OPT_BALANCE,
	OPT_BANK,
	OPT_LIMIT,
	OPT_COMMIT,
	OPT_SUMMONS,
	OPT_FORMAT,
	OPT_SAMPLE,
	OPT_PEOPLE,
	OPT_PDF,
	OPT_ASK,
	OPT_TRANSITIONS,
	OPT_HELP,
	OPT_COUNT
};
#define TAKES(id) (1u << (id))
#define ROWS      TAKES(OPT_FORMAT)
#define OF_FILING TAKES(OPT_FILING)
#define OF_USER   (TAKES(OPT_NAME) | TAKES(OPT_ROLES) | TAKES(OPT_UNIX) | TAKES(OPT_PASSWORD_FILE))
#define OF_LIST   (ROWS | TAKES(OPT_STEP) | TAKES(OPT_TYPE) | TAKES(OPT_LIMIT) | TAKES(OPT_AFTER))
#define OF_RECON  (TAKES(OPT_BANK) | TAKES(OPT_PERIOD) | TAKES(OPT_PDF) | TAKES(OPT_ASK))

enum option_kind { IS_TEXT, IS_NUMBER, IS_FLAG, IS_FORMAT };

/* clang-format off */
static const struct option_row {
	const char *name, *argument;
	enum option_kind kind;
	size_t offset;
	const char *help;
} option_rows[] = {
	[OPT_AS]            = { "as", "NAMA", IS_TEXT, offsetof(struct options, as),
		N_("bertindak sebagai pengguna ini; kata sandi dari LOKET_PASSWORD_FILE atau ditanyakan") },
	[OPT_FILING]        = { "filing", "ID", IS_TEXT, offsetof(struct options, filing),
		N_("nomor pendaftaran, nomor perkara atau id") },
	[OPT_PERIOD]        = { "period", "MASA", IS_TEXT, offsetof(struct options, period),
		N_("tahun 2026, bulan 2026-11; rekonsiliasi juga hari 2026-11-25") },
	[OPT_AFTER]         = { "after", "KUNCI", IS_TEXT, offsetof(struct options, after),
		N_("teruskan setelah baris dengan kunci ini") },
	[OPT_STEP]          = { "step", "LANGKAH", IS_TEXT, offsetof(struct options, step),
		N_("hanya yang berada di langkah ini") },
	[OPT_TYPE]          = { "type", "JENIS", IS_TEXT, offsetof(struct options, type),
		N_("hanya jenis perkara ini") },
	[OPT_BAILIFF]       = { "bailiff", "NAMA", IS_TEXT, offsetof(struct options, bailiff),
		N_("hanya panggilan jurusita ini") },
	[OPT_NAME]          = { "name", "NAMA", IS_TEXT, offsetof(struct options, name), N_("nama lengkap") },
	[OPT_ROLES]         = { "roles", "PERAN", IS_TEXT, offsetof(struct options, roles),
		N_("peran dipisah koma, mis. petugas,admin (data/rights.xml)") },
	[OPT_UNIX]          = { "unix", "AKUN", IS_TEXT, offsetof(struct options, unix_account),
		N_("akun Unix yang terikat padanya") },
	[OPT_PASSWORD_FILE] = { "new-password-file", "BERKAS", IS_TEXT, offsetof(struct options, password_file),
		N_("kata sandi barunya dari baris pertama berkas ini") },
	[OPT_ONCE]          = { "once", "ID", IS_TEXT, offsetof(struct options, once),
		N_("id perintah (26 huruf): yang sama dua kali hanya terjadi sekali") },
	[OPT_REASON]        = { "reason", "ALASAN", IS_TEXT, offsetof(struct options, reason),
		N_("alasan selisih saldo buku dan bank") },
	[OPT_BALANCE]       = { "bank-balance", "RUPIAH", IS_TEXT, offsetof(struct options, balance),
		N_("saldo menurut rekening koran bank") },
	[OPT_BANK]          = { "bank", "KUNCI", IS_TEXT, offsetof(struct options, bank),
		N_("profil bank; tanpanya bank pengadilan ini") },
	[OPT_LIMIT]         = { "limit", "N", IS_NUMBER, offsetof(struct options, limit), N_("paling banyak N baris") },
	[OPT_COMMIT]        = { "commit", "N", IS_NUMBER, offsetof(struct options, commit),
		N_("N pendaftaran satu kali simpan") },
	[OPT_SUMMONS]       = { "summons", "N", IS_NUMBER, offsetof(struct options, summons),
		N_("hanya panggilan ke-N") },
	[OPT_FORMAT]        = { "format", "table|json|csv", IS_FORMAT, offsetof(struct options, format),
		N_("bentuk baris yang keluar") },
	[OPT_SAMPLE]        = { "sample", NULL, IS_FLAG, offsetof(struct options, sample),
		N_("isi dengan akun dan pendaftaran contoh") },
	[OPT_PEOPLE]        = { "people", NULL, IS_FLAG, offsetof(struct options, people),
		N_("isi dengan akun contoh saja") },
	[OPT_PDF]           = { "pdf", NULL, IS_FLAG, offsetof(struct options, pdf), N_("cetak ke PDF; tulis letaknya") },
	[OPT_ASK]           = { "ask", NULL, IS_FLAG, offsetof(struct options, ask),
		N_("minta laporan bank untuk masa itu; pekerja yang mengambilnya") },
	[OPT_TRANSITIONS]   = { "transitions", NULL, IS_FLAG, offsetof(struct options, transitions),
		N_("perpindahan antarlangkah yang dijalankan, dan siapa yang boleh") },
	[OPT_HELP]          = { "help", NULL, IS_FLAG, offsetof(struct options, help), N_("bantuan perintah ini") },
};

/* A row: what it is called, the words after that, how many at least and at most, what it needs and
 * takes. */
static const struct call {
	const char *name, *words;
	size_t least, most;
	enum need need;
	unsigned options;
	bool (*run)(struct cmd *c, struct fault *why);
	const char *help;
} calls[] = {
	{ "init", "", 0, 0, NEEDS_NOTHING, TAKES(OPT_SAMPLE) | TAKES(OPT_PEOPLE), cmd_init,
		N_("buat rumah data baru; yang menjalankannya menjadi administrator TI") },
	{ "user add", "NAMA", 1, 1, NEEDS_PERSON, OF_USER, cmd_user_add, N_("tambah pengguna") },
	{ "user list", "", 0, 0, NEEDS_PERSON, ROWS, cmd_user_list, N_("daftar pengguna") },
	{ "user disable", "NAMA", 1, 1, NEEDS_PERSON, 0, cmd_user_disable, N_("tutup akun seorang pengguna") },
	{ "user enable", "NAMA", 1, 1, NEEDS_PERSON, 0, cmd_user_enable, N_("buka kembali akun yang ditutup") },
	{ "user password", "NAMA", 1, 1, NEEDS_PERSON, TAKES(OPT_PASSWORD_FILE), cmd_user_password,
		N_("ganti kata sandi seorang pengguna") },
	{ "filing import", "BERKAS.xml…", 1, SIZE_MAX, NEEDS_PERSON, ROWS | TAKES(OPT_COMMIT), cmd_filing_import,
		N_("daftarkan isi berkas: data langkah 1 sampai 4, lihat loket-forms(5)") },
	{ "filing list", "", 0, 0, NEEDS_PERSON, OF_LIST, cmd_filing_list, N_("daftar pendaftaran, terbaru dahulu") },
	{ "filing search", "KATA…", 1, SIZE_MAX, NEEDS_PERSON, OF_LIST, cmd_filing_search,
		N_("cari menurut nama, NIK, nomor pendaftaran atau nomor perkara") },
	{ "filing show", "ID", 1, 1, NEEDS_PERSON, ROWS, cmd_filing_show, N_("satu pendaftaran selengkapnya") },
	{ "filing export", "ID…", 1, SIZE_MAX, NEEDS_PERSON, 0, cmd_filing_export,
		N_("keluarkan sebagai berkas impor (XML)") },
	{ "step", "LANGKAH[.TINDAKAN] [ISIAN=NILAI…]", 1, SIZE_MAX, NEEDS_PERSON, ROWS | OF_FILING | TAKES(OPT_ONCE),
		cmd_step, N_("kerjakan satu langkah; tanpa --filing pada langkah akun: pendaftaran baru") },
	{ "relaas list", "", 0, 0, NEEDS_PERSON, ROWS | TAKES(OPT_BAILIFF), cmd_relaas_list, N_("menu jurusita") },
	{ "relaas print", "ID", 1, 1, NEEDS_PERSON, TAKES(OPT_SUMMONS), cmd_relaas_print,
		N_("cetak relaas semua panggilan perkara itu; letak PDF-nya ditulis") },
	{ "print", "skum|kwitansi|pemberitahuan|jurnal", 1, 1, NEEDS_PERSON, OF_FILING, cmd_print,
		N_("cetak satu surat; letak PDF-nya ditulis") },
	{ "report", "perkara|tahunan", 1, 1, NEEDS_PERSON, ROWS | TAKES(OPT_PERIOD) | TAKES(OPT_PDF), cmd_report,
		N_("Laporan Perkara sebulan atau Laporan Tahunan") },
	{ "register", "Pdt.G|Pdt.P|Pdt.GS", 1, 1, NEEDS_PERSON, ROWS | TAKES(OPT_PERIOD) | TAKES(OPT_PDF), cmd_register,
		N_("Register Induk setahun; --pdf mencetaknya") },
	{ "sop", "", 0, 0, NEEDS_CONFIG, ROWS | TAKES(OPT_TRANSITIONS), cmd_sop, N_("SOP yang dijalankan") },
	{ "status", "", 0, 0, NEEDS_PERSON, ROWS, cmd_status, N_("papan langkah, hubungan bank dan SIPP, antrean") },
	{ "outbox list", "", 0, 0, NEEDS_PERSON, ROWS | OF_FILING, cmd_outbox_list,
		N_("pesan kepada bank dan SIPP yang belum selesai") },
	{ "outbox retry", "NOMOR", 1, 1, NEEDS_PERSON, 0, cmd_outbox_retry, N_("kirim ulang satu pesan sekarang") },
	{ "outbox cancel", "NOMOR ALASAN", 2, 2, NEEDS_PERSON, 0, cmd_outbox_cancel,
		N_("batalkan satu pesan; pendaftarannya berjalan terus tanpa pesan itu") },
	{ "titipan list", "", 0, 0, NEEDS_PERSON, ROWS, cmd_suspense_list,
		N_("uang yang tidak sesuai tagihan dan belum diputus kasir") },
	{ "titipan settle", "NOMOR panjar|kembali ALASAN", 3, 3, NEEDS_PERSON, OF_FILING, cmd_suspense_settle,
		N_("putuskan satu titipan: panjar pendaftarannya (atau --filing), atau kembali kepada penyetor") },
	{ "rekonsiliasi", "[BERKAS.csv]", 0, 1, NEEDS_PERSON, ROWS | OF_RECON, cmd_recon,
		N_("laporan bank (tanpa masa: sebulan terakhir) terhadap jurnal; BERKAS: muat dahulu rekening koran") },
	{ "data check", "", 0, 0, NEEDS_NOTHING, 0, cmd_data_check, N_("periksa semua berkas data/ dan forms/") },
	{ "data list", "[KATA…]", 0, SIZE_MAX, NEEDS_PERSON, ROWS, cmd_data_list,
		N_("semua pengaturan pengadilan dengan sumber, masa berlaku, berkas dan barisnya") },
	{ "data history", "", 0, 0, NEEDS_PERSON, ROWS | TAKES(OPT_LIMIT), cmd_data_history,
		N_("berkas data yang berubah: kapan, milik siapa, baris mana") },
	{ "data update", "[BERKAS]", 0, 1, NEEDS_PERSON, 0, cmd_data_update,
		N_("muat daftar wilayah yang lebih baru (tanpa BERKAS: data/wilayah.csv)") },
	{ "journal check", "", 0, 0, NEEDS_PERSON, ROWS, cmd_journal_check,
		N_("periksa jurnal, tagihan, pembayaran dan laporan bank; sebutkan tiap selisih") },
	{ "journal show", "ID", 1, 1, NEEDS_PERSON, ROWS, cmd_journal_show, N_("halaman jurnal satu perkara, dengan sisanya") },
	{ "journal close", "HARI|BULAN", 1, 1, NEEDS_PERSON, ROWS | TAKES(OPT_BALANCE) | TAKES(OPT_REASON), cmd_journal_close,
		N_("tutup buku sampai hari itu, atau Buku Induk sebulan dengan saldo bank") },
	{ "doctor bank", "[KUNCI]", 0, 1, NEEDS_NOTHING, ROWS, cmd_doctor,
		N_("apa yang masih kurang pada profil bank, dan apakah kunci, sambungan dan tokennya baik") },
	{ "sandbox", "[-- PERINTAH…]", 0, SIZE_MAX, NEEDS_NOTHING, 0, cmd_sandbox,
		N_("jalankan pekerja dan simulator bank serta SIPP, lalu PERINTAH (tanpanya: meja)") },
};
/* clang-format on */

/* ---- help, made of the tables ---- */

static unsigned options_of(const struct call *call)
{
	return call->options | TAKES(OPT_HELP) | (call->need == NEEDS_PERSON ? TAKES(OPT_AS) : 0);
}

static void help_call(struct text *t, const struct call *call)
{
	text_addf(t, "  loket %s%s%s", call->name, call->words[0] == '\0' ? "" : " ", call->words);
	for (size_t i = 0; i < OPT_HELP; i++) {
		const struct option_row *o = &option_rows[i];
		if ((options_of(call) & TAKES(i)) != 0)
			text_addf(t, o->argument == NULL ? " [--%s]" : " [--%s %s]", o->name,
			          o->argument);
	}
	text_addf(t, "\n      %s\n", _(call->help));
}

static void help_options(struct text *t, unsigned options)
{
	for (size_t i = 0; i < OPT_COUNT; i++) {
		const struct option_row *o = &option_rows[i];
		if ((options & TAKES(i)) != 0)
			text_addf(t, "  --%s%s%s\n      %s\n", o->name,
			          o->argument == NULL ? "" : " ",
			          o->argument == NULL ? "" : o->argument, _(o->help));
	}
}

/* The commands whose name begins with `family` ("" : all), and the options of them together. */
static void help(const char *family)
{
	struct arena a = arena_start(MIB);
	struct text t = text_start(&a);
	unsigned options = 0;
	text_add(&t, _("Pemakaian: loket [PERINTAH]; tanpa perintah: meja di terminal ini.\n\n"));
	for (size_t i = 0; i < COUNT_OF(calls); i++) {
		if (!text_starts(calls[i].name, family))
			continue;
		help_call(&t, &calls[i]);
		options |= options_of(&calls[i]);
	}
	text_add(&t, _("\nPilihan:\n"));
	help_options(&t, options);
	text_add(
	    &t,
	    _("\nKode keluar: 0 selesai, 1 ditolak aturan, 2 salah pakai, 3 gangguan luar, boleh diulang.\n"));
	out_text(t.s);
	arena_drop(&a);
}

static void version(void)
{
	out_text("loket " LOKET_VERSION "\nSQLite ");
	output_line(service_engine());
}

/* ---- from arguments to a row and its options ---- */

/* The row that argv[1], or argv[1] and argv[2], name; `used` counts them. */
static const struct call *call_named(int argc, char **argv, int *used)
{
	for (size_t i = 0; i < COUNT_OF(calls); i++) {
		const char *second = strchr(calls[i].name, ' ');
		size_t first = second == NULL ? strlen(calls[i].name)
		                              : (size_t)(second - calls[i].name);
		bool same = strlen(argv[1]) == first && strncmp(argv[1], calls[i].name, first) == 0;
		if (same && second != NULL)
			same = argc > 2 && text_same(argv[2], second + 1);
		*used = second == NULL ? 1 : 2;
		if (same)
			return &calls[i];
	}
	return NULL;
}

static bool is_family(const char *word)
{
	for (size_t i = 0; i < COUNT_OF(calls); i++) {
		size_t n = strcspn(calls[i].name, " ");
		if (strlen(word) == n && strncmp(word, calls[i].name, n) == 0)
			return true;
	}
	return false;
}

static bool format_read(const char *text, enum format *out)
{
	static const char *const names[] = {
		[FORMAT_TABLE] = "table", [FORMAT_JSON] = "json", [FORMAT_CSV] = "csv"
	};
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		if (text_same(names[i], text)) {
			*out = (enum format)i;
			return true;
		}
	}
	return false;
}

static bool option_take(const struct option_row *o, const char *text, struct options *out,
                        struct fault *why)
{
	void *at = (char *)out + o->offset;
	switch (o->kind) {
	case IS_TEXT:
		*(const char **)at = text;
		return true;
	case IS_FLAG:
		*(bool *)at = true;
		return true;
	case IS_NUMBER:
		return text_number(text, 1, INT32_MAX, at) ||
		       fault_set(why, FAULT_MISUSE,
		                 N_("Pilihan --%1 perlu bilangan mulai 1, bukan %2"), o->name,
		                 text);
	case IS_FORMAT:
		return format_read(text, at) ||
		       fault_set(why, FAULT_MISUSE,
		                 N_("Pilihan --%1 perlu table, json atau csv, bukan %2"), o->name,
		                 text);
	}
	return false;
}

/* getopt_long() with its faults told in our way. */
static bool options_read(const struct call *call, int argc, char **argv, struct options *out,
                         struct fault *why)
{
	struct option known[OPT_COUNT + 1] = { 0 };
	for (int i = 0; i < OPT_COUNT; i++)
		known[i] = (struct option){ option_rows[i].name, option_rows[i].argument != NULL,
			                    NULL, i };
	opterr = 0;
	optind = 1;
	/* after "sandbox" the first word begins the command to run, options and all */
	const char *short_ones = call->run == cmd_sandbox ? "+:h" : ":h";
	for (int id; (id = getopt_long(argc, argv, short_ones, known, NULL)) != -1;) {
		const char *given = argv[optind - 1];
		if (id == 'h')
			id = OPT_HELP;
		if (id == ':')
			return fault_set(why, FAULT_MISUSE,
			                 N_("Pilihan %1 perlu nilai; lihat loket %2 --help"), given,
			                 call->name);
		if (id == '?')
			return fault_set(why, FAULT_MISUSE,
			                 N_("Pilihan %1 tidak dikenal; lihat loket %2 --help"),
			                 given, call->name);
		if ((options_of(call) & TAKES(id)) == 0)
			return fault_set(
			    why, FAULT_MISUSE,
			    N_("Pilihan --%1 tidak berlaku di sini; lihat loket %2 --help"),
			    option_rows[id].name, call->name);
		if (!option_take(&option_rows[id], optarg, out, why))
			return false;
	}
	return true;
}

static bool words_fit(const struct call *call, size_t count, struct fault *why)
{
	if (count < call->least)
		return fault_set(why, FAULT_MISUSE, N_("Kurang: loket %1 %2"), call->name,
		                 call->words);
	if (count > call->most)
		return fault_set(why, FAULT_MISUSE,
		                 N_("Terlalu banyak kata; pemakaiannya: loket %1 %2"), call->name,
		                 call->words);
	return true;
}

/* ---- running one ---- */

static bool authenticate(struct cmd *c, struct fault *why)
{
	char password[256], prompt[128];
	const char *file = env_text("LOKET_PASSWORD_FILE");
	if (text_is_empty(c->options.as))
		return login_unix(c->app, &c->login, why);
	message_fill(_("Kata sandi %1: "), &c->options.as, 1, prompt, sizeof prompt);
	if (!secret_ask(prompt, file[0] == '\0' ? NULL : file, password, sizeof password, why))
		return false;
	bool good = login_password(c->app, c->options.as, password, &c->login, why);
	secret_wipe(password, sizeof password);
	return good;
}

static bool run_with_person(const struct call *call, struct cmd *c, struct fault *why)
{
	struct app app;
	if (!app_open(&app, why))
		return false;
	c->app = &app;
	c->book = app.book;
	bool good = authenticate(c, why) && call->run(c, why);
	app_close(&app);
	return good;
}

static bool run_with_rules(const struct call *call, struct cmd *c, struct fault *why)
{
	struct home home;
	struct rulebook *book;
	if (!home_find(&home, why) || !config_load(&home, c->a, &book, why))
		return false;
	c->book = book;
	return call->run(c, why);
}

static bool run(const struct call *call, struct cmd *c, struct fault *why)
{
	switch (call->need) {
	case NEEDS_NOTHING:
		return call->run(c, why);
	case NEEDS_CONFIG:
		return run_with_rules(call, c, why);
	case NEEDS_PERSON:
		return run_with_person(call, c, why);
	}
	return false;
}

/* argv from the last word of the command's name on. */
static int run_call(const struct call *call, int argc, char **argv)
{
	struct fault why = { 0 };
	struct arena a = arena_start(1024 * MIB);
	struct cmd c = { .a = &a };
	c.options = (struct options){ .as = "",
		                      .filing = "",
		                      .period = "",
		                      .after = "",
		                      .step = "",
		                      .type = "",
		                      .bailiff = "",
		                      .name = "",
		                      .roles = "",
		                      .unix_account = "",
		                      .password_file = "",
		                      .once = "",
		                      .reason = "",
		                      .balance = "",
		                      .bank = "" };
	bool good = options_read(call, argc, argv, &c.options, &why);
	c.words = (const char *const *)argv + optind;
	c.word_count = (size_t)(argc - optind);
	if (good && c.options.help)
		help(call->name);
	else if (good)
		good = words_fit(call, c.word_count, &why) && run(call, &c, &why);
	arena_drop(&a);
	/* a command that has said its faults itself leaves only the kind */
	return good ? c.code : why.text == NULL ? (int)why.kind : cmd_say(&why);
}

int cmd_run(int argc, char **argv)
{
	int used;
	struct fault why;
	const struct call *call = call_named(argc, argv, &used);
	if (call != NULL)
		return run_call(call, argc - used, argv + used);
	bool family = is_family(argv[1]);
	if (text_same(argv[1], "--version"))
		return version(), 0;
	if (text_same(argv[1], "--help") || (family && argc > 2 && text_same(argv[2], "--help")))
		return help(family ? argv[1] : ""), 0;
	if (argv[1][0] == '-')
		(void)fault_set(&why, FAULT_MISUSE,
		                N_("Pilihan %1 tidak dikenal; lihat loket --help"), argv[1]);
	else if (family)
		(void)fault_set(&why, FAULT_MISUSE,
		                N_("Perintah %1 belum lengkap; lihat loket %1 --help"), argv[1]);
	else
		(void)fault_set(&why, FAULT_MISUSE,
		                N_("Perintah %1 tidak dikenal; lihat loket --help"), argv[1]);
	return cmd_say(&why);
}
