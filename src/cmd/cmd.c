/* The table of commands, and running the row that the arguments name. */
#include <stddef.h>
#include <string.h>

#include "loket/config.h"
#include "loket/list.h"

#include "calls.h"
#include "line.h"

enum option_id {
	OPT_AS,
	OPT_FILING,
	OPT_PERIOD,
	OPT_AFTER,
	OPT_STEP,
	OPT_TYPE,
	OPT_BAILIFF,
	OPT_AREA,
	OPT_NAME,
	OPT_ROLES,
	OPT_UNIX,
	OPT_PASSWORD_FILE,
	OPT_ONCE,
	OPT_REASON,
	OPT_BALANCE,
	OPT_CASH,
	OPT_EVIDENCE,
	OPT_CORRECTS,
	OPT_BANK,
	OPT_TO,
	OPT_LIMIT,
	OPT_COMMIT,
	OPT_SUMMONS,
	OPT_PAY_AFTER,
	OPT_KEEP,
	OPT_KEYS,
	OPT_CHECK,
	OPT_DAWN,
	OPT_FORMAT,
	OPT_SAMPLE,
	OPT_PEOPLE,
	OPT_PDF,
	OPT_ASK,
	OPT_REPLACE,
	OPT_AGAIN,
	OPT_TRANSITIONS,
	OPT_TABLE,
	OPT_FIELDS,
	OPT_HELP,
	OPT_VERSION,
	OPT_COUNT
};
#define ROWS      TAKES(OPT_FORMAT)
#define TABLES    (ROWS | TAKES(OPT_TABLE))
#define OF_FILING TAKES(OPT_FILING)
#define OF_USER   (TAKES(OPT_NAME) | TAKES(OPT_ROLES) | TAKES(OPT_UNIX) | TAKES(OPT_PASSWORD_FILE))
#define OF_LIST   (ROWS | TAKES(OPT_STEP) | TAKES(OPT_TYPE) | TAKES(OPT_LIMIT) | TAKES(OPT_AFTER))
#define OF_RECON                                                                                   \
	(TAKES(OPT_BANK) | TAKES(OPT_PERIOD) | TAKES(OPT_PDF) | TAKES(OPT_ASK) |                   \
	 TAKES(OPT_REPLACE) | TAKES(OPT_AGAIN))

