/* A filing's data for steps 1 to 4 from a file, through the same forms, checks and door as the
 * screen:
 *
 *     <filings xmlns="urn:loket:filing:1"><filing>
 *       <akun><jenis>perorangan</jenis>…</akun> <pendaftar>…</pendaftar>
 *       <pihak><perkara_jenis>347</perkara_jenis> <pihak>…</pihak> <pihak>…</pihak></pihak>
 *       <gugatan>… <berkas>…</berkas></gugatan>
 *     </filing></filings>
 *
 * An element that has elements is a row of the list of its name. Documents are named by path, from
 * the folder of the XML file. Each filing is all or nothing, and told of once it is committed; one
 * whose forms say just what an imported filing's say is that one. */
#include <stdio.h>
#include <string.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/store/filing.h"
#include "loket/text.h"
#include "loket/xml.h"

#include "private.h"

#define FILING_SPACE "urn:loket:filing:1"

enum { INPUT_MOST = 9 * 1024 * 1024 }; /* more than an XML document may have, which is then said */

/* One filing on its way in. */
struct intake {
	const struct login *s;
	const struct xml *xml;
	struct arena *a;
	struct arena *told; /* of the result, which outlives the rest */
	bool again;
	struct filing filing;   /* as the steps taken so far leave it */
	struct context context; /* of the day */
	struct decided *taken;
	size_t taken_count, taken_capacity;
	struct attachments attachments;
	struct import_result result;
	struct scope_step *read; /* the steps read so far, accepted or not */
	size_t read_count, read_capacity;
};

static void blame(struct intake *in, int line, const char *field, const struct fault *why)
{
	char text[600];
	struct import_result *r = &in->result;
	for (size_t i = 0; i < r->fault_count; i++) {
		/* reported once: an unreadable value is not also a missing one */
		if (field[0] != '\0' && r->faults[i].line == line &&
		    text_same(r->faults[i].field, field))
			return;
	}
	fault_say(why, text, sizeof text);
	r->faults = list_grow(in->told, r->faults, r->fault_count, &r->fault_capacity,
	                      sizeof *r->faults);
	r->faults[r->fault_count++] = (struct import_fault){ line, arena_text(in->told, field),
		                                             arena_text(in->told, text) };
}

/* What a step that was taken is warned of, as at the desk. */
static void warn_of(struct intake *in, int line, const struct fault *why)
{
	char text[600];
	struct import_result *r = &in->result;
	fault_say(why, text, sizeof text);
	r->warnings = list_grow(in->told, r->warnings, r->warning_count, &r->warning_capacity,
	                        sizeof *r->warnings);
	r->warnings[r->warning_count++] = (struct import_fault){ line,
		                                                 arena_text(in->told, why->field),
		                                                 arena_text(in->told, text) };
}

static void read_row(struct intake *in, const struct xml_node *node, const char *list, int row,
                     struct values *v)
{
	for (const struct xml_node *n = xml_child(node, NULL); n != NULL; n = xml_next(n, NULL))
		values_set(v, in->a, list, row, arena_text(in->a, xml_name(n)),
		           xml_content_lines(n, in->a));
}

static void read_values(struct intake *in, const struct xml_node *node, struct values *v)
{
	for (const struct xml_node *n = xml_child(node, NULL); n != NULL; n = xml_next(n, NULL)) {
		const char *name = arena_text(in->a, xml_name(n));
		if (xml_child(n, NULL) != NULL)
			read_row(in, n, name, values_rows(v, name) + 1, v);
		else
			values_set(v, in->a, "", 0, name, xml_content_lines(n, in->a));
	}
}

/* A field's element, or that of its row or step where it is missing. */
static const struct xml_node *node_of(const struct xml_node *step, const char *path,
                                      struct arena *a)
{
	const char *list, *field;
	int row;
	if (!values_path_parse(path, a, &list, &row, &field))
		return step;
	const struct xml_node *at = step;
	if (list[0] != '\0') {
		at = xml_child(step, list);
		for (int i = 1; at != NULL && i < row; i++)
			at = xml_next(at, list);
	}
	const struct xml_node *leaf = at == NULL ? NULL : xml_child(at, field);
	return leaf != NULL ? leaf : at != NULL ? at : step;
}

static int line_of(const struct xml_node *step, const char *path, struct arena *a)
{
	return xml_line(node_of(step, path, a));
}

