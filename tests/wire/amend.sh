#!/bin/sh
# What came of a call is mended by an entry that says why, a party is called again, and an ended case leaves the
# bailiff's list: by commands, with the worker, a bank and a SIPP around them. Speaks TAP.
# shellcheck source=tests/wire/inside
. "$(dirname "$0")/inside"
printf '%%PDF-1.4\nSurat gugatan\n%%%%EOF\n' >"$work/gugatan.pdf"
refused() { # refused PATTERN WHO STEP FIELD=VALUE…: the step is refused, and says so
	pattern=$1 who=$2 which=$3
	shift 3
	! loket step "$which" --as "$who" --filing "$filing" "$@" >"$work/refusal" 2>&1 && grep -Eq -- "$pattern" "$work/refusal" && return
	cat "$work/refusal"
	return 1
}
done_by() { # done_by WHO STEP FIELD=VALUE…
	who=$1 which=$2
	shift 2
	loket step "$which" --as "$who" --filing "$filing" "$@"
}
sipp() { sqlite3 -readonly -cmd '.timeout 2000' "$LOKET_HOME/sim/sim.db" "$1"; }
file() { # a filing with its number: $filing
	loket step akun --as sari --format csv jenis=perorangan identitas=ktp nik=3175016505850003 \
		"nama=Nuraini binti Yusuf" "alamat=Jalan Melati 4" telepon=081234567890 domisili=email \
		email=nuraini@example.id bank=bsi rekening=7001234567 pemilik_rekening=Nuraini >"$work/said" 2>&1
	filing=$(grep -oE 'PA\.Cth-[0-9]+-[A-Z0-9]+' "$work/said" | head -n 1)
	step sari pendaftar.isi
	step budi pendaftar.setuju setuju=ya
	step sari pihak perkara_jenis=347 alur=15 prodeo=tidak nikah_nomor=123/45/VI/2010 \
		nikah_tanggal=12-06-2010 "nikah_kua=KUA Sukamaju" \
		'pihak[1].kedudukan=p1' 'pihak[1].jenis_pihak=orang' 'pihak[1].nik=3175016505850003' \
		'pihak[1].nama=Nuraini binti Yusuf' 'pihak[1].kelamin=P' 'pihak[1].agama=Islam' \
		'pihak[1].pekerjaan=pedagang' 'pihak[1].pendidikan=SLTA' 'pihak[1].alamat=Jalan Melati 4' \
		'pihak[1].desa=99.01.01.2001' \
		'pihak[2].kedudukan=p2' 'pihak[2].jenis_pihak=orang' 'pihak[2].nama=Ahmad Fauzi bin Hasan' \
		'pihak[2].kelamin=L' 'pihak[2].agama=Islam' 'pihak[2].pekerjaan=buruh' 'pihak[2].pendidikan=SLTA' \
		'pihak[2].alamat=Jalan Mawar 9' 'pihak[2].desa=99.01.02.2001' 'pihak[2].ghaib=tidak' \
		'pihak[2].domisili_setuju=tidak'
	step sari gugatan surat_tanggal=+0 "posita=Bahwa Penggugat dan Tergugat menikah" \
		'berkas[1].jenis=gugatan' "berkas[1].berkas=$work/gugatan.pdf"
	step rina skum bank=simulasi
	paid() { db "SELECT count(*) FROM step s JOIN filing f ON f.seq = s.filing WHERE f.reg = '$filing' AND s.key = '$1' AND s.state = 'done'"; }
	await 1 paid bayar
	verify
	await 1 paid nomor
}
hearing() { # hearing ON
	step dewi panggilan "sidang_tanggal=$1" sidang_jam=09.00 "ruang=Ruang Sidang Utama" hakim_tunggal=tidak \
		"ketua_majelis=Drs. H. Abdullah" jurusita=umar
}
again() { # again CALL ON FIELD=VALUE…
	call=$1 on=$2
	shift 2
	done_by dewi panggilan.ulang "panggilan_ke=$call" "sidang_tanggal=$on" sidang_jam=09.00 \
		"ruang=Ruang Sidang Utama" jurusita=umar "$@"
}
summons() { db "SELECT $1 FROM summons WHERE number = $2 ORDER BY rowid DESC LIMIT 1"; }
relaas() { sipp "SELECT ket_temu || ' ' || tanggal_relaas || ' ' || status_pos FROM relaas WHERE pihak LIKE 'Ahmad%' ORDER BY id"; }
topped() { db "SELECT count(*) FROM payment WHERE amount = 200000"; }
pending() { db "SELECT count(*) FROM outbox WHERE state <> 'done'"; }
# What was booked of this case in a category.
booked() {
	db "SELECT ifnull(sum(l.amount), 0) FROM journal_line l JOIN journal_entry e ON e.number = l.entry
		JOIN filing f ON f.id = e.filing WHERE f.reg = '$filing' AND l.account = 'panjar' AND l.category = '$1'"
}
first=$(given %d-%m-%Y '+14 days') today=$(given %Y-%m-%d) next=$(given %d-%m-%Y '+22 days')

