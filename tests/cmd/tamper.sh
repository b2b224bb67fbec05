#!/bin/sh
# `loket audit verify` finds what somebody with the sqlite3 shell, or a hand in the folders, changed, took away or put in,
# and says where; a kwitansi's QR code finds a history that was written anew. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"

whole=$work/whole tried=0 found=0
LOKET_HOME=$whole
loket init --sample >"$work/said" 2>&1 || cat "$work/said"
paid=$(sql "SELECT f.reg FROM receipt r JOIN journal_entry e ON e.number = r.entry JOIN filing f ON f.id = e.filing ORDER BY r.serial LIMIT 1")
sqlite3 "$whole/loket.db" ".backup $work/before.db"
ends 0 "an act after that" loket step skum.terbit --filing "$(sql "SELECT reg FROM filing WHERE stage = 5 LIMIT 1")" bank="$(sql "SELECT bank FROM va LIMIT 1")" --as rina
ends 0 "a kwitansi is printed" loket print kwitansi --filing "$paid" --as rina
ends 0 "a month is closed" loket journal close 2025-01 --bank-balance 0 --as hasan
ends 0 "what nobody touched is whole" loket audit verify --as hasan
says "how much was looked at" "Utuh: [0-9.]+ baris rantai, [1-9][0-9]* dokumen, 1 surat"
ends 1 "a clerk does not check" loket audit verify --as sari
of() { sql "SELECT $1"; }
event=$(of "max(number) FROM event WHERE act = 'isi'")
reg_event=$(of "f.reg FROM event e JOIN filing f ON f.seq = e.filing WHERE e.number = $event")
pdf=$(of "digest FROM document ORDER BY digest LIMIT 1")
paper=kwitansi-$paid

# tampers WHAT SQL PATTERN: with the shell, its triggers dropped first as whoever tampers would.
tampers() {
	tried=$((tried + 1))
	rm -rf "${work:?}/home"
	cp -a "$whole" "$work/home"
	LOKET_HOME=$work/home
	case $2 in
	files:*) (cd "$work/home" && eval "${2#files:}") ;;
	*) sqlite3 "$work/home/loket.db" "PRAGMA foreign_keys = OFF; $2" >"$work/sqlite" 2>&1 || sed 's/^/# sqlite3: /' "$work/sqlite" ;;
	esac
	loket audit verify --as hasan --format csv >"$work/said" 2>&1
	case $?/${4:-} in 1/ | 0/orphan) found=$((found + 1)) ;; *) echo "# not refused: $1" ;; esac
	says "$1" "$3"
	LOKET_HOME=$whole
}
open_event="DROP TRIGGER event_change; DROP TRIGGER event_stays;"

tampers "another name in the history" "$open_event UPDATE event SET who = 'hasan' WHERE number = $event" "^diubah,event,[0-9]+/$event,$reg_event,"
tampers "another time" "$open_event UPDATE event SET at = at - 86400000 WHERE number = $event" "^diubah,event,[0-9]+/$event,$reg_event,[0-9]"
tampers "an event is taken out" "$open_event DELETE FROM event WHERE number = $event" "^hilang,event,[0-9]+/$event,$reg_event,"
tampers "one is put in" "INSERT INTO event (filing, version, command, at, who, step, act, text, news, detail)
	VALUES (1, 99, '01AAAAAAAAAAAAAAAAAAAAAAAA', 1, 'sari', 'akun', 'isi', '', '', '')" "^disisipkan,event,1/"
tampers "what a form said" "DROP TRIGGER revision_change; UPDATE revision SET body = replace(body, 'a', 'e') WHERE event = $event" "^diubah,event,[0-9]+/$event,$reg_event,"
tampers "a party's name" "UPDATE party SET name = 'SIAPA' WHERE filing = 1 AND row = 1" "^diubah,filing,1,PA"
tampers "a registration number" "UPDATE filing SET reg = 'PA.Cth-X' WHERE seq = 2" "^diubah,filing,2,PA.Cth-X,"
tampers "a verdict" "UPDATE verdict SET yes = 1 - yes, who = 'budi' WHERE rowid = 1" "^diubah,verdict,"
tampers "an item of it" "UPDATE verdict_item SET answer = 'x'" "^diubah,verdict,"
tampers "a case number" "DROP TRIGGER case_number_stays; UPDATE case_number SET number = '7/Pdt.G/2026/PA.Cth'" "^diubah,case_number,"
tampers "one that SIPP never gave" "INSERT INTO case_number (filing, number, sequence) SELECT id, '8/Pdt.G/2026/PA.Cth', 8 FROM filing
	WHERE id NOT IN (SELECT filing FROM case_number) LIMIT 1" "^disisipkan,case_number,"
tampers "the amount of a payment" "DROP TRIGGER payment_settled_once; UPDATE payment SET channel = 'tunai', at = 1 WHERE rowid = 1" "^diubah,payment,"
tampers "a payment that the bank never told" "INSERT INTO payment (id, filing, trx, amount, at, channel, reference, source, suspense)
	SELECT 'PALSU', id, 'V', 1000, 1, '', '', 'bank', 0 FROM filing LIMIT 1" "^disisipkan,payment,PALSU,PA"
