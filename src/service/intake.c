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
 * the folder of the XML file. Each filing is all or nothing: its steps are decided one after the
 * other in memory, and what they come to is written once. */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/store/filing.h"
#include "loket/text.h"
#include "loket/xml.h"

#include "private.h"

#define FILING_SPACE "urn:loket:filing:1"

/* One filing on its way in. */
struct intake {
	const struct login *s;
	const struct xml *xml;
	struct arena *a;
	struct filing filing;   /* as the steps taken so far leave it */
	struct context context; /* of the day */
	struct decided *taken;
	size_t taken_count, taken_capacity;
	struct attachments attachments;
	struct import_result result;
	struct scope_step *read; /* the steps read so far, whether they were taken or not */
	size_t read_count, read_capacity;
};

static void blame(struct intake *in, int line, const char *field, const struct fault *why)
{
	char text[600];
	struct import_result *r = &in->result;
	for (size_t i = 0; i < r->fault_count; i++) {
		/* once is enough: what cannot be read is missing too */
		if (field[0] != '\0' && r->faults[i].line == line &&
		    text_same(r->faults[i].field, field))
			return;
	}
	fault_say(why, text, sizeof text);
	r->faults = list_grow(in->a, r->faults, r->fault_count, &r->fault_capacity,
	                      sizeof *r->faults);
	r->faults[r->fault_count++] = (struct import_fault){ .line = line,
		                                             .field = arena_text(in->a, field),
		                                             .text = arena_text(in->a, text) };
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

/* A field's element; its row's, or the step's, where it is missing. */
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

/* The path of a document as written in the file, from the file's own folder. */
static const char *document_path(const struct intake *in, const char *typed)
{
	const char *file = xml_file(in->xml), *slash = strrchr(file, '/');
	struct document_kept kept;
	bool own = typed[0] == '/' || text_starts(typed, "~/") || document_taken(typed, &kept);
	if (own || slash == NULL || text_is_empty(typed))
		return typed;
	return arena_print(in->a, "%.*s/%s", (int)(slash - file), file, typed);
}

/* A document comes from the file's own folder, or from the home that kept it (dari="…"). */
static bool bring(const struct intake *in, const struct field *field, const struct xml_node *leaf,
                  struct value *value, struct fault *why)
{
	if (field->kind != KIND_FILE)
		return true;
	const char *from = xml_attribute(leaf, "dari", "", in->a);
	value->text = document_path(in, value->text);
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
	return scope;
}

/* Values as typed become stored ones ("25-05-1985" -> ISO), as on the screen. */
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
	if (in->result.fault_count == before)
		blame(in, line_of(node, why->field, in->a), why->field, why);
}

/* A step with a refused field, or behind a refused one, is only looked at, so that one run names
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
	return good;
}

static bool take_filing(struct intake *in, const struct xml_node *node)
{
	bool good = true;
	for (const struct xml_node *n = xml_child(node, NULL); n != NULL; n = xml_next(n, NULL))
		good = take_step(in, n, !good) && good;
	return good;
}

static bool write_filing(struct intake *in, struct fault *why)
{
	const struct rulebook *book = in->s->app->book;
	struct filing none = filing_blank(&in->filing.id, &book->sop, in->a);
	return documents_keep(in->s, &in->attachments, why) &&
	       decisions_apply(in->s->app->store, &none, in->taken, in->taken_count, why);
}

/* All of one filing between a savepoint and its keeping or undoing. */
static bool take_whole(struct intake *in, const struct xml_node *node, struct fault *why)
{
	struct store *store = in->s->app->store;
	struct fault refused = { 0 };
	if (!store_savepoint(store, why))
		return false;
	bool good = context_of_day(in->s, clock_now(), in->a, &in->context, why);
	bool taken = good && take_filing(in, node);
	if (taken && in->taken_count > 0) {
		taken = write_filing(in, &refused);
		if (!taken)
			blame(in, xml_line(node), "", &refused);
		else
			in->result.reg = in->filing.reg;
	}
	store_release(store, taken);
	return good;
}

struct counted {
	int in_commit, most;
};

static bool commit_when_full(struct app *p, struct counted *n, struct fault *why)
{
	if (++n->in_commit < n->most)
		return true;
	n->in_commit = 0;
	return service_batch_end(p, why) && service_batch_begin(p, why);
}

static bool import_all(const struct login *s, const struct xml *xml, struct counted *n,
                       bool (*result)(void *, int, const struct import_result *), void *self,
                       struct fault *why)
{
	int index = 0;
	for (const struct xml_node *node = xml_child(xml_root(xml), "filing"); node != NULL;
	     node = xml_next(node, "filing")) {
		struct arena a = arena_start(64 * MIB);
		struct intake in = { .s = s, .xml = xml, .a = &a, .result = { .reg = "" } };
		struct id id = id_new();
		in.filing = filing_blank(&id, &s->app->book->sop, &a);
		bool good = take_whole(&in, node, why) && commit_when_full(s->app, n, why);
		bool go_on = good && result(self, ++index, &in.result);
		arena_drop(&a);
		if (!good)
			return false;
		if (!go_on)
			break;
	}
	return true;
}

bool service_import(const struct login *s, const char *path, int to_a_commit,
                    bool (*result)(void *, int, const struct import_result *), void *self,
                    struct fault *why)
{
	struct xml *xml = NULL;
	struct counted n = { .most = to_a_commit < 1 ? 1 : to_a_commit };
	if (!may_or_refuse(s, act_fill_account.name, why) || !xml_open(path, NULL, &xml, why))
		return false;
	bool good = text_same(xml_name(xml_root(xml)), "filings") &&
	            text_same(xml_space(xml_root(xml)), FILING_SPACE);
	if (!good)
		good = xml_refuse(xml, xml_root(xml), why,
		                  N_("berkas impor harus berisi <filings xmlns=\"%1\">"),
		                  FILING_SPACE);
	else if (!service_batch_begin(s->app, why))
		good = false;
	else if (import_all(s, xml, &n, result, self, why))
		good = service_batch_end(s->app, why);
	else {
		s->app->batch = false;
		store_rollback(s->app->store);
		good = false;
	}
	xml_close(&xml);
	return good;
}
