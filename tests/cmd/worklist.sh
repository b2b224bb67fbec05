#!/bin/sh
# What waits with money for panitera and chairman: each kind is there while it waits, with its oldest day, and gone once
# it is done. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
# shellcheck source=tests/cmd/summonses
. "$(dirname "$0")/summonses"

loket init --people >"$work/said" 2>&1 || cat "$work/said"
{
	echo '<?xml version="1.0"?><filings xmlns="urn:loket:filing:1">'
	for n in 1 2; do one_filing "$n" ecourt; done
	echo '</filings>'
} >"$work/two.xml"
loket filing import "$work/two.xml" --as sari >"$work/said" 2>&1 || cat "$work/said"
numbered
case=1/Pdt.G/2026/PA.Cth
own=$(sql "SELECT body ->> '\$.rekening' FROM fill WHERE step = 'akun' AND filing = (SELECT filing FROM case_number WHERE sequence = 1)")

# waits KEY COUNT LATE: so many wait, of them late
waits() {
	loket worklist --as hasan --format csv >"$work/list" 2>&1
	is "$1: $2 wait, $3 late" "$2,$3" "$(awk -F, -v key="$1" '$1 == key { print $3 "," $4 }' "$work/list")"
}
# past NAME SQL: rows as if they were older
past() { sqlite3 "$LOKET_HOME/loket.db" "$1" || echo "# not set back: $1"; }

waits berubah 0 0
ends 0 "the administrator closes an account" loket user disable umar --as adi
waits berubah 1 1
ends 0 "and opens it" loket user enable umar --as adi
waits berubah 2 2
LOKET_CLOCK=$(printf %+d $((LOKET_CLOCK + 8 * 86400)))
waits berubah 0 0
LOKET_CLOCK=$(printf %+d $((LOKET_CLOCK - 8 * 86400)))

waits setuju 0 0
ends 0 "an expense is prepared" loket step panjar.keluar --filing $case komponen=panggilan jumlah=50000 kategori=panggilan penerima=Umar \
	instrumen=I-1/2026 tanggal=+0 "dasar=perintah majelis" --as rina
waits setuju 1 0
ends 0 "its row" loket worklist setuju --as fatimah --format csv
says "case, payee, amount, day" "^$case,Umar,50000,2026-11-25,false"
past "UPDATE payout SET at = at - 3 * 86400000"
waits setuju 1 1
ends 0 "it is approved" loket step panjar.setuju --filing $case nomor=1 jumlah=50000 --as hasan
waits setuju 0 0

ends 0 "the case is withdrawn" loket step panjar.akhir --filing $case cara=cabut tanggal=+0 "alasan=damai" --as hasan
waits sisa 1 0
past "UPDATE filing SET ended = ended - 4 WHERE ended IS NOT NULL"
waits sisa 1 1
ends 0 "the party is told" loket step panjar.sisa --filing $case nomor=S-1 tanggal=+0 "bukti=resi 1" --as rina
waits sisa 0 0
waits lewat 1 0
# the notice of 25 November may be collected until 25 May, and is late the day after
later() { LOKET_CLOCK=$(printf %+d $((LOKET_CLOCK + $1 * 86400))); }
later 181
waits lewat 1 0
later 1
waits lewat 1 1
later -182
ends 0 "the rest is prepared" loket step panjar.pengembalian --filing $case "nama=Wulan 1" bank=451 "rekening=$own" --as rina
ends 0 "and approved" loket step panjar.setuju --filing $case nomor=2 jumlah=9950000 "rekening=$own" --as hasan
waits lewat 0 0
waits kirim 1 0
ends 0 "and sent" loket step panjar.kirim --filing $case nomor=2 referensi=TRF-1122 --as rina
waits kirim 0 0

waits kurang 0 0
past "INSERT INTO summons (filing, number, party, name, label, address, area, channel, reason, time, room, bailiff, outcome, proper)
		SELECT f.id, 1, 2, 'x', 'x', '', '', 'jurusita', '', '', '', 'umar', '', 0 FROM filing f WHERE f.seq = 2;
	INSERT INTO summons_cost (filing, number, place, category, what, amount) SELECT s.filing, 1, 1, 'panggilan', 'x', 10000001 FROM summons s"
waits kurang 1 0
past "DELETE FROM summons_cost"
waits tutup 0 0
past "INSERT INTO closing (year, serial, kind, last, book, bank, reason, who, at)
	SELECT 2026, 1, 'bulan', julianday('2026-09-30') - 2440587.5, 0, 0, '', 'hasan', strftime('%s', '2026-10-02') * 1000"
waits tutup 1 1
waits ketahui 1 1
ends 0 "the chairman takes note" loket journal know 1/2026 --as fatimah
waits ketahui 0 0
waits pnbp 0 0
waits titipan 0 0
ends 1 "the kasir has no such list" loket worklist --as rina
ends 2 "there is no other work" loket worklist kopi --as hasan
echo "1..$count"
