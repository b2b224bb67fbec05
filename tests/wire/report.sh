#!/bin/sh
# The bank's own list of payments: days that a worker missed are asked for when it is back, a day that the bank
# refuses holds up no other; and what a person asks for is fetched through silence and kill -9. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/../cmd/common"
unset LANGUAGE || :
sim='' worker=''
trap '[ -z "$worker" ] || kill -9 $worker 2>/dev/null; [ -z "$sim" ] || kill $sim 2>/dev/null; rm -rf "$work"' EXIT

loket init --people >/dev/null
mkdir -p "$LOKET_HOME/sim" "$LOKET_HOME/data/banks"
loket-sim keys --home "$LOKET_HOME/sim"
profile=$LOKET_HOME/data/banks/simulasi.xml
sed 's/settle-seconds="[0-9]*"/settle-seconds="1"/; s/report-seconds="[0-9]*"/report-seconds="600"/' \
	"$root/data/banks/simulasi.xml" >"$profile"
sql() { sqlite3 -cmd '.timeout 5000' "$LOKET_HOME/loket.db" "$1"; }
begin_sim() {
	rm -f "$work/ready"
	mkfifo "$work/ready"
	loket-sim serve --home "$LOKET_HOME/sim" --pay-after 0 >"$work/ready" 2>>"$work/sim.err" &
	sim=$!
	{ read -r _ _ && read -r _ _; } <"$work/ready"
}
begin_worker() {
	rm -f "$work/ready"
	mkfifo "$work/ready"
	loketd --log "$work/loketd.log" >"$work/ready" 2>&1 &
	worker=$!
	read -r _ <"$work/ready"
}
end() { # end WHOM SIGNAL
	kill "-$2" "$1"
	wait "$1" 2>/dev/null
}
# await VALUE WHAT SQL: a minute at most.
await() {
	for _ in $(seq 600); do
		[ "$(sql "$3")" = "$1" ] && break
		timeout 0.1 tail -f /dev/null
	done
	is "$2" "$1" "$(sql "$3")"
}
day_ms=86400000
days() { echo "SELECT count(*) FROM statement_span WHERE since >= $now - $1 * $day_ms"; }
now=$(($(date +%s) * 1000))
ago() { TZ=Asia/Jakarta date -d "-$1 days" +%Y-%m-%d; }

# ---- days that were missed ----
sql "INSERT INTO statement_span VALUES ('simulasi', $now - 40 * $day_ms, $now - 5 * $day_ms, $now - 5 * $day_ms)"
loket-sim fail --home "$LOKET_HOME/sim" report 40300
begin_sim
begin_worker
await 5 "five of the six days since are told" "$(days 6)"
is "the one that the bank refused was named in the log" 1 "$(grep -c 'bank report: 403' "$work/loketd.log")"

# ---- asked for by a person ----
asked="SELECT state FROM statement_ask"
ends 1 "who may not ask is told so" loket rekonsiliasi --ask --as sari
ends 1 "a year is too long" loket rekonsiliasi --ask --period 2025 --as rina
loket rekonsiliasi --ask --period "$(ago 3)" --as rina >/dev/null
await told "a day is told" "$asked"
end $sim TERM
loket rekonsiliasi --ask --period "$(ago 20)" --as rina >/dev/null
await asked "a bank that is silent is asked again" "$asked WHERE tries > 1 AND said <> ''"
end $worker KILL
begin_sim
begin_worker
await told "after kill -9 and silence it is told" "$asked"
await 1 "and its day is known" "SELECT count(*) FROM statement_span WHERE since BETWEEN $now - 21 * $day_ms AND $now - 19 * $day_ms"
loket-sim fail --home "$LOKET_HOME/sim" report 40300
loket rekonsiliasi --ask --as rina >/dev/null
await refused "a refusal is said" "$asked WHERE said <> ''"
await 30 "and the other thirty days are told all the same" "$(days 35)"
end $worker TERM
sed -i '/service="report"/d' "$profile"
begin_worker
loket rekonsiliasi --ask --period "$(ago 3)" --as rina >/dev/null
await "bank ini tidak memberi laporan; muat rekening korannya" "a bank without reports says what to do" \
	"SELECT said FROM statement_ask WHERE state = 'refused' AND first = last"
end $worker TERM
worker=
echo "1..$count"
