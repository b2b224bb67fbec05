/* The letters by which the channels of a summons call: registered post and its envelope, the
 * electronic summons, announcements, the summons through a regent, requests to another court and
 * abroad, the order to the bailiff. All are one view; which of it a letter says is its template
 * (HIR 121-122, 388-390; PERMA 7/2022; SEMA 1/2023; SEMA 6/2014; PP 9/1975 art. 27-29). */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/outgoing.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

enum { DATE_ROOM = 64 };

static void put_day(struct view *v, const char *name, day on)
{
	char date[DATE_ROOM] = "";
	if (on != DAY_NONE)
		day_in_full(on, date, sizeof date);
	view_put(v, name, date);
}

/* The letter is sent or the call made by those who work: on the last working day in time. */
static day last_working(const struct rulebook *b, day on)
{
	while (on != DAY_NONE && !calendar_works(&b->calendar, on))
		on--;
	return on;
}

/* ---- which call ---- */

/* `ke` and the hearing called to before; both are empty on the first call. */
static void put_ordinal(struct view *v, const struct filing *f, const struct summons *s)
{
	int nth = summons_turn(f, s);
	const struct summons *before = filing_summons(f, s->follows);
	view_put(v, "ke", nth > 1 ? roman(nth, v->a) : "");
	put_day(v, "sidang_lalu", before == NULL ? DAY_NONE : before->hearing);
}

/* ---- who stands for a party ---- */

/* "Fitri Handayani, S.H., advokat, berdasarkan surat kuasa Nomor 12/SK/2026 tanggal 3 November
 * 2026". */
static const char *proxy_words(const struct values *pihak, int kuasa, struct arena *a)
{
	char date[DATE_ROOM];
	day on;
	const char *kind = values_get(pihak, "kuasa", kuasa, "jenis_kuasa");
	struct text t = text_start(a);
	text_addf(&t, "%s, %s, berdasarkan surat kuasa", values_get(pihak, "kuasa", kuasa, "nama"),
	          text_same(kind, "insidentil") ? "kuasa insidentil" : kind);
	const char *number = values_get(pihak, "kuasa", kuasa, "nomor_kuasa");
	if (!text_is_empty(number) && !text_same(number, "-"))
		text_addf(&t, " Nomor %s", number);
	if (day_iso_parse(values_get(pihak, "kuasa", kuasa, "tanggal_kuasa"), &on)) {
		day_words(on, date, sizeof date);
		text_addf(&t, " tanggal %s", date);
	}
	return t.s;
}

/* Who acts for a party: "diwakili oleh Nia, Direktur"; "dalam hal ini memberi kuasa kepada …". */
static const char *represented(const struct rulebook *b, const struct values *pihak, int row,
                               struct arena *a)
{
	struct text t = text_start(a);
	const char *head = values_get(pihak, PIHAK, row, "wakil");
	const char *guardian = values_get(pihak, PIHAK, row, "wali_nama");
	int kuasa = party_kuasa(pihak, row);
	if (!text_is_empty(head))
		text_addf(&t, "diwakili oleh %s, %s", head,
		          values_get(pihak, PIHAK, row, "wakil_jabatan"));
	else if (!text_is_empty(guardian))
		text_addf(&t, "diwakili oleh %s, %s", guardian,
		          party_shown(b, pihak, row, "wali_hubungan", a));
	if (kuasa > 0)
		text_addf(&t, "%sdalam hal ini memberi kuasa kepada %s", t.length > 0 ? ", " : "",
		          proxy_words(pihak, kuasa, a));
	return t.s;
}

/* ---- to whom and where ---- */

/* "Bupati Contoh", "Wali Kota Contoh": who governs where the claiming side lives. */
static const char *regent(const struct values *pihak, struct arena *a)
{
	static const struct {
		const char *of, *who;
	} kinds[] = { { "Kabupaten ", "Bupati" },
		      { "Kab. ", "Bupati" },
		      /* lint: L15 a paper is in Indonesian whatever the desk speaks */
		      { "Kota ", "Wali Kota" } };
	int row = 1, rows = values_rows(pihak, PIHAK);
	while (row < rows && !text_same(values_get(pihak, PIHAK, row, "kedudukan"), "p1"))
		row++;
	const char *place = values_get(pihak, PIHAK, row, "kabupaten");
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		if (text_starts(place, kinds[i].of))
			return arena_print(a, "%s %s", kinds[i].who, place + strlen(kinds[i].of));
	}
	return text_is_empty(place) ? "" : arena_print(a, "Bupati/Wali Kota %s", place);
}

