/* Checks of the data home: its disk, clock, database, locks, worker, queue, rights and backups. */
#include <stdlib.h>
#include <string.h>

#include "loket/court.h"
#include "loket/shown.h"
#include "loket/store/checkup.h"
#include "loket/store/lists.h"
#include "loket/store/outbox.h"
#include "loket/text.h"

#include "doctor.h"
#include "private.h"

enum {
	PERCENT_LOW = 10,
	PERCENT_OUT = 2,
	LOCK_PATIENCE_MS = 300,
	LOCK_LONG_MS = 30000,
	HOUR_MS = 60 * MINUTE_MS,
	STUCK_MS = 10 * MINUTE_MS,
	DAY_HOURS_AND_SOME = 26,
	DAYS_WITHOUT = 72, /* hours */
	NOTE_ROOM = 4096,
	OTHERS = 077,
	OTHERS_WRITE = 022
};
#define GIB ((int64_t)1024 * 1024 * 1024)

static const struct zone utc = { "UTC", 0 };

static const char *number(const struct checking *d, int64_t n)
{
	return arena_print(d->a, "%lld", (long long)n);
}

static const char *when(const struct checking *d, instant at)
{
	char said[64];
	instant_show(at, d->open ? &d->app.book->court.zone : &utc, said, sizeof said);
	return arena_text(d->a, said);
}

void check_disk(struct checking *d)
{
	struct disk_room room;
	if (!disk_room(d->home.path, &room) || room.all == 0) {
		doctor_say(d, CHECKUP_RED, N_("folder data %1 tidak ada"),
		           (const char *const[DOCTOR_WORDS]){ d->home.path });
		return;
	}
	int64_t percent = room.free * 100 / room.all, tenths = room.free * 10 / GIB;
	const char *const words[DOCTOR_WORDS] = {
		arena_print(d->a, "%lld.%lld", (long long)(tenths / 10), (long long)(tenths % 10)),
		number(d, percent), d->home.path
	};
	bool out = percent < PERCENT_OUT || room.free < GIB / 4;
	bool low = percent < PERCENT_LOW || room.free < 2 * GIB;
	doctor_say(d,
	           out   ? CHECKUP_RED
	           : low ? CHECKUP_YELLOW
	                 : CHECKUP_GREEN,
	           N_("sisa %1 GiB (%2 persen) di %3"), words);
}

void check_clock(struct checking *d)
{
	struct board board;
	struct fault why;
	const struct rulebook *b = d->app.book;
	instant now = clock_now();
	if (!board_read(d->app.store, b, now, d->a, &board, &why)) {
		doctor_fault(d, CHECKUP_RED, &why);
		return;
	}
	enum clock_doubt doubt = clock_doubted(b, now, board.newest);
	const struct link_state *const links[] = { &board.bank, &board.sipp };
	static const char *const names[] = { "bank", "SIPP" };
	if (doubt != CLOCK_GOOD)
		doctor_say(d, CHECKUP_RED, clock_words(doubt),
		           (const char *const[DOCTOR_WORDS]){
		               when(d, now),
		               board.newest == INSTANT_NONE ? "" : when(d, board.newest) });
	else
		doctor_say(d, CHECKUP_GREEN, N_("%1, sejalan dengan catatan terakhir"),
		           (const char *const[DOCTOR_WORDS]){ when(d, now) });
	for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
		if (clock_is_apart(b, links[i]->apart))
			doctor_say(d, CHECKUP_RED, N_("selisih %1 menit dengan jam %2"),
			           (const char *const[DOCTOR_WORDS]){
			               number(d, links[i]->apart / MINUTE_MS), names[i] });
	}
}

void check_database(struct checking *d)
{
	struct fault why;
	if (!d->open)
		doctor_row(d, CHECKUP_RED, "", fault_text(d->a, &d->shut),
		           N_("kerjakan yang dikatakan itu, lalu periksa lagi"));
	else if (!store_quick_check(d->app.store, &why) || !store_schema_check(d->app.store, &why))
		doctor_fault(d, CHECKUP_RED, &why);
	else
		doctor_say(d, CHECKUP_GREEN, N_("halaman utuh, edisi %1, skema buatan program ini"),
		           (const char *const[DOCTOR_WORDS]){ number(d, store_edition()) });
}

