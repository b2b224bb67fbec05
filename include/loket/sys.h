/* The operating system: the only room that reads time, random bytes, files, the environment, other
 * processes and the log. The rooms above get these as values. */
#ifndef LOKET_SYS_H
#define LOKET_SYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "loket/arena.h"
#include "loket/date.h"
#include "loket/fault.h"
#include "loket/id.h"

/* ---- fault.c ---- */
/* What an errno means, in the reader's language. */
const char *system_words(int code);

/* ---- clock.c ---- */
/* Wall clock, UTC: the machine's, and nobody can tell a program another one. Tests set one before
 * the C library's (tests/clock.c). */
instant clock_now(void);
/* Milliseconds that never go back, for waits and leases in one process. */
int64_t clock_steady(void);
void clock_rest(int milliseconds);
/* Since the machine was started, milliseconds, and which start that was, "" where no system tells
 * it: setting the machine's date moves neither. */
enum { BOOT_ROOM = 64 };
struct uptime {
	int64_t ran;
	char boot[BOOT_ROOM];
};
struct uptime clock_uptime(void);

/* ---- random.c ---- */
/* getrandom(2); cannot fail on Linux >= 3.17, else the process ends. */
void random_fill(void *out, size_t length);
struct id id_new(void); /* id_make() of now and fresh random */

/* ---- file.c ---- */
struct bytes {
	unsigned char *data; /* in the arena; NUL follows the last byte, not counted */
	size_t size;
};

/* Reads a regular file; refused when larger than `max` (the fault names path, size and limit). */
MUST_USE bool file_read(const char *path, size_t max, struct arena *a, struct bytes *out,
                        struct fault *why);
/* Writes a temporary file, syncs, renames, syncs the folder: after a crash the old or the new
 * content is there, never half. */
MUST_USE bool file_write(const char *path, const void *data, size_t size, mode_t mode,
                         struct fault *why);
void file_drop(const char *path); /* gone, if it was there */
/* When it was last changed, and the Unix account that owns it ("" : the number has no name). False:
 * no such file. */
bool file_mark(const char *path, struct arena *a, instant *changed, const char **owner);
/* Its permission bits, 0600 and the like; -1: no such file. */
int file_mode(const char *path);
/* False: others than the owner may read it, or it does not exist; the fault gives the command to
 * correct it. For keys and secrets. */
MUST_USE bool file_private(const char *path, struct fault *why);

/* ---- lock.c ---- */
/* A lock is held as long as the descriptor is open; the kernel releases it when the process dies.
 */
MUST_USE bool lock_open(const char *path, int *fd, struct fault *why);
bool lock_try(int fd); /* at once or not */
/* As long as it is held, stops are kept back (stops_hold()). */
bool lock_within(int fd, int milliseconds);
void lock_leave(int fd); /* what lock_within() got */
void lock_close(int fd); /* what lock_open() opened; it is held no more */
/* Who holds it: written into the file by lock_sign(), checked with the kernel's own list where that
 * can be read; a program that is not ours has a number only. False: nobody is known. */
struct lock_holder {
	pid_t pid;
	instant since; /* 0: not known */
	char who[64];  /* the user of Loket; "" : not known */
};
void lock_sign(int fd, const char *who); /* by its holder */
bool lock_holder(int fd, struct lock_holder *out);
/* "proses 4711 (sari)", in the user's language. */
const char *holder_words(const struct lock_holder *holder, struct arena *a);
/* Told once, while lock_within() waits longer than LOCK_TOLD_AFTER milliseconds. */
enum { LOCK_TOLD_AFTER = 2000 };
void lock_watch(void (*told)(const struct lock_holder *holder));
/* Between these a terminal's stop (Ctrl-Z) is kept back: nobody waits for a stopped process. A pair
 * may stand inside another. */
void stops_hold(void);
void stops_let(void);

/* ---- folder.c ---- */
/* With parents, mode 0700; existing is fine. */
MUST_USE bool folder_make(const char *path, struct fault *why);

struct folder_entry {
	const char *name;
	bool folder;
	int64_t size;
	instant changed;
};
struct folder {
	struct folder_entry *items;
	size_t count, capacity;
};
/* Sorted: folders first, then by name; hidden names left out. */
MUST_USE bool folder_read(const char *path, struct arena *a, struct folder *out, struct fault *why);

/* ---- tree.c ---- */
/* The regular files below a folder, by their path from it ("berkas/de/de68…"), in order; hidden
 * names, links and sockets left out. */
struct tree_file {
	const char *path;
	int64_t size;
};
struct tree {
	struct tree_file *items;
	size_t count, capacity;
};
MUST_USE bool tree_read(const char *folder, struct arena *a, struct tree *out, struct fault *why);
/* The folder with all that is in it, made for a while; what cannot be removed stays. */
void tree_drop(const char *folder);
/* Hands a file of any size on in parts. */
MUST_USE bool file_parts(const char *path, void (*take)(void *to, const void *part, size_t size),
                         void *to, struct fault *why);
