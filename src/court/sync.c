/* The case as SIPP has it: panel, registrar, bailiff, hearings, summonses. It is stored beside the
 * court's own forms (fill "sipp"), its changes go into the history, and summonses not yet carried
 * out follow it: hearing and bailiff are SIPP's. */
#include "loket/case.h"
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define HAKIM     "hakim"
#define PANITERA  "panitera"
#define JURUSITA  "jurusita"
#define SIDANG    "sidang"
#define RELAAS    "relaas"
#define PERKARA   "perkara"
#define ALONE     "3" /* jabatan_hakim_id, data/sipp/tipe.xsd */
#define DATE_ROOM 64

/* ---- a case as the values it is kept in ---- */

struct keeping {
	struct values *v;
	struct arena *a;
};

static void put(const struct keeping *k, const char *list, size_t row, const char *field,
                const char *text)
{
	values_set(k->v, k->a, list, (int)row, field, text == NULL ? "" : text);
}

static void put_day(const struct keeping *k, const char *list, size_t row, const char *field,
                    day on)
{
	char iso[16] = "";
	day_iso(on, iso, sizeof iso);
	put(k, list, row, field, iso);
}

static void put_people(const struct keeping *k, const char *list, const struct case_people *p)
{
	for (size_t i = 0; i < p->count; i++) {
		put(k, list, i + 1, "nama", p->items[i].name);
		put(k, list, i + 1, "jabatan", p->items[i].post);
	}
}

/* "09.00", as our forms have it. */
static const char *time_text(int minute, struct arena *a)
{
	return minute == TIME_NONE ? "" : arena_print(a, "%02d.%02d", minute / 60, minute % 60);
}

static void put_hearing(const struct keeping *k, size_t row, const struct case_hearing *h)
{
	put(k, SIDANG, row, "id", h->id);
	put_day(k, SIDANG, row, "tanggal", h->on);
	put(k, SIDANG, row, "jam", time_text(h->from, k->a));
	put(k, SIDANG, row, "agenda", h->agenda);
	put(k, SIDANG, row, "ruang", h->room);
	put(k, SIDANG, row, "ditunda", h->postponed ? "Y" : "");
	put(k, SIDANG, row, "alasan", h->why_postponed);
}

static void put_summons(const struct keeping *k, size_t row, const struct case_summons *s)
{
	put(k, RELAAS, row, "id", s->id);
	put(k, RELAAS, row, "pihak", s->party);
	put(k, RELAAS, row, "jurusita", s->bailiff);
	put_day(k, RELAAS, row, "tanggal", s->on);
	put(k, RELAAS, row, "hasil", s->outcome);
	put(k, RELAAS, row, "resi", s->receipt);
	put(k, RELAAS, row, "keterangan", s->note);
}

/* The panel's day: the first hearing that is not put off (PHS). */
static day hearing_of(const struct sipp_case *c)
{
	for (size_t i = 0; i < c->hearings.count; i++) {
		if (!c->hearings.items[i].postponed)
			return c->hearings.items[i].on;
	}
	return DAY_NONE;
}

static struct values case_values(const struct sipp_case *c, struct arena *a)
{
	struct values v = { 0 };
	const struct keeping k = { &v, a };
	put(&k, "", 0, "tahapan", c->stage);
	put(&k, "", 0, "proses", c->process);
	put_day(&k, "", 0, "pmh", c->panel_on);
	put_day(&k, "", 0, "ppp", c->registrar_on);
	put_day(&k, "", 0, "pjs", c->bailiff_on);
	put_day(&k, "", 0, "phs_pada", c->hearing_on);
	put_day(&k, "", 0, "phs", hearing_of(c));
	put(&k, "", 0, "dilewati", c->left_out);
	put_people(&k, HAKIM, &c->judges);
	put_people(&k, PANITERA, &c->registrars);
	put_people(&k, JURUSITA, &c->bailiffs);
	for (size_t i = 0; i < c->hearings.count; i++)
		put_hearing(&k, i + 1, &c->hearings.items[i]);
	for (size_t i = 0; i < c->summonses.count; i++)
		put_summons(&k, i + 1, &c->summonses.items[i]);
	return v;
}

/* ---- is it news? ---- */

