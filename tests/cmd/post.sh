#!/bin/sh
# Registered post: labels, a batch with its list on paper and as CSV, and the carrier's tracking with hostile rows.
# Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
# shellcheck source=tests/cmd/summonses
. "$(dirname "$0")/summonses"

summonses 0 13 2026-12-07
list() { loket post list --format csv --as umar; }
field() { # field COLUMN CASE
	list | awk -F, -v column="$1" -v number="$2/Pdt.G/2026/PA.Cth" '
		NR == 1 { for (i = 1; i <= NF; i++) if ($i == column) at = i }
		$1 == number { print $at }'
}
case_of() { echo "$1/Pdt.G/2026/PA.Cth"; }

is "thirteen letters wait" 13 "$(list | grep -c ',menunggu,')"
is "  each at the tariff of its zone" 14000 "$(field biaya 1)"

# ---- labels ----
ends 0 "a label is scanned" loket post label "$(case_of 1)" "p26 1101-0001" --as umar
is "  as it stands on the label" P2611010001 "$(field resi 1)"
is "  the letter is ready" siap "$(field keadaan 1)"
ends 1 "the same label for another letter" loket post label "$(case_of 2)" P2611010001 --as umar
says "  is told whose it is" "sudah dipakai untuk 1/Pdt.G/2026/PA.Cth"
ends 1 "what is no label" loket post label "$(case_of 2)" "12" --as umar
says "  is told" "bukan nomor resi PT Pos Indonesia"
ends 1 "nor a sentence" loket post label "$(case_of 2)" "P26;DROP TABLE" --as umar
ends 0 "a wrong one is taken away" loket post label "$(case_of 1)" - --as umar
is "  the letter waits again" menunggu "$(field keadaan 1)"
ends 1 "a batch of none" loket post handover --as umar
says "  is none" "Belum ada surat yang bernomor resi"
ends 1 "who may not" loket post label "$(case_of 1)" P2611010001 --as rina
for n in 1 2 3 4 5 6 7 8 9 10 11 12; do
	loket post label "$(case_of "$n")" "P26110100$(printf %02d "$n")" --as umar
done

# ---- by which product ----
ends 0 "all that wait go by another product" loket post product nextday --as umar
says "  each by its own tariff" "13 surat, biaya Rp260.000"
is "  labelled or not" "nextday 20000 nextday" "$(field layanan 1) $(field biaya 1) $(field layanan 13)"
ends 0 "one of them by the first" loket post product reguler "$(case_of 2)" --as umar
is "  the others stay" "reguler 14000 nextday" "$(field layanan 2) $(field biaya 2) $(field layanan 3)"
is "  and their labels too" P2611010002 "$(field resi 2)"
ends 1 "a product that is none" loket post product merpati --as umar
says "  is told" "Layanan merpati tidak ada"
ends 1 "not by one who may not" loket post product sameday --as rina
loket post label "$(case_of 3)" - --as umar
is "a label taken away leaves the product" nextday "$(field layanan 3)"
loket post label "$(case_of 3)" P2611010003 --as umar
is "  which stays when another is scanned" "nextday P2611010003" "$(field layanan 3) $(field resi 3)"

# ---- what goes into the envelopes ----
ends 0 "the day's papers" loket post batch --as umar
is "  one file with all letters, two copies each" 26 "$(pdftotext -layout "$(sed -n 1p "$work/said")" - | grep -cE "Lembar [12]:")"
is "  one with their envelopes" 13 "$(pdfinfo "$(sed -n 2p "$work/said")" | sed -n 's/^Pages: *//p')"

