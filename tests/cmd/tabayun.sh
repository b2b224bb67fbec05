#!/bin/sh
# Requests of other courts: recorded once whichever way they come, each act in its turn and by whom it is, with its last
# day; the register of the year, as rows and on paper; what goes out stands in a list of its own. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
LOKET_CLOCK=2026-11-30T02:00:00Z
export LOKET_CLOCK
later() { # later CLOCK COMMAND…
	clock=$1
	shift
	LOKET_CLOCK=$clock "$@"
}
rows() { loket tabayun list --as sari --format csv | sed 1d | tr -d '\r'; }

loket init --people >/dev/null
ends 0 "what is asked can be looked up" loket tabayun record --fields
says "  by name" "^pengirim"
ends 1 "nothing is recorded of nothing" loket tabayun record --as sari
says "  and each field is told" "nomor_perkara: .*belum diisi"
set -- "pengirim=Pengadilan Agama Cibinong" nomor_surat=12/HK2.6/XI/2026 tanggal_surat=26-11-2026 nomor_perkara=77/Pdt.G/2026/PA.Cbn \
	sidang=21-12-2026 "pihak=Budi bin Harjo" peran=Tergugat "alamat=Jalan Mawar 3, Sukamaju" biaya=150000
ends 1 "not by the bailiff" loket tabayun record --as umar "$@"
ends 0 "a request is recorded" loket tabayun record --as sari "$@"
ends 1 "  by another way it is the same one" loket tabayun record --as sari "$@"
says "  which is named" "sudah dicatat sebagai nomor 1/2026"
is "  a bailiff is to be appointed in two working days" "1/2026 diminta 2026-12-02" "$(rows | awk -F, '{ print $1, $8, $9 }')"
ends 1 "it is not served before one is appointed" loket tabayun serve 1/2026 hasil=Y --as umar
says "  and what it waits for is told" "menunggu penunjukan"
ends 1 "a clerk does not appoint" loket tabayun appoint 1/2026 jurusita=umar --as sari
ends 0 "the registrar does" loket tabayun appoint 1/2026 jurusita=umar --as hasan
ends 0 "the bailiff serves" later 2026-12-01T02:00:00Z loket tabayun serve 1/2026 hasil=T_lurah "bertemu=H. Amin" "hubungan=kepala desa" --as umar
# The papers of a request, in their turn; each letter has its number once, whoever issues it and however often it is printed.
letters() { loket letters list --as hasan --format csv | sed 1d | tr -d '\r' | cut -d, -f1-3; }
words() { pdftotext "$(tail -n 1 "$work/said")" - | tr '\n' ' ' >"$work/text" && mv "$work/text" "$work/said"; }
is "the appointment has its number from when it is issued" "HK2.6/0001/400000/XI/2026,2026-11-30,\"Umar, S.H.\"" "$(loket letters list --as hasan --format csv | sed 1d | cut -d, -f1-4)"
ends 0 "it is printed" later 2026-12-01T02:00:00Z loket tabayun print penunjukan 1/2026 --as hasan
words
says "  with number, day and term" "HK2.6/0001/400000/XI/2026.*Umar, S.H..*Batas pelaksanaannya hari Rabu, 2 Desember 2026.*Contoh, 30 November 2026"
is "  not marked as a reprint" "" "$(grep -o 'CETAK ULANG' "$work/said")"
ends 0 "  again" later 2026-12-01T03:00:00Z loket tabayun print penunjukan 1/2026 --as hasan
words
says "  with the same number, marked" "CETAK ULANG.*HK2.6/0001/400000/XI/2026"
ends 0 "the relaas is printed for his visit" loket tabayun print relaas-tabayun 1/2026 --as umar
words
says "  in the name of the court that asks" "untuk memenuhi permohonan bantuan Pengadilan Agama Cibinong.*menghadap di muka sidang Pengadilan Agama Cibinong.*mengingat sumpah jabatan"
ends 1 "a cover letter is not printed before it is served" loket tabayun print pengantar 2/2026 --as hasan
ends 1 "  nor is one of a request that waits" loket tabayun print penunjukan 2/2026 --as hasan
ends 1 "  nor by the bailiff" loket tabayun print pengantar 1/2026 --as umar
ends 2 "  nor what is no paper" loket tabayun print surat 1/2026 --as hasan
ends 1 "no relaas is sent before it is there" later 2026-12-02T02:00:00Z loket tabayun answer 1/2026 tanggal=30-11-2026 \
	nomor_pengantar=P/1 resi=R123 --as sari
