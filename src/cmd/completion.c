/* Completion of the shells, made of the table and of the court's data. Each script finds out at
 * which place the cursor stands, "print:0" for the first word behind `loket print`, ":-1" for the
 * command itself and "user:-1" for the second word of a family; the table's rows are its cases. */
#include <string.h>

#include "loket/list.h"

#include "calls.h"

/* ---- what all three say ---- */

struct script {
	const struct cmd *c;
	struct text out;
};

static bool is_family(const struct call *call)
{
	return strchr(call->name, ' ') != NULL;
}

static const char *family_of(const struct script *s, const struct call *call)
{
	return arena_copy(s->c->a, call->name, strcspn(call->name, " "));
}

/* Does the row begin a family, or stand alone? */
static bool is_first(const struct script *s, size_t i)
{
	const struct call *calls = s->c->table->calls;
	return i == 0 || !call_in_family(&calls[i - 1], family_of(s, &calls[i]));
}

static void add_families(struct script *s, const char *between)
{
	bool any = false;
	for (size_t i = 0; i < s->c->table->call_count; i++) {
		const struct call *call = &s->c->table->calls[i];
		if (!is_family(call) || !is_first(s, i))
			continue;
		text_addf(&s->out, "%s%s", any ? between : "", family_of(s, call));
		any = true;
	}
}

/* The options that a word of their own follows. */
static void add_options_with_value(struct script *s, const char *between)
{
	bool any = false;
	for (size_t i = 0; i < s->c->table->option_count; i++) {
		const struct option_row *o = &s->c->table->options[i];
		if (o->argument == NULL)
			continue;
		text_addf(&s->out, "%s--%s", any ? between : "", o->name);
		any = true;
	}
}

/* "'print:0'"; where the word may come again `star` ends it: "'filing import:*'", "'filing import:'*". */
static const char *place_name(const struct script *s, const struct call *call, size_t place,
                              const char *star)
{
	bool repeats;
	size_t count = call_places(call, &repeats, s->c->a);
	return repeats && place + 1 == count ? arena_print(s->c->a, "'%s:%s", call->name, star)
	                                     : arena_print(s->c->a, "'%s:%zu'", call->name, place);
}

/* In single quotes of a shell; `quote` is what stands for one inside. */
static void add_quoted(struct text *t, const char *s, const char *quote)
{
	text_add(t, "'");
	for (; *s != '\0'; s++) {
		if (*s == '\'')
			text_add(t, quote);
		else
			text_add_bytes(t, s, 1);
	}
	text_add(t, "'");
}

/* ---- bash ---- */

static void bash_offer(struct script *s, const struct offer *offer)
{
	if (offer->kind == OFFER_WORDS)
		text_addf(&s->out, " _loket_words '%s' \"$word\" ;;\n", offer->words);
	else if (offer->kind == OFFER_FIELDS)
		text_add(
		    &s->out,
		    " compopt -o nospace; _loket_words \"$(_loket_fields \"${said[1]}\")\" \"$word\" ;;\n");
	else if (offer->kind == OFFER_FILES)
		text_add(
		    &s->out,
		    " compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$word\") ;;\n");
	else
		text_add(&s->out, " ;;\n");
}

static void bash_options(struct script *s, option_set options)
{
	text_add(&s->out, " _loket_words '");
	for (size_t i = 0; i < s->c->table->option_count; i++) {
		if ((options & TAKES(i)) != 0)
			text_addf(&s->out, "--%s ", s->c->table->options[i].name);
	}
	text_add(&s->out, "' \"$word\" ;;\n");
}

static void bash_places(struct script *s, const struct call *call)
{
	bool repeats;
	size_t count = call_places(call, &repeats, s->c->a);
	for (size_t i = 0; i < count; i++) {
		struct offer offer = offer_of(s->c, call_word(call, i, s->c->a));
		text_addf(&s->out, "\t%s)", place_name(s, call, i, "'*"));
		bash_offer(s, &offer);
	}
}

static void bash_seconds(struct script *s, size_t from)
{
	const struct call_table *t = s->c->table;
	const char *family = family_of(s, &t->calls[from]);
	text_addf(&s->out, "\t'%s:-1') _loket_words '", family);
	for (size_t i = from; i < t->call_count && call_in_family(&t->calls[i], family); i++)
		text_addf(&s->out, "%s ", strchr(t->calls[i].name, ' ') + 1);
	text_add(&s->out, "' \"$word\" ;;\n");
}

