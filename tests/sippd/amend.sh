#!/bin/sh
# An outcome that was mended (semula) in the rows of a real SIPP database: the row that says what was told before is
# changed, with its resi, days, status and words; there is no second one, told twice or eight times at once; what SIPP's
# users or another hearing say stays. Speaks TAP.
# shellcheck disable=SC2119 # words of ours are not those of the script
# shellcheck source=tests/sippd/common
. "$(dirname "$0")/common"
make_database
setup
mkdir "$work/dokumen"
sed -i "s|</sippd>|<documents folder=\"$work/dokumen\"/></sippd>|" "$work/sippd.xml"
grant
start_sippd

post daftar "$(filing PA.Cth-UJI1 15 347 Siti)"
ok 'a case' valid perkara
number=$(element nomor_perkara)
id=$(sql "SELECT perkara_id FROM perkara WHERE nomor_perkara = '$number'")
sql "INSERT INTO perkara_jadwal_sidang (perkara_id, urutan, tanggal_sidang, jam_sidang, ruangan, diinput_tanggal)
	VALUES ($id, 1, '2026-12-14', '09:00', 'Ruang Sidang Utama', NOW()), ($id, 2, '2026-12-28', '09:00', 'Ruang Sidang Utama', NOW());
	INSERT INTO perkara_jurusita (perkara_id, urutan, jurusita_id, jurusita_nama, diinput_tanggal) VALUES ($id, 1, 1, 'Umar', NOW())"

# outcome PARTY DAY LETTER POST WORDS [BEFORE-DAY BEFORE-LETTER [MORE]]: DAY "" leaves it out
outcome() {
	printf '<relaas xmlns="urn:loket:sipp:1"><nomor_perkara>%s</nomor_perkara><pihak>%s</pihak><kedudukan>pihak</kedudukan>' "$number" "$1"
	printf '<tanggal_sidang>%s</tanggal_sidang>' "${hearing:-2026-12-14}"
	[ -z "$2" ] || printf '<tanggal_relaas>%s</tanggal_relaas>' "$2"
	printf '<ket_temu>%s</ket_temu>' "$3"
	[ -z "$4" ] || printf '<no_resi_pos>%s</no_resi_pos><tanggal_jursit_pos>2026-11-26</tanggal_jursit_pos>' "${resi:-JX1}"
	case $4 in 1 | 2) printf '<status_pos>%s</status_pos>' "$4" ;; esac
	printf '<ket_hasil_relaas>%s</ket_hasil_relaas>' "$5"
	[ -z "${6:-}" ] || printf '<semula><tanggal_relaas>%s</tanggal_relaas><ket_temu>%s</ket_temu><alasan>keliru</alasan></semula>' "$6" "$7"
	printf '%s</relaas>' "${8:-}"
}
rows() { # of the Tergugat, by hearing
	sql "SELECT j.urutan, ifnull(r.tanggal_relaas, '-'), r.ket_temu, ifnull(r.no_resi_pos, '-'), ifnull(r.status_pos, '-'), r.ket_hasil_relaas
		FROM perkara_pelaksanaan_relaas r JOIN perkara_jadwal_sidang j ON j.id = r.sidang_id JOIN pihak p ON p.id = r.pihak_id
		WHERE p.nama = 'Tono' ORDER BY j.urutan, r.id" | tr '\t' ' '
}
rows_are() { [ "$(rows)" = "$1" ] || { rows; return 1; }; }

post relaas "$(outcome Siti 2026-11-26 E '' terkirim)"
post relaas "$(outcome Tono 2026-11-28 S 1 diterima)"
hearing=2026-12-28 resi=JX9
post relaas "$(outcome Tono 2026-12-20 S 1 'diterima lagi')"
hearing=2026-12-14 resi=JX1
ok 'two calls of one party' rows_are '1 2026-11-28 S JX1 1 diterima
2 2026-12-20 S JX9 1 diterima lagi'

post relaas "$(outcome Tono 2026-11-29 S 2 'kembali (ralat: semula diterima)' 2026-11-28 S)"
ok 'it came back after all' valid hasil_relaas
ok '  the row says so, the other hearing stays' rows_are '1 2026-11-29 S JX1 2 kembali (ralat: semula diterima)
2 2026-12-20 S JX9 1 diterima lagi'
post relaas "$(outcome Tono 2026-11-29 S 2 'kembali (ralat: semula diterima)' 2026-11-28 S)"
ok '  told twice it changes nothing more' rows_are '1 2026-11-29 S JX1 2 kembali (ralat: semula diterima)
2 2026-12-20 S JX9 1 diterima lagi'

