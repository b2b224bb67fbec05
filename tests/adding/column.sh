#!/bin/sh
# A column of a report: its figure in report.sql, its row in report.c, its place in the templates. It reaches the PDF.
# shellcheck source=tests/adding/common
. "$(dirname "$0")/common"
copy_built
sed -i 's/^SELECT type, sum(received), /&sum(received) * 2, /' "$tree/src/store/sql/report.sql"
sed -i -e 's/enum { FIGURES = 6,/enum { FIGURES = 7,/' -e 's/{ "bernomor", N_("Bernomor"), true },/{ "ganda", N_("Ganda"), true }, &/' \
	"$tree/src/store/report.c"
for paper in perkara tahunan; do
	sed -i -e 's|^\( *\)<column title="Bernomor".*{bernomor}</column>|\1<column title="Ganda" width="16" align="right">{ganda}</column>\n&|' \
		-e 's|^\( *\)<cell align="right">{total_bernomor}|\1<cell align="right">{total_ganda}</cell>\n&|' \
		-e 's/width="80"/width="64"/' -e 's/diterima, bernomor,/diterima, ganda, bernomor,/' \
		-e 's/total_diterima total_bernomor/total_diterima total_ganda total_bernomor/' "$tree/forms/print/laporan-$paper.xml"
done
translated "Ganda" "Double"
ends 0 "it builds" build "$built/loket" locale
LOKET_CLOCK=2026-11-25T03:00:00Z
export LOKET_CLOCK
loket init --people >/dev/null
cp "$tree/data/sample/"*.pdf "$work"
loket filing import "$tree/data/sample/filings.xml" --as sari >/dev/null
all=$(sql 'select count(*) from filing')
ends 0 "the report" loket report perkara --period 2026-11 --as budi --format csv
says "has it" 'diterima,ganda,bernomor'
for report in 'perkara --period 2026-11' 'tahunan --period 2026'; do
	# shellcheck disable=SC2086 # words
	ends 0 "it is printed: $report" loket report $report --as budi --pdf
	pdftotext -layout "$(tail -n 1 "$work/said")" "$work/said"
	says "its title is there" 'Ganda'
	says "and its sum" "Jumlah +$all +$((all * 2))"
done
lint L9 L15 L16
touched src/store/sql/report.sql src/store/report.c forms/print/laporan-perkara.xml forms/print/laporan-tahunan.xml data/po/en.po
echo "1..$count"
