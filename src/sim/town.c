/* The people of a test town and what they would file: import files for `loket filing import`, the
 * same for the same seed, so that homes of any size can be filled and compared. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "loket/date.h"
#include "loket/list.h"
#include "loket/xml.h"

#include "private.h"

enum { TO_A_FILE = 500 }; /* about a megabyte */

/* One thing after the other, told by the seed only (splitmix64). */
struct chance {
	uint64_t state;
};

static uint64_t chance_next(struct chance *c)
{
	uint64_t z = (c->state += 0x9E3779B97F4A7C15u);
	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return z ^ (z >> 31);
}

static int among(struct chance *c, int count)
{
	return (int)(chance_next(c) % (uint64_t)count);
}

static const char *const women[] = { "Siti Aminah", "Nur’aini", "Fatimah", "Dewi Lestari",
	                             "Sri Wahyuni", "Khadijah", "Lina",    "Aisyah",
	                             "Rahmawati",   "Yuliana",  "Mariam",  "Halimah",
	                             "Nuraini",     "Zainab",   "Ratna",   "Wulandari" };
static const char *const men[] = { "Ahmad Fauzi", "Muhammad Ridwan", "Rahmat",   "Dedi",
	                           "Abdul Karim", "Hasan",           "Yusuf",    "Bambang",
	                           "Slamet",      "Agus Salim",      "Ibrahim",  "Umar",
	                           "Saleh",       "Joko Susilo",     "Zulkifli", "Firman" };
static const char *const fathers[] = { "Yusuf",    "Hasan",   "Karim",    "Saleh",
	                               "Umar",     "Oding",   "Sukardi",  "Uus",
	                               "Abdullah", "Marzuki", "Suparman", "Idris" };
static const char *const works[] = { "pedagang",         "buruh", "petani", "guru",
	                             "ibu rumah tangga", "sopir" };
static const char *const schools[] = { "SD", "SLTP", "SLTA", "D3", "S1" };
static const char *const streets[] = { "Melati",   "Mawar",   "Merdeka",
	                               "Pahlawan", "Kenanga", "Diponegoro" };
static const char *const villages[] = { "99.01.01.2001", "99.01.01.2002", "99.01.01.2003",
	                                "99.01.02.2001", "99.01.02.2002", "99.01.03.2001",
	                                "99.01.03.2002", "99.01.04.2001" };
static const char *const regions[] = { "317501", "327302", "350920", "320101" };

/* What a court of this kind sees: most sue for divorce, some husbands, some couples for isbat. */
static const struct case_kind {
	const char *type, *alur;
	bool woman, opponent, marriage;
	int weight;
} kinds[] = {
	{ "347", "15", true, true, true, 70 },
	{ "346", "15", false, true, true, 22 },
	{ "360", "16", true, false, false, 8 },
};

struct person {
	bool woman;
	char nik[20], name[80], born[12], address[60], phone[20];
	const char *work, *school, *village;
};

static struct person person_make(struct chance *c, bool woman, long serial)
{
	struct person p = { .woman = woman };
	struct ymd born;
	day d = (day)(-3650 + among(c, 12000)); /* 1960 to 1992 */
	born = day_ymd(d);
	day_show(d, p.born, sizeof p.born);
	snprintf(p.nik, sizeof p.nik, "%s%02d%02d%02d%04ld", regions[among(c, COUNT_OF(regions))],
	         born.day + (woman ? 40 : 0), born.month, born.year % 100, 1 + serial % 9999);
	snprintf(p.name, sizeof p.name, "%s %s %s",
	         woman ? women[among(c, COUNT_OF(women))] : men[among(c, COUNT_OF(men))],
	         woman ? "binti" : "bin", fathers[among(c, COUNT_OF(fathers))]);
	snprintf(p.address, sizeof p.address, "Jalan %s Nomor %d",
	         streets[among(c, COUNT_OF(streets))], 1 + among(c, 200));
	snprintf(p.phone, sizeof p.phone, "0812%08d", among(c, 100000000));
	p.work = works[among(c, woman ? COUNT_OF(works) : 4)];
	p.school = schools[among(c, COUNT_OF(schools))];
	p.village = villages[among(c, COUNT_OF(villages))];
	return p;
}

static void put_account(struct xml_out *o, const struct person *p, long serial)
{
	char email[40], account[32];
	snprintf(email, sizeof email, "warga%ld@contoh.id", serial);
	snprintf(account, sizeof account, "70%08ld", serial);
	xml_begin(o, "akun");
	xml_leaf(o, "jenis", "perorangan");
	xml_leaf(o, "identitas", "ktp");
	xml_leaf(o, "nik", p->nik);
	xml_leaf(o, "nama", p->name);
	xml_leaf(o, "alamat", p->address);
	xml_leaf(o, "telepon", p->phone);
	xml_leaf(o, "domisili", "email");
	xml_leaf(o, "email", email);
	xml_leaf(o, "bank", "bsi");
	xml_leaf(o, "rekening", account);
	xml_leaf(o, "pemilik_rekening", p->name);
	xml_end(o);
}

