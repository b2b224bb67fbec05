/* People, as the administrator keeps them: each change of an account is written, with who made it,
 * in the transaction that makes it. */
#include <sodium.h>
#include <string.h>

#include "loket/list.h"
#include "loket/store/people.h"
#include "loket/text.h"

#include "private.h"

enum { ACTS_SHOWN = 1000 };

bool service_users(const struct login *s, struct arena *a, struct user_list *out, struct fault *why)
{
	return may_or_refuse(s, "atur.pengguna", why) && users_read(s->app->store, a, out, why);
}

bool service_user_log(const struct login *s, const char *user, int limit, struct arena *a,
                      struct user_act_list *out, struct fault *why)
{
	return may_or_refuse(s, "lihat.riwayat-pengguna", why) &&
	       user_log_read(s->app->store, user, limit > 0 ? limit : ACTS_SHOWN, a, out, why);
}

const char *user_act_name(const char *what)
{
	static const struct {
		const char *what, *name;
	} names[] = {
		{ "dibuat", N_("akun dibuat") },
		{ "nama", N_("nama diubah") },
		{ "peran", N_("peran diubah") },
		{ "unix", N_("akun Unix diubah") },
		{ "sandi", N_("kata sandi diganti") },
		{ "ditutup", N_("akun ditutup") },
		{ "dibuka", N_("akun dibuka kembali") },
		{ "dikunci", N_("terkunci, kata sandi salah") },
		{ "masuk", N_("masuk") },
		{ "gagal", N_("kata sandi salah") },
		{ "dibebaskan", N_("tidak perlu menunggu lagi") },
	};
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		if (text_same(names[i].what, what))
			return _(names[i].name);
	}
	return what;
}

/* ---- passwords ---- */

/* One that is tried first by whoever guesses: data/passwords.txt, a word a line. */
static bool is_common(const struct app *p, const char *password, bool *common, struct fault *why)
{
	enum { LIST_MOST = 1024 * 1024 };
	struct bytes list;
	struct arena a = arena_start(4 * MIB);
	bool good = file_read(home_data(&p->home, "data/passwords.txt", &a), LIST_MOST, &a, &list,
	                      why);
	const char *folded = text_fold(&a, password);
	size_t length = strlen(folded);
	*common = false;
	for (const char *at = good ? (const char *)list.data : ""; *at != '\0' && !*common;) {
		size_t n = strcspn(at, "\r\n");
		*common = n == length && memcmp(at, folded, n) == 0;
		at += n + strspn(at + n, "\r\n");
	}
	arena_wipe(&a);
	return good;
}

bool password_is_long(const char *password, struct fault *why)
{
	enum { LEAST = 8 };
	return strlen(password) >= LEAST ||
	       fault_set(why, FAULT_REFUSED,
	                 N_("Kata sandi baru terlalu pendek; sedikitnya 8 huruf atau angka"));
}

/* The accounts of the example keep theirs. */
static bool password_allowed(const struct app *p, const char *user, const char *password,
                             struct fault *why)
{
	bool common;
	if (home_is_sample(&p->home))
		return true;
	if (!password_is_long(password, why))
		return false;
	if (!is_common(p, password, &common, why))
		return false;
	if (common || strstr(password, user) != NULL)
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Kata sandi itu mudah ditebak: terlalu umum, atau memuat nama penggunanya"));
	return true;
}

/* ---- writing ---- */

static bool roles_known(const struct login *s, const char *roles, struct fault *why)
{
	struct arena a = arena_start(MIB);
	bool good = true;
	for (const char *at = roles; good && *at != '\0';) {
		size_t n = strcspn(at, " ");
		const char *key = arena_copy(&a, at, n);
		if (role_name(s->app->book, key) == key)
			good = fault_set(why, FAULT_MISUSE,
			                 N_("Peran %1 tidak dikenal; lihat data/rights.xml"), key);
		at += n + strspn(at + n, " ");
	}
	arena_drop(&a);
	return good;
}

struct account_change {
	const struct login *s;
	const struct user_row *was, *is;
	instant at;
};

static bool log_one(const struct account_change *c, const char *what, const char *was,
                    const char *became, struct fault *why)
{
	return user_log_write(c->s->app->store,
	                      &(struct user_act){ .at = c->at,
	                                          .who = c->s->user,
	                                          .user = c->is->name,
	                                          .what = what,
	                                          .was = was,
	                                          .became = became },
	                      why);
}