# ---- an outcome that was recorded wrongly ----
file
hearing "$first"
ok "nothing is mended before it is recorded" refused 'belum ada; catat hasilnya' umar panggilan.ralat panggilan_ke=2 hasil=S \
	tanggal=+0 resi=JX1 diterima=+0 alasan_ralat=keliru
step umar panggilan.hasil panggilan_ke=1 hasil=E tanggal=+0
step umar panggilan.hasil panggilan_ke=2 hasil=S tanggal=+0 resi=JX1 diterima=+0
ok "all is recorded" await 1 paid panggilan
ok "the calls are booked by category: post" test "$(booked pos)" = 60000
ok "  PNBP, for each party once" test "$(booked pnbp_panggilan)" = 20000
ok "  and the registration" test "$(booked pnbp_pendaftaran)" = 30000
ok "SIPP has the outcome" await "S $today 1" relaas
ok "recorded twice is refused, and says what to do" refused 'perbaiki dengan ralat' umar panggilan.hasil panggilan_ke=2 hasil=S_retur sebab=alamat diterima=+0 \
	tanggal=+0 resi=JX1
ok "a mending needs its reason" refused 'Alasan ralat' umar panggilan.ralat panggilan_ke=2 hasil=S_retur
ok "what changes nothing is refused" refused 'Tidak ada yang berubah' umar panggilan.ralat panggilan_ke=2 alasan_ralat=keliru
ok "who may not, may not" refused 'berwenang: jurusita' sari panggilan.ralat panggilan_ke=2 hasil=S_retur sebab=alamat alasan_ralat=keliru
ok "the outcome is mended" done_by umar panggilan.ralat panggilan_ke=2 hasil=S_retur sebab=alamat "alasan_ralat=resi terbaca salah"
ok "the call says so" test "$(summons "outcome || ' ' || mended || ' ' || worth" 2)" = "S_retur 1 belum_diterima"
ok "both stand in the history" test "$(db "SELECT count(*) FROM revision WHERE form = 'hasil.2'")" = 2
ok "  with the reason" test "$(db "SELECT count(*) FROM event WHERE text LIKE '%→ surat tercatat kembali (retur)%resi terbaca salah'")" = 1
loket filing history "$filing" --as budi >"$work/said" 2>&1
ok "SIPP has the mended one, and no second" await "S $today 2" relaas
ok "  and in words what it was" test "$(sipp "SELECT count(*) FROM relaas WHERE ket_hasil_relaas LIKE '%ralat: semula surat tercatat diterima%'")" = 1
ok "a receiver is mended" done_by umar panggilan.ralat panggilan_ke=2 hasil=T_serumah bertemu=Siti hubungan=istri \
	"alasan_ralat=penerima terlewat"
ok "SIPP has it" await "S $today 1" relaas
ok "what is not proven any more opens the step" done_by umar panggilan.ralat panggilan_ke=2 hasil=S_kirim "alasan_ralat=belum terbukti"
ok "  it waits for the bailiff" await 0 paid panggilan
ok "  SIPP has no day for it" await "S  " relaas
ok "its outcome is recorded as ever" done_by umar panggilan.hasil panggilan_ke=2 hasil=S_retur sebab=alamat tanggal=+0 resi=JX1 diterima=+0
ok "SIPP has one row of it" await "S $today 2" relaas
ok "all is recorded again" await 1 paid panggilan
ok "nothing is left to send" await 0 pending

# ---- the signed relaas comes later ----
document() { sipp "SELECT dokumen FROM relaas WHERE pihak LIKE 'Ahmad%'"; }
ok "the signed relaas is attached to a recorded call" done_by umar panggilan.berkas panggilan_ke=2 "berkas_relaas=$work/gugatan.pdf"
ok "SIPP has it" await gugatan.pdf document
ok "  in the row it had" await "S $today 2" relaas
ok "the filing shows it" sh -c "loket filing show '$filing' --as budi --table panggilan --format csv | grep -q '^2,.*,gugatan.pdf,'"
ok "the same once more is refused" refused 'sudah dilampirkan' umar panggilan.berkas panggilan_ke=2 "berkas_relaas=$work/gugatan.pdf"
ok "who may not, may not" refused 'berwenang' rina panggilan.berkas panggilan_ke=2 "berkas_relaas=$work/gugatan.pdf"

ok "what was mended is booked once" test "$(booked pos) $(booked pnbp_panggilan)" = "60000 20000"
ok "the page of the case shows the category" sh -c "loket journal show '$filing' --as rina --format csv | grep -q 'Panggilan Tergugat, surat tercatat.*pos.*60000'"

# ---- a further call ----
ok "a call that is proper is not repeated without a reason" refused 'patut; pilih tidak hadir' dewi panggilan.ulang panggilan_ke=1 \
	"sidang_tanggal=$next" sidang_jam=09.00 "ruang=Ruang Sidang Utama" jurusita=umar dasar=
