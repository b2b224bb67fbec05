/* F2 at step 9: the sentences of each relaas, each with the article it rests on. */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "filing.h"

/* The parts that are sentences; the others are names, labels and who signs. */
static bool is_sentence(const struct letter_part *part)
{
	static const char *const parts[] = { "pembuka", "tempat", "sebagai", "menghadap",
		                             "perkara", "isi",    "tutup" };
	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		if (text_same(part->key, parts[i]))
			return true;
	}
	return false;
}

static const char *bailiff_name(const struct filing_view *v, const char *user)
{
	const struct form_scope *scope = &v->face.session.form.scope;
	const struct choices *all = choices_named(scope->lists, scope->list_count, "jurusita");
	const struct choice *one = all == NULL ? NULL : choices_find(all, user);
	return one == NULL ? user : one->label;
}

static void add_relaas(struct text *t, const struct filing_view *v, const struct summons *s)
{
	struct letter_lines lines;
	const struct session *session = &v->face.session;
	const struct relaas_of of = { s, bailiff_name(v, s->bailiff) };
	const struct channel *channel = rulebook_channel(session->book, s->channel);
	relaas_write(session->book, &session->filing, &of, v->face.a, &lines);
	text_addf(t, "%s%s. %s, %s: %s\n", t->length > 0 ? "\n\n" : "",
	          shown_number(v->face.a, s->number), s->name, s->label,
	          channel == NULL ? s->channel : _(channel->name));
	for (size_t i = 0; i < lines.count; i++) {
		if (is_sentence(lines.items[i].part))
			text_addf(t, "\n%s\n  %s%s\n", lines.items[i].text, _("Dasar: "),
			          lines.items[i].sentence->source);
	}
}

struct intent sentences_open(void *model, struct desk *d)
{
	const struct filing_view *v = model;
	const struct filing *f = &v->face.session.filing;
	struct text t = text_start(v->face.a);
	(void)d;
	for (size_t i = 0; i < f->summons_count; i++)
		add_relaas(&t, v, &f->summons[i]);
	return open_screen(&screen_help,
	                   (struct argument){ .title = _("Kalimat relaas"), .text = t.s });
}

bool sentences_any(const void *model)
{
	return ((const struct filing_view *)model)->face.session.filing.summons_count > 0;
}
