#!/bin/sh
# Account statements from files: every row taken, known, skipped or refused by its cell; nothing read wrong.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"

LOKET_CLOCK=2026-11-29T02:00:00Z
export LOKET_CLOCK
loket init --people >/dev/null
head='Tanggal;Ref;VA;Ket;DK;Jumlah'

# file ROW…: a statement in $work/f.csv
file() {
	printf '%s\n' "$head" "$@" >"$work/f.csv"
}
# take [OPTION]: it is read
take() {
	loket rekonsiliasi "$work/f.csv" --as rina --period 2026-11 ${1+"$1"} ${2+"$2"}
}
rows() {
	sql "select group_concat(key || ' ' || amount || ' ' || va, ', ') from (select * from statement order by key)"
}

file '28-11-2026 06:33;X3;88080000000025;setoran;K;465,000' '28-11-2026 06:34;X4;88080000000025;setoran;K;465,000.00' \
	'28-11-2026 06:35;X5;88080000000026;setoran;K;465000.00' '28-11-2026 06:36;X6;88080000000027;setoran;K;465.000,00'
ends 1 "amounts in another bank's writing are refused" take
says "by row and cell" 'f\.csv:2: kolom 6 \(jumlah\): .*465,000.* bukan jumlah rupiah'
says "each of them" 'f\.csv:4: kolom 6'
says "and counted" '4 baris: 1 masuk, 0 sudah ada, 0 berbeda, 0 dilewati .*, 3 ditolak'
is "the good row is there, as it is" "X6 465000 88080000000027" "$(rows)"

file '27-11-2026 08:00;TRANSFER;88080000000001;setor;K;465.000,00' '28-11-2026 09:00;TRANSFER;88080000000002;setor;K;700.000,00'
ends 1 "two rows with one reference" take
says "are two" '2 baris: 2 masuk'
is "with their own money" "TRANSFER 465000 88080000000001, TRANSFER#2 700000 88080000000002, X6 465000 88080000000027" "$(rows)"
ends 1 "read again" take
says "they are known" '2 baris: 0 masuk, 2 sudah ada'
file '28-11-2026 09:00;TRANSFER;88080000000002;setor;K;700.000,00' '28-11-2026 09:00;TRANSFER;88080000000002;setor;K;700.000,00'
ends 1 "the same payment twice in one file" take
says "is one more" '2 baris: 1 masuk, 1 sudah ada'

file '28-11-2026 06:36;X6;88080000000027;setoran;K;4.650.000,00'
ends 1 "a mended file" take
says "says what differs" 'f\.csv:2: referensi X6 berbeda: di sini Rp465\.000 .*, di berkas Rp4\.650\.000'
says "and asks which holds" 'replace.*again'
is "what stood there stays" 465000 "$(sql "select amount from statement where key = 'X6'")"
ends 1 "the file holds when it is said" take --replace
is "and is taken" 4650000 "$(sql "select amount from statement where key = 'X6'")"
file '28-11-2026 06:36;X6;88080000000027;setoran;K;10.000,00'
ends 1 "or both do" take --again
is "as two" "X6,X6#2" "$(sql "select group_concat(key) from statement where reference = 'X6'")"
ends 2 "not one and the other" take --again --replace

file '29-11-2026;B1;;Bunga;K;1.234,56' '28-11-26 08.15;B2;88080000000031;setor;K;50.000' '28-11-2026;;88080000000032;setor;K;1.000' \
	'31-12-2027;B4;88080000000033;setor;K;1.000' '28-11-2026;B5;8,808E+13;setor;K;1.000' '28-11-2026;B6;;biaya;D;1.000,00' \
	'30-02-2026;B7;;setor;K;1.000' '28-11-2026 25:00;B8;;setor;K;1.000' ''
ends 1 "one wrong row does not keep the others out" take
says "cents" 'f\.csv:2: kolom 6 \(jumlah\): .*1\.234,56.* mempunyai sen'
says "no reference" 'f\.csv:4: kolom 2 \(referensi\): kosong'
says "a day to come" 'f\.csv:5: kolom 1 \(saat\): .*31-12-2027.* belum terjadi'
says "a number a spreadsheet rounded" 'f\.csv:6: kolom 3 \(va\): .*8,808E\+13.* lembar sebar'
says "no such day" 'f\.csv:8: kolom 1 \(saat\)'
says "no such hour" 'f\.csv:9: kolom 1 \(saat\)'
says "all counted" '8 baris: 2 masuk, 0 sudah ada, 0 berbeda, 0 dilewati .*, 6 ditolak'

printf '\357\273\277%s\r\n%s\r\n' "$head" '28-11-2026 10.00;C1;88080000000041;"setor; tunai";K;"Rp 25.000,-"' >"$work/f.csv"
ends 1 "a byte order mark, CR LF, quotes" take
says "are read" '1 baris: 1 masuk'
printf '%s\r%s\r' "$head" '28-11-2026 10.00;C2;88080000000042;setor;K;25.000' >"$work/f.csv"
ends 1 "lines that end with CR" take
says "are lines" '1 baris: 1 masuk'
printf '%s\n%s\n%s\n' "$head" '28-11-2026 10.00;C3;88080000000042;"setor;K;25.000' '28-11-2026 10.00;C4;88080000000043;setor;K;25.000' >"$work/f.csv"
ends 1 "a quote that does not end" take
says "is said" 'f\.csv:2: tanda kutip'
says "and swallows no other row" '2 baris: 1 masuk.* 1 ditolak'
printf '%s\n%s\n' "$head" '28-11-2026,C5,88080000000044,setor,K,25000' | tr ';' ',' >"$work/f.csv"
ends 1 "another separator" take
says "is said" 'dipisah ",", bukan ";"|dipisah “,”, bukan “;”'
printf '%s\n' "$head" | iconv -t UTF-16 >"$work/f.csv"
ends 1 "another encoding" take
says "is said" 'UTF-16.*simpan sebagai CSV UTF-8'
: >"$work/f.csv"
ends 0 "an empty file" take --period 2026-10
says "says so" '0 baris'
file
ends 0 "a head alone" take --period 2026-10
says "too" '0 baris'
echo "1..$count"
