#!/bin/sh
# The cheat table of the banks' lines: what somebody of the court, alone or with another, may try with statements, debits,
# acknowledging and closings of several accounts.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
# shellcheck source=tests/cmd/summonses
. "$(dirname "$0")/summonses"
# shellcheck source=tests/cmd/cheating
. "$(dirname "$0")/cheating"

LOKET_CLOCK=2026-11-25T02:41:00Z
export LOKET_CLOCK
loket init --people >"$work/said" 2>&1 || cat "$work/said"
# three banks; the second gives no report of its own
mkdir -p "$LOKET_HOME/data/mutasi"
sed 's|  <bank key="simulasi" name="Bank Contoh Syariah"/>|&\n  <bank key="bri" name="Bank Kedua"/>\n  <bank key="mandiri" name="Bank Ketiga"/>|' \
	"$root/data/court.xml" >"$LOKET_HOME/data/court.xml"
for bank in bri mandiri; do cp "$root/data/mutasi/simulasi.xml" "$LOKET_HOME/data/mutasi/$bank.xml"; done
one_filing 1 ecourt | sed '1i <?xml version="1.0"?><filings xmlns="urn:loket:filing:1">' >"$work/one.xml"
echo '</filings>' >>"$work/one.xml"
loket filing import "$work/one.xml" --as sari >"$work/said" 2>&1 || cat "$work/said"
numbered
case=1/Pdt.G/2026/PA.Cth
day=$(sql "SELECT strftime('%d/%m/%Y', max(at) / 1000, 'unixepoch', '+7 hours') FROM journal_entry")
now=$(sql "SELECT max(at) FROM journal_entry")

# file NAME BANK ROW…: a statement is read
file() {
	name=$1 bank=$2
	shift 2
	printf '%s\n' 'Tanggal;Ref;VA;Ket;DK;Jumlah;Saldo' "$@" >"$work/$name.csv"
	loket rekonsiliasi "$work/$name.csv" --bank "$bank" --as rina >"$work/said" 2>&1
}
# explain LINE HOW [REASON] [--bank BANK]
explain() { loket statement explain "$@"; }

# ---- a payment that only a file tells of ----

cheat sari "reads a statement" loket rekonsiliasi "$work/one.xml" --bank simulasi
cheat hasan "reads a statement as panitera" loket rekonsiliasi "$work/one.xml" --bank simulasi
file made simulasi "$day 07.40;KARANGAN-1;88080000000099;setor;K;9.000.000,00"
red rina "invents a receipt by a file" "uang hanya di bank .*KARANGAN-1"
for who in sari dewi umar hasan fatimah adi; do
	cheat $who "acknowledges it" explain KARANGAN-1 akui
done
ends 0 "the kasir prepares to acknowledge it" explain KARANGAN-1 akui --as rina
is "nothing is booked" 0 "$(sql "SELECT count(*) FROM payment WHERE reference = 'KARANGAN-1'")"
cheat rina "acknowledges it twice" explain KARANGAN-1 akui
cheat rina "approves what she prepared" loket statement approve KARANGAN-1
with_sql "it is acknowledged in the database by one" "UPDATE explanation SET state = 'sah', decided_by = who WHERE key = 'KARANGAN-1'"
cheat rina "books it as interest meanwhile" explain KARANGAN-1 giro "bunga bulan November"
# the bank's own report of that time, without it
sqlite3 "$LOKET_HOME/loket.db" "INSERT INTO statement_span VALUES ('simulasi', 'laporan', $now - 200000000, $now + 200000000, $now)"
ends 0 "it is contradicted" loket statement list --period 2026-11 --as hasan
says "in so many words" "KARANGAN-1.*dibantah bank"
cheat hasan "approves what the bank's report does not list" loket statement approve KARANGAN-1
ends 0 "the panitera rejects it" loket statement reject KARANGAN-1 --as hasan
cheat rina "prepares it again against the bank's word" explain KARANGAN-1 akui
red rina "leaves it standing" "uang hanya di bank .*KARANGAN-1"
with_sql "its source is rewritten" "UPDATE statement_source SET kind = 'laporan'"
with_sql "or taken out" "DELETE FROM statement_source"
is "the file is in the home" 1 "$(find "$LOKET_HOME/berkas" -name "$(sha256sum "$work/made.csv" | cut -d ' ' -f 1)" | wc -l)"

# what the bank told is replaced by no file
sqlite3 "$LOKET_HOME/loket.db" "INSERT INTO statement_source (bank, kind, digest, name, who, at) VALUES ('simulasi', 'laporan', 'x', '', 'pekerja', $now);
	INSERT INTO statement (bank, key, payment, reference, va, trx, amount, at, seen, source)
	SELECT 'simulasi', 'ASLI', '', 'ASLI', '88080000000077', '', 50000, $now - 1000, $now, max(id) FROM statement_source"
