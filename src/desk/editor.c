/* The user's own editor. */
#include "editor.h"

#include <string.h>

#include "loket/text.h"

enum { WORDS_MOST = 16, OWNER_ONLY = 0600 };

/* One run of the editor. */
struct editing {
	const char *const *argv;
	bool good;
	struct fault *why;
};

/* The words of $VISUAL or $EDITOR, found along $PATH, and the file. */
static const char *const *words(const char *file, struct arena *a)
{
	static const char blank[] = " ";
	const char **argv = arena_get(a, WORDS_MOST + 3, sizeof *argv);
	const char *s = env_text("VISUAL");
	size_t n = 0;
	s = text_is_empty(s) ? env_text("EDITOR") : s;
	s = text_is_empty(s) ? "vi" : s;
	argv[n++] = "/usr/bin/env";
	while (*(s += strspn(s, blank)) != '\0' && n <= WORDS_MOST) {
		size_t length = strcspn(s, blank);
		argv[n++] = arena_copy(a, s, length);
		s += length;
	}
	argv[n] = file;
	return argv;
}

static void run(void *with)
{
	struct editing *e = with;
	struct child child;
	int code = 0;
	e->good = child_start(&child, e->argv, false, e->why);
	if (!e->good)
		return;
	child_wait(&child, -1, &code);
	e->good = code == 0 ||
	          fault_set(e->why, FAULT_OUTSIDE,
	                    N_("Penyunting %1 gagal; teks tetap seperti semula"), e->argv[1]);
}

bool editor_run(struct term *t, const struct home *h, const char *text, struct arena *a,
                const char **out, struct fault *why)
{
	const char *file = home_file(h, arena_print(a, "edit-%s.txt", id_new().text), a);
	struct editing e = { .argv = words(file, a), .why = why };
	struct bytes b = { 0 };
	if (!file_write(file, text, strlen(text), OWNER_ONLY, why))
		return false;
	term_lend(t, run, &e);
	bool good = e.good && file_read(file, (size_t)4 * PASTE_MOST, a, &b, why);
	file_drop(file);
	*out = good ? (const char *)b.data : text;
	return good;
}
