#!/bin/sh
# A random year of a court, by seeds: filings, three banks, errors, repeats, late reports, closings, corrections, returns,
# deposits, year's end. A program that knows nothing of the product's reckoning writes the banks' statements and adds up
# plain sums; every account, case, book and report of the product says the same to the rupiah. Speaks TAP.
# Usage: [SEEDS="1 2 3 4 5"] [YEAR_FILINGS=40] tests/wire/year.sh         the long one: YEAR_FILINGS=10000 SEEDS=1
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
case ${LOKET_BUILD:=build/gcc} in /*) ;; *) LOKET_BUILD=$root/$LOKET_BUILD ;; esac
make -s -C "$root" "${LOKET_BUILD#"$root"/}/tests/year/court" build/clock.so || exit 3
LOKET_SHARE=$root YEAR_CLOCK=$root/build/clock.so
export LOKET_SHARE YEAR_CLOCK
unset LANGUAGE LD_PRELOAD LOKET_CLOCK || :
all=$(mktemp -d)
trap 'rm -rf "$all"' EXIT
trap 'exit 130' INT TERM

# one SEED: its year, in a home of its own
one() {
	YEAR_WORK=$all/$1 LOKET_HOME=$all/$1/home LOKET_PASSWORD_FILE=$all/$1/password
	export YEAR_WORK LOKET_HOME LOKET_PASSWORD_FILE
	mkdir -p "$YEAR_WORK"
	(umask 077 && echo loket >"$LOKET_PASSWORD_FILE")
	LD_PRELOAD=$YEAR_CLOCK LOKET_CLOCK=2026-01-02T00:00:00Z "$LOKET_BUILD/loket" init --people >"$YEAR_WORK/said" || cat "$YEAR_WORK/said"
	mkdir -p "$LOKET_HOME/data/mutasi"
	# a small year has weeks in which nothing is written
	sed -e 's|  <bank key="simulasi" name="Bank Contoh Syariah"/>|&\n  <bank key="bri" name="Bank Kedua"/>\n  <bank key="mandiri" name="Bank Ketiga"/>|' \
		-e 's/<clock minutes="[0-9]*"/<clock minutes="30000"/' "$root/data/court.xml" >"$LOKET_HOME/data/court.xml"
	for bank in bri mandiri; do cp "$root/data/mutasi/simulasi.xml" "$LOKET_HOME/data/mutasi/$bank.xml"; done
	node "$root/tests/year/world.js" "$1" "${YEAR_FILINGS:-40}" "$LOKET_BUILD/tests/year/court" "$LOKET_BUILD/loket"
	[ -z "${KEEP:-}" ] || cp -r "$LOKET_HOME" "$KEEP.$1"
}
# two at once, each to a file of its own
# shellcheck disable=SC2086 # a list of numbers
set -- ${SEEDS:-1 2 3 4 5}
while [ $# -gt 0 ]; do
	one "$1" >"$all/$1.tap" 2>&1 &
	[ $# -lt 2 ] || one "$2" >"$all/$2.tap" 2>&1
	wait
	cat "$all/$1.tap"
	[ $# -lt 2 ] || cat "$all/$2.tap"
	shift
	[ $# -eq 0 ] || shift
done
