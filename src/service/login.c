/* Authentication. Passwords are kept as libsodium's argon2id text and compared by it; neither the
 * answer nor its time tells whether the name or the password was wrong. */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "loket/store/people.h"
#include "loket/text.h"

#include "private.h"

/* A hash to compare with for an unknown user, so that both cases cost the same time. */
static const char *const nobody = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHRzb21lc2FsdA"
                                  "$0000000000000000000000000000000000000000000";

bool login_may(const struct login *s, const char *act)
{
	const struct rights *rights = &s->app->book->rights;
	struct fault unfit;
	return (s->machine || roles_fit_person(rights, s->roles, &unfit)) &&
	       rights_allow(rights, s->roles, act);
}

void login_who_may(const struct login *s, const char *act, char *out, size_t capacity)
{
	const struct rulebook *book = s->app->book;
	struct arena a = arena_start(MIB);
	struct text who = text_start(&a);
	for (size_t i = 0; i < book->rights.count; i++) {
		const struct right *r = &book->rights.items[i];
		for (size_t k = 0; text_same(r->act, act) && k < r->role_count; k++) {
			if (!rights_allow(&book->rights, r->roles[k], act))
				continue;
			if (who.length > 0)
				text_add(&who, ", ");
			text_add(&who, role_name(book, r->roles[k]));
		}
	}
	message_fill(_("Yang berwenang: %1"), (const char *const[]){ who.s }, 1, out, capacity);
	arena_drop(&a);
}

bool may_or_refuse(const struct login *s, const char *act, struct fault *why)
{
	char who[256];
	if (!login_stands(s, why))
		return false;
	if (login_may(s, act))
		return true;
	if (!s->machine && !roles_fit_person(&s->app->book->rights, s->roles, why))
		return false;
	login_who_may(s, act, who, sizeof who);
	return fault_set(why, FAULT_REFUSED, N_("Anda tidak berwenang melakukannya. %1"), who);
}

/* The role of a machine account has its name, but for the worker's own. */
static const char *machine_role(const char *name)
{
	return text_same(name, "worker") ? "pekerja" : name;
}

const char *user_called(const struct login *s, const char *user, struct arena *a)
{
	struct user_row row;
	struct user_secret secret = { 0 };
	struct fault why;
	bool known = !text_is_empty(user) &&
	             user_read(s->app->store, user, a, &row, &secret, &why) && secret.found;
	return known ? row.full_name : role_name(s->app->book, machine_role(user));
}

/* Of what an administrator can take from somebody: the account, its roles, its password. "" : there
 * is no such account. */
static bool seal_read(struct app *p, const char *user, char out[LOGIN_SEAL], struct fault *why)
{
	unsigned char hash[(LOGIN_SEAL - 1) / 2];
	struct arena a = arena_start(MIB);
	struct user_row row;
	struct user_secret secret = { 0 };
	bool good = user_read(p->store, user, &a, &row, &secret, why);
	out[0] = '\0';
	if (good && secret.found && !row.disabled) {
		const char *all = arena_print(&a, "%s\n%s", row.roles, secret.hash);
		crypto_generichash(hash, sizeof hash, (const unsigned char *)all, strlen(all), NULL,
		                   0);
		sodium_bin2hex(out, LOGIN_SEAL, hash, sizeof hash);
	}
	arena_drop(&a);
	return good;
}

bool login_stands(const struct login *s, struct fault *why)
{
	char seal[LOGIN_SEAL];
	struct app *p = s->app;
	int64_t news = s->machine ? p->login_news : store_data_version(p->store);
	if (news == p->login_news)
		return true;
	if (!seal_read(p, s->user, seal, why))
		return false;
	if (!text_same(seal, s->seal))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Akun %1 ditutup atau diubah administrator; masuk lagi"),
		                 s->user);
	p->login_news = news;
	return true;
}

static void login_take(struct app *p, const struct user_row *u, struct login *out)
{
	struct fault why;
	*out = (struct login){ .app = p };
	if (!seal_read(p, u->name, out->seal, &why))
		out->seal[0] =
		    '\0'; /* it stands for nothing then, and is refused at its first act */
	p->login_news = store_data_version(p->store);
	snprintf(out->user, sizeof out->user, "%s", u->name);
	snprintf(out->full_name, sizeof out->full_name, "%s", u->full_name);
	snprintf(out->roles, sizeof out->roles, "%s", u->roles);
	store_named(p->store, u->name);
}

enum { BUSY_MS = 500 };

/* Who came in, or did not, is written; nobody has logged in yet, so the Unix account is told. A
 * name that no user has is not kept: it may be a password. */
static bool tried(struct app *p, const struct login_try *t, bool known, bool good,
                  struct fault *why)
{
	const struct user_act act = { .at = t->now,
		                      .who = good ? t->user : "",
		                      .user = known ? t->user : "",
		                      .what = good ? "masuk" : "gagal",
		                      .was = "",
		                      .became = t->source };
	/* who is right comes in while another process holds the lock; who is wrong waits for it */
	if (!good ? !store_begin(p->store, why) : !store_begin_within(p->store, BUSY_MS, why)) {
		log_fault("login", why);
		return good;
	}
	if ((!good || login_right(p->store, t, why)) && user_log_write(p->store, &act, why))
		return store_commit(p->store, why);
	store_rollback(p->store);
	return false;
}

