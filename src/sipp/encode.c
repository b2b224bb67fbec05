/* Questions to SIPP. A message is a table of its elements in the order of its schema. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

const struct sipp_kind sipp_kinds[SIPP_MESSAGES] = {
	[SIPP_HEALTH] = { "", "GET", "/sipp/v1/kesehatan", { NULL }, "kesehatan" },
	[SIPP_CHECK] = { "periksa", "POST", "/sipp/v1/periksa", { NULL }, "hasil_periksa" },
	[SIPP_REGISTER] = { "daftar", "POST", "/sipp/v1/daftar", { NULL }, "perkara" },
	[SIPP_CASE] = { "",
	                "GET",
	                "/sipp/v1/perkara",
	                { "nomor_register", "nomor_perkara" },
	                "perkara" },
	[SIPP_CHANGES] = { "", "GET", "/sipp/v1/perubahan", { "sejak", "batas" }, "perubahan" },
	[SIPP_COURT] = { "", "GET", "/sipp/v1/pengadilan", { NULL }, "pengadilan" },
	[SIPP_RELAAS] = { "relaas", "POST", "/sipp/v1/relaas", { NULL }, "hasil_relaas" },
};

enum text_form {
	PLAIN,
	LETTER, /* the first, as a capital: ya Y, tidak T, laki-laki L */
	ROW     /* its place in the list */
};
struct element {
	const char *name;
	enum text_form form;
	bool always; /* the schema wants it, even empty */
};

/* clang-format off */
static const struct element check_elements[] = {
	{ "nomor_register",      PLAIN,  true  },
	{ "jenis_perkara_id",    PLAIN,  true  },
	{ NULL,                  PLAIN,  false },
};
static const struct element register_elements[] = {
	{ "nomor_register",      PLAIN,  true  },
	{ "alur_perkara_id",     PLAIN,  true  },
	{ "jenis_perkara_id",    PLAIN,  true  },
	{ "jenis_perkara_nama",  PLAIN,  true  },
	{ "tanggal_pendaftaran", PLAIN,  true  },
	{ "prodeo",              LETTER, false },
	{ "posita",              PLAIN,  false },
	{ "petitum",             PLAIN,  false },
	{ "nomor_va",            PLAIN,  false },
	{ "jumlah_skum",         PLAIN,  true  },
	{ "tanggal_bayar",       PLAIN,  false },
	{ NULL,                  PLAIN,  false },
};
static const struct element party_elements[] = {
	{ "urutan",              ROW,    true  },
	{ "jenis_pihak",         PLAIN,  false },
	{ "nama",                PLAIN,  true  },
	{ "nomor_indentitas",    PLAIN,  false },
	{ "tempat_lahir",        PLAIN,  false },
	{ "tanggal_lahir",       PLAIN,  false },
	{ "jenis_kelamin",       LETTER, false },
	{ "alamat",              PLAIN,  true  },
	{ "rtrw",                PLAIN,  false },
	{ "kelurahan",           PLAIN,  false },
	{ "kecamatan",           PLAIN,  false },
	{ "kabupaten",           PLAIN,  false },
	{ "propinsi",            PLAIN,  false },
	{ "telepon",             PLAIN,  false },
	{ "email",               PLAIN,  false },
	{ "agama_nama",          PLAIN,  false },
	{ "pekerjaan",           PLAIN,  false },
	{ "pendidikan",          PLAIN,  false },
	{ "warga_negara",        PLAIN,  false },
	{ "ghaib",               LETTER, false },
	{ NULL,                  PLAIN,  false },
};
static const struct element marriage_elements[] = {
	{ "tgl_nikah",              PLAIN, true  },
	{ "tgl_kutipan_akta_nikah", PLAIN, true  },
	{ "no_kutipan_akta_nikah",  PLAIN, false },
	{ "kua_tempat_nikah",       PLAIN, false },
	{ NULL,                     PLAIN, false },
};
static const struct element advocate_elements[] = {
	{ "pihak_ke",            PLAIN,  true  },
	{ "urutan_pihak",        PLAIN,  true  },
	{ "nama",                PLAIN,  true  },
	{ "nomor_induk",         PLAIN,  false },
	{ "nomor_kuasa",         PLAIN,  false },
	{ "tanggal_kuasa",       PLAIN,  false },
	{ "keterangan",          PLAIN,  false },
	{ NULL,                  PLAIN,  false },
};
static const struct element relaas_elements[] = {
	{ "nomor_perkara",       PLAIN,  true  },
	{ "pihak",               PLAIN,  true  },
	{ "kedudukan",           PLAIN,  true  },
	{ "jurusita",            PLAIN,  false },
	{ "tanggal_sidang",      PLAIN,  false },
	{ "tanggal_relaas",      PLAIN,  false },
	{ "ket_temu",            LETTER, true  },
	{ "no_resi_pos",         PLAIN,  false },
	{ "tanggal_jursit_pos",  PLAIN,  false },
	{ "status_pos",          PLAIN,  false },
	{ "ket_hasil_relaas",    PLAIN,  false },
	{ NULL,                  PLAIN,  false },
};
static const struct element before_elements[] = {
	{ "tanggal_relaas",      PLAIN,  true  },
	{ "ket_temu",            LETTER, true  },
	{ "alasan",              PLAIN,  true  },
	{ NULL,                  PLAIN,  false },
};
static const struct element document_elements[] = {
	{ "nama",                PLAIN,  true  },
	{ "isi",                 PLAIN,  true  },
	{ NULL,                  PLAIN,  false },
};
/* clang-format on */
static const struct element *const elements[SIPP_MESSAGES] = {
	[SIPP_CHECK] = check_elements,
	[SIPP_REGISTER] = register_elements,
	[SIPP_RELAAS] = relaas_elements,
};