void check_locks(struct checking *d)
{
	int lock;
	struct fault why;
	struct lock_holder holder;
	if (!d->open)
		return; /* said by the database; a lock is not made for a home that is none */
	if (!lock_open(home_file(&d->home, "loket.lock", d->a), &lock, &why)) {
		doctor_fault(d, CHECKUP_RED, &why);
		return;
	}
	if (lock_within(lock, LOCK_PATIENCE_MS)) {
		lock_leave(lock);
		doctor_say(d, CHECKUP_GREEN, N_("tidak ada yang menahan penulisan"),
		           (const char *const[DOCTOR_WORDS]){ "" });
	} else if (lock_holder(lock, &holder)) {
		bool long_held = holder.since != 0 && clock_now() - holder.since > LOCK_LONG_MS;
		doctor_say(d, long_held ? CHECKUP_RED : CHECKUP_YELLOW,
		           holder.since == 0 ? N_("ditahan %1") : N_("ditahan %1 sejak %2"),
		           (const char *const[DOCTOR_WORDS]){
		               holder_words(&holder, d->a),
		               holder.since == 0 ? "" : when(d, holder.since) });
	} else {
		doctor_say(d, CHECKUP_YELLOW, N_("ditahan proses yang tidak dikenal"),
		           (const char *const[DOCTOR_WORDS]){ "" });
	}
	lock_close(lock);
}

void check_worker(struct checking *d)
{
	struct heart heart;
	enum heart_state state = heart_look(&d->home, &heart);
	const char *const words[DOCTOR_WORDS] = { number(d, heart.pid),
		                                  state == HEART_STILL ? "" : when(d, heart.since),
		                                  number(d, (clock_steady() - heart.beat) / 1000) };
	if (state == HEART_STILL)
		doctor_say(d, CHECKUP_RED, N_("loketd tidak berjalan"), words);
	else if (state == HEART_HANGS)
		doctor_say(d, CHECKUP_RED,
		           N_("loketd (proses %1) tidak bergerak selama %3 detik; lihat lognya, "
		              "hentikan dan jalankan lagi"),
		           words);
	else if (heart.deaf)
		doctor_say(d, CHECKUP_RED,
		           N_("loketd (proses %1) tidak mendengar panggilan bank; sebabnya di "
		              "lognya"),
		           words);
	else
		doctor_say(d, CHECKUP_GREEN, N_("loketd (proses %1) berjalan sejak %2"), words);
}

void check_queue(struct checking *d)
{
	struct outbox_list list;
	struct fault why;
	int64_t dead = 0, stuck = 0, all = 0;
	const struct outbox_row *first = NULL;
	if (!outbox_read(d->app.store, NULL, d->a, &list, &why)) {
		doctor_fault(d, CHECKUP_RED, &why);
		return;
	}
	for (size_t i = 0; i < list.count; i++) {
		const struct outbox_row *row = &list.items[i];
		bool over = text_same(row->state, "dead");
		bool late = !over && clock_now() - row->made > STUCK_MS;
		dead += over;
		stuck += late;
		all++;
		if (first == NULL && (over || late))
			first = row;
	}
	const char *const words[DOCTOR_WORDS] = {
		number(d, dead + stuck), first == NULL ? "" : when(d, first->made),
		first == NULL ? "" : message_in_language(first->error)
	};
	if (dead > 0)
		doctor_say(d, CHECKUP_RED,
		           N_("%1 pesan tidak terkirim atau macet, yang tertua sejak %2: %3"),
		           words);
	else if (stuck > 0)
		doctor_say(d, CHECKUP_YELLOW,
		           N_("%1 pesan menunggu lama, yang tertua sejak %2: %3"), words);
	else
		doctor_say(d, CHECKUP_GREEN, N_("%1 pesan sedang dikirim"),
		           (const char *const[DOCTOR_WORDS]){ number(d, all) });
}

/* ---- rights ---- */

static bool mode_told(struct checking *d, const char *name, int forbidden, const char *right)
{
	const char *path = text_is_empty(name) ? d->home.path : home_file(&d->home, name, d->a);
	int mode = file_mode(path);
	if (mode < 0 || (mode & forbidden) == 0)
		return true;
	char said[700];
	message_fill(forbidden == OTHERS ? N_("%1 dapat dibuka akun lain")
	                                 : N_("%1 dapat diubah akun lain"),
	             (const char *const[]){ path }, 1, said, sizeof said);
	doctor_row(d, CHECKUP_RED, "", said, arena_print(d->a, "chmod %s %s", right, path));
	return false;
}

