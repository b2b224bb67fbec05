/* Step 8, Pemberian nomor perkara otomatis: SIPP registers the case and assigns the number. It is
 * checked for format, alur and year, stored once, never made up here, and kept when the filing is
 * withdrawn. */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

/* "1" of p1: SIPP's pihak_ke. */
static const char *side_digit(const struct party *p)
{
	return p->side + strlen("p");
}

static void body_party(struct decision *d, struct message *m, const struct values *pihak,
                       const struct party *p)
{
	static const struct {
		const char *ours, *sipp;
	} columns[] = {
		{ "jenis_pihak", "jenis_pihak" },
		{ "nama", "nama" },
		{ "nik", "nomor_indentitas" },
		{ "tempat_lahir", "tempat_lahir" },
		{ "lahir", "tanggal_lahir" },
		{ "kelamin", "jenis_kelamin" },
		{ "agama", "agama_nama" },
		{ "pekerjaan", "pekerjaan" },
		{ "pendidikan", "pendidikan" },
		{ "telepon", "telepon" },
		{ "email", "email" },
		{ "ghaib", "ghaib" },
		{ "kelurahan", "kelurahan" },
		{ "kecamatan", "kecamatan" },
		{ "kabupaten", "kabupaten" },
		{ "provinsi", "propinsi" },
	};
	const char *list = arena_print(d->a, "pihak%s", side_digit(p));
	for (size_t i = 0; i < COUNT_OF(columns); i++)
		values_set(&m->body, d->a, list, p->index, columns[i].sipp,
		           values_get(pihak, PIHAK, p->row, columns[i].ours));
	values_set(&m->body, d->a, list, p->index, "alamat", party_address(pihak, p->row, d->a));
}

/* What akta cerai and the notice to the KUA are made from. SIPP keeps no marriage without the day
 * of its certificate: where that was not typed, it is the day of the marriage, which is when a KUA
 * writes it. A marriage to be confirmed (isbat) has no certificate and is not told. */
static void body_marriage(struct decision *d, struct message *m, const struct values *pihak)
{
	static const char list[] = "pernikahan";
	const char *on = values_of(pihak, "nikah_tanggal");
	const char *written = values_of(pihak, "nikah_kutipan");
	if (text_is_empty(on))
		return;
	values_set(&m->body, d->a, list, 1, "tgl_nikah", on);
	values_set(&m->body, d->a, list, 1, "tgl_kutipan_akta_nikah",
	           text_is_empty(written) ? on : written);
	values_set(&m->body, d->a, list, 1, "no_kutipan_akta_nikah",
	           values_of(pihak, "nikah_nomor"));
	values_set(&m->body, d->a, list, 1, "kua_tempat_nikah", values_of(pihak, "nikah_kua"));
}

/* One row for each party that a representative stands for. */
static void body_advocates(struct decision *d, struct message *m, const struct values *pihak,
                           const struct parties *parties)
{
	static const struct {
		const char *ours, *sipp;
	} columns[] = {
		{ "nama", "nama" },
		{ "kta", "nomor_induk" },
		{ "nomor_kuasa", "nomor_kuasa" },
		{ "tanggal_kuasa", "tanggal_kuasa" },
	};
	static const char list[] = "pengacara";
	int rows = values_rows(pihak, "kuasa"), at = 0;
	for (int kuasa = 1; kuasa <= rows; kuasa++) {
		for (size_t i = 0; i < parties->count; i++) {
			const struct party *p = &parties->items[i];
			if (!kuasa_stands_for(pihak, kuasa, p->row))
				continue;
			at++;
			values_set(&m->body, d->a, list, at, "pihak_ke", side_digit(p));
			values_set(&m->body, d->a, list, at, "urutan_pihak",
			           number_text(p->index, d->a));
			for (size_t c = 0; c < COUNT_OF(columns); c++)
				values_set(&m->body, d->a, list, at, columns[c].sipp,
				           values_get(pihak, "kuasa", kuasa, columns[c].ours));
			if (text_same(values_get(pihak, "kuasa", kuasa, "jenis_kuasa"),
			              "insidentil"))
				values_set(&m->body, d->a, list, at, "keterangan",
				           say(d->a, N_("Kuasa insidentil, izin %1"),
				               values_get(pihak, "kuasa", kuasa, "izin_nomor")));
		}
	}
}

