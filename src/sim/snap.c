/* How SNAP words an answer: its codes, its times, the members of a request. */
#include <stdlib.h>

#include "private.h"

const struct zone jakarta = { .name = "WIB", .minutes = 7 * 60 };

const char *stamp_local(instant t, struct arena *a)
{
	char s[64];
	instant_local(t, &jakarta, s, sizeof s);
	return arena_text(a, s);
}

void snap_say(const struct sim_call *c, int http, int case_, const char *message,
              struct sim_reply *r)
{
	struct text t = text_start(c->a);
	text_addf(&t, "{\"responseCode\":\"%03d%02d%02d\",\"responseMessage\":", http,
	          c->route->code, case_);
	text_add_json(&t, message);
	text_add(&t, "}");
	reply_text(r, http, t.s, c->a);
}

void bank_call_refuse(const struct passed_call *t, int http, int case_, const char *message)
{
	snap_say(t->call, http, case_, message, t->reply);
}

void bank_call_answer(const struct passed_call *t, const char *key, json_t *data)
{
	json_t *all = json_pack("{s:o, s:s, s:o}", "responseCode",
	                        json_sprintf("200%02d00", t->call->route->code), "responseMessage",
	                        "Successful", key, data);
	char *body = json_dumps(all, JSON_COMPACT);
	if (body != NULL)
		reply_text(t->reply, 200, body, t->a);
	free(body);
	json_decref(all);
}

const char *ask_text(const struct passed_call *t, const char *name)
{
	const char *text = json_string_value(json_object_get(t->ask, name));
	return text == NULL ? "" : text;
}
