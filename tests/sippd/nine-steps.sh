#!/bin/sh
# The nine steps of tests/wire/nine-steps.sh with the real worker on loket-sippd and its MariaDB instead of the
# simulator's SIPP; then a SIPP that is only read, where the number is picked up that SIPP's own user gives; then
# New Year's Eve in each of the three zones. Speaks TAP.
# shellcheck disable=SC2119 # words of ours are not those of the script
if [ "${1:-}" = has ]; then # has NUMBER: SIPP has it, and its users set the hearing
	sql() { mariadb --no-defaults --default-character-set=utf8mb4 -u root -S "$work/db.sock" -N -B -e "$1" sipp; }
	id=$(sql "SELECT perkara_id FROM perkara WHERE nomor_perkara = '$2'")
	[ -n "$id" ] && sql "INSERT INTO perkara_jadwal_sidang (perkara_id, urutan, tanggal_sidang, jam_sidang, ruangan, diinput_tanggal)
		VALUES ($id, 1, CURDATE() + INTERVAL 14 DAY, '09:00', 'Ruang Sidang Utama', NOW());
		INSERT INTO perkara_jurusita (perkara_id, urutan, jurusita_id, jurusita_nama, diinput_tanggal) VALUES ($id, 1, 1, 'Umar', NOW())"
	exit
fi
# shellcheck source=tests/sippd/common
. "$(dirname "$0")/common"
make_database
setup
mkdir "$work/dokumen"
sed -i "s|</sippd>|<documents folder=\"$work/dokumen\"/></sippd>|" "$work/sippd.xml"
grant
start_sippd

export PATH="$LOKET_BUILD:$PATH" work
export LOKET_PASSWORD_FILE="$work/password-of-people" SIPP_HAS="$work/has"
(umask 077 && echo loket >"$LOKET_PASSWORD_FILE")
# shellcheck disable=SC2016 # $1 is the written script's own
printf '#!/bin/sh\nexec "%s" has "$1"\n' "$here/nine-steps.sh" >"$SIPP_HAS"
chmod +x "$SIPP_HAS"

# nine HOME: all steps in a new home whose SIPP is loket-sippd.
nine() {
	export LOKET_HOME="$work/$1"
	"$root/tests/home" people >/dev/null || return
	mkdir -p "$LOKET_HOME/data" "$LOKET_HOME/keys"
	(umask 077 && cp "$work/token" "$LOKET_HOME/keys/sipp.token")
	sed -e "s|url-file=\"[^\"]*\"|base-url=\"$url\"|" -e 's|token-file="[^"]*"|token-file="keys/sipp.token"|' \
		"$root/data/sipp.xml" >"$LOKET_HOME/data/sipp.xml"
	loket sandbox --pay-after 1 -- "$root/tests/wire/nine-steps.sh" inside >"$work/nine" 2>&1
	sed 's/^/# /' "$work/nine"
}
nine writing
ok 'all nine steps with a real SIPP database' grep -q '^1\.\.' "$work/nine"
ok '  none of them failed' sh -c "! grep -q '^not ok' '$work/nine'"
ok '  the case is there once, with its parties' sql_is "SELECT nomor_perkara, (SELECT group_concat(nama ORDER BY id) FROM pihak) FROM perkara" "1/Pdt.G/$year/PA.Cth	Nur’aini binti Yusuf,Ahmad Fauzi bin Hasan"
ok '  and so are the outcomes of the summonses' sql_is "SELECT group_concat(ket_temu ORDER BY ket_temu) FROM perkara_pelaksanaan_relaas" 'E,S'
ok '  the receipt of the letter, the day it was posted, and what became of it' sql_is "SELECT no_resi_pos, tanggal_jursit_pos IS NOT NULL, status_pos, ket_hasil_relaas LIKE 'surat tercatat diterima%' FROM perkara_pelaksanaan_relaas WHERE ket_temu = 'S'" 'JX123	1	1	1'
ok '  and the signed relaas' sh -c "head -c 5 '$work'/dokumen/relaas-*-S.pdf | grep -q %PDF-"
ok '  the marriage' sql_is "SELECT no_kutipan_akta_nikah <> '', kua_tempat_nikah <> '', tgl_nikah = tgl_kutipan_akta_nikah FROM perkara_data_pernikahan" '1	1	1'
stop_sippd

