# L21: no file reaches itself through the files it calls or includes. Input: WORK/gives (file, symbol,
# kind), WORK/asks (file, symbol), then sources and faces for their includes. A symbol of several files
# (programs are linked from different rooms) is its own room's, else that of each. The row of a screen is
# no arrow: a screen names the one it opens, and the desk opens it.

function room_of(path) {
	sub(/\/[^\/]*$/, "", path)
	return path
}

function arrow(from, to, by) {
	if (from == to || (from, to) in word)
		return
	word[from, to] = by
	next_of[from, ++degree[from]] = to
	if (!(from in known)) {
		known[from] = 1
		node[++nodes] = from
	}
}

FILENAME ~ /\/gives$/ {
	if ($3 ~ /^[TRDBV]$/ && $2 !~ /^screen_/) {
		in_room[room_of($1), $2] = $1
		owners[$2] = owners[$2] " " $1
	}
	next
}

FILENAME ~ /\/asks$/ {
	if ((room_of($1), $2) in in_room) {
		arrow($1, in_room[room_of($1), $2], $2)
	} else {
		n = split(owners[$2], owner, " ")
		for (i = 1; i <= n; i++)
			arrow($1, owner[i], $2)
	}
	next
}

/^#include "/ {
	name = $2
	gsub(/"/, "", name)
	arrow(FILENAME, name ~ /^loket\// ? "include/" name : room_of(FILENAME) "/" name, name)
}

# Tarjan: files that reach each other are one knot.
function visit(v,    i, w, size, member) {
	number[v] = low[v] = ++visited
	stack[++top] = v
	on_stack[v] = 1
	for (i = 1; i <= degree[v]; i++) {
		w = next_of[v, i]
		if (!(w in number)) {
			visit(w)
			if (low[w] < low[v])
				low[v] = low[w]
		} else if (on_stack[w] && number[w] < low[v])
			low[v] = number[w]
	}
	if (low[v] != number[v])
		return
	do {
		w = stack[top--]
		on_stack[w] = 0
		knot[w] = v
	} while (w != v)
}

END {
	for (n = 1; n <= nodes; n++)
		if (!(node[n] in number))
			visit(node[n])
	for (pair in word) {
		split(pair, end, SUBSEP)
		if (knot[end[1]] == knot[end[2]])
			print end[1] ":0:L21: " word[pair] " of " end[2] ", which reaches this file again; move it below both"
	}
}
