#!/bin/sh
# A text that SIPP's column cannot hold: an address that is too long once village to province stand behind it. It is
# said at step 8 by its element; nothing is sent and nothing is cut. Speaks TAP.
# shellcheck source=tests/wire/inside
. "$(dirname "$0")/inside"
loket-sim town --home "$work/town" --filings 1 --seed 3 >/dev/null
filing=$(loket filing import "$work/town/town-0000001.xml" --as sari 2>/dev/null)
long=$(printf 'Lingkungan Karanganyar Timur, gang kedua di belakang balai desa, %.0s' 1 2 3 4 5 6 7)
step sari pihak.isi "pihak[1].alamat=$long rumah ujung"
ok 'the form takes it' test "$(db "SELECT count(*) FROM fill WHERE body LIKE '%rumah ujung%'")" = 1
step budi pendaftar.setuju setuju=ya
step rina skum bank=simulasi
ok 'it is paid' await 'done' db "SELECT state FROM step WHERE key = 'bayar'"
verify
ok 'step 8 is at hand again' await returned db "SELECT state FROM step WHERE key = 'nomor'"
ok 'with the element that is too long' await 1 db "SELECT count(*) FROM filing WHERE sipp_note LIKE '%alamat%'"
ok 'nothing reached SIPP' test "$(sim show sipp | grep -c PA.Cth)" = 0
echo "1..$count"
