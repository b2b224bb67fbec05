#!/bin/sh
# Who may speak to loket-sippd: over a network only with TLS, with a token or a certificate, and the setup says so
# before anything listens. The worker's own client and curl as callers. Speaks TAP.
# shellcheck disable=SC2119 # words of ours are not those of the script
# shellcheck source=tests/sippd/common
. "$(dirname "$0")/common"

# certificate NAME CA-NAME: a key and a certificate for 127.0.0.1, signed by the CA (itself when it is the same).
certificate() {
	openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$1" -keyout "$work/$1.key" -out "$work/$1.csr" 2>/dev/null
	printf 'subjectAltName=IP:127.0.0.1\n' >"$work/names"
	if [ "$1" = "$2" ]; then
		echo 'basicConstraints=critical,CA:TRUE' >>"$work/names"
		openssl x509 -req -in "$work/$1.csr" -signkey "$work/$1.key" -extfile "$work/names" -out "$work/$1.pem" -days 2 2>/dev/null
	else
		openssl x509 -req -in "$work/$1.csr" -CA "$work/$2.pem" -CAkey "$work/$2.key" -CAcreateserial -extfile "$work/names" -out "$work/$1.pem" -days 2 2>/dev/null
	fi
	chmod 600 "$work/$1.key"
}
for pair in 'court court' 'other other' 'sippd court' 'loketd court' 'stranger other'; do
	# shellcheck disable=SC2086 # two words
	certificate $pair
done

# listen ATTRIBUTES: the setup with these instead of its own.
listen() {
	setup
	sed -i "s|<listen [^>]*>|<listen $*/>|" "$work/sippd.xml"
}
refused() { "$sippd" --config "$work/sippd.xml" >"$work/said" 2>&1; [ $? = 2 ] && grep -q "$1" "$work/said"; }
tls="certificate=\"$work/sippd.pem\" key=\"$work/sippd.key\""
token="token-file=\"$work/token\""

listen "address=\"0.0.0.0\" port=\"0\" $token"
ok 'open to the network without TLS: it does not start' refused 'sippd.xml:[0-9]*.*terbuka'
listen 'port="0"'
ok 'neither token nor certificate: it does not start' refused token-file
listen "port=\"0\" $token authorities=\"$work/court.pem\""
ok 'authorities without TLS: it does not start' refused authorities
listen "port=\"0\" certificate=\"$work/sippd.pem\" $token"
ok 'a certificate without its key: it does not start' refused certificate
setup
chmod 644 "$work/token"
ok 'a token that others can read: it does not start' sh -c "! '$sippd' --config '$work/sippd.xml' >'$work/said' 2>&1 && grep -q chmod '$work/said'"
setup
echo kurang >"$work/token"
ok 'a token of six letters: it does not start' refused 'terlalu pendek'
setup
sed -i 's/name="sipp"/name="sipp`; DROP"/' "$work/sippd.xml"
ok 'a database name that is no name: it does not start' sh -c "! '$sippd' grants --config '$work/sippd.xml'"

make_database
setup
grant
sed -i "s|<listen [^>]*>|<listen port=\"0\" $tls $token/>|" "$work/sippd.xml"
start_sippd
ok 'with TLS it listens' grep -q '^https://127' "$work/url"
get kesehatan --cacert "$work/court.pem"
ok 'a caller that knows the authority is answered' valid kesehatan
ok 'one that does not is not' sh -c "! curl -sS --noproxy '*' -o /dev/null '$url/sipp/v1/kesehatan' 2>/dev/null"
fetch kesehatan --cacert "$work/court.pem"
ok 'TLS without the token: 401' status_is 401
stop_sippd

sed -i "s|<listen [^>]*>|<listen port=\"0\" $tls authorities=\"$work/court.pem\"/>|" "$work/sippd.xml"
start_sippd
fetch kesehatan --cacert "$work/court.pem" --cert "$work/loketd.pem" --key "$work/loketd.key"
ok 'mutual TLS: a certificate the court signed is enough' valid kesehatan
fetch kesehatan --cacert "$work/court.pem"
ok '  none is not' sh -c "! grep -q '<kesehatan' '$work/answer'"
ok '  and is told so as kesalahan' valid kesalahan
fetch kesehatan --cacert "$work/court.pem" --cert "$work/stranger.pem" --key "$work/stranger.key"
ok "  nor is a stranger's" sh -c "! grep -q '<kesehatan' '$work/answer'"

# ---- the worker's own client ----
export PATH="$LOKET_BUILD:$PATH" LOKET_HOME="$work/home" LOKET_PASSWORD_FILE="$work/words"
(umask 077 && echo loket >"$LOKET_PASSWORD_FILE")
"$root/tests/home" people >/dev/null
mkdir -p "$LOKET_HOME/data" "$LOKET_HOME/keys"
cp "$work/loketd.pem" "$work/loketd.key" "$LOKET_HOME/keys"
printf '<sipp xmlns="urn:loket:sipp-setup:1" base-url="%s" authorities="%s" certificate="keys/loketd.pem" key="keys/loketd.key"/>\n' \
	"$url" "$work/court.pem" >"$LOKET_HOME/data/sipp.xml"
greeted() { grep -q 'GET /sipp/v1/kesehatan: 200' "$work/sippd.err"; }
: >"$work/sippd.err"
loketd --log "$work/loketd.log" >/dev/null 2>&1 &
worker=$!
ok 'the worker shows its certificate and is answered' await greeted
kill $worker
wait $worker 2>/dev/null
finish
