#!/bin/sh
# The simulated SIPP against a client that is not ours: curl and xmllint, by the schemas of data/sipp.
# shellcheck source=tests/wire/common
. "$(dirname "$0")/common"
start_sim --pay-after 0
year=$(given %Y) today=$(given %F)

# filing REGISTER ALUR TYPE NIK: the body of daftar.
filing() {
	printf '%s' "<daftar xmlns=\"urn:loket:sipp:1\"><nomor_register>$1</nomor_register>" \
		"<alur_perkara_id>$2</alur_perkara_id><jenis_perkara_id>$3</jenis_perkara_id>" \
		"<jenis_perkara_nama>Cerai Gugat</jenis_perkara_nama><tanggal_pendaftaran>$today</tanggal_pendaftaran>" \
		"<posita>Dalil &amp; alasan</posita><petitum>Mengabulkan</petitum><nomor_va>88081000000001</nomor_va>" \
		"<jumlah_skum>855000</jumlah_skum><tanggal_bayar>${today}T02:41:07.000Z</tanggal_bayar>" \
		"<pihak1><urutan>1</urutan><nama>Siti Aminah</nama><nomor_indentitas>$4</nomor_indentitas>" \
		"<alamat>Jalan Melati 1</alamat></pihak1>" \
		"<pihak2><urutan>1</urutan><nama>Ahmad Fauzi</nama><alamat>Jalan Kenanga 2</alamat><ghaib>T</ghaib></pihak2></daftar>"
}

ok 'health with the token' sipp_get kesehatan
ok '  is valid' valid kesehatan
fetch "$sipp/sipp/v1/kesehatan"
ok 'without the token: 401' status_is 401
ok '  as kesalahan' valid kesalahan
sipp_get tidak-ada
ok 'an unknown address: 404' status_is 404

# ---- registering ----
sipp_post daftar "$(filing PACTH-A 15 347 3201010101800001)"
ok 'a case is registered' status_is 200
ok '  the answer is valid' valid perkara
ok '  the first of the year in its alur' element_is nomor_perkara "1/Pdt.G/$year/PA.Cth"
sipp_post daftar "$(filing PACTH-B 15 346 3201010101800002)"
ok 'the next gets the next number' element_is nomor_perkara "2/Pdt.G/$year/PA.Cth"
sipp_post daftar "$(filing PACTH-A 15 347 3201010101800001)"
ok 'the same register number gets its own again' element_is nomor_perkara "1/Pdt.G/$year/PA.Cth"
sipp_post daftar "$(filing PACTH-C 16 360 3201010101800003)"
ok 'another alur has its own counter' element_is nomor_perkara "1/Pdt.P/$year/PA.Cth"
sipp_get 'perkara?nomor_register=PACTH-B'
ok 'a case is found by its register number' element_is nomor_perkara "2/Pdt.G/$year/PA.Cth"
sipp_get 'perkara?nomor_register=PACTH-Z'
ok 'one that was never registered is not' status_is 404

# ---- what is wrong is named ----
sipp_post daftar "$(filing PACTH-D 15 347 1 | sed 's/<jumlah_skum>855000</<jumlah_skum>banyak</')"
ok 'a request against its schema: 400' status_is 400
ok '  names the element' element_is unsur jumlah_skum
ok '  and the line' element_is baris 1
sipp_post daftar '<daftar'
ok 'no XML: 400' status_is 400
ok '  as kesalahan' valid kesalahan
sipp_post daftar '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
ok 'entities: 400' status_is 400
sipp_post daftar "$(filing PACTH-D 99 347 1)"
ok 'an alur SIPP does not have: 422' status_is 422
ok '  names the element' element_is unsur alur_perkara_id
sipp_get daftar -H 'Content-Type: application/json' --data-binary '{}'
ok 'another content type: 415' status_is 415

# ---- asking before verification, hearing, summons ----
sipp_post periksa '<periksa xmlns="urn:loket:sipp:1"><nomor_register>PACTH-X</nomor_register><jenis_perkara_id>347</jenis_perkara_id><nomor_indentitas>3201010101800002</nomor_indentitas><nomor_indentitas>3201010101809999</nomor_indentitas></periksa>'
ok 'periksa is answered' valid hasil_periksa
ok '  with the running case of that NIK' element_is nomor_perkara "2/Pdt.G/$year/PA.Cth"
sipp_post periksa '<periksa xmlns="urn:loket:sipp:1"><nomor_register>PACTH-B</nomor_register><jenis_perkara_id>347</jenis_perkara_id><nomor_indentitas>3201010101800002</nomor_indentitas></periksa>'
ok 'a filing is no double of itself' element_is nomor_perkara ''
sipp_get "perkara?nomor_perkara=1%2FPdt.G%2F$year%2FPA.Cth"
ok 'a case is found by its number, with its first hearing' valid perkara
ok '  has a room' element_is ruangan 'Ruang Sidang Utama'
relaas="<relaas xmlns=\"urn:loket:sipp:1\"><nomor_perkara>1/Pdt.G/$year/PA.Cth</nomor_perkara><pihak>Ahmad Fauzi</pihak><kedudukan>Tergugat</kedudukan><tanggal_relaas>$today</tanggal_relaas><ket_temu>Y</ket_temu></relaas>"
sipp_post relaas "$relaas"
ok 'the outcome of a summons is taken' valid hasil_relaas
first=$(element id)
sipp_post relaas "$relaas"
ok '  once, however often it is told' element_is id "$first"
sipp_post relaas "$(echo "$relaas" | sed "s|>1/|>77/|")"
ok 'of an unknown case it is not' status_is 404

# ---- the court, and what changed ----
sipp_get pengadilan
ok 'the court' valid pengadilan
sipp_get 'perubahan?batas=2'
ok 'what changed' valid perubahan
ok '  two of three, and more' element_is masih_ada Y
mark=$(element penanda)
sipp_get "perubahan?sejak=$mark"
ok '  then the one whose summons was told last' element_is nomor_perkara "1/Pdt.G/$year/PA.Cth"
ok '  with its outcome' element_is ket_temu Y
mark=$(element penanda)
sipp_get "perubahan?sejak=$mark"
ok '  then nothing' element_is nomor_perkara ''
ok '  which is valid too' valid perubahan
sipp_get 'perubahan?sejak=kemarin'
ok '  a marker that is none: 400' status_is 400

# ---- eight at once ----
for i in 1 2 3 4 5 6 7 8; do
	filing "PACTH-M$i" 17 370 '' >"$work/m$i.xml"
	curl -sS --noproxy '*' -o "$work/m$i" -H "Authorization: Bearer $(cat "$keys/sipp-token")" \
		-H 'Content-Type: application/xml' --data-binary "@$work/m$i.xml" "$sipp/sipp/v1/daftar" &
	clients="${clients:-} $!"
done
# shellcheck disable=SC2086 # process ids
wait $clients
sed -n 's/.*<nomor_urut_perkara>\(.*\)<.*/\1/p' "$work"/m? | sort -n | tr '\n' ' ' >"$work/numbers"
ok 'eight at once get eight numbers without a gap' test "$(cat "$work/numbers")" = '1 2 3 4 5 6 7 8 '

kill -9 "$server"
wait "$server" 2>/dev/null
start_sim --pay-after 0
sipp_post daftar "$(filing PACTH-E 15 347 1)"
ok 'after kill -9 the counter goes on' element_is nomor_perkara "3/Pdt.G/$year/PA.Cth"
ok 'and all is shown' test "$("$sim" show --home "$home" sipp | wc -l)" = 13
finish
