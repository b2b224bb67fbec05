/* What screens say and head themselves with: the message line, the title with who and when. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "loket/shown.h"
#include "loket/text.h"

#include "frame.h"
#include "keys.h"
#include "screen.h"

const char *desk_keys(const struct desk *d, const char *text)
{
	return keys_said(d->app->book, text, d->scratch);
}

void desk_say(struct desk *d, enum style style, const char *text)
{
	d->said = true;
	d->message_style = style;
	snprintf(d->message, sizeof d->message, "%s", desk_keys(d, text));
}

void desk_say_with_(struct desk *d, enum style style, const char *text, ...)
{
	va_list words;
	va_start(words, text);
	d->said = true;
	d->message_style = style;
	message_fill_rest(desk_keys(d, text), words, d->message, sizeof d->message);
	va_end(words);
}

void desk_fault(struct desk *d, const struct fault *why)
{
	d->said = true;
	d->message_style = STYLE_FAULT;
	fault_say(why, d->message, sizeof d->message);
}

void desk_say_who_may(struct desk *d, const char *right)
{
	char who[256];
	login_who_may(&d->login, right, who, sizeof who);
	desk_say(d, STYLE_WARNING, who);
}

bool desk_done(struct desk *d, bool done, const char *event, const struct fault *why)
{
	if (done)
		desk_say(d, STYLE_DONE, event);
	else
		desk_fault(d, why);
	return done;
}

struct intent desk_printed(struct desk *d, bool done, const struct printed *paper,
                           const struct fault *why)
{
	char shown[sizeof paper->path + 2];
	const char *own = env_text("HOME");
	if (!done) {
		desk_fault(d, why);
		return stay();
	}
	bool below = own[0] != '\0' && text_starts(paper->path, own);
	snprintf(shown, sizeof shown, "%s%s", below ? "~" : "",
	         paper->path + (below ? strlen(own) : 0));
	desk_say_with(d, STYLE_DONE, _("Tercetak: %1"), shown);
	return stay();
}

/* `name` and `role` may be "". */
static void head(const struct desk *d, struct cells *c, const char *title, const char *name,
                 const char *role)
{
	const struct zone *z = &d->app->book->court.zone;
	day today = instant_day(d->now, z);
	frame_head_who(c, title,
	               &(struct frame_who){ name, role, _(day_weekday_name(today)),
	                                    shown_day(d->scratch, today),
	                                    shown_clock(d->scratch, d->now, z) });
}

void desk_head(const struct desk *d, struct cells *c, const char *title)
{
	const char *roles = d->login.roles;
	const char *first = arena_copy(d->scratch, roles, strcspn(roles, " "));
	head(d, c, title, d->login.full_name, _(role_name(d->app->book, first)));
}

void desk_head_time(const struct desk *d, struct cells *c, const char *title)
{
	head(d, c, title, "", "");
}

const char *desk_since(const struct desk *d, instant since)
{
	enum { HOUR = 60 };
	const struct zone *z = &d->app->book->court.zone;
	if (since == INSTANT_NONE)
		return "–";
	int64_t minutes = (d->now - since) / MINUTE_MS,
	        days = instant_day(d->now, z) - instant_day(since, z);
	const char *text = minutes < HOUR ? _("%1 mnt")
	                   : days == 0    ? _("%1 jam")
	                   : days == 1    ? _("kemarin")
	                                  : _("%1 hari");
	int64_t number = minutes < HOUR ? minutes : days == 0 ? minutes / HOUR : days;
	return message_text(d->scratch, text, shown_number(d->scratch, number));
}
