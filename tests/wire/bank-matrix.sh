#!/bin/sh
# The wire to the bank, each call against each way it can go wrong: the connection, the answer, every refusal of
# the standard, the clock, and notices that are late, twice, out of order, forged or lost. Many filings share
# one home; what is ordered for a call is worked off one by one. At the end each filing has one account at the
# bank, one payment, and stands where it should. Prints the size of the matrix. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/../cmd/common"
unset LANGUAGE || :
sim='' worker='' rows=0
trap '[ -z "$worker" ] || kill -9 $worker 2>/dev/null; [ -z "$sim" ] || kill $sim 2>/dev/null; rm -rf "$work"' EXIT

# ---- the table ----
wire='wrong-echo drop-before drop-after slow malformed truncated wrong-amount oversized wrong-type 503'
codes='20200 40000 40001 40002 40100 40101 40102 40103 40104
	40300 40301 40302 40303 40304 40305 40306 40307 40308 40309 40310 40311 40312 40313 40314 40315 40316 40317
	40318 40319 40320 40321 40322 40323 40400 40401 40402 40403 40404 40405 40406 40407 40408 40409 40410 40411
	40412 40413 40414 40415 40416 40417 40418 40419 40500 40501 40900 40901 42900 50000 50001 50002 50400'
notices='duplicate duplicate reorder reorder late bad-signature bad-signature deaf deaf clock-ahead clock-behind
	malformed truncated oversized wrong-type 401'
# What a bank refuses for good waits for a person: 400, 403, 404 but 18, 405.
final=$(echo "$codes" | tr -s ' \t' '\n' | grep -E '^40[0345]' | grep -cv 40418)
kinds=$(echo "$wire $codes" | wc -w)

town() { # town COMMAND WORD…
	order=$1
	shift
	loket-sim "$order" --home "$LOKET_HOME/sim" "$@"
}
# order CALL KIND…: one of each.
order() {
	call=$1
	shift
	for kind; do
		rows=$((rows + 1))
		town fail --seconds 3 "$call" "$kind"
	done
}
ordered() { town show faults | awk -F '\t' -v call="$1" 'NR > 1 && (call == "" || $1 == call)' | wc -l; }
# await VALUE WHAT COMMAND…: until it says so, two minutes at most.
await() {
	value=$1 what=$2
	shift 2
	for _ in $(seq 1200); do
		[ "$("$@")" = "$value" ] && break
		timeout 0.1 tail -f /dev/null
	done
	is "$what" "$value" "$("$@")"
}
begin_sim() {
	rm -f "$work/ready"
	mkfifo "$work/ready"
	loket-sim serve --home "$LOKET_HOME/sim" "$@" >"$work/ready" 2>>"$work/sim.err" &
	sim=$!
	{ read -r _ _ && read -r _ _; } <"$work/ready"
}
end_sim() {
	kill "$sim"
	wait "$sim" 2>/dev/null
	sim=''
}
begin_worker() { # begin_worker [CLOCK]
	rm -f "$work/ready"
	mkfifo "$work/ready"
	LOKET_CLOCK=${1:-} loketd --log "$work/loketd.log" >"$work/ready" 2>&1 &
	worker=$!
	read -r _ <"$work/ready"
}
end_worker() { # end_worker SIGNAL
	kill "-$1" "$worker"
	wait "$worker" 2>/dev/null
	worker=''
}
accounts() { # accounts STATE
	sql "SELECT count(*) FROM va WHERE state = '$1'"
}
# ask STEP FIELD…: that step for each filing named on standard input.
ask() { xargs -P 2 -I % loket step "$@" --as rina --filing % >/dev/null 2>>"$work/steps"; }

loket init --people >/dev/null
mkdir -p "$LOKET_HOME/sim" "$LOKET_HOME/data/banks"
town keys
sed 's/settle-seconds="[0-9]*"/settle-seconds="1"/; s/watch-seconds="[0-9]*"/watch-seconds="5"/; s/report-seconds="[0-9]*"/report-seconds="1"/
	s/connect-ms="[0-9]*"/connect-ms="1000"/; s/total-ms="[0-9]*"/total-ms="2000"/' \
	"$root/data/banks/simulasi.xml" >"$LOKET_HOME/data/banks/simulasi.xml"
begin_sim --pay-after 0
begin_worker

