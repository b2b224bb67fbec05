/* Who registered before is not asked again: an advocate, a body, a person. The NIK, the name, the
 * number of the card or of the body finds him; what he showed then is proposed, documents too. */
#include "loket/registrant.h"

#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "private.h"

/* What finds him when it is left; `shared` finds somebody else of the same body or office too. */
static const struct finder {
	const char *field;
	bool shared;
} finders[] = {
	{ "nik", false }, { "nomor_identitas", false }, { "nama", false }, { "nama_badan", true },
	{ "npwp", true }, { "lembaga", true },
};

/* NULL: it finds nobody. */
static const struct finder *finder_of(const struct session *s, const struct form_position *left)
{
	if (s->act != &act_fill_account || left->row != 0)
		return NULL;
	for (size_t i = 0; i < COUNT_OF(finders); i++) {
		if (text_same(left->field->id, finders[i].field))
			return &finders[i];
	}
	return NULL;
}

/* Was anything typed that he would overwrite, but for what finds him and what kind he is? */
static bool is_fresh(const struct session *s)
{
	static const char *const others[] = { "alamat", "telepon", "email", "rekening" };
	const struct values *v = &s->form.values;
	for (size_t i = 0; i < COUNT_OF(others); i++) {
		if (!text_is_empty(values_of(v, others[i])) &&
		    !values_proposed(v, "", 0, others[i]))
			return false;
	}
	return true;
}

/* ---- somebody else of the same body, or of the same office of advocates ---- */

static const char *const of_body[] = {
	"jenis", "nama_badan",  "npwp", "telepon",  "domisili",
	"email", "nomor_pesan", "bank", "rekening", "pemilik_rekening",
};
static const char *const of_office[] = { "jenis", "organisasi", "alamat_kantor", "lembaga" };
/* His own, though he shows them for the body. */
static const char *const of_person[] = { "berkas_identitas", "berkas_pegawai" };
static void forget(struct session *s, struct values *v, const char *const *ids, size_t count)
{
	for (size_t i = 0; i < count; i++)
		values_set(v, s->a, "", 0, ids[i], "");
}

static bool is_advocate(const struct values *account)
{
	return text_same(values_of(account, "jenis"), "advokat");
}

static bool is_same_person(const struct values *one, const struct values *other)
{
	return text_same(values_of(one, "nik"), values_of(other, "nik")) &&
	       text_same(values_of(one, "nomor_identitas"), values_of(other, "nomor_identitas"));
}

static bool has_identity(const struct values *v)
{
	return !text_is_empty(values_of(v, "nik")) ||
	       !text_is_empty(values_of(v, "nomor_identitas"));
}

/* Of the account, what he has in common with the one who registered before. */
static void keep_shared(struct session *s, struct values *account)
{
	const struct values all = *account;
	bool advocate = is_advocate(&all);
	const char *const *ids = advocate ? of_office : of_body;
	size_t count = advocate ? COUNT_OF(of_office) : COUNT_OF(of_body);
	*account = (struct values){ 0 };
	for (size_t i = 0; i < count; i++)
		values_set(account, s->a, "", 0, ids[i], values_of(&all, ids[i]));
}

/* Whom the message names. */
static const char *name_shared(const struct values *account)
{
	return values_of(account, is_advocate(account) ? "lembaga" : "nama_badan");
}

bool registrant_offer(struct session *s, const struct form_position *left)
{
	struct registrant known;
	struct fault why = { 0 };
	struct form_state *f = &s->form;
	bool found = false;
	const struct finder *finder = finder_of(s, left);
	if (finder == NULL)
		return false;
	const char *typed = values_of(&f->values, left->field->id);
	if (text_is_empty(typed) || values_proposed(&f->values, "", 0, left->field->id) ||
	    !service_registrant(s->login, typed, s->a, &known, &found, &why) || !found)
		return false;
	bool another = has_identity(&f->values) && !is_same_person(&f->values, &known.account);
	if (another ? !finder->shared : !is_fresh(s))
		return false;
	const char *name = another ? name_shared(&known.account)
	                           : values_of(&known.account, "nama");
	if (another)
		keep_shared(s, &known.account);
	/* A number typed where the name stands gives way to the name. */
	const char *own = values_of(&known.account, left->field->id);
	if (!text_is_empty(own))
		values_propose(&f->values, f->a, "", 0, left->field->id, own);
	(void)propose_fill(s, "", 0, &known.account);
	s->known = true;
	session_say(s, TONE_HINT,
	            _("%1 pernah mendaftar: isiannya diusulkan; ubah bila kartu berkata lain"),
	            name);
	return true;
}

