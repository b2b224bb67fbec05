/* The terminal: setting it up, restoring it, waiting for input, painting. */
#include <assert.h>
#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "loket/list.h"
#include "loket/sys.h"
#include "loket/text.h"

#include "private.h"

enum {
	/* milliseconds in which something follows an ESC: at this machine, over a line; at most */
	ESC_WAIT = 25,
	ESC_WAIT_LINE = 100,
	ESC_WAIT_MOST = 5000,
	REST_WAIT = 1000, /* the rest of what has begun: a sequence, a paste */
	NEWS_MOST = 8
};

/* ---- restoring the terminal, also when the program dies: the only state that outlives a call ----
 */

/* Written before the handlers are set and only read by them. */
static struct {
	volatile sig_atomic_t taken;
	int fd;
	struct termios before;
	char leave[256];
	size_t leave_length;
	/* lint: L7 a handler of a deadly signal has no other access to the terminal's state */
} restore;

static const int crashes[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGQUIT };
static const char switch_on[] = "\x1b[?2004h", switch_off[] = "\x1b[?2004l";
static const char mouse_on[] = "\x1b[?1000h\x1b[?1006h", mouse_off[] = "\x1b[?1006l\x1b[?1000l";

/* Only what a signal handler may call. */
static void give_back(void)
{
	if (!restore.taken)
		return;
	restore.taken = 0;
	ssize_t ignored = write(restore.fd, restore.leave, restore.leave_length);
	(void)ignored; /* the terminal may be gone; there is nowhere to report it */
	tcsetattr(restore.fd, TCSANOW, &restore.before);
}

/* The handler runs once (SA_RESETHAND): when it returns, the signal is raised again and ends the
 * process. */
static void on_crash(int number, siginfo_t *info, void *context)
{
	(void)context;
	give_back();
	if (info->si_code <= 0) /* sent by kill(2), it would not come again */
		raise(number);
}

/* A capability of terminfo; "" when the terminal has none. Its padding ("$<5>") is for old
 * machines. */
static const char *capability(const char *name)
{
	const char *s = tigetstr(name);
	return s == NULL || s == (const char *)-1 ? "" : s;
}

static void leave_add(const char *s)
{
	size_t length = strcspn(s, "$");
	if (restore.leave_length + length > sizeof restore.leave)
		return;
	memcpy(restore.leave + restore.leave_length, s, length);
	restore.leave_length += length;
}

static void prepare_restore(int fd, const struct termios *before)
{
	restore.fd = fd;
	restore.before = *before;
	restore.leave_length = 0;
	leave_add(mouse_off);
	leave_add(switch_off);
	leave_add(capability("rmkx"));
	leave_add(capability("sgr0"));
	leave_add(capability("cnorm"));
	leave_add(capability("rmcup"));
	restore.taken = 1;

	struct sigaction action = { .sa_sigaction = on_crash,
		                    .sa_flags = SA_SIGINFO | (int)SA_RESETHAND };
	for (size_t i = 0; i < COUNT_OF(crashes); i++)
		sigaction(crashes[i], &action, NULL);
	atexit(give_back); /* for an exit() deep in a call */
}

static void send(const struct term *t, const char *bytes)
{
	ssize_t ignored = write(t->out, bytes, strlen(bytes));
	(void)ignored; /* a terminal that is gone is noticed at the next read */
}

void term_bell(struct term *t)
{
	send(t, "\a");
}

/* In peace, through curses. */
static void leave(const struct term *t)
{
	send(t, mouse_off);
	send(t, switch_off);
	endwin();
	restore.taken = 0;
}

/* ---- opening ---- */

/* Only the letters of the user's locale are wanted: decimal point and sorting stay those of C. */
static bool find_utf8(struct fault *why)
{
	static const char *const tries[] = { "", "C.UTF-8", "C.utf8", "id_ID.UTF-8",
		                             "en_US.UTF-8" };
	for (size_t i = 0; i < COUNT_OF(tries); i++) {
		if (setlocale(LC_CTYPE, tries[i]) != NULL &&
		    strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
			return true;
	}
	return fault_set(
	    why, FAULT_OUTSIDE,
	    N_("Tidak ada locale UTF-8 di komputer ini; pasang paket locales, atau C.UTF-8"));
}

/* By the locale that somebody named, and where the terminal is older than Unicode; LOKET_ASCII
 * overrules both. */
static bool wants_ascii(void)
{
	const char *own = env_text("LOKET_ASCII"), *type = env_text("TERM"), *name = "";
	static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };
	for (size_t i = 0; i < COUNT_OF(names) && name[0] == '\0'; i++)
		name = env_text(names[i]);
	if (own[0] != '\0')
		return !text_same(own, "0");
	if (text_starts(type, "vt") && type[2] >= '0' && type[2] <= '9')
		return true;
	return name[0] != '\0' && strcasestr(name, "utf") == NULL &&
	       (setlocale(LC_CTYPE, "") == NULL || !text_same(nl_langinfo(CODESET), "UTF-8"));
}

