/* Registered post: letters that wait, the numbers of their labels, handing a batch over. What is
 * recorded goes through the door, as an outcome of the summons; the list of a batch is
 * postpaper.c, the carrier's tracking is posttrack.c. */
#include "loket/store/post.h"

#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

enum {
	SENT_DAYS = 120, /* days that a letter without proof is looked for */
	ENDED_DAYS = 7   /* days that a proven one stays in the list */
};

static day today_of(const struct login *s)
{
	return instant_day(clock_now(), &s->app->book->court.zone);
}

static const struct post *post_of(const struct login *s)
{
	return &s->app->book->post;
}

/* ---- reading ---- */

enum post_state post_state_of(const struct rulebook *b, const struct post_row *r)
{
	const struct outcome_kind *kind = rulebook_outcome(b, r->outcome);
	if (text_is_empty(r->outcome))
		return text_is_empty(r->resi) ? POST_WAITS : POST_READY;
	return kind != NULL && kind->open ? POST_SENT : POST_ENDED;
}

/* What is not handed over yet goes with the first carrier and product, at today's tariff. */
static void fill_in(const struct login *s, struct post_row *r, day today)
{
	const struct post *p = post_of(s);
	r->state = post_state_of(s->app->book, r);
	r->urgent = r->state != POST_ENDED && !r->replaced && post_is_urgent(p, r->hearing, today);
	if (text_is_empty(r->carrier) && p->carrier_count > 0) {
		r->carrier = p->carriers[0].key;
		r->product = p->carriers[0].products[0].key;
	}
	if (r->batch != 0)
		return;
	const struct post_letter letter = { r->carrier, r->product, r->village };
	const struct post_zone *zone = post_zone(p, r->village);
	const struct post_tariff *tariff = post_tariff(p, &letter, today);
	r->zone = zone == NULL ? "" : zone->key;
	r->fee = tariff == NULL ? -1 : tariff->amount;
}

/* Those that ended long ago are left out, the others of that state go to the end. */
static void keep_shown(struct post_list *list, day today, struct arena *a)
{
	struct post_row *rows = arena_get(a, list->count + 1, sizeof *rows);
	size_t n = 0;
	for (int ended = 0; ended <= 1; ended++) {
		for (size_t i = 0; i < list->count; i++) {
			const struct post_row *r = &list->items[i];
			day end = r->received == DAY_NONE ? r->served : r->received;
			if ((r->state == POST_ENDED) != ended ||
			    (ended && end < today - ENDED_DAYS))
				continue;
			list->states[r->state]++;
			list->urgent += r->urgent;
			rows[n++] = *r;
		}
	}
	list->items = rows;
	list->count = n;
}

bool service_post(const struct login *s, struct arena *a, struct post_list *out, struct fault *why)
{
	day today = today_of(s);
	if (!may_or_refuse(s, "lihat.pos", why) ||
	    !post_read(s->app->store, today - SENT_DAYS, a, out, why))
		return false;
	for (size_t i = 0; i < out->count; i++)
		fill_in(s, &out->items[i], today);
	keep_shown(out, today, a);
	return true;
}

const char *post_product_name(const struct rulebook *b, const struct post_row *r)
{
	const struct post_carrier *c = post_carrier(&b->post, r->carrier);
	const struct post_product *p = c == NULL ? NULL : post_product(c, r->product);
	return p == NULL ? r->product : p->name;
}

/* ---- the number of a label ---- */

static bool letter_is_free(const struct login *s, const struct post_row *letter, const char *resi,
                           struct arena *a, struct fault *why)
{
	const char *holder;
	if (letter->state > POST_READY)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Surat untuk %1 sudah diserahkan; resinya tidak diganti"),
		                 letter->name);
	if (text_is_empty(resi))
		return true;
	if (!post_holder(s->app->store, letter, resi, a, &holder, why))
		return false;
	return text_is_empty(holder) ||
	       fault_set(why, FAULT_REFUSED, N_("Resi %1 sudah dipakai untuk %2"), resi, holder);
}

bool service_post_label(const struct login *s, const struct post_row *letter, const char *typed,
                        struct fault *why)
{
	struct arena a = arena_start(1024 * 1024);
	const struct post_carrier *c = post_carrier(post_of(s), letter->carrier);
	const char *resi = text_is_empty(typed) ? "" : c == NULL ? NULL : post_resi(c, typed, &a);
	bool good = may_or_refuse(s, act_record_post.name, why);
	if (good && resi == NULL)
		good = fault_set(why, FAULT_REFUSED,
		                 N_("“%1” bukan nomor resi %2; pindai lagi labelnya"), typed,
		                 c == NULL ? letter->carrier : c->name);
	if (good && letter_is_free(s, letter, resi, &a, why)) {
		struct post_row kept = *letter;
		kept.resi = resi;
		good = post_label_write(s->app->store, &kept, s->user, clock_now(), why);
	} else {
		good = false;
	}
	arena_drop(&a);
	return good;
}

