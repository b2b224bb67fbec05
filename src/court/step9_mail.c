/* Step 9 by mail: an electronic summons goes to the party's electronic domicile with its PDF, and
 * what the mail server says of it is the outcome (PERMA 7/2022 art. 15-17; SK KMA 363/2022 III.B).
 * Each letter is a row of the fill "surel": its key, to whom, its state, the server's answer. */
#include <string.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define ELECTRONIC "elektronik"

enum { MOST_REASON = 180 };

/* States of a letter, as they are stored. */
#define ON_ITS_WAY "dikirim"
#define ACCEPTED   "diterima"
#define REFUSED    "ditolak"
#define RETURNED   "kembali"
#define WITHDRAWN  "batal"

/* ---- the words ---- */

struct letter_word {
	const char *place, *text;
};

static const char *words_fill(const char *s, const struct letter_word *words, size_t count,
                              struct arena *a)
{
	struct text t = text_start(a);
	while (*s) {
		size_t i = 0;
		while (i < count && !text_starts(s, words[i].place))
			i++;
		text_add_bytes(&t, i < count ? words[i].text : s,
		               i < count ? strlen(words[i].text) : 1);
		s += i < count ? strlen(words[i].place) : 1;
	}
	return t.s;
}

static void words_set(struct message *m, const struct context *s, const struct filing *f,
                      const struct summons *one, struct arena *a)
{
	char hearing[64];
	const struct mail_words *w = &s->book->mail.summons;
	day_in_full(one->hearing, hearing, sizeof hearing);
	const struct letter_word words[] = {
		{ "{nama}", one->name },
		{ "{kedudukan}", one->label },
		{ "{nomor}", f->number.number },
		{ "{sidang}", hearing },
		{ "{jam}", one->time },
		{ "{ruang}", one->room },
		{ "{pengadilan}", s->book->court.name },
	};
	body_set(m, a, "subjek", words_fill(w->subject, words, COUNT_OF(words), a));
	body_set(m, a, "isi", words_fill(w->text, words, COUNT_OF(words), a));
}

/* ---- the letters of a filing ---- */

static int letter_of_key(const struct values *letters, const char *key)
{
	int row = values_rows(letters, SURAT);
	while (row > 0 && !text_same(values_get(letters, SURAT, row, "kunci"), key))
		row--;
	return row;
}

static int letters_of(const struct values *letters, const char *number, int *last)
{
	int count = 0, rows = values_rows(letters, SURAT);
	*last = 0;
	for (int row = 1; row <= rows; row++) {
		if (!text_same(values_get(letters, SURAT, row, "panggilan"), number))
			continue;
		*last = row;
		count++;
	}
	return count;
}

static struct values *letters_change(struct decision *d, const struct filing *f)
{
	struct change *kept = decision_change(d, CHANGE_FILL);
	kept->to.fill.step = SUREL;
	kept->to.fill.values = (struct values){ 0 };
	values_copy(&kept->to.fill.values, filing_values(f, SUREL), d->a);
	return &kept->to.fill.values;
}

static void letter_set(struct values *letters, struct arena *a, int row, const char *state,
                       const char *said, instant at)
{
	char when[40];
	instant_utc(at, when, sizeof when);
	values_set(letters, a, SURAT, row, "keadaan", state);
	values_set(letters, a, SURAT, row, "jawaban", said);
	values_set(letters, a, SURAT, row, "waktu", when);
}

/* ---- sending ---- */

bool summons_may_mail(const struct rulebook *b, const struct filing *f, const struct summons *one,
                      struct fault *why)
{
	int last;
	struct arena a = arena_start(KIB);
	const struct values *letters = filing_values(f, SUREL);
	(void)letters_of(letters, number_text(one->number, &a), &last);
	arena_drop(&a);
	if (text_is_empty(b->mail.smtp.host))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Pengadilan ini belum mengirim e-mail sendiri; isi <smtp> di data/mail.xml, atau kirim lewat e-Court lalu catat hasilnya"));
	if (!text_same(one->channel, ELECTRONIC))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Panggilan %1 tidak dengan kanal elektronik; cetak relaasnya"),
		                 one->name);
	if (!call_goes_on(f, one, why))
		return false;
	if (!call_is_open(b, one))
		return fault_set(why, FAULT_REFUSED, N_("Hasil panggilan %1 sudah dicatat"),
		                 one->name);
	if (text_is_empty(summons_mail(f, filing_values(f, PIHAK), one->party)))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Panggilan %1: tidak ada alamat e-mail; panggil dengan surat tercatat"),
		    one->name);
	if (b->mail.proven &&
	    !domicile_proven(f, summons_mail(f, filing_values(f, PIHAK), one->party)))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Domisili %1 belum terbukti; kirim kode ke sana dahulu (langkah 1 atau 3), atau panggil dengan surat tercatat"),
		    summons_mail(f, filing_values(f, PIHAK), one->party));
	if (last > 0 && text_same(values_get(letters, SURAT, last, "keadaan"), ON_ITS_WAY))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Panggilan %1 sedang dikirim; lihat antrean pesan"), one->name);
	return true;
}

