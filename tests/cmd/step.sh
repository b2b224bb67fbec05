#!/bin/sh
# A step from the command line proposes what the desk proposes, and says so; what is given wins.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"

"$root/tests/home" people >/dev/null
ends 0 "parties are known" loket filing import "$root/data/sample/filings.xml" --as sari
nik=$(sql 'select nik from party where nik is not null limit 1')
name=$(sqlite3 "$LOKET_HOME/loket.db" "select name from party where nik = '$nik' limit 1")
ends 0 "one of them needs the number, and what is not known of parties" loket step akun --as sari nik="$nik" alamat='Jalan Baru 2' \
	telepon=081234567890 email=siti@example.id bank=bsi rekening=7001234567 pemilik_rekening=Siti --format json
says "which is said" 'pernah (tercatat|mendaftar)'
cp "$work/said" "$work/both"
id=$(sed -n 's/.*"id":"\([^"]*\)".*/\1/p' "$work/both")
field() { loket filing show "$id" --as sari --format csv --table isian | grep "^$1," | tr -d '\r' | cut -d, -f4; }
is "the name was proposed" "$name" "$(field akun,nama)"
is "what is usual too" "perorangan" "$(field akun,jenis)"
is "what was given wins" "Jalan Baru 2" "$(field akun,alamat)"
ends 0 "the registrant" loket step pendaftar --filing "$id" --as sari
ends 1 "the parties, not complete" loket step pihak --filing "$id" --as sari perkara_jenis='cerai gugat' 'pihak[2].nama=Ahmad'
is "the registrant is the first, so his name is not asked" 0 "$(grep -c 'pihak\[1\]\.nama' "$work/said")"
is "the second begins on the other side" 0 "$(grep -c 'kedudukan' "$work/said")"
says "choices are named" 'pihak\[[12]\].*(ya, tidak|--fields|, )'
ends 1 "a list has its end" loket step pihak --filing "$id" --as sari 'pihak[999].nama=X'
says "which is said" 'pihak hanya sampai baris'

# A fault at the command line names the choices, and no key of the desk.
keys=0
for step in akun pendaftar pihak gugatan skum verifikasi panggilan; do
	set -- --filing "$id"
	[ $step != akun ] || set --
	for who in sari budi dewi; do
		loket step $step "$@" --as $who bank=x jenis=x hasil=x >"$work/said" 2>&1 || :
		loket step $step "$@" --as $who >>"$work/said" 2>&1 || :
		keys=$((keys + $(grep -cE '(^|[^A-Za-z0-9])(F[0-9]|Esc|Tab|Ctrl)' "$work/said")))
	done
done
is "no fault names a key" 0 $keys
ends 1 "a bank that is not in the list" loket step akun --as sari bank=x
says "some of those that are, and the command for all" 'bank: .*\(451, .*loket step akun.* --fields\)'

# The bank is asked once, however often somebody presses, and the history has one line of it; a minute later again.
id=$(sql "select reg from filing f join step s on s.filing = f.seq where s.key = 'skum' and s.state = 'open' limit 1")
ends 0 "an account is asked for" loket step skum --filing "$id" --as sari
ends 0 "a message, in words" loket outbox list --as rina
says "of the reader" 'buat VA  .*  menunggu  '
is "but no word of the database" 0 "$(grep -c waiting "$work/said")"
ends 0 "it is taken back before it has a number" loket step bayar.batal --filing "$id" --as rina alasan=salah
says "which is said" 'VA \(belum bernomor\) dibatalkan: salah'
ends 0 "another" loket filing import --again "$root/data/sample/filings.xml" --as sari
id=$(sql "select reg from filing f join step s on s.filing = f.seq where s.key = 'skum' and s.state = 'open' order by f.seq desc limit 1")
ends 0 "has an account" loket step skum --filing "$id" --as sari
sqlite3 "$LOKET_HOME/loket.db" "update va set state = 'live', number = '8808000001' where filing =
	(select id from filing where reg = '$id')" || sqlite3 "$LOKET_HOME/loket.db" '.schema va'
asked() {
	sql "select (select count(*) from outbox where kind = 'status') || ' ' || (select count(*) from event where act = 'tanya')"
}
for after in 00 01 59; do
	ends 0 "the bank is asked, $after s" env LOKET_CLOCK="2026-11-25T03:00:${after}Z" \
		loket step bayar.tanya --filing "$id" --as sari
done
is "once" "1 1" "$(asked)"
ends 0 "and later" env LOKET_CLOCK=2026-11-25T03:01:01Z loket step bayar.tanya --filing "$id" --as sari
is "again" "2 2" "$(asked)"
echo "1..$count"
