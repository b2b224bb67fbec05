# Words that the house writes otherwise, in catalogues (msgid: id, msgstr: the file's language) and in the text of XML,
# without its comments and the names in braces. Usage: awk -f words.awk WORDS FILE…
BEGIN { FS = "\t" }
FNR == NR {
	if ($0 !~ /^#/ && NF == 3) {
		n++
		language[n] = $1
		pattern[n] = "(^|[^A-Za-z{_-])(" $2 ")([^A-Za-z_]|$)"
		instead[n] = $3
	}
	next
}
FNR == 1 {
	po = FILENAME ~ /\.po$/
	comment = 0
	foreign = FILENAME
	sub(/.*\//, "", foreign)
	sub(/\.po$/, "", foreign)
}
function judge(text, what, i, found) {
	for (i = 1; i <= n; i++)
		if (language[i] == what && match(text, pattern[i])) {
			found = substr(text, RSTART, RLENGTH)
			print FILENAME ":" FNR ":L24: \"" found "\": the house writes " instead[i] "; see src/tools/lint/words"
		}
}
po {
	if ($0 ~ /^msgid /)
		what = "id"
	else if ($0 ~ /^msgstr /)
		what = foreign
	if ($0 ~ /^(msgid |msgstr )?"/)
		judge($0, what)
	next
}
{
	text = $0
	if (comment && !sub(/.*-->/, "", text))
		next
	comment = 0
	gsub(/<!--[^>]*-->/, "", text)
	if (sub(/<!--.*/, "", text))
		comment = 1
	gsub(/\{[^}]*\}/, "", text)
	gsub(/ (id|n|key|step|value|has|rows)="[^"]*"/, "", text)
	judge(text, "id")
}
