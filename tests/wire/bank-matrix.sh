#!/bin/sh
# The wire to the bank, each call against each way it can go wrong: the connection, the answer, every refusal of
# the standard, the clock, and notices that are late, twice, out of order, forged or lost. A part is a call with a home
# of its own, in which many filings are; what is ordered for the call is worked off one by one. At the end each filing
# has one account at the bank, one payment, and stands where it should. Prints the size of the matrix. Speaks TAP, a
# plan a part.
# Usage: bank-matrix.sh [create-va | inquiry-va | status | delete-va | update-va | token | report | clock | notify]
if [ $# = 0 ]; then
	out=$(mktemp -d) parts=''
	trap 'kill $parts 2>/dev/null; rm -rf "$out"' EXIT
	trap 'exit 130' INT TERM
	for part in create-va inquiry-va status delete-va update-va token report clock notify; do
		"$0" "$part" >"$out/$part" 2>&1 &
		parts="$parts $!"
	done
	wait
	cat "$out"/*
	exit
fi
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/../cmd/common"
unset LANGUAGE || :
part=$1 sim='' worker='' rows=0
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
	LOKET_CLOCK=${1:-$LOKET_CLOCK} loketd --log "$work/loketd.log" >"$work/ready" 2>&1 &
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

"$root/tests/home" people >/dev/null
mkdir -p "$LOKET_HOME/sim" "$LOKET_HOME/data/banks"
town keys
sed 's/settle-seconds="[0-9]*"/settle-seconds="1"/; s/watch-seconds="[0-9]*"/watch-seconds="5"/; s/report-seconds="[0-9]*"/report-seconds="1"/
	s/connect-ms="[0-9]*"/connect-ms="1000"/; s/total-ms="[0-9]*"/total-ms="2000"/' \
	"$root/data/banks/simulasi.xml" >"$LOKET_HOME/data/banks/simulasi.xml"
begin_sim --pay-after 0
begin_worker

town_open() { town show bank | grep -c terbuka; }
# take HOW-MANY: so many filings wait for their e-SKUM.
take() {
	filings=$1
	loket-sim town --home "$work/town" --filings $((filings + 60)) --seed 3 >/dev/null
	loket filing import "$work/town"/*.xml --as sari >"$work/all" 2>/dev/null
	head -n "$filings" "$work/all" >"$work/filings"
	is "$filings filings wait for their e-SKUM" "$filings" "$(wc -l <"$work/filings")"
}
issue() { ask skum bank=simulasi <"$work/filings"; }
# bill HOW-MANY: and have their accounts.
bill() {
	take "$1"
	issue
	await "$filings" "each has an account" accounts live
}
# went CALL: what was ordered for it has happened.
went() { await 0 "$1: each went wrong as ordered" ordered "$1"; }

# ---- the calls ----
# shellcheck disable=SC2086 # a word each
matrix() { order "$1" ${2:-$wire} $codes; }

try_create() {
	take "$kinds"
	matrix create-va
	issue
	order create-va refuse
	went create-va
	await "$final" "create-va: what is refused for good waits for a person" accounts refused
	await $((kinds - final)) "create-va: all else is made" accounts live
	sql "SELECT f.reg FROM filing f JOIN va v ON v.filing = f.id WHERE v.state = 'refused'" | ask bayar.ulang
	await "$filings" "create-va: asked for again, they are made" accounts live
}

# Every making is in doubt, so the bank is asked what it holds.
try_inquiry() {
	take "$kinds"
	i=0
	while [ $i -lt "$kinds" ]; do
		town fail create-va drop-after
		i=$((i + 1))
	done
	matrix inquiry-va
	issue
	order inquiry-va refuse
	went inquiry-va
	await "$filings" "inquiry-va: all are made" accounts live
	is "one account a filing at the bank" "$filings|$filings" \
		"$(town show bank | awk -F '\t' '$0 ~ /terbuka/ { n++; if (!($1 in seen)) m++; seen[$1] } END { print n "|" m }')"
}

# The watch asks for all that live.
try_status() {
	bill "$kinds"
	matrix status
	order status refuse
	went status
	is "status: nothing was taken for paid" 0 "$(sql 'SELECT count(*) FROM payment')"
}

# Accounts are taken back, and asked for anew. What the bank will not close waits for a person, who asks again.
try_delete() {
	bill $((kinds + 5))
	matrix delete-va
	head -n "$kinds" "$work/filings" | ask bayar.batal alasan=keliru
	order delete-va refuse
	went delete-va
	sql "SELECT number FROM outbox WHERE kind = 'delete-va' AND state = 'dead'" |
		xargs -I % loket outbox retry % --as rina >/dev/null 2>>"$work/steps"
	await "$kinds" "delete-va: all are closed here" accounts cancelled
	is "delete-va: and at the bank" 5 "$(town_open)"
	head -n "$kinds" "$work/filings" | ask bayar.ulang
	await "$filings" "delete-va: each has a new one" accounts live
}

# Each is given more time; what the bank refuses keeps the time it had, but "not found" and "paid" are looked up.
try_update() {
	refused=$((final - 3))
	bill $((kinds + 5))
	matrix update-va
	later=$(given %F '+9 days')
	head -n "$kinds" "$work/filings" | ask bayar.perpanjang "sampai=$later" alasan=libur
	order update-va refuse
	went update-va
	await 0 "update-va: every message has its end" messages
	is "update-va: and the same at the bank" "$(longer)" "$(town show bank | grep terbuka | grep -c "$later")"
	# An account that is looked up and asked for again may meet the second "not found" of the table: then it is refused.
	told=$(sql "SELECT count(*) FROM event WHERE text LIKE 'Bank tidak memperpanjang%'")
	ends 0 "update-va: a refusal is told ($told)" test "$told" -ge "$refused" -a "$told" -le "$final"
	is "update-va: what is not refused has more time" $((kinds - told)) "$(longer)"
}
messages() { sql "SELECT count(*) FROM outbox WHERE kind = 'update-va' AND state <> 'done'"; }
# here and at the bank: how many have the new time
longer() { sql "SELECT count(*) FROM va WHERE state = 'live' AND expires > (SELECT min(expires) FROM va) + 5 * 86400000"; }

# The old one is refused in mid-life, and no new one is to be had.
try_token() {
	bill "$kinds"
	matrix token 'drop-before drop-after slow malformed truncated oversized 503'
	town fail status 40101
	ask bayar.tanya <"$work/filings"
	order token refuse
	went token
}

# One a second, whatever else there is to do.
try_report() {
	matrix report
	bill 10
	went report
}

# A clock that is off by ten minutes.
try_clock() {
	take 2
	end_worker TERM
	for minutes in +10 -10; do
		rows=$((rows + 1))
		filing=$(sed -n "${rows}p" "$work/filings")
		begin_worker "$(printf %+d $((LOKET_CLOCK + 60 * minutes)))"
		echo "$filing" | ask skum bank=simulasi
		timeout 3 tail --pid="$worker" -f /dev/null
		is "clock $minutes min: no account is made" 0 \
			"$(sql "SELECT count(*) FROM va v JOIN filing f ON f.id = v.filing WHERE f.reg = '$filing' AND v.state = 'live'")"
		end_worker TERM
	done
	begin_worker
	await "$filings" "with the right clock both are" accounts live
}

# Notices; the receiver is shot and gone while they come.
try_notify() {
	bill 60
	for kind in $notices; do
		rows=$((rows + 1))
		town fail --seconds 2 notify "$kind"
	done
	pay
	for _ in 1 2 3; do
		timeout 1 tail --pid="$worker" -f /dev/null
		end_worker KILL
		rows=$((rows + 1))
		begin_worker
	done
}

# pay: from now on the town pays what is asked.
pay() {
	end_sim
	begin_sim --pay-after 1
}

"try_${part%-va}"

# ---- the end ----
[ "$part" = notify ] || pay
done_steps() { sql "SELECT count(*) FROM step WHERE key = 'bayar' AND state = 'done'"; }
await "$filings" "all are paid" done_steps
went notify
untold() { town show payments | awk -F '\t' 'NR > 1' | grep -cv told; }
await 0 "the bank has been told of each" untold
is "each paid once at the bank" "$filings|$filings" \
	"$(town show bank | awk -F '\t' '/lunas/ { n++; if ($NF == 1) m++ } END { print n "|" m }')"
is "each payment booked once" "$filings|$filings|0" "$(sql 'SELECT count(*), count(DISTINCT trx), sum(suspense) FROM payment')"
is "no account lives on" 0 "$(accounts live)"
left() { sql "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'sending')"; }
await 0 "no message is left" left
is "the journal is balanced" 0 "$(sql 'SELECT sum(amount) FROM journal_line')"
ends 0 "and sound" loket journal check --as adi
echo "# $rows mishaps of $part, $filings filings"
echo "1..$count"
