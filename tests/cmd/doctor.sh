#!/bin/sh
# `loket doctor bank`: what a profile still lacks is named, what can be tried is tried, and the exit code
# says whose turn it is. A profile with gaps is not used; a secret others can read is refused. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
sim='' tls=''
trap '[ -z "$sim" ] || kill $sim 2>/dev/null; [ -z "$tls" ] || kill $tls 2>/dev/null; rm -rf "$work"' EXIT
keys=$LOKET_HOME/sim/keys

"$root/tests/home" people >/dev/null
mkdir -p "$LOKET_HOME/sim" "$LOKET_HOME/data/banks"

# ---- the shipped profiles ----
ends 0 "all profiles are listed" loket doctor bank --format csv
for profile in "$root"/data/banks/*.xml; do
	key=$(basename "$profile" .xml)
	says "  $key is read" "^\"?(baik|kurang)\"?,\"?$key\"?,"
done
ends 2 "a profile with gaps is misuse" loket doctor bank bni
says "  each is named, with where it is got" 'number/company +kode perusahaan'
says "  and the keys' places too" 'keys/own .*keys/bni/pengadilan-privat.pem'
ends 2 "a bank nobody knows" loket doctor bank nihil

# ---- the bank of the test town ----
ends 3 "no address yet is the outside's" loket doctor bank simulasi
loket-sim keys --home "$LOKET_HOME/sim"
mkfifo "$work/ready"
loket-sim serve --home "$LOKET_HOME/sim" >"$work/ready" 2>"$work/sim.log" &
sim=$!
{ read -r _ _ && read -r _ _; } <"$work/ready"
ends 0 "all is well" loket doctor bank simulasi
says "  the token too" 'baik +token'
says "  the clock too" 'baik +jam'
ends 0 "as JSON" loket doctor bank simulasi --format json
says "  a row each" '"isian":"sambungan"'

chmod 644 "$keys/client-secret"
ends 2 "a secret others can read" loket doctor bank simulasi
says "  the remedy is a command" "chmod 600 $keys/client-secret"
timeout 2 loketd --log "$work/loketd.log" >/dev/null 2>&1
says_log() { grep -q "$1" "$work/loketd.log"; }
ends 0 "  the worker does not take it either" says_log "chmod 600 $keys/client-secret"
chmod 600 "$keys/client-secret"

mv "$keys/client-secret" "$work/kept"
printf 'lain\n' >"$keys/client-secret"
chmod 600 "$keys/client-secret"
ends 0 "a wrong secret shows at the first call only" loket doctor bank simulasi
mv "$work/kept" "$keys/client-secret"
mv "$keys/court-private.pem" "$work/kept"
openssl genrsa -out "$keys/court-private.pem" 2048 2>/dev/null
chmod 600 "$keys/court-private.pem"
ends 3 "a key the bank does not know" loket doctor bank simulasi
says "  is what the bank says" 'gagal +token .*Signature'
openssl genrsa -out "$keys/court-private.pem" 1024 2>/dev/null
ends 2 "a key that is too short" loket doctor bank simulasi
says "  is named" '2048'
mv "$work/kept" "$keys/court-private.pem"

# ---- certificates ----
sed "s/key=\"simulasi\"/key=\"tls\"/; s/url-file=\"sim\/bank.url\"/base-url=\"https:\/\/127.0.0.1:PORT\"/; s/<serves.*/<serves certificate=\"tls.pem\" certificate-key=\"lain.pem\">/" \
	"$root/data/banks/simulasi.xml" >"$work/tls.xml"
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$LOKET_HOME/tls.key" -out "$LOKET_HOME/tls.pem" -days 2 \
	-subj /CN=bank -addext subjectAltName=IP:127.0.0.1 2>/dev/null
openssl genrsa -out "$LOKET_HOME/lain.pem" 2048 2>/dev/null
chmod 600 "$LOKET_HOME/lain.pem" "$LOKET_HOME/tls.key"
sed 's/PORT/9/' "$work/tls.xml" >"$LOKET_HOME/data/banks/tls.xml"
ends 2 "a certificate and another's key" loket doctor bank tls
says "  do not fit" 'serves/certificate .*bukan pasangan'
sed 's/PORT/9/; s/lain.pem/tls.key/' "$work/tls.xml" >"$LOKET_HOME/data/banks/tls.xml"
ends 3 "nobody listens" loket doctor bank tls
says "  it says so" 'gagal +sambungan .*dihubungi'
mkfifo "$work/said.tls"
openssl s_server -accept 127.0.0.1:0 -cert "$LOKET_HOME/tls.pem" -key "$LOKET_HOME/tls.key" -www \
	>"$work/said.tls" 2>/dev/null &
tls=$!
exec 4<"$work/said.tls"
while read -r line <&4; do
	case $line in ACCEPT*) break ;; esac
done
port=${line##*:}
sed "s/PORT/$port/; s/lain.pem/tls.key/" "$work/tls.xml" >"$LOKET_HOME/data/banks/tls.xml"
ends 3 "a certificate nobody vouches for" loket doctor bank tls
says "  is not trusted" 'gagal +sambungan .*sertifikat'
sed -i "s|<keys |<keys authorities=\"$LOKET_HOME/tls.pem\" |" "$LOKET_HOME/data/banks/tls.xml"
ends 3 "one the court trusts" loket doctor bank tls
says "  is taken, though no bank is behind it" 'baik +sambungan'
echo "1..$count"
