/* What an experienced registrar sees in the parties of a case. Refused is only what no court could
 * register; the rest is warned of, kept with the filing and shown to whoever verifies it. Sources:
 * Buku II; PERMA 2/2015 jo. 4/2019 (gugatan sederhana); UU 1/1974 art. 47-50 (minors); PP 10/1983
 * jo. PP 45/1990 (permit of the superior). */
#include <strings.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

enum { PATH_ROOM = 64 };

/* The filled form being checked. */
struct looking {
	const struct context *s;
	const struct values *v;
	const struct case_type *type;
	const struct alur *alur;
	const struct parties *p;
	day today;
	struct decision *d;
};

static const char *value_of(const struct looking *l, const struct party *one, const char *field)
{
	return values_get(l->v, PIHAK, one->row, field);
}

static void refuse_of(const struct looking *l, const struct party *one, const char *field,
                      const char *text, const char *arg)
{
	char path[PATH_ROOM];
	values_path(PIHAK, one->row, field, path, sizeof path);
	refuse_field(l->d, path, text, arg);
}

static void warn_of(const struct looking *l, const struct party *one, const char *field,
                    const char *text, const char *arg)
{
	char path[PATH_ROOM];
	values_path(PIHAK, one->row, field, path, sizeof path);
	warn_field(l->d, path, text, arg);
}

/* ---- the kind, the register, the sides ---- */

static void check_alur(const struct looking *l)
{
	struct text names = text_start(l->d->a);
	for (size_t i = 0; i < l->type->allowed_count; i++) {
		if (text_same(l->type->allowed[i], l->alur->id))
			return;
		const struct alur *one = rulebook_alur(l->s->book, l->type->allowed[i]);
		text_addf(&names, "%s%s", i > 0 ? ", " : "", one->code);
	}
	refuse_field(l->d, "alur", N_("Alur: perkara ini didaftarkan sebagai %1"), names.s);
}

static void check_sides(const struct looking *l)
{
	const struct case_sides *words = case_sides(l->type, l->alur->id);
	const struct {
		const char *side, *word;
	} sides[] = { { "p1", words->side1 }, { "p2", words->side2 } };
	for (size_t i = 0; i < COUNT_OF(sides); i++) {
		if (!text_is_empty(sides[i].word) && parties_of(l->p, sides[i].side) == 0)
			refuse_field(l->d, "pihak[1].kedudukan",
			             N_("Kedudukan: belum ada %1; tambahkan barisnya"),
			             sides[i].word);
	}
	for (size_t i = 0; i < l->p->count; i++) {
		const struct party *one = &l->p->items[i];
		if (text_is_empty(one->label))
			refuse_of(l, one, "kedudukan",
			          N_("Kedudukan: perkara ini tidak mengenal pihak lawan; pilih %1"),
			          words->side1);
	}
}

/* Gugatan sederhana: value, one party a side, nobody of unknown address (PERMA 4/2019 art. 3-4). */
static void check_simple(const struct looking *l)
{
	const struct alur *alur = l->alur;
	rupiah value;
	bool known = money_plain_parse(values_of(l->v, "nilai"), &value);
	if (alur->ceiling > 0 && !known)
		refuse_field(l->d, "nilai", N_("Nilai: isi nilai gugatan; %1 dibatasi nilainya"),
		             alur->name);
	if (alur->ceiling > 0 && known && value > alur->ceiling)
		refuse_field(l->d, "nilai",
		             N_("Nilai: lebih dari %1; daftarkan sebagai gugatan biasa"),
		             rupiah_text(alur->ceiling, l->d->a));
	for (size_t i = 0; i < l->p->count; i++) {
		const struct party *one = &l->p->items[i];
		if (alur->no_ghaib && text_same(value_of(l, one, "ghaib"), "ya"))
			refuse_of(
			    l, one, "ghaib",
			    N_("Ghaib: tidak dapat dalam %1; daftarkan sebagai gugatan biasa"),
			    alur->name);
		if (alur->one_each && one->index == 2)
			warn_of(
			    l, one, "nama",
			    N_("%1: lebih dari satu pihak hanya bila kepentingan hukumnya sama"),
			    one->label);
	}
}

