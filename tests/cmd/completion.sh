#!/bin/sh
# What the shells complete is what there is: each command, its options and its fixed words, from `loket help`, asked of
# the scripts as the shells ask them. zsh's own compadd, _files and _describe are written down here, not carried out.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"

for shell in bash zsh fish; do
	ends 0 "$shell: a script is written" loket completion $shell
	cp "$work/said" "$work/$shell"
done
is "make writes the same" "" "$(for shell in bash zsh fish; do cmp "$work/$shell" "$LOKET_BUILD/completion/$shell"; done 2>&1)"

cat >"$work/ask.bash" <<'X'
source "$1"
compopt() { :; }
while IFS= read -r line; do
	read -ra COMP_WORDS <<<"$line"
	[[ $line == *' ' ]] && COMP_WORDS+=('')
	COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMPREPLY=()
	_loket
	printf '%s\t%s\n' "$line" "${COMPREPLY[*]}"
done
X
cat >"$work/ask.zsh" <<'X'
script=$1
compadd() { while [[ $1 != -- ]]; do shift; done; shift; reply+=("$@") }
_describe() { [[ $1 == -o ]] && shift; reply+=(${${(P)2}%%:*}) }
_files() { reply+=(*(N)) }
while IFS= read -r line; do
	words=(${=line})
	[[ $line == *' ' ]] && words+=('')
	CURRENT=$#words reply=()
	source $script
	printf '%s\t%s\n' "$line" "$reply"
done
X
cat >"$work/ask.fish" <<'X'
source $argv[1]
while read -d \n line
	printf '%s\t%s\n' $line (complete -C $line | string split -f1 \t | string join ' ')
end
X

# What to ask, and what must be among the answers: from the help of all commands and of each.
loket help >"$work/help"
sed -n 's/^  loket //p' "$work/help" | awk '
function fixed(word) { return word ~ /[a-z]\|/ && word !~ /^\[?BERKAS/ }
{
	first = $1; second = ""; at = 2
	if ($2 ~ /^[a-z]+$/ ) { second = $2; at = 3 }
	print "loket \t" first
	if (second != "") print "loket " first " \t" second
	name = second == "" ? first : first " " second
	line = "loket " name " "
	for (i = at; i <= NF; i++) {
		if (fixed($i)) { words = $i; gsub(/[][]|[A-Z][A-Z]+/, "", words); gsub(/\|/, " ", words); print line "\t" words }
		line = line "x "
	}
}' >"$work/wanted"
sed -n 's/^  loket //p' "$work/help" | awk '{ print $1 ($2 ~ /^[a-z]+$/ ? " " $2 : "") }' | sort -u | while read -r name; do
	# shellcheck disable=SC2086 # words
	loket help $name | sed -n 's/^  \(--[a-z-]*\).*/\1/p' | tr '\n' ' ' | sed "s/^/loket $name -	/"
	echo
done >>"$work/wanted"
cat >>"$work/wanted" <<'X'
loket -	--as --help --version
loket --as sari user 	add list
loket status --format 	table json csv
loket filing list --as sari --step 	akun skum panggilan
loket user add --roles 	petugas kasir
loket step 	akun skum skum.terbit panjar.akhir
loket register 	Pdt.G Pdt.P Pdt.GS
X
sed -i '/^$/d' "$work/wanted"
touch "$work/here.xml"
is "there is much to ask" 1 "$(($(wc -l <"$work/wanted") > 90))"

cut -f 1 "$work/wanted" >"$work/lines"
printf 'loket filing import \nloket step akun nam\n' >>"$work/lines"
for shell in bash zsh fish; do
	if ! command -v $shell >/dev/null; then
		count=$((count + 1))
		echo "ok $count - $shell # SKIP there is none here"
		continue
	fi
	(cd "$work" && case $shell in zsh) zsh -f ask.zsh ./zsh ;; fish) fish -N ask.fish ./fish ;; bash) bash ask.bash ./bash ;; esac) \
		<"$work/lines" >"$work/answers" 2>"$work/why"
	is "$shell: nothing is said beside" "" "$(cat "$work/why")"
	is "$shell: all that there is is offered" "" "$(awk -F '\t' '
		FILENAME ~ /answers/ { said[$1] = said[$1] " " $2 " "; next }
		{ n = split($2, word, " "); for (i = 1; i <= n; i++) if (!index(said[$1], " " word[i] " ")) print $1 "lacks " word[i] }' \
		"$work/answers" "$work/wanted" | head -5)"
	is "$shell: files, where a file is meant" 1 "$(grep '^loket filing import ' "$work/answers" | grep -c 'here\.xml')"
	is "$shell: fields, of the step" 1 "$(grep '^loket step akun nam' "$work/answers" | grep -c 'nama=')"
done

# Those of the other programs, by hand: their options and words are few.
for program in loketd loket-paper loket-sim loket-sippd; do
	is "$program: its words are complete" "" "$($program --help | grep -oE -e '--[a-z]+[a-z-]*' -e "^ +$program [a-z]+" |
		sed "s/^ *$program //" | sort -u | while read -r word; do
		grep -qw -e "$word" "$root/data/completion/$program" || echo "$word"
	done)"
done
echo "1..$count"
