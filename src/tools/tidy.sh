#!/bin/sh
# clang-tidy with what .clang-tidy chose. Minutes, not seconds, so it stands beside lint.sh.
# Usage: src/tools/tidy.sh [-t] [FILE.c | ROOM]…      -t  speaks TAP; without a name: all of src
# What it found in a file is kept in build/tidy, under the digest of all that its findings follow from: the file as
# the compiler sees it and as it is written, .clang-tidy, the flags and the program itself.
# An exception is written at the place, with its reason: /* lint: tidy … */
# shellcheck disable=SC2086,SC2089,SC2090 # lists of names and flags that hold no blanks
set -eu
cd "$(dirname "$0")/../.."
LC_ALL=C
export LC_ALL
tap=
[ "${1:-}" != -t ] || { tap=1 && shift; }
[ $# -gt 0 ] || set -- src/*.c src/*/*.c
mkdir -p build/tidy

# The analyzer's budget for a function, in states it looks at: a quarter of its default of 225,000, which took 6 of the
# 10 minutes that a check needs on two processors and found nothing more.
budget="-Xclang -analyzer-config -Xclang max-nodes=60000"
flags="-std=c17 -D_GNU_SOURCE -Iinclude -Ibuild/gcc/include -isystem /usr/include/libxml2 \
	-DLOKET_VERSION=\"\" \
	$(pkg-config --cflags pangocairo libmariadb | sed 's/-I/-isystem /g')"
program=$(stat -Lc '%n %s %Y' "$(command -v clang-tidy)")

tidy() { # tidy FILE: its findings
	# What it cannot see from another file; fault.c itself is that other file.
	[ "$1" = src/base/fault.c ] && more= || more="-include src/tools/lint/tidy.h"
	kept=build/tidy/$({
		echo "$program $flags $more $budget"
		clang -E $flags $more "$1" 2>&1
		cat "$1" .clang-tidy
	} | sha256sum | cut -d' ' -f1)
	[ -e "$kept" ] || { # what does not compile is not kept
		clang-tidy --quiet "$1" -- $flags $more $budget 2>/dev/null >"$kept.now" && mv "$kept.now" "$kept"
	} || kept=$kept.now
	sed -n "s|^$PWD/||; s/^\([^: ]*\):\([0-9]*\):[0-9]*: \(warning\|error\): /\1:\2:tidy: /p" "$kept"
}

[ -z "$tap" ] || echo "1..$#"
bad=0
for name; do
	if [ -d "src/$name" ]; then files=$(echo src/"$name"/*.c); else files=$name; fi
	found=$(for file in $files; do tidy "$file"; done | awk -v counted=/dev/null -f src/tools/lint/except.awk | sort -u)
	[ -z "$found" ] || bad=1
	if [ -n "$tap" ]; then
		[ -n "$found" ] && echo "not ok - tidy $name" || echo "ok - tidy $name"
		printf '%s' "$found" | sed 's/^/# /'
	elif [ -n "$found" ]; then
		echo "$found"
	fi
done
exit $bad
