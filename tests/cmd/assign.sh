#!/bin/sh
# Who calls: the bailiff of the area, else the one with the fewest open calls; another one for a call that is not
# carried out, with a reason. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
# shellcheck source=tests/cmd/summonses
. "$(dirname "$0")/summonses"

summonses 8 0 2026-12-28
bailiff_of() { sql "SELECT bailiff FROM summons s JOIN filing f ON f.id = s.filing WHERE f.seq = $1 AND s.number = $2"; }

# ---- another bailiff ----
ends 0 "a call is given to another" loket relaas assign 1/Pdt.G/2026/PA.Cth 2 gani "cuti sampai Senin"
says "  it says whose it was and why" "Jurusita panggilan ke-2 untuk Hendra 1 .*: umar → gani; cuti sampai Senin"
is "  it is his" gani "$(bailiff_of 1 2)"
is "  and the other of the case is not" umar "$(bailiff_of 1 1)"
is "  the history has it" 1 "$(sql "SELECT count(*) FROM event WHERE act = 'juru' AND who = 'paniteradua' AND text LIKE '%cuti sampai Senin%'")"
ends 1 "to the same one" loket relaas assign 1/Pdt.G/2026/PA.Cth 2 gani "lagi"
says "  is refused" "sudah pada jurusita itu"
ends 1 "a call there is not" loket relaas assign 1/Pdt.G/2026/PA.Cth 9 gani "cuti"
ends 1 "somebody who is no bailiff" loket relaas assign 1/Pdt.G/2026/PA.Cth 2 sari "cuti"
ends 1 "a bailiff gives none away" loket relaas assign --as umar 1/Pdt.G/2026/PA.Cth 2 umar "cuti"
ends 2 "no number" loket relaas assign 1/Pdt.G/2026/PA.Cth dua gani "cuti"
ends 1 "no reason" loket relaas assign 1/Pdt.G/2026/PA.Cth 1 gani ""
is "  changes nothing" umar "$(bailiff_of 1 1)"
ends 0 "it is recorded" loket step panggilan.hasil --as umar --filing 7/Pdt.G/2026/PA.Cth panggilan_ke=2 \
	hasil=T_lurah "tanggal=$(given %d-%m-%Y)" "bertemu=H. Amin" "hubungan=kepala desa"
ends 1 "one that was carried out" loket relaas assign 7/Pdt.G/2026/PA.Cth 2 gani "cuti"

# ---- what came back from there before ----
loket step panggilan.hasil --as umar --filing 1/Pdt.G/2026/PA.Cth panggilan_ke=1 hasil=T_pindah "tanggal=$(given %d-%m-%Y)" \
	"bertemu=Suparjo" "hubungan=ketua RT" keterangan=pindah >"$work/said" 2>&1 || cat "$work/said"
is "one was not reached" T_pindah "$(sql "SELECT s.outcome FROM summons s JOIN filing f ON f.id = s.filing WHERE f.seq = 1 AND s.number = 1")"
village=$(sql "SELECT village FROM party WHERE filing = 1 AND row = 1")
ends 0 "a new filing" loket step akun --as sari jenis=perorangan identitas=ktp nik=9901014203899999 "nama=Wati binti Karto" \
	"alamat=Jalan Kamboja 77" telepon=081200099999 domisili=email email=wati@example.id bank=BSI rekening=7001299999 "pemilik_rekening=Wati binti Karto"
fresh=$(sql "SELECT reg FROM filing ORDER BY seq DESC LIMIT 1")
loket step pihak --as sari --filing "$fresh" "pihak[1].alamat=Jl. Kamboja No. 5" "pihak[1].desa=$village" >"$work/said" 2>&1
says "the street of a party is warned of" "Di jalan ini: 1 dari 1 panggilan tidak sampai, terakhir $(given %d-%m-%Y): "
loket step pihak --as sari --filing "$fresh" "pihak[1].alamat=Jalan Mawar 5" "pihak[1].desa=$village" >"$work/said" 2>&1
says "else the village" "Di desa ini: 1 dari [12] panggilan tidak sampai"

# ---- who is proposed ----
# As numbered() of tests/cmd/summonses, for one filing more.
another() {
	{
		echo '<?xml version="1.0"?><filings xmlns="urn:loket:filing:1">'
		one_filing "$1" manual
		echo '</filings>'
	} >"$work/one.xml"
	loket filing import "$work/one.xml" --as sari >"$work/said" 2>&1 || cat "$work/said"
	sqlite3 "$LOKET_HOME/loket.db" "
		INSERT OR REPLACE INTO step SELECT f.seq, s.key, 'done', f.opened, f.opened, 0, 1, '', f.opened, 0
			FROM filing f, (SELECT DISTINCT key FROM step WHERE filing = 1) s WHERE f.seq = $1;
		UPDATE step SET state = 'open', done = NULL WHERE filing = $1 AND key = 'panggilan';
		INSERT INTO case_number SELECT id, seq || '/Pdt.G/2026/PA.Cth', 's' || seq, seq, counts_from, opened FROM filing WHERE seq = $1;
		UPDATE filing SET registered = counts_from, stage = 9, stage_state = 'open', stage_waits = '' WHERE seq = $1;"
	paid_in 10000000 "seq = $1"
	loket step panggilan.tetapkan --filing "$1/Pdt.G/2026/PA.Cth" sidang_tanggal=2026-12-28 sidang_jam=09.00 \
		"ruang=Ruang Sidang Utama" "ketua_majelis=Drs. H. Abdullah" >"$work/said" 2>&1 || cat "$work/said"
}
fewest() {
	sql "SELECT u.name FROM user u WHERE roles = 'jurusita' ORDER BY (SELECT count(*) FROM summons
		WHERE bailiff = u.name AND outcome = '' AND dropped = 0), u.name LIMIT 1"
}
want=$(fewest)
another 10
is "where no area names one, who has the fewest open calls" "$want" "$(bailiff_of 10 1)"
want=$(fewest)
another 11
is "  then the next" "$want" "$(bailiff_of 11 1)"
mkdir -p "$LOKET_HOME/data"
sed 's/radius=/bailiffs="umar" radius=/' "$root/data/areas.xml" >"$LOKET_HOME/data/areas.xml"
another 12
is "whom the area names, whatever he has" umar "$(bailiff_of 12 1)"
sed 's/radius=/bailiffs="umar gani" radius=/' "$root/data/areas.xml" >"$LOKET_HOME/data/areas.xml"
another 13
is "of several the one with fewer" gani "$(bailiff_of 13 1)"
sed 's/radius=/bailiffs="pensiun" radius=/' "$root/data/areas.xml" >"$LOKET_HOME/data/areas.xml"
want=$(fewest)
another 14
is "one who is no bailiff any more is passed over" "$want" "$(bailiff_of 14 1)"
[ -n "${KEEP:-}" ] && cp -r "$work" "$KEEP"
echo "1..$count"