const char *sipp_field_text(const struct sipp_question *q, const char *list, int row,
                            const char *name)
{
	for (size_t i = 0; i < q->count; i++) {
		const struct sipp_field *f = &q->fields[i];
		if (strcmp(f->list, list) == 0 && (!list[0] || f->row == row) &&
		    strcmp(f->name, name) == 0)
			return f->text;
	}
	return "";
}

static int rows_of(const struct sipp_question *q, const char *list)
{
	int rows = 0;
	for (size_t i = 0; i < q->count; i++) {
		if (strcmp(q->fields[i].list, list) == 0 && q->fields[i].row > rows)
			rows = q->fields[i].row;
	}
	return rows;
}

static const char *capital(const char *text, struct arena *a)
{
	char letter = text[0];
	if (letter >= 'a' && letter <= 'z')
		letter = (char)(letter - 'a' + 'A');
	return arena_copy(a, &letter, letter != '\0');
}

/* The elements of the message itself, or of one row of a list. */
static void put(struct xml_out *o, const struct sipp_question *q, const struct element *e,
                const char *list, int row)
{
	struct arena *a = o->text.a;
	for (; e->name; e++) {
		const char *text = sipp_field_text(q, list, row, e->name);
		if (e->form == ROW)
			text = arena_print(a, "%d", row);
		else if (e->form == LETTER)
			text = capital(text, a);
		if (text[0] || e->always)
			xml_leaf(o, e->name, text);
	}
}

/* The lists of a message, in the order of its schema. */
static void put_lists(struct xml_out *o, const struct sipp_question *q)
{
	static const struct {
		const char *list;
		const struct element *elements;
	} lists[] = {
		{ "pihak1", party_elements },       { "pihak2", party_elements },
		{ "pihak4", party_elements },       { "pernikahan", marriage_elements },
		{ "pengacara", advocate_elements }, { "semula", before_elements },
		{ "dokumen", document_elements },
	};
	for (size_t i = 0; i < COUNT_OF(lists); i++) {
		int rows = rows_of(q, lists[i].list);
		for (int row = 1; row <= rows; row++) {
			xml_begin(o, lists[i].list);
			put(o, q, lists[i].elements, lists[i].list, row);
			xml_end(o);
		}
	}
}

/* Every NIK of the question, whatever list it stands in. */
static void put_people(struct xml_out *o, const struct sipp_question *q)
{
	for (size_t i = 0; i < q->count; i++) {
		if (strcmp(q->fields[i].name, "nomor_indentitas") == 0 && q->fields[i].text[0])
			xml_leaf(o, "nomor_indentitas", q->fields[i].text);
	}
}

static const char *body_build(const struct sipp_question *q, struct arena *a)
{
	struct xml_out o = xml_start(a);
	xml_begin(&o, sipp_kinds[q->message].element);
	xml_put_attribute(&o, "xmlns", SIPP_SPACE);
	put(&o, q, elements[q->message], "", 0);
	if (q->message == SIPP_CHECK)
		put_people(&o, q);
	else
		put_lists(&o, q);
	return xml_finish(&o);
}

/* Path and query of a GET. */
static const char *target_build(const struct sipp_question *q, const struct sipp_kind *kind,
                                struct arena *a)
{
	struct text target = text_start(a);
	const char *before = "?";
	text_add(&target, kind->path);
	for (size_t i = 0; i < SIPP_KEYS && kind->keys[i]; i++) {
		const char *value = sipp_field_text(q, "", 0, kind->keys[i]);
		if (!value[0])
			continue;
		text_addf(&target, "%s%s=", before, kind->keys[i]);
		text_add_url(&target, value);
		before = "&";
	}
	return target.s;
}

bool sipp_encode(const struct sipp *s, const struct sipp_question *q, struct arena *a,
                 struct sipp_request *out, struct fault *why)
{
	const struct sipp_kind *kind = &sipp_kinds[q->message];
	*out = (struct sipp_request){ kind->method, target_build(q, kind, a), "" };
	if (!kind->element[0])
		return true;
	struct xml *x = NULL;
	out->body = body_build(q, a);
	bool good = xml_parse(out->body, strlen(out->body), kind->element, s->requests[q->message],
	                      &x, why);
	xml_close(&x);
	if (!good && why)
		why->kind = FAULT_REFUSED; /* ours to mend, not to be tried again */
	return good;
}

/* ---- the schemas ---- */

static bool schema_open(const char *folder, const char *name, struct xml_schema **out,
                        struct fault *why)
{
	struct arena a = arena_start(64 * KIB);
	bool good = xml_schema_open(arena_print(&a, "%s/%s.xsd", folder, name), out, why);
	arena_drop(&a);
	return good;
}

bool sipp_open(const char *folder, struct sipp *s, struct fault *why)
{
	*s = (struct sipp){ .error = NULL };
	bool good = schema_open(folder, "kesalahan", &s->error, why);
	for (size_t m = 0; m < SIPP_MESSAGES && good; m++)
		good = (!sipp_kinds[m].element[0] ||
		        schema_open(folder, sipp_kinds[m].element, &s->requests[m], why)) &&
		       schema_open(folder, sipp_kinds[m].answer, &s->answers[m], why);
	if (!good)
		sipp_close(s);
	return good;
}

void sipp_close(struct sipp *s)
{
	xml_schema_close(&s->error);
	for (size_t m = 0; m < SIPP_MESSAGES; m++) {
		xml_schema_close(&s->requests[m]);
		xml_schema_close(&s->answers[m]);
	}
}
