#!/bin/sh
# The signatures of loketd's own calls, seen by a bank made of Node and three independent libraries: first with
# token and shared secret, then with the court's key alone. Speaks TAP.
# shellcheck source=tests/npm/common
. "$(dirname "$0")/common"
PATH=$LOKET_BUILD:$PATH LOKET_HOME=$work/home LOKET_PASSWORD_FILE=$work/password
export PATH LOKET_HOME LOKET_PASSWORD_FILE
(umask 077 && echo loket >"$work/password")
home=$LOKET_HOME/sim keys=$home/keys
"$root/tests/home" people >/dev/null
mkdir -p "$home" "$LOKET_HOME/data/banks"
loket-sim keys --home "$home"

mkfifo "$work/bank.ready"
node "$(dirname "$0")/ours.js" >"$work/bank.said" 2>"$work/bank.err" 3>"$work/bank.ready" &
bank=$! worker=
trap 'kill $bank $worker 2>/dev/null; rm -rf "$work"' EXIT
read -r _ <"$work/bank.ready"

db() { sqlite3 -readonly -cmd '.timeout 2000' "$LOKET_HOME/loket.db" "$1"; }
# live N: until so many accounts are made, half a minute at most.
live() {
	for _ in $(seq 300); do
		[ "$(db "SELECT count(*) FROM va WHERE state = 'live'")" = "$1" ] && return
		timeout 0.1 tail -f /dev/null
	done
	tail -5 "$work/loketd.log"
	return 1
}
# worked N: a life of the worker, in which the account of one more filing is made.
worked() {
	mkfifo "$work/ready.$1"
	loketd --log "$work/loketd.log" >"$work/ready.$1" &
	worker=$!
	read -r _ <"$work/ready.$1"
	filing=$(sed -n "$1p" "$work/filings")
	loket step pendaftar.setuju --as budi --filing "$filing" setuju=ya >/dev/null 2>&1
	loket step skum --as rina --filing "$filing" bank=simulasi >/dev/null 2>&1
	ok "$2" live "$1"
	kill "$worker"
	wait "$worker"
	worker=
}
loket-sim town --home "$work/town" --filings 2 --seed 9 >/dev/null
loket filing import "$work/town"/*.xml --as sari >"$work/filings" 2>/dev/null
worked 1 'an account with token and secret'
sed 's/<call service=\("[^t][^"]*"\)/<call service=\1 signature="asimetris"/' "$root/data/banks/simulasi.xml" \
	>"$LOKET_HOME/data/banks/simulasi.xml"
worked 2 'an account with the key alone'
kill "$bank"
wait "$bank"
bank=
while read -r line; do
	case $line in
	'not ok '*) bad=$((bad + 1)) ;;
	'ok '*) ;;
	*) echo "# $line" && continue ;;
	esac
	count=$((count + 1))
	echo "${line%%ok *}ok $count - ${line#*ok }"
done <"$work/bank.said"
ok 'the bank said so' grep -q '^ok token' "$work/bank.said"
finish