static void bash_option_values(struct script *s)
{
	const struct call_table *t = s->c->table;
	text_add(&s->out, "\tcase $before in\n");
	for (size_t i = 0; i < t->option_count; i++) {
		if (t->options[i].argument == NULL)
			continue;
		struct offer offer = offer_of(s->c, t->options[i].argument);
		text_addf(&s->out, "\t--%s)", t->options[i].name);
		bash_offer(s, &offer);
	}
	text_add(&s->out, "\tesac\n\tcase $before in\n\t");
	add_options_with_value(s, " | ");
	text_add(&s->out, ") return ;;\n\tesac\n");
}

static void write_bash(struct script *s)
{
	const struct call_table *t = s->c->table;
	text_add(
	    &s->out,
	    "# bash completion of loket, written by `loket completion bash`; see loket(1)\n"
	    "_loket_words() { mapfile -t COMPREPLY < <(compgen -W \"$1\" -- \"$2\"); }\n"
	    "_loket_fields() { loket step \"$1\" --fields --format csv 2>/dev/null | sed -n '2,$s/,.*/=/p'; }\n"
	    "_loket() {\n"
	    "\tlocal word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} said=() i\n"
	    "\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
	    "\t\tcase ${COMP_WORDS[i]} in\n\t\t");
	add_options_with_value(s, " | ");
	text_add(&s->out, ") ((i++)) ;;\n"
	                  "\t\t-*) ;;\n"
	                  "\t\t*) said+=(\"${COMP_WORDS[i]}\") ;;\n"
	                  "\t\tesac\n"
	                  "\tdone\n"
	                  "\tlocal command=${said[0]} at=$((${#said[@]} - 1))\n"
	                  "\tcase $command in\n\t");
	add_families(s, " | ");
	text_add(&s->out, ") command=${said[*]:0:2} at=$((at - 1)) ;;\n\tesac\n");
	bash_option_values(s);
	text_add(&s->out, "\tif [[ $word == -* ]]; then\n\t\tcase $command in\n");
	for (size_t i = 0; i < t->call_count; i++) {
		text_addf(&s->out, "\t\t'%s')", t->calls[i].name);
		bash_options(s, call_options(t, &t->calls[i]));
	}
	text_add(&s->out, "\t\t*)");
	bash_options(s, t->of_first);
	text_add(&s->out, "\t\tesac\n\t\treturn\n\tfi\n\tcase $command:$at in\n\t:-1)");
	const struct offer first = offer_of(s->c, "PERINTAH");
	bash_offer(s, &first);
	for (size_t i = 0; i < t->call_count; i++) {
		if (is_family(&t->calls[i]) && is_first(s, i))
			bash_seconds(s, i);
		bash_places(s, &t->calls[i]);
	}
	text_add(&s->out, "\tesac\n}\ncomplete -F _loket loket\n");
}

/* ---- zsh ---- */

static const char zsh_quote[] = "'\\''";

static void zsh_offer(struct script *s, const struct offer *offer)
{
	if (offer->kind == OFFER_WORDS)
		text_addf(&s->out, " compadd -- %s ;;\n", offer->words);
	else if (offer->kind == OFFER_FIELDS)
		text_add(
		    &s->out,
		    " compadd -S '' -- ${(f)\"$(loket step $said[2] --fields --format csv 2>/dev/null | sed -n '2,$s/,.*/=/p')\"} ;;\n");
	else if (offer->kind == OFFER_FILES)
		text_add(&s->out, " _files ;;\n");
	else
		text_add(&s->out, " ;;\n");
}

/* "name:what it is for" of a list that _describe shows. */
static void zsh_item(struct script *s, const char *dashes, const char *name, const char *help)
{
	text_add(&s->out, " ");
	add_quoted(&s->out, arena_print(s->c->a, "%s%s:%s", dashes, name, help), zsh_quote);
}

static void zsh_options(struct script *s, option_set options)
{
	text_add(&s->out, " list=(");
	for (size_t i = 0; i < s->c->table->option_count; i++) {
		const struct option_row *o = &s->c->table->options[i];
		if ((options & TAKES(i)) != 0)
			zsh_item(s, "--", o->name, _(o->help));
	}
	text_add(&s->out, " ); _describe -o loket list ;;\n");
}

