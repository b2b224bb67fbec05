/* The steps: what each waits for and since when, what ends the wait, what its clock says, and who
 * did what there. */
#include "loket/list.h"
#include "loket/text.h"

#include "whyparts.h"

/* Why a step waits, by whom it waits for: said to who wants to act there, with %1 the step and %2
 * since when; and the same in parts. */
static const struct {
	const char *refusal, *what, *ends, *meanwhile, *basis;
} waits[] = {
	[WAITS_NOBODY] = { N_("Langkah %1 sedang menunggu; tindakan ini belum dapat dilakukan"), "",
	                   "", "", "" },
	[WAITS_BANK] = { N_("Langkah %1 menunggu pembayaran di bank sejak %2; selesai sendiri saat "
	                    "bank memberitahukan lunas; sementara itu VA dapat "
	                    "diperpanjang atau dibatalkan"),
	                 N_("pembayaran panjar lewat bank"),
	                 N_("bank memberitahukan lunas, VA kedaluwarsa, atau VA dibatalkan"),
	                 N_("VA dapat ditanyakan ke bank, diperpanjang, atau dibatalkan"),
	                 "SEMA 4/2008 angka 2" },
	[WAITS_SIPP] = { N_("Langkah %1 menunggu nomor perkara dari SIPP sejak %2; selesai sendiri "
	                    "saat nomornya datang"),
	                 N_("nomor perkara dari SIPP"),
	                 N_("SIPP memberi nomor, atau menolak dan menyebut sebabnya"),
	                 N_("nomor dapat diminta lagi bila SIPP menolak"), "SK KMA 363/2022" },
	[WAITS_ADMIN] = { N_("Langkah %1 menunggu persetujuan admin sejak %2; langkah berikutnya "
	                     "dapat diteruskan"),
	                  N_("persetujuan admin atas nama pendaftar"),
	                  N_("admin menyetujui atau mengembalikannya; tanpa persetujuan perkara tidak "
	                     "diverifikasi"),
	                  N_("langkah berikutnya dapat diteruskan sampai pembayaran"),
	                  "Buku II; PERMA 7/2022" },
	[WAITS_BAILIFF] = { N_("Langkah %1 menunggu hasil panggilan dari jurusita sejak %2; selesai "
	                       "saat semua hasil dicatat; sementara itu hasil dapat dicatat "
	                       "satu per satu"),
	                    N_("hasil panggilan dari jurusita"),
	                    N_("hasil setiap panggilan dicatat"),
	                    N_("hasil dapat dicatat, surat dilacak di pos, atau jurusita diganti"),
	                    "HIR 390; RBg 718; SK KMA 363/2022" },
};

bool wait_refuse(const struct rulebook *b, const struct step_record *s, const char *name,
                 struct fault *why)
{
	char since[40] = "";
	if (s->turned != INSTANT_NONE)
		instant_show(s->turned, &b->court.zone, since, sizeof since);
	return fault_set(why, FAULT_REFUSED, waits[s->waits_for].refusal, name, since);
}

static const char *instant_text(const struct why_ask *ask, instant at)
{
	char shown[40] = "";
	if (at != INSTANT_NONE)
		instant_show(at, &ask->book->court.zone, shown, sizeof shown);
	return arena_text(ask->a, shown);
}

/* ---- what it waits for ---- */

static void tell_bank(struct why_telling *t, const struct filing *f)
{
	const struct va *va = filing_va(f);
	struct arena *a = t->ask->a;
	if (va == NULL)
		return;
	const char *number = text_is_empty(va->number) ? N_("(nomornya diminta)") : va->number;
	why_words(t, 1,
	          say(a, N_("VA %1, %2, berlaku sampai %3"), number, rupiah_text(va->amount, a),
	              instant_text(t->ask, va->expires)),
	          "");
	if (!text_is_empty(va->note))
		why_words(t, 1, va->note, "");
}

static void tell_open_calls(struct why_telling *t, const struct filing *f)
{
	for (size_t i = 0; i < f->summons_count; i++) {
		const struct summons *s = &f->summons[i];
		const struct channel *ch = rulebook_channel(t->ask->book, s->channel);
		if (!s->dropped && call_is_open(t->ask->book, s))
			why_day(t, 1, s->deadline,
			        say(t->ask->a, N_("%1, %2: belum terbukti, paling lambat"), s->name,
			            ch == NULL ? s->channel : ch->name),
			        "");
	}
}

static void tell_wait(struct why_telling *t, const struct step_record *s)
{
	const struct filing *f = t->ask->filing;
	why_words(t, 0, say(t->ask->a, N_("menunggu %1"), waits[s->waits_for].what),
	          waits[s->waits_for].basis);
	if (s->waits_for == WAITS_BANK)
		tell_bank(t, f);
	if (s->waits_for == WAITS_BAILIFF)
		tell_open_calls(t, f);
	if (s->waits_for == WAITS_SIPP && !text_is_empty(f->sipp_note))
		why_words(t, 1, f->sipp_note, "");
	why_words(t, 0, say(t->ask->a, N_("sejak %1"), instant_text(t->ask, s->turned)), "");
	why_words(t, 0, say(t->ask->a, N_("berakhir bila: %1"), waits[s->waits_for].ends), "");
	why_words(t, 0, say(t->ask->a, N_("sementara itu: %1"), waits[s->waits_for].meanwhile), "");
}