static bool send(const struct context *s, const struct filing *f, const struct command *c,
                 struct decision *d, struct fault *why)
{
	char key[64];
	int last;
	const char *number = values_of(&c->values, "panggilan_ke");
	const struct summons *one = summons_named(f, number);
	if (one == NULL)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Tidak ada panggilan ke-%1 pada perkara ini"), number);
	if (!summons_may_mail(s->book, f, one, why))
		return false;
	const char *to = summons_mail(f, filing_values(f, PIHAK), one->party);
	struct values *letters = letters_change(d, f);
	int round = 1 + letters_of(letters, number, &last);
	int row = 1 + values_rows(letters, SURAT);
	id_key(&f->id, say(d->a, "kirim-%1", number), round, key, sizeof key);
	values_set(letters, d->a, SURAT, row, "panggilan", number);
	values_set(letters, d->a, SURAT, row, "kunci", arena_text(d->a, key));
	values_set(letters, d->a, SURAT, row, "kepada", to);
	letter_set(letters, d->a, row, ON_ITS_WAY, "", c->at);
	struct message *m = decision_message(d, "mail", "panggilan", key, c->at);
	body_set(m, d->a, "kepada", to);
	body_set(m, d->a, "nama", one->name);
	body_set(m, d->a, "berkas", values_of(&c->values, "berkas"));
	words_set(m, s, f, one, d->a);
	d->event = say(d->a, N_("Panggilan %1 dikirim ke %2"), one->name, to);
	return true;
}

/* ---- what the server says ---- */

/* The letter the machine tells of, in a copy to be changed, and its summons. */
struct letter_told {
	struct values *letters;
	int row;
	struct summons summons;
};

static bool letter_find(struct decision *d, struct letter_told *out, struct fault *why)
{
	const struct filing *f = d->filing;
	const char *key = d->command->payload.mail.key;
	const struct values *before = filing_values(f, SUREL);
	out->row = letter_of_key(before, key);
	const struct summons *found =
	    out->row == 0 ? NULL
	                  : summons_named(f, values_get(before, SURAT, out->row, "panggilan"));
	if (found == NULL)
		return fault_set(why, FAULT_REFUSED, N_("E-mail %1 tidak dikenal pada perkara ini"),
		                 key);
	out->summons = *found;
	out->letters = letters_change(d, f);
	return true;
}

/* The outcome as a person would record it, or mend it, with the server's words for a note. */
static bool outcome_told(const struct context *s, struct decision *d, const struct summons *one,
                         const char *outcome, struct fault *why)
{
	char on[16];
	const struct command *told = d->command;
	struct command as = *told;
	const char *said = told->payload.mail.said;
	size_t size = strnlen(said, MOST_REASON);
	while (said[size] && ((unsigned char)said[size] & 0xc0) == 0x80)
		size--;
	bool open = call_is_open(s->book, one);
	day_iso(open ? context_day(s, told) : one->served, on, sizeof on);
	values_set(&as.values, d->a, "", 0, "panggilan_ke", number_text(one->number, d->a));
	values_set(&as.values, d->a, "", 0, "hasil", outcome);
	values_set(&as.values, d->a, "", 0, "tanggal", on);
	values_set(&as.values, d->a, "", 0, "keterangan", said);
	if (!open)
		values_set(&as.values, d->a, "", 0, "alasan_ralat", arena_copy(d->a, said, size));
	d->command = &as;
	bool good = (open ? outcome_record : outcome_mend)(s, d->filing, &as, d, why);
	d->command = told;
	return good;
}

