#!/bin/sh
# Many desks on one home, killed at random: what a desk was told is there, once, and nothing else is. Each desk takes
# filings through account, name and approval, each act under a key of its own; one in three is killed (SIGKILL) somewhere
# and asked for again under the same key. Between them all desks change one filing that they share.
# DESKS (24) at once, DAYS (1) of a week, FILINGS (1) a desk and day; SEED. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/../cmd/common"
: "${DESKS:=24}" "${DAYS:=1}" "${FILINGS:=1}" "${SEED:=7}"
"$root/tests/home" people >/dev/null

# done_at_last KEY ARGUMENT…: `loket step`, killed on the way by the lot, again until it ends well: also where it was
# refused because another desk had changed the filing meanwhile, as a clerk would.
done_at_last() {
	key=$1
	id=$(printf '0%-25s' "$key" | tr 'a-z -' 'A-Z0X')
	shift
	lot=$(awk -v seed="$SEED" -v key="$key" 'BEGIN {
		for (i = 1; i <= length(key); i++) sum = sum * 31 % 65521 + index("0123456789-abcdefghijklmnopqrstuvwxyz", substr(key, i, 1))
		srand(seed * 65521 + sum)
		print rand() < 1 / 3 ? 0.005 + rand() * 0.2 : 0
	}')
	if [ "$lot" != 0 ] && ! timeout -s KILL "$lot" loket step "$@" --once "$id" >/dev/null 2>&1; then
		echo "$key" >>"$work/killed"
	fi
	for _ in $(seq 100); do
		loket step "$@" --once "$id" --format csv >"$work/$key" 2>&1 </dev/null && return
	done
	{ echo "$key: $(tail -n 1 "$work/$key")"; } >>"$work/refused"
	return 1
}

account() { # account KEY NIK FIELD=VALUE…
	key=$1 nik=$2
	shift 2
	done_at_last "$key" akun --as sari jenis=perorangan identitas=ktp "nik=$nik" "nama=Siti Aminah" \
		"alamat=Jalan Melati 4" domisili=email email=siti@example.id bank=bsi rekening=7001234567 \
		"pemilik_rekening=Siti Aminah" "$@"
}

desk() { # desk NUMBER DAY
	for each in $(seq "$FILINGS"); do
		name=$1-$2-$each
		account "$name-a" "317501650585$(printf '%d%d%02d' "$2" "$each" "$1" | tail -c 4)" telepon=081234567890 || return
		filing=$(grep -oE 'PA\.Cth-[0-9]+-[A-Z0-9]+' "$work/$name-a" | head -n 1)
		echo "$name $filing" >>"$work/told"
		done_at_last "$name-p" pendaftar.isi --as sari --filing "$filing" || return
		done_at_last "$name-s" pendaftar.setuju --as budi --filing "$filing" setuju=ya || return
		done_at_last "$name-h" akun --as sari --filing "$shared" "telepon=0812000$1$2$each" || return
		echo "$name" >>"$work/changed"
	done
}

account parent 3175016505850003 telepon=081234567890
shared=$(grep -oE 'PA\.Cth-[0-9]+-[A-Z0-9]+' "$work/parent" | head -n 1)
for today in $(seq "$DAYS"); do
	LOKET_CLOCK=+$((today * 86400))
	export LOKET_CLOCK
	desks=
	for number in $(seq "$DESKS"); do
		desk "$number" "$today" &
		desks="$desks $!"
	done
	# shellcheck disable=SC2086 # a list of numbers
	wait $desks
done
all=$((DESKS * DAYS * FILINGS))

is "nobody was refused" "" "$(head -n 3 "$work/refused" 2>/dev/null)"
is "each desk was told of its filings" "$all" "$(wc -l <"$work/told")"
is "  which are different ones" "$all" "$(cut -d ' ' -f 2 "$work/told" | sort -u | wc -l)"
is "  and no more are there" "$((all + 1))" "$(sql 'SELECT count(*) FROM filing')"
is "each has its three acts, once" "$all" \
	"$(sql "SELECT count(*) FROM (SELECT filing FROM event WHERE filing > 1 GROUP BY filing
		HAVING group_concat(step || '.' || act) = 'akun.isi,pendaftar.isi,pendaftar.setuju')")"
is "no change of the shared one is lost or doubled" "$((all + 1))" "$(sql 'SELECT count(*) FROM event WHERE filing = 1')"
is "  and its version counts them" "$((all + 1))" "$(sql 'SELECT version FROM filing WHERE seq = 1')"
is "  each as it was typed" "$all" \
	"$(sql "SELECT count(DISTINCT json_extract(body, '\$.telepon')) FROM revision WHERE filing = 1 AND body LIKE '%0812000%'")"
is "SQLite finds it whole" ok "$(sql 'PRAGMA integrity_check')"
ends 0 "the journal agrees" loket journal check --as hasan
echo "#: $DESKS desks, $((4 * all)) acts, $(sort -u "$work/killed" 2>/dev/null | wc -l) of them killed on the way"
echo "1..$count"
