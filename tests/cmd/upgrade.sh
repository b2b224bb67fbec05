#!/bin/sh
# A home of an older edition: no reading command changes it, and before it is brought up it is copied.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"

"$root/tests/home" people >/dev/null
now=$(sql 'PRAGMA user_version')
# Taken back by one edition in name only: the newest file of the schema is what would be run.
mkdir "$work/old"
make_old() {
	find "$root/src/store/sql" -name '[0-9]*.sql' | sort | head -n $((now - 1)) | while read -r file; do
		sqlite3 "$work/old/loket.db" <"$file" >/dev/null
	done
}
make_old
sqlite3 "$work/old/loket.db" 'PRAGMA journal_mode = WAL' >/dev/null
export LOKET_HOME="$work/old"
before=$(sha256sum <"$work/old/loket.db")
for command in status "user list" "filing list" "journal check"; do
	# shellcheck disable=SC2086 # words
	ends 2 "loket $command does not bring it up" loket $command --as sari
	says "  it says how that is done" 'jalankan dahulu: loket upgrade'
done
is "the file is as it was" "$before" "$(sha256sum <"$work/old/loket.db")"

ends 0 "loket upgrade" loket upgrade
says "says where the copy lies" "disalin ke $work/old/cadangan/sebelum-edisi-$now-"
copy=$(ls "$work"/old/cadangan/*.db)
is "the copy is of the edition before" $((now - 1)) "$(sqlite3 "$copy" 'PRAGMA user_version')"
is "  whole" ok "$(sqlite3 "$copy" 'PRAGMA integrity_check')"
is "  and for its owner only" 600 "$(stat -c %a "$copy")"
is "the home is of this one" "$now" "$(sql 'PRAGMA user_version')"
ends 0 "again: nothing is to do" loket upgrade
is "  and nothing is copied" 1 "$(find "$work/old/cadangan" -type f | grep -c .)"
ends 1 "now commands open it" loket status --as sari

# Where the copy cannot be made nothing is brought up.
rm -rf "$work/old/loket.db"* "$work/old/cadangan"
make_old
echo 'a file' >"$work/old/cadangan"
ends 3 "no place for the copy" loket upgrade
is "the home stays of its edition" $((now - 1)) "$(sql 'PRAGMA user_version')"
rm "$work/old/cadangan"
ends 0 "with a place it goes on" loket upgrade
echo "1..$count"
