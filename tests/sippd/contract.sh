#!/bin/sh
# The contract as loket-sippd serves it over a real MariaDB: what is read, what is written, what is refused and how
# that is said. Speaks TAP.
# shellcheck disable=SC1112,SC2119 # names as people write them; words of ours are not those of the script
# shellcheck source=tests/sippd/common
. "$(dirname "$0")/common"
make_database
setup
ok 'the rights it asks for are granted' grant
ok '  and are enough' "$sippd" check --config "$work/sippd.xml"
ok '  for no table it does not name' sh -c "! grep -q sys_users '$work/grants.sql'"
ok '  and never whole tables' sh -c "! grep -vE '^GRANT [A-Z]+ \(.*\) ON .sipp.\..[a-z_0-9]+. TO .loket.@.localhost.;( -- optional)?$' '$work/grants.sql'"
ok '  also for a case, which is taken back' "$sippd" trial --config "$work/sippd.xml"
ok '  whole' sql_is 'SELECT (SELECT count(*) FROM perkara), (SELECT count(*) FROM pihak), (SELECT count(*) FROM perkara_efiling)' '0	0	0'
sql 'ALTER TABLE perkara ADD wajib INT NOT NULL AFTER jenis_acara'
ok '  a column that must be filled is found' sh -c "! '$sippd' trial --config '$work/sippd.xml' 2>'$work/trial' && grep -q wajib '$work/trial'"
sql 'ALTER TABLE perkara DROP wajib'
start_sippd

get kesehatan
ok 'health' valid kesehatan
ok '  with the mapping version' element_is versi 3.2.0-4
ok '  and that it writes' element_is menulis Y
fetch kesehatan
ok 'without a token: 401' status_is 401
ok '  as kesalahan' valid kesalahan
fetch kesehatan -H 'Authorization: Bearer token-untuk-pengujiaN'
ok 'with another token: 401' status_is 401
get tidak-ada
ok 'an address that is not served: 404' status_is 404
get daftar
ok 'GET where POST is served: 405' status_is 405
get pengadilan
ok 'the court' valid pengadilan
ok '  without markup' element_is AlamatPN 'Jalan Contoh No. 1'
ok '  and nothing else of sys_config' sh -c "! grep -q rahasia '$work/answer'"

# ---- registering ----
post daftar "$(filing PACTH-A 15 347 'Siti Nur’aini' 3201010101800001)"
ok 'a case is registered' valid perkara
ok '  with the first number of its alur and year' element_is nomor_perkara "1/Pdt.G/$year/PA.Cth"
id=$(element perkara_id)
post daftar "$(filing PACTH-A 15 347 'Siti Nur’aini' 3201010101800001)"
ok 'the same register number: the same case' element_is perkara_id "$id"
ok '  one row' sql_is 'SELECT count(*) FROM perkara' 1
post daftar "$(filing PACTH-A 16 360 'Siti Nur’aini' 3201010101800001)"
ok 'the same register number with another content: 409' status_is 409
ok '  as kesalahan' valid kesalahan
post daftar "$(filing PACTH-A 15 347 'Orang Lain' 3201010101800001)"
ok 'the same register number for other people: 409' status_is 409
post daftar "$(filing PACTH-B 16 360 'Budi' 3201010101800002)"
ok 'another alur has its own counter' element_is nomor_perkara "1/Pdt.P/$year/PA.Cth"
sql "INSERT INTO perkara (alur_perkara_id, tanggal_pendaftaran, nomor_urut_perkara, nomor_perkara) VALUES (15, '$today', 7, '7/Pdt.G/$year/PA.Cth')"
post daftar "$(filing PACTH-C 15 347 'Ani' 3201010101800003)"
ok 'the next number comes after the one a user of SIPP gave' element_is nomor_perkara "8/Pdt.G/$year/PA.Cth"
ok 'both parties are persons' sql_is "SELECT group_concat(nama ORDER BY id) FROM pihak" 'Siti Nur’aini,Tono,Budi,Tono,Ani,Tono'
ok '  and parties of the case' sql_is "SELECT p.nama, q.ghaib FROM perkara_pihak2 q JOIN pihak p ON p.id = q.pihak_id WHERE perkara_id = $id" "Tono	1"
ok 'the filing is known by its register number' sql_is "SELECT jumlah_skum, tanggal_bayar, status_pembayaran, nomor_perkara FROM perkara_efiling WHERE nomor_register = 'PACTH-A'" "855000.00	2026-11-25 09:41:07	1	1/Pdt.G/$year/PA.Cth"
ok '  and bears a number far from e-Court’s' sql_is "SELECT min(efiling_id) FROM perkara_efiling" 2000000000