/* ---- handing over ---- */

void post_remark(struct post_reading *r, struct arena *a, size_t line, const char *text)
{
	r->remarks = list_grow(a, r->remarks, r->remark_count, &r->remark_capacity,
	                       sizeof *r->remarks);
	r->remarks[r->remark_count++] = (struct post_remark){ line, arena_text(a, text) };
}

/* Why a command was refused: its field faults say more than the fault itself. */
const char *post_refusal(const struct answer *answer, const struct fault *why, struct arena *a)
{
	char said[500];
	bool of_field = why->kind == FAULT_REFUSED && answer->faults.count > 0;
	fault_say(of_field ? &answer->faults.items[0].fault : why, said, sizeof said);
	return arena_text(a, said);
}

static void put_day(struct values *v, struct arena *a, const char *field, day d)
{
	char iso[16];
	day_iso(d, iso, sizeof iso);
	values_set(v, a, "", 0, field, arena_text(a, iso));
}

bool post_record(const struct login *s, const struct post_row *letter,
                 const struct post_recording *r, struct arena *a, struct answer *answer,
                 struct fault *why)
{
	struct command c = service_command(s, &letter->filing, -1, &act_record_post);
	struct values *v = &c.values;
	values_set(v, a, "", 0, "panggilan_ke", arena_print(a, "%d", letter->summons));
	values_set(v, a, "", 0, "hasil", r->outcome);
	values_set(v, a, "", 0, "resi", letter->resi);
	put_day(v, a, "tanggal", r->handed);
	if (r->received != DAY_NONE)
		put_day(v, a, "diterima", r->received);
	const struct {
		const char *field, *text;
	} more[] = { { "sebab", r->cause },
		     { "bertemu", r->receiver },
		     { "hubungan", r->relation },
		     { "keterangan", r->note } };
	for (size_t i = 0; i < COUNT_OF(more); i++) {
		if (!text_is_empty(more[i].text))
			values_set(v, a, "", 0, more[i].field, more[i].text);
	}
	return service_do(s, &c, a, answer, why);
}

/* One letter of the batch, in its transaction. One that is refused stays for the next. */
static bool hand_one(const struct login *s, struct post_row *letter, const struct post_batch *batch,
                     struct arena *a, struct post_reading *out, struct fault *why)
{
	struct answer answer = { 0 };
	struct fault refused = { 0 };
	const struct post_recording sent = { .outcome = post_sent(s->app->book)->key,
		                             .handed = batch->on,
		                             .received = DAY_NONE };
	const char *said;
	if (letter->fee < 0) {
		said = arena_print(a, "%s: %s", letter->name,
		                   _("tarif pos untuk wilayahnya belum ada di data/post.xml"));
	} else if (post_record(s, letter, &sent, a, &answer, &refused)) {
		letter->batch = batch->number;
		out->fates[POST_TAKEN]++;
		return post_letter_sent(s->app->store, letter, why);
	} else if (refused.kind != FAULT_REFUSED) {
		*why = refused;
		return false;
	} else {
		said = arena_print(a, "%s: %s", letter->name, post_refusal(&answer, &refused, a));
	}
	out->fates[POST_REFUSED]++;
	post_remark(out, a, 0, said);
	return true;
}

static bool hand_all(const struct login *s, struct post_list *all, struct post_batch *batch,
                     struct arena *a, struct post_reading *out, struct fault *why)
{
	bool own;
	if (!batch_enter(s->app, &own, why))
		return false;
	bool good = post_batch_write(s->app->store, batch, why);
	for (size_t i = 0; good && i < all->count; i++) {
		if (all->items[i].state == POST_READY &&
		    text_same(all->items[i].carrier, batch->carrier))
			good = hand_one(s, &all->items[i], batch, a, out, why);
	}
	if (good && out->fates[POST_TAKEN] == 0)
		good = fault_set(
		    why, FAULT_REFUSED,
		    out->remark_count == 0
		        ? N_("Belum ada surat yang bernomor resi; pindai dahulu label suratnya")
		        : N_("Tidak satu pun diserahkan: %1"),
		    out->remark_count == 0 ? "" : out->remarks[0].text);
	return batch_leave(s->app, own, good, why);
}

bool service_post_hand(const struct login *s, struct arena *a, int64_t *batch,
                       struct post_reading *out, struct fault *why)
{
	struct post_list all;
	*out = (struct post_reading){ 0 };
	if (!may_or_refuse(s, act_record_post.name, why) || !service_post(s, a, &all, why))
		return false;
	const char *carrier = "";
	for (size_t i = 0; i < all.count && text_is_empty(carrier); i++)
		carrier = all.items[i].state == POST_READY ? all.items[i].carrier : "";
	struct post_batch made = {
		.carrier = carrier, .who = s->user, .on = today_of(s), .at = clock_now()
	};
	if (!hand_all(s, &all, &made, a, out, why))
		return false;
	*batch = made.number;
	return true;
}
