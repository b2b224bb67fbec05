#!/bin/sh
# What does not fit on the way to SIPP and back, and whose doing it is said to be. A text that SIPP's column cannot hold,
# an address that is too long once village to province stand behind it: it is said at step 8 by its element, nothing is
# sent and nothing is cut. A number that another filing has here: SIPP registered and did not refuse. Speaks TAP.
# shellcheck source=tests/wire/inside
. "$(dirname "$0")/inside"
loket-sim town --home "$work/town" --filings 2 --seed 3 >/dev/null
loket filing import "$work/town/town-0000001.xml" --as sari 2>/dev/null >"$work/both"
filing=$(head -1 "$work/both") other=$(tail -1 "$work/both")
long=$(printf 'Lingkungan Karanganyar Timur, gang kedua di belakang balai desa, %.0s' 1 2 3 4 5 6 7)
step sari pihak.isi "pihak[1].alamat=$long rumah ujung"
ok 'the form takes it' test "$(db "SELECT count(*) FROM fill WHERE body LIKE '%rumah ujung%'")" = 1
step budi pendaftar.setuju setuju=ya
step rina skum bank=simulasi
ok 'it is paid' await 'done' db "SELECT state FROM step WHERE key = 'bayar'"
verify
ok 'step 8 is at hand again' await returned db "SELECT state FROM step WHERE key = 'nomor'"
ok 'with the element that is too long' await 1 db "SELECT count(*) FROM filing WHERE sipp_note LIKE 'Tidak dikirim ke SIPP: %alamat%'"
ok 'nothing reached SIPP' test "$(sim show sipp | grep -c PA.Cth)" = 0

# ---- the number is another's here ----
sqlite3 -cmd '.timeout 5000' "$LOKET_HOME/loket.db" "INSERT INTO case_number (filing, number, sipp_id, sequence)
	SELECT id, '1/Pdt.G/2026/PA.Cth', 'x', 1 FROM filing WHERE reg = '$filing'"
filing=$other
step budi pendaftar.setuju setuju=ya
step rina skum bank=simulasi
ok 'the other is paid' await 'done' db "SELECT s.state FROM step s JOIN filing f ON f.seq = s.filing WHERE s.key = 'bayar' AND f.reg = '$filing'"
verify
ok 'its number is not taken' await 1 db "SELECT count(*) FROM filing WHERE reg = '$filing' AND
	sipp_note LIKE 'SIPP sudah mendaftarkan, tetapi jawabannya tidak dapat dipakai: %'"
ok 'the history says the same' test "$(db "SELECT count(*) FROM event WHERE text LIKE 'SIPP sudah mendaftarkan, %' AND act = 'ditolak'")" = 1
echo "1..$count"