/* clang-format off */
static const struct option_row option_rows[] = {
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
	[OPT_AREA]          = { "area", "WILAYAH", IS_TEXT, offsetof(struct options, area),
		N_("kecamatan, atau kanal yang tidak dikunjungi, mis. surat_tercatat") },
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
	[OPT_BALANCE]       = { "bank-balance", "SALDO", IS_TEXT, offsetof(struct options, balance),
		N_("saldo menurut rekening koran; beberapa rekening: \"bri=500.000 bsi=0\"") },
	[OPT_CASH]          = { "cash", "RUPIAH", IS_TEXT, offsetof(struct options, cash), N_("uang tunai di kas") },
	[OPT_EVIDENCE]      = { "evidence", "BUKTI", IS_TEXT, offsetof(struct options, evidence),
		N_("bukti selisihnya: surat bank, rekening koran, instrumen") },
	[OPT_CORRECTS]      = { "corrects", "NOMOR", IS_TEXT, offsetof(struct options, corrects),
		N_("memperbaiki berita acara penutupan ini, mis. 3/2026") },
	[OPT_BANK]          = { "bank", "BANK", IS_TEXT, offsetof(struct options, bank),
		N_("profil bank; tanpanya bank pengadilan ini") },
	[OPT_TO]            = { "to", "BANK", IS_TEXT, offsetof(struct options, to),
		N_("bank tujuan pindah buku") },
	[OPT_LIMIT]         = { "limit", "N", IS_NUMBER, offsetof(struct options, limit), N_("paling banyak N baris") },
	[OPT_COMMIT]        = { "commit", "N", IS_NUMBER, offsetof(struct options, commit),
		N_("N pendaftaran satu kali simpan") },
	[OPT_SUMMONS]       = { "summons", "N", IS_NUMBER, offsetof(struct options, summons),
		N_("hanya panggilan ke-N") },
	[OPT_PAY_AFTER]     = { "pay-after", "DETIK", IS_NUMBER, offsetof(struct options, pay_after),
		N_("sekian detik sampai pihak tiruan membayar tagihannya; biasanya 8") },
	[OPT_KEEP]          = { "keep", "N", IS_NUMBER, offsetof(struct options, keep),
		N_("biarkan N cadangan terbaru di tiap folder, hapus yang lebih lama") },
	[OPT_KEYS]          = { "keys", "FOLDER", IS_TEXT, offsetof(struct options, keys),
		N_("folder kunci bank dan SIPP, yang tidak ikut dalam cadangan") },
	[OPT_CHECK]         = { "check", NULL, IS_FLAG, offsetof(struct options, check),
		N_("coba saja: pulihkan ke rumah sementara, periksa, buang lagi") },
	[OPT_DAWN]          = { "dawn", NULL, IS_FLAG, offsetof(struct options, dawn),
		N_("periksa semuanya dan simpan hasilnya untuk Beranda; bagi pewaktu tiap subuh") },
	[OPT_FORMAT]        = { "format", "table|json|csv|sheet", IS_FORMAT, offsetof(struct options, format),
		N_("bentuk baris yang keluar") },
	[OPT_SAMPLE]        = { "sample", NULL, IS_FLAG, offsetof(struct options, sample),
		N_("isi dengan akun dan pendaftaran contoh") },
	[OPT_PEOPLE]        = { "people", NULL, IS_FLAG, offsetof(struct options, people),
		N_("isi dengan akun contoh saja") },
	[OPT_PDF]           = { "pdf", NULL, IS_FLAG, offsetof(struct options, pdf), N_("cetak ke PDF; tulis letaknya") },
	[OPT_ASK]           = { "ask", NULL, IS_FLAG, offsetof(struct options, ask),
		N_("minta laporan bank untuk masa itu; pekerja yang mengambilnya") },
	[OPT_REPLACE]       = { "replace", NULL, IS_FLAG, offsetof(struct options, replace),
		N_("baris berkas yang berbeda dari yang di sini menggantikannya") },
	[OPT_AGAIN]         = { "again", NULL, IS_FLAG, offsetof(struct options, again),
		N_("yang tampak sama dengan yang sudah ada memang lain: masukkan lagi") },
	[OPT_TRANSITIONS]   = { "transitions", NULL, IS_FLAG, offsetof(struct options, transitions),
		N_("perpindahan antarlangkah yang dijalankan, dan siapa yang boleh") },
	[OPT_TABLE]         = { "table", "TABEL", IS_TEXT, offsetof(struct options, table),
		N_("hanya tabel ini dari jawaban yang memuat beberapa") },
	[OPT_FIELDS]        = { "fields", NULL, IS_FLAG, offsetof(struct options, fields),
		N_("isian langkah itu: nama, jenis, wajib atau tidak, pilihannya; tidak mengerjakan apa-apa") },
	[OPT_HELP]          = { "help", NULL, IS_FLAG, offsetof(struct options, help), N_("bantuan perintah ini; juga -h") },
	[OPT_VERSION]       = { "version", NULL, IS_FLAG, offsetof(struct options, version),
		N_("versi, dan SQLite yang dipakainya") },
};

