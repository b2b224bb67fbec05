#!/bin/sh
# The cheat table: what somebody of the court, alone or with another, may try with its money, with the product's own
# commands. Each attempt is refused, or stands in red for the panitera the same day; one that is neither is missed.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
# shellcheck source=tests/cmd/summonses
. "$(dirname "$0")/summonses"

# shellcheck source=tests/cmd/cheating
. "$(dirname "$0")/cheating"

echo "kata sandi" >"$work/longer"
loket init --people >"$work/said" 2>&1 || cat "$work/said"
add() {
	loket user add "$1" --as adi --name "$1" --roles "$2" --new-password-file "$work/longer"
}

# ---- who one is ----

for role in bank sipp mail pekerja kasir,bank; do
	cheat adi "makes himself a user with the role $role" loket user add hantu --name hantu --roles "$role" --new-password-file "$work/longer"
	says "why" "milik program"
done
cheat adi "makes a user who is kasir and panitera" loket user add dua --name dua --roles kasir,panitera --new-password-file "$work/longer"
says "why" "tidak boleh satu orang"
cheat rina "makes herself a panitera" loket user add rina2 --name rina --roles panitera --new-password-file "$work/longer"
# rows that an older version let through
sqlite3 "$LOKET_HOME/loket.db" "INSERT INTO user (name, full_name, roles, unix_account, disabled, hash)
	SELECT 'lama', 'Lama', 'kasir panitera', NULL, 0, hash FROM user WHERE name = 'rina';
	INSERT INTO user (name, full_name, roles, unix_account, disabled, hash)
	SELECT 'hantu', 'Hantu', 'bank', NULL, 0, hash FROM user WHERE name = 'rina'"
cheat lama "looks at suspense as kasir and panitera" loket titipan list
cheat hantu "looks at a filing as the bank" loket filing list

# ---- closed books ----

sqlite3 "$LOKET_HOME/loket.db" "DELETE FROM user WHERE name IN ('lama', 'hantu')"
one_filing 1 ecourt | sed '1i <?xml version="1.0"?><filings xmlns="urn:loket:filing:1">' >"$work/one.xml"
echo '</filings>' >>"$work/one.xml"
loket filing import "$work/one.xml" --as sari >"$work/said" 2>&1 || cat "$work/said"
cheat rina "closes a month alone" loket journal close 2026-10 --bank-balance 0
ends 0 "the panitera closes the month" loket journal close 2026-10 --bank-balance 0 --as hasan
cheat rina "closes it again with another balance" loket journal close 2026-10 --bank-balance 999 --reason "selisih lama sekali"
cheat hasan "closes it again with another balance" loket journal close 2026-10 --bank-balance 999 --reason "selisih lama sekali"
says "which one stands is said" "berita acara 1/2026"
cheat hasan "corrects it with a reason that is none" loket journal close 2026-10 --bank-balance 999 --corrects 1/2026 --reason -
cheat hasan "corrects it without evidence of the difference" loket journal close 2026-10 --bank-balance 999 --corrects 1/2026 \
	--reason "salah baca rekening koran"
says "which is asked for" "Bukti"
ends 0 "a correction is a new one" loket journal close 2026-10 --bank-balance 999 --corrects 1/2026 --reason "salah baca rekening koran" \
	--evidence "rekening koran lembar 3" --as hasan
ends 0 "both are read" loket journal closings --as fatimah
says "the first" "^1/2026 .* 0 .*Hasan"
says "and the one that corrects it" "^2/2026 .* 999 .*salah baca"
cheat hasan "corrects it twice" loket journal close 2026-10 --bank-balance 5 --corrects 1/2026 --reason "salah baca rekening koran"
cheat hasan "explains 17 million with a stroke" loket journal close 2026-11-23 --bank-balance 17000000 --reason -
cheat hasan "takes note of his own closing" loket journal know 1/2026
ends 0 "the chairman does" loket journal know 1/2026 --as fatimah
cheat hasan "closes today" loket journal close 2026-11-25
cheat hasan "closes next month" loket journal close 2026-12 --bank-balance 0
cheat hasan "closes the next year by the clock" env LOKET_CLOCK=2027-12-05T02:00:00Z loket journal close 2027-11 --bank-balance 0
own_clock() { env -u LD_PRELOAD LOKET_CLOCK=2027-12-05T02:00:00Z loket journal close 2027-11 --bank-balance 0 "$@"; }
cheat hasan "closes the next year by a clock of his own" own_clock
is "no program knows a clock but the machine's" "" "$(grep -l LOKET_CLOCK "$LOKET_BUILD"/loket*)"
with_sql "a closing is rewritten in the database" "UPDATE closing SET bank = 1 WHERE number = 1"
with_sql "a closing is taken out of it" "DELETE FROM closing WHERE number = 1"
ends 0 "it is printed" loket journal closings 2/2026 --pdf --as fatimah

