#!/bin/sh
# The cheat table of two hands: what two people of the court may try together with its money, or the administrator alone
# with the files of the data home. Each attempt is refused, or stands in red for the panitera the same day.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
# shellcheck source=tests/cmd/summonses
. "$(dirname "$0")/summonses"
# shellcheck source=tests/cmd/cheating
. "$(dirname "$0")/cheating"

(umask 077 && echo "kata sandi" >"$work/longer")
loket init --people >"$work/said" 2>&1 || cat "$work/said"
for n in 1 2 3; do one_filing "$n" ecourt; done | sed '1i <?xml version="1.0"?><filings xmlns="urn:loket:filing:1">' >"$work/three.xml"
echo '</filings>' >>"$work/three.xml"
loket filing import "$work/three.xml" --as sari >"$work/said" 2>&1 || cat "$work/said"
numbered
longer() { LOKET_PASSWORD_FILE=$work/longer loket "$@"; }
add() { # add USER ROLES NAME
	loket user add "$1" --as adi --name "$3" --roles "$2" --new-password-file "$work/longer"
}
ends 0 "a second kasir" add lina kasir "Lina, S.E."
ends 0 "a treasurer" add beni bendahara "Beni Saputra"

# seen WHO WHAT WORDS: it stands in red on the panitera's Beranda: among what changed with accounts, rights and rules
seen() {
	count=$((count + 1))
	loket worklist berubah --as hasan >"$work/said" 2>&1 </dev/null
	late=$(loket worklist --as hasan --format csv 2>/dev/null | awk -F, '$1 == "berubah" { print $4 }')
	if grep -qE -- "$3" "$work/said" && [ "${late:-0}" -gt 0 ]; then
		shown=$((shown + 1))
		echo "ok $count - $1: $2: shown"
	else
		missed=$((missed + 1))
		echo "not ok $count - $1: $2"
		sed 's/^/# /' "$work/said" | head -8
	fi
}
case=1/Pdt.G/2026/PA.Cth
spend() { # spend INSTRUMENT AMOUNT [OPTION…]
	instrument=$1 amount=$2
	shift 2
	loket step panjar.keluar --filing $case komponen=sita "jumlah=$amount" kategori=sita penerima=Umar "instrumen=$instrument" tanggal=+0 \
		"dasar=penetapan sita majelis" "$@"
}
act() { # act NAME [FIELD=VALUE…]
	name=$1
	shift
	loket step "$name" --filing $case "$@"
}

# ---- two kasir ----

ends 0 "rina prepares" spend 1/2026 5000 --as rina
cheat2() { # cheat2 WHO WHAT COMMAND…: by one whose password is the longer
	who=$1 what=$2
	shift 2
	LOKET_PASSWORD_FILE=$work/longer cheat "$who" "$what" "$@"
}
cheat2 lina "approves what rina prepared" act panjar.setuju nomor=1 jumlah=5000
cheat2 lina "rejects what rina prepared" act panjar.tolak nomor=1 "alasan=salah komponen"
cheat2 lina "sends what nobody approved" act panjar.kirim nomor=1 referensi=TRF-1
cheat2 lina "uses rina's instrument again" spend 1/2026 7000
cheat2 lina "uses it with other letters" spend "1/2026 " 7000
ends 0 "the panitera approves" act panjar.setuju nomor=1 jumlah=5000 --as hasan
spent=$(sql 'SELECT max(number) FROM journal_entry')
cheat2 lina "takes rina's expense back" act panjar.koreksi "nomor=$spent" "alasan=salah komponen"

# ---- what is due to the State: kasir and treasurer, two kasir, panmud, ketua ----

