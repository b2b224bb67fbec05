#!/bin/sh
# Who may what with a court's home by the account he has on Unix, and by what he sets in his environment: an installed
# program reads rights, forms and data from where it was installed and from the home, both owned by others than him.
# A home is born whole, with an administrator who has a password, or not at all. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
unset LOKET_SHARE
echo benar-kuda-baterai >"$work/longer"
echo kursi enam jendela >"$work/guess"
umask 022
chmod 755 "$work"
as_ratna() { LOKET_PASSWORD_FILE=$work/longer "$@" --as ratna; }
LOKET_HOME=$work/court/home

# ---- it is born with an administrator, or not at all ----
ends 2 "without a terminal and a file there is no password" setsid -w loket init ratna
ends 1 "a short one is refused" loket init ratna --new-password-file "$work/password"
is "and nothing was made" "" "$(ls -A "$work/court" 2>/dev/null)"
deaths=0 left=''
for moment in 01 02 04 06 08 10 13 16 20 25 30 40; do
	timeout -s KILL 0.$moment loket init ratna --new-password-file "$work/longer" >/dev/null 2>&1
	[ ! -e "$LOKET_HOME" ] || break
	deaths=$((deaths + 1))
	[ ! -e "$work/court/.home-baru.lock" ] || flock "$work/court/.home-baru.lock" true # its last write may outlast it
	left=$left$(find "$work/court" -mindepth 1 -maxdepth 1 ! -name '.*' -print 2>/dev/null)
done
is "killed at any moment it leaves no home" "" "$left"
is "  and it was killed" yes "$([ $deaths -gt 2 ] && echo yes || echo "$deaths times")"
[ -e "$LOKET_HOME" ] || loket init ratna --new-password-file "$work/longer" >/dev/null 2>&1
is "a later one goes on, and nothing stays beside the home" "home" "$(ls -A "$work/court")"
ends 0 "its administrator logs in" env LOKET_PASSWORD_FILE="$work/longer" loket user list --as ratna
says "  as that" '^ratna +ratna +ti'
ends 1 "it is not made twice" loket init ratna --new-password-file "$work/longer"
LOKET_HOME=$work/emptied/home
mkdir -p "$LOKET_HOME/data" && : >"$LOKET_HOME/loket.db"
sed 's/ sample="yes"//' "$root/data/court.xml" >"$LOKET_HOME/data/court.xml"
ends 2 "an empty database is none" loket status --as ratna
says "  and what to do is said" 'jalankan dahulu: loket init'
ends 0 "which then works" loket init ratna --new-password-file "$work/longer"
is "the court's own profile stays, and nothing is asked for" "0 yes" \
	"$(grep -c 'adalah contoh' "$work/said") $([ -e "$LOKET_HOME/data/court.xml" ] && echo yes)"
LOKET_HOME=$work/two/home
loket init satu --new-password-file "$work/longer" >/dev/null 2>&1 &
loket init dua --new-password-file "$work/longer" >/dev/null 2>&1
wait
is "two at once make one" 1 "$(sql 'SELECT count(*) FROM user')"
LOKET_HOME=$work/court/home

# ---- who is on Unix the owner, or not bound, is nobody at the desk ----
ends 1 "who made it is not bound to it" loket user list
says "  and is told how" 'tidak terikat pada pengguna Loket; pakai --as'
ends 1 "nobody is bound to the account that owns it" env LOKET_PASSWORD_FILE="$work/longer" \
	loket user add sari --roles petugas --unix "$(id -un)" --new-password-file "$work/longer" --as ratna
says "  because all come by it" 'memiliki folder data'
as_ratna loket user add sari --roles petugas --unix nobody --new-password-file "$work/longer" || exit
ends 0 "by sudo one is who called it, where he is bound" env SUDO_UID="$(id -u nobody)" loket filing list
ends 1 "  with the rights of that user" env SUDO_UID="$(id -u nobody)" loket user list
ends 1 "another caller is nobody" env SUDO_UID="$(id -u daemon)" loket filing list
LOKET_HOME=$work/emptied/home
as_ratna loket user add sari --roles petugas --unix nobody
SUDO_UID=$(id -u nobody) loket filing import "$root/data/sample/filings.xml" >"$work/said" 2>&1
says "who came by sudo takes no file that only the owner may read" 'Dokumen hanya diambil dari /var/spool/loket'
is "  and no filing with it" 0 "$(sql 'SELECT count(*) FROM document')"
LOKET_HOME=$work/court/home
ends 0 "the home's owner makes backups without a login" loket backup "$work/backups"
ends 1 "who came by sudo does not" env SUDO_UID="$(id -u daemon)" loket backup "$work/backups"

