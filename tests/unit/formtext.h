/* A form from its text, for tests: only what stands inside <form> is given. */
#ifndef LOKET_TESTS_FORMTEXT_H
#define LOKET_TESTS_FORMTEXT_H

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "loket/form.h"

#include "unit.h"

#define FORM_OPEN "<form xmlns=\"urn:loket:form:1\" step=\"uji\" title=\"Uji\">\n"

static inline bool form_from(const char *inside, struct arena *a, struct form **out,
                             struct fault *why)
{
	struct xml_schema *schema;
	if (!xml_schema_open(LOKET_SOURCE "/forms/form.xsd", &schema, why))
		return false;
	char path[64];
	int fd = memfd_create("form", MFD_CLOEXEC);
	dprintf(fd, FORM_OPEN "%s</form>\n", inside);
	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	bool done = form_load(path, schema, a, out, why);
	close(fd);
	xml_schema_close(&schema);
	return done;
}

/* One that must load. */
static inline struct form *form_made(const char *inside, struct arena *a)
{
	struct form *form = NULL;
	struct fault why;
	char said[512];
	if (form_from(inside, a, &form, &why))
		return form;
	fault_say(&why, said, sizeof said);
	fail_msg("%s", said);
	return NULL;
}

#endif
