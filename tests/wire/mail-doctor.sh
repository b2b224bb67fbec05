#!/bin/sh
# `loket doctor mail`: each link of a letter's way is named, the first that fails stands with its remedy, and the exit
# code says whose turn it is. Real servers; nothing is sent. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/../cmd/common"
# shellcheck source=tests/wire/mail-servers
. "$root/tests/wire/mail-servers"
trap 'mail_end; rm -rf "$work"' EXIT
"$root/tests/home" people >/dev/null
change() { sed -i "$1" "$LOKET_HOME/data/mail.xml"; }
usual() { mail_data starttls "$submission_port" tls "$imaps_port"; }

ends 2 "a court without a mail server" loket doctor mail
says "  is told where to name it" 'kurang +smtp .*<smtp>'
mail_begin nuraini

usual
ends 0 "all is well" loket doctor mail
for link in berkas smtp/nama smtp/sambungan smtp/tls smtp/login imap/nama imap/sambungan imap/tls imap/login imap/kotak terkirim antrean; do
	says "  $link" "^baik +$link "
done
is "  no letter was begun" 0 "$(grep -c 'MAIL FROM\|Queued' "$mail/mx.out")"
ends 0 "as JSON" loket doctor mail --format json
says "  a row each" '"isian":"imap/kotak"'
mail_data tls "$tls_port" starttls "$imap_port"
ends 0 "TLS from the first byte, and STARTTLS to the mailbox" loket doctor mail
mail_data none "$mx_port" none 0
ends 0 "this machine's own server without login" loket doctor mail
says "  TLS is not claimed" 'smtp/tls +tanpa TLS'

usual
change 's/<smtp host="localhost"/<smtp host="surat.invalid"/'
ends 3 "a name nobody knows" loket doctor mail
says "  is named with its remedy" 'gagal +smtp/nama .*surat\.invalid.*periksa host'
says "  the mailbox is tried all the same" 'baik +imap/kotak'

closed=$(free_port)
mail_data starttls "$closed" tls "$imaps_port"
ends 3 "a port where nobody listens" loket doctor mail
says "  is named" "gagal +smtp/sambungan .*port $closed.*periksa port"

usual
: >"$LOKET_HOME/tls/surat.pem"
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/other.key" -out "$LOKET_HOME/tls/surat.pem" -days 2 -subj /CN=Lain 2>/dev/null
ends 3 "a certificate of an authority the court does not know" loket doctor mail
says "  of the server" 'gagal +smtp/tls .*authorities'
says "  of the mailbox" 'gagal +imap/tls .*authorities'
mail_data tls "$mx_port" none 0
ends 3 "TLS where the server speaks without" loket doctor mail
says "  points to the setting" 'gagal +smtp/tls .*security'

usual
(umask 077 && echo salah >"$LOKET_HOME/keys/mail.password")
ends 3 "a wrong password" loket doctor mail
says "  is what the server says" 'gagal +smtp/login .*535.*password-file'
says "  and the mailbox" 'gagal +imap/login .*password-file'
says "  the certificate was good" 'baik +smtp/tls'
usual
chmod 644 "$LOKET_HOME/keys/mail.password"
ends 2 "a password others can read" loket doctor mail
says "  the remedy is a command" 'salah +smtp/password-file .*chmod 600'
rm "$LOKET_HOME/keys/mail.password"
ends 2 "no password file" loket doctor mail
says "  says where it goes" "kurang +smtp/password-file .*$LOKET_HOME/keys/mail.password"
usual
change 's/<imap /<imap box="Arsip" /'
ends 3 "a mailbox that is not there" loket doctor mail
says "  is named" 'gagal +imap/kotak .*Arsip.*periksa box'
usual
change 's/<smtp /<smtpp /'
ends 2 "a file that cannot be read" loket doctor mail
says "  by file and line" 'salah +berkas .*mail\.xml.*[0-9]'
ends 0 "its password stands in no answer" sh -c "! grep -rq rahasia '$work/said'"
echo "1..$count"
