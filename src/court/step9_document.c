/* Step 9, the signed relaas of a call whose outcome is recorded already: a photo or a scan that
 * comes later, or another one in its place. SIPP has it as the document of the call's row
 * (doc_relaas). */
#include "loket/court.h"
#include "loket/text.h"

#include "private.h"

/* The call's entry as it is, with the document. */
static void document_keep(const struct rulebook *b, struct decision *d, const struct summons *one,
                          const char *document)
{
	char key[FILL_KEY_ROOM];
	const struct values *kept = summons_values(d->filing, one->number);
	summons_fill_key(one->number, key);
	struct change *change = decision_change(d, CHANGE_FILL);
	change->to.fill.step = arena_text(d->a, key);
	change->to.fill.form = rulebook_form(b, RALAT);
	change->to.fill.values = (struct values){ 0 };
	values_copy(&change->to.fill.values, kept, d->a);
	values_set(&change->to.fill.values, d->a, "", 0, RELAAS_SIGNED, document);
}

static bool attach(const struct context *s, const struct filing *f, const struct command *c,
                   struct decision *d, struct fault *why)
{
	const char *document = values_of(&c->values, RELAAS_SIGNED);
	const struct summons *before = call_meant(f, c, why);
	if (before == NULL)
		return false;
	if (call_is_open(s->book, before))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Hasil panggilan ke-%1 belum ada; lampirkan relaasnya bersama hasilnya"),
		    values_of(&c->values, "panggilan_ke"));
	if (text_same(values_of(summons_values(f, before->number), RELAAS_SIGNED), document))
		return fault_set(why, FAULT_REFUSED, N_("Relaas itu sudah dilampirkan"));
	struct summons after = *before;
	after.mended++;
	decision_change(d, CHANGE_SUMMONS)->to.summons = after;
	document_keep(s->book, d, before, document);
	call_tell(s->book, d,
	          &(struct call_news){ .is = &after,
	                               .was = before,
	                               .same = true,
	                               .document = document,
	                               .reason = "relaas bertanda dilampirkan" });
	d->event = say(d->a, N_("Relaas bertanda %1 dilampirkan"), before->name);
	return true;
}

const struct act act_attach_relaas = {
	.name = PANGGILAN "." BERKAS,
	.step = PANGGILAN,
	.form = BERKAS,
	.from = FROM_WAITING | FROM_DONE,
	.after = N_("tetap"),
	.decide = attach,
};
