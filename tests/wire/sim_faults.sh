#!/bin/sh
# What is ordered with `loket-sim fail` happens: once, to the call it was ordered for, and what a fault
# says was carried out was carried out.
# shellcheck source=tests/wire/common
. "$(dirname "$0")/common"
start_sim --pay-after 0
token "$keys/court-private.pem"
serial=1000000000

# made: is the account of the last try there?
made() {
	call POST inquiry-va "$(which_account "$serial" "T$serial")"
	answer_is 2003000
}
not_made() { ! made; }

# try KIND [OPTION…]: the next create-va goes wrong.
try() {
	kind=$1
	shift
	"$sim" fail --home "$home" "$@" create-va "$kind"
	serial=$((serial + 1))
	call POST create-va "$(account "$serial" "T$serial" 500000.00)"
}

try 500
ok '500 is a general error' answer_is 5002700
ok '  and nothing was done' not_made
try 503
ok '503 comes from the gateway' status_is 503
ok '  and nothing was done' not_made
try 504
ok '504 is a timeout' answer_is 5042700
ok '  though the work was done' made
try 401
ok '401 is about the token' answer_is 4012701
try 409
ok '409 is a conflict' answer_is 4092700
try 429
ok '429 is too many' answer_is 4292700
call POST create-va "$(account "$serial" "T$serial" 500000.00)"
ok 'each only once' answer_is 2002700
try drop-before
ok 'drop-before gives no answer' status_is 000
ok '  and nothing was done' not_made
try drop-after
ok 'drop-after gives no answer' status_is 000
ok '  though the work was done' made
MAX_TIME=1 try slow --seconds 3
ok 'slow is slower than the client' status_is 000
ok '  though the work was done, and others are served meanwhile' made
try malformed
ok 'malformed is no JSON' grep -q "<kode>,," "$work/answer"
ok '  though the work was done' made
try truncated
ok 'truncated breaks off' test "$(grep -c '(18)' "$work/curl.err")" = 1
ok '  though the work was done' made
try oversized
ok 'oversized is large' test "$(wc -c <"$work/answer")" -gt 9000000
try wrong-echo
ok 'wrong-echo names another account' sh -c "! grep -q '\"customerNo\":\"$serial\"' '$work/answer'"
ok '  though the right one was made' made
try wrong-amount
ok 'wrong-amount says another sum' answer_has '"value":"500001.00"'
"$sim" fail --home "$home" --times 2 all 503
call POST inquiry-va "$(which_account "$serial" "T$serial")"
ok 'all means all' status_is 503
sipp_get kesehatan
ok '  and SIPP too' status_is 503
sipp_get kesehatan
ok '  as often as said' status_is 200
"$sim" fail --home "$home" --seconds 1 create-va refuse
call POST inquiry-va "$(which_account "$serial" "T$serial")"
ok 'refuse: nobody listens' grep -q '(7)' "$work/curl.err"
ok '  SIPP still does' sipp_get kesehatan
ok '  and the bank does again' curl -sS --noproxy '*' --retry 20 --retry-delay 1 --retry-connrefused -o /dev/null "$bank/"
ok 'no order is left' test "$("$sim" show --home "$home" faults | wc -l)" = 1
ok 'an unknown call is wrong use' test "$("$sim" fail --home "$home" terbang 500 2>/dev/null; echo $?)" = 2
ok 'an unknown kind is wrong use' test "$("$sim" fail --home "$home" create-va meledak 2>/dev/null; echo $?)" = 2
finish
