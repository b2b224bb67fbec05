#!/bin/sh
# Installs what this machine lacks: to run Loket, to build it, to check it, to package it (make deb), to prove it on a bare
# root (make fresh).
# Usage: src/tools/deps.sh [run] [build] [test] [deb] [fresh]
# Each row: for what, how to see that it is there, its package on Debian and Ubuntu.
# Everything there: nothing is asked, written or fetched. Without root: the one command to run.
set -eu

table() {
	cat <<-'ROWS'
	build command gcc             gcc
	build file    /usr/include/stdio.h libc6-dev
	build command pkg-config      pkg-config
	build command msgfmt          gettext
	build library ncursesw        libncurses-dev
	build library sqlite3         libsqlite3-dev
	build library libxml-2.0      libxml2-dev
	build library libutf8proc     libutf8proc-dev
	build library libsodium       libsodium-dev
	build library libcurl         libcurl4-openssl-dev
	build library libmicrohttpd   libmicrohttpd-dev
	build library gnutls          libgnutls28-dev
	build library libcrypto       libssl-dev
	build library jansson         libjansson-dev
	build library libmariadb      libmariadb-dev
	build library pangocairo      libpango1.0-dev
	build library libqrencode     libqrencode-dev
	build library libseccomp      libseccomp-dev
	run   command fc-list         fontconfig
	run   command pdftotext       poppler-utils
	run   command prlimit         util-linux
	run   font    URW_Bookman        fonts-urw-base35
	run   font    Nimbus_Sans        fonts-urw-base35
	run   font    Amiri              fonts-hosny-amiri
	run   font    Noto_Serif         fonts-noto-core
	run   font    Noto_Sans_Javanese fonts-noto-core
	run   font    Noto_Serif_CJK_SC  fonts-noto-cjk
	test  command clang           clang
	test  command clang-tidy      clang-tidy
	test  command clang-format    clang-format
	test  command shellcheck      shellcheck
	test  command mandoc          mandoc
	test  command xmllint         libxml2-utils
	test  command sqlite3         sqlite3
	test  command qpdf            qpdf
	test  command zbarimg         zbar-tools
	test  command curl            curl
	test  command openssl         openssl
	test  command mariadbd        mariadb-server
	test  command chasquid        chasquid
	test  server  dovecot         dovecot-imapd
	test  command node            nodejs
	test  command npm             npm
	test  command zsh             zsh
	test  command fish            fish
	test  library cmocka          libcmocka-dev
	test  library vterm           libvterm-dev
	deb   command dpkg-buildpackage dpkg-dev
	deb   command dh              debhelper
	deb   command fakeroot        fakeroot
	deb   command lintian         lintian
	fresh command mmdebstrap      mmdebstrap
	fresh command unshare         util-linux
	fresh command git             git
	ROWS
}

is_there() {
	case $1 in
	command) command -v "$2" >/dev/null ;;
	file) [ -e "$2" ] ;;
	library) pkg-config --exists "$2" 2>/dev/null ;;
	server) [ -x "/usr/sbin/$2" ] ;;
	font) fc-list -q "$(echo "$2" | tr _ ' ')" 2>/dev/null ;;
	esac
}

missing() {
	table | while read -r what kind probe package; do
		for wanted; do
			[ "$what" != "$wanted" ] || is_there "$kind" "$probe" || echo "$package"
		done
	done | sort -u | tr '\n' ' '
}

[ $# -gt 0 ] || set -- run build test
need=$(missing "$@")
[ -n "$need" ] || exit 0
echo "Missing: $need"

if ! command -v apt-get >/dev/null; then
	echo "Please install them with this system's package manager (the names are Debian's), then try again." >&2
	exit 1
fi
if [ "$(id -u)" -eq 0 ]; then
	root=
elif sudo -n true 2>/dev/null; then
	root='sudo -n'
else
	echo "Please run this once, then try again:" >&2
	echo "  sudo apt-get install -y --no-install-recommends $need" >&2
	exit 1
fi
$root apt-get update -q
# Servers come as programs for the tests: none is started, now or with the machine. Who has one already keeps it as it is.
servers=
for one in chasquid dovecot; do
	command -v "$one" >/dev/null || [ -x "/usr/sbin/$one" ] || servers="$servers $one"
done
policy=/usr/sbin/policy-rc.d
if [ -n "$servers" ] && [ ! -e "$policy" ]; then
	printf '#!/bin/sh\nexit 101\n' | $root tee "$policy" >/dev/null
	$root chmod 755 "$policy"
	trap '$root rm -f "$policy"' EXIT
fi
# shellcheck disable=SC2086 # words on purpose: a prefix of none to two, a list of names
DEBIAN_FRONTEND=noninteractive $root apt-get install -q -y --no-install-recommends $need
if [ -n "$servers" ] && command -v systemctl >/dev/null; then
	# shellcheck disable=SC2086 # a word each
	$root systemctl disable --now $servers >/dev/null 2>&1 || :
fi
left=$(missing "$@")
if [ -n "$left" ]; then
	echo "Still missing after the installation: $left" >&2
	exit 1
fi