# ---- what is refused is named ----
post daftar "$(filing PACTH-D 15 347 'Siti 诗' 1)"
ok 'a letter the column cannot hold: 422' status_is 422
ok '  as kesalahan' valid kesalahan
ok '  names the element' element_is unsur nama
ok '  and the line' element_is baris 6
ok '  and the letter' grep -q 诗 "$work/answer"
sql 'ALTER TABLE pihak MODIFY nama VARCHAR(14)'
stop_sippd
start_sippd
post daftar "$(filing PACTH-D 15 347 'Siti Nurhaliza Azzahra' 1)"
ok 'a text longer than its column: 422' status_is 422
ok '  names the element' element_is unsur nama
ok '  and both lengths' grep -q '22 huruf.*14' "$work/answer"
sql 'ALTER TABLE pihak MODIFY nama VARCHAR(500)'
stop_sippd
start_sippd
post daftar "$(filing PACTH-D 99 347 Siti)"
ok 'an alur SIPP does not have: 422' element_is unsur alur_perkara_id
post daftar "$(filing PACTH-D 15 342 Siti)"
ok 'a case type no longer in use: 422' element_is unsur jenis_perkara_id
post daftar "$(filing PACTH-D 15 347 Siti 1 2199-01-01)"
ok 'a day far ahead: 422' element_is unsur tanggal_pendaftaran
post daftar "$(filing PACTH-D 15 347 Siti | sed 's/<jumlah_skum>855000</<jumlah_skum>banyak</')"
ok 'a message against its schema: 400' status_is 400
ok '  names the element' element_is unsur jumlah_skum
ok '  and the line' element_is baris 5
post daftar '<daftar'
ok 'no XML: 400' status_is 400
post daftar '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
ok 'an external entity: 400' status_is 400
ok '  and nothing of the file' sh -c "! grep -q root: '$work/answer'"
{
	printf '<!DOCTYPE a [<!ENTITY l0 "ha">'
	for i in $(seq 20); do printf '<!ENTITY l%s "&l%s;&l%s;&l%s;">' "$i" $((i - 1)) $((i - 1)) $((i - 1)); done
	printf ']><daftar xmlns="urn:loket:sipp:1">&l20;</daftar>'
} >"$work/bomb"
post daftar "@$work/bomb"
ok 'an entity bomb: 400' status_is 400
head -c 3000000 /dev/zero | tr '\0' ' ' >"$work/large"
post daftar "@$work/large"
ok 'three million bytes: 413' status_is 413
ok '  as kesalahan' valid kesalahan
get daftar -H 'Content-Type: application/json' --data-binary '{}'
ok 'another content type: 415' status_is 415
post daftar "$(filing "x' OR 1=1 -- " 15 347 Siti)"
ok 'a register number with blanks: 400' status_is 400
post daftar "$(filing "x'\`;--" 15 347 "Robert'); DROP TABLE perkara;--" 1)"
ok 'quotes are text' sql_is "SELECT nomor_register FROM perkara_efiling ORDER BY efiling_id DESC LIMIT 1" "x'\`;--"
get "perkara?nomor_register=x%27%20OR%201%3D1"
ok '  in a question too' status_is 404

