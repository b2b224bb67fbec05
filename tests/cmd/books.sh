#!/bin/sh
# The books of money say what the ledger says: KI-PA6, kas bantu, KI-PA8, unclaimed money, LIPA 7.A, the year's journals;
# as rows, as CSV and on paper. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
# shellcheck source=tests/cmd/summonses
. "$(dirname "$0")/summonses"

loket init --people >"$work/said" 2>&1 || cat "$work/said"
{
	echo '<?xml version="1.0"?><filings xmlns="urn:loket:filing:1">'
	for n in 1 2 3; do one_filing "$n" ecourt; done
	echo '</filings>'
} >"$work/three.xml"
loket filing import "$work/three.xml" --as sari >"$work/said" 2>&1 || cat "$work/said"
numbered

# spend CASE NUMBER INSTRUMENT COMPONENT AMOUNT CATEGORY: prepared by the kasir, approved by the panitera
spend() {
	ends 0 "$4 of case $1 is prepared" loket step panjar.keluar --filing "$1/Pdt.G/2026/PA.Cth" "komponen=$4" "jumlah=$5" "kategori=$6" \
		"penerima=Umar" "instrumen=$3" tanggal=+0 "dasar=perintah majelis" --as rina
	ends 0 "and approved" loket step panjar.setuju --filing "$1/Pdt.G/2026/PA.Cth" "nomor=$2" "jumlah=$5" --as hasan
}
spend 1 1 I-1/2026 "panggilan Tergugat" 150000 panggilan
spend 1 2 I-2/2026 "panggilan Tergugat" 125000 panggilan
spend 2 1 I-3/2026 "panggilan Penggugat" 20000 pos
spend 2 2 I-4/2026 "PNBP panggilan" 10000 pnbp_panggilan
ends 0 "case 3 is withdrawn" loket step panjar.akhir --filing 3/Pdt.G/2026/PA.Cth cara=cabut tanggal=+0 "alasan=damai" --as hasan
own=$(sql "SELECT body ->> '\$.rekening' FROM fill WHERE step = 'akun' AND filing = (SELECT filing FROM case_number WHERE sequence = 3)")
ends 0 "its rest is prepared" loket step panjar.pengembalian --filing 3/Pdt.G/2026/PA.Cth "nama=Wulan 3" bank=451 "rekening=$own" --as rina
ends 0 "and approved" loket step panjar.setuju --filing 3/Pdt.G/2026/PA.Cth nomor=1 jumlah=10000000 "rekening=$own" --as hasan

row() { awk -F, -v n="$1" 'NR == n { gsub(/\r/, ""); print }' "$work/said"; }
ends 0 "the Buku Induk" loket book induk --period 2026-11 --as hasan --format csv
is "its columns are the kinds of expense" "urut,tanggal,perkara,masuk,proses,panggilan,pos,media,penerjemah,pemberitahuan,sita,setempat,sumpah,pengiriman,meterai,pnbp_panggilan,pnbp_pendaftaran,redaksi,pengembalian,lain,keluar,saldo,ket" "$(row 1)"
is "what is approved and not sent is still there" 29695000 "$(awk -F, 'END { print $22 }' "$work/said")"
is "two expenses of a case and day are one line" 275000 "$(awk -F, '$6 != "" && NR > 1 { n += $6 } END { print n }' "$work/said")"
ends 0 "the rest is sent" loket step panjar.kirim --filing 3/Pdt.G/2026/PA.Cth nomor=1 referensi=TRF-778899 --as rina
ends 0 "the Buku Induk again" loket book induk --period 2026-11 --as hasan --format csv
is "it is gone now" 19695000 "$(awk -F, 'END { print $22 }' "$work/said")"
is "the ledger says the same" 19695000 "$(sql "SELECT -sum(amount) FROM journal_line WHERE account IN ('panjar', 'pengembalian')")"
ends 0 "the next month" loket book induk --period 2026-12 --as hasan --format csv
is "has no line yet" 1 "$(wc -l <"$work/said")"
ends 0 "kas bantu of the day" loket book kas --period 2026-11-25 --as rina --format csv
says "what proves a payment" "1/Pdt.G/2026/PA.Cth,Panjar biaya perkara"
says "what proves an expense" ",I-1/2026,,150000,"
says "what proves a transfer" ",TRF-778899,,10000000,"
is "its end is the bank's balance" "$(sql "SELECT sum(amount) FROM journal_line WHERE account = 'bank'")" "$(awk -F, 'END { print $(NF - 2) }' "$work/said")"
ends 0 "KI-PA8" loket book hhk --period 2026-11 --as fatimah --format csv
says "by kind" "2/Pdt.G/2026/PA.Cth,10000,10000,"
ends 0 "unclaimed money" loket book tak-bertuan --period 2026 --as hasan --format csv
is "there is none" 1 "$(wc -l <"$work/said")"
ends 0 "LIPA 7.A" loket book lipa-7a --period 2026-11 --as hasan --format csv
says "the numbers of its rows" "^4,panggilan \\(jurusita\\),,275000"
says "what was paid back" "^13,pengembalian sisa panjar,,10000000"
ends 0 "the year's journals" loket book jurnal Pdt.G --period 2026 --as hasan --format csv
is "a page for each case" 4 "$(wc -l <"$work/said")"
says "with its sums" "^1,1/Pdt.G/2026/PA.Cth,.*,10000000,275000,9725000"
ends 0 "for people" loket book lipa-7a --period 2026-11 --as hasan
says "in groups of three" "275\\.000"

paper() { # WHAT WORDS COMMAND…
	what=$1 words=$2
	shift 2
	ends 0 "$what is printed" "$@" --pdf
	pdftotext -layout "$(tail -n 1 "$work/said")" "$work/said"
	says "it has what it should" "$words"
}
paper "the Buku Induk" "BUKU INDUK KEUANGAN PERKARA KI-PA6" loket book induk --period 2026-11 --as hasan
says "it is not closed" "Belum ditutup"
paper "kas bantu" "I-3/2026" loket book kas --period 2026-11-25 --as rina
says "by who printed it" "Rina"
paper "KI-PA8" "KEPANITERAAN KI-PA8" loket book hhk --period 2026-11 --as rina
paper "unclaimed money" "Tidak ada uang tak bertuan" loket book tak-bertuan --period 2026 --as rina
paper "LIPA 7.A" "LIPA 7.A" loket book lipa-7a --period 2026-11 --as rina
paper "the year's journals" "memuat 3 halaman" loket book jurnal Pdt.G --period 2026 --as rina
says "page and case have one number" "KI-PA1/G halaman 3 "
says "both parties" "Hendra 2 bin Suparman \\(Tergugat\\)"
says "a closed page says so" "Jurnal ini ditutup pada 25 November 2026"
is "a sheet and a page for each case" 4 "$(pdfinfo "$LOKET_HOME/cetak/buku-jurnal-Pdt.G-2026.pdf" | awk '/^Pages/ { print $2 }')"
ends 1 "the counter prints no books" loket book induk --period 2026-11 --as sari
ends 2 "there is no other book" loket book kasir --as hasan
ends 2 "a period is a day, a month or a year" loket book induk --period kemarin --as hasan
ends 2 "journals are of a year" loket book jurnal Pdt.G --as hasan
[ -z "${KEEP:-}" ] || cp -r "$LOKET_HOME" "$KEEP"
echo "1..$count"
