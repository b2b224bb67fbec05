/* The word to the service manager: one datagram to the socket that it names. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "loket/sys.h"

void service_ready(void)
{
	static const char word[] = "READY=1";
	const char *path = env_text("NOTIFY_SOCKET");
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	size_t length = strlen(path);
	if (length == 0 || length >= sizeof at.sun_path)
		return;
	memcpy(at.sun_path, path, length);
	if (path[0] == '@') /* an abstract name, which begins with a NUL */
		at.sun_path[0] = '\0';
	int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return;
	socklen_t size = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length);
	if (sendto(fd, word, sizeof word - 1, 0, (const struct sockaddr *)&at, size) < 0)
		log_line("%s cannot be told that we are ready", path);
	close(fd);
}