static void body_payment(struct decision *d, struct message *m, const struct filing *f)
{
	const struct va *va = filing_va(f);
	char at[40];
	body_set(m, d->a, "jumlah_skum", number_text(f->skum.total, d->a));
	body_set(m, d->a, "nomor_va", va == NULL ? "" : va->number);
	const struct payment *last = filing_last_payment(f);
	if (last == NULL)
		return;
	instant_utc(last->arrived, at, sizeof at); /* the journal's day, here and there */
	body_set(m, d->a, "tanggal_bayar", at);
}

bool number_ask(const struct context *s, const struct filing *f, const struct command *c,
                struct decision *d, struct fault *why)
{
	char key[64], on[16];
	const struct values *pihak = filing_values(f, PIHAK);
	const struct case_type *type = rulebook_type(s->book, values_of(pihak, "perkara_jenis"));
	const struct step_record *own = filing_step(f, NOMOR);
	if (type == NULL)
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Jenis perkara pendaftaran ini tidak ada lagi di data/case-types.xml"));
	id_key(&f->id, "register", own == NULL ? 1 : own->round + 1, key, sizeof key);
	struct message *m = decision_message(d, "sipp", "register", key, c->at);
	day_iso(calendar_counts_from(s->book, c->at), on, sizeof on);
	body_set(m, d->a, "nomor_register", f->reg);
	body_set(m, d->a, "alur_perkara_id", values_of(pihak, "alur"));
	body_set(m, d->a, "jenis_perkara_id", type->id);
	body_set(m, d->a, "jenis_perkara_nama", type->name);
	body_set(m, d->a, "tanggal_pendaftaran", on);
	body_set(m, d->a, "prodeo", values_of(pihak, "prodeo"));
	body_set(m, d->a, "posita", filing_value(f, GUGATAN, "posita"));
	body_set(m, d->a, "petitum", filing_value(f, GUGATAN, "petitum"));
	body_payment(d, m, f);
	struct parties parties = { 0 };
	parties_read(s->book, d->filing, pihak, d->a, &parties);
	for (size_t i = 0; i < parties.count; i++)
		body_party(d, m, pihak, &parties.items[i]);
	body_marriage(d, m, pihak);
	body_advocates(d, m, pihak, &parties);
	return true;
}

/* "412/Pdt.G/2026/PA.Cth" made of SIPP's sequence, our alur, the year of registration and our
 * court. */
static bool number_fits(const struct context *s, const struct filing *f,
                        const struct case_number *n, struct arena *a)
{
	const struct alur *alur = rulebook_alur(s->book, filing_value(f, PIHAK, "alur"));
	const char *expected = arena_print(a, "%lld/%s/%d/%s", (long long)n->sequence,
	                                   alur == NULL ? "" : alur->code,
	                                   day_ymd(n->registered).year, s->book->court.code);
	return text_same(expected, n->number);
}

static rupiah registration_fee(const struct filing *f)
{
	for (size_t i = 0; i < f->skum.line_count; i++) {
		if (text_same(f->skum.lines[i].component, "pendaftaran"))
			return f->skum.lines[i].amount;
	}
	return 0;
}

/* "5-7": numbers of the alur and year between the last one here and this one. SIPP's own users
 * register cases too, so it is reported and not refused. */
static const char *skipped(const struct context *s, int64_t sequence, struct arena *a)
{
	int64_t first = s->series.below + 1, last = sequence - 1;
	if (first > last)
		return "";
	return first == last ? number_text(first, a)
	                     : arena_print(a, "%lld-%lld", (long long)first, (long long)last);
}

/* Letters of attorney are registered with the case they are for (RI-PA7). */
static void register_letters(const struct context *s, const struct filing *f, day registered,
                             struct decision *d)
{
	struct attorneys letters;
	attorneys_read(f, filing_values(f, PIHAK), d->a, &letters);
	for (size_t i = 0; i < letters.count; i++) {
		struct change *ch = decision_change(d, CHANGE_ATTORNEY);
		ch->to.attorney.row = letters.items[i].row;
		ch->to.attorney.registered = registered;
		ch->to.attorney.first = s->book->court.attorney_first;
	}
}