/* A file of any size, synced, with its folders; mode 0600, or 0400 where the first has no more. */
MUST_USE bool file_copy(const char *from, const char *to, struct fault *why);
/* Another name for the same file where the disk has such, else a copy: for files that do not
 * change. */
MUST_USE bool file_link(const char *from, const char *to, struct fault *why);
/* All of a folder into another, synced. */
MUST_USE bool tree_copy(const char *from, const char *to, struct fault *why);
/* Gives a whole folder its name, all in it being synced; refused where there is one. */
MUST_USE bool folder_name(const char *hidden, const char *path, struct fault *why);
/* The same where there is one, which is removed afterwards. */
MUST_USE bool folder_replace(const char *hidden, const char *path, struct fault *why);

/* ---- home.c ---- */
/* Folders. `path` is the data home: $LOKET_HOME, else for an installed program /var/lib/loket/home
 * where there is a /var/lib/loket, else $XDG_DATA_HOME/loket, else ~/.local/share/loket. `share`
 * holds forms/ and data/: the tree's for a program in TREE/build/, else PREFIX/share/loket;
 * LOKET_SHARE names another one, but only to a program in its tree or in a home for trying. Files
 * in `path`/forms and `path`/data take precedence one by one, so that a court's change survives an
 * update; `libexec` is the folder of the running program. */
struct home {
	char path[512], share[512], libexec[512];
	bool built; /* the program lies in the tree that it was built from */
	/* A data file that is tried out: its name, and the file read in its place. NULL: none. */
	const char *trial, *trial_file;
};
MUST_USE bool home_find(struct home *h, struct fault *why);
/* The programs started from here find this home. */
void home_hand_on(const char *path);
/* Made for trying, with the example court's people: a mark in it says so. */
#define HOME_MARK "contoh"
bool home_is_sample(const struct home *h);
/* The path of a data or form file: "data/fees.xml" -> the home's own, else the shared one. In `a`.
 */
const char *home_data(const struct home *h, const char *name, struct arena *a);
/* Inside the home. */
const char *home_file(const struct home *h, const char *name, struct arena *a);
/* One of our programs, beside the running one or in the other of bin and sbin. In `a`. */
const char *home_program(const struct home *h, const char *name, struct arena *a);
bool file_exists(const char *path);
const char *env_text(const char *name); /* "" when not set; the only getenv() */
/* The name of the Unix account of who came, or "": the one that runs us, or that sudo was called
 * from. In `a`. */
const char *unix_account(struct arena *a);
const char *unix_account_of(unsigned user, struct arena *a);
/* False: we were not called by sudo. */
bool unix_by_sudo(unsigned *caller);

/* ---- guard.c ---- */
/* Refuses a home that another account owns or others can write, and forms and data that others than
 * root and the home's owner can write: who can change these has every right. One that is not there
 * yet is good. */
MUST_USE bool home_guard(const struct home *h, struct fault *why);
/* The account that runs us owns the home, and nobody came to it by sudo: it reads every file of the
 * home anyway. */
bool home_is_ours(const struct home *h);
/* Where who came to a court's home by sudo takes documents from: the account that runs us may read
 * what is not for him. NULL: from anywhere. */
const char *documents_folder(const struct home *h);
/* Refuses one from elsewhere; links are followed. */
MUST_USE bool documents_guard(const struct home *h, const char *path, struct fault *why);

/* ---- heart.c ---- */
/* The life of a home's worker. A dead one is known at once, because the kernel lets go of its lock,
 * and one that has not moved for eight seconds hangs. */
enum heart_state { HEART_STILL, HEART_BEATS, HEART_HANGS };
struct heart {
	int fd; /* the worker's own */
	pid_t pid;
	instant since; /* it began */
	int64_t beat;  /* steady: it moved last; 0: not yet */
	bool deaf;     /* it cannot listen for the bank */
};
/* By the worker; refused while another one lives. */
MUST_USE bool heart_begin(const struct home *h, struct heart *out, struct fault *why);
void heart_beat(struct heart *h); /* in each round; writes every two seconds */
void heart_end(struct heart *h);
enum heart_state heart_look(const struct home *h, struct heart *out);

/* ---- disk.c ---- */
/* Refuses a home on a network file system: POSIX locks and WAL need one kernel. */
MUST_USE bool home_is_local(const struct home *h, struct fault *why);
struct disk_room {
	int64_t free, all; /* bytes: for us; of the disk */
};
bool disk_room(const char *path, struct disk_room *out);

/* ---- cable.c ---- */
/* Of this machine's network cards, without the loopback. */
struct cable {
	char card[32];        /* the first that has a carrier; "" : none has */
	bool present, routed; /* there is a card; there is a way out of the house */
};
void cable_look(struct cable *out);

