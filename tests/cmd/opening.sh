#!/bin/sh
# A court that begins with Loket while its accounts hold money: opening balances taken over from the book on paper, once,
# before any other entry of the account, made of what is whose; shown in closings and books. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"

loket init --people >"$work/said" 2>&1 || cat "$work/said"
mkdir -p "$LOKET_HOME/data/mutasi"
sed 's|  <bank key="simulasi" name="Bank Contoh Syariah"/>|&\n  <bank key="bri" name="Bank Kedua"/>|' "$root/data/court.xml" >"$LOKET_HOME/data/court.xml"
cp "$root/data/mutasi/simulasi.xml" "$LOKET_HOME/data/mutasi/bri.xml"
row() { awk -F, -v n="$1" 'NR == n { gsub(/\r/, ""); print }' "$work/said"; }
# takes BANK BALANCE WORDS…: the panitera takes it over at the end of 31 October
takes() { loket journal opening "$@" --period 2026-10-31 --as hasan; }
paper="BA-7/X/2026 tanggal 31 Oktober 2026"

# ---- what is refused ----

ends 1 "the kasir takes no account over" loket journal opening simulasi 1.000.000 panjar=1.000.000 --evidence "$paper" --as rina
ends 1 "nor the chairman" loket journal opening simulasi 1.000.000 panjar=1.000.000 --evidence "$paper" --as fatimah
ends 2 "a bank that is not the court's" takes bca 1.000.000 panjar=1.000.000 --evidence "$paper"
says "is named" "tidak mempunyai rekening di bank bca"
ends 1 "without the number of a berita acara" takes simulasi 1.000.000 panjar=1.000.000 --evidence "serah terima"
says "it is asked for" "nomor berita acara serah terima"
ends 1 "a balance that is not wholly somebody's" takes simulasi 1.000.000 panjar=900.000 --evidence "$paper"
says "both sums are said" "Rinciannya Rp900\.000, saldonya Rp1\.000\.000"
ends 2 "less than nothing" takes simulasi 1.000.000 panjar=1.100.000 titipan=-100.000 --evidence "$paper"
ends 2 "money of another kind" takes simulasi 1.000.000 kas=1.000.000 --evidence "$paper"
says "the kinds are named" "panjar=, negara=, pnbp=, titipan="
ends 1 "an account that holds nothing" takes simulasi 0 --evidence "$paper"
ends 1 "a day to come" loket journal opening simulasi 1.000 panjar=1.000 --period 2026-12-31 --evidence "$paper" --as hasan
says "why" "belum tiba"
ends 2 "a month is no day" loket journal opening simulasi 1.000 panjar=1.000 --period 2026-10 --evidence "$paper" --as hasan
is "nothing was written" 0 "$(sql "SELECT count(*) FROM journal_entry")"

# ---- taken over ----

ends 0 "the panitera takes the first one over" takes simulasi 12.500.000 panjar=11.000.000 negara=700.000 pnbp=335.000 \
	"titipan=400.000 65.000" --evidence "$paper" --format csv
