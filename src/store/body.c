/* Filled forms stand in the rows as JSON, by the form's own order. */
#include "private.h"

const char *body_write(const struct values *v, const struct form *f, struct arena *a)
{
	struct text t = text_start(a);
	values_json(v, f, &t);
	return t.s;
}

bool body_read(const char *json, struct arena *a, struct values *out, struct fault *why)
{
	return values_parse(json, a, out) ||
	       fault_set(why, FAULT_OUTSIDE,
	                 N_("Isian yang tersimpan rusak; pulihkan basis data dari cadangan"));
}
