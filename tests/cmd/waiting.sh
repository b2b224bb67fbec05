#!/bin/sh
# Who keeps the others from writing is named, and a terminal's stop does not keep them.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"

"$root/tests/home" people >/dev/null
lock=$LOKET_HOME/loket.lock

# awaits CONDITION: it comes true within half a minute.
awaits() {
	for _ in $(seq 300); do
		eval "$1" 2>/dev/null && return
		timeout 0.1 tail -f /dev/null
	done
	echo "# $1 did not come true"
}

# A program that is not ours has the lock; a command on a terminal says whom it waits for, then goes on.
flock "$lock" sh -c "echo \$\$ >'$work/pid'; until [ -s '$work/go' ]; do timeout 0.1 tail -f /dev/null; done" &
awaits "[ -s $work/pid ]"
script -qfec "loket user disable umar --as adi" "$work/screen" >/dev/null 2>&1 </dev/null &
waits=$!
awaits "grep -q menunggu $work/screen"
ends 0 "reading goes on meanwhile" loket status --as sari
echo 1 >"$work/go"
wait $waits
is "a command that waited ends well" 0 $?
is "  and said for which process" 1 "$(grep -c 'menunggu proses [0-9]' "$work/screen")"
is "  and did what it was told" 1 "$(sql "SELECT disabled FROM user WHERE name = 'umar'")"

# Stopped at its terminal an import first commits what it has begun; another command need not wait for it.
loket filing import "$root/data/sample/filings.xml" --as sari --again >"$work/import" 2>&1 &
import=$!
for _ in 1 2 3 4 5 6 7 8 9 10; do
	kill -TSTP $import 2>/dev/null
	timeout 20 loket user enable umar --as adi >"$work/said" 2>&1 || echo "stands behind a stopped import" >>"$work/behind"
	kill -CONT $import 2>/dev/null || break
done
wait $import
is "an import that was stopped again and again ends well" 0 $?
is "nobody waited for it without end" "" "$(cat "$work/behind" 2>/dev/null)"
echo "1..$count"
