/* The court in memory: the real book of rules, one filing, and a store of a hundred lines. What is
 * decided is applied here as src/store/apply.c does it in rows. */
#ifndef LOKET_TESTS_HALL_H
#define LOKET_TESTS_HALL_H

#include <stdio.h>
#include <string.h>

#include "loket/case.h"
#include "loket/command.h"
#include "loket/config.h"
#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "unit.h"

#define HALL_BEGINS "2026-11-25T02:41:00Z" /* 09.41 WIB */
#define BILL        "berkas:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef:gugatan.pdf"

struct fixture {
	struct arena a;
	struct rulebook *book;
	struct choices *lists; /* the book's and the bailiffs */
	struct filing f;
	struct numbers next;
	int64_t below; /* of the series of its case number */
	const char *holder;
	day closed;              /* the last closed day */
	struct entry_told entry; /* of the journal, that a correction names */
	instant now;
	int commands; /* sent so far */
	const char *who;
	struct decision last;
	struct fault why;
};

static inline void fixture_open(struct fixture *h)
{
	static const struct choice bailiffs[] = { { "umar", "Umar, S.H.", "" } };
	const struct home home = { .path = "/nonexistent", .share = LOKET_SOURCE };
	*h = (struct fixture){
		.a = arena_start(256 * MIB), .next = { 1, 1, 1 }, .who = "sari", .closed = DAY_NONE
	};
	assert_true(config_load(&home, &h->a, &h->book, &h->why));
	assert_true(instant_parse(HALL_BEGINS, &h->now));
	size_t count = h->book->list_count;
	h->lists = arena_get(&h->a, count + 1, sizeof *h->lists);
	memcpy(h->lists, h->book->lists, count * sizeof *h->lists);
	h->lists[count] =
	    (struct choices){ .name = "jurusita", .items = bailiffs, .count = COUNT_OF(bailiffs) };

	h->f = (struct filing){ .id = id_from("01KAXF2E4GZZZZZZZZZZZZZZZZ"),
		                .reg = "",
		                .title = "",
		                .sipp_note = "",
		                .number = { .number = "",
		                            .sipp_id = "",
		                            .registered = DAY_NONE,
		                            .given = INSTANT_NONE,
		                            .skipped = "" } };
	h->f.step_count = h->book->sop.step_count;
	h->f.steps = arena_get(&h->a, h->f.step_count, sizeof *h->f.steps);
	for (size_t i = 0; i < h->f.step_count; i++)
		h->f.steps[i] = (struct step_record){ .key = h->book->sop.steps[i].key,
			                              .opened = INSTANT_NONE,
			                              .done = INSTANT_NONE };
}

static inline void fixture_close(struct fixture *h)
{
	arena_drop(&h->a);
}

/* ---- commands ---- */

/* "nama=Siti\npihak[1].nik=…": one path and value a line. */
static inline struct values said(struct fixture *h, const char *lines)
{
	struct values v = { 0 };
	while (*lines != '\0') {
		const char *list, *field;
		int row;
		size_t name = strcspn(lines, "="), all = strcspn(lines, "\n");
		const char *path = arena_copy(&h->a, lines, name);
		assert_true(values_path_parse(path, &h->a, &list, &row, &field));
		values_set(&v, &h->a, list, row, field,
		           arena_copy(&h->a, lines + name + 1, all - name - 1));
		lines += all + (lines[all] == '\n');
	}
	return v;
}

static inline const char *lasting(struct fixture *h, const struct values *v, const char *field)
{
	return arena_text(&h->a, values_of(v, field));
}

static inline instant instant_said(const struct values *v, const char *field)
{
	instant t;
	return instant_parse(values_of(v, field), &t) ? t : INSTANT_NONE;
}

