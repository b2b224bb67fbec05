#!/bin/sh
# L15: text for people passes _() or N_(), and every msgid is in every catalogue.
# A sentence is a string of several words that begins with a capital letter. Bank messages, the simulators
# and the log speak English. Usage: sentences.sh FOLDER-FOR-WORK
set -eu
sources=$(find src -name '*.c' ! -path 'src/sim/*' ! -path 'src/bank/*' ! -name 'loket-sim.c' | sort)
[ -n "$sources" ] || exit 0

# FILE:LINE<tab>msgid, a line for each place
list() {
	# shellcheck disable=SC2086 # names without blanks
	xgettext --language=C --from-code=UTF-8 --no-wrap -o - "$@" $sources 2>/dev/null | awk '
	/^#: / { places = places substr($0, 3); next }
	/^msgid / { id = substr($0, 7); more = 1; next }
	/^msgstr/ {
		n = split(places, place, " ")
		gsub(/""|^"|"$/, "", id)
		for (i = 1; i <= n; i++)
			print place[i] "\t" id
		places = id = ""
		more = 0
		next
	}
	more && /^"/ { id = id $0 }'
}
# xgettext -a gives up at bytes that are no UTF-8.
for source in $sources; do
	mkdir -p "$1/tree/$(dirname "$source")"
	sed 's/\\x[0-9a-f][0-9a-f]/?/g' "$source" >"$1/tree/$source"
done
list -k -k_ -kN_ | sort >"$1/marked"
list -a -D "$1/tree" | sort >"$1/all"
comm -13 "$1/marked" "$1/all" | awk -F '\t' '
{
	plain = $2
	gsub(/%[-0-9.*]*l?l?[a-z]/, "", plain)
}
plain ~ /^[A-Z][a-z]+ .*[a-z]/ {
	split($1, place, ":")
	line = before = ""
	for (i = 1; i <= place[2]; i++) {
		before = line
		getline line < place[1]
	}
	close(place[1])
	if (before line !~ /log_line|log_fault|lint: L15/)
		print $1 ":L15: \"" substr($2, 1, 40) "\": mark it with N_() or _()"
}'
# A sentence of a room that has no screen may be read at the command line, and so may the forms' own: none names a
# key. The face that shows it adds which.
awk -F '\t' '$1 !~ /^src\/(desk|tty)\// && $2 ~ /(^|[^A-Za-z0-9])F([1-9]|1[0-2])([^A-Za-z0-9]|$)/ {
	print $1 ":L15: \"" substr($2, 1, 40) "\": names a key; say what is to be done, and let src/desk add by which key"
}' "$1/marked"
find forms data -name '*.xml' 2>/dev/null | sort | while read -r form; do
	grep -nE '[^"A-Za-z0-9]F([1-9]|1[0-2])([^A-Za-z0-9]|$)' "$form" |
		sed "s|^\([0-9]*\):.*|$form:\1:L15: names a key; forms are read at the command line too|" || :
done
for catalogue in data/po/*.po; do
	[ -e "$catalogue" ] || continue
	src/tools/po.sh -o "$1/now.pot"
	msgcmp --use-fuzzy "$catalogue" "$1/now.pot" 2>&1 |
		sed -n "s|^[^:]*:[0-9]*: \(this message.*\)|$catalogue:0:L15: \1; make po|p" | sort | uniq -c |
		sed 's/^ *\([0-9]*\) \(.*\)/\2 (\1)/'
	# The same places %1 %2 in both languages.
	msgcat --no-wrap "$catalogue" | awk -v catalogue="$catalogue" '
	function places(text,    n, found) {
		for (n = 1; n < 10; n++)
			if (index(text, "%" n)) found = found n
		return found
	}
	/^msgid/ { id = $0; said = 0; text = ""; next }
	/^msgstr/ { said = 1 }
	/^"/ && !said { id = id $0 }
	said && /"/ { text = text $0 }
	/^$/ {
		if (text != "" && places(id) != places(text))
			print catalogue ":0:L15: " id ": other places %1 %2 in the translation"
		said = 0
		text = ""
	}'
done
