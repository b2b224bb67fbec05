#!/bin/sh
# Laporan Perkara and Laporan Tahunan balance, and behind each figure stand as many filings as it counts: filings that
# wait, that got a number, that were withdrawn before and after it, in the month they came and in the next.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
# shellcheck source=tests/cmd/summonses
. "$root/tests/cmd/summonses"

"$root/tests/home" filings >/dev/null
month() { LOKET_CLOCK=$1-28T03:00:00Z loket report perkara --period "$1" --format csv --table perkara --as budi; }
behind() { LOKET_CLOCK=$1-28T03:00:00Z loket report perkara "$2" --period "$1" --format csv --as budi | sed 1d | wc -l; }
# balanced WHAT MONTH: each row of it, and each column against its filings
balanced() {
	month "$2" >"$work/rows"
	is "$1: carried + received = sum = numbered + withdrawn + left, in every row" "" \
		"$(sed 1d "$work/rows" | awk -F, '{ n = NF; if ($(n-5) + $(n-4) != $(n-3) || $(n-3) != $(n-2) + $(n-1) + $n) print }')"
	column=3
	for name in lalu diterima jumlah bernomor berakhir sisa; do
		is "  $name, and the filings behind it" "$(sed 1d "$work/rows" | awk -F, -v c=$column '{ sum += $c } END { print sum + 0 }')" "$(behind "$2" $name)"
		column=$((column + 1))
	done
}
balanced "all wait" 2026-11
one=$(sql "select reg from filing where type = '347'")
ends 0 "one is withdrawn before its number" loket step panjar.akhir --filing "$one" cara=cabut tanggal=+0 alasan=damai --as dewi
balanced "one waits no more" 2026-11
balanced "nor in the next month" 2026-12
is "  which carries the others over" 4 "$(behind 2026-12 lalu)"
sqlite3 "$LOKET_HOME/loket.db" "UPDATE filing SET type = '346', alur = '15' WHERE type IS NULL OR type = ''"
two=$(sql "select reg from filing where type = '360'")
sqlite3 "$LOKET_HOME/loket.db" "INSERT INTO case_number SELECT id, '1/Pdt.P/2026/PA.Cth', 's1', 1, counts_from, opened FROM filing WHERE reg = '$two';
	UPDATE step SET state = 'done', done = opened WHERE filing = (SELECT seq FROM filing WHERE reg = '$two');
	UPDATE filing SET registered = counts_from, stage = 9, stage_state = 'open', stage_waits = '' WHERE reg = '$two'"
balanced "one has its number" 2026-11
ends 0 "that one is withdrawn" loket step panjar.akhir --filing "$two" cara=cabut tanggal=+0 alasan=damai --as dewi
balanced "it stays numbered, and did not end without" 2026-11
balanced "nor does the next month know it" 2026-12
loket report tahunan --period 2026 --format csv --table tahunan --as budi | tr -d '\r' >"$work/year"
is "the year: nothing is known of a month to come" "Desember,,,,,," "$(grep Desember "$work/year")"
is "  and this one is as by itself" "November,0,5,5,1,1,3" "$(grep November "$work/year")"
is "no such case stands at a step of the board" 3 "$(loket status --format csv --table langkah --as budi | sed 1d | awk -F, '{ sum += $3 } END { print sum }')"
echo "1..$count"
