#!/bin/sh
# Builds the Debian packages of this commit and says what lintian finds in them. The packages' own files are in
# src/tools/deb, which dpkg-buildpackage knows as debian/.
# Usage: src/tools/deb.sh VERSION      the packages come to build/deb
# No error and no warning stands. lintian -I shows what is so on purpose: Indonesian words that resemble misspelt English
# ones, the sample documents among the data, units without scripts for another init.
set -eu
cd "$(dirname "$0")/../.."
out=$PWD/build/deb tree=$PWD/build/deb/loket-$1
rm -rf "$out"
mkdir -p "$tree"
git ls-files -z | tar --null -T - -cf - | tar -xf - -C "$tree"
cp -a "$tree/src/tools/deb" "$tree/debian"
[ "$(dpkg-parsechangelog -l "$tree/debian/changelog" -S Version)" = "$1" ] || {
	echo "deb: src/tools/deb/changelog is of another version than $1" >&2
	exit 1
}
(cd "$tree" && dpkg-buildpackage -us -uc -b) >"$out/log" 2>&1 || {
	tail -30 "$out/log" >&2
	exit 1
}
rm -rf "$tree"
lintian --info --fail-on error,warning "$out"/*.changes
ls -1 "$out"/*.deb
