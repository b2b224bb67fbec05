#!/bin/sh
# The desk and `loket step` propose the same at every step: both are told the same few things of one case, of several
# kinds, the one by keys (tests/walk), the other by FIELD=VALUE; what is kept then is the same to the letter.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
driver=$LOKET_BUILD/tests/walk/driver
for name in surat gugatan kta bas kuasa; do printf '%%PDF-1.4\n%s\n%%%%EOF\n' $name >"$work/$name.pdf"; done

# What a step shows first.
head_of() {
	case $1 in akun) echo 'Jenis pengguna' ;; pendaftar) echo 'Nama pendaftar' ;; pihak) echo 'Jenis perkara' ;;
	gugatan) echo 'Gugatan atau permohonan' ;; skum) echo 'Panjar biaya perkara' ;; verifikasi) echo Pemeriksaan ;;
	panggilan) echo 'Tanggal sidang' ;; panggilan.hasil) echo Hasil ;; esac
}
# What both faces leave behind in the home $1, but for the numbers that are drawn by lot.
kept() {
	sqlite3 -readonly "$1/loket.db" "
		SELECT f.step, f.body FROM fill f ORDER BY 1, 2;
		SELECT 'skum', l.* FROM skum_line l; SELECT 'va', bank, amount, state FROM va;
		SELECT 'party', row, side, label, name, phone, email, village FROM party ORDER BY filing, row;
		SELECT 'warning', step, field, sentence, word1, word2, word3 FROM warning ORDER BY filing, 2, place;
		SELECT 'summons', name, label, channel, bailiff, hearing, deadline, address, outcome FROM summons ORDER BY 2;
		SELECT 'step', key, state, waits_for FROM step ORDER BY filing, key" |
		sed -E 's/PA\.Cth-[0-9]{8}-[0-9A-Z]{3}/REG/g; s/01[0-9A-Z]{24}/ID/g'
}
# by_desk, by_command: the lines of $work/case: STEP, then LABEL|PATH|VALUE; + is
# another row, > the list that follows, ! keys of the desk alone, - a value of the command alone
by_desk() {
	{
		# shellcheck disable=SC2016 # the walk's own
		printf 'run "rm -rf $LOKET_HOME; cp -a %s $LOKET_HOME"\nas %s\n' "$work/begun" "$who"
		printf '%s\n' "$opens"
		first=yes
		while IFS='|' read -r label path value; do
			case $label in
			'' | '#'*) ;;
			'+') printf 'press F6\n' ;;
			'>') printf 'press F8\n' ;;
			'!') printf '%s\n' "$path" ;;
			'-') ;;
			*)
				if [ -z "$path" ]; then
					[ "$first" = yes ] || printf 'press F10\n'
					first=no
					printf 'see "%s"\n' "$(head_of "$label")"
				else
					printf 'fill "%s" "%s"\n' "$label" "$value"
				fi
				;;
			esac
		done <"$work/case"
		# shellcheck disable=SC2016
		printf 'press F10\n%s\nrun "cp -a $LOKET_HOME %s"\n' "$closes" "$work/desk"
	} >"$work/case.walk"
	rm -rf "$work/desk"
	ends 0 "$of: at the desk" "$driver" -b "$LOKET_BUILD" -s 80x24 -t linux "$work/case.walk"
}
by_command() {
	rm -rf "$LOKET_HOME"
	cp -a "$work/begun" "$LOKET_HOME"
	step=''
	while IFS='|' read -r label path value; do
		case $label in
		'' | '#'* | '+' | '>' | '!') ;;
		*)
			if [ -z "$path" ]; then
				[ -z "$step" ] || one_step "$@"
				step=$label
				set --
			else
				set -- "$@" "$path=$value"
			fi
			;;
		esac
	done <"$work/case"
	one_step "$@"
}
one_step() {
	ends 0 "$of: loket step $step" loket step "$step" --as "$who" ${reg:+--filing "$reg"} "$@"
	[ -n "$reg" ] || reg=$(sql 'select reg from filing order by seq desc limit 1')
}
same() { # same WHAT: both, with the case on standard input
	of=$1
	cat >"$work/case"
	by_desk
	by_command
	kept "$LOKET_HOME" >"$work/said.command"
	kept "$work/desk" >"$work/said.desk"
	is "$of: what is kept is the same" "" "$(diff "$work/said.desk" "$work/said.command")"
}