/* "SOP no. 6: Melakukan pembayaran pada bank …" */
static const char *sop_basis(const struct why_telling *t, size_t at)
{
	return say(t->ask->a, N_("SOP no. %1: %2"), number_text((int64_t)at + 1, t->ask->a),
	           t->ask->book->sop.steps[at].title);
}

/* An approval that is waited for keeps no other step from its turn; only verification does not pass
 * without it. */
static bool keeps_others(const struct step_record *s)
{
	bool with_admin = s->state == STEP_WAITING && s->waits_for == WAITS_ADMIN;
	return s->state != STEP_DONE && s->state != STEP_BLANK && !with_admin;
}

static void tell_approval(struct why_telling *t, size_t at)
{
	const struct step_record *s = filing_step(t->ask->filing, PENDAFTAR);
	if (text_same(t->ask->filing->steps[at].key, VERIFIKASI) && s != NULL &&
	    s->state != STEP_DONE)
		why_words(t, 0, N_("tidak dapat diluluskan sebelum nama pendaftar disetujui"),
		          waits[WAITS_ADMIN].basis);
}

/* A step that has no turn yet waits for those before it that are being done. */
static void tell_before(struct why_telling *t, size_t at)
{
	const struct filing *f = t->ask->filing;
	const struct sop *sop = &t->ask->book->sop;
	for (size_t i = 0; i < at && i < sop->step_count; i++) {
		if (keeps_others(&f->steps[i]))
			why_words(t, 0,
			          say(t->ask->a, N_("menunggu langkah %1 %2 selesai"),
			              number_text((int64_t)i + 1, t->ask->a), sop->steps[i].name),
			          sop_basis(t, i));
	}
}

static void tell_returned(struct why_telling *t, const struct step_record *s)
{
	const struct verdict *v = &t->ask->filing->verdict;
	if (text_same(s->key, NOMOR))
		why_words(t, 0, t->ask->filing->sipp_note, "SIPP");
	else if (v->round > 0 && !v->yes)
		why_words(t, 0,
		          say(t->ask->a, N_("dikembalikan verifikasi oleh %1 pada %2: %3"), v->by,
		              instant_text(t->ask, v->at), v->message),
		          "");
}

/* ---- the clock of the SOP, and who acted ---- */

static void tell_clock(struct why_telling *t, size_t at)
{
	const struct step_record *s = &t->ask->filing->steps[at];
	const struct rulebook *b = t->ask->book;
	struct arena *a = t->ask->a;
	int64_t waited = pace_waited(s, t->ask->now) / MINUTE_MS;
	why_words(t, 0,
	          say(a, N_("%1 menit jam layanan terpakai, norma %2 menit"),
	              number_text(pace_spent(b, s, t->ask->now) / MINUTE_MS, a),
	              number_text(b->sop.steps[at].norm, a)),
	          sop_basis(t, at));
	if (waited > 0)
		why_words(t, 1,
		          say(a, N_("%1 menit menunggu bank atau SIPP tidak dihitung"),
		              number_text(waited, a)),
		          "");
}

static void tell_events(struct why_telling *t, const char *step)
{
	for (size_t i = 0; i < t->ask->event_count; i++) {
		const struct why_event *e = &t->ask->events[i];
		if (text_same(e->step, step))
			why_words(t, 0,
			          say(t->ask->a, N_("%1 oleh %2: %3"), instant_text(t->ask, e->at),
			              e->who, e->text),
			          "");
	}
}

/* ---- all steps ---- */

static const char *state_words(const struct why_ask *ask, const struct step_record *s)
{
	switch (s->state) {
	case STEP_BLANK:
		return N_("belum tiba gilirannya");
	case STEP_OPEN:
		return N_("menunggu diisi");
	case STEP_WAITING:
		return say(ask->a, N_("menunggu %1"), waits[s->waits_for].what);
	case STEP_RETURNED:
		return N_("dikembalikan untuk diperbaiki");
	case STEP_DONE:
		break;
	}
	return say(ask->a, N_("selesai %1"), instant_text(ask, s->done));
}

static void tell_step(struct why_telling *t, size_t at)
{
	const struct step_record *s = &t->ask->filing->steps[at];
	const struct sop_step *sop = &t->ask->book->sop.steps[at];
	struct why *one = why_begin(t, s->key,
	                            say(t->ask->a, N_("Langkah %1 %2"),
	                                number_text((int64_t)at + 1, t->ask->a), sop->name));
	one->words = state_words(t->ask, s);
	if (s->state == STEP_WAITING)
		tell_wait(t, s);
	if (s->state == STEP_BLANK)
		tell_before(t, at);
	if (s->state == STEP_RETURNED)
		tell_returned(t, s);
	if (s->state == STEP_OPEN)
		why_words(t, 0, say(t->ask->a, N_("giliran %1"), sop->actor), sop_basis(t, at));
	if (s->state != STEP_BLANK)
		tell_clock(t, at);
	tell_approval(t, at);
	tell_events(t, s->key);
}

void why_tell_steps(struct why_telling *t)
{
	const struct filing *f = t->ask->filing;
	for (size_t i = 0; i < f->step_count && i < t->ask->book->sop.step_count; i++)
		tell_step(t, i);
}
