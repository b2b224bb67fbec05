#!/bin/sh
# Personal data of parties: who works with a case reads them whole, who keeps the machine reads them covered, at every
# command that tells of a filing; what is stored and searched for stays whole.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
"$root/tests/home" filings >/dev/null

filing=$(sql "SELECT reg FROM filing JOIN revision ON revision.filing = filing.seq
	WHERE form = 'pihak' AND body LIKE '%\"nik\"%' AND body LIKE '%\"alamat\"%' ORDER BY seq LIMIT 1")
nik=$(sql "SELECT json_extract(body, '\$.nik') FROM revision JOIN filing ON filing.seq = revision.filing
	WHERE form = 'akun' AND reg = '$filing'")
phone=$(sql "SELECT json_extract(body, '\$.telepon') FROM revision JOIN filing ON filing.seq = revision.filing
	WHERE form = 'akun' AND reg = '$filing'")
home=$(sql "SELECT json_extract(body, '\$.alamat') FROM revision JOIN filing ON filing.seq = revision.filing
	WHERE form = 'akun' AND reg = '$filing'")
is "the filing has a NIK" 16 "${#nik}"

# hides WHAT: nothing personal stands in what the last command said.
hides() {
	count=$((count + 1))
	if grep -qF -e "$nik" -e "$phone" -e "$home" "$work/said" || grep -qE '[0-9]{16}' "$work/said"; then
		echo "not ok $count - $1"
		grep -nE -e "$nik|$phone|$home|[0-9]{16}" "$work/said" | sed 's/^/# /' | head -5
	else
		echo "ok $count - $1"
	fi
}

ends 0 "a clerk reads the filing" loket filing show "$filing" --as sari --format json
says "  with its NIK" "$nik"
says "  and the telephone" "$phone"
for format in table json 'csv --table isian' 'csv --table peringatan' 'csv --table riwayat'; do
	# shellcheck disable=SC2086 # a format and a table
	ends 0 "the administrator reads it as $format" loket filing show "$filing" --as adi --format $format
	hides "  covered"
done
ends 0 "the filled forms stand there" loket filing show "$filing" --as adi --format csv --table isian
says "  with the last four digits of a NIK" "••••${nik#????????????}"
ends 0 "he finds it by the NIK all the same" loket filing search "$nik" --as adi
says "  it is listed by name" "$filing"
hides "  without the NIK"
ends 1 "he takes no copy out" loket filing export "$filing" --as adi
says "  and is told who may" 'Anda tidak berwenang'
hides "  nothing was written"
ends 0 "the register of attorneys" loket account list --as sari
ends 0 "an inspector reads whole" loket filing show "$filing" --as hasan --format json
says "  with the NIK" "$nik"
is "what is stored is whole" "$nik" "$(sql "SELECT json_extract(body, '\$.nik') FROM revision JOIN filing ON filing.seq = revision.filing
	WHERE form = 'akun' AND reg = '$filing'")"

# A court gives the right to whom it wants.
mkdir -p "$LOKET_HOME/data"
sed '/act="lihat.pribadi"/s/petugas //' "$root/data/rights.xml" >"$LOKET_HOME/data/rights.xml"
ends 0 "where the court takes it from clerks, a clerk reads it" loket filing show "$filing" --as sari
hides "  covered too"
echo "1..$count"
