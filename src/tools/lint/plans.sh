#!/bin/sh
# L9: every statement of src/store/sql prepares against the schema; a scan without an index is marked
# `-- scan: why`. Usage: plans.sh FOLDER-FOR-WORK
set -eu
sql=src/store/sql db=$1/plans.db
rm -f "$db"
for file in $(find $sql -name schema.sql; find $sql -name '[0-9]*.sql' | sort); do
	sqlite3 -bail "$db" <"$file" >"$1/plans.say" 2>&1 || echo "$file:0:L9: $(head -n 1 "$1/plans.say")"
done
# Each block into a file of its own, its name telling place and mark.
rm -rf "$1/plans"
mkdir "$1/plans"
# shellcheck disable=SC2016 # awk's own words
find $sql -name '[a-z]*.sql' ! -name schema.sql | sort | xargs awk -v out="$1/plans" '
/^-- name:/ { file = out "/" ++n; print FILENAME ":" FNR ":" $3 > file; next }
/^-- scan:/ { print "-- scan" > file; next }
n { print > file }'
for block in "$1"/plans/*; do
	place=$(sed -n 's/:[^:]*$//;1p' "$block") name=$(sed -n '1s/.*://p' "$block")
	{
		echo 'EXPLAIN QUERY PLAN'
		sed 1d "$block"
	} | sqlite3 -readonly "$db" >"$1/plans.say" 2>&1 || {
		echo "$place:L9: $name: $(head -n 1 "$1/plans.say")"
		continue
	}
	scan=$(grep -oE 'SCAN [a-z_]+$' "$1/plans.say" | head -n 1)
	[ -z "$scan" ] || grep -q '^-- scan' "$block" ||
		echo "$place:L9: $name: $scan without an index; add one, or a line '-- scan: why' after the name"
done
