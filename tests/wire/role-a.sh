#!/bin/sh
# Where the bill lies with the court: the bank asks what is to be paid (24), then tells of the payment (25). The
# bank here is curl and openssl(1). Nothing is made at the bank; what does not fit is refused with its code, and
# a refusal is as final as a payment. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/../cmd/common"
unset LANGUAGE || :
worker=''
trap '[ -z "$worker" ] || kill $worker 2>/dev/null; rm -rf "$work"' EXIT
keys=$LOKET_HOME/sim/keys
loket init --people >/dev/null
mkdir -p "$LOKET_HOME/sim" "$LOKET_HOME/data/banks"
loket-sim keys --home "$LOKET_HOME/sim"
echo 'http://127.0.0.1:9' >"$LOKET_HOME/sim/bank.url" # nobody is there
sed 's/ url-file="sim.bank.url"/& bill="pengadilan"/; s/repeat="sama"/repeat="inkonsisten"/
	/<call service="payment"/i <call service="inquiry" path="/v1.0/transfer-va/inquiry"/>' \
	"$root/data/banks/simulasi.xml" >"$LOKET_HOME/data/banks/simulasi.xml"
begin_worker() {
	rm -f "$work/ready"
	mkfifo "$work/ready"
	loketd --log "$work/loketd.log" >"$work/ready" &
	worker=$!
	read -r _ <"$work/ready"
	court=$(cat "$LOKET_HOME/sim/court.url")
	token
}
stamp() { TZ=Asia/Jakarta date +%Y-%m-%dT%H:%M:%S+07:00; }
post() { # post PATH BODY CURL-OPTION…
	path=$1 body=$2
	shift 2
	curl -sS --noproxy '*' -o "$work/answer" -H 'Content-Type: application/json' -d "$body" "$@" "$court$path"
}
token() {
	when=$(stamp)
	post /v1.0/access-token/b2b '{"grantType":"client_credentials"}' -H "X-TIMESTAMP: $when" -H 'X-CLIENT-KEY: BANKSIM' \
		-H "X-SIGNATURE: $(printf %s "BANKSIM|$when" | openssl dgst -sha256 -sign "$keys/bank-private.pem" | openssl base64 -A)"
	token=$(sed 's/.*"accessToken":"\([^"]*\)".*/\1/' "$work/answer")
}
external=1000
# call SERVICE BODY [EXTERNAL]: signed by the bank.
call() {
	external=$((external + 1))
	when=$(stamp) path=/v1.0/transfer-va/$1
	digest=$(printf %s "$2" | openssl dgst -sha256 -r | cut -d' ' -f1)
	signature=$(printf %s "POST:$path:$token:$digest:$when" |
		openssl dgst -sha512 -hmac "$(cat "$keys/notify-secret")" -binary | openssl base64 -A)
	post "$path" "$2" -H "Authorization: Bearer $token" -H "X-TIMESTAMP: $when" -H "X-SIGNATURE: $signature" \
		-H 'X-PARTNER-ID: BANKSIM' -H "X-EXTERNAL-ID: ${3:-$external}" -H 'CHANNEL-ID: 95221'
	cp "$work/answer" "$work/said"
}
numbers() { printf '"partnerServiceId":"    8808","customerNo":"%s","virtualAccountNo":"    8808%s"' "$1" "$1"; }
inquiry() { printf '{%s,"inquiryRequestId":"I%s"}' "$(numbers "$1")" "$external"; }
payment() { # payment CUSTOMER ID RUPIAH [FLAG]
	printf '{%s,"paymentRequestId":"%s","paidAmount":{"value":"%s.00","currency":"IDR"},"trxDateTime":"%s","flagAdvise":"%s"}' \
		"$(numbers "$1")" "$2" "$3" "2026-11-25T09:31:00+07:00" "${4:-N}"
}
answers() { # answers CODE WHAT
	says "$2" "\"responseCode\":\"$1\""
}

begin_worker
loket-sim town --home "$work/town" --filings 2 --seed 8 >/dev/null
loket filing import "$work/town"/*.xml --as sari >"$work/filings" 2>/dev/null
while read -r filing; do loket step skum --as rina --filing "$filing" bank=simulasi >/dev/null 2>&1; done <"$work/filings"
for _ in $(seq 100); do
	[ "$(sql "SELECT count(*) FROM va WHERE state = 'live'")" = 2 ] && break
	timeout 0.1 tail -f /dev/null
done
is "two bills are there, and no bank was asked" 2 "$(sql "SELECT count(*) FROM va WHERE state = 'live'")"
one=$(sql 'SELECT customer_no FROM va ORDER BY customer_no LIMIT 1') two=$(sql 'SELECT customer_no FROM va ORDER BY customer_no DESC LIMIT 1')
sum=$(sql "SELECT amount FROM va WHERE customer_no = '$one'")

call inquiry "$(inquiry "$one")"
answers 2002400 "the bank asks for a bill"
says "  and hears its sum" "\"totalAmount\":\{\"value\":\"$sum.00\",\"currency\":\"IDR\"\}"
says "  and status" '"inquiryStatus":"00"'
says "  and whose it is" '"virtualAccountName":"[^"]+"'
call inquiry "$(inquiry 0000009999)"
answers 4042412 "no bill under another number"
says "  its status says so" '"inquiryStatus":"01"'
call inquiry "{$(numbers "$one")}"
answers 4002402 "an inquiry without its id"
call payment "$(payment "$one" P1 $((sum - 1)))"
answers 4042513 "another sum is refused"
says "  its flag says so" '"paymentFlagStatus":"01"'
call payment "$(payment "$one" P1 "$sum")"
answers 4042518 "the same payment with another sum than before"
says "  has the flag of the first" '"paymentFlagStatus":"01"'
call payment "$(payment "$one" P2 "$sum")" 7001
answers 2002500 "the right sum is taken"
cp "$work/said" "$work/first"
call payment "$(payment "$one" P2 "$sum" Y)"
ends 0 "told again, under a new id: the same bytes" cmp "$work/first" "$work/answer"
call payment "$(payment "$one" P2 "$sum")" 7001
answers 4042518 "told again, under the same id: as this bank wants it"
call payment "$(payment "$one" P3 "$sum")" 7001
answers 4092500 "another payment under a used id"
call payment "$(payment "$one" P4 "$sum")"
answers 4042514 "a second payment"
call inquiry "$(inquiry "$one")"
answers 4042414 "a bill that is paid"
kill -9 "$worker"
wait "$worker" 2>/dev/null
begin_worker
call payment "$(payment "$one" P2 "$sum" Y)"
ends 0 "after kill -9 too: the same bytes" cmp "$work/first" "$work/answer"
call payment "$(payment "$one" P4 "$sum")"
answers 4042514 "  and the same refusal"
sqlite3 "$LOKET_HOME/loket.db" "UPDATE va SET expires = 1 WHERE customer_no = '$two'"
call inquiry "$(inquiry "$two")"
answers 4042419 "a bill past its end"
call payment "$(payment "$two" P5 1000)"
answers 4042519 "  is not paid any more"
is "one payment is booked" '1|0' "$(sql 'SELECT count(*), sum(suspense) FROM payment')"
echo "1..$count"