static bool all_there(const struct values *these, const struct values *those)
{
	for (size_t i = 0; i < these->count; i++) {
		const struct value *v = &these->items[i];
		if (!text_same(values_get(those, v->list, v->row, v->field), v->text))
			return false;
	}
	return true;
}

bool sync_is_news(const struct filing *f, const struct sipp_case *told, struct arena *a)
{
	const struct values *known = filing_values(f, SIPP), now = case_values(told, a);
	return !all_there(&now, known) || !all_there(known, &now);
}

/* ---- what changed, in words ---- */

struct telling {
	const struct values *was, *is;
	struct text words;
	struct arena *a;
};

static void tell(struct telling *t, const char *words)
{
	text_add(&t->words, t->words.length > 0 ? "; " : "");
	text_add(&t->words, words);
}

const char *sync_names(const struct values *told, const char *list, struct arena *a)
{
	struct text t = text_start(a);
	int rows = values_rows(told, list);
	for (int row = 1; row <= rows; row++) {
		text_add(&t, row > 1 ? ", " : "");
		text_add(&t, values_get(told, list, row, "nama"));
	}
	return t.s;
}

static void tell_people(struct telling *t, const char *list, const char *words)
{
	const char *is = sync_names(t->is, list, t->a);
	if (!text_same(sync_names(t->was, list, t->a), is) && !text_is_empty(is))
		tell(t, say(t->a, words, is));
}

/* The row that has this id, 0: none. Rows of SIPP keep their ids. */
static int row_of(const struct values *v, const char *list, const char *id)
{
	int rows = values_rows(v, list);
	for (int row = 1; row <= rows; row++) {
		if (text_same(values_get(v, list, row, "id"), id))
			return row;
	}
	return 0;
}

static bool row_changed(const struct telling *t, const char *list, int row, int before)
{
	for (size_t i = 0; i < t->is->count; i++) {
		const struct value *v = &t->is->items[i];
		if (text_same(v->list, list) && v->row == row &&
		    !text_same(values_get(t->was, list, before, v->field), v->text))
			return true;
	}
	return false;
}

static const char *date_words(const char *iso, struct arena *a)
{
	day d;
	char out[DATE_ROOM];
	if (!day_iso_parse(iso, &d))
		return iso;
	day_show(d, out, sizeof out);
	return arena_text(a, out);
}

static bool is_put_off(const struct values *told, int row)
{
	return text_same(values_get(told, SIDANG, row, "ditunda"), "Y");
}

const char *sync_hearing(const struct values *told, int row, struct arena *a)
{
	const char *on = date_words(values_get(told, SIDANG, row, "tanggal"), a);
	const char *at = values_get(told, SIDANG, row, "jam");
	const char *room = values_get(told, SIDANG, row, "ruang");
	const char *why = values_get(told, SIDANG, row, "alasan");
	const char *words = text_is_empty(at) ? on : say(a, N_("%1 pukul %2"), on, at);
	if (!text_is_empty(room))
		words = say(a, "%1, %2", words, room);
	return is_put_off(told, row)
	           ? say(a, N_("%1 ditunda: %2"), words, text_is_empty(why) ? "–" : why)
	           : words;
}

static void tell_hearings(struct telling *t)
{
	int rows = values_rows(t->is, SIDANG);
	for (int row = 1; row <= rows; row++) {
		int before = row_of(t->was, SIDANG, values_get(t->is, SIDANG, row, "id"));
		if (before == 0 || row_changed(t, SIDANG, row, before))
			tell(t, say(t->a, N_("sidang %1"), sync_hearing(t->is, row, t->a)));
	}
}

static void tell_summonses(struct telling *t)
{
	int rows = values_rows(t->is, RELAAS);
	for (int row = 1; row <= rows; row++) {
		const char *id = values_get(t->is, RELAAS, row, "id");
		const char *on = values_get(t->is, RELAAS, row, "tanggal");
		int before = row_of(t->was, RELAAS, id);
		if (before > 0 && !row_changed(t, RELAAS, row, before))
			continue;
		tell(t, say(t->a, N_("relaas %1: %2"), values_get(t->is, RELAAS, row, "pihak"),
		            text_is_empty(on) ? N_("direncanakan") : date_words(on, t->a)));
	}
}