/* ---- step 2 ---- */

/* Each is of this case alone. */
static const char *const of_the_case[] = {
	"nomor_kuasa", "tanggal_kuasa", "berkas_kuasa", "berkas_tugas",
	"izin_nomor",  "izin_tanggal",  "berkas_izin",  "berkas_hubungan",
};
/* Go with a card that has expired. */
static const char *const of_the_card[] = { "kta_mulai", "kta_habis", "berkas_kta" };

/* Tells of it too. */
static bool has_expired(struct session *s, const struct values *evidence)
{
	day until;
	if (!day_iso_parse(values_of(evidence, "kta_habis"), &until) ||
	    until >= instant_day(clock_now(), &s->book->court.zone))
		return false;
	session_say(s, TONE_WARNING, _("KTA habis %1: minta kartu yang baru"),
	            shown_day(s->a, until));
	return true;
}

static void forget_expired(struct session *s, struct values *evidence)
{
	if (has_expired(s, evidence))
		forget(s, evidence, of_the_card, COUNT_OF(of_the_card));
}

/* To what is still to be asked. */
static void focus_empty(struct session *s)
{
	struct form_positions all = { 0 };
	form_positions(&s->form, s->a, &all);
	for (size_t i = 0; i < all.count; i++) {
		const struct form_position *at = &all.items[i];
		if (!text_is_empty(
		        values_get(&s->form.values, at->field->list, at->row, at->field->id)))
			continue;
		s->form.focus = *at;
		return;
	}
}

/* By the card; else by the body or the office that somebody else came from. */
static bool find_evidence(struct session *s, struct registrant *known)
{
	static const char *const by[] = { "nik", "nomor_identitas", "nama_badan" };
	const struct values *account = filing_values(&s->filing, AKUN);
	struct fault why = { 0 };
	for (size_t i = 0; i < COUNT_OF(by); i++) {
		bool found = false;
		const char *key = values_of(account, by[i]);
		if (!text_is_empty(key) &&
		    service_registrant(s->login, key, s->a, known, &found, &why) && found &&
		    known->evidence.count > 0)
			return true;
	}
	return false;
}

void registrant_evidence(struct session *s)
{
	struct registrant known;
	if (s->drafted || s->before.count > 0 || !find_evidence(s, &known))
		return;
	forget(s, &known.evidence, of_the_case, COUNT_OF(of_the_case));
	if (!is_same_person(&known.shower, filing_values(&s->filing, AKUN)))
		forget(s, &known.evidence, of_person, COUNT_OF(of_person));
	forget_expired(s, &known.evidence);
	if (propose_fill(s, "", 0, &known.evidence) > 0)
		focus_empty(s);
}

/* ---- step 3 ---- */

bool representative_offer(struct session *s, const struct form_position *left)
{
	struct registrant known;
	struct fault why = { 0 };
	struct values row = { 0 };
	bool found = false;
	const struct values *v = &s->form.values;
	const char *typed = values_get(v, left->field->list, left->row, left->field->id);
	bool finds = text_same(left->field->id, "nama") || text_same(left->field->id, "kta");
	if (s->act != &act_fill_parties || !text_same(left->field->list, "kuasa") || !finds ||
	    text_is_empty(typed) || values_proposed(v, "kuasa", left->row, left->field->id) ||
	    !service_registrant(s->login, typed, s->a, &known, &found, &why) || !found ||
	    !is_advocate(&known.account))
		return false;
	values_set(&row, s->a, "", 0, "jenis_kuasa", "advokat");
	values_set(&row, s->a, "", 0, "nama", values_of(&known.account, "nama"));
	values_set(&row, s->a, "", 0, "kta", values_of(&known.evidence, "kta"));
	if (propose_fill(s, "kuasa", left->row, &row) > 0 && !has_expired(s, &known.evidence))
		session_say(s, TONE_HINT,
		            _("%1 pernah mendaftar: isiannya diusulkan; ubah bila kartu berkata "
		              "lain"),
		            values_of(&known.account, "nama"));
	return true;
}
