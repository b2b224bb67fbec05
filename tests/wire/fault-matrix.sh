#!/bin/sh
# Everything that can go wrong on the way, one filing each: the answer to create-va, the bank's notice, the
# answer of SIPP to a registration and to what changed there. At the end every filing stands where it should, with one account at the
# bank, one payment and one case; nothing is done twice, nothing is lost. Speaks TAP.
prepare() {
	mkdir -p "$LOKET_HOME/data"
	sed 's/sync-seconds="[0-9]*"/sync-seconds="1"/' "$root/data/sipp.xml" >"$LOKET_HOME/data/sipp.xml"
}
# shellcheck source=tests/wire/inside
. "$(dirname "$0")/inside"

answers='refuse drop-before drop-after slow 500 503 504 401 409 429 malformed truncated oversized wrong-type wrong-echo'
# Of SIPP, whose answers are XML, these too.
sipp_answers="$answers flood other-message entity-bomb"
notices='duplicate reorder late bad-signature'
orders() { sim show faults | wc -l; }
done_at() { db "SELECT count(*) FROM step WHERE key = '$1' AND state = 'done'"; }
at_hand() { db "SELECT count(*) FROM step WHERE key = 'nomor' AND state = 'returned'"; }
# Shut doors open again in a second; what is slow is slower than the client's patience of ten.
order() {
	case $2 in slow) seconds=12 ;; *) seconds=1 ;; esac
	sim fail --seconds "$seconds" "$1" "$2"
}

rows=0
for kind in $answers wrong-amount $notices; do rows=$((rows + 1)); done
loket-sim town --home "$work/town" --filings $((rows + 20)) --seed 3
loket filing import "$work/town/town-0000001.xml" --as sari >"$work/all" 2>/dev/null
head -n "$rows" "$work/all" >"$work/filings"
ok "$rows filings wait for their e-SKUM" test "$(wc -l <"$work/filings")" = "$rows"

# ---- create-va, an answer gone wrong for each; the rest get notices gone wrong ----
exec 3<"$work/filings"
for kind in $answers wrong-amount; do
	read -r filing <&3
	order create-va "$kind"
	step budi pendaftar.setuju setuju=ya
	step rina skum bank=simulasi
	ok "create-va: $kind happened" await 1 orders
done
for kind in $notices; do order notify "$kind"; done
while read -r filing <&3; do
	step budi pendaftar.setuju setuju=ya
	step rina skum bank=simulasi
done
exec 3<&-
ok 'all are paid' await "$rows" done_at bayar
ok 'each notice went wrong as ordered' await 1 orders
ok 'one account a filing at the bank' test "$(sim show bank | cut -f2 | sort -u | grep -c ^V)" = "$(sim show bank | grep -c terbuka\\\|lunas)"
ok 'each paid once' test "$(sim show bank | grep -c 'lunas	1$')" = "$rows"
ok 'each payment booked once' test "$(db 'SELECT count(*), count(DISTINCT trx), sum(suspense) FROM payment')" = "$rows|$rows|0"

# ---- registration ----
exec 3<"$work/filings"
for kind in $sipp_answers; do
	read -r filing <&3
	order sipp-register "$kind"
	verify
	ok "sipp-register: $kind happened" await 1 orders
done
exec 3<&-
cases=$(echo "$sipp_answers" | wc -w)
# A refusal and an answer about another filing are for a person to see, who asks again.
ok 'two wait for a person' await 2 at_hand
why() { db "SELECT count(*) FROM filing WHERE sipp_note LIKE '$1%'"; }
ok 'each with whose doing it was' test "$(why 'SIPP menolak pendaftaran: ')$(why 'Jawaban SIPP bukan')" = 11
db "SELECT f.reg FROM filing f JOIN step s ON s.filing = f.seq WHERE s.key = 'nomor' AND s.state = 'returned'" >"$work/returned"
while read -r filing; do step budi nomor.minta; done <"$work/returned"
ok 'all have their number' await "$cases" done_at nomor
ok 'SIPP has each once' test "$(sim show sipp | cut -f2 | grep -c PA.Cth)" = "$cases"
sim show sipp | awk 'NR > 1 { print $2 "|" $3 }' | sort >"$work/theirs"
db 'SELECT f.reg, n.number FROM case_number n JOIN filing f ON f.id = n.filing' | sort >"$work/ours"
ok 'the numbers are those of SIPP' cmp "$work/theirs" "$work/ours"

# ---- what changes in SIPP, an answer gone wrong before each is told ----
moved() { # moved ROOM: SIPP's own user gives the first case another room
	sqlite3 -cmd '.timeout 5000' "$LOKET_HOME/sim/sim.db" "UPDATE sidang SET ruangan = '$1' WHERE perkara_id = 1;
		DELETE FROM change WHERE perkara_id = 1; INSERT INTO change(perkara_id) VALUES(1);"
}
told() { db "SELECT count(*) FROM fill WHERE step = 'sipp' AND body LIKE '%\"ruang\":\"$1\"%'"; }
ok 'panel and hearing of each have come' await "$cases" db "SELECT count(*) FROM fill WHERE step = 'sipp'"
for kind in $sipp_answers; do
	order sipp-changes "$kind"
	moved "Ruang $kind"
	ok "sipp-changes: $kind happened" await 1 orders
	ok "sipp-changes: the hearing's room came after $kind" await 1 told "Ruang $kind"
done
once="SELECT count(*) FROM event WHERE act = 'sinkron' AND text LIKE '%Ruang %'"
ok 'each change was told once' test "$(db "$once")" = "$((cases + cases))"
ok 'no message is left' test "$(db "SELECT count(*) FROM outbox WHERE state NOT IN ('done')")" = 0
ok 'the journal is balanced' test "$(db 'SELECT sum(amount) FROM journal_line')" = 0
echo "# $((rows + 2 * cases)) mishaps: $rows on the way to the money, $cases on the way to the number, $cases on the way back"
echo "1..$count"
