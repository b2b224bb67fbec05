#!/bin/sh
# A summons by mail through a real mail server: taken, refused, put off, slow, dead, come back later; over TLS with
# the court's login, which may be wrong, as its certificate may; a worker killed as it sends; what the server said is
# kept and becomes the outcome. Speaks TAP.
prepare() {
	# shellcheck source=tests/wire/mail-servers
	. "$root/tests/wire/mail-servers"
	trap '! [ -s "$work/worker" ] || kill "$(cat "$work/worker")"; mail_end; rm -rf "$work"' EXIT
	mail_begin nuraini ahmad pantul1 lambat abu mati sandi bunuh
	mail_data starttls "$submission_port" tls "$imaps_port" 6000
}
# shellcheck source=tests/wire/inside
. "$(dirname "$0")/inside"
# shellcheck source=tests/wire/mail-servers
. "$root/tests/wire/mail-servers"
row() { db "SELECT $1 FROM summons JOIN filing ON filing.id = summons.filing WHERE reg = '$filing' AND number = $2"; }
outcome() { row "coalesce(outcome, '')" "$1"; }
waits() { db "SELECT count(*) FROM outbox WHERE receiver = 'mail' AND state IN ('waiting', 'sending')"; }
put_off() { db "SELECT count(*) FROM outbox WHERE receiver = 'mail' AND state = 'waiting' AND tries > 0 AND error LIKE '%$1%'"; }
mode() { echo "$*" >"$mail/mode"; }
send() { loket relaas send "$filing" --as umar --summons "$1"; }
# said NUMBER STATE PATTERN: what is kept of the letter of that summons.
kept() { db "SELECT body FROM fill JOIN filing ON filing.id = fill.filing WHERE reg = '$filing' AND fill.step = 'surel'"; }
said() { kept | grep -qE -- "$1"; }
queued() { grep -c "Queued from loket@pa.test to .*$1@pihak.test" "$mail/mx.out"; } # accepted by the server
held() { mail_await test -e "$mail/held"; }
begin_worker() {
	loketd --log "$LOKET_HOME/loketd-2.log" >/dev/null 2>&1 &
	echo $! >"$work/worker"
}
link() { db "SELECT up FROM link WHERE name = 'mail'"; }

mail_filing ahmad@pihak.test tidak-ada@pihak.test pantul1@pihak.test abu@pihak.test lambat@pihak.test mati@pihak.test sandi@pihak.test bunuh@pihak.test
ok "nine steps up to the summonses" mail_hearing