# ---- money that goes out ----

numbered
paid=$(sql "SELECT -sum(amount) FROM journal_line WHERE account = 'panjar'")
case=1/Pdt.G/2026/PA.Cth
spend() { # spend INSTRUMENT COMPONENT AMOUNT [FIELD=VALUE…]
	instrument=$1 component=$2 amount=$3
	shift 3
	loket step panjar.keluar --filing $case "komponen=$component" "jumlah=$amount" kategori=proses penerima=Rina "instrumen=$instrument" tanggal=+0 "$@"
}
approve() { # approve NUMBER AMOUNT [FIELD=VALUE…]
	number=$1 amount=$2
	shift 2
	loket step panjar.setuju --filing $case "nomor=$number" "jumlah=$amount" "$@"
}
cheat rina "spends on what is not on the e-SKUM" spend x "lain-lain" 435000
cheat rina "with a basis that tells nothing" spend x "lain-lain" 435000 dasar=x
cheat rina "before the money came" spend x sita 1000 "dasar=penetapan sita majelis" tanggal=01-11-2026
cheat rina "on a day to come" spend x sita 1000 "dasar=penetapan sita majelis" tanggal=01-12-2026
cheat rina "redaksi before the decision" spend x redaksi 10000 kategori=redaksi "dasar=penetapan sita majelis"
cheat hasan "prepares an expense himself" spend x sita 200000 "dasar=penetapan sita majelis"
early() { LOKET_CLOCK=2026-11-25T01:30:00Z spend x sita 1000 "dasar=penetapan sita majelis" "$@"; }
cheat rina "by a clock of an hour ago" early
says "why" "sebelum catatan terakhir"
ends 0 "the kasir prepares" spend 7/2026 sita 200000 "dasar=penetapan sita majelis" --as rina
is "nothing has gone out" "$paid" "$(sql "SELECT -sum(amount) FROM journal_line WHERE account = 'panjar'")"
cheat rina "with the same instrument again" spend 7/2026 sita 1000 "dasar=penetapan sita majelis"
cheat rina "approves what she prepared" approve 1 200000
cheat hasan "approves another amount" approve 1 200001
cheat hasan "approves what nobody prepared" approve 2 200000
mkdir -p "$LOKET_HOME/data"
sed -e 's/act="panjar.setuju" roles="panitera"/act="panjar.setuju" roles="panitera kasir"/' -e 's/act="panjar.akhir" roles="/&kasir /' \
	"$root/data/rights.xml" >"$LOKET_HOME/data/rights.xml"
cheat rina "approves what she prepared, with rights of her own making" approve 1 200000
says "why" "Yang berwenang: panitera$"
sed -e 's/key="bank" name="bank" machine="yes"/key="bank" name="bank"/' "$root/data/rights.xml" >"$LOKET_HOME/data/rights.xml"
cheat adi "makes the bank's role one for people" loket user list
rm "$LOKET_HOME/data/rights.xml"
with_sql "an expense is approved in the database by who prepared it" "UPDATE payout SET state = 'dikirim', decided_by = 'rina' WHERE number = 1"
with_sql "or its amount is changed" "UPDATE payout SET amount = 1 WHERE number = 1"
ends 0 "the panitera approves" approve 1 200000 --as hasan

# ---- corrections ----

wrong=$(sql "SELECT max(number) FROM journal_entry")
undo() { # undo ENTRY REASON [OPTION…]
	entry=$1 reason=$2
	shift 2
	loket step panjar.koreksi --filing $case "nomor=$entry" "alasan=$reason" "$@"
}
cheat rina "takes an expense back herself" undo "$wrong" "salah komponen"
cheat fatimah "takes it back as ketua" undo "$wrong" "salah komponen"
cheat hasan "takes it back without a reason" undo "$wrong" x
cheat hasan "takes the payment of the party back" undo 1 "salah komponen"
says "why" "masuk menurut bank"
cheat hasan "takes back what is no entry of the case" undo 999 "salah komponen"
ends 0 "the panitera takes it back" undo "$wrong" "salah komponen" --as hasan
cheat hasan "takes it back twice" undo "$wrong" "salah komponen"
cheat hasan "takes the correction back" undo $((wrong + 1)) "salah komponen"
with_sql "the correction is of another entry in the database" "UPDATE journal_entry SET reverses = 1 WHERE number = $((wrong + 1))"
ends 0 "both are shown" loket journal show $case --as rina --format csv
says "the one" "dikoreksi dengan ayat $((wrong + 1))"
says "and the other" "Koreksi ayat $wrong .*salah komponen"
ends 0 "its instrument is free again" spend 7/2026 sita 200000 "dasar=penetapan sita majelis" --as rina
ends 0 "and approved anew" approve 2 200000 --as hasan
ends 0 "the journal still agrees" loket journal check --as hasan