static bool check_terminal(const struct term *t, struct fault *why)
{
	if (!isatty(t->in) || !isatty(t->out))
		return fault_set(
		    why, FAULT_MISUSE,
		    N_("Layar Loket memerlukan terminal; tanpa terminal pakailah perintah, "
		       "lihat loket --help"));
	if (env_text("TERM")[0] == '\0')
		return fault_set(why, FAULT_MISUSE,
		                 N_("Jenis terminal tidak disebut (TERM kosong); jalankan dengan "
		                    "TERM=xterm-256color, atau TERM=linux di konsol"));
	return find_utf8(why);
}

/* As curses reads $ESCDELAY. */
static int esc_wait(void)
{
	long long told;
	if (text_number(env_text("ESCDELAY"), 0, ESC_WAIT_MOST, &told))
		return (int)told;
	return env_text("SSH_CONNECTION")[0] == '\0' ? ESC_WAIT : ESC_WAIT_LINE;
}

static void learn_keys(struct term *t)
{
	static const struct {
		const char *name;
		enum key key;
	} names[] = {
		{ "kcuu1", K_UP },    { "kcud1", K_DOWN },   { "kcub1", K_LEFT },
		{ "kcuf1", K_RIGHT }, { "khome", K_HOME },   { "kend", K_END },
		{ "kpp", K_PGUP },    { "knp", K_PGDN },     { "kich1", K_INS },
		{ "kdch1", K_DEL },   { "kcbt", K_BACKTAB }, { "kent", K_ENTER },
		{ "kf1", K_F1 },      { "kf2", K_F2 },       { "kf3", K_F3 },
		{ "kf4", K_F4 },      { "kf5", K_F5 },       { "kf6", K_F6 },
		{ "kf7", K_F7 },      { "kf8", K_F8 },       { "kf9", K_F9 },
		{ "kf10", K_F10 },    { "kf11", K_F11 },     { "kf12", K_F12 },
	};
	_Static_assert(COUNT_OF(names) <= OWN_KEYS, "room for every key");
	t->decoder.own = t->own;
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		const char *bytes = capability(names[i].name);
		if (bytes[0] == '\x1b' && bytes[1] != '\0')
			t->own[t->decoder.own_count++] = (struct key_bytes){ bytes + 1,
				                                             names[i].key };
	}
}

static void switch_modes_on(const struct term *t)
{
	send(t, switch_on);
	if (capability("kmous")[0] != '\0')
		send(t, text_same(env_text("LOKET_MOUSE"), "0") ? mouse_off : mouse_on);
}

static void take_size(struct term *t)
{
	struct winsize w = { 0 };
	if (ioctl(t->out, TIOCGWINSZ, &w) == 0 && w.ws_row > 0 && w.ws_col > 0)
		resizeterm(w.ws_row, w.ws_col);
	cells_size(&t->shown, LINES, COLS);
	forget_picture(t);
}

static bool start_curses(struct term *t, struct fault *why)
{
	const char *type = env_text("TERM");
	/* lint: L5 curses writes the screen itself, here only */
	t->screen = newterm(NULL, stdout, stdin);
	if (t->screen == NULL)
		return fault_set(why, FAULT_MISUSE,
		                 N_("Terminal %1 tidak dikenal di komputer ini; pasang paket "
		                    "ncurses-term, atau jalankan dengan TERM=xterm-256color"),
		                 type);
	if (capability("cup")[0] == '\0') {
		endwin();
		delscreen(t->screen);
		return fault_set(
		    why, FAULT_MISUSE,
		    N_("Terminal %1 tidak dapat memindahkan kursor; jalankan dengan "
		       "TERM=xterm-256color, atau pakailah perintah, lihat loket --help"),
		    type);
	}
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE); /* the terminal then sends what terminfo says */
	typeahead(-1);        /* painting never looks at the keyboard */
	t->colours = style_start(env_text("NO_COLOR")[0] != '\0');
	return true;
}

/* curses turns flow control off; a terminal or braille display that is slow keeps what it had. */
static void keep_flow(const struct term *t, const struct termios *before)
{
	struct termios now;
	if (tcgetattr(t->out, &now) != 0)
		return;
	now.c_iflag |= before->c_iflag & (IXON | IXOFF | IXANY);
	tcsetattr(t->out, TCSANOW, &now);
	def_prog_mode();
}

bool term_open(struct term **out, struct fault *why)
{
	struct termios before;
	const bool ascii = wants_ascii();
	struct term *t = calloc(1, sizeof *t);
	if (t == NULL)
		abort();
	t->in = STDIN_FILENO;
	t->out = STDOUT_FILENO;
	if (!check_terminal(t, why) || tcgetattr(t->out, &before) != 0 || !start_curses(t, why)) {
		free(t);
		return false;
	}
	keep_flow(t, &before);
	prepare_restore(t->out, &before);
	t->missing = signs_missing(t->out, ascii);
	t->signals = signals_open();
	t->esc_wait = esc_wait();
	learn_keys(t);
	cells_init(&t->shown, LINES, COLS);
	take_size(t);
	switch_modes_on(t);
	*out = t;
	return true;
}