/* What is public anyway: rantai.pub, bank-public.pem. */
static bool is_public(const char *name)
{
	return strstr(name, ".pub") != NULL || strstr(name, "public") != NULL;
}

static bool folder_told(struct checking *d, const char *name, int forbidden, const char *right)
{
	struct folder all;
	struct fault why;
	bool good = true;
	if (!folder_read(home_file(&d->home, name, d->a), d->a, &all, &why))
		return true; /* there is none */
	for (size_t i = 0; i < all.count; i++) {
		const char *path = arena_print(d->a, "%s/%s", name, all.items[i].name);
		bool open = forbidden == OTHERS && is_public(all.items[i].name);
		good = (open || mode_told(d, path, forbidden, right)) && good;
	}
	return good;
}

void check_rights(struct checking *d)
{
	static const struct {
		const char *name;
		int forbidden;
		const char *right;
		bool within;
	} places[] = {
		{ "", OTHERS, "700", false },           { "loket.db", OTHERS, "600", false },
		{ "keys", OTHERS, "700", false },       { "keys", OTHERS, "go-rwx", true },
		{ "data", OTHERS_WRITE, "go-w", true }, { "forms", OTHERS_WRITE, "go-w", true },
		{ "berkas", OTHERS, "700", false },     { "cetak", OTHERS, "700", false },
	};
	bool good = true;
	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		good = (places[i].within
		            ? folder_told(d, places[i].name, places[i].forbidden, places[i].right)
		            : mode_told(d, places[i].name, places[i].forbidden, places[i].right)) &&
		       good;
	if (good)
		doctor_say(d, CHECKUP_GREEN,
		           N_("folder data, basis data dan kunci hanya bagi pemiliknya"),
		           (const char *const[DOCTOR_WORDS]){ "" });
}

/* ---- backups ---- */

/* "1795996800000 0 /backup/loket-20261130-040000": when, documents lacking, where. */
bool backup_note(const struct app *p, const struct backup *b, struct arena *a, struct fault *why)
{
	const char *note = arena_print(a, "%lld %zu %s\n", (long long)b->facts.made, b->lost,
	                               b->path);
	return file_write(home_file(&p->home, BACKUP_NOTE, a), note, strlen(note), 0600, why);
}

void check_backup(struct checking *d)
{
	struct bytes note;
	struct fault why;
	const char *path = home_file(&d->home, BACKUP_NOTE, d->a);
	if (!file_exists(path) || !file_read(path, NOTE_ROOM, d->a, &note, &why)) {
		doctor_say(d, CHECKUP_RED, N_("belum pernah dibuat"),
		           (const char *const[DOCTOR_WORDS]){ "" });
		return;
	}
	char *at = (char *)note.data;
	instant made = strtoll(at, &at, 10);
	long long lost = strtoll(at, &at, 10);
	at += strspn(at, " ");
	at[strcspn(at, "\n")] = '\0';
	int64_t hours = (clock_now() - made) / HOUR_MS;
	const char *const words[DOCTOR_WORDS] = { at, when(d, made), number(d, lost) };
	if (!file_exists(arena_print(d->a, "%s/%s", at, BACKUP_FACTS)))
		doctor_say(d, CHECKUP_RED, N_("yang terakhir (%2) tidak lagi ada di %1"), words);
	else if (hours > DAYS_WITHOUT)
		doctor_say(d, CHECKUP_RED, N_("yang terakhir dari %2, di %1; sudah lama"), words);
	else if (lost > 0)
		doctor_say(d, CHECKUP_RED, N_("%1 dari %2: %3 dokumen hilang dari folder data"),
		           words);
	else if (hours > DAY_HOURS_AND_SOME)
		doctor_say(d, CHECKUP_YELLOW, N_("yang terakhir dari %2, di %1"), words);
	else
		doctor_say(d, CHECKUP_GREEN, N_("dari %2, sudah dicoba dipulihkan, di %1"), words);
}
