#!/bin/sh
# A summons by mail through a real mail server: taken, refused, put off, slow, dead, come back later; over TLS with
# the court's login; what the server said is kept and becomes the outcome. Speaks TAP.
prepare() {
	# shellcheck source=tests/wire/mail-servers
	. "$root/tests/wire/mail-servers"
	trap 'mail_end; rm -rf "$work"' EXIT
	mail_begin nuraini ahmad pantul1 lambat abu
	mail_data starttls "$submission_port" tls "$imaps_port"
}
# shellcheck source=tests/wire/inside
. "$(dirname "$0")/inside"
# shellcheck source=tests/wire/mail-servers
. "$root/tests/wire/mail-servers"
outcome() { db "SELECT coalesce(outcome, '') FROM summons JOIN filing ON filing.id = summons.filing WHERE reg = '$filing' AND number = $1"; }
waits() { db "SELECT count(*) FROM outbox WHERE receiver = 'mail' AND state IN ('waiting', 'sending')"; }
put_off() { db "SELECT count(*) > 0 FROM outbox WHERE receiver = 'mail' AND tries > 0 AND error LIKE '%$1%'"; }
mode() { echo "$*" >"$mail/mode"; }
send() { loket relaas send "$filing" --as umar --summons "$1"; }

mail_filing ahmad@pihak.test tidak-ada@pihak.test pantul1@pihak.test abu@pihak.test lambat@pihak.test ahmad@pihak.test
ok "nine steps up to the summonses" mail_hearing

ok "1 is sent" send 1
ok "1 is taken, and so served electronically" await E outcome 1
ok "1 lies in the mailbox once" await 1 delivered nuraini
