/* daftar: registers a case and assigns its number. include/loket/sippd.h says how the number is
 * kept unique. Calls that arrived together are one transaction; a call that makes it fail is
 * answered and left out, and the rest is tried again; finally each is tried alone. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define ROUNDS        3  /* together, and then alone */
#define DAYS_AHEAD    31 /* the longest row of holidays a registration may skip */
#define MOST_COUNTERS 16

struct case_counter { /* the last number of an alur and year, locked by this transaction */
	const char *alur;
	int year;
	long long last;
};
struct counters {
	struct case_counter items[MOST_COUNTERS];
	size_t count;
};

/* ---- the day and the number ---- */

/* The day asked for, but in no year before that of the court's clock. */
static bool day_decide(const struct setup *s, const char *asked, day *out, struct fault *why)
{
	day today = instant_day(clock_now(), &s->zone);
	if (!day_iso_parse(asked, out) || *out > today + DAYS_AHEAD)
		return element_refuse(
		    why, "tanggal_pendaftaran",
		    N_("Tanggal pendaftaran tidak terbaca atau terlalu jauh di depan"));
	if (day_ymd(*out).year < day_ymd(today).year)
		*out = today;
	return true;
}

static struct case_counter *counter_find(struct counters *c, const char *alur, int year)
{
	for (size_t i = 0; i < c->count; i++) {
		if (strcmp(c->items[i].alur, alur) == 0 && c->items[i].year == year)
			return &c->items[i];
	}
	return NULL;
}

/* The last number given, and a lock on what comes after it. */
static bool counter_lock(struct db *db, struct registration *j, int year, struct counters *c,
                         struct case_counter **out, struct fault *why)
{
	struct sql_rows r;
	const struct bound words[] = { { "alur", j->alur },
		                       { "first", arena_print(j->a, "%04d-01-01", year) },
		                       { "next", arena_print(j->a, "%04d-01-01", year + 1) },
		                       { NULL, NULL } };
	*out = counter_find(c, j->alur, year);
	if (*out)
		return true;
	struct case_counter found = { j->alur, year, 0 };
	if (!db_run(db, &db->asks[SQL_number_last], words, j->a, &r, why))
		return false;
	if (r.count != 1 || !text_number(cell(&r, 0, 0), 0, 999999998, &found.last))
		return fault_set(why, FAULT_OUTSIDE,
		                 N_("Nomor urut terakhir di SIPP tidak terbaca"));
	if (c->count == MOST_COUNTERS)
		c->count = 0; /* the locks stay; it is only read again */
	c->items[c->count] = found;
	*out = &c->items[c->count++];
	return true;
}

/* ---- one case, inside the transaction ---- */

static bool type_find(struct db *db, struct registration *j, struct sql_rows *out,
                      struct fault *why)
{
	if (!db_ask(db, SQL_type_read, j->type, j->a, out, why))
		return false;
	if (out->count == 0)
		return element_refuse(why, "jenis_perkara_id",
		                      N_("Jenis perkara itu tidak ada di SIPP"));
	j->type_name = cell(out, 0, 1);
	return true;
}

static bool job_write(struct db *db, struct registration *j, struct counters *c, struct fault *why)
{
	char on[64];
	day registered;
	struct sql_rows type, known;
	struct case_counter *counter;
	j->at = j->root;
	if (!day_decide(db->setup, job_text(j, "tanggal_pendaftaran"), &registered, why) ||
	    !new_case_fits(db, j, why) || !type_find(db, j, &type, why) ||
	    !counter_lock(db, j, day_ymd(registered).year, c, &counter, why) ||
	    !db_ask(db, SQL_register_lock, j->reg, j->a, &known, why))
		return false;
	if (known.count > 0) {
		j->state = JOB_KNOWN;
		return true;
	}
	day_iso(registered, on, sizeof on);
	j->day = arena_text(j->a, on);
	j->sequence = arena_print(j->a, "%lld", counter->last + 1);
	j->number = arena_print(j->a, "%s/%s/%d/%s", j->sequence,
	                        mapping_alur(db->mapping, j->alur), day_ymd(registered).year,
	                        db->setup->code);
	if (!new_case_put(db, j, &type, why))
		return false;
	counter->last++;
	j->state = JOB_MADE;
	return true;
}

/* ---- answers ---- */

