#!/bin/sh
# Where the bill lies with the court: the bank asks what is to be paid (24), then tells of the payment (25). Nothing
# is made at the bank; what does not fit is refused with its code, and a refusal is as final as a payment. A question
# may go wrong in every way: the next one is answered right, and nothing was changed. Speaks TAP.
# shellcheck disable=SC2119 # words of ours are not those of the script
# shellcheck source=tests/wire/caller
. "$(dirname "$0")/caller"
rows=0
says_of() { # says_of WHAT PATTERN: the last answer
	cp "$work/answer" "$work/said"
	says "$1" "$2"
}

profile -e "$here" -e 's/repeat="sama"/repeat="inkonsisten"/'
begin_worker
token
bills 2
one=$(sql 'SELECT customer_no FROM va ORDER BY customer_no LIMIT 1') two=$(sql 'SELECT customer_no FROM va ORDER BY customer_no DESC LIMIT 1')
sum=$(sql "SELECT amount FROM va WHERE customer_no = '$one'")
state >"$work/before"

# ---- what is to be paid ----
call inquiry "$(inquiry "$one")"
answers 2002400 "the bank asks for a bill"
says_of "  and hears its sum" "\"totalAmount\":\{\"value\":\"$sum.00\",\"currency\":\"IDR\"\}"
says_of "  and status" '"inquiryStatus":"00"'
says_of "  and whose it is" '"virtualAccountName":"[^"]+"'
cp "$work/answer" "$work/right"
call inquiry "$(inquiry 0000009999)"
answers 4042412 "no bill under another number"
says_of "  its status says so" '"inquiryStatus":"01"'
call inquiry "{$(numbers "$one")}"
answers 4002402 "an inquiry without its id"

# ---- a question goes wrong, the next one is answered right ----
# bytes: the last call as it would stand on the wire.
bytes() {
	printf 'POST /v1.0/transfer-va/inquiry HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n' "$(wc -c <"$work/body")"
	sed 's/$/\r/' "$work/headers"
	printf '\r\n'
	cat "$work/body"
}
right() { # right WHAT: after it, the bill is told as before
	rows=$((rows + 1))
	call inquiry "$(inquiry "$one")"
	ends 0 "after $1: the right answer" cmp "$work/right" "$work/answer"
}
goes_wrong() { # goes_wrong CODE WHAT: so the last call ended
	answers "$1" "$2"
	right "$2"
}
raw </dev/null >/dev/null 2>&1
right 'a reset before a word'
call inquiry "$(inquiry "$one")"
bytes >"$work/bytes"
size=$(wc -c <"$work/bytes")
for part in 1 4 60 $((size / 2)) $((size - 150)) $((size - 1)); do
	head -c "$part" "$work/bytes" | raw >/dev/null 2>&1
	right "a reset after $part of $size bytes"
done
raw <"$work/bytes" >/dev/null 2>&1
right 'a reset before the answer is read'
for body in "$(inquiry "$one" | head -c 60)" 'bukan-JSON' '' '{}{}'; do
	call inquiry "$body"
	goes_wrong 4002400 "a malformed body: $body"
done
call inquiry "{$(numbers "$one"),\"inquiryRequestId\":\"I1\",\"x\":\"$(head -c 65536 /dev/zero | tr '\0' a)\"}"
goes_wrong 4002400 'a body too large'
for type in text/html application/xml; do
	edit="s|^Content-Type:.*|Content-Type: $type|" call inquiry "$(inquiry "$one")"
	goes_wrong 4002401 "$type"
done
secret=lain call inquiry "$(inquiry "$one")"
goes_wrong 4012400 'a signature with another secret'
call inquiry "$(inquiry "$one")" --data-binary "$(inquiry "$two")"
goes_wrong 4012400 'a signature of another body'
for minutes in +10 -10; do
	at=$(stamp "$minutes minutes") call inquiry "$(inquiry "$one")"
	goes_wrong 4012400 "a clock $minutes minutes"
done
id=600 call inquiry "$(inquiry "$one")"
goes_wrong 2002400 'a question'
again() { fetch -H "@$work/headers" --data-binary "@$work/body" "$court/v1.0/transfer-va/inquiry"; }
for _ in 1 2 3; do
	id=600 call inquiry "$(inquiry "$one")"
	again
	ends 0 'replayed to the byte: the same answer' cmp "$work/right" "$work/answer"
done
right 'a replay'
id=600 call inquiry "$(inquiry "$two")"
says_of "a refusal under a used id has its status" '"inquiryStatus":"01"'
goes_wrong 4092400 'the same id for another account'
id=600 call inquiry "$(inquiry "$one" I2)"
goes_wrong 4092400 'the same id for another question'
id=600 secret=lain call inquiry "$(inquiry "$one")"
id=601 secret=lain call inquiry "$(inquiry "$two")"
id=601 call inquiry "$(inquiry "$one")"
goes_wrong 2002400 'an id that a stranger used'
call inquiry "$(inquiry "$one")"
for n in 1 2 3 4; do
	curl -sS --noproxy '*' -o "$work/answer.$n" -H "@$work/headers" --data-binary "@$work/body" "$court/v1.0/transfer-va/inquiry" &
	eval "asked_$n=$!"
done
# shellcheck disable=SC2154 # set by eval
wait "$asked_1" "$asked_2" "$asked_3" "$asked_4"
for n in 1 2 3 4; do
	ends 0 "four times at once: answer $n" cmp "$work/right" "$work/answer.$n"
done
right 'four at once'
end_worker -KILL
begin_worker
right 'the token of before kill -9'
token
right 'a new token'
unchanged "$rows mishaps"

# ---- and what is paid ----
call payment "$(payment "$one" P1 $((sum - 1)))"
answers 4042513 "another sum is refused"
says_of "  its flag says so" '"paymentFlagStatus":"01"'
call payment "$(payment "$one" P1 "$sum")"
answers 4042518 "the same payment with another sum than before"
says_of "  has the flag of the first" '"paymentFlagStatus":"01"'
id=7001 call payment "$(payment "$one" P2 "$sum")"
answers 2002500 "the right sum is taken"
cp "$work/answer" "$work/first"
call payment "$(payment "$one" P2 "$sum" Y)"
ends 0 "told again, under a new id: the same bytes" cmp "$work/first" "$work/answer"
id=7001 call payment "$(payment "$one" P2 "$sum")"
answers 4042518 "told again, under the same id: as this bank wants it"
id=7001 call payment "$(payment "$one" P3 "$sum")"
answers 4092500 "another payment under a used id"
call payment "$(payment "$one" P4 "$sum")"
answers 4042514 "a second payment"
call inquiry "$(inquiry "$one")"
answers 4042414 "a bill that is paid"
end_worker -KILL
begin_worker
token
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
ends 0 "the journal is sound" loket journal check --as adi
echo "# $rows mishaps of one call"
echo "1..$count"