ends 0 "the case is withdrawn" loket step panjar.akhir --filing $case cara=cabut tanggal=+0 "alasan=damai" --as hasan
cheat rina "spends after the end" spend x sita 1000 "dasar=penetapan sita majelis"

back() { # back ACCOUNT [FIELD=VALUE…]
	account=$1
	shift
	loket step panjar.pengembalian --filing $case nama=Rina bank=451 "rekening=$account" "$@"
}
rest=$((paid - 200000))
own=$(sql "SELECT body ->> '\$.rekening' FROM fill WHERE step = 'akun'")
cheat rina "returns the rest to her own account" back 99912345678
cheat rina "with a letter and no reason" back 99912345678 kuasa=1/2026
ends 0 "returns it to e-Court's account" back "$own" --as rina
cheat rina "changes the account afterwards" back 99912345678 kuasa=1/2026 "alasan=rekening lama ditutup"
cheat hasan "approves another account" approve 3 $rest rekening=99912345678
cheat hasan "approves without naming the account" approve 3 $rest
cheat rina "sends what is not approved" loket step panjar.kirim --filing $case nomor=3 referensi=TRF-1
ends 0 "the panitera sees what waits" loket payout list --as hasan --format csv
says "with its account" "$own"
ends 0 "approves it" approve 3 $rest "rekening=$own" --as hasan
cheat rina "sends without a reference" loket step panjar.kirim --filing $case nomor=3 referensi=-
cheat rina "takes the approved one back" loket step panjar.tolak --filing $case nomor=3 "alasan=salah rekening"
ends 0 "the panitera takes it back" loket step panjar.tolak --filing $case nomor=3 "alasan=salah rekening" --as hasan
is "the rest is there again" $rest "$(sql "SELECT -sum(amount) FROM journal_line WHERE account = 'panjar'")"

# ---- what nobody collects ----

tell() { # tell DAY [FIELD=VALUE…]
	on=$1
	shift
	loket step panjar.sisa --filing $case nomor=S-1 "tanggal=$on" "$@"
}
cheat rina "tells of the rest before the case ended" tell 01-01-2026 "bukti=resi 1"
cheat rina "tells of it on a day to come" tell 01-12-2026 "bukti=resi 1"
cheat rina "tells of it without proof" tell +0
cheat hasan "takes it for the State untold" loket step panjar.negara --filing $case berita_acara=BA-1
ends 0 "the party is told" tell +0 "bukti=resi 1" --as rina
cheat rina "tells of it again, earlier" tell 24-11-2026 "bukti=resi 2"
cheat hasan "takes it for the State the same day" loket step panjar.negara --filing $case berita_acara=BA-1

# ---- suspense ----

for n in 1 2; do
	sqlite3 "$LOKET_HOME/loket.db" "
		INSERT INTO payment (id, filing, trx, amount, at, channel, reference, source, suspense, note)
			SELECT 'S$n', iif($n = 1, id, NULL), 'v$n', 465000, opened, 'teller', '', 'notice', 1, 'kedua' FROM filing LIMIT 1;
		INSERT INTO journal_entry (filing, posted, what, who, at, sealed)
			SELECT iif($n = 1, id, NULL), counts_from, 'kedua', 'bank', opened, 0 FROM filing LIMIT 1;
		INSERT INTO journal_line (entry, line, account, amount) SELECT number, 1, 'bank', 465000 FROM journal_entry WHERE sealed = 0;
		INSERT INTO journal_line (entry, line, account, amount) SELECT number, 2, 'suspense', -465000 FROM journal_entry WHERE sealed = 0;
		UPDATE journal_entry SET sealed = 1 WHERE sealed = 0"
	cheat rina "S$n: returns suspense to nobody" loket titipan settle S$n kembali x
	cheat rina "S$n: names a payer without proof" loket titipan settle S$n kembali x nama=Rina bank=451 rekening=999123456
	ends 0 "S$n: prepares its return" loket titipan settle S$n kembali "dibayar dua kali" nama=Nur bank=451 rekening=7001234567 "bukti=surat bank 5" --as rina
	cheat rina "S$n: approves it herself" loket titipan settle S$n setuju 465000 rekening=7001234567
	cheat rina "S$n: sends it unapproved" loket titipan settle S$n kirim TRF-77
	cheat hasan "S$n: approves another account" loket titipan settle S$n setuju 465000 rekening=999123456
	cheat rina "S$n: prepares it to another account meanwhile" loket titipan settle S$n kembali "dibayar dua kali" nama=Rina bank=451 \
		rekening=999123456 "bukti=surat bank 5"
	ends 0 "S$n: the panitera approves" loket titipan settle S$n setuju 465000 rekening=7001234567 --as hasan
	ends 0 "S$n: and it is sent" loket titipan settle S$n kirim TRF-77 --as rina
