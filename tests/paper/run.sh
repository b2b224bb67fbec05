#!/bin/sh
# Papers: each sample view printed with its template says exactly what NAME.txt says, embeds its fonts, is
# a sound PDF and comes out the same twice; and the helper keeps its protocol. Speaks TAP.
# Usage: tests/paper/run.sh [--write]    (--write: what is printed now becomes NAME.txt; read the diff)
# shellcheck source=tests/paper/common
. "$(dirname "$0")/common"
write=${1:-}

make_pdf() { "$paper" --template "$root/forms/print/$2.xml" "$here/$1.xml" >"$work/$1.pdf"; }
embedded() { pdffonts "$1" | awk 'NR > 2 && $(NF - 4) != "yes" { bad = 1; print } END { exit bad }'; }
again() {
	"$paper" --template "$root/forms/print/$2.xml" "$here/$1.xml" | cmp - "$work/$1.pdf"
}
# The words in the order in which they were drawn, a line a line: not how far apart they stand.
says() {
	pdftotext -raw "$work/$1.pdf" - | sed "s/  */ /g; s/ \$//; /^\$/d" >"$work/$1.txt"
	[ "$write" != --write ] || cp "$work/$1.txt" "$here/$1.txt"
	diff -u "$here/$1.txt" "$work/$1.txt"
}

# Every code on the paper is read by a reader that shares nothing with the one that drew it.
scanned() {
	xmllint --xpath 'string(//*[@n="qr"])' "$here/$1.xml" >"$work/wanted"
	pdftoppm -r 150 -png "$work/$1.pdf" "$work/$1"
	zbarimg -q --raw "$work/$1"-*.png | sort -u >"$work/scanned"
	test -s "$work/wanted" && diff "$work/wanted" "$work/scanned"
}

# ---- the papers: NAME TEMPLATE ----
while read -r name template; do
	ok "$name is printed" make_pdf "$name" "$template"
	ok "$name is a sound PDF" qpdf --check "$work/$name.pdf"
	ok "$name embeds its fonts" embedded "$work/$name.pdf"
	ok "$name is the same twice" again "$name" "$template"
	[ "$name" = hostile ] || ok "$name says what it should" says "$name"
done <<'LIST'
skum skum
skum-nihil skum
skum-ulang skum
skum-lunas skum
relaas relaas
relaas-penggugat relaas
relaas-volunter relaas
kwitansi kwitansi
kwitansi-kembali kwitansi-kembali
instrumen-pengeluaran instrumen-pengeluaran
tanda-terima-jurusita tanda-terima-jurusita
setoran setoran
serah-terima serah-terima
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
penutupan penutupan
surat-panggilan surat-panggilan
amplop amplop
panggilan-elektronik panggilan-elektronik
pengumuman pengumuman
panggilan-umum panggilan-umum
tabayun tabayun
tabayun-kosong tabayun
penunjukan penunjukan
penunjukan-panjang penunjukan
pengantar pengantar
pengantar-panjang pengantar
relaas-tabayun relaas-tabayun
relaas-tabayun-kosong relaas-tabayun
rogatori rogatori
formulir-rogatori formulir-rogatori
formulir-rogatori-panjang formulir-rogatori
media media
media-panjang media
instrumen instrumen
instrumen-nihil instrumen
permohonan-prodeo permohonan-prodeo
penetapan-prodeo penetapan-prodeo
konsep konsep
mengapa mengapa
register-surat register-surat
sah-patut sah-patut
daftar-kirim daftar-kirim
rute rute
register-tabayun register-tabayun
hostile skum
LIST

for name in skum relaas kwitansi surat-panggilan pengumuman; do
	ok "the code of $name can be scanned" scanned "$name"
done

# ---- letters are only letters ----
pdftotext "$work/hostile.pdf" "$work/hostile.txt"
ok "markup in a name is printed as it stands" grep -qF '<b>&{#}' "$work/hostile.txt"
ok "a place in a value is not filled" grep -qF '{uraian}' "$work/hostile.txt"
ok "an Arabic name has its letters" grep -q 'الخطاب' "$work/hostile.txt"
ok "a Javanese and a Han one, too" sh -c "pdffonts $work/hostile.pdf | grep -q Javanese && pdffonts $work/hostile.pdf | grep -q CJK"

# ---- what cannot be drawn as it should is not drawn ----
refused() { # CODE SENTENCE TEMPLATE VIEW: refused with that code and one line
	"$paper" --template "$3" "$4" >"$work/refused.pdf" 2>"$work/refused.said"
	test $? -eq "$1" && test ! -s "$work/refused.pdf" && test "$(wc -l <"$work/refused.said")" = 1 &&
		grep -qF -- "$2" "$work/refused.said"
}
sed "s,Pengadilan Agama Contoh,&\\&#xF0000; \\&#xF0001;\\&#xF0000;," "$here/skum.xml" >"$work/boxes.xml"
ok "letters that no font has are named, each once" refused 1 "(U+F0000), 󰀁 (U+F0001)." "$root/forms/print/skum.xml" "$work/boxes.xml"
sed "s,<foot>,&\\&#xE001;," "$root/forms/print/skum.xml" >"$work/foot.xml"
ok "in the foot of a page, too" refused 1 "(U+E001)" "$work/foot.xml" "$here/skum.xml"
sed "s/<paper /&font=\"Tanpa Nama\" /" "$root/forms/print/skum.xml" >"$work/family.xml"
ok "a family that is not installed is named" refused 3 "Tanpa Nama" "$work/family.xml" "$here/skum.xml"

