# Takes findings FILE:LINE:Lnn: remedy and lets through those without an exception at the place: a comment
# `lint: Lnn reason` in the line or the one before (line 0: anywhere in the file). Exceptions are counted
# into the file `counted`. Output: Lnn FILE:LINE: remedy

function load(file,    line) {
	if (file in known)
		return
	known[file] = 1
	size[file] = 0
	while ((getline line < file) > 0)
		text[file, ++size[file]] = line
	close(file)
}

function excepts(file, line, rule) {
	return (file, line) in text && match(text[file, line], "lint: " rule " [^ ]")
}

{
	n = index($0, ":")
	file = substr($0, 1, n - 1)
	rest = substr($0, n + 1)
	n = index(rest, ":")
	line = substr(rest, 1, n - 1) + 0
	rest = substr(rest, n + 1)
	rule = rest
	sub(/:.*/, "", rule)
	sub(/^[^:]*: */, "", rest)
	load(file)
	fine = excepts(file, line, rule) || excepts(file, line - 1, rule)
	for (i = 1; line == 0 && !fine && i <= size[file]; i++)
		fine = excepts(file, i, rule)
	if (fine)
		print rule " " file ":" line >> counted
	else
		print rule " " file ":" line ": " rest
}
