/* The proof that data/letters.xml gives a combination one whole, true text: its parts, what it must
 * and may not tell, whole sentences. */
#include <ctype.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

static void fault_add(struct relaas_proof *out, struct arena *a, const char *said)
{
	out->faults = list_grow(a, out->faults, out->fault_count, &out->fault_capacity,
	                        sizeof *out->faults);
	out->faults[out->fault_count++] = said;
}

/* `text` has %1 for the combination and %2, %3 for what is wrong. */
static void wrong(const struct proving *p, const char *text, const char *one, const char *other)
{
	fault_add(p->out, p->a, message_text(p->a, message_in_language(text), p->name, one, other));
}

static size_t lines_of(const struct letter_lines *lines, const struct letter_part *part)
{
	size_t n = 0;
	for (size_t i = 0; i < lines->count; i++)
		n += lines->items[i].part == part;
	return n;
}

/* Each part has as many sentences as it must. */
static void prove_parts(const struct proving *p)
{
	for (size_t i = 0; i < p->letter->part_count; i++) {
		const struct letter_part *part = &p->letter->parts[i];
		size_t n = lines_of(p->lines, part);
		if (n < (size_t)part->least)
			wrong(p, N_("data/letters.xml: relaas %1: bagian %2 kurang kalimat"),
			      part->key, "");
		if (n > (size_t)part->most)
			wrong(p, N_("data/letters.xml: relaas %1: bagian %2 berisi %3 kalimat"),
			      part->key, number_text((int64_t)n, p->a));
	}
}

/* No brace is left, no blank stands before a mark or beside another. */
static void prove_text(const struct proving *p, const char *text)
{
	static const char *const strange[] = { "{",  "}",  "[",  "]",   "  ",    " ,",
		                               " ;", ",,", ";;", ", ;", "(null)" };
	for (size_t i = 0; i < COUNT_OF(strange); i++) {
		if (strstr(text, strange[i]) != NULL)
			wrong(p, N_("data/letters.xml: relaas %1: \"%2\" dalam kalimat: %3"),
			      strange[i], text);
	}
}

/* Sentences of the body begin with a capital and end with a semicolon, or with a blank to fill in;
 * the closing ends with a full stop. */
static void prove_ends(const struct proving *p, const struct letter_line *line)
{
	static const struct {
		const char *part, *ends;
	} ends[] = { { "isi", ";" }, { "tutup", "." } };
	size_t length = strlen(line->text);
	for (size_t i = 0; i < COUNT_OF(ends); i++) {
		if (!text_same(ends[i].part, line->part->key))
			continue;
		bool ended = line->sentence->lines > 0 || line->text[length - 1] == ends[i].ends[0];
		if (!ended || !isupper((unsigned char)line->text[0]))
			wrong(p,
			      N_("data/letters.xml: relaas %1: bukan kalimat utuh yang berakhir "
			         "\"%2\": %3"),
			      ends[i].ends, line->text);
	}
}

void letter_prove_whole(const struct proving *p)
{
	prove_parts(p);
	for (size_t i = 0; i < p->lines->count; i++) {
		prove_text(p, p->lines->items[i].text);
		prove_ends(p, &p->lines->items[i]);
	}
}

static bool tells(const struct letter_lines *lines, const char *says)
{
	for (size_t i = 0; i < lines->count; i++) {
		const struct letter_sentence *s = lines->items[i].sentence;
		for (size_t k = 0; k < s->say_count; k++) {
			if (text_same(s->says[k], says))
				return true;
		}
	}
	return false;
}

static void prove_rules(const struct proving *p)
{
	for (size_t i = 0; i < p->letter->rule_count; i++) {
		const struct letter_rule *rule = &p->letter->rules[i];
		if (!letter_holds(rule->when, p->of) || tells(p->lines, rule->says) != rule->never)
			continue;
		wrong(p,
		      rule->never
		          ? N_("data/letters.xml:%3: relaas %1 tidak boleh mengatakan \"%2\"")
		          : N_("data/letters.xml:%3: relaas %1 harus mengatakan \"%2\""),
		      rule->says, number_text(rule->line, p->a));
	}
}

/* Nothing is left to write by hand once an outcome is recorded. */
static void prove_known(const struct proving *p)
{
	if (p->lines->lack_count > 0 && !text_same(p->of->of[AXIS_OUTCOME], RELAAS_BLANK))
		wrong(p, N_("data/letters.xml: relaas %1: {%2} tidak diketahui"),
		      p->lines->lacks[0], "");
}

void letter_prove(const struct proving *p)
{
	letter_prove_whole(p);
	prove_rules(p);
	prove_known(p);
}

void letter_prove_use(const struct letter *letter, const struct letter_case *all, size_t count,
                      struct arena *a, struct relaas_proof *out)
{
	for (size_t i = 0; i < letter->part_count; i++) {
		for (size_t k = 0; k < letter->parts[i].count; k++) {
			const struct letter_sentence *s = &letter->parts[i].sentences[k];
			size_t n = 0;
			while (n < count && !letter_holds(s->when, &all[n]))
				n++;
			if (n == count)
				fault_add(out, a,
				          message_text(a,
				                       _("data/letters.xml:%1: kalimat ini tidak "
				                         "dipakai keadaan mana pun"),
				                       number_text(s->line, a)));
		}
	}
}

const struct letter *letter_to_prove(const struct rulebook *b, const char *key, struct arena *a,
                                     struct relaas_proof *out)
{
	const struct letter *letter = rulebook_letter(b, key);
	if (letter == NULL)
		fault_add(out, a,
		          message_text(a, _("data/letters.xml: surat \"%1\" tidak ada"), key));
	return letter;
}
