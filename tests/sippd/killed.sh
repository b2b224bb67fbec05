#!/bin/sh
# The whole way to the number with everything killed by -9 meanwhile: the desk's own command as it verifies, the
# worker, loket-sippd and MariaDB, while a user of SIPP enters cases. At the end each filing has one number, here and
# there the same; and what SIPP's user then decides comes back by itself. Speaks TAP.
# shellcheck disable=SC2119 # words of ours are not those of the script
# shellcheck source=tests/sippd/common
. "$(dirname "$0")/common"
FILINGS=${FILINGS:-20}
port=$((20000 + $$ % 20000)) # the same one after each start
sim='' worker='' user=''
trap 'rm -f "$work/busy"; kill -9 $worker $sim $user 2>/dev/null; stop_sippd; stop_database; rm -rf "$work"' EXIT

make_database
setup
grant
start_sippd
export PATH="$LOKET_BUILD:$PATH" LOKET_HOME="$work/home" LOKET_PASSWORD_FILE="$work/words"
(umask 077 && echo loket >"$LOKET_PASSWORD_FILE")
"$root/tests/home" people >/dev/null || exit 1
mkdir -p "$LOKET_HOME/data" "$LOKET_HOME/keys" "$LOKET_HOME/sim"
(umask 077 && cp "$work/token" "$LOKET_HOME/keys/sipp.token")
sed -e "s|url-file=\"[^\"]*\"|base-url=\"$url\"|" -e 's|token-file="[^"]*"|token-file="keys/sipp.token"|' \
	-e 's/sync-seconds="[0-9]*"/sync-seconds="1"/' "$root/data/sipp.xml" >"$LOKET_HOME/data/sipp.xml"
desk() { sqlite3 -readonly -cmd '.timeout 5000' "$LOKET_HOME/loket.db" "$1"; }
desk_is() { [ "$(desk "$1")" = "$2" ] || { desk "$1"; return 1; }; }

loket-sim keys --home "$LOKET_HOME/sim" >/dev/null
mkfifo "$work/bank"
loket-sim serve --home "$LOKET_HOME/sim" --pay-after 1 >"$work/bank" 2>/dev/null &
sim=$!
{ read -r _ _ && read -r _ _; } <"$work/bank"
start_worker() {
	loketd --log "$work/loketd.log" >/dev/null 2>&1 &
	worker=$!
}
start_worker

loket-sim town --home "$work/town" --filings $((FILINGS * 2)) --seed 5 >/dev/null
loket filing import "$work"/town/*.xml --as sari >"$work/all" 2>/dev/null || :
head -n "$FILINGS" "$work/all" >"$work/filings"
while read -r filing; do
	loket step pendaftar.setuju --as budi --filing "$filing" setuju=ya >/dev/null 2>&1
	loket step skum --as rina --filing "$filing" bank=simulasi >/dev/null 2>&1
done <"$work/filings"
paid() { desk_is "SELECT count(*) FROM step WHERE key = 'bayar' AND state = 'done'" "$FILINGS"; }

ok "$FILINGS filings are paid" await paid

# ---- verified, killed, numbered ----
: >"$work/busy"
while [ -e "$work/busy" ]; do
	mariadb --no-defaults --default-character-set=utf8mb4 -u petugas -S "$work/db.sock" sipp -e "INSERT INTO perkara (alur_perkara_id, tanggal_pendaftaran, nomor_urut_perkara, nomor_perkara, diinput_oleh)
		SELECT 15, '$today', COALESCE(MAX(nomor_urut_perkara), 0) + 1, CONCAT(COALESCE(MAX(nomor_urut_perkara), 0) + 1, '/Pdt.G/$year/PA.Cth'), 'petugas'
		FROM perkara WHERE alur_perkara_id = 15 AND tanggal_pendaftaran >= '$year-01-01'" 2>/dev/null
	timeout 0.05 tail -f /dev/null
done &
user=$!
# verify FILING [SECONDS]: every item is good; killed after so long.
verify() {
	timeout -s KILL "${2:-60}" loket step verifikasi --as budi --filing "$1" putusan=ya 'periksa[*].hasil=ya' 'periksa[*].catatan=diperlihatkan di loket' >/dev/null 2>&1
}
turn=0
while read -r filing; do
	turn=$((turn + 1))
	verify "$filing" "0.$(printf %02d $((1 + turn * 7 % 9)))"
	verify "$filing" || :
	case $((turn % 6)) in
	1)
		kill -9 $worker
		wait $worker 2>/dev/null
		start_worker
		;;
	3)
		stop_sippd -KILL
		start_sippd
		;;
	5)
		stop_database -KILL
		start_database
		;;
	esac
done <"$work/filings"
numbered() { desk_is 'SELECT count(*) FROM case_number' "$FILINGS"; }
many() { for _ in 1 2 3 4; do await numbered >/dev/null && return; done; }
ok 'all have their number' many
left() { desk_is "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'sending')" 0; }
ok '  no message is left' await left
rm "$work/busy"
wait $user
user=
desk 'SELECT f.reg, n.number FROM case_number n JOIN filing f ON f.id = n.filing' | tr '|' '\t' | sort >"$work/ours"
sql 'SELECT nomor_register, p.nomor_perkara FROM perkara_efiling JOIN perkara_efiling_id USING (efiling_id) JOIN perkara p USING (perkara_id)' | sort >"$work/theirs"
ok '  the same here and there' cmp "$work/ours" "$work/theirs"
ok '  nothing was registered twice' sql_is "SELECT count(*), count(DISTINCT nomor_register) FROM perkara_efiling" "$FILINGS	$FILINGS"
ok '  no number twice, none left out' sql_is "SELECT count(*) FROM (SELECT 1 FROM perkara GROUP BY alur_perkara_id HAVING count(*) <> max(nomor_urut_perkara) OR count(DISTINCT nomor_perkara) <> count(*)) AS wrong" 0
ok '  the user of SIPP was not idle' sh -c "[ $(sql "SELECT count(*) FROM perkara WHERE diinput_oleh = 'petugas'") -gt 5 ]"

# ---- what is decided there comes back: a panel and a hearing for every case, then one hearing put off ----
sql "INSERT INTO perkara_hakim_pn (perkara_id, urutan, jabatan_hakim_id, hakim_id, hakim_nama, diinput_tanggal)
	SELECT perkara_id, 1, 3, 1, 'Drs. H. Abdullah', NOW() FROM perkara_efiling_id;
	INSERT INTO perkara_jadwal_sidang (perkara_id, urutan, tanggal_sidang, jam_sidang, ruangan, diinput_tanggal)
	SELECT perkara_id, 1, '$year-12-30', '09:00:00', 'Ruang Sidang II', NOW() FROM perkara_efiling_id"
told() { desk_is "SELECT count(*) FROM fill WHERE step = 'sipp' AND body LIKE '%$1%'" "$2"; }
all_told() { told 'Drs. H. Abdullah%Ruang Sidang II' "$FILINGS"; }
ok 'panel and hearing of each have come' await all_told
sql "UPDATE perkara_jadwal_sidang SET ditunda = 'Y', alasan_ditunda = 'Tergugat belum dipanggil', diperbaharui_tanggal = NOW()
	ORDER BY id LIMIT 1"
put_off() { told 'Tergugat belum dipanggil' 1; }
ok 'and that one was put off' await put_off
ok '  the history says it once' desk_is "SELECT count(*) FROM event WHERE text LIKE 'SIPP: sidang%ditunda: Tergugat belum dipanggil'" 1
ok '  the journal is balanced' desk_is 'SELECT sum(amount) FROM journal_line' 0
finish
