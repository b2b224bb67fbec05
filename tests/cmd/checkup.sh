#!/bin/sh
# `loket doctor`: every check of the machine is green where all is well and says so where it is not, with the remedy;
# the exit code is that of the worst; what was found at dawn is kept. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
holder=''
trap '[ -z "$holder" ] || kill $holder 2>/dev/null; rm -rf "$work"' EXIT
"$root/tests/home" filings >/dev/null
# finds CHECK STATE WHAT [PATTERN]: that check alone is of that state, by its code too, and says so.
finds() {
	case $2 in hijau) code=0 ;; kuning) code=1 ;; *) code=3 ;; esac
	ends $code "$3" loket doctor "$1" --format csv
	says "  $2" "^\"?$1[^,]*,$2,.*${4:-}"
}
# at SECONDS COMMAND…: so much later
at() {
	now=$LOKET_CLOCK
	LOKET_CLOCK=$(printf %+d $((LOKET_CLOCK + $1)))
	shift
	"$@"
	LOKET_CLOCK=$now
}
fake() { # fake PROGRAM: in the path, saying what follows
	mkdir -p "$work/bin"
	{
		echo '#!/bin/sh'
		cat
	} >"$work/bin/$1"
	chmod +x "$work/bin/$1"
}

# ---- all in one table ----
ends 3 "a home of the sample, without backup and worker" loket doctor --format json
is "  is a table of rows, each with its state" ok "$(sqlite3 :memory: "select iif(count(*) > 18
	and sum(json_extract(value, '\$.keadaan') not in ('hijau', 'kuning', 'merah')) = 0
	and sum(json_extract(value, '\$.temuan') = '') = 0, 'ok', 'not') from json_each(readfile('$work/said'))")"
is "  what is not green has a remedy" 0 "$(sqlite3 :memory: "select count(*) from json_each(readfile('$work/said'))
	where json_extract(value, '\$.keadaan') <> 'hijau' and json_extract(value, '\$.obat') = ''")"
loket doctor --format csv >"$work/all"
unknown=
sed '1d; s/^"*//; s/[,\/].*//' "$work/all" | sort -u >"$work/names"
while read -r check; do
	loket doctor "$check" >"$work/said" 2>&1 </dev/null
	[ $? -ne 2 ] || case $check in bank | sipp | mail) ;; *) unknown="$unknown $check" ;; esac
done <"$work/names"
is "  each check can be run alone" '' "$unknown"
ends 2 "a check that there is not" loket doctor kopi
says "  the others are named" 'pilihannya: disk, jam'
ends 0 "in English" env LANGUAGE=en loket doctor disk
says "  the finding too" 'disk +green +[0-9.]+ GiB \([0-9]+ percent\) left'

# ---- the home ----
finds disk hijau "the disk" 'GiB'
finds basis-data hijau "the database" 'skema buatan program ini'
sqlite3 "$LOKET_HOME/loket.db" 'DROP TRIGGER event_change'
finds basis-data merah "a trigger that is gone" 'trigger event_change'
ends 0 "  its remedy" loket status --as adi --table hubungan
sqlite3 "$LOKET_HOME/loket.db" 'CREATE TABLE titipan_gelap (x)'
finds basis-data merah "what was changed by hand" 'skema|Skema'
rm -rf "$LOKET_HOME" && "$root/tests/home" filings >/dev/null
sqlite3 "$LOKET_HOME/loket.db" 'CREATE TABLE titipan_gelap (x)'
finds basis-data merah "a table that was added" 'table titipan_gelap'
rm -rf "$LOKET_HOME" && "$root/tests/home" filings >/dev/null
sqlite3 "$LOKET_HOME/loket.db" 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
pages=$(sqlite3 "$LOKET_HOME/loket.db" "SELECT rootpage FROM sqlite_schema WHERE name = 'event'")
dd if=/dev/zero of="$LOKET_HOME/loket.db" bs=4096 seek="$((pages - 1))" count=1 conv=notrunc 2>/dev/null
finds basis-data merah "a page that was lost" 'pulihkan|rusak|malformed'
ends 3 "  the other checks go on" loket doctor
says "  and say so" 'disk +hijau'
rm -rf "$LOKET_HOME" && "$root/tests/home" filings >/dev/null

finds kunci hijau "nobody writes"
flock -F "$LOKET_HOME/loket.lock" tail -f /dev/null &
holder=$!
until ! flock -n "$LOKET_HOME/loket.lock" true; do :; done
finds kunci kuning "somebody holds the lock" 'ditahan'
kill "$holder"
wait "$holder" 2>/dev/null
holder=''

