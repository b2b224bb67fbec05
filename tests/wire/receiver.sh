#!/bin/sh
# The court's door to its bank, as loketd opens it by the profile: TLS with the court's certificate, whose
# certificates count on both sides, which addresses may call, the outside path behind a proxy, the bounds of a
# call and of their number, and each check of a call with its own answer. What is refused leaves nothing behind.
# The bank here is curl and openssl(1), at its crudest a raw connection. Speaks TAP.
# shellcheck disable=SC2119 # words of ours are not those of the script
# shellcheck source=tests/wire/caller
. "$(dirname "$0")/caller"
front=''
trap 'end_worker; kill $front $sim 2>/dev/null; rm -rf "$work"' EXIT
mkdir -p "$LOKET_HOME/tls"
serves() { printf 's|<serves |&%s |' "$1"; } # serves ATTRIBUTES
message() { # message TEXT: the last answer's
	is "  and says so" "$1" "$(sed -n 's/.*"responseMessage":"\([^"]*\)".*/\1/p' "$work/answer")"
}
nothing() { [ ! -s "$work/answer" ]; }
# refused CURL-OPTION…: answered with a refusal, or cut off: who still sends when the answer is out may lose the
# connection before he reads it (curl's ends 55 and 56).
refused() {
	fetch "$@"
	case $? in
	0) grep -qE '^4(00|04|13|31)$' "$work/status" ;;
	55 | 56) nothing ;;
	*) return 1 ;;
	esac
}

# ---- one bill, and what must not change ----
profile -e "$here"
begin_worker
token
answers 2007300 "a token is given"
bills 1
bill=$(sql 'SELECT customer_no FROM va') sum=$(sql 'SELECT amount FROM va')
state >"$work/before"

# ---- each check has its own answer, in the order of the standard ----
call inquiry "$(inquiry "$bill")" -X PUT
answers 4052400 "a method that is not ours"
fetch -d '{}' "$court/v1.0/transfer-va/lain"
is "a path that is not ours" '404|0' "$(cat "$work/status")|$(wc -c <"$work/answer")"
fetch -X DELETE "$court/v1.0/access-token/b2b"
answers 4057300 "nor one of the token's"
for name in Content-Type X-TIMESTAMP X-SIGNATURE X-PARTNER-ID X-EXTERNAL-ID CHANNEL-ID Authorization; do
	edit="s/^$name:.*/$name:/" call payment "$(payment "$bill" P1 "$sum")"
	answers 4002502 "no $name"
	message "Invalid Mandatory Field [$name]"
