#!/bin/sh
# What is done to accounts is written with who did it, in the same transaction, and stays: roles, names, closing,
# passwords, who came in and who did not. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"

echo "kata sandi" >"$work/longer"
loket init --people >"$work/said" 2>&1 || cat "$work/said"
changes="FROM user_log WHERE what NOT IN ('masuk', 'gagal')"
acts() { sql "SELECT count(*) $changes"; }
tries() { sql "SELECT count(*) FROM user_log WHERE what = '$1'"; }
last() { sql "SELECT who || ' ' || user || ' ' || what || ' ' || was || '>' || became $changes ORDER BY number DESC LIMIT 1"; }

is "the example's accounts are written" "$(sql 'SELECT count(*) FROM user')" "$(acts)"
before=$(acts)
ends 0 "an account is made" loket user add baru --as adi --name "Baru" --roles petugas --new-password-file "$work/longer"
is "who made it, with which roles" "adi baru dibuat >petugas" "$(last)"
ends 0 "it is closed" loket user disable baru --as adi
is "that is written" "adi baru ditutup >" "$(last)"
ends 0 "and opened" loket user enable baru --as adi
is "that too" "adi baru dibuka >" "$(last)"
ends 0 "another password" loket user password baru --as adi --new-password-file "$work/longer"
is "without the password" "adi baru sandi >" "$(last)"
is "nothing else was written" $((before + 4)) "$(acts)"
ends 1 "somebody without the right changes nothing" loket user disable baru --as rina
is "and nothing is written of it" $((before + 4)) "$(acts)"

came=$(tries masuk)
ends 0 "who comes in" loket filing list --as rina
is "is written" $((came + 1)) "$(tries masuk)"
is "with his Unix account" "rina rina masuk >$(id -un)" "$(sql "SELECT who || ' ' || user || ' ' || what || ' ' || was || '>' || became FROM user_log ORDER BY number DESC LIMIT 1")"
(umask 077 && echo salah >"$work/wrong")
for n in 1 2 3 4; do
	ends 1 "wrong password $n" env LOKET_PASSWORD_FILE="$work/wrong" loket filing list --as rina
done
is "each is written" 4 "$(tries gagal)"
ends 1 "a name that nobody has" env LOKET_PASSWORD_FILE="$work/wrong" loket filing list --as rahasia123
is "is written without it" "||gagal" "$(sql "SELECT who || '|' || user || '|' || what FROM user_log ORDER BY number DESC LIMIT 1")"

ends 0 "the panitera reads it" loket user log baru --as hasan --format csv
says "newest first" "^[0-9]+,.*,adi,baru,sandi,,"
is "of one user only" 5 "$(wc -l <"$work/said")"
ends 0 "the chairman too" loket user log --as fatimah
ends 0 "at most two" loket user log --limit 2 --as hasan --format csv
is "two and the head" 3 "$(wc -l <"$work/said")"
ends 1 "the kasir does not" loket user log --as rina

for change in "UPDATE user_log SET who = 'x'" "DELETE FROM user_log"; do
	ends 19 "$change is refused" sqlite3 "$LOKET_HOME/loket.db" "$change"
	says "why" "user_log_append_only"
done
echo "1..$count"