says "  and from when is told" "lebih awal dari tahap sebelumnya, 01-12-2026"
ends 0 "the answer goes out" later 2026-12-02T02:00:00Z loket tabayun answer 1/2026 resi=R123 --as sari
is "  the cover letter has the next number" "HK2.6/0002/400000/XII/2026,2026-12-02,Ketua Pengadilan Agama Cibinong" "$(letters | tail -n 1)"
ends 0 "  it is printed" later 2026-12-03T02:00:00Z loket tabayun print pengantar 1/2026 --as hasan
words
says "  of its day, with what came of it" "2 Desember 2026.*HK2.6/0002/400000/XII/2026.*Selasa, 1 Desember 2026.*lurah.*R123"
ends 0 "  the relaas says whom the bailiff met" loket tabayun print relaas-tabayun 1/2026 --as umar
words
says "  by the sentence of that outcome" "saya serahkan kepada H. Amin, kepala desa"
is "  nothing is due any more" "1/2026 dijawab  R123" "$(rows | awk -F, '{ print $1, $8, $9, $13 }')"
ends 1 "  nor can it be done again" later 2026-12-02T02:00:00Z loket tabayun answer 1/2026 nomor_pengantar=P/1 resi=R124 --as sari
ends 1 "one that is not there is told" loket tabayun answer 9/2026 nomor_pengantar=P/1 resi=R124 --as sari
says "  by its number" "Tidak ada permohonan 9/2026"
ends 1 "  and a word that is none" loket tabayun answer sembilan nomor_pengantar=P/1 resi=R124 --as sari
ends 2 "  and none at all" loket tabayun answer --as sari
loket tabayun record --as sari "pengirim=Pengadilan Agama Depok" nomor_surat=1 tanggal_surat=27-11-2026 nomor_perkara=8/Pdt.G/2026/PA.Dpk \
	jenis=pemberitahuan putusan=20-11-2026 "pihak=Tini binti Karim" peran=Termohon "alamat=Jalan Melati 1" >/dev/null
ends 0 "the register has both, in fourteen columns" loket tabayun register --as budi --format csv
says "  with the days from receipt to sending" "^1,.*Panggilan sidang.*Umar, S.H.*,R123,2"
says "  and a notice of a decision" "^2,.*Pemberitahuan isi putusan"
ends 0 "  it is printed" loket tabayun register --as budi --pdf
pdftotext "$(tail -n 1 "$work/said")" - >"$work/text"
mv "$work/text" "$work/said"
says "  as a book" "REGISTER BANTUAN PANGGILAN/PEMBERITAHUAN MASUK"
is "next year one that waits still stands in the list" "2/2026" "$(later 2027-01-04T02:00:00Z loket tabayun list --as sari --format csv | sed 1d | cut -d, -f1)"
ends 0 "nothing goes out yet" loket tabayun sent --as budi
ends 0 "another year can be named" loket tabayun list --as sari --period 2025
ends 2 "  but no month" loket tabayun register --as budi --period 2026-11
ends 0 "a number may be written by hand" loket tabayun appoint 2/2026 jurusita=umar --as hasan
loket tabayun serve 2/2026 hasil=Y --as umar >/dev/null
ends 0 "  and is the letter's" loket tabayun answer 2/2026 nomor_pengantar=P/7 resi=R9 --as sari
ends 0 "  on paper" loket tabayun print pengantar 2/2026 --as hasan
words
says "  too" "Nomor P/7"
is "  it takes none of the series" "HK2.6/0003/400000/XI/2026" "$(letters | tail -n 1 | cut -d, -f1)"
mkdir -p "$LOKET_HOME/data"
sed '/<outgoing /,/<\/outgoing>/d' "$root/data/court.xml" >"$LOKET_HOME/data/court.xml"
loket tabayun record --as sari "pengirim=Pengadilan Agama Depok" nomor_surat=2 tanggal_surat=27-11-2026 nomor_perkara=9/Pdt.G/2026/PA.Dpk \
	sidang=21-12-2026 "pihak=Tini binti Karim" peran=Penggugat "alamat=Jalan Melati 1" >/dev/null
ends 0 "a court that numbers no letters" loket tabayun appoint 3/2026 jurusita=umar --as hasan
loket tabayun serve 3/2026 hasil=Y --as umar >/dev/null
ends 1 "  writes the number itself" loket tabayun answer 3/2026 resi=R10 --as sari
says "  which is asked for" "Tulis nomor surat pengantarnya"
rm -r "$LOKET_HOME/data"

# Letters issued at the same time, half of those who issue them killed: each appointment has its number, and in the series
# none stands twice and none is left out.
for n in $(seq 4 15); do
	loket tabayun record --as sari "pengirim=Pengadilan Agama Depok" nomor_surat="$n" tanggal_surat=27-11-2026 "nomor_perkara=$n/Pdt.G/2026/PA.Dpk" \
		sidang=21-12-2026 "pihak=Rini binti Karim" peran=Penggugat "alamat=Jalan Melati 1" >/dev/null
done
for n in $(seq 4 15); do
	loket tabayun appoint "$n/2026" jurusita=umar --as hasan >/dev/null 2>&1 &
	[ $((n % 2)) = 0 ] || kill -9 $!
done
wait
query() { sqlite3 "$LOKET_HOME/loket.db" "$1"; }
is "each appointment has one number" "$(query 'SELECT count(*) FROM tabayun WHERE appointed IS NOT NULL AND number > 3')" \
	"$(query "SELECT count(DISTINCT o.subject) FROM outgoing o JOIN tabayun t ON t.id = o.subject WHERE o.paper = 'penunjukan' AND t.number > 3")"
is "the series has no gap and nothing twice" "$(query 'SELECT max(number) FROM outgoing')" "$(query 'SELECT count(DISTINCT number) FROM outgoing')"
for n in $(seq 4 15); do loket tabayun appoint "$n/2026" jurusita=umar --as hasan >/dev/null 2>&1; done
is "what was killed is done again, with one number each" "12 12" \
	"$(query "SELECT count(*) || ' ' || count(DISTINCT o.subject) FROM outgoing o JOIN tabayun t ON t.id = o.subject WHERE t.number > 3")"
ends 0 "the register of letters is printed" loket letters list --as hasan --pdf
words
says "  as a book" "AGENDA SURAT KELUAR.*HK2.6/0001/400000/XI/2026.*HK2.6/0002"
echo "1..$count"