finds hak hijau "the rights of the home"
chmod 755 "$LOKET_HOME"
finds hak merah "a home that others can open" "chmod 700 $LOKET_HOME"
chmod 700 "$LOKET_HOME"
(umask 022 && echo rahasia >"$LOKET_HOME/keys/sipp.token")
finds hak merah "a key that others can read" 'chmod go-rwx .*keys/sipp.token'
rm "$LOKET_HOME/keys/sipp.token"

finds cadangan merah "no backup" 'belum pernah'
ends 0 "one that was made" loket backup "$work/cadangan" --as adi
finds cadangan hijau "  was tried when it was made" 'sudah dicoba'
at 110000 finds cadangan kuning "  the day after it is late"
at 400000 finds cadangan merah "  and later too old"
rm -rf "$work"/cadangan/loket-*
finds cadangan merah "  one that is gone" 'tidak lagi ada'

finds pekerja merah "no worker" 'tidak berjalan'
finds antrean hijau "no message that is stuck"
at 90000 finds jam hijau "the clock"
at -900000 finds jam merah "a clock before what is written" 'sebelum catatan'

# ---- the court's data ----
finds pengadilan kuning "the sample court" 'bukan pengadilan'
finds kalender kuning "next year's holidays in November" 'hari libur 2027 belum'
at -20000000 finds kalender hijau "  in April they are not missed"
finds tarif hijau "tariffs"
mkdir -p "$LOKET_HOME/data"
cp -r "$root/data/fees" "$LOKET_HOME/data/fees"
sed 's/\(component="proses" amount="75000" from="2026-01-01"\)/\1 to="2026-12-31"/' "$root/data/fees/panjar.xml" >"$LOKET_HOME/data/fees/panjar.xml"

finds tarif kuning "one that ends next month" 'proses berakhir 31-12-2026.*panjar.xml:[0-9]+'
rm -r "$LOKET_HOME/data/fees"

# ---- what is installed and connected ----
PATH=$work/bin:$PATH
fake lpstat <<-'END'
	echo 'printer HP is idle.  enabled since Mon'
END
finds printer hijau "a printer" 'HP'
fake lpstat <<-'END'
	echo 'printer HP disabled since Mon -'
END
finds printer merah "one that stands still" 'berhenti'
fake lpstat <<-'END'
	echo 'lpstat: No destinations added.'; exit 1
END
finds printer kuning "none"
fake scanimage <<-'END'
	echo "device \`epson' is an Epson flatbed scanner"
END
finds pemindai hijau "a scanner" 'Epson'
fake scanimage <<-'END'
	echo 'No scanners were identified.'
END
finds pemindai kuning "no scanner"
finds huruf hijau "the fonts of the papers" 'Nimbus Sans'
fake fc-list <<-'END'
	echo 'DejaVu Sans'
END
finds huruf merah "a font that is not installed" 'Nimbus Sans tidak terpasang'
TERM=linux LC_ALL=C.UTF-8 finds terminal hijau "a terminal"
TERM=kaca LC_ALL=C.UTF-8 finds terminal merah "one that nobody knows" 'kaca'
TERM=linux LC_ALL=C finds terminal kuning "a locale that is not UTF-8"

# ---- beyond the machine ----
ends 0 "bank, SIPP and worker of the test town" loket sandbox -- sh -c "loket doctor --format csv >'$work/town'; :"
cp "$work/town" "$work/said"
says "  the bank's token" '^bank/token,hijau'
says "  the way to SIPP, link by link" '^sipp/jalan/port,hijau'
says "  whose SIPP it is" '^sipp/pengadilan,hijau,.*PA\.Cth'
says "  the worker" '^pekerja,hijau'
mkdir -p "$LOKET_HOME/data"
sed 's|url-file="sim/sipp.url"|base-url="http://sipp.invalid:8080"|' "$root/data/sipp.xml" >"$LOKET_HOME/data/sipp.xml"
ends 3 "a name that nobody knows" loket doctor sipp
says "  is the link that is named" 'gagal +jalan/nama .*sipp\.invalid:8080 tidak dikenal'
sed 's|url-file="sim/sipp.url"|base-url="http://127.0.0.1:9"|' "$root/data/sipp.xml" >"$LOKET_HOME/data/sipp.xml"
ends 3 "a port where nobody listens" loket doctor sipp
says "  the name was good" 'baik +jalan/nama'
says "  the port was not" 'gagal +jalan/port .*127\.0\.0\.1:9.*periksa'

# ---- at dawn ----
ends 0 "what is found at dawn" loket doctor --dawn
is "  is kept, in place of what was" "$(loket doctor --format csv | sed 1d | wc -l)" "$(sql 'SELECT count(*) FROM checkup')"
ends 0 "  again" loket doctor --dawn
is "  is one run" 1 "$(sql 'SELECT count(DISTINCT at) FROM checkup')"
ends 2 "one check alone is not kept" loket doctor disk --dawn
echo "1..$count"