says "what it holds" "bank,Rekening simulasi,12500000"
says "and whose it is" "panjar_lama,Panjar perkara yang dimulai di atas kertas,-11000000"
is "in double entry" 0 "$(sql "SELECT sum(amount) FROM journal_line")"
is "at the end of its day" 2026-10-31 "$(sql "SELECT date(posted * 86400, 'unixepoch') FROM journal_entry")"
ends 1 "once only" takes simulasi 1.000 panjar=1.000 --evidence "$paper"
says "and a correction is a new one" "dicatat sekali, sebelum yang lain"
ends 0 "the journal agrees" loket journal check --as hasan
ends 0 "it is read with the closings" loket journal closings --as fatimah
says "as what it is" "1/2026 +saldo awal simulasi +12\.500\.000"
ends 0 "it waits for the chairman" loket worklist ketahui --as fatimah
says "by its number" "1/2026"
ends 1 "the panitera does not take note of his own" loket journal know 1/2026 --as hasan
ends 0 "the chairman does" loket journal know 1/2026 --as fatimah
ends 0 "on paper" loket journal closings 1/2026 --pdf --as hasan
pdftotext -layout "$(tail -n 1 "$work/said")" "$work/said"
says "as a berita acara" "BERITA ACARA SALDO AWAL REKENING"
says "of its day" "simulasi per akhir 31 Oktober"
says "by its evidence" "BA-7/X/2026"
says "with what it is made of" "Panjar perkara yang dimulai di atas kertas +Rp11\.000\.000"
[ -z "${KEEP:-}" ] || cp "$LOKET_HOME"/cetak/*.pdf "$KEEP"

# ---- in the books ----

ends 0 "the Buku Induk of October" loket book induk --period 2026-10 --as hasan --format csv
is "begins with the advances on paper" "31-10-2026 11000000" "$(row 2 | cut -d, -f2,4 | tr , ' ')"
ends 0 "the kas bantu" loket book kas --period 2026-10 --as hasan --format csv
says "with its evidence" "BA-7/X/2026 tanggal 31 Oktober 2026,12500000"
ends 0 "KI-PA8" loket book hhk --period 2026-10 --as hasan --format csv
says "what the State is owed" ",335000,"
ends 0 "unclaimed money" loket book tak-bertuan --period 2026-10 --as hasan --format csv
says "is in its book" "700000"
ends 0 "each sum in suspense" loket titipan list --as rina --format csv
says "the first" "^AWAL:1:4,400000"
says "the second" "^AWAL:1:5,65000"
ends 0 "goes back to its payer like any other" loket titipan settle AWAL:1:5 kembali "penyetor ditemukan kembali" nama=Lina bank=451 rekening=7001234567 \
	"bukti=surat bank 12" --as rina
ends 0 "approved by the panitera" loket titipan settle AWAL:1:5 setuju 65.000 rekening=7001234567 --as hasan
ends 0 "and sent" loket titipan settle AWAL:1:5 kirim TRF-900 --as rina
ends 0 "what the State is owed is handed over with the rest" loket setoran serah pnbp --as rina
ends 0 "in full" loket setoran terima 1/2026 335.000 --as hasan
ends 0 "the journal agrees still" loket journal check --as hasan

# ---- book and bank ----

# told LINE…: the account's statement, with its balances
told() {
	printf '%s\n' 'Tanggal;Ref;VA;Ket;DK;Jumlah;Saldo' "$@" >"$work/koran.csv"
	loket rekonsiliasi "$work/koran.csv" --bank simulasi --as rina >"$work/said" 2>&1
}
sent='25/11/2026 09.00;TRF-900;;titipan kembali;D;65.000,00;12.435.000,00'
told "$sent"
ends 1 "a debit that nobody explained" loket journal check --as hasan
says "is red, and so is the account, by its name and both balances" "saldo buku dan rekening koran +simulasi 25-11-2026 +12\.500\.000 +12\.435\.000"
ends 0 "it is matched with its entry" loket statement match --as rina
ends 0 "book and bank agree" loket journal check --as hasan
told "$sent" '25/11/2026 09.30;BUNGA;;jasa giro;K;5.000,00;12.440.000,00'
ends 1 "interest that nobody booked" loket journal check --as hasan
says "is what they differ by" "saldo buku dan rekening koran +simulasi 25-11-2026 +12\.435\.000 +12\.440\.000"
ends 0 "it is booked" loket statement explain BUNGA giro "jasa giro bulan November" --as rina
ends 0 "they agree again" loket journal check --as hasan

# ---- paid for cases on paper ----

told "$sent" '25/11/2026 09.30;BUNGA;;jasa giro;K;5.000,00;12.440.000,00' '25/11/2026 10.00;LAMA-1;;redaksi;D;40.000,00;12.400.000,00' \
	'25/11/2026 10.30;LAMA-2;;salah debit;D;10.980.000,00;1.420.000,00'
# lama LINE REASON
lama() { loket statement explain "$1" lama "$2" --as rina; }
ends 1 "a debit for a case on paper" loket journal check --as hasan
says "is red while nobody explained it" "12\.440\.000 +1\.420\.000"
ends 1 "without its case" lama LAMA-1 "panggilan perkara lama"
says "it is asked for" "nomor perkara di atas kertas"
ends 1 "of money that came in" lama BUNGA "perkara 12/Pdt.G/2025/PA.Cth"
ends 0 "the kasir explains it" lama LAMA-1 "redaksi perkara 12/Pdt.G/2025/PA.Cth"
says "it waits for the panitera" "menunggu panitera"
ends 1 "who explained it does not approve" loket statement approve LAMA-1 --as rina
ends 0 "the second line too" lama LAMA-2 "sita perkara 13/Pdt.G/2025/PA.Cth"
ends 0 "the panitera approves" loket statement approve LAMA-1 --as hasan
is "it comes out of the advances on paper" -10960000 "$(sql "SELECT sum(amount) FROM journal_line WHERE account = 'panjar_lama'")"
ends 1 "more than they hold" loket statement approve LAMA-2 --as hasan
says "is refused" "tinggal Rp10\.960\.000"
ends 0 "and rejected" loket statement reject LAMA-2 --as hasan
loket statement explain LAMA-2 biaya "salah debit, diminta kembali dari bank" --as rina >/dev/null 2>&1
ends 0 "it was the bank's" loket statement approve LAMA-2 --as hasan
ends 0 "nothing is red any more" loket journal check --as hasan
ends 0 "its book" loket book kas --period 2026-11 --as hasan --format csv
says "names the case" "12/Pdt.G/2025/PA.Cth"

# ---- corrected ----

ends 1 "what was handed over is not taken back" takes simulasi 12.400.000 panjar=12.400.000 --evidence "$paper" --corrects 1/2026 --reason "salah hitung panjar"
says "why" "sudah diserahkan"
ends 0 "the second account" takes bri 2.000.000 panjar=1.500.000 titipan=500.000 --evidence "$paper"
ends 2 "of another account" takes bca 1.900.000 panjar=1.900.000 --evidence "$paper" --corrects 2/2026 --reason "salah hitung panjar"
ends 1 "one of another account is not corrected by it" takes bri 1.900.000 panjar=1.900.000 --evidence "$paper" --corrects 1/2026 --reason "salah hitung panjar"
says "it is named" "1/2026 bukan saldo awal rekening bri"
ends 1 "a stroke is no reason" takes bri 1.900.000 panjar=1.900.000 --evidence "$paper" --corrects 2/2026 --reason -
ends 0 "by a new berita acara" takes bri 1.900.000 panjar=1.400.000 titipan=500.000 --evidence "$paper" --corrects 2/2026 --reason "salah hitung panjar"
is "the account holds that" 1900000 "$(sql "SELECT sum(amount) FROM journal_line WHERE bank = 'bri'")"
is "the first entry has its mirror, today" 2026-11-25 "$(sql "SELECT date(posted * 86400, 'unixepoch') FROM journal_entry WHERE reverses = (SELECT entry FROM opening WHERE closing = 2)")"
ends 0 "its suspense is one again" loket titipan list --as rina --format csv
says "the new one" "^AWAL:3:2,500000"
is "only that" 0 "$(grep -c '^AWAL:2' "$work/said")"
ends 1 "a correction is corrected itself" takes bri 1.800.000 panjar=1.800.000 --evidence "$paper" --corrects 2/2026 --reason "salah hitung panjar"
says "by that one" "sudah diperbaiki dengan 3/2026"
ends 0 "the account had been empty" takes bri 0 --evidence "$paper" --corrects 3/2026 --reason "rekening baru dibuka"
is "it holds nothing" 0 "$(sql "SELECT sum(amount) FROM journal_line WHERE bank = 'bri'")"
ends 0 "all agrees" loket journal check --as hasan
ends 0 "the month is closed, with no filing yet" loket journal close 2026-10 --bank-balance "simulasi=12.500.000 bri=2.000.000" --as hasan
says "with the advances on paper" "Panjar perkara yang dimulai di atas kertas +-12\.500\.000"
ends 1 "before a closed day nothing is taken over" loket journal opening bri 5 panjar=5 --period 2026-10-30 --evidence "$paper" --as hasan
ends 0 "what stands is not forged" loket journal check --as hasan
for forged in "UPDATE opening SET bank = 'x'" "DELETE FROM opening" "UPDATE closing SET book = 5 WHERE kind = 'awal'"; do
	ends 19 "$forged" sqlite3 "$LOKET_HOME/loket.db" "$forged"
done
echo "1..$count"
