/* Users: adding, disabling, passwords. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

static bool ask_twice(char *out, char *again, struct fault *why)
{
	return secret_ask(_("Kata sandi baru: "), NULL, out, SECRET_ROOM, why) &&
	       secret_ask(_("Sekali lagi: "), NULL, again, SECRET_ROOM, why) &&
	       (text_same(out, again) ||
	        fault_set(why, FAULT_REFUSED, N_("Kedua kata sandi berbeda; ulangi perintahnya")));
}

bool secret_new(const struct cmd *c, char out[SECRET_ROOM], struct fault *why)
{
	char again[SECRET_ROOM];
	const char *file = c->options.password_file;
	bool good = text_is_empty(file) ? ask_twice(out, again, why)
	                                : secret_ask("", file, out, SECRET_ROOM, why);
	secret_wipe(again, sizeof again);
	return good && password_is_long(out, why);
}

static bool write_with_secret(struct cmd *c, const struct user_row *row, struct fault *why)
{
	char secret[SECRET_ROOM];
	bool good = secret_new(c, secret, why) && service_user_write(&c->login, row, secret, why);
	secret_wipe(secret, sizeof secret);
	return good;
}

static bool find(struct cmd *c, const char *name, struct user_row *out, bool *found,
                 struct fault *why)
{
	struct user_list list;
	if (!service_users(&c->login, c->a, &list, why))
		return false;
	*found = false;
	for (size_t i = 0; i < list.count; i++) {
		if (text_same(list.items[i].name, name)) {
			*out = list.items[i];
			*found = true;
		}
	}
	return true;
}

static bool find_named(struct cmd *c, struct user_row *out, struct fault *why)
{
	bool found;
	return find(c, c->words[0], out, &found, why) &&
	       (found ||
	        fault_set(why, FAULT_REFUSED, N_("Tidak ada pengguna %1; lihat loket user list"),
	                  c->words[0]));
}

/* "petugas,admin" as the store has it. */
static const char *roles_of(const struct cmd *c)
{
	char *roles = arena_text(c->a, c->options.roles);
	for (char *at = roles; (at = strchr(at, ',')) != NULL;)
		*at = ' ';
	return roles;
}

bool cmd_user_add(struct cmd *c, struct fault *why)
{
	struct user_row row, before;
	bool found;
	if (text_is_empty(c->options.roles))
		return fault_set(why, FAULT_MISUSE,
		                 N_("Peran belum disebut; mis. --roles petugas (data/rights.xml)"));
	if (!find(c, c->words[0], &before, &found, why))
		return false;
	if (found)
		return fault_set(why, FAULT_REFUSED, N_("Pengguna %1 sudah ada"), c->words[0]);
	row = (struct user_row){ .name = c->words[0],
		                 .full_name = text_is_empty(c->options.name) ? c->words[0]
		                                                             : c->options.name,
		                 .roles = roles_of(c),
		                 .unix_account = c->options.unix_account };
	/* a Unix account needs no password */
	if (!text_is_empty(row.unix_account) && text_is_empty(c->options.password_file))
		return service_user_write(&c->login, &row, NULL, why);
	return write_with_secret(c, &row, why);
}

bool cmd_user_list(struct cmd *c, struct fault *why)
{
	static const struct column columns[] = {
		{ "nama", N_("Nama"), COLUMN_TEXT },
		{ "nama_lengkap", N_("Nama lengkap"), COLUMN_TEXT },
		{ "peran", N_("Peran"), COLUMN_TEXT },
		{ "unix", N_("Akun Unix"), COLUMN_TEXT },
		{ "ditutup", N_("Ditutup"), COLUMN_YESNO },
	};
	struct user_list list;
	if (!service_users(&c->login, c->a, &list, why))
		return false;
	struct rows r = rows_start(c, "", columns, COUNT_OF(columns), COUNT_OF(columns));
	for (size_t i = 0; i < list.count; i++) {
		const struct user_row *u = &list.items[i];
		rows_add(&r, (const char *const[]){ u->name, u->full_name, u->roles,
		                                    u->unix_account, cell_yes(c, u->disabled) });
	}
	output_table(c, &r.table);
	return true;
}

static bool set_disabled(struct cmd *c, bool disabled, struct fault *why)
{
	struct user_row row;
	if (!find_named(c, &row, why))
		return false;
	if (disabled && text_same(row.name, c->login.user))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Akun sendiri tidak dapat ditutup; minta administrator lain"));
	row.disabled = disabled;
	return service_user_write(&c->login, &row, NULL, why);
}

bool cmd_user_disable(struct cmd *c, struct fault *why)
{
	return set_disabled(c, true, why);
}

bool cmd_user_enable(struct cmd *c, struct fault *why)
{
	return set_disabled(c, false, why);
}

bool cmd_user_password(struct cmd *c, struct fault *why)
{
	struct user_row row;
	return find_named(c, &row, why) && write_with_secret(c, &row, why);
}

bool cmd_user_log(struct cmd *c, struct fault *why)
{
	static const struct column columns[] = {
		{ "nomor", N_("Nomor"), COLUMN_NUMBER },
		{ "saat", N_("Saat"), COLUMN_TEXT },
		{ "oleh", N_("Oleh"), COLUMN_TEXT },
		{ "pengguna", N_("Pengguna"), COLUMN_TEXT },
		{ "apa", N_("Apa"), COLUMN_TEXT },
		{ "semula", N_("Semula"), COLUMN_TEXT },
		{ "menjadi", N_("Menjadi"), COLUMN_TEXT },
	};
	struct user_act_list list;
	const char *user = c->word_count > 0 ? c->words[0] : "";
	if (!service_user_log(&c->login, user, (int)c->options.limit, c->a, &list, why))
		return false;
	struct rows r = rows_start(c, _("Riwayat pengguna"), columns, COUNT_OF(columns),
	                           COUNT_OF(columns));
	for (size_t i = 0; i < list.count; i++) {
		const struct user_act *act = &list.items[i];
		const char *what = c->options.format == FORMAT_TABLE ? user_act_name(act->what)
		                                                     : act->what;
		rows_add(&r, (const char *const[]){ cell_number(c, act->number),
		                                    cell_instant(c, act->at), act->who, act->user,
		                                    what, act->was, act->became });
	}
	output_table(c, &r.table);
	return true;
}
