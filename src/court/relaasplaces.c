/* What the sentences of a relaas know of a case, of whom it calls and of what was found: the names
 * in braces of data/letters.xml. */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

enum { DATE_ROOM = 64 };

const char *const relaas_place_names[] = {
	/* who is called, and through whom */
	"nama", "peran", "alamat", "negara", "domisili", "wakil", "wakil_jabatan", "wali",
	"wali_hubungan", "nama_kuasa", "nomor_kuasa", "tanggal_kuasa",
	/* the case, the court and the order */
	"nomor", "jenis", "surat", "tanggal_daftar", "pengadilan", "perintah", "tanggal_perintah",
	"jurusita", "jabatan", "nip", "kanal", "alasan",
	/* what was found */
	"hari", "tanggal", "jam", "bertemu", "hubungan", "resi", "sebab", "media", "keterangan",
	"hari_diterima", "diterima", "hari_pengumuman", "pengumuman",
	/* of another court's request */
	"pemohon", "nomor_surat", "tanggal_surat", "tanggal_putusan", "perkara",
	/* never known: dots to write on */
	"kosong", NULL
};

struct placing {
	const struct rulebook *b;
	const struct filing *f;
	const struct summons *s;
	const struct values *pihak;
	struct letter_places *out;
	struct arena *a;
};

static void put(const struct placing *p, const char *name, const char *value)
{
	letter_place(p->out, p->a, name, value);
}

static const char *of_party(const struct placing *p, const char *field)
{
	return values_get(p->pihak, PIHAK, p->s->party, field);
}

static const char *date_words(day on, struct arena *a)
{
	char date[DATE_ROOM];
	if (on == DAY_NONE)
		return "";
	day_words(on, date, sizeof date);
	return arena_text(a, date);
}

static void put_day(const struct placing *p, const char *weekday, const char *date, day on)
{
	put(p, weekday, on == DAY_NONE ? "" : day_weekday_name(on));
	put(p, date, date_words(on, p->a));
}

static const char *date_said(const char *iso, struct arena *a)
{
	day on;
	return day_iso_parse(iso, &on) ? date_words(on, a) : "";
}

/* ---- who is called ---- */

static const char *no_dash(const char *s)
{
	return text_same(s, "-") ? "" : s;
}

/* "A, B", and the letter of the first. */
static void put_kuasa(const struct placing *p)
{
	struct text names = text_start(p->a);
	int rows = values_rows(p->pihak, "kuasa"), first = party_kuasa(p->pihak, p->s->party);
	for (int k = 1; k <= rows; k++) {
		if (!kuasa_stands_for(p->pihak, k, p->s->party))
			continue;
		text_add(&names, names.length > 0 ? ", " : "");
		text_add(&names, values_get(p->pihak, "kuasa", k, "nama"));
	}
	put(p, "nama_kuasa", names.s);
	put(p, "nomor_kuasa", no_dash(values_get(p->pihak, "kuasa", first, "nomor_kuasa")));
	put(p, "tanggal_kuasa",
	    date_said(values_get(p->pihak, "kuasa", first, "tanggal_kuasa"), p->a));
}

/* The e-mail, else the number of messages. */
static const char *account_domicile(const struct filing *f)
{
	const char *email = filing_value(f, AKUN, "email");
	return text_is_empty(email) ? filing_value(f, AKUN, "nomor_pesan") : email;
}

/* The representative's where one called through him registered by that account; the party's own; of
 * the first, who registers for himself, the account's. */
static const char *domicile(const struct placing *p)
{
	const char *own = of_party(p, "email"), *who = filing_value(p->f, AKUN, "nama");
	int kuasa = party_kuasa(p->pihak, p->s->party);
	if (kuasa > 0)
		return text_same(values_get(p->pihak, "kuasa", kuasa, "nama"), who)
		           ? account_domicile(p->f)
		           : "";
	if (text_is_empty(own) && p->s->party == 1)
		own = account_domicile(p->f);
	if (text_is_empty(own))
		own = of_party(p, "telepon");
	return own;
}

static void put_called(const struct placing *p)
{
	put(p, "nama", p->s->name);
	put(p, "peran", p->s->label);
	put(p, "alamat", p->s->address);
	put(p, "negara", of_party(p, "negara"));
	put(p, "domisili", domicile(p));
	put(p, "wakil", of_party(p, "wakil"));
	put(p, "wakil_jabatan", of_party(p, "wakil_jabatan"));
	put(p, "wali", of_party(p, "wali_nama"));
	put(p, "wali_hubungan", party_shown(p->b, p->pihak, p->s->party, "wali_hubungan", p->a));
	put_kuasa(p);
}

/* ---- the case ---- */

/* The claim is named as the kind of case names the claiming side. */
static const char *claim_name(const struct placing *p)
{
	const struct case_type *type = rulebook_type(p->b, values_of(p->pihak, "perkara_jenis"));
	const struct case_sides *sides = type == NULL
	                                     ? NULL
	                                     : case_sides(type, values_of(p->pihak, "alur"));
	bool petition = sides != NULL && text_same(sides->side1, "Pemohon");
	/* lint: L15 a paper is in Indonesian whatever the desk speaks */
	return petition ? N_("surat permohonan") : N_("surat gugatan");
}

/* Of the day the step had its turn; a case that was lodged on a closed day is not older than its
 * registration. */
