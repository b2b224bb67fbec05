#!/bin/sh
# Behind each figure of Laporan Perkara stand its filings: as many as the figure says, kind by kind, also after one
# was withdrawn.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"

"$root/tests/home" filings >/dev/null
month=$(sql "select strftime('%Y-%m', counts_from * 86400, 'unixepoch') from filing limit 1")
behind() { # COLUMN [KIND]: how many filings
	if [ $# -gt 1 ]; then
		loket report perkara "$1" --period "$month" --type "$2" --as hasan --format csv
	else
		loket report perkara "$1" --period "$month" --as hasan --format csv
	fi 2>"$work/said" | tail -n +2 | wc -l | tr -d ' '
}
figure() { # PART COLUMN: the sum of it
	loket report perkara --period "$month" --as hasan --table "$1" --format csv >"$work/report.csv"
	sqlite3 :memory: ".import --csv $work/report.csv r" "select ifnull(sum($2), 0) from r"
}
agree() { # WHAT: all figures that count filings
	for column in lalu diterima jumlah bernomor berakhir sisa; do
		is "$1: $column" "$(figure perkara $column)" "$(behind $column)"
	done
	is "$1: dikembalikan" "$(figure kegiatan dikembalikan)" "$(behind dikembalikan)"
}
agree "as taken in"
is "of one kind" 1 "$(behind diterima 347)"
loket step panjar.akhir --filing "$(sql "select reg from filing where type = '347'")" cara=cabut alasan=damai --as dewi >/dev/null 2>"$work/said"
agree "one withdrawn"
is "it waits no more" 0 "$(behind sisa 347)"
is "and is among the withdrawn" 1 "$(behind berakhir 347)"
ends 2 "a column that is none is refused" loket report perkara xyz --period "$month" --as hasan
says "with some that are" "diterima, bernomor"
echo "1..$count"