"$root/tests/home" people >/dev/null
cp -a "$LOKET_HOME" "$work/begun"
who=sari opens='press F6' closes='see "Menunggu nomor VA"'
person='NIK|nik|3175016505850003
Nama lengkap|nama|Nuraini binti Yusuf
Alamat|alamat|Jalan Melati 4
Telepon|telepon|081234567890
E-mail|email|nuraini@example.id
Bank|bank|Bank Syariah Indonesia
Rekening|rekening|7001234567'
opponent='+
NIK|pihak[2].nik|3175012505830004
Nama|pihak[2].nama|Ahmad Fauzi bin Hasan
Pekerjaan|pihak[2].pekerjaan|Pedagang
Pendidikan|pihak[2].pendidikan|SLTA
Alamat|pihak[2].alamat|Jalan Mawar 9
Desa|pihak[2].desa|99.01.02.2001'
claim="gugatan
Posita|posita|Bahwa para pihak menikah.
Petitum|petitum|Mengabulkan.
Berkas|berkas[1].berkas|$work/gugatan.pdf
skum"
poor_claim="${claim%skum}+
Jenis berkas|berkas[2].jenis|tidak mampu
Berkas|berkas[2].berkas|$work/surat.pdf
+
Jenis berkas|berkas[3].jenis|pembebasan
Berkas|berkas[3].berkas|$work/surat.pdf
skum"

reg='' same "cerai gugat" <<-CASE
	akun
	$person
	pendaftar
	pihak
	Jenis perkara|perkara_jenis|cerai gugat
	Nomor akta nikah|nikah_nomor|123/45/VI/2010
	menikah|nikah_tanggal|12062010
	KUA|nikah_kua|KUA Sukamaju
	Pekerjaan|pihak[1].pekerjaan|Pedagang
	Pendidikan|pihak[1].pendidikan|SLTA
	Desa|pihak[1].desa|99.01.01.2001
	$opponent
	$claim
CASE
closes='sql "select total from skum" is "0"'
reg='' same "isbat, without fees" <<-CASE
	akun
	$person
	pendaftar
	pihak
	Jenis perkara|perkara_jenis|isbat
	Prodeo|prodeo|ya
	Dasar|prodeo_dasar|SKTM 12/2026
	Tanggal nikah|isbat_tanggal|14 feb 1880
	di|isbat_tempat|Karangan
	Wali nikah|isbat_wali|Said bin Ali
	Pekerjaan|pihak[1].pekerjaan|Petani
	Pendidikan|pihak[1].pendidikan|SD
	Desa|pihak[1].desa|99.01.01.2001
	$opponent
	$poor_claim
CASE
closes='see "Menunggu nomor VA"'
reg='' same "dispensasi, of a daughter" <<-CASE
	akun
	$person
	pendaftar
	pihak
	Jenis perkara|perkara_jenis|dispensasi
	Pekerjaan|pihak[1].pekerjaan|Petani
	Pendidikan|pihak[1].pendidikan|SLTP
	Desa|pihak[1].desa|99.01.01.2002
	>
	Calon|mempelai[1].nama|Lina binti Rahmat
	NIK|mempelai[1].nik|3175014506100003
	$claim
CASE
reg='' same "ahli waris, of one who died in 1899" <<-CASE
	akun
	$person
	pendaftar
	pihak
	Jenis perkara|perkara_jenis|p3hp
	Pewaris|pewaris_nama|Ali bin Umar
	Meninggal|pewaris_meninggal|31-12-1899
	Pekerjaan|pihak[1].pekerjaan|Pensiunan
	Pendidikan|pihak[1].pendidikan|SLTA
	Hubungan|pihak[1].hubungan|Anak perempuan
	Desa|pihak[1].desa|99.01.01.2001
	$claim
CASE
reg='' same "an advocate, of a wife" <<-CASE
	akun
	Jenis pengguna|jenis|Advokat
	NIK|nik|3175010505800003
	Nama lengkap|nama|Sulaiman, S.H.
	Alamat|alamat|Jalan Mawar 1
	Organisasi|organisasi|Peradi
	Alamat kantor|alamat_kantor|Jalan Kantor 5
	Telepon|telepon|+62 812-3456-7890
	E-mail|email|advokat@example.id
	Bank|bank|Bank Syariah Indonesia
	Rekening|rekening|7001234567
	pendaftar
	Nomor KTA|kta|18.00123
	KTA berlaku|kta_mulai|01012024
	sampai|kta_habis|31122030
	Nomor BA sumpah|sumpah_nomor|-
	Tanggal sumpah|sumpah_tanggal|05052010
	di|sumpah_tempat|Jakarta
	Pindaian KTA|berkas_kta|$work/kta.pdf
	Pindaian BAS|berkas_sumpah|$work/bas.pdf
	Nomor kuasa|nomor_kuasa|12/SK/2026
	tanggal|tanggal_kuasa|1 nov
	Surat kuasa|berkas_kuasa|$work/kuasa.pdf
	pihak
	Jenis perkara|perkara_jenis|cerai gugat
	Nomor akta nikah|nikah_nomor|123/45/VI/2010
	menikah|nikah_tanggal|12062010
	KUA|nikah_kua|KUA Sukamaju
	NIK|pihak[1].nik|3175016505850003
	Nama|pihak[1].nama|Nur’aini binti Yusuf
	Pekerjaan|pihak[1].pekerjaan|Pedagang
	Pendidikan|pihak[1].pendidikan|SLTA
	Alamat|pihak[1].alamat|Jalan Melati 4
	Desa|pihak[1].desa|99.01.01.2001
	$opponent
	$claim
