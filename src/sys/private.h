/* What the files of sys share. */
#ifndef LOKET_SYS_PRIVATE_H
#define LOKET_SYS_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>

#include "loket/fault.h"

/* ---- fault.c ---- */
/* A refusal of the system: `subject` for %1 and what errno means for %2. Returns false. */
bool fault_system(struct fault *why, const char *text, const char *subject);

/* ---- log.c ---- */
/* Writes all bytes, through short writes, signals and a full non-blocking descriptor. False: errno
 * has the reason. */
bool write_all(int fd, const void *data, size_t size);

/* Logs a broken invariant and ends the process with code 3; atexit() handlers run, so that a
 * terminal is restored. */
_Noreturn void sys_end(const char *what);

#endif
