#!/bin/sh
# What `make install` puts where, that `make uninstall` takes all of it away, and how shut the services of the package are.
# Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
there() { (cd "$work/to" && find . ! -type d | sort); }
ends 0 "it is installed" make -s -C "$root" -o build install DESTDIR="$work/to" PREFIX=/usr
is "the administrator's programs apart" "loket loket-sim loket-paper loket-sippd loketd" \
	"$(for folder in bin sbin; do ls "$work/to/usr/$folder"; done | tr '\n' ' ' | sed 's/ $//')"
is "a page for each" "" "$(for program in "$work"/to/usr/*bin/*; do
	find "$work/to/usr/share/man" -name "${program##*/}.[18]" | grep -q . || echo "$program"
done)"
is "and completion" "" "$(for program in "$work"/to/usr/*bin/*; do
	[ -e "$work/to/usr/share/bash-completion/completions/${program##*/}" ] || echo "$program"
done)"
ends 0 "it runs from there" "$work/to/usr/bin/loket" data check
ends 0 "in English too" env LANGUAGE=en "$work/to/usr/bin/loket" help
says "  of its catalogue" 'make a new data home'
ends 0 "it is taken away" make -s -C "$root" uninstall DESTDIR="$work/to" PREFIX=/usr
is "  all of it" "" "$(there)"

for unit in "$root"/src/tools/deb/*.service; do
	name=$(basename "$unit" | sed 's/^loket\.loket/loket/')
	if ! command -v systemd-analyze >/dev/null; then
		echo "ok $((count += 1)) - $name # SKIP no systemd-analyze"
		continue
	fi
	cp "$unit" "$work/$name"
	ends 0 "$name is shut: 2.5 of 10 at most" systemd-analyze security --offline=yes --threshold=25 "$work/$name"
done
echo "1..$count"