done
for pair in 'Content-Type text/plain' 'X-TIMESTAMP 25-11-2026' 'X-TIMESTAMP 2026-11-25' 'X-TIMESTAMP 2026-13-25T09:30:00+07:00' \
	"X-SIGNATURE $(head -c 2049 /dev/zero | tr '\0' A)" 'X-EXTERNAL-ID a\tb' "X-EXTERNAL-ID $(head -c 65 /dev/zero | tr '\0' 7)" \
	"X-PARTNER-ID $(head -c 65 /dev/zero | tr '\0' 7)" "CHANNEL-ID $(head -c 65 /dev/zero | tr '\0' 7)"; do
	name=${pair%% *} value=${pair#* }
	edit="s|^$name:.*|$name: $value|" call inquiry "$(inquiry "$bill")"
	answers 4002401 "$name: $(echo "$value" | cut -c1-25)"
	message "Invalid Field Format [$name]"
done
for value in "Bearer lain" "Basic $bearer" "$bearer" "Bearer" "Bearer ${bearer}A" "Bearer ${bearer%?}"; do
	edit="s|^Authorization:.*|Authorization: $value|" call inquiry "$(inquiry "$bill")"
	answers 4012401 "$(echo "Authorization: $value" | sed "s/$bearer/TOKEN/")"
done
edit="s|^Authorization: Bearer|aUTHORIZATION: bEARER |; s/^CHANNEL-ID: .*/CHANNEL-ID:   DELAPANBELAS-SERVER  /" call inquiry "$(inquiry "$bill")"
answers 2002400 "letter case, blanks and a long channel do not count"
edit='s/^X-PARTNER-ID.*/X-PARTNER-ID: BANKLAIN/' call inquiry "$(inquiry "$bill")"
answers 4012400 "another partner"
message 'Unauthorized. [Unknown client]'
for minutes in +10 -10; do
	at=$(stamp "$minutes minutes") call payment "$(payment "$bill" P1 "$sum")"
	answers 4012500 "a clock $minutes minutes"
	message 'Unauthorized. [Timestamp]'
	is "  the log has both clocks and what lies between" 1 \
		"$(grep -cE 'bank call: its clock says .*Z, ours .*Z: -?(59|60)[0-9] seconds apart' "$work/loketd.log")"
	: >"$work/loketd.log"
done
for form in UTC:%Y-%m-%dT%H:%M:%SZ UTC:%Y-%m-%dT%H:%M:%S.123Z UTC:%Y-%m-%dT%H:%M:%S-00:00 Asia/Jakarta:%Y-%m-%dT%H:%M:%S+0700 \
	Asia/Jakarta:%Y-%m-%dT%H:%M:%S.123456789+07:00 Asia/Jayapura:%Y-%m-%dT%H:%M:%S+09:00; do
	at=$(given "${form#*:}" '' "${form%%:*}") call inquiry "$(inquiry "$bill")"
	answers 2002400 "the instant as ${form#*:}"
done
secret=lain call payment "$(payment "$bill" P1 "$sum")"
answers 4012500 "another secret"
message 'Unauthorized. [Signature]'
call payment "$(payment "$bill" P1 "$sum")" --data-binary "$(payment "$bill" P1 1)"
answers 4012500 "another body than was signed"
edit='s/^X-SIGNATURE: ./&=/' call payment "$(payment "$bill" P1 "$sum")"
answers 4012500 "a signature that is no base64"

token
good=$bearer
for minutes in +10 -10; do
	at=$(stamp "$minutes minutes") token
	answers 4017300 "a token by a clock $minutes minutes"
done
key=BANKLAIN token
answers 4017300 "a token for somebody else"
message 'Unauthorized. [Unknown client]'
signer=$keys/court-private.pem token
answers 4017300 "a token under another key"
message 'Unauthorized. [Signature]'
grant='{"grantType":"password"}' token
answers 4007300 "another grant"
edit='s/^X-CLIENT-KEY:.*/X-CLIENT-KEY:/' token
answers 4007302 "a token without the caller's key"
edit='s/^X-TIMESTAMP:.*/X-TIMESTAMP: kemarin/' token
answers 4007301 "a token without a time"
bearer=$good
end_worker -KILL
begin_worker
call inquiry "$(inquiry "$bill")"
answers 2002400 "a token outlives the worker that gave it"

# ---- bodies: signed well, and still not believed ----
for pair in "empty|" "no JSON|<x/>" "a list|[]" "half|{$(numbers "$bill")" "twice the same key|{\"customerNo\":\"1\",$(numbers "$bill"),\"inquiryRequestId\":\"I1\"}" \
	"a BOM before it|$(printf '\357\273\277')$(inquiry "$bill")" "not UTF-8|$(printf '{%s,"inquiryRequestId":"I1","virtualAccountName":"\351"}' "$(numbers "$bill")")" \
	"something after it|$(inquiry "$bill"){}" "a NUL as an escape|{$(numbers "$bill"),\"inquiryRequestId\":\"I\\u0000\"}" \
	"too deep|{$(numbers "$bill"),\"inquiryRequestId\":\"I1\",\"x\":$(head -c 40 /dev/zero | tr '\0' '[')$(head -c 40 /dev/zero | tr '\0' ']')}"; do
	call inquiry "${pair#*|}"
	answers 4002400 "a body: ${pair%%|*}"
done
for pair in "partnerServiceId|4002402|{\"customerNo\":\"$bill\",\"virtualAccountNo\":\"8808$bill\",\"inquiryRequestId\":\"I1\"}" \
	"virtualAccountNo|4002401|{\"partnerServiceId\":\"    8808\",\"customerNo\":\"$bill\",\"virtualAccountNo\":\"88081\",\"inquiryRequestId\":\"I1\"}" \
	"customerNo|4002401|{\"partnerServiceId\":\"    8808\",\"customerNo\":\"1a\",\"virtualAccountNo\":\"88081\",\"inquiryRequestId\":\"I1\"}" \
	"inquiryRequestId|4002401|{$(numbers "$bill"),\"inquiryRequestId\":\"a b\"}" "inquiryRequestId|4002402|{$(numbers "$bill")}"; do
	rest=${pair#*|}
	call inquiry "${rest#*|}"
	answers "${rest%%|*}" "a body: ${pair%%|*}"
done
call payment "{$(numbers "$bill"),\"paymentRequestId\":\"P1\"}"
answers 4002502 "a payment without its sum"
for amount in '"1000"' '{"value":"1000.50","currency":"IDR"}' '{"value":"-1.00","currency":"IDR"}' '{"value":"1000.00","currency":"USD"}' \
	'{"value":"1.000,00","currency":"IDR"}' '{"value":"0.00","currency":"IDR"}' '{"value":"99999999999999999.00","currency":"IDR"}'; do
	call payment "{$(numbers "$bill"),\"paymentRequestId\":\"P1\",\"paidAmount\":$amount}"
	answers 4002501 "a payment of $amount"
done
unchanged "all of that"

# ---- bounds ----
padding=$((65536 - $(printf '{%s,"inquiryRequestId":"I1","x":""}' "$(numbers "$bill")" | wc -c)))
call inquiry "{$(numbers "$bill"),\"inquiryRequestId\":\"I1\",\"x\":\"$(head -c $padding /dev/zero | tr '\0' a)\"}"
answers 2002400 "a body of 64 KiB is read ($(wc -c <"$work/body"))"
head -c 65537 /dev/zero | tr '\0' ' ' >"$work/blanks"
call inquiry "$(cat "$work/blanks")"
answers 4002400 "one byte more than 64 KiB"
message 'Bad Request'
head -c 3000000 /dev/zero | tr '\0' ' ' >"$work/blanks"
ends 0 "three megabytes are refused" refused -H 'Content-Type: application/json' -H 'Expect:' --data-binary "@$work/blanks" \
	"$court/v1.0/transfer-va/payment"
ends 0 "and to nobody" refused --data-binary "@$work/blanks" -H 'Expect:' "$court/v1.0/lain"
call inquiry "$(inquiry "$bill")" -H 'Transfer-Encoding: chunked'
answers 4002400 "Transfer-Encoding"
call inquiry "$(inquiry "$bill")" -H 'Content-Length: 2' -H 'Content-Length: 3'
answers 4002400 "two lengths"
for i in $(seq 60); do echo "X-Lain-$i: ya"; done >"$work/many"
call inquiry "$(inquiry "$bill")" -H "@$work/many"
answers 4002400 "more headers than 64"
head -c 40000 /dev/zero | tr '\0' a >"$work/long"
ends 0 "a header of 40 KiB is refused before it is read" refused -H "X-Lain: $(cat "$work/long")" -d '{}' \
	"$court/v1.0/transfer-va/payment"

drop_by_drop() { # drop_by_drop BEGINNING DROP: one a second, for ever
	printf '%b' "$1"
	while printf '%b' "$2" 2>/dev/null; do timeout 1 tail -f /dev/null; done
}
timed() { # timed NAME COMMAND…: how many seconds until it ended
	name=$1 from=$(date +%s)
	shift
	"$@" >/dev/null 2>&1
	echo $(($(date +%s) - from)) >"$work/$name"
}
slow_head() { drop_by_drop 'POST /v1.0/transfer-va/payment HTTP/1.1\r\nHost: x\r\n' 'X-A: a\r\n' | raw; }
slow_line() { drop_by_drop 'POST /' a | raw; }
slow_body() { drop_by_drop 'POST /v1.0/transfer-va/payment HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n' a | raw; }
slow=''
for part in line head body; do
	timed "slow-$part" "slow_$part" &
	slow="$slow $!"
done
drip() { # one of them is not cut yet
	for pid in $slow; do kill -0 "$pid" && return; done
	return 1
}
for _ in 1 2 3; do
	call inquiry "$(inquiry "$bill")"
	answers 2002400 "others drip, a call is answered"
	ends 0 "  while they do" drip
done
# shellcheck disable=SC2086 # three numbers
wait $slow
for part in line head body; do
	ends 0 "a $part drop by drop is cut within half a minute ($(cat "$work/slow-$part") s)" test "$(cat "$work/slow-$part")" -le 30
done

# More than may be connected at once: the last in the queue is answered when the silent ones are gone.
crowd=''
for _ in $(seq 40); do
	timeout 60 tail -f /dev/null | raw >/dev/null 2>&1 &
	crowd="$crowd $!"
done
connected() { [ "$(awk -v port="$(printf ':%04X$' "$port")" '$2 ~ port && $4 == "01"' /proc/net/tcp | wc -l)" -ge 40 ]; }
ends 0 "forty are connected" await connected
from=$(date +%s)
call inquiry "$(inquiry "$bill")"
answers 2002400 "beside forty silent connections a call is answered"
ends 0 "  within half a minute ($(($(date +%s) - from)) s)" test $(($(date +%s) - from)) -le 30
# shellcheck disable=SC2086 # numbers
kill $crowd 2>/dev/null
call inquiry "$(inquiry "$bill")"
answers 2002400 "and afterwards"
unchanged "bounds"

# ---- an id used twice, at a bank that wants the first answer again ----
id=7001 call payment "$(payment "$bill" P2 "$sum")"
answers 2002500 "the bill is paid"
cp "$work/answer" "$work/first"
id=7001 call payment "$(payment "$bill" P2 "$sum")"
ends 0 "same id, same payment: the same bytes" cmp "$work/first" "$work/answer"
state >"$work/before"
id=7001 call payment "$(payment "$bill" P2 "$sum")"
id=7001 call payment "$(payment "$bill" P3 "$sum")"
answers 4092500 "same id, another payment"
id=7002 call payment "$(payment "$bill" P2 1)"
answers 4042518 "same payment, another sum"
unchanged "all three"
is "one payment is booked" '1|0' "$(sql 'SELECT count(*), sum(suspense) FROM payment')"
# what a repeat is answered by are columns: the members of the body may stand in any order
sqlite3 -cmd '.timeout 5000' "$LOKET_HOME/loket.db" "UPDATE notice SET body = json_object('virtualAccountData',
	json(body -> '$.virtualAccountData'), 'responseMessage', body ->> '$.responseMessage', 'responseCode', body ->> '$.responseCode')
	WHERE payment = 'P2'"
id=7001 call payment "$(payment "$bill" P2 "$sum")"
is "a body in another order: the same status" 200 "$(cat "$work/status")"
is "and as it is kept" "$(sql "SELECT body FROM notice WHERE payment = 'P2'")" "$(cat "$work/answer")"
id=7003 call payment "$(payment "$bill" P2 1)"
answers 4042518 "another sum is refused"
ends 0 "as of a payment that was accepted" grep -q '"paymentFlagStatus":"00"' "$work/answer"
end_worker
is "the worker ends in order" 0 "$ended"

# ---- a token's life ----
profile -e "$here" -e 's/token-seconds="900"/token-seconds="2"/'
begin_worker
token
call inquiry "$(inquiry "$bill")"
answers 4042414 "a fresh token counts"
expired() { call inquiry "$(inquiry "$bill")" && grep -q '"4012401"' "$work/answer"; }
ends 0 "and no longer after its seconds" await expired
answers 4012401 "  with its own answer"
end_worker

# ---- which addresses may call ----
profile -e "$here" -e "$(serves 'allow="127.0.0.2 127.0.0.3"')"
begin_worker
token
answers 4017300 "an address that is not on the list gets no token"
message 'Unauthorized. [Connection not allowed]'
token --interface 127.0.0.3
answers 2007300 "one that is does"
call inquiry "$(inquiry "$bill")"
answers 4012400 "nor is it heard with a good token"
message 'Unauthorized. [Connection not allowed]'
call inquiry "$(inquiry "$bill")" --interface 127.0.0.2
answers 4042414 "the other one on the list"
call inquiry "$(inquiry "$bill")" --interface 127.0.0.22
answers 4012400 "an address that only begins like it"
end_worker

# ---- the path outside a proxy ----
profile -e "$here" -e "$(serves 'outside="/openapi"')"
begin_worker
token
front=/openapi call inquiry "$(inquiry "$bill")"
answers 4042414 "signed over the outside path"
call inquiry "$(inquiry "$bill")"
answers 4012400 "signed over the inside path"
end_worker

# ---- a bank that signs with its key and fetches no token ----
profile -e "$here" -e 's/<call service="inquiry"/& signature="asimetris"/'
begin_worker
signed_by() { # signed_by KEY BODY [BODY that is sent]
	at=$(stamp) digest=$(printf %s "$2" | openssl dgst -sha256 -r | cut -d' ' -f1)
	signature=$(printf %s "POST:/v1.0/transfer-va/inquiry:$digest:$at" | openssl dgst -sha256 -sign "$keys/$1" | openssl base64 -A)
	edit="/^Authorization/d; s|^X-SIGNATURE:.*|X-SIGNATURE: $signature|" call inquiry "${3:-$2}"
}
signed_by bank-private.pem "$(inquiry "$bill")"
answers 4042414 "no token, the bank's key"
signed_by court-private.pem "$(inquiry "$bill")"
answers 4012400 "another key"
signed_by bank-private.pem "$(inquiry "$bill")" "$(inquiry 1)"
answers 4012400 "another body"
bearer=lain
call inquiry "$(inquiry "$bill")"
answers 4012400 "an HMAC where a key is wanted"
end_worker

# ---- TLS ----
# certificate NAME CA: a key and a certificate for 127.0.0.1 in the home, signed by the CA, itself when it is the same.
certificate() {
	openssl req -newkey rsa:2048 -nodes -subj "/CN=$1" -keyout "$LOKET_HOME/tls/$1.key" -out "$work/csr" 2>/dev/null
	printf 'subjectAltName=IP:127.0.0.1\n' >"$work/names"
	if [ "$1" = "$2" ]; then
		echo 'basicConstraints=critical,CA:TRUE' >>"$work/names"
		openssl x509 -req -in "$work/csr" -signkey "$LOKET_HOME/tls/$1.key" -extfile "$work/names" -out "$LOKET_HOME/tls/$1.pem" -days 2 2>/dev/null
	else
		openssl x509 -req -in "$work/csr" -CA "$LOKET_HOME/tls/$2.pem" -CAkey "$LOKET_HOME/tls/$2.key" -CAcreateserial \
			-extfile "$work/names" -out "$LOKET_HOME/tls/$1.pem" -days 2 2>/dev/null
	fi
	chmod 600 "$LOKET_HOME/tls/$1.key"
}
for pair in 'root root' 'other other' 'court root' 'bank root' 'stranger other'; do
	# shellcheck disable=SC2086 # two words
	certificate $pair
done
pem() { echo "$LOKET_HOME/tls/$1"; }
tls='certificate="tls/court.pem" certificate-key="tls/court.key"'

profile -e "$here" -e "$(serves "$tls")"
begin_worker
is "with a certificate it is https" "https://127.0.0.1:$port" "$court"
token --cacert "$(pem root.pem)"
answers 2007300 "TLS with the court's certificate"
call inquiry "$(inquiry "$bill")" --cacert "$(pem root.pem)"
answers 4042414 "  and a call over it"
ends 60 "whoever does not trust its signer does not go on" token --cacert "$(pem other.pem)"
plain() { fetch -d '{}' "http://127.0.0.1:$port/v1.0/access-token/b2b"; }
count=$((count + 1))
if plain || ! nothing; then echo "not ok $count - plain HTTP is not spoken"; else echo "ok $count - plain HTTP is not spoken"; fi
token --cacert "$(pem root.pem)" --tls-max 1.2
is "TLS 1.2 is not spoken" 000 "$(cat "$work/status")"
token --cacert "$(pem root.pem)" --tlsv1.3
answers 2007300 "TLS 1.3 is"
end_worker
profile -e "$here" -e "$(serves "$tls")" -e 's/<times /&old-tls="ya" /'
begin_worker
token --cacert "$(pem root.pem)" --tls-max 1.2
answers 2007300 "TLS 1.2 by the profile's leave"
token --cacert "$(pem root.pem)" --tls-max 1.2 --ciphers AES256-SHA256:AES128-SHA
is "  but not with a cipher of old" 000 "$(cat "$work/status")"
token --cacert "$(pem root.pem)" --tls-max 1.1 --ciphers 'DEFAULT@SECLEVEL=0'
is "  nor TLS 1.1" 000 "$(cat "$work/status")"
end_worker

profile -e "$here" -e "$(serves "$tls authorities=\"tls/root.pem\"")"
begin_worker
token --cacert "$(pem root.pem)"
answers 4017300 "mutual TLS: a caller without a certificate"
message 'Unauthorized. [Connection not allowed]'
token --cacert "$(pem root.pem)" --cert "$(pem stranger.pem)" --key "$(pem stranger.key)"
count=$((count + 1))
if [ -n "$bearer" ]; then echo "not ok $count - one of another signer"; else echo "ok $count - one of another signer gets no token"; fi
token --cacert "$(pem root.pem)" --cert "$(pem bank.pem)" --key "$(pem bank.key)"
answers 2007300 "one of ours"
call inquiry "$(inquiry "$bill")" --cacert "$(pem root.pem)" --cert "$(pem bank.pem)" --key "$(pem bank.key)"
answers 4042414 "  is heard"
call inquiry "$(inquiry "$bill")" --cacert "$(pem root.pem)"
answers 4012400 "a stolen token does not help without"
end_worker
is "the worker ends in order" 0 "$ended"