static const struct call calls[] = {
	{ "init", "[NAMA]", 0, 1, NEEDS_NOTHING, TAKES(OPT_SAMPLE) | TAKES(OPT_PEOPLE) | TAKES(OPT_PASSWORD_FILE), cmd_init,
		N_("buat folder data baru dengan administrator TI pertamanya; kata sandinya ditanyakan") },
	{ "backup", "FOLDER…", 1, SIZE_MAX, NEEDS_OWNER, ROWS | TAKES(OPT_KEEP) | TAKES(OPT_KEYS), cmd_backup,
		N_("cadangkan basis data, dokumen dan data pengadilan ke folder pertama, salinannya ke yang lain; dicoba dahulu") },
	{ "restore", "CADANGAN", 1, 1, NEEDS_NOTHING, ROWS | TAKES(OPT_KEYS) | TAKES(OPT_CHECK), cmd_restore,
		N_("pulihkan satu cadangan menjadi folder data, yang belum boleh ada") },
	{ "upgrade", "", 0, 0, NEEDS_NOTHING, 0, cmd_upgrade,
		N_("perbarui basis data edisi lama; salinannya disimpan dahulu") },
	{ "user add", "NAMA", 1, 1, NEEDS_PERSON, OF_USER, cmd_user_add, N_("tambah pengguna") },
	{ "user list", "", 0, 0, NEEDS_PERSON, ROWS, cmd_user_list, N_("daftar pengguna") },
	{ "user disable", "NAMA", 1, 1, NEEDS_PERSON, 0, cmd_user_disable, N_("tutup akun seorang pengguna") },
	{ "user enable", "NAMA", 1, 1, NEEDS_PERSON, 0, cmd_user_enable, N_("buka kembali akun yang ditutup") },
	{ "user password", "NAMA", 1, 1, NEEDS_PERSON, TAKES(OPT_PASSWORD_FILE), cmd_user_password,
		N_("ganti kata sandi seorang pengguna") },
	{ "user log", "[NAMA]", 0, 1, NEEDS_PERSON, ROWS | TAKES(OPT_LIMIT), cmd_user_log,
		N_("apa yang diubah pada akun pengguna, oleh siapa: peran, kata sandi, penutupan, penguncian") },
	{ "account list", "", 0, 0, NEEDS_PERSON, ROWS, cmd_account_list,
		N_("advokat, badan dan instansi yang pernah mendaftar; KTA yang habis lebih dahulu") },
	{ "filing import", "BERKAS.xml…|-", 1, SIZE_MAX, NEEDS_PERSON, ROWS | TAKES(OPT_COMMIT) | TAKES(OPT_AGAIN),
		cmd_filing_import, N_("daftarkan isi berkas: data langkah 1 sampai 4, lihat loket-forms(5)") },
	{ "filing list", "", 0, 0, NEEDS_PERSON, OF_LIST, cmd_filing_list, N_("daftar pendaftaran, terbaru dahulu") },
	{ "filing search", "KATA…", 1, SIZE_MAX, NEEDS_PERSON, OF_LIST, cmd_filing_search,
		N_("cari menurut nama, NIK, nomor pendaftaran atau nomor perkara") },
	{ "filing show", "ID", 1, 1, NEEDS_PERSON, TABLES, cmd_filing_show, N_("satu pendaftaran selengkapnya") },
	{ "filing export", "ID…", 1, SIZE_MAX, NEEDS_PERSON, 0, cmd_filing_export,
		N_("keluarkan sebagai berkas impor (XML)") },
	{ "step", "LANGKAH[.TINDAKAN] [ISIAN=NILAI…]", 1, SIZE_MAX, NEEDS_PERSON,
		ROWS | OF_FILING | TAKES(OPT_ONCE) | TAKES(OPT_FIELDS), cmd_step,
		N_("kerjakan satu langkah; tanpa --filing pada langkah akun: pendaftaran baru") },
	{ "relaas workload", "", 0, 0, NEEDS_PERSON, ROWS | TAKES(OPT_PERIOD), cmd_relaas_workload,
		N_("beban tiap jurusita dalam satu bulan atau tahun, dan nilai ketepatan waktunya") },
	{ "relaas list", "", 0, 0, NEEDS_PERSON, ROWS | TAKES(OPT_BAILIFF), cmd_relaas_list, N_("menu jurusita") },
	{ "relaas send", "ID", 1, 1, NEEDS_PERSON, TAKES(OPT_SUMMONS), cmd_relaas_send,
		N_("kirim panggilan elektronik perkara itu dengan e-mail") },
	{ "relaas print", "[ID]", 0, 1, NEEDS_PERSON, TAKES(OPT_SUMMONS) | TAKES(OPT_AREA) | TAKES(OPT_BAILIFF), cmd_relaas_print,
		N_("cetak relaas semua panggilan perkara itu, atau surat satu wilayah dalam satu PDF; letaknya ditulis") },
	{ "relaas route", "", 0, 0, NEEDS_PERSON, TAKES(OPT_AREA) | TAKES(OPT_BAILIFF), cmd_relaas_route,
		N_("cetak lembar rute satu wilayah, urut jalannya") },
	{ "relaas assign", "PERKARA NOMOR JURUSITA ALASAN", 4, 4, NEEDS_PERSON, 0, cmd_relaas_assign,
		N_("serahkan satu panggilan yang belum dijalankan kepada jurusita lain") },
	{ "summons check", "ID", 1, 1, NEEDS_PERSON, TABLES, cmd_summons_check,
		N_("sah dan patutkah panggilan perkara itu: tiap pihak, penilaian, hari sidang sah berikutnya") },
	{ "summons days", "ID", 1, 1, NEEDS_PERSON, ROWS, cmd_summons_days,
		N_("tiga hari pertama yang sah untuk sidang semua pihak, dengan perhitungannya") },
	{ "claim", "ID", 1, 1, NEEDS_PERSON, ROWS, cmd_claim, N_("konsep posita dan petitum dari data pihak") },
	{ "why", "ID [HAL]", 1, 2, NEEDS_PERSON, TABLES, cmd_why,
		N_("bagaimana angka, tanggal, dan keadaan satu pendaftaran didapat; HAL mis. panjar, sidang, batas.2") },
	{ "post list", "", 0, 0, NEEDS_PERSON, ROWS, cmd_post_list, N_("surat tercatat yang menunggu, terkirim, dan baru terbukti") },
	{ "post label", "PERKARA RESI", 2, 2, NEEDS_PERSON, TAKES(OPT_SUMMONS), cmd_post_label,
		N_("catat nomor resi pada label satu surat; resi - menghapusnya") },
	{ "post product", "LAYANAN [PERKARA]", 1, 2, NEEDS_PERSON, TAKES(OPT_SUMMONS), cmd_post_product,
		N_("layanan pos untuk satu surat, tanpa perkara untuk semua yang menunggu, mis. nextday") },
	{ "post batch", "", 0, 0, NEEDS_PERSON, 0, cmd_post_batch, N_("cetak surat yang menunggu dan amplopnya, masing-masing satu PDF") },
	{ "post handover", "", 0, 0, NEEDS_PERSON, 0, cmd_post_hand,
		N_("serahkan semua surat yang bernomor resi kepada pos, dengan daftar kirim PDF dan CSV") },
	{ "post manifest", "[NOMOR]", 0, 1, NEEDS_PERSON, 0, cmd_post_manifest,
		N_("cetak lagi daftar kirim; tanpa nomor yang terakhir") },
	{ "post tracking", "BERKAS.csv", 1, 1, NEEDS_PERSON, 0, cmd_post_tracking,
		N_("catat hasil menurut berkas pelacakan pos; baris yang sama tidak dua kali") },
	{ "print", "skum|kwitansi|kwitansi-kembali|pemberitahuan|jurnal|tanda-terima|sah-patut|mengapa|konsep|instrumen-pengeluaran|tanda-terima-jurusita|sisa-panjar|teguran-sisa|berita-acara-sisa|permohonan-prodeo|penetapan-prodeo|instrumen|surat-panggilan|amplop|"
		"panggilan-elektronik|pengumuman-1|pengumuman-2|media-1|media-2|panggilan-umum|tabayun|rogatori|formulir-rogatori [NOMOR]", 1, 2, NEEDS_PERSON,
		OF_FILING | TAKES(OPT_SUMMONS), cmd_print,
		N_("cetak satu surat, yang bagi panggilan untuk setiap panggilan yang memakainya; letak PDF-nya ditulis") },
	{ "letters list", "", 0, 0, NEEDS_PERSON, ROWS | TAKES(OPT_PERIOD) | TAKES(OPT_PDF), cmd_letters_list,
		N_("surat keluar setahun menurut nomornya; --pdf mencetaknya") },
	{ "tabayun list", "", 0, 0, NEEDS_PERSON, ROWS | TAKES(OPT_PERIOD), cmd_tabayun_list,
		N_("permohonan bantuan panggilan pengadilan lain, dengan keadaan dan batasnya") },
	{ "tabayun record", "[ISIAN=NILAI…]", 0, SIZE_MAX, NEEDS_PERSON, TAKES(OPT_FIELDS), cmd_tabayun_record,
		N_("catat permohonan yang masuk") },
	{ "tabayun appoint", "[NOMOR] [ISIAN=NILAI…]", 0, SIZE_MAX, NEEDS_PERSON, TAKES(OPT_FIELDS), cmd_tabayun_appoint,
		N_("tunjuk jurusita yang melaksanakan permohonan itu, mis. 3/2026") },
	{ "tabayun serve", "[NOMOR] [ISIAN=NILAI…]", 0, SIZE_MAX, NEEDS_PERSON, TAKES(OPT_FIELDS), cmd_tabayun_serve,
		N_("catat pelaksanaannya") },
	{ "tabayun answer", "[NOMOR] [ISIAN=NILAI…]", 0, SIZE_MAX, NEEDS_PERSON, TAKES(OPT_FIELDS), cmd_tabayun_answer,
		N_("catat pengiriman relaasnya kembali") },
	{ "tabayun print", "penunjukan|relaas-tabayun|pengantar NOMOR", 2, 2, NEEDS_PERSON, 0, cmd_tabayun_print,
		N_("cetak surat penunjukan, relaas bagi pengadilan pemohon atau surat pengantarnya") },
	{ "tabayun register", "", 0, 0, NEEDS_PERSON, ROWS | TAKES(OPT_PERIOD) | TAKES(OPT_PDF), cmd_tabayun_register,
		N_("register bantuan panggilan masuk setahun; --pdf mencetaknya") },
	{ "tabayun sent", "", 0, 0, NEEDS_PERSON, ROWS, cmd_tabayun_sent,
		N_("panggilan yang dimintakan kepada pengadilan lain") },
	{ "report", "perkara|tahunan [KOLOM]", 1, 2, NEEDS_PERSON, TABLES | TAKES(OPT_PERIOD) | TAKES(OPT_PDF) | TAKES(OPT_TYPE), cmd_report,
		N_("Laporan Perkara sebulan atau Laporan Tahunan; dengan KOLOM: pendaftaran di balik angkanya") },
	{ "register", "ALUR|kuasa", 1, 1, NEEDS_PERSON, ROWS | TAKES(OPT_PERIOD) | TAKES(OPT_PDF), cmd_register,
		N_("register setahun: Register Induk, mis. Pdt.G, atau surat kuasa; --pdf mencetaknya") },
	{ "sop", "", 0, 0, NEEDS_CONFIG, TABLES | TAKES(OPT_TRANSITIONS), cmd_sop, N_("SOP yang dijalankan") },
	{ "status", "", 0, 0, NEEDS_PERSON, TABLES, cmd_status, N_("papan langkah, hubungan bank dan SIPP, antrean") },
	{ "outbox list", "", 0, 0, NEEDS_PERSON, ROWS | OF_FILING, cmd_outbox_list,
		N_("pesan kepada bank dan SIPP yang belum selesai") },
	{ "outbox retry", "NOMOR", 1, 1, NEEDS_PERSON, 0, cmd_outbox_retry, N_("kirim ulang satu pesan sekarang") },
	{ "outbox cancel", "NOMOR ALASAN", 2, 2, NEEDS_PERSON, 0, cmd_outbox_cancel,
		N_("batalkan satu pesan; pendaftarannya berjalan terus tanpa pesan itu") },
	{ "titipan list", "", 0, 0, NEEDS_PERSON, ROWS, cmd_suspense_list,
		N_("uang yang tidak sesuai tagihan dan belum diputus kasir") },
	{ "titipan settle", "NOMOR panjar|kembali|setuju|tolak|kirim ALASAN [ISIAN=NILAI…]", 3, 7, NEEDS_PERSON, OF_FILING,
		cmd_suspense_settle,
		N_("putuskan satu titipan: panjar pendaftarannya (atau --filing), atau kembali kepada penyetor, dalam tiga langkah") },
	{ "payout list", "", 0, 0, NEEDS_PERSON, ROWS, cmd_payout_list,
		N_("uang keluar yang menunggu panitera, atau transfernya") },
	{ "rekonsiliasi", "[BERKAS.csv]", 0, 1, NEEDS_PERSON, ROWS | OF_RECON, cmd_recon,
		N_("laporan bank (tanpa masa: sebulan terakhir) terhadap jurnal; BERKAS: muat dahulu rekening koran") },
	{ "statement list", "", 0, 0, NEEDS_PERSON, ROWS | TAKES(OPT_BANK) | TAKES(OPT_PERIOD), cmd_statement_list,
		N_("baris rekening bank, masuk dan keluar: kata siapa, siapa membacanya, apa penjelasannya") },
	{ "statement balances", "", 0, 0, NEEDS_PERSON, ROWS, cmd_statement_balances,
		N_("saldo awal dan akhir tiap rekening koran, dan yang putus di antaranya") },
	{ "statement candidates", "BARIS", 1, 1, NEEDS_PERSON, ROWS | TAKES(OPT_BANK), cmd_statement_candidates,
		N_("jurnal yang mungkin adalah baris bank itu: jumlah, hari, referensi atau instrumen") },
	{ "statement match", "[BARIS] [JURNAL]", 0, 2, NEEDS_PERSON, TAKES(OPT_BANK), cmd_statement_match,
		N_("cocokkan baris bank dengan jurnal; tanpa BARIS semua yang menyebut referensi atau instrumennya") },
	{ "statement explain", "BARIS akui|biaya|giro|pindah|lama [ALASAN]", 2, 3, NEEDS_PERSON, TAKES(OPT_BANK) | TAKES(OPT_TO),
		cmd_statement_explain,
		N_("akui uang masuk, atau bukukan biaya bank, jasa giro, pindah buku ke --to, atau pengeluaran perkara di atas kertas") },
	{ "statement approve", "BARIS", 1, 1, NEEDS_PERSON, TAKES(OPT_BANK), cmd_statement_approve,
		N_("setujui penjelasan yang diajukan orang lain") },
	{ "statement reject", "BARIS", 1, 1, NEEDS_PERSON, TAKES(OPT_BANK), cmd_statement_reject,
		N_("tolak penjelasan yang diajukan, atau lepaskan yang dicocokkan") },
	{ "data consequences", "", 0, 0, NEEDS_PERSON, ROWS, cmd_data_consequences, N_("yang kini akan dijawab lain oleh kalender, tarif, aturan atau SIPP") },
	{ "data try", N_("BERKAS"), 1, 1, NEEDS_PERSON, ROWS, cmd_data_try, N_("apa yang berubah bila berkas ini berlaku") },
	{ "data check", "", 0, 0, NEEDS_NOTHING, 0, cmd_data_check, N_("periksa semua berkas data/ dan forms/") },
	{ "data list", "[KATA…]", 0, SIZE_MAX, NEEDS_PERSON, ROWS, cmd_data_list,
		N_("semua pengaturan pengadilan dengan sumber, masa berlaku, berkas dan barisnya") },
	{ "data summons", "[KATA…]", 0, SIZE_MAX, NEEDS_PERSON, ROWS | TAKES(OPT_PDF), cmd_data_summons,
		N_("kalimat relaas tiap keadaan (kanal, hasil, sisi, orang, kuasa) dengan dasarnya") },
	{ "data history", "", 0, 0, NEEDS_PERSON, ROWS | TAKES(OPT_LIMIT), cmd_data_history,
		N_("berkas data yang berubah: kapan, milik siapa, baris mana") },
	{ "data update", "[BERKAS]", 0, 1, NEEDS_PERSON, 0, cmd_data_update,
		N_("muat daftar wilayah yang lebih baru (tanpa BERKAS: data/wilayah.csv)") },
	{ "journal check", "", 0, 0, NEEDS_PERSON, ROWS, cmd_journal_check,
		N_("periksa jurnal, tagihan, pembayaran dan laporan bank; sebutkan tiap selisih") },
	{ "journal show", "ID", 1, 1, NEEDS_PERSON, ROWS, cmd_journal_show, N_("halaman jurnal satu perkara, dengan sisanya") },
	{ "journal accounts", "HARI|BULAN", 1, 1, NEEDS_PERSON, ROWS, cmd_journal_accounts,
		N_("saldo tiap rekening bank pada akhir hari itu: buku, baris bank, rekening koran") },
	{ "journal close", "HARI|BULAN|mendadak", 1, 1, NEEDS_PERSON,
		ROWS | TAKES(OPT_BALANCE) | TAKES(OPT_CASH) | TAKES(OPT_REASON) |
		TAKES(OPT_EVIDENCE) | TAKES(OPT_CORRECTS), cmd_journal_close,
		N_("tutup buku sampai hari itu, atau Buku Induk sebulan: berita acara bernomor; mendadak: pemeriksaan kas oleh ketua") },
	{ "journal opening", "BANK SALDO [RINCIAN=RUPIAH…]", 2, SIZE_MAX, NEEDS_PERSON,
		ROWS | TAKES(OPT_PERIOD) | TAKES(OPT_REASON) |
		TAKES(OPT_EVIDENCE) | TAKES(OPT_CORRECTS), cmd_journal_opening,
		N_("saldo rekening yang dibawa dari buku kertas, dengan rinciannya: berita acara bernomor, sekali") },
	{ "journal closings", "[NOMOR]", 0, 1, NEEDS_PERSON, ROWS | TAKES(OPT_PDF), cmd_journal_closings,
		N_("berita acara penutupan: buku, bank, kas, selisih dan alasannya") },
	{ "journal know", "NOMOR", 1, 1, NEEDS_PERSON, 0, cmd_journal_know,
		N_("ketua mengetahui berita acara penutupan, panitera yang mendadak") },
	{ "kwitansi serah", "[HARI]", 0, 1, NEEDS_PERSON, 0, cmd_receipt_day,
		N_("cetak lembar serah terima kas sehari, dari kasir kepada panitera") },
	{ "kwitansi list", "", 0, 0, NEEDS_PERSON, ROWS | TAKES(OPT_PERIOD), cmd_receipt_list,
		N_("buku kwitansi: uang yang diterima dan yang dikembalikan, menurut nomornya") },
	{ "setoran list", "", 0, 0, NEEDS_PERSON, ROWS, cmd_deposit_list,
		N_("PNBP dan uang tak bertuan: diserahkan, diterima bendahara, disetor") },
	{ "setoran show", "NOMOR|pnbp|negara", 1, 1, NEEDS_PERSON, ROWS | TAKES(OPT_PDF), cmd_deposit_show,
		N_("menurut jenis dan MAP: satu penyerahan, atau yang belum diserahkan") },
	{ "setoran serah", "pnbp|negara", 1, 1, NEEDS_PERSON, 0, cmd_deposit_hand,
		N_("kasir menyerahkan semua yang terkumpul kepada bendahara penerima") },
	{ "setoran terima", "NOMOR JUMLAH", 2, 2, NEEDS_PERSON, 0, cmd_deposit_receive,
		N_("orang lain menerimanya dan menyebut jumlahnya") },
	{ "setoran setor", "NOMOR BILLING NTPN [HARI]", 3, 4, NEEDS_PERSON, 0, cmd_deposit_pay,
		N_("sudah disetor ke kas negara, dengan kode billing dan NTPN") },
	{ "audit pack", "BULAN [FOLDER]", 1, 2, NEEDS_PERSON, 0, cmd_audit_pack,
		N_("bundel pemeriksaan sebulan: buku, jurnal, rekening koran, penutupan sebagai PDF dan CSV dengan daftar SHA-256") },
	{ "audit verify", "[KODE]", 0, 1, NEEDS_PERSON, ROWS, cmd_audit_verify,
		N_("apakah yang pernah dicatat, dokumen dan surat masih seperti semula; KODE: isi kode QR satu kwitansi") },
	{ "audit key", "", 0, 0, NEEDS_PERSON, 0, cmd_audit_key,
		N_("buat kunci rantai pencatatan bila tidak ada, mis. setelah pemulihan tanpa kunci") },
	{ "worklist", "[KUNCI]", 0, 1, NEEDS_PERSON, ROWS, cmd_worklist,
		N_("uang yang menunggu panitera atau ketua: persetujuan, sisa, titipan, penutupan; dengan KUNCI: barisnya") },
	{ "book", "induk|kas|hhk|tak-bertuan|lipa-7a|jurnal [ALUR]", 1, 2, NEEDS_PERSON,
		ROWS | TAKES(OPT_PERIOD) | TAKES(OPT_PDF), cmd_book,
		N_("buku keuangan dari jurnal untuk hari, bulan atau tahun; jurnal: buku jurnal setahun satu alur; --pdf mencetaknya") },
	{ "doctor", "[disk|jam|basis-data|kunci|pekerja|antrean|pengadilan|kalender|tarif|hak|cadangan|jaringan|bank|sipp|mail|printer|pemindai|huruf|terminal] [BANK]",
		0, 2, NEEDS_NOTHING, ROWS | TAKES(OPT_DAWN), cmd_doctor,
		N_("periksa semua yang dibutuhkan loket: hijau, kuning, merah, dengan cara memperbaikinya; bank, sipp, mail: tiap mata rantainya") },
	{ "sandbox", "[-- PERINTAH…]", 0, SIZE_MAX, NEEDS_NOTHING, TAKES(OPT_PAY_AFTER), cmd_sandbox,
		N_("jalankan pekerja dan simulator bank serta SIPP, lalu PERINTAH (tanpanya: meja)") },
	{ "completion", "bash|zsh|fish", 1, 1, NEEDS_CONFIG, 0, cmd_completion,
		N_("tulis pelengkap perintah untuk shell itu") },
	{ "help", "[PERINTAH…]", 0, 2, NEEDS_NOTHING, 0, cmd_help, N_("bantuan satu perintah, atau semuanya") },
};
/* clang-format on */

