/* loket-paper: template and view in, PDF out. The desk starts it at the first print and speaks to
 * it on a pipe (loket/paper.h); by hand it makes one paper, for tests and for whoever writes a
 * template. */
#include <string.h>

#include "loket/paper.h"
#include "loket/sys.h"

static const char usage[] =
    "usage: loket-paper                                requests on standard input (loket-paper(8))\n"
    "       loket-paper --template TEMPLATE VIEW...    one PDF of the views on standard output\n"
    "       loket-paper --help | --version\n";

static int say(const struct fault *why)
{
	char sentence[1024];
	fault_say(why, sentence, sizeof sentence);
	err_text("loket-paper: ");
	err_text(sentence);
	err_text("\n");
	return (int)why->kind;
}

static bool by_hand(struct paper *p, const char *template, char **views, struct fault *why)
{
	struct bytes pdf;
	for (; *views; views++) {
		struct arena a = arena_start(2 * PAPER_VIEW_MAX);
		struct bytes view;
		bool done = file_read(*views, PAPER_VIEW_MAX, &a, &view, why) &&
		            paper_add(p, template, view, why);
		arena_drop(&a);
		if (!done)
			return false;
	}
	return paper_finish(p, &pdf, why) && pipe_write(1, pdf.data, pdf.size, why);
}

static int run(const char *template, char **views)
{
	struct home home;
	struct paper *p = NULL;
	struct fault why;
	paper_confine();
	bool done = home_find(&home, &why) && paper_open(&home, &p, &why) &&
	            (template ? by_hand(p, template, views, &why) : paper_serve(p, 0, 1, &why));
	paper_close(&p);
	return done ? 0 : say(&why);
}

int main(int argc, char **argv)
{
	if (argc == 1)
		return run(NULL, NULL);
	if (argc > 3 && strcmp(argv[1], "--template") == 0)
		return run(argv[2], argv + 3);
	if (argc == 2 && strcmp(argv[1], "--version") == 0)
		return out_text("loket-paper " LOKET_VERSION "\n"), 0;
	if (argc == 2 && strcmp(argv[1], "--help") == 0)
		return out_text(usage), 0;
	return err_text(usage), FAULT_MISUSE;
}
