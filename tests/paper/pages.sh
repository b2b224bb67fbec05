#!/bin/sh
# No page after the first holds only signatures, a code, a sum or one row of a table: every paper with 1, 2, 5 and 12
# rows in each of its lists (parties, lines of the e-SKUM, cases), with names as they are and long ones, by the place of
# each word on the page. Speaks TAP.
# Usage: tests/paper/pages.sh
# shellcheck source=tests/paper/common
. "$(dirname "$0")/common"

# filled FIXTURE ROWS LONG: its rows repeated to so many, but the captions of the copies (one copy); names with LONG behind.
filled() {
	awk -v wanted="$2" -v long="$3" '
	/<rows n="lembar"/ { skip = 1 }
	skip { skip = !/<\/rows>/; next }
	/<v n="nama">/ && long != "" { gsub(/<v n="nama">[^<]*/, "& " long) }
	!/<row>/ && /<v n="pihak">/ {
		sub(/<\/v>/, "")
		for (i = 2; i <= wanted; i++)
			$0 = $0 ", PIHAK YANG KE-" i " " long " sebagai Turut Tergugat " i
		$0 = $0 "</v>"
	}
	/<rows n=/ { inside = 1; n = 0; print; next }
	inside && /<\/rows>/ {
		for (i = 0; n > 0 && i < wanted; i++) {
				row = kept[i % n]
				if (i >= n)
					sub(/<\/v>/, " " i + 1 "&", row)
				print row
			}
		inside = 0
	}
	inside && /<row>/ { kept[n] = ""; open = 1 }
	open { kept[n] = kept[n] $0 "\n"; if (/<\/row>/) { open = 0; n++ } next }
	{ print }' "$here/$1.xml"
}

# alone PDF: each page after the first that has too little of the text, with what stands there. Words of one line stand
# within 3 points of each other; text begins at the left margin, a signature and a title do not; lines of the page before
# are the head of a table that comes again.
alone() {
	pdftotext -bbox "$1" - | awk '
	function line_end() {
		if (line == "")
			return
		head = line in before[0]
		now[line] = 1
		if (line ~ /halaman [0-9]+ dari [0-9]+$/) { match(line, /halaman [0-9]+/); number = substr(line, RSTART + 8, RLENGTH - 8) + 0 }
		else if (!head && top > 42) {
			if (first == "") first = line
			if (left < margin + 30) full++
			if (left < margin + 30 && line ~ /^[0-9]+ /) rows++
		} else if (head) heads++
		line = ""
	}
	function page_end() {
		line_end()
		if (number > 1) {
			why = ""
			if (full < 2 && rows < 2) why = "only " full " lines of text"
			if (first ~ /^(Total|Jumlah|TOTAL|JUMLAH) .*[0-9]/) why = "a sum: " first
			if (heads > 0 && rows == 1 && full <= 1) why = "one row"
			if (why != "") { print FILENAME "page " number ": " why; bad = 1 }
		}
		delete before[0]
		for (k in now) before[0][k] = 1
	}
	/<page / { delete now; line = ""; first = ""; number = full = rows = heads = 0; y = -99; words = 0 }
	/<word / {
		split($0, at, "\""); text = $0; sub(/^[^>]*>/, "", text); sub(/<\/word>.*/, "", text)
		if (at[4] - y > 3 || y - at[4] > 3) { line_end(); left = at[2]; top = at[4] }
		y = at[4]
		if (at[2] < left) left = at[2]
		if (margin == 0 || (at[2] < margin && at[2] > 20)) margin = at[2]
		line = line == "" ? text : line " " text
	}
	/<\/page>/ { page_end() }
	BEGIN { before[0][""] = 1 }
	END { exit bad }'
}
holds() { # FIXTURE TEMPLATE ROWS LONG
	filled "$1" "$3" "$4" >"$work/view.xml" &&
		"$paper" --template "$root/forms/print/$2.xml" "$work/view.xml" >"$work/$1-$3.pdf" && alone "$work/$1-$3.pdf"
}
pages() { pdfinfo "$work/$1.pdf" | awk '/^Pages/ { print $2 }'; }

LONG='NURUL HIDAYATI KUSUMANINGRUM binti K.H. MUHAMMAD DAHLAN PRAWIRANEGARA ADIWIJAYA'
while read -r name template; do
	for rows in 1 2 5 12; do
		ok "$name, $rows rows" holds "$name" "$template" "$rows" ""
		case $name:$rows in
		skum*:[125] | relaas*:[12]) ok "  on one page" test "$(pages "$name-$rows")" = 1 ;;
		esac
		ok "$name, $rows rows, long names" holds "$name" "$template" "$rows" "$LONG"
		case $name in kwitansi*) ok "  on one page" test "$(pages "$name-$rows")" = 1 ;; esac
	done
done <<'LIST'
skum skum
skum-nihil skum
skum-lunas skum
relaas relaas
relaas-penggugat relaas
relaas-volunter relaas
kwitansi kwitansi
kwitansi-penuh kwitansi
tanda-terima tanda-terima
pemberitahuan pemberitahuan
laporan-perkara laporan-perkara
laporan-tahunan laporan-tahunan
register register
jurnal jurnal
buku-induk buku-induk
buku-kas buku-kas
buku-hhk buku-hhk
buku-tak-bertuan buku-tak-bertuan
lipa-7a lipa-7a
buku-jurnal buku-jurnal
sisa-panjar sisa-panjar
teguran-sisa teguran-sisa
berita-acara-sisa berita-acara-sisa
rekonsiliasi rekonsiliasi
surat-panggilan surat-panggilan
panggilan-elektronik panggilan-elektronik
pengumuman pengumuman
panggilan-umum panggilan-umum
tabayun tabayun
rogatori rogatori
instrumen instrumen
relaas-tabayun relaas-tabayun
penunjukan penunjukan
pengantar pengantar
formulir-rogatori formulir-rogatori
media media
penutupan penutupan
permohonan-prodeo permohonan-prodeo
penetapan-prodeo penetapan-prodeo
konsep konsep
mengapa mengapa
register-surat register-surat
sah-patut sah-patut
daftar-kirim daftar-kirim
rute rute
register-tabayun register-tabayun
LIST

# twelve.xml: a bill of twelve lines, of five parties.
filled skum-lunas 12 "" | awk '/<v n="pihak">/ { gsub(/, PIHAK YANG KE-([6-9]|1[0-2])[^,<]*/, "") } { print }' >"$work/twelve.xml"
"$paper" --template "$root/forms/print/skum.xml" "$work/twelve.xml" >"$work/twelve.pdf"
ok "a bill of twelve lines and five parties is one page" test "$(pages twelve)" = 1

# What the rule would let through is told: each of these is broken by hand.
told() { # WHAT SED
	sed "$2" "$root/forms/print/skum.xml" >"$work/broken.xml"
	"$paper" --template "$work/broken.xml" "$here/skum-ulang.xml" >"$work/broken.pdf" && ! alone "$work/broken.pdf" >"$work/alone" &&
		grep -q "$1" "$work/alone"
}
ok "signatures alone are told" told 'only . lines' 's,<signatures ,<page/>&,'
ok "a sum alone is told" told 'a sum' 's,<para align="justify">Total,<page/>&,'
echo "1..$count"
[ "$bad" -eq 0 ]
