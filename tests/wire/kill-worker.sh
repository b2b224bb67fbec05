#!/bin/sh
# The worker is killed with -9 again and again while filings go from the e-SKUM to their numbers. At the end
# each has one account at the bank, one payment, one number, here and there. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/../cmd/common"
unset LANGUAGE || :

sim='' worker=''
trap '[ -z "$worker" ] || kill -9 $worker 2>/dev/null; [ -z "$sim" ] || kill $sim 2>/dev/null; rm -rf "$work"' EXIT

"$root/tests/home" people >/dev/null
mkdir -p "$LOKET_HOME/sim"
loket-sim keys --home "$LOKET_HOME/sim" >/dev/null
mkfifo "$work/ready"
loket-sim serve --home "$LOKET_HOME/sim" --pay-after 1 >"$work/ready" 2>"$work/sim.log" &
sim=$!
{ read -r _ _ && read -r _ _; } <"$work/ready"

# One life of the worker, ended after so many hundredths of a second.
life() {
	loketd --log "$work/loketd.log" >"$work/said.worker" 2>&1 &
	worker=$!
	timeout "$1" tail --pid=$worker -f /dev/null
	kill -9 $worker 2>/dev/null
	wait $worker 2>/dev/null
	worker=''
}

# until SQL VALUE: short lives of differing length until the store says so, at most two hundred.
lives=0
until_is() {
	turn=0
	while [ "$(sql "$1")" != "$2" ] && [ $turn -lt 200 ]; do
		turn=$((turn + 1)) lives=$((lives + 1))
		life "0.$(printf %02d $((6 + turn * 7 % 23)))"
	done 2>/dev/null
	is "$3" "$2" "$(sql "$1")"
}

cp "$root"/data/sample/*.pdf "$root/data/sample/naskah.rtf" "$work/"
# The two filings of the sample that are whole up to the gugatan.
awk '/<filing>/ { n++ } n == 0 || n <= 2 || /<\/filings>/' "$root/data/sample/filings.xml" >"$work/two.xml"
ends 0 "two filings come in" loket filing import "$work/two.xml" --as sari
for filing in $(sql 'select reg from filing'); do
	ends 0 "an e-SKUM is issued" loket step skum --filing "$filing" bank=simulasi --as rina
	ends 0 "the registrant is approved" loket step pendaftar.setuju --filing "$filing" setuju=ya --as budi
done
until_is "select count(*) from payment where not suspense" 2 "both are paid"

for filing in $(sql 'select reg from filing'); do
	ends 0 "it is verified" loket step verifikasi --filing "$filing" putusan=ya 'periksa[*].hasil=ya' 'periksa[*].catatan=diperlihatkan di loket' --as budi
done
until_is "select count(*) from case_number" 2 "both have their number"
until_is "select count(*) from outbox where state <> 'done'" 0 "no message is left"

is "one account a filing" 2 "$(sql 'select count(*) from va')"
is "as many at the bank" 2 "$(loket-sim show --home "$LOKET_HOME/sim" bank | tail -n +2 | wc -l | tr -d ' ')"
is "one payment each at the bank" 2 "$(loket-sim show --home "$LOKET_HOME/sim" payments | tail -n +2 | wc -l | tr -d ' ')"
is "one case each at SIPP" "$(sql 'select number from case_number order by 1')" \
	"$(loket-sim show --home "$LOKET_HOME/sim" sipp | tail -n +2 | cut -f3 | sort)"
is "the journal balances" 0 "$(sql 'select sum(amount) from journal_line')"
ends 0 "and is sound" loket journal check --as adi
echo "# the worker lived $lives times"
echo "1..$count"
