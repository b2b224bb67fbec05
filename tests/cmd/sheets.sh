#!/bin/sh
# The sheets of a suit are its PDF's pages, counted when it is handed in; what was typed counts only where it is no PDF or
# one that cannot be read. They are what the copies for the other side cost. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
"$root/tests/home" filings >/dev/null
three=$work/tiga.pdf
{
	printf '%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 3/Kids[3 0 R 4 0 R 5 0 R]>>endobj\n'
	for n in 3 4 5; do printf '%d 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n' "$n"; done
	printf 'trailer<</Root 1 0 R>>\n%%%%EOF\n'
} >"$three"
is "the PDF has three pages" 3 "$(pdfinfo "$three" 2>/dev/null | sed -n 's/^Pages: *//p')"
printf '%%PDF-1.4\nrusak\n' >"$work/rusak.pdf"
printf '{\\rtf1 Surat}' >"$work/surat.rtf"
words="surat_tanggal=+0 posita=Bahwa petitum=Mengabulkan berkas[1].jenis=gugatan"
reg=$(sql 'select reg from filing order by rowid limit 1')
sheets() {
	sql "select json_extract(body, '\$.berkas[0].lembar') from fill join filing on filing.id = fill.filing where reg = '$reg' and step = 'gugatan' order by fill.rowid desc limit 1"
}
# shellcheck disable=SC2086 # words
ends 0 "a PDF without a number" loket step gugatan --as sari --filing "$reg" $words "berkas[1].berkas=$three"
is "  has its pages" 3 "$(sheets)"
# shellcheck disable=SC2086
ends 0 "a PDF with another number" loket step gugatan --as sari --filing "$reg" $words "berkas[1].berkas=$three" 'berkas[1].lembar=7'
says "  is told" 'PDF itu 3 halaman, bukan 7'
is "  and has its pages" 3 "$(sheets)"
# shellcheck disable=SC2086
ends 0 "no PDF" loket step gugatan --as sari --filing "$reg" $words "berkas[1].berkas=$work/surat.rtf" 'berkas[1].lembar=7'
is "  has what was typed" 7 "$(sheets)"
# shellcheck disable=SC2086
ends 0 "a PDF that cannot be read" loket step gugatan --as sari --filing "$reg" $words "berkas[1].berkas=$work/rusak.pdf" 'berkas[1].lembar=5'
is "  has what was typed" 5 "$(sheets)"
echo "1..$count"
