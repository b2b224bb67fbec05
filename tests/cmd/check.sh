#!/bin/sh
# `loket journal check` finds what cannot be true, and names the entry: each violation is planted with sqlite3 in a copy
# of a sound home, past the program and its triggers. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
# shellcheck source=tests/cmd/summonses
. "$(dirname "$0")/summonses"

loket init --people >"$work/said" 2>&1 || cat "$work/said"
one_filing 1 ecourt | sed '1i <?xml version="1.0"?><filings xmlns="urn:loket:filing:1">' >"$work/one.xml"
echo '</filings>' >>"$work/one.xml"
loket filing import "$work/one.xml" --as sari >"$work/said" 2>&1 || cat "$work/said"
numbered
case=1/Pdt.G/2026/PA.Cth
ends 0 "an expense is prepared" loket step panjar.keluar --filing $case komponen=panggilan jumlah=50000 kategori=panggilan penerima=Umar \
	instrumen=I-1/2026 tanggal=+0 "dasar=perintah majelis" --as rina
ends 0 "and approved" loket step panjar.setuju --filing $case nomor=1 jumlah=50000 --as hasan
ends 0 "October is closed" loket journal close 2026-10 --bank-balance 0 --as hasan
ends 0 "a sound home is sound" loket journal check --as hasan
sound=$LOKET_HOME

# planted WHAT PATTERN SQL…: the check of a copy with this in it tells so
planted() {
	what=$1 pattern=$2
	shift 2
	LOKET_HOME=$work/planted
	rm -rf "$LOKET_HOME"
	cp -r "$sound" "$LOKET_HOME"
	{
		sqlite3 "$LOKET_HOME/loket.db" "SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_schema WHERE type = 'trigger' AND name NOT LIKE 'filing_word%'"
		printf '%s;\n' "$@"
	} >"$work/plant.sql"
	sqlite3 "$LOKET_HOME/loket.db" <"$work/plant.sql" || echo "# not planted: $what"
	ends "${code:-1}" "$what is found" loket journal check --as hasan
	says "and named" "$pattern"
	LOKET_HOME=$sound
}
# entry WHERE: an entry of 1.000 from the advance to the bank, posted and written as the condition says
entry() {
	echo "INSERT INTO journal_entry (filing, posted, what, who, at, sealed) SELECT id, $1, '$3', 'rina', $2, 1 FROM filing;
		INSERT INTO journal_line (entry, line, account, amount, category) SELECT max(number), 0, 'panjar', 1000, '$4' FROM journal_entry;
		INSERT INTO journal_line (entry, line, account, amount, category) SELECT max(number), 1, '${5:-bank}', -1000, '$4' FROM journal_entry"
}
today="CAST(julianday('2026-11-25') - 2440587.5 AS INTEGER)"
now="(SELECT max(at) FROM journal_entry) + 1"

planted "a payment that no bank told of" "pembayaran tanpa catatan bank +jurnal 1, b1" "UPDATE payment SET source = 'notice', arrived = (SELECT at FROM journal_entry WHERE number = 1)"
planted "an expense without an instrument" "pengeluaran tanpa instrumen +jurnal 3 " "$(entry "$today" "$now" 'tanpa' panggilan)"
planted "a closing that is not the ledger's" "penutupan dan buku +berita acara 1/2026 +7 " "UPDATE closing SET book = 7, reason = 'x'"
planted "a month closed without the bank's word" "tanpa rekening koran +berita acara 1/2026" "UPDATE closing SET bank = NULL"
planted "an entry older than the one before" "lebih tua daripada nomor sebelumnya +jurnal 2 " "UPDATE journal_entry SET at = at - 86400000, posted = posted WHERE number = 2"
planted "money out before it came in" "sebelum panjar masuk +jurnal 2 " "UPDATE journal_entry SET posted = posted - 1 WHERE number = 2"
planted "money out before the case was" "sebelum perkara terdaftar +jurnal 2 " "UPDATE journal_entry SET posted = posted - 1 WHERE number IN (1, 2)"
planted "an entry of a day to come" "belum tiba +jurnal 2 " "UPDATE journal_entry SET posted = posted + 1 WHERE number = 2"
planted "a fee twice" "lebih dari sekali +jurnal 4 " "$(entry "$today" "$now" 'PNBP' pnbp_pendaftaran pnbp)" "$(entry "$today" "$now" 'PNBP' pnbp_pendaftaran pnbp)"
code=3
planted "an entry that does not sum to zero" "Jurnal nomor 2 tidak seimbang" "UPDATE journal_line SET amount = amount + 1 WHERE entry = 2 AND line = 0"
ends 0 "the sound home still is" loket journal check --as hasan
echo "1..$count"
