#!/bin/sh
# Proves the README on a machine that has nothing: a minimal Debian root made from this machine's own apt
# sources, with `make` and this commit in it, in which the README's two commands run.
# Usage: src/tools/fresh.sh [SUITE [run|check]...]     as root; bookworm, run and check unless said otherwise
#
#   run     `make run` on a pseudo terminal to the login screen, a login, one filing (tests/fresh/run.walk),
#           once in Indonesian and, in the home that it made, once in English
#   check   `make check`
#   deploy  the packages by loket-deploy(7): three clerks at the desk, backup, restore, upgrade, removal
#           (tests/fresh/deploy.sh and deploy-*.walk); for another SUITE than this machine's they are built in it first
#
# LOKET_FRESH_KEEP=1 keeps the root and names it. Nothing is mounted outside of a mount namespace of its own
# and no process outlives it.
set -eu

suite=${1:-bookworm}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- run check
tree=$(cd "$(dirname "$0")/../.." && pwd)

die() {
	echo "fresh: $*" >&2
	exit 1
}

own_suite() { sed -n 's/^VERSION_CODENAME=//p' /etc/os-release; }

# sources: this machine's apt sources with its own suite's name replaced, a file each into $work/sources.
sources() {
	own=$(own_suite)
	mkdir "$work/sources"
	for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list; do
		grep -Eqs "^[^#]*\b$own\b" "$file" || continue
		sed "s/\b$own\b/$suite/g" "$file" >"$work/sources/${file##*/}"
	done
	[ -n "$(ls "$work/sources")" ] || die "no apt source of this machine is one of $own"
}

# What this machine needs to reach them, and names that every installed machine knows: proxies and the like, keys,
# certificates, hosts.
settings() {
	for file in /etc/apt/apt.conf /etc/apt/apt.conf.d/*; do
		! grep -Eqsi '^[[:space:]]*acquire\b' "$file" || cp "$file" "$1/etc/apt/apt.conf.d/fresh-${file##*/}"
	done
	for folder in /etc/apt/trusted.gpg.d /etc/apt/keyrings; do
		[ ! -d "$folder" ] || cp -a "$folder" "$1/etc/apt/"
	done
	mkdir -p "$1/usr/local/share"
	[ ! -d /usr/local/share/ca-certificates ] || cp -a /usr/local/share/ca-certificates "$1/usr/local/share/"
	echo '127.0.0.1 localhost' | cat - /etc/hosts >"$1/etc/hosts"
}

make_root() {
	sources
	mmdebstrap --quiet --variant=minbase --include=make --setup-hook="$tree/src/tools/fresh.sh --settings \"\$1\"" \
		"$suite" "$root" "$work"/sources/* || die "mmdebstrap could not make a root of $suite"
	chmod 755 "$work" "$root"
	git clone -q --no-hardlinks "$tree" "$root/root/loket"
	cat >"$work/inside" <<-SCRIPT
	#!/bin/sh
	exec env -i HOME=/root TERM="\${TERM:-linux}" PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
		LANGUAGE="\$FRESH_LANGUAGE" chroot '$root' sh -c 'cd /root/loket && exec "\$@"' sh "\$@"
	SCRIPT
	chmod +x "$work/inside"
}

mount_root() {
	mount --make-rprivate /
	mount -t proc proc "$root/proc"
	mount -t devpts -o newinstance,ptmxmode=0666,mode=0620 devpts "$root/dev/pts"
	mkdir -p "$root/dev/shm"
	mount -t tmpfs tmpfs "$root/dev/shm"
}

# said WHAT COMMAND…: runs it and keeps the outcome for the last lines.
said() {
	what=$1
	shift
	start=$(date +%s)
	if "$@"; then how=good; else how=BAD bad=1; fi
	printf '%-4s  %5d s  %s\n' "$how" "$(($(date +%s) - start))" "$what" >>"$work/outcome"
}

walk() { # walk LANGUAGE
	(cd "$tree" && PATH="$work:$PATH" FRESH_LANGUAGE=$1 build/gcc/tests/walk/driver -b build/gcc -t linux tests/fresh/run.walk)
}

tap() { # tap COMMAND…: shows what it says; false: one was not ok
	"$@" >"$work/tap" 2>&1 || :
	cat "$work/tap"
	grep -q '^1\.\.' "$work/tap" && ! grep -q '^not ok' "$work/tap"
}

clerk() { # clerk WAY: one at the desk
	(cd "$tree" && PATH="$work:$PATH" FRESH_LANGUAGE='' build/gcc/tests/walk/driver -b build/gcc -s 80x24 -t linux "tests/fresh/deploy-$1.walk")
}

deploy() {
	export FRESH_LANGUAGE=
	mkdir "$root/root/deb"
	built=$tree
	if [ "$suite" != "$(own_suite)" ]; then
		said 'make deb' "$work/inside" make deb
		built=$root/root/loket
	fi
	cp "$built"/build/deb/*.deb "$root/root/deb"
	said 'the packages, the accounts, the home' tap "$work/inside" tests/fresh/deploy.sh install
	for way in login sudo ssh; do
		said "a clerk at the desk, by $way" tap clerk "$way"
	done
	for step in backup upgrade remove; do
		said "$step" tap "$work/inside" tests/fresh/deploy.sh "$step"
	done
}

prove() {
	bad=0
	for part; do
		case $part in
		run)
			said 'make run, login, a filing, in Indonesian' walk ''
			said 'make run, login, a filing, in English' walk en
			;;
		deploy) deploy ;;
		check) said 'make check' env FRESH_LANGUAGE= "$work/inside" make check ;;
		*) die "no part is called $part: run, check, deploy" ;;
		esac
	done
	echo
	echo "fresh $suite, $(git -C "$tree" log -1 --format='%h %s')"
	cat "$work/outcome"
	return "$bad"
}

case $suite in
--settings)
	settings "$1"
	exit
	;;
--inside)
	work=$1 root=$1/root suite=$2
	shift 2
	mount_root
	prove "$@"
	exit
	;;
esac

[ "$(id -u)" -eq 0 ] || die 'a root file system is made and entered as root: sudo make fresh'
"$tree/src/tools/deps.sh" fresh
work=$(mktemp -d "${TMPDIR:-/var/tmp}/loket-fresh.XXXXXX")
root=$work/root
if [ -n "${LOKET_FRESH_KEEP:-}" ]; then
	echo "fresh: the root is kept in $work"
else
	trap 'rm -rf --one-file-system "$work"' EXIT
fi
trap 'exit 130' INT TERM
make_root
unshare --mount --pid --fork --kill-child "$0" --inside "$work" "$suite" "$@"
