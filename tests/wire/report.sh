#!/bin/sh
# The bank's own list of payments: days that a worker missed are asked for when it is back, a day that the bank
# refuses holds up no other; and what a person asks for is fetched through silence and kill -9. Speaks TAP.
# shellcheck source=tests/wire/caller
. "$(dirname "$0")/caller"
profile -e 's/settle-seconds="[0-9]*"/settle-seconds="1"/; s/report-seconds="[0-9]*"/report-seconds="600"/'
# becomes VALUE WHAT SQL: half a minute at most.
is_value() { [ "$(sql "$2")" = "$1" ]; }
becomes() {
	await is_value "$1" "$3" >/dev/null
	is "$2" "$1" "$(sql "$3")"
}
day_ms=86400000
days() { echo "SELECT count(*) FROM statement_span WHERE since >= $now - $1 * $day_ms"; }
now=$(($(given %s) * 1000))
ago() { given %F "-$1 days"; }

# ---- days that were missed ----
sqlite3 "$LOKET_HOME/loket.db" "INSERT INTO statement_span VALUES ('simulasi', 'laporan', $now - 40 * $day_ms, $now - 5 * $day_ms, $now - 5 * $day_ms)"
loket-sim fail --home "$LOKET_HOME/sim" report 40300
begin_sim
begin_worker
becomes 5 "five of the six days since are told" "$(days 6)"
is "the one that the bank refused was named in the log" 1 "$(grep -c 'bank report: 403' "$work/loketd.log")"

# ---- asked for by a person ----
asked="SELECT state FROM statement_ask"
ends 1 "who may not ask is told so" loket rekonsiliasi --ask --as sari
ends 1 "a year is too long" loket rekonsiliasi --ask --period 2025 --as rina
loket rekonsiliasi --ask --period "$(ago 3)" --as rina >/dev/null
becomes told "a day is told" "$asked"
end_sim
loket rekonsiliasi --ask --period "$(ago 20)" --as rina >/dev/null
becomes asked "a bank that is silent is asked again" "$asked WHERE tries > 1 AND said <> ''"
end_worker -KILL
begin_sim
begin_worker
becomes told "after kill -9 and silence it is told" "$asked"
becomes 1 "and its day is known" "SELECT count(*) FROM statement_span WHERE since BETWEEN $now - 21 * $day_ms AND $now - 19 * $day_ms"
loket-sim fail --home "$LOKET_HOME/sim" report 40300
loket rekonsiliasi --ask --as rina >/dev/null
becomes refused "a refusal is said" "$asked WHERE said <> ''"
becomes 30 "and the other thirty days are told all the same" "$(days 35)"
end_worker
profile -e '/service="report"/d'
begin_worker
loket rekonsiliasi --ask --period "$(ago 3)" --as rina >/dev/null
becomes "bank ini tidak memberi laporan; muat rekening korannya" "a bank without reports says what to do" \
	"SELECT said FROM statement_ask WHERE state = 'refused' AND first = last"
end_worker
echo "1..$count"
