#!/bin/sh
# loket-deploy(7) on a bare Debian, as root of it: src/tools/fresh.sh calls the parts, the walks deploy-*.walk between them
# sit at the desk as three clerks. The packages lie in /root/deb. Speaks TAP, a plan a part.
# Usage: tests/fresh/deploy.sh install|ssh|refused CLERK|backup|upgrade|remove      ssh: rina's terminal
set -u
cd "$(dirname "$0")/../.." || exit
part=$1 count=0 home=/var/lib/loket/home said=$(mktemp)
trap 'rm -f "$said"' EXIT

ends() { # ends CODE WHAT COMMAND…
	want=$1 what=$2
	shift 2
	count=$((count + 1))
	"$@" >"$said" 2>&1 </dev/null
	got=$?
	if [ "$got" = "$want" ]; then
		echo "ok $count - $what"
	else
		echo "not ok $count - $what"
		echo "# it ended with $got, not $want"
		sed 's/^/# /' "$said" | tail -20
	fi
}
fails() { # fails WHAT COMMAND…: with any code
	what=$1
	shift
	ends 0 "$what" sh -c '! "$@"' sh "$@"
}
says() { ends 0 "$1" grep -Eq -- "$2" "$said.kept"; }
keep() { cp "$said" "$said.kept"; }
is() { ends 0 "$1" test "$2" = "$3"; }
as_loket() { sudo -u loket "$@"; }
# The nights have no person: no sudo either.
as_timer() { setpriv --reuid=loket --regid=loket --clear-groups env -i PATH=/usr/bin:/bin HOME=/var/lib/loket LOKET_HOME=$home "$@"; }
as_ratna() { as_loket env LOKET_PASSWORD_FILE=/var/lib/loket/word "$@" --as ratna; }
sql() { as_loket sqlite3 -readonly "$home/loket.db" "$1"; }

install_all() {
	printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
	chmod 755 /usr/sbin/policy-rc.d
	apt-get update -q >/dev/null || exit
	export DEBIAN_FRONTEND=noninteractive
	ends 0 "the packages install, with what they need" apt-get install -q -y --no-install-recommends /root/deb/loket_*.deb /root/deb/loket-common_*.deb
	ends 0 "for the trial, what a court has besides" apt-get install -q -y --no-install-recommends sudo openssh-server sqlite3
	ends 0 "sudo knows the rule" visudo -c
	is "the account owns its folder and nobody else looks in" "700 loket loket" "$(stat -c '%a %U %G' /var/lib/loket)"
	is "clerks put documents there" "2770 loket loket-meja" "$(stat -c '%a %U %G' /var/spool/loket)"
	is "and that of the backups" "700 loket loket" "$(stat -c '%a %U %G' /var/backups/loket)"
	is "nobody logs in as it" /usr/sbin/nologin "$(getent passwd loket | cut -d: -f7)"
	fails "it can read and write no program or rule" as_loket find /usr/bin/loket /usr/sbin/loketd /usr/share/loket -writable -print -quit -exec false {} +
	install -d -o loket -g loket -m 700 $home $home/data
	sed 's/ sample="yes"//; s/Pengadilan Agama Contoh"/Pengadilan Agama Sukamaju"/' /usr/share/loket/data/court.xml >$home/data/court.xml
	install -o loket -m 600 /dev/null /var/lib/loket/word
	echo meja lima pintu >/var/lib/loket/word
	ends 0 "the home is made, with its administrator" as_loket loket init ratna --new-password-file /var/lib/loket/word
	keep && fails "the court is no sample" grep -q 'adalah contoh' "$said.kept"
	is "it is where it is looked for" "700 loket" "$(stat -c '%a %U' $home)"
	ends 0 "its data is right" as_loket loket data check
	ends 0 "the administrator comes in" as_ratna loket user list
	echo kursi enam jendela >/var/lib/loket/word.budi
	install -o loket -m 600 /var/lib/loket/word.budi /var/lib/loket/word.new
	for clerk in "sari petugas --unix sari" "budi admin --new-password-file /var/lib/loket/word.new" "rina kasir --unix rina"; do
		# shellcheck disable=SC2086 # words
		set -- $clerk
		name=$1 role=$2
		shift 2
		useradd -m -s /bin/bash "$name"
		usermod -aG loket-meja "$name"
		ends 0 "$name is made" as_ratna loket user add "$name" --name "$name" --roles "$role" "$@"
	done
	useradd -m -s /bin/bash tamu
	# the three ways: login shell, a shell and sudo, ssh
	usermod -s /usr/libexec/loket/desk sari
	install -d -m 755 /run/sshd
	printf 'Match Group loket-meja\n\tForceCommand /usr/libexec/loket/desk\n\tDisableForwarding yes\n\tPermitUserRC no\n' >/etc/ssh/sshd_config.d/loket.conf
	ssh-keygen -q -t ed25519 -N '' -f /root/key
	install -d -o rina -m 700 ~rina/.ssh 2>/dev/null || install -d -o rina -m 700 /home/rina/.ssh
	install -o rina -m 600 /root/key.pub /home/rina/.ssh/authorized_keys
	ends 0 "sshd takes its rule" /usr/sbin/sshd -t
	mkdir -p /tmp/evil
	cp -r /usr/share/loket/data /usr/share/loket/forms /tmp/evil
	sed -i 's/Pengadilan Agama Contoh/Pengadilan Agama Jahat/' /tmp/evil/data/court.xml
	chmod -R go+rX /tmp/evil
}

