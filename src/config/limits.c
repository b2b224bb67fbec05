/* data/limits.xml: in how many days something is done, and what that is worth. */
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

static int points_of(struct source *s, const struct xml_node *n, const char *attribute)
{
	const char *text = text_of(s, n, attribute);
	long long points = 0;
	bool below = text[0] == '-';
	(void)text_number(text + below, 0, INT32_MAX, &points);
	return (int)(below ? -points : points);
}

/* A later grade of a limit takes in more days than an earlier one, or it would never count. */
static bool grade_follows(struct source *s, const struct xml_node *n, const struct limit *l,
                          const struct limit_grade *grade)
{
	const struct limit_grade *before = grade - 1;
	if (l->grade_count == 0 ||
	    (l->before ? grade->days < before->days : grade->days > before->days))
		return true;
	return refuse(s, n, N_("days=\"%1\" sudah termasuk grade di atasnya; urutkan"),
	              text_of(s, n, "days"));
}

static bool limit_read(struct source *s, const struct xml_node *n, struct limit *l)
{
	struct limit_grade *grades = arena_get(s->a, count_of(n, "grade") + 1, sizeof *grades);
	*l = (struct limit){ .key = text_of(s, n, "key"),
		             .name = text_of(s, n, "name"),
		             .shorter = text_of(s, n, "short"),
		             .from = text_of(s, n, "from"),
		             .to = text_of(s, n, "to"),
		             .source = text_of(s, n, "source"),
		             .before = text_same(text_of(s, n, "how"), "before"),
		             .week_ends = (int)number_of(s, n, "week-ends"),
		             .grades = grades,
		             .otherwise = points_of(s, n, "otherwise") };
	l->never = text_is_empty(text_of(s, n, "never")) ? l->otherwise : points_of(s, n, "never");
	for (const struct xml_node *at = xml_child(n, "grade"); at != NULL;
	     at = xml_next(at, "grade")) {
		struct limit_grade *grade = &grades[l->grade_count];
		*grade = (struct limit_grade){ (int)number_of(s, at, "days"),
			                       points_of(s, at, "points") };
		if (!grade_follows(s, at, l, grade))
			return false;
		l->grade_count++;
	}
	return true;
}

static bool works_read(struct source *s, const struct xml_node *root)
{
	struct rulebook *b = s->book;
	struct work_limit *all = arena_get(s->a, count_of(root, "work") + 1, sizeof *all);
	for (const struct xml_node *n = xml_child(root, "work"); n != NULL; n = xml_next(n, "work"))
		all[b->work_count++] = (struct work_limit){ .key = text_of(s, n, "key"),
			                                    .name = text_of(s, n, "name"),
			                                    .source = text_of(s, n, "source"),
			                                    .days = (int)number_of(s, n, "days") };
	b->works = all;
	return keys_differ(s, root, "work", "key");
}

static bool limits_read(struct source *s, const struct xml_node *root)
{
	struct rulebook *b = s->book;
	struct limit *all = arena_get(s->a, count_of(root, "limit") + 1, sizeof *all);
	for (const struct xml_node *n = xml_child(root, "limit"); n != NULL;
	     n = xml_next(n, "limit")) {
		if (!limit_read(s, n, &all[b->limit_count++]))
			return false;
	}
	b->limits = all;
	b->limit_fair = (int)number_of(s, root, "fair");
	return keys_differ(s, root, "limit", "key") && works_read(s, root);
}

const struct data_file data_limits = { "data/limits.xml", "data/xsd/limits.xsd",
	                               N_("Batas waktu dan poinnya"), limits_read, NULL };
