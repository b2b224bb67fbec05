/* data/sop.xml: the SOP as its document gives it. Words and norms are the court's; which steps
 * there are, and in which order, must be what this program carries out. */
#include "loket/command.h"

#include "private.h"

static void heads_read(struct source *s, const struct xml_node *root)
{
	size_t count = count_of(root, "head"), i = 0;
	struct sop_head *heads = arena_get(s->a, count + 1, sizeof *heads);
	for (const struct xml_node *n = xml_child(root, "head"); n != NULL;
	     n = xml_next(n, "head")) {
		heads[i].part = text_of(s, n, "part");
		heads[i].count = contents_of(s, n, "line", &heads[i].lines);
		i++;
	}
	s->book->sop.head = heads;
	s->book->sop.head_count = count;
}

static bool step_fits(struct source *s, const struct xml_node *n, size_t place, const char *key)
{
	if (place >= court_sop_count)
		return refuse(
		    s, n, N_("langkah \"%1\" tidak dikenal; sesudah \"%2\" tidak ada langkah lagi"),
		    key, court_steps[court_sop_count - 1]->key);
	if (text_same(court_steps[place]->key, key))
		return true;
	return refuse(s, n, N_("langkah \"%1\" tidak pada tempatnya; di sini seharusnya \"%2\""),
	              key, court_steps[place]->key);
}

static struct sop_step step_read(struct source *s, const struct xml_node *n)
{
	return (struct sop_step){ .key = text_of(s, n, "key"),
		                  .name = text_of(s, n, "name"),
		                  .rail = xml_attribute(n, "rail", text_of(s, n, "name"), s->a),
		                  .title = xml_child_content(n, "title", s->a),
		                  .actor = text_of(s, n, "actor"),
		                  .needs = xml_child_content(n, "needs", s->a),
		                  .output = xml_child_content(n, "output", s->a),
		                  .norm = (int)number_of(s, n, "norm") };
}

static bool steps_read(struct source *s, const struct xml_node *root)
{
	size_t count = count_of(root, "step"), i = 0;
	struct sop_step *steps = arena_get(s->a, count + 1, sizeof *steps);
	struct choice *choices = list_make(s, "langkah", count);
	for (const struct xml_node *n = xml_child(root, "step"); n != NULL;
	     n = xml_next(n, "step"), i++) {
		steps[i] = step_read(s, n);
		choices[i] = (struct choice){ steps[i].key, steps[i].name, "" };
		s->book->sop.sum += steps[i].norm;
		if (!step_fits(s, n, i, steps[i].key))
			return false;
	}
	s->book->sop.steps = steps;
	s->book->sop.step_count = count;
	if (count == court_sop_count)
		return true;
	return refuse(
	    s, root,
	    N_("langkah \"%1\" belum ditulis; tambahkan <step key=\"%1\" …> sesudah yang terakhir"),
	    court_steps[count]->key);
}

static bool sop_read(struct source *s, const struct xml_node *root)
{
	s->book->sop.title = text_of(s, root, "title");
	s->book->sop.source = text_of(s, root, "source");
	s->book->sop.stated_total = (int)number_of(s, root, "stated-total");
	heads_read(s, root);
	return steps_read(s, root);
}

const struct data_file data_sop = { "data/sop.xml", "data/xsd/sop.xsd", N_("SOP"), sop_read, NULL };