/* What a machine tells, of the words a test says it in. */
static inline struct payload told(struct fixture *h, const struct act *act, const struct values *v)
{
	struct payload p = { .kind = act->payload };
	long long sequence;
	struct sipp_case *one = arena_get(&h->a, 1, sizeof *one);
	switch (act->payload) {
	case PAYLOAD_NONE:
	case PAYLOAD_MAIL: /* no test of the court tells of a letter */
		break;
	case PAYLOAD_CASE:
		one->number = h->f.number.number;
		one->stage = lasting(h, v, "tahapan");
		p.sipp_case = one;
		break;
	case PAYLOAD_VA:
		p.va = (struct va_told){ lasting(h, v, "trx"), lasting(h, v, "va"),
			                 instant_said(v, "expires"), lasting(h, v, "note") };
		break;
	case PAYLOAD_PAYMENT:
		p.payment = (struct payment_told){ .id = lasting(h, v, "payment"),
			                           .trx = lasting(h, v, "trx"),
			                           .at = instant_said(v, "at"),
			                           .channel = lasting(h, v, "channel"),
			                           .reference = lasting(h, v, "reference"),
			                           .source = lasting(h, v, "source") };
		if (!money_plain_parse(values_of(v, "amount"), &p.payment.amount))
			p.payment.amount = 0;
		break;
	case PAYLOAD_NUMBER:
		p.number = (struct number_told){ .number = lasting(h, v, "nomor_perkara"),
			                         .sipp_id = lasting(h, v, "perkara_id") };
		if (text_number(values_of(v, "nomor_urut_perkara"), 1, INT64_MAX, &sequence))
			p.number.sequence = sequence;
		if (!day_iso_parse(values_of(v, "tanggal_pendaftaran"), &p.number.registered))
			p.number.registered = DAY_NONE;
		break;
	case PAYLOAD_PARTIES: /* "note=" or a number of cases */
		p.parties.note = text_is_empty(values_of(v, "note")) ? NULL : lasting(h, v, "note");
		break;
	case PAYLOAD_NOTE:
		p.note = lasting(h, v, "note");
		break;
	}
	return p;
}

/* A command a minute later than the one before. */
static inline struct command fixture_command(struct fixture *h, const struct act *act,
                                             struct values v)
{
	h->now += 60000;
	struct command c = { .at = h->now,
		             .begun = h->now - 30000,
		             .who = h->who,
		             .filing = h->f.id,
		             .seen = h->f.version,
		             .act = act };
	c.payload = told(h, act, &v);
	if (act->payload == PAYLOAD_NONE)
		c.values = v;
	c.id = id_make(c.at, (const uint8_t[10]){ (uint8_t)++h->commands });
	return c;
}

static inline bool fixture_decide(struct fixture *h, const struct command *c)
{
	rupiah held = 0;
	for (size_t i = 0; i < h->f.payment_count; i++) {
		const struct payment *p = &h->f.payments[i];
		if (p->suspense && text_is_empty(p->outcome) &&
		    text_same(p->id, values_of(&c->values, "titipan")))
			held = p->amount;
	}
	const struct context s = { .book = h->book,
		                   .newest = INSTANT_NONE,
		                   .lists = h->lists,
		                   .list_count = h->book->list_count + 1,
		                   .next = h->next,
		                   .held = held,
		                   .closed = h->closed,
		                   .entry = h->entry,
		                   .series = { h->below, h->holder } };
	h->last = (struct decision){ .a = &h->a };
	h->why = (struct fault){ 0 };
	return court_decide(&s, &h->f, c, &h->last, &h->why);
}

/* ---- applying ---- */

static inline void fixture_counter(struct fixture *h, const char *counter)
{
	if (text_starts(counter, "register/"))
		h->next.reg++;
	else if (text_starts(counter, "skum/"))
		h->next.skum++;
	else
		h->next.va++;
}

/* What the store would refuse. */
static inline void fixture_change(struct fixture *h, const struct change *c)
{
	rupiah sum = 0;
	if (c->kind == CHANGE_COUNTER)
		fixture_counter(h, c->to.counter);
	for (size_t i = 0; c->kind == CHANGE_JOURNAL && i < c->to.journal.count; i++)
		sum += c->to.journal.items[i].amount;
	assert_int_equal(sum, 0);
}

