/* Who registered before is not asked again: an advocate, a body, a person. The NIK, the name, the
 * number of the card or of the body finds him; what he showed then is proposed, documents too. */
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "private.h"

/* What finds him when it is left. */
static const char *const finders[] = { "nik", "nomor_identitas", "nama", "nama_badan", "npwp" };

static bool finds(const struct session *s, const struct form_position *left)
{
	if (s->act != &act_fill_account || left->row != 0)
		return false;
	for (size_t i = 0; i < COUNT_OF(finders); i++) {
		if (text_same(left->field->id, finders[i]))
			return true;
	}
	return false;
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

bool registrant_offer(struct session *s, const struct form_position *left)
{
	struct registrant known;
	struct fault why = { 0 };
	struct form_state *f = &s->form;
	bool found = false;
	if (!finds(s, left) || !is_fresh(s))
		return false;
	const char *typed = values_of(&f->values, left->field->id);
	if (text_is_empty(typed) || values_proposed(&f->values, "", 0, left->field->id) ||
	    !service_registrant(s->login, typed, s->a, &known, &found, &why) || !found)
		return false;
	/* A number typed where the name stands gives way to the name. */
	values_propose(&f->values, f->a, "", 0, left->field->id,
	               values_of(&known.account, left->field->id));
	(void)propose_fill(s, "", 0, &known.account);
	s->known = true;
	session_say(s, TONE_HINT,
	            _("%1 pernah mendaftar: isiannya diusulkan; ubah bila kartu berkata lain"),
	            values_of(&known.account, "nama"));
	return true;
}

/* ---- step 2 ---- */

/* Each is of this case alone. */
static const char *const of_the_case[] = {
	"nomor_kuasa", "tanggal_kuasa", "berkas_kuasa", "wakil_dengan",    "berkas_tugas",
	"izin_nomor",  "izin_tanggal",  "berkas_izin",  "berkas_hubungan",
};
/* Go with a card that has expired. */
static const char *const of_the_card[] = { "kta_mulai", "kta_habis", "berkas_kta" };

static void forget(struct session *s, struct values *v, const char *const *ids, size_t count)
{
	for (size_t i = 0; i < count; i++)
		values_set(v, s->a, "", 0, ids[i], "");
}

static void forget_expired(struct session *s, struct values *evidence)
{
	day until;
	if (!day_iso_parse(values_of(evidence, "kta_habis"), &until) ||
	    until >= instant_day(clock_now(), &s->book->court.zone))
		return;
	forget(s, evidence, of_the_card, COUNT_OF(of_the_card));
	session_say(s, TONE_WARNING, _("KTA habis %1: minta kartu yang baru"),
	            shown_day(s->a, until));
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

void registrant_evidence(struct session *s)
{
	struct registrant known;
	struct fault why = { 0 };
	bool found = false;
	const char *nik = filing_value(&s->filing, AKUN, "nik");
	if (s->drafted || s->before.count > 0 || text_is_empty(nik) ||
	    !service_registrant(s->login, nik, s->a, &known, &found, &why) || !found)
		return;
	forget(s, &known.evidence, of_the_case, COUNT_OF(of_the_case));
	forget_expired(s, &known.evidence);
	if (propose_fill(s, "", 0, &known.evidence) > 0)
		focus_empty(s);
}
