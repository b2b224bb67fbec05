/* Passwords: asked without echo, or read from a file; never in an argument. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include "loket/sys.h"

#include "private.h"

void secret_wipe(void *memory, size_t size)
{
	explicit_bzero(memory, size);
}

void secrets_guard(void)
{
	const struct rlimit none = { 0, 0 };
	if (setrlimit(RLIMIT_CORE, &none) != 0 || prctl(PR_SET_DUMPABLE, 0) != 0)
		log_line("core: %s", strerror(errno));
}

enum line_end { LINE_WHOLE, LINE_TOO_LONG, LINE_STOPPED };

/* The next byte; -1 at the end. */
static int next_byte(int fd)
{
	unsigned char c;
	ssize_t got;
	do {
		got = read(fd, &c, 1);
	} while (got < 0 && errno == EINTR);
	return got == 1 ? c : -1;
}

/* Reads the first line. Handles the editing keys that a terminal would handle with echo. */
static enum line_end take_line(int fd, bool keys, char *out, size_t capacity)
{
	enum { CTRL_C = 3, CTRL_D = 4, BACKSPACE = 8, CTRL_U = 21, RUBOUT = 127 };
	size_t length = 0;
	for (;;) {
		int c = next_byte(fd);
		out[length] = '\0';
		if (keys && (c == CTRL_C || (c == CTRL_D && length == 0)))
			return LINE_STOPPED;
		if (c < 0 || c == '\n' || (keys && (c == '\r' || c == CTRL_D)))
			break;
		if (keys && c == CTRL_U) {
			length = 0;
		} else if (keys && (c == BACKSPACE || c == RUBOUT)) {
			/* a letter is its first byte and what continues it */
			while (length > 0 && ((unsigned char)out[--length] & 0xC0) == 0x80)
				;
		} else if (length + 1 < capacity) {
			out[length++] = (char)c;
		} else {
			return LINE_TOO_LONG;
		}
	}
	if (!keys && length > 0 && out[length - 1] == '\r')
		out[length - 1] = '\0';
	return LINE_WHOLE;
}

/* Echo is off before the prompt is seen: whoever types at once is neither shown nor lost. Keyboard
 * signals are read as bytes meanwhile: none may leave the terminal without echo. */
static enum line_end ask_terminal(int fd, const char *prompt, char *out, size_t capacity)
{
	struct termios before;
	if (tcgetattr(fd, &before) != 0)
		return LINE_STOPPED;
	struct termios quiet = before;
	quiet.c_lflag &= ~(tcflag_t)(ECHO | ICANON | ISIG);
	quiet.c_cc[VMIN] = 1;
	quiet.c_cc[VTIME] = 0;
	if (tcsetattr(fd, TCSAFLUSH, &quiet) != 0)
		return LINE_STOPPED;
	enum line_end end = LINE_STOPPED;
	if (write_all(fd, prompt, strlen(prompt)))
		end = take_line(fd, true, out, capacity);
	tcsetattr(fd, TCSAFLUSH, &before);
	write_all(fd, "\n", 1);
	return end;
}

/* A pipe or a terminal is nobody else's. */
static bool secret_is_kept(int fd, const char *path, struct fault *why)
{
	struct stat st;
	return fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) || file_private(path, why);
}

bool secret_ask(const char *prompt, const char *path, char *out, size_t capacity, struct fault *why)
{
	int fd = open(path == NULL ? "/dev/tty" : path,
	              (path == NULL ? O_RDWR : O_RDONLY) | O_CLOEXEC | O_NOCTTY);
	out[0] = '\0';
	if (fd < 0 && path == NULL) {
		return fault_set(
		    why, FAULT_MISUSE,
		    N_("Tidak ada terminal untuk menanyakan kata sandi; tunjuk berkas yang "
		       "memuatnya dengan LOKET_PASSWORD_FILE."));
	}
	if (fd >= 0 && path != NULL && !secret_is_kept(fd, path, why)) {
		close(fd);
		return false;
	}
	if (fd < 0) {
		return fault_system(
		    why,
		    N_("Berkas kata sandi %1 tidak dapat dibuka: %2. Periksa nama dan hak aksesnya."),
		    path);
	}
	enum line_end end = path == NULL ? ask_terminal(fd, prompt, out, capacity)
	                                 : take_line(fd, false, out, capacity);
	close(fd);
	if (end == LINE_WHOLE && out[0] != '\0')
		return true;
	secret_wipe(out, capacity);
	if (end == LINE_TOO_LONG)
		return fault_set(why, FAULT_REFUSED, N_("Kata sandi terlalu panjang; pendekkan."));
	if (end == LINE_STOPPED)
		return fault_set(why, FAULT_REFUSED, N_("Pengisian kata sandi dibatalkan."));
	return fault_set(why, FAULT_REFUSED, N_("Kata sandi kosong; isi dahulu."));
}
