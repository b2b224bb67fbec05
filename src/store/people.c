/* People: parties of a filing, persons known from earlier ones, and those who log in. */
#include "loket/store/people.h"

#include <stdlib.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

enum {
	FREE_TRIES = 5,        /* wrong passwords before one has to wait */
	FIRST_DELAY = 1000,    /* milliseconds; doubled by each wrong one after it */
	LONGEST_DELAY = 60000, /* a minute: nobody shuts another out */
	TRIES_KEPT = 86400000, /* a day */
};

/* ---- parties ---- */

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
	bind_day(&q, ":born", p->born);
	return query_run(&q, why);
}

struct running_list {
	struct running *items;
	size_t count, capacity;
};

/* One party, and where the others stand that it is looked for among. */
struct looked_for {
	struct store *s;
	const struct id *filing;
	const struct name_sense *names;
	int row;
	const char *nik, *name;
	struct arena *a;
	struct running_list *out;
};

static void running_add(const struct looked_for *l, const struct running *one)
{
	struct running_list *out = l->out;
	out->items = list_grow(l->a, out->items, out->count, &out->capacity, sizeof *out->items);
	out->items[out->count++] = *one;
}

static bool running_by_nik(const struct looked_for *l, struct fault *why)
{
	struct query q = query_of(l->s, SQL_party_running);
	bind_text(&q, ":nik", l->nik);
	bind_text(&q, ":filing", l->filing->text);
	while (query_next(&q)) {
		struct running one = { .row = l->row, .alike = "" };
		one.type = take_text(&q, l->a);
		one.name = take_text(&q, l->a);
		running_add(l, &one);
	}
	return query_end(&q, why);
}

/* Who was born on the day and has another NIK, or none: by the sense of the name. */
static bool running_by_name(const struct looked_for *l, day born, struct fault *why)
{
	const char *sense = name_sense(l->names, l->name, l->a);
	struct query q = query_of(l->s, SQL_party_born);
	bind_day(&q, ":born", born);
	bind_text(&q, ":nik", l->nik);
	bind_text(&q, ":filing", l->filing->text);
	while (query_next(&q)) {
		struct running one = { .row = l->row };
		one.type = take_text(&q, l->a);
		one.name = take_text(&q, l->a);
		one.alike = take_text(&q, l->a);
		if (text_same(name_sense(l->names, one.alike, l->a), sense))
			running_add(l, &one);
	}
	return query_end(&q, why);
}