/* The party's own address, or that of the account by which a representative filed for it. */
static void put_domicile(struct view *v, const struct filing *f, const struct summons *s)
{
	static const char *const ids[] = { "email", "telepon" };
	const struct values *pihak = filing_values(f, PIHAK), *akun = filing_values(f, AKUN);
	bool by_account = text_same(values_get(pihak, PIHAK, s->party, "kedudukan"), "p1") &&
	                  party_kuasa(pihak, s->party) > 0;
	for (size_t i = 0; i < COUNT_OF(ids); i++) {
		const char *own = values_get(pihak, PIHAK, s->party, ids[i]);
		view_put(v, ids[i],
		         text_is_empty(own) && by_account ? values_of(akun, ids[i]) : own);
	}
}

static void put_standing(struct view *v, const struct rulebook *b, const struct values *pihak,
                         const struct summons *s)
{
	bool first = text_same(values_get(pihak, PIHAK, s->party, "kedudukan"), "p1");
	view_put(v, "sisi", first ? "1" : "2");
	view_put(v, "wakil", represented(b, pihak, s->party, v->a));
	view_put(v, "alamat", s->address);
}

static void put_place(struct view *v, const struct values *pihak, const struct summons *s)
{
	static const char *const ids[] = { "kelurahan", "kecamatan", "kabupaten",
		                           "provinsi",  "negara",    "warga_negara" };
	for (size_t i = 0; i < COUNT_OF(ids); i++)
		view_put(v, ids[i], values_get(pihak, PIHAK, s->party, ids[i]));
	view_put(v, "bupati", regent(pihak, v->a));
}

/* What the country asks, and the office of the foreign ministry for a citizen or a foreigner. */
static void put_country(struct view *v, const struct rulebook *b, const struct values *pihak,
                        const struct summons *s)
{
	const char *citizen = values_get(pihak, PIHAK, s->party, "warga_negara");
	bool ours = text_is_empty(citizen) || text_same(citizen, "Indonesia");
	const char *door = b->countries.doors[ours];
	const struct country *c = country_named(b, values_get(pihak, PIHAK, s->party, "negara"));
	const struct channel *ch = party_channel(b, s->channel, pihak, s->party, v->a);
	const struct country *asks = c == NULL ? &b->countries.usual : c;
	view_put(v, "negara_tertulis", asks->written);
	view_put(v, "bahasa", asks->languages);
	view_put(v, "rangkap", asks->sets);
	view_put(v, "catatan_negara", asks->note);
	view_put(v, "pintu", door == NULL ? "" : door);
	view_put(v, "bulan",
	         ch != NULL && ch->from_registration ? number_text(ch->limit, v->a) : "");
}

/* What the form of step 9 says of the party's call. */
static const char *said_of_call(const struct filing *f, const struct summons *s, const char *field)
{
	const struct values *form = filing_values(f, PANGGILAN);
	int rows = values_rows(form, "panggil");
	for (int i = 1; i <= rows; i++) {
		long long named;
		if (text_number(values_get(form, "panggil", i, "pihak"), 1, INT32_MAX, &named) &&
		    named == s->party)
			return values_get(form, "panggil", i, field);
	}
	return "";
}

/* The medium that announces it: the one the form names, else the court's first; NULL: none. */
static const struct medium *announcer(const struct rulebook *b, const struct filing *f,
                                      const struct summons *s)
{
	const struct court_profile *c = &b->court;
	const char *key = said_of_call(f, s, "media");
	for (size_t i = 0; i < c->medium_count; i++) {
		if (text_is_empty(key) || text_same(c->media[i].key, key))
			return &c->media[i];
	}
	return NULL;
}

static void put_medium(struct view *v, const struct rulebook *b, const struct filing *f,
                       const struct summons *s)
{
	const struct medium *m = announcer(b, f, s);
	view_put(v, "media", m == NULL ? "" : m->name);
	view_put(v, "media_alamat", m == NULL ? "" : m->address);
}

/* ---- the letter ---- */

static void put_fee(struct view *v, const struct rulebook *b, const struct summons *s)
{
	rupiah fee = call_fee(b, s);
	char digits[32] = "";
	if (fee > 0)
		money_digits(fee, digits, sizeof digits);
	view_put(v, "biaya", fee > 0 ? arena_print(v->a, "Rp%s", digits) : "");
	view_put(v, "biaya_terbilang", fee > 0 ? terbilang_rupiah(fee, v->a) : "");
}