cheat rina "makes the bank's 50.000 a million" sh -c "printf 'a;b;c;d;e;f\n$day 09.41;ASLI;88080000000077;setor;K;1.000.000,00\n' >$work/more.csv
	exec loket rekonsiliasi $work/more.csv --bank simulasi --replace --as rina" --
is "it is as the bank says" 50000 "$(sql "SELECT amount FROM statement WHERE key = 'ASLI'")"
ends 0 "what the bank itself tells is acknowledged by one" explain ASLI akui --as rina
is "the journal says by whom" rina "$(sql "SELECT who FROM journal_entry ORDER BY number DESC LIMIT 1")"
is "and into which account" simulasi "$(sql "SELECT bank FROM journal_line WHERE account = 'bank' ORDER BY entry DESC LIMIT 1")"

# ---- money that leaves the bank ----

file out simulasi "$day 08.00;TARIK;;TARIK TUNAI RINA;D;1.000.000,00;9.000.000,00" "$day 08.01;;;BIAYA ADMIN;D;15.000,00;8.985.000,00" \
	"$day 08.02;7/2026;;SITA 7/2026;D;200.000,00;8.785.000,00" "$day 08.03;PB-1;;PINDAH BUKU;D;300.000,00;8.485.000,00" \
	"$day 08.04;BUNGA;;JASA GIRO;K;1.234,00;8.486.234,00"
red rina "draws cash" "uang hanya di bank .*TARIK"
ends 0 "a debit is red with its amount" loket statement list --period 2026-11 --as hasan
says "whoever read it" "TARIK .*-1.000.000|TARIK .*−1.000.000"
cheat rina "matches it with an entry of another amount" loket statement match TARIK 1
cheat rina "matches it with none there is" loket statement match TARIK
for who in sari hasan fatimah; do cheat $who "books it as costs" explain TARIK biaya "administrasi bank bulan ini"; done
cheat rina "books it as costs without a reason" explain TARIK biaya
cheat rina "with a reason that tells nothing" explain TARIK biaya x
ends 0 "the kasir prepares it as costs" explain TARIK biaya "administrasi bank bulan ini" --as rina
cheat rina "approves that herself" loket statement approve TARIK
red rina "leaves it waiting" "uang hanya di bank .*TARIK"
ends 0 "the panitera's work list has it" loket worklist jelas --as hasan --format csv
says "as it waits" "simulasi TARIK,administrasi bank bulan ini,-1000000,"
ends 0 "and the lines that nobody explained" loket worklist bank --as hasan --format csv
says "with what the bank calls them" "simulasi TARIK,TARIK TUNAI RINA,-1000000,"
ends 0 "the panitera rejects it" loket statement reject TARIK --as hasan
cheat rina "acknowledges a debit as a payment" explain TARIK akui
cheat rina "books a debit as interest" explain TARIK giro "bunga bulan November"
cheat rina "moves it to the same bank" explain PB-1 pindah "pindah dana perkara" --to simulasi
cheat rina "moves it to a bank that is not the court's" explain PB-1 pindah "pindah dana perkara" --to swasta
ends 0 "costs that are costs" explain "BIAYA ADMIN" biaya "administrasi bulan November" --as rina
ends 0 "by two" loket statement approve "BIAYA ADMIN" --as hasan
is "stand in the journal" 15000 "$(sql "SELECT sum(amount) FROM journal_line WHERE account = 'biaya_bank'")"
ends 0 "interest" explain BUNGA giro "jasa giro bulan November" --as rina
ends 0 "a transfer to another account" explain PB-1 pindah "pindah dana perkara" --to bri --as rina
ends 0 "by two too" loket statement approve PB-1 --as hasan
is "moves it in the book" 300000 "$(sql "SELECT sum(amount) FROM journal_line WHERE account = 'bank' AND bank = 'bri'")"
file other bri "$day 08.03;PB-1;;PINDAH BUKU MASUK;K;300.000,00;300.000,00"
ends 0 "and its other side is matched with it" loket statement match PB-1 --bank bri --as rina
file twice mandiri "$day 08.05;PB-1;;PINDAH BUKU MASUK;K;300.000,00;300.000,00"
cheat rina "matches the same transfer at a third bank" loket statement match PB-1 --bank mandiri
cheat rina "matches money in with a deposit that was counted" loket statement match KARANGAN-1 1
red rina "shows a transfer that never arrived" "uang hanya di bank .*PB-1"

