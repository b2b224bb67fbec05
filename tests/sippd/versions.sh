#!/bin/sh
# SIPPs differ: columns and tables that are not there, other names, tables without transactions, a register number
# kept in a column of perkara. The mapping says so, `check` finds the rest. Speaks TAP.
# shellcheck disable=SC2119 # words of ours are not those of the script
# shellcheck source=tests/sippd/common
. "$(dirname "$0")/common"
make_database
setup
check() { "$sippd" check --config "$work/sippd.xml" >"$work/check" 2>&1; }
checks_but() { # checks_but WORDS: it fails and says them
	! check && grep -q "$1" "$work/check"
}

sql 'DROP TABLE perkara_putusan; ALTER TABLE perkara DROP posita, DROP para_pihak, DROP diperbaharui_tanggal; ALTER TABLE pihak DROP email;
	ALTER TABLE perkara_pelaksanaan_relaas DROP no_resi_pos; ALTER TABLE jurusita DROP nama_gelar'
ok 'optional columns and a table are missing: rights' grant
ok '  it can serve' check
ok '  and says what it passes over' grep -q 'perkara.posita' "$work/check"
start_sippd
post daftar "$(filing LAIN-1 15 347 Siti)"
ok '  a case is registered' valid perkara
post periksa '<periksa xmlns="urn:loket:sipp:1"><nomor_register>X</nomor_register><jenis_perkara_id>347</jenis_perkara_id><nomor_indentitas>3201014505850001</nomor_indentitas></periksa>'
ok '  people are found' element_is nomor_perkara "1/Pdt.G/$year/PA.Cth"
get perubahan
ok '  and what changed' element_is nomor_perkara "1/Pdt.G/$year/PA.Cth"
stop_sippd

sql 'ALTER TABLE perkara_pihak1 ENGINE=MyISAM'
ok 'a table without transactions: not for writing' checks_but 'perkara_pihak1.*transaksi'
sed -i 's/write="yes"/write="no"/' "$work/sippd.xml"
ok '  but for reading' check
sed -i 's/write="no"/write="yes"/' "$work/sippd.xml"
sql 'ALTER TABLE perkara_pihak1 ENGINE=InnoDB'

sql 'ALTER TABLE perkara CHANGE nomor_urut_perkara urut_perkara INT'
ok 'a column has another name: it is missing' checks_but 'perkara.nomor_urut_perkara'
sed -e 's/<column key="nomor_urut_perkara" /<column key="nomor_urut_perkara" name="urut_perkara" /' \
	-e 's|<table key="perkara">|&<column key="nomor_register" name="catatan_pendaftaran" optional="yes"/>|' \
	"$root/data/sipp/mapping-3.2.0-4.xml" >"$work/mapping.xml"
mapping=$work/mapping.xml
setup
grant
ok '  with a mapping that says so it is found' check
start_sippd
post daftar "$(filing LAIN-2 15 347 Siti)"
ok '  and counted on' element_is nomor_perkara "2/Pdt.G/$year/PA.Cth"
stop_sippd

setup no
start_sippd
post daftar "$(filing LAIN-3 15 347 Siti)"
ok 'only read, the register number in a column of perkara: not yet' status_is 202
sql "INSERT INTO perkara (alur_perkara_id, jenis_perkara_id, jenis_perkara_nama, tanggal_pendaftaran, urut_perkara, nomor_perkara, catatan_pendaftaran, diinput_tanggal)
	VALUES (15, 347, 'Cerai Gugat', '$today', 9, '9/Pdt.G/$year/PA.Cth', 'LAIN-3', NOW())"
post daftar "$(filing LAIN-3 15 347 Siti)"
ok '  then it is found by it' element_is nomor_perkara "9/Pdt.G/$year/PA.Cth"
get 'perubahan'
ok '  and told among what changed' grep -q 'LAIN-3' "$work/answer"
stop_sippd

sed 's/<table key="sys_config">/<table key="sys_config" name="x; DROP TABLE perkara">/' "$work/mapping.xml" >"$work/hostile.xml"
mapping=$work/hostile.xml
setup
ok 'a table name that is none: it does not start' sh -c "! '$sippd' check --config '$work/sippd.xml'"
finish
