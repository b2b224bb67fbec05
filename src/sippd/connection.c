/* The connection to SIPP's database: one, reconnected when lost, every wait bounded. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define TRY_MS      1000
#define IDLE_MS     20000 /* then it is looked at before it is used */
#define SETUP_BYTES (16 * MIB)

static void bounds_set(MYSQL *my, const struct setup *s)
{
	const unsigned connect = (unsigned)s->wait, answer = (unsigned)s->wait + 3, no = 0;
	const my_bool yes = 1;
	mysql_options(my, MYSQL_OPT_CONNECT_TIMEOUT, &connect);
	mysql_options(my, MYSQL_OPT_READ_TIMEOUT, &answer);
	mysql_options(my, MYSQL_OPT_WRITE_TIMEOUT, &answer);
	mysql_options(my, MYSQL_OPT_LOCAL_INFILE, &no);
	mysql_options(my, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	if (s->db_authorities[0]) {
		mysql_options(my, MYSQL_OPT_SSL_CA, s->db_authorities);
		mysql_options(my, MYSQL_OPT_SSL_ENFORCE, &yes);
		mysql_options(my, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &yes);
	}
}

static bool password_read(const struct setup *s, struct arena *a, const char **out,
                          struct fault *why)
{
	struct bytes b;
	*out = NULL;
	if (!s->db_password_file[0])
		return true;
	if (!file_private(s->db_password_file, why) ||
	    !file_read(s->db_password_file, 4 * KIB, a, &b, why))
		return false;
	*out = arena_copy(a, (const char *)b.data, strcspn((const char *)b.data, "\r\n"));
	return true;
}

static bool connect_now(struct db *db, struct fault *why)
{
	const struct setup *s = db->setup;
	struct arena secret = arena_start(64 * KIB);
	const char *password;
	bool good = password_read(s, &secret, &password, why);
	if (!good && why)
		why->kind = FAULT_OUTSIDE; /* no call is to blame */
	MYSQL *my = good ? mysql_init(NULL) : NULL;
	if (good && !my)
		fault_set(why, FAULT_OUTSIDE, N_("Memori habis"));
	if (my) {
		bounds_set(my, s);
		good = mysql_real_connect(my, s->db_host[0] ? s->db_host : NULL, s->db_user,
		                          password, s->db_name, (unsigned)s->db_port,
		                          s->db_socket[0] ? s->db_socket : NULL, 0) != NULL;
		if (!good) {
			db->error = mysql_errno(my);
			log_line("database: connection: error %u", db->error);
			fault_set(why, FAULT_OUTSIDE,
			          N_("Basis data SIPP tidak dapat dihubungi: %1"), mysql_error(my));
			mysql_close(my);
		}
	}
	db->my = good ? my : NULL;
	arena_wipe(&secret);
	return good && my;
}

static bool session_set(struct db *db, struct fault *why)
{
	const struct setup *s = db->setup;
	struct arena a = arena_start(MIB);
	struct sql_rows none;
	struct fault old;
	const struct bound words[] = {
		{ "wait", arena_print(&a, "%d", s->wait) },
		{ "zone",
		  arena_print(&a, "+%02d:%02d", s->zone.minutes / 60, s->zone.minutes % 60) },
		{ "bound", arena_print(&a, "%d", s->wait + 1) },
		{ NULL, NULL },
	};
	bool good = db_run_once(db, &db->asks[SQL_session], words, &a, &none, why) &&
	            db_run_once(db, &db->asks[SQL_session_isolation], words, &a, &none, why) &&
	            db_run_once(db, &db->asks[SQL_session_wait], words, &a, &none, why);
	/* MySQL has no such bound; the connection's own holds there */
	if (good && !db_run_once(db, &db->asks[SQL_session_bound], words, &a, &none, &old))
		log_line("database: statements are bounded by the connection only");
	if (good && !db->my)
		*why = old; /* it went away just now */
	arena_drop(&a);
	return good && db->my;
}

/* Tables without names of SIPP's own, or, with the columns known, all. */
static bool statements_build(struct db *db, enum sql first, enum sql end, struct fault *why)
{
	for (enum sql i = first; i < end; i++) {
		if (statement_is_skeleton(i))
			continue;
		if (!statement_build(db->mapping, i, &db->a, &db->asks[i], why))
			return false;
	}
	return true;
}

static void rows_build(struct db *db)
{
	for (const char *const *key = written_tables; *key; key++) {
		struct mapped_table *t = mapping_find(db->mapping, *key, strlen(*key));
		if (!db->setup->writes)
			return;
		if (!t)
			continue; /* a court's own mapping, older than this table */
		statement_insert(t, &db->a);
		statement_last(t, &db->a);
		if (table_is_updated(t))
			statement_update(t, &db->a);
	}
}

bool db_ready(struct db *db, struct fault *why)
{
	if (db->my && clock_steady() - db->used > IDLE_MS && mysql_ping(db->my) != 0)
		db_close(db); /* the server has hung up meanwhile */
	if (db->my)
		return true;
	if (clock_steady() < db->next_try)
		return fault_set(why, FAULT_OUTSIDE,
		                 N_("Basis data SIPP tidak dapat dihubungi; coba lagi nanti"));
	db->next_try = clock_steady() + TRY_MS;
	db->within = true;
	db->a = arena_start(SETUP_BYTES);
	bool good = connect_now(db, why) && statements_build(db, 0, SQL_id_by_register, why) &&
	            session_set(db, why) && layout_read(db, why) &&
	            layout_check(db, db->say, why) &&
	            statements_build(db, SQL_id_by_register, SQL_COUNT, why);
	db->within = false;
	if (good) {
		rows_build(db);
		db->next_try = 0;
		log_line("database: connected, %s", mysql_get_server_info(db->my));
	} else {
		db_close(db);
	}
	return good;
}

/* A connection that was lost meanwhile is made again, unless a transaction went with it. */
bool db_run(struct db *db, struct sql_statement *s, const struct bound *bound, struct arena *a,
            struct sql_rows *out, struct fault *why)
{
	return db_run_once(db, s, bound, a, out, why) ||
	       (!db->my && !db->within && db_ready(db, why) && s->usable &&
	        db_run_once(db, s, bound, a, out, why));
}

bool db_ask(struct db *db, enum sql which, const char *key, struct arena *a, struct sql_rows *out,
            struct fault *why)
{
	const struct bound words[] = { { "key", key }, { NULL, NULL } };
	return db_run(db, &db->asks[which], words, a, out, why);
}
