#!/bin/sh
# Every channel with every outcome it may have, walked: the hearing on the first day offered, the outcome on the last day
# in time, mended to the next outcome of the channel, then to a day too late, and called again; and of every channel a
# call that nobody carries out. After each the verdict is what data/summons.xml says, and the relaas is printed. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
# shellcheck source=tests/cmd/summonses
. "$root/tests/cmd/summonses"
rule=$root/data/summons.xml

# ---- a case for each: N CHANNEL OUTCOME ----

channels() { sed -n 's/.*channel key="\([^"]*\)".*/\1/p' "$rule"; }
outcomes() { sed -n "s/.*outcome key=\"\([^\"]*\)\".* by=\"\([^\"]* \)*$1\( [^\"]*\)*\".*/\1/p" "$rule"; }
channels | while read -r channel; do
	{ outcomes "$channel" && echo never; } | sed "s/^/$channel /"
done | awk '{ print NR, $0 }' >"$work/paths"
all=$(wc -l <"$work/paths")

party() { # SIDE N MORE
	cat <<-XML
		<pihak><kedudukan>$1</kedudukan><jenis_pihak>orang</jenis_pihak><nik>9901010203${1#p}8$(printf %04d "$2")</nik>
		<nama>Pihak $1 $2</nama><tempat_lahir>Contoh</tempat_lahir><lahir>02-03-1988</lahir><kelamin>$([ "$1" = p1 ] && echo P || echo L)</kelamin>
		<agama>Islam</agama><pekerjaan>pedagang</pekerjaan><pendidikan>SLTA</pendidikan><alamat>Jalan Kamboja Nomor $2</alamat>
		<rtrw>001/003</rtrw>$3</pihak>
	XML
}
filing() { # N CHANNEL: whose other side is called by that channel
	here='<desa>99.01.01.2001</desa>' way='' kind=347
	case $2 in
	elektronik) other="$here<email>lawan$1@example.id</email><domisili_setuju>ya</domisili_setuju>" ;;
	surat_tercatat) other=$here ;;
	jurusita) other=$here way='<lewat>manual</lewat>' ;;
	ghaib) other='<ghaib>ya</ghaib>' ;;
	umum) other='<ghaib>ya</ghaib>' kind=353 ;;
	delegasi) other='<desa>11.01.01.2001</desa>' way='<lewat>manual</lewat>' ;;
	luar_negeri) other='<kanal>luar_negeri</kanal><warga_negara>Indonesia</warga_negara><negara>Malaysia</negara>' ;;
	esac
	[ $kind = 347 ] &&
		way="$way<nikah_nomor>55/10/IV/2011</nikah_nomor><nikah_tanggal>17-04-2011</nikah_tanggal><nikah_kua>KUA Sukamaju</nikah_kua>"
	cat <<-XML
		<filing><akun><jenis>perorangan</jenis><identitas>ktp</identitas><nik>990101020318$(printf %04d "$1")</nik><nama>Pihak p1 $1</nama>
		<alamat>Jalan Kamboja Nomor $1</alamat><telepon>0812000$(printf %05d "$1")</telepon><domisili>email</domisili>
		<email>pihak$1@example.id</email><bank>BSI</bank><rekening>70012$(printf %05d "$1")</rekening>
		<pemilik_rekening>Pihak p1 $1</pemilik_rekening></akun><pendaftar/>
		<pihak><perkara_jenis>$kind</perkara_jenis><alur>15</alur><prodeo>tidak</prodeo>$way
		$(party p1 "$1" "$here<email>pihak$1@example.id</email>") $(party p2 "$1" "$other")</pihak></filing>
	XML
}
loket init --people >/dev/null
{
	echo '<?xml version="1.0"?><filings xmlns="urn:loket:filing:1">'
	while read -r n channel _; do filing "$n" "$channel"; done <"$work/paths"
	echo '</filings>'
} >"$work/many.xml"
ends 0 "a case for each of $all paths" loket filing import "$work/many.xml" --as sari
numbered
any_clock

# ---- what is done ----

