/* Opening what every call needs: the home, the rulebook, the store. */
#include <malloc.h>

#include "loket/config.h"
#include "loket/list.h"
#include "loket/store/data.h"
#include "loket/text.h"

#include "private.h"

/* The stamp is taken first: a file that changes meanwhile is read again, and a faulty one is tried
 * and reported once, not at every look (screens hold pointers into the old book, so its arena only
 * grows). */
static bool read_book(struct app *p, struct fault *why)
{
	struct rulebook *book;
	p->book_stamp = config_stamp(&p->home);
	if (!config_load(&p->home, &p->config_arena, &book, why))
		return false;
	p->book = book;
	return true;
}

static bool home_ready(struct app *p, struct fault *why)
{
	*p = (struct app){ .config_arena = arena_start(256 * MIB),
		           .paper = { .in = -1, .out = -1 } };
	villages_open(p);
	return home_find(&p->home, why) && home_guard(&p->home, why) &&
	       home_is_local(&p->home, why);
}

bool app_greet(struct app *p, struct fault *why)
{
	struct rulebook *book;
	if (home_ready(p, why) && store_is_there(&p->home, why) &&
	    config_greet(&p->home, &p->config_arena, &book, why)) {
		p->book = book;
		return true;
	}
	app_close(p);
	return false;
}

/* The stamp in the store is that of a load by the schemas: changes_note() is only told of those. */
static bool read_book_again(struct app *p, struct fault *why)
{
	struct data_stamp read;
	struct rulebook *book;
	if (!data_stamp_read(p->store, &read, why))
		return false;
	p->book_stamp = config_stamp(&p->home);
	if (!read.known || read.stamp != p->book_stamp)
		return read_book(p, why);
	if (!config_load_again(&p->home, &p->config_arena, &book, why))
		return false;
	p->book = book;
	return true;
}

/* Of the greeting's book nothing is held on to. */
bool app_finish(struct app *p, struct fault *why)
{
	struct arena greeting = p->config_arena;
	p->config_arena = arena_start(256 * MIB);
	bool good = store_open(&p->home, false, &p->store, why) && read_book_again(p, why) &&
	            villages_fill(p, why) && changes_note(p, why);
	arena_drop(&greeting);
	malloc_trim(0); /* what parsing took, a sixth of all, goes back */
	return good;
}

bool app_open(struct app *p, struct fault *why)
{
	if (home_ready(p, why) && app_finish(p, why))
		return true;
	app_close(p);
	return false;
}

bool app_upgrade(struct arena *a, const char **copy, struct fault *why)
{
	struct home home;
	*copy = "";
	return home_find(&home, why) && home_guard(&home, why) && home_is_local(&home, why) &&
	       store_upgrade(&home, a, copy, why);
}

void app_patience(struct app *p, int milliseconds)
{
	store_patience(p->store, milliseconds);
}

void app_close(struct app *p)
{
	child_stop(&p->paper);
	store_close(&p->store);
	arena_drop(&p->config_arena);
}

bool app_refresh(struct app *p, struct fault *why)
{
	return config_stamp(&p->home) == p->book_stamp ||
	       (read_book(p, why) && changes_note(p, why));
}

int64_t service_news(const struct app *p)
{
	return store_data_version(p->store);
}

/* ---- a new home ---- */

static const struct user_row sample_people[] = {
	{ .name = "sari", .full_name = "Sari", .roles = "petugas" },
	{ .name = "budi", .full_name = "Budi", .roles = "admin" },
	{ .name = "rina", .full_name = "Rina, S.E.", .roles = "kasir" },
	{ .name = "umar", .full_name = "Umar, S.H.", .roles = "jurusita" },
	{ .name = "dewi", .full_name = "Dewi, S.H.I.", .roles = "panmud" },
	{ .name = "hasan", .full_name = "Hasan, S.Ag., M.H.", .roles = "panitera" },
	{ .name = "fatimah", .full_name = "Dra. Hj. Fatimah, M.H.", .roles = "ketua" },
	{ .name = "adi", .full_name = "Adi", .roles = "ti" },
};

static bool sample_fill(struct app *p, struct fault *why)
{
	struct login s = { .app = p, .user = "", .roles = "ti" }; /* nobody has logged in */
	struct arena a = arena_start(MIB);
	bool good = file_write(home_file(&p->home, HOME_MARK, &a), "loket\n", 6, 0600, why);
	arena_drop(&a);
	for (size_t i = 0; good && i < COUNT_OF(sample_people); i++)
		good = service_user_write(&s, &sample_people[i], "loket", why);
	return good;
}

bool app_init(struct app *p, bool sample, struct fault *why)
{
	static const char *const folders[] = { "", "berkas", "cetak", "bell", "keys" };
	struct arena a = arena_start(MIB);
	bool good = home_ready(p, why) && read_book(p, why);
	for (size_t i = 0; good && i < COUNT_OF(folders); i++)
		good = folder_make(home_file(&p->home, folders[i], &a), why);
	arena_drop(&a);
	good = good && store_open(&p->home, true, &p->store, why) && villages_fill(p, why) &&
	       changes_note(p, why) && (!sample || sample_fill(p, why));
	if (good)
		store_checkpoint(p->store, true);
	else
		app_close(p);
	return good;
}

bool app_has_court(const struct app *p, struct fault *why)
{
	struct arena a = arena_start(MIB);
	const struct court_profile *court = &p->book->court;
	bool good =
	    !court->sample || app_is_sample(p) ||
	    fault_set(why, FAULT_REFUSED,
	              N_("%1 adalah contoh: salin %2 ke %3, isi data pengadilan Anda, hapus "
	                 "sample=\"yes\"; untuk mencoba: loket init --sample"),
	              court->name, home_data(&p->home, "data/court.xml", &a),
	              home_file(&p->home, "data/court.xml", &a));
	arena_drop(&a);
	return good;
}

instant app_now(const struct app *p)
{
	return p->as_of == 0 ? clock_now() : p->as_of;
}

bool app_is_sample(const struct app *p)
{
	return home_is_sample(&p->home);
}
