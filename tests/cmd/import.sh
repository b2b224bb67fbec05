#!/bin/sh
# Filings from a file: all wrong fields at once, each with line and remedy; a filing whole or not at all.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"

"$root/tests/home" people >/dev/null
ends 0 "the sample filings come in" loket filing import "$root/data/sample/filings.xml" --as sari
all=$(sql 'select count(*) from filing')
is "as many as there are" "$(grep -c '<filing>' "$root/data/sample/filings.xml")" "$all"
is "documents are kept once by their digest" 4 "$(find "$LOKET_HOME/berkas" -type f | wc -l | tr -d ' ')"
ends 0 "a second time they are the same filings" loket filing import "$root/data/sample/filings.xml" --as sari
says "which is said" 'PA\.Cth-.* sudah diimpor'
says "and counted" "0 pendaftaran dibuat, $all sudah ada, 0 ditolak"
is "there are no more of them" "$all" "$(sql 'select count(*) from filing')"
ends 0 "unless others are meant" loket filing import "$root/data/sample/filings.xml" --as sari --again
is "which are others then" $((2 * all)) "$(sql 'select count(*) from filing')"
says "what a step would warn of is said" 'filings\.xml:[0-9]+: peringatan: pihak\[[0-9]\]\.nik: NIK: perkara sejenis orang ini masih berjalan'
is "the document is the same" 4 "$(find "$LOKET_HOME/berkas" -type f | wc -l | tr -d ' ')"
all=$(sql 'select count(*) from filing')

# One filing with a wrong NIK, a wrong date and no name; a good one behind it.
cp "$root/data/sample/gugatan.pdf" "$work/"
sed -e '0,/<nik>[0-9]*</s//<nik>123</' -e '0,/<nikah_tanggal>[^<]*</s//<nikah_tanggal>kemarin dulu</' \
	-e '0,/<nama>[^<]*</s//<nama></' "$root/data/sample/filings.xml" >"$work/wrong.xml"
ends 1 "a file with wrong fields is refused" loket filing import "$work/wrong.xml" --as sari --again
says "the NIK, by line" "[0-9]+.*nik.*16"
says "the name, by line" "[0-9]+.*nama"
says "the date, by line" "[0-9]+.*nikah_tanggal"
is "each is told, and nothing is told empty" 0 "$(grep -Ec ':[0-9]+: $' "$work/said")"
is "the others of the file came in, that one did not" $((all + $(grep -c '<filing>' "$work/wrong.xml") - 1)) \
	"$(sql 'select count(*) from filing')"

printf '<!DOCTYPE x [<!ENTITY a "b">]><filings xmlns="urn:loket:filing:1"/>' >"$work/bomb.xml"
ends 2 "a document type is refused" loket filing import "$work/bomb.xml" --as sari
printf 'not XML at all' >"$work/rubbish.xml"
ends 2 "what is not XML is refused" loket filing import "$work/rubbish.xml" --as sari
says "file and line are named" "rubbish\.xml.*1"

# From a pipe; what is told is there, however it ends.
ends 0 "standard input" sh -c "cd '$root/data/sample' && loket filing import - --as sari --again <filings.xml"
all=$(sql 'select count(*) from filing')
loket-sim town --home "$work/town" --filings 300 >/dev/null
town=$(find "$work/town" -name '*.xml')
# shellcheck disable=SC2086 # several files
told() {
	"$@" filing import $town --as sari >"$work/told" 2>"$work/why"
}
told timeout -s INT 1 loket
grep -o 'PA\.Cth-[0-9A-Z-]*' "$work/told" | sort >"$work/numbers"
sql "select reg from filing order by reg" | sort >"$work/there"
is "after ^C every number told is there" "" "$(comm -23 "$work/numbers" "$work/there")"
is "and every one there was told" "$(wc -l <"$work/numbers")" "$(($(wc -l <"$work/there") - all))"
told timeout -s KILL 1 loket
grep -o 'PA\.Cth-[0-9A-Z-]*' "$work/told" | sort >"$work/numbers"
sql "select reg from filing order by reg" | sort >"$work/there"
is "after kill -9 too" "" "$(comm -23 "$work/numbers" "$work/there")"
told loket
is "the same again takes the rest" $((all + 300)) "$(sql 'select count(*) from filing')"
is "and tells each" 300 "$(wc -l <"$work/told" | tr -d ' ')"
all=$(sql 'select count(*) from filing')