# ---- a domicile is proven by what was sent there ----
proof=required mail_data starttls "$submission_port" tls "$imaps_port" 6000
prove() { loket step akun.bukti --as sari --filing "$filing" alamat=nuraini@pihak.test "kode=$1"; }
counted() { ! said=$(prove 00000x 2>&1) && echo "$said" && case $said in *"salah, $1 kali"*) ;; *) return 1 ;; esac; }
code() { cat "$mail"/boxes/nuraini/new/* | tr -d "\r" | sed -n "/text.plain/,/^--/p" | sed "1,/^\$/d; /^--/d" | openssl base64 -d | tr -d "\r" | sed -n "s/.*: \([0-9]\{6\}\)\$/\1/p"; }
ok "nothing goes to an address that is not proven" sh -c "! loket relaas send '$filing' --as umar --summons 1"
ok "nor is there a code before one is sent" sh -c "! loket step akun.bukti --as sari --filing '$filing' alamat=nuraini@pihak.test kode=123456"
ok "a code goes to no strange address" sh -c "! loket step akun.kode --as sari --filing '$filing' alamat=lain@pihak.test"
ok "a code is sent" loket step akun.kode --as sari --filing "$filing" alamat=nuraini@pihak.test
ok "  and comes" await 1 delivered nuraini
ok "  it stands neither in the queue nor in the database" sh -c "! sqlite3 -readonly '$LOKET_HOME/loket.db' .dump | grep -q '$(code)'"
ok "a wrong one is refused, and counts" counted 1
ok "  and again" counted 2
ok "  and proves nothing" sh -c "! loket relaas send '$filing' --as umar --summons 1"
ok "the right one proves" prove "$(code)"
rm -f "$mail"/boxes/nuraini/new/*
mail_data starttls "$submission_port" tls "$imaps_port" 6000

ok "1 is sent" send 1
ok "  it is taken, and so served electronically" await E outcome 1
ok "  it lies in the mailbox once" await 1 delivered nuraini
ok "  the server's answer, address and time are kept" said '250 2\.0\.0'
pdf() { cat "$mail"/boxes/nuraini/new/* | tr -d "\r" | sed -n "/application.pdf/,\$p" | sed "1,/^\$/d; /^--/,\$d" | openssl base64 -d 2>/dev/null; }
ok "  with its PDF" test "$(pdf | head -c 4)" = %PDF
ok "  nobody sends it twice" sh -c "! loket relaas send '$filing' --as umar --summons 1"
ok "only the bailiff sends" sh -c "! loket relaas send '$filing' --as sari --summons 2"

ok "3 to nobody the server knows" send 3
ok "  is refused: not sent" await E_gagal outcome 3
ok "  with the server's reason" said '550 5\.1\.1'
ok "  and is not proper" await 0 row proper 3

mode grey
ok "5 is put off at first" send 5
ok "  and taken at the next try" await E outcome 5
ok "  once" await 1 delivered abu
mode accept

ok "4 is taken, and comes back later" send 4
ok "  the call turns" await E_gagal outcome 4
ok "  with the report's status and words" said '5\.0\.0 .*kotak surat penuh'
ok "  its history says so" sh -c "loket filing show '$filing' --as sari | grep -q 'surat tercatat'"

mode hold
ok "6 meets a server that does not answer in time" send 6
ok "  its fate is not known" await 1 put_off 'tidak dijawab'
: >"$mail/go"
ok "  the copy in the mailbox says that it was taken" await E outcome 6
ok "  so it was accepted once" test "$(queued lambat)" = 1
ok "  and lies there once" await 1 delivered lambat
mode accept

end_mx
ok "7 meets a server that is gone" send 7
ok "  it waits" await 1 put_off 'tidak dapat dihubungi'
ok "  status says so" await 0 link
begin_mx
ok "  and goes when the server is back" await E outcome 7
ok "  once" await 1 delivered mati
ok "  status says so" await 1 link

# ---- the server is not ours, or we are not its ----
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/other.key" -out "$LOKET_HOME/tls/surat.pem" -days 2 -subj /CN=Lain 2>/dev/null
ok "8 meets a server whose certificate nobody vouches for" send 8
ok "  it waits, and why is said" await 1 put_off 'sertifikat tidak dapat dipercaya'
ok "  status says so" await 0 link
echo salah >"$LOKET_HOME/keys/mail.password"
cp "$mail/tls/ca.pem" "$LOKET_HOME/tls/surat.pem"
ok "then one that does not know the password" await 1 put_off 'peladen surat tidak menerima kita'
ok "  nothing was delivered till now" await 0 delivered sandi
mail_data starttls "$submission_port" tls "$imaps_port" 6000
ok "  once both are mended it goes by itself" await E outcome 8
ok "  once" await 1 delivered sandi

# ---- a worker killed in the middle of a send ----
worker() { pgrep -P "$1" -x loketd; }
key() { db "SELECT key FROM outbox WHERE receiver = 'mail' AND state = 'sending'"; }
rm -f "$mail/held" "$mail/go"
mode hold
ok "9 is on its way" send 9
ok "  the server has all of it, and has not answered" held
letter=$(key)
ok "  the worker is killed" kill -9 "$(worker "$PPID")"
ok "  the message is still marked as being sent" test -n "$letter"
: >"$mail/go"
ok "  the server takes the letter; nobody hears it" await 1 delivered bunuh
mode accept
mail_data tls "$tls_port" tls "$imaps_port" 6000
begin_worker
ok "  the next worker finds the copy" await E outcome 9
ok "  so it was accepted once" test "$(queued bunuh)" = 1
ok "  and lies there once" await 1 delivered bunuh

ok "status knows the mail server" sh -c "loket status --as sari | grep -q 'mail'"
ok "2 is sent over TLS from the first byte" send 2
ok "  all are recorded: the step is done" await 'done' db "SELECT state FROM step JOIN filing ON filing.seq = step.filing WHERE reg = '$filing' AND key = 'panggilan'"
ok "nothing waits" await 0 waits
ok "each mailbox has each letter once" sh -c "[ \"\$(find '$mail'/boxes -path '*loket*' -prune -o -name '*.mx*' -print | wc -l)\" -eq 7 ]"
ok "no password is in the log" sh -c "! grep -rq rahasia '$LOKET_HOME'/*.log '$LOKET_HOME'/log 2>/dev/null"

echo "1..$count"