# ---- handing over ----
ends 0 "the batch is handed over" loket post handover --as umar
pdf=$(sed -n 1p "$work/said") csv=$(sed -n 2p "$work/said")
pdftotext -layout "$pdf" "$work/list"
is "  its list has all, in two copies" 24 "$(grep -oE 'P26110100[0-9]{2}' "$work/list" | wc -l)"
is "  with what they cost" 2 "$(grep -c 'Jumlah 12 surat, biaya Rp234.000' "$work/list")"
is "  and for the postman's machine" "13 1,1/Pdt.G/2026/PA.Cth" "$(wc -l <"$csv") $(sed -n 2p "$csv" | cut -d, -f1,2)"
is "  with resi" 12 "$(grep -cE ',P26110100[0-9]{2}.?$' "$csv")"
is "each stands as handed over" 12 "$(list | grep -c ',terkirim,')"
is "  and is stored with its resi" 12 "$(sql "SELECT count(*) FROM summons WHERE outcome = 'S_kirim' AND resi LIKE 'P2611%'")"
ends 1 "nothing is handed over twice" loket post handover --as umar
ends 1 "a label of one that is gone is not changed" loket post label "$(case_of 1)" P2699999999 --as umar
says "  which is told" "sudah diserahkan"
ends 1 "  nor its product" loket post product sameday "$(case_of 1)" --as umar
says "  either" "layanannya tidak diganti"
is "  and its fee is the one it went at" "20000 14000" "$(field biaya 1) $(field biaya 2)"
ends 0 "the list once more" loket post manifest --as budi
ends 1 "a list that is none" loket post manifest 9 --as umar

# ---- tracking ----
today=$(given %d-%m-%Y) tomorrow=$(given %d-%m-%Y '+1 days') iso=$(given %Y-%m-%d) yesterday=$(given %d-%m-%Y '-1 days')
{
	printf '\357\273\277resi;status;tanggal;penerima;hubungan;catatan\r\n'
	printf 'P2611010001;DITERIMA YANG BERSANGKUTAN;%s;;;\r\n' "$today"
	printf 'P2611010002;Diterima keluarga serumah;%s;Aminah;ibu kandung;"pagar ""biru""; lantai 2"\r\n' "$iso"
	printf 'P2611010003;dalam perjalanan;%s;;;\r\n' "$today"
	printf 'P2611010004;retur: tidak dikenal;%s;Suparjo;Kepala Desa;\r\n' "$today"
	printf 'P2611010005;hilang dimakan api;%s;;;\r\n' "$today"
	printf 'P2611010006;delivered;%s;;;\r\n' "$tomorrow"
	printf 'P2611010007;delivered;31-02-2026;;;\r\n'
	printf 'P2611010008;delivered;%s;;;\r\n' "$yesterday"
	printf 'P2699999999;delivered;%s;;;\r\n' "$today"
	printf '2,611E+09;delivered;%s;;;\r\n' "$today"
	printf 'P26 <b>; delivered;%s;;;\r\n' "$today"
	printf '\r\n;;;;;\r\n'
	printf 'P2611010001;DITERIMA YANG BERSANGKUTAN;%s;;;\r\n' "$today"
	printf 'P2611010009;delivered;%s;"tanpa akhir;;\r\n' "$today"
	printf 'P2611010010;delivered;%s;;;' "$today"
} >"$work/lacak.csv"
ends 1 "a tracking file with rows that cannot be" loket post tracking "$work/lacak.csv" --as umar
says "  counts them" "14 baris: 4 dicatat, 1 sudah tercatat, 1 masih di jalan, 8 ditolak"
says "  an unknown word, by row and cell" 'lacak\.csv:6: kolom 2 \(status\): “hilang dimakan api” tidak dikenal'
says "  a day to come" 'lacak\.csv:7: kolom 3 \(tanggal\): .* belum terjadi'
says "  a day that is none" 'lacak\.csv:8: kolom 3 \(tanggal\): “31-02-2026” bukan tanggal'
says "  a day before it was handed over" 'lacak\.csv:9: .* sebelum suratnya diserahkan'
says "  a label that is not ours" 'lacak\.csv:10: .*“P2699999999” bukan resi surat'
says "  one that a spreadsheet rounded" 'lacak\.csv:11: .*dibulatkan'
says "  one that is no label" 'lacak\.csv:12: kolom 1 \(resi\)'
says "  a quote without end" 'lacak\.csv:16: tanda kutip tidak ditutup'
is "received by himself" "S|patut" "$(sql "SELECT outcome, worth FROM summons WHERE resi = 'P2611010001'")"
is "  at home by another, with name and relation" "T_serumah|Aminah|ibu kandung|pagar \"biru\"; lantai 2" \
	"$(sql "SELECT outcome, met, met_as, note FROM summons WHERE resi = 'P2611010002'")"
