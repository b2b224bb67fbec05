/* A new home. Who makes it is its administrator, known by his Unix account, so that there is
 * somebody who can add the others. A sample home has its accounts and a few filings, taken in as a
 * court's would be. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define SAMPLES         "data/sample"
#define SAMPLE_PERSON   "sari"
#define SAMPLE_PASSWORD "loket"
#define ADMINISTRATOR   "ti"

static bool is_new(struct cmd *c, struct fault *why)
{
	struct home home;
	if (!home_find(&home, why))
		return false;
	const char *database = home_file(&home, "loket.db", c->a);
	return !file_exists(database) ||
	       fault_set(
	           why, FAULT_REFUSED,
	           N_("Rumah data %1 sudah ada; pakai, atau tunjuk yang lain dengan LOKET_HOME"),
	           home.path);
}

/* In a home without people nobody could be asked, so the service is told who this is. */
static bool make_administrator(struct cmd *c, struct fault *why)
{
	const char *account = unix_account(c->a);
	struct login self = { .app = c->app, .user = ADMINISTRATOR, .roles = ADMINISTRATOR };
	struct user_row row = { .name = account,
		                .full_name = account,
		                .roles = ADMINISTRATOR,
		                .unix_account = account };
	return service_user_write(&self, &row, NULL, why);
}

static bool import_samples(struct cmd *c, struct fault *why)
{
	struct folder folder;
	const char *path = home_data(&c->app->home, SAMPLES, c->a);
	if (!login_password(c->app, SAMPLE_PERSON, SAMPLE_PASSWORD, &c->login, why) ||
	    !folder_read(path, c->a, &folder, why))
		return false;
	for (size_t i = 0; i < folder.count; i++) {
		const char *name = folder.items[i].name;
		size_t length = strlen(name);
		if (length < 4 || !text_same(name + length - 4, ".xml"))
			continue;
		if (!import_file(c, arena_print(c->a, "%s/%s", path, name), why))
			return false;
	}
	return true;
}

/* With the example court's accounts, and filings too or not. */
static bool is_for_trying(const struct cmd *c)
{
	return c->options.sample || c->options.people;
}

static bool fill(struct cmd *c, struct fault *why)
{
	bool sample = is_for_trying(c);
	if (!sample && !make_administrator(c, why))
		return false;
	if (c->options.sample && !import_samples(c, why))
		return false;
	char text[1024];
	const char *const words[] = { c->app->home.path, unix_account(c->a) };
	message_fill(
	    sample
	        ? _("Rumah data contoh %1 siap; jalankan: loket sandbox")
	        : _("Rumah data %1 siap; %2 administratornya: loket user add NAMA --roles PERAN"),
	    words, COUNT_OF(words), text, sizeof text);
	output_line(text);
	return true;
}

bool cmd_init(struct cmd *c, struct fault *why)
{
	struct app app;
	if (!is_new(c, why) || !app_init(&app, is_for_trying(c), why))
		return false;
	c->app = &app;
	c->book = app.book;
	bool good = fill(c, why);
	app_close(&app);
	return good;
}
