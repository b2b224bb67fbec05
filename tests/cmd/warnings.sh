#!/bin/sh
# What a registrar sees in the answers of step 3: each situation is warned of with its article, or of it nothing is said.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"

"$root/tests/home" filings >/dev/null
person=$(sql "select f.reg from filing f where f.stage = 3 limit 1")
here=99.01.01.2001 away=32.73.01.1001 # a village of the court, and one of Bandung

# situation WHAT PATTERN FIELD=VALUE…: the pattern is what is warned of; "" : nothing of those below.
all='diajukan istri|diajukan suami|terhadap istri|terhadap suami|belum 19 tahun|beragama Islam|akta pendirian|surat kuasa|anak yang disebut|wilayah pengadilan ini|belum 21 tahun|mempelai perempuan|akan dinikahi|bukan orang|belum 18 tahun'
situation() {
	what=$1 pattern=$2
	shift 2
	count=$((count + 1))
	loket step pihak --filing "$person" --as sari "$@" >"$work/said" 2>&1 </dev/null || :
	grep -E "peringatan: .*($all)" "$work/said" >"$work/warned" || :
	if { [ -z "$pattern" ] && [ ! -s "$work/warned" ]; } || { [ -n "$pattern" ] && grep -qE "$pattern" "$work/warned"; }; then
		echo "ok $count - $what"
	else
		echo "not ok $count - $what"
		sed 's/^/# /' "$work/said"
	fi
}
# who SIDE-SEX-VILLAGE…: parties 1, 2, …
who() {
	row=0
	for one in "$@"; do
		row=$((row + 1))
		IFS=, read -r side sex village <<-ONE
			$one
		ONE
		printf 'pihak[%d].kedudukan=%s\npihak[%d].kelamin=%s\npihak[%d].nama=P%d\n' $row "$side" $row "$sex" $row $row
		[ -z "$village" ] || printf 'pihak[%d].desa=%s\n' $row "$village"
	done
}
with() { # with WHAT PATTERN TYPE "FIELDS" PARTY…
	what=$1 pattern=$2 type=$3 fields=$4
	shift 4
	# shellcheck disable=SC2046,SC2086 # words
	situation "$what" "$pattern" perkara_jenis=$type $fields $(who "$@")
}

with "cerai gugat by the wife" "" 347 "" p1,P,$here p2,L,$here
with "cerai gugat by a man" "diajukan istri \(UU 7/1989 pasal 73" 347 "" p1,L,$here p2,P,$here
with "  against a woman" "terhadap suami" 347 "" p1,L,$here p2,P,$here
with "cerai talak by the husband" "" 346 "" p1,L,$here p2,P,$here
with "cerai talak by a woman" "diajukan suami \(UU 7/1989 pasal 66" 346 "" p1,P,$here p2,L,$here
with "poligami by a woman" "diajukan suami" 341 "calon_istri=Ani" p1,P,$here p2,L,$here
with "poligami by a man" "" 341 "calon_istri=Ani" p1,L,$here p2,P,$here
with "  with nobody to marry" "akan dinikahi \(UU 1/1974" 341 "" p1,L,$here p2,P,$here
with "  against a man" "terhadap istri" 341 "calon_istri=Ani" p1,L,$here p2,L,$here
with "harta bersama by a man" "" 348 "" p1,L,$here p2,P,$here
with "harta bersama by a woman" "" 348 "" p1,P,$here p2,L,$here
with "dispensasi of a girl of 17" "" 362 "mempelai[1].nama=A mempelai[1].lahir=2009-01-02 mempelai[2].nama=B mempelai[2].lahir=2001-01-02" p1,L,$here
with "dispensasi of nobody under 19" "belum 19 tahun \(UU 16/2019" 362 "mempelai[1].nama=A mempelai[1].lahir=2001-01-02 mempelai[2].nama=B mempelai[2].lahir=2000-01-02" p1,L,$here
with "dispensasi on the day before 19" "" 362 "mempelai[1].nama=A mempelai[1].lahir=2007-11-26" p1,L,$here
with "dispensasi on the day of 19" "belum 19 tahun" 362 "mempelai[1].nama=A mempelai[1].lahir=2007-11-25" p1,L,$here
with "one of them is a Muslim" "" 347 "pihak[1].agama=Hindu pihak[2].agama=Islam" p1,P,$here p2,L,$here
with "neither is a Muslim" "beragama Islam \(UU 3/2006" 347 "pihak[1].agama=Hindu pihak[2].agama=Katolik" p1,P,$here p2,L,$here
with "neither, in a case of sharia economy" "" 370 "pihak[1].agama=Hindu pihak[2].agama=Katolik" p1,P,$here p2,L,$here
with "a body with its deed" "" 370 "pihak[2].jenis_pihak=badan pihak[2].akta_nomor=12/2019" p1,P,$here p2,L,$here
with "a body without it" "P2 badan hukum tanpa akta" 370 "pihak[2].jenis_pihak=badan" p1,P,$here p2,L,$here
with "custody of a child" "" 349 "anak[1].nama=Ani" p1,P,$here p2,L,$here
with "custody of nobody" "anak yang disebut" 349 "" p1,P,$here p2,L,$here
with "divorce without children" "" 347 "" p1,P,$here p2,L,$here
with "cerai gugat of a wife elsewhere" "P1 tidak berkediaman .*73" 347 "" p1,P,$away p2,L,$here
with "  of a husband elsewhere" "" 347 "" p1,P,$here p2,L,$away
with "cerai talak of a wife elsewhere" "P2 tidak berkediaman .*66" 346 "" p1,L,$here p2,P,$away
with "  of a husband elsewhere" "" 346 "" p1,L,$away p2,P,$here
with "harta bersama, the defendant elsewhere" "tidak ada tergugat.*HIR 118" 348 "" p1,P,$here p2,L,$away
with "  two defendants, one of them here" "" 348 "" p1,P,$here p2,L,$away p2,L,$here
with "  where nobody knows" "" 348 "" p1,P,$here p2,L,
with "isbat, the petitioners elsewhere" "tidak ada pemohon" 360 "" p1,P,$away p1,L,$away
with "  one of them here" "" 360 "" p1,P,$here p1,L,$away
# Kinds by who files, who is sued, and where they live.
for kind in 345 348 349 350 351 353 355 357 364 365 366 367 368 370; do
	child=
	case $kind in 349 | 350 | 353 | 355) child="anak[1].nama=Ani" ;; esac
	with "$kind: a defendant here" "" $kind "$child" p1,P,$away p2,L,$here
	with "$kind: none here" "tidak ada tergugat" $kind "$child" p1,P,$here p2,L,$away