# ---- asking ----
get 'perkara?nomor_register=PACTH-C'
ok 'a case by its register number' element_is nomor_perkara "8/Pdt.G/$year/PA.Cth"
get "perkara?nomor_perkara=7%2FPdt.G%2F$year%2FPA.Cth"
ok 'a case of SIPP’s own, with little in it, is told' valid perkara
ok '  without what it lacks' element_is jenis_perkara_nama ''
post periksa '<periksa xmlns="urn:loket:sipp:1"><nomor_register>PACTH-X</nomor_register><jenis_perkara_id>347</jenis_perkara_id><nomor_indentitas>3201010101800001</nomor_indentitas></periksa>'
ok 'running cases of a person' valid hasil_periksa
ok '  by number' element_is nomor_perkara "1/Pdt.G/$year/PA.Cth"
post periksa '<periksa xmlns="urn:loket:sipp:1"><nomor_register>PACTH-A</nomor_register><jenis_perkara_id>347</jenis_perkara_id><nomor_indentitas>3201010101800001</nomor_indentitas></periksa>'
ok '  but not the filing itself' element_is nomor_perkara ''
sql "INSERT INTO perkara_putusan VALUES ($id, '$today', 62, NULL)"
post periksa '<periksa xmlns="urn:loket:sipp:1"><nomor_register>PACTH-X</nomor_register><jenis_perkara_id>347</jenis_perkara_id><nomor_indentitas>3201010101800001</nomor_indentitas></periksa>'
ok '  and not what was decided' element_is nomor_perkara ''

# ---- the marriage, and who represents whom ----
represented() { # represented REGISTER: two parties of one advocate, and a relative who stands for the second
	filing "$1" 15 347 Rahma 3201010101800031 | sed -e 's|</daftar>||' -e "s|<pihak2>|<pihak1><urutan>2</urutan><nama>Salma</nama><alamat>Jalan Mawar 3</alamat></pihak1><pihak2>|"
	cat <<-XML
	<pernikahan><tgl_nikah>2010-06-12</tgl_nikah><tgl_kutipan_akta_nikah>2010-06-14</tgl_kutipan_akta_nikah>
	<no_kutipan_akta_nikah>123/45/VI/2010</no_kutipan_akta_nikah><kua_tempat_nikah>KUA Sukamaju</kua_tempat_nikah></pernikahan>
	<pengacara><pihak_ke>1</pihak_ke><urutan_pihak>1</urutan_pihak><nama>Fitri Handayani, S.H.</nama><nomor_induk>99.001</nomor_induk><nomor_kuasa>7/SK/2026</nomor_kuasa><tanggal_kuasa>2026-11-01</tanggal_kuasa></pengacara>
	<pengacara><pihak_ke>1</pihak_ke><urutan_pihak>2</urutan_pihak><nama>Fitri Handayani, S.H.</nama><nomor_induk>99.001</nomor_induk><nomor_kuasa>7/SK/2026</nomor_kuasa><tanggal_kuasa>2026-11-01</tanggal_kuasa></pengacara>
	<pengacara><pihak_ke>2</pihak_ke><urutan_pihak>${2:-1}</urutan_pihak><nama>Husin</nama><keterangan>Kuasa insidentil, izin 3</keterangan></pengacara>
	</daftar>
	XML
}
post daftar "$(represented PACTH-W)"
ok 'a marriage and representatives: registered' valid perkara
wed=$(element perkara_id)
ok '  the marriage, for the certificate' sql_is "SELECT tgl_nikah, tgl_kutipan_akta_nikah, no_kutipan_akta_nikah, kua_tempat_nikah FROM perkara_data_pernikahan WHERE perkara_id = $wed" '2010-06-12	2010-06-14	123/45/VI/2010	KUA Sukamaju'
ok '  each representative beside the party' sql_is "SELECT group_concat(k.nama, ':', p.nama, ':', k.pihak_ke, ':', k.aktif ORDER BY k.urutan) FROM perkara_pengacara k JOIN pihak p ON p.id = k.pihak_id WHERE perkara_id = $wed" 'Fitri Handayani, S.H.:Rahma:1:Y,Fitri Handayani, S.H.:Salma:1:Y,Husin:Tono:2:Y'
ok '  with the power of attorney' sql_is "SELECT DISTINCT nomor_kuasa, tanggal_kuasa FROM perkara_pengacara WHERE perkara_id = $wed AND pihak_ke = 1" '7/SK/2026	2026-11-01'
ok '  as a person with a card, once' sql_is "SELECT count(*), max(a.nomor_induk) FROM pihak p JOIN pihak_pengacara a ON a.pihak_id = p.id WHERE p.nama LIKE 'Fitri%'" '1	99.001'
ok '  named with the case' sql_is "SELECT pengacara_pihak1 FROM perkara WHERE perkara_id = $wed" 'Fitri Handayani, S.H.'
post daftar "$(represented PACTH-V)"
ok '  and found again for the next case' sql_is "SELECT count(*) FROM pihak WHERE nama LIKE 'Fitri%'" 1
post daftar "$(represented PACTH-U 5)"
ok '  of a party that is not there: 422' element_is unsur urutan_pihak
ok '  and nothing is written' sql_is "SELECT count(*) FROM perkara_efiling WHERE nomor_register = 'PACTH-U'" 0
sql "DELETE FROM perkara WHERE perkara_id >= $wed; DELETE FROM perkara_efiling_id WHERE perkara_id >= $wed"

