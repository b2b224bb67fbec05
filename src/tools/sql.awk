# Embeds the statements and the schema of src/store/sql/ (or src/sippd/sql/) into one C header.
#
# Use: LC_ALL=C awk -f src/tools/sql.awk src/store/sql/*.sql > store_sql.h
#
# A file whose name begins with a digit is a migration: the whole file is one string. In any other file a
# line `-- name: filing_read` begins a statement, which ends at the next such line or at the end of the file. A line `-- scan: why` after it says why a plan without an index is right; it is
# for the tests, which read it here too. Other comment lines are left out of the text.
#
#	enum sql { SQL_filing_read, …, SQL_COUNT };
#	#ifdef SQL_TABLE:  static const struct { const char *name, *text, *scan; } sql_table[SQL_COUNT];
#	                   scan is NULL unless the block says `-- scan: why`
#	#ifdef SQL_SCHEMA: static const char *const sql_schema[]; the migrations by name
#
# Mistakes (a name twice, a statement without a name, an empty one) stop the build with file and line.

function fail(text) {
	print FILENAME ":" FNR ": " text > "/dev/stderr"
	failed = 1
	exit 1
}

# The line as a C string literal, newline included.
function literal(line) {
	gsub(/\\/, "\\\\&", line)
	gsub(/"/, "\\\"", line)
	gsub(/\t/, "\\t", line)
	gsub(/\?\?/, "?\"\"?", line) # no trigraphs
	return "\t\t\"" line "\\n\"\n"
}

FNR == 1 {
	base = FILENAME
	sub(/.*\//, "", base)
	whole = base ~ /^[0-9]/
	here = ""
	if (whole)
		migration[++migrations] = base
}

{ sub(/[ \t\r]+$/, "") }

whole {
	schema[base] = schema[base] literal($0)
	next
}

/^-- name:/ {
	here = $3
	if (here !~ /^[a-z][a-z0-9_]*$/)
		fail("a statement's name is lower case letters, digits and _")
	if (here in text)
		fail("the name " here " stands twice")
	name[++names] = here
	text[here] = ""
	place[here] = FILENAME ":" FNR
	next
}

/^-- scan:/ {
	if (here == "")
		fail("scan without a name before it")
	scan[here] = substr($0, 10)
	sub(/^ +/, "", scan[here])
	next
}

/^[ \t]*(--.*)?$/ { next }

{
	if (here == "")
		fail("a statement without a line `-- name: …` before it")
	text[here] = text[here] literal($0)
}

END {
	if (failed)
		exit 1
	for (i = 1; i <= names; i++)
		if (text[name[i]] == "") {
			print place[name[i]] ": " name[i] " is empty" > "/dev/stderr"
			exit 1
		}
	print "/* Made by src/tools/sql.awk from the SQL files of a room; do not edit. */"
	print "#pragma GCC diagnostic ignored \"-Woverlength-strings\" /* a schema is one string */"
	print "enum sql {"
	for (i = 1; i <= names; i++)
		print "\tSQL_" name[i] ","
	print "\tSQL_COUNT\n};"
	print "enum { SQL_EDITION = " (migrations + 0) " }; /* of the schema */\n"
	print "#ifdef SQL_TABLE"
	print "static const struct {\n\tconst char *name, *text, *scan;\n} sql_table[SQL_COUNT + 1] = {"
	for (i = 1; i <= names; i++) {
		why = "NULL"
		if (name[i] in scan) {
			why = literal(scan[name[i]])
			sub(/^\t\t/, "", why)
			sub(/\\n"\n$/, "\"", why)
		}
		printf "\t{ \"%s\",\n%s\t\t, %s },\n", name[i], text[name[i]], why
	}
	print "\t{ NULL, NULL, NULL },\n};\n#endif\n"
	print "#ifdef SQL_SCHEMA"
	print "static const char *const sql_schema[] = {"
	for (i = 1; i <= migrations; i++)
		printf "%s\t\t,\n", schema[migration[i]]
	print "};\n#endif"
}
