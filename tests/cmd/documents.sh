#!/bin/sh
# A path is bytes and a name decides nothing: the very file that was chosen is stored, by its content; what cannot be is
# told by one true sentence.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"

"$root/tests/home" people >/dev/null
ends 0 "filings" loket filing import "$root/data/sample/filings.xml" --as sari
reg=$(sql "select reg from filing f join step s on s.filing = f.seq where s.key = 'skum' and s.state = 'open' limit 1")
mkdir "$work/in"
pdf=$root/data/sample/gugatan.pdf
give() { # give PATH: as the filing's claim
	loket step gugatan --filing "$reg" --as sari 'berkas[1].jenis=gugatan' "berkas[1].berkas=$1" posita=Bahwa petitum=Mohon \
		surat_tanggal=25-11-2026
}
stored() { # stored NAME: the digest of the document of that name
	loket filing show "$reg" --as sari --format csv --table isian | tr -d '\r' | sed -n "s/.*berkas:\([0-9a-f]*\):$1.*/\1/p"
}
digest() { sha256sum "$1" | cut -d' ' -f1; }

# ---- two names that look alike ----
cp "$pdf" "$work/in/surat_Nuraini.pdf"
other=$(printf '%s/in/surat_Nur\222aini.pdf' "$work")
(cat "$pdf" && echo '% lain') >"$other"
ends 0 "a name in Windows-1252" give "$other"
is "is the file that is stored" "$(digest "$other")" "$(stored surat_Nuraini.pdf)"
ends 0 "its twin" give "$work/in/surat_Nuraini.pdf"
is "is the other" "$(digest "$work/in/surat_Nuraini.pdf")" "$(stored surat_Nuraini.pdf)"
bad=$(printf '%s/in/bad\377.pdf' "$work")
(cat "$pdf" && echo '% buruk') >"$bad"
cp "$pdf" "$work/in/bad.pdf"
ends 0 "a name that is no UTF-8" give "$bad"
is "is stored too" "$(digest "$bad")" "$(stored bad.pdf)"
escape=$(printf '%s/in/merah\033[31m.pdf' "$work")
cp "$pdf" "$escape"
ends 0 "a name with an escape" give "$escape"
is "is stored under what can be read of it" "$(digest "$escape")" "$(stored 'merah\[31m.pdf')"

# ---- the content decides ----
cp "$pdf" "$work/in/surat"
ends 0 "a PDF without an ending" give "$work/in/surat"
is "is stored" "$(digest "$work/in/surat")" "$(stored surat)"
cp "$pdf" "$work/in/surat.exe"
ends 0 "one of another ending" give "$work/in/surat.exe"
printf 'MZ\220' >"$work/in/virus.pdf"
ends 1 "a program that is called a PDF" give "$work/in/virus.pdf"
says "is told by its content" 'berkas\[1\]\.berkas: .*isi virus\.pdf bukan berkas jenis pdf'
printf '\211PNG\r\n\032\n' >"$work/in/foto.pdf"
ends 1 "a picture where a picture is not taken" loket step gugatan --filing "$reg" --as sari 'berkas[1].jenis=naskah' \
	"berkas[1].berkas=$work/in/foto.pdf"
: >"$work/in/kosong.pdf"
ends 1 "a file of no bytes" give "$work/in/kosong.pdf"
says "is called empty" 'kosong\.pdf kosong, 0 byte'
truncate -s 33554433 "$work/in/besar.pdf"
ends 1 "a byte too much" give "$work/in/besar.pdf"
says "is told in sizes that people use" 'terlalu besar: 32,1 MB, batasnya 32 MB'
ends 3 "one that is not there" give "$work/in/hilang.pdf"
says "is told in one language" 'hilang\.pdf tidak dapat dibuka: tidak ada\.'
ends 3 "a folder" give "$work/in"
says "is told to be none" 'bukan berkas biasa'
echo "1..$count"