today=$(given %F)
on() { # DAY COMMAND…: it is done on that day
	shifted=$(printf %+d $((LOKET_CLOCK + $(date -u -d "$1" +%s) - $(date -u -d "$today" +%s))))
	shift
	LOKET_CLOCK=$shifted "$@"
}
after() { date -u -d "$1 + ${2:-1} day" +%F; } # DAY [DAYS]
# read_call DAY: what the newest call of the other side is worth, seen on that day
read_call() {
	on "$1" loket summons check "$reg" --as budi --table panggilan --format csv >"$work/call.csv"
	sqlite3 -separator '|' :memory: ".import --csv $work/call.csv call" \
		"SELECT panggilan, penilaian, batas, berikut FROM call WHERE nama LIKE 'Pihak p2 %'" >"$work/call"
	IFS='|' read -r number verdict limit next <"$work/call"
}
# found ACT DAY OUTCOME MORE…: the outcome of the call recorded or mended on that day, every field filled in
found() {
	act=$1 day=$2 is=$3
	shift 3
	[ "$act" = hasil ] || set -- alasan_ralat=keliru "$@"
	on "$day" loket step "panggilan.$act" --as umar --filing "$reg" "panggilan_ke=$number" "hasil=$is" "tanggal=$day" \
		"pengumuman=$ordered" "diterima=$day" resi=JX1 sebab=pindah bertemu=Ani hubungan=istri media=radio "$@" >"$work/said" 2>&1 ||
		sed "s/^/# $act $is: /" "$work/said"
}
again() { # DAY HEARING
	on "$1" loket step panggilan.ulang --as budi --filing "$reg" "panggilan_ke=$number" "sidang_tanggal=$2" sidang_jam=09.00 \
		"ruang=Ruang Sidang Utama" jurusita=umar >"$work/said" 2>&1
}
is_open() { grep -q "outcome key=\"$1\".* open=\"yes\"" "$rule"; }
is_proper() { grep -q "outcome key=\"$1\".* proper=\"yes\"" "$rule"; }
worth() { if is_open "$1"; then echo belum terbukti; elif is_proper "$1"; then echo patut; else echo tidak patut; fi; }
# how OUTCOME: the act that follows it: one that is open is not mended but recorded
how() { if is_open "$1"; then echo hasil; else echo ralat; fi; }
# first_of OUTCOME: the first of two announcements is made at once, all else on the last day in time
first_of() { if [ "$1" = GHAIB_1 ]; then echo "$ordered"; else echo "$last"; fi; }
following() { # CHANNEL OUTCOME: the next outcome of the channel; after the last the first
	outcomes "$1" | awk -v is="$2" 'NR == 1 { first = $0 } was { print; done = 1; exit } $0 == is { was = 1 } END { if (!done) print first }'
}
# legal DAY VERDICT: what the call is worth then, its step waits for the call of the first side, and its relaas is printed
legal() {
	read_call "$1"
	[ "$verdict" = "$2" ] || echo "# $(cat "$work/call"), not $2"
	[ "$(sql "SELECT state FROM step s JOIN filing f ON f.seq = s.filing WHERE reg = '$reg' AND s.key = 'panggilan'")" = waiting ] ||
		echo "# its step does not wait"
	on "$1" loket relaas print "$reg" --as umar --summons "$number" >"$work/said" 2>&1 || sed 's/^/# relaas: /' "$work/said"
	echo "$channel $outcome $verdict" >>"$work/states"
}

# ---- each path ----