# ---- summonses, and what changes ----
relaas="<relaas xmlns=\"urn:loket:sipp:1\"><nomor_perkara>1/Pdt.G/$year/PA.Cth</nomor_perkara><pihak>Tono</pihak><kedudukan>Tergugat</kedudukan><tanggal_relaas>$today</tanggal_relaas><ket_temu>Y</ket_temu></relaas>"
post relaas "$relaas"
ok 'a summons of a case without a hearing: 422' status_is 422
ok '  names the element' element_is unsur nomor_perkara
get perubahan
ok 'what changed' valid perubahan
ok '  is what came by Loket' sh -c "[ \$(grep -c '<perkara>' '$work/answer') = 4 ]"
sql "UPDATE perkara SET diinput_tanggal = NOW() - INTERVAL 1 HOUR"
get perubahan
mark=$(element penanda)
get "perubahan?sejak=$mark"
ok 'nothing changed since: nothing is told' sh -c "! grep -q '<perkara>' '$work/answer'"
sql "INSERT INTO perkara_penetapan (perkara_id, penetapan_majelis_hakim, sidang_pertama, diinput_tanggal) VALUES ($id, '$today', '2099-01-05', NOW());
	INSERT INTO perkara_hakim_pn (perkara_id, urutan, jabatan_hakim_id, hakim_id, hakim_nama, aktif, diinput_tanggal) VALUES ($id, 1, 1, 1, 'Drs. H. Abdullah', 'Y', NOW()), ($id, 2, 2, 3, 'Yusuf', 'T', NOW());
	INSERT INTO perkara_panitera_pn (perkara_id, urutan, panitera_id, panitera_nama, diinput_tanggal) VALUES ($id, 1, 4, 'Fatimah', NOW());
	INSERT INTO perkara_jurusita (perkara_id, urutan, jurusita_id, jurusita_nama, diinput_tanggal) VALUES ($id, 1, 2, 'Salim', NOW());
	INSERT INTO perkara_jadwal_sidang (perkara_id, urutan, tanggal_sidang, jam_sidang, agenda, ruangan, diinput_tanggal) VALUES ($id, 1, '2099-01-05', '09:00', 'Sidang <br>pertama', 'Ruang 1', NOW());
	INSERT INTO perkara_pelaksanaan_relaas (perkara_id, sidang_id, jurusita_id, pihak_id, diinput_tanggal) SELECT $id, 1, 2, pihak_id, NOW() FROM perkara_pihak2 WHERE perkara_id = $id"
