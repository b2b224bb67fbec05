/* daftar: a case gets its number. How the number is kept unique is told in loket/loket-sippd.h.
 * Calls that came together are one transaction; whoever spoils it is answered and left out, and the
 * rest goes once more; at last each goes alone. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define MOST_VALUES   64
#define ROUNDS        3  /* together, and then alone */
#define DAYS_AHEAD    31 /* the longest row of holidays a registration may skip */
#define MOST_COUNTERS 16

enum job_state { JOB_OPEN, JOB_MADE, JOB_KNOWN, JOB_SAID };

struct registration {
	struct registration *next;
	enum job_state state;
	struct net_reply *out;
	struct arena *a; /* the call's */
	struct xml *x;
	const struct xml_node *root;
	const char *reg, *alur, *type;
	const struct xml_node *at; /* what is being written */
	/* as it was written */
	const char *id, *number, *sequence, *day, *type_name;
};

struct case_counter { /* the last number of an alur and year, locked by this transaction */
	const char *alur;
	int year;
	long long last;
};
struct counters {
	struct case_counter items[MOST_COUNTERS];
	size_t count;
};

static const char *child(const struct registration *j, const char *name)
{
	return xml_child_content(j->root, name, j->a);
}

/* ---- the day and the number ---- */

/* The day asked for, but in no year before the court's own clock shows. */
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

/* ---- rows ---- */

/* What the element below `n` says for each column of the table, after the values already there. */
static size_t values_add(const struct mapped_table *t, const struct xml_node *n, struct arena *a,
                         struct column_value *values, size_t count)
{
	for (size_t i = 0; i < t->count && count < MOST_VALUES; i++) {
		const char *key = t->items[i].key;
		const struct xml_node *e = t->items[i].fixed ? NULL : xml_child(n, key);
		bool said = false;
		for (size_t k = 0; k < count; k++)
			said = said || strcmp(values[k].key, key) == 0;
		if (e && !said)
			values[count++] = (struct column_value){ key, xml_content_lines(e, a) };
	}
	return count;
}

/* `values` has space for MOST_VALUES; those there already end with one without a key. */
static bool put(struct db *db, struct registration *j, const char *table,
                struct column_value *values, struct fault *why)
{
	size_t count = 0;
	struct mapped_table *t = mapping_table(db->mapping, table);
	while (values[count].key != NULL)
		count++;
	count = values_add(t, j->at, j->a, values, count);
	return row_insert(db, t, values, count, j->a, why);
}

static const char *names_join(const struct registration *j, const char *side, const char *join)
{
	struct text t = text_start(j->a);
	for (const struct xml_node *n = xml_child(j->root, side); n; n = xml_next(n, side)) {
		text_add(&t, t.length ? join : "");
		text_add(&t, xml_child_content(n, "nama", j->a));
	}
	return t.s;
}

static bool case_put(struct db *db, struct registration *j, const struct sql_rows *type,
                     struct fault *why)
{
	const char *join = db->mapping->join;
	const char *one = names_join(j, "pihak1", join), *two = names_join(j, "pihak2", join);
	struct column_value values[MOST_VALUES] = {
		{ "tanggal_pendaftaran", j->day },
		{ "jenis_perkara_kode", cell(type, 0, 0) },
		{ "jenis_perkara_nama", j->type_name },
		{ "jenis_perkara_text", cell(type, 0, 2) },
		{ "nomor_urut_register", j->sequence },
		{ "nomor_urut_perkara", j->sequence },
		{ "nomor_perkara", j->number },
		{ "pihak1_text", one },
		{ "pihak2_text", two },
		{ "pihak4_text", names_join(j, "pihak4", join) },
		{ "para_pihak", arena_print(j->a, "%s%s%s", one, two[0] ? join : "", two) },
	};
	j->at = j->root;
	if (!put(db, j, "perkara", values, why))
		return false;
	j->id = arena_print(j->a, "%lld", db->id);
	return true;
}

static const char *const sides[] = { "pihak1", "pihak2", "pihak4" };

/* Each party as a person and as a party of this case. */
static bool parties_put(struct db *db, struct registration *j, struct fault *why)
{
	for (size_t i = 0; i < COUNT_OF(sides); i++) {
		const char *table = arena_print(j->a, "perkara_%s", sides[i]);
		const struct xml_node *n = xml_child(j->root, sides[i]);
		for (; n; n = xml_next(n, sides[i])) {
			struct column_value person[MOST_VALUES] = { { NULL, NULL } };
			j->at = n;
			if (!put(db, j, "pihak", person, why))
				return false;
			struct column_value party[MOST_VALUES] = {
				{ "perkara_id", j->id },
				{ "pihak_id", arena_print(j->a, "%lld", db->id) },
			};
			if (!put(db, j, table, party, why))
				return false;
		}
	}
	return true;
}