order() { # the hearing is set on the first day that is offered
	hearing=$(loket summons days "$reg" --as budi --format csv | sed -n '2s/,.*//p')
	loket step panggilan --as budi --filing "$reg" "sidang_tanggal=$hearing" sidang_jam=09.00 "ruang=Ruang Sidang Utama" \
		"ketua_majelis=Drs. H. Abdullah" hakim_tunggal=tidak jurusita=umar >"$work/said" 2>&1 || sed 's/^/# /' "$work/said"
	read_call "$today"
	[ "$verdict" = "belum terbukti" ] || echo "# before it is served: $(cat "$work/call")"
	last=$limit late=$(after "$limit") ordered=$today
}
# of_call WHAT: of the call of the other side that was ordered first
of_call() { sql "SELECT $1 FROM summons s JOIN filing f ON f.id = s.filing WHERE reg = '$reg' AND number = 2"; }
# A call that nobody carries out can be made again when its last day has passed. It is dropped and costs nothing.
never() { # CHANNEL
	channel=$1 outcome=never
	order
	again "$last" "$next" && echo "# called again on its last day"
	grep -q 'masih dapat patut' "$work/said" || sed 's/^/# /' "$work/said"
	legal "$late" "tidak patut"
	further
	[ "$(of_call 'dropped, outcome, booked')" = "1||0" ] || echo "# the call it repeats: $(of_call 'dropped, outcome, booked')"
	on "$late" loket step panggilan.hasil --as umar --filing "$reg" panggilan_ke=2 hasil=E "tanggal=$late" >"$work/said" 2>&1 &&
		echo "# recorded after it was dropped"
	grep -q 'ke-2 sudah diganti dengan panggilan ke-3' "$work/said" || sed 's/^/# /' "$work/said"
	on "$late" loket relaas list --as umar --format csv | grep -q "^[^,]*,2,Pihak p2 $n\$" && echo "# in the list still"
}
walked() { # CHANNEL OUTCOME
	channel=$1
	order
	found hasil "$(first_of "$2")" "$2"
	legal "$last" "$(worth "$2")"
	if is_open "$2"; then
		again "$last" "$next" && echo "# called again while it is open"
		grep -q 'masih dapat patut' "$work/said" || sed 's/^/# /' "$work/said"
	fi
	mended=$(following "$1" "$2")
	found "$(how "$2")" "$(first_of "$mended")" "$mended" "keterangan=di tempat"
	legal "$last" "$(worth "$mended")"
	found "$(how "$mended")" "$late" "$2"
	legal "$late" "tidak patut"
	further
}
# the call of the other side is made again a day too late, and served
further() {
	ordered=$late
	again "$late" "$next" || sed "s/^/# again to $next: /" "$work/said"
	read_call "$late"
	[ "$number" = 3 ] || echo "# the further call is not the newest: $(cat "$work/call")"
	by=$(sql "SELECT channel FROM summons s JOIN filing f ON f.id = s.filing WHERE reg = '$reg' AND number = $number")
	for one in $(outcomes "$by"); do is_proper "$one" && break; done
	last=$limit
	found hasil "$last" "$one"
	legal "$last" patut
}
: >"$work/states"
while read -r n channel outcome; do
	reg=$(sql "SELECT reg FROM filing WHERE title LIKE 'Pihak p1 $n %' OR title = 'Pihak p1 $n'")
	if [ "$outcome" = never ]; then
		is "$channel, not carried out" "" "$(never "$channel")"
	else
		is "$channel $outcome" "" "$(walked "$channel" "$outcome")"
	fi
done <"$work/paths"
loket journal check --as dewi --format csv >"$work/check.csv" 2>&1
is "the journal is right but for its order, each case being carried on at a time of its own" 0 \
	"$(tail -n +2 "$work/check.csv" | grep -vc 'lebih tua daripada nomor sebelumnya')"
echo "# $all paths, $(wc -l <"$work/states") states: $(cut -d' ' -f3- "$work/states" | sort | uniq -c | awk '{ n = $1; sub(/^ *[0-9]+ /, ""); printf "%s%s %d", sep, $0, n; sep = ", " }')"

# ---- what a form does not ask is not judged ----

reg=$(sql "SELECT f.reg FROM filing f JOIN summons s ON s.filing = f.id WHERE s.channel = 'surat_tercatat' AND s.number = 3 ORDER BY f.seq LIMIT 1")
ends 0 "a day before the case in a field that is not asked" sh -c "LOKET_CLOCK=$(printf %+d $((LOKET_CLOCK + 86400 * 60))) \
	loket step panggilan.ralat --as umar --filing $reg panggilan_ke=3 hasil=S_retur resi=JX1 diterima=+0 sebab=alamat pengumuman=01-01-2020 alasan_ralat=keliru"
is "  nor kept" 1 "$(sql "SELECT count(*) FROM summons s JOIN filing f ON f.id = s.filing WHERE reg = '$reg' AND outcome = 'S_retur' AND number = 3 AND first IS NULL")"
ends 1 "in one that is asked it is refused" loket step panggilan.hasil --as umar --filing "$reg" panggilan_ke=1 hasil=E tanggal=01-01-2020
says "  as earlier than the case" "sebelum perkara terdaftar"
echo "1..$count"