# ---- pages ----
last_page() { pdftotext -raw -f "$(pdfinfo "$work/register.pdf" | awk '/^Pages/ { print $2 }')" "$work/register.pdf" - | grep -q "$1"; }
ok "the head of a table comes again" last_page 'Penggugat/Pemohon'
ok "signatures do not stand alone on a page" last_page 'Pdt.G/2026'
ok "a paper has a copy for each caption" sh -c "pdftotext $work/skum.pdf - | grep -c 'Lembar [123]:' | grep -qx 3"
one_page() { for name in "$@"; do pdfinfo "$work/$name.pdf" | grep -q '^Pages: *1$' || return 1; done; }
ok "a letter of two parties is one page" one_page formulir-rogatori formulir-rogatori-panjang penunjukan penunjukan-panjang pengantar pengantar-panjang amplop panggilan-elektronik pengumuman panggilan-umum tabayun rogatori instrumen permohonan-prodeo konsep mengapa
ok "a reprint is marked" grep -q 'CETAK ULANG' "$here/skum-ulang.txt"

# ---- the court's emblem: data/lambang.png of the home ----
pictures() { pdfimages -list "$work/$1.pdf" | awk '$3 == "image"' | wc -l; }
ok "a home without an emblem prints none" test "$(pictures kwitansi-penuh)" = 0
mkdir -p "$LOKET_HOME/data"
cp "$here/lambang.png" "$LOKET_HOME/data/"
ok "a kwitansi is printed with the emblem" make_pdf kwitansi-penuh kwitansi
ok "  it is there" test "$(pictures kwitansi-penuh)" = 1
ok "  on one page still" one_page kwitansi-penuh
head -c 900 "$here/lambang.png" >"$LOKET_HOME/data/lambang.png"
ok "a picture that ends too early is refused by its path" refused 3 "data/lambang.png" "$root/forms/print/skum.xml" "$here/skum.xml"
{
	head -c 16 "$here/lambang.png"
	printf '\0\0\177\377'
	tail -c +21 "$here/lambang.png"
} >"$LOKET_HOME/data/lambang.png"
ok "one that is too wide, too" refused 3 "2000 titik" "$root/forms/print/skum.xml" "$here/skum.xml"
head -c 600000 /dev/zero >"$LOKET_HOME/data/lambang.png"
ok "a file that is too large, too" refused 1 "data/lambang.png" "$root/forms/print/skum.xml" "$here/skum.xml"
rm -r "$LOKET_HOME"

# ---- the protocol ----
ask() { # VERB TEMPLATE FILE
	printf '%s %s %d\n' "$1" "$2" "$(wc -c <"$3")"
	cat "$3"
}
view() { printf '<view xmlns="urn:loket:view:1">%s</view>' "$1"; }
heads() { grep -aoE '(ok|no) [0-9]{12}$' "$1" | cut -c1-2 | tr '\n' ' '; }

{
	ask add relaas "$here/relaas.xml"
	ask add kwitansi "$here/kwitansi.xml"
	ask print relaas "$here/relaas-volunter.xml"
	ask print skum "$here/skum-nihil.xml"
} | "$paper" >"$work/many"
ok "add, add, print, print are answered in order" test "$(heads "$work/many")" = 'ok ok ok ok '
length=$(head -c 48 "$work/many" | tail -c 13)
tail -c +49 "$work/many" | head -c "$((1$length - 1000000000000))" >"$work/many.pdf"
ok "three papers are one document" sh -c "pdfinfo $work/many.pdf | grep -q '^Pages: *3$'"

view '<v n="nomor">1</v>' >"$work/lacking"
view "<v n=\"nomor\">$(head -c 70000 /dev/zero | tr '\0' x)</v>" >"$work/long"
printf '<view xmlns="urn:loket:view:1"><w/></view>' >"$work/strange"
{
	ask print skum "$work/lacking"
	ask print skum "$work/long"
	ask print skum "$work/strange"
	ask print skum "$work/boxes.xml"
	ask print nowhere "$here/relaas.xml"
	ask print relaas "$here/relaas.xml"
} | "$paper" >"$work/refused"
ok "a refused paper is answered, the next one is made" test "$(heads "$work/refused")" = 'no no no no no ok '
ok "the sentence names what is lacking" grep -aq "'dibuat'" "$work/refused"

code() { # WANTED INPUT
	printf '%b' "$2" | "$paper" >"$work/out" 2>&1
	test $? -eq "$1"
}
ok "the end of input ends the helper" code 0 ''
ok "a strange header ends it with 2" code 2 'halo\n'
ok "a header without end ends it with 2" code 2 "print $(head -c 200 /dev/zero | tr '\0' a)"
ok "a path is no template" code 2 'print ../relaas 3\nabc'
ok "a view too long is not awaited" code 2 'print relaas 4194305\n'
ok "a view cut short ends it with 3" code 3 'print relaas 100\nabc'
ok "it links no database and no network" sh -c "! ldd $paper | grep -E 'sqlite|curl|microhttpd|ssl|ncurses'"
ok "--version" sh -c "$paper --version | grep -q '^loket-paper '"
ok "--help" sh -c "$paper --help | grep -q template"
echo "1..$count"
[ "$bad" -eq 0 ]
