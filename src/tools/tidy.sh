#!/bin/sh
# clang-tidy with what .clang-tidy chose. Minutes, not seconds, so it stands beside lint.sh.
# Usage: src/tools/tidy.sh [-t] [ROOM…]      -t  speaks TAP; no ROOM: all of them and the mains
# An exception is written at the place, with its reason: /* lint: tidy … */
# shellcheck disable=SC2046,SC2086,SC2089,SC2090 # lists of names and flags that hold no blanks
set -eu
cd "$(dirname "$0")/../.."
LC_ALL=C
export LC_ALL
tap=
[ "${1:-}" != -t ] || { tap=1 && shift; }
[ $# -gt 0 ] || set -- $(find src -mindepth 1 -maxdepth 1 -type d ! -name tools -printf '%f ') mains

flags="-std=c17 -D_GNU_SOURCE -Iinclude -Ibuild/gcc/include -isystem /usr/include/libxml2 \
	-DLOKET_VERSION=\"\" -DLOKET_PREFIX=\"\" -DLOKET_SOURCE=\"\" \
	$(pkg-config --cflags pangocairo libmariadb | sed 's/-I/-isystem /g')"

findings() { # findings FILES…
	for file; do
		# What it cannot see from another file; fault.c itself is that other file.
		[ "$file" = src/base/fault.c ] && more= || more="-include src/tools/lint/tidy.h"
		clang-tidy --quiet "$file" -- $flags $more 2>/dev/null || :
	done | sed -n "s|^$PWD/||; s/^\([^: ]*\):\([0-9]*\):[0-9]*: \(warning\|error\): /\1:\2:tidy: /p"
}

[ -z "$tap" ] || echo "1..$#"
bad=0
for room; do
	if [ "$room" = mains ]; then files=$(echo src/*.c); else files=$(echo src/"$room"/*.c); fi
	found=$(findings $files | awk -v counted=/dev/null -f src/tools/lint/except.awk | sort -u)
	[ -z "$found" ] || bad=1
	if [ -n "$tap" ]; then
		[ -n "$found" ] && echo "not ok - tidy $room" || echo "ok - tidy $room"
		printf '%s' "$found" | sed 's/^/# /'
	elif [ -n "$found" ]; then
		echo "$found"
	fi
done
exit $bad
