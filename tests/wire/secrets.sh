#!/bin/sh
# Keys, secrets and tokens stay where they are: after a day's work, with everything going wrong that may, none
# of them stands in the log, the database, a message, an export or what the desk says; a worker that is shot
# leaves no core, and its memory holds no key as text. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/../cmd/common"
sim='' worker=''
trap '[ -z "$worker" ] || kill -9 $worker 2>/dev/null; [ -z "$sim" ] || kill $sim 2>/dev/null; rm -rf "$work"' EXIT
keys=$LOKET_HOME/sim/keys
sim() { loket-sim "$1" --home "$LOKET_HOME/sim" "$2" "$3"; }

"$root/tests/home" people >/dev/null
mkdir -p "$LOKET_HOME/sim"
loket-sim keys --home "$LOKET_HOME/sim"
mkfifo "$work/ready"
loket-sim serve --home "$LOKET_HOME/sim" --pay-after 1 >"$work/ready" 2>/dev/null &
sim=$!
{ read -r _ _ && read -r _ _; } <"$work/ready"
begin_worker() {
	rm -f "$work/ready.worker"
	mkfifo "$work/ready.worker"
	(cd "$work" && exec prlimit --core=unlimited loketd --log "$work/loketd.log") >"$work/ready.worker" 2>"$work/loketd.err" &
	worker=$!
	read -r _ <"$work/ready.worker"
}
until_is() { # until_is SQL VALUE WHAT
	for _ in $(seq 300); do
		[ "$(sql "$1")" = "$2" ] && break
		timeout 0.1 tail -f /dev/null
	done
	is "$3" "$2" "$(sql "$1")"
}

begin_worker
loket-sim town --home "$work/town" --filings 9 --seed 4 >/dev/null
loket filing import "$work/town"/*.xml --as sari >"$work/all" 2>/dev/null
head -n 3 "$work/all" >"$work/filings"
for kind in 401 malformed 500; do sim fail create-va "$kind"; done
sim fail token 500
sim fail notify bad-signature
while read -r filing; do
	loket step pendaftar.setuju --as budi --filing "$filing" setuju=ya >/dev/null 2>&1
	loket step skum --as rina --filing "$filing" bank=simulasi >/dev/null 2>&1
done <"$work/filings"
until_is "select count(*) from payment where not suspense" 3 "all are paid in spite of it"
curl -sS --noproxy '*' -o "$work/refused" -H 'Content-Type: application/json' -H 'Authorization: Bearer lain' \
	-H 'X-TIMESTAMP: 2026-11-25T09:31:02+07:00' -H 'X-SIGNATURE: x' -H 'X-PARTNER-ID: BANKSIM' -H 'X-EXTERNAL-ID: 1' \
	-H 'CHANNEL-ID: 95221' -d '{}' "$(cat "$LOKET_HOME/sim/court.url")/v1.0/transfer-va/payment"

# ---- what must not be found ----
{
	cat "$keys/client-secret" "$keys/notify-secret" "$keys/sipp-token"
	sed '/-----/d' "$keys/court-private.pem"
	sqlite3 "$LOKET_HOME/sim/sim.db" "SELECT text FROM token"
} | grep -E '^.{20,}' | sort -u >"$work/secrets"
ends 0 "the secrets are known to this test" test "$(wc -l <"$work/secrets")" -gt 25
clean() { # clean WHAT FILE…: none of the secrets stands in them
	what=$1
	shift
	ends 1 "none in $what" grep -aqF -f "$work/secrets" "$@"
}
loket doctor bank simulasi >"$work/doctor" 2>&1
loket outbox list --as adi >"$work/outbox" 2>&1
loket status --as adi >"$work/status" 2>&1
xargs loket filing export --as sari <"$work/filings" >"$work/export" 2>&1
sqlite3 -readonly "$LOKET_HOME/loket.db" .dump >"$work/dump"
clean "the log" "$work/loketd.log" "$work/loketd.err"
clean "the database" "$LOKET_HOME/loket.db" "$LOKET_HOME/loket.db-wal" "$work/dump"
clean "what commands say" "$work/doctor" "$work/outbox" "$work/status" "$work/refused"
clean "an export" "$work/export"
cp "$keys/client-secret" "$work/found"
ends 0 "(the search finds what is there)" grep -aqF -f "$work/secrets" "$work/found"

# ---- its memory, where we may look at all ----
sed '/-----/d; 1d; $d' "$keys/court-private.pem" | grep -E '^.{40,}' >"$work/pem"
memory() {
	grep ' rw' "/proc/$worker/maps" | while IFS=' -' read -r from to _; do
		from=$(printf %d "0x$from") to=$(printf %d "0x$to")
		dd if="/proc/$worker/mem" bs=65536 iflag=skip_bytes,count_bytes skip="$from" count=$((to - from)) 2>/dev/null
	done
}
memory >"$work/memory"
ends 1 "no key stands in memory as text" grep -aqF -f "$work/pem" "$work/memory"
[ ! -s "$work/memory" ] || ends 0 "(its memory was read)" grep -aqF loketd "$work/memory"
rm -f "$work/memory"

# ---- shot ----
says_limits() { grep -E '^Max core file size +0 +0 ' "/proc/$worker/limits"; }
ends 0 "it may leave no core" says_limits
kill -ABRT "$worker"
wait "$worker" 2>/dev/null
is "it is shot" 134 $?
worker=''
is "and leaves none" '' "$(find "$work" -name 'core*')"
if [ "$(cat /proc/sys/kernel/core_pattern)" = core ]; then
	(cd "$work" && exec prlimit --core=unlimited tail -f /dev/null) &
	other=$!
	timeout 0.2 tail --pid=$other -f /dev/null
	kill -ABRT $other
	wait $other 2>/dev/null
	is "(another program does)" 1 "$(find "$work" -name 'core*' | wc -l)"
fi

# ---- files others can read ----
chmod 640 "$keys/notify-secret"
ends 124 "a worker starts without that bank" timeout 2 loketd --log "$work/loketd.log"
ends 0 "  and says the command that mends it" grep -q "chmod 600 $keys/notify-secret" "$work/loketd.log"
echo "1..$count"
