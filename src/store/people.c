/* People: parties of a filing, persons known from earlier ones, and those who log in. */
#include "loket/store/people.h"

#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

enum {
	WRONG_PASSWORDS = 5,        /* in a row lock an account */
	LOCKED_FOR = 5 * 60 * 1000, /* milliseconds */
};

/* ---- parties ---- */

/* The marks people leave out, or type as a blank. */
static const char *const joints[] = { "'", "`", "-", "’", "‘", "ʼ" };

static size_t joint_at(const char *s)
{
	for (size_t i = 0; i < COUNT_OF(joints); i++) {
		if (text_starts(s, joints[i]))
			return strlen(joints[i]);
	}
	return 0;
}

/* A name as it is found: folded as one word, and once more parted where it has a joint, so that
 * both "nuraini" and "nur aini" find Nur’aini. */
static const char *name_key(const char *name, struct arena *a)
{
	struct text parted = text_start(a);
	bool joined = false;
	for (const char *at = name; *at != '\0';) {
		size_t joint = joint_at(at);
		text_add_bytes(&parted, joint > 0 ? " " : at, 1);
		joined = joined || joint > 0;
		at += joint > 0 ? joint : 1;
	}
	const char *key = text_fold(a, name);
	return joined ? arena_print(a, "%s %s", key, text_fold(a, parted.s)) : key;
}

static bool write_party(const struct applying *w, const struct party_row *p, struct fault *why)
{
	struct query q = row_of(w, SQL_party_write);
	bind_number(&q, ":row", p->row);
	bind_text(&q, ":side", p->side);
	bind_text(&q, ":label", p->label);
	bind_text(&q, ":name", p->name);
	bind_text(&q, ":key", name_key(p->name == NULL ? "" : p->name, w->a));
	bind_text(&q, ":nik", p->nik);
	bind_text(&q, ":phone", p->phone);
	bind_text(&q, ":email", p->email);
	bind_text(&q, ":village", p->village);
	return query_run(&q, why);
}

struct running_list {
	struct running *items;
	size_t count, capacity;
};

static bool running_of(struct store *s, const struct id *filing, const char *nik, struct arena *a,
                       struct running_list *out, struct fault *why)
{
	struct query q = query_of(s, SQL_party_running);
	bind_text(&q, ":nik", nik);
	bind_text(&q, ":filing", filing->text);
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct running *one = &out->items[out->count++];
		one->nik = nik;
		one->type = take_text(&q, a);
		one->name = take_text(&q, a);
	}
	return query_end(&q, why);
}

bool running_read(struct store *s, const struct id *filing, const struct values *pihak,
                  struct arena *a, struct context *out, struct fault *why)
{
	struct running_list list = { 0 };
	int rows = values_rows(pihak, "pihak");
	for (int row = 1; row <= rows; row++) {
		const char *nik = values_get(pihak, "pihak", row, "nik");
		if (!text_is_empty(nik) && !running_of(s, filing, nik, a, &list, why))
			return false;
	}
	out->running = list.items;
	out->running_count = list.count;
	return true;
}

bool write_parties(const struct applying *w, const struct change *ch, struct fault *why)
{
	struct query q = row_of(w, SQL_party_gone);
	bool good = query_run(&q, why);
	for (size_t i = 0; good && i < ch->to.parties.count; i++)
		good = write_party(w, &ch->to.parties.items[i], why);
	return good;
}

/* ---- persons ---- */

bool persons_know(struct store *s, int64_t revision, const struct values *filled, struct fault *why)
{
	bool good = true;
	for (size_t i = 0; good && i < filled->count; i++) {
		const struct value *v = &filled->items[i];
		if (v->row == 0 || !text_same(v->field, "nik") || text_is_empty(v->text))
			continue;
		struct query q = query_of(s, SQL_person_write);
		bind_text(&q, ":nik", v->text);
		bind_number(&q, ":revision", revision);
		bind_text(&q, ":list", v->list);
		bind_number(&q, ":row", v->row);
		good = query_run(&q, why);
	}
	return good;
}

/* The fields of one row, as a form's own. */
bool person_find(struct store *s, const char *nik, struct arena *a, struct values *out, bool *found,
                 struct fault *why)
{
	struct values form = { 0 };
	struct query q = query_of(s, SQL_person_find);
	bind_text(&q, ":nik", nik);
	*out = (struct values){ 0 };
	*found = query_next(&q);
	const char *list = *found ? take_text(&q, a) : "";
	int row = *found ? take_int(&q) : 0;
	const char *body = *found ? take_text(&q, a) : "{}";
	if (!query_end(&q, why) || !body_read(body, a, &form, why))
		return false;
	for (size_t i = 0; i < form.count; i++) {
		const struct value *v = &form.items[i];
		if (v->row == row && text_same(v->list, list))
			values_set(out, a, "", 0, v->field, v->text);
	}
	return true;
}

/* ---- users ---- */

static void take_user(struct query *q, struct arena *a, struct user_row *out)
{
	out->name = take_text(q, a);
	out->full_name = take_text(q, a);
	out->roles = take_text(q, a);
	out->unix_account = take_text(q, a);
	out->disabled = take_bool(q);
}

bool user_read(struct store *s, const char *name, struct arena *a, struct user_row *out,
               struct user_secret *secret, struct fault *why)
{
	*out = (struct user_row){ .name = "", .full_name = "", .roles = "", .unix_account = "" };
	*secret = (struct user_secret){ .hash = "", .locked = INSTANT_NONE };
	struct query q = query_of(s, SQL_user_read);
	bind_text(&q, ":name", name);
	if (query_next(&q)) {
		take_user(&q, a, out);
		secret->found = true;
		secret->hash = take_text(&q, a);
		secret->failures = take_int(&q);
		secret->locked = take_instant(&q);
	}
	return query_end(&q, why);
}

bool user_by_unix(struct store *s, const char *account, struct arena *a, struct user_row *out,
                  bool *found, struct fault *why)
{
	struct query q = query_of(s, SQL_user_by_unix);
	bind_given(&q, ":account", account);
	*found = query_next(&q);
	if (*found)
		take_user(&q, a, out);
	return query_end(&q, why);
}

bool users_read(struct store *s, struct arena *a, struct user_list *out, struct fault *why)
{
	*out = (struct user_list){ 0 };
	struct query q = query_of(s, SQL_users_read);
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		take_user(&q, a, &out->items[out->count++]);
	}
	return query_end(&q, why);
}

bool user_write(struct store *s, const struct user_row *u, const char *hash, struct fault *why)
{
	bool own;
	if (!write_enter(s, &own, why))
		return false;
	struct query q = query_of(s, SQL_user_write);
	bind_text(&q, ":name", u->name);
	bind_text(&q, ":full_name", u->full_name);
	bind_text(&q, ":roles", u->roles);
	bind_given(&q, ":unix_account", u->unix_account);
	bind_number(&q, ":disabled", u->disabled);
	bind_given(&q, ":hash", hash);
	return write_leave(s, own, query_run(&q, why), why);
}

bool user_tried(struct store *s, const char *name, bool good, instant now, struct fault *why)
{
	bool own;
	if (!write_enter(s, &own, why))
		return false;
	struct query q = query_of(s, good ? SQL_user_good : SQL_user_bad);
	bind_text(&q, ":name", name);
	if (!good) {
		bind_number(&q, ":most", WRONG_PASSWORDS);
		bind_instant(&q, ":until", now + LOCKED_FOR);
	}
	return write_leave(s, own, query_run(&q, why), why);
}
