#!/bin/sh
# The papers of money that goes out: the order to the kasir and the bailiff's receipt of each expense, and the letters
# of a remainder, which are printed again as they were when it is returned or the State's. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
# shellcheck source=tests/cmd/summonses
. "$(dirname "$0")/summonses"

loket init --people >"$work/said" 2>&1 || cat "$work/said"
for n in 1 2 3; do one_filing "$n" ecourt; done | sed '1i <?xml version="1.0"?><filings xmlns="urn:loket:filing:1">' >"$work/three.xml"
echo '</filings>' >>"$work/three.xml"
loket filing import "$work/three.xml" --as sari >"$work/said" 2>&1 || cat "$work/said"
numbered

paper() { # paper WHO WHAT PAPER [NUMBER]: its words are what says looks at
	who=$1 what=$2
	shift 2
	ends 0 "$what" loket print "$@" --filing "$case" --as "$who"
	pdftotext -layout "$(tail -n 1 "$work/said")" "$work/said"
}
spend() { # spend INSTRUMENT CATEGORY AMOUNT PAYEE
	ends 0 "$2 is prepared" loket step panjar.keluar --filing "$case" "komponen=$2" "jumlah=$3" "kategori=$2" "penerima=$4" "instrumen=$1" \
		tanggal=+0 "dasar=perintah majelis 25 November" --as rina
}
approve() { ends 0 "number $1 is approved" loket step panjar.setuju --filing "$case" "nomor=$1" "jumlah=$2" --as hasan; }

# ---- the order to pay, and the bailiff's receipt ----

case=1/Pdt.G/2026/PA.Cth
ends 1 "no order of no expense" loket print instrumen-pengeluaran --filing $case --as rina
says "why" "Belum ada pengeluaran"
spend 7/INS/2026 sita 200000 "Balai Desa"
paper rina "the order of the expense is printed" instrumen-pengeluaran
says "with its number" "Nomor: 7/INS/2026"
says "what for" "sita, instrumen 7/INS/2026"
says "how much" "Rp200.000"
says "for which case" "1/Pdt.G/2026/PA.Cth"
says "to whom" "Balai Desa"
says "on what basis" "perintah majelis 25 November"
says "by who prepared it" "Rina"
is "nobody has approved it yet" 0 "$(grep -c "Hasan" "$work/said")"
approve 1 200000
paper hasan "the panitera prints it again" instrumen-pengeluaran
says "marked" "CETAK ULANG"
says "with who approved it" "Hasan"
says "and who prepared it" "Rina"
ends 1 "that is no money of a relaas" loket print tanda-terima-jurusita --filing $case --as rina
says "why" "Belum ada biaya relaas"
spend 8/INS/2026 panggilan 115000 "Umar, S.H."
ends 1 "nor what is not paid yet" loket print tanda-terima-jurusita --filing $case --as rina
approve 2 115000
paper rina "the bailiff's receipt is printed" tanda-terima-jurusita
says "of the sum" "seratus lima belas ribu rupiah"
says "by the order" "nomor 8/INS/2026"
says "to be signed by him" "Umar, S.H."
paper rina "the first order is printed by its number" instrumen-pengeluaran 7/INS/2026
says "it" "sita"
ends 1 "there is no other" loket print instrumen-pengeluaran 9/INS/2026 --filing $case --as rina
says "that is said" "tidak mempunyai pengeluaran dengan instrumen 9/INS/2026"
ends 1 "the counter prints none" loket print instrumen-pengeluaran --filing $case --as sari
ends 0 "the panitera takes the second back" loket step panjar.koreksi --filing $case "nomor=$(sql 'SELECT max(number) FROM journal_entry')" \
	"alasan=panggilan tidak jadi" --as hasan
ends 1 "its receipt is none" loket print tanda-terima-jurusita --filing $case --as rina

# ---- the letters of what is left ----

ended() { # ended: the case is withdrawn, and its party told
	ends 0 "$case is withdrawn" loket step panjar.akhir --filing "$case" cara=cabut tanggal=+0 "alasan=damai" --as hasan
	paper rina "the notice is printed" sisa-panjar
	ends 0 "the party is told" loket step panjar.sisa --filing "$case" "nomor=S-1/2026" tanggal=+0 "bukti=resi 77" --as rina
}
case=2/Pdt.G/2026/PA.Cth
ended
own=$(sql "SELECT body ->> '\$.rekening' FROM fill WHERE step = 'akun' AND filing = (SELECT filing FROM case_number WHERE sequence = 2)")
ends 0 "its rest is prepared" loket step panjar.pengembalian --filing $case --as rina
ends 0 "approved" loket step panjar.setuju --filing $case nomor=1 jumlah=10000000 "rekening=$own" --as hasan
ends 0 "and sent" loket step panjar.kirim --filing $case nomor=1 referensi=TRF-9 --as rina
paper rina "the notice is printed again" sisa-panjar
says "marked" "CETAK ULANG"
says "with what was left" "Rp10.000.000"
ends 1 "it is nobody's money that was returned" loket print berita-acara-sisa --filing $case --as rina

case=3/Pdt.G/2026/PA.Cth
ended
LOKET_CLOCK=$(printf %+d $((LOKET_CLOCK + 190 * 86400)))
paper rina "the reminder is printed" teguran-sisa
ends 0 "nobody came" loket step panjar.negara --filing $case berita_acara=BA-4/2027 --as hasan
LOKET_CLOCK=$(printf %+d $((LOKET_CLOCK + 5 * 86400)))
paper rina "the record of it is printed later" berita-acara-sisa
says "under its number" "Nomor BA-4/2027"
says "of the day it became the State's" "3 Juni 2027"
says "by who did it" "Hasan"
says "with the sum" "Rp10.000.000"
paper hasan "and again" berita-acara-sisa
says "marked" "CETAK ULANG"
says "as it was" "3 Juni 2027"
paper rina "the reminder too" teguran-sisa
says "marked" "CETAK ULANG"
says "as it was" "3 Juni 2027"
paper rina "and the notice" sisa-panjar
says "with what was left" "Rp10.000.000"
says "of its day" "25 November 2026"
echo "1..$count"
