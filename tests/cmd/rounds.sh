#!/bin/sh
# The bailiff's rounds: 200 summonses over six bailiffs, those of a district in the order of the way, the papers of a
# round as one document, the sheet he takes along. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
# shellcheck source=tests/cmd/summonses
. "$(dirname "$0")/summonses"

summonses 80 20 2026-12-28
is "a home of 200 summonses" "200|6" "$(sql "SELECT count(*), count(DISTINCT bailiff) FROM summons")"

# ---- the list: a round stands together, in the order of villages and house numbers ----
loket relaas list --bailiff umar --format csv >"$work/list"
is "umar has his share" 34 "$(sed 1d "$work/list" | wc -l)"
is "each round stands together" "$(cut -d, -f5,6 "$work/list" | sed 1d | grep jurusita | uniq | sort | uniq | wc -l)" \
	"$(cut -d, -f5,6 "$work/list" | sed 1d | grep jurusita | uniq | wc -l)"
is "letters and e-mail stand apart from what is walked to" "jurusita surat_tercatat elektronik" \
	"$(cut -d, -f6 "$work/list" | sed 1d | uniq | tr '\n' ' ' | sed 's/ $//')"

# ---- one document for a round ----
ends 0 "all of a district are printed" loket relaas print --as umar --area kota
pdf=$(cat "$work/said")
is "  one file" 1 "$(wc -l <"$work/said")"
is "  two copies of each" $(($(sql "SELECT count(*) FROM summons WHERE bailiff = 'umar' AND area = 'Kota' AND channel = 'jurusita'") * 2)) \
	"$(pdftotext -layout "$pdf" - | grep -c "RELAAS PANGGILAN")"
loket relaas list --bailiff umar --format csv | grep ',Kota,jurusita,' | cut -d, -f1,3 >"$work/order"
pdftotext -layout "$pdf" - | awk '/^ *Nomor [0-9]+\/Pdt/ { number = $2 } /^ *Nama  *:/ { sub(/^ *Nama *: */, ""); print number "," $0 }' |
	awk '!seen[$0]++' >"$work/printed"
is "  in the order of the way" "$(cat "$work/order")" "$(cat "$work/printed")"
is "  each is counted as printed" "$(wc -l <"$work/order")" \
	"$(sql "SELECT count(*) FROM printed WHERE paper = 'relaas' AND who = 'umar'")"
ends 0 "printed again" loket relaas print --as umar --area kota
is "  each is marked so" "$(($(wc -l <"$work/order") * 2))" "$(pdftotext -layout "$pdf" - | grep -c "CETAK ULANG")"
ends 0 "all that go by post" loket relaas print --bailiff umar --area surat_tercatat
is "  and no others, each by its letter" "6 0" "$(pdftotext -layout "$(cat "$work/said")" - |
	awk '/SURAT PANGGILAN/ { letters++ } /RELAAS PANGGILAN/ { relaas++ } END { print letters + 0, relaas + 0 }')"
ends 1 "a district where nothing waits" loket relaas print --as umar --area "Pulau Jauh"
says "  is told" "Tidak ada panggilan yang menunggu di Pulau Jauh"
ends 2 "a case and a district" loket relaas print --as umar 1/Pdt.G/2026/PA.Cth --area kota
ends 1 "who may not print" loket relaas print --as rina --area kota

# ---- the sheet ----
ends 0 "the sheet of a round" loket relaas route --as umar --area kota
pdftotext -layout "$(cat "$work/said")" "$work/sheet"
says "  is a file" '/cetak/rute-kota-.*\.pdf'
is "  it has them in the order of the way" "$(cut -d, -f2 "$work/order")" \
	"$(grep -oE '(Wulan|Hendra) [0-9]+ bin(ti)? [A-Z][a-z]+' "$work/sheet")"
is "  and that is by villages, as data/areas.xml has them" "Kauman Pekauman Alun-Alun" \
	"$(grep -oE 'Kauman|Pekauman|Alun-Alun' "$work/sheet" | uniq | tr '\n' ' ' | sed 's/ $//')"
ends 2 "a sheet of no district" loket relaas route --as umar
[ -n "${KEEP:-}" ] && cp -r "$work" "$KEEP"
echo "1..$count"