/* Its outcome is wanted: it is not known, and no other call took its place. */
static bool waits(const struct rulebook *b, const struct summons *one)
{
	return call_is_open(b, one) && !one->dropped;
}

static bool sent(const struct context *s, const struct filing *f, const struct command *c,
                 struct decision *d, struct fault *why)
{
	struct letter_told t;
	if (!letter_find(d, &t, why))
		return false;
	if (!text_same(values_get(t.letters, SURAT, t.row, "keadaan"), ON_ITS_WAY)) {
		/* its answer was lost, and it came back before that was found */
		d->event = say(d->a, N_("Panggilan %1: %2"), t.summons.name, c->payload.mail.said);
		return true;
	}
	letter_set(t.letters, d->a, t.row, ACCEPTED, c->payload.mail.said, c->at);
	if (waits(s->book, &t.summons) && !outcome_told(s, d, &t.summons, "E", why))
		return false;
	d->event = say(d->a, N_("Panggilan %1 diterima peladen surat: %2"), t.summons.name,
	               c->payload.mail.said);
	return true;
}

/* It does not reach its address: refused at once, or come back later, also after the outcome was
 * recorded and told to SIPP. */
static bool failed(const struct context *s, const struct filing *f, const struct command *c,
                   struct decision *d, struct fault *why)
{
	struct letter_told t;
	bool back = c->act == &act_mail_returned;
	if (!letter_find(d, &t, why))
		return false;
	if (text_same(values_get(t.letters, SURAT, t.row, "keadaan"), RETURNED))
		return fault_set(why, FAULT_REFUSED, N_("Jawaban atas e-mail %1 sudah dicatat"),
		                 c->payload.mail.key);
	letter_set(t.letters, d->a, t.row, back ? RETURNED : REFUSED, c->payload.mail.said, c->at);
	if ((waits(s->book, &t.summons) || text_same(t.summons.outcome, "E")) &&
	    !outcome_told(s, d, &t.summons, "E_gagal", why))
		return false;
	d->event = say(d->a,
	               back ? N_("Panggilan %1 kembali: %2; panggil dengan surat tercatat")
	                    : N_("Panggilan %1 ditolak: %2; panggil dengan surat tercatat"),
	               t.summons.name, c->payload.mail.said);
	return true;
}

/* A person took it out of the queue. */
static bool withdrawn(const struct context *s, const struct filing *f, const struct command *c,
                      struct decision *d, struct fault *why)
{
	struct letter_told t;
	if (!letter_find(d, &t, why))
		return false;
	letter_set(t.letters, d->a, t.row, WITHDRAWN, c->payload.mail.said, c->at);
	d->event = say(d->a, N_("Panggilan %1 tidak jadi dikirim: %2"), t.summons.name,
	               c->payload.mail.said);
	return true;
}

const struct act act_mail_send = {
	.name = PANGGILAN ".kirim",
	.step = PANGGILAN,
	.form = SUREL_ISI,
	.from = FROM_WAITING,
	.after = N_("menunggu peladen surat"),
	.decide = send,
};
const struct act act_mail_sent = {
	.name = PANGGILAN ".terkirim",
	.step = PANGGILAN,
	.form = "",
	.payload = PAYLOAD_MAIL,
	.from = FROM_BEGUN,
	.after = N_("selesai, bila semua tercatat"),
	.decide = sent,
};
const struct act act_mail_refused = {
	.name = PANGGILAN ".ditolak",
	.step = PANGGILAN,
	.form = "",
	.payload = PAYLOAD_MAIL,
	.from = FROM_BEGUN,
	.after = N_("panggilan tidak sampai"),
	.decide = failed,
};
const struct act act_mail_returned = {
	.name = PANGGILAN ".kembali",
	.step = PANGGILAN,
	.form = "",
	.payload = PAYLOAD_MAIL,
	.from = FROM_BEGUN,
	.after = N_("panggilan tidak sampai"),
	.decide = failed,
};
const struct act act_mail_withdrawn = {
	.name = PANGGILAN ".ditarik",
	.step = PANGGILAN,
	.form = "",
	.payload = PAYLOAD_MAIL,
	.from = FROM_BEGUN,
	.after = N_("tetap"),
	.decide = withdrawn,
};
