# L22: a function is declared under the heading of the file that defines it, `/* ---- file.c …`, or in the
# header of that name; and a heading names only files that there are. Rows of tables are declared together.
# Input: the symbols that objects define (SOURCE symbol kind), then the headers as they are.

function name_of(path) {
	sub(/.*\//, "", path)
	return path
}

function section_ends(    file) {
	for (file in named)
		if (!(file in is_file))
			print named[file] ":L22: " file ": there is no such file"
	split("", named)
	files = 0
}

# Is the symbol's file one that this section, or the header, is about?
function belongs(symbol,    n, i, source, from) {
	n = split(sources[symbol], source, " ")
	for (i = 1; i <= n; i++) {
		from = source[i]
		if (FILENAME ~ /^src\// && from !~ "^" folder "/")
			continue
		from = name_of(from)
		if (from in named || (files == 0 && from == own))
			return 1
	}
	return 0
}

FNR == NR {
	is_file[name_of($1)] = 1
	if ($3 ~ /^[TRDB]$/)
		sources[$2] = sources[$2] " " $1
	next
}

FNR == 1 {
	section_ends()
	folder = FILENAME
	sub(/\/[^\/]*$/, "", folder)
	own = name_of(FILENAME)
	sub(/\.h$/, ".c", own)
	statement = ""
	depth = comment = 0
}

/^\/\* ---- / {
	section_ends()
	rest = $0
	while (match(rest, /[a-z0-9_]+\.c[^a-z]/)) {
		file = substr(rest, RSTART, RLENGTH - 1)
		named[file] = FILENAME ":" FNR
		files++
		rest = substr(rest, RSTART + RLENGTH)
	}
}

{
	line = $0
	if (comment) {
		if (!sub(/^.*\*\//, "", line))
			next
		comment = 0
	}
	gsub(/\/\*([^*]|\*[^\/])*\*\//, "", line)
	if (sub(/\/\*.*/, "", line))
		comment = 1
	if (line ~ /^#/)
		next
	depth += gsub(/\{/, "{", line) - gsub(/\}/, "}", line)
	statement = statement " " line
	if (depth > 0 || line !~ /;[ \t]*$|\}[ \t]*$/)
		next
	gsub(/__attribute__\(\([^;]*\)\)+/, "", statement)
	gsub(/MUST_USE/, "", statement)
	if (statement !~ /\{|typedef/ && sub(/\(.*/, "", statement)) {
		sub(/.*[ *]/, "", statement) # its name stands before its parameters
		if (statement in sources && !belongs(statement))
			print FILENAME ":" FNR ":L22: " statement " is defined in" sources[statement] "; put it under that heading"
	}
	statement = ""
}

END { section_ends() }
