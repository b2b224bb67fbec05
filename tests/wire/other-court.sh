#!/bin/sh
# The SIPP of another court: nothing is registered there, the outbox says why, and when the court's code is mended the
# message goes out by itself. Speaks TAP.
prepare() {
	mkdir -p "$LOKET_HOME/data"
	sed 's/code="PA.Cth"/code="PA.Ujg"/' "$LOKET_SHARE/data/court.xml" >"$LOKET_HOME/data/court.xml"
}
# shellcheck source=tests/wire/inside
. "$(dirname "$0")/inside"
loket-sim town --home "$work/town" --filings 1 --seed 3 >/dev/null
filing=$(loket filing import "$work/town/town-0000001.xml" --as sari 2>/dev/null)
step budi pendaftar.setuju setuju=ya
step rina skum bank=simulasi
ok 'it is paid' await 'done' db "SELECT state FROM step WHERE key = 'bayar'"
verify
ok 'the registration waits, with the reason' await 1 \
	db "SELECT count(*) FROM outbox WHERE kind = 'register' AND state = 'waiting' AND error LIKE '%PA.Cth%PA.Ujg%'"
ok 'the board tells it too' await 1 db "SELECT count(*) FROM link WHERE name = 'sipp' AND NOT up AND error LIKE '%PA.Ujg%'"
ok 'no number was given' test "$(sim show sipp | grep -c PA.Cth)" = 0
rm "$LOKET_HOME/data/court.xml"
ok 'with the right code it is registered' await 1 db "SELECT count(*) FROM case_number WHERE number LIKE '1/%/PA.Cth'"
ok 'once' test "$(sim show sipp | grep -c PA.Cth)" = 1
echo "1..$count"
