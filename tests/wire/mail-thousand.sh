#!/bin/sh
# CALLS summonses by mail while the server puts off at random and the wire breaks at random, also between a letter and
# its answer: each is accepted once, and each that comes back turns its own call. Speaks TAP.
prepare() {
	# shellcheck source=tests/wire/mail-servers
	. "$root/tests/wire/mail-servers"
	trap 'kill "$cutter"; mail_end; rm -rf "$work"' EXIT
	# shellcheck disable=SC2046 # a word each
	mail_begin nuraini $(all)
	mkfifo "$work/cutter"
	node "$root/tests/wire/mail-cutter.js" "$mx_port" 25 >"$work/cutter" &
	cutter=$!
	read -r cut_port <"$work/cutter"
	echo random 15 >"$mail/mode"
	mail_data none "$cut_port" none "$imap_port"
}
calls=${CALLS:-1000} each=39 # defendants of a case; its plaintiff is one call more
# Every tenth gives its letter back.
all() { seq "$calls" | awk '{ print $1 % 10 == 0 ? "pantul" $1 : "p" $1 }'; }
# shellcheck source=tests/wire/inside
. "$(dirname "$0")/inside"
# shellcheck source=tests/wire/mail-servers
. "$root/tests/wire/mail-servers"
begun=$(date +%s)
all | sed 's/$/@pihak.test/' >"$work/people"
many=0
while [ "$(wc -l <"$work/people")" -gt 0 ]; do
	own=$(head -n 1 "$work/people")
	# shellcheck disable=SC2046 # a word each
	mail_filing $(sed -n "2,$((each + 1))p" "$work/people")
	sed "1,$((each + 1))d" "$work/people" >"$work/rest"
	mv "$work/rest" "$work/people"
	echo "$filing" >>"$work/filings"
	many=$((many + 1))
done
while read -r filing; do mail_hearing; done <"$work/filings"
made=$(date +%s)
while read -r filing; do loket relaas send "$filing" --as umar >/dev/null 2>"$work/send" || sed 's/^/# /' "$work/send"; done <"$work/filings"
count_of() { db "SELECT count(*) FROM $1"; }
back=$((calls / 10))
ok "$calls calls in $many cases are sent" await 0 count_of "outbox WHERE receiver = 'mail' AND state IN ('waiting', 'sending', 'dead')"
accepted=$(date +%s)
ok "each that came back turns its call, and no other" await "$back" count_of "summons WHERE outcome = 'E_gagal'"
ok "all others are served" await $((calls - back)) count_of "summons WHERE outcome = 'E'"
echo "# $((made - begun)) s to make, $((accepted - made)) s to be accepted, $(($(date +%s) - accepted)) s for what came back"
ok "each by its own address" await 0 count_of "summons s JOIN filing f ON f.id = s.filing JOIN party p ON p.filing = f.seq AND p.row = s.party WHERE (s.outcome = 'E_gagal') <> (p.email LIKE 'pantul%')"
queued() { grep -c 'Queued from loket@pa.test' "$mail/mx.out"; }
ok "the server accepted each once" test "$(queued)" -eq "$calls"
copies() { find "$mail/boxes/loket" -name '*.mx*' -exec sed -n 's/^Message-ID: <\(.*kirim.*\)>/\1/p' {} + | sort -u | wc -l | tr -d ' '; }
ok "each under an id of its own" await "$calls" copies
twice() { for box in "$mail"/boxes/p*; do find "$box" -name '*.mx*' | wc -l; done | sort -n | uniq -c | awk '{ print $1 "x" $2 }' | tr '\n' ' '; }
ok "each mailbox has one letter" test "$(twice)" = "$((calls - back))x1 "
echo "1..$count"