void term_close(struct term *t)
{
	if (t == NULL)
		return;
	leave(t);
	delscreen(t->screen);
	close(t->signals);
	cells_done(&t->shown);
	free(t);
}

void term_size(const struct term *t, int *rows, int *cols)
{
	*rows = t->shown.rows;
	*cols = t->shown.cols;
}

static void take_back(struct term *t)
{
	restore.taken = 1;
	refresh();
	switch_modes_on(t);
	take_size(t);
	raise(SIGCONT); /* arrives as EV_SIZE: the caller draws */
}

void term_lend(struct term *t, void (*work)(void *with), void *with)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN }, before;
	bool end = false;
	leave(t);
	sigaction(SIGTSTP, &ignore, &before); /* else it would stop and we wait for ever */
	work(with);
	sigaction(SIGTSTP, &before, NULL);
	for (int number; (number = signals_next(t->signals)) != 0;)
		end = end || number == SIGTERM || number == SIGHUP;
	take_back(t);
	if (end)
		raise(SIGTERM);
}

void term_suspend(struct term *t)
{
	struct sigaction stop = { .sa_handler = SIG_DFL }, before;
	sigset_t mask, old;
	sigemptyset(&mask);
	sigaddset(&mask, SIGTSTP);

	leave(t);
	sigaction(SIGTSTP, &stop, &before);
	sigprocmask(SIG_UNBLOCK, &mask, &old);
	kill(0, SIGTSTP); /* the whole job, as the terminal's own Ctrl-Z would */
	sigprocmask(SIG_SETMASK, &old, NULL);
	sigaction(SIGTSTP, &before, NULL);
	take_back(t);
}

/* ---- waiting ---- */

/* What the signals that came ask for. True when `e` is filled. */
static bool take_signals(struct term *t, struct event *e)
{
	bool end = false, stop = false, draw = false;
	for (int number; (number = signals_next(t->signals)) != 0;) {
		end = end || number == SIGTERM || number == SIGHUP || number == SIGINT;
		stop = stop || number == SIGTSTP;
		draw = draw || number == SIGWINCH || number == SIGCONT;
	}
	*e = (struct event){ .kind = end ? EV_END : EV_SIZE };
	if (end)
		return true;
	if (stop)
		term_suspend(t);
	else if (draw)
		take_size(t);
	return stop || draw;
}

/* False: the terminal is gone. */
static bool take_bytes(struct term *t)
{
	struct decoder *d = &t->decoder;
	ssize_t got = read(t->in, d->in + d->count, sizeof d->in - d->count);
	if (got > 0)
		d->count += (size_t)got;
	return got > 0 || (got < 0 && (errno == EINTR || errno == EAGAIN));
}

/* Milliseconds until `end`, a time of clock_steady(); -1 when there is no end. */
static int time_left(int64_t end)
{
	int64_t left = end < 0 ? 0 : end - clock_steady();
	return end < 0 ? -1 : left < 0 ? 0 : left > INT_MAX ? INT_MAX : (int)left;
}

/* How long an unfinished sequence or paste may still wait for its rest; -1: there is none. */
static int patience(const struct term *t)
{
	const struct decoder *d = &t->decoder;
	if (d->count == sizeof d->in)
		return 0;
	return d->count == 1 && !d->pasting ? t->esc_wait
	       : d->count > 0 || d->pasting ? REST_WAIT
	                                    : -1;
}

static bool news(const struct pollfd *p, size_t count, struct event *e)
{
	for (size_t i = 0; i < count; i++) {
		if (p[i].revents != 0) {
			*e = (struct event){ .kind = EV_NEWS, .fd = p[i].fd };
			return true;
		}
	}
	return false;
}

void term_next(struct term *t, int timeout, const int *fds, size_t count, struct event *e)
{
	int64_t end = timeout < 0 ? -1 : clock_steady() + timeout;
	struct pollfd p[2 + NEWS_MOST] = { { t->in, POLLIN, 0 }, { t->signals, POLLIN, 0 } };
	assert(count <= NEWS_MOST);
	for (size_t i = 0; i < count; i++)
		p[2 + i] = (struct pollfd){ fds[i], POLLIN, 0 };

	bool late = false;
	while (!decoder_next(&t->decoder, late, e)) {
		int left = time_left(end), rest = patience(t);
		bool resting = rest >= 0 && (left < 0 || rest < left);
		int ready = poll(p, 2 + count, resting ? rest : left);
		if (ready < 0) /* EINTR: nothing in `p` is to be believed */
			continue;
		late = ready == 0 && resting;
		if (p[1].revents != 0 && take_signals(t, e))
			return;
		if (p[0].revents != 0) {
			if (take_bytes(t))
				continue;
			*e = (struct event){ .kind = EV_END };
			return;
		}
		if (news(p + 2, count, e))
			return;
		if (ready == 0 && !late) {
			*e = (struct event){ .kind = EV_TICK };
			return;
		}
	}
}

bool term_pending(struct term *t)
{
	struct pollfd p = { t->in, POLLIN, 0 };
	return t->decoder.count > 0 || poll(&p, 1, 0) > 0;
}
