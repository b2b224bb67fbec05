#!/bin/sh
# One filing through all nine steps without a screen, in five roles, on the real worker, bank and SIPP of a
# sandbox; then what the database, the bank's and SIPP's own records and the PDFs say. BEGINS, ZONE and COUNTS say when and
# where it is done, and the days that follow. Speaks TAP.
# shellcheck disable=SC1112 # names as people write them
prepare() {
	[ -z "${ZONE:-}" ] && return
	mkdir -p "$LOKET_HOME/data"
	sed "s/<zone .*/<zone name=\"${ZONE% *}\" minutes=\"${ZONE#* }\"\/>/" "$root/data/court.xml" >"$LOKET_HOME/data/court.xml"
}
# shellcheck source=tests/wire/inside
. "$(dirname "$0")/inside"
ok() { # ok WHAT COMMAND…
	what=$1
	shift
	count=$((count + 1))
	if "$@" >"$work/said" 2>&1; then
		echo "ok $count - $what"
	else
		echo "not ok $count - $what"
		sed 's/^/# /' "$work/said" | head -20
		echo "# $(sqlite3 -readonly "$LOKET_HOME/loket.db" "SELECT key, state, waits_for FROM step" | tail -9 | tr '\n' ' ')"
		echo "1..$count"
		exit 1
	fi
}
db() { sqlite3 -readonly -cmd '.timeout 2000' "$LOKET_HOME/$1" "$2"; }
says() { # says FILE SQL VALUE: awaited, a minute at most
	for _ in $(seq 600); do
		[ "$(db "$1" "$2")" = "$3" ] && return
		timeout 0.1 tail -f /dev/null
	done
	echo "$2: $(db "$1" "$2"), not $3"
	return 1
}
step() { # step WHO STEP FIELD=VALUE…
	who=$1 which=$2
	shift 2
	loket step "$which" --as "$who" --filing "$filing" "$@"
}
printf '%%PDF-1.4\nSurat gugatan\n%%%%EOF\n' >"$work/gugatan.pdf"

ok "1 akun" loket step akun --as sari --format csv jenis=perorangan identitas=ktp nik=3175016505850003 \
	"nama=Nur’aini binti Yusuf" "alamat=Jalan Melati 4" telepon=081234567890 domisili=email \
	email=nuraini@example.id bank=bsi rekening=7001234567 "pemilik_rekening=Nur’aini"
filing=$(grep -oE 'PA\.Cth-[0-9]+-[A-Z0-9]+' "$work/said" | head -n 1)
ok "2 pendaftar" step sari pendaftar.isi
ok "2 pendaftar disetujui" step budi pendaftar.setuju setuju=ya
ok "3 data pihak" step sari pihak perkara_jenis=347 alur=15 prodeo=tidak nikah_nomor=123/45/VI/2010 \
	nikah_tanggal=12-06-2010 "nikah_kua=KUA Sukamaju" \
	'pihak[1].kedudukan=p1' 'pihak[1].jenis_pihak=orang' 'pihak[1].nik=3175016505850003' \
	'pihak[1].nama=Nur’aini binti Yusuf' 'pihak[1].kelamin=P' 'pihak[1].agama=Islam' \
	'pihak[1].pekerjaan=pedagang' 'pihak[1].pendidikan=SLTA' 'pihak[1].alamat=Jalan Melati 4' \
	'pihak[1].desa=99.01.01.2001' \
	'pihak[2].kedudukan=p2' 'pihak[2].jenis_pihak=orang' 'pihak[2].nama=Ahmad Fauzi bin Hasan' \
	'pihak[2].kelamin=L' 'pihak[2].agama=Islam' 'pihak[2].pekerjaan=buruh' 'pihak[2].pendidikan=SLTA' \
	'pihak[2].alamat=Jalan Mawar 9' 'pihak[2].desa=99.01.02.2001' 'pihak[2].ghaib=tidak' \
	'pihak[2].domisili_setuju=tidak'
ok "4 gugatan" step sari gugatan surat_tanggal=+0 "posita=Bahwa Penggugat dan Tergugat menikah" \
	'berkas[1].jenis=gugatan' "berkas[1].berkas=$work/gugatan.pdf"
