#!/bin/sh
# L16: every XML of forms/ and data/ is valid by an XSD of the tree, and every XSD is used.
# The schema of a document is the one that has the document's root among its outermost elements.
set -eu
schemas=$(find forms data -name '*.xsd' 2>/dev/null | sort)
used=$(mktemp)
trap 'rm -f "$used" "$used.say"' EXIT

find forms data tests/paper tests/cmd -name '*.xml' 2>/dev/null | sort | while read -r file; do
	root=$(sed -n 's/^ *<\([A-Za-z][A-Za-z0-9:_-]*\).*/\1/p' "$file" | head -n 1)
	# shellcheck disable=SC2086 # names without blanks
	schema=$([ -z "$schemas" ] || grep -lE "^(  |	)?<xs:element name=\"$root\"" $schemas | head -n 1)
	if [ -z "$schema" ]; then
		echo "$file:0:L16: no schema knows the root $root"
		continue
	fi
	echo "$schema" >>"$used"
	xmllint --noout --nonet --schema "$schema" "$file" 2>"$used.say" ||
		sed -n 's/^\([^:]*\):\([0-9]*\): \(.*\)/\1:\2:L16: \3/p' "$used.say"
done
# shellcheck disable=SC2046,SC2086
for schema in $schemas; do
	grep -qx "$schema" "$used" || grep -qrwF "$(basename "$schema" .xsd)" src --include='*.c' --include='*.h' ||
		grep -qF "schemaLocation=\"$(basename "$schema")\"" $(dirname "$schema")/*.xsd ||
		echo "$schema:0:L16: no document uses it"
done