static const struct call_table table = {
	.calls = calls,
	.call_count = COUNT_OF(calls),
	.options = option_rows,
	.option_count = COUNT_OF(option_rows),
	.of_all = TAKES(OPT_HELP),
	.of_person = TAKES(OPT_AS),
	.of_first = TAKES(OPT_AS) | TAKES(OPT_HELP) | TAKES(OPT_VERSION),
	.asking = TAKES(OPT_FIELDS),
};

size_t cmd_complete(const struct rulebook *book, const char *line, struct arena *a,
                    const struct choice **out)
{
	const struct cmd c = { .table = &table, .book = book, .a = a };
	return line_complete(&c, line, out);
}

bool cmd_words(const struct home *h, const char *line, struct arena *a, const char *const **out,
               struct fault *why)
{
	const struct cmd c = { .table = &table, .a = a };
	return line_words(&c, h, line, out, why);
}

/* ---- does what was given fit the row? ---- */

static bool no_such_option(const struct call *call, const char *given, struct fault *why)
{
	struct guess g = guess_start(given + strspn(given, "-"));
	for (size_t i = 0; i < OPT_COUNT; i++) {
		if ((call_options(&table, call) & TAKES(i)) != 0)
			guess_try(&g, option_rows[i].name);
	}
	if (g.best != NULL)
		return fault_set(why, FAULT_MISUSE, N_("Pilihan %1 tidak dikenal; maksudnya --%2?"),
		                 given, g.best);
	return fault_set(why, FAULT_MISUSE, N_("Pilihan %1 tidak dikenal; lihat loket %2 --help"),
	                 given, call->name);
}

