/* An electronic domicile is proven by a letter to it: who reads the code there reads the summons
 * there (PERMA 7/2022 art. 1(3), 15). Each address of the filing is a row of the fill "domisili":
 * its last code's key, until when it is good, how often it was wrong, when it was proven. The code
 * itself is kept nowhere: the service reckons it from the key under a secret of the home. */
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define ALAMAT "alamat"

enum { MOST_WRONG = 5, MINUTE = 60000 };

static int row_of(const struct values *known, const char *address)
{
	int row = values_rows(known, ALAMAT);
	while (row > 0 && !text_same(values_get(known, ALAMAT, row, "surel"), address))
		row--;
	return row;
}

bool domicile_proven(const struct filing *f, const char *address)
{
	const struct values *known = filing_values(f, DOMISILI);
	int row = row_of(known, address);
	return row > 0 && !text_is_empty(values_get(known, ALAMAT, row, "terbukti"));
}

const char *domicile_key(const struct filing *f, const char *address)
{
	const struct values *known = filing_values(f, DOMISILI);
	int row = row_of(known, address);
	return row == 0 ? "" : values_get(known, ALAMAT, row, "kunci");
}

/* Of the account, or of a party. */
static bool is_of_filing(const struct filing *f, const char *address)
{
	const struct values *pihak = filing_values(f, PIHAK);
	int row = values_rows(pihak, PIHAK);
	while (row > 0 && !text_same(values_get(pihak, PIHAK, row, "email"), address))
		row--;
	return row > 0 || text_same(filing_value(f, AKUN, "email"), address);
}

static struct values *known_change(struct decision *d)
{
	struct change *kept = decision_change(d, CHANGE_FILL);
	kept->to.fill.step = DOMISILI;
	kept->to.fill.values = (struct values){ 0 };
	values_copy(&kept->to.fill.values, filing_values(d->filing, DOMISILI), d->a);
	return &kept->to.fill.values;
}

static void set(struct values *known, struct decision *d, int row, const char *field,
                const char *text)
{
	values_set(known, d->a, ALAMAT, row, field, text);
}

static int number_in(const struct values *known, int row, const char *field)
{
	long long n;
	return text_number(values_get(known, ALAMAT, row, field), 0, INT32_MAX, &n) ? (int)n : 0;
}

/* ---- the letter with the code ---- */

static bool ask(const struct context *s, const struct filing *f, const struct command *c,
                struct decision *d, struct fault *why)
{
	char key[64], until[40];
	const char *address = values_of(&c->values, "alamat");
	const struct mail_setup *m = &s->book->mail;
	if (text_is_empty(m->smtp.host))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Pengadilan ini belum mengirim e-mail sendiri; isi <smtp> di data/mail.xml"));
	if (!is_of_filing(f, address))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Alamat %1 tidak ada pada pendaftaran ini; isi dahulu di langkah 1 atau 3"),
		    address);
	if (domicile_proven(f, address))
		return fault_set(why, FAULT_REFUSED, N_("Domisili %1 sudah terbukti"), address);
	struct values *known = known_change(d);
	int row = row_of(known, address);
	if (row == 0)
		row = values_rows(known, ALAMAT) + 1;
	int round = number_in(known, row, "kode_ke") + 1;
	id_key(&f->id, say(d->a, "kode-%1", number_text(row, d->a)), round, key, sizeof key);
	instant_utc(c->at + (instant)m->code_minutes * MINUTE, until, sizeof until);
	set(known, d, row, "surel", address);
	set(known, d, row, "kode_ke", number_text(round, d->a));
	set(known, d, row, "kunci", arena_text(d->a, key));
	set(known, d, row, "sampai", arena_text(d->a, until));
	set(known, d, row, "salah", "0");
	struct message *message = decision_message(d, "mail", "kode", key, c->at);
	body_set(message, d->a, "kepada", address);
	body_set(message, d->a, "nama", "");
	body_set(message, d->a, "subjek", m->code.subject);
	body_set(message, d->a, "isi", m->code.text);
	d->event = say(d->a, N_("Kode dikirim ke %1 untuk membuktikan domisili elektronik"),
	               address);
	return true;
}

/* ---- the code as it was read there ---- */

static bool code_counts(const struct values *known, int row, instant at, struct fault *why)
{
	instant until = INSTANT_NONE;
	const char *address = values_get(known, ALAMAT, row, "surel");
	if (row == 0 || !instant_parse(values_get(known, ALAMAT, row, "sampai"), &until))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Belum ada kode untuk alamat itu; kirim kodenya dahulu"));
	if (!text_is_empty(values_get(known, ALAMAT, row, "terbukti")))
		return fault_set(why, FAULT_REFUSED, N_("Domisili %1 sudah terbukti"), address);
	if (at > until)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Kode untuk %1 sudah lewat waktunya; kirim kode baru"),
		                 address);
	if (number_in(known, row, "salah") >= MOST_WRONG)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Kode untuk %1 terlalu sering salah; kirim kode baru"),
		                 address);
	return true;
}

static bool prove(const struct context *s, const struct filing *f, const struct command *c,
                  struct decision *d, struct fault *why)
{
	char now[40];
	const char *address = values_of(&c->values, "alamat");
	int row = row_of(filing_values(f, DOMISILI), address);
	if (!code_counts(filing_values(f, DOMISILI), row, c->at, why))
		return false;
	struct values *known = known_change(d);
	if (text_is_empty(s->code) || !text_same(s->code, values_of(&c->values, "kode"))) {
		int wrong = number_in(known, row, "salah") + 1;
		set(known, d, row, "salah", number_text(wrong, d->a));
		d->denied = true;
		d->event = say(d->a, N_("Kode untuk %1 salah, %2 kali; periksa lalu ketik lagi"),
		               address, number_text(wrong, d->a));
		return true;
	}
	instant_utc(c->at, now, sizeof now);
	set(known, d, row, "terbukti", arena_text(d->a, now));
	d->event = say(d->a, N_("Domisili elektronik %1 terbukti"), address);
	return true;
}

const struct act act_domicile_ask = {
	.name = AKUN ".kode",
	.step = AKUN,
	.form = DOMISILI_KODE,
	.tells = true,
	.from = FROM_BEGUN,
	.after = N_("tetap"),
	.decide = ask,
};
const struct act act_domicile_prove = {
	.name = AKUN ".bukti",
	.step = AKUN,
	.form = DOMISILI_BUKTI,
	.tells = true,
	.from = FROM_BEGUN,
	.after = N_("tetap"),
	.decide = prove,
};
