#!/bin/sh
# kill -9 at every write. Of the desk: at the first, second, third … write of the command that issues an e-SKUM,
# until it gets through; each time the same command is given again. Of the worker: at the first, second, third …
# write of its life, until it lives long enough to make an account and hear of its payment; the next one finishes
# what was left. At the end each filing has one account, one payment, here and at the bank. And of a worker that
# gives accounts more time and then closes them, all unpaid: at the end none is left, here or at the bank. The desk
# and the closing have homes of their own, and the writes of the paying worker are dealt out to several homes that
# run side by side. Speaks TAP, a plan a home.
homes=3
if [ $# = 0 ]; then
	out=$(mktemp -d) parts=''
	trap 'kill $parts 2>/dev/null; rm -rf "$out"' EXIT
	trap 'exit 130' INT TERM
	for part in desk closing $(seq $homes); do
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
part=$1 sim='' worker='' all=0
trap '[ -z "$worker" ] || kill -9 $worker 2>/dev/null; [ -z "$sim" ] || kill $sim 2>/dev/null; rm -rf "$work"' EXIT
shim=$work/kill-at.so
${CC:-gcc} -std=c17 -D_GNU_SOURCE -O2 -fPIC -shared -o "$shim" "$root/tests/wire/kill-at.c" || {
	echo "Bail out! no shim"
	exit 1
}

"$root/tests/home" people >/dev/null
mkdir -p "$LOKET_HOME/sim" "$LOKET_HOME/data/banks"
loket-sim keys --home "$LOKET_HOME/sim"
sed 's/settle-seconds="[0-9]*"/settle-seconds="1"/; s/watch-seconds="[0-9]*"/watch-seconds="5"/' \
	"$root/data/banks/simulasi.xml" >"$LOKET_HOME/data/banks/simulasi.xml"
mkfifo "$work/ready"
pays=1
[ "$part" != closing ] || pays=0
loket-sim serve --home "$LOKET_HOME/sim" --pay-after $pays >"$work/ready" 2>"$work/sim.log" &
sim=$!
{ read -r _ _ && read -r _ _; } <"$work/ready"
town() { loket-sim show --home "$LOKET_HOME/sim" "$1" | tail -n +2; }
loket-sim town --home "$work/town" --filings 160 --seed 11 >/dev/null
loket filing import "$work/town"/*.xml --as sari >"$work/filings" 2>/dev/null
exec 3<"$work/filings"

begin_worker() {
	rm -f "$work/ready.worker"
	mkfifo "$work/ready.worker"
	loketd --log "$work/loketd.log" >"$work/ready.worker" 2>&1 &
	worker=$!
	read -r _ <"$work/ready.worker"
}
# until_is VALUE SQL: two minutes at most, on however slow a machine.
until_is() {
	end=$(($(date +%s) + 120))
	while [ "$(sql "$2")" != "$1" ] && [ "$(date +%s)" -lt $end ]; do
		timeout 0.05 tail -f /dev/null
	done
}
left="SELECT count(*) FROM outbox WHERE state IN ('waiting', 'sending')"
paid="SELECT count(*) FROM step WHERE key = 'bayar' AND state = 'done'"
# What is still to be sent is sent, by a worker nobody shoots at.
finish() {
	begin_worker
	until_is 0 "$left"
	kill $worker
	wait $worker
}

# ---- the desk ----
shoot_desk() {
	deaths=0 wrong=0
	while read -r filing <&3; do
		once=01M8$(printf '%022d' $deaths)
		LD_PRELOAD="$shim $LD_PRELOAD" KILL_AT=$((deaths + 1)) loket step skum --as rina --filing "$filing" --once "$once" \
			bank=simulasi >/dev/null 2>&1
		code=$?
		[ $code = 137 ] || break
		deaths=$((deaths + 1))
		loket step skum --as rina --filing "$filing" --once "$once" bank=simulasi >/dev/null 2>"$work/again" ||
			wrong=$((wrong + 1))
	done 2>/dev/null
	all=$((deaths + 1))
	is "the desk gets through in the end" 0 "$code"
	is "whoever was shot did it by the second try" 0 "$wrong"
	is "one account is asked for each" "$all|$all|$all" \
		"$(sql 'SELECT count(*), count(DISTINCT filing), (SELECT count(*) FROM outbox) FROM va')"
	is "there was something to shoot at" yes "$([ $deaths -gt 10 ] && echo yes)"
	echo "# the desk was shot at each of $deaths writes"
}

# ---- the worker ----
# life N VALUE SQL: shot at the Nth write, or ended when nothing is left to send and SQL says VALUE. False: it was
# shot.
life() {
	LD_PRELOAD="$shim $LD_PRELOAD" KILL_AT=$1 loketd --log "$work/loketd.log" >/dev/null 2>&1 &
	worker=$! end=$(($(date +%s) + 30))
	while kill -0 $worker 2>/dev/null && [ "$(date +%s)" -lt $end ] &&
		[ "$(sql "SELECT ($left), ($3)")" != "0|$2" ]; do
		timeout 0.05 tail --pid=$worker -f /dev/null
	done
	kill $worker 2>/dev/null
	wait $worker
	[ $? != 137 ]
}
shoot_worker() {
	lives=0 through=0 at=$((part - homes))
	while read -r filing <&3; do
		loket step skum --as rina --filing "$filing" bank=simulasi >/dev/null 2>&1 || continue
		[ "$(sql "SELECT count(*) FROM va v JOIN filing f ON f.id = v.filing WHERE f.reg = '$filing'")" = 1 ] || continue
		lives=$((lives + 1)) at=$((at + homes * (at < 120 ? 1 : 8)))
		if life $at 1 "SELECT count(*) FROM payment p JOIN filing f ON f.id = p.filing WHERE f.reg = '$filing'"; then
			through=$((through + 1))
			[ $through -lt 2 ] || break
		else
			finish
		fi
	done 2>/dev/null
	all=$lives
	is "the worker lives through it in the end" 2 $through
	is "there was something to shoot at" yes "$([ $((lives * homes)) -gt 60 ] && echo yes)"
	echo "# the worker was shot $((lives - through)) times, at every $(printf %d $homes)th of its first 120 writes" \
		"from the ${part}th and on to the ${at}th"
}

# ---- the worker that closes ----
live="SELECT count(*) FROM va WHERE state = 'live'"
town_open() { town bank | grep -c terbuka; }
shoot_closing() {
	lives=0 through=0 at=0 all=60
	head -n $all "$work/filings" >"$work/closing"
	begin_worker
	xargs -a "$work/closing" -I % loket step skum --as rina --filing % bank=simulasi >/dev/null 2>&1
	until_is $all "$live"
	kill $worker
	wait $worker
	later=$(given %F '+9 days')
	while read -r filing; do
		loket step bayar.perpanjang --as rina --filing "$filing" "sampai=$later" alasan=libur >/dev/null 2>&1
		[ $((lives % 2)) = 0 ] || loket step bayar.batal --as rina --filing "$filing" alasan=keliru >/dev/null 2>&1
		lives=$((lives + 1)) at=$((at + 3))
		if life $at 0 "SELECT 0"; then
			through=$((through + 1))
			[ $through -lt 4 ] || break
		else
			finish
		fi
	done <"$work/closing" 2>/dev/null
	is "the closing worker lives through it in the end" 4 $through
	is "there was something to shoot at" yes "$([ $lives -gt 12 ] && echo yes)"
	echo "# the closing worker was shot $((lives - through)) times, at every third of its writes"
	is "what was only given more time lives on" $((all - lives / 2)) "$(sql "$live")"
	is "and so it does at the bank" $((all - lives / 2)) "$(town_open)"
	is "each that was given time has it at the bank" "$(((lives + 1) / 2))" "$(town bank | grep terbuka | grep -c "$later")"
	sed -n "1,${lives}p" "$work/closing" | sed -n '1~2p' |
		xargs -I % loket step bayar.batal --as rina --filing % alasan=keliru >/dev/null 2>&1
	sed "1,${lives}d" "$work/closing" | xargs -I % loket step bayar.batal --as rina --filing % alasan=keliru >/dev/null 2>&1
	finish
	is "closed, none is left here" 0 "$(sql "$live")"
	is "nor at the bank" 0 "$(town_open)"
	is "no message is left" 0 "$(sql "$left")"
	ends 0 "the books are sound" loket journal check --as adi
	echo "1..$count"
	exit
}

case $part in
desk) shoot_desk ;;
closing) shoot_closing ;;
*) shoot_worker ;;
esac

# ---- what was left is finished ----
begin_worker
until_is "$all" "$paid"
until_is 0 "$left"
[ "$(sql "$paid")" = "$all" ] || { # what a person would look at first
	sql "SELECT f.reg, v.trx, v.state, v.closing, o.kind, o.state, o.tries, o.error, p.id FROM filing f
		JOIN va v ON v.filing = f.id LEFT JOIN outbox o ON o.filing = f.id LEFT JOIN payment p ON p.filing = f.id
		WHERE f.seq IN (SELECT filing FROM step WHERE key = 'bayar' AND state <> 'done')" | sed 's/^/# /'
	town payments | grep -v told | sed 's/^/# /'
	tail -n 40 "$work/loketd.log" "$work/sim.log" | sed 's/^/# /'
}
is "all are paid" $all "$(sql "$paid")"
is "one account a filing" "$all|$all" "$(sql 'SELECT count(*), count(DISTINCT filing) FROM va')"
is "as many at the bank" $all "$(town bank | wc -l)"
is "one payment each" "$all|$all|0" "$(sql 'SELECT count(*), count(DISTINCT trx), sum(suspense) FROM payment')"
is "one payment each at the bank" $all "$(town payments | wc -l)"
is "no message is left" 0 "$(sql "$left")"
is "the journal balances" 0 "$(sql 'SELECT sum(amount) FROM journal_line')"
ends 0 "and is sound" loket journal check --as adi
ends 0 "the database is whole" sh -c "sqlite3 -readonly '$LOKET_HOME/loket.db' 'PRAGMA integrity_check' | grep -qx ok"
echo "1..$count"