static bool options_fit(const struct call *call, const struct command_line *line, struct fault *why)
{
	if (line->stray != NULL)
		return no_such_option(call, line->stray, why);
	for (size_t i = 0; i < OPT_COUNT; i++) {
		if ((line->given & TAKES(i)) != 0 && (call_options(&table, call) & TAKES(i)) == 0)
			return fault_set(
			    why, FAULT_MISUSE,
			    N_("Pilihan --%1 tidak berlaku di sini; lihat loket %2 --help"),
			    option_rows[i].name, call->name);
	}
	return true;
}

/* Where only some words may stand, it is one of them. */
static bool word_fits(const char *pattern, const char *word, struct arena *a, struct fault *why)
{
	struct text all = text_start(a);
	struct guess g = guess_start(word);
	for (const char *part; (part = pattern_next(&pattern, a)) != NULL;) {
		if (!pattern_is_literal(part) || text_same(part, word))
			return true;
		guess_try(&g, part);
		text_addf(&all, "%s%s", all.length > 0 ? ", " : "", part);
	}
	if (all.length == 0)
		return true;
	if (g.best != NULL)
		return fault_set(why, FAULT_MISUSE,
		                 N_("Tidak ada %1; maksudnya %2? Pilihannya: %3"), word, g.best,
		                 all.s);
	return fault_set(why, FAULT_MISUSE, N_("Tidak ada %1; pilihannya: %2"), word, all.s);
}