pnbp() { # pnbp AMOUNT: some is owed
	sqlite3 "$LOKET_HOME/loket.db" "
	INSERT INTO journal_entry (filing, posted, what, who, at, sealed) SELECT filing, posted, 'PNBP', 'rina', (SELECT max(at) FROM journal_entry), 0 FROM journal_entry WHERE filing IS NOT NULL ORDER BY number DESC LIMIT 1;
	INSERT INTO journal_line (entry, line, account, amount, category) SELECT number, 0, 'bank', $1, '' FROM journal_entry WHERE sealed = 0;
	INSERT INTO journal_line (entry, line, account, amount, category) SELECT number, 1, 'pnbp', -$1, 'pnbp_panggilan' FROM journal_entry WHERE sealed = 0;
	UPDATE journal_entry SET sealed = 1 WHERE sealed = 0"
}
pnbp 40000
ends 0 "rina hands over" loket setoran serah pnbp --as rina
cheat2 lina "receives what rina handed over" loket setoran terima 1/2026 40000
cheat dewi "receives it as panmud" loket setoran terima 1/2026 40000
cheat fatimah "receives it as ketua" loket setoran terima 1/2026 40000
cheat2 beni "receives less than rina handed over" loket setoran terima 1/2026 10000
ends 0 "beni receives all" longer setoran terima 1/2026 40000 --as beni
cheat rina "pays it in for beni" loket setoran setor 1/2026 820261125000001 ABCDEF0123456789
cheat2 beni "pays it in before he had it" loket setoran setor 1/2026 820261125000001 ABCDEF0123456789 2026-11-24
ends 0 "beni pays it in" longer setoran setor 1/2026 820261125000001 ABCDEF0123456789 --as beni
pnbp 10000
ends 0 "rina hands over more" loket setoran serah pnbp --as rina
ends 0 "beni receives that" longer setoran terima 2/2026 10000 --as beni
cheat2 beni "shows the State's receipt of the first again" loket setoran setor 2/2026 820261125000002 ABCDEF0123456789
cheat2 beni "pays in by the billing code of the first" loket setoran setor 2/2026 820261125000001 ABCDEF0123456780
cheat2 lina "hands over what is at the treasurer already" loket setoran serah pnbp
ends 0 "beni pays in by another" longer setoran setor 2/2026 820261125000002 ABCDEF0123456780 --as beni
cheat adi "makes one person kasir and treasurer" add dua kasir,bendahara "Dua"
cheat adi "makes one person kasir and ketua" add dua kasir,ketua "Dua"

# ---- panitera and administrator ----

cheat adi "gives hasan the role of kasir too" loket user roles hasan panitera,kasir
cheat adi "makes hasan a second account as kasir" add hasan2 kasir "Hasan, S.Ag., M.H."
cheat adi "writes his name with other capitals" add hasan2 kasir "HASAN, S.AG., M.H."
cheat adi "makes rina a second account as panitera" add rina2 panitera "Rina, S.E."
ends 0 "makes a kasir whom nobody knows" add tamu kasir "Tamu"
seen adi "a kasir whom nobody knows" "akun tamu.*dibuat kasir, adi"
ends 0 "sets hasan's password" sh -c "loket user password hasan --as adi --new-password-file '$work/longer'"
LOKET_PASSWORD_FILE=$work/longer seen adi "hasan's password set by another" "akun hasan.*sandi, adi"
ends 0 "and back" sh -c "sqlite3 '$LOKET_HOME/loket.db' \"UPDATE user SET hash = (SELECT hash FROM user WHERE name = 'rina') WHERE name = 'hasan'\""
cheat hasan "prepares an expense as panitera" spend 2/2026 5000
cheat hasan "closes today with adi's clock" env LOKET_CLOCK=2026-11-27T02:00:00Z loket journal close 2027-01 --bank-balance 0

# ---- the administrator alone, with the files of the data home ----

mkdir -p "$LOKET_HOME/data"
ends 0 "rina prepares another" spend 3/2026 5000 --as rina
sed -e 's/act="panjar.setuju" roles="panitera"/act="panjar.setuju" roles="panitera ti kasir"/' "$root/data/rights.xml" >"$LOKET_HOME/data/rights.xml"
cheat rina "approves with rights adi wrote" act panjar.setuju nomor=2 jumlah=5000
cheat adi "approves with rights he wrote" act panjar.setuju nomor=2 jumlah=5000
seen adi "rights written anew" "rights.xml"
sed -e 's/act="panjar.keluar" roles="kasir"/act="panjar.keluar" roles="kasir ti panitera"/' "$root/data/rights.xml" >"$LOKET_HOME/data/rights.xml"
cheat adi "prepares an expense with rights he wrote" spend 4/2026 5000
cheat hasan "prepares one with rights adi wrote" spend 4/2026 5000
sed -e 's/act="setoran.terima" roles="/&kasir ti /; s/act="setoran.serah" roles="/&ti /; s/act="jurnal.tutup" roles="/&ti kasir /; s/act="jurnal.ketahui" roles="/&panitera ti /' \
	-e 's/act="rekonsiliasi.setuju" roles="/&kasir ti /; s/act="panjar.koreksi" roles="/&kasir ti /' "$root/data/rights.xml" >"$LOKET_HOME/data/rights.xml"
