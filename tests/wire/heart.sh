#!/bin/sh
# The worker's life as desks and commands see it: alive, stopped, killed; and "siap" only when it listens, with the
# name of what keeps it from that. Speaks TAP.
# shellcheck source=tests/wire/caller
. "$(dirname "$0")/caller"
holder=''
trap 'end_worker; kill $holder 2>/dev/null; rm -rf "$work"' EXIT
link() { # link NAME: the state of it
	loket status --as budi --table hubungan --format csv 2>/dev/null | sed -n "s/^$1,\([^,]*\),.*/\1/p"
}
is_link() { [ "$(link "$1")" = "$2" ]; }

is "without a worker, that is said" "tidak berjalan" "$(link pekerja)"
profile
begin_worker
ends 0 "a living one" await is_link pekerja berjalan
ends 3 "a second one is refused" loketd
says "  because there is one" 'sudah berjalan'
kill -STOP "$worker"
ends 0 "one that was stopped" await is_link pekerja 'tidak bergerak'
ends 0 "  is named with the remedy" loket status --as budi --table hubungan
says "  in words" 'pekerja.*hentikan prosesnya'
kill -CONT "$worker"
ends 0 "and one that goes on" await is_link pekerja berjalan
sqlite3 "$LOKET_HOME/loket.db" "INSERT INTO link (name, up, since, error) VALUES ('sipp', 1, 1, '')
	ON CONFLICT (name) DO UPDATE SET up = 1"
end_worker -KILL
is "one that was killed is dead at once" "tidak berjalan" "$(link pekerja)"
is "  and what it has stored is the past" "tidak diperiksa" "$(link sipp)"
begin_worker
ends 0 "the next one lives" await is_link pekerja berjalan
end_worker

# ---- the log ----
begin_worker
mv "$work/loketd.log" "$work/loketd.log.1"
kill -HUP "$worker"
ends 0 "a log that was moved away is begun anew" await test -e "$work/loketd.log"
end_worker

# ---- siap ----
# It is not said while a door is shut; $work/ready is read by us, so that nothing waits for it.
begin_deaf() {
	rm -f "$work/out" "$work/loketd.log"
	loketd --log "$work/loketd.log" >"$work/out" 2>"$work/loketd.err" &
	worker=$!
}
told() { grep -Eq "$1" "$work/loketd.log"; }
ready() { grep -q '^loketd: siap' "$work/out"; }
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$LOKET_HOME/court.key" -out "$LOKET_HOME/court.pem" -days 2 -subj /CN=pa 2>/dev/null
openssl genrsa -out "$LOKET_HOME/other.key" 2048 2>/dev/null
chmod 600 "$LOKET_HOME"/*.key
profile -e 's|<serves |&certificate="court.pem" certificate-key="other.key" |'
begin_deaf
ends 0 "a certificate and another's key" await told 'bank: Sertifikat untuk panggilan bank .serves/certificate. atau kuncinya'
ends 1 "  it is not ready" ready
ends 0 "  it lives all the same, and says so" await is_link pekerja berjalan
ends 0 "  that it does not hear the bank" await sh -c 'loket status --as budi --table hubungan | grep -q "pekerja.*tidak mendengar panggilan bank"'
end_worker

mkfifo "$work/holder"
openssl s_server -accept 127.0.0.1:0 -cert "$LOKET_HOME/court.pem" -key "$LOKET_HOME/court.key" >"$work/holder" 2>/dev/null &
holder=$!
exec 4<"$work/holder"
while read -r line <&4; do
	case $line in ACCEPT*) break ;; esac
done
taken=${line##*:}
profile -e "s|port=\"0\"|port=\"$taken\"|"
begin_deaf
ends 0 "a port that another program has is named" await told "bank: .*port $taken pada 127.0.0.1: alamat itu dipakai"
ends 1 "  it is not ready" ready
kill "$holder"
wait "$holder" 2>/dev/null
holder=''
ends 0 "  until it is free" await ready
ends 0 "  and then it is not deaf" await sh -c '! loket status --as budi --table hubungan | grep -q "tidak mendengar"'
echo "1..$count"