get "perubahan?sejak=$mark"
ok 'panel, registrar, bailiff and hearing: the case is told' valid perubahan
ok '  once' sh -c "[ \$(grep -c '<perkara>' '$work/answer') = 1 ]"
ok '  with the judge in office' element_is hakim_nama 'Drs. H. Abdullah'
ok '  and no other' sh -c "! grep -q Yusuf '$work/answer'"
ok '  the registrar' element_is panitera_nama Fatimah
ok '  the hour' element_is jam_sidang 09:00
ok '  the agenda without markup' element_is agenda 'Sidang pertama'
ok '  a summons planned has no outcome' sh -c "! grep -q ket_temu '$work/answer'"
get "perubahan?batas=1"
ok 'a page of one says that there is more' element_is masih_ada Y
seen=
mark=
for _ in 1 2 3 4 5 6; do
	get "perubahan?batas=1&sejak=$mark"
	seen="$seen $(element perkara_id)"
	mark=$(element penanda)
	[ "$(element masih_ada)" = Y ] || break
done
ok '  and page by page each comes once' sh -c "[ \"\$(echo $seen | tr ' ' '\n' | sort | uniq -d)\" = '' ] && [ \$(echo $seen | wc -w) = 4 ]"
get 'perubahan?sejak=kemarin'
ok 'a marker that is none: 400' status_is 400
post relaas "$relaas"
ok 'the outcome of a summons' valid hasil_relaas
ok '  fills the one that was planned' element_is id 1
post relaas "$relaas"
ok '  once, however often it is told' sql_is "SELECT count(*), max(tanggal_relaas), max(ket_temu) FROM perkara_pelaksanaan_relaas" "1	$today	Y"
post relaas "$(echo "$relaas" | sed "s|<ket_temu>Y</ket_temu>|<ket_temu>S</ket_temu><no_resi_pos>JX123</no_resi_pos><tanggal_jursit_pos>2026-11-20</tanggal_jursit_pos><status_pos>2</status_pos><ket_hasil_relaas>surat tercatat kembali (retur); pindah alamat</ket_hasil_relaas>|")"
ok 'a letter that came back: receipt, both days, why' sql_is "SELECT no_resi_pos, tanggal_jursit_pos, tanggal_relaas, status_pos, ket_hasil_relaas FROM perkara_pelaksanaan_relaas WHERE ket_temu = 'S'" "JX123	2026-11-20	$today	2	surat tercatat kembali (retur); pindah alamat"
sql "DELETE FROM perkara_pelaksanaan_relaas WHERE ket_temu = 'S'"
printf '%%PDF-1.4 ditandatangani' >"$work/signed.pdf"
signed=$(echo "$relaas" | sed "s|<ket_temu>Y</ket_temu>|<ket_temu>Y</ket_temu><dokumen><nama>relaas Tono.pdf</nama><isi>$(base64 -w0 "$work/signed.pdf")</isi></dokumen>|; s|$today</tanggal_relaas>|2026-11-20</tanggal_relaas>|")
post relaas "$signed"
ok 'a signed relaas where SIPP keeps none: the outcome all the same' sql_is "SELECT doc_relaas FROM perkara_pelaksanaan_relaas WHERE tanggal_relaas = '2026-11-20'" NULL
sql "DELETE FROM perkara_pelaksanaan_relaas WHERE tanggal_relaas = '2026-11-20'"
mkdir "$work/dokumen"
sed -i "s|</sippd>|<documents folder=\"$work/dokumen\"/></sippd>|" "$work/sippd.xml"
stop_sippd
start_sippd
post relaas "$signed"
doc=$(sql "SELECT doc_relaas FROM perkara_pelaksanaan_relaas WHERE tanggal_relaas = '2026-11-20'")
ok '  where it does: byte for byte, by its name' cmp "$work/signed.pdf" "$work/dokumen/$doc"
post relaas "$(echo "$signed" | sed 's|relaas Tono.pdf|../../relaas.php|')"
ok '  no other kind of file: 400' status_is 400
post relaas "$(echo "$signed" | sed 's|<isi>[^<]*|<isi>@@@@|')"
ok '  nor what is no base64: 422' status_is 422
sql "DELETE FROM perkara_pelaksanaan_relaas WHERE tanggal_relaas = '2026-11-20'"
sed -i 's|<documents.*/>||' "$work/sippd.xml"
stop_sippd
start_sippd
post relaas "$(echo "$relaas" | sed 's/>Tono</>Toni</')"
ok 'a party the case does not have: 422' element_is unsur pihak
post relaas "$(echo "$relaas" | sed 's/>1\/Pdt/>77\/Pdt/')"
ok 'a case that is not there: 404' status_is 404

