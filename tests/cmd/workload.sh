#!/bin/sh
# What each bailiff was given and how timely it was, against a reckoning of its own from the history. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
# shellcheck source=tests/cmd/summonses
. "$root/tests/cmd/summonses"
hearing=2026-12-28
summonses 6 0 $hearing
any_clock
today=$(given %F)
on() { # DAY COMMAND…: it is done on that day
	shifted=$(printf %+d $((LOKET_CLOCK + $(date -u -d "$1" +%s) - $(date -u -d "$today" +%s))))
	shift
	LOKET_CLOCK=$shifted "$@"
}
before() { date -u -d "$hearing - $1 day" +%F; } # DAYS
served() { # BAILIFF CALL DAYS: met and recorded so many days before the hearing
	reg=$(sql "SELECT f.reg FROM filing f JOIN summons s ON s.filing = f.id WHERE s.bailiff = '$1' LIMIT 1")
	[ "$1" = umar ] && secret=$work/password || secret=$work/longer
	LOKET_PASSWORD_FILE=$secret ends 0 "$1 carries out call $2, $3 days before" on "$(before "$3")" loket step panggilan.hasil --as "$1" --filing "$reg" \
		"panggilan_ke=$2" hasil=Y "tanggal=$(before "$3")" bertemu=Ani
}
# rows DAY PERIOD COLUMNS: of the command's answer
rows() {
	on "$1" loket relaas workload --as budi --period "$2" --format csv >"$work/rows.csv"
	sqlite3 -separator , :memory: ".import --csv $work/rows.csv answer" "SELECT $3 FROM answer ORDER BY jurusita"
}
workload() { rows "$1" "$2" "jurusita, diberi, dijalankan, menunggu, terlambat, dinilai, poin, poin_penuh"; } # DAY PERIOD
# The same by the days of the events, with the decree's table written out.
reckoned() { # DAY
	sql "SELECT bailiff || ',' || count(*) || ',' || sum(done) || ',' || sum(NOT done) || ',' || sum(late) || ',' || count(points) || ',' ||
		ifnull(sum(points), 0) || ',' || (5 * count(points)) FROM (
		SELECT s.bailiff, e.at IS NOT NULL AS done, CASE WHEN e.at IS NULL THEN '$1' ELSE date(e.at / 1000, 'unixepoch', '+7 hours') END >
			date(s.deadline * 86400, 'unixepoch') AS late,
			CASE WHEN e.at IS NULL AND '$1' > '$hearing' THEN -5 WHEN e.at IS NULL THEN NULL
			ELSE CASE cast(julianday('$hearing') - julianday(date(e.at / 1000, 'unixepoch', '+7 hours')) AS INTEGER)
				WHEN 0 THEN 0 WHEN 1 THEN 1 WHEN 2 THEN 2 ELSE 5 END END AS points
		FROM summons s JOIN filing f ON f.id = s.filing
		LEFT JOIN revision r ON r.filing = f.seq AND r.form = 'hasil.' || s.number LEFT JOIN event e ON e.number = r.event)
		GROUP BY bailiff ORDER BY bailiff"
}
month=$(given %Y-%m)
is "nothing is carried out: nothing is scored" "$(reckoned "$today")" "$(workload "$today" "$month")"
served umar 1 20
served umar 2 10
served dodi 1 3
served dodi 2 2
served eman 1 1
served eman 2 0
served fikri 1 8
over=$(date -u -d "$hearing + 1 day" +%F)
is "before the hearing what is open is not scored" "$(reckoned "$(before 4)" | grep '^gani')" "$(workload "$(before 4)" "$month" | grep '^gani')"
is "after it each has his points" "$(reckoned "$over")" "$(workload "$over" "$month")"
is "  five for each call in time" "umar,2,2,0,0,2,10,10" "$(workload "$over" "$month" | grep ^umar)"
is "  five less for one that was never recorded" "fikri,2,1,1,1,2,0,10" "$(workload "$over" "$month" | grep ^fikri)"
is "of the year they are the same" "$(workload "$over" "$month")" "$(workload "$over" "$(given %Y)")"
is "of another month there are none" "" "$(workload "$over" 2025-01)"
ends 2 "a period that is none" loket relaas workload --as budi --period kemarin
ends 1 "who may not see it" loket relaas workload --as sari
# ---- requests of other courts ----
sqlite3 "$LOKET_HOME/loket.db" "INSERT INTO tabayun (id, year, number, received, sender, letter, dated, case_number, kind, party, address, hearing, fee, note,
	bailiff, appointed, served, outcome, met, met_as, said, handed, sent, cover, resi, who, at)
	SELECT 'a' || day, 2026, day, 20600 + day, 'PA Lain', 'W1', 20600, '1/Pdt.G', 'panggilan', 'Ani', 'Jalan', NULL, 0, '',
		'hadi', NULL, 20600 + day + 3, 'Y', '', '', '', NULL, NULL, '', '', 'budi', 0
	FROM (SELECT 1 AS day UNION SELECT 2 UNION SELECT 5)"
requests() { rows "$today" "$1" "jurusita, bantuan, bantuan_dijalankan, dinilai, poin, poin_penuh"; } # PERIOD
# day 20600 is Wednesday 27-05-2026: received on Thursday, Friday and Monday, served three days later
is "  counts from Monday: Thursday has two points, Friday five" hadi,2,2,2,7,10 "$(requests 2026-05)"
is "  and Monday two" hadi,1,1,1,2,5 "$(requests 2026-06)"
echo "1..$count"
