#!/bin/sh
# `loket audit pack`: an inspector, who may only read, takes a month along in one folder; its list of sums holds, and the
# same database gives the same files. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
# shellcheck source=tests/cmd/summonses
. "$(dirname "$0")/summonses"

echo "kata sandi" >"$work/longer"
loket init --people >"$work/said" 2>&1 || cat "$work/said"
for n in 1 2; do one_filing "$n" ecourt; done | sed '1i <?xml version="1.0"?><filings xmlns="urn:loket:filing:1">' >"$work/two.xml"
echo '</filings>' >>"$work/two.xml"
loket filing import "$work/two.xml" --as sari >"$work/said" 2>&1 || cat "$work/said"
numbered
ends 0 "an expense waits" loket step panjar.keluar --filing 1/Pdt.G/2026/PA.Cth komponen=sita jumlah=1000 kategori=sita penerima=Umar \
	instrumen=7/2026 tanggal=+0 "dasar=perintah majelis" --as rina
ends 0 "October is closed" loket journal close 2026-10 --bank-balance 0 --as hasan
ends 0 "an inspector is added" loket user add awas --as adi --name "Pengawas" --roles pengawas --unix "$(id -un)" --new-password-file "$work/longer"
unset LOKET_PASSWORD_FILE

ends 0 "he takes November along" loket audit pack 2026-11 "$work/a"
says "how many files" "^2[0-9] berkas; "
ends 0 "the sums hold" sh -c "cd '$work/a' && sha256sum -c --strict SHA256SUMS"
is "every file is in the list" "$(cd "$work/a" && find . -type f ! -name SHA256SUMS | wc -l)" "$(wc -l <"$work/a/SHA256SUMS")"
for file in buku-induk-2026-11.pdf buku-kas-2026-11.csv buku-hhk-2026-11.csv buku-lipa-7a-2026-11.pdf buku-jurnal-Pdt.G-2026.pdf jurnal-2026-11.csv \
	penutupan-2026-11.csv kwitansi-2026-11.csv uang-keluar-2026-11.csv setoran-2026-11.csv pengguna-2026-11.csv; do
	is "$file is there" 1 "$(grep -c " $file\$" "$work/a/SHA256SUMS")"
done
is "each kwitansi of the month" "$(sql 'SELECT count(*) FROM receipt')" "$(sed 1d "$work/a/kwitansi-2026-11.csv" | wc -l)"
is "each act on a user" "$(sql 'SELECT count(*) FROM user_log')" "$(sed 1d "$work/a/pengguna-2026-11.csv" | wc -l)"
is "what was prepared to go out" "$(sql 'SELECT count(*) FROM payout')" "$(sed 1d "$work/a/uang-keluar-2026-11.csv" | wc -l)"
is "a line for each line of the ledger" "$(sql 'SELECT count(*) FROM journal_line')" "$(sed 1d "$work/a/jurnal-2026-11.csv" | wc -l)"
ends 0 "once more, elsewhere" loket audit pack 2026-11 "$work/b"
ends 0 "every byte is the same" diff -r "$work/a" "$work/b"
ends 0 "October has its closing" loket audit pack 2026-10 "$work/c"
is "as rows too" "1/2026,2026-10-31" "$(sed 1d "$work/c/penutupan-2026-10.csv" | cut -d, -f1,2)"
is "the berita acara" 1 "$(grep -c ' penutupan-2026-1.pdf$' "$work/c/SHA256SUMS")"
ends 0 "without a folder it lies with the papers" loket audit pack 2026-11
ends 0 "there" test -s "$LOKET_HOME/cetak/audit-2026-11/SHA256SUMS"
printf x >>"$work/a/jurnal-2026-11.csv"
ends 1 "a changed file is found" sh -c "cd '$work/a' && sha256sum -c --status SHA256SUMS"

ends 0 "the inspector reads the work list" loket worklist
ends 0 "and the log of users" loket user log
ends 0 "and checks the journal" loket journal check
case=1/Pdt.G/2026/PA.Cth
for attempt in "step panjar.akhir --filing $case cara=cabut tanggal=+0 alasan=damai" "journal close 2026-11-24" "journal know 1/2026" \
	"user disable rina" "step panjar.sisa --filing $case nomor=1 tanggal=+0 bukti=resi"; do
	# shellcheck disable=SC2086 # words
	ends 1 "he may not: ${attempt%% --*}" loket $attempt
done
ends 2 "a pack is of a month" loket audit pack 2026
echo "1..$count"
