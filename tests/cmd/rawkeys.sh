#!/bin/sh
# What data keeps as a key is shown to people as its words: in every list of the commands, in what they say and on every
# paper, for filings of each step and a summons by each channel. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
# shellcheck source=tests/cmd/summonses
. "$(dirname "$0")/summonses"
LOKET_CLOCK=2026-11-30T02:00:00Z
export LOKET_CLOCK

# Keys that are no words themselves: those with an underscore anywhere, channels' outcomes as a cell of a table.
{
	sed -n 's/.*<\(item\|choice\) value="\([^"]*\)".*/\2/p' "$root"/forms/*.xml "$root/data/lists.xml"
	sed -n 's/.*<\(channel\|outcome\|check\|paper\|limit\|component\|letter\) .*\(key\|kind\)="\([^"]*\)".*/\3/p' "$root"/data/*.xml "$root"/data/fees/*.xml
} | grep _ | sort -u >"$work/keys"
sed -n 's/.*<outcome key="\([^"]*\)".*/\1/p' "$root/data/summons.xml" | sort -u >"$work/outcomes"
ends 0 "there are keys to look for" test "$(wc -l <"$work/keys")" -gt 40

# clean WHAT: what was said last shows none of them. A path and FIELD=VALUE are a program's.
clean() {
	sed 's,[^ ]*/[^ ]*,,g; s/[^ ]*=[^ ]*//g' "$work/said" >"$work/seen"
	{
		grep -noiwFf "$work/keys" "$work/seen"
		awk -F '  +' 'NR == FNR { key[$0] = 1; next } { for (i = 1; i <= NF; i++) if ($i in key) print FNR ":" $i }' "$work/outcomes" "$work/seen"
	} | head -5 >"$work/raw"
	is "$1 shows no raw key" "" "$(cat "$work/raw")"
}
shown() { # shown WHO COMMAND…: a list, as people read it
	who=$1
	shift
	loket "$@" --as "$who" >"$work/said" 2>&1
	clean "loket $*"
}
paper() { # paper NAME WHO ARGUMENTS…: where the filing has it
	name=$1 who=$2
	shift 2
	loket print "$name" --as "$who" "$@" >"$work/said" 2>&1 || return 0
	pdftotext -layout "$(tail -n 1 "$work/said")" - >"$work/text" 2>/dev/null && mv "$work/text" "$work/said"
	clean "paper $name"
}

ends 0 "a sample court" loket init --sample
for list in "filing list" "payout list" "titipan list" "outbox list" status sop "data history" "user list" \
	"journal closings" "letters list" "tabayun list" "tabayun register" "tabayun sent" "data consequences" "rekonsiliasi"; do
	# shellcheck disable=SC2086 # words
	case $list in
	titipan* | payout* | journal* | rekonsiliasi) shown rina $list ;;
	user*) shown andi $list ;;
	*) shown budi $list ;;
	esac
done
shown budi report perkara --period 2026-11
shown budi report tahunan --period 2026
shown budi register Pdt.G --period 2026
shown budi relaas workload --period 2026
for list in "kwitansi list" "setoran list" "setoran show pnbp" "payout list" "titipan list" "account list" worklist \
	"register kuasa" "statement list" "statement balances" "book induk" "book kas" "book hhk" "book lipa-7a" \
	"journal closings" "journal accounts 2026-11-25"; do
	# shellcheck disable=SC2086 # words
	shown hasan $list
done
for reg in $(loket filing list --as budi --format csv | tail -n +2 | cut -d, -f1); do
	shown budi filing show "$reg"
	shown budi why "$reg"
	for name in skum kwitansi tanda-terima mengapa konsep; do paper "$name" sari --filing "$reg"; done
done

reg=$(loket filing list --as budi --step panggilan --format csv | sed -n 2p | cut -d, -f1)
sample=$LOKET_HOME
paid_in 2000000 "reg = '$reg'"
# called CHANNEL DAY OUTCOME WORD…: a court of its own, in which the other side is called so
called() {
	channel=$1 on=$2 outcome=$3
	shift 3
	LOKET_HOME=$work/$channel
	cp -r "$sample" "$LOKET_HOME"
	ends 0 "$channel: the hearing is set" loket step panggilan.tetapkan --as budi --filing "$reg" "sidang_tanggal=$on" \
		"alasan_hari=menurut penetapan pada berkas" sidang_jam=09.00 "ruang=Ruang Sidang Utama" \
		"ketua_majelis=Drs. H. Abdullah, S.H., M.H." jurusita=umar "panggil[1].pihak=2" "panggil[1].kanal=$channel" \
		"panggil[1].alasan_kanal=perintah ketua majelis" "$@"
	clean "its answer"
	for name in instrumen surat-panggilan amplop pengumuman-1 media-1 panggilan-umum tabayun rogatori formulir-rogatori; do
		paper "$name" umar --filing "$reg" --summons 2
	done
	# shellcheck disable=SC2086 # fields
	loket step panggilan.hasil --as umar --filing "$reg" ke=2 hasil=$outcome >"$work/said" 2>&1
	clean "the outcome $outcome"
	shown umar relaas list
	shown budi summons check "$reg"
	shown umar post list
	shown budi filing show "$reg"
	shown budi why "$reg"
	shown budi filing history "$reg"
	paper relaas umar --filing "$reg" --summons 2
	paper sah-patut budi --filing "$reg"
	paper jurnal rina --filing "$reg"
	shown rina journal show "$reg"
}
called surat_tercatat 2026-12-21 S_kirim
called ghaib 2027-04-05 GHAIB_1
called umum 2027-01-11 UMUM
called delegasi 2027-01-11 T_pindah "panggil[1].pengadilan=Pengadilan Agama Cibinong" \
	"panggil[1].kirim_lewat=transfer" "panggil[1].kirim_tanggal=30-11-2026"
called jurusita 2026-12-21 T_lurah
echo "1..$count"