bool running_read(struct store *s, const struct id *filing, const struct values *pihak,
                  struct arena *a, struct context *out, struct fault *why)
{
	struct running_list list = { 0 };
	int rows = values_rows(pihak, PIHAK);
	for (int row = 1; row <= rows; row++) {
		day born;
		const struct looked_for l = { .s = s,
			                      .filing = filing,
			                      .names = &out->book->names,
			                      .row = row,
			                      .nik = values_get(pihak, "pihak", row, "nik"),
			                      .name = values_get(pihak, "pihak", row, "nama"),
			                      .a = a,
			                      .out = &list };
		if (!text_is_empty(l.nik) && !running_by_nik(&l, why))
			return false;
		if (!text_is_empty(l.name) &&
		    day_iso_parse(values_get(pihak, "pihak", row, "lahir"), &born) &&
		    !running_by_name(&l, born, why))
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

/* ---- what older filings are found by ---- */

static bool party_renew(struct store *s, int64_t seq, int row, const char *name, struct arena *a,
                        bool *changed, struct fault *why)
{
	const char *key = name_key(name, a);
	if (text_same(key, text_fold(a, name)))
		return true;
	*changed = true;
	struct query q = query_of(s, SQL_renew_party);
	bind_number(&q, ":seq", seq);
	bind_number(&q, ":row", row);
	bind_text(&q, ":key", key);
	return query_run(&q, why);
}

static bool filing_renew(struct store *s, int64_t seq, const char *title, struct arena *a,
                         struct fault *why)
{
	const char *key = name_key(title, a);
	bool good = true, changed = !text_same(key, text_fold(a, title));
	struct query q = query_of(s, SQL_renew_parties);
	bind_number(&q, ":seq", seq);
	while (good && query_next(&q)) {
		int row = take_int(&q);
		good = party_renew(s, seq, row, take_text(&q, a), a, &changed, why);
	}
	if (!query_end(&q, good ? why : NULL) || !good || !changed)
		return good;
	q = query_of(s, SQL_apply_words);
	bind_number(&q, ":seq", seq);
	bind_text(&q, ":key", key);
	return query_run(&q, why);
}

bool keys_renew(struct store *s, struct fault *why)
{
	bool good = true, more = true;
	for (int64_t seq = 0; good && more;) {
		struct arena a = arena_start(MIB);
		struct query q = query_of(s, SQL_renew_next);
		bind_number(&q, ":seq", seq);
		more = query_next(&q);
		seq = more ? take_number(&q) : 0;
		const char *title = more ? take_text(&q, &a) : "";
		good = query_end(&q, why) && (!more || filing_renew(s, seq, title, &a, why));
		arena_drop(&a);
	}
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

/* ---- registrants ---- */

/* "PERADI 12.345" and "peradi 12345" are one number. */
static const char *number_key(const char *number, struct arena *a)
{
	struct text t = text_start(a);
	text_add(&t, "nomor ");
	for (const char *s = text_fold(a, number); *s != '\0'; s++) {
		if ((*s >= '0' && *s <= '9') || (*s >= 'a' && *s <= 'z'))
			text_add_bytes(&t, s, 1);
	}
	return t.s;
}

static const char *named_key(const char *kind, const char *name, struct arena *a)
{
	return arena_print(a, "%s %s", kind, name_key(name, a));
}

static bool registrant_write(const struct applying *w, const char *key, const char *nik,
                             struct fault *why)
{
	struct query q = row_of(w, SQL_registrant_write);
	bind_text(&q, ":key", key);
	bind_text(&q, ":nik", nik);
	return query_run(&q, why);
}

bool registrant_know(const struct applying *w, const char *form, const struct values *filled,
                     struct fault *why)
{
	struct arena *a = w->a;
	bool account = text_same(form, AKUN), evidence = text_same(form, PENDAFTAR);
	const char *nik =
	    values_of(filled, text_is_empty(values_of(filled, "nik")) ? "nomor_identitas" : "nik");
	const struct {
		bool known;
		const char *value, *key;
	} rows[] = {
		{ account, nik, arena_print(a, "nik %s", nik) },
		{ account, values_of(filled, "nama"),
		  named_key("nama", values_of(filled, "nama"), a) },
		{ account, values_of(filled, "nama_badan"),
		  named_key("badan", values_of(filled, "nama_badan"), a) },
		{ account, values_of(filled, "lembaga"),
		  named_key("badan", values_of(filled, "lembaga"), a) },
		{ account, values_of(filled, "npwp"), number_key(values_of(filled, "npwp"), a) },
		{ evidence, values_of(filled, "kta"), number_key(values_of(filled, "kta"), a) },
		{ evidence, values_of(filled, "sk_nomor"),
		  number_key(values_of(filled, "sk_nomor"), a) },
	};
	bool good = true;
	for (size_t i = 0; good && i < COUNT_OF(rows); i++) {
		if (rows[i].known && !text_is_empty(rows[i].value))
			good = registrant_write(w, rows[i].key, nik, why);
	}
	struct query q = row_of(w, SQL_registrant_evidence);
	return good && (!evidence || query_run(&q, why));
}

bool registrant_find(struct store *s, const char *typed, struct arena *a, struct registrant *out,
                     bool *found, struct fault *why)
{
	const char *const keys[] = { arena_print(a, "nik %s", typed), named_key("nama", typed, a),
		                     named_key("badan", typed, a), number_key(typed, a) };
	*out = (struct registrant){ 0 };
	*found = false;
	for (size_t i = 0; !*found && i < COUNT_OF(keys); i++) {
		const char *account = "{}", *evidence = "{}", *shower = NULL;
		struct query q = query_of(s, SQL_registrant_find);
		bind_text(&q, ":key", keys[i]);
		while (query_next(&q)) {
			bool first = text_same(take_text(&q, a), AKUN), newest = take_bool(&q);
			const char *body = take_text(&q, a);
			*found = *found || (first && newest);
			*(!first ? &evidence : newest ? &account : &shower) = body;
		}
		if (!query_end(&q, why) || !body_read(account, a, &out->account, why) ||
		    !body_read(evidence, a, &out->evidence, why) ||
		    !body_read(shower == NULL ? account : shower, a, &out->shower, why))
			return false;
	}
	return true;
}

static int by_card(const void *one, const void *other)
{
	const struct holder_row *a = one, *b = other;
	bool both = a->until != DAY_NONE && b->until != DAY_NONE;
	if (a->until != b->until)
		return (both ? a->until < b->until : a->until != DAY_NONE) ? -1 : 1;
	return strcmp(a->name, b->name);
}

static bool account_take(struct query *q, struct arena *a, struct holder_row *out,
                         struct fault *why)
{
	struct values account = { 0 }, evidence = { 0 };
	const char *filled = take_text(q, a), *shown = take_text(q, a);
	if (!body_read(filled, a, &account, why) || !body_read(shown, a, &evidence, why))
		return false;
	const char *body = values_of(&account, "nama_badan");
	*out = (struct holder_row){
		.kind = values_of(&account, "jenis"),
		.name = values_of(&account, "nama"),
		.body = text_is_empty(body) ? values_of(&account, "lembaga") : body,
		.organisation = values_of(&account, "organisasi"),
		.card = values_of(&evidence, "kta"),
		.address = values_of(&account, text_is_empty(values_of(&account, "alamat_kantor"))
		                                   ? "alamat"
		                                   : "alamat_kantor"),
		.phone = values_of(&account, "telepon"),
		.email = values_of(&account, "email"),
		.bank = values_of(&account, "bank"),
		.account = values_of(&account, "rekening"),
		.owner = values_of(&account, "pemilik_rekening"),
		.until = DAY_NONE,
		.reg = take_text(q, a),
		.count = take_number(q),
	};
	if (!day_iso_parse(values_of(&evidence, "kta_habis"), &out->until))
		out->until = DAY_NONE;
	return true;
}

bool holders_read(struct store *s, struct arena *a, struct holder_list *out, struct fault *why)
{
	bool good = true;
	struct query q = query_of(s, SQL_accounts_read);
	*out = (struct holder_list){ 0 };
	while (good && query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		good = account_take(&q, a, &out->items[out->count++], why);
	}
	if (!query_end(&q, good ? why : NULL) || !good)
		return false;
	if (out->count > 1)
		qsort(out->items, out->count, sizeof *out->items, by_card);
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
	*secret = (struct user_secret){ .hash = "" };
	struct query q = query_of(s, SQL_user_read);
	bind_text(&q, ":name", name);
	if (query_next(&q)) {
		take_user(&q, a, out);
		secret->found = true;
		secret->hash = take_text(&q, a);
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

static bool tries_sweep(struct store *s, instant now, struct fault *why)
{
	struct query q = query_of(s, SQL_login_sweep);
	bind_instant(&q, ":before", now - TRIES_KEPT);
	return query_run(&q, why);
}

static bool try_count(struct store *s, const struct login_try *t, bool *counted, struct fault *why)
{
	struct query q = query_of(s, SQL_login_try);
	bind_text(&q, ":user", t->user);
	bind_text(&q, ":source", t->source);
	bind_instant(&q, ":now", t->now);
	bind_number(&q, ":free", FREE_TRIES);
	bind_number(&q, ":delay", FIRST_DELAY);
	bind_number(&q, ":longest", LONGEST_DELAY);
	*counted = query_next(&q);
	return query_end(&q, why) && tries_sweep(s, t->now, why);
}

bool login_wait(struct store *s, const struct login_try *t, int64_t *wait, struct fault *why)
{
	struct query q = query_of(s, SQL_login_until);
	bind_text(&q, ":user", t->user);
	bind_text(&q, ":source", t->source);
	int64_t left = query_next(&q) ? take_number(&q) - t->now : 0;
	*wait = left > 0 && left <= LONGEST_DELAY ? left : 0;
	return query_end(&q, why);
}

bool login_count(struct store *s, const struct login_try *t, int64_t *wait, struct fault *why)
{
	bool own, counted = false;
	if (!login_wait(s, t, wait, why) || *wait > 0)
		return *wait > 0;
	if (!write_enter(s, &own, why))
		return false;
	if (!write_leave(s, own, try_count(s, t, &counted, why), why))
		return false;
	return counted || login_wait(s, t, wait, why);
}

bool login_right(struct store *s, const struct login_try *t, struct fault *why)
{
	struct query q = query_of(s, SQL_login_good);
	bind_text(&q, ":user", t->user);
	bind_text(&q, ":source", t->source);
	return query_run(&q, why);
}

bool login_freed(struct store *s, const char *user, bool *waited, struct fault *why)
{
	struct query q = query_of(s, SQL_login_free);
	bind_text(&q, ":user", user);
	bind_number(&q, ":free", FREE_TRIES);
	*waited = false;
	while (query_next(&q))
		*waited = true;
	return query_end(&q, why);
}

bool user_log_write(struct store *s, const struct user_act *act, struct fault *why)
{
	struct query q = query_of(s, SQL_user_log_write);
	bind_instant(&q, ":at", act->at);
	bind_text(&q, ":who", act->who);
	bind_text(&q, ":user", act->user);
	bind_text(&q, ":what", act->what);
	bind_text(&q, ":was", act->was);
	bind_text(&q, ":became", act->became);
	return query_run(&q, why);
}

bool user_log_read(struct store *s, const char *user, int most, struct arena *a,
                   struct user_act_list *out, struct fault *why)
{
	*out = (struct user_act_list){ 0 };
	struct query q = query_of(s, SQL_user_log_read);
	bind_text(&q, ":user", user);
	bind_number(&q, ":most", most);
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct user_act *act = &out->items[out->count++];
		act->number = take_number(&q);
		act->at = take_instant(&q);
		act->who = take_text(&q, a);
		act->user = take_text(&q, a);
		act->what = take_text(&q, a);
		act->was = take_text(&q, a);
		act->became = take_text(&q, a);
	}
	return query_end(&q, why);
}

/* ---- a login handed on ---- */

bool pass_write(struct store *s, const char *hash, const char *user, instant now, instant until,
                struct fault *why)
{
	bool own;
	if (!write_enter(s, &own, why))
		return false;
	struct query sweep = query_of(s, SQL_pass_sweep);
	bind_instant(&sweep, ":now", now);
	bool good = query_run(&sweep, why);
	struct query q = query_of(s, SQL_pass_write);
	bind_text(&q, ":hash", hash);
	bind_text(&q, ":user", user);
	bind_instant(&q, ":until", until);
	return write_leave(s, own, query_run(&q, why) && good, why);
}

bool pass_take(struct store *s, const char *hash, instant now, struct arena *a, const char **user,
               struct fault *why)
{
	bool own;
	*user = NULL;
	if (!write_enter(s, &own, why))
		return false;
	struct query q = query_of(s, SQL_pass_take);
	bind_text(&q, ":hash", hash);
	bind_instant(&q, ":now", now);
	if (query_next(&q))
		*user = take_text(&q, a);
	return write_leave(s, own, query_end(&q, why), why);
}