# ---- what SIPP's own users and programs write is told, or left out and named; the case is never hidden ----
odd() { # odd TABLE COLUMN VALUE SAYS: the value in that row of case $id
	was=$(sql "SELECT QUOTE($2) FROM $1 WHERE perkara_id = $id LIMIT 1")
	sql "SET SESSION sql_mode = ''; UPDATE $1 SET $2 = $3 WHERE perkara_id = $id LIMIT 1"
	get 'perkara?nomor_register=PACTH-A'
	ok "$1.$2 is $3: the case is told" valid perkara
	case $4 in
	'') ok '  and nothing is missed' sh -c "! grep -q dilewati '$work/answer'" ;;
	*) ok "  $4" grep -q "$4" "$work/answer" ;;
	esac
	sql "SET SESSION sql_mode = ''; UPDATE $1 SET $2 = $was WHERE perkara_id = $id LIMIT 1"
}
sql "UPDATE perkara_pelaksanaan_relaas SET tanggal_relaas = CURDATE() WHERE perkara_id = $id"
for letter in W P R M y N 1; do odd perkara_pelaksanaan_relaas ket_temu "'$letter'" "<ket_temu>$letter</ket_temu>"; done
odd perkara_pelaksanaan_relaas ket_temu "'?'" '<dilewati>relaas 1 ket_temu: ?</dilewati>'
odd perkara_hakim_pn jabatan_hakim_id NULL ''
odd perkara_hakim_pn jabatan_hakim_id 0 'dilewati>hakim 1 jabatan_hakim_id: 0<'
odd perkara_jadwal_sidang jam_sidang "'25:10'" 'dilewati>sidang 1 jam_sidang: 25:10:00<'
odd perkara_jadwal_sidang urutan 0 'dilewati>sidang 1 urutan: 0<'
odd perkara_jadwal_sidang tanggal_sidang "'0000-00-00'" ''
odd perkara jenis_perkara_nama NULL ''
odd perkara jenis_perkara_nama "''" ''
odd perkara jenis_perkara_id NULL ''
odd perkara nomor_urut_perkara 0 'dilewati>.*nomor_urut_perkara: 0<'
odd perkara tanggal_pendaftaran NULL ''
odd perkara tanggal_pendaftaran "'0000-00-00'" ''
sql "UPDATE perkara SET nomor_perkara = '1-Pdt.G-2026' WHERE perkara_id = $id"
get 'perkara?nomor_register=PACTH-A'
ok 'a number that is none: 422, not absent' status_is 422
ok '  and which' grep -q '1-Pdt.G-2026' "$work/answer"
sql "UPDATE perkara SET nomor_perkara = '1/Pdt.G/$year/PA.Cth' WHERE perkara_id = $id"

