/* A command line as it is typed at the desk. */
#include "line.h"

#include <string.h>

#include "loket/list.h"

enum { WORDS_MOST = 64, BEFORE = 3 /* of the program's own words */ };

struct typed_line {
	const char *words[WORDS_MOST + 1]; /* NULL-ended */
	size_t count;
	bool open;        /* it ends within its last word */
	const char *last; /* where that begins */
};

/* ---- words ---- */

/* One word from `*s` on, without its quotes; false: a quote is not closed. */
static bool word_take(const char **s, struct arena *a, const char **out)
{
	struct text t = text_start(a);
	char quote = '\0';
	for (; **s != '\0' && (quote != '\0' || **s != ' '); (*s)++) {
		if (quote == '\0' && (**s == '"' || **s == '\'')) {
			quote = **s;
		} else if (quote != '\0' && **s == quote) {
			quote = '\0';
		} else {
			*s += **s == '\\' && quote != '\'' && (*s)[1] != '\0';
			text_add_bytes(&t, *s, 1);
		}
	}
	*out = t.s;
	return quote == '\0';
}

/* False: a quote is not closed, or there are too many words. */
static bool line_read(const char *s, struct arena *a, struct typed_line *out)
{
	bool closed = true;
	*out = (struct typed_line){ .count = 0 };
	for (s += strspn(s, " "); *s != '\0' && closed; s += strspn(s, " ")) {
		if (out->count == WORDS_MOST)
			return false;
		out->last = s;
		closed = word_take(&s, a, &out->words[out->count++]);
		out->open = *s == '\0';
	}
	return closed;
}

/* One that begins another program, or the desk. */
static bool takes_terminal(const struct call *call)
{
	return text_starts(call->words, "[--");
}

static bool asks_password(const struct call *call)
{
	return text_same(call->name, "user add") || text_same(call->name, "user password");
}

static bool may_run(const struct cmd *c, const struct typed_line *l, const struct call *call,
                    struct fault *why)
{
	bool file = false;
	for (size_t i = 0; i < l->count; i++) {
		if (text_same(l->words[i], "--as") || text_starts(l->words[i], "--as="))
			return fault_set(
			    why, FAULT_REFUSED,
			    N_("Di meja perintah berjalan atas nama yang masuk; untuk orang "
			       "lain, keluar lalu masuk sebagai dia"));
		file = file || text_starts(l->words[i], "--new-password-file");
	}
	if (takes_terminal(call))
		return fault_set(why, FAULT_REFUSED,
		                 N_("loket %1 memakai terminalnya sendiri; jalankan di shell"),
		                 call->name);
	if (asks_password(call) && !file)
		return fault_set(why, FAULT_REFUSED,
		                 N_("loket %1 menanyakan kata sandi; sebut berkasnya dengan "
		                    "--new-password-file, atau pakai layar pengguna"),
		                 call->name);
	return true;
}

static const struct option_row *option_named(const struct call_table *t, const char *word)
{
	for (size_t i = 0; text_starts(word, "--") && i < t->option_count; i++) {
		if (text_same(t->options[i].name, word + 2))
			return &t->options[i];
	}
	return NULL;
}

/* The words that are no options and no words of options: the command's name and its own. */
static size_t words_of_call(const struct call_table *t, const struct typed_line *l,
                            const char **out)
{
	size_t count = 0;
	for (size_t i = 0; i < l->count; i++) {
		const struct option_row *o = option_named(t, l->words[i]);
		if (l->words[i][0] != '-')
			out[count++] = l->words[i];
		i += o != NULL && o->argument != NULL;
	}
	return count;
}

bool line_words(const struct cmd *c, const struct home *h, const char *line,
                const char *const **out, struct fault *why)
{
	struct typed_line l;
	if (!line_read(line, c->a, &l))
		return fault_set(why, FAULT_MISUSE, N_("Tanda kutip belum ditutup"));
	const char *own[WORDS_MOST + 1] = { NULL };
	size_t count = words_of_call(c->table, &l, own);
	const struct call *call = call_find(c->table, own, count, c->a, why);
	if (call == NULL || !may_run(c, &l, call, why))
		return false;
	const char **argv = arena_get(c->a, l.count + BEFORE + 1, sizeof *argv);
	argv[0] = "/usr/bin/env";
	argv[1] = DESK_PASS "=1";
	argv[2] = home_program(h, "loket", c->a);
	for (size_t i = 0; i < l.count; i++)
		argv[BEFORE + i] = l.words[i];
	*out = argv;
	return true;
}

/* ---- completion ---- */

struct offered {
	const struct cmd *c;
	const char *typed;
	const char *before; /* the line up to that word */
	struct choice *items;
	size_t count, capacity;
};