static day order_day(const struct placing *p)
{
	const struct step_record *own = filing_step(p->f, PANGGILAN);
	day registered = p->f->number.registered;
	day opened = own == NULL || own->opened == INSTANT_NONE
	                 ? registered
	                 : instant_day(own->opened, &p->b->court.zone);
	return opened < registered ? registered : opened;
}

static void put_case(const struct placing *p, const char *bailiff)
{
	const struct case_type *type = rulebook_type(p->b, values_of(p->pihak, "perkara_jenis"));
	const struct channel *channel = rulebook_channel(p->b, p->s->channel);
	const struct officer *officer = rulebook_officer(p->b, p->s->bailiff);
	bool single = text_same(filing_value(p->f, PANGGILAN, "hakim_tunggal"), "ya");
	put(p, "nomor", p->f->number.number);
	put(p, "jenis", type == NULL ? "" : type->name);
	put(p, "surat", claim_name(p));
	put(p, "tanggal_daftar", date_words(p->f->number.registered, p->a));
	put(p, "pengadilan", p->b->court.name);
	/* lint: L15 a paper is in Indonesian whatever the desk speaks */
	put(p, "perintah", single ? N_("Hakim") : N_("Ketua Majelis"));
	put(p, "tanggal_perintah", date_words(order_day(p), p->a));
	put(p, "jurusita", bailiff);
	put(p, "jabatan", "Jurusita");
	put(p, "nip", officer == NULL ? "" : officer->nip);
	put(p, "kanal", channel == NULL ? p->s->channel : channel->name);
	put(p, "alasan", p->s->reason);
}

/* ---- what was found ---- */

static const char *cause_words(const struct placing *p)
{
	const struct choices *causes = choices_named(p->b->lists, p->b->list_count, "sebab-retur");
	const struct choice *one = causes == NULL ? NULL : choices_find(causes, p->s->found.cause);
	return one == NULL ? p->s->found.cause : one->label;
}

const char *lines_joined(const char *lines, struct arena *a)
{
	struct text t = text_start(a);
	for (const char *at = lines; *at != '\0';) {
		size_t length = strcspn(at, "\n"), kept = length;
		while (kept > 0 && strchr(" .;,", at[kept - 1]) != NULL)
			kept--;
		text_add(&t, t.length > 0 && kept > 0 ? "; " : "");
		text_add_bytes(&t, at, kept);
		at += length + (at[length] == '\n');
	}
	return t.s;
}

static void put_found(const struct placing *p)
{
	const struct summons_found *found = &p->s->found;
	put_day(p, "hari", "tanggal", p->s->served);
	put(p, "jam",
	    text_is_empty(found->hour)
	        ? ""
	        : arena_print(p->a, "%s %s", found->hour, p->b->court.zone.name));
	put(p, "bertemu", found->met);
	put(p, "hubungan", found->as);
	put(p, "resi", found->resi);
	put(p, "sebab", cause_words(p));
	put(p, "media", found->medium);
	put(p, "keterangan", lines_joined(found->note, p->a));
	put_day(p, "hari_diterima", "diterima", found->received);
	put_day(p, "hari_pengumuman", "pengumuman", found->first);
}

/* ---- the case of the grammar ---- */

static const char *side_of(const struct values *pihak, int row)
{
	bool alone = true;
	int rows = values_rows(pihak, PIHAK);
	for (int other = 1; other <= rows; other++)
		alone = alone && text_same(values_get(pihak, PIHAK, other, "kedudukan"), "p1");
	const char *side = values_get(pihak, PIHAK, row, "kedudukan");
	if (text_same(side, "p1"))
		return alone ? "v" : "1";
	return text_same(side, "p4") ? "4" : "2";
}

static const char *person_of(const struct values *pihak, int row)
{
	const char *kind = values_get(pihak, PIHAK, row, "jenis_pihak");
	if (text_same(kind, "badan") || text_same(kind, "pemerintah"))
		return "badan";
	return text_is_empty(values_get(pihak, PIHAK, row, "wali_hubungan")) ? "orang" : "wali";
}

static struct letter_case relaas_case(const struct filing *f, const struct summons *s)
{
	const struct values *pihak = filing_values(f, PIHAK);
	return (struct letter_case){ {
	    [AXIS_CHANNEL] = s->channel,
	    [AXIS_OUTCOME] = text_is_empty(s->outcome) ? RELAAS_BLANK : s->outcome,
	    [AXIS_SIDE] = side_of(pihak, s->party),
	    [AXIS_PERSON] = person_of(pihak, s->party),
	    [AXIS_KUASA] = party_kuasa(pihak, s->party) > 0 ? "yes" : "no",
	    [AXIS_REQUEST] = "",
	} };
}

void relaas_write(const struct rulebook *b, const struct filing *f, const struct relaas_of *of,
                  struct arena *a, struct letter_lines *out)
{
	const struct letter *letter = rulebook_letter(b, "relaas");
	const struct letter_case case_ = relaas_case(f, of->summons);
	struct letter_places places = { 0 };
	const struct placing p = { b, f, of->summons, filing_values(f, PIHAK), &places, a };
	put_called(&p);
	put_case(&p, of->bailiff);
	put_found(&p);
	*out = (struct letter_lines){ 0 };
	if (letter != NULL)
		letter_write(letter, &case_, &places, a, out);
}