# an expense and its debit
instrument() {
	loket step panjar.keluar --filing $case komponen=sita "jumlah=$2" kategori=proses penerima=Jurusita "instrumen=$1" tanggal=+0 \
		"dasar=penetapan sita majelis" --as rina >"$work/said" 2>&1 || cat "$work/said"
	loket step panjar.setuju --filing $case "nomor=$3" "jumlah=$2" --as hasan >"$work/said" 2>&1 || cat "$work/said"
}
instrument 7/2026 200000 1
instrument 8/2026 20000 2
ends 0 "an expense that the bank names" loket statement match --as rina
says "is matched by its instrument" "^1 "
file again simulasi "$day 08.06;7/2026;;SITA 7/2026 LAGI;D;200.000,00"
cheat rina "matches a second debit with the same expense" loket statement match "7/2026#2"
red rina "pays an expense twice" "uang hanya di bank .*7/2026"
cheat rina "loosens a match" loket statement reject 7/2026
with_sql "an explanation is rewritten" "UPDATE explanation SET entry = 1 WHERE kind = 'cocok' AND key = '7/2026'; UPDATE explanation SET key = 'TARIK' WHERE kind = 'cocok'"
with_sql "or taken out" "DELETE FROM explanation"
with_sql "money out stands by one in the database" "INSERT INTO explanation (bank, key, kind, state, other, reason, who, at)
	VALUES ('simulasi', 'TARIK', 'biaya', 'sah', '', 'x', 'rina', 1)"
with_sql "a file's payment stands by one" "INSERT INTO explanation (bank, key, kind, state, other, reason, who, at)
	VALUES ('simulasi', 'KARANGAN-1', 'akui', 'sah', '', 'x', 'rina', 1)"

# ---- balances ----

file gap simulasi "$day 09.00;X1;;setor antar bank;K;10.000,00;9.999.000,00" "$day 09.01;X2;;setor antar bank;K;10.000,00;9.500.000,00"
ends 1 "a file whose balances do not follow" loket statement balances --as hasan
says "is shown" "gap.csv .*-509.000|gap.csv"
red rina "leaves lines out of a statement" "saldo rekening koran"
ends 0 "each account has its balance" loket journal accounts 2026-11 --as hasan --format csv
says "the second bank's too" "^bri,Bank Kedua,300000,"

# ---- closings of several accounts ----

LOKET_CLOCK=2026-12-01T02:00:00Z
all="simulasi=8.000.000 bri=300.000 mandiri=300.000"
why="kekurangan diperiksa bank"
close() { loket journal close "$@"; }
for who in sari rina fatimah adi; do cheat $who "closes the month" close 2026-11 --bank-balance "$all" --reason "$why" --evidence "surat bank 1"; done
cheat hasan "closes it with one sum for three accounts" close 2026-11 --bank-balance 8600000 --reason "$why" --evidence "surat bank 1"
cheat hasan "leaves an account out" close 2026-11 --bank-balance "simulasi=8.000.000 bri=300.000" --reason "$why" --evidence "surat bank 1"
says "which is said" mandiri
cheat hasan "names an account that the court has not" close 2026-11 --bank-balance "$all swasta=1" --reason "$why" --evidence "surat bank 1"
cheat hasan "explains a difference with a stroke" close 2026-11 --bank-balance "$all" --reason - --evidence "surat bank 1"
cheat hasan "explains it without evidence" close 2026-11 --bank-balance "$all" --reason "$why"
cheat hasan "writes another balance than the statement known here" close 2026-11 --bank-balance "$all" --evidence "surat bank 1"
says "both are said" "menurut rekening korannya"
for who in sari rina hasan adi; do cheat $who "looks by surprise" close mendadak --bank-balance "$all" --reason "$why" --evidence "surat bank 1"; done
cheat fatimah "looks at two of three accounts" close mendadak --bank-balance "simulasi=8.000.000 bri=300.000" --reason "$why" --evidence x
ends 0 "the chairman looks by surprise" close mendadak --bank-balance "$all" --reason "$why" --evidence "surat bank 1" --as fatimah
cheat fatimah "takes note of her own look" loket journal know 1/2026
cheat rina "takes note of it" loket journal know 1/2026
ends 0 "the panitera does" loket journal know 1/2026 --as hasan
ends 0 "each account is kept with it" loket journal closings 1/2026 --as hasan --format csv
says "as book and bank" "bri buku 300000, bank 300000"
ends 0 "and printed" loket journal closings 1/2026 --pdf --as fatimah
with_sql "an account of it is rewritten" "UPDATE closing_account SET typed = 1"
with_sql "or taken out" "DELETE FROM closing_account"
instrument 9/2026 1000 3
is "and the day stays open" 1 "$(sql "SELECT count(*) FROM payout WHERE instrument = '9/2026' AND state = 'dikirim'")"
LOKET_CLOCK=2027-01-02T02:00:00Z
ends 0 "a quarter with a look by surprise waits for none" loket worklist mendadak --as fatimah --format csv
is "so that there is no row" 1 "$(wc -l <"$work/said")"
LOKET_CLOCK=2027-04-01T02:00:00Z
ends 0 "the next one, without," loket worklist mendadak --as fatimah --format csv
says "is overdue for the chairman" "^1/2027,"
LOKET_CLOCK=2026-12-01T02:00:00Z
ends 0 "the month is closed by the panitera" close 2026-11 --bank-balance "$all" --reason "$why" --evidence "surat bank 1" --as hasan

told