/* The path of a document as written in the file, relative to the file's folder. */
static const char *document_path(const struct intake *in, const char *typed)
{
	const char *file = xml_file(in->xml), *slash = strrchr(file, '/');
	struct document_kept kept;
	if (text_is_empty(typed) || document_taken(typed, &kept))
		return typed;
	const char *path = path_bytes(typed, in->a);
	if (path[0] != '/' && !text_starts(path, "~/") && slash != NULL)
		path = arena_print(in->a, "%.*s/%s", (int)(slash - file), file, path);
	return path_text(path, in->a);
}

/* A document is copied from the file's folder, or from the home that stored it (dari="…"). */
static bool bring(const struct intake *in, const struct field *field, const struct xml_node *leaf,
                  struct value *value, struct fault *why)
{
	if (field->kind != KIND_FILE)
		return true;
	const char *from = xml_attribute(leaf, "dari", "", in->a);
	value->text = document_path(in, xml_content_bytes(leaf, in->a));
	return text_is_empty(from) || document_fetch(in->s, field, value->text, from, in->a, why);
}

/* Where the form is checked: the filing as it is, and the steps of the file that were refused. */
static struct form_scope scope_of(struct intake *in, struct values *v)
{
	const struct context *c = &in->context;
	day today = instant_day(clock_now(), &c->book->court.zone);
	struct form_scope scope = filing_scope(&in->filing, v, c->lists, c->list_count, today,
	                                       in->a);
	size_t count = in->read_count + scope.step_count;
	struct scope_step *steps = arena_get(in->a, count + 1, sizeof *steps);
	for (size_t i = 0; i < count; i++)
		steps[i] = i < in->read_count ? in->read[i] : scope.steps[i - in->read_count];
	scope.steps = steps;
	scope.step_count = count;
	scope.places = &in->s->app->villages;
	scope.closed = calendar_closed(&c->book->calendar);
	return scope;
}

/* Converts typed values to stored ones ("25-05-1985" -> ISO), as the screen does. */
static bool accept_values(struct intake *in, const struct xml_node *node, const struct form *form,
                          struct values *v)
{
	struct form_scope scope = scope_of(in, v);
	struct fault why = { 0 };
	bool good = true;
	for (size_t i = 0; i < v->count; i++) {
		char path[96];
		struct value *value = &v->items[i];
		const struct field *field = form_field(form, value->list, value->field);
		values_path(value->list, value->row, value->field, path, sizeof path);
		if (field == NULL ||
		    (bring(in, field, node_of(node, path, in->a), value, &why) &&
		     field_accept(field, value->text, &scope, in->a, &value->text, &why)))
			continue;
		blame(in, line_of(node, path, in->a), path, &why);
		good = false;
	}
	return good;
}

static void blame_all(struct intake *in, const struct xml_node *node,
                      const struct form_faults *faults, const struct fault *why)
{
	size_t before = in->result.fault_count;
	for (size_t i = 0; i < faults->count; i++) {
		const struct form_fault *f = &faults->items[i];
		if (f->stops)
			blame(in, line_of(node, f->fault.field, in->a), f->fault.field, &f->fault);
	}
	if (in->result.fault_count == before && why->text != NULL)
		blame(in, line_of(node, why->field, in->a), why->field, why);
}

/* A step with a refused field, or behind a refused step, is only checked, so that one run reports
 * every wrong field. */
static void look_over(struct intake *in, const struct xml_node *node, const struct form *form,
                      struct values *v)
{
	struct form_scope scope = scope_of(in, v);
	struct fault why = { 0 };
	struct form_faults found = { 0 };
	form_check(form, &scope, in->a, &found);
	if (form_faults_stop(&found))
		blame_all(in, node, &found, &why);
}

static void remember(struct intake *in, const char *step, const struct values *v)
{
	struct values *kept = arena_get(in->a, 1, sizeof *kept);
	values_copy(kept, v, in->a);
	in->read = list_grow(in->a, in->read, in->read_count, &in->read_capacity, sizeof *in->read);
	in->read[in->read_count++] = (struct scope_step){ .step = step, .values = kept };
}

