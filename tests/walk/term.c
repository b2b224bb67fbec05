/* A program on a pseudo terminal whose other side is libvterm. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "walk.h"

enum { QUIET = 20 }; /* ms */

static void answer(const char *bytes, size_t length, void *user)
{
	term_write(user, bytes, length);
}

static int on_mode(VTermProp mode, VTermValue *value, void *user)
{
	struct console *t = user;
	if (mode == VTERM_PROP_MOUSE)
		t->mouse = value->number != VTERM_PROP_MOUSE_NONE;
	return 1;
}

void term_open(struct console *t, int rows, int columns, const char *name)
{
	t->fd = -1;
	t->name = name;
	t->now = calloc(1, sizeof *t->now);
	t->before = calloc(1, sizeof *t->before);
	t->vt = vterm_new(rows, columns);
	if (!t->now || !t->before || !t->vt)
		abort();
	t->rows = rows;
	t->columns = columns;
	vterm_set_utf8(t->vt, 1);
	vterm_output_set_callback(t->vt, answer, t);
	t->screen = vterm_obtain_screen(t->vt);
	static const VTermScreenCallbacks callbacks = { .settermprop = on_mode };
	vterm_screen_set_callbacks(t->screen, &callbacks, t);
	vterm_screen_enable_altscreen(t->screen, 1);
	vterm_screen_reset(t->screen, 1);
}

void term_close(struct console *t)
{
	term_end(t, SIGHUP);
	vterm_free(t->vt);
	free(t->now);
	free(t->before);
}

void term_start(struct console *t, const char *command)
{
	struct winsize size = { .ws_row = (unsigned short)t->rows,
		                .ws_col = (unsigned short)t->columns };
	term_end(t, SIGHUP);
	vterm_screen_reset(t->screen, 1);
	pid_t parent = getpid();
	t->pid = forkpty(&t->fd, NULL, NULL, &size);
	if (t->pid < 0) {
		printf("Bail out! no pseudo terminal: %s (is /dev/pts mounted?)\n",
		       strerror(errno));
		exit(3);
	}
	if (t->pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		if (getppid() != parent)
			_exit(127);
		setenv("TERM", t->name, 1);
		unsetenv("LINES");
		unsetenv("COLUMNS");
		execl("/bin/sh", "sh", "-c", command, (char *)NULL);
		_exit(127);
	}
	fcntl(t->fd, F_SETFD, FD_CLOEXEC);
	t->ended = false;
	t->clears = t->state = 0;
}

static void reap(struct console *t, int options)
{
	int status;
	if (t->pid > 0 && waitpid(t->pid, &status, options) == t->pid) {
		t->code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
		t->pid = 0;
	}
}

void term_end(struct console *t, int signal)
{
	if (t->fd >= 0) {
		if (t->pid > 0)
			kill(t->pid, signal);
		for (int i = 0; i < 100 && t->pid > 0; i++) {
			reap(t, WNOHANG);
			if (t->pid > 0)
				term_listen(t, 20);
		}
		if (t->pid > 0)
			kill(t->pid, SIGKILL);
		reap(t, 0);
		close(t->fd);
	}
	t->fd = -1;
	t->ended = true;
}

/* True when byte `c` ends a clearing of the whole screen: ESC [ 2 J, or ESC [ H ESC [ J. */
static bool clears_with(struct console *t, char c)
{
	static const struct {
		int state;
		char byte;
		int next;
	} rows[] = {
		{ 1, '[', 2 }, { 2, 'H', 3 }, { 2, '2', 6 }, { 3, '\033', 4 },
		{ 4, '[', 5 }, { 5, 'J', 9 }, { 5, '2', 6 }, { 6, 'J', 9 },
	};
	int next = c == '\033' ? (t->state == 3 ? 4 : 1) : 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].state == t->state && rows[i].byte == c)
			next = rows[i].next;
	t->state = next == 9 ? 0 : next;
	return next == 9;
}

/* To the emulator; the picture before a clearing is kept when somebody waits for it. */
static void feed(struct console *t, const char *bytes, size_t length)
{
	size_t done = 0;
	for (size_t i = 0; i < length; i++) {
		if (!clears_with(t, bytes[i]))
			continue;
		vterm_input_write(t->vt, bytes + done, i - done);
		done = i;
		t->clears++;
		if (t->watching)
			picture_take(t->before, t);
	}
	vterm_input_write(t->vt, bytes + done, length - done);
}

bool term_listen(struct console *t, int milliseconds)
{
	char bytes[16384];
	struct pollfd wait = { .fd = t->fd, .events = POLLIN };
	if (t->fd < 0 || t->ended)
		return false;
	if (poll(&wait, 1, milliseconds) <= 0)
		return false;
	ssize_t got = read(t->fd, bytes, sizeof bytes);
	if (got <= 0) {
		if (got < 0 && errno == EINTR)
			return true;
		t->ended = true; /* EIO: the other side is closed */
		reap(t, 0);
		return false;
	}
	t->received += got;
	feed(t, bytes, (size_t)got);
	return true;
}

void term_write(struct console *t, const char *bytes, size_t length)
{
	while (length && t->fd >= 0 && !t->ended) {
		ssize_t put = write(t->fd, bytes, length);
		if (put < 0 && errno != EINTR && errno != EAGAIN)
			return;
		if (put > 0) {
			bytes += put;
			length -= (size_t)put;
		}
	}
}

void term_paste(struct console *t, const char *text)
{
	vterm_keyboard_start_paste(t->vt);
	term_write(t, text, strlen(text));
	vterm_keyboard_end_paste(t->vt);
}

bool term_key(struct console *t, const char *key)
{
	char bytes[64];
	size_t length = key_bytes(key, bytes, sizeof bytes);
	term_write(t, bytes, length);
	return length > 0;
}

void term_click(struct console *t, int row, int column)
{
	if (!t->mouse)
		return;
	vterm_mouse_move(t->vt, row, column, VTERM_MOD_NONE);
	vterm_mouse_button(t->vt, 1, true, VTERM_MOD_NONE);
	vterm_mouse_button(t->vt, 1, false, VTERM_MOD_NONE);
}

void term_resize(struct console *t, int rows, int columns)
{
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns };
	t->rows = rows;
	t->columns = columns;
	vterm_set_size(t->vt, rows, columns);
	if (t->fd >= 0)
		ioctl(t->fd, TIOCSWINSZ, &size);
}

void term_quiet(struct console *t)
{
	while (term_listen(t, QUIET))
		;
}

bool term_fence(struct console *t, int milliseconds)
{
	for (int i = 0; i < 2; i++) {
		int seen = t->clears;
		t->watching = i == 1;
		term_write(t, "\f", 1);
		for (int left = milliseconds; t->clears == seen; left -= 20) {
			if (!term_listen(t, 20) && (left <= 0 || t->ended)) {
				t->watching = false;
				picture_take(t->before, t);
				return false;
			}
		}
		term_quiet(t); /* what waits in its input keeps the desk from drawing */
	}
	t->watching = false;
	return true;
}