static void zsh_places(struct script *s, const struct call *call)
{
	bool repeats;
	size_t count = call_places(call, &repeats, s->c->a);
	for (size_t i = 0; i < count; i++) {
		struct offer offer = offer_of(s->c, call_word(call, i, s->c->a));
		text_addf(&s->out, "\t(%s)", place_name(s, call, i, "'*"));
		zsh_offer(s, &offer);
	}
}

static void zsh_firsts(struct script *s)
{
	const struct call_table *t = s->c->table;
	text_add(&s->out, "\t(:-1) list=(");
	for (size_t i = 0; i < t->call_count; i++) {
		if (is_first(s, i))
			zsh_item(s, "", family_of(s, &t->calls[i]),
			         is_family(&t->calls[i]) ? "…" : _(t->calls[i].help));
	}
	text_add(&s->out, " ); _describe loket list ;;\n");
}

static void zsh_seconds(struct script *s, size_t from)
{
	const struct call_table *t = s->c->table;
	const char *family = family_of(s, &t->calls[from]);
	text_addf(&s->out, "\t('%s:-1') list=(", family);
	for (size_t i = from; i < t->call_count && call_in_family(&t->calls[i], family); i++)
		zsh_item(s, "", strchr(t->calls[i].name, ' ') + 1, _(t->calls[i].help));
	text_add(&s->out, " ); _describe loket list ;;\n");
}

static void write_zsh(struct script *s)
{
	const struct call_table *t = s->c->table;
	text_add(&s->out,
	         "#compdef loket\n"
	         "# zsh completion of loket, written by `loket completion zsh`; see loket(1)\n"
	         "_loket() {\n"
	         "\tlocal -a said list\n"
	         "\tlocal i command at\n"
	         "\tfor ((i = 2; i < CURRENT; i++)); do\n"
	         "\t\tcase $words[i] in\n\t\t(");
	add_options_with_value(s, "|");
	text_add(&s->out, ") ((i++)) ;;\n"
	                  "\t\t(-*) ;;\n"
	                  "\t\t(*) said+=(\"$words[i]\") ;;\n"
	                  "\t\tesac\n"
	                  "\tdone\n"
	                  "\tcommand=$said[1] at=$(($#said - 1))\n"
	                  "\tcase $command in\n\t(");
	add_families(s, "|");
	text_add(&s->out, ") command=\"$said[1,2]\" at=$((at - 1)) ;;\n\tesac\n"
	                  "\tcase $words[CURRENT-1] in\n");
	for (size_t i = 0; i < t->option_count; i++) {
		if (t->options[i].argument == NULL)
			continue;
		struct offer offer = offer_of(s->c, t->options[i].argument);
		text_addf(&s->out, "\t(--%s)", t->options[i].name);
		zsh_offer(s, &offer);
	}
	text_add(&s->out, "\tesac\n\tcase $words[CURRENT-1] in\n\t(");
	add_options_with_value(s, "|");
	text_add(&s->out, ") return ;;\n\tesac\n"
	                  "\tif [[ $words[CURRENT] == -* ]]; then\n\t\tcase $command in\n");
	for (size_t i = 0; i < t->call_count; i++) {
		text_addf(&s->out, "\t\t('%s')", t->calls[i].name);
		zsh_options(s, call_options(t, &t->calls[i]));
	}
	text_add(&s->out, "\t\t(*)");
	zsh_options(s, t->of_first);
	text_add(&s->out, "\t\tesac\n\t\treturn\n\tfi\n\tcase $command:$at in\n");
	zsh_firsts(s);
	for (size_t i = 0; i < t->call_count; i++) {
		if (is_family(&t->calls[i]) && is_first(s, i))
			zsh_seconds(s, i);
		zsh_places(s, &t->calls[i]);
	}
	text_add(&s->out, "\tesac\n}\n_loket \"$@\"\n");
}

/* ---- fish ---- */

static const char fish_quote[] = "\\'";

static void fish_help(struct script *s, const char *help)
{
	text_add(&s->out, " -d ");
	add_quoted(&s->out, help, fish_quote);
	text_add(&s->out, "\n");
}

static void fish_at(struct script *s, const char *place, const char *word, const char *help)
{
	text_addf(&s->out, "complete -c loket -n \"__loket_at '%s'\" -a '%s'", place, word);
	fish_help(s, help);
}

