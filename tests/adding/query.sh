#!/bin/sh
# A query and an account: a block in a file of src/store/sql/, whose name becomes a member of enum sql; and a file of
# its own for what changes the tables.
# shellcheck source=tests/adding/common
. "$(dirname "$0")/common"
copy_built
last=$(find "$tree/src/store/sql" -name '0*.sql' | sort | tail -n 1 | sed 's|.*/0*\([0-9]*\)-.*|\1|')
account=src/store/sql/$(printf '%04d' $((last + 1)))-denda.sql
cat >"$tree/$account" <<X
-- Fines.
INSERT INTO account (key, name) VALUES ('denda', 'Denda');

PRAGMA user_version = $((last + 1));
X
cat >>"$tree/src/store/sql/journal.sql" <<'X'

-- name: account_count
-- scan: the few accounts
SELECT count(*) FROM account;
X
cat >>"$tree/src/store/journal.c" <<'X'

bool accounts_count(struct store *s, int64_t *out, struct fault *why)
{
	struct query q = query_of(s, SQL_account_count);
	*out = query_next(&q) ? take_number(&q) : 0;
	return query_end(&q, why);
}
X
after include/loket/store/money.h '^/\* ---- journal\.c' <<'X'
MUST_USE bool accounts_count(struct store *s, int64_t *out, struct fault *why);
X
ends 0 "it builds" build "$built/loket" locale
loket init --people >/dev/null
is "the account is there" Denda "$(sql "select name from account where key = 'denda'")"
ends 0 "the statement prepares, and its scan has a reason" build unit-store_stmt
lint L9
touched "$account" src/store/sql/journal.sql src/store/journal.c include/loket/store/money.h
echo "1..$count"
