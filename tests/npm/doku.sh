#!/bin/sh
# DOKU's own library: as merchant against the simulated bank under DOKU's paths, as court that reads the
# bank's notices, and as bank that signs a notice for loketd. Speaks TAP.
# shellcheck source=tests/npm/common
. "$(dirname "$0")/common"
start_sim --pay-after 0
export sim
played doku.js
stop_sim

# ---- its notice into our receiver: an account of a real filing is paid by DOKU's hand ----
PATH=$LOKET_BUILD:$PATH LOKET_HOME=$work/home LOKET_PASSWORD_FILE=$work/password
export PATH LOKET_HOME LOKET_PASSWORD_FILE
(umask 077 && echo loket >"$work/password")
home=$LOKET_HOME/sim keys=$home/keys
"$root/tests/home" people >/dev/null
mkdir -p "$home"
start_sim --pay-after 0
mkfifo "$work/worker"
loketd --log "$work/loketd.log" >"$work/worker" &
worker=$!
trap 'kill $worker; stop_sim; rm -rf "$work"' EXIT
read -r _ <"$work/worker"
loket-sim town --home "$work/town" --filings 1 --seed 5 >/dev/null
filing=$(loket filing import "$work/town"/*.xml --as sari 2>/dev/null)
loket step pendaftar.setuju --as budi --filing "$filing" setuju=ya >/dev/null 2>&1
loket step skum --as rina --filing "$filing" bank=simulasi >/dev/null 2>&1
db() { sqlite3 -readonly -cmd '.timeout 2000' "$LOKET_HOME/loket.db" "$1"; }
for _ in $(seq 200); do
	account=$(db "SELECT number, trx, amount FROM va WHERE state = 'live'")
	[ -n "$account" ] && break
	timeout 0.1 tail -f /dev/null
done
export account
played doku-bank.js
ok 'its payment is booked once' test "$(db 'SELECT count(*), sum(suspense) FROM payment')" = '1|0'
ok 'and its filing is paid' test "$(db "SELECT state FROM step WHERE key = 'bayar'")" = "done"
finish