static void fish_places(struct script *s, const struct call *call)
{
	bool repeats;
	size_t count = call_places(call, &repeats, s->c->a);
	for (size_t i = 0; i < count; i++) {
		struct offer offer = offer_of(s->c, call_word(call, i, s->c->a));
		const char *place = place_name(s, call, i, "*'");
		if (offer.kind == OFFER_WORDS)
			text_addf(&s->out, "complete -c loket -n \"__loket_at %s\" -a '%s'\n",
			          place, offer.words);
		else if (offer.kind == OFFER_FILES)
			text_addf(&s->out, "complete -c loket -n \"__loket_at %s\" -F\n", place);
		else if (offer.kind == OFFER_FIELDS)
			text_addf(&s->out,
			          "complete -c loket -n \"__loket_at %s\" -a '(__loket_fields)'\n",
			          place);
	}
}

static void fish_option(struct script *s, size_t which)
{
	const struct call_table *t = s->c->table;
	const struct option_row *o = &t->options[which];
	text_add(&s->out, "complete -c loket -n '__loket_in");
	for (size_t i = 0; i < t->call_count; i++) {
		if ((call_options(t, &t->calls[i]) & TAKES(which)) != 0)
			text_addf(&s->out, " \"%s\"", t->calls[i].name);
	}
	if ((t->of_first & TAKES(which)) != 0)
		text_add(&s->out, " \"\"");
	text_addf(&s->out, "' -l %s", o->name);
	if (o->argument != NULL) {
		struct offer offer = offer_of(s->c, o->argument);
		if (offer.kind == OFFER_WORDS)
			text_addf(&s->out, " -x -a '%s'", offer.words);
		else
			text_add(&s->out, offer.kind == OFFER_FILES ? " -r -F" : " -x");
	}
	fish_help(s, _(o->help));
}

static void write_fish(struct script *s)
{
	const struct call_table *t = s->c->table;
	text_add(&s->out,
	         "# fish completion of loket, written by `loket completion fish`; see loket(1)\n"
	         "function __loket_said\n"
	         "\tset -l skip 0\n"
	         "\tfor word in (commandline -opc)[2..]\n"
	         "\t\tif test $skip = 1\n\t\t\tset skip 0\n\t\t\tcontinue\n\t\tend\n"
	         "\t\tswitch $word\n\t\t\tcase ");
	add_options_with_value(s, " ");
	text_add(&s->out, "\n\t\t\t\tset skip 1\n"
	                  "\t\t\tcase '-*'\n"
	                  "\t\t\tcase '*'\n\t\t\t\techo $word\n"
	                  "\t\tend\n\tend\nend\n"
	                  "function __loket_place\n"
	                  "\tset -l said (__loket_said)\n"
	                  "\tset -l command \"$said[1]\"\n"
	                  "\tset -l at (math (count $said) - 1)\n"
	                  "\tif contains -- $command ");
	add_families(s, " ");
	text_add(
	    &s->out,
	    "\n\t\tset command (string join ' ' -- $said[1..2])\n\t\tset at (math $at - 1)\n\tend\n"
	    "\techo $command:$at\nend\n"
	    "function __loket_at\n\tstring match -q -- $argv[1] (__loket_place)\nend\n"
	    "function __loket_in\n\tcontains -- (string replace -r ':[-0-9]*$' '' -- (__loket_place)) $argv\nend\n"
	    "function __loket_fields\n\tset -l said (__loket_said)\n"
	    "\tloket step $said[2] --fields --format csv 2>/dev/null | sed -n '2,$s/,.*/=/p'\nend\n"
	    "complete -c loket -f\n");
	for (size_t i = 0; i < t->call_count; i++) {
		const struct call *call = &t->calls[i];
		const char *family = family_of(s, call);
		if (is_first(s, i))
			fish_at(s, ":-1", family, is_family(call) ? "…" : _(call->help));
		if (is_family(call))
			fish_at(s, arena_print(s->c->a, "%s:-1", family),
			        strchr(call->name, ' ') + 1, _(call->help));
		fish_places(s, call);
	}
	for (size_t i = 0; i < t->option_count; i++)
		fish_option(s, i);
}

/* ---- the command ---- */

static const struct {
	const char *name;
	void (*write)(struct script *s);
} shells[] = { { "bash", write_bash }, { "zsh", write_zsh }, { "fish", write_fish } };

bool cmd_completion(struct cmd *c, struct fault *why)
{
	struct script s = { c, text_start(c->a) };
	for (size_t i = 0; i < COUNT_OF(shells); i++) {
		if (text_same(shells[i].name, c->words[0]))
			shells[i].write(&s);
	}
	out_text(s.out.s);
	return true;
}
