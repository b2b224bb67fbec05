#!/bin/sh
# Money and closings against a clock far from that of bank and SIPP, as the worker measured it last: refused with what to
# do, also when the machine's date was set anew since; what is near, or what the court's data allows, is booked. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
# shellcheck source=tests/cmd/summonses
. "$(dirname "$0")/summonses"

"$root/tests/home" people >/dev/null
# shellcheck disable=SC2016 # the home is the sandbox's
ends 0 "the worker measures both clocks" loket sandbox -- sh -c '
	tries=0
	while [ $tries -lt 200 ]; do
		n=$(sqlite3 -readonly -cmd ".timeout 5000" "$LOKET_HOME/loket.db" "SELECT count(*) FROM partner_clock")
		[ "$n" = 2 ] && exit 0
		tries=$((tries + 1)) && timeout 0.1 tail -f /dev/null
	done
	exit 1'
is "they agree with ours" 2 "$(sql "SELECT count(*) FROM partner_clock WHERE abs(apart) < 60000 AND boot <> ''")"

one_filing 1 ecourt | sed '1i <?xml version="1.0"?><filings xmlns="urn:loket:filing:1">' >"$work/one.xml"
echo '</filings>' >>"$work/one.xml"
loket filing import "$work/one.xml" --as sari >"$work/said" 2>&1 || cat "$work/said"
numbered
case=1/Pdt.G/2026/PA.Cth
zero=$LOKET_CLOCK
moved() { LOKET_CLOCK=$(printf %+d $((zero + $1))); } # moved SECONDS: somebody sets the machine's date
spend() { # spend INSTRUMENT WHO
	loket step panjar.keluar --filing $case komponen=sita jumlah=1000 kategori=sita penerima=Umar "instrumen=$1" tanggal=+0 \
		"dasar=perintah majelis" --as rina
}
sqlite3 "$LOKET_HOME/loket.db" "
	INSERT INTO journal_entry (filing, posted, what, who, at, sealed) SELECT id, counts_from, 'PNBP', 'rina', opened, 0 FROM filing LIMIT 1;
	INSERT INTO journal_line (entry, line, account, amount, category) SELECT number, 0, 'panjar', 30000, 'pnbp_pendaftaran' FROM journal_entry WHERE sealed = 0;
	INSERT INTO journal_line (entry, line, account, amount, category) SELECT number, 1, 'pnbp', -30000, 'pnbp_pendaftaran' FROM journal_entry WHERE sealed = 0;
	UPDATE journal_entry SET sealed = 1 WHERE sealed = 0"

for days in 40 -40; do
	moved $((days * 86400))
	ends 1 "$days days: no expense is prepared" spend 1
	[ $days = -40 ] || says "both clocks are told" "Jam komputer menunjuk 0[0-9]-01-2027.*jam (bank|SIPP) 25-11-2026"
	[ $days = -40 ] || says "and what to do" "menyetel jam"
	ends 1 "$days days: no day is closed" loket journal close 2026-10 --bank-balance 0 --as hasan
	ends 1 "$days days: no cash is looked at" loket journal close mendadak --bank-balance 0 --as fatimah
	ends 1 "$days days: nothing is handed over for the State" loket setoran serah pnbp --as rina
done
moved 300
ends 0 "five minutes are near" spend 1
moved 1200
ends 1 "twenty are not" loket step panjar.setuju --filing $case nomor=1 jumlah=1000 --as hasan
says "nor approved" "menyetel jam"
ends 0 "what reads is not refused" loket journal show $case --as hasan
moved 400
ends 0 "the date set right is believed at once" loket step panjar.setuju --filing $case nomor=1 jumlah=1000 --as hasan

# Of an earlier start of the machine only the difference is known.
sqlite3 "$LOKET_HOME/loket.db" "UPDATE partner_clock SET boot = 'lain', apart = 172800000 WHERE name = 'bank'"
ends 1 "after a start the measured difference holds" spend 2
says "which bank" "jam bank 27-11-2026"
cp "$root/data/court.xml" "$work/court.xml"
mkdir -p "$LOKET_HOME/data"
sed 's/<clock minutes="10"/<clock minutes="3000"/' "$work/court.xml" >"$LOKET_HOME/data/court.xml"
ends 0 "how far is the court's data" spend 2
echo "1..$count"