static const char *what_changed(const struct filing *f, const struct values *is, struct arena *a)
{
	struct telling t = { filing_values(f, SIPP), is, text_start(a), a };
	const char *stage = values_of(is, "tahapan");
	tell_people(&t, HAKIM, N_("majelis %1"));
	tell_people(&t, PANITERA, N_("panitera pengganti %1"));
	tell_people(&t, JURUSITA, N_("jurusita %1"));
	tell_hearings(&t);
	tell_summonses(&t);
	const char *left_out = values_of(is, "dilewati");
	if (!text_is_empty(left_out) && !text_same(values_of(t.was, "dilewati"), left_out))
		tell(&t, say(a, N_("tidak terbaca di SIPP: %1"), left_out));
	if (t.words.length == 0 && !text_same(values_of(t.was, "tahapan"), stage))
		tell(&t, say(a, N_("tahapan %1"), stage));
	return t.words.length > 0 ? t.words.s : N_("rincian perkara diperbarui");
}

/* ---- what follows it ---- */

static day hearing_day(const struct values *told, int row)
{
	day on;
	return day_iso_parse(values_get(told, SIDANG, row, "tanggal"), &on) ? on : DAY_NONE;
}

/* Row of the first that is not put off, later than a day (DAY_NONE: of all); 0: none. */
static int first_hearing(const struct values *told, day after)
{
	int rows = values_rows(told, SIDANG);
	for (int row = 1; row <= rows; row++) {
		if (!is_put_off(told, row) && (after == DAY_NONE || hearing_day(told, row) > after))
			return row;
	}
	return 0;
}

day sync_day(const struct values *told)
{
	day on;
	return day_iso_parse(values_of(told, "phs"), &on) ? on : DAY_NONE;
}

static const char *bailiff_of(const struct values *told, const struct choices *bailiffs)
{
	int rows = values_rows(told, JURUSITA);
	for (int row = 1; bailiffs != NULL && row <= rows; row++) {
		const char *name = values_get(told, JURUSITA, row, "nama");
		for (size_t i = 0; i < bailiffs->count; i++) {
			if (text_same(bailiffs->items[i].label, name))
				return bailiffs->items[i].value;
		}
	}
	return "";
}

void sync_proposal(const struct values *told, const struct choices *bailiffs, day after,
                   struct arena *a, struct values *out)
{
	int row = first_hearing(told, after);
	const struct {
		const char *field, *text;
	} fields[] = {
		{ "sidang_tanggal", values_get(told, SIDANG, row, "tanggal") },
		{ "sidang_jam", values_get(told, SIDANG, row, "jam") },
		{ "ruang", values_get(told, SIDANG, row, "ruang") },
		{ "hakim_tunggal",
		  text_same(values_get(told, HAKIM, 1, "jabatan"), ALONE) ? "ya" : "" },
		{ "ketua_majelis", values_get(told, HAKIM, 1, "nama") },
		{ "jurusita", bailiff_of(told, bailiffs) },
	};
	*out = (struct values){ 0 };
	for (size_t i = 0; i < COUNT_OF(fields); i++)
		values_set(out, a, "", 0, fields[i].field, fields[i].text);
}

/* Step 9 shows the hearing that the summonses call to; why it was another than SIPP's is over. */
static void form_follows(const struct context *s, const struct filing *f,
                         const struct values *proposal, struct decision *d)
{
	struct change *kept = decision_change(d, CHANGE_FILL);
	struct values *v = &kept->to.fill.values;
	kept->to.fill.step = PANGGILAN;
	kept->to.fill.form = rulebook_form(s->book, PANGGILAN);
	*v = (struct values){ 0 };
	values_copy(v, filing_values(f, PANGGILAN), d->a);
	for (size_t i = 0; i < proposal->count; i++)
		values_set(v, d->a, "", 0, proposal->items[i].field, proposal->items[i].text);
	if (!text_is_empty(values_of(proposal, "sidang_tanggal")))
		values_set(v, d->a, "", 0, "alasan_hari", "");
}

static const char *either(const struct values *proposal, const char *field, const char *kept)
{
	const char *text = values_of(proposal, field);
	return text_is_empty(text) ? kept : text;
}