# A resi that was read wrongly: the same day and letter, another number.
resi=JX2
post relaas "$(outcome Tono 2026-11-29 S 2 'kembali, resi dibetulkan' 2026-11-29 S)"
ok 'a receipt is mended in its row' rows_are '1 2026-11-29 S JX2 2 kembali, resi dibetulkan
2 2026-12-20 S JX9 1 diterima lagi'

# What is not proven any more has no day; what follows has one again.
post relaas "$(outcome Tono '' S sent 'belum terbukti' 2026-11-29 S)"
ok 'not proven any more: the row has no day and no status' rows_are '1 - S JX2 - belum terbukti
2 2026-12-20 S JX9 1 diterima lagi'
post relaas "$(outcome Tono '' S sent 'belum terbukti' 2026-11-29 S)"
ok '  told twice it is one row' rows_are '1 - S JX2 - belum terbukti
2 2026-12-20 S JX9 1 diterima lagi'
post relaas "$(outcome Tono 2026-11-30 S 1 'diterima istri')"
ok '  proven again it is the same row' rows_are '1 2026-11-30 S JX2 1 diterima istri
2 2026-12-20 S JX9 1 diterima lagi'

# Another channel's letter: what belonged to the post is not kept.
post relaas "$(outcome Tono 2026-11-30 Y '' 'bertemu langsung' 2026-11-30 S)"
ok 'met instead: receipt and status of the post are gone' rows_are '1 2026-11-30 Y - - bertemu langsung
2 2026-12-20 S JX9 1 diterima lagi'

# Its document stays when the mending brings none, and gives way to one it brings.
printf '%%PDF-1.4 satu' >"$work/one.pdf"
printf '%%PDF-1.4 dua' >"$work/two.pdf"
signed() { printf '<dokumen><nama>relaas.pdf</nama><isi>%s</isi></dokumen>' "$(base64 -w0 "$1")"; }
post relaas "$(outcome Tono 2026-11-30 Y '' 'bertemu langsung' 2026-11-30 Y "$(signed "$work/one.pdf")")"
first=$(sql "SELECT doc_relaas FROM perkara_pelaksanaan_relaas WHERE tanggal_relaas = '2026-11-30' AND ket_temu = 'Y'")
ok 'a signed relaas is added' cmp "$work/one.pdf" "$work/dokumen/$first"
post relaas "$(outcome Tono 2026-12-01 Y '' 'bertemu, harinya dibetulkan' 2026-11-30 Y)"
ok '  it stays with a mended day' sql_is "SELECT doc_relaas FROM perkara_pelaksanaan_relaas WHERE tanggal_relaas = '2026-12-01'" "$first"
post relaas "$(outcome Tono 2026-12-02 Y '' 'bertemu, relaas baru' 2026-12-01 Y "$(signed "$work/two.pdf")")"
ok '  a new one takes its place' sh -c "cmp '$work/two.pdf' '$work'/dokumen/relaas-*-2026-12-02-Y.pdf"

# SIPP's user changed the row in between: nothing says what was told before, the mended outcome is one row of its own.
sql "UPDATE perkara_pelaksanaan_relaas SET tanggal_relaas = '2026-12-03', ket_hasil_relaas = 'dari SIPP' WHERE tanggal_relaas = '2026-12-02'"
post relaas "$(outcome Tono 2026-12-04 Y '' 'ralat kemudian' 2026-12-02 Y)"
ok "what SIPP's users wrote is not overwritten" rows_are '1 2026-12-03 Y - - dari SIPP
1 2026-12-04 Y - - ralat kemudian
2 2026-12-20 S JX9 1 diterima lagi'

# Eight at once.
for _ in 1 2 3 4 5 6 7 8; do
	curl -sS --noproxy '*' --max-time 30 -o /dev/null -H "Authorization: Bearer $(cat "$work/token")" -H 'Content-Type: application/xml' \
		--data-binary "$(outcome Tono 2026-12-05 Y '' serentak 2026-12-04 Y)" "$url/sipp/v1/relaas" &
	pids="${pids:-} $!"
done
# shellcheck disable=SC2086 # several
wait $pids
ok 'the same mending eight times at once is one row' rows_are '1 2026-12-03 Y - - dari SIPP
1 2026-12-05 Y - - serentak
2 2026-12-20 S JX9 1 diterima lagi'
ok "the claimant's row was never touched" sql_is "SELECT r.ket_temu, r.ket_hasil_relaas FROM perkara_pelaksanaan_relaas r JOIN pihak p ON p.id = r.pihak_id WHERE p.nama = 'Siti'" 'E	terkirim'
post relaas "$(outcome Tono '' S '' 'tanpa hari')"
ok 'a day is left out only by a mending' grep -q 'hanya boleh kosong pada ralat' "$work/answer"
finish
