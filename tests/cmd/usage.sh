#!/bin/sh
# Wrong use ends with 2 and names what is wrong; a rule's refusal ends with 1 and says who may, or the remedy.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"

ends 2 "an unknown command is wrong use" loket frobnicate
says "it is named" frobnicate
ends 2 "an unknown option is wrong use" loket status --frobnicate
says "it is named" frobnicate
ends 2 "an option without its value is wrong use" loket report perkara --period
says "it is named" period
ends 2 "a bad format is wrong use" loket sop --format yaml
says "what there is, is said" "table.*json.*csv"
ends 0 "help is no error" loket --help
says "help names the commands" "loket filing import"
ends 0 "help on a command" loket step --help
says "and its options" "--filing"
ends 0 "the version" loket --version
says "the SQLite it runs on is named" "SQLite 3\."
for program in loketd loket-paper loket-sim; do
	ends 0 "$program tells its version" "$program" --version
	ends 0 "$program helps" "$program" --help
done

ends 2 "without a home a command says how to make one" loket status --as budi
says "the remedy is named" "loket init"
ends 0 "a home is made" loket init --people
ends 1 "it is not made twice" loket init --people
ends 0 "the data files are right" loket data check
ends 1 "a wrong password is refused" env LOKET_PASSWORD_FILE=/dev/null loket status --as budi
ends 1 "a clerk may not verify" loket step 7 --filing X putusan=ya --as sari
ends 1 "a clerk may not add users" loket user add siapa --roles petugas --as sari
says "who may is said" "administrator TI"
ends 1 "there is no such filing" loket filing show 999/Pdt.G/2026/PA.Cth --as budi
ends 2 "there is no such field" loket step 1 warna=biru --as sari
says "the form is named" "01-akun.xml"
ends 1 "an empty form is refused" loket step 1 --as sari
says "the field and its remedy are named" "NIK|Nama lengkap"
is "and nothing was kept" 0 "$(sql 'select count(*) from filing')"

mkdir -p "$LOKET_HOME/data/fees"
sed '0,/amount="30000"/s//amount="banyak"/' "$root/data/fees/pnbp.xml" >"$LOKET_HOME/data/fees/pnbp.xml"
ends 2 "a wrong data file is refused" loket data check
says "file and line are named" "pnbp\.xml.*[0-9]"
echo "1..$count"
