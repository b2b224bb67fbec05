#!/bin/sh
# A field: one <field> in a form. Commands, checks and the screen know it; no C.
# shellcheck source=tests/adding/common
. "$(dirname "$0")/common"
copy
before forms/03-pihak.xml '<field id="lewat"' <<'X'
  <field id="penerjemah" kind="text" label="Penerjemah" max="60" width="20">
    <help>Nama penerjemah, bila pihak tidak berbahasa Indonesia.</help>
  </field>
X
ends 0 "the forms are right" loket data check
loket init --people >/dev/null
sed '0,/<prodeo>tidak/s//<penerjemah>Wayan<\/penerjemah>&/' "$tree/data/sample/filings.xml" >"$tree/filings.xml"
cp "$tree/data/sample/"*.pdf "$tree/data/sample/naskah.rtf" "$work"
mv "$tree/filings.xml" "$work"
ends 0 "a filing has it" loket filing import "$work/filings.xml" --as sari
ends 0 "it is found" loket filing show "$(sql "select reg from filing join fill on fill.filing = filing.id where body like '%penerjemah%'")" --as sari
says "and shown with its label" 'Penerjemah +Wayan'
touched forms/03-pihak.xml
echo "1..$count"
