/* Makes a new home. The Unix account that makes it becomes its administrator, who can add the other
 * users. A sample home has demo accounts, and filings at work (sample.c). */
#include "loket/list.h"

#include "private.h"

#define ADMINISTRATOR "ti"

static bool is_new(struct cmd *c, struct fault *why)
{
	struct home home;
	if (!home_find(&home, why))
		return false;
	const char *database = home_file(&home, "loket.db", c->a);
	return !file_exists(database) ||
	       fault_set(
	           why, FAULT_REFUSED,
	           N_("Folder data %1 sudah ada; pakai, atau tunjuk yang lain dengan LOKET_HOME"),
	           home.path);
}

/* A new home has no users to authenticate, so the login is given. */
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

/* With the example court's accounts, and filings too or not. */
static bool is_for_trying(const struct cmd *c)
{
	return c->options.sample || c->options.people;
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

static bool fill(struct cmd *c, struct fault *why)
{
	bool sample = is_for_trying(c);
	if (!sample && !make_administrator(c, why))
		return false;
	if (c->options.sample && !sample_court(c, why))
		return false;
	char text[1024];
	const char *const words[] = { c->app->home.path, unix_account(c->a) };
	message_fill(
	    sample
	        ? _("Folder data contoh %1 siap; jalankan: loket sandbox")
	        : _("Folder data %1 siap; %2 administratornya: loket user add NAMA --roles PERAN"),
	    words, COUNT_OF(words), text, sizeof text);
	output_line(text);
	remark_court(c);
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