static bool words_fit(const struct call *call, const struct cmd *c, struct fault *why)
{
	if (c->word_count < call->least)
		return fault_set(why, FAULT_MISUSE, N_("Kurang: loket %1 %2"), call->name,
		                 call->words);
	if (c->word_count > call->most)
		return fault_set(why, FAULT_MISUSE,
		                 N_("Terlalu banyak kata; pemakaiannya: loket %1 %2"), call->name,
		                 call->words);
	for (size_t i = 0; i < c->word_count; i++) {
		if (!word_fits(call_word(call, i, c->a), c->words[i], c->a, why))
			return false;
	}
	return true;
}

/* ---- running one ---- */

static bool authenticate(struct cmd *c, struct fault *why)
{
	char password[256], prompt[128];
	const char *file = env_text("LOKET_PASSWORD_FILE");
	if (text_same(env_text(DESK_PASS), "1"))
		return secret_ask("", "/dev/stdin", password, sizeof password, why) &&
		       login_by_pass(c->app, password, &c->login, why);
	if (text_is_empty(c->options.as))
		return login_unix(c->app, &c->login, why);
	message_fill(_("Kata sandi %1: "), &c->options.as, 1, prompt, sizeof prompt);
	if (!secret_ask(prompt, file[0] == '\0' ? NULL : file, password, sizeof password, why))
		return false;
	bool good = login_password(c->app, c->options.as, password, &c->login, why);
	secret_wipe(password, sizeof password);
	return good;
}