/* ---- language.c ---- */
/* Selects the catalogue that LANGUAGE names ("en"), if there is one; Indonesian otherwise, in every
 * locale. Called once, first in main(). */
void language_open(void);

/* ---- log.c ---- */
/* Writes one line to stderr or to `path`: time, program, message; controls escaped, never a secret.
 * To systemd's journal its level instead of the first two: a fault is a warning. */
void log_open(const char *program, const char *path); /* NULL: stderr */
/* A new file where the old one was moved away. False: it cannot be written, the old one goes on. */
bool log_reopen(void);
__attribute__((format(printf, 1, 2))) void log_line(const char *format, ...);
void log_fault(const char *doing, const struct fault *why);
/* Standard output of headless commands; nothing else writes there. */
void out_text(const char *s);
void err_text(const char *s);
/* A line on a terminal's error output that stands until anything else is written. */
void err_status(const char *line);

/* ---- progress.c ---- */
/* Work that may last over a second tells how much of it is done; a command shows it. */
void progress_watch(void (*told)(size_t done, size_t all));
void progress_tell(size_t done, size_t all);

/* ---- wakeup.c ---- */
/* Wakeups between processes: a datagram socket per listener under `home`/wakeup/. A wakeup tells
 * every listener to look at the database now; a lost one costs half a second, never correctness. */
struct wakeup {
	int fd; /* to poll for reading; -1 when closed */
	char path[512];
};
MUST_USE bool wakeup_open(struct wakeup *b, const struct home *h, struct fault *why);
void wakeup_close(struct wakeup *b);
void wakeup_clear(struct wakeup *b);    /* reads and discards pending wakeups */
void wakeup_send(const struct home *h); /* all listeners; dead ones' sockets are swept away */

/* ---- notify.c ---- */
/* Tells systemd(1), which may have started us, that we do what we are there for; see sd_notify(3).
 */
void service_ready(void);

/* ---- loop.c ---- */
/* Signals as a descriptor, for a program's one wait (poll(2), or curl_multi_poll in the worker):
 * readable at SIGTERM SIGINT SIGHUP SIGCHLD SIGWINCH SIGTSTP SIGCONT. */
int signals_open(void);
bool signal_ends(int signal); /* does it ask a program to end? */
int signals_next(int fd);     /* the next signal's number, 0 when none is left */

/* ---- child.c ---- */
/* Other programs: no shell, only the named descriptors, stdin/stdout through pipes. */
struct child {
	pid_t pid; /* 0: none */
	int in;    /* we write here; -1 when closed */
	int out;   /* we read here; -1 when closed */
};
/* `argv` ends with NULL; argv[0] is a path. With `pipes` false the child keeps our terminal. The
 * child is killed when we die (PR_SET_PDEATHSIG), so that nothing keeps running after kill -9. */
MUST_USE bool child_start(struct child *c, const char *const *argv, bool pipes, struct fault *why);
/* The same with pipes, without a terminal, and with its error output where its output goes. */
MUST_USE bool child_start_apart(struct child *c, const char *const *argv, struct fault *why);
/* Waits at most `milliseconds` (-1: as long as it takes); false when it still runs. */
bool child_wait(struct child *c, int milliseconds, int *exit_code);
void child_shut(struct child *c); /* its input ends */
void child_stop(struct child *c); /* SIGTERM, two seconds, SIGKILL; reaped */
/* All bytes or a fault; EINTR and short counts handled; at most `milliseconds` without progress. */
MUST_USE bool pipe_write(int fd, const void *data, size_t size, struct fault *why);
MUST_USE bool pipe_read(int fd, void *data, size_t size, int milliseconds, struct fault *why);
/* Writes some bytes to a reader that may have ended without wanting them. */
void pipe_offer(int fd, const void *data, size_t size);
/* What is there now, once: bytes; 0: the end; -1: nothing yet. */
long pipe_take(int fd, void *data, size_t size);
/* Reads to the end, at most `max` bytes and `milliseconds` without progress. In `a`. */
MUST_USE bool pipe_drain(int fd, size_t max, int milliseconds, struct arena *a, struct bytes *out,
                         struct fault *why);

/* ---- process.c ---- */
/* When the process started, in clock ticks since boot: together with its number this identifies it
 * uniquely. 0: no such process. */
int64_t process_started(pid_t pid);

/* ---- secret.c ---- */
/* Without echo from the terminal, or the first line of the file when `path` is not NULL. */
MUST_USE bool secret_ask(const char *prompt, const char *path, char *out, size_t capacity,
                         struct fault *why);
void secret_wipe(void *memory, size_t size);
/* For processes that hold keys: no core dump, and other processes cannot read its memory. */
void secrets_guard(void);

#endif