filings=$((2 * kinds - final + 2))
loket-sim town --home "$work/town" --filings $((filings + 60)) --seed 3 >/dev/null
loket filing import "$work/town"/*.xml --as sari >"$work/all" 2>/dev/null
head -n $filings "$work/all" >"$work/filings"
is "$filings filings wait for their e-SKUM" "$filings" "$(wc -l <"$work/filings")"

# ---- report: one a second, meanwhile all else ----
# shellcheck disable=SC2086 # a word each
order report $wire $codes

# ---- create-va ----
# shellcheck disable=SC2086
order create-va $wire $codes
head -n "$kinds" "$work/filings" | ask skum bank=simulasi
order create-va refuse
await 0 "create-va: each went wrong as ordered" ordered create-va
await "$final" "create-va: what is refused for good waits for a person" accounts refused
await $((kinds - final)) "create-va: all else is made" accounts live

# ---- inquiry-va: every making is in doubt, so the bank is asked what it holds ----
i=0
while [ $i -lt "$kinds" ]; do
	town fail create-va drop-after
	i=$((i + 1))
done
# shellcheck disable=SC2086
order inquiry-va $wire $codes
sql "SELECT f.reg FROM filing f JOIN va v ON v.filing = f.id WHERE v.state = 'refused'" | ask bayar.ulang
sed -n "$((kinds + 1)),$((filings - 2))p" "$work/filings" | ask skum bank=simulasi
order inquiry-va refuse
await 0 "inquiry-va: each went wrong as ordered" ordered inquiry-va
await $((filings - 2)) "inquiry-va: all are made" accounts live
is "one account a filing at the bank" "$((filings - 2))|$((filings - 2))" \
	"$(town show bank | awk -F '\t' '$0 ~ /terbuka/ { n++; if (!($1 in seen)) m++; seen[$1] } END { print n "|" m }')"

# ---- status: the watch asks for all that live ----
# shellcheck disable=SC2086
order status $wire $codes
order status refuse
await 0 "status: each went wrong as ordered" ordered status
is "status: nothing was taken for paid" 0 "$(sql 'SELECT count(*) FROM payment')"

# ---- delete-va: accounts are taken back, and asked for anew ----
# shellcheck disable=SC2086
order delete-va $wire $codes
head -n "$kinds" "$work/filings" | ask bayar.batal alasan=keliru
order delete-va refuse
await 0 "delete-va: each went wrong as ordered" ordered delete-va
# What the bank will not close waits for a person, who asks again.
dead() { sql "SELECT number FROM outbox WHERE kind = 'delete-va' AND state = 'dead'"; }
dead | xargs -I % loket outbox retry % --as rina >/dev/null 2>>"$work/steps"
await "$kinds" "delete-va: all are closed here" accounts cancelled
is "delete-va: and at the bank" "$((filings - 2 - kinds))" "$(town show bank | grep -c terbuka)"
head -n "$kinds" "$work/filings" | ask bayar.ulang
await $((filings - 2)) "delete-va: each has a new one" accounts live

# ---- update-va: each is given more time; what the bank refuses keeps the time it had, but "not found" and "paid"
# are looked up ----
refused=$((final - 3))
# shellcheck disable=SC2086
order update-va $wire $codes
later=$(date -u -d '+9 days' +%Y-%m-%d)
head -n "$kinds" "$work/filings" | ask bayar.perpanjang "sampai=$later" alasan=libur
order update-va refuse
await 0 "update-va: each went wrong as ordered" ordered update-va
messages() { sql "SELECT count(*) FROM outbox WHERE kind = 'update-va' AND state <> 'done'"; }
await 0 "update-va: every message has its end" messages
# here and at the bank: how many have the new time
longer() { sql "SELECT count(*) FROM va WHERE state = 'live' AND expires > (SELECT min(expires) FROM va) + 5 * 86400000"; }
is "update-va: and the same at the bank" "$(longer)" "$(town show bank | grep terbuka | grep -c "$later")"
# An account that is looked up and asked for again may meet the second "not found" of the table: then it is refused.
told="$(sql "SELECT count(*) FROM event WHERE text LIKE 'Bank tidak memperpanjang%'")"
ends 0 "update-va: a refusal is told ($told)" test "$told" -ge "$refused" -a "$told" -le "$final"
is "update-va: what is not refused has more time" $((kinds - told)) "$(longer)"

# ---- token: the old one is refused in mid-life, and no new one is to be had ----
# shellcheck disable=SC2086
order token drop-before drop-after slow malformed truncated oversized 503 $codes
town fail status 40101
head -n $((filings - 2)) "$work/filings" | ask bayar.tanya
order token refuse
await 0 "token: each went wrong as ordered" ordered token

# ---- a clock that is off by ten minutes ----
end_worker TERM
for minutes in +10 -10; do
	rows=$((rows + 1))
	filing=$(sed -n "$((filings - 1 + (rows % 2)))p" "$work/filings")
	begin_worker "$(date -u -d "$minutes minutes" +%Y-%m-%dT%H:%M:%SZ)"
	echo "$filing" | ask skum bank=simulasi
	timeout 3 tail --pid="$worker" -f /dev/null
	is "clock $minutes min: no account is made" 0 \
		"$(sql "SELECT count(*) FROM va v JOIN filing f ON f.id = v.filing WHERE f.reg = '$filing' AND v.state = 'live'")"
	end_worker TERM
done
begin_worker
await "$filings" "with the right clock both are" accounts live
await 0 "report: each went wrong as ordered" ordered report

# ---- notices, and the receiver shot and gone while they come ----
for kind in $notices; do
	rows=$((rows + 1))
	town fail --seconds 2 notify "$kind"
done
end_sim
begin_sim --pay-after 1
for _ in 1 2 3; do
	timeout 1 tail --pid="$worker" -f /dev/null
	end_worker KILL
	rows=$((rows + 1))
	begin_worker
done
done_steps() { sql "SELECT count(*) FROM step WHERE key = 'bayar' AND state = 'done'"; }
await "$filings" "all are paid" done_steps
await 0 "each notice went wrong as ordered" ordered notify

# ---- the end ----
untold() { town show payments | awk -F '\t' 'NR > 1' | grep -cv told; }
await 0 "the bank has been told of each" untold
is "each paid once at the bank" "$filings|$filings" \
	"$(town show bank | awk -F '\t' '/lunas/ { n++; if ($NF == 1) m++ } END { print n "|" m }')"
is "each payment booked once" "$filings|$filings|0" "$(sql 'SELECT count(*), count(DISTINCT trx), sum(suspense) FROM payment')"
is "no account lives on" 0 "$(accounts live)"
is "no message is left" 0 "$(sql "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'sending')")"
is "the journal is balanced" 0 "$(sql 'SELECT sum(amount) FROM journal_line')"
ends 0 "and sound" loket journal check --as adi
echo "# $rows mishaps over seven calls and the notices, $filings filings"
echo "1..$count"