cheat rina "closes the books with rights he wrote" loket journal close 2026-10 --bank-balance 0
cheat adi "closes the books with rights he wrote" loket journal close 2026-10 --bank-balance 0
cheat rina "takes an expense back with rights he wrote" act panjar.koreksi "nomor=$spent" "alasan=salah komponen"
pnbp 20000
cheat adi "hands over for the State with rights he wrote" loket setoran serah pnbp
rm "$LOKET_HOME/data/rights.xml"
sed 's/ unclaimed-months="[0-9]*"/ unclaimed-months="1"/; s/<clock minutes="10"/<clock minutes="600000"/' "$root/data/court.xml" >"$LOKET_HOME/data/court.xml"
loket worklist --as hasan >/dev/null 2>&1
seen adi "the court's limits written anew" "court.xml"
rm "$LOKET_HOME/data/court.xml"
sed 's/ tags="pnbp[^"]*"//' "$root/data/lists.xml" >"$LOKET_HOME/data/lists.xml"
loket worklist --as hasan >/dev/null 2>&1
seen adi "PNBP made a common expense" "lists.xml"
rm "$LOKET_HOME/data/lists.xml"

# ---- kasir and ketua ----

cheat fatimah "approves what rina prepared" act panjar.setuju nomor=2 jumlah=5000
cheat fatimah "rejects what rina prepared" act panjar.tolak nomor=2 "alasan=salah komponen"
cheat fatimah "takes rina's expense back" act panjar.koreksi "nomor=$spent" "alasan=salah komponen"
cheat fatimah "closes the month for rina" loket journal close 2026-10 --bank-balance 0
ends 0 "looks into the cash by surprise" loket journal close mendadak --bank-balance "$(sql "SELECT sum(amount) FROM journal_line WHERE account = 'bank'")" --reason "laporan bank belum dibaca" \
	--evidence "rekening koran hari ini" --as fatimah
mendadak=$(sql "SELECT serial || '/' || year FROM closing WHERE kind = 'mendadak' ORDER BY number DESC LIMIT 1")
cheat fatimah "takes note of her own look" loket journal know "$mendadak"
cheat rina "takes note of it as kasir" loket journal know "$mendadak"

# ---- panmud and panitera ----

cheat dewi "approves for the panitera" act panjar.setuju nomor=2 jumlah=5000
cheat dewi "prepares an expense" spend 5/2026 5000
ends 0 "the panitera rejects what waits" act panjar.tolak nomor=2 "alasan=salah komponen" --as hasan
ends 0 "dewi ends the case" act panjar.akhir cara=cabut tanggal=+0 "alasan=damai" --as dewi
cheat dewi "tells of the rest before the end" act panjar.sisa nomor=S-1 tanggal=-7 "bukti=resi 1"
ends 0 "she tells of it today" act panjar.sisa nomor=S-1 tanggal=+0 "bukti=resi 1" --as dewi
cheat hasan "takes the rest for the State the same day" act panjar.negara berita_acara=BA-1
cheat dewi "takes it for the State" act panjar.negara berita_acara=BA-1
cheat hasan "prepares its return without the kasir" act panjar.pengembalian
cheat dewi "sends what is not approved" act panjar.kirim nomor=3 referensi=TRF-1
own=$(sql "SELECT body ->> '\$.rekening' FROM fill WHERE step = 'akun' AND filing = (SELECT filing FROM case_number WHERE sequence = 1)")
cheat rina "returns it to her account with dewi's letter and no reason" act panjar.pengembalian nama=Rina bank=451 rekening=99912345678 kuasa=1/2026
ends 0 "rina prepares its return" act panjar.pengembalian --as rina
rest=$(sql "SELECT amount FROM payout WHERE number = 3")
cheat dewi "approves the return" act panjar.setuju nomor=3 "jumlah=$rest" "rekening=$own"
cheat2 lina "prepares it anew to her account" act panjar.pengembalian nama=Lina bank=451 rekening=99912345678 kuasa=1/2026 "alasan=rekening ditutup"
cheat hasan "approves and sends it himself" sh -c "loket step panjar.setuju --filing $case nomor=3 jumlah=$rest rekening=$own --as hasan && loket step panjar.kirim --filing $case nomor=3 referensi=TRF-1 \"\$@\"" -
ends 0 "the journal agrees after all" loket journal check --as hasan
told
