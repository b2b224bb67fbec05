/* Who is told how far a long work is. */
#include "loket/sys.h"

/* lint: L7 who watches is settled once, by the command, however deep the work is */
static void (*watcher)(size_t done, size_t all);

void progress_watch(void (*told)(size_t done, size_t all))
{
	watcher = told;
}

void progress_tell(size_t done, size_t all)
{
	if (watcher != NULL)
		watcher(done, all);
}
