/* Requests of other courts from the command line: what came in and how far it is, what goes out,
 * and each form as the desk has it: `loket tabayun record pengirim="Pengadilan Agama X" …`. */
#include "loket/tabayun.h"

#include <string.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/session.h"

#include "private.h"

/* ---- what came in, what goes out ---- */

static int this_year(const struct cmd *c)
{
	return day_ymd(instant_day(clock_now(), &c->book->court.zone)).year;
}

bool year_asked(const struct cmd *c, int *out, struct fault *why)
{
	struct period p;
	const char *said = c->options.period;
	*out = this_year(c);
	if (text_is_empty(said))
		return true;
	if (strlen(said) != strlen("2026") || !period_parse(said, &p))
		return fault_set(why, FAULT_MISUSE,
		                 N_("Masa register %1 harus ditulis tahun, mis. 2026"), said);
	*out = day_ymd(p.first).year;
	return true;
}

bool cmd_tabayun_list(struct cmd *c, struct fault *why)
{
	static const struct column columns[] = {
		{ "nomor", N_("Nomor"), COLUMN_TEXT },
		{ "diterima", N_("Diterima"), COLUMN_TEXT },
		{ "pengirim", N_("Pengadilan"), COLUMN_TEXT },
		{ "perkara", N_("Perkara"), COLUMN_TEXT },
		{ "pihak", N_("Pihak"), COLUMN_TEXT },
		{ "sidang", N_("Sidang"), COLUMN_TEXT },
		{ "jurusita", N_("Jurusita"), COLUMN_TEXT },
		{ "keadaan", N_("Keadaan"), COLUMN_TEXT },
		{ "batas", N_("Paling lambat"), COLUMN_TEXT },
		{ "jenis", N_("Jenis"), COLUMN_TEXT },
		{ "biaya", N_("Biaya"), COLUMN_NUMBER },
		{ "hasil", N_("Hasil"), COLUMN_TEXT },
		{ "resi", N_("Resi"), COLUMN_TEXT },
	};
	struct tabayun_list list;
	int year;
	if (!year_asked(c, &year, why) || !service_tabayun(&c->login, year, c->a, &list, why))
		return false;
	struct rows r = rows_start(c, "", columns, COUNT_OF(columns), COUNT_OF(columns) - 4);
	for (size_t i = 0; i < list.count; i++) {
		const struct tabayun *t = &list.items[i];
		rows_add(&r, (const char *const[]){ tabayun_name(t, c->a), cell_day(c, t->received),
		                                    t->sender, t->case_number, t->party,
		                                    cell_day(c, t->hearing), t->bailiff,
		                                    tabayun_key(tabayun_state(t)),
		                                    cell_day(c, tabayun_due(c->book, t)), t->kind,
		                                    cell_rupiah(c, t->fee), t->outcome, t->resi });
	}
	output_table(c, &r.table);
	return true;
}

bool cmd_tabayun_sent(struct cmd *c, struct fault *why)
{
	static const struct column columns[] = {
		{ "perkara", N_("Perkara"), COLUMN_TEXT },
		{ "panggilan", N_("Panggilan ke"), COLUMN_NUMBER },
		{ "nama", N_("Nama"), COLUMN_TEXT },
		{ "kedudukan", N_("Kedudukan"), COLUMN_TEXT },
		{ "sidang", N_("Sidang"), COLUMN_TEXT },
		{ "batas", N_("Paling lambat"), COLUMN_TEXT },
		{ "hasil", N_("Hasil"), COLUMN_TEXT },
		{ "id", N_("Id"), COLUMN_TEXT },
	};
	struct bailiff_list list;
	if (!service_bailiff(&c->login, "", c->a, &list, why))
		return false;
	struct rows r = rows_start(c, "", columns, COUNT_OF(columns), COUNT_OF(columns) - 1);
	for (size_t i = 0; i < list.count; i++) {
		const struct bailiff_row *b = &list.items[i];
		if (!text_same(b->channel, "delegasi"))
			continue;
		rows_add(&r, (const char *const[]){ b->number, cell_number(c, b->summons), b->name,
		                                    b->label, cell_day(c, b->hearing),
		                                    cell_day(c, b->deadline), b->outcome,
		                                    b->filing.text });
	}
	output_table(c, &r.table);
	return true;
}

bool cmd_tabayun_register(struct cmd *c, struct fault *why)
{
	struct table table;
	struct printed printed;
	int year;
	if (!year_asked(c, &year, why))
		return false;
	if (c->options.pdf) {
		if (!service_tabayun_print(&c->login, year, &printed, why))
			return false;
		output_line(printed.path);
		return true;
	}
	if (!service_tabayun_register(&c->login, year, c->a, &table, why))
		return false;
	output_table(c, &table);
	return true;
}

bool cmd_tabayun_print(struct cmd *c, struct fault *why)
{
	struct printed printed;
	if (!service_tabayun_paper(&c->login, c->words[1], c->words[0], &printed, why))
		return false;
	output_line(printed.path);
	return true;
}

/* ---- the forms ---- */

static bool fill_one(struct session *s, const char *word, struct fault *why)
{
	size_t n = strcspn(word, "=");
	struct fault own = { 0 };
	const char *stored, *id = arena_copy(s->a, word, n);
	const struct form *form = s->form.form;
	const struct field *field = form_field(form, "", id);
	if (word[n] != '=')
		return fault_set(why, FAULT_MISUSE,
		                 N_("%1 bukan ISIAN=NILAI; mis. nama=Siti atau pihak[2].nik=…"),
		                 word);
	if (field == NULL)
		return fault_set(why, FAULT_MISUSE, N_("Tidak ada isian %1 pada %2"), id,
		                 form->file);
	if (!field_accept(field, word + n + 1, &s->form.scope, s->a, &stored, &own)) {
		*why = own;
		return fault_at(why, id);
	}
	s->form.focus = (struct form_position){ .field = field };
	(void)form_state_leave(&s->form, word + n + 1);
	return true;
}

/* One that is known is named by the first word. */
static bool do_form(struct cmd *c, const char *form, size_t from, struct fault *why)
{
	struct session s = { 0 };
	struct id id = id_new();
	if (c->options.fields)
		return fields_show(c, rulebook_form(c->book, form));
	if (c->word_count < from)
		return fault_set(
		    why, FAULT_MISUSE,
		    N_("Sebutkan permohonannya, mis. 3/2026; lihat loket tabayun list"));
	session_begin(&s, &c->login, &id, c->a);
	s.subject = from > 0 ? c->words[0] : "";
	bool good = session_read(&s, why) && session_take_form(&s, form, why);
	for (size_t i = from; good && i < c->word_count; i++)
		good = fill_one(&s, c->words[i], why);
	if (good && !session_finish(&s)) {
		good = false;
		*why = s.refusal;
		output_faults(&s.form.faults);
		if (s.form.faults.count == 0)
			output_remark(s.said.text);
		why->text = NULL;
		why->kind = FAULT_REFUSED;
	}
	if (good)
		output_line(sentence_said(c->a, s.answer.event));
	session_end(&s);
	return good;
}

bool cmd_tabayun_record(struct cmd *c, struct fault *why)
{
	return do_form(c, "bantuan", 0, why);
}

bool cmd_tabayun_appoint(struct cmd *c, struct fault *why)
{
	return do_form(c, "penunjukan", 1, why);
}

bool cmd_tabayun_serve(struct cmd *c, struct fault *why)
{
	return do_form(c, "pelaksanaan", 1, why);
}

bool cmd_tabayun_answer(struct cmd *c, struct fault *why)
{
	return do_form(c, "jawaban", 1, why);
}
