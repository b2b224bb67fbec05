#!/bin/sh
# The sentences of the sources: to a template (-o FILE), and into the catalogues of the languages named.
# Usage: src/tools/po.sh [-o build/loket.pot] [en …]
set -eu
pot=build/loket.pot
if [ "${1:-}" = -o ]; then
	pot=$2
	shift 2
fi
mkdir -p "$(dirname "$pot")"
find src -name '*.c' ! -path 'src/sim/*' ! -name 'loket-sim.c' | sort |
	xgettext --language=C --from-code=UTF-8 --no-location --sort-output --no-wrap -k -k_ -kN_ \
		--package-name=loket --files-from=- -o "$pot.c"
sed -i '/^#, c-format$/d' "$pot.c" # our places are %1 %2; L15 looks after them
if [ -e data/po/loket.its ]; then
	find forms data -maxdepth 2 -name '*.xml' ! -path 'forms/print/*' | sort |
		xgettext --its=data/po/loket.its --from-code=UTF-8 --no-location --sort-output --no-wrap \
			--files-from=- -o "$pot.xml"
	sed -i 's/charset=CHARSET/charset=UTF-8/' "$pot.c" "$pot.xml"
	msgcat --use-first --sort-output --no-wrap -o "$pot" "$pot.c" "$pot.xml"
	rm -f "$pot.c" "$pot.xml"
else
	mv "$pot.c" "$pot"
fi
for language; do
	msgmerge --quiet --update --backup=none --no-fuzzy-matching --no-wrap --sort-output "data/po/$language.po" "$pot"
	msgfmt --statistics -o /dev/null "data/po/$language.po"
done