/* "" where it is not given. */
static const char *given(const char *text)
{
	return text == NULL ? "" : text;
}

static bool log_changes(const struct account_change *c, bool new_password, struct fault *why)
{
	const struct {
		const char *what, *was, *is;
	} texts[] = {
		{ "nama", c->was->full_name, c->is->full_name },
		{ "peran", c->was->roles, c->is->roles },
		{ "unix", c->was->unix_account, given(c->is->unix_account) },
	};
	bool good = true;
	for (size_t i = 0; good && i < COUNT_OF(texts); i++)
		good = text_same(texts[i].was, texts[i].is) ||
		       log_one(c, texts[i].what, texts[i].was, texts[i].is, why);
	if (good && c->was->disabled != c->is->disabled)
		good = log_one(c, c->is->disabled ? "ditutup" : "dibuka", "", "", why);
	return good && (!new_password || log_one(c, "sandi", "", "", why));
}

/* Reads what the account was, writes what it is, and both into the log. */
static bool write_logged(const struct login *s, const struct user_row *u, const char *hash,
                         struct fault *why)
{
	struct user_row was;
	struct user_secret secret;
	struct arena a = arena_start(MIB);
	struct store *store = s->app->store;
	const struct account_change c = { s, &was, u, clock_now() };
	bool waited = false;
	bool good = user_read(store, u->name, &a, &was, &secret, why) &&
	            user_write(store, u, hash, why) &&
	            (secret.found ? log_changes(&c, hash != NULL, why)
	                          : log_one(&c, "dibuat", "", u->roles, why)) &&
	            login_freed(store, u->name, &waited, why) &&
	            (!waited || log_one(&c, "dibebaskan", "", "", why));
	arena_drop(&a);
	return good;
}

/* All who sit down at the desk of a court come in by the account that owns its home. */
static bool unix_is_of_one(const struct login *s, const struct user_row *u, struct fault *why)
{
	instant changed;
	const char *owner;
	struct arena a = arena_start(64 * KIB);
	const struct home *h = &s->app->home;
	bool bound = !text_is_empty(given(u->unix_account)) && !home_is_sample(h) &&
	             file_mark(h->path, &a, &changed, &owner) && text_same(owner, u->unix_account);
	arena_drop(&a);
	return !bound || fault_set(why, FAULT_REFUSED,
	                           N_("Akun Unix %1 memiliki folder data dan dipakai semua orang "
	                              "di meja; ikat akun Unix orangnya sendiri"),
	                           u->unix_account);
}

/* Two accounts under one name are of one person: together too they have only what one may have. */
static bool fits_person(const struct login *s, const struct user_row *u, struct fault *why)
{
	struct user_list all = { 0 };
	struct arena a = arena_start(MIB);
	bool good = users_read(s->app->store, &a, &all, why);
	for (size_t i = 0; good && i < all.count; i++) {
		const struct user_row *other = &all.items[i];
		if (other->disabled || u->disabled || text_same(other->name, u->name) ||
		    !text_same(text_fold(&a, other->full_name), text_fold(&a, given(u->full_name))))
			continue;
		good = roles_fit_person(&s->app->book->rights,
		                        arena_print(&a, "%s %s", other->roles, u->roles), why);
	}
	arena_drop(&a);
	return good && roles_fit_person(&s->app->book->rights, u->roles, why);
}

bool service_user_write(const struct login *s, const struct user_row *u, const char *password,
                        struct fault *why)
{
	char hash[crypto_pwhash_STRBYTES];
	struct store *store = s->app->store;
	if (!may_or_refuse(s, "atur.pengguna", why) || !roles_known(s, u->roles, why) ||
	    !fits_person(s, u, why) || !unix_is_of_one(s, u, why) ||
	    (password != NULL && !password_allowed(s->app, u->name, password, why)))
		return false;
	if (password != NULL &&
	    (sodium_init() < 0 ||
	     crypto_pwhash_str(hash, password, strlen(password), crypto_pwhash_OPSLIMIT_INTERACTIVE,
	                       crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0))
		return fault_set(why, FAULT_OUTSIDE,
		                 N_("Kata sandi tidak dapat diolah: memori tidak cukup"));
	if (!store_begin(store, why))
		return false;
	if (write_logged(s, u, password == NULL ? NULL : hash, why))
		return store_commit(store, why);
	store_rollback(store);
	return false;
}