ok "5 e-SKUM" step rina skum bank=simulasi
ok "5 e-SKUM tercetak" loket print skum --as rina --filing "$filing"
cp "$(grep -oE '/[^ ]*\.pdf' "$work/said" | head -n 1)" "$work/skum.pdf"
ok "5 isi cetakan" sh -c "pdftotext -layout '$work/skum.pdf' - | grep -q 'Nur’aini binti Yusuf sebagai Penggugat'"
ok "6 lunas" says loket.db "SELECT count(*) FROM step WHERE key = 'bayar' AND state = 'done'" 1
ok "6 satu VA di bank, satu pembayaran" says loket.db "SELECT count(*) FROM payment" 1
ok "7 verifikasi" step budi verifikasi putusan=ya 'periksa[*].hasil=ya' 'periksa[*].catatan=diperlihatkan di loket'
ok "8 nomor perkara dari SIPP" says loket.db "SELECT count(*) FROM step WHERE key = 'nomor' AND state = 'done'" 1
number=$(db loket.db 'SELECT number FROM case_number')
sim_has() { loket-sim show --home "$LOKET_HOME/sim" sipp | grep -qF "$1"; }
ok "8 SIPP punya nomor itu" "${SIPP_HAS:-sim_has}" "$number"
ok "8 bank punya satu pembayaran" sh -c "[ \$(loket-sim show --home '$LOKET_HOME/sim' payments | grep -c 8808) -eq 1 ]"
[ -z "${NUMBER_ONLY:-}" ] || {
	echo "1..$count"
	exit
}
# The first of some days that is neither a weekend nor a holiday of data/calendar.xml.
summon() {
	for days in 12 13 14 15 16; do
		step dewi panggilan "sidang_tanggal=+$days" "alasan_hari=menurut penetapan pada berkas" sidang_jam=09.00 "ruang=Ruang Sidang Utama" \
			hakim_tunggal=tidak "ketua_majelis=Drs. H. Abdullah" jurusita=umar && return
	done
	return 1
}
ok "9 panggilan" summon
ok "9 relaas" loket relaas print "$filing" --as umar
pdf=$(grep -oE '/[^ ]*\.pdf' "$work/said" | head -n 1)
ok "9 relaas memuat nomor perkara" sh -c "pdftotext -layout '$pdf' - | grep -qF '$number'"
counted() { db loket.db "SELECT date(counts_from * 86400, 'unixepoch') || '|' || date(registered * 86400, 'unixepoch') FROM filing"; }
# On a closed day, or after closing, the case is of the next working day: nothing in it is dated before.
before_it() { ! step umar panggilan.hasil panggilan_ke=1 hasil=E "tanggal=+0" && grep -q 'sebelum perkara terdaftar' "$work/said"; }
zone=${ZONE:-WIB 420}
today=$((($(date +%s) + LOKET_CLOCK + ${zone#* } * 60) / 86400))
[ "$(db loket.db 'SELECT registered FROM case_number')" -le "$today" ] || {
	ok "9 hasil sebelum pendaftaran ditolak" before_it
	ok "hari yang dihitung: $COUNTS" test "$(counted)" = "$COUNTS"
	echo "1..$count"
	exit
}
ok "9 hasil panggilan 1" step umar panggilan.hasil panggilan_ke=1 hasil=E "tanggal=+0"
ok "9 hasil panggilan 2" step umar panggilan.hasil panggilan_ke=2 hasil=S "tanggal=+0" "diterima=+0" resi=JX123 "berkas_relaas=$work/skum.pdf"
[ -z "${COUNTS:-}" ] || ok "hari yang dihitung: $COUNTS" test "$(counted)" = "$COUNTS"
ok "semua langkah selesai" says loket.db "SELECT count(*) FROM step WHERE state = 'done'" 9
ok "tidak ada pesan tertinggal" says loket.db "SELECT count(*) FROM outbox WHERE state <> 'done'" 0
# UU 27/2022: who reads a log learns of no person
names_none() {
	db loket.db "SELECT name FROM party UNION SELECT nik FROM party WHERE nik <> ''" >"$work/people"
	[ -s "$work/people" ] && [ -s "$LOKET_HOME/loketd.log" ] && ! grep -F -f "$work/people" "$LOKET_HOME/loketd.log"
}
ok "log pekerja tidak menyebut orang" names_none
ok "jurnal seimbang" says loket.db "SELECT sum(amount) FROM journal_line" 0
echo "1..$count"