/* A text of a party that its columns cannot keep is named as the party's, before anything is
 * locked. */
static bool parties_fit(const struct db *db, struct registration *j, struct fault *why)
{
	for (size_t i = 0; i < COUNT_OF(sides); i++) {
		struct mapped_table *person = mapping_table(db->mapping, "pihak");
		struct mapped_table *party =
		    mapping_table(db->mapping, arena_print(j->a, "perkara_%s", sides[i]));
		const struct xml_node *n = xml_child(j->root, sides[i]);
		for (; n; n = xml_next(n, sides[i])) {
			struct column_value values[MOST_VALUES];
			j->at = n;
			if (!row_fits(person, values, values_add(person, n, j->a, values, 0),
			              why) ||
			    !row_fits(party, values, values_add(party, n, j->a, values, 0), why))
				return false;
		}
	}
	j->at = j->root;
	return true;
}

/* "2026-11-25 09:41:07" by the court's clock; "" when nothing was paid. */
static const char *paid_at(const struct registration *j, const struct zone *z)
{
	char local[40];
	instant at;
	if (!instant_parse(child(j, "tanggal_bayar"), &at))
		return "";
	instant_local(at, z, local, sizeof local);
	return arena_print(j->a, "%.10s %.8s", local, local + 11);
}

static bool filing_put(struct db *db, struct registration *j, struct fault *why)
{
	const char *paid = paid_at(j, &db->setup->zone);
	struct column_value values[MOST_VALUES] = {
		{ "satker_id", db->setup->satker },           { "tanggal_pendaftaran", j->day },
		{ "jenis_perkara_nama", j->type_name },       { "tanggal_bayar", paid },
		{ "status_pembayaran", paid[0] ? "1" : "0" }, { "nomor_perkara", j->number },
		{ "tgl_pendaftaran_perkara", j->day },
	};
	j->at = j->root;
	if (!put(db, j, "perkara_efiling", values, why))
		return false;
	struct column_value link[MOST_VALUES] = {
		{ "perkara_id", j->id },
		{ "efiling_id", arena_print(j->a, "%lld", db->id) },
	};
	return put(db, j, "perkara_efiling_id", link, why);
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
	if (!day_decide(db->setup, child(j, "tanggal_pendaftaran"), &registered, why) ||
	    !parties_fit(db, j, why) || !type_find(db, j, &type, why) ||
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
	if (!case_put(db, j, &type, why) || !parties_put(db, j, why) || !filing_put(db, j, why))
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

/* A home put back from its backup gives a register number twice: the case must be these people's.
 * SIPP's own users may spell a name their way, so a SIPP that is only read is believed. */
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

/* The case that bears the register number, when it is this one; false: the database failed. */
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

/* After the commit: what was found is read anew. */
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

/* All open ones, or only one; false: nothing was written, `why` says what hindered. */
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

/* Tried again as long as it is another's lock, and nobody has waited too long. */
static void rounds(struct sippd *b, const struct registration *only, int64_t until,
                   struct fault *why)
{
	for (int i = 0; i < ROUNDS && clock_steady() < until; i++) {
		if (round_run(b, only, why))
			return;
		if (why->kind == FAULT_REFUSED)
			i--; /* whoever was refused is out of it now */
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

/* A SIPP that is only read: the number its own user gave, or "not yet". */
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
	if (!db_ask(&b->db, SQL_types, NULL, a, &types, why))
		return false;
	const char *text = trial_text(b, types.count > 0 ? cell(&types, 0, 0) : "1", a);
	if (!xml_parse(text, strlen(text), "daftar", b->sipp.requests[SIPP_REGISTER], &j.x, why))
		return false;
	j.root = xml_root(j.x);
	j.reg = child(&j, "nomor_register");
	j.alur = child(&j, "alur_perkara_id");
	j.type = child(&j, "jenis_perkara_id");
	bool good = db_begin(&b->db, why) && job_write(&b->db, &j, &counters, why);
	db_rollback(&b->db);
	if (good && j.state != JOB_MADE)
		good = fault_set(why, FAULT_OUTSIDE, N_("Nomor register %1 sudah ada di SIPP"),
		                 j.reg);
	*number = j.number ? j.number : "";
	xml_close(&j.x);
	return good;
}
