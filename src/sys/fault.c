/* A refusal of the operating system, for a person. */
#include "loket/fault.h"

#include <errno.h>
#include <string.h>

#include "private.h"

bool fault_system(struct fault *why, const char *text, const char *subject)
{
	return fault_set(why, FAULT_OUTSIDE, text, subject, strerror(errno));
}
