/* loket: the desk at a terminal, or one command. See loket(1). */
#include "loket/cmd.h"
#include "loket/desk.h"
#include "loket/service.h"
#include "loket/sys.h"

int main(int argc, char **argv)
{
	struct app app;
	struct fault why;
	language_open();
	log_open("loket", NULL);
	if (argc > 1)
		return cmd_run(argc, argv);
	if (!app_greet(&app, &why))
		return cmd_say(&why);
	int code = desk_run(&app);
	app_close(&app);
	return code;
}
