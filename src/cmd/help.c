/* Help, made of the table: all commands in brief, a family or one of them with its options. */
#include "calls.h"

static void usage(struct text *t, const struct call *call)
{
	text_addf(t, "  loket %s%s%s", call->name, call->words[0] == '\0' ? "" : " ", call->words);
}

static void usage_options(struct text *t, const struct call_table *table, const struct call *call)
{
	for (size_t i = 0; i < table->option_count; i++) {
		const struct option_row *o = &table->options[i];
		if ((call_options(table, call) & ~table->of_all & 1u << i) != 0)
			text_addf(t, o->argument == NULL ? " [--%s]" : " [--%s %s]", o->name,
			          o->argument);
	}
}

static void explain_options(struct text *t, const struct call_table *table, unsigned options)
{
	text_add(t, _("\nPilihan:\n"));
	for (size_t i = 0; i < table->option_count; i++) {
		const struct option_row *o = &table->options[i];
		if ((options & 1u << i) != 0)
			text_addf(t, "  --%s%s%s\n      %s\n", o->name,
			          o->argument == NULL ? "" : " ",
			          o->argument == NULL ? "" : o->argument, _(o->help));
	}
}

/* `one` alone, else those of the family, else (NULL) all. */
static void explain(const struct cmd *c, const struct call *one, const char *family)
{
	const struct call_table *table = c->table;
	struct text t = text_start(c->a);
	unsigned options = table->of_all;
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
