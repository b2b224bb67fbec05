/* The language of the sentences. They are written in Indonesian and stay so in every locale;
 * another language is taken only when LANGUAGE asks for it by name. */
#include <libintl.h>
#include <locale.h>
#include <stdio.h>

#include "loket/sys.h"

void language_open(void)
{
	struct home h;
	struct fault why;
	char folder[sizeof h.share + 16] = LOKET_PREFIX "/share/locale";
	if (env_text("LANGUAGE")[0] == '\0')
		return;
	if (home_find(&h, &why)) {
		char built[sizeof folder];
		snprintf(built, sizeof built, "%s/build/locale", h.share);
		if (file_exists(built))
			snprintf(folder, sizeof folder, "%s", built);
	}
	/* gettext() looks at LANGUAGE only in a locale other than "C" */
	if (setlocale(LC_MESSAGES, "C.UTF-8") != NULL && bindtextdomain("loket", folder) != NULL)
		bind_textdomain_codeset("loket", "UTF-8");
}
