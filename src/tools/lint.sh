#!/bin/sh
# The rules of the house as commands. Each finding names the rule, the place and the remedy.
# Usage: src/tools/lint.sh [-t] [-l] [-C TREE] [-b BUILD] [RULE…]
#	-t  speak TAP, a test per rule     -C  another tree than this     -b  its objects (build/gcc)
#	-l  list the rules' names
# Each check says how many files, objects or statements it looked at; none is a failure of its rule.
# An exception is written at the place, with its reason: /* lint: L11 the table of … */; all are counted.
# shellcheck disable=SC2046,SC2086 # lists of names that hold no blanks
set -eu
LC_ALL=C
export LC_ALL

tools=$(cd "$(dirname "$0")" && pwd)/lint
rules=$(sed -n 's/^\(L[0-9]*\)() {.*/\1/p' "$0")
tap="" tree=$(cd "$(dirname "$0")/../.." && pwd) build=build/gcc
while getopts tlb:C: option; do
	case $option in
	t) tap=1 ;;
	l) echo "$rules" && exit ;;
	b) build=$OPTARG ;;
	C) tree=$OPTARG ;;
	*) exit 2 ;;
	esac
done
shift $((OPTIND - 1))
cd "$tree"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# ---- what the rules look at ----
files() { # files PLACES NAME…: sorted
	places=$1
	shift
	for pattern; do
		# shellcheck disable=SC2086 # a list of folders
		find $places -name "$pattern" ! -path '*/lint/L*' 2>/dev/null
	done | sort
}
sources=$(files 'src' '*.[ch]' | grep -v '^src/tools/' || true)
faces=$(files 'include' '*.h')
[ -z "$sources$faces" ] || awk -f "$tools/strip.awk" $sources $faces >"$work/code"
touch "$work/code"

