/* Reading a command line: options stand anywhere, before the command too. What a command takes is
 * looked at when it is known. */
#include <getopt.h>
#include <string.h>

#include "loket/list.h"

#include "calls.h"

static const char *const formats[] = {
	[FORMAT_TABLE] = "table",
	[FORMAT_JSON] = "json",
	[FORMAT_CSV] = "csv",
	[FORMAT_SHEET] = "sheet",
};

static bool format_read(const char *text, enum format *out)
{
	for (size_t i = 0; i < COUNT_OF(formats); i++) {
		if (text_same(formats[i], text)) {
			*out = (enum format)i;
			return true;
		}
	}
	return false;
}

static bool option_take(const struct option_row *o, const char *text, struct options *out,
                        struct fault *why)
{
	void *at = (char *)out + o->offset;
	switch (o->kind) {
	case IS_TEXT:
		*(const char **)at = text;
		return true;
	case IS_FLAG:
		*(bool *)at = true;
		return true;
	case IS_NUMBER:
		return text_number(text, 1, INT32_MAX, at) ||
		       fault_set(why, FAULT_MISUSE,
		                 N_("Pilihan --%1 perlu bilangan mulai 1, bukan %2"), o->name,
		                 text);
	case IS_FORMAT:
		return format_read(text, at) ||
		       fault_set(why, FAULT_MISUSE,
		                 N_("Pilihan --%1 perlu table, json, csv atau sheet, bukan %2"),
		                 o->name, text);
	}
	return false;
}

struct reading {
	const struct call_table *table;
	struct option *known; /* as getopt_long(3) wants them */
	struct command_line *out;
};

/* "-h" is the option named help. */
static int option_meant(const struct reading *r, int id)
{
	for (int i = 0; id == 'h' && i < (int)r->table->option_count; i++) {
		if (text_same(r->table->options[i].name, "help"))
			return i;
	}
	return id;
}

/* Takes the options of argv[1]…; `how` as in getopt(3). `*words`: where the words begin. */
static bool take(struct reading *r, const char *how, int argc, char **argv, int *words,
                 struct fault *why)
{
	opterr = 0;
	optind = 0; /* begins anew */
	for (int id; (id = option_meant(r, getopt_long(argc, argv, how, r->known, NULL))) != -1;) {
		const char *given = argv[optind - 1];
		if (id == ':')
			return fault_set(why, FAULT_MISUSE,
			                 N_("Pilihan %1 perlu nilai; lihat loket --help"), given);
		if (id >= (int)r->table->option_count) { /* '?' */
			r->out->stray = r->out->stray == NULL ? given : r->out->stray;
			continue;
		}
		r->out->given |= TAKES(id);
		if (!option_take(&r->table->options[id], optarg, &r->out->options, why))
			return false;
	}
	*words = optind;
	return true;
}

static bool passes_on(const struct call_table *t, const char *word)
{
	for (size_t i = 0; i < t->call_count; i++) {
		if (text_starts(t->calls[i].words, "[--") && text_same(t->calls[i].name, word))
			return true;
	}
	return false;
}

static void begin(struct reading *r, struct arena *a)
{
	const struct call_table *t = r->table;
	r->known = arena_get(a, t->option_count + 1, sizeof *r->known);
	for (size_t i = 0; i < t->option_count; i++) {
		const struct option_row *o = &t->options[i];
		r->known[i] = (struct option){ o->name, o->argument != NULL, NULL, (int)i };
		if (o->kind == IS_TEXT)
			*(const char **)(void *)((char *)&r->out->options + o->offset) = "";
	}
}

bool command_line_read(const struct call_table *t, int argc, char **argv, struct arena *a,
                       struct command_line *out, struct fault *why)
{
	*out = (struct command_line){ 0 };
	struct reading r = { .table = t, .out = out };
	int first, rest;
	const char **words = arena_get(a, (size_t)argc + 1, sizeof *words);
	out->words = words;
	begin(&r, a);
	if (!take(&r, "+:h", argc, argv, &first, why))
		return false;
	if (first >= argc)
		return true;
	/* behind such a word all else is the other command's, from its name on */
	const char *how = passes_on(t, argv[first]) ? "+:h" : ":h";
	words[out->word_count++] = argv[first];
	if (!take(&r, how, argc - first, argv + first, &rest, why))
		return false;
	for (int i = first + rest; i < argc; i++)
		words[out->word_count++] = argv[i];
	return true;
}
