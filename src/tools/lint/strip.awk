# C without what is not code: comments gone, strings and characters emptied. Each line as FILE:LINE:code.

FNR == 1 { comment = 0 }

# Nothing in the line can begin or end a comment, a string or a character.
!comment && !/["\047]|\/[*\/]/ {
	print FILENAME ":" FNR ":" $0
	next
}

{
	out = ""
	n = length($0)
	for (i = 1; i <= n; i++) {
		c = substr($0, i, 1)
		two = substr($0, i, 2)
		if (comment) {
			if (two == "*/") {
				comment = 0
				i++
			}
		} else if (quote != "") {
			if (c == "\\")
				i++
			else if (c == quote) {
				out = out c
				quote = ""
			}
		} else if (two == "/*") {
			comment = 1
			i++
		} else if (two == "//") {
			break
		} else {
			out = out c
			if (c == "\"" || c == "\047")
				quote = c
		}
	}
	quote = ""
	sub(/[ \t]+$/, "", out)
	print FILENAME ":" FNR ":" out
}
