#!/bin/sh
# The draft of a claim: its sentences by what step 3 says, its paper marked as a draft, and none for a kind that has
# none. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
# shellcheck source=tests/cmd/summonses
. "$root/tests/cmd/summonses"

loket init --people >/dev/null
{
	echo '<?xml version="1.0"?><filings xmlns="urn:loket:filing:1">'
	one_filing 1 ecourt | sed 's,</pihak></pihak>,</pihak><alasan><alasan>perselisihan</alasan><goyah>Januari 2023</goyah><pisah>Maret 2024</pisah></alasan></pihak>,'
	echo '</filings>'
} >"$work/one.xml"
ends 0 "a divorce with its ground" loket filing import "$work/one.xml" --as sari
id=$(sql 'SELECT reg FROM filing')
ends 0 "its draft" loket claim "$id" --as sari
says "the marriage" 'Bahwa pada tanggal 17 April 2011 Penggugat dan Tergugat menikah .* Nomor 55/10/IV/2011'
says "the ground, in the law's words" 'Bahwa sejak Januari 2023 antara .* perselisihan dan pertengkaran .* rumah tangga$'
says "since when they live apart" 'Bahwa sejak Maret 2024 Penggugat dan Tergugat berpisah'
says "what is asked for" 'Menjatuhkan talak satu bain sughra Tergugat \(Hendra 1 bin Suparman\)'
ends 0 "on paper" loket print konsep --filing "$id" --as sari
pdftotext -layout "$(cat "$work/said")" "$work/said"
says "marked as a draft" 'Draf gugatan'
says "for her to sign" 'Wulan 1 binti Darsono'
ends 0 "why its panjar is what it is" loket why "$id" panjar --as sari --format json
is "the rows of depth 0 add up to it" \
	"$(sed -n 's/.*"macam":"uang","jumlah":\([0-9]*\),.*/\1/p' "$work/said" | head -1)" \
	"$(sed -n 's/.*"tingkat":0,"macam":"uang".*"jumlah":\([0-9]*\),"tanggal".*/\1/p' "$work/said" | awk '{ n += $1 } END { print n }')"
ends 0 "all of it on paper" loket print mengapa --filing "$id" --as sari
ends 1 "what is not there" loket why "$id" ngawur --as sari
says "says where to see all" 'loket why'
echo "1..$count"
