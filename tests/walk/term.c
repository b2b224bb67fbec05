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
#include <time.h>
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
	free(t->line.waiting);
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
	t->line.length = 0;
}

/* True when byte `c` ends a clearing of the whole screen: ESC [ 2 J, or ESC [ H ESC [ J. */
static bool clears_with(struct console *t, char c)
{
	static const struct {
		int state;
		char byte;
		int next;
	} rows[] = {
		{ 1, '[', 2 }, { 2, 'H', 3 }, { 2, '2', 6 }, { 3, '\033', 4 }, { 4, '[', 5 },
		{ 5, 'J', 9 }, { 5, '2', 6 }, { 5, 'H', 3 }, { 6, 'J', 9 }, /* a cursor that stands at home is sent there once more */
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

static void put(struct console *t, const char *bytes, size_t length)
{
	while (length && t->fd >= 0 && !t->ended) {
		ssize_t done = write(t->fd, bytes, length);
		if (done < 0 && errno != EINTR && errno != EAGAIN)
			return;
		if (done > 0) {
			bytes += done;
			length -= (size_t)done;
		}
	}
}

/* ---- a slow line ---- */

static long now_ms(void)
{
	struct timespec at;
	clock_gettime(CLOCK_MONOTONIC, &at);
	return at.tv_sec * 1000 + at.tv_nsec / 1000000;
}

bool term_sent(struct console *t)
{
	return t->line.length == 0 || t->ended;
}

static void line_add(struct console *t, const char *bytes, size_t length)
{
	struct line *l = &t->line;
	if (l->length + length > l->capacity) {
		l->capacity = 2 * (l->length + length);
		l->waiting = realloc(l->waiting, l->capacity);
		if (!l->waiting)
			abort();
	}
	if (l->length == 0 && l->next < now_ms() + l->delay)
		l->next = now_ms() + l->delay;
	memcpy(l->waiting + l->length, bytes, length);
	l->length += length;
}

/* Hands over the packets that have come; at most so many milliseconds until the next. */
static int line_come(struct console *t, int milliseconds)
{
	struct line *l = &t->line;
	while (l->length > 0 && l->next <= now_ms()) {
		size_t size = l->length < (size_t)l->size ? l->length : (size_t)l->size;
		put(t, l->waiting, size);
		l->length -= size;
		memmove(l->waiting, l->waiting + size, l->length);
		l->next += l->apart;
	}
	long left = l->next - now_ms();
	return l->length > 0 && left < milliseconds ? (int)(left > 0 ? left : 0) : milliseconds;
}

bool term_listen(struct console *t, int milliseconds)
{
	char bytes[16384];
	milliseconds = line_come(t, milliseconds);
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
	if (t->ear) /* a message may be gone before the next key */
		ear_look(t->ear, t);
	return true;
}

void term_write(struct console *t, const char *bytes, size_t length)
{
	if (t->line.size > 0)
		line_add(t, bytes, length);
	else
		put(t, bytes, length);
}

/* A key was pressed: where that is wanted, it is drawn and heard before the next. */
static void pressed(struct console *t, const char *key)
{
	if (t->ear)
		ear_hear(t->ear, t, key, t->patience);
	else if (t->single)
		(void)term_fence(t, t->patience);
}

void term_type(struct console *t, const char *text)
{
	char letter[8];
	if (!t->ear && !t->single) {
		term_write(t, text, strlen(text));
		return;
	}
	while (*text) {
		size_t length = 1;
		while (((unsigned char)text[length] & 0xC0) == 0x80)
			length++;
		snprintf(letter, sizeof letter, "%.*s", (int)length, text);
		term_write(t, letter, length);
		if (t->ear)
			ear_type(t->ear, letter);
		pressed(t, letter);
		text += length;
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
	if (t->ear)
		ear_type(t->ear,
		         strlen(key) < 5 && (key[1] == '\0' || (key[0] & 0x80)) ? key : NULL);
	pressed(t, key);
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
