#!/bin/sh
# The grammar of a relaas (data/letters.xml): every combination is printed and says what tests/paper/summons.txt says;
# what would make one untrue is told with its line.
# Usage: tests/cmd/summons.sh [--write]    (--write: what is printed now becomes summons.txt; read the diff)
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
kept=$root/tests/paper/summons.txt
loket init --people >/dev/null

# Each text once, with a number; then each combination (channel, outcome, side, person) by the numbers of its texts.
numbered() {
	sqlite3 -separator '	' :memory: ".import --csv $1 line" "SELECT keadaan, bagian || ': ' || kalimat FROM line" |
		awk -F '\t' '
	!($2 in number) { number[$2] = ++texts; printf "%d %s\n", texts, $2 }
	!($1 in numbers) { order[++count] = $1 }
	{ numbers[$1] = numbers[$1] " " number[$2] }
	END { for (i = 1; i <= count; i++) print order[i] ":" numbers[order[i]] }'
}
ends 0 "each combination has its text" loket data summons --as umar --format csv
numbered "$work/said" >"$work/summons.txt"
[ "${1:-}" != --write ] || cp "$work/summons.txt" "$kept"
ends 0 "which is the one that is kept" diff -u "$kept" "$work/summons.txt"
is "as many as data check tried" "$(loket data check | sed -n 's/^ok: \([0-9]*\) keadaan.*/\1/p')" "$(grep -c '^[a-z]' "$kept")"

# One of each channel as a paper, before anything is recorded and after.
for one in 'elektronik E 1 orang' 'surat_tercatat S_retur 2 wali' 'jurusita - 2 orang' 'jurusita T_lurah 2 badan' \
	'ghaib GHAIB 2 orang' 'umum UMUM 4 badan' 'delegasi Y 2 orang' 'luar_negeri L_kirim 2 orang'; do
	# shellcheck disable=SC2086
	set -- $one
	ends 0 "$one is a paper" loket data summons --as umar "$@" --pdf
	pdf=$(grep -v kuasa "$work/said")
	ends 0 "  of one page a copy" sh -c "test \"\$(pdfinfo '$pdf' | awk '/^Pages/ { print \$2 }')\" = 2"
done
ends 0 "the words meant are all of the combination" loket data summons --as umar ghaib v kuasa orang GHAIB_1 --format csv
says "its article stands beside each sentence" 'PP 9/1975 pasal 27'

# told WHAT SED PATTERN: data/letters.xml changed so is refused, and data check says why.
told() {
	mkdir -p "$LOKET_HOME/data"
	sed "$2" "$root/data/letters.xml" >"$LOKET_HOME/data/letters.xml"
	cmp -s "$root/data/letters.xml" "$LOKET_HOME/data/letters.xml" && echo "# nothing changed"
	ends 2 "$1" loket data check
	says "  it is told" "$3"
	rm "$LOKET_HOME/data/letters.xml"
}
told "a sentence that is gone" '/outcome="S_kirim" says="bukti"/d' 'surat_tercatat S_kirim 2 orang harus mengatakan "bukti"'
told "a part that is lacking" '/<sentence channel="umum" source="HIR 390 ayat 3; RBg 718 ayat 3">RELAAS/d' 'relaas umum UMUM 2 orang: bagian judul kurang'
told "one that says what did not happen" 's/says="tidak_sampai" \(source="HIR 121 ayat 2; RBg 145 ayat 2"\)>/says="tidak_sampai salinan" \1>/' 'T_pindah 2 orang tidak boleh mengatakan "salinan"'
told "a name that does not exist" 's/{sebab}/{sebabnya}/' 'letters.xml:[0-9]+: "sebabnya" tidak dapat diisi'
told "a bracket that is not closed" 's/\[, {negara}\]/[, {negara}/' 'letters.xml:[0-9]+: "\[" tidak dapat diisi'
told "a channel that does not exist" 's/channel="umum"/channel="umumnya"/' 'kanal "umumnya" tidak ada'
told "a sentence that nobody gets" 's/channel="elektronik" outcome="E_gagal" says="laksana"/channel="ghaib" outcome="E_gagal" says="laksana"/' 'letters.xml:[0-9]+: kalimat ini tidak dipakai'
told "a sentence that does not end" 's/{hubungan};<\/sentence>/{hubungan}<\/sentence>/' 'bukan kalimat utuh'
echo "1..$count"