# While a clerk sits at the desk: what he, or one without any right, tries beside it.
refused() {
	clerk=$1
	desk=$(pgrep -u loket -x loket | head -1)
	can() { setpriv --reuid="$clerk" --regid="$clerk" --init-groups sh -c "$1"; }
	is "$clerk: a desk stands, and is loket's" yes "$([ -n "$desk" ] && echo yes)"
	fails "he does not read the database" can "cat $home/loket.db"
	fails "nor write it" can "echo >>$home/loket.db"
	fails "nor the keys" can "ls $home/keys"
	fails "he does not trace the desk" can "cat /proc/$desk/mem"
	fails "nor see its environment" can "cat /proc/$desk/environ"
	fails "nor stop it" can "kill -STOP $desk"
	is "nothing of his environment is in it" 0 "$(tr '\0' '\n' <"/proc/$desk/environ" | grep -Ec '^(LOKET_(SHARE|HOME|PASSWORD)|LD_|XDG|EDITOR|VISUAL|TERMINFO)')"
	fails "the rule lets him run nothing else" can "sudo -n -u loket /usr/bin/sqlite3 $home/loket.db .tables"
	fails "nor the desk with words of his own" can "sudo -n -u loket /usr/bin/loket user list"
	fails "nor as root" can "sudo -n /usr/bin/loket"
	ends 1 "by his own account he does not come in" can "loket user list"
	keep && says "  and hears whose home it is" 'milik akun loket; jalankan: sudo -u loket loket'
	clerk=tamu
	fails "one who is not in the group has no desk at all" can "sudo -n -u loket /usr/bin/loket"
}

backup() {
	is "the filing of the clerk is there" "1 sari" "$(sql "SELECT count(*) || ' ' || (SELECT who FROM event LIMIT 1) FROM filing")"
	# shellcheck disable=SC2046 # words, as the unit has them
	ends 0 "the backup of the night" as_timer /usr/bin/loket backup $(sed -n 's/^LOKET_BACKUP="\(.*\)"$/\1/p' /etc/default/loket)
	one=$(find /var/backups/loket -mindepth 1 -maxdepth 1 -name 'loket-2*' | sort | tail -1)
	ends 0 "is good" as_loket loket restore --check "$one"
	ends 0 "and is made by no clerk" sh -c '! setpriv --reuid=sari --regid=sari --init-groups loket backup /tmp/mine'
	mv $home $home.lost
	ends 2 "a home that is lost is missed" as_ratna loket status
	ends 0 "it is brought back" as_loket loket restore "$one"
	is "with its filing" 1 "$(sql 'SELECT count(*) FROM filing')"
	ends 0 "and its people" as_ratna loket user list
	rm -rf $home.lost
}

upgrade() {
	now=$(sql 'PRAGMA user_version')
	mv $home $home.now
	install -d -o loket -g loket -m 700 $home
	find src/store/sql -name '[0-9]*.sql' | sort | head -n $((now - 1)) | while read -r file; do
		as_loket sqlite3 $home/loket.db <"$file" >/dev/null
	done
	as_loket sqlite3 $home/loket.db "PRAGMA journal_mode = WAL; ATTACH '$home.now/loket.db' AS now;
		INSERT INTO user (name, full_name, roles, hash, disabled) SELECT name, full_name, roles, hash, disabled FROM now.user" >/dev/null
	ends 2 "the home of the release before is not touched by a command" as_ratna loket user list
	keep && says "  which says what to do" 'jalankan dahulu: loket upgrade'
	ends 0 "loket upgrade" as_loket loket upgrade
	keep && says "  says where the copy lies" "disalin ke $home/cadangan/"
	is "it is of this edition" "$now" "$(sql 'PRAGMA user_version')"
	ends 0 "and its people come in" as_ratna loket user list
	rm -rf $home
	mv $home.now $home
}

remove() {
	ends 0 "the packages go" apt-get purge -q -y loket loket-common
	is "with all their files" "" "$(find /usr/bin /usr/sbin /usr/libexec /usr/share /lib/systemd /etc -name '*loket*' ! -path '*/ssh/*' ! -path '/etc/*-' -print 2>/dev/null | grep -v '^/usr/share/doc/' | head -5)"
	ends 0 "the home stays" test -s $home/loket.db
	fails "and is still shut" setpriv --reuid=sari --regid=sari --init-groups cat $home/loket.db
}

case $part in
ssh)
	/usr/sbin/sshd -p 22022 -o ListenAddress=127.0.0.1 || exit
	exec ssh -tt -p 22022 -i /root/key -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR \
		rina@127.0.0.1 /bin/sh -i
	;;
install) install_all ;;
refused) refused "$2" ;;
backup | upgrade | remove) "$part" ;;
*) exit 2 ;;
esac
rm -f "$said.kept"
echo "1..$count"