static bool password_fits(const char *hash, const char *password)
{
	return sodium_init() >= 0 &&
	       crypto_pwhash_str_verify(hash, password, strlen(password)) == 0;
}

/* While another process holds the lock it is not counted, but waits for it if it was wrong. */
static bool count_within(struct store *s, const struct login_try *t, int64_t *wait,
                         struct fault *why)
{
	if (!login_wait(s, t, wait, why) || *wait > 0)
		return *wait > 0;
	if (!store_begin_within(s, BUSY_MS, why))
		return why->kind == FAULT_OUTSIDE;
	if (login_count(s, t, wait, why))
		return store_commit(s, why);
	store_rollback(s);
	return false;
}

/* Counted before it is tried, so that of many at once only a few are. Who types it again at once,
 * as programs do, waits a little. */
static bool counted(struct app *p, struct login_try *t, struct fault *why)
{
	enum { PATIENT_FOR = 3000, LOOKS_AGAIN = 50 };
	int64_t wait, began = clock_steady();
	do {
		t->now = clock_now();
		if (!count_within(p->store, t, &wait, why))
			return false;
		if (wait > 0)
			clock_rest(LOOKS_AGAIN);
	} while (wait > 0 && wait < PATIENT_FOR && clock_steady() - began < PATIENT_FOR);
	if (wait == 0)
		return true;
	char seconds[24];
	snprintf(seconds, sizeof seconds, "%lld", (long long)(wait + 999) / 1000);
	return fault_set(why, FAULT_REFUSED, N_("Terlalu banyak kata sandi salah; tunggu %1 detik"),
	                 seconds);
}

bool login_password(struct app *p, const char *user, const char *password, struct login *out,
                    struct fault *why)
{
	struct arena a = arena_start(MIB);
	struct user_row row;
	struct user_secret secret = { 0 };
	struct login_try t = { .user = user, .source = unix_account(&a) };
	bool good = counted(p, &t, why) && user_read(p->store, user, &a, &row, &secret, why);
	if (good) {
		bool fits = password_fits(secret.found ? secret.hash : nobody, password) &&
		            secret.found && !row.disabled;
		good = tried(p, &t, secret.found, fits, why) &&
		       (fits ||
		        fault_set(why, FAULT_REFUSED,
		                  N_("Pengguna atau kata sandi salah; periksa lalu ketik lagi")));
	}
	if (good)
		login_take(p, &row, out);
	arena_drop(&a);
	return good;
}

bool login_unix(struct app *p, struct login *out, struct fault *why)
{
	struct arena a = arena_start(MIB);
	struct user_row row;
	bool found = false;
	const char *account = unix_account(&a);
	bool good = user_by_unix(p->store, account, &a, &row, &found, why);
	if (good && found && !row.disabled)
		login_take(p, &row, out);
	else if (good)
		good =
		    fault_set(why, FAULT_REFUSED,
		              N_("Akun Unix %1 tidak terikat pada pengguna Loket; pakai --as NAMA"),
		              account);
	arena_drop(&a);
	return good;
}

/* ---- handed on to a program that is started here ---- */

static void pass_hash(const char *pass, char out[PASS_ROOM])
{
	unsigned char hash[(PASS_ROOM - 1) / 2];
	crypto_generichash(hash, sizeof hash, (const unsigned char *)pass, strlen(pass), NULL, 0);
	sodium_bin2hex(out, PASS_ROOM, hash, sizeof hash);
}

bool login_pass_on(const struct login *s, char pass[PASS_ROOM], struct fault *why)
{
	enum { LIVES_MS = 10000 };
	unsigned char bytes[(PASS_ROOM - 1) / 2];
	char hash[PASS_ROOM];
	instant now = clock_now();
	random_fill(bytes, sizeof bytes);
	sodium_bin2hex(pass, PASS_ROOM, bytes, sizeof bytes);
	secret_wipe(bytes, sizeof bytes);
	pass_hash(pass, hash);
	return pass_write(s->app->store, hash, s->user, now, now + LIVES_MS, why);
}

bool login_by_pass(struct app *p, const char *pass, struct login *out, struct fault *why)
{
	struct arena a = arena_start(MIB);
	struct user_row row;
	struct user_secret secret;
	char hash[PASS_ROOM];
	const char *user;
	pass_hash(pass, hash);
	bool good = pass_take(p->store, hash, clock_now(), &a, &user, why) &&
	            (user == NULL || user_read(p->store, user, &a, &row, &secret, why));
	if (good && user != NULL && !row.disabled)
		login_take(p, &row, out);
	else if (good)
		good = fault_set(
		    why, FAULT_REFUSED,
		    N_("Izin dari meja sudah dipakai atau lewat waktu; ulangi dari meja"));
	arena_drop(&a);
	return good;
}

void login_machine(struct app *p, const char *name, struct login *out)
{
	struct user_row row = { .name = name, .full_name = name, .roles = machine_role(name) };
	login_take(p, &row, out);
	out->machine = true;
}