static bool is_moved(const struct summons *was, const struct summons *is)
{
	return was->hearing != is->hearing || !text_same(was->time, is->time) ||
	       !text_same(was->room, is->room) || !text_same(was->bailiff, is->bailiff);
}

/* The panel's day moved: one that was called to another day is called anew, and so are all others
 * (HIR 122/RBg 146; PP 9/1975 art. 26). */
static void warn_moved(const struct filing *f, day hearing, struct decision *d)
{
	char was[16], is[16];
	for (size_t i = 0; i < f->summons_count; i++) {
		const struct summons *one = &f->summons[i];
		if (text_is_empty(one->outcome) || one->hearing == hearing)
			continue;
		day_show(one->hearing, was, sizeof was);
		day_show(hearing, is, sizeof is);
		warn_field(d, "sidang_tanggal",
		           N_("Sidang pindah sesudah ada panggilan, %1; panggil lagi semua pihak"),
		           arena_print(d->a, "%s → %s", was, is));
		warnings_keep(d, PANGGILAN);
		return;
	}
}

/* Step 9 set another day than SIPP's, with a reason: it stays until the panel moves its own. */
static void keep_day(const struct context *s, const struct summons *was, struct summons *one)
{
	one->hearing = was->hearing;
	one->deadline = summons_deadline(s->book, rulebook_channel(s->book, one->channel),
	                                 one->hearing);
}

/* Another bailiff was named here for it: he stays until SIPP names another than before. */
static void keep_bailiff(const struct context *s, const struct filing *f, const struct values *told,
                         const struct summons *was, struct summons *one)
{
	const struct choices *bailiffs = choices_named(s->lists, s->list_count, JURUSITA);
	if (text_same(bailiff_of(filing_values(f, SIPP), bailiffs), bailiff_of(told, bailiffs)))
		one->bailiff = was->bailiff;
}

/* The call as it is to SIPP's hearing: a first call to the first, a further one to the first after
 * that of the call it repeats. False: there is none. */
static bool moved_to(const struct context *s, const struct filing *f, const struct values *told,
                     struct arena *a, struct summons *one)
{
	struct values proposal;
	const struct summons *before = filing_summons(f, one->follows);
	const struct channel *channel = rulebook_channel(s->book, one->channel);
	day after = before == NULL ? DAY_NONE : before->hearing;
	int row = first_hearing(told, after);
	if (row == 0 || channel == NULL)
		return false;
	sync_proposal(told, choices_named(s->lists, s->list_count, JURUSITA), after, a, &proposal);
	one->hearing = hearing_day(told, row);
	one->time = either(&proposal, "sidang_jam", one->time);
	one->room = either(&proposal, "ruang", one->room);
	one->bailiff = either(&proposal, "jurusita", one->bailiff);
	one->deadline = summons_deadline(s->book, channel, one->hearing);
	return true;
}

/* Summonses that did not go out yet call to the panel's hearing. Its day is followed when SIPP
 * moves it, and not where step 9 set another with a reason. */
static size_t summonses_follow(const struct context *s, const struct filing *f,
                               const struct values *told, struct decision *d)
{
	size_t moved = 0, first = 0;
	day before = sync_day(filing_values(f, SIPP)), hearing = sync_day(told);
	bool moves = hearing != DAY_NONE && hearing != before;
	struct values proposal;
	for (size_t i = 0; i < f->summons_count; i++) {
		struct summons after = f->summons[i];
		if (after.dropped || !text_is_empty(after.outcome) ||
		    !moved_to(s, f, told, d->a, &after))
			continue;
		if (after.follows == 0 && !moves)
			keep_day(s, &f->summons[i], &after);
		keep_bailiff(s, f, told, &f->summons[i], &after);
		if (!is_moved(&f->summons[i], &after))
			continue;
		decision_change(d, CHANGE_SUMMONS)->to.summons = after;
		first += after.follows == 0;
		moved++;
	}
	if (first > 0 || (moves && f->summons_count > 0 && hearing != filing_hearing(f))) {
		sync_proposal(told, choices_named(s->lists, s->list_count, JURUSITA), DAY_NONE,
		              d->a, &proposal);
		if (!moves)
			values_set(&proposal, d->a, "", 0, "sidang_tanggal", "");
		form_follows(s, f, &proposal, d);
	}
	if (moves)
		warn_moved(f, hearing, d);
	return moved;
}