done
is "nothing stands in suspense" 0 "$(sql "SELECT sum(amount) FROM journal_line WHERE account = 'suspense'")"

# ---- kwitansi ----

ends 0 "each payment has its kwitansi, by number" loket kwitansi list --period 2026 --format csv --as rina
says "what came in" "^1/2026,2026-11-25,10000000,,$case"
says "what went back" "^[23]/2026,2026-11-25,,465000,"
with_sql "a kwitansi gets another number" "UPDATE receipt SET serial = 99"
with_sql "a kwitansi is torn out of the book" "DELETE FROM receipt WHERE serial = 1"
ends 0 "it is printed" loket print kwitansi 1/2026 --filing $case --as rina
cheat rina "prints one of another case" loket print kwitansi 9/2026 --filing $case
cheat hasan "makes out a kwitansi" loket print kwitansi 1/2026 --filing $case
ends 0 "and that of what went back" loket print kwitansi-kembali --filing $case --as rina

ends 0 "the kasir's day goes to the panitera on a sheet" loket kwitansi serah --as rina
cheat rina "hands a day over that has not come" loket kwitansi serah 2026-11-26
cheat hasan "hands the kasir's day over himself" loket kwitansi serah

# ---- what belongs to the State ----

loket user add beni --as adi --name "Beni Saputra" --roles bendahara --new-password-file "$work/longer" >/dev/null
longer() { LOKET_PASSWORD_FILE=$work/longer loket "$@"; }
cheat rina "hands over PNBP that nobody paid" loket setoran serah pnbp
sqlite3 "$LOKET_HOME/loket.db" "
	INSERT INTO journal_entry (filing, posted, what, who, at, sealed) SELECT id, counts_from, 'PNBP', 'rina', opened, 0 FROM filing LIMIT 1;
	INSERT INTO journal_line (entry, line, account, amount, category) SELECT number, 0, 'panjar', 30000, 'pnbp_pendaftaran' FROM journal_entry WHERE sealed = 0;
	INSERT INTO journal_line (entry, line, account, amount, category) SELECT number, 1, 'pnbp', -30000, 'pnbp_pendaftaran' FROM journal_entry WHERE sealed = 0;
	UPDATE journal_entry SET sealed = 1 WHERE sealed = 0"
due=$(sql "SELECT max(number) FROM journal_entry")
for who in hasan fatimah; do
	cheat $who "hands over PNBP without the kasir" loket setoran serah pnbp
done
cheat beni "hands over PNBP to himself" longer setoran serah pnbp
ends 0 "what is due is read, by kind" longer setoran show pnbp --as beni --format csv
says "with the State's account" "^pnbp_pendaftaran,.*,425233,30000"
ends 0 "the kasir hands it over" loket setoran serah pnbp --as rina
cheat rina "hands it over twice" loket setoran serah pnbp
cheat rina "receives it herself" loket setoran terima 1/2026 30000
cheat beni "receives another sum" longer setoran terima 1/2026 25000
cheat beni "pays it in before he has it" longer setoran setor 1/2026 820261125000001 ABCDEF0123456789
ends 0 "it is received" longer setoran terima 1/2026 30000 --as beni
cheat hasan "receives it again" loket setoran terima 1/2026 30000
cheat hasan "takes back what was handed over" undo "$due" "salah komponen"
says "why" "bendahara penerima"
cheat rina "pays it in" loket setoran setor 1/2026 820261125000001 ABCDEF0123456789
cheat beni "pays it in without the State's receipt" longer setoran setor 1/2026 820261125000001 -
cheat beni "with a billing code that is none" longer setoran setor 1/2026 1 ABCDEF0123456789
cheat beni "on a day to come" longer setoran setor 1/2026 820261125000001 ABCDEF0123456789 2026-12-01
ends 0 "it is paid in" longer setoran setor 1/2026 820261125000001 ABCDEF0123456789 --as beni
cheat beni "pays it in twice" longer setoran setor 1/2026 820261125000002 ABCDEF0123456780
with_sql "the NTPN is changed in the database" "UPDATE deposit SET ntpn = 'X' WHERE number = 1"
with_sql "who handed it over receives it in the database" "INSERT INTO deposit (year, serial, account, after_entry, last_entry, amount, who, at, received_by, received_at) VALUES (2026, 9, 'pnbp', 0, 1, 1, 'rina', 1, 'rina', 2)"
is "nothing is owed to the State" "0 0" "$(sql "SELECT (SELECT sum(amount) FROM journal_line WHERE account = 'pnbp') || ' ' || (SELECT sum(amount) FROM journal_line WHERE account = 'bendahara')")"
ends 0 "the receipt of it is printed" longer setoran show 1/2026 --pdf --as beni

told
