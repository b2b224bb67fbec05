#!/bin/sh
# The simulated bank against a client that is not ours: curl and openssl(1), by the SNAP standard.
# shellcheck source=tests/wire/common
. "$(dirname "$0")/common"
start_sim --pay-after 0

# ---- token ----
ok 'a token for the right key' token
ok '  is a success of service 73' answer_is 2007300
ok '  says expiresIn as a string' answer_has '"expiresIn":"900"'
kept=$(cat "$work/token")
openssl genrsa -out "$work/other.pem" 2048 2>/dev/null
token "$work/other.pem"
ok 'no token for another key' answer_is 4017300
token "$keys/court-private.pem" 2020-01-01T00:00:00+07:00
ok 'no token for an old time' answer_has 'Unauthorized. [Timestamp]'
token "$keys/court-private.pem" "$(stamp | sed 's/+07:00/.000+07:00/')"
ok 'no token for a time with milliseconds' answer_is 4007301
fetch -H 'Content-Type: application/json' -d '{}' "$bank/v1.0/access-token/b2b"
ok 'no token without headers' answer_is 4007302
printf %s "$kept" >"$work/token"

# ---- create-va and its gate ----
one=$(account 1000000001 PACTH-1 750000.00)
at=$(stamp) id=771 call POST create-va "$one"
ok 'an account is made' answer_is 2002700
ok '  and its padded number comes back' answer_has '"virtualAccountNo":"    88081000000001"'
id=771 call POST create-va "$one"
ok 'the same X-EXTERNAL-ID is a conflict' answer_is 4092700
call POST create-va "$one"
ok 'the same trxId again is known' answer_is 4092701
call POST create-va "$(account 1000000001 PACTH-1 760000.00)"
ok 'the same trxId with another amount is inconsistent' answer_is 4042718
call POST create-va "$(account 1000000001 PACTH-2 750000.00)"
ok 'a number that lives is not given twice' answer_is 4042718
secret=wrong call POST create-va "$(account 1000000002 PACTH-2 750000.00)"
ok 'a wrong secret is refused' answer_has 'Unauthorized. [Signature]'
sent=$(account 1000000002 PACTH-2 1.00) call POST create-va "$(account 1000000002 PACTH-2 750000.00)"
ok 'a body changed on the way is refused' answer_has 'Unauthorized. [Signature]'
sent=$(account 1000000002 PACTH-2 750000.00 | sed 's/,/ ,\n  /g') call POST create-va "$(account 1000000002 PACTH-2 750000.00)"
ok 'blanks between members change no signature' answer_is 2002700
at=2020-01-01T00:00:00+07:00 call POST create-va "$one"
ok 'an old time is refused' answer_has 'Unauthorized. [Timestamp]'
partner=LAIN call POST create-va "$one"
ok 'another partner is refused' answer_has 'Unauthorized. [Unknown client]'
printf %s palsu >"$work/token"
call POST create-va "$one"
ok 'a token nobody gave is refused' answer_is 4012701
printf %s "$kept" >"$work/token"
call POST create-va "$(account 1000000003 PACTH-3 750000)"
ok 'an amount without decimals is refused' answer_is 4002701
call POST create-va "$(account 1000000003 '' 750000.00)"
ok 'a missing trxId is named' answer_has 'Invalid Mandatory Field trxId'
call POST create-va "$(account 1000000003 PACTH-3 750000.00 | sed 's/    8808"/8808"/')"
ok 'a partnerServiceId without its blanks is refused' answer_is 4002701
call POST create-va "$(account 1000000003 PACTH-3 750000.00 | sed 's/{/{"trxId":"X",/')"
ok 'a key that stands twice is refused' answer_is 4002700
call POST create-va "$(account 1000000003 PACTH-3 750000.00 | sed 's/2099/2020/')"
ok 'an end in the past is refused' answer_has 'expiredDate'

# ---- looking, changing, paying, deleting ----
call POST inquiry-va "$(which_account 1000000001 PACTH-1)"
ok 'inquiry-va finds it' answer_is 2003000
ok '  with its amount' answer_has '"value":"750000.00"'
call POST inquiry-va "$(which_account 1000000009 PACTH-9)"
ok 'inquiry-va does not find what is not there' answer_is 4043012
call PUT update-va "$(account 1000000001 PACTH-1 800000.00)"
ok 'update-va changes the amount' answer_is 2002800
call POST status "$(which_account 1000000001)"
ok 'status of an unpaid account: no transaction' answer_is 4042601
ok 'nobody pays an unknown number' test "$("$sim" pay --home "$home" 88081000000099 2>/dev/null; echo $?)" = 1
ok 'a visitor pays' "$sim" pay --home "$home" 88081000000001
ok '  once' test "$("$sim" pay --home "$home" 88081000000001 2>/dev/null; echo $?)" = 1
call POST status "$(which_account 1000000001)"
ok 'status says paid' answer_has '"paymentFlagStatus":"00"'
ok '  in an array, since no payment was named' answer_has '"virtualAccountData":[{'
ok '  and how much' answer_has '"paidAmount":{"value":"800000.00","currency":"IDR"}'
call DELETE delete-va "$(which_account 1000000001 PACTH-1)"
ok 'a paid account is not deleted' answer_is 4043114
call DELETE delete-va "$(which_account 1000000002 PACTH-2)"
ok 'an unpaid one is' answer_is 2003100
call POST inquiry-va "$(which_account 1000000002 PACTH-2)"
ok '  and is gone' answer_is 4043012
call POST report '{"partnerServiceId":"    8808"}'
ok 'the report of today has the payment' answer_has '"trxId":"PACTH-1"'

# ---- it survives ----
kill -9 "$server"
wait "$server" 2>/dev/null
start_sim --pay-after 0
call POST status "$(which_account 1000000001)"
ok 'after kill -9 it knows its token and its payments' answer_has '"paymentFlagStatus":"00"'
ok 'and shows them' sh -c "'$sim' show --home '$home' bank | grep -q 'PACTH-1.*800000.00.*lunas.*1$'"
finish