/* ---- one party ---- */

/* In a divorce a civil servant, soldier or police officer needs the permit of the superior. */
static void check_permit(const struct looking *l, const struct party *one)
{
	const struct choices *works = choices_named(l->s->book->lists, l->s->book->list_count,
	                                            "pekerjaan");
	const struct choices *kinds = choices_named(l->s->book->lists, l->s->book->list_count,
	                                            "jenis-perkara");
	bool asks = works != NULL && kinds != NULL && choices_tagged(kinds, l->type->id, "cerai") &&
	            choices_tagged(works, value_of(l, one, "pekerjaan"), "dinas");
	if (asks && text_is_empty(value_of(l, one, "izin_atasan")))
		warn_of(l, one, "pekerjaan",
		        N_("Pekerjaan: %1 memerlukan izin atau keterangan atasan untuk perceraian"),
		        value_of(l, one, "pekerjaan"));
}

static void check_marriage(const struct looking *l, const struct party *one)
{
	day married, born;
	if (day_iso_parse(values_of(l->v, "nikah_tanggal"), &married) &&
	    day_iso_parse(value_of(l, one, "lahir"), &born) && married <= born)
		warn_field(l->d, "nikah_tanggal", N_("Menikah: sebelum %1 lahir; periksa aktanya"),
		           one->name);
}

static void check_running(const struct looking *l, const struct party *one)
{
	for (size_t i = 0; i < l->s->running_count; i++) {
		const struct running *other = &l->s->running[i];
		if (other->row != one->row || !text_same(other->type, l->type->id))
			continue;
		if (text_is_empty(other->alike))
			warn_of(l, one, "nik",
			        N_("NIK: perkara sejenis orang ini masih berjalan, %1"),
			        other->name);
		else
			warn_of(
			    l, one, "nama",
			    N_("Nama: perkara sejenis orang bernama dan berhari lahir sama masih "
			       "berjalan, %1"),
			    arena_print(l->d->a, "%s (%s)", other->name, other->alike));
	}
}

/* Abroad: what the country asks is told; where the post does not go the panel chooses. */
static void check_abroad(const struct looking *l, const struct party *one)
{
	const struct countries *all = &l->s->book->countries;
	const struct country *c = country_named(l->s->book, value_of(l, one, "negara"));
	const struct channel *ch = party_channel(l->s->book, one->channel, l->v, one->row, l->d->a);
	if (!text_same(one->channel, ABROAD) || c == NULL || ch == NULL)
		return;
	if (c->restricted)
		warn_of(
		    l, one, "negara",
		    N_("Negara: pos tidak mengantar ke %1, rogatori tidak dapat dipakai; tanyakan cara lain kepada majelis"),
		    say(l->d->a, "%1 (%2)", c->name, all->restricted_source));
	else
		warn_of(
		    l, one, "negara", N_("Negara: %1"),
		    say(l->d->a,
		        N_("%1 meminta terjemahan %2, %3; sidang paling cepat %4 bulan sejak terdaftar"),
		        c->name, c->languages, c->sets, number_text(ch->limit, l->d->a)));
}

/* A channel other than the rule's needs a reason, which verification and the relaas show. */
static void check_channel(const struct looking *l, const struct party *one)
{
	const char *rule = summons_channel(l->s->book, l->d->filing, l->v, one->row);
	const struct channel *due = rulebook_channel(l->s->book, rule);
	const char *reason = value_of(l, one, "alasan_kanal");
	if (text_same(rule, one->channel))
		return;
	if (text_same(one->channel, ELECTRONIC) && !has_domicile(l->v, one->row)) {
		refuse_of(
		    l, one, "kanal",
		    N_("Panggilan: %1 tanpa e-mail dan telepon, tidak dapat dipanggil secara elektronik"),
		    one->name);
		return;
	}
	if (text_is_empty(reason))
		refuse_of(
		    l, one, "alasan_kanal",
		    N_("Alasan kanal: aturannya %1; tulis mengapa dipanggil dengan cara lain"),
		    due == NULL ? rule : due->name);
	else
		warn_of(l, one, "alasan_kanal", N_("Kanal panggilan lain dari aturan: %1"), reason);
}

