/* An electronic domicile is proven at the counter: the menu of step 1 sends the account's address a
 * code, that of step 3 the parties'; what was read there is typed into a form of its own. */
#include "loket/text.h"

#include "filing.h"

/* Of the account, row 0, or of a party. */
static const char *address_of(const struct filing *f, int row)
{
	return row == 0 ? filing_value(f, AKUN, "email")
	                : values_get(filing_values(f, PIHAK), PIHAK, row, "email");
}

static bool may(const struct session *s, const struct act *act)
{
	struct fault why;
	return login_may(s->login, act->name) && court_may(s->book, &s->filing, act, &why);
}

static bool stands_before(const struct filing *f, int first, int row)
{
	while (first < row && !text_same(address_of(f, first), address_of(f, row)))
		first++;
	return first < row;
}

static void offer(const struct filing_view *v, struct menu *m, int row)
{
	const struct session *s = &v->face.session;
	const char *address = address_of(&s->filing, row);
	if (m->count + MENU_ALWAYS >= MENU_MOST || domicile_proven(&s->filing, address))
		return;
	if (!text_is_empty(domicile_key(&s->filing, address)) && may(s, &act_domicile_prove))
		menu_add(m, MENU_PROOF, row,
		         message_text(v->face.a, _("Ketik kode domisili: %1"), address));
	if (may(s, &act_domicile_ask))
		menu_add(m, MENU_CODE, row,
		         message_text(v->face.a, _("Kirim kode domisili: %1"), address));
}

void domicile_menu(const struct filing_view *v, const char *step, struct menu *m)
{
	const struct filing *f = &v->face.session.filing;
	bool account = text_same(step, AKUN), parties = text_same(step, PIHAK);
	int first = account ? 0 : 1;
	int last = parties ? values_rows(filing_values(f, PIHAK), PIHAK) : 0;
	if (text_is_empty(v->face.session.book->mail.smtp.host))
		return;
	for (int row = first; row <= last; row++) {
		if (!text_is_empty(address_of(f, row)) && !stands_before(f, first, row))
			offer(v, m, row);
	}
}

/* The step's own form is taken up again with what was typed there; what came of it is said. */
static struct intent code_send(struct filing_view *v, struct desk *d, const char *address)
{
	struct session *s = &v->face.session;
	struct values asked = { 0 };
	if (!face_keep(&v->face, d))
		return stay();
	values_set(&asked, v->face.a, "", 0, "alamat", address);
	(void)session_do(s, &act_domicile_ask, &asked);
	const struct saying said = s->said;
	filing_open_step(v, d, v->at);
	s->said = said;
	face_tell(&v->face, d);
	return stay();
}

struct intent domicile_chosen(struct filing_view *v, struct desk *d,
                              const struct screen_result *reply)
{
	const struct session *s = &v->face.session;
	const char *address = address_of(&s->filing, reply->which);
	if (reply->id == MENU_CODE)
		return code_send(v, d, address);
	return open_screen(&screen_act, (struct argument){ .filing = s->id,
	                                                   .act = &act_domicile_prove,
	                                                   .text = address });
}
