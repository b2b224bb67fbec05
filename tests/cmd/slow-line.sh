#!/bin/sh
# Steps 1 to 4 typed blind over a line of 600 ms, in packets of 7 bytes so that most keys come in pieces, store what
# slow typing stores: each key drawn before the next is pressed. Speaks TAP.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"
cd "$root" || exit 3
TMPDIR=$work
export TMPDIR

# typed LINE: the steps over that line; what is stored then is in $work/LINE.
typed() {
	{
		cat <<-EOF
			home people
			run "printf '%%PDF-1.4\nSurat gugatan\n%%%%EOF\n' > \$WALK/gugatan.pdf"
			env ESCDELAY "5000"
			as sari
			see "menurut SOP"
			line $1
		EOF
		cat <<-'EOF'
			press F6
			press Down
			type "3175016505850003"
			type "Nur’aini binti Yusuf"
			press Tab
			type "Jalan Melati 4"
			press Tab
			type "081234567890"
			press Down
			type "nuraini@example.id"
			press Tab
			type "bank syariah indo"
			press Tab
			type "7001234567"
			press Tab
			press F10
			press Tab
			press F10
			type "cerai gu"
			press Enter
			type "123/45/VI/2010"
			press Tab
			type "12062010"
			press Tab
			press Tab
			type "KUA Sukamaju"
			press Tab
			press Down 5
			type "pedagang"
			press Tab
			type "slta"
			press Tab
			press Down 3
			type "jatirejo"
			press Tab
			press F6
			press Down
			type "3175012505830004"
			type "Ahmad Fauzi bin Hasan"
			press Down 3
			type "buruh"
			press Tab
			type "slta"
			press Tab
			press Down 2
			type "Jalan Mawar 9"
			press Down 2
			type "jatirasa"
			press Tab
			press F10
			press Tab
			type "Bahwa Penggugat dan Tergugat menikah pada 12 Juni 2010."
			press Tab
			type "Mengabulkan gugatan Penggugat."
			press Tab
			press Tab
			type "$WALK/gugatan.pdf"
			press Tab
			press F10
		EOF
		cat <<-EOF
			see "lima ratus dua puluh lima ribu rupiah"
			sql "select count(*) from step where state = 'done'" is "3"
			sql "select count(*) from draft" is "0"
			run "sqlite3 \$WALK/home/loket.db 'select step, body from fill order by step' | sed 's|\$WALK||g' > '$work/$1'"
		EOF
	} >"$work/walk"
	ends 0 "typed over a line: $1" build/gcc/tests/walk/driver -b "$LOKET_BUILD" -s 80x24 -t linux "$work/walk"
}

typed keys
typed '600 7 40'
is "both stored four steps" 4 "$(grep -c . "$work/keys")"
is "and the same" "$(cat "$work/keys")" "$(cat "$work/600 7 40")"
echo "1..$count"
