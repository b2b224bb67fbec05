/* What SQLite refuses, in words for people. */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

/* By the constraint's name or the columns it watches, as they end SQLite's message. */
static const struct {
	const char *rule, *text;
} refusals[] = {
	{ "va.filing",
	  N_("Pendaftaran ini masih mempunyai nomor virtual account yang berlaku; batalkan dahulu yang lama") },
	{ "va.customer_no",
	  N_("Nomor pelanggan virtual account itu sudah dipakai; ulangi penerbitannya") },
	{ "va_amount", N_("Nominal virtual account harus lebih dari nol; periksa e-SKUM") },
	{ "filing.reg",
	  N_("Nomor pendaftaran itu sudah dipakai; simpan sekali lagi untuk mendapat nomor baru") },
	{ "filing.id", N_("Pendaftaran itu sudah ada; muat ulang lalu periksa") },
	{ "skum.number", N_("Nomor e-SKUM itu sudah dipakai; terbitkan sekali lagi") },
	{ "skum.filing, skum.round", N_("e-SKUM itu sudah terbit; muat ulang perkara") },
	{ "skum_total", N_("Jumlah e-SKUM tidak boleh kurang dari nol; periksa tarif") },
	{ "payment.id", N_("Pembayaran itu sudah tercatat") },
	{ "payment_amount", N_("Jumlah pembayaran harus lebih dari nol") },
	{ "case_number.number",
	  N_("Nomor perkara itu sudah dipakai perkara lain; periksa di SIPP") },
	{ "case_number.sipp_id",
	  N_("Perkara SIPP itu sudah terhubung dengan pendaftaran lain; periksa di SIPP") },
	{ "case_number_once", N_("Nomor perkara yang sudah ada tidak dapat diubah") },
	{ "verdict.filing, verdict.round", N_("Verifikasi itu sudah dicatat; muat ulang perkara") },
	{ "event.command", N_("Perintah itu sudah dikerjakan; muat ulang perkara") },
	{ "event_append_only", N_("Riwayat tidak dapat diubah atau dihapus") },
	{ "chain_append_only", N_("Rantai pencatatan tidak dapat diubah atau dihapus") },
	{ "paper_stays", N_("Catatan surat yang sudah dicetak tidak berubah lagi") },
	{ "user_log_append_only", N_("Riwayat pengguna tidak dapat diubah atau dihapus") },
	{ "journal_append_only",
	  N_("Jurnal yang sudah ditutup tidak dapat diubah; buat jurnal balik") },
	{ "journal_sums_to_zero", N_("Jurnal tidak seimbang: jumlah debit dan kredit harus sama") },
	{ "journal_amount", N_("Baris jurnal bernilai nol tidak dicatat") },
	{ "journal_day_closed",
	  N_("Hari itu sudah ditutup di jurnal; bukukan pada hari yang masih terbuka") },
	{ "panjar_not_below_zero", N_("Sisa panjar tidak dapat kurang dari nol") },
	{ "payment_settled_once", N_("Pembayaran itu sudah diputus; tidak dapat diubah lagi") },
	{ "payout.instrument",
	  N_("Instrumen itu sudah dipakai untuk pengeluaran lain; setiap pengeluaran punya "
	     "instrumennya sendiri") },
	{ "payout.payment", N_("Titipan itu sudah disiapkan; menunggu panitera") },
	{ "payout_two_people",
	  N_("Yang menyiapkan tidak dapat menyetujui; itu pekerjaan orang lain") },
	{ "payout_stays",
	  N_("Pengeluaran yang sudah disiapkan tidak berubah; tolak, lalu siapkan lagi") },
	{ "journal_entry.reverses", N_("Ayat itu sudah dikoreksi; muat ulang jurnalnya") },
	{ "journal_mirror",
	  N_("Koreksi membalik seluruh ayat yang disebutnya, pada perkara yang sama") },
	{ "receipt_stays", N_("Kwitansi yang sudah bernomor tidak berubah") },
	{ "deposit.ntpn", N_("NTPN itu sudah dipakai untuk setoran lain") },
	{ "deposit_billing", N_("Kode billing itu sudah dipakai untuk setoran lain") },
	{ "deposit_two_people",
	  N_("Yang menyerahkan tidak dapat menerima; itu pekerjaan orang lain") },
	{ "deposit_stays", N_("Penyerahan ke negara tidak berubah lagi") },
	{ "closing_stays",
	  N_("Hari itu sudah ditutup; penutupan tidak dapat diulang atau dibatalkan") },
	{ "opening_first",
	  N_("Rekening itu sudah mempunyai jurnal: saldo awal dicatat sekali, sebelum yang lain; yang "
	     "keliru diperbaiki dengan berita acara baru") },
	{ "closed_stays", N_("Laporan bulan yang sudah ditutup tidak berubah lagi") },
	{ "closing_difference", N_("Saldo buku dan bank berselisih; tulis alasan selisihnya") },
	{ "closing_known",
	  N_("Yang menutup tidak dapat sekaligus mengetahui; itu pekerjaan ketua") },
	{ "explanation_two_people",
	  N_("Baris yang hanya menurut berkas, dan uang keluar, disetujui orang kedua") },
	{ "explanation.bank, explanation.key",
	  N_("Baris bank itu sudah dijelaskan; muat ulang rekonsiliasi") },
	{ "explanation.entry, explanation.bank",
	  N_("Jurnal itu sudah dicocokkan dengan baris bank yang lain") },
	{ "explanation_stays",
	  N_("Penjelasan yang sudah sah tidak berubah; yang keliru dibetulkan dengan jurnal balik") },
	{ "statement_source_stays", N_("Yang dibaca dari bank tidak berubah lagi") },
	{ "user.unix_account", N_("Akun Unix itu sudah dipasangkan dengan pengguna lain") },
};