# ---- somebody holds the lock; the connection is cut ----
sed -i 's/<database /<database wait="1" /' "$work/sippd.xml"
stop_sippd
start_sippd
mkfifo "$work/hold"
mariadb --no-defaults --default-character-set=utf8mb4 -n -N -u petugas -S "$work/db.sock" sipp <"$work/hold" >"$work/held" 2>&1 &
holder=$!
exec 4>"$work/hold"
echo "START TRANSACTION; SELECT count(*) FROM perkara WHERE alur_perkara_id = 17 FOR UPDATE; INSERT INTO perkara (alur_perkara_id, tanggal_pendaftaran, nomor_urut_perkara, nomor_perkara) VALUES (17, '$today', 1, '1/Pdt.GS/$year/PA.Cth'); SELECT 'held';" >&4
await grep -q held "$work/held"
post daftar "$(filing PACTH-K 17 370 Siti)"
ok 'a user of SIPP is about to save: 503' status_is 503
ok '  which says so' grep -q 'sedang dipakai' "$work/answer"
get 'perkara?nomor_register=PACTH-C'
ok '  reading goes on meanwhile' valid perkara
echo 'COMMIT;' >&4
exec 4>&-
wait $holder
post daftar "$(filing PACTH-K 17 370 Siti)"
ok '  and comes after it' element_is nomor_perkara "2/Pdt.GS/$year/PA.Cth"
sql "SELECT CONCAT('KILL ', id) FROM information_schema.processlist WHERE user = 'loket'" >"$work/kill"
sql "$(cat "$work/kill")"
get kesehatan
ok 'a connection that was cut is made anew' valid kesehatan
sql "SELECT CONCAT('KILL ', id) FROM information_schema.processlist WHERE user = 'loket'" >"$work/kill"
sql "$(cat "$work/kill")"
post daftar "$(filing PACTH-M 17 370 Siti)"
ok '  for a registration too' element_is nomor_perkara "3/Pdt.GS/$year/PA.Cth"

# ---- the database goes and comes; the setup is read anew ----
stop_database
get kesehatan
ok 'without its database: 503' status_is 503
ok '  as kesalahan' valid kesalahan
post daftar "$(filing PACTH-E 15 347 Siti)"
ok '  nothing is registered' status_is 503
start_database
again() { post daftar "$(filing PACTH-E 15 347 Siti)"; status_is 200; }
ok '  and it goes on when it is there again' await again
sed -i "s/write=\"yes\"/write=\"no\"/; s/port=\"0\"/port=\"$(sed 's/.*://' "$work/url")\"/" "$work/sippd.xml"
kill -HUP "$sippd_pid"
reads() { get kesehatan; element_is menulis T; }
ok 'SIGHUP: the setup is read anew, and only reads now' await reads
echo '<sippd/>' >"$work/broken.xml"
mv "$work/sippd.xml" "$work/good.xml"
mv "$work/broken.xml" "$work/sippd.xml"
kill -HUP "$sippd_pid"
ok '  a bad one is not taken' await grep -q 'setup:' "$work/sippd.err"
ok '  and the old one goes on' reads
mv "$work/good.xml" "$work/sippd.xml"
post daftar "$(filing PACTH-F 15 347 Siti)"
ok '  a new case waits for SIPP’s own user: 202' status_is 202
ok '  as kesalahan' valid kesalahan
ok '  by its code' element_is kode menunggu_nomor
post daftar "$(filing PACTH-E 15 347 Siti)"
ok '  and one that has its number gets it' valid perkara
sql "INSERT INTO perkara (alur_perkara_id, jenis_perkara_id, jenis_perkara_nama, tanggal_pendaftaran, nomor_urut_perkara, nomor_perkara) VALUES (15, 347, 'Cerai Gugat', '$today', 40, '40/Pdt.G/$year/PA.Cth');
	INSERT INTO perkara_efiling (efiling_id, satker_id, nomor_register, alur_perkara_id) VALUES (5, 1, 'PACTH-F', 15);
	INSERT INTO perkara_efiling_id (perkara_id, efiling_id) SELECT max(perkara_id), 5 FROM perkara"
post daftar "$(filing PACTH-F 15 347 Siti)"
ok '  the number SIPP’s user gave is picked up' element_is nomor_perkara "40/Pdt.G/$year/PA.Cth"
post relaas "$relaas"
ok '  a summons is written by nobody but SIPP' status_is 422
stop_sippd
sql 'DROP USER loket@localhost; CREATE USER loket@localhost IDENTIFIED BY "kata-sandi-uji"'
grant
ok '  with rights to read only' sh -c "! grep -qE 'INSERT|UPDATE' '$work/grants.sql'"
ok '  which are enough' "$sippd" check --config "$work/sippd.xml"
sed -i 's/write="no"/write="yes"/' "$work/sippd.xml"
ok '  and too few for writing' sh -c "! '$sippd' check --config '$work/sippd.xml'"
finish
