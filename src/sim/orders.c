/* The commands beside `serve`: they reach a running server through its database. */
#include <string.h>
#include <time.h>

#include "loket/list.h"

#include "private.h"

#define MOST_WAIT_MS 3000

/* ---- fail ---- */

/* A port is closed as a whole; mishaps of notices apply to nothing else. */
static void order(sqlite3 *db, const struct sim_options *o, const char *call, struct arena *a)
{
	keep_run(db, "INSERT INTO mishap(call, kind, times, seconds) VALUES(?, ?, ?, ?)", call,
	         o->words[1], number_text(a, o->times), number_text(a, o->seconds), NULL);
}

static bool is_sipp(const char *call)
{
	return text_starts(call, sipp_trade.name);
}

static void order_all(sqlite3 *db, const struct sim_options *o, unsigned place, struct arena *a)
{
	const char *call = o->words[0];
	bool all = strcmp(call, "all") == 0;
	if (place == IN_NOTICE) {
		order(db, o, "notify", a);
	} else if (place & (IN_ANSWER | IN_NOTICE)) {
		order(db, o, call, a);
	} else {
		if (all || !is_sipp(call))
			order(db, o, bank_trade.name, a);
		if (all || is_sipp(call))
			order(db, o, sipp_trade.name, a);
	}
}

/* A closed port counts from when the server has closed it: wait for that. */
static void await_shut(sqlite3 *db)
{
	const struct timespec pause = { .tv_nsec = 10 * 1000 * 1000 };
	for (int64_t until = clock_steady() + MOST_WAIT_MS; clock_steady() < until;) {
		if (keep_one(db, "SELECT count(*) FROM mishap WHERE kind = 'refuse'", NULL) == 0)
			return;
		nanosleep(&pause, NULL);
	}
}

bool sim_fail(const struct sim_options *o, struct fault *why)
{
	const char *call = o->words[0];
	const struct mishap *m = mishap_named(o->words[1]);
	sqlite3 *db;
	if (!mishap_call_is(call))
		return fault_set(why, FAULT_MISUSE,
		                 N_("Panggilan %1 tidak dikenal; lihat loket-sim(1)"), call);
	if (m == NULL)
		return fault_set(why, FAULT_MISUSE,
		                 N_("Gangguan %1 tidak dikenal; lihat loket-sim(1)"), o->words[1]);
	unsigned place = strcmp(call, "notify") == 0 ? IN_NOTICE : IN_ANSWER | AT_DOOR;
	bool fits = (m->place & place) && !(m->said != NULL && is_sipp(call));
	if (!fits && strcmp(call, "all") != 0)
		return fault_set(why, FAULT_MISUSE, N_("Gangguan %1 tidak berlaku untuk %2"),
		                 o->words[1], call);
	if (!keep_open(o->home, &db, why))
		return false;
	struct arena a = arena_start(64 * KIB);
	order_all(db, o, m->place, &a);
	if (m->place == AT_DOOR)
		await_shut(db);
	arena_drop(&a);
	sqlite3_close(db);
	return true;
}

/* ---- show ---- */

static const struct table_query {
	const char *name, *sql;
} tables[] = {
	{ "bank", "SELECT digits AS nomor_va, trx AS trx_id, name AS nama, amount AS jumlah,"
	          " expires AS kedaluwarsa, CASE WHEN (SELECT count(*) FROM payment p"
	          " WHERE p.trx = account.trx) > 0 THEN 'lunas' WHEN deleted THEN 'dihapus'"
	          " ELSE 'terbuka' END AS keadaan,"
	          " (SELECT count(*) FROM payment p WHERE p.trx = account.trx) AS pembayaran"
	          " FROM account ORDER BY id" },
	{ "payments",
	  "SELECT request AS payment_request_id, digits AS nomor_va, trx AS trx_id,"
	  " amount AS jumlah, reference AS referensi, notice AS pemberitahuan, tries AS percobaan,"
	  " answer AS jawaban FROM payment ORDER BY id" },
	{ "sipp", "SELECT perkara_id, nomor_register, nomor_perkara, jenis_perkara_nama,"
	          " tanggal_pendaftaran, jumlah_skum, nomor_va,"
	          " (SELECT count(*) FROM pihak p WHERE p.perkara_id = perkara.perkara_id) AS pihak"
	          " FROM perkara ORDER BY perkara_id" },
	{ "relaas",
	  "SELECT id, nomor_perkara, pihak, kedudukan, jurusita, tanggal_relaas, ket_temu,"
	  " no_resi_pos, tanggal_jursit_pos, status_pos, dokumen, ket_hasil_relaas"
	  " FROM relaas ORDER BY id" },
	{ "faults", "SELECT call, kind, times, seconds FROM mishap ORDER BY id" },
};

static void cell(struct text *t, const char *s, bool last)
{
	text_add_plain(t, s);
	text_add(t, last ? "\n" : "\t");
}

/* A line of names, then a line a row; tabs between. */
static void table_print(sqlite3 *db, const struct table_query *of)
{
	struct arena a = arena_start(64 * MIB);
	struct text t = text_start(&a);
	sqlite3_stmt *s = keep_ask(db, of->sql, NULL);
	int columns = sqlite3_column_count(s);
	for (int i = 0; i < columns; i++)
		cell(&t, sqlite3_column_name(s, i), i + 1 == columns);
	while (keep_next(&s)) {
		for (int i = 0; i < columns; i++)
			cell(&t, keep_text(s, i, &a), i + 1 == columns);
	}
	out_text(t.s);
	arena_drop(&a);
}

bool sim_show(const struct sim_options *o, struct fault *why)
{
	sqlite3 *db;
	for (size_t i = 0; i < COUNT_OF(tables); i++) {
		if (strcmp(tables[i].name, o->words[0]) != 0)
			continue;
		if (!keep_open(o->home, &db, why))
			return false;
		table_print(db, &tables[i]);
		sqlite3_close(db);
		return true;
	}
	return fault_set(why, FAULT_MISUSE, N_("Tabel %1 tidak ada; lihat loket-sim(1)"),
	                 o->words[0]);
}