# ---- installed, it takes rights and programs from nowhere else ----
make -s -C "$root" -o build install DESTDIR='' PREFIX="$work/installed" >"$work/said" 2>&1 || cat "$work/said"
mkdir -p "$work/evil"
cp -r "$root/data" "$root/forms" "$work/evil"
sed -i 's/<right act="atur.pengguna" roles="/&petugas /' "$work/evil/data/rights.xml"
seize() { LOKET_SHARE=$work/evil LOKET_PASSWORD_FILE=$work/longer "$1" user password ratna --as sari --new-password-file "$work/guess"; }
ends 0 "a build for tests takes other rights" seize "$LOKET_BUILD/loket"
PATH=$work/installed/bin:$work/installed/sbin:$PATH
ends 1 "the installed one does not" seize loket
says "  and says who may" 'administrator TI'
ends 0 "it has rights and forms of its own" env LOKET_PASSWORD_FILE="$work/guess" LOKET_SHARE="$work/evil" loket user list --as ratna
mkdir -p "$work/evil/sbin" && printf '#!/bin/sh\necho seized\n' >"$work/evil/sbin/loketd" && chmod 755 "$work/evil/sbin/loketd"
PATH=$work/evil/sbin:$PATH loket doctor bank >"$work/said" 2>&1
is "and its own programs" 0 "$(grep -c seized "$work/said")"
cp "$root/data/sample/nine-steps.xml" "$work/evil/data/sample/"
LOKET_HOME=$work/trying/home loket init --people >"$work/said" 2>&1
count=$((count + 1))
if LOKET_HOME=$work/trying/home LOKET_SHARE=$work/evil loket user list --as sari >"$work/said" 2>&1; then
	echo "ok $count - in a home for trying it takes other rights"
else
	echo "not ok $count - in a home for trying it takes other rights"
	sed 's/^/# /' "$work/said"
fi

# ---- what others can write counts for nothing ----
# open_to WHAT FILE MODE: the file open to others is refused, with the command that mends it.
open_to() {
	mode=$(stat -c %a "$2")
	chmod "$3" "$2"
	ends 1 "$1 is refused" loket filing list
	says "  with the remedy" "jalankan: chmod go-w $2"
	chmod "$mode" "$2"
}
open_to "a home that all can write" "$LOKET_HOME" 0777
mkdir -p "$LOKET_HOME/data/fees"
cp "$root/data/rights.xml" "$LOKET_HOME/data/"
cp "$root/data/fees/pnbp.xml" "$LOKET_HOME/data/fees/"
open_to "a rule that a group can write" "$LOKET_HOME/data/rights.xml" 0664
open_to "a tariff" "$LOKET_HOME/data/fees/pnbp.xml" 0666
open_to "a folder of tariffs" "$LOKET_HOME/data/fees" 0775
open_to "an installed form" "$work/installed/share/loket/forms/01-akun.xml" 0666
chmod 644 "$work/guess"
ends 2 "a password that all can read is refused" env LOKET_PASSWORD_FILE="$work/guess" loket user list --as ratna
says "  with the remedy" 'jalankan: chmod 600'
chmod 600 "$work/guess"

# ---- another account: only root can be another one ----
if [ "$(id -u)" = 0 ]; then
	chmod 755 "$work/court"
	other() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
	ends 1 "another account does not come in" other env LOKET_HOME="$LOKET_HOME" loket user list
	says "  and hears whose it is" "milik akun $(id -un); jalankan: sudo -u $(id -un) loket"
	chmod 700 "$work/court"
	ends 1 "nor where it sees nothing" other env LOKET_HOME="$LOKET_HOME" loket user list
	says "  and hears that it is shut" 'tertutup bagi akun ini'
	chmod 755 "$work/court"
	ends 1 "it does not read the database" other sqlite3 "$LOKET_HOME/loket.db" 'SELECT * FROM user'
	ends 1 "nor write it" other sqlite3 "$LOKET_HOME/loket.db" "UPDATE user SET roles = 'ti'"
	ends 1 "a home of its own making is not ours" env LOKET_HOME="$work/others" sh -c "install -d -o 65534 '$work/others' && loket init x --new-password-file '$work/longer'"
	chown 65534 "$LOKET_HOME/data/rights.xml"
	ends 1 "rights that a clerk owns are refused" loket filing list
	says "  with the remedy" "jalankan: chown $(id -un) "
	chown 0 "$LOKET_HOME/data/rights.xml"
else
	echo "ok $((count += 1)) - another account # SKIP only root can be another account"
fi
rm "$LOKET_HOME/data/rights.xml" "$LOKET_HOME/data/fees/pnbp.xml"
ends 0 "as it was it works" env LOKET_PASSWORD_FILE="$work/guess" loket user list --as ratna
echo "1..$count"