/* Who owns the home's files may do without a login what only copies or reads them. */
static bool admit(const struct call *call, struct cmd *c, struct fault *why)
{
	if (call->need != NEEDS_OWNER || !text_is_empty(c->options.as) ||
	    !home_is_ours(&c->app->home))
		return authenticate(c, why);
	login_machine(c->app, "worker", &c->login);
	return true;
}

static bool run_with_person(const struct call *call, struct cmd *c, struct fault *why)
{
	struct app app;
	if (!app_open(&app, why))
		return false;
	c->app = &app;
	c->book = app.book;
	bool good = admit(call, c, why) && call->run(c, why);
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

static bool run(const struct call *call, option_set given, struct cmd *c, struct fault *why)
{
	switch (call->need) {
	case NEEDS_NOTHING:
		return call->run(c, why);
	case NEEDS_CONFIG:
		return run_with_rules(call, c, why);
	case NEEDS_OWNER:
	case NEEDS_PERSON:
		return (table.asking & given) != 0 ? run_with_rules(call, c, why)
		                                   : run_with_person(call, c, why);
	}
	return false;
}

static bool run_call(const struct call *call, const struct command_line *line, struct cmd *c,
                     struct fault *why)
{
	size_t used = strchr(call->name, ' ') == NULL ? 1 : 2;
	c->words = line->words + used;
	c->word_count = line->word_count - used;
	return options_fit(call, line, why) && words_fit(call, c, why) &&
	       run(call, line->given, c, why);
}

static bool version(void)
{
	out_text("loket " LOKET_VERSION "\nSQLite ");
	output_line(service_engine());
	return true;
}

static bool run_line(const struct command_line *line, struct cmd *c, struct fault *why)
{
	c->options = line->options;
	if (line->options.version)
		return version();
	if (line->options.help || line->word_count == 0) {
		c->words = line->words;
		c->word_count = line->word_count;
		return line->stray == NULL
		           ? cmd_help(c, why)
		           : fault_set(why, FAULT_MISUSE,
		                       N_("Pilihan %1 tidak dikenal; lihat loket --help"),
		                       line->stray);
	}
	const struct call *call = call_find(&table, line->words, line->word_count, c->a, why);
	return call != NULL && run_call(call, line, c, why);
}

int cmd_run(int argc, char **argv)
{
	struct fault why = { 0 };
	struct arena a = arena_start(1024 * MIB);
	struct cmd c = { .a = &a, .table = &table };
	struct command_line line;
	progress_watch(progress_show);
	lock_watch(waiting_show);
	bool good = command_line_read(&table, argc, argv, &a, &line, &why) &&
	            run_line(&line, &c, &why);
	arena_drop(&a);
	err_text(""); /* no progress is left standing */
	/* a command that has printed its faults itself returns only the kind */
	return good ? c.code : why.text == NULL ? (int)why.kind : cmd_say(&why);
}
