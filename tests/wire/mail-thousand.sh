#!/bin/sh
# CALLS summonses by mail while the server puts off at random and the wire breaks at random, also between a letter and
# its answer: each is accepted once, and each that comes back turns its own call. Speaks TAP.
# shellcheck disable=SC2030,SC2031 # a clerk works in a folder of his own
prepare() {
	# shellcheck source=tests/wire/mail-servers
	. "$root/tests/wire/mail-servers"
	trap 'kill "$cutter"; mail_end; rm -rf "$work"' EXIT
	# shellcheck disable=SC2046 # a word each
	mail_begin nuraini $(all)
	mkfifo "$work/cutter"
	node "$root/tests/wire/mail-cutter.js" "$mx_port" 15 >"$work/cutter" &
	cutter=$!
	read -r cut_port <"$work/cutter"
	echo random 10 >"$mail/mode"
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
# Cases are made and sent side by side, four at once, each by a clerk with a folder of his own.
one_case() {
	own=$(head -n 1 "$work/people")
	# shellcheck disable=SC2046 # a word each
	mail_filing $(tail -n +2 "$work/people")
	mail_hearing
	echo "$filing" >"$work/filing"
}
send_case() { loket relaas send "$(cat "$work/filing")" --as umar >/dev/null 2>"$work/send" || sed 's/^/# /' "$work/send"; }
side_by_side() { # side_by_side COMMAND
	for n in $(seq "$many"); do
		(work=$work/clerk.$n nth=$n && "$1") &
		[ $((n % 4)) -ne 0 ] || wait
	done
	wait
}
split -l $((each + 1)) "$work/people" "$work/part."
for part in "$work"/part.*; do
	many=$((many + 1))
	mkdir "$work/clerk.$many"
	mv "$part" "$work/clerk.$many/people"
done
side_by_side one_case
made=$(date +%s)
side_by_side send_case
count_of() { db "SELECT count(*) FROM $1"; }
back=$((calls / 10))
# One that fails often waits longer each time, a minute at most.
settled() {
	await 0 count_of "outbox WHERE receiver = 'mail' AND state <> 'done'" || await 0 count_of "outbox WHERE receiver = 'mail' AND state <> 'done'"
}
ok "$calls calls in $many cases are sent" settled
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
