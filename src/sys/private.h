/* What the files of sys share. */
#ifndef LOKET_SYS_PRIVATE_H
#define LOKET_SYS_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>

#include "loket/fault.h"

/* ---- file.c ---- */
/* A refusal of the system: `subject` for %1 and what errno means for %2. Returns false. */
bool fault_system(struct fault *why, const char *text, const char *subject);

/* ---- log.c ---- */
/* All bytes, through short writes, signals and a descriptor that would block; false: errno says
 * why. */
bool write_all(int fd, const void *data, size_t size);

/* Logs what cannot be and ends the process with code 3; atexit() handlers run, so that a terminal
 * is put right. */
_Noreturn void sys_end(const char *what);

#endif
