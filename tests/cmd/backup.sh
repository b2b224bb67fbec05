#!/bin/sh
# A backup is whole or is none, proves itself by being brought back, and a home that is lost comes back with all of it.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"

"$root/tests/home" people >/dev/null
ends 0 "some filings" loket filing import "$root/data/sample/filings.xml" --as sari
echo geheim >"$LOKET_HOME/keys/token"
chmod 600 "$LOKET_HOME/keys/token"
to=$work/disk
ends 1 "a clerk makes none" loket backup "$to" --as sari
ends 0 "an administrator does" loket backup "$to" "$work/second" --keys "$work/safe" --as adi --format csv
one=$(find "$to" -maxdepth 1 -name 'loket-2*')
name=${one##*/}
is "nothing half made stands beside it" 1 "$(find "$to" -mindepth 1 -maxdepth 1 | grep -c .)"
is "its list is one that sha256sum reads" 0 "$(cd "$one" && sha256sum -c --quiet SHA256SUMS >/dev/null 2>&1; echo $?)"
is "  and names every file but itself" "$(find "$one" -type f ! -name SHA256SUMS | grep -c .)" "$(grep -c . "$one/SHA256SUMS")"
is "the second copy is the same" "$(cat "$one/SHA256SUMS")" "$(cat "$work/second/$name/SHA256SUMS")"
is "no key is in it" 0 "$(grep -rl geheim "$one" "$work/second" | grep -c .)"
is "  the keys lie apart, closed to others" "geheim 600" "$(cat "$work/safe/$name/token") $(stat -c %a "$work/safe/$name/token")"
is "it is for its owner only" "700 600" "$(stat -c %a "$one") $(stat -c %a "$one/loket.db")"

ends 0 "it can be tried again" loket restore "$one" --check
is "  and leaves nothing behind" 1 "$(find "$to" -mindepth 1 -maxdepth 1 | grep -c .)"
ends 1 "a home that stands is not written over" loket restore "$one"
says "  which is said" "sudah ada"

# What the home says today; then it is lost, with filings that came after the backup.
before=$(loket filing list --as budi --format csv)
journal=$(loket journal check --as adi --format csv)
ends 0 "filings after the backup" loket filing import "$root/data/sample/filings.xml" --as sari --again
later=$(sql "SELECT group_concat(reg) FROM filing")
mv "$LOKET_HOME" "$work/lost"
ends 0 "it is brought back" loket restore "$one" --keys "$work/safe/$name"
is "every filing of then" "$before" "$(loket filing list --as budi --format csv)"
is "the journal of then" "$journal" "$(loket journal check --as adi --format csv)"
is "the keys" "geheim 600" "$(cat "$LOKET_HOME/keys/token") $(stat -c %a "$LOKET_HOME/keys/token")"
is "every document" "" "$(cd "$work/lost/berkas" && find . -type f | sort | while read -r f; do cmp "$f" "$LOKET_HOME/berkas/$f" 2>&1; done)"
ends 0 "filings are taken again" loket filing import "$root/data/sample/filings.xml" --as sari --again
is "  none under a number given before the loss" 0 \
	"$(sql "SELECT count(*) FROM filing WHERE instr('$later', reg) > 0 AND instr('$before', reg) = 0")"

# The next one takes from the last what did not change, and old ones go.
LOKET_CLOCK=$(printf %+d $((LOKET_CLOCK + 60))) loket backup "$to" --as adi >"$work/said" 2>&1
mkdir "$to/loket-2019-foto"
echo x >"$to/loket-2019-foto/satu.jpg"
LOKET_CLOCK=$(printf %+d $((LOKET_CLOCK + 120))) loket backup "$to" --keep 2 --as adi >"$work/said" 2>&1
is "a folder that is no backup stays, whatever its name" x "$(cat "$to/loket-2019-foto/satu.jpg")"
rm -r "$to/loket-2019-foto"
is "of three backups two are kept" 2 "$(find "$to" -mindepth 1 -maxdepth 1 | grep -c .)"
is "  the oldest is gone" 0 "$(find "$to" -name "$name" | grep -c .)"
newest=$(find "$to" -maxdepth 1 -name 'loket-2*' | sort | tail -1)
is "a document stands on the disk once for both" 2 "$(find "$newest/berkas" -type f -exec stat -c %h {} + | sort -n | tail -1)"
ends 0 "the newest is whole by itself" loket restore "$newest" --check

# What is not as it was made is refused, and named.
doc=$(find "$newest/berkas" -type f | head -n 1)
spoil() {
	rm -rf "$work/bad"
	cp -a "$newest" "$work/bad"
	chmod -R u+w "$work/bad"
}
spoil && printf x >>"$work/bad/${doc#"$newest"/}"
ends 1 "a document with a byte more" loket restore "$work/bad" --check
says "  is named" "${doc##*/}"
spoil && rm "$work/bad/${doc#"$newest"/}"
ends 3 "a document that is gone" loket restore "$work/bad" --check
spoil && printf x | dd of="$work/bad/loket.db" bs=1 seek=9000 conv=notrunc 2>/dev/null
ends 1 "a database with another byte" loket restore "$work/bad" --check
spoil && sqlite3 "$work/bad/loket.db" "DELETE FROM data_change; DELETE FROM counter" && rm -f "$work/bad/loket.db-"* &&
	sqlite3 "$work/bad/loket.db" "DELETE FROM warning" && sed -i '/loket\.db$/d' "$work/bad/SHA256SUMS"
ends 2 "a list without the database" loket restore "$work/bad" --check
spoil && echo "$(printf %064d 0)  ../../etc/passwd" >>"$work/bad/SHA256SUMS"
ends 1 "a list that leads out of the folder" loket restore "$work/bad" --check
says "  is none" "bukan daftar berkas sebuah cadangan"
ends 3 "a folder that is no backup" loket restore "$work" --check
ends 3 "a folder that cannot be written" loket backup "$work/password" --as adi

# A document lost from the home is found by the next backup, which is kept all the same.
lost=$(find "$LOKET_HOME/berkas" -type f | head -n 1)
rm -rf "$work/other"
rm -f "$lost"
ends 1 "a document of the home is gone" loket backup "$work/other" --as adi
says "  it is counted" "1 dokumen tidak ada"
is "  and the rest is kept" 1 "$(find "$work/other" -maxdepth 1 -name 'loket-2*' | grep -c .)"
mv "$work/lost/berkas/${lost#"$LOKET_HOME"/berkas/}" "$lost"

# Ended by force at any instant it leaves no backup that is not whole.
whole=0 broken=0
for part in 1 2 3 4 5 6 7 8 9 10 11 12; do
	timeout -s KILL 0.0"$part" loket backup "$work/killed" --as adi >/dev/null 2>&1
done
for made in "$work"/killed/loket-2*; do
	[ -d "$made" ] || continue
	if loket restore "$made" --check >/dev/null 2>&1; then whole=$((whole + 1)); else broken=$((broken + 1)); fi
done
is "none that is not whole has a name" 0 "$broken"
ends 0 "and one made afterwards is whole" loket backup "$work/killed" --as adi
is "  what was not finished is gone" 0 "$(find "$work/killed" -name '.*' | grep -c .)"

# While others write.
loket filing import "$root/data/sample/filings.xml" --as sari --again >/dev/null 2>&1 &
ends 0 "beside an import" loket backup "$work/beside" --as adi
wait
ends 0 "what was written is in the next" loket backup "$work/beside/next" --as adi
echo "1..$count"
