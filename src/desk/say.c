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

void desk_quiet(struct desk *d)
{
	d->message = (struct remark){ 0 };
}

void desk_hint(struct desk *d, const char *text)
{
	d->said = true;
	d->message = (struct remark){ .style = STYLE_DIM };
	snprintf(d->message.text, sizeof d->message.text, "%s", desk_keys(d, text));
}

/* What an earlier event said and nobody has seen yet is kept before it, as long as both are short;
 * a refusal among them stays one. */
static void said(struct desk *d, enum style style, const char *text)
{
	enum { TOGETHER = 150 };
	struct remark now = { .style = style };
	bool unseen = !d->said_shown && d->said_at != d->event && d->message.text[0] != '\0';
	snprintf(now.text, sizeof now.text, "%s", text);
	remarks_say(&d->all, &now, d->now);
	if (unseen && !text_same(d->message.text, text) &&
	    strlen(d->message.text) + strlen(text) < TOGETHER) {
		message_fill("%1. %2", (const char *[]){ d->message.text, text }, 2, now.text,
		             sizeof now.text);
		now.style = d->message.style > style ? d->message.style : style;
	}
	d->message = now;
	d->said = true;
	d->said_shown = false;
	d->said_at = d->event;
}

void desk_say(struct desk *d, enum style style, const char *text)
{
	said(d, style, desk_keys(d, text));
}

void desk_say_with_(struct desk *d, enum style style, const char *text, ...)
{
	char out[REMARK_ROOM];
	va_list words;
	va_start(words, text);
	message_fill_rest(desk_keys(d, text), words, out, sizeof out);
	va_end(words);
	said(d, style, out);
}

void desk_fault(struct desk *d, const struct fault *why)
{
	char out[REMARK_ROOM];
	fault_say(why, out, sizeof out);
	said(d, STYLE_FAULT, out);
}

void desk_say_who_may(struct desk *d, const char *right)
{
	char who[256];
	login_who_may(&d->login, right, who, sizeof who);
	desk_say(d, STYLE_FAULT, who);
}

bool desk_done(struct desk *d, bool done, const char *event, const struct fault *why)
{
	if (done)
		desk_say(d, STYLE_DONE, event);
	else
		desk_fault(d, why);
	return done;
}

const char *desk_place(const struct desk *d, const struct printed *paper)
{
	const char *own = env_text("HOME");
	bool below = own[0] != '\0' && text_starts(paper->path, own);
	return arena_print(d->scratch, "%s%s", below ? "~" : "",
	                   paper->path + (below ? strlen(own) : 0));
}

struct intent desk_printed(struct desk *d, bool done, const struct printed *paper,
                           const struct fault *why)
{
	if (done)
		desk_say_with(d, STYLE_DONE, _("Tercetak: %1"), desk_place(d, paper));
	else
		desk_fault(d, why);
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
