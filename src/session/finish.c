/* Finishing: all is checked, done by the one door, and what came of it said. */
#include <string.h>

#include "loket/cashier.h"
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

/* ---- somebody else changed the filing meanwhile ---- */

/* Did another give the field a value that is neither the old one nor what was typed here? */
static bool differs(const struct session *s, const struct values *now, const struct field *f,
                    int row)
{
	const char *text = values_get(now, f->list, row, f->id);
	return !text_same(text, values_get(&s->before, f->list, row, f->id)) &&
	       !text_same(text, values_get(&s->form.values, f->list, row, f->id));
}

/* The labels of the fields another changed since this form was begun. */
static void changed_fields(const struct session *s, const struct values *now, struct text *out)
{
	const struct form *form = s->form.form;
	for (size_t i = 0; i < form->field_count; i++) {
		const struct field *f = &form->fields[i];
		bool own = f->list[0] == '\0';
		int rows = own ? 0 : values_rows(now, f->list);
		for (int row = own ? 0 : 1; row <= rows; row++) {
			if (!differs(s, now, f, row))
				continue;
			if (out->length > 0)
				text_add(out, ", ");
			text_add(out, _(f->label));
			if (row > 0)
				text_addf(out, " %d", row);
		}
	}
}

/* Refused because another was quicker: what changed is told, and finishing again saves over it. */
static bool said_changed(struct session *s)
{
	if (!s->has_form || s->seen == s->filing.version)
		return false;
	const struct values *now = filing_values(&s->filing, s->form.form->step);
	struct text fields = text_start(s->a);
	changed_fields(s, now, &fields);
	const char *who = s->history.count > 0 ? s->history.items[0].who : "";
	if (fields.length > 0)
		session_say(s, TONE_WARNING, _("%1 mengubah: %2"), who, fields.s);
	else
		session_say(s, TONE_WARNING, _("%1 mengubah pendaftaran ini"), who);
	s->said.way = WAY_SAVE_OVER;
	s->seen = s->filing.version;
	values_copy(&s->before, now, s->a);
	return true;
}

/* ---- doing ---- */

/* Faults of fields go to the form; the first that stops has the focus. */
static void take_faults(struct session *s)
{
	bool focused = false;
	for (size_t i = 0; s->has_form && i < s->answer.faults.count; i++) {
		const struct form_fault *f = &s->answer.faults.items[i];
		const char *list, *id;
		int row;
		form_fault_add(&s->form.faults, s->a, f->stops, &f->fault);
		if (!f->stops || focused ||
		    !values_path_parse(f->fault.field, s->a, &list, &row, &id))
			continue;
		const struct field *field = form_field(s->form.form, list, id);
		if (field != NULL)
			s->form.focus = (struct form_position){ .field = field, .row = row };
		focused = field != NULL;
	}
}

static void say_done(struct session *s)
{
	char text[400];
	for (size_t i = 0; i < s->answer.faults.count; i++) {
		if (s->answer.faults.items[i].stops)
			continue;
		fault_say(&s->answer.faults.items[i].fault, text, sizeof text);
		session_say(s, TONE_WARNING, _("%1. Perhatikan: %2"),
		            sentence_said(s->a, s->answer.event), text);
		return;
	}
	session_say(s, TONE_DONE, "%1", sentence_said(s->a, s->answer.event));
}

static bool tell(struct session *s, bool done, const struct fault *why)
{
	if (done) {
		s->form.changed = false;
		say_done(s);
	} else {
		take_faults(s);
		session_fault(s, why);
	}
	return done;
}

bool session_do(struct session *s, const struct act *act, const struct values *values)
{
	struct fault why = { 0 };
	struct command c = service_command(s->login, &s->id,
	                                   s->has_form ? s->seen : s->filing.version, act);
	if (s->has_form && act == s->act) {
		c.id = s->command;
		c.begun = s->begun;
	}
	if (values != NULL)
		values_copy(&c.values, values, s->a);
	s->answer = (struct answer){ 0 };
	bool done = service_do(s->login, &c, s->a, &s->answer, &why);
	if (!done)
		s->refusal = why;
	session_read_again(s);
	if (s->answer
	        .denied) { /* the refusal itself is written, and what is asked next is another */
		s->command = id_new();
		s->seen = s->filing.version;
	}
	return !done && said_changed(s) ? false : tell(s, done, &why);
}

/* ---- forms that are for no act of a filing ---- */

static bool settle(struct session *s, struct fault *why)
{
	const struct values *v = &s->form.values;
	const char *to = values_of(v, "pendaftaran");
	const char *how = values_of(v, "cara");
	struct settlement t = { .payment = s->subject,
		                .how = how,
		                .reason = values_of(v, text_same(how, "setuju")  ? "jumlah"
		                                       : text_same(how, "kirim") ? "referensi"
		                                                                 : "alasan"),
		                .name = values_of(v, "nama"),
		                .bank = values_of(v, "bank"),
		                .account = values_of(v, "rekening"),
		                .proof = values_of(v, "bukti") };
	if (!text_is_empty(to) && !service_find(s->login, to, &t.filing, why))
		return fault_at(why, "pendaftaran");
	return service_settle(s->login, &t, s->a, &s->answer, why);
}

static bool cancel(struct session *s, struct fault *why)
{
	s->answer.event = N_("Pesan dibatalkan");
	return service_cancel(s->login, s->number, values_of(&s->form.values, "alasan"), s->a, why);
}