is "  come back, and why" "S_retur|tidak_dikenal" "$(sql "SELECT outcome, cause FROM summons WHERE resi = 'P2611010004'")"
is "SIPP is told both days and the number, each in its own" "P2611010001|$iso|$iso" \
	"$(sql "SELECT body ->> '$.no_resi_pos', body ->> '$.tanggal_jursit_pos', body ->> '$.tanggal_relaas' FROM outbox WHERE kind = 'relaas' AND body LIKE '%P2611010001%'")"
ends 1 "the same file again" loket post tracking "$work/lacak.csv" --as umar
says "  records nothing twice" "14 baris: 0 dicatat, 5 sudah tercatat, 1 masih di jalan, 8 ditolak"
is "  nor tells SIPP twice" 4 "$(sql "SELECT count(*) FROM outbox WHERE kind = 'relaas'")"
printf 'resi;status;tanggal\nP2611010001;retur: pindah;%s\n' "$today" >"$work/lain.csv"
ends 1 "a row that says otherwise" loket post tracking "$work/lain.csv" --as umar
says "  does not change what stands" "lain dari hasil yang sudah dicatat"
printf 'resi,status,tanggal\nP2611010003,delivered,%s\n' "$today" >"$work/koma.csv"
ends 1 "another separator" loket post tracking "$work/koma.csv" --as umar
says "  is told" 'dipisah “,”, bukan “;”'
ends 3 "a file that is not there" loket post tracking "$work/none.csv" --as umar
printf '\377\376r\0e\0' >"$work/utf16.csv"
ends 1 "a spreadsheet's own text" loket post tracking "$work/utf16.csv" --as umar
says "  is told" "bukan teks UTF-8"

# ---- not proven, and the hearing is near ----
later() { LOKET_CLOCK=$(printf %+d $((LOKET_CLOCK + $1 * 86400))) loket post list --format csv --as umar | cut -d, -f1,4,7; }
is "four days before the hearing nothing is urgent" 0 "$(later 8 | grep -c true)"
is "three days before it those without proof are" "$(list | grep -cE ',terkirim,|,menunggu,')" "$(later 9 | grep -c true)"
is "  none of those that are proven" 0 "$(later 9 | grep selesai | grep -c true)"
# After the hearing that it came too late for, its party is called again: the new call is what matters.
open=$(later 13 | grep -c true)
at() { LOKET_CLOCK=$(printf %+d $((LOKET_CLOCK + 13 * 86400))) "$@"; }
sql "SELECT f.reg, s.number FROM summons s JOIN filing f ON f.id = s.filing WHERE s.outcome = 'S_kirim' LIMIT 1" >"$work/late"
IFS='|' read -r late call <"$work/late"
next=$(at loket summons days "$late" --as budi --format csv | sed -n '2s/,.*//p')
ends 0 "a letter that came too late is followed by another call" at loket step panggilan.ulang --as budi --filing "$late" \
	"panggilan_ke=$call" "sidang_tanggal=$next" sidang_jam=09.00 "ruang=Ruang Sidang Utama" jurusita=umar
is "  and is urgent no more" $((open - 1)) "$(later 13 | grep -c true)"
[ -n "${KEEP:-}" ] && cp -r "$work" "$KEEP"
echo "1..$count"
