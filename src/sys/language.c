/* The language of the sentences. They are written in Indonesian and stay so in every locale;
 * another language is taken only when LANGUAGE asks for it by name. */
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "loket/sys.h"

enum { CATALOGUE_MOST = 4 << 20, LANGUAGE_MOST = 16 };

/* Lasts as long as the process. */
/* lint: L7 gettext() keeps its catalogue like this too */
static struct arena kept;

static void sentences_open(const char *folder, const char *language)
{
	char path[2048];
	struct bytes b;
	struct fault why;
	kept = arena_start(CATALOGUE_MOST + 4096);
	int first = (int)strcspn(language, ":_.");
	snprintf(path, sizeof path, "%s/%.*s/LC_MESSAGES/loket.mo", folder,
	         first < LANGUAGE_MOST ? first : LANGUAGE_MOST, language);
	if (file_exists(path) && file_read(path, CATALOGUE_MOST, &kept, &b, &why))
		sentences_from(b.data, b.size);
}

void language_open(void)
{
	struct home h;
	struct fault why;
	char folder[sizeof h.share + 16];
	if (env_text("LANGUAGE")[0] == '\0' || !home_find(&h, &why))
		return;
	snprintf(folder, sizeof folder, "%s%s", h.share, h.built ? "/build/locale" : "/../locale");
	/* gettext() looks at LANGUAGE only in a locale other than "C" */
	if (setlocale(LC_MESSAGES, "C.UTF-8") != NULL && bindtextdomain("loket", folder) != NULL)
		bind_textdomain_codeset("loket", "UTF-8");
	sentences_open(folder, env_text("LANGUAGE"));
}
