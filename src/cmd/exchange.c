/* Importing filings from XML files and exporting them: the same form both ways (loket-forms(5)). */
#include <stdio.h>
#include <string.h>

#include "loket/command.h"
#include "loket/list.h"
#include "loket/xml.h"

#include "private.h"

#define FILING_SPACE "urn:loket:filing:1"

enum { TO_A_COMMIT = 50 };

/* ---- in ---- */

struct import_run {
	struct cmd *c;
	const char *path;
	struct rows rows; /* of all files so far, where a program asked for them */
	size_t made, known, refused;
	int signals;
	bool stopped;
};

/* FILE:LINE on the error output. */
static void tell_fault(const struct import_run *in, const struct import_fault *f, const char *mark)
{
	const char *colon = text_is_empty(f->field) ? "" : ": ";
	output_remark(arena_print(in->c->a, "%s:%d: %s%s%s%s", in->path, f->line, mark, f->field,
	                          colon, f->text));
}

/* For people: the number on the output, all else on the error output. */
static void tell(const struct import_run *in, const struct import_result *r)
{
	if (r->fault_count == 0)
		output_line(r->reg);
	for (size_t i = 0; i < r->fault_count; i++)
		tell_fault(in, &r->faults[i], "");
	for (size_t i = 0; i < r->warning_count && r->fault_count == 0 && !r->known; i++)
		tell_fault(in, &r->warnings[i], _("peringatan: "));
	if (r->known) {
		char text[300];
		message_fill(_("%1 sudah diimpor dengan isi yang sama; --again: daftarkan lagi"),
		             &r->reg, 1, text, sizeof text);
		output_remark(text);
	}
}

static void collect_fault(struct import_run *in, const char *number, const char *reg,
                          const struct import_fault *f)
{
	struct cmd *c = in->c;
	rows_add(&in->rows,
	         (const char *const[]){ in->path, number, reg, cell_number(c, f->line),
	                                arena_text(c->a, f->field), arena_text(c->a, f->text) });
}

static void collect(struct import_run *in, size_t index, const struct import_result *r)
{
	struct cmd *c = in->c;
	const char *number = cell_number(c, (long long)index), *reg = arena_text(c->a, r->reg);
	if (r->fault_count == 0)
		rows_add(&in->rows, (const char *const[]){ in->path, number, reg, "", "",
		                                           r->known ? N_("sudah diimpor") : "" });
	for (size_t i = 0; i < r->fault_count; i++)
		collect_fault(in, number, "", &r->faults[i]);
	for (size_t i = 0; i < r->warning_count && r->fault_count == 0 && !r->known; i++)
		collect_fault(in, number, reg, &r->warnings[i]);
}

static void on_result(void *self, size_t index, const struct import_result *r)
{
	struct import_run *in = self;
	if (r->fault_count > 0)
		in->refused++;
	else if (r->known)
		in->known++;
	else
		in->made++;
	if (in->c->options.format == FORMAT_TABLE)
		tell(in, r);
	else
		collect(in, index, r);
}

static bool goes_on(void *self)
{
	struct import_run *in = self;
	if (in->signals < 0) /* before anything is taken ^C simply ends it */
		in->signals = signals_open();
	for (int signal; (signal = signals_next(in->signals)) != 0;)
		in->stopped = in->stopped || signal_ends(signal);
	return !in->stopped;
}

static struct import_run intake_start(struct cmd *c)
{
	static const struct column columns[] = {
		{ "berkas", N_("Berkas"), COLUMN_TEXT },
		{ "ke", N_("Ke-"), COLUMN_NUMBER },
		{ "pendaftaran", N_("Pendaftaran"), COLUMN_TEXT },
		{ "baris", N_("Baris"), COLUMN_NUMBER },
		{ "isian", N_("Isian"), COLUMN_TEXT },
		{ "pesan", N_("Pesan"), COLUMN_TEXT },
	};
	return (struct import_run){
		.c = c,
		.rows = rows_start(c, "", columns, COUNT_OF(columns), COUNT_OF(columns)),
		.signals = -1,
	};
}

static bool take_file(struct import_run *in, const char *path, struct fault *why)
{
	const struct options *o = &in->c->options;
	const struct import_order order = { .path = path,
		                            .to_a_commit = o->commit == 0 ? TO_A_COMMIT
		                                                          : (int)o->commit,
		                            .again = o->again,
		                            .self = in,
		                            .result = on_result,
		                            .goes_on = goes_on };
	in->path = path;
	return service_import(&in->c->login, &order, why);
}