bool sync_take(const struct context *s, const struct filing *f, const struct command *c,
               struct decision *d, struct fault *why)
{
	if (text_is_empty(f->number.number))
		return fault_set(why, FAULT_REFUSED,
		                 N_("SIPP menyebut perkara yang di sini belum bernomor: %1"),
		                 f->reg);
	const struct sipp_case *one = c->payload.sipp_case;
	if (!text_same(f->number.number, one->number))
		return fault_set(why, FAULT_REFUSED,
		                 N_("SIPP menyebut nomor %1, di sini %2; periksa di SIPP"),
		                 one->number, f->number.number);
	const struct values told = case_values(one, d->a);
	struct change *kept = decision_change(d, CHANGE_FILL);
	kept->to.fill.step = SIPP;
	kept->to.fill.values = told;
	size_t moved = summonses_follow(s, f, &told, d);
	const char *words = what_changed(f, &told, d->a);
	d->event = moved == 0
	               ? say(d->a, N_("SIPP: %1"), words)
	               : say(d->a, N_("SIPP: %1. %2 panggilan ikut diubah; cetak lagi relaasnya"),
	                     words, number_text((int64_t)moved, d->a));
	return true;
}

bool sync_ask(const struct context *s, const struct filing *f, const struct command *c,
              struct decision *d, struct fault *why)
{
	char key[64];
	(void)s;
	(void)why;
	id_key(&c->id, "case", 0, key, sizeof key);
	struct message *m = decision_message(d, "sipp", "case", key, c->at);
	body_set(m, d->a, "nomor_register", f->reg);
	d->event = N_("Keadaan perkara ditanyakan ke SIPP");
	return true;
}

/* ---- what SIPP knows of the parties ---- */

const char *sync_found(const struct values *known, int row, struct arena *a)
{
	if (row > values_rows(known, PERKARA))
		return "";
	return say(a, N_("NIK %1 (%2) ada di perkara %3, %4"),
	           values_get(known, PERKARA, row, "nomor_indentitas"),
	           values_get(known, PERKARA, row, "nama"),
	           values_get(known, PERKARA, row, "nomor_perkara"),
	           values_get(known, PERKARA, row, "jenis"));
}

const char *sync_parties(const struct values *known, struct arena *a)
{
	struct text t = text_start(a);
	int rows = values_rows(known, PERKARA);
	for (int row = 1; row <= rows; row++)
		text_addf(&t, "%s%s", row > 1 ? "; " : "", sync_found(known, row, a));
	if (known->count > 0 && rows == 0)
		text_add(&t, N_("tidak ada perkara lain atas nama para pihak"));
	return t.s;
}

/* Kept as told; the field names are SIPP's, so that nobody becomes a person known by them. */
bool parties_take(const struct context *s, const struct filing *f, const struct command *c,
                  struct decision *d, struct fault *why)
{
	const struct parties_told *told = &c->payload.parties;
	(void)s;
	(void)why;
	if (told->note != NULL) {
		decision_change(d, CHANGE_SIPP_NOTE)->to.sipp_note = told->note;
		d->event = say(d->a, N_("SIPP: %1"), told->note);
		return true;
	}
	if (!text_is_empty(f->sipp_note))
		decision_change(d, CHANGE_SIPP_NOTE)->to.sipp_note = "";
	struct change *kept = decision_change(d, CHANGE_FILL);
	struct values *v = &kept->to.fill.values;
	kept->to.fill.step = DIKENAL;
	*v = (struct values){ 0 };
	const struct keeping k = { v, d->a };
	put(&k, "", 0, "ditemukan", number_text((int64_t)told->count, d->a));
	for (size_t i = 0; i < told->count; i++) {
		put(&k, PERKARA, i + 1, "nomor_indentitas", told->items[i].nik);
		put(&k, PERKARA, i + 1, "nama", told->items[i].name);
		put(&k, PERKARA, i + 1, "nomor_perkara", told->items[i].number);
		put(&k, PERKARA, i + 1, "jenis", told->items[i].type);
	}
	d->event = say(d->a, N_("SIPP: %1"), sync_parties(v, d->a));
	return true;
}