ok "nobody is absent before the hearing" refused 'belum berlangsung' dewi panggilan.ulang panggilan_ke=1 dasar=tidak_hadir \
	"sidang_tanggal=$next" sidang_jam=09.00 "ruang=Ruang Sidang Utama" jurusita=umar
ok "another channel needs its reason" refused 'Alasan kanal' dewi panggilan.ulang panggilan_ke=2 kanal=jurusita \
	"sidang_tanggal=$next" sidang_jam=09.00 "ruang=Ruang Sidang Utama" jurusita=umar
ok "who was not reached is called again" again 2 "$next" "alamat=Jalan Kenanga 7"
ok "  its cost is said" test "$(db "SELECT count(*) FROM event WHERE act = 'ulang' AND text LIKE '%retur%biaya Rp60.000'")" = 1
ok "  by post, to the new address" test "$(summons "channel || ' ' || address || ' ' || follows || ' ' || base" 3)" = \
	"surat_tercatat Jalan Kenanga 7 2 retur"
ok "  the step waits" await 0 paid panggilan
ok "once only" refused 'sudah diulang dengan panggilan ke-3' dewi panggilan.ulang panggilan_ke=2 \
	"sidang_tanggal=$next" sidang_jam=09.00 "ruang=Ruang Sidang Utama" jurusita=umar
ok "not while it can still be proper" refused 'masih dapat patut' dewi panggilan.ulang panggilan_ke=3 \
	"sidang_tanggal=$next" sidang_jam=09.00 "ruang=Ruang Sidang Utama" jurusita=umar
step umar panggilan.hasil panggilan_ke=3 hasil=S tanggal=+0 resi=JX2 diterima=+0
ok "its outcome is proper" test "$(summons worth 3)" = patut
ok "  and the step ends" await 1 paid panggilan
ok "  the second call is booked too, without PNBP" test "$(booked pos) $(booked pnbp_panggilan)" = "120000 20000"
rest=$(db "SELECT -sum(l.amount) FROM journal_line l JOIN journal_entry e ON e.number = l.entry WHERE l.account = 'panjar'")
ok "most of the advance is asked for" done_by rina panjar.keluar komponen=pemeriksaan "jumlah=$((rest - 30000))" kategori=setempat instrumen=7 \
	penerima=Umar tanggal=+0 "dasar=penetapan sela majelis"
ok "  and spent with the panitera" done_by hasan panjar.setuju nomor=1 "jumlah=$((rest - 30000))"
ok "too little is left for a call: how much is lacking" refused 'Rp60.000, sisa panjar Rp30.000: kurang Rp30.000; tegur' dewi panggilan.ulang \
	panggilan_ke=3 dasar=sidang_lain "sidang_tanggal=$(given %d-%m-%Y '+23 days')" sidang_jam=09.00 "ruang=Ruang Sidang Utama" jurusita=umar
ok "more is asked for" done_by rina panjar.teguran nomor=W1/7 jumlah=200000
ok "  and paid" await 1 topped
later=$(printf %+d $((LOKET_CLOCK + 15 * 86400)))
third=$(given %d-%m-%Y '+28 days')
absent() {
	LOKET_CLOCK=$later again "$@"
}
ok "called electronically and absent" absent 1 "$third" dasar=tidak_hadir kanal=
ok "what is ordered is kept back" refused 'untuk panggilan yang sudah diperintahkan' rina panjar.keluar komponen=lain jumlah=200000 \
	kategori=proses instrumen=8 penerima=Umar tanggal=+0 "dasar=penetapan sela majelis"
ok "  the next call goes by post" test "$(summons "channel || ' ' || base" 4)" = "surat_tercatat tidak_hadir"
ok "the list of calls has it" sh -c "LOKET_CLOCK=$later loket relaas list --as umar --format csv | grep -q 'Nuraini.*surat_tercatat'"
ok "the journal is right" loket journal check --as dewi

# ---- a case that ends ----
ok "the case is withdrawn" done_by dewi panjar.akhir cara=cabut tanggal=+0 "alasan=dicabut Penggugat"
ok "its call leaves the list" sh -c "! loket relaas list --as umar --format csv | grep -q surat_tercatat.*Nuraini"
ok "  and the open ones" test "$(db "SELECT count(*) FROM summons WHERE outcome = '' AND dropped = 0")" = 0
ok "nothing is recorded of it" refused 'berakhir' umar panggilan.hasil panggilan_ke=4 hasil=S tanggal=+0 resi=J diterima=+0
ok "nobody is called any more" refused 'berakhir' dewi panggilan.ulang panggilan_ke=3 dasar=sidang_lain \
	"sidang_tanggal=$third" sidang_jam=09.00 "ruang=Ruang Sidang Utama" jurusita=umar
ok "the journal is right" loket journal check --as dewi
echo "1..$count"