static void say_made(struct registration *j)
{
	struct xml_out o = answer_start(j->a, "perkara");
	xml_leaf(&o, "perkara_id", j->id);
	xml_leaf(&o, "nomor_register", j->reg);
	xml_leaf(&o, "nomor_perkara", j->number);
	xml_leaf(&o, "nomor_urut_perkara", j->sequence);
	xml_leaf(&o, "alur_perkara_id", j->alur);
	xml_leaf(&o, "jenis_perkara_id", j->type);
	xml_leaf(&o, "jenis_perkara_nama", j->type_name);
	xml_leaf(&o, "tanggal_pendaftaran", j->day);
	answer_xml(&o, j->out);
}

/* A home restored from a backup assigns a register number twice: the case must have these parties.
 * SIPP's users may spell a name differently, so a read-only SIPP is trusted. */
static bool is_theirs(struct sippd *b, const char *id, const struct registration *j, bool *out,
                      struct fault *why)
{
	struct sql_rows r = { .count = 0 };
	const struct xml_node *first = xml_child(j->root, "pihak1");
	const struct bound words[] = { { "id", id },
		                       { "name", xml_child_content(first, "nama", j->a) },
		                       { NULL, NULL } };
	bool good = !b->setup.writes ||
	            db_run(&b->db, &b->db.asks[SQL_party_named], words, j->a, &r, why);
	*out = !b->setup.writes || r.count > 0;
	return good;
}

/* The case with the register number, when it is this one; false: the database failed. */
static bool say_known(struct sippd *b, const char *id, struct registration *j, struct fault *why)
{
	const char *xml;
	struct arena a = arena_start(32 * MIB);
	struct sql_rows head = { .count = 0 };
	bool good = db_ask(&b->db, SQL_case_read, id, &a, &head, why);
	bool theirs = false;
	good = good && is_theirs(b, id, j, &theirs, why);
	bool same = theirs && head.count == 1 && strcmp(cell(&head, 0, 4), j->alur) == 0 &&
	            strcmp(cell(&head, 0, 5), j->type) == 0;
	if (good && !same)
		answer_status(409, j->a, j->out);
	else if (good && case_answer(b, id, &a, &xml, why))
		answer_body(arena_text(j->a, xml), 200, j->out);
	else if (good && why->kind == FAULT_NONE)
		answer_status(409, j->a, j->out);
	else
		good = false;
	arena_drop(&a);
	return good;
}

/* After the commit: reads what was written. */
static void say(struct sippd *b, struct registration *j)
{
	struct fault why;
	const char *id = "";
	if (j->state == JOB_MADE)
		say_made(j);
	else if (!db_ready(&b->db, &why) || !case_find(&b->db, j->reg, "", j->a, &id, &why))
		answer_fault(&why, NULL, j->a, j->out);
	else if (!id[0])
		answer_status(409, j->a, j->out);
	else if (!say_known(b, id, j, &why))
		answer_fault(&why, NULL, j->a, j->out);
	j->state = JOB_SAID;
}

/* ---- the transaction ---- */

static void round_undo(struct sippd *b, struct registration *spoiler, const struct fault *why)
{
	db_rollback(&b->db);
	for (struct registration *j = b->jobs; j; j = j->next) {
		if (j->state == JOB_MADE || j->state == JOB_KNOWN)
			j->state = JOB_OPEN;
	}
	if (spoiler && why->kind == FAULT_REFUSED) {
		answer_fault(why, spoiler->at, spoiler->a, spoiler->out);
		spoiler->state = JOB_SAID;
	}
}

/* Registers all open calls, or only one; false: nothing was written, `why` has the reason. */
static bool round_run(struct sippd *b, const struct registration *only, struct fault *why)
{
	struct counters counters = { .count = 0 };
	if (!db_ready(&b->db, why) || !db_begin(&b->db, why))
		return false;
	for (struct registration *j = b->jobs; j; j = j->next) {
		if (j->state != JOB_OPEN || (only && j != only))
			continue;
		if (!job_write(&b->db, j, &counters, why)) {
			round_undo(b, j, why);
			return false;
		}
	}
	if (!db_commit(&b->db, why)) {
		round_undo(b, NULL, why);
		return false;
	}
	for (struct registration *j = b->jobs; j; j = j->next) {
		if (j->state == JOB_MADE || j->state == JOB_KNOWN)
			say(b, j);
	}
	return true;
}

/* Tries again while another holds the lock, up to the limit of the longest-waiting call. */
static void rounds(struct sippd *b, const struct registration *only, int64_t until,
                   struct fault *why)
{
	for (int i = 0; i < ROUNDS && clock_steady() < until; i++) {
		if (round_run(b, only, why))
			return;
		if (why->kind == FAULT_REFUSED)
			i--; /* refused calls have left the queue */
	}
}

