#!/bin/sh
# The letters of each channel: each prints those that its summonses can have and refuses the others; abroad no sooner than
# six months after registration; of unknown address outside divorce through the regent. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
# shellcheck source=tests/cmd/summonses
. "$(dirname "$0")/summonses"
LOKET_CLOCK=2026-11-30T02:00:00Z
export LOKET_CLOCK
ends 0 "a sample court" loket init --sample
reg=$(loket filing list --as budi --step panggilan --format csv | sed -n 2p | cut -d, -f1)
sample=$LOKET_HOME
paid_in 2000000 "reg = '$reg'" # a channel set by hand may cost more than was reckoned

# called CHANNEL DAY WORD…: a court of its own, in which the other side is called so to a hearing on that day.
called() {
	channel=$1 on=$2
	shift 2
	LOKET_HOME=$work/$channel
	cp -r "$sample" "$LOKET_HOME"
	ends 0 "$channel: the hearing is set" loket step panggilan.tetapkan --as budi --filing "$reg" "sidang_tanggal=$on" "alasan_hari=menurut penetapan pada berkas" sidang_jam=09.00 \
		"ruang=Ruang Sidang Utama" "ketua_majelis=Drs. H. Abdullah, S.H., M.H." jurusita=umar "panggil[1].pihak=2" \
		"panggil[1].kanal=$channel" "panggil[1].alasan_kanal=perintah ketua majelis" "$@"
}
printed() { # PAPER: the other side's; its words are then what was said
	ends 0 "  $1 is printed" loket print "$1" --as umar --filing "$reg" --summons 2
	pdftotext "$(tail -n 1 "$work/said")" - | tr '\n' ' ' >"$work/text"
	mv "$work/text" "$work/said"
}

# round PAPER [AREA]: the bailiff's round of the channel is one file of that paper; in the list it is printed then.
round() {
	ends 0 "  the round has it" loket relaas print --as umar --area "${2:-$channel}"
	says "  as its letter" "/cetak/$1-.*\\.pdf"
	loket relaas list --as umar --format json >"$work/list.json"
	is "  and it is told from those that wait for their paper" 1 "$(sqlite3 :memory: "SELECT value ->> 'tercetak'
		FROM json_each(readfile('$work/list.json')) WHERE value ->> 'panggilan' = 2")"
}

called surat_tercatat 2026-12-21
round surat-panggilan
printed surat-panggilan
says "  dated" "hari ini Senin tanggal 30 November 2026"
LOKET_CLOCK=2026-11-29T02:00:00Z printed surat-panggilan # the case is of the Monday
says "  not before its case is registered" "hari ini Senin tanggal 30 November 2026"
printed surat-panggilan
says "  to be handed to the post in time" "diserahkan kepada pos paling lambat hari Selasa, 15 Desember 2026"
says "  with the suit for the other side" "salinan surat gugatan"
says "  in two copies" "Lembar 2: untuk berkas perkara"
printed amplop
says "  with number, hearing and addressee" "1/Pdt.G/2026/PA.Cth.*Senin, 21 Desember 2026.*Yth. +Fajar bin Nasir"
ends 1 "  no announcement is" loket print pengumuman-1 --as umar --filing "$reg" --summons 2
says "  and that is said" "tidak memakai surat ini"
ends 1 "  nor is one for a clerk who may not" loket print amplop --as sari --filing "$reg"
ends 0 "  the order is printed for each party" loket print instrumen --as umar --filing "$reg"
is "  two of them" 2 "$(wc -l <"$work/said")"
ends 1 "  who is called by post is not called electronically" loket print panggilan-elektronik --as umar --filing "$reg" --summons 2

called ghaib 2027-04-05
round pengumuman-1
printed pengumuman-1
says "  the first" "PENGUMUMAN PANGGILAN I \(PERTAMA\).*yang pertama dari dua pengumuman"
ends 0 "  it is made" loket step panggilan.hasil --as umar --filing "$reg" panggilan_ke=2 hasil=GHAIB_1 tanggal=2026-11-30 "media=Radio Contoh"
round pengumuman-2
printed pengumuman-2
says "  the second" "PENGUMUMAN PANGGILAN II \(KEDUA\).*yang kedua dari dua pengumuman"

