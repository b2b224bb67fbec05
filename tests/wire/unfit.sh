#!/bin/sh
# A text that SIPP's column cannot hold: an address that is too long once village to province stand behind it. It is
# said at step 8 by its element; nothing is sent and nothing is cut. Speaks TAP.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
if [ "${1:-}" != inside ]; then
	PATH=$root/${LOKET_BUILD:-build/gcc}:$PATH
	LOKET_SHARE=$root
	work=$(mktemp -d)
	trap 'rm -rf "$work"' EXIT
	LOKET_HOME=$work/home LOKET_PASSWORD_FILE=$work/password
	export PATH LOKET_SHARE LOKET_HOME LOKET_PASSWORD_FILE work
	unset LANGUAGE || :
	(umask 077 && echo loket >"$work/password")
	loket init --people >/dev/null || exit 1
	loket sandbox -- "$0" inside
	exit
fi
count=0
ok() { # ok WHAT COMMAND…
	what=$1
	shift
	count=$((count + 1))
	if "$@" >"$work/said" 2>&1; then
		echo "ok $count - $what"
	else
		echo "not ok $count - $what"
		sed 's/^/# /' "$work/said" "$work/step" | head -20
	fi
}
db() { sqlite3 -readonly -cmd '.timeout 2000' "$LOKET_HOME/loket.db" "$1"; }
await() { # await VALUE SQL: a minute at most
	for _ in $(seq 600); do
		[ "$(db "$2")" = "$1" ] && return
		timeout 0.1 tail -f /dev/null
	done
	echo "$2: $(db "$2"), not $1"
	return 1
}
step() { # step WHO STEP FIELD=VALUE…
	who=$1 which=$2
	shift 2
	loket step "$which" --as "$who" --filing "$filing" "$@" >>"$work/step" 2>&1
}
loket-sim town --home "$work/town" --filings 1 --seed 3 >/dev/null
filing=$(loket filing import "$work/town/town-0000001.xml" --as sari 2>/dev/null)
long=$(printf 'Lingkungan Karanganyar Timur, gang kedua di belakang balai desa, %.0s' 1 2 3 4 5 6 7)
ok 'the form takes it' step sari pihak.isi "pihak[1].alamat=$long rumah ujung"
step budi pendaftar.setuju setuju=ya
step rina skum bank=simulasi
ok 'it is paid' await 'done' "SELECT state FROM step WHERE key = 'bayar'"
checks=$(loket step verifikasi --as budi --filing "$filing" putusan=ya 2>&1 | grep -c 'periksa\[[0-9]*\].hasil')
# shellcheck disable=SC2046 # a word each
ok 'and verified' step budi verifikasi putusan=ya $(seq -f 'periksa[%g].hasil=ya' "$checks")
ok 'step 8 is at hand again' await returned "SELECT state FROM step WHERE key = 'nomor'"
ok 'with the element that is too long' await 1 "SELECT count(*) FROM filing WHERE sipp_note LIKE '%alamat%'"
ok 'nothing reached SIPP' test "$(loket-sim show sipp --home "$LOKET_HOME/sim" | grep -c PA.Cth)" = 0
echo "1..$count"