# A door that would stand open is not opened, and the log says why.
wrong() { # wrong ATTRIBUTES PATTERN WHAT
	profile -e "$here" -e 's/ listen="127.0.0.1"//' -e "$(serves "$1")"
	rm -f "$LOKET_HOME/sim/court.url"
	: >"$work/loketd.log"
	loketd --log "$work/loketd.log" >"$work/out" 2>"$work/loketd.err" &
	worker=$!
	ends 0 "$3" await grep -Eq "$2" "$work/loketd.log"
	ends 1 "  is not opened" test -e "$LOKET_HOME/sim/court.url"
	end_worker
}
wrong 'listen="0.0.0.0"' 'simulasi.xml:[0-9]+.*0\.0\.0\.0 terbuka' "a door of plain HTTP to the network"
wrong 'authorities="tls/root.pem"' 'simulasi.xml:[0-9]+.*authorities hanya berlaku' "one with authorities without TLS"
wrong 'certificate="tls/court.pem"' 'simulasi.xml:[0-9]+.*TLS memerlukan' "one with a certificate without its key"
chmod 644 "$(pem court.key)"
wrong "$tls" "chmod 600 .*court.key" "one whose key others can read"
chmod 600 "$(pem court.key)"

# ---- a bank that wants to see the court's certificate ----
mkfifo "$work/front.ready"
begin_sim
inside=$(cat "$LOKET_HOME/sim/bank.url")
node "$root/tests/wire/front.js" "$(pem bank.pem)" "$(pem bank.key)" "$(pem root.pem)" "${inside##*:}" >"$work/front.ready" 2>&1 &
front=$!
read -r outside <"$work/front.ready"
bank_rows() { loket-sim show bank --home "$LOKET_HOME/sim" | awk 'NR > 1' | wc -l; }
# door KEYS: what the doctor says of that bank, with these settings of <keys>
door() {
	profile -e "s|url-file=\"sim/bank.url\"|base-url=\"$outside\"|" -e "s|<keys |&$1 |"
	loket doctor bank simulasi >"$work/said" 2>&1
}
own='certificate="tls/court.pem" certificate-key="tls/court.key"'
door "authorities=\"tls/root.pem\" $own"
is "the court shows its certificate and gets a token" 0 $?
door 'authorities="tls/root.pem"'
is "without it, it does not" 3 $?
door "authorities=\"tls/root.pem\" certificate=\"tls/stranger.pem\" certificate-key=\"tls/stranger.key\""
is "nor with another's" 3 $?
door "authorities=\"tls/other.pem\" $own"
is "a bank of another signer is not trusted" 3 $?
door "$own"
is "nor one the system does not know" 3 $?
door "authorities=\"tls/root.pem\" certificate=\"tls/court.pem\" certificate-key=\"tls/bank.key\""
is "a certificate beside its key is the profile's fault" 2 $?
chmod 640 "$(pem court.key)"
door "authorities=\"tls/root.pem\" $own"
is "so is a key that others can read" 2 $?
chmod 600 "$(pem court.key)"
door "authorities=\"tls/root.pem\" $own"
begin_worker
loket-sim town --home "$work/town2" --filings 1 --seed 9 >/dev/null
filing=$(loket filing import "$work/town2"/*.xml --as sari 2>/dev/null)
loket step skum --as rina --filing "$filing" bank=simulasi >/dev/null 2>&1
made() { [ "$(bank_rows)" = 1 ] && live 1; }
ends 0 "the worker makes an account there" await made
echo "1..$count"
