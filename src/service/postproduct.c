/* The carrier's product by which registered letters go: chosen until they are handed over, priced
 * by its own tariff. */
#include "loket/court.h"
#include "loket/store/post.h"
#include "loket/text.h"

#include "private.h"

/* The letter as it would go by the product; refused where it is on its way or has no tariff. */
static bool by_product(const struct login *s, struct post_row *letter, const char *product,
                       struct fault *why)
{
	day today = instant_day(clock_now(), &s->app->book->court.zone);
	const struct post *p = &s->app->book->post;
	const struct post_carrier *c = post_carrier(p, letter->carrier);
	const struct post_product *wanted = c == NULL ? NULL : post_product(c, product);
	if (wanted == NULL)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Layanan %1 tidak ada di data/post.xml; lihat loket post list"),
		                 product);
	if (letter->state > POST_READY)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Surat untuk %1 sudah diserahkan; layanannya tidak diganti"),
		                 letter->name);
	letter->product = wanted->key;
	const struct post_letter of = { letter->carrier, wanted->key, letter->village };
	const struct post_tariff *tariff = post_tariff(p, &of, today);
	if (tariff == NULL)
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("%1: layanan %2 tidak mempunyai tarif ke wilayahnya; pilih yang lain"),
		    letter->name, wanted->name);
	letter->fee = tariff->amount;
	return true;
}

bool service_post_product(const struct login *s, const struct post_row *letters, size_t count,
                          const char *product, rupiah *out, struct fault *why)
{
	bool own;
	*out = 0;
	if (count == 0)
		return fault_set(why, FAULT_REFUSED, N_("Tidak ada surat yang menunggu pos"));
	if (!may_or_refuse(s, act_record_post.name, why) || !batch_enter(s->app, &own, why))
		return false;
	bool good = true;
	for (size_t i = 0; good && i < count; i++) {
		struct post_row letter = letters[i];
		good = by_product(s, &letter, product, why) &&
		       post_product_write(s->app->store, &letter, s->user, clock_now(), why);
		*out += letter.fee;
	}
	return batch_leave(s->app, own, good, why);
}