/* Troubles outside of us, by SQLite's primary code; %1 is the file, %2 SQLite's own words. */
static const struct {
	int code;
	const char *text;
} troubles[] = {
	{ SQLITE_BUSY,
	  N_("Basis data %1 sedang dipakai program lain; tutup program itu atau coba lagi") },
	{ SQLITE_LOCKED, N_("Basis data %1 sedang dipakai; coba lagi") },
	{ SQLITE_FULL, N_("Disk penuh: %1 tidak dapat ditulis. Kosongkan ruang lalu ulangi") },
	{ SQLITE_READONLY,
	  N_("Basis data %1 hanya dapat dibaca; periksa hak akses berkas dan foldernya") },
	{ SQLITE_CANTOPEN,
	  N_("Basis data %1 tidak dapat dibuka; periksa apakah ada dan hak aksesnya") },
	{ SQLITE_PERM, N_("Basis data %1 tidak boleh dibuka oleh akun ini; periksa hak aksesnya") },
	{ SQLITE_IOERR, N_("Disk bermasalah saat memakai %1 (%2); periksa disk lalu ulangi") },
	{ SQLITE_CORRUPT, N_("Basis data %1 rusak (%2); pulihkan dari cadangan") },
	{ SQLITE_NOTADB,
	  N_("Berkas %1 bukan basis data Loket; pindahkan atau pulihkan dari cadangan") },
};

static bool ends_with(const char *s, const char *end)
{
	size_t length = strlen(s), tail = strlen(end);
	return length >= tail && strcmp(s + length - tail, end) == 0;
}

bool db_fault(const struct store *s, int code, struct fault *why)
{
	const char *message = sqlite3_errmsg(s->db);
	if ((code & 0xff) == SQLITE_CONSTRAINT) {
		for (size_t i = 0; i < COUNT_OF(refusals); i++)
			if (ends_with(message, refusals[i].rule))
				return fault_set(why, FAULT_REFUSED, refusals[i].text);
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Basis data menolak perubahan itu (%1); muat ulang lalu ulangi"), message);
	}
	for (size_t i = 0; i < COUNT_OF(troubles); i++)
		if ((code & 0xff) == troubles[i].code)
			return fault_set(why, FAULT_OUTSIDE, troubles[i].text, s->path, message);
	return fault_set(why, FAULT_OUTSIDE,
	                 N_("Basis data %1 gagal dipakai: %2. Coba lagi; bila tetap, periksa log"),
	                 s->path, message);
}
