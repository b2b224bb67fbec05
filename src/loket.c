/* loket: the desk at a terminal, or one command. See loket(1). */
#include "loket/cmd.h"
#include "loket/desk.h"
#include "loket/service.h"
#include "loket/sys.h"

static const struct desk_commands commands = { .complete = cmd_complete, .words = cmd_words };

int main(int argc, char **argv)
{
	struct app app;
	struct fault why;
	language_open();
	log_open("loket", NULL);
	secrets_guard();
	if (argc > 1)
		return cmd_run(argc, argv);
	if (!app_greet(&app, &why))
		return cmd_say(&why);
	int code = desk_run(&app, &commands);
	app_close(&app);
	return code;
}
