/* The message line, the fault that stands, and the last messages. */
#include "remarks.h"

#include <stdio.h>

#include "loket/fault.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "wrap.h"

enum { MARGIN = 1, SHARE = 4 /* of the window at most */, TEXT_ROOM = REMARK_ROOM + 16 };

static struct remark *kept_at(struct remarks *all, size_t at)
{
	return &all->kept[(all->first + at) % REMARKS_KEPT];
}

/* Does it say the same as the last one? */
static bool repeats(struct remarks *all, const struct remark *m)
{
	if (all->count == 0)
		return false;
	const struct remark *last = kept_at(all, all->count - 1);
	return last->style == m->style && text_same(last->text, m->text);
}

void remarks_say(struct remarks *all, struct remark *m, instant now)
{
	if (m->text[0] == '\0')
		return;
	bool same = repeats(all, m);
	m->times = 1 + (same ? kept_at(all, all->count - 1)->times : 0);
	m->at = now;
	if (!same && all->count == REMARKS_KEPT)
		all->first = (all->first + 1) % REMARKS_KEPT;
	else if (!same)
		all->count++;
	*kept_at(all, all->count - 1) = *m;
	all->rings = all->rings || m->style == STYLE_FAULT;
}

static bool is_kept(const struct remarks *all, const struct remark *m)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct remark *one = &all->kept[(all->first + i) % REMARKS_KEPT];
		if (one->style == m->style && text_same(one->text, m->text))
			return true;
	}
	return false;
}

void remarks_stand(struct remarks *all, struct remark *standing, const struct remark *now,
                   bool again)
{
	bool same = standing->style == now->style && text_same(standing->text, now->text);
	if (same && !again)
		return;
	int times = same ? standing->times : 0;
	*standing = *now;
	if (again || !is_kept(all, standing)) /* to go from field to field says nothing new */
		remarks_say(all, standing, now->at);
	standing->times = times + 1;
}

/* ---- the picture ---- */

static void whole(const struct remark *m, char *out, size_t capacity)
{
	if (m->times > 1 && m->text[0] != '\0')
		snprintf(out, capacity, "%s (%d×)", m->text, m->times);
	else
		snprintf(out, capacity, "%s", m->text);
}

static int lines_of(const struct remark *m, int cols)
{
	char text[TEXT_ROOM];
	size_t length, next;
	int lines = m->text[0] != '\0';
	whole(m, text, sizeof text);
	for (const char *s = text; lines > 0 && wrap_line(s, cols - 2 * MARGIN, &length, &next);
	     s += next)
		lines++;
	return lines;
}

/* What stands keeps its first line, whatever was said since. */
static int standing_rows(const struct remark *standing, int most, int cols)
{
	int lines = lines_of(standing, cols);
	return lines < most ? lines : most;
}

int remarks_rows(const struct remark *standing, const struct remark *last, int rows, int cols)
{
	int most = rows / SHARE, above = standing_rows(standing, most - 1, cols),
	    said = lines_of(last, cols);
	said = said > 1 ? said : 1;
	return above + said < most ? above + said : most;
}

/* A text that is longer than `rows` is cut there. */
static void draw(const struct remark *m, struct cells *c, int row, int rows)
{
	char text[TEXT_ROOM], line[TEXT_ROOM];
	const char *s = text;
	int width = c->cols - 2 * MARGIN;
	whole(m, text, sizeof text);
	for (int i = 0; i < rows && *s != '\0'; i++) {
		const char *rest = s;
		bool last = i + 1 == rows;
		(void)wrap_take(&s, width, line, sizeof line);
		const char *shown = last ? rest : line;
		int columns = text_columns(shown);
		cells_put_fit(c, row + i, MARGIN, columns < width ? columns : width, m->style,
		              shown);
	}
}

void remarks_draw(const struct remark *standing, const struct remark *last, struct cells *c)
{
	int rows = remarks_rows(standing, last, c->rows, c->cols), top = c->rows - 1 - rows,
	    above = standing_rows(standing, c->rows / SHARE - 1, c->cols);
	draw(standing, c, top, above);
	draw(last, c, top + above, rows - above);
}

/* ---- all of them ---- */

const char *remarks_whole(const struct remarks *all, const struct zone *zone, struct arena *a)
{
	struct text t = text_start(a);
	for (size_t i = all->count; i > 0; i--) {
		const struct remark *m = &all->kept[(all->first + i - 1) % REMARKS_KEPT];
		char text[TEXT_ROOM];
		whole(m, text, sizeof text);
		text_addf(&t, "%s%s  %s", i < all->count ? "\n" : "", shown_clock(a, m->at, zone),
		          text);
	}
	return t.length > 0 ? t.s : _("Belum ada pesan.");
}
