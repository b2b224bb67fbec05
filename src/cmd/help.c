/* Help, made of the table: all commands in brief, a family or one of them with its options. */
#include <string.h>

#include "loket/list.h"

#include "calls.h"

/* What stands in a usage for the reader's own words. */
static const char *const places[] = {
	N_("AKUN"),  N_("ALASAN"),  N_("ALUR"),     N_("BERKAS"), N_("BULAN"),
	N_("DETIK"), N_("HARI"),    N_("ISIAN"),    N_("JENIS"),  N_("KATA"),
	N_("KUNCI"), N_("LANGKAH"), N_("MASA"),     N_("NAMA"),   N_("NILAI"),
	N_("NOMOR"), N_("PERAN"),   N_("PERINTAH"), N_("TABEL"),  N_("TINDAKAN"),
};

/* "BERKAS.xml…|-" is read as "FILE.xml…|-". */
static void add_words(struct text *t, const char *words)
{
	while (*words != '\0') {
		size_t length = strspn(words, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
		const char *place = NULL;
		for (size_t i = 0; length > 0 && i < COUNT_OF(places); i++) {
			if (strlen(places[i]) == length && memcmp(places[i], words, length) == 0)
				place = _(places[i]);
		}
		if (place != NULL)
			text_add(t, place);
		else
			text_addf(t, "%.*s", (int)(length = length > 0 ? length : 1), words);
		words += length;
	}
}

static void usage(struct text *t, const struct call *call)
{
	text_addf(t, "  loket %s%s", call->name, call->words[0] == '\0' ? "" : " ");
	add_words(t, call->words);
}

static void add_option(struct text *t, const struct option_row *o)
{
	text_addf(t, o->argument == NULL ? "--%s" : "--%s ", o->name);
	add_words(t, o->argument == NULL ? "" : o->argument);
}

static void usage_options(struct text *t, const struct call_table *table, const struct call *call)
{
	for (size_t i = 0; i < table->option_count; i++) {
		const struct option_row *o = &table->options[i];
		if ((call_options(table, call) & ~table->of_all & TAKES(i)) == 0)
			continue;
		text_add(t, " [");
		add_option(t, o);
		text_add(t, "]");
	}
}

static void explain_options(struct text *t, const struct call_table *table, option_set options)
{
	text_add(t, _("\nPilihan:\n"));
	for (size_t i = 0; i < table->option_count; i++) {
		const struct option_row *o = &table->options[i];
		if ((options & TAKES(i)) == 0)
			continue;
		text_add(t, "  ");
		add_option(t, o);
		text_addf(t, "\n      %s\n", _(o->help));
	}
}

/* `one` alone, else those of the family, else (NULL) all. */
static void explain(const struct cmd *c, const struct call *one, const char *family)
{
	const struct call_table *table = c->table;
	struct text t = text_start(c->a);
	option_set options = table->of_all;
	bool brief = one == NULL && family == NULL;
	text_add(&t, _("Pemakaian: loket [PERINTAH]; tanpa perintah: meja di terminal ini.\n\n"));
	for (size_t i = 0; i < table->call_count; i++) {
		const struct call *call = &table->calls[i];
		if (one != NULL ? call != one : !brief && !call_in_family(call, family))
			continue;
		usage(&t, call);
		if (!brief)
			usage_options(&t, table, call);
		text_addf(&t, "\n      %s\n", _(call->help));
		options |= call_options(table, call);
	}
	explain_options(&t, table, brief ? ~0u : options);
	text_add(
	    &t,
	    _("\nKode keluar: 0 selesai, 1 ditolak aturan, 2 salah pakai, 3 gangguan luar, boleh diulang.\n"));
	out_text(t.s);
}

static bool is_family(const struct call_table *t, const char *word)
{
	for (size_t i = 0; i < t->call_count; i++) {
		if (call_in_family(&t->calls[i], word))
			return true;
	}
	return false;
}

bool cmd_help(struct cmd *c, struct fault *why)
{
	if (c->word_count == 0) {
		explain(c, NULL, NULL);
		return true;
	}
	const struct call *one = call_named(c->table, c->words, c->word_count);
	const char *family = c->words[0];
	if (one == NULL && (c->word_count > 1 || !is_family(c->table, family)))
		return call_find(c->table, c->words, c->word_count, c->a, why) != NULL;
	explain(c, one, one == NULL ? family : NULL);
	return true;
}
