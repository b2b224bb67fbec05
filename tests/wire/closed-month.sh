#!/bin/sh
# A bank's time that cannot be: a notice dated into a closed month, before its account was asked for, or days ahead.
# The money is taken and waits for the kasir with both times; no closed month's figure moves. Speaks TAP.
# shellcheck disable=SC2119 # words of ours are not those of the script
# shellcheck source=tests/wire/caller
. "$(dirname "$0")/caller"
month() { loket report perkara --period 2026-10 --table perkara --as dewi --format csv; }
held() { loket titipan list --as rina --format csv | sed 1d | wc -l; }
profile -e "$here"
begin_worker
token
bills 3
at() { sql "SELECT $1 FROM va ORDER BY customer_no LIMIT 1 OFFSET $2"; }
ends 0 "the last month and yesterday are closed" loket journal close 2026-11-24 --as hasan
ends 0 "the closed month's report" month
cp "$work/said" "$work/october"
row=0
for pair in '2026-10-31T23:58:00+07:00 a closed month' '2026-11-25T09:00:00+07:00 before the account was asked for' '2026-11-28T09:00:00+07:00 days ahead'; do
	time=${pair%% *} what=${pair#* }
	trx=$time
	call payment "$(payment "$(at customer_no $row)" "P$row" "$(at amount $row)")"
	answers 2002500 "paid at a time in $what: the bank is answered"
	row=$((row + 1))
	is "  the money waits for the kasir" "$row" "$(held)"
done
ends 0 "the held money is listed" loket titipan list --as rina
says "  with the bank's time" '31-10-2026'
is "  is the same to the byte" "$(cat "$work/october")" "$(month)"
is "  nothing of it is booked there" 0 "$(sql "SELECT count(*) FROM journal_entry WHERE posted < 20782")"
ends 0 "the journal holds" loket journal check --as hasan
end_worker
echo "1..$count"
