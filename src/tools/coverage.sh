#!/bin/sh
# Prints which share of each room's lines unit tests and walks ran.
# Usage: src/tools/coverage.sh build/gcc-cover
set -eu
notes=$(find "$1" -name '*.gcno' ! -path '*/tests/*')
[ -n "$notes" ] || exit 0
echo
echo "Coverage by unit tests and walks, lines:"
# shellcheck disable=SC2086 # a list of names
gcov -n $notes 2>/dev/null | awk '
/^File / { file = $2; gsub(/\047/, "", file); next }
/^Lines executed:/ && file ~ /^src\// {
	split(file, part, "/")
	split($0, number, /[:% ]+/)
	room = part[2] ~ /\.c$/ ? "mains" : part[2]
	all[room] += $NF
	ran[room] += number[3] * $NF / 100
	file = ""
}
END {
	for (room in all) {
		printf "  %-8s %5.1f %%  of %d\n", room, 100 * ran[room] / all[room], all[room] | "sort"
		sum += all[room]
		good += ran[room]
	}
	close("sort")
	if (sum) printf "  %-8s %5.1f %%  of %d\n", "all", 100 * good / sum, sum
}'