done
for kind in 354 358 360 363 371; do
	child=
	case $kind in 354 | 358) child="anak[1].nama=Ani" ;; esac
	with "$kind: a petitioner here" "" $kind "alur=16 $child" p1,P,$here
	with "$kind: none here" "tidak ada pemohon" $kind "alur=16 $child" p1,P,$away
done
with "pembatalan, one party here" "" 344 "" p1,P,$away p2,L,$here
with "  nobody here" "tidak ada pihak yang berkediaman .*KHI pasal 74" 344 "" p1,P,$away p2,L,$away
with "GS, both here" "" 370 "alur=17 nilai=100000000" p1,P,$here p2,L,$here
with "  the defendant elsewhere" "PERMA 4/2019 pasal 4 ayat \(3\)" 370 "alur=17 nilai=100000000" p1,P,$here p2,L,$away
with "  the plaintiff elsewhere" "P1 berkediaman di luar .*ayat \(3a\)" 370 "alur=17 nilai=100000000" p1,P,$away p2,L,$here
with "  as an ordinary claim nothing of that" "" 370 "alur=15" p1,P,$away p2,L,$here
with "izin kawin of one of 19" "" 361 "alur=16 mempelai[1].nama=A mempelai[1].lahir=2007-01-02" p1,L,$here
with "  of nobody under 21" "belum 21 tahun" 361 "alur=16 mempelai[1].nama=A mempelai[1].lahir=2004-01-02" p1,L,$here
with "wali adhal by a man" "mempelai perempuan" 363 "alur=16" p1,L,$here
with "a child as a party, nobody for it" "P1 belum 18 tahun" 364 "pihak[1].lahir=2012-01-02" p1,P,$here p2,L,$here
with "  with a guardian" "" 364 "pihak[1].lahir=2012-01-02 pihak[1].wali_hubungan=ayah pihak[1].wali_nama=Budi" p1,P,$here p2,L,$here
with "abroad nobody's court is asked for" "" 347 "pihak[1].kanal=luar_negeri pihak[1].negara=Taiwan" p1,P,$away p2,L,$here
with "ghaib last lived elsewhere" "tidak ada tergugat" 348 "pihak[2].ghaib=ya" p1,P,$here p2,L,$away
with "a card of the court's own province" "" 347 "pihak[1].nik=9901024111920025" p1,P,$here p2,L,$here
is "  is not doubted" 0 "$(grep -c 'kode provinsi' "$work/said")"
with "one of no province" "" 347 "pihak[1].nik=0001024111920025" p1,P,$here p2,L,$here
is "  is" 1 "$(grep -c 'kode provinsi' "$work/said")"
# The same number on both sides, each time as somebody else writes it.
cp "$root"/data/sample/*.pdf "$root/data/sample/naskah.rtf" "$work/"
for other in 62811699778 '+62 811-699-778' 0062811699778 811699778; do
	sed "s,<kedudukan>p1</kedudukan>,&<telepon>0811699778</telepon>,; s,<kedudukan>p2</kedudukan>,&<telepon>$other</telepon>," \
		"$root/data/sample/filings.xml" >"$work/phones.xml"
	ends 0 "one telephone on both sides, 0811699778 and $other" loket filing import "$work/phones.xml" --as sari --again
	says "  is told" 'pihak\[2\]\.telepon: .*Telepon sama dengan'
done
echo "1..$count"
