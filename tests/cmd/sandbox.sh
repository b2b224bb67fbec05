#!/bin/sh
# The sandbox ends what it began, also when it is killed.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"

"$root/tests/home" people >/dev/null
# Until bank and SIPP have answered the worker's greeting, at most some seconds.
ends 0 "a command runs in it, bank and SIPP are there" loket sandbox -- sh -c '
	for turn in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		loket status --as budi --table hubungan --format csv | grep -c ,tersambung, | grep -qx 2 && exit 0
	done
	exit 1'
ends 7 "its code is the sandbox's" loket sandbox -- sh -c 'exit 7'

# Whose command line names this home, or whose environment does: all that belongs to the sandbox.
left() {
	for process in /proc/[0-9]*; do
		{ tr '\0' '\n' <"$process/environ"; } 2>/dev/null | grep -qx "LOKET_HOME=$LOKET_HOME" || continue
		name=$(cat "$process/comm" 2>/dev/null) || continue
		case $name in loketd | loket-sim | loket | loket-paper | tail) echo "$name" ;; esac
	done
}
is "nothing is left" "" "$(left)"

mkfifo "$work/ready"
loket sandbox -- sh -c "echo yes >'$work/ready'; exec tail -f /dev/null" >/dev/null 2>&1 &
box=$!
read -r _ <"$work/ready"
is "worker and simulator run beside it" "loket loket-sim loketd tail" "$(left | sort -u | tr '\n' ' ' | sed 's/ $//')"
kill -9 $box
wait $box 2>/dev/null
tries=0
while [ -n "$(left)" ] && [ $tries -lt 50 ]; do
	tries=$((tries + 1))
	timeout 0.1 tail -f /dev/null
done
is "killed, it leaves nothing running" "" "$(left)"
echo "1..$count"
