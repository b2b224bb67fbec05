#!/bin/sh
# One worker holds a home; another ends at once, and takes over when the first was killed with -9, whatever
# that had leased. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/../cmd/common"
unset LANGUAGE || :

first='' second=''
trap '[ -z "$first" ] || kill -9 $first 2>/dev/null; [ -z "$second" ] || kill -9 $second 2>/dev/null; rm -rf "$work"' EXIT

# await COMMAND…: until it holds, at most ten seconds.
await() {
	turn=0
	until "$@" >/dev/null 2>&1 || [ $turn -ge 200 ]; do
		turn=$((turn + 1))
		timeout 0.05 tail -f /dev/null
	done
}
tried() { [ "$(sql "select count(*) from outbox where $1")" -ge 1 ]; }

"$root/tests/home" filings >/dev/null
filing=$(sql "select f.id from step s join filing f on f.seq = s.filing where s.key = 'skum' and s.state = 'open' limit 1")
ends 0 "an e-SKUM leaves a message" loket step skum --filing "$filing" bank=simulasi --as rina
loketd --log "$work/first.log" >"$work/first.said" 2>&1 &
first=$!
await tried "tries > 0 or state = 'sending'"
ends 3 "a second worker of the same home ends" timeout 10 loketd --log "$work/second.log"
kill -9 $first
wait $first 2>/dev/null
first=''
sqlite3 "$LOKET_HOME/loket.db" "update outbox set state = 'sending', lease_by = 'loketd', due = due + 3600000"
before=$(sql 'select max(tries) from outbox')
loketd --log "$work/third.log" >"$work/third.said" 2>&1 &
second=$!
await tried "tries > $before"
is "what the dead one had leased is taken up, as a try that may have been sent" 1 \
	"$(sql "select max(tries) > $before from outbox")"
is "and there is one message still, with its key" 1 "$(sql "select count(distinct key) from outbox where kind = 'create-va'")"
echo "1..$count"