# On a disk that is full: no number is told that is not there.
loket-sim town --home "$work/crowd" --filings 300 >/dev/null
crowd=$(find "$work/crowd" -name '*.xml')
# full BLOCKS COMMIT: no file grows beyond that
full() {
	sql "select reg from filing order by reg" | sort >"$work/before"
	(trap '' XFSZ && ulimit -f "$1" && loket filing import "$crowd" --as sari --again --commit "$2") >"$work/told" 2>"$work/said"
	is "a disk that is full is another's fault" 3 $?
	grep -o 'PA\.Cth-[0-9A-Z-]*' "$work/told" | sort >"$work/numbers"
	sql "select reg from filing order by reg" | sort | comm -13 "$work/before" - >"$work/there"
	is "every number told is there, and every one there was told" "$(cat "$work/there")" "$(cat "$work/numbers")"
}
full 64 300
says "which is said" 'Disk (penuh|bermasalah)'
is "nothing was told" 0 "$(wc -l <"$work/told" | tr -d ' ')"
full $(($(stat -c %s "$LOKET_HOME/loket.db") / 512 + 256)) 10
is "what was told before is there" yes "$([ -s "$work/numbers" ] && [ "$(wc -l <"$work/numbers")" -lt 300 ] && echo yes)"
ends 0 "the journal balances after it" loket journal check --as adi
all=$(sql 'select count(*) from filing')

# What goes out comes in again.
id=$(sql "select reg from filing join fill on fill.filing = filing.id where body like '%:gugatan.pdf%' limit 1")
ends 0 "a filing goes out as an import file" loket filing export "$id" --as budi
cp "$work/said" "$work/again.xml"
ends 0 "and comes in again" loket filing import "$work/again.xml" --as sari

# In another home of this machine: the document comes along, under its name; another one under that name does not.
here=$LOKET_HOME
LOKET_HOME=$work/other
"$root/tests/home" people >/dev/null
sed 's/dari="[^"]*"//' "$work/again.xml" >"$work/without.xml"
ends 1 "what is only said to be kept is refused" loket filing import "$work/without.xml" --as sari
says "with what to do" "berkas kartu.pdf tidak tersimpan"
sed "s|dari=\"[^\"]*\"|dari=\"$root/data/sample/kartu.pdf\"|" "$work/again.xml" >"$work/forged.xml"
ends 1 "other bytes under its name are refused" loket filing import "$work/forged.xml" --as sari
says "with the reason" "SHA-256"
ends 0 "a filing of another home comes in" loket filing import "$work/again.xml" --as sari
is "its document is kept" 4 "$(find "$LOKET_HOME/berkas" -type f | wc -l | tr -d ' ')"
ends 0 "and goes out" loket filing export \
	"$(loket filing list --as budi --format csv | sed -n 2p | cut -d, -f1)" --as budi
says "under its name" ">berkas:[0-9a-f]{64}:gugatan.pdf<"
LOKET_HOME=$here

for format in table json csv; do
	ends 0 "a list as $format" loket filing list --as budi --format $format
	cp "$work/said" "$work/list.$format"
done
is "the JSON is JSON" 1 "$(sqlite3 :memory: "select json_valid(readfile('$work/list.json'))")"
is "and holds as many rows as the CSV" "$(($(wc -l <"$work/list.csv") - 1))" \
	"$(sqlite3 :memory: "select json_array_length(readfile('$work/list.json'))")"
is "yes and no are JSON's" "false 8" "$(sqlite3 :memory: "select group_concat(distinct json_type(value, '\$.terlambat'))
	from json_each(readfile('$work/list.json'))") $(loket user list --as adi --format json | grep -c '"ditutup":false')"
ends 0 "the journal balances" loket journal check --as adi
echo "1..$count"
