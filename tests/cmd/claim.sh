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
# Other kinds, each told in the form of step 3.
LOKET_HOME=$work/filings
"$root/tests/home" filings >/dev/null
person=$(sql 'select reg from filing where stage = 3 limit 1')
# draft WHAT KIND ALUR PATTERN FIELD=VALUE…
draft() {
	what=$1 kind=$2 alur=$3 pattern=$4
	shift 4
	loket step pihak --filing "$person" --as sari perkara_jenis="$kind" alur="$alur" pihak[1].kedudukan=p1 \
		pihak[1].nama='Siti binti Umar' "$@" >"$work/filled" 2>&1 </dev/null || sed 's/^/# /' "$work/filled"
	ends 0 "a draft: $what" loket claim "$person" --as sari
	says "  reads" "$pattern"
}
rest='pihak[1].kelamin=P pihak[1].agama=Islam pihak[1].pekerjaan=Wiraswasta pihak[1].pendidikan=SLTA pihak[1].alamat=Jalan_Melati pihak[1].desa=99.01.01.2001'
other='pihak[2].kedudukan=p2 pihak[2].nama=Ahmad pihak[2].kelamin=L pihak[2].agama=Islam pihak[2].pekerjaan=Wiraswasta pihak[2].pendidikan=SLTA pihak[2].alamat=Jalan_Mawar pihak[2].desa=99.01.01.2001'
# shellcheck disable=SC2086 # words
{
	draft "perwalian" 354 16 'Menetapkan Pemohon \(Siti binti Umar\) sebagai wali dari anak bernama Ali, lahir 2 Mei 2015$' \
		$rest anak[1].nama=Ali anak[1].lahir=2015-05-02 anak[1].kelamin=L keperluan='menjual tanah warisan'
	draft "wali adhal" 363 16 'Menetapkan Hasan bin Umar, kakak kandung, wali nikah Pemohon \(Siti binti Umar\), adalah wali adhal' \
		$rest adhal_wali='Hasan bin Umar, kakak kandung' mempelai[1].nama=Rahmat mempelai[1].lahir=2000-01-02 mempelai[1].kelamin=L
	draft "pengangkatan anak" 358 16 'Menyatakan sah pengangkatan anak bernama Ali' \
		$rest angkat=ya anak[1].nama=Ali anak[1].lahir=2015-05-02 anak[1].kelamin=L
	draft "nafkah anak" 350 15 'membayar nafkah anak tersebut melalui Penggugat sejumlah Rp1\.000\.000 \(satu juta rupiah\) setiap bulan' \
		$rest $other nafkah[1].macam=anak nafkah[1].jumlah=1000000
	draft "nafkah lampau" 351 15 'nafkah lampau \(madhiyah\) sejumlah Rp12\.000\.000 \(dua belas juta rupiah\)' \
		$rest $other nafkah[1].macam=lampau nafkah[1].jumlah=12000000
	draft "gugatan sederhana" 370 17 'sehingga gugatan ini diajukan sebagai gugatan sederhana' \
		$rest $other akad_jenis=murabahah nilai=150000000
	draft "kewarisan" 364 15 'Menetapkan harta warisan Umar bin Ali adalah: sawah seluas dua hektare' \
		$rest $other pewaris_nama='Umar bin Ali' pewaris_meninggal=2020-05-06 objek='sawah seluas dua hektare'
}
ends 0 "the last one on paper" loket print konsep --filing "$person" --as sari
pdftotext -layout "$(cat "$work/said")" "$work/said"
says "  to whom the estate is due" 'bagian masing-masing ahli waris'
echo "1..$count"