/* The subject names the calls: "ID/2 ID/1". */
static bool reassign(struct session *s, struct fault *why)
{
	const struct values *v = &s->form.values;
	size_t most = strlen(s->subject) + 1;
	struct call_named *calls = arena_get(s->a, most, sizeof *calls);
	struct reassignment r = { .calls = calls,
		                  .bailiff = values_of(v, "jurusita"),
		                  .reason = values_of(v, "alasan") };
	for (const char *at = s->subject; *at != '\0'; at += strcspn(at, " "), at += *at == ' ') {
		long long number;
		size_t n = strcspn(at, "/"), end = strcspn(at, " ");
		if (n >= end ||
		    !text_number(arena_copy(s->a, at + n + 1, end - n - 1), 1, INT32_MAX, &number))
			return fault_set(why, FAULT_MISUSE, N_("%1 bukan nomor panggilan, mis. 2"),
			                 at);
		calls[r.count].filing = id_from(arena_copy(s->a, at, n));
		calls[r.count++].summons = (int)number;
	}
	return service_reassign(s->login, &r, s->a, &s->answer, why);
}

static rupiah amount_or(const struct values *v, const char *field, rupiah none)
{
	rupiah amount;
	return money_plain_parse(values_of(v, field), &amount) ? amount : none;
}

static bool close_books(struct session *s, struct fault *why)
{
	struct closing made;
	const struct values *v = &s->form.values;
	const struct closing_order o = { .period = values_of(v, "masa"),
		                         .corrects = values_of(v, "memperbaiki"),
		                         .balances = values_of(v, "saldo"),
		                         .cash = amount_or(v, "kas", 0),
		                         .reason = values_of(v, "alasan"),
		                         .evidence = values_of(v, "bukti") };
	s->answer.event = N_("Buku ditutup dengan berita acara");
	return service_close(s->login, &o, s->a, &made, why);
}

static bool open_account(struct session *s, struct fault *why)
{
	struct closing made;
	const struct values *v = &s->form.values;
	const struct opening_order o = { .bank = values_of(v, "rekening"),
		                         .balance = values_of(v, "saldo"),
		                         .day = values_of(v, "hari"),
		                         .panjar = values_of(v, "panjar"),
		                         .unclaimed = values_of(v, "negara"),
		                         .pnbp = values_of(v, "pnbp"),
		                         .suspense = values_of(v, "titipan"),
		                         .evidence = values_of(v, "bukti"),
		                         .reason = values_of(v, "alasan"),
		                         .corrects = values_of(v, "memperbaiki") };
	s->answer.event = N_("Saldo awal dicatat dengan berita acara");
	return service_open_account(s->login, &o, s->a, &made, why);
}

static const char *deposit_said(const struct session *s, const char *text, const struct deposit *d)
{
	char amount[32];
	money_show(d->amount, amount, sizeof amount);
	return message_text(s->a, text, deposit_name(d, s->a), arena_text(s->a, amount));
}

/* The subject names the handing over: "3/2026". */
static bool receive_deposit(struct session *s, struct fault *why)
{
	struct deposit d;
	if (!service_deposit_receive(s->login, s->subject, values_of(&s->form.values, "jumlah"),
	                             s->a, &d, why))
		return false;
	s->answer.event = deposit_said(s, _("Penyerahan %1, %2, diterima"), &d);
	return true;
}

static bool pay_deposit(struct session *s, struct fault *why)
{
	struct deposit d;
	const struct values *v = &s->form.values;
	struct deposit_paid paid = { values_of(v, "billing"), values_of(v, "ntpn"), DAY_NONE };
	if (!day_iso_parse(values_of(v, "tanggal"), &paid.on))
		paid.on = DAY_NONE;
	if (!service_deposit_pay(s->login, s->subject, &paid, s->a, &d, why))
		return false;
	s->answer.event = deposit_said(s, _("Setoran %1, %2, sudah di kas negara"), &d);
	return true;
}

static bool ask_here(struct session *s, struct fault *why)
{
	const struct tabayun_order o = { .form = s->form.form->step,
		                         .name = s->subject,
		                         .values = &s->form.values,
		                         .command = s->command };
	return service_tabayun_do(s->login, &o, s->a, &s->answer, why);
}

static const struct {
	const char *form;
	bool (*run)(struct session *s, struct fault *why);
} errands[] = {
	{ "bantuan", ask_here },  { "penunjukan", ask_here },    { "pelaksanaan", ask_here },
	{ "jawaban", ask_here },  { "putus", settle },           { "antrean", cancel },
	{ "alih", reassign },     { "tutup", close_books },      { "awal", open_account },
	{ "setor", pay_deposit }, { "terima", receive_deposit },
};

static bool do_form(struct session *s)
{
	struct fault why = { 0 };
	s->answer = (struct answer){ 0 };
	for (size_t i = 0; i < COUNT_OF(errands); i++) {
		if (text_same(errands[i].form, s->form.form->step))
			return tell(s, errands[i].run(s, &why), &why);
	}
	return false;
}

/* ---- all of it ---- */

/* The account was filled in by a proposal: where the evidence is whole, step 2 is done with it. */
static void follow_account(struct session *s)
{
	struct saying first = s->said;
	session_take(s, &act_fill_registrant);
	s->said = first;
	if (!s->allowed || !s->has_form || s->form.values.count == 0 ||
	    !form_state_finish(&s->form))
		return;
	if (!session_do(s, s->act, &s->form.values))
		return;
	struct saying second = s->said;
	session_say(s, second.tone, "%1. %2", first.text, second.text);
}

bool session_finish(struct session *s)
{
	if (!s->allowed) {
		session_fault(s, &s->refusal);
		return false;
	}
	if (s->has_form) {
		if (!session_keep(s, NULL) || !form_state_finish(&s->form))
			return false;
	}
	if (s->act == NULL)
		return do_form(s);
	bool done = session_do(s, s->act, s->has_form ? &s->form.values : NULL);
	if (done && s->known && s->act == &act_fill_account)
		follow_account(s);
	return done;
}
