/* The connection: opened, settings, the lock around every write, refusals said in words. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

enum {
	BUSY_MILLISECONDS = 5000, /* for tools that write without our lock */
	WAL_PAGES_AT_MOST =
	    16 * 1024, /* 64 MiB: beyond, whoever commits folds it back (no worker runs) */
};

/* ---- what SQLite says, said to people ---- */

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
	{ "journal_append_only",
	  N_("Jurnal yang sudah ditutup tidak dapat diubah; buat jurnal balik") },
	{ "journal_sums_to_zero", N_("Jurnal tidak seimbang: jumlah debit dan kredit harus sama") },
	{ "journal_amount", N_("Baris jurnal bernilai nol tidak dicatat") },
	{ "journal_day_closed",
	  N_("Hari itu sudah ditutup di jurnal; bukukan pada hari yang masih terbuka") },
	{ "panjar_not_below_zero", N_("Sisa panjar tidak dapat kurang dari nol") },
	{ "payment_settled_once", N_("Pembayaran itu sudah diputus; tidak dapat diubah lagi") },
	{ "closed_stays",
	  N_("Hari itu sudah ditutup; penutupan tidak dapat diulang atau dibatalkan") },
	{ "closed_difference", N_("Saldo buku dan bank berselisih; tulis alasan selisihnya") },
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

/* ---- opening ---- */

static int wal_grew(void *store, sqlite3 *db, const char *name, int pages)
{
	(void)db;
	(void)name;
	((struct store *)store)->wal_pages = pages;
	return SQLITE_OK;
}

static bool settings(struct store *s, struct fault *why)
{
	sqlite3_extended_result_codes(s->db, 1);
	int code = sqlite3_busy_timeout(s->db, BUSY_MILLISECONDS);
	if (code == SQLITE_OK)
		code = sqlite3_db_config(s->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, (int *)NULL);
	if (code == SQLITE_OK)
		code = sqlite3_db_config(s->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)NULL);
	if (code == SQLITE_OK)
		code = sqlite3_db_config(s->db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
	if (code != SQLITE_OK)
		return db_fault(s, code, why);
	sqlite3_wal_hook(s->db, wal_grew,
	                 s); /* instead of the automatic checkpoint, which is a hook too */
	return run_plain(s, SQL_db_full, why) && run_plain(s, SQL_db_cache, why) &&
	       run_plain(s, SQL_db_temp, why);
}

/* For the process and before its first connection; at later ones SQLite says no, and has them. */
static void process_settings(void)
{
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD); /* as our programs are: no lock at each call */
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); /* no sum that nobody asks for */
}

/* SQLite would make it readable for all, and gives the WAL the rights of the file. */
static bool make_file(const struct store *s, struct fault *why)
{
	lock_take(s->lock);
	bool good = file_exists(s->path) || file_write(s->path, "", 0, 0600, why);
	lock_leave(s->lock);
	return good;
}

static bool open_file(struct store *s, bool create, struct fault *why)
{
	if (create && !make_file(s, why))
		return false;
	process_settings();
	int code = sqlite3_open_v2(s->path, &s->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
	                           NULL);
	if (code != SQLITE_OK)
		return db_fault(s, code, why);
	return settings(s, why);
}

bool store_is_there(const struct home *h, struct fault *why)
{
	char path[sizeof((struct store *)NULL)->path];
	snprintf(path, sizeof path, "%s/loket.db", h->path);
	return file_exists(path) ||
	       fault_set(why, FAULT_MISUSE,
	                 N_("Belum ada basis data %1; jalankan dahulu: loket init"), path);
}

bool store_open(const struct home *h, bool create, struct store **out, struct fault *why)
{
	*out = NULL;
	if (!home_is_local(h, why) || (!create && !store_is_there(h, why)))
		return false;
	struct store *s = calloc(1, sizeof *s);
	if (s == NULL)
		return fault_set(why, FAULT_OUTSIDE,
		                 N_("Memori tidak cukup untuk membuka basis data"));
	s->lock = -1;
	snprintf(s->path, sizeof s->path, "%s/loket.db", h->path);
	char lock[sizeof s->path];
	snprintf(lock, sizeof lock, "%s/loket.lock", h->path);

	bool good = lock_open(lock, &s->lock, why) && open_file(s, create, why) &&
	            migrate(s, create, why);
	if (!good)
		store_close(&s);
	*out = s;
	return good;
}

