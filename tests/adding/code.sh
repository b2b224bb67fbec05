#!/bin/sh
# What is added with a few lines of C: an act, a column of a report, a command, a data file, a paper, a query. All are
# added in one copy, which is built once, and each is tried. Usage: tests/adding/code.sh [PART…] (tests/adding/code/)
# shellcheck source=tests/adding/common
. "$(dirname "$0")/common"
# shellcheck disable=SC2046 # names without blanks
[ $# -gt 0 ] || set -- $(ls "$root/tests/adding/code")
copy_built
for part in "$@"; do
	echo "# $part"
	# shellcheck source=tests/adding/code/act
	. "$root/tests/adding/code/$part"
	begin
	add
done
ends 0 "it builds" build "$built/loket" locale
LOKET_CLOCK=2026-11-25T03:00:00Z
export LOKET_CLOCK
loket init --people >/dev/null
cp "$tree/data/sample/"*.pdf "$tree/data/sample/naskah.rtf" "$work"
loket filing import "$tree/data/sample/filings.xml" --as sari >/dev/null 2>&1
for part in "$@"; do
	echo "# $part"
	. "$root/tests/adding/code/$part"
	show
done
ends 0 "lint has nothing to say" "$tree/src/tools/lint.sh" -b "$built" L1 L9 L12 L15 L16 L17 L22
echo "1..$count"
