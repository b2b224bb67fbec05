# L11: functions of at most 70 lines, 5 parameters and 4 levels. Where memory and fault come from is the same
# everywhere and not counted. Input: the stripped sources.

function count_parameters(text,    i, c, depth, n, last) {
	depth = n = last = 0
	for (i = 1; i <= length(text); i++) {
		c = substr(text, i, 1)
		if (c == "(") {
			if (depth++ == 0)
				n = 1
		} else if (c == ")") {
			if (--depth == 0)
				last = n # of the last bracket: attributes come first
		} else if (c == "," && depth == 1)
			n++
	}
	return last
}

{
	split($0, place, ":")
	code = $0
	sub(/^[^:]*:[0-9]*:/, "", code)
	if (place[1] != file) {
		file = place[1]
		head = ""
		inside = 0
	}
	at = place[1] ":" place[2]
}

!inside && code == "{" && head ~ /\)$/ {
	inside = 1
	first = head_at
	lines = 0
	n = count_parameters(head) - gsub(/struct (arena|fault) \*/, "&", head)
	if (n > 5)
		print first ":L11: " n " parameters, 5 at most; make them a struct"
}

inside {
	lines++
	match(code, /^\t*/)
	if (RLENGTH > 5 && code !~ /^\t*[}{]/)
		deep = deep ? deep : at
	if (code == "}") {
		if (lines > 70)
			print first ":L11: a function of " lines " lines, 70 at most; give a part its name"
		if (deep)
			print deep ":L11: deeper than 4 levels; turn the condition round or take out a function"
		inside = 0
		deep = ""
		head = ""
	}
	next
}

code ~ /^[a-zA-Z_].*/ && code !~ /;$/ && head == "" { head_at = at }
code ~ /[;}]$/ || code ~ /^#/ || code ~ /^$/ || code ~ /=[ \t]*\{?$/ {
	head = ""
	next
}
{ head = head code }