void store_close(struct store **s)
{
	if (*s == NULL)
		return;
	if ((*s)->writing)
		store_rollback(*s);
	for (int i = 0; i < SQL_COUNT; i++)
		sqlite3_finalize((*s)->kept[i]);
	int code = sqlite3_close((*s)->db);
	assert(code == SQLITE_OK);
	(void)code;
	if ((*s)->lock >= 0)
		close((*s)->lock);
	free(*s);
	*s = NULL;
}

const char *store_version(void)
{
	return sqlite3_libversion();
}

int64_t store_data_version(struct store *s)
{
	struct fault why;
	struct query q = query_of(s, SQL_db_data_version);
	int64_t version = query_next(&q) ? take_number(&q) : 0;
	return query_end(&q, &why) ? version : 0;
}

/* ---- transactions ---- */

static bool checkpoint_locked(struct store *s, struct fault *why)
{
	int code = sqlite3_wal_checkpoint_v2(s->db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
	/* readers of an old picture keep part of it back: the next one takes that along */
	if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY)
		return db_fault(s, code, why);
	s->wal_pages = 0;
	return true;
}

static void leave_lock(struct store *s)
{
	s->writing = false;
	lock_leave(s->lock);
}

bool store_begin(struct store *s, struct fault *why)
{
	assert(!s->writing);
	lock_take(s->lock);
	s->writing = true;
	if (run_plain(s, SQL_db_begin, why))
		return true;
	leave_lock(s);
	return false;
}

bool store_commit(struct store *s, struct fault *why)
{
	assert(s->writing);
	if (!run_plain(s, SQL_db_commit, why)) {
		store_rollback(s);
		return false;
	}
	/* What was committed stays committed, whatever becomes of the folding. */
	struct fault folding;
	if (s->wal_pages > WAL_PAGES_AT_MOST && !checkpoint_locked(s, &folding))
		log_fault("checkpoint", &folding);
	leave_lock(s);
	return true;
}

void store_rollback(struct store *s)
{
	assert(s->writing);
	struct fault why;
	/* SQLite has rolled back by itself after a full disk or an I/O error */
	if (!sqlite3_get_autocommit(s->db) && !run_plain(s, SQL_db_rollback, &why))
		log_fault("rollback", &why);
	leave_lock(s);
}

bool store_savepoint(struct store *s, struct fault *why)
{
	assert(s->writing);
	return run_plain(s, SQL_db_savepoint, why);
}

void store_release(struct store *s, bool keep)
{
	struct fault why;
	if (sqlite3_get_autocommit(
	        s->db)) /* a full disk undid the whole transaction, marks and all */
		return;
	if ((!keep && !run_plain(s, SQL_db_rollback_to, &why)) ||
	    !run_plain(s, SQL_db_release, &why))
		log_fault("unmark", &why);
}

bool write_enter(struct store *s, bool *own, struct fault *why)
{
	*own = !s->writing;
	return !*own || store_begin(s, why);
}

bool write_leave(struct store *s, bool own, bool good, struct fault *why)
{
	if (!own)
		return good;
	if (good)
		return store_commit(s, why);
	store_rollback(s);
	return false;
}

bool read_enter(struct store *s, bool *own, struct fault *why)
{
	*own = sqlite3_get_autocommit(s->db) != 0;
	return !*own || run_plain(s, SQL_db_begin_reading, why);
}

bool read_leave(struct store *s, bool own, bool good, struct fault *why)
{
	if (!own)
		return good;
	struct fault ending;
	bool ended = run_plain(s, SQL_db_commit, good ? why : &ending);
	return good && ended;
}

bool store_checkpoint(struct store *s, struct fault *why)
{
	assert(!s->writing);
	lock_take(s->lock);
	bool good = checkpoint_locked(s, why);
	lock_leave(s->lock);
	return good;
}

/* ---- is all well? ---- */

bool store_check(struct store *s, struct fault *why)
{
	struct arena a = arena_start(MIB);
	struct query q = query_of(s, SQL_db_integrity);
	const char *found = query_next(&q) ? take_text(&q, &a) : "";
	bool good = query_end(&q, why);
	if (good && !text_same(found, "ok"))
		good = fault_set(why, FAULT_OUTSIDE,
		                 N_("Basis data %1 rusak (%2); pulihkan dari cadangan"), s->path,
		                 found);
	if (good) {
		q = query_of(s, SQL_db_foreign);
		bool orphan = query_next(&q);
		found = orphan ? take_text(&q, &a) : "";
		good = query_end(&q, why);
		if (good && orphan)
			good = fault_set(
			    why, FAULT_OUTSIDE,
			    N_("Tabel %1 menunjuk baris yang tidak ada; pulihkan dari cadangan"),
			    found);
	}
	arena_drop(&a);
	return good;
}