static inline void fixture_apply(struct fixture *h, const struct command *c)
{
	for (size_t i = 0; i < h->last.change_count; i++)
		fixture_change(h, &h->last.changes[i]);
	filing_follow(&h->f, c, &h->last, &h->a);
	assert_true(h->f.panjar >= 0 && h->f.returning >= 0);
}

static inline bool fixture_do(struct fixture *h, const struct act *act, const char *lines)
{
	struct command c = fixture_command(h, act, said(h, lines));
	if (!fixture_decide(h, &c))
		return false;
	fixture_apply(h, &c);
	return true;
}

/* It is done, or the test says why not. */
#define done(h, act, lines)                                                                        \
	do {                                                                                       \
		if (!fixture_do(h, act, lines)) {                                                  \
			char text_[600];                                                           \
			fault_say(&(h)->why, text_, sizeof text_);                                 \
			fail_msg("%s: %s: %s", (act)->name, (h)->why.field, text_);                \
		}                                                                                  \
	} while (0)

static inline enum step_state state_of(const struct fixture *h, const char *step)
{
	return filing_step(&h->f, step)->state;
}

/* How many messages to `to` of that kind the last decision sends, and the key of the last of them.
 */
static inline size_t sent(const struct fixture *h, const char *to, const char *kind,
                          const char **key)
{
	size_t n = 0;
	for (size_t i = 0; i < h->last.message_count; i++) {
		const struct message *m = &h->last.messages[i];
		if (!text_same(m->to, to) || !text_same(m->kind, kind))
			continue;
		n++;
		if (key != NULL)
			*key = m->key;
	}
	return n;
}

/* ---- what is said in an ordinary case: cerai gugat, the husband called by registered post ---- */

#define SAYS_AKUN                                                                                  \
	"jenis=perorangan\nidentitas=ktp\nnik=3273025505900001\nnama=Siti Aminah\n"                \
	"alamat=Jl. Melati 2\ntelepon=081234567890\ndomisili=email\nemail=siti@example.id\n"       \
	"bank=451\nrekening=7001234567\npemilik_rekening=Siti Aminah"
#define SAYS_PIHAK_OF(type, alur)                                                                  \
	"perkara_jenis=" type "\nalur=" alur "\nprodeo=tidak\nnikah_nomor=123/45/VI/2010\n"        \
	"nikah_tanggal=2010-06-12\nnikah_kua=KUA Sukamaju"
#define SAYS_P1                                                                                    \
	"\npihak[1].kedudukan=p1\npihak[1].jenis_pihak=orang\npihak[1].nik=3273025505900001\n"     \
	"pihak[1].nama=Siti Aminah\npihak[1].kelamin=P\npihak[1].lahir=1990-05-15\n"               \
	"pihak[1].agama=Islam\npihak[1].pekerjaan=Guru\npihak[1].pendidikan=S1\n"                  \
	"pihak[1].alamat=Jl. Melati 2\npihak[1].desa=99.01.01.2002\n"                              \
	"pihak[1].email=siti@example.id"
#define SAYS_P2(village)                                                                           \
	"\npihak[2].kedudukan=p2\npihak[2].jenis_pihak=orang\npihak[2].nik=3273021505880002\n"     \
	"pihak[2].nama=Ahmad Fauzi\npihak[2].kelamin=L\npihak[2].lahir=1988-05-15\n"               \
	"pihak[2].agama=Islam\npihak[2].pekerjaan=Swasta\npihak[2].pendidikan=SLTA\n"              \
	"pihak[2].ghaib=tidak\npihak[2].alamat=Jl. Kenanga 9\npihak[2].desa=" village
#define SAYS_PIHAK SAYS_PIHAK_OF("347", "15") SAYS_P1 SAYS_P2("99.01.01.2001")
#define SAYS_PIHAK_2                                                                               \
	SAYS_PIHAK                                                                                 \
	"\npihak[2].kanal=jurusita\npihak[2].alasan_kanal=perintah" /* radius I: dearer \
	                                                                          than the post */
