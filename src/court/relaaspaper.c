/* The view of a relaas: its sentences are those of data/letters.xml, its order follows HIR 388-390,
 * 121(2) and Buku II. */
#include "loket/list.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

/* A part with one sentence is a value, one with several is rows. */
static void put_part(struct view *v, const struct letter_part *part,
                     const struct letter_lines *lines)
{
	if (part->most <= 1) {
		view_put(v, part->key, letter_says(lines, part->key));
		return;
	}
	view_rows(v, part->key, "teks garis");
	for (size_t i = 0; i < lines->count; i++) {
		const struct letter_line *line = &lines->items[i];
		if (line->part != part)
			continue;
		view_row(v);
		view_put(v, "teks", line->text);
		view_put(v, "garis",
		         line->sentence->lines == 0 ? ""
		                                    : number_text(line->sentence->lines, v->a));
		view_row_end(v);
	}
	view_rows_end(v);
}

void relaas_put(struct view *v, const struct letter *letter, const struct letter_lines *lines)
{
	for (size_t i = 0; letter != NULL && i < letter->part_count; i++)
		put_part(v, &letter->parts[i], lines);
}

const char *paper_relaas(const struct rulebook *b, const struct filing *f, const struct printing *p,
                         struct arena *a)
{
	const struct relaas_of of = { filing_summons(f, p->which), p->bailiff };
	const struct summons *s = of.summons;
	struct letter_lines lines;
	if (s == NULL)
		return NULL;
	struct view v = view_start(a);
	relaas_write(b, f, &of, a, &lines);
	view_head(&v, b, p->now, p->again);
	view_copies(&v, b, "relaas");
	view_put(&v, "nomor", f->number.number);
	view_flag(&v, "elektronik", filed_electronically(filing_values(f, PIHAK)));
	call_put_party(&v, b, f, s, p->now);
	call_put_hearing(&v, b, s);
	call_put_sides(&v, b, f);
	relaas_put(&v, rulebook_letter(b, "relaas"), &lines);
	view_put(&v, "qr", arena_print(a, "%s|relaas %d", f->number.number, s->number));
	return view_finish(&v);
}
