#!/bin/sh
# Who guesses passwords is slowed down, whatever he does at once, and he alone; a new password is none that is tried first;
# what the court leaves to a second person is not done by the first. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"

loket init --people >"$work/said" 2>&1 || cat "$work/said"
(umask 077 && echo salah >"$work/wrong")
guess() { LOKET_PASSWORD_FILE=$work/wrong loket filing list --as "$1" >"$work/said.$2" 2>&1; }
tried() { sql "SELECT count(*) FROM user_log WHERE what = 'gagal'"; }

# ---- guessing ----

for n in $(seq 30); do guess rina "$n" & done
wait
most=8 # five, and one for each second or so that they took
is "of thirty at once a few are tried" yes "$(tried | awk -v most=$most '{ print ($1 <= most ? "yes" : $1) }')"
is "the others are told to wait" yes "$(grep -l "tunggu [0-9]* detik" "$work"/said.* | wc -l | awk '{ print ($1 >= 20 ? "yes" : $1) }')"
for n in 1 2 3 4 5 6 7; do guess rina "$n"; done
ends 1 "who guesses waits, though the password is right now" loket filing list --as rina
says "how long" "tunggu [0-9]+ detik"
for n in $(seq 12); do guess hantu "$n"; done
cp "$work/said.12" "$work/said"
says "a name that nobody has waits in the same way" "tunggu [0-9]+ detik"
ends 0 "others come in" loket filing list --as sari
is "nobody waits longer than a minute" yes "$(sql "SELECT iif(max(until) - strftime('%s', 'now') * 1000 <= 61000, 'yes', max(until)) FROM login_try")"
ends 0 "the administrator ends it" loket user enable rina --as adi
ends 0 "she comes in at once" loket filing list --as rina
is "that is written" 1 "$(sql "SELECT count(*) FROM user_log WHERE what = 'dibebaskan' AND who = 'adi' AND user = 'rina'")"
# shellcheck disable=SC2016 # the other shell's
ends 0 "two dozen right ones at once" sh -c 'for n in $(seq 24); do loket filing list --as sari >/dev/null 2>&1 || exit 1 & all="$all $!"; done; for one in $all; do wait $one || exit 1; done'

# ---- a second person ----

mkdir -p "$LOKET_HOME/data"
sed 's/act="pendaftar.setuju" roles="[^"]*"/& another="akun.isi pendaftar.isi"/' "$root/data/rights.xml" >"$LOKET_HOME/data/rights.xml"
ends 0 "the rule is read" loket data check
ends 0 "budi takes filings in" loket filing import "$root/data/sample/filings.xml" --as budi
advocate=$(sql "SELECT f.reg FROM filing f JOIN step s ON s.filing = f.seq WHERE s.key = 'pendaftar' AND s.waits_for = 'admin' LIMIT 1")
ends 1 "he does not approve his own" loket step pendaftar.setuju --filing "$advocate" --as budi
says "why" "pendaftar.isi|akun.isi"
ends 0 "another does" loket step pendaftar.setuju --filing "$advocate" --as dewi
sed 's/act="pendaftar.setuju" roles="[^"]*"/& another="tak.ada"/' "$root/data/rights.xml" >"$LOKET_HOME/data/rights.xml"
ends 2 "an act that there is not" loket data check
says "which" "tak.ada"

# ---- passwords ----

LOKET_HOME=$work/real
(umask 077 && echo benar-kuda-baterai >"$work/good" && echo Password123 >"$work/common" && echo adi-adi-ratna >"$work/own" && echo pendek7 >"$work/short")
ends 1 "a short one" loket init ratna --new-password-file "$work/short"
says "why" "terlalu pendek"
rm -rf "$LOKET_HOME"
ends 1 "one that is tried first" loket init ratna --new-password-file "$work/common"
says "why" "mudah ditebak"
rm -rf "$LOKET_HOME"
ends 1 "one with the name" loket init ratna --new-password-file "$work/own"
says "why" "mudah ditebak"
rm -rf "$LOKET_HOME"
ends 0 "another" loket init ratna --new-password-file "$work/good"
echo "1..$count"