#define SAYS_PRODEO SAYS_PIHAK "\nprodeo=ya\nprodeo_dasar=SKTM 12/2026"
#define SAYS_GUGATAN                                                                               \
	"surat_tanggal=2026-11-24\nposita=Bahwa ...\npetitum=Mengabulkan gugatan\n"                \
	"berkas[1].jenis=gugatan\nberkas[1].berkas=" BILL
#define SAYS_GUGATAN_PRODEO                                                                        \
	SAYS_GUGATAN                                                                               \
	"\nberkas[2].jenis=prodeo\nberkas[2].berkas=" BILL                                         \
	"\nberkas[3].jenis=penetapan_prodeo\nberkas[3].berkas=" BILL
#define SAYS_TETAPKAN                                                                              \
	"sidang_tanggal=2026-12-09\nsidang_jam=09.00\nruang=Ruang Sidang Utama\n"                  \
	"hakim_tunggal=tidak\nketua_majelis=Drs. H. Abdullah\njurusita=umar"

enum { OWED = 525000, OWED_2 = 1065000 }; /* by post 6 x 60.000; by bailiff 6 x 150.000 */

/* Every item of the checklist is answered, `wrong` (may be NULL) with no; what the fixture has no
 * paper for was shown at the counter. */
static inline const char *says_checklist(struct fixture *h, const char *wrong, const char *rest)
{
	struct check_row *items;
	const struct paper_facts nothing = { 0 };
	struct text t = text_start(&h->a);
	size_t count = checks_of(h->book, &h->f, &nothing,
	                         instant_day(h->now, &h->book->court.zone), &h->a, &items);
	for (size_t i = 0; i < count; i++) {
		bool no = text_same(items[i].key, wrong);
		text_addf(&t, "periksa[%zu].butir=%s\nperiksa[%zu].hasil=%s\n", i + 1, items[i].key,
		          i + 1, no ? "tidak" : "ya");
		if (no || items[i].proof == PROOF_NO)
			text_addf(&t, "periksa[%zu].catatan=%s\n", i + 1,
			          no ? "belum sesuai" : "diperlihatkan di loket");
	}
	text_add(&t, rest);
	return t.s;
}

/* What the bank says of the newest virtual account. */
static inline const char *says_bank(struct fixture *h, const char *rest)
{
	const struct va *va = filing_va(&h->f);
	return arena_print(&h->a, "trx=%s\n%s", va == NULL ? "V0" : va->trx, rest);
}

static inline const char *says_paid(struct fixture *h, const char *payment, rupiah amount)
{
	return says_bank(h,
	                 arena_print(&h->a, "payment=%s\namount=%lld\nchannel=ATM\nsource=notice",
	                             payment, (long long)amount));
}

static inline const char *says_number(int number)
{
	static char lines[200];
	snprintf(lines, sizeof lines,
	         "nomor_perkara=%d/Pdt.G/2026/PA.Cth\nperkara_id=90%d\nnomor_urut_perkara=%d\n"
	         "tanggal_pendaftaran=2026-11-25",
	         number, number, number);
	return lines;
}

/* ---- the ordinary way, up to where a test begins ---- */

static inline void up_to_skum(struct fixture *h, const char *pihak)
{
	bool free_of_charge = strstr(pihak, "prodeo=ya") != NULL;
	done(h, &act_fill_account, SAYS_AKUN);
	done(h, &act_fill_registrant, "");
	done(h, &act_fill_parties, pihak);
	done(h, &act_fill_claim, free_of_charge ? SAYS_GUGATAN_PRODEO : SAYS_GUGATAN);
	done(h, &act_approve_registrant, "setuju=ya");
	done(h, &act_issue, "bank=simulasi");
}

static inline void up_to_paid(struct fixture *h)
{
	up_to_skum(h, SAYS_PIHAK);
	done(h, &act_va_made, says_bank(h, "va=8889900000000001"));
	done(h, &act_paid, says_paid(h, "P1", OWED));
}

static inline void up_to_number(struct fixture *h)
{
	up_to_paid(h);
	done(h, &act_verify, says_checklist(h, NULL, "putusan=ya"));
}

#endif