static bool given(const struct context *s, const struct filing *f, const struct command *c,
                  struct decision *d, struct fault *why)
{
	const struct number_told *told = &c->payload.number;
	struct case_number n = { .number = told->number,
		                 .sipp_id = told->sipp_id,
		                 .sequence = told->sequence,
		                 .registered = told->registered,
		                 .given = c->at };
	d->event = say(d->a, N_("Nomor perkara %1 sudah tercatat"), f->number.number);
	if (!text_is_empty(f->number.number) && text_same(f->number.number, n.number))
		return true;
	if (!text_is_empty(f->number.number))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("SIPP memberi nomor %1, padahal pendaftaran ini sudah bernomor %2"),
		    n.number, f->number.number);
	if (n.sequence < 1 || n.registered == DAY_NONE)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Jawaban SIPP tanpa nomor urut atau tanggal yang benar: %1"),
		                 n.number);
	if (!number_fits(s, f, &n, d->a))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Nomor %1 dari SIPP tidak cocok dengan alur, tahun atau pengadilan ini"),
		    n.number);
	if (!text_is_empty(s->series.holder))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("SIPP memberi nomor %1 yang sudah milik pendaftaran %2; periksa di SIPP"),
		    n.number, s->series.holder);
	n.skipped = skipped(s, n.sequence, d->a);
	decision_change(d, CHANGE_NUMBER)->to.number = n;
	register_letters(s, f, n.registered, d);
	rupiah fee = registration_fee(f);
	if (fee > 0)
		journal_pair(s, d, n.registered, N_("PNBP pendaftaran"),
		             (struct transfer){ "panjar", PNBP, fee, "pnbp_pendaftaran" });
	step_pass(d, NOMOR);
	d->event = say(d->a, N_("Nomor perkara %1"), n.number);
	if (!text_is_empty(n.skipped))
		d->event = say(d->a,
		               N_("Nomor perkara %1; nomor %2 tidak lewat Loket, periksa di SIPP"),
		               n.number, n.skipped);
	return true;
}

/* There is no number: SIPP refused, its answer cannot be used, or it was not asked at all, as the
 * note says. The admin sees it, and asks again when it is corrected. A new round begins, so that
 * the next request has another key. */
static bool refused(const struct context *s, const struct filing *f, const struct command *c,
                    struct decision *d, struct fault *why)
{
	(void)s;
	(void)f;
	(void)why;
	step_turn(d, NOMOR, STEP_BLANK, WAITS_NOBODY);
	step_turn(d, NOMOR, STEP_RETURNED, WAITS_NOBODY);
	decision_change(d, CHANGE_SIPP_NOTE)->to.sipp_note = c->payload.note;
	d->event = c->payload.note;
	return true;
}

static bool again(const struct context *s, const struct filing *f, const struct command *c,
                  struct decision *d, struct fault *why)
{
	step_turn(d, NOMOR, STEP_WAITING, WAITS_SIPP);
	d->event = N_("Nomor perkara diminta lagi dari SIPP");
	return number_ask(s, f, c, d, why);
}

const struct act act_numbered = {
	.name = NOMOR ".beri",
	.step = NOMOR,
	.form = "",
	.payload = PAYLOAD_NUMBER,
	.from = FROM_BEGUN,
	.after = N_("selesai"),
	.decide = given,
};
const struct act act_number_refused = {
	.name = NOMOR ".ditolak",
	.step = NOMOR,
	.form = "",
	.payload = PAYLOAD_NOTE,
	.from = FROM_WAITING,
	.after = N_("kembali"),
	.decide = refused,
};
const struct act act_number_ask = {
	.name = NOMOR ".minta",
	.step = NOMOR,
	.form = "",
	.usual = true,
	.from = FROM_TURN,
	.after = N_("menunggu SIPP"),
	.decide = again,
};
const struct act act_case_ask = {
	.name = NOMOR ".segarkan",
	.step = NOMOR,
	.form = "",
	.from = FROM_DONE,
	.after = N_("tetap"),
	.decide = sync_ask,
};
const struct act act_case_told = {
	.name = NOMOR ".sinkron",
	.step = NOMOR,
	.form = "",
	.payload = PAYLOAD_CASE,
	.from = FROM_DONE,
	.after = N_("tetap"),
	.decide = sync_take,
};
static const struct act *const acts[] = { &act_numbered, &act_number_refused, &act_number_ask,
	                                  &act_case_ask, &act_case_told };

const struct step step_number = { .key = NOMOR, .acts = acts, .act_count = COUNT_OF(acts) };
