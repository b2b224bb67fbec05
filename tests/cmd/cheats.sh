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

echo "1..$count"
echo "# attempts $((refused + shown + missed)), refused $refused, shown $shown, missed $missed"
[ "$missed" = 0 ]
