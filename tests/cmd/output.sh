#!/bin/sh
# The keys that programs read are those of loket-output(5), in its order; yes and no are JSON's; one CSV is one table.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"

"$root/tests/home" people >/dev/null
ends 0 "a filing" loket filing import "$root/data/sample/filings.xml" --as sari
reg=$(sql 'select reg from filing limit 1')

# The page as lines COMMAND|TABLE|KEYS; a heading may name several commands.
awk '
/^\.Ss / { line = substr($0, 5); table = ""
	if (i = index(line, ", table ")) { table = substr(line, i + 8); line = substr(line, 1, i - 1) }
	n = split(line, of, ", "); keys = "" }
/^\.It Li / { keys = keys (keys == "" ? "" : ",") $3 }
/^\.El/ { for (i = 1; i <= n; i++) print of[i] "|" table "|" keys }' "$root/man/loket-output.5" >"$work/page"

# asked COMMAND-AS-IN-THE-PAGE ARGUMENTS…: each of its tables has the keys of the page.
asked() {
	name=$1
	shift
	grep "^$name|" "$work/page" >"$work/tables" || { is "$name stands in the page" 1 0 && return; }
	while IFS='|' read -r _ table keys; do
		case $name,$table in "outbox list,"*) one='' ;; *,) one='' ;; *) one="--table $table" ;; esac
		# shellcheck disable=SC2086 # words
		is "$name $table" "$keys" "$(loket "$@" --format csv $one 2>"$work/why" | head -n 1 | tr -d '\r')$(grep -v 'loket: Utuh:' "$work/why")"
	done <"$work/tables"
	echo "$name" >>"$work/done"
}
asked "backup" backup "$work/disk" --keys "$work/safe" --as adi
asked "restore" restore "$(find "$work/disk" -maxdepth 1 -name "loket-2*")" --check
asked "filing list" filing list --as budi
asked "filing search" filing search siti --as budi
asked "filing show" filing show "$reg" --as budi
asked "step --fields" step akun --fields
asked "relaas list" relaas list --as umar
asked "relaas workload" relaas workload --as budi --period 2026
asked "summons days" summons days "$reg" --as budi
asked "post list" post list --as umar
asked "letters list" letters list --as budi
asked "tabayun list" tabayun list --as budi
asked "tabayun register" tabayun register --as budi
asked "tabayun sent" tabayun sent --as budi
asked "status" status --as budi
asked "outbox list" outbox list --as rina
asked "sop" sop
asked "sop --transitions" sop --transitions
asked "report perkara" report perkara --period 2026-11 --as budi
asked "register" register Pdt.G --period 2026 --as budi
asked "register kuasa" register kuasa --period 2026 --as budi
asked "account list" account list --as sari
asked "titipan list" titipan list --as rina
asked "rekonsiliasi" rekonsiliasi --period 2026-11 --as rina
asked "statement list" statement list --period 2026-11 --as rina
asked "statement balances" statement balances --as rina
asked "journal accounts" journal accounts 2026-11 --as rina
asked "journal show" journal show "$reg" --as rina
asked "journal check" journal check --as adi
asked "data list" data list --as adi
asked "data summons" data summons ghaib --as adi
asked "data consequences" data consequences --as adi
asked "data try" data try "$root/data/calendar.xml" --as adi
asked "data history" data history --as adi
asked "user list" user list --as adi
echo x >"$LOKET_HOME/berkas/00lain"
asked "audit verify" audit verify --as hasan
asked "user log" user log --as adi
asked "audit verify" audit verify --as hasan
asked "worklist" worklist --as hasan
asked "worklist KEY" worklist setuju --as hasan
for book in induk kas hhk tak-bertuan lipa-7a; do
	asked "book $book" book "$book" --as rina
done
asked "book jurnal" book jurnal Pdt.G --period 2026 --as rina
asked "doctor bank" doctor bank
asked "doctor mail" doctor mail
asked "doctor sipp" doctor sipp
asked doctor doctor
asked "filing import" filing import "$root/data/sample/filings.xml" --as sari
asked "step" step akun --as sari jenis=perorangan identitas=ktp nik=3175016505850003 nama=Siti alamat=Jalan telepon=081234567890 \
	email=a@example.id bank=bsi rekening=7001234567 pemilik_rekening=Siti
asked "report tahunan" report tahunan --period 2026 --as budi
ends 0 "a check that finds nothing" loket journal check --as adi --format json
is "is no row" "[]" "$(cat "$work/said")"
# shellcheck source=tests/cmd/summonses
. "$root/tests/cmd/summonses"
numbered
for reg in $(sql 'select reg from filing'); do # one whose parties are known
	day=$(loket summons days "$reg" --as budi --format csv | sed -n '2s/,.*//p')
	[ -z "$day" ] || break
done
ends 0 "a hearing" loket step panggilan --as budi --filing "$reg" "sidang_tanggal=$day" sidang_jam=09.00 "ruang=Ruang Sidang Utama" \
	"ketua_majelis=Drs. H. Abdullah" jurusita=umar
asked "kwitansi list" kwitansi list --period 2026 --as rina
is "no kwitansi has another's number" "" "$(sql 'SELECT year, serial FROM receipt GROUP BY 1, 2 HAVING count(*) > 1')"
asked "setoran show" setoran show pnbp --as rina
loket setoran serah pnbp --as rina >/dev/null 2>&1
asked "setoran list" setoran list --as rina
asked "claim" claim "$reg" --as budi
asked "why" why "$reg" --as budi
asked "report perkara COLUMN" report perkara diterima --period 2026-11 --as budi
asked "report tahunan COLUMN" report tahunan diterima --period 2026 --as budi
asked "summons check" summons check "$reg" --as budi
is "nothing of the page was left out" "" \
	"$(cut -d '|' -f 1 "$work/page" | sort -u | grep -vxF -f "$work/done" | grep -vx -e 'journal close' -e 'journal opening' -e 'journal closings' -e 'statement candidates' -e 'payout list')"

ends 2 "a CSV is one table" loket status --as budi --format csv
says "which there are is said" 'langkah, hubungan, antrean'
ends 2 "one there is not" loket status --as budi --table papan
says "which there are is said" 'langkah, hubungan, antrean'
ends 0 "all of them as JSON" loket status --as budi --format json
is "by their names" "langkah,hubungan,antrean" "$(sqlite3 :memory: "select group_concat(key) from json_each(readfile('$work/said'))")"
ends 0 "and for a spreadsheet" loket filing show "$reg" --as budi --format sheet
is "which is XML" "" "$(xmllint --noout "$work/said" 2>&1)"
loket filing show "$reg" --as budi --format json >"$work/json"
is "with a sheet for each" "$(sqlite3 :memory: "select count(*) from json_each(readfile('$work/json'))")" \
	"$(grep -c '<Worksheet ' "$work/said")"
nik=$(sql "select nik from party where filing = (select seq from filing where reg = '$reg') and nik <> '' limit 1")
says "a NIK is text" "<Data ss:Type=\"String\">$nik</Data>"
says "an amount is a number" '<Data ss:Type="Number">[0-9]+</Data>'
ends 0 "in English" env LANGUAGE=en loket filing list --as budi --format json
says "the words stay" '"keadaan":"(giliran|menunggu)"'
says "yes and no are JSON's" '"terlambat":false'
echo "1..$count"
