#!/bin/sh
# Situations of a registrar's desk, by kind, who files, who is sued and where they live: what is charged how often, what
# is warned of, which papers are asked. The filings are taken in as a file, their e-SKUM issued at the counter.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"

"$root/tests/home" people >/dev/null
cp "$root"/data/sample/*.pdf "$work/"
here=99.01.01.2001 away=32.73.01.1001 # a village of the court, and one of Bandung
n=0

# account KIND: steps 1 and 2
account() {
	kind_of=$1
	[ "$1" != tugas ] || kind_of=pemerintah
	printf '<akun><jenis>%s</jenis><identitas>ktp</identitas><nik>9901014203850%03d</nik><nama>Pendaftar %d</nama><alamat>Jalan Kamboja %d</alamat>' "$kind_of" "$n" "$n" "$n"
	case $1 in
	advokat) printf '<organisasi>peradi</organisasi><alamat_kantor>Jalan Niaga 5</alamat_kantor>' ;;
	badan_hukum | pemerintah | tugas) printf '<nama_badan>Badan %d</nama_badan>' "$n" ;;
	esac
	printf '<telepon>08120000%04d</telepon><domisili>email</domisili><email>p%d@example.id</email><bank>BSI</bank><rekening>7001234567</rekening><pemilik_rekening>Pendaftar %d</pemilik_rekening></akun>' "$n" "$n" "$n"
	letter='<nomor_kuasa>'$n'/SK/2026</nomor_kuasa><tanggal_kuasa>20-11-2026</tanggal_kuasa><berkas_kuasa>kartu.pdf</berkas_kuasa>'
	case $1 in
	advokat) printf '<pendaftar><kta>%d.1</kta><kta_mulai>01-01-2025</kta_mulai><kta_habis>31-12-2030</kta_habis><sumpah_nomor>-</sumpah_nomor><sumpah_tanggal>17-03-2014</sumpah_tanggal><sumpah_tempat>PT Contoh</sumpah_tempat><berkas_kta>kartu.pdf</berkas_kta><berkas_sumpah>kartu.pdf</berkas_sumpah>%s</pendaftar>' "$n" "$letter" ;;
	badan_hukum) printf '<pendaftar><akta_nomor>1</akta_nomor><akta_tanggal>01-02-2019</akta_tanggal><sk_nomor>2</sk_nomor><sk_tanggal>01-02-2019</sk_tanggal><berkas_pegawai>kartu.pdf</berkas_pegawai>%s</pendaftar>' "$letter" ;;
	pemerintah) printf '<pendaftar><wakil_dengan>kuasa</wakil_dengan>%s</pendaftar>' "$letter" ;;
	tugas) printf '<pendaftar><wakil_dengan>tugas</wakil_dengan><berkas_tugas>kartu.pdf</berkas_tugas></pendaftar>' ;;
	kuasa_insidentil) printf '<pendaftar><izin_nomor>1</izin_nomor><izin_tanggal>19-11-2026</izin_tanggal><berkas_izin>kartu.pdf</berkas_izin><berkas_hubungan>kartu.pdf</berkas_hubungan>%s</pendaftar>' "$letter" ;;
	*) printf '<pendaftar><berkas_identitas>kartu.pdf</berkas_identitas></pendaftar>' ;;
	esac
}
# party SIDE,SEX,VILLAGE[,FIELD=VALUE…]: a field in more than these
party() {
	IFS=, read -r side sex village more <<-ONE
		$1
	ONE
	p=$((p + 1))
	printf '<pihak><kedudukan>%s</kedudukan>' "$side"
	case $more in
	*jenis_pihak=*) printf '<wakil>Direktur %d</wakil><wakil_jabatan>direktur</wakil_jabatan>' "$p" ;;
	*) printf '<jenis_pihak>orang</jenis_pihak><tempat_lahir>Contoh</tempat_lahir><lahir>02-03-19%02d</lahir><kelamin>%s</kelamin><agama>Islam</agama><pekerjaan>pedagang</pekerjaan><pendidikan>SLTA</pendidikan>' "$((60 + p))" "$sex" ;;
	esac
	printf '<nama>Orang %d-%d</nama><alamat>Jalan Teratai %d</alamat>' "$n" "$p" "$p"
	[ -z "$village" ] || printf '<desa>%s</desa>' "$village"
	printf '%s' "$more" | tr ',' '\n' | while IFS='=' read -r field value || [ -n "$field" ]; do printf '<%s>%s</%s>' "$field" "$value" "$field"; done
	printf '</pihak>'
}
# situation WHAT CHARGED WARNED WHO KIND ALUR FIELDS PARTY…: FIELDS and rows beside the parties as they stand in the file.
# CHARGED: how often a call to each party, a delivery, PNBP of a first call, of a notice, of a letter of attorney.
situation() {
	n=$((n + 1)) p=0
	printf '%s|%s|%s\n' "$1" "$2" "$3" >>"$work/right"
	shift 3
	{
		printf '<filing>'
		account "$1"
		printf '<pihak><perkara_jenis>%s</perkara_jenis><alur>%s</alur><prodeo>tidak</prodeo>%s' "$2" "$3" "$4"
		shift 4
		for one; do party "$one"; done
		printf '</pihak><gugatan><surat_tanggal>+0</surat_tanggal><posita>Bahwa.</posita><petitum>Mengabulkan.</petitum><berkas><jenis>gugatan</jenis><berkas>gugatan.pdf</berkas></berkas></gugatan></filing>\n'
	} >>"$work/all.xml"
}
# proxy KIND LETTER FOR [NAME]: a representative's row; without a name it is the registrant's of the next situation
proxy() {
	case $1 in advokat) more="<kta>$((n + 1)).${4:+2}1</kta>" ;; insidentil) more='<izin_nomor>1</izin_nomor><izin_tanggal>19-11-2026</izin_tanggal>' ;; *) more= ;; esac
	printf '<kuasa><jenis_kuasa>%s</jenis_kuasa><nama>%s</nama>%s<nomor_kuasa>%s</nomor_kuasa><tanggal_kuasa>20-11-2026</tanggal_kuasa><mewakili>%s</mewakili></kuasa>' "$1" "${4:-Pendaftar $((n + 1))}" "$more" "$2" "$3"
}
marriage='<nikah_nomor>12/3/IV/2011</nikah_nomor><nikah_tanggal>17-04-2011</nikah_tanggal><nikah_kua>KUA</nikah_kua>'
former='<akta_cerai>1/AC/2020</akta_cerai>'
isbat='<isbat_tanggal>14-02-1990</isbat_tanggal><isbat_tempat>Karangan</isbat_tempat><isbat_wali>Said</isbat_wali>'
dead='<pewaris_nama>Ali</pewaris_nama><pewaris_meninggal>31-12-2020</pewaris_meninggal>'
akad='<akad_jenis>murabahah</akad_jenis><akad_nomor>1</akad_nomor><nilai>100000000</nilai>'
young='<mempelai><nama>Lina</nama><lahir>02-01-2009</lahir><kelamin>P</kelamin></mempelai>'
old='<mempelai><nama>Lina</nama><lahir>02-01-2001</lahir><kelamin>P</kelamin></mempelai>'
child='<anak><nama>Ani</nama><lahir>02-03-2015</lahir><kelamin>P</kelamin></anak>'
printf '<?xml version="1.0"?><filings xmlns="urn:loket:filing:1">\n' >"$work/all.xml"
w="p1,P,$here,email=w@example.id" h="p2,L,$here"

# Divorce.
situation "cerai gugat" "2 5 · 1 1 · 2 · 2 · 0" "" perorangan 347 15 "$marriage" "$w" "$h"
situation "cerai talak" "3 6 · 1 1 · 2 · 2 · 0" "" perorangan 346 15 "$marriage" "p1,L,$here,email=s@example.id" "p2,P,$here"
situation "cerai gugat, sides changed" "2 5 · 1 1 · 2 · 2 · 0" "diajukan istri" perorangan 347 15 "$marriage" "p1,L,$here,email=s@example.id" "p2,P,$here"
situation "cerai gugat, husband ghaib" "2 2 · 1 1 · 2 · 2 · 0" "" perorangan 347 15 "$marriage" "$w" "$h,ghaib=ya"
situation "cerai gugat, husband abroad" "2 2 · 1 1 · 2 · 2 · 0" "Taiwan" perorangan 347 15 "$marriage" "$w" "p2,L,,kanal=luar_negeri,negara=Taiwan,warga_negara=Indonesia,alasan_kanal=TKI"
situation "cerai gugat, husband elsewhere" "2 5 · 1 1 · 2 · 2 · 0" "" perorangan 347 15 "$marriage" "$w" "p2,L,$away"
situation "cerai gugat, wife elsewhere" "2 5 · 1 1 · 2 · 2 · 0" "kediaman istri" perorangan 347 15 "$marriage" "p1,P,$away,email=w@example.id" "$h"
situation "cerai gugat, by an advocate with his row" "2 5 · 1 1 · 2 · 2 · 1" "" advokat 347 15 "$marriage$(proxy advokat 8/SK/2026 1)" "$w" "$h"
situation "cerai gugat, by an advocate without it" "2 5 · 1 1 · 2 · 2 · 1" "belum ada barisnya" advokat 347 15 "$marriage" "$w" "$h"
situation "cerai gugat, an advocate and a colleague by one letter" "2 5 · 1 1 · 2 · 2 · 1" "" advokat 347 15 "$marriage$(proxy advokat 9/SK/2026 1)$(proxy advokat 9/SK/2026 1 Rekan)" "$w" "$h"
situation "cerai gugat, each side by an advocate" "2 5 · 1 1 · 2 · 2 · 2" "" advokat 347 15 "$marriage$(proxy advokat 8/SK/2026 1)$(proxy advokat 9/SK/2026 2 Lawan)" "$w" "$h"
situation "cerai gugat, the registrant by one letter, a colleague by another" "2 5 · 1 1 · 2 · 2 · 2" "" advokat 347 15 "$marriage$(proxy advokat 9/SK/2026 1 Rekan)" "$w" "$h"
situation "cerai gugat, by a relative without his row" "2 5 · 1 1 · 2 · 2 · 1" "belum ada barisnya" kuasa_insidentil 347 15 "$marriage" "$w" "$h"
situation "cerai gugat, by a relative with it" "2 5 · 1 1 · 2 · 2 · 1" "" kuasa_insidentil 347 15 "$marriage$(proxy insidentil 8/SK/2026 1)" "$w" "$h"
situation "cerai gugat, who is sued agreed to be called electronically" "2 5 · 1 1 · 2 · 2 · 0" "" perorangan 347 15 "$marriage" "$w" "$h,email=h@example.id,domisili_setuju=ya"
situation "cerai gugat, not by e-Court" "2 3 · 1 1 · 2 · 2 · 0" "" perorangan 347 15 "$marriage<lewat>manual</lewat>" "$w" "$h"
situation "cerai gugat, of a civil servant" "2 5 · 1 1 · 2 · 2 · 0" "izin atau keterangan atasan" perorangan 347 15 "$marriage" "$w" "$h,pekerjaan=PNS"

# Property, children, wali; one against several.
situation "harta bersama" "2 5 · 1 1 · 2 · 2 · 0" "" perorangan 348 15 "$former" "$w" "$h"
situation "harta bersama, the defendant elsewhere" "2 5 · 1 1 · 2 · 2 · 0" "kediaman tergugat" perorangan 348 15 "$former" "$w" "p2,L,$away"
situation "harta bersama, with one drawn in" "2 5 5 · 1 1 1 · 3 · 3 · 0" "" perorangan 348 15 "$former" "$w" "$h" "p4,L,$here"
situation "harta bersama as a small claim" "2 3 · 1 1 · 2 · 2 · 0" "" perorangan 348 17 "$former<nilai>1000000</nilai>" "$w" "$h"
situation "custody" "2 5 · 1 1 · 2 · 2 · 0" "" perorangan 349 15 "$former$child" "$w" "$h"
situation "custody of nobody named" "2 5 · 1 1 · 2 · 2 · 0" "anak yang disebut" perorangan 349 15 "$former" "$w" "$h"
situation "inheritance, five heirs on each side" "2 2 2 5 5 5 · 1 1 1 1 1 1 · 6 · 6 · 0" "" perorangan 364 15 "$dead" "$w" "p1,L,$here,email=b@example.id" "p1,P,$here,email=c@example.id" "$h" "p2,P,$here" "p2,L,$here"
situation "inheritance, plaintiffs by one advocate" "2 5 · 1 1 · 3 · 3 · 1" "" advokat 364 15 "$dead$(proxy advokat 8/SK/2026 '1 2')" "$w" "p1,L,$here,email=b@example.id" "$h"
situation "inheritance, a defendant ghaib" "2 1 · 1 1 · 2 · 2 · 0" "" perorangan 364 15 "$dead" "$w" "$h,ghaib=ya"
situation "inheritance, a child as plaintiff, nobody for it" "2 5 · 1 1 · 2 · 2 · 0" "belum 18 tahun" perorangan 364 15 "$dead" "p1,P,$here,email=w@example.id,lahir=02-03-2014" "$h"
situation "waris, none of them Muslim" "2 5 · 1 1 · 2 · 2 · 0" "beragama Islam" perorangan 364 15 "$dead" "p1,P,$here,email=w@example.id,agama=Katolik" "p2,L,$here,agama=Hindu"
situation "poligami" "2 5 · 1 1 · 2 · 2 · 0" "" perorangan 341 15 "$marriage<poligami_alasan>x</poligami_alasan><calon_istri>Ani</calon_istri>" "p1,L,$here,email=s@example.id" "p2,P,$here"
situation "poligami with nobody named" "2 5 · 1 1 · 2 · 2 · 0" "akan dinikahi" perorangan 341 15 "$marriage<poligami_alasan>x</poligami_alasan>" "p1,L,$here,email=s@example.id" "p2,P,$here"
situation "pembatalan nikah, without mediation" "2 3 · 1 1 · 2 · 2 · 0" "" perorangan 344 15 "$marriage" "$w" "$h"

# Sharia economy: a bank files, or is sued.
bank="p1,,$here,jenis_pihak=badan,akta_nomor=12,email=bank@example.id" firm="p2,,$here,jenis_pihak=badan,akta_nomor=13"
situation "ekonomi syariah, by a body through its employee" "2 5 · 1 1 · 2 · 2 · 1" "" badan_hukum 370 15 "$akad$(proxy pegawai 8/SK/2026 1)" "$bank" "$firm"
situation "ekonomi syariah, by a body without his row" "2 5 · 1 1 · 2 · 2 · 1" "belum ada barisnya" badan_hukum 370 15 "$akad" "$bank" "$firm"
situation "ekonomi syariah, a body without its deed" "2 5 · 1 1 · 2 · 2 · 1" "tanpa akta" badan_hukum 370 15 "$akad$(proxy pegawai 8/SK/2026 1)" "p1,,$here,jenis_pihak=badan,email=bank@example.id" "$firm"
situation "ekonomi syariah as a small claim" "2 3 · 1 1 · 2 · 2 · 1" "" badan_hukum 370 17 "$akad$(proxy pegawai 8/SK/2026 1)" "$bank" "$h"
situation "  against somebody elsewhere" "2 3 · 1 1 · 2 · 2 · 1" "PERMA 4/2019 pasal 4 ayat" badan_hukum 370 17 "$akad$(proxy pegawai 8/SK/2026 1)" "$bank" "p2,L,$away"
situation "ekonomi syariah, by an office through its attorney" "2 5 · 1 1 · 2 · 2 · 1" "" pemerintah 370 15 "$akad$(proxy pegawai 8/SK/2026 1)" "p1,,$here,jenis_pihak=pemerintah,email=kejaksaan@example.id" "$firm"
situation "  without his row" "2 5 · 1 1 · 2 · 2 · 1" "belum ada barisnya" pemerintah 370 15 "$akad" "p1,,$here,jenis_pihak=pemerintah,email=kejaksaan@example.id" "$firm"
situation "  sent with a letter of assignment" "2 5 · 1 1 · 2 · 2 · 0" "" tugas 370 15 "$akad" "p1,,$here,jenis_pihak=pemerintah,email=kejaksaan@example.id" "$firm"
situation "ekonomi syariah, neither is a Muslim" "2 5 · 1 1 · 2 · 2 · 0" "" perorangan 370 15 "$akad" "p1,P,$here,email=w@example.id,agama=Katolik" "p2,L,$here,agama=Hindu"

# Petitions: nobody is sued, and nobody is told of a decision given in presence.
situation "dispensasi of a girl of 17" "2 · – · 1 · 0 · 0" "" perorangan 362 16 "$young" "p1,L,$here,email=s@example.id"
situation "dispensasi with nobody under 19" "2 · – · 1 · 0 · 0" "belum 19 tahun" perorangan 362 16 "$old" "p1,L,$here,email=s@example.id"
situation "dispensasi, the parents elsewhere" "2 · – · 1 · 0 · 0" "kediaman pemohon" perorangan 362 16 "$young" "p1,L,$away,email=s@example.id"
situation "dispensasi, both parents" "2 2 · – · 2 · 0 · 0" "" perorangan 362 16 "$young" "p1,L,$here,email=s@example.id" "p1,P,$here,email=b@example.id"
situation "isbat, both petition" "2 2 · – · 2 · 0 · 0" "" perorangan 360 16 "$isbat" "p1,L,$here,email=s@example.id" "p1,P,$here,email=b@example.id"
situation "isbat against the other" "2 3 · 1 1 · 2 · 2 · 0" "" perorangan 360 15 "$isbat" "p1,P,$here,email=w@example.id" "$h"
situation "ahli waris" "2 · – · 1 · 0 · 0" "" perorangan 371 16 "$dead" "p1,P,$here,email=w@example.id"
situation "ahli waris, by an advocate" "2 · – · 1 · 0 · 1" "" advokat 371 16 "$dead$(proxy advokat 8/SK/2026 1)" "p1,P,$here,email=w@example.id"
situation "wali adhal by the bride" "2 · – · 1 · 0 · 0" "" perorangan 363 16 "<adhal_wali>Umar</adhal_wali>$old" "p1,P,$here,email=w@example.id"
situation "wali adhal by a man" "2 · – · 1 · 0 · 0" "mempelai perempuan" perorangan 363 16 "<adhal_wali>Umar</adhal_wali>$old" "p1,L,$here,email=w@example.id"
situation "perwalian" "2 · – · 1 · 0 · 0" "" perorangan 354 16 "$child" "p1,P,$here,email=w@example.id"
situation "perwalian of nobody named" "2 · – · 1 · 0 · 0" "anak yang disebut" perorangan 354 16 "" "p1,P,$here,email=w@example.id"
echo '</filings>' >>"$work/all.xml"
ends 0 "all are taken in" loket filing import "$work/all.xml" --as sari
cp "$work/said" "$work/imported"
line=1
for reg in $(sql "select reg from filing order by seq"); do
	line=$((line + 1))
	IFS='|' read -r what charged warned <<-RIGHT
		$(sed -n "$((line - 1))p" "$work/right")
	RIGHT
	loket step skum --filing "$reg" --as sari >"$work/said" 2>&1 || cat "$work/said"
	is "$what: charged" "$charged" "$(sql "WITH l AS (SELECT l.* FROM skum_line l JOIN filing f ON f.id = l.filing WHERE f.reg = '$reg')
		SELECT (SELECT group_concat(times, ' ') FROM l WHERE component = 'panggilan') || ' · ' ||
			ifnull((SELECT group_concat(times, ' ') FROM l WHERE component = 'pbt'), '–') || ' · ' ||
			ifnull((SELECT times FROM l WHERE component = 'pnbp_panggilan'), 0) || ' · ' ||
			ifnull((SELECT times FROM l WHERE component = 'pnbp_pbt'), 0) || ' · ' ||
			ifnull((SELECT times FROM l WHERE component = 'pnbp_kuasa'), 0)")"
	said=$(grep "all.xml:$line: peringatan" "$work/imported" | grep -v 'peringatan: berkas:')
	case $warned in
	'') is "$what: not warned of" "" "$said" ;;
	*) is "$what: warned of" "$warned" "$(printf '%s\n' "$said" | grep -oE -m1 -- "$warned" | head -1)" ;;
	esac
done
# A letter of attorney among the documents of a person who files for himself, and nobody acts by it; then somebody does.
printf '<?xml version="1.0"?><filings xmlns="urn:loket:filing:1">\n' >"$work/all.xml"
situation "" "" "" perorangan 347 15 "$marriage" "$w" "$h"
echo '</filings>' >>"$work/all.xml"
ends 0 "a person files for himself" loket filing import "$work/all.xml" --as sari
reg=$(sql "select reg from filing order by seq desc limit 1")
printf '%%PDF-1.4\n%%%%EOF\n' >"$work/kuasa.pdf"
ends 0 "a letter of attorney is handed in" loket step gugatan --filing "$reg" --as sari 'berkas[2].jenis=kuasa' "berkas[2].berkas=$work/kuasa.pdf"
says "  and nobody acts by it" 'belum ada baris kuasa'
warned="select count(*) from warning w join sentence t on t.number = w.sentence where w.filing = (select seq from filing where reg = '$reg') and t.text like '%belum ada baris kuasa%'"
is "  which is kept" 1 "$(sql "$warned")"
ends 0 "an advocate is named" loket step pihak --filing "$reg" --as sari 'kuasa[1].nama=Fitri' 'kuasa[1].kta=1' 'kuasa[1].nomor_kuasa=-' 'kuasa[1].tanggal_kuasa=20-11-2026' 'kuasa[1].mewakili=1'
is "  nothing is warned of any more" 0 "$(sql "$warned")"
ends 0 "the e-SKUM is issued" loket step skum --filing "$reg" --as sari
is "  with its fee" 1 "$(sql "select times from skum_line where filing = (select id from filing where reg = '$reg') and component = 'pnbp_kuasa'")"
echo "1..$count"