void jobs_run(struct sippd *b)
{
	int64_t until = clock_steady() + 1000 * (int64_t)b->setup.wait;
	struct fault why;
	fault_set(&why, FAULT_OUTSIDE, N_("Basis data SIPP sedang dipakai; coba lagi nanti"));
	if (!b->jobs)
		return;
	rounds(b, NULL, until, &why);
	for (struct registration *j = b->jobs; j; j = j->next) {
		if (j->state == JOB_OPEN)
			rounds(b, j, until, &why);
		if (j->state == JOB_OPEN)
			answer_fault(&why, NULL, j->a, j->out);
		log_line("POST daftar %s: %d", j->reg, j->out->status);
		xml_close(&j->x);
	}
	b->jobs = NULL;
	b->last_job = &b->jobs;
}

/* ---- at the door ---- */

/* A read-only SIPP: the number its own user assigned, or "not yet". */
static void look_only(struct ask *k, struct registration *j)
{
	struct fault why;
	const char *id = "";
	struct db *db = &k->b->db;
	bool good = db_ready(db, &why) && case_find(db, j->reg, "", k->a, &id, &why);
	if (good && !id[0])
		answer_status(202, k->a, k->out);
	else if (!good || !say_known(k->b, id, j, &why))
		answer_fault(&why, NULL, k->a, k->out);
}

void ask_register(struct ask *k)
{
	struct sippd *b = k->b;
	struct fault why;
	struct registration *j = arena_get(k->a, 1, sizeof *j);
	*j = (struct registration){ .out = k->out,
		                    .a = k->a,
		                    .x = *k->x,
		                    .root = k->root,
		                    .reg = ask_text(k, "nomor_register"),
		                    .alur = ask_text(k, "alur_perkara_id"),
		                    .type = ask_text(k, "jenis_perkara_id") };
	if (!mapping_alur(&b->mapping, j->alur)[0]) {
		element_refuse(&why, "alur_perkara_id", N_("Alur perkara itu tidak ada di SIPP"));
		answer_fault(&why, k->root, k->a, k->out);
	} else if (!b->setup.writes) {
		look_only(k, j);
	} else {
		*k->x = NULL; /* kept until the turn's transaction */
		k->out->held = true;
		*b->last_job = j;
		b->last_job = &j->next;
	}
}

/* ---- trying it out ---- */

static const char *trial_text(struct sippd *b, const char *type, struct arena *a)
{
	char on[64];
	struct xml_out o = answer_start(a, "daftar");
	day_iso(instant_day(clock_now(), &b->setup.zone), on, sizeof on);
	xml_leaf(&o, "nomor_register", "LOKET-PERCOBAAN");
	xml_leaf(&o, "alur_perkara_id", b->mapping.alurs.items[0].id);
	xml_leaf(&o, "jenis_perkara_id", type);
	xml_leaf(&o, "jenis_perkara_nama", "-");
	xml_leaf(&o, "tanggal_pendaftaran", on);
	xml_leaf(&o, "jumlah_skum", "0");
	static const char *const sides[] = { "pihak1", "pihak2", "pihak4" };
	for (size_t i = 0; i < COUNT_OF(sides); i++) {
		xml_begin(&o, sides[i]);
		xml_leaf(&o, "urutan", "1");
		xml_leaf(&o, "nama", "PERCOBAAN");
		xml_leaf(&o, "alamat", "-");
		xml_end(&o);
	}
	return xml_finish(&o);
}

bool register_trial(struct sippd *b, struct arena *a, const char **number, struct fault *why)
{
	struct sql_rows types;
	struct counters counters = { .count = 0 };
	struct registration j = { .a = a };
	if (!db_ask(&b->db, SQL_type_any, NULL, a, &types, why))
		return false;
	const char *text = trial_text(b, types.count > 0 ? cell(&types, 0, 0) : "1", a);
	if (!xml_parse(text, strlen(text), "daftar", b->sipp.requests[SIPP_REGISTER], &j.x, why))
		return false;
	j.root = xml_root(j.x);
	j.reg = job_text(&j, "nomor_register");
	j.alur = job_text(&j, "alur_perkara_id");
	j.type = job_text(&j, "jenis_perkara_id");
	bool good = db_begin(&b->db, why) && job_write(&b->db, &j, &counters, why);
	db_rollback(&b->db);
	if (good && j.state != JOB_MADE)
		good = fault_set(why, FAULT_OUTSIDE, N_("Nomor register %1 sudah ada di SIPP"),
		                 j.reg);
	*number = j.number ? j.number : "";
	xml_close(&j.x);
	return good;
}
