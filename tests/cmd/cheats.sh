#!/bin/sh
# The cheat table: what somebody of the court, alone or with another, may try with its money, with the product's own
# commands. Each attempt is refused, or stands in red for the panitera the same day; one that is neither is missed.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
# shellcheck source=tests/cmd/summonses
. "$(dirname "$0")/summonses"

refused=0 shown=0 missed=0

# cheat WHO WHAT COMMAND…: an attempt that must be refused; why is in $work/said.
cheat() {
	who=$1 what=$2
	shift 2
	count=$((count + 1))
	if "$@" --as "$who" >"$work/said" 2>&1 </dev/null; then
		missed=$((missed + 1))
		echo "not ok $count - $who: $what"
		sed 's/^/# /' "$work/said" | head -5
	else
		refused=$((refused + 1))
		echo "ok $count - $who: $what: refused"
	fi
}

# with_sql WHAT SQL: somebody with the file, past the program
with_sql() {
	count=$((count + 1))
	if sqlite3 "$LOKET_HOME/loket.db" "$2" >"$work/said" 2>&1; then
		missed=$((missed + 1))
		echo "not ok $count - $1"
	else
		refused=$((refused + 1))
		echo "ok $count - $1: refused"
	fi
}

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
ends 0 "a correction is a new one" loket journal close 2026-10 --bank-balance 999 --corrects 1/2026 --reason "salah baca rekening koran" --as hasan
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
with_sql "a closing is rewritten in the database" "UPDATE closing SET bank = 1 WHERE number = 1"
with_sql "a closing is taken out of it" "DELETE FROM closing WHERE number = 1"
ends 0 "it is printed" loket journal closings 2/2026 --pdf --as fatimah

echo "1..$count"
echo "# attempts $((refused + shown + missed)), refused $refused, shown $shown, missed $missed"
[ "$missed" = 0 ]
