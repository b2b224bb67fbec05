/* The banks' lines against the journal, both ways: what came in and what went out. */
#include "loket/list.h"
#include "loket/store/statement.h"
#include "loket/text.h"

#include "private.h"

static struct recon_row *row_add(struct recon *r, struct arena *a)
{
	r->items = list_grow(a, r->items, r->count, &r->capacity, sizeof *r->items);
	struct recon_row *row = &r->items[r->count++];
	*row = (struct recon_row){ .key = "", .payment = "", .what = "", .booked = DAY_NONE };
	row->by =
	    (struct explanation){ .other = "", .reason = "", .who = "", .name = "", .second = "" };
	row->from = (struct statement_source){ .digest = "", .name = "", .who = "" };
	return row;
}

static void row_count(struct recon *r, const struct recon_row *row)
{
	r->rows[row->side]++;
	r->sums[row->side] += row->amount;
}

static void take_line(struct query *q, struct arena *a, struct recon_row *row)
{
	row->bank = take_text(q, a);
	row->key = take_text(q, a);
	row->va = take_text(q, a);
	row->reference = take_text(q, a);
	row->amount = take_number(q);
	row->at = take_instant(q);
	row->what = take_text(q, a);
}

static void take_source(struct query *q, struct arena *a, struct statement_source *from)
{
	from->kind = source_kind_of(take_text(q, a));
	from->digest = take_text(q, a);
	from->name = take_text(q, a);
	from->who = take_text(q, a);
}

/* A file's line is the bank's too once its report lists it, or where it was notified of it. */
static enum line_proof proof_of(const struct recon_row *row, bool confirmed, bool notified,
                                instant covered)
{
	bool reported = !text_is_empty(row->va) && row->amount > 0;
	if (confirmed || notified || row->from.kind == SOURCE_REPORT ||
	    row->from.kind == SOURCE_STATUS)
		return PROOF_BANK;
	if (row->from.kind == SOURCE_UNKNOWN)
		return PROOF_UNKNOWN;
	if (!reported)
		return PROOF_FILE;
	return covered != INSTANT_NONE && covered > row->at ? PROOF_CONTRADICTED
	                                                    : PROOF_UNCONFIRMED;
}

static void take_ours(struct query *q, struct arena *a, struct recon_row *row)
{
	row->payment = take_text(q, a);
	row->filing = take_id(q);
	row->reg = take_text(q, a);
	row->title = take_text(q, a);
}

static bool bank_read(struct store *s, const instant span[2], struct arena *a, struct recon *out,
                      struct fault *why)
{
	struct query q = query_of(s, SQL_recon_bank);
	bind_instant(&q, ":since", span[0]);
	bind_instant(&q, ":until", span[1]);
	while (query_next(&q)) {
		struct recon_row *row = row_add(out, a);
		take_line(&q, a, row);
		take_source(&q, a, &row->from);
		bool confirmed = take_bool(&q);
		instant covered = take_instant(&q);
		take_ours(&q, a, row);
		bool notified = take_bool(&q);
		take_explanation(&q, a, &row->by);
		row->booked = take_day(&q);
		row->proof = proof_of(row, confirmed, notified, covered);
		bool explained = !text_is_empty(row->payment) ||
		                 row->by.state == EXPLANATION_STANDS;
		row->side = explained ? RECON_BOTH : RECON_BANK;
		row_count(out, row);
	}
	return query_end(&q, why);
}

/* What stands only here: payments (recon_here), and what the journal says went out (recon_out). */
static bool here_read(struct store *s, enum sql which, const instant span[2], struct arena *a,
                      struct recon *out, struct fault *why)
{
	struct query q = query_of(s, which);
	bind_instant(&q, ":since", span[0]);
	bind_instant(&q, ":until", span[1]);
	while (query_next(&q)) {
		struct recon_row *row = row_add(out, a);
		row->side = RECON_HERE;
		row->bank = take_text(&q, a);
		row->va = take_text(&q, a);
		row->reference = take_text(&q, a);
		row->amount = take_number(&q);
		row->at = take_instant(&q);
		row->what = take_text(&q, a);
		take_ours(&q, a, row);
		row_count(out, row);
	}
	return query_end(&q, why);
}

bool account_ahead(struct store *s, const char *bank, const struct period *days, rupiah *out,
                   struct fault *why)
{
	struct query q = query_of(s, SQL_account_ahead);
	bind_text(&q, ":bank", bank);
	bind_day(&q, ":first", days->first);
	bind_day(&q, ":last", days->last);
	*out = query_next(&q) ? take_number(&q) : 0;
	return query_end(&q, why);
}

bool recon_read(struct store *s, instant since, instant until, struct arena *a, struct recon *out,
                struct fault *why)
{
	const instant span[2] = { since, until };
	return bank_read(s, span, a, out, why) && here_read(s, SQL_recon_here, span, a, out, why) &&
	       here_read(s, SQL_recon_out, span, a, out, why) &&
	       statement_asks_read(s, a, &out->asks, why);
}