tampers "a virtual account" "UPDATE va SET number = '999' WHERE rowid = 1" "^diubah,va,"
tampers "a line of an e-SKUM" "UPDATE skum_line SET amount = amount + 1" "^diubah,skum,"
tampers "a line of the journal" "DROP TRIGGER journal_line_change; UPDATE journal_line SET amount = -amount WHERE entry = 1" "^diubah,journal_entry,1,PA"
tampers "an entry is taken out" "DROP TRIGGER journal_entry_stays; DELETE FROM journal_entry WHERE number = 1" "^hilang,journal_entry,1,"
tampers "a kwitansi's number" "DROP TRIGGER receipt_change; UPDATE receipt SET serial = 77 WHERE serial = 1" "^diubah,journal_entry,1,PA"
tampers "a closing" "DROP TRIGGER closing_change; UPDATE closing SET who = 'budi'" "^diubah,closing,1,"
tampers "a statement's line" "INSERT INTO statement (bank, key, payment, reference, va, trx, amount, at, seen) VALUES ('x', 'k', '', '', '', '', 5, 1, 1)" "^disisipkan,statement,x/k,"
tampers "somebody's roles" "UPDATE user SET roles = 'ti' WHERE name = 'sari'" "^diubah,user,sari,"
tampers "somebody's password" "UPDATE user SET hash = (SELECT hash FROM user WHERE name = 'sari') WHERE name = 'adi'" "^diubah,user,adi,"
tampers "a new account" "INSERT INTO user (name, full_name, roles, disabled, hash) VALUES ('gelap', '', 'ti', 0, '')" "^disisipkan,user,gelap,"
tampers "the log of accounts" "DROP TRIGGER user_log_stays; DELETE FROM user_log WHERE number = 3" "^hilang,user_log,3,"
tampers "a document's row" "UPDATE document SET name = 'lain.pdf' WHERE digest = '$pdf'" "^diubah,document,$pdf,"
tampers "which paper was printed" "DROP TRIGGER paper_change; UPDATE paper SET who = 'x'" "^diubah,paper,1,"
tampers "a trigger is dropped" "DROP TRIGGER event_stays" "^skema,trigger,event_stays,"
tampers "one is emptied" "DROP TRIGGER event_stays; CREATE TRIGGER event_stays BEFORE DELETE ON event BEGIN SELECT 1; END" "^skema,trigger,event_stays,.*diubah"
tampers "one is added" "CREATE TRIGGER gelap AFTER INSERT ON event BEGIN SELECT 1; END" "^skema,trigger,gelap,"
tampers "an index is dropped" "DROP INDEX one_live_va" "^skema,index,one_live_va,"
# who knows the chain changes it too
open_chain="DROP TRIGGER chain_change; DROP TRIGGER chain_stays;"
tampers "a digest of the chain" "$open_chain UPDATE chain SET digest = zeroblob(32) WHERE number = 20" "^rantai putus,chain,[0-9–]*20?"
tampers "its last rows" "$open_chain DELETE FROM chain WHERE number > (SELECT max(number) - 5 FROM chain)" "^(kepala rantai|rantai putus),chain"
tampers "rows from its middle" "$open_chain DELETE FROM chain WHERE number BETWEEN 20 AND 22" "^rantai putus,chain,"
tampers "a row behind its end" "INSERT INTO chain (number, at, of, row, part, filing, digest) SELECT max(number) + 1, 1, 'user', 'sari', '', '', zeroblob(32) FROM chain" "^(kepala rantai|rantai putus),chain"
tampers "the head" "UPDATE chain_head SET link = zeroblob(32)" "^(kepala rantai|rantai putus),chain"
tampers "no head" "DELETE FROM chain_head" "^(kepala rantai|rantai putus),chain"
tampers "another key" "files: printf %064d 7 >k && mv -f k keys/rantai.key && chmod 400 keys/rantai.key" "^(kepala rantai|rantai putus),chain"
# files
tampers "a document is changed" "files: chmod u+w berkas/*/$pdf && tee -a berkas/*/$pdf <'$work/password' >/dev/null" "^diubah,berkas,$pdf,"
tampers "one is taken away" "files: rm -f berkas/*/$pdf" "^hilang,berkas,$pdf,"
tampers "one is put in" "files: echo x >berkas/00lain" "^tanpa catatan,berkas,00lain" orphan
tampers "a printed kwitansi is changed" "files: tee -a cetak/$paper-1.pdf <'$work/password' >/dev/null" "^diubah,cetak,$paper"
tampers "it is taken away" "files: rm cetak/$paper-1.pdf" "^hilang,cetak,$paper"
tampers "one is put in" "files: echo x >cetak/kwitansi-gelap.pdf" "^tanpa catatan,cetak,kwitansi-gelap.pdf" orphan
is "all $tried were found" "$tried" "$found"
[ "$tried" -ge 40 ] || echo "not ok - only $tried kinds"

# who owns the home can put back what it was before, whole and signed: the receipt in a party's hand says otherwise
pdftoppm -r 300 -png "$whole/cetak/$paper-1.pdf" "$work/page"
zbarimg -q --raw "$work"/page*.png >"$work/said" 2>"$work/zbar"
code=$(head -1 "$work/said")
says "it names filing, kwitansi and amount, and the chain" "^$paid\\|1/20[0-9]+\\|[0-9]+\\|[0-9]+\\.[A-Za-z0-9_-]{43}\\.[A-Za-z0-9_-]{86}\$"
ends 0 "the chain holds what it said" loket audit verify "$code" --as hasan
says "how far" "cocok: [0-9.]+ baris"
ends 1 "a code that somebody made up" loket audit verify "$(echo "$code" | sed -E 's/[|]([0-9]+)[.]/|1\1./')" --as hasan
ends 2 "what is no code" loket audit verify "kwitansi" --as hasan
rm -f "$whole/loket.db-wal" "$whole/loket.db-shm"
cp "$work/before.db" "$whole/loket.db"
ends 0 "an older database is whole in itself" loket audit verify --as hasan
ends 1 "and the receipt was printed from another" loket audit verify "$code" --as hasan
says "why" "setelah kwitansi itu dicetak"
echo "1..$count"
