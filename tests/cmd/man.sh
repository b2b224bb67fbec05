#!/bin/sh
# Every example of the man pages runs: the lines beginning with `$ ` in their section EXAMPLES, a page at a
# time and in order, in a folder with forms/, data/ and tests/ and a fresh sample home. What opens a
# screen or changes the machine itself is left to the walks and to people. Speaks TAP.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
PATH=$root/${LOKET_BUILD:-build/gcc}:$PATH
LOKET_SHARE=$root
export PATH LOKET_SHARE
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(umask 077 && echo loket >"$work/password")
export LOKET_PASSWORD_FILE="$work/password"

# A page's examples, a line each; a line ending with a backslash goes on in the next.
examples() {
	awk '
	/^\.Sh / { here = /EXAMPLES|CONTOH/ }
	here && /^(\.Dl )?\$ / { more = 1; line = "" }
	here && more {
		text = $0
		sub(/^(\.Dl )?\$ /, "", text)
		gsub(/\\&/, "", text)
		gsub(/\\-/, "-", text)
		gsub(/\\\(aq/, "\047", text)
		gsub(/\\\(dq/, "\"", text)
		goes = sub(/(\\e|\\)$/, "", text)
		line = line text
		if (!goes) { print line; more = 0 }
	}' "$1"
}

count=0
for page in "$root"/man/*.[1578] "$root"/man/id/*.[1578]; do
	[ -e "$page" ] || continue
	examples "$page" >"$work/examples"
	[ -s "$work/examples" ] || continue
	rm -rf "$work/here"
	mkdir "$work/here"
	for folder in forms data tests man; do ln -s "$root/$folder" "$work/here/$folder"; done
	export LOKET_HOME="$work/here/home"
	grep -q 'loket init' "$work/examples" || ! command -v loket >/dev/null || loket init --people >/dev/null
	while IFS= read -r example; do
		case $example in
		loket | 'loket sandbox' | LANGUAGE=*loket | sudo* | systemctl* | make* | su\ * | man\ *) continue ;;
		esac
		count=$((count + 1))
		if (cd "$work/here" && timeout 60 sh -c "$example") >"$work/said" 2>&1 </dev/null; then
			echo "ok $count - $(basename "$page"): $example"
		else
			echo "not ok $count - $(basename "$page"): $example"
			sed 's/^/# /' "$work/said" | head -20
		fi
	done <"$work/examples"
done
echo "1..$count"
