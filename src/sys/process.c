/* Identifies a process: its number is reused, its number with its starting time is not. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "loket/sys.h"
#include "loket/text.h"

enum {
	STARTED = 20
}; /* blanks between the name's closing bracket and the start time (proc(5), field 22) */

int64_t process_started(pid_t pid)
{
	char path[40], stat[1024];
	snprintf(path, sizeof path, "/proc/%ld/stat", (long)pid);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return 0;
	ssize_t length = read(fd, stat, sizeof stat - 1);
	close(fd);
	stat[length < 0 ? 0 : length] = '\0';

	/* the name may hold blanks and brackets: count from the last one */
	char *at = strrchr(stat, ')');
	for (int i = 0; at != NULL && i < STARTED; i++)
		at = strchr(at + 1, ' ');
	if (at == NULL)
		return 0;
	at++;
	at[strcspn(at, " ")] = '\0';
	long long ticks;
	return text_number(at, 0, INT64_MAX, &ticks) ? ticks : 0;
}