/* Decides the step on the filing as it is in memory; what follows is kept for the writing. */
static bool decide(struct intake *in, const struct form *form, struct command *c,
                   struct form_faults *faults, struct fault *why)
{
	struct decision *d = arena_get(in->a, 1, sizeof *d);
	*d = (struct decision){ .a = in->a };
	in->attachments.faults = faults;
	if (!may_or_refuse(in->s, c->act->name, why))
		return false;
	villages_give(in->s->app, form, &c->values, in->a);
	if (!documents_take(in->s, form, &c->values, in->a, &in->attachments, why) ||
	    !context_of_command(in->s, c, in->a, &in->context, why))
		return false;
	bool good = court_decide(&in->context, &in->filing, c, d, why);
	*faults = d->faults;
	if (!good)
		return false;
	filing_follow(&in->filing, c, d, in->a);
	in->taken = list_grow(in->a, in->taken, in->taken_count, &in->taken_capacity,
	                      sizeof *in->taken);
	in->taken[in->taken_count++] = (struct decided){ c, d };
	return true;
}

static bool take_step(struct intake *in, const struct xml_node *node, bool look_only)
{
	const char *step = arena_text(in->a, xml_name(node));
	const struct form *form = rulebook_form(in->s->app->book, step);
	const struct act *act = act_find(step, "isi");
	struct form_faults faults = { 0 };
	struct fault why = { 0 };
	if (form == NULL || act == NULL) {
		(void)fault_set(
		    &why, FAULT_MISUSE,
		    N_("Langkah %1 tidak dapat diimpor; yang dikenal: akun pendaftar pihak gugatan"),
		    step);
		blame(in, xml_line(node), "", &why);
		return false;
	}
	struct command *c = arena_get(in->a, 1, sizeof *c);
	*c = service_command(in->s, &in->filing.id, in->filing.version, act);
	read_values(in, node, &c->values);
	bool good = accept_values(in, node, form, &c->values);
	if (!good || look_only)
		look_over(in, node, form, &c->values);
	remember(in, step, &c->values);
	if (!good || look_only)
		return false;
	good = decide(in, form, c, &faults, &why);
	if (!good)
		blame_all(in, node, &faults, &why);
	for (size_t i = 0; good && i < faults.count; i++) {
		const struct fault *fault = &faults.items[i].fault;
		warn_of(in, line_of(node, fault->field, in->a), fault);
	}
	return good;
}

static bool take_filing(struct intake *in, const struct xml_node *node)
{
	bool good = true;
	for (const struct xml_node *n = xml_child(node, NULL); n != NULL; n = xml_next(n, NULL))
		good = take_step(in, n, !good) && good;
	return good;
}

/* SHA-256 of what its forms say. */
static void content_digest(const struct intake *in, char out[DIGEST_ROOM])
{
	const struct filing *f = &in->filing;
	struct text t = text_start(in->a);
	for (size_t i = 0; i < f->fill_count; i++) {
		text_addf(&t, "%s ", f->fills[i].step);
		values_json(&f->fills[i].values, rulebook_form(in->s->app->book, f->fills[i].step),
		            &t);
	}
	document_digest(&(struct bytes){ (unsigned char *)t.s, t.length }, out);
}

static bool write_filing(struct intake *in, struct fault *why)
{
	const struct rulebook *book = in->s->app->book;
	struct filing none = filing_blank(&in->filing.id, &book->sop, in->a);
	return documents_keep(in->s, &in->attachments, why) &&
	       decisions_apply(in->s->app->store, &none, in->taken, in->taken_count, why);
}

/* Writes the filing, unless what it says was imported before; tells which filing it is. `kept`
 * is false where nothing was written. */
static bool keep_filing(struct intake *in, const struct xml_node *node, bool *kept,
                        struct fault *why)
{
	char digest[DIGEST_ROOM];
	struct store *store = in->s->app->store;
	struct fault refused = { 0 };
	const char *known = "";
	content_digest(in, digest);
	if (!imported_find(store, digest, in->told, &known, why))
		return false;
	in->result.known = !in->again && !text_is_empty(known);
	*kept = !in->result.known && write_filing(in, &refused);
	if (!in->result.known && !*kept) {
		blame(in, xml_line(node), "", &refused);
		return true;
	}
	in->result.reg = in->result.known ? known : arena_text(in->told, in->filing.reg);
	return in->result.known || imported_write(store, digest, &in->filing.id, why);
}

