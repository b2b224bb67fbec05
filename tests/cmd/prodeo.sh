#!/bin/sh
# A case free of charge: its application and the chairman's order are printed, signed and handed in, and only then is the
# nil e-SKUM issued; an e-SKUM carries the count of its own register. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
"$root/tests/home" people >/dev/null
cp "$root"/data/sample/*.pdf "$root"/data/sample/*.rtf "$work/"
sed '0,/<prodeo>tidak</s,<prodeo>tidak<,<prodeo>ya</prodeo><prodeo_dasar>SKTM Nomor 470/12/XI/2026</prodeo_dasar>&,; s,</prodeo_dasar><prodeo>tidak</prodeo>,</prodeo_dasar>,' \
	"$root/data/sample/filings.xml" >"$work/filings.xml"
ends 0 "three filings, one of them prodeo" loket filing import "$work/filings.xml" --as sari
reg_of() { loket filing list --as sari --format csv | tr -d '\r' | grep "$1" | cut -d, -f1; }
free=$(reg_of Nur)
paid=$(reg_of Rahmat)
printed() { pdftotext -layout "$(tail -1 "$work/said")" "$work/text" && tr -s ' \n' ' ' <"$work/text" >"$work/said"; }

ends 0 "the application is printed" loket print permohonan-prodeo --as sari --filing "$free"
printed
says "  with what it rests on" 'dibuktikan dengan SKTM Nomor 470/12/XI/2026'
says "  to the chairman" 'Yth. Ketua Pengadilan Agama Contoh'
ends 0 "the order is printed" loket print penetapan-prodeo --as sari --filing "$free"
printed
says "  three times" 'Lembar 3: untuk berkas perkara'
says "  it waives the fees of this case" 'Memberi izin kepada Nur.*aini binti Yusuf untuk berperkara secara cuma-cuma'
says "  the chairman signs" 'Ketua, .*Drs. H. Abdullah'
ends 1 "another case has none" loket print penetapan-prodeo --as sari --filing "$paid"
says "  because it is not free of charge" 'tidak diajukan secara prodeo'
ends 1 "a bailiff prints none" loket print penetapan-prodeo --as umar --filing "$free"

ends 1 "no e-SKUM before the order is there" loket step skum.terbit --as sari --filing "$free"
says "  it waits for the papers" 'e-SKUM nihil menunggu'

# ---- they are handed in ----
pdf=$work/gugatan.pdf
ends 0 "both papers are handed in" loket step gugatan --filing "$free" --as sari posita=Bahwa petitum=Mohon surat_tanggal=+0 \
	'berkas[1].jenis=gugatan' "berkas[1].berkas=$pdf" 'berkas[2].jenis=prodeo' "berkas[2].berkas=$pdf" \
	'berkas[3].jenis=penetapan_prodeo' "berkas[3].berkas=$pdf" 'berkas[4].jenis=permohonan_prodeo' "berkas[4].berkas=$pdf"
ends 0 "the nil e-SKUM is issued" loket step skum.terbit --as sari --filing "$free"
says "  as the first of its register" 'e-SKUM 00001/SKUM/Pdt.G/'
ends 0 "the next of that register" loket step skum.terbit --as sari --filing "$paid"
says "  is the second" 'e-SKUM 00002/SKUM/Pdt.G/'
handed() { # handed FILING: its suit
	loket step gugatan --filing "$1" --as sari posita=Bahwa petitum=Mohon surat_tanggal=+0 'berkas[1].jenis=gugatan' "berkas[1].berkas=$pdf"
}
ends 0 "the suit of another register" handed "$(reg_of Maryam)"
ends 0 "its e-SKUM" loket step skum.terbit --as sari --filing "$(reg_of Maryam)"
says "  is the first there" 'e-SKUM 00001/SKUM/Pdt.P/'
echo "1..$count"
