#!/bin/sh
# A thousand filings by eight clients at once while a user of SIPP enters cases too: no number twice, none left out,
# every register number exactly one case. Once in peace, where SIPP has a unique index on its numbers and where it
# has none; and once with loket-sippd and database killed and started again meanwhile. Speaks TAP.
# shellcheck disable=SC2119 # words of ours are not those of the script
# shellcheck source=tests/sippd/common
. "$(dirname "$0")/common"
FILINGS=${FILINGS:-1000} CLIENTS=8
port=$((20000 + $$ % 20000)) # the same one after each start

# write_filings PREFIX: a file each, over three alur.
write_filings() {
	mkdir -p "$work/$1"
	filing '@R@' '@A@' '@T@' Siti >"$work/pattern.xml"
	awk -v folder="$work/$1" -v prefix="$1" -v filings="$FILINGS" '
	{ text = text $0 "\n" }
	END {
		for (i = 1; i <= filings; i++) {
			one = text
			sub(/@R@/, prefix "-" i, one)
			sub(/@A@/, i % 4 < 2 ? 15 : i % 4 == 2 ? 16 : 17, one)
			sub(/@T@/, i % 4 < 2 ? 347 : i % 4 == 2 ? 362 : 370, one)
			printf "%s", one >(folder "/" i ".xml")
			close(folder "/" i ".xml")
		}
	}' "$work/pattern.xml"
}

# client PREFIX N: every CLIENTSth filing over one connection, again and again those that were not answered yet.
client() {
	rounds=0
	while [ $rounds -lt 400 ]; do
		for file in $(seq "$2" $CLIENTS "$FILINGS"); do
			grep -q '<nomor_perkara>' "$work/$1/$file.out" 2>/dev/null ||
				printf 'next\nurl = "%s/sipp/v1/daftar"\nheader = "Authorization: Bearer %s"\nheader = "Content-Type: application/xml"\ndata-binary = "@%s"\noutput = "%s"\nsilent\nmax-time = 20\nnoproxy = "*"\n' \
					"$url" "$(cat "$work/token")" "$work/$1/$file.xml" "$work/$1/$file.out"
		done >"$work/$1/client$2"
		[ -s "$work/$1/client$2" ] || return
		sed -i 1d "$work/$1/client$2"
		curl -K "$work/$1/client$2" >/dev/null 2>&1 || timeout 0.1 tail -f /dev/null
		rounds=$((rounds + 1))
	done
}

all_clients() {
	clients=
	for n in $(seq $CLIENTS); do
		client "$1" "$n" &
		clients="$clients $!"
	done
}

# sipp_user STATEMENTS: as somebody at SIPP's own screen, over and over until told to stop.
sipp_user() {
	while [ -e "$work/busy" ]; do
		for _ in 1 2 3 4 5; do echo "$1"; done | mariadb --no-defaults --default-character-set=utf8mb4 --force -u petugas -S "$work/db.sock" sipp >/dev/null 2>&1
	done
}

alone="INSERT INTO perkara (alur_perkara_id, tanggal_pendaftaran, nomor_urut_perkara, nomor_perkara, diinput_oleh)
	SELECT 15, '$today', COALESCE(MAX(nomor_urut_perkara), 0) + 1,
	CONCAT(COALESCE(MAX(nomor_urut_perkara), 0) + 1, '/Pdt.G/$year/PA.Cth'), 'petugas'
	FROM perkara WHERE alur_perkara_id = 15 AND tanggal_pendaftaran >= '$year-01-01';"
looking="SELECT COALESCE(MAX(nomor_urut_perkara), 0) + 1 INTO @n FROM perkara WHERE alur_perkara_id = 16 AND tanggal_pendaftaran >= '$year-01-01';
	INSERT INTO perkara (alur_perkara_id, tanggal_pendaftaran, nomor_urut_perkara, nomor_perkara, diinput_oleh)
	VALUES (16, '$today', @n, CONCAT(@n, '/Pdt.P/$year/PA.Cth'), 'petugas');"