# ---- a SIPP that is only read ----
sql 'DELETE FROM perkara; DELETE FROM pihak; DELETE FROM perkara_efiling; DELETE FROM perkara_efiling_id'
setup no
start_sippd
asked() { grep -q 'POST /sipp/v1/daftar: 202' "$work/sippd.err"; }
# As soon as the filing was asked for in vain, SIPP's user enters it there by its register number.
by_hand() {
	await asked || return
	reg=$(sqlite3 -readonly "$work/reading/loket.db" "SELECT f.reg FROM filing f JOIN outbox o ON o.filing = f.id WHERE o.kind = 'register'")
	sql "INSERT INTO perkara (alur_perkara_id, jenis_perkara_id, jenis_perkara_nama, tanggal_pendaftaran, nomor_urut_perkara, nomor_perkara)
		VALUES (15, 347, 'Cerai Gugat', '$today', 77, '77/Pdt.G/$year/PA.Cth');
		INSERT INTO perkara_efiling (efiling_id, satker_id, nomor_register, alur_perkara_id) VALUES (5, 1, '$reg', 15);
		INSERT INTO perkara_efiling_id (perkara_id, efiling_id) SELECT max(perkara_id), 5 FROM perkara"
}
by_hand &
hand=$!
NUMBER_ONLY=yes && export NUMBER_ONLY
nine reading
wait $hand
ok 'a SIPP that is only read: its user gave the number' grep -q '^ok .*8 SIPP punya nomor itu' "$work/nine"
ok '  and the desk has it' test "$(sqlite3 -readonly "$work/reading/loket.db" 'SELECT number FROM case_number')" = "77/Pdt.G/$year/PA.Cth"
ok '  nothing else was written' sql_is "SELECT (SELECT count(*) FROM pihak), (SELECT count(*) FROM perkara)" '0	1'
stop_sippd

# ---- New Year's Eve: verified at 23.59, registered at 00.01 by the court's clock ----
for zone in WIB/16 WITA/15 WIT/14; do
	hour=${zone#*/}
	setup yes "${zone%/*}"
	LOKET_CLOCK="2030-12-31T$hour:59:10Z" && export LOKET_CLOCK
	start_sippd
	post daftar "$(filing "LAMA-$hour" 15 347 Siti 1 2030-12-31)"
	ok "${zone%/*}, 23.59: the old year" element_is nomor_urut_perkara $((17 - hour))
	ok '  by its number' sh -c "grep -q '/Pdt.G/2030/PA.Cth' '$work/answer'"
	post daftar "$(filing "LIBUR-$hour" 16 360 Siti 1 2031-01-02)"
	ok '  a day of the next year is of the next year' sh -c "grep -q '/Pdt.P/2031/PA.Cth' '$work/answer'"
	stop_sippd
	LOKET_CLOCK="2030-12-31T$((hour + 1)):01:00Z"
	start_sippd
	post daftar "$(filing "BARU-$hour" 15 347 Siti 1 2030-12-31)"
	ok "${zone%/*}, 00.01: the new year" element_is tanggal_pendaftaran 2031-01-01
	ok '  from one on' element_is nomor_perkara "$((17 - hour))/Pdt.G/2031/PA.Cth"
	post daftar "$(filing "LAMA-$hour" 15 347 Siti 1 2030-12-31)"
	ok '  what was registered keeps its number' element_is nomor_perkara "$((17 - hour))/Pdt.G/2030/PA.Cth"
	stop_sippd
done
finish
