#!/bin/sh
# Print templates are held against what is printed with them: a column that is left out and a name that nobody
# gives are told with file and line, for every template and every column. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
loket init --people >/dev/null
own=$LOKET_HOME/forms/print
mkdir -p "$own"
ends 0 "the templates that come with the program hold" loket data check

# told PATTERN: data check refuses the home's template and says so.
told() {
	loket data check >"$work/said" 2>&1 && return 1
	grep -Eq -- "$1" "$work/said"
}
all_told() { # all_told TEMPLATE: each of its columns, left out in turn
	grep -n '<column.*{[a-z]' "$root/forms/print/$1.xml" | while IFS=: read -r line column; do
		name=$(echo "$column" | grep -o '{[a-z0-9_]*' | tr -d '{' | paste -sd '|' -) # of several, one is told
		sed "${line}d" "$root/forms/print/$1.xml" >"$own/$1.xml"
		told "forms/print/$1\.xml:[0-9]+: kolom \"($name)\"" || echo "# line $line, $name"
	done >"$work/untold"
	rm "$own/$1.xml"
	cat "$work/untold"
	[ ! -s "$work/untold" ]
}
misspelt() { # misspelt TEMPLATE: its first name
	line=$(grep -n '{[a-z]' "$root/forms/print/$1.xml" | grep -v '^[0-9]*:     ' | tail -1 | cut -d: -f1)
	sed "${line}s/{[a-z0-9_]*/&x/" "$root/forms/print/$1.xml" >"$own/$1.xml"
	told "forms/print/$1\.xml:$line: nama \"[a-z0-9_]*x\""
	end=$?
	rm "$own/$1.xml"
	return $end
}
for path in "$root"/forms/print/*.xml; do
	name=$(basename "$path" .xml)
	ends 0 "$name: a name that nobody gives is told" misspelt "$name"
	ends 0 "$name: each column that is left out is told" all_told "$name"
done

sed 's/<table rows="baris"/& leaves="tarif"/; /{tarif}/d' "$root/forms/print/skum.xml" >"$own/skum.xml"
ends 0 "a column may be left out on purpose" loket data check
cp "$own/skum.xml" "$own/lain.xml"
ends 0 "a template that nothing prints is told" loket data check
says "  by name" 'forms/print/lain\.xml'
echo "1..$count"