/* As it is typed: a backslash before what would end it. */
static const char *typed_as(const char *word, struct arena *a)
{
	struct text t = text_start(a);
	for (; *word != '\0'; word++) {
		if (strchr(" \"'\\", *word) != NULL)
			text_add(&t, "\\");
		text_add_bytes(&t, word, 1);
	}
	return t.s;
}

static void add(struct offered *f, const char *word, const char *help)
{
	if (!text_starts(word, f->typed))
		return;
	const char *whole = arena_print(f->c->a, "%s%s", f->before, typed_as(word, f->c->a));
	f->items = list_grow(f->c->a, f->items, f->count, &f->capacity, sizeof *f->items);
	f->items[f->count++] = (struct choice){ whole, word, help };
}

/* The files whose path begins so. */
static void add_files(struct offered *f)
{
	struct arena *a = f->c->a;
	struct folder folder = { 0 };
	struct fault none;
	const char *slash = strrchr(f->typed, '/');
	const char *path = slash == NULL ? ""
	                                 : arena_copy(a, f->typed, (size_t)(slash - f->typed) + 1);
	if (!folder_read(text_is_empty(path) ? "." : path, a, &folder, &none))
		return;
	for (size_t i = 0; i < folder.count; i++)
		add(f,
		    arena_print(a, "%s%s%s", path, folder.items[i].name,
		                folder.items[i].folder ? "/" : ""),
		    "");
}

static void add_offer(struct offered *f, struct offer offer)
{
	if (offer.kind == OFFER_FILES)
		add_files(f);
	for (const char *s = offer.words; offer.kind == OFFER_WORDS && *s != '\0';) {
		size_t n = strcspn(s, " ");
		add(f, arena_copy(f->c->a, s, n), "");
		s += n + (s[n] == ' ');
	}
}

/* Of the command, or those that may stand before one; those of a login are the desk's. */
static void add_options(struct offered *f, option_set options)
{
	const struct call_table *t = f->c->table;
	for (size_t i = 0; i < t->option_count; i++) {
		if ((options & TAKES(i)) != 0 && !text_same(t->options[i].name, "as"))
			add(f, arena_print(f->c->a, "--%s", t->options[i].name),
			    _(t->options[i].help));
	}
}

/* The first words of all commands, or the second ones of a family. */
static void add_names(struct offered *f, const char *family)
{
	const struct call_table *t = f->c->table;
	for (size_t i = 0; i < t->call_count; i++) {
		const struct call *call = &t->calls[i];
		size_t n = strcspn(call->name, " ");
		bool more = call->name[n] == ' ';
		const char *first = arena_copy(f->c->a, call->name, n);
		if (takes_terminal(call))
			continue;
		if (family == NULL && (i == 0 || !call_in_family(call - 1, first)))
			add(f, first, more ? "…" : _(call->help));
		if (family != NULL && more && text_same(first, family))
			add(f, call->name + n + 1, _(call->help));
	}
}

/* The fields of the step that the command names, "nama=". */
static void add_fields(struct offered *f, const char *step)
{
	const struct form *form = rulebook_form(f->c->book,
	                                        arena_copy(f->c->a, step, strcspn(step, ".")));
	for (size_t i = 0; form != NULL && i < form->field_count; i++) {
		const struct field *x = &form->fields[i];
		if (x->list[0] == '\0')
			add(f, arena_print(f->c->a, "%s=", x->id), _(x->label));
	}
}

static void add_place(struct offered *f, const struct call *call, const char *const *words,
                      size_t place)
{
	struct offer offer = offer_of(f->c, call_word(call, place, f->c->a));
	if (offer.kind == OFFER_FIELDS)
		add_fields(f, words[0]);
	else
		add_offer(f, offer);
}

size_t line_complete(const struct cmd *c, const char *line, const struct choice **out)
{
	struct typed_line l;
	struct offered f = { .c = c, .typed = "", .before = line };
	const char *said[WORDS_MOST + 1] = { NULL };
	(void)line_read(line, c->a, &l);
	if (l.open && l.count > 0)
		f.typed = l.words[--l.count];
	if (f.typed[0] != '\0')
		f.before = arena_copy(c->a, line, (size_t)(l.last - line));
	size_t count = words_of_call(c->table, &l, said);
	const struct option_row *before = l.count == 0
	                                      ? NULL
	                                      : option_named(c->table, l.words[l.count - 1]);
	const struct call *call = count == 0 ? NULL : call_named(c->table, said, count);
	size_t named = call == NULL ? 0 : strchr(call->name, ' ') == NULL ? 1 : 2;
	if (before != NULL && before->argument != NULL)
		add_offer(&f, offer_of(c, before->argument));
	else if (f.typed[0] == '-')
		add_options(&f, call == NULL ? c->table->of_first : call_options(c->table, call));
	else if (count == 0)
		add_names(&f, NULL);
	else if (call != NULL)
		add_place(&f, call, said + named, count - named);
	else if (count == 1)
		add_names(&f, said[0]);
	*out = f.items;
	return f.count;
}