printed media-1
says "  the letter to the medium the court named first, under a number" "HK2.6/0001/400000/XI/2026.*Pimpinan Radio Siaran Contoh FM.*yang pertama dari dua pengumuman"
printed media-2
says "  another one for the second" "HK2.6/0002/400000/XI/2026.*yang kedua dari dua pengumuman"

called umum 2027-01-11
round panggilan-umum
printed panggilan-umum
says "  through the regent of the claiming side's place" "saya serahkan kepada Bupati Contoh"

called delegasi 2027-01-11 "panggil[1].pengadilan=Pengadilan Agama Cibinong" "panggil[1].kirim_lewat=transfer" "panggil[1].kirim_tanggal=30-11-2026"
round tabayun
printed tabayun
says "  with the terms of the circular, and how the fee went" "paling lambat 2 hari setelah permohonan.*paling lambat 2 hari setelah penunjukan.*paling lambat 1 hari.*melalui transfer pada tanggal 30 November 2026"
says "  to the court that is named" "Ketua Pengadilan Agama Cibinong"
says "  with the fee in words" "Rp290.000 \(dua ratus sembilan puluh ribu rupiah\)"
says "  under the first number of the year" "HK2.6/0001/400000/XI/2026 Segera"
LOKET_CLOCK=2026-12-03T02:00:00Z printed tabayun
says "  the same again, of its day" "Contoh, 30 November 2026.*HK2.6/0001/400000/XI/2026"
ends 0 "  which the case shows" loket filing show "$reg" --as budi --table surat --format csv
says "  with whom it goes to" "HK2.6/0001/400000/XI/2026,2026-11-30,tabayun,2,Ketua Pengadilan Agama Cibinong,Mohon bantuan panggilan a.n. Fajar bin Nasir"
printed tabayun
says "  by a working day" "paling lambat hari Jumat, 1 Januari 2027"

LOKET_HOME=$sample
ends 1 "abroad, five months after registration" loket step panggilan.tetapkan --as budi --filing "$reg" sidang_tanggal=2027-05-28 "alasan_hari=menurut penetapan pada berkas" \
	sidang_jam=09.00 "ruang=Ruang Sidang Utama" "ketua_majelis=Drs. H. Abdullah, S.H., M.H." jurusita=umar "panggil[1].pihak=2" \
	"panggil[1].kanal=luar_negeri" "panggil[1].alasan_kanal=bekerja di Taiwan"
says "  is too soon: the earliest day is named" "paling cepat 31-05-2027"
called luar_negeri 2027-05-31
round rogatori
printed rogatori
says "  under a number" "HK2.6/0001/400000/XI/2026"
says "  through the Registrar of the Supreme Court" "Panitera Mahkamah Agung.*Kementerian Luar Negeri.*Kewarganegaraan"
printed formulir-rogatori
says "  with the standard form: original and copies, by sworn translation" "FORMULIR STANDAR.*1 asli dan 2 salinan"

# Prints at the same time get different numbers, none twice and none left out; a print again none.
for n in $(seq 8); do
	loket print "$([ $((n % 2)) = 0 ] && echo rogatori || echo formulir-rogatori)" --as umar --filing "$reg" --summons 2 >/dev/null 2>&1 &
done
wait
is "eight prints at once of a letter that has its number take none" 1 "$(sqlite3 "$LOKET_HOME/loket.db" 'SELECT count(*) FROM outgoing')"

called jurusita 2026-12-28
round relaas "$(loket relaas list --as umar --format csv | sed -n 's/^[^,]*,2,[^,]*,[^,]*,\([^,]*\),jurusita,.*/\1/p')"
ends 0 "  and of the side that is called electronically" loket relaas print --as umar --area elektronik
says "  its own" "/cetak/panggilan-elektronik-.*\.pdf"
echo "1..$count"