/* All of one filing between a savepoint and its release. */
static bool take_whole(struct intake *in, const struct xml_node *node, struct fault *why)
{
	struct store *store = in->s->app->store;
	if (!store_savepoint(store, why))
		return false;
	bool good = context_of_day(in->s, clock_now(), in->a, &in->context, why);
	bool kept = good && take_filing(in, node) && in->taken_count > 0;
	good = good && (!kept || keep_filing(in, node, &kept, why));
	store_release(store, good && kept);
	return good;
}

/* The filings of one commit: they are told of after it. */
struct batch {
	struct arena a;
	struct import_result *items;
	size_t count, capacity, before; /* before: told already */
};

static bool batch_close(const struct login *s, const struct import_order *o, struct batch *b,
                        struct fault *why)
{
	if (!service_batch_end(s->app, why))
		return false;
	for (size_t i = 0; i < b->count; i++)
		o->result(o->self, b->before + i + 1, &b->items[i]);
	arena_drop(&b->a);
	*b = (struct batch){ .a = arena_start(256 * MIB), .before = b->before + b->count };
	return true;
}

static bool take_next(const struct login *s, const struct xml *xml, const struct xml_node *node,
                      const struct import_order *o, struct batch *b, struct fault *why)
{
	struct arena a = arena_start(64 * MIB);
	struct intake in = { .s = s,
		             .xml = xml,
		             .a = &a,
		             .told = &b->a,
		             .again = o->again,
		             .result = { .reg = "" } };
	struct id id = id_new();
	in.filing = filing_blank(&id, &s->app->book->sop, &a);
	bool good = take_whole(&in, node, why);
	if (good) {
		b->items = list_grow(&b->a, b->items, b->count, &b->capacity, sizeof *b->items);
		b->items[b->count++] = in.result;
	}
	arena_drop(&a);
	return good;
}

static size_t filings_in(const struct xml_node *root)
{
	size_t count = 0;
	for (const struct xml_node *n = xml_child(root, "filing"); n != NULL;
	     n = xml_next(n, "filing"))
		count++;
	return count;
}

static bool import_all(const struct login *s, const struct xml *xml, const struct import_order *o,
                       struct batch *b, struct fault *why)
{
	bool go_on = true;
	const struct xml_node *root = xml_root(xml);
	const size_t all = filings_in(root), most = o->to_a_commit < 1 ? 1 : (size_t)o->to_a_commit;
	progress_tell(0, all);
	for (const struct xml_node *n = xml_child(root, "filing"); n != NULL && go_on;
	     n = xml_next(n, "filing")) {
		if (!take_next(s, xml, n, o, b, why))
			return false;
		progress_tell(b->before + b->count, all);
		go_on = o->goes_on == NULL || o->goes_on(o->self);
		if (b->count == most &&
		    (!batch_close(s, o, b, why) || !service_batch_begin(s->app, why)))
			return false;
	}
	return true;
}

static bool open_input(const char *path, struct xml **out, struct fault *why)
{
	if (!text_same(path, "-"))
		return xml_open(path, NULL, out, why);
	struct bytes bytes;
	struct arena a = arena_start(INPUT_MOST + MIB);
	bool good = pipe_drain(0, INPUT_MOST, -1, &a, &bytes, why) &&
	            xml_parse(bytes.data, bytes.size, path, NULL, out, why);
	arena_drop(&a);
	return good;
}

bool service_import(const struct login *s, const struct import_order *o, struct fault *why)
{
	struct xml *xml = NULL;
	struct batch b = { .a = arena_start(256 * MIB) };
	if (!may_or_refuse(s, act_fill_account.name, why) || !app_has_court(s->app, why) ||
	    !open_input(o->path, &xml, why))
		return false;
	bool good = text_same(xml_name(xml_root(xml)), "filings") &&
	            text_same(xml_space(xml_root(xml)), FILING_SPACE);
	if (!good)
		good = xml_refuse(xml, xml_root(xml), why,
		                  N_("berkas impor harus berisi <filings xmlns=\"%1\">"),
		                  FILING_SPACE);
	else if (!service_batch_begin(s->app, why))
		good = false;
	else if (import_all(s, xml, o, &b, why))
		good = batch_close(s, o, &b, why);
	else {
		if (s->app->batch)
			store_rollback(s->app->store);
		s->app->batch = false;
		good = false;
	}
	arena_drop(&b.a);
	xml_close(&xml);
	return good;
}
