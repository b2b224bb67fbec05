#!/bin/sh
# The sample court: at each step of the SOP one filing waits, with all its papers, made by the court's people, the worker
# and the simulated bank and SIPP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"

ends 0 "a sample court is made" loket init --sample
is "one waits at each step" "1 1 1 1 1 1 1 1 1" \
	"$(loket status --as budi --format csv --table langkah | sed 1d | cut -d, -f3 | tr '\n' ' ' | sed 's/ $//')"
is "each step by its own way" "akun=kembali bayar=menunggu gugatan=giliran nomor=kembali panggilan=giliran pendaftar=giliran pihak=giliran skum=giliran verifikasi=giliran" \
	"$(loket filing list --as budi --format csv | sed 1d | cut -d, -f5,6 | tr , = | sort | tr '\n' ' ' | sed 's/ $//')"
is "no paper is missing" 0 "$(for reg in $(loket filing list --as budi --format csv | sed 1d | cut -d, -f1); do loket filing show "$reg" --as budi; done | grep -c "belum diunggah")"
is "each document can be opened" 0 "$(find "$root/data/sample" -name '*.pdf' -exec sh -c 'pdftotext "$1" - | grep -q "(CONTOH)" || echo "$1"' _ {} \; | grep -c .)"
is "no message is left" 0 "$(sql "select count(*) from outbox where state not in ('done', 'dead')")"
ends 0 "the journal balances" loket journal check --as adi
# The bill of the sixth is left to a visitor, however long the town goes on paying by itself.
va=$(sql "select number from va where state = 'live'")
cat >"$work/wait" <<'END'
loket step skum --as rina --filing "$(loket filing list --as budi --step skum --format csv | sed -n 2p | cut -d, -f1)" || exit
for turn in $(seq 200); do
	[ "$(loket status --as budi --format csv --table langkah | grep -c "^7,Verifikasi,2,")" = 1 ] && exit 0
done
exit 1
END
ends 0 "another is paid by itself beside it" loket sandbox --pay-after 1 -- sh "$work/wait"
is "its bill is open" 1 "$(sql "select count(*) from va where number = '$va' and state = 'live'")"
echo "1..$count"
