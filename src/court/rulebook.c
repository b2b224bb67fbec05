/* Looking things up in the book. */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

int sop_number(const struct sop *s, const char *key)
{
	for (size_t i = 0; i < s->step_count; i++) {
		if (text_same(s->steps[i].key, key))
			return (int)i + 1;
	}
	return 0;
}

const char *sop_rail(const struct sop *s, const char *key)
{
	int number = sop_number(s, key);
	return number == 0 ? key : s->steps[number - 1].rail;
}

const struct form *rulebook_form(const struct rulebook *b, const char *step)
{
	size_t length = strcspn(step, "."); /* of "hasil.2" it is "hasil" */
	for (size_t i = 0; i < b->form_count; i++) {
		const char *key = b->forms[i]->step;
		if (strlen(key) == length && strncmp(key, step, length) == 0)
			return b->forms[i];
	}
	return NULL;
}

const struct case_type *rulebook_type(const struct rulebook *b, const char *id)
{
	for (size_t i = 0; i < b->type_count; i++) {
		if (text_same(b->types[i].id, id))
			return &b->types[i];
	}
	return NULL;
}

const struct alur *rulebook_alur(const struct rulebook *b, const char *id)
{
	for (size_t i = 0; i < b->alur_count; i++) {
		if (text_same(b->alurs[i].id, id))
			return &b->alurs[i];
	}
	return NULL;
}

const struct village *rulebook_village(const struct rulebook *b, const char *code)
{
	for (size_t i = 0; i < b->village_count; i++) {
		if (text_same(b->villages[i].code, code))
			return &b->villages[i];
	}
	return NULL;
}

const struct channel *rulebook_channel(const struct rulebook *b, const char *key)
{
	for (size_t i = 0; i < b->channel_count; i++) {
		if (text_same(b->channels[i].key, key))
			return &b->channels[i];
	}
	return NULL;
}

const struct limit *rulebook_limit(const struct rulebook *b, const char *key)
{
	for (size_t i = 0; i < b->limit_count; i++) {
		if (text_same(b->limits[i].key, key))
			return &b->limits[i];
	}
	return NULL;
}

const struct outcome_kind *rulebook_outcome(const struct rulebook *b, const char *key)
{
	for (size_t i = 0; i < b->outcome_count; i++) {
		if (text_same(b->outcomes[i].key, key))
			return &b->outcomes[i];
	}
	return NULL;
}

const struct letter *rulebook_letter(const struct rulebook *b, const char *key)
{
	for (size_t i = 0; i < b->letter_count; i++) {
		if (text_same(b->letters[i].key, key))
			return &b->letters[i];
	}
	return NULL;
}

const struct officer *rulebook_officer(const struct rulebook *b, const char *post)
{
	for (size_t i = 0; i < b->court.officer_count; i++) {
		if (text_same(b->court.officers[i].post, post))
			return &b->court.officers[i];
	}
	return NULL;
}

const char *role_name(const struct rulebook *b, const char *key)
{
	for (size_t i = 0; i < b->rights.role_count; i++) {
		if (text_same(b->rights.roles[i].key, key))
			return b->rights.roles[i].name;
	}
	return key;
}

const char *roman(int n, struct arena *a)
{
	static const struct {
		int value;
		const char *letters;
	} parts[] = { { 100, "C" }, { 90, "XC" }, { 50, "L" }, { 40, "XL" }, { 10, "X" },
		      { 9, "IX" },  { 5, "V" },   { 4, "IV" }, { 1, "I" } };
	struct text t = text_start(a);
	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		for (; n >= parts[i].value; n -= parts[i].value)
			text_add(&t, parts[i].letters);
	}
	return t.s;
}

const struct case_sides *case_sides(const struct case_type *t, const char *alur)
{
	size_t i = 0;
	while (i + 1 < t->side_count && !text_same(t->sides[i].alur, alur))
		i++;
	return &t->sides[i];
}

const char *party_label(const struct case_sides *t, const char *side, int count, int index,
                        struct arena *a)
{
	const char *word = text_same(side, "p1")   ? t->side1
	                   : text_same(side, "p2") ? t->side2
	                                           : t->side4;
	if (count < 2)
		return word;
	return arena_print(a, "%s %s", word, roman(index, a));
}

bool roles_include(const char *roles, const char *key)
{
	size_t n = strlen(key);
	for (const char *at = roles; (at = strstr(at, key)) != NULL; at += n) {
		bool begins = at == roles || at[-1] == ' ';
		bool ends = at[n] == ' ' || at[n] == '\0';
		if (begins && ends)
			return true;
	}
	return false;
}

bool roles_fit_person(const struct rights *r, const char *roles, struct fault *why)
{
	for (size_t i = 0; i < r->role_count; i++) {
		if (r->roles[i].machine && roles_include(roles, r->roles[i].key))
			return fault_set(
			    why, FAULT_REFUSED,
			    N_("Peran %1 milik program, tidak dapat diberikan kepada orang"),
			    r->roles[i].key);
	}
	static const char *const others[] = { "panitera", "bendahara", "ketua" };
	for (size_t i = 0; roles_include(roles, "kasir") && i < COUNT_OF(others); i++) {
		if (roles_include(roles, others[i]))
			return fault_set(why, FAULT_REFUSED,
			                 N_("Kasir dan %1 tidak boleh satu orang; pilih salah satu "
			                    "peran"),
			                 others[i]);
	}
	return true;
}

/* The two hands of money, whatever data/rights.xml says: who prepares or sends it, and who stands
 * for it. Who keeps the accounts and the files is neither. */
static bool is_of_other_hand(const char *roles, const char *act)
{
	static const struct {
		const char *acts, *never[3];
	} hands[] = {
		{ "panjar.keluar panjar.pengembalian panjar.kirim panjar.titipan titipan.kembali "
		  "setoran.serah rekonsiliasi.akui rekonsiliasi.biaya",
		  { "panitera", "ketua", "ti" } },
		{ "panjar.setuju panjar.tolak panjar.koreksi panjar.negara setoran.terima "
		  "setoran.setor rekonsiliasi.setuju jurnal.tutup jurnal.mendadak jurnal.ketahui "
		  "jurnal.awal",
		  { "kasir", "ti" } },
	};
	for (size_t i = 0; i < COUNT_OF(hands); i++) {
		for (size_t k = 0;
		     roles_include(hands[i].acts, act) && k < COUNT_OF(hands[i].never); k++) {
			const char *never = hands[i].never[k];
			if (never != NULL && roles_include(roles, never))
				return true;
		}
	}
	return false;
}

bool rights_allow(const struct rights *r, const char *roles, const char *act)
{
	if (is_of_other_hand(roles, act))
		return false;
	for (size_t i = 0; i < r->count; i++) {
		if (!text_same(r->items[i].act, act))
			continue;
		for (size_t k = 0; k < r->items[i].role_count; k++) {
			if (roles_include(roles, r->items[i].roles[k]))
				return true;
		}
	}
	return false;
}