CASE

# ---- steps 7 and 9, of filings that stand there ----
found() { # found REG: keys that open it
	printf 'type "/"\ntype "%s"\nsee "1 ditemukan"\npress Enter\n' "$1"
}
# shellcheck source=tests/cmd/summonses
. "$root/tests/cmd/summonses"
rm -rf "$LOKET_HOME" "$work/begun"
"$root/tests/home" filings >/dev/null
for reg in $(sql "select reg from filing where stage = 5"); do
	loket step skum --filing "$reg" --as sari >"$work/said" 2>&1 || cat "$work/said"
done
sqlite3 "$LOKET_HOME/loket.db" "UPDATE va SET state = 'paid', number = '8808' || customer_no"
numbered
cp -a "$LOKET_HOME" "$work/begun"
sqlite3 "$LOKET_HOME/loket.db" "DELETE FROM case_number; DELETE FROM step WHERE key IN ('nomor', 'panggilan');
	UPDATE step SET state = 'open', done = NULL WHERE key = 'verifikasi';
	UPDATE filing SET registered = NULL, stage = 7, stage_state = 'open'"
mv "$work/begun" "$work/numbered"
cp -a "$LOKET_HOME" "$work/begun"
refused() { # refused FIELD [GIVEN]: the items of which step 7 wants that field
	loket step verifikasi --as budi --filing "$reg" putusan=ya ${2:+"$2"} 2>&1 |
		sed -n "s/.*periksa\[\([0-9]*\)\]\.$1:.*/\1/p"
}
answers() { # "ya" to each item; what speaks against the evidence (another sum was paid, no file) gets its reason
	against=" $(refused catatan 'periksa[*].hasil=ya' | tr '\n' ' ')"
	for item in $checks; do
		echo '!|press Y'
		case $against in *" $item "*)
			printf '!|see "Melawan bukti"\n!|type "Diperiksa di loket"\n!|press Enter\n'
			echo "-|periksa[$item].catatan|Diperiksa di loket"
			;;
		esac
	done
}
who=budi closes='see "Menunggu SIPP"'
for reg in $(sql "select reg from filing where title in ('Nur' || char(8217) || 'aini binti Yusuf', 'Rahmat bin Saleh')"); do
	opens=$(found "$reg")
	checks=$(refused hasil)
	# shellcheck disable=SC2086 # a word for each item
	same "verification of $reg, $(set -- $checks && echo $#) items" <<-CASE
		verifikasi
		$(answers)
		-|periksa[*].hasil|ya
		-|putusan|ya
	CASE
done
rm -rf "$work/begun" "$LOKET_HOME"
mv "$work/numbered" "$work/begun"
cp -a "$work/begun" "$LOKET_HOME"
for reg in $(sql "select reg from filing where title in ('Nur' || char(8217) || 'aini binti Yusuf', 'Rahmat bin Saleh')"); do
	day=$(loket summons days "$reg" --as budi --format csv | sed -n '2s/,.*//p')
	who=dewi closes='sql "select count(*) from summons" is "2"' opens=$(found "$reg")
	same "the first hearing of $reg" <<-CASE
		panggilan
		Tanggal sidang|sidang_tanggal|$day
		Ruang sidang|ruang|Ruang Sidang Utama
		Ketua/Hakim|ketua_majelis|Drs. H. Abdullah
	CASE
done

# What became of a call: the bailiff opens the first row of his list.
rm -rf "$work/begun"
cp -a "$LOKET_HOME" "$work/begun"
n=$(sql "select number from summons where filing = (select id from filing where reg = '$reg') order by deadline limit 1")
who=umar closes='sql "select count(*) from summons where outcome <> '"''"'" is "1"' opens='see "Hari ini"
type "1."'
same "what became of the letter" <<-CASE
	panggilan.hasil
	-|panggilan_ke|$n
	Hasil|hasil|surat tercatat diterima
	Bertemu dengan|bertemu|Karta
	Sebagai|hubungan|ketua RT
	Nomor resi|resi|JX1
	Diterima|diterima|hari ini
CASE
echo "1..$count"
