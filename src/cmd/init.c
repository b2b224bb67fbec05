/* Makes a new home with its first administrator. It is made under a hidden name beside the place
 * and named last, so that one whose making was killed is in nobody's way. A sample home has demo
 * accounts, and filings at work (sample.c). */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define ADMINISTRATOR "ti"

/* An empty database is one that a full disk or a copy left; nobody's data is in it. */
static bool has_database(const struct home *h, struct arena *a)
{
	struct bytes all;
	struct fault why;
	const char *database = home_file(h, "loket.db", a);
	return file_exists(database) && !(file_read(database, 0, a, &all, &why) && all.size == 0);
}

static bool is_new(struct cmd *c, const struct home *home, struct fault *why)
{
	return !has_database(home, c->a) ||
	       fault_set(
	           why, FAULT_REFUSED,
	           N_("Folder data %1 sudah ada; pakai, atau tunjuk yang lain dengan LOKET_HOME"),
	           home->path);
}

/* With the example court's accounts, and filings too or not. */
static bool is_for_trying(const struct cmd *c)
{
	return c->options.sample || c->options.people;
}

/* Who is to be it: the name that was given, or who runs us. */
static const char *administrator(const struct cmd *c)
{
	return c->word_count > 0 ? c->words[0] : unix_account(c->a);
}

/* A new home has no users to authenticate, so the login is given. */
static bool make_administrator(struct cmd *c, const char *password, struct fault *why)
{
	struct login self = { .app = c->app, .user = ADMINISTRATOR, .roles = ADMINISTRATOR };
	const char *name = administrator(c);
	struct user_row row = { .name = name, .full_name = name, .roles = ADMINISTRATOR };
	return service_user_write(&self, &row, password, why);
}

/* What is lacking before the first filing can be taken. */
void remark_court(const struct cmd *c)
{
	char text[600];
	struct fault lacking = { 0 };
	if (app_has_court(c->app, &lacking))
		return;
	fault_say(&lacking, text, sizeof text);
	output_remark(text);
}

static bool tell(struct cmd *c, const struct home *home, struct fault *why)
{
	char text[1024];
	struct app app;
	const char *const words[] = { home->path, administrator(c) };
	message_fill(
	    is_for_trying(c)
	        ? _("Folder data contoh %1 siap; jalankan: loket sandbox")
	        : _("Folder data %1 siap; %2 administratornya: loket user add NAMA --roles PERAN"),
	    words, COUNT_OF(words), text, sizeof text);
	output_line(text);
	home_hand_on(home->path);
	if (!app_open(&app, why))
		return false;
	c->app = &app;
	remark_court(c);
	app_close(&app);
	return true;
}

/* In the hidden folder, which the programs that help with a sample take for the home. */
static bool fill(struct cmd *c, const struct home *home, const char *password, struct fault *why)
{
	struct app app;
	home_hand_on(home->path);
	if (!app_init(&app, is_for_trying(c), why))
		return false;
	c->app = &app;
	c->book = app.book;
	bool good = (is_for_trying(c) || make_administrator(c, password, why)) &&
	            (!c->options.sample || sample_court(c, why));
	app_close(&app);
	return good;
}

/* A court may have put its own data and keys there before. */
static bool build(struct cmd *c, const struct home *home, const struct home *hidden,
                  const char *password, struct fault *why)
{
	bool there = file_exists(home->path);
	tree_drop(hidden->path);
	bool good = (there ? tree_copy(home->path, hidden->path, why)
	                   : folder_make(hidden->path, why));
	file_drop(home_file(hidden, "loket.db", c->a));
	good = good && fill(c, hidden, password, why) &&
	       (there ? folder_replace(hidden->path, home->path, why)
	              : folder_name(hidden->path, home->path, why));
	if (!good)
		tree_drop(hidden->path);
	return good;
}

/* Two who make it at once: the second finds it made. */
static bool build_alone(struct cmd *c, const struct home *home, const char *password,
                        struct fault *why)
{
	int lock;
	struct home hidden = *home;
	const char *slash = strrchr(home->path, '/');
	int above = slash == NULL ? 0 : (int)(slash - home->path) + 1;
	int length = snprintf(hidden.path, sizeof hidden.path, "%.*s.%s-baru", above, home->path,
	                      home->path + above);
	const char *path = arena_print(c->a, "%s.lock", hidden.path);
	if (length >= (int)sizeof hidden.path)
		return fault_set(why, FAULT_MISUSE, N_("Nama folder %1 terlalu panjang"),
		                 home->path);
	if (!folder_make(arena_copy(c->a, home->path, (size_t)above), why) ||
	    !lock_open(path, &lock, why))
		return false;
	bool good = lock_try(lock)
	                ? is_new(c, home, why) && build(c, home, &hidden, password, why)
	                : fault_set(why, FAULT_OUTSIDE,
	                            N_("Folder data %1 sedang dibuat proses lain"), home->path);
	if (good)
		file_drop(path);
	lock_close(lock);
	return good;
}

bool cmd_init(struct cmd *c, struct fault *why)
{
	struct home home;
	char password[SECRET_ROOM] = "";
	bool good = home_find(&home, why) && home_guard(&home, why) && is_new(c, &home, why) &&
	            (is_for_trying(c) || secret_new(c, password, why)) &&
	            build_alone(c, &home, password, why);
	secret_wipe(password, sizeof password);
	return good && tell(c, &home, why);
}