# Undefined symbols of each object as SOURCE symbol, and the defined ones as SOURCE symbol kind.
find "$build" -name '*.o' ! -path '*/tests/*' 2>/dev/null | sort | while read -r object; do
	source=src/${object#"$build"/}
	source=${source%.o}.c
	[ -e "$source" ] || continue
	nm -f posix "$object" | awk -v source="$source" -v work="$work" '
	$2 == "U" || $2 == "w" { print source, $1 >> (work "/asks"); next }
	{ print source, $1, $2 >> (work "/gives") }'
	objdump -t "$object" | awk -v source="$source" '
	$3 == "O" && ($4 ~ /^\.(data|bss|tdata|tbss)$/) && $5 !~ /^0+$/ { print source, $NF }
	$2 ~ /^[lg]$/ && $4 ~ /^\*COM/ { print source, $NF }' >>"$work/moves"
done
touch "$work/asks" "$work/gives" "$work/moves"

# looked NUMBER: how much a check had before it
looked() { echo "$1" >>"$work/looked"; }
how_many() { wc -l <"$1"; }
# code RULE REGEX REMEDY [PATHS-TO-KEEP [PATHS-TO-LEAVE]]: a grep in the code without comments and strings
code() {
	grep -E "${4:-^}" "$work/code" | grep -Ev "^(${5:-nowhere})" >"$work/before" || :
	looked "$(how_many "$work/before")"
	awk -v rule="$1" -v remedy="$3" -v bad="$2" '
	{
		split($0, place, ":")
		line = $0
		sub(/^[^:]*:[0-9]*:/, "", line)
		if (match(line, bad)) {
			word = substr(line, RSTART, RLENGTH)
			gsub(/^[^A-Za-z_#0-9]|[^A-Za-z_0-9]+$/, "", word)
			print place[1] ":" place[2] ":" rule ": " word ": " remedy
		}
	}' "$work/before"
}
# raw RULE REGEX REMEDY FILES…: a grep in whole lines
raw() {
	rule=$1 regex=$2 remedy=$3
	shift 3
	looked $#
	[ $# -eq 0 ] || grep -HnE "$regex" "$@" | awk -F: -v rule="$rule" -v remedy="$remedy" '{ print $1 ":" $2 ":" rule ": " remedy }'
}
# asks RULE WORDS-AS-REGEX REMEDY SOURCES-ALLOWED: undefined symbols of objects
asks() {
	# through the environment, where a backslash stays one
	looked "$(grep -cvE "^src/($4)" "$work/asks" || :)"
	bad="^($2)\$" fine="^src/($4)" awk -v rule="$1" -v remedy="$3" '
	$2 ~ ENVIRON["bad"] && $1 !~ ENVIRON["fine"] { print $1 ":0:" rule ": " $2 ": " remedy }' "$work/asks"
}

# ---- the rules ----
L1() {
	looked "$(cat src/ROOMS $faces $sources 2>/dev/null | grep -c '^#include "')"
	[ -e src/ROOMS ] && awk -f "$tools/arrows.awk" src/ROOMS $faces $sources | grep ':L1:'
}
L2() {
	looked "$(cat src/ROOMS $faces $sources 2>/dev/null | grep -c '^#include <')"
	[ -e src/ROOMS ] && awk -f "$tools/arrows.awk" src/ROOMS $faces $sources | grep ':L2:'
}
L3() {
	looked "$(echo "$faces" | grep -c .)"
	for compiler in gcc clang; do
		for face in $faces; do
			$compiler -std=c17 -D_GNU_SOURCE -Iinclude -fsyntax-only -x c "$face" 2>&1 |
				awk -F: -v face="$face" '/error:/ { print face ":" $2 + 0 ":L3: does not compile alone:" $5; exit }'
		done
	done
}
L4() {
	pure='^src/(base|court|bank|sipp)/|^src/form/|^src/desk/(daypick|entry|picklist|wrap)\.c|^src/tty/cells\.c'
	looked "$(grep -cE "$pure" "$work/asks" || :)"
	pure=$pure awk -v gives="$work/gives" '
	BEGIN {
		pure = ENVIRON["pure"]
		while ((getline line < gives) > 0) {
			split(line, word, " ")
			if (word[1] ~ pure && word[3] ~ /^[TRDBVW]$/)
				own[word[2]] = 1
			if (word[1] ~ /^src\/xml\//)
				xml[word[2]] = 1 # which SIPP speaks
		}
		libc = "^(_*(mem|str|is|to)[a-z_0-9]+|qsort|bsearch|l?l?abs|v?snprintf|__(v?snprintf|[a-z_]+)_chk|abort|_exit|explicit_bzero" \
			"|__assert_fail|__errno_location|__stack_chk_fail|_GLOBAL_OFFSET_TABLE_|__ctype_[a-z_]+|__isoc99_.*|__mem.*)$"
		heap = "^(malloc|calloc|realloc|free|exit|utf8proc_.*|gettext|dcgettext)$" # exit: no memory is left
		bank = "^(EVP|EC|BIO|PEM|RSA|BN|CRYPTO|OPENSSL|OSSL|X509|ERR|json|i2d|d2i|ASN1|ECDSA)_.*$|^(HMAC|SHA256|free)$"
	}
	$1 !~ pure || $1 == "src/form/load.c" || $2 ~ libc || $2 in own { next }
	$1 ~ /^src\/base\// && $2 ~ heap { next }
	$1 ~ /^src\/bank\// && $2 ~ bank { next }
	$1 ~ /^src\/sipp\// && $2 in xml { next }
	{ print $1 ":0:L4: " $2 ": a pure room does without; take it in as a value" }' "$work/asks"
}
L5() {
	asks L5 '_*v?d?f?printf(_chk)?|puts|putchar|fputs|fputc|putc|fwrite|perror|stdout|stderr' \
		'say it through out_text(), err_text() or log_line()' 'sys/log\.c|cmd/output\.c|[a-z-]*\.c'
}
L6() {
	asks L6 'time|clock_gettime|gettimeofday|timespec_get|clock' 'take the time in as a value; only sys/clock.c looks' 'sys/clock\.c'
	asks L6 'getrandom|random|rand|srand|drand48|arc4random.*|randombytes_buf' 'only sys/random.c rolls' 'sys/random\.c'
	asks L6 '(secure_)?getenv|setenv|putenv|environ' 'only sys/home.c reads the environment: env_text()' 'sys/home\.c'
	asks L6 'open(64|at|at64)?|fopen(64)?|creat|unlink(at)?|rename(at)?|mkdir(at)?|opendir|readdir(64)?|stat|lstat|fstatat' \
		'files are the business of sys: file_read() and its neighbours' 'sys/'
}
L7() {
	looked "$(how_many "$work/gives")"
	awk '{ print $1 ":0:L7: " $2 ": a global that changes; pass it as state" }' "$work/moves"
}
L8() {
	code L8 '(^|[^A-Za-z0-9_])(strcpy|strcat|strncpy|sprintf|vsprintf|gets|strtok|atoi|atol|atoll|atof|sscanf|system|popen|tmpnam|localtime|gmtime|alloca|setjmp|longjmp|sqlite3_v?s?n?mprintf)[ ]*[(]' \
		'banned; use the text, money, date, file or child functions of base and sys'
	code L8 'sqlite3_exec[ ]*[(]' 'a named statement, please (src/store/sql)' '' 'src/store/migrate\.c'
	code L8 'CURLOPT_SSL_VERIFY(PEER|HOST),[ ]*0' 'a peer that is not verified is nobody'
}
L9() {
	raw L9 '"[ (]*(SELECT |INSERT |UPDATE [a-z]|DELETE FROM|CREATE |DROP |PRAGMA |BEGIN|COMMIT|ROLLBACK|ALTER )' \
		'SQL lives in src/store/sql/*.sql' $(files src '*.c' | grep -v ^src/sim/)
	# Each statement is run by its room; tests/unit/store_stmt.c and tests/sippd prepare them all.
	statements=$(files src '[a-z]*.sql' | xargs -r grep -Hn '^-- name:' | sed 's/^\([^:]*:[0-9]*\):-- name: */\1 /')
	looked "$(echo "$statements" | grep -c .)"
	echo "$statements" | grep . | while read -r place name; do
		grep -rqw "SQL_$name" --include='*.c' "${place%/sql/*}" || echo "$place:L9: $name: nobody runs it"
	done
}
L10() {
	code L10 '(^|[^A-Za-z0-9_])(float|double)([^A-Za-z0-9_]|$)' 'money is rupiah (int64_t), measures are integers' '' 'src/paper/'
}
L11() {
	looked "$(how_many "$work/code")"
	awk -f "$tools/shape.awk" "$work/code"
	[ -z "$sources$faces" ] || awk '
	FNR == 1 { if (lines > 600) print file ":0:L11: " lines " lines, 600 at most; divide it by idea"; file = FILENAME }
	{ lines = FNR }
	/"/ { next }
	{
		line = $0
		gsub(/[\200-\277]/, "", line)
		while (i = index(line, "\t"))
			line = substr(line, 1, i - 1) substr("        ", 1, 8 - (i - 1) % 8) substr(line, i + 1)
		if (length(line) > 100)
			print FILENAME ":" FNR ":L11: " length(line) " columns, 100 at most"
	}
	END { if (lines > 600) print file ":0:L11: " lines " lines, 600 at most; divide it by idea" }' $sources $faces
}
L12() {
	looked "$(how_many "$work/gives")"
	awk -v gives="$work/gives" '
	{ asked[$2] = asked[$2] " " $1 }
	END {
		while ((getline line < gives) > 0) {
			split(line, word, " ")
			if (word[3] ~ /^[TRDB]$/ && word[2] != "main" && !(word[2] in asked))
				print word[1] ":0:L12: " word[2] ": nobody outside asks for it; make it static, or take it away"
		}
	}' "$work/asks"
}
L13() {
	looked "$(grep -c 'struct fault \*' "$work/code")"
	awk '
	{
		split($0, place, ":")
		line = $0
		sub(/^[^:]*:[0-9]*:/, "", line)
		if (place[1] != file) { file = place[1]; head = "" }
		if (line ~ /^(MUST_USE )?(static |inline )*bool [a-z_0-9]+\(/) { head = ""; at = place[2] }
		head = head " " line
		if (line !~ /;$/) next
		if (file ~ /^include\// && head ~ /^ (static |inline )*bool [a-z_0-9]+\(.*struct fault \*[a-z]*\);$/)
			print file ":" at ":L13: it can fail: MUST_USE before it"
		head = ""
	}' "$work/code"
	awk -F: '
	{ code = $0; sub(/^[^:]*:[0-9]*:/, "", code) }
	match(code, /MUST_USE (static |inline )*[a-z_0-9 ]+[ *][a-z_0-9]+\(/) {
		name = substr(code, RSTART, RLENGTH - 1)
		sub(/.*[ *]/, "", name)
		must[name] = 1
	}
	match(code, /\(void\) ?[a-z_0-9]+\(/) {
		name = substr(code, RSTART + 6, RLENGTH - 7)
		sub(/^ /, "", name)
		thrown[$1 ":" $2] = name
	}
	END {
		for (place in thrown)
			if (thrown[place] in must)
				print place ":L13: " thrown[place] ": a failure thrown away; say what happens then"
	}' "$work/code"
}
L14() {
	raw L14 '"[^"]*https?://[a-z0-9]' 'an address is data' $(files src '*.[ch]' | grep -v -e ^src/sim/)
	code L14 'case [0-9]+:' 'a step goes by its name' 'src/(court|desk)/'
	code L14 '[^A-Za-z0-9_.](199[0-9]|20[0-3][0-9])([^0-9A-Za-z_.]|$)' 'a year is data' 'src/(court|desk|cmd|service|store|config|bank|sipp)/'
}
L15() {
	command -v xgettext >/dev/null || return 0
	looked "$(echo "$sources" | grep -c '\.c$')"
	"$tools/sentences.sh" "$work"
}
L16() {
	looked "$(files 'forms data' '*.xml' | wc -l)"
	"$tools/schemas.sh"
}
L17() {
	pages=$(files man '*.[1578]')
	looked "$(echo "$pages" | grep -c .)"
	[ -z "$pages" ] || mandoc -Tlint -W warning $pages 2>&1 |
		sed -n 's/^mandoc: \([^:]*\):\([0-9]*\):[0-9]*: \(.*\)/\1:\2:L17: \3/p'
	# Each option and command that --help names is in the manual too.
	for page in man/loket.1 man/loketd.8 man/loket-sim.1 man/loket-paper.8 man/loket-sippd.8; do
		program=$(basename "${page%.*}")
		if [ ! -e "$page" ] || [ ! -x "$build/$program" ]; then continue; fi
		mandoc -Tutf8 "$page" | sed 's/.\x08//g' | tr -s '[:space:]' ' ' >"$work/page"
		"$build/$program" --help 2>/dev/null | grep -oE -e '--[a-z-]+' -e "^  $program [a-z]+" |
			sed "s/^  $program //" | sort -u | while read -r word; do
			grep -qF -e "$word" "$work/page" || echo "$page:0:L17: $word: in --help, but not here"
		done
	done
}
L18() {
	raw L18 '(TODO|FIXME)([^A-Za-z]|$)|^#[ ]*if 0' 'do it, or write an issue' $(files 'src include tests data forms' '*.[ch]' '*.sql' '*.awk' '*.xml' '*.xsd' '*.walk' |
		grep -v ^src/tools/lint)
	raw L18 '^[	 ]*(//|/\*).*[])];[ ]*(\*/)?$|^[	 ]*(//|/\*)[^"]* = [^"]*;[ ]*(\*/)?$' \
		'code in a comment: git remembers it' $(files 'src include' '*.[ch]')
	raw L18 '(^|[^a-z_])(u|nano)?sleep[ (]+[0-9a-z.]' 'await a condition, bounded' $(files tests '*.[ch]' '*.sh' '*.walk')
	raw L18 '(^|[^a-z])(mock|fake|stub)' 'the real thing, please' $(files 'src include' '*.[ch]')
}
L19() {
	looked "$(files 'src include tests' '*.[ch]' | wc -l)"
	clang-format --dry-run -Werror $(files 'src include tests' '*.[ch]') 2>&1 |
		awk -F: '/error:/ && !($1 in seen) { seen[$1] = 1; print $1 ":" $2 ":L19: clang-format -i " $1 }'
	{
		files 'src tests .ci' '*.sh'
		for script in .ci/run tests/run tests/bench/run tests/lint/run; do [ ! -e $script ] || echo $script; done
	} | xargs -r shellcheck -x -f gcc | awk -F: '{ print $1 ":" $2 ":L19:" $4 $5 }'
}
L20() {
	looked "$(find tests/lint -mindepth 1 -maxdepth 1 -name 'L*' 2>/dev/null | wc -l)"
	for each in $rules; do
		[ -d "tests/lint/$each" ] || echo "tests/lint/$each:0:L20: a bad example that $each must catch is missing"
	done
}
# No file is called or included by a file that it reaches itself, in a room or between rooms.
L21() {
	looked "$(how_many "$work/asks")"
	awk -f "$tools/cycles.awk" "$work/gives" "$work/asks" $sources $faces
}
L22() {
	headers=$(printf '%s\n' $faces $sources | grep '\.h$')
	looked "$(echo "$headers" | grep -c .)"
	awk -f "$tools/sections.awk" "$work/gives" $headers
}
L23() {
	# Those that all may include come first: include/ sorts before src/.
	grep -E '(struct|union|enum) [a-z_0-9]+ ?\{' "$work/code" | sort -t: -k1,1 -s >"$work/before" || :
	looked "$(how_many "$work/before")"
	awk '
	{
		split($0, place, ":")
		match($0, /(struct|union|enum) [a-z_0-9]+ ?\{/)
		split(substr($0, RSTART, RLENGTH), word, " ")
		tag = word[2]
		if (tag in first)
			print place[1] ":" place[2] ":L23: " tag ": means something else at " first[tag] "; one tag, one meaning"
		else
			first[tag] = place[1] ":" place[2]
	}' "$work/before"
}
L24() {
	said=$(find data/po -name '*.po' 2>/dev/null; find forms data -name '*.xml' 2>/dev/null)
	looked "$(echo "$said" | grep -c .)"
	[ -z "$said" ] || awk -f "$tools/words.awk" "$tools/words" $said
}
# ---- running them ----
[ $# -gt 0 ] || set -- $rules
[ -z "$tap" ] || echo "1..$#"
bad=0
for rule; do
	: >"$work/looked"
	{ $rule || :; } >"$work/found"
	if [ ! -s "$work/looked" ] || grep -qx 0 "$work/looked"; then
		echo "src/tools/lint.sh:-1:$rule: a check of it looked at nothing" >>"$work/found"
	fi
	awk -v counted="$work/excepted" -f "$tools/except.awk" "$work/found" | sort -u >"$work/left"
	n=$(wc -l <"$work/left")
	bad=$((bad + n))
	said="lint $rule, $(tr '\n' ' ' <"$work/looked")looked at"
	if [ -n "$tap" ]; then
		[ "$n" -eq 0 ] && echo "ok - $said" || echo "not ok - $said, $n places"
		sed 's/^/# /' "$work/left"
	else
		cat "$work/left"
	fi
done
touch "$work/excepted"
[ -n "$tap" ] && sign='# ' || sign=
echo "$sign$bad findings, $(sort -u "$work/excepted" | wc -l) exceptions with a reason at the place"
[ "$bad" -eq 0 ]
