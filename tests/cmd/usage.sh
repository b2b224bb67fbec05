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

ends 0 "-h is help" loket -h
says "of all" "loket filing import"
ends 0 "help on a command, by name" loket help filing show
says "its options" "--table"
ends 0 "help on a family" loket help user
says "all of it" "loket user enable"
ends 2 "help on nothing" loket help filng
says "what was meant is said" "loket filing\?"
ends 2 "a word mistyped" loket user lst
says "what was meant is said" "loket user list\?"
ends 2 "a command mistyped" loket stauts
says "what was meant is said" "loket status\?"
ends 2 "half a command" loket user
says "what there is is said" "add, list, disable, enable, password"
ends 2 "an option mistyped" loket status --fromat json
says "what was meant is said" "maksudnya --format"
ends 2 "a paper mistyped" loket print skm
says "what there is is said" "maksudnya skum.*kwitansi, kwitansi-kembali, pemberitahuan, jurnal"
ends 0 "the fields of a step, without a home" loket step akun --fields
says "name, kind and choices" "^identitas +Identitas +pilihan +ya +ktp, suket, paspor, kitas"
ends 0 "of an act" loket step skum.terbit --fields --format json
says "whether it must be" '"wajib":true'
ends 2 "a step there is not" loket step akn --fields
says "what there is is said" "akun, pendaftar, pihak"

ends 2 "without a home a command says how to make one" loket status --as budi
says "the remedy is named" "loket init"
ends 0 "a home is made" loket init --people
ends 1 "it is not made twice" loket init --people
ends 0 "options may stand before the command" loket --as adi user list
says "and are heard" "Fatimah"
ends 0 "and in it" loket user --as adi list --format json
says "and are heard" '"ditutup":false'
ends 0 "the data files are right" loket data check
ends 1 "a wrong password is refused" env LOKET_PASSWORD_FILE=/dev/null loket status --as budi
ends 1 "a clerk may not verify" loket step 7 --filing X putusan=ya --as sari
ends 1 "a clerk may not add users" loket user add siapa --roles petugas --as sari
says "who may is said" "administrator TI"
ends 1 "there is no such filing" loket filing show 999/Pdt.G/2026/PA.Cth --as budi
ends 2 "there is no such field" loket step 1 warna=biru --as sari
says "the form is named" "01-akun.xml"
ends 2 "a field mistyped" loket step 1 nmaa=Siti --as sari
says "what was meant is said" "maksudnya nama\?"
ends 1 "a choice there is not" loket step 1 identitas=sim --as sari
says "what there is is said, and no key" "ktp, suket, paspor, kitas"
ends 1 "an empty form is refused" loket step 1 --as sari
says "the field and its remedy are named" "NIK|Nama lengkap"
says "where a long list is read" "bank: .*loket step akun.* --fields"
is "no key is named" 0 "$(grep -cE 'F[0-9]|Enter|Tab' "$work/said")"
is "and nothing was kept" 0 "$(sql 'select count(*) from filing')"

mkdir -p "$LOKET_HOME/data/fees"
sed '0,/amount="30000"/s//amount="banyak"/' "$root/data/fees/pnbp.xml" >"$LOKET_HOME/data/fees/pnbp.xml"
ends 2 "a wrong data file is refused" loket data check
says "file and line are named" "pnbp\.xml.*[0-9]"
echo "1..$count"
