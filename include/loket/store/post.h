/* Registered letters: what waits, what was sent, batches, the numbers on labels. */
#ifndef LOKET_STORE_POST_H
#define LOKET_STORE_POST_H

#include "loket/store.h"

/* Those that wait, then those handed over since `from`. State, tariff and urgency are the
 * service's. */
MUST_USE bool post_read(struct store *s, day from, struct arena *a, struct post_list *out,
                        struct fault *why);
MUST_USE bool post_batch_letters(struct store *s, int64_t batch, struct arena *a,
                                 struct post_list *out, struct fault *why);
/* The summons sent with this number; several when it was typed for several. */
MUST_USE bool post_find(struct store *s, const char *resi, struct arena *a, struct post_list *out,
                        struct fault *why);
/* Who else has this number: "12/Pdt.G/2026/PA.Cth, Ahmad"; "" : nobody. */
MUST_USE bool post_holder(struct store *s, const struct post_row *of, const char *resi,
                          struct arena *a, const char **out, struct fault *why);
/* The number of its label, until it is handed over; "" takes it away. */
MUST_USE bool post_label_write(struct store *s, const struct post_row *letter, const char *by,
                               instant at, struct fault *why);
/* Inside begin/commit: the product by which it goes, until it is handed over. */
MUST_USE bool post_product_write(struct store *s, const struct post_row *letter, const char *by,
                                 instant at, struct fault *why);
/* Inside begin/commit: a batch, and each of its letters with zone and fee as they are then. */
MUST_USE bool post_batch_write(struct store *s, struct post_batch *batch, struct fault *why);
MUST_USE bool post_letter_sent(struct store *s, const struct post_row *letter, struct fault *why);
/* Its number 0: the last; which stays 0 when there is none. */
MUST_USE bool post_batch_read(struct store *s, struct arena *a, struct post_batch *batch,
                              struct fault *why);

#endif