/* ---- two parties ---- */

static bool same_text(const struct looking *l, const char *one, const char *two)
{
	(void)l;
	return text_same(one, two);
}

static bool same_name(const struct looking *l, const char *one, const char *two)
{
	const struct name_sense *n = &l->s->book->names;
	return text_same(name_sense(n, one, l->d->a), name_sense(n, two, l->d->a));
}

static bool same_phone(const struct looking *l, const char *one, const char *two)
{
	return text_same(phone_key(one, l->d->a), phone_key(two, l->d->a));
}

/* The part before the @ too: no mailbox in use tells capitals apart. */
static bool same_email(const struct looking *l, const char *one, const char *two)
{
	(void)l;
	return strcasecmp(one, two) == 0;
}

/* What two parties share that they should not: one person twice, one phone or e-mail on opposite
 * sides. */
static void check_pair(const struct looking *l, const struct party *one, const struct party *two)
{
	static const struct {
		const char *field, *text;
		bool opposite_only;
		bool (*same)(const struct looking *l, const char *one, const char *two);
	} shared[] = {
		{ "nik", N_("NIK sama dengan %1; orang yang sama dua kali?"), false, same_text },
		{ "nama", N_("Nama sama dengan %1 di pihak lawan; orang yang sama dua kali?"), true,
		  same_name },
		{ "telepon", N_("Telepon sama dengan %1 di pihak lawan"), true, same_phone },
		{ "email",
		  N_("E-mail sama dengan %1 di pihak lawan; domisili elektronik salah satunya akan keliru"),
		  true, same_email },
	};
	for (size_t i = 0; i < COUNT_OF(shared); i++) {
		const char *text = value_of(l, one, shared[i].field),
		           *other = value_of(l, two, shared[i].field);
		if (text_is_empty(text) || text_is_empty(other) || !shared[i].same(l, text, other))
			continue;
		if (!shared[i].opposite_only || !text_same(one->side, two->side))
			warn_of(l, two, shared[i].field, shared[i].text, one->name);
	}
}

/* ---- representatives ---- */

static void check_kuasa(const struct looking *l)
{
	int rows = values_rows(l->v, "kuasa");
	for (int row = 1; row <= rows; row++) {
		char path[PATH_ROOM];
		bool stands = false;
		for (size_t i = 0; i < l->p->count; i++)
			stands = stands || kuasa_stands_for(l->v, row, l->p->items[i].row);
		values_path("kuasa", row, "mewakili", path, sizeof path);
		if (!stands)
			refuse_field(
			    l->d, path,
			    N_("Mewakili: tidak ada pihak nomor %1; isi nomor pihak di atas"),
			    values_get(l->v, "kuasa", row, "mewakili"));
	}
}

void parties_check(const struct context *s, const struct command *c, const struct case_type *type,
                   const struct parties *p, struct decision *d)
{
	const struct looking l = { .s = s,
		                   .v = &c->values,
		                   .type = type,
		                   .alur = rulebook_alur(s->book, values_of(&c->values, "alur")),
		                   .p = p,
		                   .today = context_day(s, c),
		                   .d = d };
	if (l.alur == NULL) {
		refuse_field(d, "alur", N_("Alur: pilih dari daftar"), "");
		return;
	}
	check_alur(&l);
	check_sides(&l);
	check_simple(&l);
	check_kuasa(&l);
	for (size_t i = 0; i < p->count; i++) {
		check_permit(&l, &p->items[i]);
		check_marriage(&l, &p->items[i]);
		check_running(&l, &p->items[i]);
		check_channel(&l, &p->items[i]);
		check_abroad(&l, &p->items[i]);
		for (size_t k = i + 1; k < p->count; k++)
			check_pair(&l, &p->items[i], &p->items[k]);
	}
}
