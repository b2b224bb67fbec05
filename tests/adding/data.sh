#!/bin/sh
# What is data: a kind of case, a tariff, a holiday, a bank, a statement's layout, a version of SIPP. One line each; no C.
# shellcheck source=tests/adding/common
. "$(dirname "$0")/common"
copy
LOKET_CLOCK=2026-12-01T03:00:00Z
export LOKET_CLOCK

after data/case-types.xml '<type id="371"' <<'X'
  <type id="399" name="Perkara Uji" alur="15" allowed="15" side1="Penggugat" side2="Tergugat" side4="Turut Tergugat" calls1="2" calls2="5" notice="yes" source="contoh"/>
X
instead data/fees/pnbp.xml 'component="pendaftaran" amount="30000"' <<'X'
  <tariff component="pendaftaran" amount="30000" from="2019-05-01" to="2026-11-30" decree="PP 5/2019"/>
  <tariff component="pendaftaran" amount="35000" from="2026-12-01" decree="contoh"/>
X
before data/calendar.xml 'on="2026-12-2' <<'X'
    <day on="2026-12-01" kind="holiday" name="Hari uji"/>
X
sed -e 's/key="simulasi"/key="uji"/' -e 's/Bank Simulasi/Bank Uji/' "$tree/data/banks/simulasi.xml" >"$tree/data/banks/uji.xml"
after data/court.xml '<bank key="simulasi"' <<'X'
  <bank key="uji" name="Bank Uji"/>
X
sed 's/source="contoh"/source="contoh uji"/' "$tree/data/mutasi/simulasi.xml" >"$tree/data/mutasi/uji.xml"
sed 's/version="3[^"]*"/version="9.9.9"/' "$tree/data/sipp/mapping-3.2.0-4.xml" >"$tree/data/sipp/mapping-9.9.9.xml"
ends 0 "the data files are right" loket data check

loket init --people >/dev/null
cp "$tree/data/sample/"*.pdf "$tree/data/sample/naskah.rtf" "$work"
sed -n '1,/<\/filing>/p' "$tree/data/sample/filings.xml" >"$work/one.xml"
echo '</filings>' >>"$work/one.xml"
sed -i -e 's/<perkara_jenis>347/<perkara_jenis>399/' -e 's/<nikah_[a-z]*>[^<]*<[^>]*>//g' "$work/one.xml"
ends 0 "a filing of the new kind of case comes in" loket filing import "$work/one.xml" --as sari
reg=$(sql 'select reg from filing')
ends 0 "and is shown" loket filing show "$reg" --as sari
says "by its name" 'Perkara Uji'
is "on the holiday it counts for the next working day" 2026-12-02 "$(sql "select date(counts_from * 86400, 'unixepoch') from filing")"
loket step pendaftar.setuju --as budi --filing "$reg" setuju=ya >/dev/null
ends 0 "its e-SKUM is issued at the new bank" loket step skum --as rina --filing "$reg" bank=uji
ends 0 "and is shown" loket filing show "$reg" --as rina
says "with the new tariff" '35\.000'
ends 3 "what the new bank's profile lacks is told" loket doctor bank uji
says "for its file" 'sim/keys'
printf 'tanggal;ref;va;ket;arah;jumlah\n01-12-2026 09:00:00;R1;88080000000001;setor;K;1000,00\n' >"$work/mutasi.csv"
ends 1 "a statement of the new bank is read, and differs" loket rekonsiliasi "$work/mutasi.csv" --bank uji --period 2026-12 --as rina
says "its line is there" '1\.000'
ends 0 "the settings" loket data list 9.9.9 --as budi
says "have the other version of SIPP" 'mapping-9\.9\.9\.xml'
touched data/sipp/mapping-9.9.9.xml data/case-types.xml data/fees/pnbp.xml data/calendar.xml data/banks/uji.xml data/court.xml data/mutasi/uji.xml
echo "1..$count"
