/* Every kind of request of another court, with every outcome, for the claiming side and any other:
 * the proof that data/letters.xml gives each one whole, true relaas. */
#include "loket/list.h"
#include "loket/tabayun.h"
#include "loket/text.h"

#include "private.h"

/* Days after one another; which ones they are does not matter. */
enum { FIRST_DAY = 20000, HEARING = FIRST_DAY + 30 };

static const char *const sides[] = { "1", "2" };

/* The choices of a field of a form. */
static struct choices choices_of(const struct rulebook *b, const char *form, const char *id)
{
	const struct form *found = rulebook_form(b, form);
	const struct field *field = found == NULL ? NULL : form_field(found, "", id);
	return field == NULL || field->choices == NULL ? (struct choices){ 0 } : *field->choices;
}

static struct letter_case case_of(const char *request, const char *outcome, const char *side)
{
	return (struct letter_case){ {
	    [AXIS_CHANNEL] = "",
	    [AXIS_OUTCOME] = outcome,
	    [AXIS_SIDE] = side,
	    [AXIS_PERSON] = "",
	    [AXIS_KUASA] = "",
	    [AXIS_REQUEST] = request,
	} };
}

size_t tabayun_cases(const struct rulebook *b, struct arena *a, struct letter_case **out)
{
	const struct choices requests = choices_of(b, "bantuan", "jenis");
	const struct choices outcomes = choices_of(b, "pelaksanaan", "hasil");
	size_t n = 0, each = (outcomes.count + 1) * COUNT_OF(sides);
	struct letter_case *all = arena_get(a, requests.count * each + 1, sizeof *all);
	for (size_t i = 0; i < requests.count; i++) {
		for (size_t k = 0; k < each; k++) {
			size_t outcome = k / COUNT_OF(sides);
			all[n++] = case_of(requests.items[i].value,
			                   outcome == 0 ? RELAAS_BLANK
			                                : outcomes.items[outcome - 1].value,
			                   sides[k % COUNT_OF(sides)]);
		}
	}
	*out = all;
	return n;
}

const char *tabayun_case_name(const struct letter_case *of, struct arena *a)
{
	return arena_print(a, "tabayun %s %s %s", of->of[AXIS_REQUEST], of->of[AXIS_OUTCOME],
	                   of->of[AXIS_SIDE]);
}

struct tabayun tabayun_specimen(const struct letter_case *of, bool least)
{
	struct tabayun t = tabayun_blank();
	bool blank = text_same(of->of[AXIS_OUTCOME], RELAAS_BLANK);
	t.sender = "PENGADILAN PEMOHON";
	t.letter = "NOMOR SURAT";
	t.dated = t.received = FIRST_DAY;
	t.case_number = "NOMOR PERKARA";
	t.kind = of->of[AXIS_REQUEST];
	t.party = "NAMA YANG DIPANGGIL";
	t.role = text_same(of->of[AXIS_SIDE], "1") ? "Penggugat" : "Tergugat";
	t.address = "ALAMAT";
	t.hearing = HEARING;
	t.outcome = blank ? "" : of->of[AXIS_OUTCOME];
	t.served = blank ? DAY_NONE : FIRST_DAY + 3;
	if (least)
		return t;
	t.matter = "JENIS PERKARA";
	t.met_at = blank ? "" : "10.30";
	t.met = blank ? "" : "NAMA YANG DITEMUI";
	t.met_as = blank ? "" : "HUBUNGAN ATAU JABATAN";
	t.said = blank ? "" : "KETERANGAN";
	return t;
}

static void prove_one(const struct rulebook *b, const struct letter *letter,
                      const struct letter_case *of, struct arena *a, struct relaas_proof *out)
{
	struct letter_lines lines;
	const struct proving p = { letter, of, tabayun_case_name(of, a), &lines, a, out };
	struct tabayun t = tabayun_specimen(of, false);
	tabayun_relaas(b, &t, "NAMA JURUSITA", a, &lines);
	letter_prove(&p);
	t = tabayun_specimen(of, true);
	tabayun_relaas(b, &t, "NAMA JURUSITA", a, &lines);
	letter_prove_whole(&p);
}

void tabayun_prove(const struct rulebook *b, struct arena *a, struct relaas_proof *out)
{
	struct letter_case *all;
	const struct letter *letter = letter_to_prove(b, "relaas_tabayun", a, out);
	if (letter == NULL)
		return;
	size_t count = tabayun_cases(b, a, &all);
	for (size_t i = 0; i < count; i++)
		prove_one(b, letter, &all[i], a, out);
	letter_prove_use(letter, all, count, a, out);
	out->tried += count;
}