# judge PREFIX: what must hold afterwards.
judge() {
	ok '  every filing is answered with a number' sh -c "[ \$(grep -l '<nomor_perkara>' '$work/$1'/*.out | wc -l) = $FILINGS ]"
	ok '  every register number is one filing' sql_is "SELECT count(*), count(DISTINCT nomor_register) FROM perkara_efiling" "$FILINGS	$FILINGS"
	ok '  and one case' sql_is "SELECT count(*), count(DISTINCT e.efiling_id) FROM perkara_efiling e JOIN perkara_efiling_id l USING (efiling_id) JOIN perkara p USING (perkara_id) WHERE e.nomor_perkara = p.nomor_perkara" "$FILINGS	$FILINGS"
	ok '  with its parties' sql_is "SELECT (SELECT count(*) FROM perkara_pihak1), (SELECT count(*) FROM perkara_pihak2), (SELECT count(*) FROM pihak)" "$FILINGS	$FILINGS	$((2 * FILINGS))"
	ok '  no number twice, none left out' sql_is "SELECT count(*) FROM (SELECT 1 FROM perkara GROUP BY alur_perkara_id HAVING count(*) <> max(nomor_urut_perkara) OR count(DISTINCT nomor_urut_perkara) <> count(*) OR count(DISTINCT nomor_perkara) <> count(*)) AS wrong" 0
	ok '  the user of SIPP was not idle' sh -c "[ $(sql "SELECT count(*) FROM perkara WHERE diinput_oleh = 'petugas'") -gt 20 ]"
	for file in "$work/$1"/*.out; do
		sed -n 's/.*<nomor_register>\(.*\)<.*/\1/p; s/.*<nomor_perkara>\(.*\)<.*/\1/p' "$file" | paste -s -d '\t'
	done | sort >"$work/told"
	sql "SELECT nomor_register, nomor_perkara FROM perkara_efiling" | sort >"$work/kept"
	ok '  what was answered is what is kept' cmp "$work/told" "$work/kept"
	sql "SELECT alur_perkara_id, diinput_oleh, count(*), max(nomor_urut_perkara) FROM perkara GROUP BY 1, 2" | sed 's/^/# /'
}

clean() { sql 'DELETE FROM perkara; DELETE FROM pihak; DELETE FROM perkara_pihak1; DELETE FROM perkara_pihak2; DELETE FROM perkara_efiling; DELETE FROM perkara_efiling_id'; }

# crowd PREFIX STATEMENTS [COMMAND]: all at once.
crowd() {
	write_filings "$1"
	: >"$work/busy"
	sipp_user "$2" &
	user=$!
	all_clients "$1"
	[ $# -lt 3 ] || $3 "$1"
	# shellcheck disable=SC2086 # process ids
	wait $clients
	rm "$work/busy"
	wait $user
}

make_database
setup
grant
start_sippd

ok 'without a unique index' crowd A "$alone"
judge A
clean
sql 'ALTER TABLE perkara ADD UNIQUE (nomor_perkara), DROP KEY alur'
stop_sippd
start_sippd
ok 'with one, and none by alur; the user looks first and saves later' crowd B "$looking"
judge B
clean

answered() { grep -l '<nomor_perkara>' "$work/$1"/*.out 2>/dev/null | wc -l; }
further() { [ "$(answered "$1")" -ge "$2" ]; }
# Whenever a further tenth is answered, something dies.
killing() {
	for tenth in 1 2 3 4 5 6 7 8 9; do
		await further "$1" $((tenth * FILINGS / 10)) || return
		case $tenth in
		2 | 5 | 8)
			stop_database -KILL
			start_database
			;;
		*)
			stop_sippd -KILL
			start_sippd
			;;
		esac
	done
}
ok 'loket-sippd and database killed meanwhile' crowd C "$looking" killing
judge C
finish