/* To another court: how and when its fee was sent, and the days it has (SEMA 6/2014). */
static void put_request(struct view *v, const struct rulebook *b, const struct filing *f,
                        const struct summons *s)
{
	char date[DATE_ROOM] = "";
	day sent;
	if (day_iso_parse(said_of_call(f, s, "kirim_tanggal"), &sent))
		day_words(sent, date, sizeof date);
	view_put(v, "tujuan", said_of_call(f, s, "pengadilan"));
	view_put(v, "kirim_lewat", said_of_call(f, s, "kirim_lewat"));
	view_put(v, "kirim_tanggal", date);
	view_put(v, "hari_tunjuk", number_text(b->requests.appoint, v->a));
	view_put(v, "hari_laksana", number_text(b->requests.serve, v->a));
	view_put(v, "hari_jawab", number_text(b->requests.answer, v->a));
}

static void put_case(struct view *v, const struct rulebook *b, const struct filing *f)
{
	char date[DATE_ROOM];
	struct parties p = { 0 };
	parties_read(b, f, filing_values(f, PIHAK), v->a, &p);
	bool claims = p.count > 0 && text_starts(p.items[0].label, "Penggugat");
	view_put(v, "nomor", f->number.number);
	view_put(v, "jenis", paper_kind(b, f));
	view_put(v, "surat", claims ? "gugatan" : "permohonan");
	day_words(f->number.registered, date, sizeof date);
	view_put(v, "tanggal_daftar", date);
	call_put_sides(v, b, f);
}

/* No letter is dated before its case: what is filed on a closed day is registered on the next
 * working day. */
day letter_day(const struct rulebook *b, const struct filing *f, instant now)
{
	day registered = f->number.registered, today = instant_day(now, &b->court.zone);
	return registered != DAY_NONE && today < registered ? registered : today;
}

void letter_register(const struct rulebook *b, const struct filing *f, const struct summons *s,
                     struct arena *a, struct letter_places *out)
{
	const struct medium *m = announcer(b, f, s);
	const struct {
		const char *name, *value;
	} places[] = {
		{ "media", m == NULL ? "" : m->name },
		{ "nama", s->name },
		{ "nomor", f->number.number },
		{ "tujuan", said_of_call(f, s, "pengadilan") },
		{ "negara", values_get(filing_values(f, PIHAK), PIHAK, s->party, "negara") },
	};
	for (size_t i = 0; i < COUNT_OF(places); i++)
		letter_place(out, a, places[i].name, places[i].value);
}

const char *paper_letter(const struct rulebook *b, const struct filing *f, const struct printing *p,
                         struct arena *a)
{
	const struct summons *s = filing_summons(f, p->which);
	if (s == NULL)
		return NULL;
	struct view v = view_start(a);
	day today = p->letter == NULL ? letter_day(b, f, p->now) : p->letter->dated;
	view_head(&v, b, p->now, p->again);
	view_copies(&v, b, p->paper);
	view_day(&v, b, today);
	view_put(&v, "nomor_surat", p->letter == NULL ? "" : p->letter->name);
	view_put(&v, "hari", day_weekday_name(today));
	view_put(&v, "alamat_pengadilan", b->court.address);
	view_put(&v, "telepon_pengadilan", b->court.phone);
	view_put(&v, "email_pengadilan", b->court.email);
	put_case(&v, b, f);
	put_ordinal(&v, f, s);
	call_put_bailiff(&v, b, s, p->bailiff);
	call_put_order(&v, b, f);
	view_put(&v, "ketua_majelis", filing_value(f, PANGGILAN, "ketua_majelis"));
	call_put_party(&v, b, f, s, p->now);
	put_standing(&v, b, filing_values(f, PIHAK), s);
	put_place(&v, filing_values(f, PIHAK), s);
	put_medium(&v, b, f, s);
	put_country(&v, b, filing_values(f, PIHAK), s);
	put_domicile(&v, f, s);
	view_put(&v, "edisi", p->edition > 0 ? roman(p->edition, a) : "");
	view_put(&v, "edisi_kata", p->edition == 2 ? "kedua" : "pertama");
	call_put_hearing(&v, b, s);
	put_day(&v, "batas", last_working(b, s->deadline));
	put_fee(&v, b, s);
	put_request(&v, b, f, s);
	view_officer(&v, b, "panitera");
	view_put(&v, "qr", arena_print(a, "%s|panggilan %d", f->number.number, s->number));
	return view_finish(&v);
}
