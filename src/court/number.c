/* Numbers that the court assigns: of registration and of the e-SKUM. Their formats are in
 * data/court.xml. */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

static void add_word(struct text *t, const struct number_words *w, const char *name, size_t length)
{
	struct ymd d = day_ymd(w->on);
	const struct {
		const char *name, *text;
		int pad;
		int64_t number;
	} words[] = {
		{ "kode", w->code, 0, 0 },
		{ "unit", w->unit, 0, 0 },
		{ "surat", w->letter, 0, 0 },
		{ "alur", w->alur, 0, 0 },
		{ "acak", w->random, 0, 0 },
		{ "bulan", month_roman(d.month), 0, 0 },
		{ "tahun", NULL, 4, d.year },
		{ "no", NULL, 1, w->number },
		{ "no4", NULL, 4, w->number },
		{ "no5", NULL, 5, w->number },
		{ "tanggal", NULL, 8, (int64_t)d.day * 1000000 + d.month * 10000 + d.year },
	};
	for (size_t i = 0; i < COUNT_OF(words); i++) {
		if (strlen(words[i].name) != length || strncmp(words[i].name, name, length) != 0)
			continue;
		if (words[i].pad > 0)
			text_addf(t, "%0*lld", words[i].pad, (long long)words[i].number);
		else
			text_add(t, words[i].text == NULL ? "" : words[i].text);
	}
}

const char *number_format(const char *format, const struct number_words *w, struct arena *a)
{
	struct text t = text_start(a);
	for (const char *at = format; *at != '\0';) {
		size_t plain = strcspn(at, "{");
		text_add_bytes(&t, at, plain);
		at += plain;
		const char *end = strchr(at, '}');
		if (*at == '\0' || end == NULL)
			break;
		add_word(&t, w, at + 1, (size_t)(end - at) - 1);
		at = end + 1;
	}
	return t.s;
}

void counter_name(enum counter c, day today, char *out, size_t capacity)
{
	char iso[16];
	day_iso(today, iso, sizeof iso);
	switch (c) {
	case COUNTER_REG:
		snprintf(out, capacity, "register/%s", iso);
		return;
	case COUNTER_VA:
	case COUNTER_COUNT:
		snprintf(out, capacity, "va");
		return;
	}
}

const char *skum_counter(const struct rulebook *b, const struct filing *f, day today,
                         struct arena *a)
{
	const struct alur *alur = rulebook_alur(b, filing_value(f, PIHAK, "alur"));
	int year = day_ymd(today).year;
	if (alur == NULL || strstr(b->court.skum_format, "{alur}") == NULL)
		return arena_print(a, "skum/%d", year);
	return arena_print(a, "skum/%s/%d", alur->code, year);
}
