/* Step 3 begins with what steps 1 and 2 know of the registrant: a party, a representative, or
 * both. */
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define KUASA "kuasa"

/* A row's field, and where steps 1 and 2 have it. `word` is put as it stands. */
struct known {
	const char *field, *step, *from, *word;
};
static const struct known of_body[] = {
	{ "jenis_pihak", "", "", "badan" }, { "nama", AKUN, "nama_badan", "" },
	{ "npwp", AKUN, "npwp", "" },       { "akta_nomor", PENDAFTAR, "akta_nomor", "" },
	{ "telepon", AKUN, "telepon", "" }, { "email", AKUN, "email", "" },
};
static const struct known of_government[] = {
	{ "jenis_pihak", "", "", "pemerintah" },
	{ "nama", AKUN, "nama_badan", "" },
	{ "telepon", AKUN, "telepon", "" },
	{ "email", AKUN, "email", "" },
};
/* Who was sent with a letter of assignment stands for his office himself. */
static const struct known of_sent[] = { { "wakil", AKUN, "nama", "" } };
static const struct known of_advocate[] = {
	{ "jenis_kuasa", "", "", "advokat" },
	{ "nama", AKUN, "nama", "" },
	{ "kta", PENDAFTAR, "kta", "" },
	{ "nomor_kuasa", PENDAFTAR, "nomor_kuasa", "" },
	{ "tanggal_kuasa", PENDAFTAR, "tanggal_kuasa", "" },
};
static const struct known of_relative[] = {
	{ "jenis_kuasa", "", "", "insidentil" },
	{ "nama", AKUN, "nama", "" },
	{ "izin_nomor", PENDAFTAR, "izin_nomor", "" },
	{ "izin_tanggal", PENDAFTAR, "izin_tanggal", "" },
	{ "nomor_kuasa", PENDAFTAR, "nomor_kuasa", "" },
	{ "tanggal_kuasa", PENDAFTAR, "tanggal_kuasa", "" },
};
/* An employee to whom the body or office gave power of attorney. */
static const struct known of_employee[] = {
	{ "jenis_kuasa", "", "", "pegawai" },
	{ "nama", AKUN, "nama", "" },
	{ "nomor_kuasa", PENDAFTAR, "nomor_kuasa", "" },
	{ "tanggal_kuasa", PENDAFTAR, "tanggal_kuasa", "" },
};
#define BY_LETTER "kuasa"
#define SENT      "tugas"
/* What each kind of registrant gives, by how an office sent him ("" : in either way). */
static const struct {
	const char *account, *sent, *list;
	const struct known *fields;
	size_t count;
} registrants[] = {
	{ "badan_hukum", "", PIHAK, of_body, COUNT_OF(of_body) },
	{ "badan_hukum", "", KUASA, of_employee, COUNT_OF(of_employee) },
	{ "pemerintah", "", PIHAK, of_government, COUNT_OF(of_government) },
	{ "pemerintah", SENT, PIHAK, of_sent, COUNT_OF(of_sent) },
	{ "pemerintah", BY_LETTER, KUASA, of_employee, COUNT_OF(of_employee) },
	{ "advokat", "", KUASA, of_advocate, COUNT_OF(of_advocate) },
	{ "kuasa_insidentil", "", KUASA, of_relative, COUNT_OF(of_relative) },
};

static void propose_row(struct session *s, const char *list, const struct known *fields,
                        size_t count)
{
	struct values known = { 0 };
	for (size_t i = 0; i < count; i++) {
		const struct known *k = &fields[i];
		const char *text = text_is_empty(k->step)
		                       ? k->word
		                       : filing_value(&s->filing, k->step, k->from);
		values_set(&known, s->a, "", 0, k->field, text);
	}
	if (text_same(list, KUASA) && form_state_row_add(&s->form, KUASA) == 0)
		return;
	(void)propose_fill(s, list, 1, &known);
}

/* A person who registers for himself is the first party; a body or an office too. Whoever acts by a
 * letter of attorney is the first representative. */
void propose_parties(struct session *s)
{
	const char *account = filing_value(&s->filing, AKUN, "jenis");
	const char *sent = filing_value(&s->filing, PENDAFTAR, "wakil_dengan");
	if (values_rows(&s->before, PIHAK) > 0 || s->drafted)
		return;
	if (text_same(account, "perorangan"))
		(void)propose_fill(s, PIHAK, 1, filing_values(&s->filing, AKUN));
	for (size_t i = 0; i < COUNT_OF(registrants); i++) {
		bool is_so = text_is_empty(registrants[i].sent) ||
		             text_same(registrants[i].sent, sent);
		if (text_same(registrants[i].account, account) && is_so)
			propose_row(s, registrants[i].list, registrants[i].fields,
			            registrants[i].count);
	}
}
