#!/bin/sh
# A bank that pushes (service 34): its notice names no amount, so it only hints, and the bank's own record, asked by
# service 26, is the payment; the watch is too slow here to find it by itself. At a bank where a push takes a payment
# back, a person is told and nothing is booked. Speaks TAP.
# shellcheck source=tests/wire/caller
. "$(dirname "$0")/caller"
begin_sim --notify http://127.0.0.1:9/
pushes() { # pushes bayar|batal: what a push of this bank tells of
	profile -e 's|service="payment" path="/v1.0/transfer-va/payment"|service="notify" path="/v1.0/transfer-va/notify"|' \
		-e "s|<notice service=\"payment\" confirm=\"tidak\"|<notice service=\"notify\" confirm=\"ya\" push=\"$1\"|" \
		-e 's/watch-seconds="[0-9]*"/watch-seconds="600"/; s/report-seconds="[0-9]*"/report-seconds="600"/'
}
push() { printf '{%s,"inquiryRequestId":"I1","paymentRequestId":"%s","trxDateTime":"%s","paymentStatus":"Success","additionalInfo":{"idApp":"x"}}' \
	"$(numbers "$1")" "$2" "$(stamp)"; }
paid() { [ "$(sql "SELECT count(*) || '|' || ifnull(sum(suspense), 0) || '|' || ifnull(max(source), '') FROM payment")" = "$1" ]; }

pushes bayar
begin_worker
loket-sim town --home "$work/town" --filings 2 --seed 8 >/dev/null
loket filing import "$work/town"/*.xml --as sari 2>/dev/null |
	xargs -I % loket step skum --as rina --filing % bank=simulasi >/dev/null 2>&1
ends 0 "two accounts live" await live 2
token
answers 2007300 "a token is given"
sql 'SELECT customer_no, number FROM va ORDER BY trx' | tr '|' ' ' >"$work/accounts"
read -r first number <"$work/accounts"
second=$(sed -n '2s/ .*//p' "$work/accounts")

call notify "$(push "$first" P1)"
answers 2003400 "a push for what is not paid is taken"
state >"$work/before"
secret=lain call notify "$(push "$first" P1)"
answers 4013400 "a forged one is not"
unchanged "forged"
loket-sim pay --home "$LOKET_HOME/sim" "$number" >/dev/null
call notify "$(push "$first" P2)"
answers 2003400 "one for what is paid"
ends 0 "is booked by the bank's own record" await paid '1|0|status'
call notify "$(push "$first" P2)"
answers 2003400 "told again"
call notify "$(push "$first" P3)"
answers 2003400 "and under another id"
end_worker
ends 0 "it stays one payment" paid '1|0|status'
is "the answer is a line of the bank, once, with its source, digest and reader" "status|64|worker|1|1" "$(sql "SELECT o.kind, length(o.digest), o.who,
	s.amount = (SELECT amount FROM payment), s.payment = (SELECT id FROM payment) FROM statement s JOIN statement_source o ON o.id = s.source")"
ends 0 "it agrees with the payment" loket rekonsiliasi --period "$(given %Y-%m)" --as rina --format csv
says "by the bank's own word" "^cocok,simulasi,.*,menurut bank,.*,jawaban bank,"

pushes batal
begin_worker
token
call notify "$(push "$second" P4)"
answers 2003400 "a payment is taken back"
told() { [ "$(sql "SELECT count(*) FROM link WHERE name = 'bank' AND error LIKE '%dibatalkan%'")" = 1 ]; }
ends 0 "a person is told" await told
end_worker
ends 0 "and nothing is booked or undone" paid '1|0|status'
ends 0 "the books are sound" loket journal check --as adi
echo "1..$count"