/* What was taken is kept; to import the same again takes the rest. */
static bool none_left(struct import_run *in, struct fault *why)
{
	if (in->stopped)
		return fault_set(why, FAULT_OUTSIDE,
		                 N_("Dihentikan; yang disebut di atas tersimpan, sisanya belum. "
		                    "Ulangi untuk meneruskan"));
	if (in->refused > 0)
		/* Its faults were printed already. */
		*why = (struct fault){ .kind = FAULT_REFUSED };
	return in->refused == 0;
}

bool cmd_filing_import(struct cmd *c, struct fault *why)
{
	bool good = true;
	struct import_run in = intake_start(c);
	for (size_t i = 0; good && !in.stopped && i < c->word_count; i++)
		good = take_file(&in, c->words[i], why);
	if (c->options.format != FORMAT_TABLE)
		output_table(c, &in.rows.table);
	else if (in.made + in.known + in.refused > 1 || in.stopped) {
		char text[256];
		const char *const numbers[] = { cell_number(c, (long long)in.made),
			                        cell_number(c, (long long)in.known),
			                        cell_number(c, (long long)in.refused) };
		message_fill(_("%1 pendaftaran dibuat, %2 sudah ada, %3 ditolak"), numbers,
		             COUNT_OF(numbers), text, sizeof text);
		output_remark(text);
	}
	return good && none_left(&in, why);
}

/* ---- out ---- */

struct exporting {
	const struct cmd *c;
	struct xml_out out;
};

/* A stored document is exported with its path, so that another home of this machine can copy it. */
static void put_value(struct exporting *e, const struct field *field, const char *text)
{
	struct document_kept kept;
	xml_begin(&e->out, field->id);
	if (field->kind == KIND_FILE && document_taken(text, &kept))
		xml_put_attribute(&e->out, "dari",
		                  service_document(e->c->app, kept.digest, e->c->a));
	xml_put(&e->out, text);
	xml_end(&e->out);
}

static void put_row(struct exporting *e, const struct form *form, const struct values *v,
                    const char *list, int row)
{
	for (size_t i = 0; i < form->field_count; i++) {
		const struct field *field = &form->fields[i];
		const char *text = text_same(field->list, list)
		                       ? values_get(v, list, row, field->id)
		                       : "";
		if (!text_is_empty(text))
			put_value(e, field, text);
	}
}

static void put_step(struct exporting *e, const struct form *form, const struct values *v)
{
	xml_begin(&e->out, form->step);
	put_row(e, form, v, "", 0);
	for (size_t i = 0; i < form->list_count; i++) {
		const char *list = form->lists[i].id;
		int rows = values_rows(v, list);
		for (int row = 1; row <= rows; row++) {
			xml_begin(&e->out, list);
			put_row(e, form, v, list, row);
			xml_end(&e->out);
		}
	}
	xml_end(&e->out);
}

static bool was_filled(const struct filing *f, const char *step)
{
	for (size_t i = 0; i < f->fill_count; i++) {
		if (text_same(f->fills[i].step, step))
			return true;
	}
	return false;
}

/* The steps a file can import: those that are filled, even with nothing. */
static void put_filing(struct exporting *e, const struct filing *f)
{
	xml_begin(&e->out, "filing");
	for (size_t i = 0; i < e->c->book->sop.step_count; i++) {
		const char *key = e->c->book->sop.steps[i].key;
		const struct form *form = rulebook_form(e->c->book, key);
		if (form != NULL && act_find(key, "isi") != NULL && was_filled(f, key))
			put_step(e, form, filing_values(f, key));
	}
	xml_end(&e->out);
}

bool cmd_filing_export(struct cmd *c, struct fault *why)
{
	struct exporting e = { c, xml_start(c->a) };
	if (!service_sees_personal(&c->login, why))
		return false;
	xml_begin(&e.out, "filings");
	xml_put_attribute(&e.out, "xmlns", FILING_SPACE);
	for (size_t i = 0; i < c->word_count; i++) {
		struct id id;
		struct filing f;
		if (!filing_named(c, c->words[i], &id, why) ||
		    !service_filing(&c->login, &id, c->a, &f, why))
			return false;
		put_filing(&e, &f);
	}
	output_line(xml_finish(&e.out));
	return true;
}