static void put_party(struct xml_out *o, const struct person *p, const char *place)
{
	xml_begin(o, "pihak");
	xml_leaf(o, "kedudukan", place);
	xml_leaf(o, "jenis_pihak", "orang");
	xml_leaf(o, "nik", p->nik);
	xml_leaf(o, "nama", p->name);
	xml_leaf(o, "lahir", p->born);
	xml_leaf(o, "kelamin", p->woman ? "P" : "L");
	xml_leaf(o, "agama", "Islam");
	xml_leaf(o, "pekerjaan", p->work);
	xml_leaf(o, "pendidikan", p->school);
	xml_leaf(o, "alamat", p->address);
	xml_leaf(o, "desa", p->village);
	xml_end(o);
}

static void put_parties(struct xml_out *o, const struct case_kind *k, struct chance *c,
                        const struct person *self, long serial)
{
	char number[40], married[64];
	xml_begin(o, "pihak");
	xml_leaf(o, "perkara_jenis", k->type);
	xml_leaf(o, "alur", k->alur);
	xml_leaf(o, "prodeo", "tidak");
	day d = (day)(14000 + among(c, 4000)); /* 2008 to 2019 */
	day_show(d, married, sizeof married);
	if (!k->marriage) { /* never registered: that is what they ask for */
		xml_leaf(o, "isbat_tanggal", married);
		xml_leaf(o, "isbat_tempat", "Sukamaju");
		xml_leaf(o, "isbat_wali", "Umar bin Said");
	} else {
		snprintf(number, sizeof number, "%d/%02d/VI/%d", 1 + among(c, 900),
		         1 + among(c, 28), day_ymd(d).year);
		xml_leaf(o, "nikah_nomor", number);
		xml_leaf(o, "nikah_tanggal", married);
		xml_leaf(o, "nikah_kua", "KUA Sukamaju");
	}
	put_party(o, self, "p1");
	if (k->opponent) {
		struct person other = person_make(c, !k->woman, serial + 5000);
		put_party(o, &other, "p2");
	}
	xml_end(o);
}

static void put_claim(struct xml_out *o, const char *document)
{
	xml_begin(o, "gugatan");
	xml_leaf(o, "surat_tanggal", "20-11-2025");
	xml_leaf(o, "posita", "Bahwa para pihak hidup bersama sampai berselisih terus-menerus.");
	xml_leaf(o, "petitum", "Mengabulkan permohonan seluruhnya.");
	xml_begin(o, "berkas");
	xml_leaf(o, "jenis", "gugatan");
	xml_leaf(o, "berkas", document);
	xml_end(o);
	xml_end(o);
}

static void put_filing(struct xml_out *o, uint64_t seed, long serial, const char *document)
{
	struct chance c = { seed * 1000003u + (uint64_t)serial };
	const struct case_kind *k = kinds;
	for (int lot = among(&c, 100); lot >= k->weight; k++)
		lot -= k->weight;
	struct person self = person_make(&c, k->woman, serial);
	xml_begin(o, "filing");
	put_account(o, &self, serial);
	xml_begin(o, "pendaftar");
	xml_end(o);
	put_parties(o, k, &c, &self, serial);
	put_claim(o, document);
	xml_end(o);
}

static bool write_file(const char *folder, uint64_t seed, long first, long count, struct fault *why)
{
	struct arena a = arena_start(64 * MIB);
	struct xml_out o = xml_start(&a);
	const char *document = arena_print(&a, "%s/gugatan.pdf", folder);
	xml_begin(&o, "filings");
	xml_put_attribute(&o, "xmlns", "urn:loket:filing:1");
	for (long i = 0; i < count; i++)
		put_filing(&o, seed, first + i, document);
	const char *text = xml_finish(&o);
	bool good = file_write(arena_print(&a, "%s/town-%07ld.xml", folder, first), text,
	                       strlen(text), 0644, why);
	arena_drop(&a);
	return good;
}

bool sim_town(const struct sim_options *o, struct fault *why)
{
	static const char claim[] = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
	                            "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
	                            "trailer<</Root 1 0 R>>\n%%EOF\n";
	char here[512] = "";
	struct arena a = arena_start(1 * MIB);
	if (o->home[0] != '/' && getcwd(here, sizeof here) == NULL)
		here[0] = '\0';
	const char *folder = o->home[0] == '/' ? o->home : arena_print(&a, "%s/%s", here, o->home);
	bool good = folder_make(folder, why) &&
	            file_write(arena_print(&a, "%s/gugatan.pdf", folder), claim, sizeof claim - 1,
	                       0644, why);
	for (long done = 0; good && done < o->filings; done += TO_A_FILE)
		good = write_file(folder, (uint64_t)o->seed, done + 1,
		                  o->filings - done < TO_A_FILE ? (long)o->filings - done
		                                                : TO_A_FILE,
		                  why);
	arena_drop(&a);
	return good;
}
