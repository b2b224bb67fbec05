#!/bin/sh
# A real court is never born as the sample: a home of `loket init` takes no filing in the example court's name, by any
# door, and says what to do; with a profile of its own, or made for trying, it does. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
echo meja lima pintu >"$work/longer"
ends 0 "a home is made" loket init ti --new-password-file "$work/longer"
says "  that asks for its court first" 'adalah contoh: salin .*/data/court\.xml ke .*/home/data/court\.xml'
LOKET_HOME=$work/trying "$root/tests/home" people >/dev/null
sqlite3 "$LOKET_HOME/loket.db" "ATTACH '$work/trying/loket.db' AS trying; INSERT INTO user SELECT * FROM trying.user WHERE name = 'sari'"
account="jenis=perorangan identitas=ktp nik=3273025505900001 nama=Siti alamat=Melati telepon=081234567890 domisili=email
	email=siti@example.id bank=451 rekening=7001234567 pemilik_rekening=Siti"
# shellcheck disable=SC2086 # words
ends 1 "no account is opened" loket step akun --as sari $account
says "  and what to do is said" 'hapus sample="yes"; untuk mencoba: loket init --sample'
ends 1 "nothing is taken in" loket filing import "$root/data/sample/filings.xml" --as sari
says "  for the same reason" 'adalah contoh'
loket data check >"$work/said" 2>&1
says "the check of the data says it" 'adalah contoh'
loket status --as sari >"$work/said" 2>&1
says "and so does the board" 'adalah contoh'
is "no filing is there" 0 "$(sql 'select count(*) from filing')"
mkdir -p "$LOKET_HOME/data"
sed 's/ sample="yes"//; s/Pengadilan Agama Contoh"/Pengadilan Agama Sukamaju"/' "$root/data/court.xml" >"$LOKET_HOME/data/court.xml"
# shellcheck disable=SC2086
ends 0 "with a court of its own it works" loket step akun --as sari $account
loket status --as sari >"$work/said" 2>&1
is "nothing is asked for any more" 0 "$(grep -c 'adalah contoh' "$work/said")"
rm -r "$LOKET_HOME"
"$root/tests/home" people >/dev/null
# shellcheck disable=SC2086
ends 0 "a home for trying takes filings in the sample's name" loket step akun --as sari $account
echo "1..$count"
