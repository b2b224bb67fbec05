/* Who registered before, and persons who were parties. */
#include "loket/registrant.h"

#include "loket/list.h"
#include "loket/store/people.h"
#include "loket/text.h"

#include "private.h"

bool service_person(const struct login *s, const char *nik, struct arena *a, struct values *out,
                    bool *found, struct fault *why)
{
	return may_or_refuse(s, act_fill_parties.name, why) &&
	       person_find(s->app->store, nik, a, out, found, why);
}

bool service_registrant(const struct login *s, const char *typed, struct arena *a,
                        struct registrant *out, bool *found, struct fault *why)
{
	return may_or_refuse(s, act_fill_account.name, why) &&
	       registrant_find(s->app->store, typed, a, out, found, why);
}

bool service_holders(const struct login *s, struct arena *a, struct holder_list *out,
                     struct fault *why)
{
	return may_or_refuse(s, act_fill_account.name, why) &&
	       holders_read(s->app->store, a, out, why);
}

const char *service_account_shown(const struct login *s, const char *field, const char *stored,
                                  struct arena *a)
{
	const struct rulebook *b = s->app->book;
	const struct form *form = rulebook_form(b, AKUN);
	const struct field *of = form == NULL ? NULL : form_field(form, "", field);
	const struct values none = { 0 };
	const struct form_scope scope = { .own = &none,
		                          .lists = b->lists,
		                          .list_count = b->list_count };
	return of == NULL || text_is_empty(stored) ? stored : field_show(of, stored, &scope, a);
}
